"""The working directory, changed for a while."""

import os


class chdir:
    """Another working directory for a while."""

    def __init__(self, path):
        self.path, self._before = path, []

    def __enter__(self):
        self._before.append(os.getcwd())
        os.chdir(self.path)

    def __exit__(self, *info):
        os.chdir(self._before.pop())
