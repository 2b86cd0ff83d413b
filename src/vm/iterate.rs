//! Iterators of Python's own classes. A loop asks them without running any code of the program;
//! what needs such code is a generator of the prelude.

use super::error::Error;
use super::heap::Heap;
use super::int;
use super::interpreter::Interpreter;
use super::limits::NESTING_LIMIT;
use super::list::List;
use super::long_range::Steps;
use super::machine::Machine;
use super::memory::{Locked, Memory};
use super::native::Control;
use super::object::Object;
use super::special::Special;
use super::types::Type;
use super::value::Value;
use super::view::ViewKind;

type Result<T> = std::result::Result<T, Box<Error>>;

/// Where an iterator stands.
pub(super) enum Iter<M: Memory> {
    /// At the end, where it stays.
    Done(Type),
    List {
        list: Value<M>,
        index: usize,
    },
    Tuple {
        tuple: Value<M>,
        index: usize,
    },
    /// `at` is a byte.
    Str {
        text: Value<M>,
        at: usize,
    },
    Bytes {
        bytes: Value<M>,
        index: usize,
    },
    Range {
        next: i64,
        step: i64,
        left: usize,
    },
    LongRange(Box<Steps>),
    Dict {
        dict: Value<M>,
        kind: ViewKind,
        at: usize,
        length: usize,
        /// How many entries are still to come.
        left: usize,
        is_reversed: bool,
    },
    Set {
        set: Value<M>,
        at: usize,
        length: usize,
    },
    /// The first `left` items of a list, a tuple, a string or bytes, the last one first.
    Reversed {
        sequence: Value<M>,
        left: usize,
    },
    Enumerate {
        iterator: Value<M>,
        index: i64,
        depth: usize,
    },
    Zip {
        iterators: Box<[Value<M>]>,
        depth: usize,
    },
}

/// An iterator over a value; `None` if it is not of a class of Python itself that has one.
pub(super) fn iter<M: Memory>(heap: &Heap<M>, value: &Value<M>) -> Result<Option<Value<M>>> {
    if let Some(Object::Iterator(_)) = value.object() {
        return Ok(Some(value.clone()));
    }
    let value = value.iterated_plainly().unwrap_or(value);
    match Iter::over(value) {
        Some(iter) => heap.iterator(iter).map(Some),
        None => Ok(None),
    }
}

/// The next value of an iterator.
pub(super) fn next<M: Memory>(
    heap: &Heap<M>,
    iterator: &M::Locked<Iter<M>>,
) -> Result<Option<Value<M>>> {
    iterator.with_others(|iterator| iterator.next(heap))
}

/// All that argument number `argument` of a built-in has to give. What the machine must collect
/// by running code of the program is left to it.
pub(super) fn collect<M: Memory>(
    machine: &Machine<M>,
    value: &Value<M>,
    argument: u8,
) -> Result<Vec<Value<M>>> {
    match items(machine.heap(), value)? {
        Some(items) => Ok(items),
        None if is_of_program(machine, value) => Err(Error::control(Control::Collect(argument))),
        None => Err(not_iterable(value)),
    }
}

/// The same for what makes a list of it first (`PySequence_List`): that asks for its length, too.
pub(super) fn list<M: Memory>(
    machine: &Machine<M>,
    value: &Value<M>,
    argument: u8,
) -> Result<Vec<Value<M>>> {
    collect(machine, value, argument).map_err(|error| match *error {
        Error::Control(Control::Collect(argument)) => Error::control(Control::List(argument)),
        _ => error,
    })
}

/// All that a value of a class of Python itself has to give; `None` if it is not iterable, or not
/// without running code of the program.
pub(super) fn items<M: Memory>(heap: &Heap<M>, value: &Value<M>) -> Result<Option<Vec<Value<M>>>> {
    let value = value.iterated_plainly().unwrap_or(value);
    match value.object() {
        Some(Object::List(items)) => return Ok(Some(items.snapshot())),
        Some(Object::Tuple(items)) => return Ok(Some(items.to_vec())),
        Some(Object::Dict(dict)) => return Ok(Some(dict.with(|dict| dict.keys()))),
        Some(Object::Set(set)) => return Ok(Some(set.with(|set| set.items()))),
        Some(Object::Frozen(set)) => return Ok(Some(set.items())),
        _ => {}
    }
    let mut items = Vec::new();
    let mut push = |item| {
        if items.len() == items.capacity() {
            heap.check(items.len() * 2 * size_of::<Value<M>>())?;
        }
        items.push(item);
        Ok::<_, Box<Error>>(())
    };
    if let Some(Object::Iterator(iterator)) = value.object() {
        while let Some(item) = next(heap, iterator)? {
            push(item)?;
        }
    } else if let Some(mut iter) = Iter::over(value) {
        while let Some(item) = iter.next(heap)? {
            push(item)?;
        }
    } else {
        return Ok(None);
    }
    Ok(Some(items))
}

