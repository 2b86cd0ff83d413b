//! What becomes of that which an encoding does not have.

use std::fmt::Write;
use std::ops::Range;

use super::Result;
use crate::vm::error::Error;

/// The name of an error handler, which nobody looks at before there is an error.
#[derive(Clone, Copy)]
pub(super) struct Errors<'a>(pub(super) &'a str);

enum Handler {
    Strict,
    Ignore,
    Replace,
    Backslash,
    CharacterReference,
}

impl Errors<'_> {
    fn handler(self) -> Result<Handler> {
        Ok(match self.0 {
            "strict" => Handler::Strict,
            "ignore" => Handler::Ignore,
            "replace" => Handler::Replace,
            "backslashreplace" => Handler::Backslash,
            "xmlcharrefreplace" => Handler::CharacterReference,
            "namereplace" | "surrogateescape" | "surrogatepass" => {
                return Err(Error::unsupported(format!("the error handler '{}'", self.0)));
            }
            name => {
                let message = format!("unknown error handler name '{name}'");
                return Err(Error::exception("LookupError", message));
            }
        })
    }

    /// Writes what stands for characters, from this one on, that have no bytes.
    pub(super) fn encode(
        self,
        bytes: &mut Vec<u8>,
        codec: &str,
        wrong: &str,
        start: usize,
        why: &str,
    ) -> Result<()> {
        // Surrogates, which no string has here, are all that these know.
        let strict = matches!(self.0, "surrogateescape" | "surrogatepass");
        let handler = if strict { Handler::Strict } else { self.handler()? };
        for c in wrong.chars() {
            match handler {
                Handler::Strict => return Err(cannot_encode(codec, wrong, start, why)),
                Handler::Ignore => {}
                Handler::Replace => bytes.push(b'?'),
                Handler::Backslash => bytes.extend(escaped(c).bytes()),
                Handler::CharacterReference => {
                    bytes.extend(format!("&#{};", u32::from(c)).bytes());
                }
            }
        }
        Ok(())
    }

    /// Writes what stands for bytes that are no characters.
    pub(super) fn decode(
        self,
        text: &mut String,
        codec: &str,
        bytes: &[u8],
        wrong: Range<usize>,
        why: &str,
    ) -> Result<()> {
        match self.handler()? {
            Handler::Strict => return Err(cannot_decode(codec, bytes, wrong, why)),
            Handler::Ignore => {}
            Handler::Replace => text.push(char::REPLACEMENT_CHARACTER),
            Handler::Backslash => {
                for byte in &bytes[wrong] {
                    let _ = write!(text, "\\x{byte:02x}");
                }
            }
            Handler::CharacterReference => {
                return Err(Error::type_error(
                    "don't know how to handle UnicodeDecodeError in error callback",
                ));
            }
        }
        Ok(())
    }
}

/// A character by its number.
pub(super) fn escaped(c: char) -> String {
    match u32::from(c) {
        code @ 0..=0xff => format!("\\x{code:02x}"),
        code @ 0x100..=0xffff => format!("\\u{code:04x}"),
        code => format!("\\U{code:08x}"),
    }
}

fn cannot_encode(codec: &str, wrong: &str, start: usize, why: &str) -> Box<Error> {
    let mut chars = wrong.chars();
    let what = match (chars.next(), chars.count()) {
        (Some(c), 0) => format!("character '{}' in position {start}", escaped(c)),
        (_, more) => format!("characters in position {start}-{}", start + more),
    };
    Error::exception("UnicodeEncodeError", format!("'{codec}' codec can't encode {what}: {why}"))
}

fn cannot_decode(codec: &str, bytes: &[u8], wrong: Range<usize>, why: &str) -> Box<Error> {
    let Range { start, end } = wrong;
    let what = if end - start == 1 {
        format!("byte 0x{:02x} in position {start}", bytes[start])
    } else {
        format!("bytes in position {start}-{}", end - 1)
    };
    Error::exception("UnicodeDecodeError", format!("'{codec}' codec can't decode {what}: {why}"))
}
