"""Who runs the program; nobody types a password here."""


class GetPassWarning(UserWarning):
    pass


def getuser():
    return "user"


def getpass(prompt="Password: ", stream=None, **options):
    raise EOFError
