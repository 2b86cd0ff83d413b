//! The attributes of an instance or a class: few, so that they are searched one by one.

use super::error::Error;
use super::heap::Heap;
use super::memory::Memory;
use super::value::Value;
use crate::code::op::NameId;

/// Names and values in the order in which they were first set.
pub(super) struct Attributes<M: Memory> {
    entries: Vec<(NameId, Value<M>)>,
}

impl<M: Memory> Attributes<M> {
    pub(super) const fn new() -> Self {
        Self { entries: Vec::new() }
    }

    pub(super) fn get(&self, name: NameId) -> Option<Value<M>> {
        self.entries.iter().find(|(known, _)| *known == name).map(|(_, value)| value.clone())
    }

    /// Sets a value; gives back the old one, to be dropped when nothing is locked.
    pub(super) fn set(
        &mut self,
        heap: &Heap<M>,
        name: NameId,
        value: Value<M>,
    ) -> Result<Option<Value<M>>, Box<Error>> {
        if let Some((_, old)) = self.entries.iter_mut().find(|(known, _)| *known == name) {
            return Ok(Some(std::mem::replace(old, value)));
        }
        if self.entries.len() == self.entries.capacity() {
            let more = self.entries.len().max(4);
            heap.take(more * size_of::<(NameId, Value<M>)>())?;
            self.entries.reserve_exact(more);
        }
        self.entries.push((name, value));
        Ok(None)
    }

    pub(super) fn remove(&mut self, name: NameId) -> Option<Value<M>> {
        let at = self.entries.iter().position(|(known, _)| *known == name)?;
        Some(self.entries.remove(at).1)
    }

    /// Copies of all, in order.
    pub(super) fn all(&self) -> Vec<(NameId, Value<M>)> {
        self.entries.clone()
    }

    /// What is in them lasts as long as the run from now on.
    pub(super) fn immortalize(&mut self) {
        self.entries.iter_mut().for_each(|(_, value)| value.immortalize());
    }

    /// Bytes that it has taken from its heap.
    pub(super) fn bytes(&self) -> usize {
        self.entries.capacity() * size_of::<(NameId, Value<M>)>()
    }
}
