#!/usr/bin/env python3
"""@NAME@ on CPython: the same program under several concurrency models, timed and compared.

Made by @MADE_BY@. It needs Python 3.9 or later and nothing else.
It opens no connection and writes one file: its report, which the playground's page can import.

    python3 this_file.py            runs the experiment, prints a table, writes the report
    python3 this_file.py --help     tells what can be chosen

In this file, in order: the plan and the program; how a worker runs a task; the models; measuring;
the report; the command line.
"""

import io
import linecache
import signal
import sys
import threading
import time
import traceback
import warnings

if __name__ == "__main__":  # Workers in processes and interpreters of their own need none of these.
    import argparse
    import concurrent.futures
    import contextlib
    import json
    import multiprocessing
    import os
    import platform
    import random
    import statistics
