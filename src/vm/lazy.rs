//! Iterators that ask others: `map`, `filter`, `iter(function, sentinel)`, and `zip` and
//! `enumerate` over what only code of the program can iterate over. The machine asks them in a loop
//! with a stack of its own, however many stand on each other.

use super::calls::{Pending, native, without_receiver};
use super::continuation::Then;
use super::error::{Error, Exception};
use super::exception::ExceptionObject;
use super::globals::Slot;
use super::limits::MOST_AT_ONCE;
use super::machine::Machine;
use super::memory::{Locked, Memory};
use super::native::Control;
use super::object::Object;
use super::ops;
use super::special::Special;
use super::stack::Cursor;
use super::types::Type;
use super::value::Value;
use crate::lang::tree::BinaryOp;

type Result<T> = std::result::Result<T, Box<Error>>;

/// Such an iterator. What it asks are iterators, too.
pub(super) enum Lazy<M: Memory> {
    Map {
        function: Value<M>,
        iterators: Box<[Value<M>]>,
    },
    Filter {
        function: Value<M>,
        iterator: Value<M>,
    },
    Zip {
        iterators: Box<[Value<M>]>,
        is_strict: bool,
    },
    Enumerate {
        iterator: Value<M>,
        index: M::Slot,
    },
    /// `iter(function, sentinel)`; unbound when it has come to its end.
    Until {
        function: M::Slot,
        sentinel: Value<M>,
    },
}

/// The prelude's functions that call a function with so many arguments.
const CALLS: [&str; 3] = ["call", "call_with_one", "call_with_two"];

/// What was asked for, with the value that came of it.
pub(super) type Pulled<M> = (Box<Pull<M>>, Value<M>);

/// A value that is being asked for, and what becomes of it.
pub(super) struct Pull<M: Memory> {
    steps: Vec<Step<M>>,
    then: Then<M>,
}

/// What an iterator does with the value that it has asked for: an item, or what a function of the
/// program has returned. Unbound means that there is no more.
enum Step<M: Memory> {
    /// `map` and `zip` take one item of each.
    Items { lazy: Value<M>, items: Vec<Value<M>> },
    /// A strict `zip` looks whether this one is at its end, as the first one is.
    End { lazy: Value<M>, at: usize },
    /// `filter` looks at an item.
    Item { lazy: Value<M> },
    /// `filter` keeps the item if this is true.
    Keep { lazy: Value<M>, item: Value<M> },
    /// `enumerate` counts.
    Count { lazy: Value<M> },
    /// `iter(function, sentinel)` compares.
    Compare { lazy: Value<M> },
    /// It has compared: was that the sentinel?
    Compared { lazy: Value<M>, item: Value<M> },
    /// The machine could be interrupted.
    Rested { iterator: Value<M> },
}

/// What is done next.
enum Turn<M: Memory> {
    Ask(Value<M>),
    Got(Value<M>),
    Call(Value<M>, Vec<Value<M>>),
}

impl<M: Memory> Lazy<M> {
    pub(super) fn type_of(&self) -> Type {
        match self {
            Self::Map { .. } => Type::Map,
            Self::Filter { .. } => Type::Filter,
            Self::Zip { .. } => Type::Zip,
            Self::Enumerate { .. } => Type::Enumerate,
            Self::Until { .. } => Type::CallableIterator,
        }
    }

    fn iterators(&self) -> &[Value<M>] {
        match self {
            Self::Map { iterators, .. } | Self::Zip { iterators, .. } => iterators,
            Self::Filter { iterator, .. } | Self::Enumerate { iterator, .. } => {
                std::slice::from_ref(iterator)
            }
            Self::Until { .. } => &[],
        }
    }

    /// Bytes that it takes besides its slot.
    pub(super) fn bytes(&self) -> usize {
        size_of::<Self>() + size_of_val(self.iterators())
    }

    /// Asked for its next value, it asks others first.
    fn begin(&self, lazy: Value<M>, steps: &mut Vec<Step<M>>) -> Turn<M> {
        let first = self.iterators().first().cloned();
        let step = match self {
            Self::Map { iterators, .. } | Self::Zip { iterators, .. } => {
                Step::Items { lazy, items: Vec::with_capacity(iterators.len()) }
            }
            Self::Filter { .. } => Step::Item { lazy },
            Self::Enumerate { .. } => Step::Count { lazy },
            Self::Until { function, .. } => {
                let function = function.load();
                if function.is_unbound() {
                    return Turn::Got(function);
                }
                steps.push(Step::Compare { lazy });
                return Turn::Call(function, Vec::new());
            }
        };
        steps.push(step);
        first.map_or(Turn::Got(Value::UNBOUND), Turn::Ask)
    }
}

impl<M: Memory> Machine<M> {
    /// Asks a lazy iterator for its next value, which is `then`'s; unbound at the end.
    pub(super) fn pull(
        &mut self,
        at: &mut Cursor<M>,
        iterator: Value<M>,
        then: Then<M>,
    ) -> Result<()> {
        self.drive(at, Box::new(Pull { steps: Vec::new(), then }), Turn::Ask(iterator))
    }

