//! Encodings of one byte for each character, of which the lower half is ASCII.

/// What is said of bytes and characters that they do not have.
pub(super) const UNDEFINED: &str = "character maps to <undefined>";

/// Two lines for each: its name and others that it has, and the characters of its upper half, where
/// U+FFFD stands for none. The first 32 of them are left out where they are control characters.
const CHARMAPS: &str = include_str!("charmaps.txt");

/// Such an encoding: the characters from the byte 0x80 on.
pub(super) struct Charmap {
    upper: [char; 128],
}

impl Charmap {
    /// The encoding of this name.
    pub(super) fn named(name: &str) -> Option<Self> {
        let mut lines = CHARMAPS.lines();
        while let (Some(names), Some(upper)) = (lines.next(), lines.next()) {
            if names.split(' ').any(|known| known == name) {
                return Some(Self::of(upper));
            }
        }
        None
    }

    fn of(characters: &str) -> Self {
        let controls = if characters.chars().count() < 128 { 0x80..0xa0 } else { 0..0 };
        let all = controls.map(|byte: u8| byte.into()).chain(characters.chars());
        let mut upper = [char::REPLACEMENT_CHARACTER; 128];
        for (place, c) in upper.iter_mut().zip(all) {
            *place = c;
        }
        Self { upper }
    }

    pub(super) fn char(&self, byte: u8) -> Option<char> {
        let Some(place) = byte.checked_sub(0x80) else { return Some(byte.into()) };
        let c = *self.upper.get(usize::from(place))?;
        (c != char::REPLACEMENT_CHARACTER).then_some(c)
    }

    pub(super) fn byte(&self, c: char) -> Option<u8> {
        if c.is_ascii() || c == char::REPLACEMENT_CHARACTER {
            return u8::try_from(c).ok();
        }
        (0x80..=0xff).zip(&self.upper).find(|(_, known)| **known == c).map(|(byte, _)| byte)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_table_is_whole() {
        for (number, line) in CHARMAPS.lines().enumerate() {
            let length = line.chars().count();
            assert!(number % 2 == 0 || length == 96 || length == 128, "{line} has {length}");
        }
        let map = Charmap::named("cp1252").expect("it is there");
        assert_eq!((map.char(0x80), map.byte('€'), map.char(0x81)), (Some('€'), Some(0x80), None));
    }
}
