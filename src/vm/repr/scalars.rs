//! Numbers, strings and bytes as their `repr` has them.

use std::fmt::Write;

use num_bigint::BigInt;

use super::Result;
use crate::vm::chars;
use crate::vm::error::Error;

/// CPython's bound on converting whole numbers to decimal (`sys.get_int_max_str_digits`).
pub(in crate::vm) const MAX_DIGITS: usize = 4300;

/// A whole number in decimal, unless it has more digits than CPython writes.
pub(in crate::vm) fn int(value: &BigInt) -> Result<String> {
    // Five digits of slack, since one bit less than four digits may be one digit less.
    let digits = || value.magnitude().to_string();
    if value.bits() > 14_000 && (value.bits() > 15_000 || digits().len() > MAX_DIGITS) {
        return Err(Error::value_error(format!(
            "Exceeds the limit ({MAX_DIGITS} digits) for integer string conversion; use \
             sys.set_int_max_str_digits() to increase the limit"
        )));
    }
    Ok(value.to_string())
}

/// The shortest decimal that reads back as the same number (`float_repr_style == 'short'`).
pub(in crate::vm) fn float(value: f64) -> String {
    if value.is_nan() {
        return "nan".to_owned();
    }
    if value.is_infinite() {
        return if value > 0.0 { "inf".to_owned() } else { "-inf".to_owned() };
    }
    let shortest = format!("{value:e}");
    let digits = shortest.bytes().take_while(|byte| *byte != b'e').filter(u8::is_ascii_digit);
    // Halfway between two of the shortest ones, CPython takes the even one.
    let even = format!("{value:.*e}", digits.count() - 1);
    let scientific = if even.parse() == Ok(value) { even } else { shortest };
    let Some((mantissa, exponent)) = scientific.split_once('e') else { return scientific };
    let exponent: i32 = exponent.parse().unwrap_or(0);
    if (-4..16).contains(&exponent) {
        return positional(mantissa, exponent);
    }
    let sign = if exponent < 0 { '-' } else { '+' };
    format!("{mantissa}e{sign}{:02}", exponent.abs())
}

/// A number without an exponent of ten, by its digits with a point behind the first one.
fn positional(mantissa: &str, exponent: i32) -> String {
    let (sign, mantissa) = match mantissa.strip_prefix('-') {
        Some(mantissa) => ("-", mantissa),
        None => ("", mantissa),
    };
    let digits = mantissa.replace('.', "");
    let places = usize::try_from(exponent.unsigned_abs()).unwrap_or(0);
    if exponent < 0 {
        return format!("{sign}0.{}{digits}", "0".repeat(places - 1));
    }
    let (whole, fraction) = digits.split_at_checked(places + 1).unwrap_or((&digits, ""));
    let zeros = "0".repeat(places + 1 - whole.len());
    let fraction = if fraction.is_empty() { "0" } else { fraction };
    format!("{sign}{whole}{zeros}.{fraction}")
}

/// A string in quotes.
pub(in crate::vm) fn quoted(text: &str) -> String {
    let quote = if text.contains('\'') && !text.contains('"') { '"' } else { '\'' };
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push(quote);
    for c in text.chars() {
        match c {
            '\n' => quoted.push_str("\\n"),
            '\r' => quoted.push_str("\\r"),
            '\t' => quoted.push_str("\\t"),
            '\\' => quoted.push_str("\\\\"),
            c if c == quote => {
                quoted.push('\\');
                quoted.push(c);
            }
            c if chars::is_printable(c) => quoted.push(c),
            c => escape(&mut quoted, c),
        }
    }
    quoted.push(quote);
    quoted
}

/// What `ascii` makes of a `repr`: escapes for everything that is not ASCII.
pub(in crate::vm) fn ascii(repr: &str) -> String {
    let mut text = String::with_capacity(repr.len());
    for c in repr.chars() {
        if c.is_ascii() {
            text.push(c);
        } else {
            escape(&mut text, c);
        }
    }
    text
}

fn escape(text: &mut String, c: char) {
    let code = u32::from(c);
    let _ = match code {
        0..=0xff => write!(text, "\\x{code:02x}"),
        0x100..=0xffff => write!(text, "\\u{code:04x}"),
        _ => write!(text, "\\U{code:08x}"),
    };
}

/// `b'…'`
pub(in crate::vm) fn bytes(bytes: &[u8]) -> String {
    let quote = if bytes.contains(&b'\'') && !bytes.contains(&b'"') { '"' } else { '\'' };
    let mut quoted = String::with_capacity(bytes.len() + 3);
    quoted.push('b');
    quoted.push(quote);
    for byte in bytes {
        match char::from(*byte) {
            '\n' => quoted.push_str("\\n"),
            '\r' => quoted.push_str("\\r"),
            '\t' => quoted.push_str("\\t"),
            '\\' => quoted.push_str("\\\\"),
            c if c == quote => {
                quoted.push('\\');
                quoted.push(c);
            }
            c @ ' '..='~' => quoted.push(c),
            _ => {
                let _ = write!(quoted, "\\x{byte:02x}");
            }
        }
    }
    quoted.push(quote);
    quoted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn floats_print_as_in_python() {
        for (value, text) in [
            (0.0, "0.0"),
            (-0.0, "-0.0"),
            (1.0, "1.0"),
            (0.1, "0.1"),
            (1e16, "1e+16"),
            (123_456_789_012_345.6, "123456789012345.6"),
            (1e15, "1000000000000000.0"),
            (0.0001, "0.0001"),
            (0.00001, "1e-05"),
            (1.5e300, "1.5e+300"),
            (97_055.975_830_078_12, "97055.97583007812"),
            (-1234.5, "-1234.5"),
            (-0.012, "-0.012"),
            (f64::NAN, "nan"),
            (f64::NEG_INFINITY, "-inf"),
        ] {
            assert_eq!(float(value), text);
        }
    }

    #[test]
    fn strings_are_quoted_as_in_python() {
        assert_eq!(quoted("a'b"), "\"a'b\"");
        assert_eq!(quoted("a'\"b"), "'a\\'\"b'");
        assert_eq!(quoted("é\n\0\u{7f}\u{301}"), "'é\\n\\x00\\x7f\u{301}'");
        assert_eq!(ascii(&quoted("é→🐍")), "'\\xe9\\u2192\\U0001f40d'");
        assert_eq!(bytes(b"a'\x00\xff\n"), "b\"a'\\x00\\xff\\n\"");
    }
}