/// Does iterating over it run code of the program?
pub(super) fn is_of_program<M: Memory>(machine: &Machine<M>, value: &Value<M>) -> bool {
    runs_program(&machine.interpreter, value)
}

/// The same where no machine is at hand.
pub(super) fn runs_program<M: Memory>(interpreter: &Interpreter<M>, value: &Value<M>) -> bool {
    match value.object() {
        Some(Object::Generator(_) | Object::Lazy(_)) => true,
        Some(Object::Derived(_)) => interpreter.has_special(value, Special::Iter),
        Some(Object::Instance(_) | Object::Exception(_) | Object::Class(_)) => {
            iterating_method(interpreter, value).is_some()
        }
        _ => false,
    }
}

/// Can it be iterated over?
pub(super) fn is_iterable<M: Memory>(machine: &Machine<M>, value: &Value<M>) -> bool {
    matches!(value.object(), Some(Object::Iterator(_)))
        || Iter::over(value.iterated_plainly().unwrap_or(value)).is_some()
        || is_of_program(machine, value)
}

/// The method of the program by which an instance is iterated over: its `__iter__`, or else its
/// `__getitem__`. `__iter__ = None` says that there is none.
pub(super) fn iterating_method<M: Memory>(
    interpreter: &Interpreter<M>,
    value: &Value<M>,
) -> Option<(Special, Value<M>)> {
    match interpreter.special(value, Special::Iter) {
        Some(method) => (!method.is_none()).then_some((Special::Iter, method)),
        None if value.as_derived().is_some() => None,
        None => Some((Special::GetItem, interpreter.special(value, Special::GetItem)?)),
    }
}

pub(super) fn not_iterable<M: Memory>(value: &Value<M>) -> Box<Error> {
    Error::type_error(format!("'{}' object is not iterable", value.type_name()))
}

/// Inside of how many other iterators is one that is built on these?
pub(super) fn depth_over<M: Memory>(iterators: &[Value<M>]) -> Result<usize> {
    let depth_of = |value: &Value<M>| match value.object() {
        Some(Object::Iterator(iterator)) => iterator.with_others(|iterator| match iterator {
            Iter::Enumerate { depth, .. } | Iter::Zip { depth, .. } => *depth,
            _ => 0,
        }),
        _ => 0,
    };
    let depth = 1 + iterators.iter().map(depth_of).max().unwrap_or(0);
    if depth > NESTING_LIMIT {
        return Err(Error::exception("RecursionError", "maximum recursion depth exceeded"));
    }
    Ok(depth)
}

impl<M: Memory> Iter<M> {
    /// An iterator over a value of a class of Python itself that is no iterator.
    pub(super) fn over(value: &Value<M>) -> Option<Self> {
        let copy = || value.clone();
        Some(match value.object()? {
            Object::List(_) => Self::List { list: copy(), index: 0 },
            Object::Tuple(_) => Self::Tuple { tuple: copy(), index: 0 },
            Object::Str(_) => Self::Str { text: copy(), at: 0 },
            Object::Bytes(_) => Self::Bytes { bytes: copy(), index: 0 },
            Object::Range(range) => {
                Self::Range { next: range.start, step: range.step, left: range.len() }
            }
            Object::LongRange(range) => Self::LongRange(Box::new(range.steps())),
            Object::Dict(_) => Self::dict(value, ViewKind::Keys, false),
            Object::DictView(view) => Self::dict(&view.dict, view.kind, false),
            Object::Set(set) => Self::Set { set: copy(), at: 0, length: set.with(|set| set.len()) },
            Object::Frozen(set) => Self::Set { set: copy(), at: 0, length: set.len() },
            _ => return None,
        })
    }

    /// The same from the end.
    pub(super) fn backwards(value: &Value<M>) -> Option<Self> {
        let left = match value.object()? {
            Object::List(items) => items.len(),
            Object::Tuple(items) => items.len(),
            Object::Bytes(bytes) => bytes.len(),
            Object::Str(text) => text.as_str().len(),
            Object::Range(range) => {
                let (next, step) = range.backwards();
                return Some(Self::Range { next, step, left: range.len() });
            }
            Object::LongRange(range) => {
                return Some(Self::LongRange(Box::new(range.steps_back())));
            }
            Object::Dict(_) => return Some(Self::dict(value, ViewKind::Keys, true)),
            Object::DictView(view) => return Some(Self::dict(&view.dict, view.kind, true)),
            _ => return None,
        };
        Some(Self::Reversed { sequence: value.clone(), left })
    }

