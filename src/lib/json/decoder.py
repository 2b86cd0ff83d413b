"""Where CPython has what reads JSON."""

from json import JSONDecodeError, JSONDecoder
