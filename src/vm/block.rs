//! Memory that processes share: words of eight bytes, which each process reads and writes by atomic
//! steps, wherever they are.

use std::ops::Range;
use std::sync::Arc;

/// Bytes of a word. Numbers stand at multiples of their sizes, so that none is in two words.
const WORD: usize = 8;

/// Such words. Each step is seen by all processes before the next one.
pub trait Words: Send + Sync {
    /// Reads one.
    fn load(&self, index: usize) -> u64;

    /// Writes one.
    fn store(&self, index: usize, word: u64);

    /// Puts `new` in the place of `old`, if that is there. Tells what was.
    fn exchange(&self, index: usize, old: u64, new: u64) -> u64;

    /// Where the first one is, for those that find it by that.
    fn address(&self) -> usize;
}

/// A block of so many bytes.
#[derive(Clone)]
pub struct Block {
    words: Arc<dyn Words>,
    size: usize,
}

impl Block {
    /// In these words.
    pub fn new(words: Arc<dyn Words>, size: usize) -> Self {
        Self { words, size }
    }

    /// How many bytes it has.
    pub fn size(&self) -> usize {
        self.size
    }

    /// Where it is.
    pub fn address(&self) -> usize {
        self.words.address()
    }

    /// Reads bytes, if they are there.
    pub fn read(&self, at: u32, count: u32) -> Option<Vec<u8>> {
        let range = self.range(at, usize::try_from(count).ok()?)?;
        let mut bytes = Vec::with_capacity(range.len());
        for (index, part) in parts(range) {
            bytes.extend_from_slice(&self.words.load(index).to_le_bytes()[part]);
        }
        Some(bytes)
    }

    /// Writes bytes, if there is a place for them.
    pub fn write(&self, at: u32, bytes: &[u8]) -> Option<()> {
        let mut rest = bytes;
        for (index, part) in parts(self.range(at, bytes.len())?) {
            let (now, later) = rest.split_at(part.len());
            rest = later;
            match now.try_into() {
                Ok(word) => self.words.store(index, u64::from_le_bytes(word)),
                Err(_) => self.change(index, |word| word[part.clone()].copy_from_slice(now)),
            }
        }
        Some(())
    }

    /// Changes a part of a word: what others write to the rest of it stays.
    fn change(&self, index: usize, change: impl Fn(&mut [u8; WORD])) {
        let mut old = self.words.load(index);
        loop {
            let mut bytes = old.to_le_bytes();
            change(&mut bytes);
            let found = self.words.exchange(index, old, u64::from_le_bytes(bytes));
            if found == old {
                return;
            }
            old = found;
        }
    }

    fn range(&self, at: u32, count: usize) -> Option<Range<usize>> {
        let at = usize::try_from(at).ok()?;
        let end = at.checked_add(count)?;
        (end <= self.size).then_some(at..end)
    }
}

/// The words that these bytes are in, and which of the bytes of each.
fn parts(bytes: Range<usize>) -> impl Iterator<Item = (usize, Range<usize>)> {
    let words = bytes.start / WORD..bytes.end.div_ceil(WORD);
    words.map(move |index| {
        let first = index * WORD;
        let (from, to) = (bytes.start.max(first), bytes.end.min(first + WORD));
        (index, from - first..to - first)
    })
}

/// A semaphore in a block. Its first word is what it has left, and how many wait for it at the kernel
/// of the processes; its second is what it has at most. Who finds something left asks nobody, and who
/// gives something back tells the kernel only if somebody waits.
#[derive(Clone)]
pub struct Semaphore(Block);

impl Semaphore {
    /// Bytes that it needs.
    pub const SIZE: usize = 2 * WORD;

    /// The one in this block.
    pub fn of(block: Block) -> Self {
        Self(block)
    }

    /// A new one there.
    pub fn begin(block: Block, value: u32, most: u32) -> Self {
        block.words.store(0, value.into());
        block.words.store(1, most.into());
        Self(block)
    }

    /// Where it is.
    pub fn block(&self) -> &Block {
        &self.0
    }

