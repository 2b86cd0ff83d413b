"""Where CPython has its pools of threads."""

from concurrent.futures import BrokenThreadPool, ThreadPoolExecutor
