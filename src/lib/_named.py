"""What named tuples, the tuples of `sys` and `time` and their kin have in common: they hold a tuple, since
no class here is made of one."""


class Named:
    """Values that have a place and a name: `_values`, by the names of `_fields`."""

    _fields = ()
    # What `match` takes it for.
    _is_sequence = True
    # What `repr` calls it, if not by its class.
    _title = None

    def __repr__(self):
        values = [f"{name}={value!r}" for name, value in zip(self._fields, self._values)]
        return f"{self._title or type(self).__name__}({', '.join(values)})"

    def __len__(self):
        return len(self._values)

    def __iter__(self):
        return iter(self._values)

    def __getitem__(self, index):
        return self._values[index]

    def __contains__(self, value):
        return value in self._values

    def __hash__(self):
        return hash(self._values)

    def __eq__(self, other):
        return self._values == _values(other)

    def __ne__(self, other):
        return self._values != _values(other)

    def __lt__(self, other):
        return self._values < _values(other)

    def __le__(self, other):
        return self._values <= _values(other)

    def __gt__(self, other):
        return self._values > _values(other)

    def __ge__(self, other):
        return self._values >= _values(other)


def _values(other):
    return other._values if isinstance(other, Named) else other
