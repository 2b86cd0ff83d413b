//! Strings filled up to a width.

use super::{Result, this};
use crate::vm::arguments;
use crate::vm::error::Error;
use crate::vm::machine::Machine;
use crate::vm::memory::Memory;
use crate::vm::native::Args;
use crate::vm::value::Value;

pub(super) fn center<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    // Of an odd number of characters, CPython puts one more on the left if the width is odd.
    justified(machine, args, "center", |missing, width| missing / 2 + (missing & width & 1))
}

pub(super) fn ljust<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    justified(machine, args, "ljust", |_, _| 0)
}

pub(super) fn rjust<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    justified(machine, args, "rjust", |missing, _| missing)
}

fn justified<M: Memory>(
    machine: &Machine<M>,
    args: &Args<'_, M>,
    method: &str,
    left: impl Fn(usize, usize) -> usize,
) -> Result<Value<M>> {
    let (text, rest) = this(args, method)?;
    let values = rest.between(method, 1, 2)?;
    let width = usize::try_from(arguments::size(&values[0])?).unwrap_or(0);
    let fill = match values.get(1) {
        None => ' ',
        Some(value) => fill(value)?,
    };
    let missing = width.saturating_sub(text.len());
    if missing == 0 {
        return Ok(args.values[0].clone());
    }
    let heap = machine.heap();
    heap.check(text.as_str().len().saturating_add(missing.saturating_mul(fill.len_utf8())))?;
    let left = left(missing, width);
    let mut filled = String::with_capacity(text.as_str().len() + missing);
    filled.extend(std::iter::repeat_n(fill, left));
    filled.push_str(text.as_str());
    filled.extend(std::iter::repeat_n(fill, missing - left));
    heap.str(filled)
}

fn fill<M: Memory>(value: &Value<M>) -> Result<char> {
    let Some(text) = value.as_str() else {
        let name = value.type_name();
        return Err(Error::type_error(format!(
            "The fill character must be a unicode character, not {name}"
        )));
    };
    let mut chars = text.chars();
    match (chars.next(), chars.next()) {
        (Some(c), None) => Ok(c),
        _ => Err(Error::type_error("The fill character must be exactly one character long")),
    }
}

pub(super) fn zfill<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let (text, rest) = this(args, "zfill")?;
    let [width] = rest.exactly("str.zfill")?;
    let width = usize::try_from(arguments::size(width)?).unwrap_or(0);
    let missing = width.saturating_sub(text.len());
    if missing == 0 {
        return Ok(args.values[0].clone());
    }
    let heap = machine.heap();
    heap.check(text.as_str().len().saturating_add(missing))?;
    let sign = usize::from(text.as_str().starts_with(['+', '-']));
    let (sign, digits) = text.as_str().split_at(sign);
    heap.str([sign, &"0".repeat(missing), digits].concat())
}

pub(super) fn expandtabs<M: Memory>(
    machine: &mut Machine<M>,
    args: &Args<'_, M>,
) -> Result<Value<M>> {
    let (text, rest) = this(args, "expandtabs")?;
    let [size] = rest.bind("expandtabs", ["tabsize"], 0, 0)?;
    let size = size.map_or(Ok(8), arguments::size)?;
    let size = usize::try_from(size).unwrap_or(0);
    let heap = machine.heap();
    let tabs = text.as_str().matches('\t').count();
    heap.check(text.as_str().len().saturating_add(tabs.saturating_mul(size)))?;
    let mut expanded = String::with_capacity(text.as_str().len());
    let mut column = 0;
    for c in text.as_str().chars() {
        match c {
            '\t' if size > 0 => {
                let missing = size - column % size;
                expanded.extend(std::iter::repeat_n(' ', missing));
                column += missing;
            }
            '\t' => {}
            c => {
                expanded.push(c);
                column = if matches!(c, '\n' | '\r') { 0 } else { column + 1 };
            }
        }
    }
    heap.str(expanded)
}
