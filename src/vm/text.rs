//! Strings: UTF-8 with the number of characters, so that ASCII is indexed at once. Short ones, as
//! most words are, lie in their object, and cost no allocation besides it.

use std::sync::atomic::{AtomicU32, Ordering};

use super::relaxed;
use super::short::{Short, word};

/// Where reckoning a hash begins.
const START: u64 = 0xcbf2_9ce4_8422_2325;

/// The characters of a string.
pub(super) struct Text {
    chars: Chars,
    /// Its hash, or 0 while that is not known.
    hash: AtomicU32,
}

/// Equal strings are always of the same kind.
enum Chars {
    Short(Short),
    /// Everything else, with the number of characters.
    Long {
        chars: usize,
        all: Box<str>,
    },
}

impl Text {
    #[inline(always)]
    pub(super) fn as_str(&self) -> &str {
        match &self.chars {
            Chars::Short(short) => short.as_str(),
            Chars::Long { all, .. } => all,
        }
    }

    /// Number of characters.
    #[inline(always)]
    pub(super) fn len(&self) -> usize {
        match &self.chars {
            Chars::Short(short) => short.len(),
            Chars::Long { chars, .. } => *chars,
        }
    }

    /// Bytes that it takes besides its object.
    #[inline(always)]
    pub(super) fn bytes(&self) -> usize {
        match &self.chars {
            Chars::Short(_) => 0,
            Chars::Long { all, .. } => all.len(),
        }
    }

    #[inline]
    pub(super) fn is_ascii(&self) -> bool {
        match &self.chars {
            Chars::Short(_) => true,
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
    pub(super) fn equals(&self, other: &Self) -> bool {
        match (&self.chars, &other.chars) {
            (Chars::Long { all, .. }, Chars::Long { all: others, .. }) => all == others,
            _ => self.equals_short(other),
        }
    }

    /// Are both short, and the same string?
    #[inline(always)]
    pub(super) fn equals_short(&self, other: &Self) -> bool {
        match (&self.chars, &other.chars) {
            (Chars::Short(a), Chars::Short(b)) => a.words() == b.words(),
            _ => false,
        }
    }

    /// Both, one behind the other.
    pub(super) fn concat(&self, other: &Self) -> Self {
        if let (Chars::Short(a), Chars::Short(b)) = (&self.chars, &other.chars)
            && let Some(both) = a.concat(b)
        {
            return both.into();
        }
        [self.as_str(), other.as_str()].concat().into()
    }

    /// All of them, with this one between each and the next: so many bytes together.
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
            // Where there is room, all of it is written, and what is behind the end is written over.
            Chars::Short(short) if bytes.capacity() - bytes.len() >= size_of::<Short>() => {
                let end = bytes.len() + short.len();
                // SAFETY: there is room for all.
                unsafe {
                    bytes.as_mut_ptr().add(bytes.len()).cast::<Short>().write_unaligned(*short);
                    bytes.set_len(end);
                }
            }
            _ => bytes.extend_from_slice(self.as_str().as_bytes()),
        }
    }

    /// Some text, if it is short.
    #[inline(always)]
    pub(super) fn of_short(text: &str) -> Option<Self> {
        Short::of(text).map(Into::into)
    }

    #[inline(never)]
    fn reckon_hash(&self) -> u32 {
        // FNV-1a on words of eight bytes: CPython's is random for each process anyway.
        let add = |hash: u64, word: u64| {
            let hash = (hash ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15);
            hash ^ hash >> 29
        };
        let (hash, length) = match &self.chars {
            Chars::Short(short) if short.len() == 0 => return 0,
            Chars::Short(short) => {
                let (low, high) = short.words();
                (add(add(START, low), high), short.len())
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

impl From<Short> for Text {
    #[inline(always)]
    fn from(short: Short) -> Self {
        Self { chars: Chars::Short(short), hash: AtomicU32::new(0) }
    }
}

impl From<Box<str>> for Text {
    fn from(text: Box<str>) -> Self {
        if let Some(short) = Self::of_short(&text) {
            return short;
        }
        let chars = if text.is_ascii() { text.len() } else { text.chars().count() };
        Self { chars: Chars::Long { chars, all: text }, hash: AtomicU32::new(0) }
    }
}

impl From<String> for Text {
    fn from(text: String) -> Self {
        text.into_boxed_str().into()
    }
}

impl From<&str> for Text {
    #[inline(never)]
    fn from(text: &str) -> Self {
        match Self::of_short(text) {
            Some(short) => short,
            None => Box::<str>::from(text).into(),
        }
    }
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
            assert_eq!(made.bytes(), if length <= 15 { 0 } else { length });
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
}
