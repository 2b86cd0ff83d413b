//! `_sre`: what `re` needs of the machine.

use crate::vm::arguments;
use crate::vm::error::Error;
use crate::vm::int;
use crate::vm::machine::Machine;
use crate::vm::matcher::{Matcher, Mode};
use crate::vm::memory::Memory;
use crate::vm::native::{Args, Table};
use crate::vm::object::Object;
use crate::vm::value::Value;

type Result<T> = std::result::Result<T, Box<Error>>;

pub(super) fn functions<M: Memory>() -> Table<M> {
    &[("scan", scan::<M>)]
}

/// `scan(program, text, pos, endpos, mode, most)`: the matches one after the other, at most so many
/// if that is not 0, as lists of the places where groups begin and end, and last which group ended last.
fn scan<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [program, text, from, to, mode, most] = args.exactly("scan")?;
    let Some(Object::Bytes(program)) = program.plain().object() else {
        return Err(Error::type_error("a program is bytes"));
    };
    let owned;
    let text = match text.plain().object() {
        Some(Object::Str(text)) => text.as_str(),
        // Each byte is the character of its number.
        Some(Object::Bytes(bytes)) => {
            owned = bytes.iter().copied().map(char::from).collect::<String>();
            &owned
        }
        _ => {
            let name = text.type_name();
            let message = format!("expected string or bytes-like object, got '{name}'");
            return Err(Error::type_error(message));
        }
    };
    let number = |value| arguments::clamped(value).map(|it| usize::try_from(it).unwrap_or(0));
    let matches = scanned(program, text, number(from)?, number(to)?, number(mode)?, number(most)?);
    let matches = matches.ok_or_else(|| Error::exception("MemoryError", ""))?;
    let heap = machine.heap();
    let matches = matches.into_iter().map(|places| {
        let places = places.into_iter().map(|place| int::from_i64(heap, place));
        heap.tuple(places.collect::<Result<Vec<_>>>()?)
    });
    heap.list(matches.collect::<Result<_>>()?)
}

/// Places as numbers of characters; -1 for those of a group that has matched nothing.
fn scanned(
    program: &[u8],
    text: &str,
    from: usize,
    to: usize,
    mode: usize,
    most: usize,
) -> Option<Vec<Vec<i64>>> {
    let words = program.chunks_exact(4).map(|word| word.try_into().map_or(0, u32::from_le_bytes));
    let program: Vec<u32> = words.collect();
    let is_ascii = text.is_ascii();
    let offset = |index: usize| {
        if is_ascii || index >= text.len() {
            return index.min(text.len());
        }
        text.char_indices().nth(index).map_or(text.len(), |(at, _)| at)
    };
    let (from, to) = (offset(from), offset(to));
    let mode = match mode {
        0 => Mode::Search,
        1 => Mode::Start,
        _ => Mode::Whole,
    };
    let mut found = Vec::new();
    let mut matcher = Matcher::new(&program, text.get(..to).unwrap_or(text), mode)?;
    // What has been counted so far: characters up to a place.
    let (mut counted, mut chars) = (0, 0);
    let mut at = from;
    let mut is_behind_empty = false;
    while at <= to && (most == 0 || found.len() < most) {
        let Some(slots) = matcher.next(at, is_behind_empty).ok()? else { break };
        let (&[start, end], [.., last]) = (slots.first_chunk()?, slots) else { break };
        let place = |at: usize| -> Option<i64> {
            if at == usize::MAX {
                return Some(-1);
            }
            if is_ascii {
                return i64::try_from(at).ok();
            }
            // Groups lie within a match, or in front of it.
            let base = if at >= counted { (counted, chars) } else { (0, 0) };
            let count = base.1 + text.get(base.0..at)?.chars().count();
            i64::try_from(count).ok()
        };
        let mut places: Vec<i64> =
            slots[..slots.len() - 1].iter().map(|at| place(*at)).collect::<Option<_>>()?;
        places.push(if *last == usize::MAX { -1 } else { i64::try_from(*last).ok()? });
        if !is_ascii {
            chars = usize::try_from(places[0]).ok()?;
            counted = start;
        }
        found.push(places);
        is_behind_empty = start == end;
        at = end;
    }
    Some(found)
}
