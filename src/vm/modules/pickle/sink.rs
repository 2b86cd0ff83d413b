//! Values that lead to no others, as opcodes, and references to what a pickle has already.

use num_bigint::BigInt;

use super::memo::Memo;
use super::opcode::{
    BINBYTES, BINBYTES8, BINFLOAT, BINGET, BININT, BININT1, BININT2, BINUNICODE, BINUNICODE8,
    LONG_BINGET, LONG1, LONG4, MEMOIZE, NEWFALSE, NEWTRUE, NONE, POP, POP_MARK, SHORT_BINBYTES,
    SHORT_BINUNICODE, STACK_GLOBAL, TUPLE, TUPLE1, TUPLE2, TUPLE3,
};
use super::output::Output;
use crate::vm::error::Error;
use crate::vm::heap::Heap;
use crate::vm::memory::Memory;
use crate::vm::object::Object;
use crate::vm::value::Value;

type Result<T> = std::result::Result<T, Box<Error>>;

/// What is so large that there may be no memory for it.
const LARGE: usize = 64 * 1024;
/// Bytes that the memo takes for an object.
const MEMO_ENTRY: usize = 32;

/// Where a pickle is written to, and what it has.
pub(super) struct Sink<M: Memory> {
    pub(super) output: Output,
    pub(super) memo: Memo<M>,
}

impl<M: Memory> Sink<M> {
    /// Writes a value that leads to no others, or that the pickle has; is it one?
    #[inline]
    pub(super) fn leaf(&mut self, heap: &Heap<M>, value: &Value<M>) -> Result<bool> {
        if self.output.boundary() {
            heap.check(self.output.len() + self.memo.len() * MEMO_ENTRY)?;
        }
        if let Some(value) = value.as_small_int() {
            self.int(value);
            return Ok(true);
        }
        let Some(object) = value.object() else {
            match (value.as_small_float(), value.as_bool()) {
                (Some(value), _) => self.float(value),
                (None, Some(value)) => self.output.write(&[if value { NEWTRUE } else { NEWFALSE }]),
                (None, None) => self.output.write(&[NONE]),
            }
            return Ok(true);
        };
        match object {
            Object::Int(value) => self.big_int(value),
            Object::Float(value) => self.float(*value),
            _ if let Some(number) = self.memo.get(value) => self.get(number),
            Object::Str(text) => self.str(heap, value, text.as_str())?,
            Object::Bytes(bytes) => {
                self.bytes(heap, bytes)?;
                self.put(value);
            }
            _ => return Ok(false),
        }
        Ok(true)
    }

    /// Behind the items of a tuple.
    pub(super) fn end_tuple(&mut self, tuple: &Value<M>, count: usize) {
        if let Some(number) = self.memo.get(tuple) {
            // It leads to itself, and has been made on the way.
            match count {
                1..=3 => self.output.write(&[POP, POP, POP][..count]),
                _ => self.output.write(&[POP_MARK]),
            }
            self.get(number);
            return;
        }
        self.output.write(&[[TUPLE1, TUPLE2, TUPLE3].get(count - 1).copied().unwrap_or(TUPLE)]);
        self.put(tuple);
    }

    /// A function of a native module.
    pub(super) fn native(&mut self, heap: &Heap<M>, module: &str, name: &str) -> Result<()> {
        // No name of a program has such an end.
        self.shared(heap, &format!("{module}()"), module)?;
        self.fresh(heap, name)?;
        self.output.write(&[STACK_GLOBAL]);
        Ok(())
    }

    /// Python's own `getattr`, which the program need not know.
    pub(super) fn getattr(&mut self, heap: &Heap<M>) -> Result<()> {
        self.output.boundary();
        if let Some(number) = self.memo.name("getattr()") {
            self.get(number);
            return Ok(());
        }
        self.native(heap, "builtins", "getattr")?;
        let number = self.skip();
        self.memo.put_name("getattr()", number);
        Ok(())
    }

    fn int(&mut self, value: i64) {
        if let Ok(value) = u8::try_from(value) {
            self.output.write(&[BININT1, value]);
        } else if let Ok(value) = u16::try_from(value) {
            let [a, b] = value.to_le_bytes();
            self.output.write(&[BININT2, a, b]);
        } else if let Ok(value) = i32::try_from(value) {
            let [a, b, c, d] = value.to_le_bytes();
            self.output.write(&[BININT, a, b, c, d]);
        } else {
            self.big_int(&value.into());
        }
    }

