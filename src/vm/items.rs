//! The items of a tuple.

use std::ops::{Deref, DerefMut};

use super::fixed::Fixed;
use super::memory::Memory;
use super::value::Value;

/// A pair, as most tuples are, lies in the slot of its object.
pub(super) enum Items<M: Memory> {
    Pair([Value<M>; 2]),
    All(Fixed<M>),
}

impl<M: Memory> Items<M> {
    /// Bytes that they take besides their object.
    #[inline]
    pub(super) fn bytes(&self) -> usize {
        match self {
            Self::Pair(_) => 0,
            Self::All(items) => items.bytes(),
        }
    }

    /// How many of them are behind that slot.
    #[inline(always)]
    pub(super) fn behind(&self) -> usize {
        match self {
            Self::Pair(_) => 0,
            Self::All(items) => items.behind(),
        }
    }
}

impl<M: Memory> Deref for Items<M> {
    type Target = [Value<M>];

    #[inline(always)]
    fn deref(&self) -> &[Value<M>] {
        match self {
            Self::Pair(items) => items,
            Self::All(items) => items,
        }
    }
}

impl<M: Memory> DerefMut for Items<M> {
    fn deref_mut(&mut self) -> &mut [Value<M>] {
        match self {
            Self::Pair(items) => items,
            Self::All(items) => items,
        }
    }
}

impl<'a, M: Memory> IntoIterator for &'a Items<M> {
    type Item = &'a Value<M>;
    type IntoIter = std::slice::Iter<'a, Value<M>>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}
