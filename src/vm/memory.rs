//! Memory policies: how reference counts change and what guards what is shared. A type parameter
//! of the machine, as it is a build flag of CPython (`--disable-gil`, PEP 703).

use super::count::{BiasedCount, Count, PlainCount};
use super::globals::{PlainSlot, SharedSlot, Slot};
use super::list::{List, PlainList, SharedList};
use super::lock::{Alone, Biased, Open, Unlocked};
pub(super) use super::lock::{Locked, Optimistic};

/// How a machine treats what it may share with others.
///
/// # Safety
/// If it is shared, its counts, slots, lists, `Locked` and `Optimistic` may be used by threads at the same time.
pub unsafe trait Memory: Sized + 'static {
    /// Do threads use it at the same time?
    const IS_SHARED: bool;
    /// Counts the references to an object.
    type Count: Count;
    /// Holds one value: a global, a cell.
    type Slot: Slot<Self>;
    /// Holds the items of a list.
    type List: List<Self>;
    /// Guards the inside of an object: CPython's per-object lock.
    type Locked<T>: Locked<T>;
    /// The same of what is read without the lock.
    type Optimistic<T>: Optimistic<T>;
}

/// For one thread at a time: alone, or under a GIL. Counts are ordinary words.
#[derive(Debug)]
pub enum Plain {}

/// For threads at the same time. Counts change atomically, objects have locks.
#[derive(Debug)]
pub enum Shared {}

// SAFETY: it is not shared.
unsafe impl Memory for Plain {
    const IS_SHARED: bool = false;
    type Count = PlainCount;
    type Slot = PlainSlot;
    type List = PlainList;
    type Locked<T> = Unlocked<T>;
    type Optimistic<T> = Alone<T>;
}

// SAFETY: counts are biased, slots and lists atomic or locked.
unsafe impl Memory for Shared {
    const IS_SHARED: bool = true;
    type Count = BiasedCount;
    type Slot = SharedSlot;
    type List = SharedList;
    type Locked<T> = Biased<T>;
    type Optimistic<T> = Open<T>;
}
