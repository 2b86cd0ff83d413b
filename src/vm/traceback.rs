//! `__traceback__` of an exception, its frames and their code, as objects to be read.

use std::sync::Arc;

use super::classes::inside;
use super::error::Error;
use super::exception::ExceptionObject;
use super::generator::GeneratorObject;
use super::int;
use super::machine::Machine;
use super::memory::{Locked, Memory};
use super::object::Object;
use super::stack::Cursor;
use super::types::Type;
use super::value::Value;
use crate::code::Function;
use crate::lang::Span;
use crate::lang::tree::FunctionKind;

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

    /// The frames of functions that are in the program's text: of each its code, its line, and its
    /// variables, which are known where the program asks for such; `None` for those of a module.
    pub(super) fn all_frames(&self, at: &Cursor<M>) -> Result<Value<M>> {
        let module = Arc::clone(self.interpreter.module());
        let mut frames = Vec::new();
        let mut note = |index: usize, op: usize, registers: &[Value<M>]| {
            let function = &module.functions()[index];
            let span = function.locations[op].span;
            if !function.is_hidden && span != Span::default() {
                let variables = self.variables_in(function, registers);
                frames.push((index, module.line_of(function, span), variables));
            }
        };
        self.stack.for_each_frame(at, &mut note);
        let heap = self.heap();
        let frames = frames.into_iter().map(|(function, line, variables)| {
            let code = self.trace(Trace::Code { function })?;
            let variables = match variables {
                Some(variables) => {
                    let dict = heap.dict()?;
                    for (name, value) in variables {
                        self.set_in_dict(&dict, name, value)?;
                    }
                    dict
                }
                None => Value::NONE,
            };
            heap.tuple(vec![code, int::from_i64(heap, line.into())?, variables])
        });
        heap.list(frames.collect::<Result<_>>()?)
    }

    /// The variables that have a value.
    fn variables_in<'f>(
        &self,
        function: &'f Function,
        registers: &[Value<M>],
    ) -> Option<Vec<(&'f str, Value<M>)>> {
        if function.name == "<module>" || !self.interpreter.module().keeps_locals() {
            return None;
        }
        let names = function.locals.iter().chain(&function.free);
        let named = names.zip(registers).filter(|(name, _)| !name.contains('.'));
        let values = named.map(|(name, value)| (name.as_str(), inside(value)));
        Some(values.filter(|(_, value)| !value.is_unbound()).collect())
    }

    /// What a generator, a coroutine or an asynchronous generator tells of itself.
    pub(super) fn generator_member(
        &self,
        generator: &GeneratorObject<M>,
        name: &str,
    ) -> Result<Option<Value<M>>> {
        let index = generator.entry().index;
        let module = self.interpreter.module();
        let function = &module.functions()[index];
        let heap = self.heap();
        let value = match name {
            "__name__" => heap.str(function.name.as_str())?,
            "__qualname__" => heap.str(function.qualname.as_str())?,
            "gi_running" | "cr_running" | "ag_running" => Value::bool(generator.is_running()),
            "gi_suspended" | "cr_suspended" | "ag_suspended" => {
                Value::bool(generator.suspended(|_, _| Some(())).is_some())
            }
            "gi_code" | "cr_code" | "ag_code" => self.trace(Trace::Code { function: index })?,
            "gi_yieldfrom" | "cr_await" | "ag_await" => self.delegated_to(generator),
            "gi_frame" | "cr_frame" | "ag_frame" if generator.is_finished() => Value::NONE,
            "gi_frame" | "cr_frame" | "ag_frame" if generator.is_running() => {
                return Err(Error::unsupported(format!("`{name}` of what is running")));
            }
            "gi_frame" | "cr_frame" | "ag_frame" => {
                let place = generator.suspended(|pc, _| pc.checked_sub(1));
                let span = place.map_or(function.span, |pc| function.locations[pc].span);
                self.trace(Trace::Frame { function: index, line: module.line_of(function, span) })?
            }
            "cr_origin" => Value::NONE,
            _ => return Ok(None),
        };
        Ok(Some(value))
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
            "co_filename" if function.is_hidden => heap.str("<library>"),
            "co_filename" => heap.str(module.texts()[function.text].name.as_str()),
            "co_firstlineno" => count(module.line_of(function, function.span) as usize),
            "co_argcount" => count(function.positional()),
            "co_posonlyargcount" => count(function.signature.positional_only),
            "co_kwonlyargcount" => count(function.signature.keyword_only.len()),
            "co_varnames" => names(&function.locals),
            "co_freevars" => names(&function.free),
            "co_nlocals" => count(function.locals.len()),
            "co_flags" => count(flags(function)),
            _ => return Ok(None),
        };
        value.map(Some)
    }
}

/// The flags of a code object that `inspect` has names for.
fn flags(function: &Function) -> usize {
    const OPTIMIZED_AND_NEW_LOCALS: usize = 3;
    const NESTED: usize = 16;
    if function.name == "<module>" {
        return 0;
    }
    let signature = &function.signature;
    let kind = match function.kind {
        FunctionKind::Generator => 0x20,
        FunctionKind::Coroutine => 0x80,
        FunctionKind::AsyncGenerator => 0x200,
        FunctionKind::Plain => 0,
    };
    OPTIMIZED_AND_NEW_LOCALS
        | (usize::from(signature.has_rest) << 2)
        | (usize::from(signature.has_keywords) << 3)
        | if function.qualname.contains("<locals>") { NESTED } else { 0 }
        | kind
}
