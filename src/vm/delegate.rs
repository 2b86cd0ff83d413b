//! What is sent to a generator, thrown into it or closes it; and `yield from`, which hands all that on
//! to another iterator (PEP 380). A chain of such generators is gone through here one by one, each in
//! a frame of the machine.

use super::continuation::Then;
use super::error::Error;
use super::generator::GeneratorObject;
use super::machine::Machine;
use super::memory::Memory;
use super::native::Control;
use super::object::Object;
use super::stack::Cursor;
use super::types::Type;
use super::value::Value;
use crate::code::op::{Op, Reg};

type Result<T> = std::result::Result<T, Box<Error>>;

impl<M: Memory> Machine<M> {
    /// Goes back to whoever runs this generator.
    pub(super) fn leave_generator(&mut self, at: &mut Cursor<M>) {
        match at.op() {
            Op::Delegate { base } => self.yield_(at, Reg(base.0 + 1)),
            Op::Yield { value } => self.yield_(at, value),
            Op::EndGenerator { value } => self.end_generator(at, value),
            _ => {}
        }
    }

    /// Asks the iterator in `base` for its next value, or sends it what is in `base+1`.
    pub(super) fn send_to(&mut self, at: &mut Cursor<M>, base: Reg) -> Result<()> {
        let (iterator, sent) = (at.get(base).clone(), at.take(Reg(base.0 + 1)));
        if sent.is_none() {
            return self.next_of_any(at, &iterator, Then::Delegate);
        }
        if let Some(Object::Generator(_)) = iterator.object() {
            self.send(&iterator, sent)?;
            return self.next_of_any(at, &iterator, Then::Delegate);
        }
        let function = self.interpreter.prelude("send_to")?;
        self.call_value(at, function, vec![iterator, sent], None, Then::Delegate)
    }

    /// `generator.send(value)`: makes it the value of the `yield` where it stands.
    pub(super) fn send(&self, generator: &Value<M>, value: Value<M>) -> Result<()> {
        let Some(Object::Generator(generator)) = generator.object() else {
            return Err(Error::unsupported("sending to what is no generator"));
        };
        let code = &self.interpreter.module().functions()[generator.entry().index].code;
        let register = |pc: usize| match code.get(pc.checked_sub(1)?)? {
            Op::Yield { value } => Some(usize::from(value.0)),
            Op::Delegate { base } => Some(usize::from(base.0) + 1),
            _ => None,
        };
        generator.send(value, register)
    }

    /// What it waits for in a `yield from` or `await`, or `None`.
    pub(super) fn delegated_to(&self, generator: &GeneratorObject<M>) -> Value<M> {
        self.delegate_of(generator).map_or(Value::NONE, |(_, iterator)| iterator)
    }

    /// Where a suspended generator stands in a `yield from`: the index of that instruction, and the
    /// iterator.
    fn delegate_of(&self, generator: &GeneratorObject<M>) -> Option<(usize, Value<M>)> {
        let code = &self.interpreter.module().functions()[generator.entry().index].code;
        generator.suspended(|pc, registers| {
            let at = pc.checked_sub(1)?;
            match code.get(at)? {
                Op::Delegate { base } => Some((at, registers.get(usize::from(base.0))?.clone())),
                _ => None,
            }
        })
    }

    /// Goes into the generators of a chain of `yield from`, from the outermost to the one before the
    /// last: the last iterator, and what is done with its value.
    fn follow_chain(
        &mut self,
        at: &mut Cursor<M>,
        outermost: &Value<M>,
        then: Then<M>,
        inner_then: impl Fn() -> Then<M>,
    ) -> Result<(Value<M>, Then<M>)> {
        let (mut last, mut then) = (outermost.clone(), then);
        while let Some(Object::Generator(generator)) = last.object()
            && let Some((place, inner)) = self.delegate_of(generator)
        {
            self.resume(at, &last, then)?;
            // As if the `Send` before it had asked: what comes is handed on.
            at.go_to(place);
            (last, then) = (inner, inner_then());
        }
        Ok((last, then))
    }

    /// `generator.close()`: raises `GeneratorExit` where it stands.
    pub(super) fn close(
        &mut self,
        at: &mut Cursor<M>,
        value: &Value<M>,
        then: &Then<M>,
    ) -> Result<()> {
        let Then::Store(dst) = *then else {
            return Err(Error::unsupported("closing a generator here"));
        };
        if !matches!(value.object(), Some(Object::Generator(_))) {
            return Err(Error::unsupported("closing what is no generator"));
        }
        let (last, then) = self.follow_chain(at, value, Then::Close(dst), || Then::CloseOuter)?;
        self.close_last(at, &last, then)
    }

    /// Closes an iterator that hands nothing on.
    fn close_last(&mut self, at: &mut Cursor<M>, last: &Value<M>, then: Then<M>) -> Result<()> {
        let Some(Object::Generator(generator)) = last.object() else {
            let function = self.interpreter.prelude("close_iterator")?;
            return self.call_value(at, function, vec![last.clone()], None, Then::ExitOuter);
        };
        if generator.finish_if_new() {
            return self.apply(at, then, Value::UNBOUND);
        }
        self.resume(at, last, then)?;
        Err(self.throw(Type::GeneratorExit, Vec::new()))
    }

    /// `generator.throw(exception)`: raises it where the generator stands.
    pub(super) fn throw_into(
        &mut self,
        at: &mut Cursor<M>,
        value: &Value<M>,
        exception: &Value<M>,
        then: &Then<M>,
    ) -> Result<()> {
        let Then::Store(dst) = *then else {
            return Err(Error::unsupported("throwing into a generator here"));
        };
        let wrong = format!(
            "exceptions must be classes or instances deriving from BaseException, not {}",
            exception.type_name()
        );
        let exception = self.as_exception(exception, &wrong)?;
        let then = Then::NextOr { dst, default: None };
        let is_exit = exception
            .as_exception()
            .is_some_and(|exception| exception.root() == Type::GeneratorExit);
        if is_exit
            && let Some(Object::Generator(generator)) = value.object()
            && let Some((place, inner)) = self.delegate_of(generator)
        {
            self.resume(at, value, then)?;
            at.go_to(place);
            let (last, then) =
                self.follow_chain(at, &inner, Then::CloseOuter, || Then::CloseOuter)?;
            return self.close_last(at, &last, then);
        }
        let (last, then) = self.follow_chain(at, value, then, || Then::Delegate)?;
        match last.object() {
            Some(Object::Generator(generator)) => {
                if generator.is_finished() {
                    generator.check_reuse()?;
                }
                if !generator.finish_if_new() {
                    self.resume(at, &last, then)?;
                }
            }
            Some(Object::Instance(_)) => {
                let function = self.interpreter.prelude("throw_into")?;
                return self.call_value(at, function, vec![last, exception], None, then);
            }
            // It cannot be thrown into, so that the generator itself is.
            _ => {}
        }
        self.returned = Value::NONE;
        self.thrown = Some(exception);
        self.is_reraised = false;
        Err(Error::control(Control::Thrown))
    }
}
