"""What is to be called at the end is not, after `os._exit`."""

import atexit
import os

atexit.register(print, "not this")
print("out", flush=True)
os._exit(3)
