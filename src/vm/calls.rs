//! Calls that are not the common case: built-ins, defaults, wrong arguments, `def`, `print`.

use std::sync::Arc;

use super::budget::OUTPUT_LIMIT;
use super::data::Data;
use super::error::{Error, Exceeded};
use super::format;
use super::machine::Machine;
use super::memory::Memory;
use super::object::{Builtin, FunctionObject, Object};
use super::stack::Cursor;
use super::value::Value;
use crate::code::op::{FunctionId, Reg};

type Result<T> = std::result::Result<T, Box<Error>>;

impl<M: Memory> Machine<M> {
    /// `base = callee(base+1, …)`
    #[inline(never)]
    pub(super) fn call_slow(
        &mut self,
        at: &mut Cursor<M>,
        callee: &Value<M>,
        base: Reg,
        argc: u8,
    ) -> Result<()> {
        if let Some(Object::Builtin(builtin)) = callee.object() {
            let value = self.call_builtin(*builtin, at, base, argc)?;
            at.set(base, value);
            return Ok(());
        }
        let function = self.function_object(callee)?;
        let entry = function.entry();
        let first = Reg(base.0.saturating_add(1));
        self.stack.reserve(at, usize::from(base.0) + 1 + entry.registers.max(argc.into()));
        // SAFETY: just reserved; the verifier has checked that `base + argc` is a register.
        let given = unsafe { at.window(first, argc.into()) };
        let mut arguments: Vec<_> =
            given.iter_mut().map(|slot| std::mem::replace(slot, Value::UNBOUND)).collect();
        self.fill_defaults(function, &mut arguments)?;
        // SAFETY: just reserved; there are as many arguments as parameters now.
        let slots = unsafe { at.window(first, arguments.len()) };
        for (slot, argument) in slots.iter_mut().zip(arguments) {
            *slot = argument;
        }
        // SAFETY: the entry lives as long as the interpreter; the arguments are in place.
        unsafe { self.stack.enter(at, entry, base) }
    }

    /// The function behind a value.
    #[expect(clippy::unused_self, reason = "bounds the lifetime: functions are immortal meanwhile")]
    pub(super) fn function_object<'a>(&self, callee: &Value<M>) -> Result<&'a FunctionObject<M>> {
        if let Some(Object::Function(function)) = callee.object() {
            // SAFETY: functions are immortal: the interpreter keeps them until every machine is
            // gone, and no caller lets the reference outlive its machine.
            return Ok(unsafe { &*std::ptr::from_ref(function) });
        }
        let name = callee.type_name();
        Err(Error::type_error(format!("'{name}' object is not callable")))
    }

    /// Completes the arguments of a call by the function's defaults.
    pub(super) fn fill_defaults(
        &self,
        function: &FunctionObject<M>,
        arguments: &mut Vec<Value<M>>,
    ) -> Result<()> {
        let entry = function.entry();
        let given = arguments.len();
        let required = entry.parameters - function.defaults.len();
        if given > entry.parameters || given < required {
            return Err(self.wrong_arguments(entry.index, given));
        }
        arguments.extend_from_slice(&function.defaults[given - required..]);
        Ok(())
    }

    /// CPython's words for it (`too_many_positional` and `missing_arguments` in `Python/ceval.c`).
    fn wrong_arguments(&self, function: usize, given: usize) -> Box<Error> {
        let function = &self.interpreter.module().functions()[function];
        let (name, most) = (&function.name, function.parameters.len());
        let least = most - function.defaults.len();
        if given < least {
            let missing: Vec<_> =
                function.parameters[given..least].iter().map(|name| format!("'{name}'")).collect();
            let s = if missing.len() == 1 { "" } else { "s" };
            let list = match missing.as_slice() {
                [one] => one.clone(),
                [a, b] => format!("{a} and {b}"),
                [head @ .., last] => format!("{}, and {last}", head.join(", ")),
                [] => String::new(),
            };
            return Error::type_error(format!(
                "{name}() missing {} required positional argument{s}: {list}",
                missing.len()
            ));
        }
        let takes =
            if least == most { most.to_string() } else { format!("from {least} to {most}") };
        let s = if least == most && most == 1 { "" } else { "s" };
        let were = if given == 1 { "was" } else { "were" };
        Error::type_error(format!(
            "{name}() takes {takes} positional argument{s} but {given} {were} given"
        ))
    }

    /// `dst = ` the function, its defaults in `dst, dst+1, …`
    #[inline(never)]
    pub(super) fn make_function(
        &mut self,
        at: &mut Cursor<M>,
        dst: Reg,
        function: FunctionId,
    ) -> Result<()> {
        let interpreter = Arc::clone(&self.interpreter);
        let index = usize::from(function.0);
        let count = interpreter.module().functions()[index].defaults.len();
        // SAFETY: the verifier has checked that these are registers.
        let defaults = unsafe { at.window(dst, count) };
        let defaults =
            defaults.iter_mut().map(|slot| std::mem::replace(slot, Value::UNBOUND)).collect();
        let value = interpreter.function(index, defaults, self.worker)?;
        at.set(dst, value);
        Ok(())
    }

    fn call_builtin(
        &mut self,
        builtin: Builtin,
        at: &mut Cursor<M>,
        base: Reg,
        argc: u8,
    ) -> Result<Value<M>> {
        // SAFETY: the verifier has checked that `base + argc` is a register.
        let arguments = unsafe { at.window(Reg(base.0.saturating_add(1)), argc.into()) };
        match builtin {
            Builtin::Print => self.print(arguments),
            Builtin::Sleep => self.sleep(arguments),
        }
    }

    fn print(&mut self, arguments: &[Value<M>]) -> Result<Value<M>> {
        let mut line = String::new();
        for (index, argument) in arguments.iter().enumerate() {
            if index > 0 {
                line.push(' ');
            }
            line.push_str(&format::str(&Data::of(argument, &self.interpreter))?);
        }
        line.push('\n');
        if self.output.len() + line.len() > OUTPUT_LIMIT {
            return Err(Error::exceeded(Exceeded::Output));
        }
        self.output.push_str(&line);
        Ok(Value::NONE)
    }
}
