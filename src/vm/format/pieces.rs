//! A text put together from pieces, some of which only methods of the program can tell.

use super::{Result, format_str};
use crate::vm::error::Error;
use crate::vm::int::Int;
use crate::vm::interpreter::Interpreter;
use crate::vm::machine::Machine;
use crate::vm::memory::Memory;
use crate::vm::native::{Args, BuiltinObject, Control};
use crate::vm::object::Object;
use crate::vm::ops::Number;
use crate::vm::repr;
use crate::vm::value::Value;

/// How a value becomes a string before it is formatted.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(in crate::vm) enum Conversion {
    Str,
    Repr,
    Ascii,
}

/// A part of the text.
pub(in crate::vm) enum Piece<M: Memory> {
    Text(String),
    /// A value whose own `__str__` or `__repr__` must be asked, then the format of that string.
    Value(Value<M>, Conversion, String),
}

impl<M: Memory> Piece<M> {
    /// A value, converted and formatted as a string.
    pub(in crate::vm) fn converted(
        interpreter: &Interpreter<M>,
        value: &Value<M>,
        conversion: Conversion,
        spec: &str,
    ) -> Result<Self> {
        let text = match conversion {
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

/// The whole text, now or by a call that the machine makes next.
pub(in crate::vm) fn finish<M: Memory>(
    machine: &mut Machine<M>,
    pieces: Vec<Piece<M>>,
) -> Result<Value<M>> {
    let heap = machine.heap();
    if let Some(text) = join(&pieces) {
        heap.check(text.len())?;
        return heap.str(text);
    }
    let (mut arguments, mut plan) = (Vec::new(), Vec::new());
    for piece in pieces {
        match piece {
            Piece::Text(text) => plan.push(heap.str(text)?),
            Piece::Value(value, conversion, spec) => {
                arguments.push(value);
                plan.push(heap.tuple(vec![Value::int16(conversion as i16), heap.str(spec)?])?);
            }
        }
    }
    if arguments.len() >= usize::from(u8::MAX) {
        return Err(Error::unsupported("more than 254 instances of classes in one format"));
    }
    arguments.push(heap.tuple(plan)?);
    let builtin = BuiltinObject::new("format", None, joined::<M>);
    let builtin = heap.allocate(Object::Builtin(builtin))?;
    machine.tail = Some((builtin, arguments));
    Err(Error::control(Control::Tail))
}

/// Asks for the string of every value, then joins them as planned by the last argument.
fn joined<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let Some((plan, values)) = args.values.split_last() else { return Ok(Value::NONE) };
    let Some(Object::Tuple(plan)) = plan.object() else { return Ok(Value::NONE) };
    let mut text = String::new();
    let mut values = (0..).zip(values);
    for piece in plan {
        let Some(Object::Tuple(parts)) = piece.object() else {
            text.push_str(piece.as_str().unwrap_or_default());
            continue;
        };
        let Some((at, value)) = values.next() else { break };
        let conversion = match parts[0].number() {
            Some(Number::Int(Int::Small(0))) => Conversion::Str,
            Some(Number::Int(Int::Small(1))) => Conversion::Repr,
            _ => Conversion::Ascii,
        };
        // A value that is a string by now: none was one to begin with.
        let Some(own) = value.as_str() else {
            return Err(Error::control(match conversion {
                Conversion::Str => Control::Str(at),
                Conversion::Repr | Conversion::Ascii => Control::Repr(at),
            }));
        };
        let spec = parts[1].as_str().unwrap_or_default();
        if conversion == Conversion::Ascii {
            text.push_str(&format_str(&repr::ascii(own), spec)?);
        } else {
            text.push_str(&format_str(own, spec)?);
        }
    }
    machine.heap().check(text.len())?;
    machine.heap().str(text)
}
