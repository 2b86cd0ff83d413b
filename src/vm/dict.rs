//! Dicts: entries in the order of their insertion, and an index by hash (`Objects/dictobject.c`).
//!
//! Keys are compared while the dict is locked: they have equal hashes then, so that it happens
//! about once in a look-up, and they are immutable, so that no other lock is taken.

use super::equal::{is_quickly_same_key, same_key};
use super::error::Error;
use super::hash::hash;
use super::heap::Heap;
use super::interpreter::Interpreter;
use super::iterate;
use super::memory::{Locked, Memory};
use super::native::Control;
use super::object::Object;
use super::value::Value;

type Result<T> = std::result::Result<T, Box<Error>>;

/// In the index: no entry, and none any more.
const FREE: u32 = u32::MAX;
const DELETED: u32 = u32::MAX - 1;
/// Slots of the smallest index.
const SMALLEST: usize = 8;
/// How far the bits of a hash move with every slot that is taken (`PERTURB_SHIFT`).
const PERTURB_SHIFT: u32 = 5;

/// The inside of a dict.
pub(super) struct Dict<M: Memory> {
    /// In order; those that were deleted are `None`.
    entries: Vec<Option<Entry<M>>>,
    /// Places in `entries`, by hash: a power of two, of which two thirds are used at most.
    index: Box<[u32]>,
    /// How many entries are there.
    live: usize,
    /// How many slots of the index are not free, or were not when their entry was there.
    filled: usize,
}

struct Entry<M: Memory> {
    hash: i64,
    key: Value<M>,
    value: Value<M>,
}

impl<M: Memory> Clone for Entry<M> {
    fn clone(&self) -> Self {
        Self { hash: self.hash, key: self.key.clone(), value: self.value.clone() }
    }
}

impl<M: Memory> Clone for Dict<M> {
    fn clone(&self) -> Self {
        let mut entries = Vec::with_capacity(self.entries.capacity());
        entries.extend(self.entries.iter().cloned());
        Self { entries, index: self.index.clone(), live: self.live, filled: self.filled }
    }
}

impl<M: Memory> Dict<M> {
    pub(super) fn new() -> Self {
        Self { entries: Vec::new(), index: Box::default(), live: 0, filled: 0 }
    }

    pub(super) fn len(&self) -> usize {
        self.live
    }

    /// Bytes that it has taken from its heap.
    pub(super) fn bytes(&self) -> usize {
        self.entries.capacity() * size_of::<Option<Entry<M>>>() + size_of_val(&*self.index)
    }

    /// The place of a key, if it is in the first slot and needs no call to be known: most are.
    #[inline(always)]
    #[expect(clippy::cast_possible_truncation, reason = "the low bits are what is wanted")]
    fn find_first(&self, hash: i64, key: &Value<M>) -> Option<usize> {
        let slot = hash.cast_unsigned() as usize & self.index.len().wrapping_sub(1);
        let place = *self.index.get(slot)? as usize;
        // Neither `FREE` nor `DELETED` is a place.
        let entry = self.entries.get(place)?.as_ref()?;
        (entry.hash == hash && is_quickly_same_key(&entry.key, key)).then_some(place)
    }

    /// `key in dict`
    pub(super) fn contains(&self, hash: i64, key: &Value<M>) -> bool {
        self.find_first(hash, key).is_some() || self.slot(hash, key).is_some()
    }

    #[inline(always)]
    pub(super) fn get(&self, hash: i64, key: &Value<M>) -> Option<Value<M>> {
        let place = match self.find_first(hash, key) {
            Some(place) => place,
            None => self.slot(hash, key)?.1,
        };
        Some(self.entries.get(place)?.as_ref()?.value.clone())
    }

    /// The slot of a key, and its place.
    #[inline(never)]
    fn slot(&self, hash: i64, key: &Value<M>) -> Option<(usize, usize)> {
        if self.index.is_empty() {
            return None;
        }
        for slot in Slots::new(hash, self.index.len()) {
            match self.index[slot] {
                FREE => return None,
                DELETED => {}
                place => {
                    if let Some(entry) = &self.entries[place as usize]
                        && entry.hash == hash
                        && same_key(&entry.key, key)
                    {
                        return Some((slot, place as usize));
                    }
                }
            }
        }
        None
    }

