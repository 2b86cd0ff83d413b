//! The exceptions behind an exception: its causes, and what was being handled while it was raised.

use super::error::{Earlier, Error, Exception, Raised, Site};
use super::exception::ExceptionObject;
use super::list::List;
use super::machine::Machine;
use super::memory::{Locked, Memory};
use super::object::Object;
use super::report::MAX_DEPTH;
use super::repr;
use super::stack::Cursor;
use super::value::Value;
use crate::code::Function;

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
        self.raised(exception, true).traceback(self.interpreter.module())
    }

    /// An exception for people, with those behind it or without, and the frames that each has left.
    pub(super) fn raised(&self, exception: &Value<M>, is_chained: bool) -> Raised {
        self.raised_within(exception, is_chained, &mut vec![exception.identity()], 0)
    }

    fn raised_within(
        &self,
        exception: &Value<M>,
        is_chained: bool,
        seen: &mut Vec<u64>,
        depth: usize,
    ) -> Raised {
        let mut earlier = Vec::new();
        if is_chained {
            for (exception, is_cause) in chain(exception, seen) {
                let (error, frames) = self.told(&exception, is_chained, seen, depth);
                earlier.push(Earlier { error, frames, is_cause });
            }
        }
        let (error, frames) = self.told(exception, is_chained, seen, depth);
        Raised { error, frames, earlier }
    }

    /// An exception without those behind it.
    fn told(
        &self,
        exception: &Value<M>,
        is_chained: bool,
        seen: &mut Vec<u64>,
        depth: usize,
    ) -> (Error, Vec<Site>) {
        let class = self.interpreter.class_of(exception);
        // Those of native modules have their module before their name.
        let kind = match class.as_class().filter(|class| class.is_builtin) {
            Some(class) => repr::qualified(class),
            None => exception.type_name().to_owned(),
        };
        let message = self.text_for_people(exception);
        let Some(object) = exception.as_exception() else {
            let (notes, group) = (Vec::new(), Vec::new());
            return (Error::Exception(Exception { kind, message, notes, group }), Vec::new());
        };
        let (traceback, notes) =
            object.state.with(|state| (state.traceback.clone(), state.notes.clone()));
        let notes = match notes.object() {
            Some(Object::List(notes)) => notes.snapshot(),
            _ => Vec::new(),
        };
        let notes = notes.iter().filter_map(|note| Some(note.as_str()?.to_owned())).collect();
        let inside = object.group().filter(|_| depth <= MAX_DEPTH + 1);
        let inside = inside.as_ref().map_or(&[][..], |group| group.exceptions());
        let group = inside.iter().map(|exception| {
            seen.push(exception.identity());
            self.raised_within(exception, is_chained, seen, depth + 1)
        });
        let group = group.collect();
        (Error::Exception(Exception { kind, message, notes, group }), self.named(traceback))
    }

    /// The exceptions that are told of this one, in the order of [`Raised::for_each_error`].
    pub(super) fn all_told(exception: &Value<M>) -> Vec<Value<M>> {
        let mut all = Vec::new();
        collect(exception, &mut vec![exception.identity()], 0, &mut all);
        all
    }

    /// Where frames are, for people.
    pub(super) fn named(&self, frames: Vec<(usize, u32)>) -> Vec<Site> {
        let functions = self.interpreter.module().functions();
        let site = |(at, line): (usize, u32)| {
            let Function { name, text, .. } = &*functions[at];
            Site { function: name.clone(), line, text: *text }
        };
        frames.into_iter().map(site).collect()
    }
}

/// Everything that [`Machine::raised`] tells, in the same order.
fn collect<M: Memory>(
    exception: &Value<M>,
    seen: &mut Vec<u64>,
    depth: usize,
    all: &mut Vec<Value<M>>,
) {
    let earlier = chain(exception, seen).into_iter().map(|(exception, _)| exception);
    for exception in earlier.chain([exception.clone()]) {
        all.push(exception.clone());
        let group = exception.as_exception().and_then(ExceptionObject::group);
        if let Some(group) = group.filter(|_| depth <= MAX_DEPTH + 1) {
            for inside in group.exceptions() {
                seen.push(inside.identity());
                collect(inside, seen, depth + 1, all);
            }
        }
    }
}

/// The exceptions that a traceback tells before it comes to this one, the first one first, and none
/// twice; is each the cause of the next one?
fn chain<M: Memory>(exception: &Value<M>, seen: &mut Vec<u64>) -> Vec<(Value<M>, bool)> {
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
