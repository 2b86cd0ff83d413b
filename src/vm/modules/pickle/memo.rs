//! What a pickle has already: the objects by their identity, and texts that CPython would have once.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use crate::vm::memory::Memory;
use crate::vm::value::Value;

/// Numbers of objects, in the order in which they were written.
pub(super) struct Memo<M: Memory> {
    numbers: HashMap<u64, u32, BuildHasherDefault<Spread>>,
    /// The numbers of names: CPython interns those of attributes, classes and modules, so that each is
    /// one object wherever it comes from.
    names: HashMap<Box<str>, u32>,
    /// Keeps the objects, so that no other one gets the identity of one of them.
    kept: Vec<Value<M>>,
    next: u32,
}

impl<M: Memory> Memo<M> {
    pub(super) fn new() -> Self {
        Self { numbers: HashMap::default(), names: HashMap::new(), kept: Vec::new(), next: 0 }
    }

    pub(super) fn clear(&mut self) {
        *self = Self::new();
    }

    /// How many objects there are.
    pub(super) fn len(&self) -> usize {
        self.kept.len()
    }

    #[inline]
    pub(super) fn get(&self, value: &Value<M>) -> Option<u32> {
        self.numbers.get(&value.identity()).copied()
    }

    /// Gives the next number to an object.
    #[inline]
    pub(super) fn put(&mut self, value: &Value<M>) -> u32 {
        let number = self.skip();
        self.alias(value, number);
        number
    }

    /// Gives a number to an object that has it under a name already.
    pub(super) fn alias(&mut self, value: &Value<M>, number: u32) {
        self.numbers.insert(value.identity(), number);
        self.kept.push(value.clone());
    }

    /// Gives the next number to something that is no object here.
    pub(super) fn skip(&mut self) -> u32 {
        let number = self.next;
        self.next += 1;
        number
    }

    pub(super) fn name(&self, name: &str) -> Option<u32> {
        self.names.get(name).copied()
    }

    pub(super) fn put_name(&mut self, name: &str, number: u32) {
        self.names.insert(name.into(), number);
    }
}

/// A hash of identities, which are addresses.
#[derive(Default)]
struct Spread(u64);

impl Hasher for Spread {
    fn finish(&self) -> u64 {
        self.0 ^ self.0 >> 32
    }

    fn write(&mut self, _: &[u8]) {}

    fn write_u64(&mut self, identity: u64) {
        self.0 = identity.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    }
}
