//! The attributes of an instance or a class: few, so that they are searched one by one.

use std::sync::atomic::{AtomicU64, Ordering};

use super::error::Error;
use super::growing::Growing;
use super::heap::Heap;
use super::lock::Inside;
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
    /// It is there, but there was no room: there should have been some for so many words.
    Grown { words: usize },
    /// This dict is to have it.
    InDict { dict: Value<M>, value: Value<M> },
}

/// Words of a group: the names of so many attributes less one, then their values.
const GROUP: usize = 4;
const NAME_BITS: usize = u16::BITS as usize;

/// Names and values in the order in which they were first set, in groups: names take two bytes each
/// and would take eight beside a value.
pub(super) type Attributes<M> = Growing<M>;

/// Names of a group, as a whole number.
#[derive(Clone, Copy)]
struct Names(i64);

impl Names {
    #[inline(always)]
    fn of<M: Memory>(word: &Value<M>) -> Self {
        Self::of_word(word.word())
    }

    #[inline(always)]
    fn of_word(word: u64) -> Self {
        Self(word.cast_signed() >> 1)
    }

    /// Surely fits: there are fewer than four.
    fn into_word<M: Memory>(self) -> Value<M> {
        Value::small_int(self.0).unwrap_or(Value::NONE)
    }

    #[inline(always)]
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "taken apart")]
    fn get(self, index: usize) -> NameId {
        NameId((self.0 >> (NAME_BITS * index)) as u16)
    }

    fn with(self, index: usize, name: NameId) -> Self {
        Self(self.0 | i64::from(name.0) << (NAME_BITS * index))
    }

    /// The first place with this name, without a branch for each: where the names differ from it by
    /// nothing, and only there and above, taking one away borrows into the highest bit.
    #[inline(always)]
    fn position(self, name: NameId) -> usize {
        const ONES: i64 = 1 | 1 << NAME_BITS | 1 << (2 * NAME_BITS);
        const HIGHEST: i64 = ONES << (NAME_BITS - 1);
        let difference = self.0 ^ (i64::from(name.0) * ONES);
        let same = difference.wrapping_sub(ONES) & !difference & HIGHEST;
        same.trailing_zeros() as usize / NAME_BITS
    }
}

impl<M: Memory> Attributes<M> {
    /// Inside of those that nobody else has.
    #[inline(always)]
    pub(super) fn alone(&mut self) -> Inside<'_, Self> {
        Inside::alone(self)
    }

    /// The word of the value, if the object has it; `None` if a dict may have it.
    #[inline(always)]
    fn glance_at(&self, name: NameId) -> Option<Option<&AtomicU64>> {
        let words = self.glance();
        let mut start = 0;
        while let Some(names) = words.get(start) {
            // Relaxed: it is as new as the length and the place of the words, at least.
            let names = Names::of_word(names.load(Ordering::Relaxed));
            if names.get(0) == DICT {
                return None;
            }
            let index = names.position(name);
            if index < GROUP - 1 {
                return Some(words.get(start + 1 + index));
            }
            start += GROUP;
        }
        Some(None)
    }

    /// A copy of the value, or that there is none.
    #[inline(always)]
    pub(super) fn get_at_a_glance(&self, name: NameId) -> Option<Own<M>> {
        match self.glance_at(name)? {
            // What is unbound has been moved elsewhere meanwhile.
            Some(word) => Value::try_copy(word).filter(|it| !it.is_unbound()).map(Own::Value),
            None => Some(Own::Missing),
        }
    }

    /// Is there nothing under this name, here or in a dict?
    #[inline(always)]
    pub(super) fn lacks_at_a_glance(&self, name: NameId) -> Option<bool> {
        Some(self.glance_at(name)?.is_none())
    }

    /// What is in them lasts as long as the run from now on.
    pub(super) fn immortalize(&mut self) {
        self.all_mut().iter_mut().for_each(Value::immortalize);
    }
}

