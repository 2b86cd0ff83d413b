//! The Mersenne Twister MT19937 of Matsumoto and Nishimura, seeded as by `init_by_array` of its
//! authors, which is what CPython does; with its state to be read and set.

/// So many words are made in one go.
pub(super) const WORDS: usize = 624;
const MIDDLE: usize = 397;
const TWIST: u32 = 0x9908_b0df;
const HIGH_BIT: u32 = 0x8000_0000;

/// A generator of words.
#[derive(Clone)]
pub(super) struct Twister {
    pub(super) words: [u32; WORDS],
    /// How many of them have been used.
    pub(super) used: usize,
}

impl Twister {
    fn with_number(seed: u32) -> Self {
        let mut words = [seed; WORDS];
        let mut number = 0;
        let mut last = seed;
        for word in &mut words[1..] {
            number += 1;
            last = (last ^ (last >> 30)).wrapping_mul(1_812_433_253).wrapping_add(number);
            *word = last;
        }
        Self { words, used: WORDS }
    }

    /// The key is not empty.
    pub(super) fn with_key(key: &[u32]) -> Self {
        let mut twister = Self::with_number(19_650_218);
        let mut at = 1;
        let numbered = (0u32..).zip(key).cycle();
        for (number, part) in numbered.take(WORDS.max(key.len())) {
            at = twister.mix(at, 1_664_525, part.wrapping_add(number));
        }
        for _ in 1..WORDS {
            let number = u32::try_from(at).unwrap_or(0);
            at = twister.mix(at, 1_566_083_941, number.wrapping_neg());
        }
        twister.words[0] = HIGH_BIT;
        twister
    }

    /// Mixes the word at a place with the one before it; the next place.
    fn mix(&mut self, at: usize, factor: u32, add: u32) -> usize {
        let before = self.words[at - 1];
        let mixed = (before ^ (before >> 30)).wrapping_mul(factor);
        self.words[at] = (self.words[at] ^ mixed).wrapping_add(add);
        if at + 1 < WORDS {
            return at + 1;
        }
        self.words[0] = self.words[WORDS - 1];
        1
    }

    pub(super) fn next(&mut self) -> u32 {
        if self.used >= WORDS {
            self.twist();
        }
        let mut word = self.words[self.used];
        self.used += 1;
        word ^= word >> 11;
        word ^= (word << 7) & 0x9d2c_5680;
        word ^= (word << 15) & 0xefc6_0000;
        word ^ (word >> 18)
    }

    fn twist(&mut self) {
        for at in 0..WORDS {
            let next = self.words[(at + 1) % WORDS];
            let both = (self.words[at] & HIGH_BIT) | (next & !HIGH_BIT);
            let twisted = (both >> 1) ^ if both & 1 == 1 { TWIST } else { 0 };
            self.words[at] = self.words[(at + MIDDLE) % WORDS] ^ twisted;
        }
        self.used = 0;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_gives_its_authors_numbers() {
        let mut twister = Twister::with_key(&[0x123, 0x234, 0x345, 0x456]);
        let first: Vec<u32> = (0..5).map(|_| twister.next()).collect();
        assert_eq!(first, [1_067_595_299, 955_945_823, 477_289_528, 4_107_218_783, 4_228_976_476]);
    }
}
