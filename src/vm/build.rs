//! Instructions that make containers and strings, and take them apart.

use super::algebra::Operand;
use super::dict::Dict;
use super::error::Error;
use super::format;
use super::heap::Heap;
use super::interpreter::Interpreter;
use super::iterate;
use super::list::List;
use super::machine::Machine;
use super::memory::{Locked, Memory};
use super::native::Control;
use super::object::Object;
use super::repr;
use super::set::Set;
use super::slicing;
use super::stack::Cursor;
use super::value::Value;
use crate::code::op::{Op, Reg};
use crate::lang::tree::Conversion;

type Result<T> = std::result::Result<T, Box<Error>>;

/// Puts what is made of so many registers, which are empty then, into the first of them.
fn replace<M: Memory>(
    at: &mut Cursor<M>,
    base: Reg,
    count: usize,
    make: impl FnOnce(Vec<Value<M>>) -> Result<Value<M>>,
) -> Result<()> {
    let value = make(at.take_many(base, count))?;
    at.set(base, value);
    Ok(())
}

/// The same where code of the program may have to be asked for a hash: they stay then.
fn replace_hashed<M: Memory>(
    at: &mut Cursor<M>,
    base: Reg,
    count: usize,
    make: impl FnOnce(&[Value<M>]) -> Result<Value<M>>,
) -> Result<()> {
    let items = at.take_many(base, count);
    match make(&items) {
        Ok(value) => at.set(base, value),
        Err(error) => {
            for (reg, item) in (base.0..).zip(items) {
                at.set(Reg(reg), item);
            }
            return Err(error);
        }
    }
    Ok(())
}

#[inline(never)]
pub(super) fn slice<M: Memory>(heap: &Heap<M>, at: &mut Cursor<M>, base: Reg) -> Result<()> {
    let parts = at.parts(base).clone();
    let value = heap.allocate(Object::Slice(parts))?;
    at.set(base, value);
    Ok(())
}

/// The same for the next instruction alone, which is carried out at once if that needs no slice. What
/// fails is left to that instruction, which fails in the same way.
#[inline(never)]
pub(super) fn slice_once<M: Memory>(
    machine: &Machine<M>,
    at: &mut Cursor<M>,
    base: Reg,
) -> Result<()> {
    let (interpreter, heap) = (&machine.interpreter, machine.heap());
    match at.following() {
        Op::LoadSubscr { dst, object, .. } => {
            let found = slicing::of_sequence(interpreter, heap, at.get(object), at.parts(base));
            if let Some(Ok(found)) = found {
                at.set(dst, found);
                at.skip();
                return Ok(());
            }
        }
        Op::StoreSubscr { object, src, .. } => {
            if let Some(Object::List(items)) = at.get(object).object()
                && let Some(Object::List(_) | Object::Tuple(_)) = at.get(src).object()
                && let Some(own_heap) = at.get(object).heap()
                && slicing::set(own_heap, items, at.parts(base), at.get(src)).is_ok()
            {
                at.skip();
                return Ok(());
            }
        }
        _ => {}
    }
    slice(heap, at, base)
}

#[inline(never)]
pub(super) fn list<M: Memory>(
    heap: &Heap<M>,
    at: &mut Cursor<M>,
    base: Reg,
    count: u8,
) -> Result<()> {
    replace(at, base, count.into(), |items| heap.list(items))
}

#[inline(never)]
pub(super) fn tuple<M: Memory>(
    heap: &Heap<M>,
    at: &mut Cursor<M>,
    base: Reg,
    count: u8,
) -> Result<()> {
    if count == 2 {
        let pair = [at.take(base), at.take(Reg(base.0.saturating_add(1)))];
        at.set(base, heap.pair(pair)?);
        return Ok(());
    }
    let value = heap.tuple_of(at.many(base, count.into()))?;
    at.set(base, value);
    Ok(())
}

#[inline(never)]
pub(super) fn set<M: Memory>(
    interpreter: &Interpreter<M>,
    heap: &Heap<M>,
    at: &mut Cursor<M>,
    base: Reg,
    count: u8,
) -> Result<()> {
    replace_hashed(at, base, count.into(), |items| {
        let set = heap.allocate(Object::Set(Box::new(M::Locked::new(Set::new()))))?;
        items.iter().try_for_each(|item| set_add(interpreter, &set, item))?;
        Ok(set)
    })
}

#[inline(never)]
pub(super) fn remake_set<M: Memory>(heap: &Heap<M>, at: &mut Cursor<M>, set: Reg) -> Result<()> {
    let Some(Object::Set(items)) = at.get(set).object() else { return Ok(()) };
    let made = Operand::Set(items.with(|items| items.clone())).to_set(heap)?;
    let value = heap.set_of(made)?;
    at.set(set, value);
    Ok(())
}

