//! Strings without what stands at their ends.

use super::{Result, part, this};
use crate::vm::chars;
use crate::vm::error::Error;
use crate::vm::machine::Machine;
use crate::vm::memory::Memory;
use crate::vm::native::Args;
use crate::vm::value::Value;

pub(super) fn strip<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    trimmed(machine, args, "strip", true, true)
}

pub(super) fn lstrip<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    trimmed(machine, args, "lstrip", true, false)
}

pub(super) fn rstrip<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    trimmed(machine, args, "rstrip", false, true)
}

fn trimmed<M: Memory>(
    machine: &Machine<M>,
    args: &Args<'_, M>,
    method: &str,
    at_start: bool,
    at_end: bool,
) -> Result<Value<M>> {
    let (text, rest) = this(args, method)?;
    let text = text.as_str();
    let chars = rest.between(method, 0, 1)?.first().filter(|chars| !chars.is_none());
    let trimmed = match chars {
        None => trim(text, chars::is_space, at_start, at_end),
        Some(chars) => {
            let Some(chars) = chars.as_str() else {
                return Err(Error::type_error(format!("{method} arg must be None or str")));
            };
            trim(text, |c| chars.contains(c), at_start, at_end)
        }
    };
    if trimmed.len() == text.len() {
        return Ok(args.values[0].clone());
    }
    part(&machine.interpreter, machine.heap(), trimmed)
}

fn trim(text: &str, goes: impl Fn(char) -> bool, at_start: bool, at_end: bool) -> &str {
    let text = if at_start { text.trim_start_matches(&goes) } else { text };
    if at_end { text.trim_end_matches(&goes) } else { text }
}

pub(super) fn removeprefix<M: Memory>(
    machine: &mut Machine<M>,
    args: &Args<'_, M>,
) -> Result<Value<M>> {
    without(machine, args, "removeprefix", |text, prefix| text.strip_prefix(prefix))
}

pub(super) fn removesuffix<M: Memory>(
    machine: &mut Machine<M>,
    args: &Args<'_, M>,
) -> Result<Value<M>> {
    without(machine, args, "removesuffix", |text, suffix| text.strip_suffix(suffix))
}

fn without<M: Memory>(
    machine: &Machine<M>,
    args: &Args<'_, M>,
    method: &str,
    take: impl for<'t> Fn(&'t str, &str) -> Option<&'t str>,
) -> Result<Value<M>> {
    let (text, rest) = this(args, method)?;
    let [affix] = rest.exactly(&format!("str.{method}"))?;
    let affix = affix.as_str().ok_or_else(|| {
        let name = affix.type_name();
        Error::type_error(format!("{method}() argument must be str, not {name}"))
    })?;
    match take(text.as_str(), affix) {
        Some(rest) if !affix.is_empty() => part(&machine.interpreter, machine.heap(), rest),
        _ => Ok(args.values[0].clone()),
    }
}
