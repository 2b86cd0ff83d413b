"""The names of C's types, which `multiprocessing.Value` and `Array` take; there are no C libraries."""


class _Number:
    def __init__(self, value=0):
        self.value = value

    def __repr__(self):
        return f"{type(self).__name__}({self.value!r})"


class c_bool(_Number):
    _type_ = "?"


class c_char(_Number):
    _type_ = "c"


class c_byte(_Number):
    _type_ = "b"


class c_ubyte(_Number):
    _type_ = "B"


class c_short(_Number):
    _type_ = "h"


class c_ushort(_Number):
    _type_ = "H"


class c_int(_Number):
    _type_ = "i"


class c_uint(_Number):
    _type_ = "I"


class c_long(_Number):
    _type_ = "l"


class c_ulong(_Number):
    _type_ = "L"


class c_float(_Number):
    _type_ = "f"


class c_double(_Number):
    _type_ = "d"


c_longlong = c_int64 = c_ssize_t = c_long
c_ulonglong = c_uint64 = c_size_t = c_ulong
c_int8, c_uint8, c_int16, c_uint16 = c_byte, c_ubyte, c_short, c_ushort
c_int32, c_uint32 = c_int, c_uint