#[inline(never)]
pub(super) fn dict<M: Memory>(
    interpreter: &Interpreter<M>,
    heap: &Heap<M>,
    at: &mut Cursor<M>,
    base: Reg,
    count: u8,
) -> Result<()> {
    replace_hashed(at, base, usize::from(count) * 2, |items| {
        let dict = heap.allocate(Object::Dict(Box::new(M::Locked::new(Dict::new()))))?;
        for pair in items.chunks_exact(2) {
            dict_set(interpreter, &dict, &pair[0], &pair[1])?;
        }
        Ok(dict)
    })
}

/// The strings in one.
#[inline(never)]
pub(super) fn string<M: Memory>(
    heap: &Heap<M>,
    at: &mut Cursor<M>,
    base: Reg,
    count: u8,
) -> Result<()> {
    let parts = at.many(base, count.into());
    let length = parts.iter().filter_map(Value::as_str).map(str::len).sum();
    heap.check(length)?;
    let mut text = String::with_capacity(length);
    for part in parts {
        text.push_str(part.as_str().unwrap_or_default());
        *part = Value::UNBOUND;
    }
    let text = heap.str(text)?;
    at.set(base, text);
    Ok(())
}

#[inline(never)]
pub(super) fn list_append<M: Memory>(list: &Value<M>, item: &Value<M>) -> Result<()> {
    match (list.object(), list.heap()) {
        (Some(Object::List(items)), Some(heap)) => items.push(heap, item.clone()),
        _ => Ok(()),
    }
}

#[inline(never)]
pub(super) fn set_add<M: Memory>(
    interpreter: &Interpreter<M>,
    set: &Value<M>,
    item: &Value<M>,
) -> Result<()> {
    match (set.object(), set.heap()) {
        (Some(Object::Set(items)), Some(heap)) => {
            super::set::add(interpreter, heap, items, item.clone())
        }
        _ => Ok(()),
    }
}

#[inline(never)]
pub(super) fn dict_set<M: Memory>(
    interpreter: &Interpreter<M>,
    dict: &Value<M>,
    key: &Value<M>,
    value: &Value<M>,
) -> Result<()> {
    match (dict.object(), dict.heap()) {
        (Some(Object::Dict(pairs)), Some(heap)) => {
            super::dict::set(interpreter, heap, pairs, key, value.clone())
        }
        _ => Ok(()),
    }
}

#[inline(never)]
pub(super) fn to_tuple<M: Memory>(heap: &Heap<M>, at: &mut Cursor<M>, dst: Reg) -> Result<()> {
    if let Some(Object::List(items)) = at.get(dst).object() {
        let value = heap.tuple(items.snapshot())?;
        at.set(dst, value);
    }
    Ok(())
}

/// `base = format(base, base+1)`
#[inline(never)]
pub(super) fn format<M: Memory>(
    interpreter: &Interpreter<M>,
    heap: &Heap<M>,
    at: &mut Cursor<M>,
    base: Reg,
    conversion: Conversion,
) -> Result<()> {
    let value = at.get(base);
    let spec = at.get(Reg(base.0 + 1)).as_str().unwrap_or_default();
    if spec.is_empty() && matches!(conversion, Conversion::None | Conversion::Str) {
        if let Some(Object::Str(_)) = value.object() {
            return Ok(());
        }
        if let Some(number) = value.as_small_int() {
            let text = heap.copied_str(itoa::Buffer::new().format(number))?;
            at.set(base, text);
            return Ok(());
        }
    }
    let text = match conversion {
        Conversion::None => format::format(interpreter, value, spec)?,
        Conversion::Str => format::format_str(&repr::str(interpreter, value)?, spec)?,
        Conversion::Repr => format::format_str(&repr::repr(interpreter, value)?, spec)?,
        Conversion::Ascii => {
            format::format_str(&repr::ascii(&repr::repr(interpreter, value)?), spec)?
        }
    };
    heap.check(text.len())?;
    let text = heap.str(text)?;
    at.set(base, text);
    Ok(())
}

/// The same with the value's own `str` or `repr`, which is there now.
pub(super) fn format_text<M: Memory>(
    heap: &Heap<M>,
    at: &mut Cursor<M>,
    text: &Value<M>,
) -> Result<()> {
    let Op::Format { base, conversion } = at.op() else { return Ok(()) };
    let text = text.as_str().unwrap_or_default();
    let spec = at.get(Reg(base.0 + 1)).as_str().unwrap_or_default();
    let text = match conversion {
        Conversion::Ascii => format::format_str(&repr::ascii(text), spec)?,
        _ => format::format_str(text, spec)?,
    };
    let text = heap.str(text)?;
    at.set(base, text);
    Ok(())
}

