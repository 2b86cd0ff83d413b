//! Opcodes that only protocols before the fourth have.

use super::opcode::{
    BINPUT, BINSTRING, DICT, FLOAT, GET, INT, LIST, LONG, LONG_BINPUT, PERSID, PUT,
    SHORT_BINSTRING, UNICODE,
};
use super::read::{Asked, Reader, Step, unpickling};
use crate::vm::codec;
use crate::vm::error::Error;
use crate::vm::float;
use crate::vm::heap::Heap;
use crate::vm::int;
use crate::vm::machine::Machine;
use crate::vm::memory::Memory;
use crate::vm::value::Value;

type Result<T> = std::result::Result<T, Box<Error>>;

impl<M: Memory> Reader<M> {
    pub(super) fn old(
        &mut self,
        heap: &Heap<M>,
        machine: &Machine<M>,
        code: u8,
    ) -> Result<Step<M>> {
        let source = &mut self.source;
        let value = match code {
            LIST => {
                let items = self.pop_mark()?;
                heap.list(items)?
            }
            DICT => {
                let items = self.pop_mark()?;
                self.stack.push(heap.dict()?);
                return self.set_items(machine, items);
            }
            GET => {
                let index = self.index_line()?;
                self.get(index)?
            }
            BINPUT => {
                let index = source.array::<1>()?[0].into();
                return self.put(heap, index);
            }
            LONG_BINPUT => {
                let index = u32::from_le_bytes(source.array()?);
                return self.put(heap, index as usize);
            }
            PUT => {
                let index = self.index_line()?;
                return self.put(heap, index);
            }
            PERSID => {
                let id = heap.str(source.text_line()?)?;
                return Ok(Step::Wanted(Asked::For("persistent", id, Value::NONE)));
            }
            INT => match source.line()? {
                b"00" => Value::bool(false),
                b"01" => Value::bool(true),
                line => number(heap, line, "INT")?,
            },
            LONG => {
                let line = source.line()?;
                number(heap, line.strip_suffix(b"L").unwrap_or(line), "LONG")?
            }
            FLOAT => {
                let line = source.text_line()?;
                let value = line.parse().map_err(|_| {
                    Error::value_error(format!("could not convert string to float: '{line}'"))
                })?;
                float::from_f64(heap, value)?
            }
            UNICODE => {
                let line = codec::decode(source.line()?, "raw_unicode_escape", "strict")?;
                heap.str(line)?
            }
            SHORT_BINSTRING => self.old_string(heap, 1)?,
            BINSTRING => self.old_string(heap, 4)?,
            code => return Err(invalid(code)),
        };
        self.stack.push(value);
        Ok(Step::Next)
    }

    /// A string of Python 2.
    fn old_string(&mut self, heap: &Heap<M>, bytes: usize) -> Result<Value<M>> {
        let length = self.source.length(bytes, "BINSTRING")?;
        heap.str(codec::decode(self.source.take(length)?, "ascii", "strict")?)
    }
}

fn number<M: Memory>(heap: &Heap<M>, line: &[u8], what: &str) -> Result<Value<M>> {
    let value = std::str::from_utf8(line).ok().and_then(|line| line.trim().parse().ok());
    let message = || format!("could not convert string to {}", what.to_lowercase());
    int::from_big(heap, value.ok_or_else(|| Error::value_error(message()))?)
}

#[cold]
fn invalid(code: u8) -> Box<Error> {
    unpickling(match code {
        b' '..=b'~' if !matches!(code, b'\'' | b'\\') => {
            format!("invalid load key, '{}'.", char::from(code))
        }
        _ => format!("invalid load key, '\\x{code:02x}'."),
    })
}
