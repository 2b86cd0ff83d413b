//! The exceptions behind an exception: its causes, and what was being handled while it was raised.

use super::error::{Earlier, Error, Exception, Raised};
use super::exception::ExceptionObject;
use super::list::List;
use super::machine::Machine;
use super::memory::{Locked, Memory};
use super::object::Object;
use super::repr;
use super::stack::Cursor;
use super::value::Value;

/// Most of them that are looked at.
const MOST: usize = 1000;

impl<M: Memory> ExceptionObject<M> {
    /// `raise … from cause`
    pub(super) fn set_cause(&self, cause: Value<M>) {
        let old = self.state.with(|state| {
            state.is_context_hidden = true;
            std::mem::replace(&mut state.cause, cause)
        });
        drop(old);
    }

    fn replace_context(&self, context: Value<M>) {
        let old = self.state.with(|state| std::mem::replace(&mut state.context, context));
        drop(old);
    }
}

/// Makes what is being handled the context of an exception. An exception never comes to stand behind
/// itself (`_PyErr_SetObject` in `Python/errors.c`).
pub(super) fn set_context<M: Memory>(exception: &Value<M>, handled: Value<M>) {
    let is_same = |other: &Value<M>| other.is(exception);
    let Some(object) = exception.as_exception().filter(|_| !is_same(&handled)) else { return };
    let mut link = handled.clone();
    for _ in 0..MOST {
        let Some(behind) = link.as_exception() else { break };
        let next = behind.state.with(|state| state.context.clone());
        if is_same(&next) {
            behind.replace_context(Value::NONE);
            break;
        }
        link = next;
    }
    object.replace_context(handled);
}

impl<M: Memory> Machine<M> {
    /// The exception that is being handled where the machine stands.
    pub(super) fn handled(&self, at: &Cursor<M>) -> Option<Value<M>> {
        let handled = self.stack.handled(at, self.interpreter.module().functions());
        handled.filter(|handled| handled.as_exception().is_some())
    }

    /// The traceback of an exception as Python prints it.
    pub(super) fn traceback_text(&self, exception: &Value<M>) -> String {
        let (error, frames) = self.told(exception);
        let raised = Raised { error, frames, earlier: self.earlier(exception) };
        raised.traceback(self.interpreter.module())
    }

    /// What a traceback tells before it comes to this exception, the first one first.
    pub(super) fn earlier(&self, exception: &Value<M>) -> Vec<Earlier> {
        let told = |(exception, is_cause): (Value<M>, bool)| {
            let (error, frames) = self.told(&exception);
            Earlier { error, frames, is_cause }
        };
        chain(exception).into_iter().map(told).collect()
    }

    /// An exception for people, and the frames that it has left.
    pub(super) fn told(&self, exception: &Value<M>) -> (Error, Vec<(String, u32)>) {
        let class = self.interpreter.class_of(exception);
        // Those of native modules have their module before their name.
        let kind = match class.as_class().filter(|class| class.is_builtin) {
            Some(class) => repr::qualified(class),
            None => exception.type_name().to_owned(),
        };
        let message = self.text_for_people(exception);
        let told = |object: &ExceptionObject<M>| {
            object.state.with(|state| (state.traceback.clone(), state.notes.clone()))
        };
        let (traceback, notes) = exception.as_exception().map_or((Vec::new(), Value::NONE), told);
        let notes = match notes.object() {
            Some(Object::List(notes)) => notes.snapshot(),
            _ => Vec::new(),
        };
        let notes = notes.iter().filter_map(|note| Some(note.as_str()?.to_owned())).collect();
        (Error::Exception(Exception { kind, message, notes }), self.named(traceback))
    }

    /// Names and lines of frames.
    pub(super) fn named(&self, frames: Vec<(usize, u32)>) -> Vec<(String, u32)> {
        let functions = self.interpreter.module().functions();
        frames.into_iter().map(|(at, line)| (functions[at].name.clone(), line)).collect()
    }
}

/// The exceptions that a traceback tells before it comes to this one, the first one first; is each
/// the cause of the next one?
pub(super) fn chain<M: Memory>(exception: &Value<M>) -> Vec<(Value<M>, bool)> {
    let mut seen = vec![exception.identity()];
    let mut chain = Vec::new();
    let mut link = exception.clone();
    while let Some((next, is_cause)) = before(&link)
        && !seen.contains(&next.identity())
        && seen.len() < MOST
    {
        seen.push(next.identity());
        link = next.clone();
        chain.push((next, is_cause));
    }
    chain.reverse();
    chain
}

/// What comes before an exception in a traceback, and whether it is its cause.
fn before<M: Memory>(exception: &Value<M>) -> Option<(Value<M>, bool)> {
    let (cause, context, is_hidden) = exception
        .as_exception()?
        .state
        .with(|state| (state.cause.clone(), state.context.clone(), state.is_context_hidden));
    if cause.as_exception().is_some() {
        return Some((cause, true));
    }
    (!is_hidden && context.as_exception().is_some()).then_some((context, false))
}
