//! Strings: UTF-8 with the number of characters, so that ASCII is indexed at once.

use std::sync::atomic::{AtomicU32, Ordering};

use super::relaxed;

/// The characters of a string.
pub(super) struct Text {
    all: Box<str>,
    /// Number of characters.
    chars: usize,
    /// Its hash, or 0 while that is not known.
    hash: AtomicU32,
}

impl Text {
    #[inline]
    pub(super) fn as_str(&self) -> &str {
        &self.all
    }

    /// Number of characters.
    #[inline]
    pub(super) fn len(&self) -> usize {
        self.chars
    }

    pub(super) fn is_ascii(&self) -> bool {
        self.chars == self.all.len()
    }

    /// The byte at which a character begins; the end for those behind the last one.
    pub(super) fn offset(&self, index: usize) -> usize {
        if self.is_ascii() {
            return index.min(self.all.len());
        }
        self.all.char_indices().nth(index).map_or(self.all.len(), |(at, _)| at)
    }

    /// Its hash, reckoned once. Never 0.
    #[inline]
    pub(super) fn hash(&self) -> u32 {
        let known = relaxed::load_u32(&self.hash);
        if known != 0 { known } else { self.reckon_hash() }
    }

    #[optimize(speed)]
    #[inline(never)]
    fn reckon_hash(&self) -> u32 {
        if self.all.is_empty() {
            return 0;
        }
        // FNV-1a on words of eight bytes: CPython's is random for each process anyway.
        let mut hash = 0xcbf2_9ce4_8422_2325_u64;
        for chunk in self.all.as_bytes().chunks(8) {
            let mut word = [0; 8];
            word[..chunk.len()].copy_from_slice(chunk);
            hash = (hash ^ u64::from_le_bytes(word)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
            hash ^= hash >> 29;
        }
        #[expect(clippy::cast_possible_truncation, reason = "a hash is any 32 bits")]
        let hash = ((hash >> 32) as u32 ^ self.all.len() as u32).max(1);
        self.hash.store(hash, Ordering::Relaxed);
        hash
    }
}

impl From<Box<str>> for Text {
    fn from(text: Box<str>) -> Self {
        let chars = if text.is_ascii() { text.len() } else { text.chars().count() };
        Self { all: text, chars, hash: AtomicU32::new(0) }
    }
}

impl From<String> for Text {
    fn from(text: String) -> Self {
        text.into_boxed_str().into()
    }
}

impl From<&str> for Text {
    fn from(text: &str) -> Self {
        Box::<str>::from(text).into()
    }
}
