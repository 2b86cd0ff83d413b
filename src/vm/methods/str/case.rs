//! Upper and lower case.

use super::{Result, alone};
use crate::vm::chars;
use crate::vm::machine::Machine;
use crate::vm::memory::Memory;
use crate::vm::native::Args;
use crate::vm::value::Value;

pub(super) fn upper<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let text = alone(args, "upper")?;
    machine.heap().str(text.as_str().to_uppercase())
}

pub(super) fn lower<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let text = alone(args, "lower")?;
    let text = text.as_str();
    if text.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase()) {
        return Ok(args.values[0].clone());
    }
    machine.heap().str(text.to_lowercase())
}

pub(super) fn casefold<M: Memory>(
    machine: &mut Machine<M>,
    args: &Args<'_, M>,
) -> Result<Value<M>> {
    let text = alone(args, "casefold")?;
    let mut folded = String::with_capacity(text.as_str().len());
    for c in text.as_str().chars() {
        match c {
            'ß' | 'ẞ' => folded.push_str("ss"),
            'ς' => folded.push('σ'),
            c => folded.extend(c.to_lowercase()),
        }
    }
    machine.heap().str(folded)
}

pub(super) fn swapcase<M: Memory>(
    machine: &mut Machine<M>,
    args: &Args<'_, M>,
) -> Result<Value<M>> {
    let text = alone(args, "swapcase")?;
    let mut swapped = String::with_capacity(text.as_str().len());
    for c in text.as_str().chars() {
        if c.is_uppercase() {
            swapped.extend(c.to_lowercase());
        } else if c.is_lowercase() {
            swapped.extend(c.to_uppercase());
        } else {
            swapped.push(c);
        }
    }
    machine.heap().str(swapped)
}

pub(super) fn capitalize<M: Memory>(
    machine: &mut Machine<M>,
    args: &Args<'_, M>,
) -> Result<Value<M>> {
    let text = alone(args, "capitalize")?.as_str();
    let mut chars = text.chars();
    let mut capitalized = String::with_capacity(text.len());
    if let Some(first) = chars.next() {
        push_title(&mut capitalized, first);
    }
    capitalized.push_str(&chars.as_str().to_lowercase());
    machine.heap().str(capitalized)
}

pub(super) fn title<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let text = alone(args, "title")?;
    let mut titled = String::with_capacity(text.as_str().len());
    let mut is_inside = false;
    for c in text.as_str().chars() {
        if is_inside {
            titled.extend(c.to_lowercase());
        } else {
            push_title(&mut titled, c);
        }
        is_inside = chars::is_cased(c);
    }
    machine.heap().str(titled)
}

/// A letter at the beginning of a word: of several that stand for it, only the first is large.
fn push_title(text: &mut String, c: char) {
    let mut upper = c.to_uppercase();
    text.extend(upper.next());
    text.extend(upper.flat_map(char::to_lowercase));
}
