"""Where the library finds out whether the program has context variables: `contextvars` puts its own
`copy_context` here."""

copy = None


def copied(context=None):
    if context is None and copy is not None:
        return copy()
    return context


def bound(function):
    """The function in a copy of this thread's context, if there is one."""
    if copy is None:
        return function
    context = copy()
    return lambda *args, **kwargs: context.run(function, *args, **kwargs)