    /// Sets a value; of equal keys it keeps the one that it has. Gives back the old value, to be
    /// dropped when nothing is locked.
    pub(super) fn set(
        &mut self,
        heap: &Heap<M>,
        hash: i64,
        key: &Value<M>,
        value: Value<M>,
    ) -> Result<Option<Value<M>>> {
        if let Some((_, place)) = self.slot(hash, key)
            && let Some(entry) = &mut self.entries[place]
        {
            return Ok(Some(std::mem::replace(&mut entry.value, value)));
        }
        if self.filled == self.entries.capacity() {
            self.grow(heap)?;
        }
        self.push(Entry { hash, key: key.clone(), value });
        Ok(None)
    }

    /// Replaces the value of a key that is found without a call, or gives the new one back; otherwise
    /// the old one, to be dropped when nothing is locked.
    #[inline(always)]
    pub(super) fn replace_known(
        &mut self,
        hash: i64,
        key: &Value<M>,
        value: Value<M>,
    ) -> std::result::Result<Value<M>, Value<M>> {
        let place = self.find_first(hash, key);
        match place.and_then(|place| self.entries.get_mut(place)?.as_mut()) {
            Some(entry) => Ok(std::mem::replace(&mut entry.value, value)),
            None => Err(value),
        }
    }

    /// Appends an entry with a key that is not there, for which there is room.
    fn push(&mut self, entry: Entry<M>) {
        let free = |slot: &usize| self.index[*slot] >= DELETED;
        if let Some(slot) = Slots::new(entry.hash, self.index.len()).find(free) {
            self.index[slot] = u32::try_from(self.entries.len()).unwrap_or(DELETED);
        }
        self.entries.push(Some(entry));
        self.live += 1;
        self.filled += 1;
    }

    /// Makes room: three times as many as there are now (`GROWTH_RATE`), without the deleted ones.
    #[cold]
    fn grow(&mut self, heap: &Heap<M>) -> Result<()> {
        let slots = (self.live * 3).next_power_of_two().max(SMALLEST);
        let room = slots * 2 / 3;
        if room >= DELETED as usize {
            return Err(Error::exceeded(super::error::Exceeded::Memory));
        }
        let bytes = room * size_of::<Option<Entry<M>>>() + slots * size_of::<u32>();
        heap.take(bytes)?;
        heap.give(self.bytes());
        let old = std::mem::replace(&mut self.entries, Vec::with_capacity(room));
        self.index = vec![FREE; slots].into();
        (self.live, self.filled) = (0, 0);
        for entry in old.into_iter().flatten() {
            self.push(entry);
        }
        Ok(())
    }

    /// Takes a key away.
    pub(super) fn remove(&mut self, hash: i64, key: &Value<M>) -> Option<(Value<M>, Value<M>)> {
        let (slot, place) = self.slot(hash, key)?;
        self.index[slot] = DELETED;
        let entry = self.entries[place].take()?;
        self.live -= 1;
        Some((entry.key, entry.value))
    }

    /// Takes away what was set last.
    pub(super) fn pop_last(&mut self) -> Option<(Value<M>, Value<M>)> {
        let place = self.entries.iter().rposition(Option::is_some)?;
        self.entries.truncate(place + 1);
        let entry = self.entries.pop().flatten()?;
        // Nothing is left behind it, so that its slot is the only one to be freed.
        let sought = u32::try_from(place).unwrap_or(FREE);
        let mut slots = Slots::new(entry.hash, self.index.len());
        if let Some(slot) = slots.find(|slot| self.index[*slot] == sought) {
            self.index[slot] = DELETED;
        }
        self.live -= 1;
        Some((entry.key, entry.value))
    }

    /// Takes everything away, as another dict, which is not on the heap any more.
    pub(super) fn clear(&mut self, heap: &Heap<M>) -> Self {
        heap.give(self.bytes());
        std::mem::replace(self, Self::new())
    }

    /// What is in it lasts as long as the run from now on.
    pub(super) fn immortalize(&mut self) {
        for entry in self.entries.iter_mut().flatten() {
            entry.key.immortalize();
            entry.value.immortalize();
        }
    }

    /// Behind the last entry.
    pub(super) fn end(&self) -> usize {
        self.entries.len()
    }

    /// The first entry at a place or behind it.
    pub(super) fn entry_from(&self, place: usize) -> Option<(usize, Value<M>, Value<M>)> {
        let rest = self.entries.get(place..)?;
        let (skipped, entry) = rest
            .iter()
            .enumerate()
            .find_map(|(skipped, entry)| Some((skipped, entry.as_ref()?)))?;
        Some((place + skipped, entry.key.clone(), entry.value.clone()))
    }

