//! Strings: UTF-8 with the number of characters, so that ASCII is indexed at once. Short ones, as
//! most words are, lie in their object, and cost no allocation besides it.

use std::sync::atomic::{AtomicU32, Ordering};

use super::relaxed;

/// Bytes of the longest string that lies in its object.
const SHORT: usize = 14;
/// Where reckoning a hash begins.
const START: u64 = 0xcbf2_9ce4_8422_2325;
/// Set in each byte of a word that is not ASCII.
const NOT_ASCII: u64 = 0x8080_8080_8080_8080;

/// The characters of a string.
pub(super) struct Text {
    chars: Chars,
    /// Its hash, or 0 while that is not known.
    hash: AtomicU32,
}

/// Equal strings are always of the same kind.
enum Chars {
    /// ASCII, with zeros behind its end.
    Short { length: u8, bytes: [u8; SHORT] },
    /// Everything else, with the number of characters.
    Long { chars: usize, all: Box<str> },
}

impl Text {
    #[inline(always)]
    pub(super) fn as_str(&self) -> &str {
        match &self.chars {
            // SAFETY: a short string is ASCII.
            Chars::Short { length, bytes } => unsafe {
                str::from_utf8_unchecked(&bytes[..usize::from(*length)])
            },
            Chars::Long { all, .. } => all,
        }
    }

    /// Number of characters.
    #[inline(always)]
    pub(super) fn len(&self) -> usize {
        match &self.chars {
            Chars::Short { length, .. } => usize::from(*length),
            Chars::Long { chars, .. } => *chars,
        }
    }

    /// Bytes that it takes besides its object.
    #[inline(always)]
    pub(super) fn bytes(&self) -> usize {
        match &self.chars {
            Chars::Short { .. } => 0,
            Chars::Long { all, .. } => all.len(),
        }
    }

    #[inline]
    pub(super) fn is_ascii(&self) -> bool {
        match &self.chars {
            Chars::Short { .. } => true,
            Chars::Long { chars, all } => *chars == all.len(),
        }
    }

    /// The byte at which a character begins; the end for those behind the last one.
    pub(super) fn offset(&self, index: usize) -> usize {
        let all = self.as_str();
        if self.is_ascii() {
            return index.min(all.len());
        }
        all.char_indices().nth(index).map_or(all.len(), |(at, _)| at)
    }

    /// Its hash, reckoned once. Never 0.
    #[inline]
    pub(super) fn hash(&self) -> u32 {
        let known = relaxed::load_u32(&self.hash);
        if known != 0 { known } else { self.reckon_hash() }
    }

    /// Is it the same string?
    #[inline]
    #[optimize(speed)]
    pub(super) fn equals(&self, other: &Self) -> bool {
        match (&self.chars, &other.chars) {
            (Chars::Short { length, bytes }, Chars::Short { length: other, bytes: others }) => {
                // Two words that overlap are all of the bytes.
                let differs =
                    |from: usize| word(&bytes[from..from + 8]) ^ word(&others[from..from + 8]);
                length == other && differs(0) | differs(SHORT - 8) == 0
            }
            (Chars::Long { all, .. }, Chars::Long { all: others, .. }) => all == others,
            _ => false,
        }
    }

    /// Both, one behind the other.
    #[optimize(speed)]
    pub(super) fn concat(&self, other: &Self) -> Self {
        if let (Chars::Short { length, bytes }, Chars::Short { length: more, bytes: behind }) =
            (&self.chars, &other.chars)
            && usize::from(length + more) <= SHORT
        {
            let both = packed(bytes) | packed(behind) << (8 * length);
            return Self::short(length + more, both);
        }
        [self.as_str(), other.as_str()].concat().into()
    }

    /// All of them, with this one between each and the next: so many bytes together.
    #[optimize(speed)]
    pub(super) fn join<'a>(&self, length: usize, texts: impl Iterator<Item = &'a Self>) -> Self {
        let mut joined = Vec::with_capacity(length);
        for (at, text) in texts.enumerate() {
            if at > 0 {
                self.push_to(&mut joined);
            }
            text.push_to(&mut joined);
        }
        // SAFETY: all of it was UTF-8.
        unsafe { String::from_utf8_unchecked(joined) }.into()
    }

    #[inline(always)]
    fn push_to(&self, bytes: &mut Vec<u8>) {
        match &self.chars {
            // As in `word`: where there is room, more than there is, and back.
            Chars::Short { length, bytes: all } if bytes.capacity() - bytes.len() >= SHORT => {
                let end = bytes.len() + usize::from(*length);
                bytes.extend_from_slice(all);
                bytes.truncate(end);
            }
            _ => bytes.extend_from_slice(self.as_str().as_bytes()),
        }
    }

    #[inline]
    fn short(length: u8, packed: u128) -> Self {
        let mut bytes = [0; SHORT];
        bytes.copy_from_slice(&packed.to_le_bytes()[..SHORT]);
        Self { chars: Chars::Short { length, bytes }, hash: AtomicU32::new(0) }
    }

    #[optimize(speed)]
    #[inline(never)]
    fn reckon_hash(&self) -> u32 {
        // FNV-1a on words of eight bytes: CPython's is random for each process anyway.
        let add = |hash: u64, word: u64| {
            let hash = (hash ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15);
            hash ^ hash >> 29
        };
        let (hash, length) = match &self.chars {
            Chars::Short { length: 0, .. } => return 0,
            Chars::Short { length, bytes } => {
                let (low, high) = bytes.split_at(8);
                (add(add(START, word(low)), word(high)), usize::from(*length))
            }
            Chars::Long { all, .. } => {
                let words = all.as_bytes().chunks(8).map(word);
                (words.fold(START, add), all.len())
            }
        };
        #[expect(clippy::cast_possible_truncation, reason = "a hash is any 32 bits")]
        let hash = ((hash >> 32) as u32 ^ length as u32).max(1);
        self.hash.store(hash, Ordering::Relaxed);
        hash
    }
}

