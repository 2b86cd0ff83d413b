//! Strings taken apart and put together.

use super::{Result, must_be_str, part, this};
use crate::vm::arguments;
use crate::vm::chars;
use crate::vm::error::Error;
use crate::vm::heap::Heap;
use crate::vm::iterate;
use crate::vm::list::List;
use crate::vm::machine::Machine;
use crate::vm::memory::Memory;
use crate::vm::native::{Args, Control};
use crate::vm::object::Object;
use crate::vm::short::{NOT_ASCII, word};
use crate::vm::text::Text;
use crate::vm::value::Value;

pub(super) fn split<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let (text, separator, most) = split_arguments(args, "split")?;
    let parts = match (separator, most) {
        (None, None) if text.is_ascii() => return list_of_words(machine, text.as_str()),
        (None, None) => words(text.as_str()),
        (None, Some(most)) => first_words(text.as_str(), most),
        (Some(separator), None) => text.as_str().split(separator).collect(),
        (Some(separator), Some(most)) => {
            text.as_str().splitn(most.saturating_add(1), separator).collect()
        }
    };
    list(machine, &parts)
}

pub(super) fn rsplit<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let (text, separator, most) = split_arguments(args, "rsplit")?;
    let mut parts: Vec<&str> = match (separator, most) {
        (None, None) => return list(machine, &words(text.as_str())),
        (None, Some(most)) => last_words(text.as_str(), most),
        (Some(separator), None) => text.as_str().rsplit(separator).collect(),
        (Some(separator), Some(most)) => {
            text.as_str().rsplitn(most.saturating_add(1), separator).collect()
        }
    };
    parts.reverse();
    list(machine, &parts)
}

/// The string, the separator unless it is white space, and the largest number of cuts.
fn split_arguments<'a, M: Memory>(
    args: &Args<'a, M>,
    method: &str,
) -> Result<(&'a Text, Option<&'a str>, Option<usize>)> {
    let (text, rest) = this(args, method)?;
    if rest.values.is_empty() {
        return Ok((text, None, None));
    }
    let [separator, most] = rest.bind(method, ["sep", "maxsplit"], 0, 0)?;
    let most = most.map_or(Ok(-1), arguments::size)?;
    let separator = match separator.filter(|separator| !separator.is_none()) {
        None => None,
        Some(separator) => Some(separator.as_str().ok_or_else(|| {
            let name = separator.type_name();
            Error::type_error(format!("must be str or None, not {name}"))
        })?),
    };
    if separator == Some("") {
        return Err(Error::value_error("empty separator"));
    }
    Ok((text, separator, usize::try_from(most).ok()))
}

fn list<M: Memory>(machine: &Machine<M>, parts: &[&str]) -> Result<Value<M>> {
    let heap = machine.heap();
    heap.check(size_of_val(parts))?;
    let mut items = Vec::with_capacity(parts.len());
    for text in parts {
        items.push(part(&machine.interpreter, heap, text)?);
    }
    heap.list(items)
}

/// What stands between white space.
fn words(text: &str) -> Vec<&str> {
    text.split(chars::is_space).filter(|word| !word.is_empty()).collect()
}

/// A list of the words of an ASCII text, without one of slices before it.
fn list_of_words<M: Memory>(machine: &Machine<M>, text: &str) -> Result<Value<M>> {
    /// A list that turns out longer grows.
    const MOST: usize = 64;
    let heap = machine.heap();
    let mut items = Vec::with_capacity((text.len() / 4).min(MOST));
    for word in AsciiWords::of(text) {
        if items.len() == items.capacity() {
            heap.check(2 * size_of_val(&*items))?;
        }
        items.push(part(&machine.interpreter, heap, word)?);
    }
    heap.list(items)
}

/// What stands between white space in an ASCII text, eight bytes of which are looked at at once.
struct AsciiWords<'a> {
    text: &'a str,
    /// Where the word begins that is being read.
    start: usize,
    /// Behind the bytes that have been looked at.
    seen: usize,
    /// The highest bit of each of the last eight that may be white space and is still to come.
    low: u64,
}

impl<'a> AsciiWords<'a> {
    fn of(text: &'a str) -> Self {
        Self { text, start: 0, seen: 0, low: 0 }
    }

    /// The word that ends here; the next one begins behind the space.
    #[inline(always)]
    fn word(&mut self, end: usize) -> &'a str {
        let word = self.text.get(self.start..end).unwrap_or_default();
        self.start = end + 1;
        word
    }
}

impl<'a> Iterator for AsciiWords<'a> {
    type Item = &'a str;

    #[inline(always)]
    fn next(&mut self) -> Option<&'a str> {
        /// All white space is below.
        const BEHIND_SPACE: u64 = 0x2121_2121_2121_2121;
        let is_space = |byte: &u8| matches!(byte, b' ' | b'\t'..=b'\r' | 0x1c..=0x1f);
        let bytes = self.text.as_bytes();
        loop {
            while self.low == 0 {
                if self.seen >= bytes.len() {
                    let last = self.word(bytes.len());
                    return (!last.is_empty()).then_some(last);
                }
                let next = &bytes[self.seen..bytes.len().min(self.seen + 8)];
                // No byte borrows from the one above it.
                self.low = !((word(next) | NOT_ASCII) - BEHIND_SPACE) & NOT_ASCII;
                self.seen += 8;
            }
            let at = self.seen - 8 + self.low.trailing_zeros() as usize / 8;
            self.low &= self.low - 1;
            if bytes.get(at).is_some_and(is_space) {
                let word = self.word(at);
                if !word.is_empty() {
                    return Some(word);
                }
            }
        }
    }
}