    /// The last entry before a place.
    pub(super) fn entry_before(&self, place: usize) -> Option<(usize, Value<M>, Value<M>)> {
        let before = &self.entries[..place.min(self.entries.len())];
        let (place, entry) = before
            .iter()
            .enumerate()
            .rev()
            .find_map(|(place, entry)| Some((place, entry.as_ref()?)))?;
        Some((place, entry.key.clone(), entry.value.clone()))
    }

    /// Copies of all keys.
    pub(super) fn keys(&self) -> Vec<Value<M>> {
        self.live().map(|entry| entry.key.clone()).collect()
    }

    /// Copies of all keys with their hashes.
    pub(super) fn hashed_keys(&self) -> Vec<(i64, Value<M>)> {
        self.live().map(|entry| (entry.hash, entry.key.clone())).collect()
    }

    /// Copies of all keys and values.
    pub(super) fn pairs(&self) -> Vec<(Value<M>, Value<M>)> {
        self.live().map(|entry| (entry.key.clone(), entry.value.clone())).collect()
    }

    fn live(&self) -> impl Iterator<Item = &Entry<M>> {
        self.entries.iter().flatten()
    }
}

/// The slots in which a hash may be, in order.
struct Slots {
    slot: usize,
    perturb: u64,
    mask: usize,
}

impl Slots {
    #[expect(clippy::cast_possible_truncation, reason = "the low bits are what is wanted")]
    fn new(hash: i64, slots: usize) -> Self {
        let hash = hash.cast_unsigned();
        let mask = slots.wrapping_sub(1);
        Self { slot: hash as usize & mask, perturb: hash, mask }
    }
}

impl Iterator for Slots {
    type Item = usize;

    #[inline]
    #[expect(clippy::cast_possible_truncation, reason = "the low bits are what is wanted")]
    fn next(&mut self) -> Option<usize> {
        let slot = self.slot;
        self.perturb >>= PERTURB_SHIFT;
        let next = slot.wrapping_mul(5).wrapping_add(self.perturb as usize).wrapping_add(1);
        self.slot = next & self.mask;
        Some(slot)
    }
}

/// `dict[key] = value`
#[inline]
pub(super) fn set<M: Memory>(
    interpreter: &Interpreter<M>,
    heap: &Heap<M>,
    dict: &M::Locked<Dict<M>>,
    key: &Value<M>,
    value: Value<M>,
) -> Result<()> {
    let hash = hash(interpreter, key)?;
    dict.with(|dict| dict.set(heap, hash, key, value)).map(drop)
}

/// `dict[key]`, if it is there.
#[inline]
pub(super) fn get<M: Memory>(
    interpreter: &Interpreter<M>,
    dict: &M::Locked<Dict<M>>,
    key: &Value<M>,
) -> Result<Option<Value<M>>> {
    let hash = hash(interpreter, key)?;
    Ok(dict.with(|dict| dict.get(hash, key)))
}

/// Takes a key away, if it is there.
pub(super) fn remove<M: Memory>(
    interpreter: &Interpreter<M>,
    dict: &M::Locked<Dict<M>>,
    key: &Value<M>,
) -> Result<Option<Value<M>>> {
    let hash = hash(interpreter, key)?;
    let removed = dict.with(|dict| dict.remove(hash, key));
    Ok(removed.map(|(_, value)| value))
}

/// `a | b`; `None` if they are not both dicts.
pub(super) fn union<M: Memory>(
    interpreter: &Interpreter<M>,
    heap: &Heap<M>,
    a: &Value<M>,
    b: &Value<M>,
) -> Result<Option<Value<M>>> {
    let (Some(Object::Dict(left)), Some(Object::Dict(_))) = (a.object(), b.object()) else {
        return Ok(None);
    };
    let both = heap.dict_of(left.with(|left| left.clone()))?;
    update_in_place(interpreter, heap, &both, b)?;
    Ok(Some(both))
}

/// `a |= b`, if that is a dict, or pairs; was it? The heap is the one that `a` is on.
pub(super) fn update_in_place<M: Memory>(
    interpreter: &Interpreter<M>,
    heap: &Heap<M>,
    a: &Value<M>,
    b: &Value<M>,
) -> Result<bool> {
    let Some(Object::Dict(into)) = a.object() else { return Ok(false) };
    match merge(interpreter, heap, into, b)? {
        None => Ok(true),
        Some(_) => Err(Error::control(Control::Dunder)),
    }
}

