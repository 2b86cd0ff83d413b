//! Strings of a few bytes of ASCII as four words: nothing that is done with them copies bytes whose
//! number is not known, which takes WebAssembly a call out of it, longer than all the rest.

/// Up to 15 bytes of ASCII with zeros behind them; the last byte is their number.
#[derive(Clone, Copy)]
#[repr(transparent)]
pub(super) struct Short([u32; 4]);

/// Bytes of the longest one.
const LONGEST: usize = size_of::<Short>() - 1;
/// Where their number is in the high word.
const LENGTH: u32 = 56;
/// Set in each byte of a word that is not ASCII.
pub(super) const NOT_ASCII: u64 = 0x8080_8080_8080_8080;

impl Short {
    /// Some text, if it is short.
    #[inline(always)]
    pub(super) fn of(text: &str) -> Option<Self> {
        let bytes = text.as_bytes();
        if bytes.len() > LONGEST {
            return None;
        }
        let (low, high) = match (bytes.first_chunk(), bytes.last_chunk()) {
            // The last eight bytes without those that are in the first eight.
            (Some(first), Some(last)) if bytes.len() > 8 => {
                let last = u64::from_le_bytes(*last);
                (u64::from_le_bytes(*first), last >> (8 * (16 - bytes.len())))
            }
            _ => (word(bytes), 0),
        };
        ((low | high) & NOT_ASCII == 0).then(|| Self::new(low, high, bytes.len()))
    }

    #[inline(always)]
    #[expect(clippy::cast_possible_truncation, reason = "taken apart")]
    fn new(low: u64, high: u64, length: usize) -> Self {
        let high = high | (length as u64) << LENGTH;
        Self([
            (low as u32).to_le(),
            ((low >> 32) as u32).to_le(),
            (high as u32).to_le(),
            ((high >> 32) as u32).to_le(),
        ])
    }

    /// The bytes, and their number in the last one.
    #[inline(always)]
    pub(super) fn words(&self) -> (u64, u64) {
        let [a, b, c, d] = self.0;
        let both = |low, high| u64::from(u32::from_le(low)) | u64::from(u32::from_le(high)) << 32;
        (both(a, b), both(c, d))
    }

    /// Number of bytes.
    #[inline(always)]
    pub(super) fn len(&self) -> usize {
        (u32::from_le(self.0[3]) >> 24) as usize
    }

    #[inline(always)]
    pub(super) fn as_str(&self) -> &str {
        // SAFETY: there are so many bytes, and they are ASCII.
        unsafe {
            let bytes = std::slice::from_raw_parts(self.0.as_ptr().cast(), self.len());
            str::from_utf8_unchecked(bytes)
        }
    }

    /// Both, one behind the other, if that is short.
    #[inline(always)]
    pub(super) fn concat(&self, other: &Self) -> Option<Self> {
        let (low, high) = self.bytes();
        let (more, most) = other.bytes();
        let length = self.len() + other.len();
        if length > LONGEST {
            return None;
        }
        Some(match self.len() {
            0 => *other,
            at @ 1..8 => {
                let (up, down) = (8 * at, 64 - 8 * at);
                Self::new(low | more << up, high | more >> down | most << up, length)
            }
            at => Self::new(low, high | more << (8 * (at - 8)), length),
        })
    }

    /// The bytes without their number.
    #[inline(always)]
    fn bytes(&self) -> (u64, u64) {
        let (low, high) = self.words();
        (low, high & !(u64::MAX << LENGTH))
    }
}

/// Up to eight bytes as a word, with zeros behind them. In pieces of sizes that are known.
#[inline(always)]
pub(super) fn word(bytes: &[u8]) -> u64 {
    if let Some(all) = bytes.first_chunk() {
        return u64::from_le_bytes(*all);
    }
    if let (Some(first), Some(last)) = (bytes.first_chunk(), bytes.last_chunk()) {
        let (first, last) = (u32::from_le_bytes(*first), u32::from_le_bytes(*last));
        return u64::from(first) | u64::from(last) << (8 * (bytes.len() - 4));
    }
    match *bytes {
        [a, b, c] => u64::from(a) | u64::from(b) << 8 | u64::from(c) << 16,
        [a, b] => u64::from(a) | u64::from(b) << 8,
        [a] => u64::from(a),
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_any_length_are_padded_with_zeros() {
        let bytes: Vec<u8> = (1..=8).collect();
        for length in 0..=8 {
            let mut padded = [0; 8];
            padded[..length].copy_from_slice(&bytes[..length]);
            assert_eq!(word(&bytes[..length]), u64::from_le_bytes(padded));
        }
    }

    #[test]
    fn short_strings_of_every_length_are_what_they_were_made_of() {
        let text = "0123456789abcdefghij";
        for length in 0..=LONGEST {
            let short = Short::of(&text[..length]).unwrap();
            assert_eq!((short.as_str(), short.len()), (&text[..length], length));
            for split in 0..=length {
                let (a, b) = text[..length].split_at(split);
                let both = Short::of(a).unwrap().concat(&Short::of(b).unwrap()).unwrap();
                assert_eq!((both.as_str(), both.words()), (short.as_str(), short.words()));
            }
        }
        assert!(Short::of(&text[..=LONGEST]).is_none() && Short::of("é").is_none());
        let half = Short::of(&text[..8]).unwrap();
        assert!(half.concat(&half).is_none());
    }
}
