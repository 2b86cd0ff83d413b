//! `sys.stdout` and `sys.stderr`: what is written to them goes where the machine prints to.

use crate::vm::error::Error;
use crate::vm::heap::Heap;
use crate::vm::int;
use crate::vm::machine::Machine;
use crate::vm::memory::Memory;
use crate::vm::native::{Args, Control, Table};
use crate::vm::object::Object;
use crate::vm::output::Stream;
use crate::vm::types::Type;
use crate::vm::value::Value;

type Result<T> = std::result::Result<T, Box<Error>>;

pub(super) fn methods<M: Memory>() -> Table<M> {
    &[
        ("fileno", fileno::<M>),
        ("flush", |_, args| method(args, "flush").map(|_| Value::NONE)),
        ("isatty", |_, args| method(args, "isatty").map(|_| Value::bool(false))),
        ("readable", |_, args| method(args, "readable").map(|_| Value::bool(false))),
        ("reconfigure", |_, _| Ok(Value::NONE)),
        ("writable", |_, args| method(args, "writable").map(|_| Value::bool(true))),
        ("write", write::<M>),
        ("writelines", |_, _| Err(Error::control(Control::Prelude("write_lines")))),
    ]
}

pub(super) fn constant<M: Memory>(heap: &Heap<M>, name: &str) -> Result<Option<Value<M>>> {
    let stream = match name {
        "stderr" => Stream::Stderr,
        "stdout" => Stream::Stdout,
        _ => return Ok(None),
    };
    heap.immortal(Object::Stream(stream)).map(Some)
}

impl Stream {
    pub(in crate::vm) fn name(self) -> &'static str {
        match self {
            Self::Stdout => "<stdout>",
            Self::Stderr => "<stderr>",
        }
    }

    /// What it has besides methods.
    pub(in crate::vm) fn member<M: Memory>(
        self,
        heap: &Heap<M>,
        name: &str,
    ) -> Result<Option<Value<M>>> {
        let text = match name {
            "encoding" => "utf-8",
            "errors" if self == Self::Stdout => "strict",
            "errors" => "backslashreplace",
            "mode" => "w",
            "name" => self.name(),
            "closed" | "line_buffering" | "write_through" => {
                return Ok(Some(Value::bool(name == "line_buffering" && self == Self::Stderr)));
            }
            _ => return Ok(None),
        };
        heap.str(text).map(Some)
    }
}

impl<M: Memory> Value<M> {
    /// The stream that it is, if it is one.
    pub(in crate::vm) fn as_stream(&self) -> Option<Stream> {
        match self.object()? {
            Object::Stream(stream) => Some(*stream),
            _ => None,
        }
    }
}

impl<M: Memory> Machine<M> {
    /// Prints to a stream.
    pub(in crate::vm) fn write(&mut self, stream: Stream, text: &str) -> Result<()> {
        let ident = self.ident();
        match stream {
            Stream::Stdout => self.output.write(ident, text),
            Stream::Stderr => {
                self.output.write_error(ident, text);
                Ok(())
            }
        }
    }
}

fn write<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let (stream, rest) = receiver(args, "write")?;
    let [text] = rest.exactly("TextIOWrapper.write")?;
    let Some(text) = text.as_str() else {
        let kind = text.type_name();
        return Err(Error::type_error(format!("write() argument must be str, not {kind}")));
    };
    machine.write(stream, text)?;
    int::from_i64(machine.heap(), i64::try_from(text.chars().count()).unwrap_or(i64::MAX))
}

fn fileno<M: Memory>(_: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let stream = method(args, "fileno")?;
    Ok(Value::int16(if stream == Stream::Stdout { 1 } else { 2 }))
}

/// The stream that a method without arguments is called on.
fn method<M: Memory>(args: &Args<'_, M>, method: &str) -> Result<Stream> {
    let (stream, rest) = receiver(args, method)?;
    let [] = rest.exactly(&format!("TextIOWrapper.{method}"))?;
    Ok(stream)
}

fn receiver<'a, M: Memory>(args: &Args<'a, M>, method: &str) -> Result<(Stream, Args<'a, M>)> {
    let (me, rest) = args.receiver(Type::Stream, method)?;
    Ok((me.as_stream().unwrap_or(Stream::Stdout), rest))
}