/// What only code of the program can put into a dict: what has pairs, and how many of them were put
/// in before.
pub(super) struct Rest<M: Memory> {
    pub(super) pairs: Value<M>,
    pub(super) number: usize,
}

/// Puts into a dict what another one has, or the pairs of an iterable, one after the other
/// (`dict_update_arg` and `PyDict_MergeFromSeq2`).
pub(super) fn merge<M: Memory>(
    interpreter: &Interpreter<M>,
    heap: &Heap<M>,
    into: &M::Locked<Dict<M>>,
    from: &Value<M>,
) -> Result<Option<Rest<M>>> {
    if let Some(Object::Dict(pairs)) = from.iterated_plainly().unwrap_or(from).object() {
        for (key, value) in pairs.with(|pairs| pairs.pairs()) {
            match set(interpreter, heap, into, &key, value) {
                Err(error) if *error == Error::Control(Control::Hash) => {
                    return Ok(Some(Rest { pairs: from.clone(), number: 0 }));
                }
                done => done?,
            }
        }
        return Ok(None);
    }
    // An instance may be a mapping.
    let is_instance = from.as_instance().is_some();
    if is_instance || iterate::runs_program(interpreter, from) {
        return Ok(Some(Rest { pairs: from.clone(), number: 0 }));
    }
    let items = iterate::items(heap, from)?.ok_or_else(|| iterate::not_iterable(from))?;
    for (number, item) in items.iter().enumerate() {
        let Some(pair) = iterate::items(heap, item)? else {
            if iterate::runs_program(interpreter, item) {
                let pairs = heap.list(items[number..].to_vec())?;
                return Ok(Some(Rest { pairs, number }));
            }
            return Err(Error::type_error(format!(
                "cannot convert dictionary update sequence element #{number} to a sequence"
            )));
        };
        let length = pair.len();
        let Ok([key, value]) = <[Value<M>; 2]>::try_from(pair) else {
            return Err(Error::value_error(format!(
                "dictionary update sequence element #{number} has length {length}; 2 is required"
            )));
        };
        match set(interpreter, heap, into, &key, value) {
            // It may have been an iterator, which is used up.
            Err(error) if *error == Error::Control(Control::Hash) => {
                let pairs = heap.list(items[number..].to_vec())?;
                return Ok(Some(Rest { pairs, number }));
            }
            done => done?,
        }
    }
    Ok(None)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vm::Plain;

    #[test]
    fn entries_keep_their_order_through_deletions_and_growth() {
        let heap = Heap::<Plain>::new(1 << 20);
        let int = |number: i64| Value::small_int(number).unwrap();
        let mut dict = Dict::new();
        for number in 0..100 {
            dict.set(&heap, number % 7, &int(number), int(number * 2)).unwrap();
        }
        for number in (0..100).filter(|number| number % 3 > 0) {
            assert!(dict.remove(number % 7, &int(number)).is_some());
        }
        for number in 100..150 {
            dict.set(&heap, number % 7, &int(number), int(number * 2)).unwrap();
        }
        let expected: Vec<i64> =
            (0..100).filter(|number| number % 3 == 0).chain(100..150).collect();
        let keys = |dict: &Dict<Plain>| -> Vec<i64> {
            dict.keys().iter().filter_map(Value::as_small_int).collect()
        };
        assert_eq!(keys(&dict), expected);
        assert_eq!(dict.get(2, &int(9)).unwrap().as_small_int(), Some(18));
        assert!(dict.get(3, &int(10)).is_none());
        for number in expected.iter().rev() {
            assert_eq!(dict.pop_last().unwrap().0.as_small_int(), Some(*number));
        }
        assert!(dict.pop_last().is_none() && dict.len() == 0);
        // Full of deleted slots, it still ends.
        assert!(!dict.contains(5, &int(5)));
        drop(dict.clear(&heap));
        assert!(heap.check(1 << 20).is_ok());
    }

    #[test]
    fn keys_stay_and_values_change() {
        let heap = Heap::<Plain>::new(1 << 20);
        let mut dict = Dict::new();
        let (one, float) = (Value::int16(1), Value::small_float(1.0).unwrap());
        dict.set(&heap, 1, &one, Value::NONE).unwrap();
        let old = dict.set(&heap, 1, &float, Value::bool(true)).unwrap();
        assert!(old.is_some_and(|old| old.is_none()));
        assert_eq!(dict.pairs()[0].0.as_small_int(), Some(1));
    }
}
