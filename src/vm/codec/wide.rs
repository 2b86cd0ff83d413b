//! UTF-16 and UTF-32.

use super::Result;
use super::errors::Errors;

/// The order of the bytes of a unit.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Order {
    Little,
    Big,
    /// A byte order mark tells.
    Marked,
}

impl Order {
    fn arrange<const N: usize>(self, little: [u8; N]) -> [u8; N] {
        let mut bytes = little;
        if self == Self::Big {
            bytes.reverse();
        }
        bytes
    }

    fn mark(self) -> Option<char> {
        (self == Self::Marked).then_some('\u{feff}')
    }

    /// The order of these bytes, and where they begin.
    fn of<const N: usize>(self, bytes: &[u8], little: [u8; N]) -> (Self, usize) {
        if self != Self::Marked {
            return (self, 0);
        }
        if bytes.starts_with(&Self::Big.arrange(little)) {
            return (Self::Big, N);
        }
        (Self::Little, if bytes.starts_with(&little) { N } else { 0 })
    }

    fn name(self, little: &'static str, big: &'static str) -> &'static str {
        if self == Self::Big { big } else { little }
    }
}

pub(super) fn encode_16(text: &str, order: Order) -> Vec<u8> {
    let chars = order.mark().into_iter().chain(text.chars());
    let mut buffer = [0; 2];
    let units: Vec<u16> = chars.flat_map(|c| c.encode_utf16(&mut buffer).to_vec()).collect();
    units.into_iter().flat_map(|unit| order.arrange(unit.to_le_bytes())).collect()
}

pub(super) fn encode_32(text: &str, order: Order) -> Vec<u8> {
    let chars = order.mark().into_iter().chain(text.chars());
    chars.flat_map(|c| order.arrange(u32::from(c).to_le_bytes())).collect()
}

pub(super) fn decode_16(bytes: &[u8], order: Order, errors: Errors<'_>) -> Result<String> {
    let (order, mut at) = order.of(bytes, [0xff, 0xfe]);
    let codec = order.name("utf-16-le", "utf-16-be");
    let unit = |at: usize| {
        let bytes = bytes.get(at..at + 2)?.try_into().ok()?;
        Some(u16::from_le_bytes(order.arrange(bytes)))
    };
    let mut text = String::with_capacity(bytes.len() / 2);
    while at < bytes.len() {
        let (end, why) = match (unit(at), unit(at + 2)) {
            (None, _) => (bytes.len(), "truncated data"),
            (Some(0xdc00..=0xdfff), _) => (at + 2, "illegal encoding"),
            (Some(0xd800..=0xdbff), None) => (bytes.len(), "unexpected end of data"),
            (Some(high @ 0xd800..=0xdbff), Some(low)) => {
                match char::decode_utf16([high, low]).next() {
                    Some(Ok(c)) => {
                        text.push(c);
                        at += 4;
                        continue;
                    }
                    _ => (at + 2, "illegal UTF-16 surrogate"),
                }
            }
            (Some(unit), _) => {
                text.extend(char::from_u32(unit.into()));
                at += 2;
                continue;
            }
        };
        errors.decode(&mut text, codec, bytes, at..end, why)?;
        at = end;
    }
    Ok(text)
}

pub(super) fn decode_32(bytes: &[u8], order: Order, errors: Errors<'_>) -> Result<String> {
    let (order, mut at) = order.of(bytes, [0xff, 0xfe, 0, 0]);
    let codec = order.name("utf-32-le", "utf-32-be");
    let mut text = String::with_capacity(bytes.len() / 4);
    while at < bytes.len() {
        let unit = bytes.get(at..at + 4).and_then(|unit| unit.try_into().ok());
        let (end, why) = match unit.map(|unit| u32::from_le_bytes(order.arrange(unit))) {
            None => (bytes.len(), "truncated data"),
            Some(0xd800..=0xdfff) => {
                (at + 4, "code point in surrogate code point range(0xd800, 0xe000)")
            }
            Some(unit) => match char::from_u32(unit) {
                Some(c) => {
                    text.push(c);
                    at += 4;
                    continue;
                }
                None => (at + 4, "code point not in range(0x110000)"),
            },
        };
        errors.decode(&mut text, codec, bytes, at..end, why)?;
        at = end;
    }
    Ok(text)
}
