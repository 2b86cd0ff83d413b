//! Where the memory is that processes share: in that of the first one. Natively all of them are there;
//! in the browser the others are instances of their own, which reach it if it is shared.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, OnceLock};

use crate::vm::{Block, Words};

/// A block of so many bytes, filled with zeros.
pub(super) fn block(size: usize) -> Block {
    let words = (0..size.div_ceil(size_of::<u64>())).map(|_| AtomicU64::new(0)).collect();
    Block::new(Arc::new(Here(words)), size)
}

/// In this memory.
struct Here(Box<[AtomicU64]>);

impl Words for Here {
    fn load(&self, index: usize) -> u64 {
        self.0[index].load(Ordering::SeqCst)
    }

    fn store(&self, index: usize, word: u64) {
        self.0[index].store(word, Ordering::SeqCst);
    }

    fn exchange(&self, index: usize, old: u64, new: u64) -> u64 {
        let exchanged =
            self.0[index].compare_exchange(old, new, Ordering::SeqCst, Ordering::SeqCst);
        exchanged.unwrap_or_else(|found| found)
    }

    fn address(&self) -> usize {
        self.0.as_ptr().addr()
    }
}

/// A process that is elsewhere may write here a moment longer than it is wanted.
#[cfg(all(threads, target_arch = "wasm32"))]
impl Drop for Here {
    fn drop(&mut self) {
        leaving::keep(std::mem::take(&mut self.0));
    }
}

#[cfg(all(threads, target_arch = "wasm32"))]
mod leaving {
    use std::sync::atomic::AtomicU64;
    use std::sync::{Mutex, PoisonError};
    use std::time::Duration;

    use web_time::Instant;

    /// Longer than a browser lets a worker compute on that was ended.
    const LONG_ENOUGH: Duration = Duration::from_secs(5);

    static LEFT: Mutex<Vec<(Instant, Box<[AtomicU64]>)>> = Mutex::new(Vec::new());

    /// Keeps what is not used any more, and lets go of what was kept long enough.
    pub(super) fn keep(words: Box<[AtomicU64]>) {
        let mut left = LEFT.lock().unwrap_or_else(PoisonError::into_inner);
        left.retain(|(since, _)| since.elapsed() < LONG_ENOUGH);
        left.push((Instant::now(), words));
    }
}

/// How the memory of the first process is reached from another instance: by addresses.
pub struct Reach {
    /// Reads a word.
    pub load: fn(usize) -> u64,
    /// Writes one.
    pub store: fn(usize, u64),
    /// Puts the last in the place of the one before, if that is there; tells what was.
    pub exchange: fn(usize, u64, u64) -> u64,
}

static REACH: OnceLock<Reach> = OnceLock::new();

/// Lets this process reach it like this.
pub fn reach_by(reach: Reach) {
    REACH.get_or_init(|| reach);
}

/// Can it?
pub(super) fn is_within_reach() -> bool {
    REACH.get().is_some()
}

/// A block of the first process.
pub(super) fn found(address: usize, size: usize) -> Option<Block> {
    REACH.get().map(|reach| Block::new(Arc::new(There { reach, address }), size))
}

/// In the memory of the first process.
struct There {
    reach: &'static Reach,
    address: usize,
}

impl There {
    fn of(&self, index: usize) -> usize {
        self.address + index * size_of::<u64>()
    }
}

impl Words for There {
    fn load(&self, index: usize) -> u64 {
        (self.reach.load)(self.of(index))
    }

    fn store(&self, index: usize, word: u64) {
        (self.reach.store)(self.of(index), word);
    }

    fn exchange(&self, index: usize, old: u64, new: u64) -> u64 {
        (self.reach.exchange)(self.of(index), old, new)
    }

    fn address(&self) -> usize {
        self.address
    }
}
