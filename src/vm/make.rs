//! What puts values of Python's own classes on a heap.

use super::dict::Dict;
use super::error::Error;
use super::heap::Heap;
use super::items::Items;
use super::iterate::Iter;
use super::list::List;
use super::memory::{Locked, Memory};
use super::object::Object;
use super::set::Set;
use super::text::Text;
use super::value::Value;

type Result<T> = std::result::Result<T, Box<Error>>;

impl<M: Memory> Heap<M> {
    #[inline]
    pub(super) fn str(&self, text: impl Into<Text>) -> Result<Value<M>> {
        self.allocate(Object::Str(text.into()))
    }

    /// A string of its own of some text, which is short as a rule.
    #[inline(never)]
    pub(super) fn copied_str(&self, text: &str) -> Result<Value<M>> {
        match Text::of_short(text) {
            Some(short) => self.allocate_small(Object::Str(short)),
            None => self.str(Box::<str>::from(text)),
        }
    }

    pub(super) fn bytes(&self, bytes: Vec<u8>) -> Result<Value<M>> {
        self.allocate(Object::Bytes(bytes.into()))
    }

    pub(super) fn tuple(&self, items: impl Into<Items<M>>) -> Result<Value<M>> {
        self.allocate(Object::Tuple(items.into()))
    }

    #[inline]
    pub(super) fn list(&self, items: Vec<Value<M>>) -> Result<Value<M>> {
        self.allocate(Object::List(M::List::new(items)))
    }

    /// An empty dict.
    pub(super) fn dict(&self) -> Result<Value<M>> {
        self.dict_of(Dict::new())
    }

    /// A dict that has been made already; what it takes must not have been taken from the heap.
    pub(super) fn dict_of(&self, dict: Dict<M>) -> Result<Value<M>> {
        self.allocate(Object::Dict(Box::new(M::Locked::new(dict))))
    }

    /// An empty set.
    pub(super) fn set(&self) -> Result<Value<M>> {
        self.set_of(Set::new())
    }

    /// A set that has been made already; what it takes must not have been taken from the heap.
    pub(super) fn set_of(&self, set: Set<M>) -> Result<Value<M>> {
        self.allocate(Object::Set(Box::new(M::Locked::new(set))))
    }

    /// A frozenset of what has been made already, likewise.
    pub(super) fn frozen_of(&self, set: Set<M>) -> Result<Value<M>> {
        self.allocate(Object::Frozen(Box::new(set)))
    }

    pub(super) fn iterator(&self, iter: Iter<M>) -> Result<Value<M>> {
        self.allocate(Object::Iterator(Box::new(M::Locked::new(iter))))
    }
}
