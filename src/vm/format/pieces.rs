//! A text put together from pieces, some of which only methods of the program can tell.

use super::{Result, format, format_str};
use crate::vm::error::Error;
use crate::vm::interpreter::Interpreter;
use crate::vm::machine::Machine;
use crate::vm::memory::Memory;
use crate::vm::native::Control;
use crate::vm::repr;
use crate::vm::value::Value;

/// The functions of the prelude that ask and put together, as a string and as bytes.
pub(in crate::vm) const JOINED: &str = "joined_pieces";
pub(in crate::vm) const JOINED_BYTES: &str = "joined_bytes";

/// How a value becomes a string before it is formatted.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(in crate::vm) enum Conversion {
    Str,
    Repr,
    Ascii,
    /// By its own `__format__`.
    None,
    /// As a number, which a directive of `%` then shows: that is the format.
    Number,
    /// As bytes, for `%` with bytes on the left.
    Bytes,
}

/// A part of the text.
pub(in crate::vm) enum Piece<M: Memory> {
    Text(String),
    /// A value whose own method must be asked, and the format.
    Value(Value<M>, Conversion, String),
    /// What has to be asked for the value first: for attributes, which are strings, and for items,
    /// whose keys are in tuples.
    Within(Value<M>, Vec<Value<M>>, Conversion, String),
}

impl<M: Memory> Piece<M> {
    /// A value, formatted as it says itself.
    pub(in crate::vm) fn formatted(
        interpreter: &Interpreter<M>,
        value: &Value<M>,
        spec: &str,
    ) -> Result<Self> {
        match format(interpreter, value, spec) {
            Ok(text) => Ok(Self::Text(text)),
            Err(error) if *error == Error::Control(Control::Dunder) => {
                Ok(Self::Value(value.clone(), Conversion::None, spec.to_owned()))
            }
            Err(error) => Err(error),
        }
    }

    /// A value, converted and formatted as a string.
    pub(in crate::vm) fn converted(
        interpreter: &Interpreter<M>,
        value: &Value<M>,
        conversion: Conversion,
        spec: &str,
    ) -> Result<Self> {
        let text = match conversion {
            Conversion::None => return Self::formatted(interpreter, value, spec),
            Conversion::Number | Conversion::Bytes => {
                return Ok(Self::Value(value.clone(), conversion, spec.to_owned()));
            }
            Conversion::Str => repr::str(interpreter, value),
            Conversion::Repr => repr::repr(interpreter, value),
            Conversion::Ascii => repr::repr(interpreter, value).map(|text| repr::ascii(&text)),
        };
        match text {
            Ok(text) => Ok(Self::Text(format_str(&text, spec)?)),
            Err(error) if *error == Error::Control(Control::Dunder) => {
                Ok(Self::Value(value.clone(), conversion, spec.to_owned()))
            }
            Err(error) => Err(error),
        }
    }
}

/// The whole text, if it is known without the program.
pub(in crate::vm) fn join<M: Memory>(pieces: &[Piece<M>]) -> Option<String> {
    let mut text = String::new();
    for piece in pieces {
        let Piece::Text(part) = piece else { return None };
        text.push_str(part);
    }
    Some(text)
}

/// The whole text, now or by a call that the machine makes next of a function of the prelude.
pub(in crate::vm) fn finish<M: Memory>(
    machine: &mut Machine<M>,
    pieces: Vec<Piece<M>>,
    with: &str,
) -> Result<Value<M>> {
    let heap = machine.heap();
    if let Some(text) = join(&pieces).filter(|_| with == JOINED) {
        heap.check(text.len())?;
        return heap.str(text);
    }
    let mut plan = Vec::new();
    for piece in pieces {
        plan.push(match piece {
            Piece::Text(text) => heap.str(text)?,
            Piece::Value(value, conversion, spec) => {
                let path = heap.tuple(Vec::new())?;
                heap.tuple(vec![value, Value::int16(conversion as i16), heap.str(spec)?, path])?
            }
            Piece::Within(value, path, conversion, spec) => {
                let path = heap.tuple(path)?;
                heap.tuple(vec![value, Value::int16(conversion as i16), heap.str(spec)?, path])?
            }
        });
    }
    let plan = heap.list(plan)?;
    machine.tail = Some((machine.interpreter.prelude(with)?, vec![plan]));
    Err(Error::control(Control::Tail))
}