    /// Goes on with the value that a call has given. Where that call was made by the loop itself it
    /// goes on there, so that no depth is native.
    pub(super) fn pulled(
        &mut self,
        at: &mut Cursor<M>,
        pull: Box<Pull<M>>,
        value: Value<M>,
    ) -> Result<()> {
        if self.is_pulling {
            self.pulled = Some((pull, value));
            return Ok(());
        }
        self.drive(at, pull, Turn::Got(value))
    }

    fn drive(&mut self, at: &mut Cursor<M>, pull: Box<Pull<M>>, turn: Turn<M>) -> Result<()> {
        let (mut pull, mut turn, mut asked) = (pull, turn, 0);
        loop {
            let later = match turn {
                Turn::Got(value) => {
                    turn = match pull.steps.pop() {
                        None => return self.apply(at, pull.then, value),
                        Some(step) => self.step(&mut pull.steps, step, value)?,
                    };
                    continue;
                }
                Turn::Ask(iterator) => {
                    asked += 1;
                    if asked > MOST_AT_ONCE {
                        asked = 0;
                        pull.steps.push(Step::Rested { iterator });
                        turn = Turn::Call(self.interpreter.prelude("rest")?, Vec::new());
                        continue;
                    }
                    match iterator.object() {
                        Some(Object::Iterator(inner)) => {
                            let next = inner.with_others(|inner| inner.next(self.heap()))?;
                            turn = Turn::Got(next.unwrap_or(Value::UNBOUND));
                            continue;
                        }
                        Some(Object::Lazy(lazy)) => {
                            turn = lazy.begin(iterator.clone(), &mut pull.steps);
                            continue;
                        }
                        Some(Object::Generator(_)) => {
                            self.by_loop(|machine| machine.resume(at, &iterator, Then::Pull(pull)))?
                        }
                        _ => {
                            let method = self.interpreter.special(&iterator, Special::Next);
                            let method = method.ok_or_else(|| not_an_iterator(&iterator))?;
                            self.by_loop(|machine| {
                                machine.call_special(at, method, vec![iterator], Then::Pull(pull))
                            })?
                        }
                    }
                }
                Turn::Call(callee, arguments) => {
                    let (callee, arguments) = without_receiver(callee, arguments);
                    let Some((name, function)) = native(&callee) else {
                        let then = Then::Pull(pull);
                        let later = self.by_loop(|machine| {
                            machine.call_value(at, callee, arguments, None, then)
                        });
                        match later? {
                            Some((same, value)) => (pull, turn) = (same, Turn::Got(value)),
                            None => return Ok(()),
                        }
                        continue;
                    };
                    match self.call_native(function, &arguments, None).map_err(|error| *error) {
                        Ok(value) => {
                            turn = Turn::Got(value);
                            continue;
                        }
                        Err(error) if self.is_stop(&error) => {
                            self.thrown = None;
                            turn = Turn::Got(Value::UNBOUND);
                            continue;
                        }
                        // What asks a method of the program does so in a frame.
                        Err(Error::Control(Control::Dunder)) if arguments.len() < CALLS.len() => {
                            let call = self.interpreter.prelude(CALLS[arguments.len()])?;
                            turn = Turn::Call(call, [vec![callee], arguments].concat());
                            continue;
                        }
                        Err(Error::Control(control)) => {
                            let then = Then::Pull(pull);
                            let pending =
                                Pending { name, function, arguments, keywords: None, then };
                            self.by_loop(|machine| machine.carry_out(at, control, pending))?
                        }
                        Err(error) => return Err(Box::new(error)),
                    }
                }
            };
            // In frames of its own, after which it is `pulled`, or done already.
            let Some((same, value)) = later else { return Ok(()) };
            (pull, turn) = (same, Turn::Got(value));
        }
    }

    /// Makes a call whose value, if it comes at once, is for the loop that makes it.
    fn by_loop(&mut self, call: impl FnOnce(&mut Self) -> Result<()>) -> Result<Option<Pulled<M>>> {
        self.is_pulling = true;
        let called = call(self);
        self.is_pulling = false;
        called.map(|()| self.pulled.take())
    }

    /// Is it a `StopIteration`, which ends whatever asks a built-in for a value?
    fn is_stop(&self, error: &Error) -> bool {
        match error {
            Error::Control(Control::Thrown) => {
                let thrown = self.thrown.as_ref().and_then(Value::as_exception);
                thrown.map(ExceptionObject::root) == Some(Type::StopIteration)
            }
            Error::Exception(Exception { kind, .. }) => kind == "StopIteration",
            _ => false,
        }
    }

