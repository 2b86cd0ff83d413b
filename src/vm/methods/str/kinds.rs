//! What kinds of characters a string has: `isalpha()` and the like.

use super::{Result, alone};
use crate::vm::chars;
use crate::vm::machine::Machine;
use crate::vm::memory::Memory;
use crate::vm::native::Args;
use crate::vm::value::Value;

/// Methods that ask the same of every character, and of an empty string nothing good.
macro_rules! every {
    ($($method:ident: $test:expr;)*) => {$(
        pub(super) fn $method<M: Memory>(
            _: &mut Machine<M>,
            args: &Args<'_, M>,
        ) -> Result<Value<M>> {
            let text = alone(args, stringify!($method))?.as_str();
            let test: fn(char) -> bool = $test;
            Ok(Value::bool(!text.is_empty() && text.chars().all(test)))
        }
    )*};
}

every! {
    isalnum: |c| chars::is_alpha(c) || c.is_numeric();
    isalpha: chars::is_alpha;
    isdecimal: chars::is_decimal;
    isdigit: chars::is_digit;
    isnumeric: char::is_numeric;
    isspace: chars::is_space;
}

pub(super) fn isascii<M: Memory>(_: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    Ok(Value::bool(alone(args, "isascii")?.is_ascii()))
}

pub(super) fn isprintable<M: Memory>(_: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let text = alone(args, "isprintable")?;
    Ok(Value::bool(text.as_str().chars().all(chars::is_printable)))
}

pub(super) fn isidentifier<M: Memory>(_: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let mut chars = alone(args, "isidentifier")?.as_str().chars();
    let is_start = chars.next().is_some_and(|c| c == '_' || unicode_ident::is_xid_start(c));
    Ok(Value::bool(is_start && chars.all(|c| unicode_ident::is_xid_continue(c) && !is_new(c))))
}

/// Is it in names since Unicode 15.1, which CPython has from 3.13 on?
const fn is_new(c: char) -> bool {
    matches!(c, '\u{200c}' | '\u{200d}' | '\u{30fb}' | '\u{ff65}')
}

pub(super) fn islower<M: Memory>(_: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let text = alone(args, "islower")?.as_str();
    let is_lower = text.chars().any(char::is_lowercase) && !text.chars().any(char::is_uppercase);
    Ok(Value::bool(is_lower))
}

pub(super) fn isupper<M: Memory>(_: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let text = alone(args, "isupper")?.as_str();
    let is_upper = text.chars().any(char::is_uppercase) && !text.chars().any(char::is_lowercase);
    Ok(Value::bool(is_upper))
}

pub(super) fn istitle<M: Memory>(_: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let text = alone(args, "istitle")?.as_str();
    let (mut is_inside, mut has_letter) = (false, false);
    for c in text.chars() {
        let is_cased = chars::is_cased(c);
        if is_cased && c.is_uppercase() == is_inside {
            return Ok(Value::bool(false));
        }
        has_letter |= is_cased;
        is_inside = is_cased;
    }
    Ok(Value::bool(has_letter))
}
