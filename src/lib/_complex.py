"""`complex`."""


class complex:
    pass
