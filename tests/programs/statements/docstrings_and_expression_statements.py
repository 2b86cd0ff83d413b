"""A module may begin with one."""

def f():
    """A docstring."""
    1
    "text"
    [print("evaluated")]
    return None

class C:
    """Another."""
    5

f()
C()
print("done")
