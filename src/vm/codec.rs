//! Text as bytes and back, in the encodings that programs name.

use super::error::Error;

type Result<T> = std::result::Result<T, Box<Error>>;

/// An encoding.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Codec {
    Utf8,
    Ascii,
    Latin1,
}

impl Codec {
    fn named(name: &str) -> Result<Self> {
        match name.to_ascii_lowercase().replace(['_', ' '], "-").as_str() {
            "utf-8" | "utf8" | "u8" => Ok(Self::Utf8),
            "ascii" | "us-ascii" => Ok(Self::Ascii),
            "latin-1" | "latin1" | "iso-8859-1" | "iso8859-1" => Ok(Self::Latin1),
            "utf-16" | "utf-16-le" | "utf-16-be" | "utf-32" | "cp1252" | "cp437" | "utf-8-sig"
            | "hex" | "base64" => Err(Error::unsupported(format!("the encoding '{name}'"))),
            _ => Err(Error::exception("LookupError", format!("unknown encoding: {name}"))),
        }
    }

    const fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "utf-8",
            Self::Ascii => "ascii",
            Self::Latin1 => "latin-1",
        }
    }
}

/// What becomes of that which an encoding does not have.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Errors {
    Strict,
    Ignore,
    Replace,
}

impl Errors {
    fn named(name: &str) -> Result<Self> {
        match name {
            "strict" => Ok(Self::Strict),
            "ignore" => Ok(Self::Ignore),
            "replace" => Ok(Self::Replace),
            "backslashreplace" | "xmlcharrefreplace" | "namereplace" | "surrogateescape"
            | "surrogatepass" => Err(Error::unsupported(format!("the error handler '{name}'"))),
            _ => {
                Err(Error::exception("LookupError", format!("unknown error handler name '{name}'")))
            }
        }
    }
}

/// `text.encode(encoding, errors)`
pub(super) fn encode(text: &str, encoding: &str, errors: &str) -> Result<Vec<u8>> {
    let codec = Codec::named(encoding)?;
    let limit = match codec {
        Codec::Utf8 => return Ok(text.as_bytes().to_vec()),
        Codec::Ascii => 128,
        Codec::Latin1 => 256,
    };
    let mut bytes = Vec::with_capacity(text.len());
    for (at, c) in text.chars().enumerate() {
        match u8::try_from(u32::from(c)) {
            Ok(byte) if u32::from(byte) < limit => bytes.push(byte),
            _ => match Errors::named(errors)? {
                Errors::Ignore => {}
                Errors::Replace => bytes.push(b'?'),
                Errors::Strict => return Err(cannot_encode(codec, c, at, limit)),
            },
        }
    }
    Ok(bytes)
}

fn cannot_encode(codec: Codec, c: char, at: usize, limit: u32) -> Box<Error> {
    let code = u32::from(c);
    let shown = match code {
        0..=0xff => format!("\\x{code:02x}"),
        0x100..=0xffff => format!("\\u{code:04x}"),
        _ => format!("\\U{code:08x}"),
    };
    let codec = codec.name();
    Error::exception(
        "UnicodeEncodeError",
        format!(
            "'{codec}' codec can't encode character '{shown}' in position {at}: ordinal not in \
             range({limit})"
        ),
    )
}

/// `bytes.decode(encoding, errors)`
pub(super) fn decode(bytes: &[u8], encoding: &str, errors: &str) -> Result<String> {
    let codec = Codec::named(encoding)?;
    match codec {
        Codec::Utf8 => return utf8(bytes, errors),
        Codec::Latin1 => return Ok(bytes.iter().copied().map(char::from).collect()),
        Codec::Ascii => {}
    }
    let mut text = String::with_capacity(bytes.len());
    for (at, byte) in bytes.iter().copied().enumerate() {
        if byte.is_ascii() {
            text.push(byte.into());
            continue;
        }
        match Errors::named(errors)? {
            Errors::Ignore => {}
            Errors::Replace => text.push(char::REPLACEMENT_CHARACTER),
            Errors::Strict => {
                let why = "ordinal not in range(128)";
                return Err(cannot_decode(codec, byte, at, 1, why));
            }
        }
    }
    Ok(text)
}

fn utf8(bytes: &[u8], errors: &str) -> Result<String> {
    if let Ok(text) = str::from_utf8(bytes) {
        return Ok(text.to_owned());
    }
    let errors = Errors::named(errors)?;
    let (mut text, mut at) = (String::with_capacity(bytes.len()), 0);
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        at += chunk.valid().len();
        let invalid = chunk.invalid();
        let Some(first) = invalid.first() else { continue };
        match errors {
            Errors::Ignore => {}
            Errors::Replace => text.push(char::REPLACEMENT_CHARACTER),
            Errors::Strict => {
                let is_start = matches!(first, 0xc2..=0xf4);
                let (length, why) = match bytes.len() {
                    end if !is_start => (end.min(1), "invalid start byte"),
                    end if at + invalid.len() == end => (invalid.len(), "unexpected end of data"),
                    _ => (invalid.len(), "invalid continuation byte"),
                };
                return Err(cannot_decode(Codec::Utf8, *first, at, length, why));
            }
        }
        at += invalid.len();
    }
    Ok(text)
}

fn cannot_decode(codec: Codec, byte: u8, at: usize, length: usize, why: &str) -> Box<Error> {
    let codec = codec.name();
    let what = if length == 1 {
        format!("byte 0x{byte:02x} in position {at}")
    } else {
        format!("bytes in position {at}-{}", at + length - 1)
    };
    Error::exception("UnicodeDecodeError", format!("'{codec}' codec can't decode {what}: {why}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_goes_to_bytes_and_back() {
        for encoding in ["utf-8", "UTF8", "latin-1"] {
            let bytes = encode("aé", encoding, "strict").expect(encoding);
            assert_eq!(decode(&bytes, encoding, "strict").expect(encoding), "aé");
        }
        assert_eq!(encode("aé", "ascii", "replace").expect("it replaces"), b"a?");
        assert_eq!(decode(b"a\xff", "utf-8", "ignore").expect("it ignores"), "a");
    }

    #[test]
    fn errors_are_those_of_cpython() {
        let error = |bytes: &[u8]| decode(bytes, "utf-8", "strict").expect_err("bad").to_string();
        let message = "UnicodeDecodeError: 'utf-8' codec can't decode";
        assert_eq!(
            error(b"\xff"),
            format!("{message} byte 0xff in position 0: invalid start byte")
        );
        assert_eq!(
            error(b"a\xc3"),
            format!("{message} byte 0xc3 in position 1: unexpected end of data")
        );
        assert_eq!(
            error(b"\xc3a"),
            format!("{message} byte 0xc3 in position 0: invalid continuation byte")
        );
        assert_eq!(
            error(b"\xe2\x82"),
            format!("{message} bytes in position 0-1: unexpected end of data")
        );
        assert_eq!(
            encode("é", "ascii", "strict").expect_err("bad").to_string(),
            "UnicodeEncodeError: 'ascii' codec can't encode character '\\xe9' in position 0: \
             ordinal not in range(128)"
        );
    }
}