    fn dict(dict: &Value<M>, kind: ViewKind, is_reversed: bool) -> Self {
        let Some(Object::Dict(pairs)) = dict.object() else {
            return Self::Done(kind.iterator());
        };
        let (length, end) = pairs.with(|pairs| (pairs.len(), pairs.end()));
        let at = if is_reversed { end } else { 0 };
        Self::Dict { dict: dict.clone(), kind, at, length, left: length, is_reversed }
    }

    pub(super) fn type_of(&self) -> Type {
        match self {
            Self::Done(kind) => *kind,
            Self::List { .. } => Type::ListIterator,
            Self::Tuple { .. } => Type::TupleIterator,
            Self::Str { text, .. } => match text.object() {
                Some(Object::Str(text)) if text.is_ascii() => Type::StrAsciiIterator,
                _ => Type::StrIterator,
            },
            Self::Bytes { .. } => Type::BytesIterator,
            Self::Range { .. } => Type::RangeIterator,
            Self::LongRange(steps) => steps.kind,
            Self::Dict { kind, .. } => kind.iterator(),
            Self::Set { .. } => Type::SetIterator,
            Self::Reversed { sequence, .. } if sequence.type_of() == Type::List => {
                Type::ListReverseIterator
            }
            Self::Reversed { .. } => Type::Reversed,
            Self::Enumerate { .. } => Type::Enumerate,
            Self::Zip { .. } => Type::Zip,
        }
    }

    /// The next value; `None` at the end and ever after.
    pub(super) fn next(&mut self, heap: &Heap<M>) -> Result<Option<Value<M>>> {
        let next = match self {
            Self::Done(_) => return Ok(None),
            Self::Range { next, step, left } => {
                if *left == 0 {
                    return Ok(None);
                }
                let value = int::from_i64(heap, *next)?;
                *left -= 1;
                *next = next.wrapping_add(*step);
                return Ok(Some(value));
            }
            Self::LongRange(steps) => return steps.next(heap),
            Self::List { list, index } => match list.object() {
                Some(Object::List(items)) => step(index, |at| items.get(at)),
                _ => None,
            },
            Self::Tuple { tuple, index } => match tuple.object() {
                Some(Object::Tuple(items)) => step(index, |at| items.get(at).cloned()),
                _ => None,
            },
            Self::Bytes { bytes, index } => match bytes.object() {
                Some(Object::Bytes(bytes)) => {
                    step(index, |at| bytes.get(at).map(|byte| Value::int16(i16::from(*byte))))
                }
                _ => None,
            },
            Self::Str { text, at } => {
                match text.as_str().and_then(|text| text.get(*at..)?.chars().next()) {
                    Some(character) => {
                        let next = heap.str(&*character.encode_utf8(&mut [0; 4]))?;
                        *at += character.len_utf8();
                        Some(next)
                    }
                    None => None,
                }
            }
            Self::Dict { kind, .. } => {
                let kind = *kind;
                match (self.next_entry()?, kind) {
                    (None, _) => None,
                    (Some((key, _)), ViewKind::Keys) => Some(key),
                    (Some((_, value)), ViewKind::Values) => Some(value),
                    (Some((key, value)), ViewKind::Items) => Some(heap.pair([key, value])?),
                }
            }
            Self::Set { set, at, length } => next_in_set(set, at, *length)?,
            Self::Reversed { sequence, left } => previous(heap, sequence, left)?,
            Self::Enumerate { iterator, index, .. } => match inner(heap, iterator)? {
                Some(item) => Some(heap.pair([counted(heap, index)?, item])?),
                None => None,
            },
            Self::Zip { iterators, .. } if iterators.len() == 2 => {
                let mut pair = [Value::UNBOUND, Value::UNBOUND];
                if each_next(heap, iterators, &mut pair)? { Some(heap.pair(pair)?) } else { None }
            }
            Self::Zip { iterators, .. } => {
                let mut items: Vec<_> = iterators.iter().map(|_| Value::UNBOUND).collect();
                let came = each_next(heap, iterators, &mut items)?;
                if came { Some(heap.tuple(items)?) } else { None }
            }
        };
        if next.is_none() {
            *self = Self::Done(self.type_of());
        }
        Ok(next)
    }