impl<M: Memory> Inside<'_, Attributes<M>> {
    /// Names, each with its value.
    fn iter(&self) -> impl Iterator<Item = (NameId, &Value<M>)> {
        self.words().chunks(GROUP).filter_map(<[_]>::split_first).flat_map(|(names, values)| {
            let names = Names::of(names);
            values.iter().enumerate().map(move |(index, value)| (names.get(index), value))
        })
    }

    /// Where the value is.
    #[inline(always)]
    fn place(&self, name: NameId) -> Option<usize> {
        let words = self.words();
        let mut start = 0;
        while let Some(names) = words.get(start) {
            let index = Names::of(names).position(name);
            if index < GROUP - 1 {
                // Behind the last one stands no name, which looks like the first of all.
                let place = start + 1 + index;
                return (place < words.len()).then_some(place);
            }
            start += GROUP;
        }
        None
    }

    pub(super) fn get(&self, name: NameId) -> Option<Value<M>> {
        self.words().get(self.place(name)?).cloned()
    }

    pub(super) fn find(&self, name: NameId) -> Own<M> {
        match self.get(name) {
            Some(value) => Own::Value(value),
            None => self.dict().map_or(Own::Missing, Own::Dict),
        }
    }

    /// Is there nothing under this name, here or in a dict?
    pub(super) fn lacks(&self, name: NameId) -> bool {
        self.place(name).is_none() && self.dict_place().is_none()
    }

    /// The dict that has them, if the program has asked for one.
    pub(super) fn dict(&self) -> Option<Value<M>> {
        self.dict_place().cloned()
    }

    #[inline(always)]
    fn dict_place(&self) -> Option<&Value<M>> {
        match self.words() {
            [names, dict] if Names::of(names).get(0) == DICT => Some(dict),
            _ => None,
        }
    }

    /// Leaves them to a dict, and gives back what was in its place.
    pub(super) fn leave_to(
        &mut self,
        heap: &Heap<M>,
        dict: Value<M>,
    ) -> Result<Vec<Value<M>>, Box<Error>> {
        if self.dict_place().is_some() {
            return Ok(self.replace(1, dict).into_iter().collect());
        }
        heap.take(self.bytes_to_replace())?;
        Ok(self.replace_all([Names(0).with(0, DICT).into_word(), dict]))
    }

    /// Sets a value.
    pub(super) fn set(
        &mut self,
        heap: &Heap<M>,
        name: NameId,
        value: Value<M>,
    ) -> Result<Stored<M>, Box<Error>> {
        if let Some(place) = self.place(name) {
            return Ok(Stored::Done { _old: self.replace(place, value) });
        }
        if let Some(dict) = self.dict() {
            return Ok(Stored::InDict { dict, value });
        }
        // There is room for whole groups.
        if self.has_room() {
            self.append(name, value);
            return Ok(Stored::Done { _old: None });
        }
        let wanted = self.len();
        heap.take(self.bytes_to_grow())?;
        self.append(name, value);
        Ok(Stored::Grown { words: wanted + GROUP })
    }

    /// Puts one behind the others.
    fn append(&mut self, name: NameId, value: Value<M>) {
        match self.len() % GROUP {
            0 => self.push(Names(0).with(0, name).into_word()),
            more => {
                let start = self.len() - more;
                if let Some(names) = self.words().get(start).map(Names::of) {
                    let names = names.with(more - 1, name).into_word();
                    drop(self.replace(start, names));
                }
            }
        }
        self.push(value);
    }

    /// Takes a value out; `None` if others may look meanwhile: they would see some moved, so that a dict
    /// is to have them before.
    pub(super) fn remove(&mut self, name: NameId) -> Option<Own<M>> {
        if self.place(name).is_none() {
            return Some(self.dict().map_or(Own::Missing, Own::Dict));
        }
        if self.is_open() {
            return None;
        }
        let mut removed = Own::Missing;
        let mut names = Names(0);
        for (at, word) in self.take_all().into_iter().enumerate() {
            match at % GROUP {
                0 => names = Names::of(&word),
                index if names.get(index - 1) == name => removed = Own::Value(word),
                index => self.append(names.get(index - 1), word),
            }
        }
        Some(removed)
    }

    /// Copies of all, in order.
    pub(super) fn all(&self) -> Vec<(NameId, Value<M>)> {
        self.iter().map(|(name, value)| (name, value.clone())).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vm::Plain;

    #[test]
    fn any_number_of_attributes_is_kept_in_order() {
        let heap = Heap::<Plain>::new(1 << 16);
        let name = |number: u16| NameId(DICT.0 - 1 - number);
        let text = |number: u16| heap.str(format!("the text of number {number}")).unwrap();
        let names = |all: &Inside<'_, Attributes<Plain>>| -> Vec<_> {
            all.iter().map(|(name, _)| name).collect()
        };
        for count in 0..20 {
            let mut all = Attributes::new();
            let mut all = all.alone();
            for number in 0..count {
                assert!(all.get(name(number)).is_none());
                let stored = all.set(&heap, name(number), text(number)).unwrap();
                assert!(matches!(stored, Stored::Done { _old: None } | Stored::Grown { .. }));
            }
            let old =
                count.checked_sub(1).map(|last| all.set(&heap, name(last), text(99)).unwrap());
            assert!(old.is_none_or(|old| matches!(old, Stored::Done { _old: Some(_) })));
            assert_eq!(names(&all), (0..count).map(name).collect::<Vec<_>>());
            let (even, odd): (Vec<_>, Vec<_>) = (0..count).partition(|number| number % 2 == 0);
            for number in odd {
                assert!(matches!(all.remove(name(number)), Some(Own::Value(_))));
                assert!(matches!(all.remove(name(number)), Some(Own::Missing)));
            }
            assert_eq!(names(&all), even.iter().copied().map(name).collect::<Vec<_>>());
            for number in even.into_iter().filter(|number| number + 1 < count) {
                assert_eq!(all.get(name(number)).unwrap().as_str(), text(number).as_str());
            }
            heap.give(all.bytes());
        }
        assert!(heap.check(1 << 16).is_ok(), "all that was taken was given back");
    }
}
