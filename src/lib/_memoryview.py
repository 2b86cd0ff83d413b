"""`memoryview`."""


class memoryview:
    pass
