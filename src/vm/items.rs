//! The items of a tuple.

use std::ops::{Deref, DerefMut};

use super::memory::Memory;
use super::value::Value;

/// A pair, as most tuples are, lies in its object, and costs no allocation besides it.
pub(super) enum Items<M: Memory> {
    Pair([Value<M>; 2]),
    All(Box<[Value<M>]>),
}

impl<M: Memory> Items<M> {
    /// Bytes that they take besides their object.
    #[inline]
    pub(super) fn bytes(&self) -> usize {
        match self {
            Self::Pair(_) => 0,
            Self::All(items) => size_of_val(&**items),
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

impl<M: Memory> From<[Value<M>; 2]> for Items<M> {
    #[inline]
    fn from(items: [Value<M>; 2]) -> Self {
        Self::Pair(items)
    }
}

impl<M: Memory> From<Vec<Value<M>>> for Items<M> {
    fn from(items: Vec<Value<M>>) -> Self {
        match <[_; 2]>::try_from(items) {
            Ok(pair) => Self::Pair(pair),
            Err(items) => Self::All(items.into()),
        }
    }
}

impl<M: Memory> FromIterator<Value<M>> for Items<M> {
    fn from_iter<T: IntoIterator<Item = Value<M>>>(items: T) -> Self {
        items.into_iter().collect::<Vec<_>>().into()
    }
}