/// `base, base+1, … =` the items of `src`.
#[inline(never)]
pub(super) fn unpack<M: Memory>(
    heap: &Heap<M>,
    at: &mut Cursor<M>,
    src: Reg,
    base: Reg,
    count: u8,
) -> Result<()> {
    if let Some(Object::Tuple(items)) = at.get(src).object()
        && items.len() == usize::from(count)
    {
        let tuple = at.get(src).clone();
        if let Some(Object::Tuple(items)) = tuple.object() {
            for (reg, item) in (base.0..).zip(items.iter()) {
                at.set(Reg(reg), item.clone());
            }
        }
        tuple.discard();
        return Ok(());
    }
    // One more than there is room for tells that there are too many, and is not given back.
    let items = items(heap, at.get(src), usize::from(count) + 1)?;
    put(at, items, base, count.into())
}

#[inline(never)]
pub(super) fn unpack_star<M: Memory>(
    heap: &Heap<M>,
    at: &mut Cursor<M>,
    src: Reg,
    base: Reg,
    before: u8,
    after: u8,
) -> Result<()> {
    let items = items(heap, at.get(src), usize::MAX)?;
    put_star(heap, at, items, base, (before.into(), after.into()))
}

/// The same with a list of the items that Python code has collected.
pub(super) fn unpack_list<M: Memory>(
    heap: &Heap<M>,
    at: &mut Cursor<M>,
    list: &Value<M>,
) -> Result<()> {
    let items = items(heap, list, usize::MAX)?;
    match at.op() {
        Op::Unpack { base, count, .. } => put(at, items, base, count.into()),
        Op::UnpackStar { base, before, after, .. } => {
            put_star(heap, at, items, base, (before.into(), after.into()))
        }
        _ => Ok(()),
    }
}

/// The items of a list or a tuple, and of an iterator so many at most.
fn items<M: Memory>(heap: &Heap<M>, value: &Value<M>, most: usize) -> Result<Vec<Value<M>>> {
    match value.object() {
        Some(Object::Tuple(items)) => return Ok(items.to_vec()),
        Some(Object::List(items)) => return Ok(items.snapshot()),
        Some(
            Object::Instance(_) | Object::Exception(_) | Object::Generator(_) | Object::Lazy(_),
        ) => {
            return Err(Error::control(Control::Dunder));
        }
        Some(Object::Derived(_)) => {
            return match value.iterated_plainly() {
                Some(value) => items(heap, value, most),
                None => Err(Error::control(Control::Dunder)),
            };
        }
        Some(Object::Class(class)) if class.metaclass.is_some() => {
            return Err(Error::control(Control::Dunder));
        }
        _ => {}
    }
    let Some(iterator) = iterate::iter(heap, value)? else {
        let name = value.type_name();
        return Err(Error::type_error(format!("cannot unpack non-iterable {name} object")));
    };
    let mut items = Vec::new();
    if let Some(Object::Iterator(iterator)) = iterator.object() {
        while items.len() < most
            && let Some(item) = iterator.with_others(|iterator| iterator.next(heap))?
        {
            heap.check(items.len() * size_of::<Value<M>>())?;
            items.push(item);
        }
    }
    Ok(items)
}

fn put<M: Memory>(at: &mut Cursor<M>, items: Vec<Value<M>>, base: Reg, count: usize) -> Result<()> {
    let given = items.len();
    if given > count {
        return Err(Error::value_error(format!("too many values to unpack (expected {count})")));
    }
    if given < count {
        return Err(Error::value_error(format!(
            "not enough values to unpack (expected {count}, got {given})"
        )));
    }
    for (reg, item) in (base.0..).zip(items) {
        at.set(Reg(reg), item);
    }
    Ok(())
}

fn put_star<M: Memory>(
    heap: &Heap<M>,
    at: &mut Cursor<M>,
    items: Vec<Value<M>>,
    base: Reg,
    (before, after): (usize, usize),
) -> Result<()> {
    let (least, given) = (before + after, items.len());
    if given < least {
        return Err(Error::value_error(format!(
            "not enough values to unpack (expected at least {least}, got {given})"
        )));
    }
    let mut items = items;
    let last = items.split_off(given - after);
    let rest = items.split_off(before);
    let rest = heap.list(rest)?;
    for (reg, item) in (base.0..).zip(items.into_iter().chain([rest]).chain(last)) {
        at.set(Reg(reg), item);
    }
    Ok(())
}
