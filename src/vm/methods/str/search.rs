//! Finding, counting and replacing parts of a string.

use super::{Result, must_be_str, this};
use crate::vm::arguments;
use crate::vm::error::Error;
use crate::vm::int;
use crate::vm::machine::Machine;
use crate::vm::memory::Memory;
use crate::vm::native::Args;
use crate::vm::object::Object;
use crate::vm::text::Text;
use crate::vm::value::Value;

pub(super) fn find<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    index_or(machine, position(args, "find", |text, part| text.find(part))?)
}

pub(super) fn rfind<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    index_or(machine, position(args, "rfind", |text, part| text.rfind(part))?)
}

pub(super) fn index<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let found = position(args, "index", |text, part| text.find(part))?;
    index_or(machine, Some(found.ok_or_else(not_found)?))
}

pub(super) fn rindex<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let found = position(args, "rindex", |text, part| text.rfind(part))?;
    index_or(machine, Some(found.ok_or_else(not_found)?))
}

fn not_found() -> Box<Error> {
    Error::value_error("substring not found")
}

fn index_or<M: Memory>(machine: &Machine<M>, index: Option<usize>) -> Result<Value<M>> {
    let index = index.map_or(-1, |index| i64::try_from(index).unwrap_or(i64::MAX));
    int::from_i64(machine.heap(), index)
}

/// Where a part is, in characters.
fn position<M: Memory>(
    args: &Args<'_, M>,
    method: &str,
    search: impl Fn(&str, &str) -> Option<usize>,
) -> Result<Option<usize>> {
    let (text, rest) = this(args, method)?;
    let values = arguments::optional(&rest, method, 1, 3)?;
    let window = window(text, &values[1..])?;
    let part = must_be_str(&values[0])?;
    let Some((inside, first)) = window else { return Ok(None) };
    let Some(at) = search(inside, part) else { return Ok(None) };
    Ok(Some(first + if text.is_ascii() { at } else { inside[..at].chars().count() }))
}

/// The part of a string that optional indices mean, and the index of its first character; `None`
/// if its start is behind its end.
fn window<'a, M: Memory>(text: &'a Text, indices: &[Value<M>]) -> Result<Option<(&'a str, usize)>> {
    if indices.is_empty() {
        return Ok(Some((text.as_str(), 0)));
    }
    let (start, end) = arguments::window(indices.first(), indices.get(1), text.len())?;
    if start > end {
        return Ok(None);
    }
    Ok(Some((&text.as_str()[text.offset(start)..text.offset(end)], start)))
}

pub(super) fn count<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let (text, rest) = this(args, "count")?;
    let values = arguments::optional(&rest, "count", 1, 3)?;
    let window = window(text, &values[1..])?;
    let part = must_be_str(&values[0])?;
    let count = window.map_or(0, |(text, _)| text.matches(part).count());
    int::from_i64(machine.heap(), i64::try_from(count).unwrap_or(i64::MAX))
}

pub(super) fn startswith<M: Memory>(_: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    affix(args, "startswith", |text, prefix| text.starts_with(prefix))
}

pub(super) fn endswith<M: Memory>(_: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    affix(args, "endswith", |text, suffix| text.ends_with(suffix))
}

fn affix<M: Memory>(
    args: &Args<'_, M>,
    method: &str,
    has: impl Fn(&str, &str) -> bool,
) -> Result<Value<M>> {
    let (text, rest) = this(args, method)?;
    let values = arguments::optional(&rest, method, 1, 3)?;
    let inside = window(text, &values[1..])?.map(|(inside, _)| inside);
    let has = |affix: &str| inside.is_some_and(|inside| has(inside, affix));
    match values[0].plain().object() {
        Some(Object::Str(affix)) => Ok(Value::bool(has(affix.as_str()))),
        Some(Object::Tuple(affixes)) => {
            for affix in affixes {
                let Some(affix) = affix.as_str() else {
                    let name = affix.type_name();
                    return Err(Error::type_error(format!(
                        "tuple for {method} must only contain str, not {name}"
                    )));
                };
                if has(affix) {
                    return Ok(Value::bool(true));
                }
            }
            Ok(Value::bool(false))
        }
        _ => {
            let name = values[0].type_name();
            Err(Error::type_error(format!(
                "{method} first arg must be str or a tuple of str, not {name}"
            )))
        }
    }
}

pub(super) fn replace<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let (text, rest) = this(args, "replace")?;
    let values = rest.between("replace", 2, 3)?;
    let old = arguments::text(&values[0], "replace", "1")?;
    let new = arguments::text(&values[1], "replace", "2")?;
    let most = values.get(2).map_or(Ok(-1), arguments::size)?;
    let most = usize::try_from(most).unwrap_or(usize::MAX);
    let text = text.as_str();
    let count = text.matches(old).take(most).count();
    if count == 0 {
        return Ok(args.values[0].clone());
    }
    let heap = machine.heap();
    heap.check(text.len().saturating_add(count.saturating_mul(new.len())))?;
    heap.str(text.replacen(old, new, count))
}
