//! A format specification, taken apart (`parse_internal_render_format_spec` in
//! `Python/formatter_unicode.c`).

use crate::vm::error::{Error, Exceeded};
use crate::vm::limits::MEMORY_LIMIT;

type Result<T> = std::result::Result<T, Box<Error>>;

/// What stands behind the colon.
#[derive(Clone, Debug)]
pub(super) struct Spec {
    pub(super) fill: char,
    pub(super) align: char,
    pub(super) sign: Option<char>,
    pub(super) no_negative_zero: bool,
    pub(super) alternate: bool,
    pub(super) width: usize,
    /// `,` or `_`
    pub(super) separator: Option<char>,
    pub(super) precision: Option<usize>,
    /// The type, or a NUL for none.
    pub(super) kind: char,
}

impl Spec {
    /// Takes a specification apart, for values of a class that have an alignment and a type of
    /// their own.
    pub(super) fn parse(text: &str, class: &str, align: char, kind: char) -> Result<Self> {
        let chars: Vec<char> = text.chars().collect();
        let mut rest = &chars[..];
        let mut spec = Self {
            fill: ' ',
            align,
            sign: None,
            no_negative_zero: false,
            alternate: false,
            width: 0,
            separator: None,
            precision: None,
            kind,
        };
        let is_align = |c: char| matches!(c, '<' | '>' | '=' | '^');
        let (mut has_fill, mut has_align) = (false, false);
        if let [fill, align, ..] = *rest
            && is_align(align)
        {
            (spec.fill, spec.align, has_fill, has_align) = (fill, align, true, true);
            rest = &rest[2..];
        } else if let Some(align) = next_if(&mut rest, is_align) {
            (spec.align, has_align) = (align, true);
        }
        spec.sign = next_if(&mut rest, |c| matches!(c, ' ' | '+' | '-'));
        spec.no_negative_zero = next_if(&mut rest, |c| c == 'z').is_some();
        spec.alternate = next_if(&mut rest, |c| c == '#').is_some();
        if !has_fill && next_if(&mut rest, |c| c == '0').is_some() {
            spec.fill = '0';
            if !has_align && align == '>' {
                spec.align = '=';
            }
        }
        spec.width = integer(&mut rest)?.unwrap_or(0);
        spec.separator = next_if(&mut rest, |c| c == ',');
        if next_if(&mut rest, |c| c == '_').is_some() {
            if spec.separator.is_some() {
                return Err(Error::value_error("Cannot specify both ',' and '_'."));
            }
            spec.separator = Some('_');
        }
        if rest.first() == Some(&',') && spec.separator == Some('_') {
            return Err(Error::value_error("Cannot specify both ',' and '_'."));
        }
        if next_if(&mut rest, |c| c == '.').is_some() {
            let Some(precision) = integer(&mut rest)? else {
                return Err(Error::value_error("Format specifier missing precision"));
            };
            spec.precision = Some(precision);
        }
        match *rest {
            [] => {}
            [kind] => spec.kind = kind,
            _ => {
                return Err(Error::value_error(format!(
                    "Invalid format specifier '{text}' for object of type '{class}'"
                )));
            }
        }
        spec.check_separator()?;
        if spec.width.max(spec.precision.unwrap_or(0)) > MEMORY_LIMIT {
            return Err(Error::exceeded(Exceeded::Memory));
        }
        Ok(spec)
    }

    fn check_separator(&self) -> Result<()> {
        let Some(separator) = self.separator else { return Ok(()) };
        match self.kind {
            'd' | 'e' | 'f' | 'g' | 'E' | 'G' | '%' | 'F' | '\0' => Ok(()),
            'b' | 'o' | 'x' | 'X' if separator == '_' => Ok(()),
            kind => {
                let kind = code(kind);
                Err(Error::value_error(format!("Cannot specify '{separator}' with '{kind}'.")))
            }
        }
    }

    pub(super) fn unknown_code(&self, class: &str) -> Box<Error> {
        let code = code(self.kind);
        Error::value_error(format!("Unknown format code '{code}' for object of type '{class}'"))
    }

    /// Fills a text up to the width; what stands in front of it stays in front under `=`.
    pub(super) fn pad(&self, prefix: &str, text: &str) -> Result<String> {
        let length = prefix.chars().count() + text.chars().count();
        let missing = self.width.saturating_sub(length);
        if missing.saturating_mul(self.fill.len_utf8()) > MEMORY_LIMIT {
            return Err(Error::exceeded(Exceeded::Memory));
        }
        let left = match self.align {
            '>' => missing,
            '^' => missing / 2,
            _ => 0,
        };
        let inside = if self.align == '=' { missing } else { 0 };
        let mut padded = String::with_capacity(prefix.len() + text.len() + missing);
        fill(&mut padded, self.fill, left);
        padded.push_str(prefix);
        fill(&mut padded, self.fill, inside);
        padded.push_str(text);
        fill(&mut padded, self.fill, missing - left - inside);
        Ok(padded)
    }
}

/// Appends a character so many times.
pub(super) fn fill(text: &mut String, c: char, count: usize) {
    text.extend(std::iter::repeat_n(c, count));
}

/// The type as messages have it.
fn code(kind: char) -> String {
    if kind > ' ' && kind.is_ascii() {
        kind.to_string()
    } else {
        format!("\\x{:x}", u32::from(kind))
    }
}

fn next_if(rest: &mut &[char], wanted: impl Fn(char) -> bool) -> Option<char> {
    let (first, others) = rest.split_first()?;
    wanted(*first).then(|| {
        *rest = others;
        *first
    })
}

fn integer(rest: &mut &[char]) -> Result<Option<usize>> {
    let mut value = None;
    while let Some(digit) = rest.first().and_then(|c| c.to_digit(10)) {
        let before: isize = value.unwrap_or(0);
        let now = before.checked_mul(10).and_then(|tens| tens.checked_add_unsigned(digit as usize));
        let Some(now) = now else {
            return Err(Error::value_error("Too many decimal digits in format string"));
        };
        value = Some(now);
        *rest = &rest[1..];
    }
    Ok(value.map(isize::unsigned_abs))
}
