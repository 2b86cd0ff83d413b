"""Abstract base classes. What is abstract is marked, and can be made nevertheless."""


class ABC:
    pass


def abstractmethod(funcobj):
    setattr(funcobj, "__isabstractmethod__", True)
    return funcobj


abstractproperty = property
abstractclassmethod = classmethod
abstractstaticmethod = staticmethod