    /// In as few bytes as have its sign.
    fn big_int(&mut self, value: &BigInt) {
        let bytes = value.to_signed_bytes_le();
        match u8::try_from(bytes.len()) {
            Ok(length) => self.output.write(&[LONG1, length]),
            Err(_) => self.output.write(&with_length(LONG4, bytes.len())),
        }
        self.output.write(&bytes);
    }

    fn float(&mut self, value: f64) {
        let mut opcode = [BINFLOAT; 9];
        opcode[1..].copy_from_slice(&value.to_be_bytes());
        self.output.write(&opcode);
    }

    fn str(&mut self, heap: &Heap<M>, value: &Value<M>, text: &str) -> Result<()> {
        let is_name = is_interned(value, text);
        if is_name && let Some(number) = self.memo.name(text) {
            self.memo.alias(value, number);
            self.get(number);
            return Ok(());
        }
        self.text(heap, text)?;
        let number = self.put(value);
        if is_name {
            self.memo.put_name(text, number);
        }
        Ok(())
    }

    /// A string that CPython would have interned.
    pub(super) fn name(&mut self, heap: &Heap<M>, name: &str) -> Result<()> {
        self.shared(heap, name, name)
    }

    /// A string that there is once, under a name of its own.
    pub(super) fn shared(&mut self, heap: &Heap<M>, name: &str, text: &str) -> Result<()> {
        self.boundary_of(heap)?;
        if let Some(number) = self.memo.name(name) {
            self.get(number);
            return Ok(());
        }
        self.text(heap, text)?;
        let number = self.skip();
        self.memo.put_name(name, number);
        Ok(())
    }

    /// A string that is an object of its own in CPython, too.
    pub(super) fn fresh(&mut self, heap: &Heap<M>, text: &str) -> Result<()> {
        self.boundary_of(heap)?;
        self.text(heap, text)?;
        self.skip();
        Ok(())
    }

    fn boundary_of(&mut self, heap: &Heap<M>) -> Result<()> {
        if self.output.boundary() { heap.check(self.output.len()) } else { Ok(()) }
    }

    fn text(&mut self, heap: &Heap<M>, text: &str) -> Result<()> {
        let codes = [SHORT_BINUNICODE, BINUNICODE, BINUNICODE8];
        self.counted(heap, codes, text.as_bytes())
    }

    fn bytes(&mut self, heap: &Heap<M>, bytes: &[u8]) -> Result<()> {
        self.counted(heap, [SHORT_BINBYTES, BINBYTES, BINBYTES8], bytes)
    }

    /// With the opcode that has room for the length.
    fn counted(&mut self, heap: &Heap<M>, codes: [u8; 3], bytes: &[u8]) -> Result<()> {
        let length = bytes.len();
        if length >= LARGE {
            heap.check(self.output.len() + length)?;
        }
        if let Ok(short) = u8::try_from(length) {
            self.output.write(&[codes[0], short]);
            self.output.write(bytes);
        } else if u32::try_from(length).is_ok() {
            self.output.write_long(&with_length(codes[1], length), bytes);
        } else {
            let mut header = [codes[2]; 9];
            header[1..].copy_from_slice(&(length as u64).to_le_bytes());
            self.output.write_long(&header, bytes);
        }
        Ok(())
    }

    /// Notes that the object on top is this one.
    pub(super) fn put(&mut self, value: &Value<M>) -> u32 {
        self.output.write(&[MEMOIZE]);
        self.memo.put(value)
    }

    /// Notes what is on top, which is no object here.
    pub(super) fn skip(&mut self) -> u32 {
        self.output.write(&[MEMOIZE]);
        self.memo.skip()
    }

    pub(super) fn get(&mut self, number: u32) {
        match u8::try_from(number) {
            Ok(short) => self.output.write(&[BINGET, short]),
            Err(_) => self.output.write(&with_length(LONG_BINGET, number as usize)),
        }
    }
}

#[expect(clippy::cast_possible_truncation, reason = "the caller has looked")]
fn with_length(code: u8, length: usize) -> [u8; 5] {
    let [a, b, c, d] = (length as u32).to_le_bytes();
    [code, a, b, c, d]
}

/// Would CPython have this string once? It interns constants that could be names, and has one object
/// for each character of Latin-1.
fn is_interned<M: Memory>(value: &Value<M>, text: &str) -> bool {
    let is_character = || {
        let mut chars = text.chars();
        chars.next().is_none_or(|c| u32::from(c) < 256) && chars.next().is_none()
    };
    let could_be_name = || text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
    (text.len() <= 2 && is_character()) || (!value.is_counted() && could_be_name())
}
