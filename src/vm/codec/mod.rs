//! Text as bytes and back, in the encodings that programs name.

mod charmap;
mod errors;
mod escape;
mod names;
mod wide;

use self::errors::Errors;
use self::names::Codec;
use super::error::Error;

type Result<T> = std::result::Result<T, Box<Error>>;

/// `text.encode(encoding, errors)`
#[optimize(size)]
pub(super) fn encode(text: &str, encoding: &str, errors: &str) -> Result<Vec<u8>> {
    let errors = Errors(errors);
    match Codec::named(encoding)? {
        Codec::Utf8 => Ok(text.as_bytes().to_vec()),
        Codec::Utf8Sig => Ok([BYTE_ORDER_MARK.as_bytes(), text.as_bytes()].concat()),
        Codec::Ascii => encode_each(text, "ascii", "ordinal not in range(128)", errors, |c| {
            u8::try_from(c).ok().filter(u8::is_ascii)
        }),
        Codec::Latin1 => {
            let byte = |c| u8::try_from(c).ok();
            encode_each(text, "latin-1", "ordinal not in range(256)", errors, byte)
        }
        Codec::Charmap(map) => {
            let byte = |c| map.byte(c);
            encode_each(text, "charmap", charmap::UNDEFINED, errors, byte)
        }
        Codec::Utf16(order) => Ok(wide::encode_16(text, order)),
        Codec::Utf32(order) => Ok(wide::encode_32(text, order)),
        Codec::Escape => Ok(escape::encode(text)),
        Codec::RawEscape => Ok(escape::encode_raw(text)),
        Codec::Idna => idna(text, errors),
    }
}

/// U+FEFF
const BYTE_ORDER_MARK: &str = "\u{feff}";

/// One byte for every character that has one.
fn encode_each(
    text: &str,
    codec: &str,
    why: &str,
    errors: Errors<'_>,
    byte: impl Fn(char) -> Option<u8>,
) -> Result<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut chars = text.chars().enumerate().peekable();
    while let Some((start, first)) = chars.next() {
        if let Some(byte) = byte(first) {
            bytes.push(byte);
            continue;
        }
        // All that follow and have none are told at once.
        let mut wrong = String::from(first);
        while let Some((_, c)) = chars.next_if(|(_, c)| byte(*c).is_none()) {
            wrong.push(c);
        }
        errors.encode(&mut bytes, codec, &wrong, start, why)?;
    }
    Ok(bytes)
}

/// Names of hosts, of which only those in ASCII are supported.
fn idna(text: &str, errors: Errors<'_>) -> Result<Vec<u8>> {
    let wrong = |why: &str| {
        let message = format!("encoding with 'idna' codec failed (UnicodeError: {why})");
        Err(Error::exception("UnicodeError", message))
    };
    if errors.0 != "strict" {
        return wrong(&format!("unsupported error handling {}", errors.0));
    }
    if !text.is_ascii() {
        return Err(Error::unsupported("the encoding 'idna' of what is not ASCII"));
    }
    let mut labels: Vec<_> = text.split('.').collect();
    if labels.pop().is_some_and(|last| last.len() >= 64) {
        return wrong("label too long");
    }
    match labels.iter().find(|label| label.is_empty() || label.len() >= 64) {
        Some(_) => wrong("label empty or too long"),
        None => Ok(text.as_bytes().to_vec()),
    }
}

/// `bytes.decode(encoding, errors)`
#[optimize(size)]
pub(super) fn decode(bytes: &[u8], encoding: &str, errors: &str) -> Result<String> {
    let errors = Errors(errors);
    match Codec::named(encoding)? {
        Codec::Utf8 => utf8(bytes, errors),
        Codec::Utf8Sig => {
            utf8(bytes.strip_prefix(BYTE_ORDER_MARK.as_bytes()).unwrap_or(bytes), errors)
        }
        Codec::Idna if errors.0 != "strict" => Err(Error::exception(
            "UnicodeError",
            format!(
                "decoding with 'idna' codec failed (UnicodeError: Unsupported error handling {})",
                errors.0
            ),
        )),
        Codec::Ascii | Codec::Idna => {
            decode_each(bytes, "ascii", "ordinal not in range(128)", errors, |byte| {
                byte.is_ascii().then_some(byte.into())
            })
        }
        Codec::Latin1 => Ok(bytes.iter().copied().map(char::from).collect()),
        Codec::Charmap(map) => {
            decode_each(bytes, "charmap", charmap::UNDEFINED, errors, |byte| map.char(byte))
        }
        Codec::Utf16(order) => wide::decode_16(bytes, order, errors),
        Codec::Utf32(order) => wide::decode_32(bytes, order, errors),
        Codec::Escape => escape::decode(bytes, errors),
        Codec::RawEscape => escape::decode_raw(bytes, errors),
    }
}

fn decode_each(
    bytes: &[u8],
    codec: &str,
    why: &str,
    errors: Errors<'_>,
    char: impl Fn(u8) -> Option<char>,
) -> Result<String> {
    let mut text = String::with_capacity(bytes.len());
    for (at, byte) in bytes.iter().enumerate() {
        match char(*byte) {
            Some(c) => text.push(c),
            None => errors.decode(&mut text, codec, bytes, at..at + 1, why)?,
        }
    }
    Ok(text)
}

fn utf8(bytes: &[u8], errors: Errors<'_>) -> Result<String> {
    if let Ok(text) = str::from_utf8(bytes) {
        return Ok(text.to_owned());
    }
    let (mut text, mut at) = (String::with_capacity(bytes.len()), 0);
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        at += chunk.valid().len();
        let invalid = chunk.invalid();
        let Some(first) = invalid.first() else { continue };
        let why = match first {
            0xc2..=0xf4 if at + invalid.len() == bytes.len() => "unexpected end of data",
            0xc2..=0xf4 => "invalid continuation byte",
            _ => "invalid start byte",
        };
        errors.decode(&mut text, "utf-8", bytes, at..at + invalid.len(), why)?;
        at += invalid.len();
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_goes_to_bytes_and_back() {
        for encoding in ["utf-8", "UTF8", "latin-1", "utf-16", "utf_32_be", "cp1252", "mac-roman"] {
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
