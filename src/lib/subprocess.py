"""Other programs, which a page has not."""

PIPE, STDOUT, DEVNULL = -1, -2, -3


class SubprocessError(Exception):
    pass


class CalledProcessError(SubprocessError):
    def __init__(self, returncode, cmd, output=None, stderr=None):
        self.returncode, self.cmd, self.output, self.stderr = returncode, cmd, output, stderr
        self.stdout = output

    def __str__(self):
        return f"Command '{self.cmd}' returned non-zero exit status {self.returncode}."


class TimeoutExpired(SubprocessError):
    def __init__(self, cmd, timeout, output=None, stderr=None):
        self.cmd, self.timeout, self.output, self.stderr = cmd, timeout, output, stderr

    def __str__(self):
        return f"Command '{self.cmd}' timed out after {self.timeout} seconds"


class CompletedProcess:
    def __init__(self, args, returncode, stdout=None, stderr=None):
        self.args, self.returncode, self.stdout, self.stderr = args, returncode, stdout, stderr

    def check_returncode(self):
        if self.returncode:
            raise CalledProcessError(self.returncode, self.args, self.stdout, self.stderr)


def _refuse(name):
    raise NotImplementedError(
        f"subprocess.{name} is not supported by the playground: there are no other programs here; "
        "multiprocessing starts processes of Python"
    )


class Popen:
    def __init__(self, args, *more, **options):
        _refuse("Popen")


def run(*popenargs, **kwargs):
    _refuse("run")


def call(*popenargs, **kwargs):
    _refuse("call")


def check_call(*popenargs, **kwargs):
    _refuse("check_call")


def check_output(*popenargs, **kwargs):
    _refuse("check_output")
