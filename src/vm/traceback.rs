//! `__traceback__` of an exception, its frames and their code, as objects to be read.

use std::sync::Arc;

use super::error::Error;
use super::exception::ExceptionObject;
use super::int;
use super::machine::Machine;
use super::memory::{Locked, Memory};
use super::object::Object;
use super::types::Type;
use super::value::Value;

type Result<T> = std::result::Result<T, Box<Error>>;

/// A place that an exception has left.
pub(super) enum Trace {
    /// Function and line of frames, outermost first, and which of them it is about.
    Traceback {
        frames: Arc<[(usize, u32)]>,
        at: usize,
    },
    Frame {
        function: usize,
        line: u32,
    },
    Code {
        function: usize,
    },
}

impl Trace {
    pub(super) fn type_of(&self) -> Type {
        match self {
            Self::Traceback { .. } => Type::Traceback,
            Self::Frame { .. } => Type::Frame,
            Self::Code { .. } => Type::Code,
        }
    }

    /// The frames of a traceback.
    pub(super) fn frames(&self) -> Option<&[(usize, u32)]> {
        match self {
            Self::Traceback { frames, at } => frames.get(*at..),
            _ => None,
        }
    }

    /// Bytes that it takes besides its slot.
    pub(super) fn bytes(&self) -> usize {
        size_of::<Self>() + self.frames().map_or(0, size_of_val)
    }
}

impl<M: Memory> Machine<M> {
    /// `exception.__traceback__`
    pub(super) fn traceback(&self, exception: &ExceptionObject<M>) -> Result<Value<M>> {
        let frames = exception.state.with(|state| state.traceback.clone());
        self.traceback_from(&frames.into(), 0)
    }

    fn traceback_from(&self, frames: &Arc<[(usize, u32)]>, at: usize) -> Result<Value<M>> {
        if at >= frames.len() {
            return Ok(Value::NONE);
        }
        self.trace(Trace::Traceback { frames: Arc::clone(frames), at })
    }

    pub(super) fn trace(&self, trace: Trace) -> Result<Value<M>> {
        self.heap().allocate(Object::Trace(Box::new(trace)))
    }

    /// What such an object has under a name.
    pub(super) fn trace_member(&self, trace: &Trace, name: &str) -> Result<Option<Value<M>>> {
        let line = |line: u32| int::from_i64(self.heap(), line.into());
        let value = match (trace, name) {
            (Trace::Traceback { frames, at }, _) => {
                let (function, at_line) = frames[*at];
                match name {
                    "tb_frame" => self.trace(Trace::Frame { function, line: at_line }),
                    "tb_lineno" => line(at_line),
                    "tb_next" => self.traceback_from(frames, at + 1),
                    _ => return Ok(None),
                }
            }
            (Trace::Frame { function, .. }, "f_code") => {
                self.trace(Trace::Code { function: *function })
            }
            (Trace::Frame { line: at_line, .. }, "f_lineno") => line(*at_line),
            (Trace::Code { function }, _) => return self.code_member(*function, name),
            _ => return Ok(None),
        };
        value.map(Some)
    }

    /// What the code of a function has under a name.
    fn code_member(&self, function: usize, name: &str) -> Result<Option<Value<M>>> {
        let module = Arc::clone(self.interpreter.module());
        let function = &module.functions()[function];
        let heap = self.heap();
        let count = |count: usize| int::from_i64(heap, i64::try_from(count).unwrap_or(i64::MAX));
        let names = |names: &[String]| {
            // Those with a dot are no variables of the program's.
            let names = names.iter().filter(|name| !name.contains('.'));
            heap.tuple(names.map(|name| heap.str(name.as_str())).collect::<Result<Vec<_>>>()?)
        };
        let value = match name {
            "co_name" => heap.str(function.name.as_str()),
            "co_qualname" => heap.str(function.qualname.as_str()),
            "co_filename" => heap.str("program.py"),
            "co_argcount" => count(function.positional()),
            "co_posonlyargcount" => count(function.signature.positional_only),
            "co_kwonlyargcount" => count(function.signature.keyword_only.len()),
            "co_varnames" => names(&function.locals),
            "co_freevars" => names(&function.free),
            _ => return Ok(None),
        };
        value.map(Some)
    }
}