    /// What it has left.
    pub fn value(&self) -> u32 {
        halves(self.0.words.load(0)).0
    }

    /// Takes one, if one is left.
    pub fn acquire(&self) -> bool {
        self.change(|value, waiting| Some((value.checked_sub(1)?, waiting))).is_some()
    }

    /// Gives one back: how many wait for it? `None` if it has all that it can have.
    pub fn release(&self) -> Option<u32> {
        let most = halves(self.0.words.load(1)).0;
        self.change(|value, waiting| (value < most).then_some((value + 1, waiting)))
    }

    /// One more waits for it at the kernel.
    pub fn enlist(&self) {
        self.change(|value, waiting| Some((value, waiting + 1)));
    }

    /// One less does.
    pub fn delist(&self) {
        self.change(|value, waiting| Some((value, waiting.saturating_sub(1))));
    }

    /// How many wait, if it could be changed.
    fn change(&self, next: impl Fn(u32, u32) -> Option<(u32, u32)>) -> Option<u32> {
        let mut old = self.0.words.load(0);
        loop {
            let (value, waiting) = halves(old);
            let (value, waiting) = next(value, waiting)?;
            let new = u64::from(waiting) << 32 | u64::from(value);
            let found = self.0.words.exchange(0, old, new);
            if found == old {
                return Some(waiting);
            }
            old = found;
        }
    }
}

#[expect(clippy::cast_possible_truncation, reason = "each is a half of it")]
fn halves(word: u64) -> (u32, u32) {
    (word as u32, (word >> 32) as u32)
}

#[cfg(all(test, not(gil_loom)))]
mod tests {
    use std::sync::Arc;
    use std::sync::atomic::{AtomicU64, Ordering::SeqCst};

    use super::{Block, Semaphore, Words};

    impl Words for [AtomicU64; 4] {
        fn load(&self, index: usize) -> u64 {
            self[index].load(SeqCst)
        }

        fn store(&self, index: usize, word: u64) {
            self[index].store(word, SeqCst);
        }

        fn exchange(&self, index: usize, old: u64, new: u64) -> u64 {
            self[index].compare_exchange(old, new, SeqCst, SeqCst).unwrap_or_else(|found| found)
        }

        fn address(&self) -> usize {
            0
        }
    }

    fn block(size: usize) -> Block {
        Block::new(Arc::new([const { AtomicU64::new(0) }; 4]), size)
    }

    #[test]
    fn bytes_are_written_and_read_across_words_and_within_bounds() {
        let block = block(30);
        let bytes: Vec<u8> = (1..=20).collect();
        assert_eq!(block.write(5, &bytes), Some(()));
        assert_eq!(block.read(5, 20), Some(bytes));
        assert_eq!(block.read(3, 4), Some(vec![0, 0, 1, 2]));
        assert_eq!(block.read(23, 3), Some(vec![19, 20, 0]));
        assert_eq!(block.read(30, 0), Some(vec![]));
        assert_eq!(block.read(29, 2), None);
        assert_eq!(block.write(u32::MAX, &[1]), None);
    }

    #[test]
    fn parts_of_one_word_are_written_at_the_same_time() {
        let block = block(8);
        std::thread::scope(|scope| {
            for at in 0..4 {
                let block = block.clone();
                scope.spawn(move || {
                    for turn in 0..=100 {
                        block.write(2 * at, &[turn, turn]);
                    }
                });
            }
        });
        assert_eq!(block.read(0, 8), Some(vec![100; 8]));
    }

    #[test]
    fn a_semaphore_counts_what_is_left_and_who_waits() {
        let semaphore = Semaphore::begin(block(Semaphore::SIZE), 1, 2);
        assert!(semaphore.acquire());
        assert!(!semaphore.acquire());
        semaphore.enlist();
        assert_eq!(semaphore.release(), Some(1));
        semaphore.delist();
        assert_eq!(semaphore.release(), Some(0));
        assert_eq!(semaphore.release(), None, "it has all that it can have");
        assert_eq!(semaphore.value(), 2);
    }
}
