"""Where CPython has what writes JSON."""

from json import JSONEncoder
