//! `unicode_escape` and `raw_unicode_escape`: text as in the source of a program.

use super::Result;
use super::errors::{Errors, escaped};
use crate::vm::error::Error;

pub(super) fn encode(text: &str) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' => bytes.extend(b"\\\\"),
            '\t' => bytes.extend(b"\\t"),
            '\n' => bytes.extend(b"\\n"),
            '\r' => bytes.extend(b"\\r"),
            ' '..='~' => bytes.extend(u8::try_from(c)),
            _ => bytes.extend(escaped(c).bytes()),
        }
    }
    bytes
}

pub(super) fn encode_raw(text: &str) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(text.len());
    for c in text.chars() {
        match u8::try_from(c) {
            Ok(byte) => bytes.push(byte),
            Err(_) => bytes.extend(escaped(c).bytes()),
        }
    }
    bytes
}

/// The number that follows in so many hexadecimal digits, or how many of them there are.
fn number(bytes: &[u8], digits: usize) -> std::result::Result<u32, usize> {
    let there = bytes.iter().take(digits).take_while(|byte| byte.is_ascii_hexdigit()).count();
    if there < digits {
        return Err(there);
    }
    let value =
        |number: u32, byte: &u8| number << 4 | char::from(*byte).to_digit(16).unwrap_or_default();
    Ok(bytes[..digits].iter().fold(0, value))
}

fn character(code: u32) -> Result<Option<char>> {
    match code {
        0xd800..=0xdfff => Err(Error::unsupported("a surrogate as a character")),
        _ => Ok(char::from_u32(code)),
    }
}

pub(super) fn decode(bytes: &[u8], errors: Errors<'_>) -> Result<String> {
    let mut text = String::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        if *byte != b'\\' {
            text.push((*byte).into());
            at += 1;
            continue;
        }
        let Some(kind) = bytes.get(at + 1) else {
            errors.decode(&mut text, CODEC, bytes, at..at + 1, "\\ at end of string")?;
            break;
        };
        let behind = &bytes[at + 2..];
        let (digits, why) = match kind {
            b'x' => (2, "truncated \\xXX escape"),
            b'u' => (4, "truncated \\uXXXX escape"),
            b'U' => (8, "truncated \\UXXXXXXXX escape"),
            b'N' => return Err(Error::unsupported("`\\N` in 'unicode_escape'")),
            b'0'..=b'7' => {
                let octal = bytes[at + 1..].iter().take(3);
                let octal = octal.take_while(|byte| matches!(byte, b'0'..=b'7'));
                let (length, code) = octal.fold((0, 0), |(length, code), digit| {
                    (length + 1, code * 8 + u32::from(digit - b'0'))
                });
                text.extend(char::from_u32(code));
                at += 1 + length;
                continue;
            }
            _ => {
                match simple(*kind) {
                    Some(c) => text.push_str(c),
                    None => text.extend(['\\', (*kind).into()]),
                }
                at += 2;
                continue;
            }
        };
        at = escape(bytes, at, number(behind, digits), (digits, why), &mut text, errors)?;
    }
    Ok(text)
}

const CODEC: &str = "unicodeescape";

/// Puts the character in whose number was read behind `at`; where it goes on.
fn escape(
    bytes: &[u8],
    at: usize,
    number: std::result::Result<u32, usize>,
    (digits, why): (usize, &str),
    text: &mut String,
    errors: Errors<'_>,
) -> Result<usize> {
    let (end, why) = match number {
        Ok(code) => match character(code)? {
            Some(c) => {
                text.push(c);
                return Ok(at + 2 + digits);
            }
            None => (at + 2 + digits, "illegal Unicode character"),
        },
        Err(there) => (at + 2 + there, why),
    };
    errors.decode(text, CODEC, bytes, at..end, why)?;
    Ok(end)
}

/// What one letter behind a backslash stands for.
const fn simple(kind: u8) -> Option<&'static str> {
    Some(match kind {
        b'\n' => "",
        b'\\' => "\\",
        b'\'' => "'",
        b'"' => "\"",
        b'a' => "\x07",
        b'b' => "\x08",
        b'f' => "\x0c",
        b'n' => "\n",
        b'r' => "\r",
        b't' => "\t",
        b'v' => "\x0b",
        _ => return None,
    })
}

pub(super) fn decode_raw(bytes: &[u8], errors: Errors<'_>) -> Result<String> {
    let mut text = String::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        let (digits, why) = match (byte, bytes.get(at + 1)) {
            (b'\\', Some(b'u')) => (4, "truncated \\uXXXX escape"),
            (b'\\', Some(b'U')) => (8, "truncated \\UXXXXXXXX escape"),
            (b'\\', Some(other)) => {
                text.extend(['\\', (*other).into()]);
                at += 2;
                continue;
            }
            _ => {
                text.push((*byte).into());
                at += 1;
                continue;
            }
        };
        let (end, why) = match number(&bytes[at + 2..], digits) {
            Ok(code) => match character(code)? {
                Some(c) => {
                    text.push(c);
                    at += 2 + digits;
                    continue;
                }
                None => (at + 2 + digits, "\\Uxxxxxxxx out of range"),
            },
            Err(there) => (at + 2 + there, why),
        };
        errors.decode(&mut text, "rawunicodeescape", bytes, at..end, why)?;
        at = end;
    }
    Ok(text)
}
