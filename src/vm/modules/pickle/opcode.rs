//! The opcodes of pickles, by CPython's names (`Modules/_pickle.c`, explained in `pickletools.py`).

macro_rules! opcodes {
    ($($name:ident $byte:literal),* $(,)?) => {
        $(pub(super) const $name: u8 = $byte;)*
    };
}

opcodes! {
    MARK b'(', STOP b'.', POP b'0', POP_MARK b'1', DUP b'2',
    NONE b'N', NEWTRUE 0x88, NEWFALSE 0x89,
    BININT b'J', BININT1 b'K', BININT2 b'M', LONG1 0x8a, LONG4 0x8b, BINFLOAT b'G',
    BINUNICODE b'X', SHORT_BINUNICODE 0x8c, BINUNICODE8 0x8d,
    BINBYTES b'B', SHORT_BINBYTES b'C', BINBYTES8 0x8e, BYTEARRAY8 0x96,
    BINSTRING b'T', SHORT_BINSTRING b'U',
    EMPTY_TUPLE b')', TUPLE b't', TUPLE1 0x85, TUPLE2 0x86, TUPLE3 0x87,
    EMPTY_LIST b']', LIST b'l', APPEND b'a', APPENDS b'e',
    EMPTY_DICT b'}', DICT b'd', SETITEM b's', SETITEMS b'u',
    EMPTY_SET 0x8f, ADDITEMS 0x90, FROZENSET 0x91,
    GLOBAL b'c', STACK_GLOBAL 0x93, REDUCE b'R', NEWOBJ 0x81, NEWOBJ_EX 0x92, BUILD b'b',
    EXT1 0x82, EXT2 0x83, EXT4 0x84, PERSID b'P', BINPERSID b'Q',
    GET b'g', BINGET b'h', LONG_BINGET b'j', PUT b'p', BINPUT b'q', LONG_BINPUT b'r', MEMOIZE 0x94,
    PROTO 0x80, FRAME 0x95, NEXT_BUFFER 0x97, READONLY_BUFFER 0x98,
    INT b'I', LONG b'L', FLOAT b'F', UNICODE b'V',
}

/// The protocol that is written, and the latest one that is read.
pub(super) const HIGHEST_PROTOCOL: u8 = 5;