fn first_words(text: &str, most: usize) -> Vec<&str> {
    let mut words = Vec::new();
    let mut rest = text.trim_start_matches(chars::is_space);
    while !rest.is_empty() {
        if words.len() == most {
            words.push(rest);
            break;
        }
        let end = rest.find(chars::is_space).unwrap_or(rest.len());
        words.push(&rest[..end]);
        rest = rest[end..].trim_start_matches(chars::is_space);
    }
    words
}

/// The last words, last one first.
fn last_words(text: &str, most: usize) -> Vec<&str> {
    let mut words = Vec::new();
    let mut rest = text.trim_end_matches(chars::is_space);
    while !rest.is_empty() {
        if words.len() == most {
            words.push(rest);
            break;
        }
        let space = rest.char_indices().rev().find(|(_, c)| chars::is_space(*c));
        let start = space.map_or(0, |(at, c)| at + c.len_utf8());
        words.push(&rest[start..]);
        rest = rest[..start].trim_end_matches(chars::is_space);
    }
    words
}

pub(super) fn splitlines<M: Memory>(
    machine: &mut Machine<M>,
    args: &Args<'_, M>,
) -> Result<Value<M>> {
    let (text, rest) = this(args, "splitlines")?;
    let [keep] = rest.bind("splitlines", ["keepends"], 0, 0)?;
    let keep = keep.map_or(Ok(false), arguments::flag)?;
    let mut lines = Vec::new();
    let mut rest = text.as_str();
    while !rest.is_empty() {
        let Some(end) = rest.find(chars::is_line_break) else {
            lines.push(rest);
            break;
        };
        let length = match rest[end..].chars().next() {
            Some('\r') if rest[end..].starts_with("\r\n") => 2,
            c => c.map_or(0, char::len_utf8),
        };
        let behind = end + length;
        lines.push(&rest[..if keep { behind } else { end }]);
        rest = &rest[behind..];
    }
    list(machine, &lines)
}

pub(super) fn partition<M: Memory>(
    machine: &mut Machine<M>,
    args: &Args<'_, M>,
) -> Result<Value<M>> {
    let (text, separator) = partition_arguments(args, "partition")?;
    let parts = match text.split_once(separator) {
        Some((before, behind)) => [before, separator, behind],
        None => [text, "", ""],
    };
    tuple(machine, parts)
}

pub(super) fn rpartition<M: Memory>(
    machine: &mut Machine<M>,
    args: &Args<'_, M>,
) -> Result<Value<M>> {
    let (text, separator) = partition_arguments(args, "rpartition")?;
    let parts = match text.rsplit_once(separator) {
        Some((before, behind)) => [before, separator, behind],
        None => ["", "", text],
    };
    tuple(machine, parts)
}

fn partition_arguments<'a, M: Memory>(
    args: &Args<'a, M>,
    method: &str,
) -> Result<(&'a str, &'a str)> {
    let (text, rest) = this(args, method)?;
    let [separator] = rest.exactly(&format!("str.{method}"))?;
    let separator = must_be_str(separator)?;
    if separator.is_empty() {
        return Err(Error::value_error("empty separator"));
    }
    Ok((text.as_str(), separator))
}

fn tuple<M: Memory>(machine: &Machine<M>, parts: [&str; 3]) -> Result<Value<M>> {
    let heap = machine.heap();
    let parts = parts.map(|text| part(&machine.interpreter, heap, text));
    heap.tuple(parts.into_iter().collect::<Result<Vec<_>>>()?)
}

pub(super) fn join<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let (separator, rest) = this(args, "join")?;
    let [items] = rest.exactly("str.join")?;
    let heap = machine.heap();
    if let (Some(Object::List(list)), Some(own)) = (items.object(), items.heap()) {
        // In place: copies of the items would be counted.
        return list.edit(own, |length| length, |items| joined(heap, separator, items))?;
    }
    let items = match iterate::items(machine.heap(), items)? {
        Some(items) => items,
        None if iterate::is_of_program(machine, items) => {
            return Err(Error::control(Control::Collect(1)));
        }
        None => return Err(Error::type_error("can only join an iterable")),
    };
    joined(heap, separator, &items)
}

fn joined<M: Memory>(heap: &Heap<M>, separator: &Text, items: &[Value<M>]) -> Result<Value<M>> {
    let between = items.len().saturating_sub(1);
    let mut length = separator.as_str().len().saturating_mul(between);
    for (at, item) in items.iter().enumerate() {
        let Some(Object::Str(text)) = item.plain().object() else {
            let name = item.type_name();
            return Err(Error::type_error(format!(
                "sequence item {at}: expected str instance, {name} found"
            )));
        };
        length += text.as_str().len();
    }
    if let [only] = items {
        return Ok(only.plain().clone());
    }
    heap.check(length)?;
    let texts = items.iter().filter_map(|item| match item.plain().object() {
        Some(Object::Str(text)) => Some(text),
        _ => None,
    });
    heap.str(separator.join(length, texts))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stand_between_white_space() {
        for text in
            ["", "  ", " a  b\tc\n", "a", "a b", "\u{1c}a\x0bb", "\x01\x00a\x7f b!c 12345678 ~"]
        {
            assert_eq!(AsciiWords::of(text).collect::<Vec<_>>(), words(text), "{text:?}");
        }
        assert_eq!(words(" a\u{3000}b "), ["a", "b"]);
        assert_eq!(first_words(" a  b  c ", 1), ["a", "b  c "]);
        assert_eq!(first_words(" a b ", 0), ["a b "]);
        assert_eq!(last_words(" a  b  c ", 1), ["c", " a  b"]);
        assert_eq!(last_words(" a b ", 0), [" a b"]);
    }
}
