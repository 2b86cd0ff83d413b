//! The format mini-language: `format(value, spec)`, f-strings, `str.format`, `%`.

mod digits;
pub(super) mod fields;
mod number;
pub(super) mod percent;
pub(super) mod pieces;
mod spec;

use self::spec::Spec;
use super::error::Error;
use super::interpreter::Interpreter;
use super::memory::Memory;
use super::native::Control;
use super::ops::Number;
use super::repr;
use super::special::Special;
use super::value::Value;

type Result<T> = std::result::Result<T, Box<Error>>;

/// `format(value, spec)`
pub(super) fn format<M: Memory>(
    interpreter: &Interpreter<M>,
    value: &Value<M>,
    spec: &str,
) -> Result<String> {
    if interpreter.has_special(value, Special::Format) {
        return Err(Error::control(Control::Dunder));
    }
    if spec.is_empty() {
        return repr::str(interpreter, value);
    }
    if let Some(text) = value.as_str() {
        return format_str(text, spec);
    }
    match value.number() {
        Some(Number::Int(number)) => {
            let class = value.type_name();
            number::whole(number, &Spec::parse(spec, class, '>', 'd')?, class)
        }
        Some(Number::Float(value)) => {
            number::float(value, &Spec::parse(spec, "float", '>', '\0')?, "float")
        }
        None => {
            let name = value.type_name();
            Err(Error::type_error(format!("unsupported format string passed to {name}.__format__")))
        }
    }
}

/// A string under a format (`format_string_internal` in `Python/formatter_unicode.c`).
pub(super) fn format_str(text: &str, spec: &str) -> Result<String> {
    if spec.is_empty() {
        return Ok(text.to_owned());
    }
    let spec = Spec::parse(spec, "str", '<', 's')?;
    if spec.kind != 's' {
        return Err(spec.unknown_code("str"));
    }
    let refused = |what: &str| Err(Error::value_error(format!("{what} string format specifier")));
    if let Some(sign) = spec.sign {
        return refused(if sign == ' ' { "Space not allowed in" } else { "Sign not allowed in" });
    }
    if spec.no_negative_zero {
        return refused("Negative zero coercion (z) not allowed in");
    }
    if spec.alternate {
        return refused("Alternate form (#) not allowed in");
    }
    if spec.align == '=' {
        return refused("'=' alignment not allowed in");
    }
    let text = match spec.precision {
        Some(precision) => first(text, precision),
        None => text,
    };
    spec.pad("", text)
}

/// The first so many characters.
pub(super) fn first(text: &str, count: usize) -> &str {
    if count >= text.len() {
        return text;
    }
    let end = text.char_indices().nth(count).map_or(text.len(), |(at, _)| at);
    &text[..end]
}

#[cfg(test)]
mod tests;