    /// The items of the next value, if all that it gives are tuples of so many: for whom the tuple
    /// itself is nothing. Has it come?
    pub(super) fn next_parts(
        &mut self,
        heap: &Heap<M>,
        parts: &mut [Value<M>],
    ) -> Result<Option<bool>> {
        let has_come = match (&mut *self, &mut *parts) {
            (Self::Zip { iterators, .. }, parts) if iterators.len() == parts.len() => {
                each_next(heap, iterators, parts)?
            }
            (Self::Enumerate { iterator, index, .. }, [count, item]) => {
                match inner(heap, iterator)? {
                    Some(next) => {
                        (*count, *item) = (counted(heap, index)?, next);
                        true
                    }
                    None => false,
                }
            }
            (Self::Dict { kind: ViewKind::Items, .. }, [key, value]) => match self.next_entry()? {
                Some(entry) => {
                    (*key, *value) = entry;
                    true
                }
                None => false,
            },
            _ => return Ok(None),
        };
        if !has_come {
            *self = Self::Done(self.type_of());
        }
        Ok(Some(has_come))
    }

    /// The next key of a dict, and its value. Inlined: loops over keys are common.
    #[inline(always)]
    fn next_entry(&mut self) -> Result<Option<(Value<M>, Value<M>)>> {
        let Self::Dict { dict, kind, at, length, left, is_reversed } = self else {
            return Ok(None);
        };
        let next = next_in_dict(dict, at, *length, *is_reversed)?;
        if next.is_some() && *left == 0 {
            *self = Self::Done(kind.iterator());
            let message = "dictionary keys changed during iteration";
            return Err(Error::exception("RuntimeError", message));
        }
        *left = left.saturating_sub(1);
        Ok(next)
    }
}

fn step<M: Memory>(
    index: &mut usize,
    get: impl FnOnce(usize) -> Option<Value<M>>,
) -> Option<Value<M>> {
    let item = get(*index)?;
    *index += 1;
    Some(item)
}

/// The next item of each; are there all? There is none where there are no iterators.
fn each_next<M: Memory>(
    heap: &Heap<M>,
    iterators: &[Value<M>],
    items: &mut [Value<M>],
) -> Result<bool> {
    for (iterator, place) in iterators.iter().zip(items) {
        match inner(heap, iterator)? {
            Some(item) => *place = item,
            None => return Ok(false),
        }
    }
    Ok(!iterators.is_empty())
}

/// The number that `enumerate` has come to.
fn counted<M: Memory>(heap: &Heap<M>, index: &mut i64) -> Result<Value<M>> {
    let count = int::from_i64(heap, *index)?;
    *index =
        index.checked_add(1).ok_or_else(|| Error::unsupported("enumerate() beyond 64 bits"))?;
    Ok(count)
}

fn inner<M: Memory>(heap: &Heap<M>, iterator: &Value<M>) -> Result<Option<Value<M>>> {
    match iterator.object() {
        Some(Object::Iterator(iterator)) => next(heap, iterator),
        _ => Ok(None),
    }
}

fn next_in_dict<M: Memory>(
    dict: &Value<M>,
    at: &mut usize,
    length: usize,
    is_reversed: bool,
) -> Result<Option<(Value<M>, Value<M>)>> {
    let Some(Object::Dict(pairs)) = dict.object() else { return Ok(None) };
    let next = pairs.with(|pairs| {
        if pairs.len() != length {
            return None;
        }
        Some(if is_reversed { pairs.entry_before(*at) } else { pairs.entry_from(*at) })
    });
    let Some(next) = next else {
        return Err(Error::exception("RuntimeError", "dictionary changed size during iteration"));
    };
    let Some((place, key, value)) = next else { return Ok(None) };
    *at = if is_reversed { place } else { place + 1 };
    Ok(Some((key, value)))
}

fn next_in_set<M: Memory>(
    set: &Value<M>,
    at: &mut usize,
    length: usize,
) -> Result<Option<Value<M>>> {
    let next = set.with_set(|items| (items.len() == length).then(|| items.item_from(*at)));
    let Some(next) = next else { return Ok(None) };
    match next {
        None => Err(Error::exception("RuntimeError", "Set changed size during iteration")),
        Some(None) => Ok(None),
        Some(Some((place, item))) => {
            *at = place + 1;
            Ok(Some(item))
        }
    }
}

fn previous<M: Memory>(
    heap: &Heap<M>,
    sequence: &Value<M>,
    left: &mut usize,
) -> Result<Option<Value<M>>> {
    if let Some(text) = sequence.as_str() {
        let Some(character) = text.get(..*left).and_then(|text| text.chars().next_back()) else {
            return Ok(None);
        };
        let item = heap.str(&*character.encode_utf8(&mut [0; 4]))?;
        *left -= character.len_utf8();
        return Ok(Some(item));
    }
    let Some(index) = left.checked_sub(1) else { return Ok(None) };
    *left = index;
    Ok(match sequence.object() {
        Some(Object::List(items)) => items.get(index),
        Some(Object::Tuple(items)) => items.get(index).cloned(),
        Some(Object::Bytes(bytes)) => bytes.get(index).map(|byte| Value::int16((*byte).into())),
        _ => None,
    })
}
