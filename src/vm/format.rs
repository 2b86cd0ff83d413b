//! `str` and `repr`, as CPython prints them.

use std::fmt::Write;

use super::data::Data;
use super::error::Error;

/// CPython's bound on converting whole numbers to decimal (`sys.get_int_max_str_digits`).
const MAX_DIGITS: usize = 4300;

/// `str(data)`
pub(super) fn str(data: &Data) -> Result<String, Box<Error>> {
    match data {
        Data::Str(text) => Ok(text.clone()),
        other => repr(other),
    }
}

/// `repr(data)`
pub(super) fn repr(data: &Data) -> Result<String, Box<Error>> {
    Ok(match data {
        Data::None => "None".to_owned(),
        Data::Bool(true) => "True".to_owned(),
        Data::Bool(false) => "False".to_owned(),
        Data::Int(value) => {
            // Five digits of slack, since one bit less than four digits may be one digit less.
            let digits = || value.magnitude().to_string();
            if value.bits() > 14_000 && (value.bits() > 15_000 || digits().len() > MAX_DIGITS) {
                return Err(Error::value_error(format!(
                    "Exceeds the limit ({MAX_DIGITS} digits) for integer string conversion; use \
                     sys.set_int_max_str_digits() to increase the limit"
                )));
            }
            value.to_string()
        }
        Data::Float(value) => float(*value),
        Data::Str(text) => quoted(text),
        Data::Function(name) => format!("<function {name}>"),
        Data::Builtin(name) => format!("<built-in function {name}>"),
    })
}

/// The shortest decimal that reads back as the same number (`float_repr_style == 'short'`).
fn float(value: f64) -> String {
    if value.is_nan() {
        return "nan".to_owned();
    }
    if value.is_infinite() {
        return if value > 0.0 { "inf".to_owned() } else { "-inf".to_owned() };
    }
    let scientific = format!("{value:e}");
    let Some((mantissa, exponent)) = scientific.split_once('e') else { return scientific };
    let exponent: i32 = exponent.parse().unwrap_or(0);
    if (-4..16).contains(&exponent) {
        let plain = format!("{value}");
        return if plain.contains('.') { plain } else { plain + ".0" };
    }
    let sign = if exponent < 0 { '-' } else { '+' };
    format!("{mantissa}e{sign}{:02}", exponent.abs())
}

fn quoted(text: &str) -> String {
    let quote = if text.contains('\'') && !text.contains('"') { '"' } else { '\'' };
    let mut quoted = String::from(quote);
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
            c if is_printable(c) => quoted.push(c),
            c => {
                let code = u32::from(c);
                let _ = match code {
                    0..=0xff => write!(quoted, "\\x{code:02x}"),
                    0x100..=0xffff => write!(quoted, "\\u{code:04x}"),
                    _ => write!(quoted, "\\U{code:08x}"),
                };
            }
        }
    }
    quoted.push(quote);
    quoted
}

/// By the standard library's table of what `Debug` shows as it is, which is close to Python's.
fn is_printable(c: char) -> bool {
    // Behind a letter, so that a combining mark is not taken for one standing alone.
    c.is_ascii_graphic() || c == ' ' || !format!("a{c}").escape_debug().any(|c| c == '\\')
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
    }
}
