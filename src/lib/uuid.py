"""Names that nobody else has."""

from hashlib import md5 as _md5, sha1 as _sha1
from random import Random as _Random
from time import time_ns as _time_ns

_random = _Random()

RESERVED_NCS = "reserved for NCS compatibility"
RFC_4122 = "specified in RFC 4122"
RESERVED_MICROSOFT = "reserved for Microsoft compatibility"
RESERVED_FUTURE = "reserved for future definition"


class UUID:
    def __init__(self, hex=None, bytes=None, int=None, version=None):
        if hex is not None:
            digits = hex.replace("urn:", "").replace("uuid:", "").strip("{}").replace("-", "")
            if len(digits) != 32:
                raise ValueError("badly formed hexadecimal UUID string")
            int = _int(digits, 16)
        elif bytes is not None:
            if len(bytes) != 16:
                raise ValueError("bytes is not a 16-char string")
            int = _int.from_bytes(bytes, "big")
        elif int is None:
            raise TypeError("one of the hex, bytes, bytes_le, fields, or int arguments must be given")
        if not 0 <= int < 1 << 128:
            raise ValueError("int is out of range (need a 128-bit value)")
        if version is not None:
            int = int & ~(0xF << 76) & ~(0x3 << 62) | version << 76 | 0x2 << 62
        self.int = int

    @property
    def hex(self):
        return f"{self.int:032x}"

    @property
    def bytes(self):
        return self.int.to_bytes(16, "big")

    @property
    def bytes_le(self):
        data = self.bytes
        return data[3::-1] + data[5:3:-1] + data[7:5:-1] + data[8:]

    @property
    def fields(self):
        high, low = self.clock_seq_hi_variant, self.clock_seq_low
        return (self.time_low, self.time_mid, self.time_hi_version, high, low, self.node)

    @property
    def time_low(self):
        return self.int >> 96

    @property
    def time_mid(self):
        return self.int >> 80 & 0xFFFF

    @property
    def time_hi_version(self):
        return self.int >> 64 & 0xFFFF

    @property
    def clock_seq_hi_variant(self):
        return self.int >> 56 & 0xFF

    @property
    def clock_seq_low(self):
        return self.int >> 48 & 0xFF

    @property
    def time(self):
        return (self.time_hi_version & 0xFFF) << 48 | self.time_mid << 32 | self.time_low

    @property
    def clock_seq(self):
        return (self.clock_seq_hi_variant & 0x3F) << 8 | self.clock_seq_low

    @property
    def node(self):
        return self.int & 0xFFFFFFFFFFFF

    @property
    def variant(self):
        bits = self.int >> 61 & 7
        return RESERVED_NCS if bits < 4 else RFC_4122 if bits < 6 else (RESERVED_MICROSOFT, RESERVED_FUTURE)[bits - 6]

    @property
    def version(self):
        return self.int >> 76 & 0xF if self.variant == RFC_4122 else None

    @property
    def urn(self):
        return f"urn:uuid:{self}"

    def __str__(self):
        hex = self.hex
        return f"{hex[:8]}-{hex[8:12]}-{hex[12:16]}-{hex[16:20]}-{hex[20:]}"

    def __repr__(self):
        return f"UUID('{self}')"

    def __hash__(self):
        return hash(self.int)

    def __eq__(self, other):
        return isinstance(other, UUID) and self.int == other.int

    def __int__(self):
        return self.int

    def __lt__(self, other):
        return self.int < other.int if isinstance(other, UUID) else NotImplemented


_int = int


def uuid4():
    return UUID(int=_random.getrandbits(128), version=4)


# One for each process, as if its machine had a card for a network.
_node, _clock_seq = _random.getrandbits(48) | 1 << 40, _random.getrandbits(14)
_last = 0


def getnode():
    return _node


def uuid1(node=None, clock_seq=None):
    global _last
    ticks = _last = max(_time_ns() // 100 + 0x01B21DD213814000, _last + 1)
    low, middle, high = ticks & 0xFFFFFFFF, ticks >> 32 & 0xFFFF, ticks >> 48 & 0xFFF
    rest = (_clock_seq if clock_seq is None else clock_seq) << 48 | (_node if node is None else node)
    return UUID(int=low << 96 | middle << 80 | high << 64 | rest, version=1)


def uuid7():
    return UUID(int=_time_ns() // 1000000 << 80 | _random.getrandbits(80), version=7)


def uuid3(namespace, name):
    return _of_name(_md5, namespace, name, 3)


def uuid5(namespace, name):
    return _of_name(_sha1, namespace, name, 5)


def _of_name(hash, namespace, name, version):
    data = namespace.bytes + (name.encode() if isinstance(name, str) else name)
    return UUID(bytes=hash(data).digest()[:16], version=version)


NAMESPACE_DNS = UUID("6ba7b810-9dad-11d1-80b4-00c04fd430c8")
NAMESPACE_URL = UUID("6ba7b811-9dad-11d1-80b4-00c04fd430c8")
NAMESPACE_OID = UUID("6ba7b812-9dad-11d1-80b4-00c04fd430c8")
NAMESPACE_X500 = UUID("6ba7b814-9dad-11d1-80b4-00c04fd430c8")
