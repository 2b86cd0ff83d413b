//! Floating-point numbers as decimals, correctly rounded (`format_float_short` in
//! `Python/pystrtod.c`). The standard library's `{:.n}` and `{:.ne}` are exact.

use super::spec::fill;
use crate::vm::repr;

/// No finite number has more decimals than that; what follows are zeros.
const MOST_DECIMALS: usize = 1100;

/// How a number is to be written.
#[derive(Clone, Copy)]
pub(super) struct Style {
    /// `e`, `f`, `g`, or `r` for the shortest that reads back as the same number.
    pub(super) code: char,
    pub(super) precision: usize,
    /// Is a number without a point given `.0`?
    pub(super) with_point: bool,
    /// `#`: keep the point and zeros behind it.
    pub(super) alternate: bool,
}

/// The absolute value of a number, in digits.
pub(super) fn write(value: f64, style: Style) -> String {
    let value = value.abs();
    if value.is_nan() {
        return "nan".to_owned();
    }
    if value.is_infinite() {
        return "inf".to_owned();
    }
    match style.code {
        'e' => exponential(value, style.precision, style.alternate),
        'f' => fixed(value, style.precision, style.alternate),
        'g' => general(value, style),
        _ => {
            let text = repr::float(value);
            if style.alternate && !text.contains('.') { text.replacen('e', ".e", 1) } else { text }
        }
    }
}

fn fixed(value: f64, precision: usize, alternate: bool) -> String {
    let exact = precision.min(MOST_DECIMALS);
    let mut text = format!("{value:.exact$}");
    fill(&mut text, '0', precision - exact);
    if alternate && precision == 0 {
        text.push('.');
    }
    text
}

fn exponential(value: f64, precision: usize, alternate: bool) -> String {
    let (mut digits, exponent) = rounded(value, precision);
    let exact = digits.len() - 1;
    if precision > 0 || alternate {
        digits.insert(1, '.');
    }
    fill(&mut digits, '0', precision - exact);
    with_exponent(&digits, exponent)
}

fn general(value: f64, style: Style) -> String {
    let precision = style.precision.max(1);
    let (mut digits, exponent) = rounded(value, precision - 1);
    if !style.alternate {
        digits.truncate(digits.trim_end_matches('0').len().max(1));
    }
    let whole = usize::try_from(exponent + 1).unwrap_or(0);
    if exponent < -4 || whole > precision - usize::from(style.with_point && precision > 0) {
        if style.alternate {
            let missing = precision - digits.len();
            fill(&mut digits, '0', missing);
        }
        if digits.len() > 1 || style.alternate {
            digits.insert(1, '.');
        }
        return with_exponent(&digits, exponent);
    }
    let mut text = String::new();
    if exponent < 0 {
        text.push_str("0.");
        fill(&mut text, '0', exponent.unsigned_abs() as usize - 1);
        text.push_str(&digits);
    } else {
        let missing = whole.saturating_sub(digits.len());
        fill(&mut digits, '0', missing);
        text.push_str(&digits[..whole]);
        text.push('.');
        text.push_str(&digits[whole..]);
    }
    if style.alternate {
        let missing = precision.saturating_sub(digits.len());
        fill(&mut text, '0', missing);
    } else if text.ends_with('.') {
        text.push_str(if style.with_point { "0" } else { "" });
        if !style.with_point {
            text.pop();
        }
    }
    text
}

/// The digits of a number rounded to one in front of the point and so many behind it, and its
/// exponent.
fn rounded(value: f64, precision: usize) -> (String, i32) {
    let exact = precision.min(MOST_DECIMALS);
    let text = format!("{value:.exact$e}");
    let (mantissa, exponent) = text.split_once('e').unwrap_or((&text, "0"));
    let digits = mantissa.chars().filter(char::is_ascii_digit).collect();
    (digits, exponent.parse().unwrap_or(0))
}

fn with_exponent(mantissa: &str, exponent: i32) -> String {
    let sign = if exponent < 0 { '-' } else { '+' };
    format!("{mantissa}e{sign}{:02}", exponent.abs())
}
