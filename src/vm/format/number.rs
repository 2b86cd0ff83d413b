//! Numbers under a format.

use super::Result;
use super::digits::{self, Style};
use super::spec::{Spec, fill};
use crate::vm::error::Error;
use crate::vm::int::{self, Int};
use crate::vm::repr;

/// A whole number under a format (`format_long_internal` in `Python/formatter_unicode.c`). The
/// class is the one that messages name.
pub(super) fn whole(value: Int<'_>, spec: &Spec, class: &str) -> Result<String> {
    if matches!(spec.kind, 'e' | 'E' | 'f' | 'F' | 'g' | 'G' | '%') {
        return float(value.to_float()?, spec, class);
    }
    if !matches!(spec.kind, 'b' | 'c' | 'd' | 'n' | 'o' | 'x' | 'X') {
        return Err(spec.unknown_code(class));
    }
    if spec.precision.is_some() {
        return Err(Error::value_error("Precision not allowed in integer format specifier"));
    }
    if spec.no_negative_zero {
        return Err(Error::value_error(
            "Negative zero coercion (z) not allowed in integer format specifier",
        ));
    }
    if spec.kind == 'c' {
        return character(value, spec);
    }
    let (prefix, digits) = match spec.kind {
        'b' => ("0b", int::radix(value, 2)),
        'o' => ("0o", int::radix(value, 8)),
        'x' => ("0x", int::radix(value, 16)),
        'X' => ("0X", int::radix(value, 16).to_ascii_uppercase()),
        _ => ("", decimal(value)?.trim_start_matches('-').to_owned()),
    };
    let prefix = if spec.alternate { prefix } else { "" };
    let group = if matches!(spec.kind, 'd' | 'n') { 3 } else { 4 };
    finish(value.is_negative(), prefix, &digits, "", group, spec)
}

/// A whole number in decimal.
pub(super) fn decimal(value: Int<'_>) -> Result<String> {
    match value {
        Int::Small(value) => Ok(value.to_string()),
        Int::Big(value) => repr::int(value),
    }
}

fn character(value: Int<'_>, spec: &Spec) -> Result<String> {
    if spec.sign.is_some() {
        return Err(Error::value_error("Sign not allowed with integer format specifier 'c'"));
    }
    if spec.alternate {
        return Err(Error::value_error(
            "Alternate form (#) not allowed with integer format specifier 'c'",
        ));
    }
    if value.to_i64().is_none() {
        return Err(Error::overflow("Python int too large to convert to C long"));
    }
    spec.pad("", char_of(value)?.encode_utf8(&mut [0; 4]))
}

/// What `c` makes of a number.
pub(super) fn char_of(value: Int<'_>) -> Result<char> {
    let Some(code) = value.to_i64().and_then(|value| u32::try_from(value).ok()) else {
        return Err(Error::overflow("%c arg not in range(0x110000)"));
    };
    match char::from_u32(code) {
        Some(c) => Ok(c),
        None if code < 0x11_0000 => Err(Error::unsupported("a surrogate as a character")),
        None => Err(Error::overflow("%c arg not in range(0x110000)")),
    }
}

/// A floating-point number under a format (`format_float_internal`).
pub(super) fn float(value: f64, spec: &Spec, class: &str) -> Result<String> {
    let (code, default, with_point) = match spec.kind {
        '\0' => ('r', 0, true),
        'e' | 'E' => ('e', 6, false),
        'f' | 'F' | '%' => ('f', 6, false),
        'g' | 'G' | 'n' => ('g', 6, false),
        _ => return Err(spec.unknown_code(class)),
    };
    let value = if spec.kind == '%' { value * 100.0 } else { value };
    let code = if code == 'r' && spec.precision.is_some() { 'g' } else { code };
    let precision = spec.precision.unwrap_or(default);
    let style = Style { code, precision, with_point, alternate: spec.alternate };
    let mut text = digits::write(value, style);
    if spec.kind.is_ascii_uppercase() {
        text.make_ascii_uppercase();
    }
    let mantissa = text.split(['e', 'E']).next().unwrap_or("");
    let is_zero = mantissa.bytes().all(|byte| matches!(byte, b'0' | b'.'));
    let negative =
        value.is_sign_negative() && !value.is_nan() && !(spec.no_negative_zero && is_zero);
    let whole = text.bytes().take_while(u8::is_ascii_digit).count();
    let (whole, mut rest) = (text[..whole].to_owned(), text.split_off(whole));
    if spec.kind == '%' {
        rest.push('%');
    }
    finish(negative, "", &whole, &rest, 3, spec)
}

/// Puts sign, digits, separators and padding together.
fn finish(
    negative: bool,
    prefix: &str,
    digits: &str,
    rest: &str,
    group: usize,
    spec: &Spec,
) -> Result<String> {
    let sign = match spec.sign {
        _ if negative => "-",
        Some('+') => "+",
        Some(' ') => " ",
        _ => "",
    };
    let front = [sign, prefix].concat();
    let text = match spec.separator {
        Some(separator) if !digits.is_empty() => {
            let least = if spec.fill == '0' && spec.align == '=' {
                spec.width.saturating_sub(front.len() + rest.len())
            } else {
                0
            };
            grouped(digits, separator, group, least) + rest
        }
        _ => [digits, rest].concat(),
    };
    spec.pad(&front, &text)
}

/// Digits in groups, with zeros in front up to a width (`_PyUnicode_InsertThousandsGrouping` in
/// `Objects/unicodeobject.c`).
fn grouped(digits: &str, separator: char, group: usize, least: usize) -> String {
    let mut groups = Vec::new();
    let (mut rest, mut width) = (digits, least);
    loop {
        let length = group.min(rest.len().max(width).max(1));
        let taken = length.min(rest.len());
        let (before, last) = rest.split_at(rest.len() - taken);
        let mut text = String::new();
        fill(&mut text, '0', length - taken);
        text.push_str(last);
        groups.push(text);
        rest = before;
        width = width.saturating_sub(length);
        if rest.is_empty() && width == 0 {
            break;
        }
        width = width.saturating_sub(1);
    }
    groups.reverse();
    groups.join(separator.encode_utf8(&mut [0; 4]))
}