    fn step(
        &mut self,
        steps: &mut Vec<Step<M>>,
        step: Step<M>,
        value: Value<M>,
    ) -> Result<Turn<M>> {
        let is_end = value.is_unbound();
        match step {
            Step::Items { lazy, items } => self.take_item(steps, lazy, items, value),
            Step::End { at, .. } if !is_end => Err(not_as_long("longer", at)),
            Step::End { lazy, at } => {
                let Some(next) = iterators(&lazy).get(at + 1).cloned() else {
                    return Ok(Turn::Got(value));
                };
                steps.push(Step::End { lazy, at: at + 1 });
                Ok(Turn::Ask(next))
            }
            Step::Rested { iterator } => Ok(Turn::Ask(iterator)),
            _ if is_end => Ok(Turn::Got(value)),
            Step::Item { lazy } => {
                let Some(Lazy::Filter { function, .. }) = inside(&lazy) else {
                    return Ok(Turn::Got(value));
                };
                if function.is_none() || function.is(&self.interpreter.class(Type::Bool)) {
                    return self.keep(steps, lazy, value.clone(), &value);
                }
                let function = function.clone();
                steps.push(Step::Keep { lazy, item: value.clone() });
                Ok(Turn::Call(function, vec![value]))
            }
            Step::Keep { lazy, item } => self.keep(steps, lazy, item, &value),
            Step::Count { lazy } => {
                let Some(Lazy::Enumerate { index, .. }) = inside(&lazy) else {
                    return Ok(Turn::Got(value));
                };
                let (now, one) = (index.load(), Value::int16(1));
                let next = ops::binary(&self.interpreter, self.heap(), BinaryOp::Add, &now, &one)?;
                index.store(next);
                self.heap().pair([now, value]).map(Turn::Got)
            }
            Step::Compare { lazy } => {
                let Some(Lazy::Until { sentinel, .. }) = inside(&lazy) else {
                    return Ok(Turn::Got(value));
                };
                let arguments = vec![sentinel.clone(), value.clone()];
                steps.push(Step::Compared { lazy, item: value });
                Ok(Turn::Call(self.interpreter.prelude("same")?, arguments))
            }
            Step::Compared { lazy, item } => {
                if value.quick_truth() == Some(false) {
                    return Ok(Turn::Got(item));
                }
                if let Some(Lazy::Until { function, .. }) = inside(&lazy) {
                    function.store(Value::UNBOUND);
                }
                Ok(Turn::Got(Value::UNBOUND))
            }
        }
    }

    /// The next item for `map` or `zip`.
    fn take_item(
        &mut self,
        steps: &mut Vec<Step<M>>,
        lazy: Value<M>,
        items: Vec<Value<M>>,
        value: Value<M>,
    ) -> Result<Turn<M>> {
        let mut items = items;
        if value.is_unbound() {
            let is_strict = matches!(inside(&lazy), Some(Lazy::Zip { is_strict: true, .. }));
            return match iterators(&lazy).get(1).cloned() {
                Some(_) if is_strict && !items.is_empty() => {
                    Err(not_as_long("shorter", items.len()))
                }
                Some(second) if is_strict => {
                    steps.push(Step::End { lazy, at: 1 });
                    Ok(Turn::Ask(second))
                }
                _ => Ok(Turn::Got(value)),
            };
        }
        items.push(value);
        if let Some(next) = iterators(&lazy).get(items.len()).cloned() {
            steps.push(Step::Items { lazy, items });
            return Ok(Turn::Ask(next));
        }
        match inside(&lazy) {
            Some(Lazy::Map { function, .. }) => Ok(Turn::Call(function.clone(), items)),
            _ => self.heap().tuple(items).map(Turn::Got),
        }
    }

    /// Gives an item if something is true, or asks for another one.
    fn keep(
        &mut self,
        steps: &mut Vec<Step<M>>,
        lazy: Value<M>,
        item: Value<M>,
        kept: &Value<M>,
    ) -> Result<Turn<M>> {
        match ops::truth(&self.interpreter, kept) {
            Ok(true) => Ok(Turn::Got(item)),
            Ok(false) => {
                let next = iterators(&lazy).first().cloned().unwrap_or(Value::UNBOUND);
                steps.push(Step::Item { lazy });
                Ok(Turn::Ask(next))
            }
            Err(error) if *error == Error::Control(Control::Dunder) => {
                steps.push(Step::Keep { lazy, item });
                Ok(Turn::Call(self.interpreter.prelude("truth")?, vec![kept.clone()]))
            }
            Err(error) => Err(error),
        }
    }
}

fn inside<M: Memory>(lazy: &Value<M>) -> Option<&Lazy<M>> {
    match lazy.object()? {
        Object::Lazy(lazy) => Some(lazy),
        _ => None,
    }
}

fn iterators<M: Memory>(lazy: &Value<M>) -> &[Value<M>] {
    inside(lazy).map_or(&[], Lazy::iterators)
}

fn not_as_long(than: &str, at: usize) -> Box<Error> {
    let others = if at == 1 { "argument 1".to_owned() } else { format!("arguments 1-{at}") };
    Error::value_error(format!("zip() argument {} is {than} than {others}", at + 1))
}

pub(super) fn not_an_iterator<M: Memory>(value: &Value<M>) -> Box<Error> {
    Error::type_error(format!("'{}' object is not an iterator", value.type_name()))
}
