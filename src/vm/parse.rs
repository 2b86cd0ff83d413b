//! Numbers in strings: what `int()` and `float()` read.

use std::borrow::Cow;

use num_bigint::BigInt;

use super::chars;
use super::error::Error;
use super::repr::{self, MAX_DIGITS};

type Result<T> = std::result::Result<T, Box<Error>>;

/// `int(text, base)`; a base of 0 is the one of the text's prefix.
pub(super) fn int(text: &str, base: u32) -> Result<BigInt> {
    let invalid = || {
        let quoted = repr::quoted(text);
        Error::value_error(format!("invalid literal for int() with base {base}: {quoted}"))
    };
    let latin = in_latin(text);
    let trimmed = latin.trim_matches(chars::is_space);
    let (is_negative, unsigned) = match trimmed.as_bytes().first() {
        Some(b'-') => (true, &trimmed[1..]),
        Some(b'+') => (false, &trimmed[1..]),
        _ => (false, trimmed),
    };
    let (digits, radix) = prefixed(unsigned, base);
    if !has_good_underscores(digits, digits.len() < unsigned.len()) {
        return Err(invalid());
    }
    let digits: String = digits.chars().filter(|c| *c != '_').collect();
    if digits.is_empty() || !digits.chars().all(|c| c.is_digit(radix)) {
        return Err(invalid());
    }
    // CPython has a leading zero only in front of zeros, as in programs.
    if base == 0 && radix == 10 && digits.len() > 1 && digits.starts_with('0') {
        let is_zero = digits.bytes().all(|byte| byte == b'0');
        return if is_zero { Ok(BigInt::ZERO) } else { Err(invalid()) };
    }
    if !radix.is_power_of_two() && digits.len() > MAX_DIGITS {
        let given = digits.len();
        return Err(Error::value_error(format!(
            "Exceeds the limit ({MAX_DIGITS} digits) for integer string conversion: value has \
             {given} digits; use sys.set_int_max_str_digits() to increase the limit"
        )));
    }
    let value = BigInt::parse_bytes(digits.as_bytes(), radix).ok_or_else(invalid)?;
    Ok(if is_negative { -value } else { value })
}

/// The text with Latin digits for those of other decimal systems.
fn in_latin(text: &str) -> Cow<'_, str> {
    if text.is_ascii() {
        return text.into();
    }
    text.chars().map(|c| chars::to_ascii_digit(c).unwrap_or(c)).collect::<String>().into()
}

/// Takes off a prefix that goes with the base; what is left, and the base it is in.
fn prefixed(text: &str, base: u32) -> (&str, u32) {
    let radix = match text.as_bytes() {
        [b'0', b'x' | b'X', ..] => 16,
        [b'0', b'o' | b'O', ..] => 8,
        [b'0', b'b' | b'B', ..] => 2,
        _ => return (text, if base == 0 { 10 } else { base }),
    };
    if base == 0 || base == radix { (&text[2..], radix) } else { (text, base) }
}

/// Underscores stand between digits, or behind a prefix.
fn has_good_underscores(digits: &str, after_prefix: bool) -> bool {
    let starts_well = after_prefix || !digits.starts_with('_');
    starts_well && !digits.ends_with('_') && !digits.contains("__")
}

/// `float(text)`
pub(super) fn float(text: &str) -> Result<f64> {
    let latin = in_latin(text);
    let trimmed = latin.trim_matches(chars::is_space);
    let value = if trimmed.contains('_') {
        let bytes = trimmed.as_bytes();
        let is_good = bytes.iter().enumerate().all(|(at, byte)| {
            let is_digit =
                |at: Option<usize>| at.and_then(|at| bytes.get(at)).is_some_and(u8::is_ascii_digit);
            *byte != b'_' || (is_digit(at.checked_sub(1)) && is_digit(Some(at + 1)))
        });
        if is_good { trimmed.replace('_', "").parse().ok() } else { None }
    } else {
        trimmed.parse().ok()
    };
    value.ok_or_else(|| {
        let quoted = repr::quoted(text);
        Error::value_error(format!("could not convert string to float: {quoted}"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_numbers_are_read_as_in_python() {
        for (text, base, value) in [
            (" 12\n", 10, 12),
            ("-1_000", 10, -1000),
            ("+7", 10, 7),
            ("ff", 16, 255),
            ("0xFF", 16, 255),
            ("0x_f", 0, 15),
            ("0b101", 0, 5),
            ("z", 36, 35),
            ("00", 0, 0),
            ("１２", 10, 12),
        ] {
            assert_eq!(int(text, base).expect(text), BigInt::from(value), "{text}");
        }
        for (text, base) in
            [("", 10), ("1__0", 10), ("_1", 10), ("1_", 10), ("0x1", 10), ("010", 0), ("- 1", 10)]
        {
            assert!(int(text, base).is_err(), "{text}");
        }
        let error = int(" 1x", 10).expect_err("it is none");
        assert_eq!(error.to_string(), "ValueError: invalid literal for int() with base 10: ' 1x'");
    }

    #[test]
    fn floats_are_read_as_in_python() {
        for (text, value) in [
            (" 1.5 ", 1.5),
            ("1_0.2_5e1_0", 10.25e10),
            (".5", 0.5),
            ("5.", 5.0),
            ("-Infinity", f64::NEG_INFINITY),
            ("inf", f64::INFINITY),
            ("1e400", f64::INFINITY),
        ] {
            assert_eq!(float(text).expect(text).to_bits(), value.to_bits(), "{text}");
        }
        assert!(float("nan").expect("it is one").is_nan());
        for text in ["", "1_.5", "_1", "1.e_5", "infinit", "1 2", "0x1"] {
            assert!(float(text).is_err(), "{text}");
        }
    }
}