/// Up to eight bytes as a word, with zeros behind them. In pieces of sizes that are known: copying
/// a few bytes whose number is not takes longer than all the rest.
#[inline(always)]
fn word(bytes: &[u8]) -> u64 {
    if let Some(all) = bytes.first_chunk() {
        return u64::from_le_bytes(*all);
    }
    if let (Some(first), Some(last)) = (bytes.first_chunk(), bytes.last_chunk()) {
        let (first, last) = (u32::from_le_bytes(*first), u32::from_le_bytes(*last));
        return u64::from(first) | u64::from(last) << (8 * (bytes.len() - 4));
    }
    bytes.iter().rev().fold(0, |word, byte| word << 8 | u64::from(*byte))
}

#[inline(always)]
fn packed(bytes: &[u8; SHORT]) -> u128 {
    let (low, high) = bytes.split_at(8);
    u128::from(word(low)) | u128::from(word(high)) << 64
}

impl From<Box<str>> for Text {
    #[optimize(speed)]
    fn from(text: Box<str>) -> Self {
        if let Some(short) = short(&text) {
            return short;
        }
        let chars = if text.is_ascii() { text.len() } else { text.chars().count() };
        Self { chars: Chars::Long { chars, all: text }, hash: AtomicU32::new(0) }
    }
}

impl From<String> for Text {
    #[optimize(speed)]
    fn from(text: String) -> Self {
        text.into_boxed_str().into()
    }
}

impl From<&str> for Text {
    #[inline(never)]
    #[optimize(speed)]
    fn from(text: &str) -> Self {
        match short(text) {
            Some(short) => short,
            None => Box::<str>::from(text).into(),
        }
    }
}

#[inline]
#[optimize(speed)]
fn short(text: &str) -> Option<Text> {
    let bytes = text.as_bytes();
    let length = u8::try_from(bytes.len()).ok().filter(|length| usize::from(*length) <= SHORT)?;
    let (low, high) = bytes.split_at(bytes.len().min(8));
    let (low, high) = (word(low), word(high));
    let is_ascii = (low | high) & NOT_ASCII == 0;
    is_ascii.then(|| Text::short(length, u128::from(low) | u128::from(high) << 64))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_and_long_strings_behave_alike() {
        let long = "0123456789abcdefghij";
        for length in 0..long.len() {
            let text = &long[..length];
            let made = Text::from(text);
            assert_eq!((made.as_str(), made.len(), made.is_ascii()), (text, length, true));
            assert_eq!(made.bytes(), if length <= SHORT { 0 } else { length });
            assert!(made.equals(&Text::from(text.to_owned())) && !made.equals(&Text::from("x")));
            assert_eq!(made.hash(), Text::from(text.to_owned()).hash());
            assert_eq!((made.offset(3), made.offset(99)), (length.min(3), length));
            for split in 0..=length {
                let (a, b) = text.split_at(split);
                assert!(Text::from(a).concat(&Text::from(b)).equals(&made), "{a} {b}");
            }
        }
    }

    #[test]
    fn what_is_not_ascii_counts_its_characters() {
        let text = Text::from("é€😀");
        assert_eq!((text.as_str(), text.len(), text.is_ascii()), ("é€😀", 3, false));
        assert_eq!((text.bytes(), text.offset(2)), (9, 5));
        assert!(Text::from("é").concat(&Text::from("a")).equals(&Text::from("éa")));
    }

    #[test]
    fn words_of_any_length_are_padded_with_zeros() {
        let bytes: Vec<u8> = (1..=8).collect();
        for length in 0..=8 {
            let mut padded = [0; 8];
            padded[..length].copy_from_slice(&bytes[..length]);
            assert_eq!(word(&bytes[..length]), u64::from_le_bytes(padded));
        }
    }
}
