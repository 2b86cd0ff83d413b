"""Built-ins that call functions of the program: see prelude.rs."""


def filter(function, iterable):
    for item in iterable:
        if item if function is None else function(item):
            yield item
