//! What slices read of sequences, and what they set and delete in lists.

use super::error::Error;
use super::heap::Heap;
use super::interpreter::Interpreter;
use super::iterate;
use super::list::List;
use super::memory::Memory;
use super::native::Control;
use super::object::Object;
use super::slice::Indices;
use super::subscript;
use super::text::Text;
use super::value::Value;

type Result<T> = std::result::Result<T, Box<Error>>;

/// Part of a list, a tuple, a string or bytes; `None` of anything else.
pub(super) fn of_sequence<M: Memory>(
    interpreter: &Interpreter<M>,
    heap: &Heap<M>,
    sequence: &Value<M>,
    parts: &[Value<M>; 3],
) -> Option<Result<Value<M>>> {
    Some(match sequence.object()? {
        Object::List(items) => of_list(heap, items, parts),
        Object::Str(text) => of_text(interpreter, heap, sequence, text, parts),
        Object::Tuple(items) => of_tuple(heap, sequence, items, parts),
        Object::Bytes(bytes) => of_bytes(heap, bytes, parts),
        _ => return None,
    })
}

pub(super) fn of_list<M: Memory>(
    heap: &Heap<M>,
    items: &M::List,
    parts: &[Value<M>; 3],
) -> Result<Value<M>> {
    let indices = Indices::new(parts, items.len())?;
    if !matches!(indices.step, 1 | -1) {
        return heap.list(picked(heap, &items.snapshot(), indices)?);
    }
    heap.check(indices.count.saturating_mul(size_of::<Value<M>>()))?;
    let mut copies = items.copies(indices.range());
    if indices.step == -1 {
        copies.reverse();
    }
    heap.list(copies)
}

pub(super) fn of_tuple<M: Memory>(
    heap: &Heap<M>,
    tuple: &Value<M>,
    items: &[Value<M>],
    parts: &[Value<M>; 3],
) -> Result<Value<M>> {
    let indices = Indices::new(parts, items.len())?;
    if indices.step == 1 && indices.count == items.len() {
        return Ok(tuple.clone());
    }
    heap.tuple(picked(heap, items, indices)?)
}

pub(super) fn of_bytes<M: Memory>(
    heap: &Heap<M>,
    bytes: &[u8],
    parts: &[Value<M>; 3],
) -> Result<Value<M>> {
    heap.bytes(picked(heap, bytes, Indices::new(parts, bytes.len())?)?)
}

pub(super) fn of_text<M: Memory>(
    interpreter: &Interpreter<M>,
    heap: &Heap<M>,
    object: &Value<M>,
    text: &Text,
    parts: &[Value<M>; 3],
) -> Result<Value<M>> {
    let indices = Indices::new(parts, text.len())?;
    if indices.step == 1 {
        if indices.count == text.len() {
            return Ok(object.clone());
        }
        let range = indices.range();
        let part = &text.as_str()[text.offset(range.start)..];
        let end = if text.is_ascii() {
            indices.count
        } else {
            part.char_indices().nth(indices.count).map_or(part.len(), |(at, _)| at)
        };
        let part = &part[..end];
        return match *part.as_bytes() {
            [byte] => subscript::character(interpreter, heap, char::from(byte)),
            _ => heap.str(part),
        };
    }
    if text.is_ascii() {
        let bytes = text.as_str().as_bytes();
        let picked: String = indices.iter().map(|at| char::from(bytes[at])).collect();
        return heap.str(picked);
    }
    let all: Vec<char> = text.as_str().chars().collect();
    heap.str(indices.iter().map(|at| all[at]).collect::<String>())
}

fn picked<M: Memory, T: Clone>(heap: &Heap<M>, items: &[T], indices: Indices) -> Result<Vec<T>> {
    heap.check(indices.count.saturating_mul(size_of::<T>()))?;
    if indices.step == 1 {
        return Ok(items.get(indices.range()).unwrap_or_default().to_vec());
    }
    Ok(indices.iter().filter_map(|at| items.get(at).cloned()).collect())
}

/// `list[start:stop:step] = value`
pub(super) fn set<M: Memory>(
    heap: &Heap<M>,
    items: &M::List,
    parts: &[Value<M>; 3],
    value: &Value<M>,
) -> Result<()> {
    let new = match value.object() {
        Some(Object::Generator(_) | Object::Lazy(_) | Object::Instance(_)) => {
            return Err(Error::control(Control::Dunder));
        }
        _ => iterate::items(heap, value)?,
    };
    // Wrong parts are told before what is assigned.
    let step = Indices::new(parts, 0)?.step;
    let Some(mut new) = new else {
        return Err(Error::type_error(if step == 1 {
            "can only assign an iterable"
        } else {
            "must assign iterable to extended slice"
        }));
    };
    let more = new.len();
    let assign = |all: &mut Vec<Value<M>>| -> Result<Vec<Value<M>>> {
        let indices = Indices::new(parts, all.len())?;
        if step == 1 && indices.count != more {
            return Ok(all.splice(indices.range(), new).collect());
        }
        if step == 1 {
            all[indices.range()].swap_with_slice(&mut new);
            return Ok(new);
        }
        if indices.count != new.len() {
            let (given, count) = (new.len(), indices.count);
            return Err(Error::value_error(format!(
                "attempt to assign sequence of size {given} to extended slice of size {count}"
            )));
        }
        let pairs = indices.iter().zip(new);
        Ok(pairs.map(|(at, item)| std::mem::replace(&mut all[at], item)).collect())
    };
    let replaced = items.edit(heap, |length| length + if step == 1 { more } else { 0 }, assign)?;
    replaced.map(drop)
}

/// `del list[start:stop:step]`
pub(super) fn delete<M: Memory>(
    heap: &Heap<M>,
    items: &M::List,
    parts: &[Value<M>; 3],
) -> Result<()> {
    let delete = |all: &mut Vec<Value<M>>| -> Result<Vec<Value<M>>> {
        let indices = Indices::new(parts, all.len())?;
        if indices.step == 1 {
            return Ok(all.drain(indices.range()).collect());
        }
        let mut is_going = vec![false; all.len()];
        indices.iter().for_each(|at| is_going[at] = true);
        let mut going = is_going.into_iter();
        Ok(all.extract_if(.., |_| going.next().unwrap_or(false)).collect())
    };
    items.edit(heap, |length| length, delete)?.map(drop)
}
