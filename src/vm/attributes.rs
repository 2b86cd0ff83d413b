//! The attributes of an instance or a class: few, so that they are searched one by one.

use super::error::Error;
use super::heap::Heap;
use super::memory::Memory;
use super::value::Value;
use crate::code::op::NameId;

/// The name of the only entry where a dict has all others, since the program has asked for
/// `__dict__`. The verifier lets no name have this number.
const DICT: NameId = NameId(u16::MAX);

/// What is found under a name.
pub(super) enum Own<M: Memory> {
    Value(Value<M>),
    /// This dict knows.
    Dict(Value<M>),
    Missing,
}

/// What became of a value that was to be set.
pub(super) enum Stored<M: Memory> {
    /// It has taken the place of this one, which is to be dropped when nothing is locked.
    Done { _old: Option<Value<M>> },
    /// This dict is to have it.
    InDict { dict: Value<M>, value: Value<M> },
}

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

    pub(super) fn find(&self, name: NameId) -> Own<M> {
        match (self.get(name), self.dict()) {
            (Some(value), _) => Own::Value(value),
            (None, Some(dict)) => Own::Dict(dict),
            (None, None) => Own::Missing,
        }
    }

    /// The dict that has them, if the program has asked for one.
    pub(super) fn dict(&self) -> Option<Value<M>> {
        self.entries.first().filter(|(name, _)| *name == DICT).map(|(_, dict)| dict.clone())
    }

    /// Leaves them to a dict. There was none before.
    pub(super) fn leave_to(&mut self, heap: &Heap<M>, dict: Value<M>) -> Result<(), Box<Error>> {
        self.entries.clear();
        self.set(heap, DICT, dict).map(drop)
    }

    /// Sets a value.
    pub(super) fn set(
        &mut self,
        heap: &Heap<M>,
        name: NameId,
        value: Value<M>,
    ) -> Result<Stored<M>, Box<Error>> {
        if let Some((_, old)) = self.entries.iter_mut().find(|(known, _)| *known == name) {
            return Ok(Stored::Done { _old: Some(std::mem::replace(old, value)) });
        }
        if let Some(dict) = self.dict() {
            return Ok(Stored::InDict { dict, value });
        }
        if self.entries.len() == self.entries.capacity() {
            let more = self.entries.len().max(4);
            heap.take(more * size_of::<(NameId, Value<M>)>())?;
            self.entries.reserve_exact(more);
        }
        self.entries.push((name, value));
        Ok(Stored::Done { _old: None })
    }

    /// Takes a value out.
    pub(super) fn remove(&mut self, name: NameId) -> Own<M> {
        match self.entries.iter().position(|(known, _)| *known == name) {
            Some(at) => Own::Value(self.entries.remove(at).1),
            None => self.dict().map_or(Own::Missing, Own::Dict),
        }
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
