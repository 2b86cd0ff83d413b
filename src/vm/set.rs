//! Sets: CPython's table (`Objects/setobject.c`), since the order in which a set of numbers is
//! iterated over can be seen, and programs show it.
//!
//! As in dicts, items are compared while the set is locked: they are immutable.

use std::ops::Range;

use super::equal::{is_quickly_same_key, same_key};
use super::error::Error;
use super::hash::hash;
use super::heap::Heap;
use super::interpreter::Interpreter;
use super::memory::{Locked, Memory};
use super::object::Object;
use super::value::Value;
use super::view::ViewKind;

type Result<T> = std::result::Result<T, Box<Error>>;

const SMALLEST: usize = 8;
/// So many slots in a row are looked at before the bits of the hash move.
const LINEAR_PROBES: usize = 9;
const PERTURB_SHIFT: u32 = 5;
/// Above this a table grows twofold, below fourfold.
const LARGE: usize = 50_000;

/// The inside of a set.
pub(super) struct Set<M: Memory> {
    /// A power of two; empty as long as there was no item.
    table: Vec<Slot<M>>,
    /// Slots that are not free: items and deleted ones.
    fill: usize,
    /// Items.
    used: usize,
    /// Where `pop` looks next.
    finger: usize,
}

/// As CPython's `setentry`: 16 bytes, and the hash alone tells almost every other item apart.
struct Slot<M: Memory> {
    /// What is free has the hash of an item, too; what was deleted has one that no item has.
    hash: i64,
    /// Unbound if there is none.
    item: Value<M>,
}

/// No value has this hash.
const DELETED: i64 = -1;

impl<M: Memory> Slot<M> {
    const FREE: Self = Self { hash: 0, item: Value::UNBOUND };

    fn item(&self) -> Option<&Value<M>> {
        (!self.item.is_unbound()).then_some(&self.item)
    }

    fn is_free(&self) -> bool {
        self.item.is_unbound() && self.hash != DELETED
    }
}

impl<M: Memory> Clone for Set<M> {
    fn clone(&self) -> Self {
        let Self { table, fill, used, finger } = self;
        Self { table: table.clone(), fill: *fill, used: *used, finger: *finger }
    }
}

impl<M: Memory> Clone for Slot<M> {
    fn clone(&self) -> Self {
        Self { hash: self.hash, item: self.item.clone() }
    }
}

impl<M: Memory> Set<M> {
    pub(super) const fn new() -> Self {
        Self { table: Vec::new(), fill: 0, used: 0, finger: 0 }
    }

    pub(super) fn len(&self) -> usize {
        self.used
    }

    /// Bytes that it has taken from its heap.
    pub(super) fn bytes(&self) -> usize {
        self.table.capacity() * size_of::<Slot<M>>()
    }

    fn mask(&self) -> usize {
        self.table.len().max(SMALLEST) - 1
    }

    pub(super) fn contains(&self, hash: i64, item: &Value<M>) -> bool {
        self.find(hash, item).is_ok()
    }

    /// The slot of an item, or else the one where it goes: the last one of those on the way to it
    /// whose item was deleted, or the free one at the end.
    fn find(&self, hash: i64, item: &Value<M>) -> std::result::Result<usize, usize> {
        if self.table.is_empty() {
            return Err(0);
        }
        let mut rows = Rows::new(hash, self.mask());
        let mut deleted = None;
        loop {
            let row = rows.next_row();
            let first = row.start;
            for (skipped, slot) in self.table[row].iter().enumerate() {
                if slot.hash == hash && !slot.item.is_unbound() {
                    if is_quickly_same_key(&slot.item, item) || same_key(&slot.item, item) {
                        return Ok(first + skipped);
                    }
                } else if slot.hash == DELETED {
                    deleted = Some(first + skipped);
                } else if slot.is_free() {
                    return Err(deleted.unwrap_or(first + skipped));
                }
            }
        }
    }

    /// Adds an item. If it is there already it is given back, to be dropped when nothing is locked.
    pub(super) fn add(
        &mut self,
        heap: &Heap<M>,
        hash: i64,
        item: Value<M>,
    ) -> Result<Option<Value<M>>> {
        if self.table.is_empty() {
            self.resize(heap, 0)?;
        }
        let Err(place) = self.find(hash, &item) else { return Ok(Some(item)) };
        let old = std::mem::replace(&mut self.table[place], Slot { hash, item });
        self.used += 1;
        if !old.is_free() {
            return Ok(None);
        }
        self.fill += 1;
        if self.fill * 5 >= self.mask() * 3 {
            self.resize(heap, self.room())?;
        }
        Ok(None)
    }

    /// More than so many slots are wanted now.
    fn room(&self) -> usize {
        if self.used > LARGE { self.used * 2 } else { self.used * 4 }
    }

    /// A new table of more than `least` slots, without the deleted ones.
    fn resize(&mut self, heap: &Heap<M>, least: usize) -> Result<()> {
        let slots = (least + 1).next_power_of_two().max(SMALLEST);
        heap.take(slots * size_of::<Slot<M>>())?;
        heap.give(self.bytes());
        let mut table = Vec::with_capacity(slots);
        table.resize_with(slots, || Slot::FREE);
        let old = std::mem::replace(&mut self.table, table);
        self.fill = self.used;
        for Slot { hash, item } in old {
            if !item.is_unbound() {
                self.insert_clean(hash, item);
            }
        }
        Ok(())
    }

    /// Puts in an item that is not there, with nothing deleted.
    fn insert_clean(&mut self, hash: i64, item: Value<M>) {
        let mut rows = Rows::new(hash, self.mask());
        loop {
            if let Some(slot) = self.table[rows.next_row()].iter_mut().find(|slot| slot.is_free()) {
                *slot = Slot { hash, item };
                return;
            }
        }
    }

    /// Takes an item away.
    pub(super) fn remove(&mut self, hash: i64, item: &Value<M>) -> Option<Value<M>> {
        let place = self.find(hash, item).ok()?;
        self.take(place)
    }

    fn take(&mut self, place: usize) -> Option<Value<M>> {
        self.used -= 1;
        let deleted = Slot { hash: DELETED, item: Value::UNBOUND };
        let old = std::mem::replace(&mut self.table[place], deleted);
        (!old.item.is_unbound()).then_some(old.item)
    }

    /// Takes any item away.
    pub(super) fn pop(&mut self) -> Option<Value<M>> {
        if self.used == 0 {
            return None;
        }
        let mut place = self.finger & self.mask();
        while self.table[place].item().is_none() {
            place = (place + 1) & self.mask();
        }
        self.finger = place + 1;
        self.take(place)
    }

    /// Takes everything away, as another set, which is not on the heap any more.
    pub(super) fn clear(&mut self, heap: &Heap<M>) -> Self {
        heap.give(self.bytes());
        std::mem::replace(self, Self::new())
    }

    /// The first item at a place of the table or behind it.
    pub(super) fn item_from(&self, place: usize) -> Option<(usize, Value<M>)> {
        let rest = self.table.get(place..)?;
        let mut rest = rest.iter().enumerate();
        rest.find_map(|(skipped, slot)| Some((place + skipped, slot.item()?.clone())))
    }

    /// Copies of all items.
    pub(super) fn items(&self) -> Vec<Value<M>> {
        self.iter().map(|(_, item)| item.clone()).collect()
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = (i64, &Value<M>)> {
        self.table.iter().filter_map(|slot| Some((slot.hash, slot.item()?)))
    }

    pub(super) fn is_subset_of(&self, other: &Self) -> bool {
        self.used <= other.used && self.iter().all(|(hash, item)| other.contains(hash, item))
    }

    /// Adds all items of another set (`set_merge`).
    pub(super) fn merge(&mut self, heap: &Heap<M>, other: &Self) -> Result<()> {
        if other.used == 0 {
            return Ok(());
        }
        self.reserve(heap, other.used)?;
        if self.fill > 0 {
            for (hash, item) in other.iter() {
                self.add(heap, hash, item.clone())?;
            }
            return Ok(());
        }
        if self.table.is_empty() {
            self.resize(heap, 0)?;
        }
        if self.table.len() == other.table.len() && other.fill == other.used {
            self.table.clone_from_slice(&other.table);
        } else {
            for (hash, item) in other.iter() {
                self.insert_clean(hash, item.clone());
            }
        }
        (self.fill, self.used) = (other.used, other.used);
        Ok(())
    }

    /// One big growth before so many items are added.
    pub(super) fn reserve(&mut self, heap: &Heap<M>, more: usize) -> Result<()> {
        if (self.fill + more) * 5 >= self.mask() * 3 {
            self.resize(heap, (self.used + more) * 2)?;
        }
        Ok(())
    }

    /// A smaller table if many slots are deleted (`set_difference_update_internal`).
    pub(super) fn tidy(&mut self, heap: &Heap<M>) -> Result<()> {
        if self.fill - self.used > self.mask() / 4 {
            self.resize(heap, self.room())?;
        }
        Ok(())
    }
}

/// The places at which a hash may be, in order.
struct Rows {
    /// Where the next row begins.
    start: usize,
    perturb: u64,
    mask: usize,
}

impl Rows {
    #[expect(clippy::cast_possible_truncation, reason = "the low bits are what is wanted")]
    fn new(hash: i64, mask: usize) -> Self {
        let perturb = hash.cast_unsigned();
        Self { start: perturb as usize & mask, perturb, mask }
    }

    /// Places that are looked at one after the other, where there is room for so many.
    #[inline(always)]
    #[expect(clippy::cast_possible_truncation, reason = "the low bits are what is wanted")]
    fn next_row(&mut self) -> Range<usize> {
        let start = self.start;
        let more = if start + LINEAR_PROBES <= self.mask { LINEAR_PROBES } else { 0 };
        self.perturb >>= PERTURB_SHIFT;
        let next = start.wrapping_mul(5).wrapping_add(1);
        self.start = next.wrapping_add(self.perturb as usize) & self.mask;
        start..start + more + 1
    }
}

/// `set.add(item)`
pub(super) fn add<M: Memory>(
    interpreter: &Interpreter<M>,
    heap: &Heap<M>,
    set: &M::Locked<Set<M>>,
    item: Value<M>,
) -> Result<()> {
    let hash = hash(interpreter, &item)?;
    set.with(|set| set.add(heap, hash, item)).map(drop)
}

impl<M: Memory> Value<M> {
    /// Looks at what is in a set or a frozenset, if it is one.
    pub(super) fn with_set<R>(&self, look: impl FnOnce(&Set<M>) -> R) -> Option<R> {
        match self.object()? {
            Object::Set(set) => Some(set.with(|set| look(set))),
            Object::Frozen(set) => Some(look(set)),
            _ => None,
        }
    }

    pub(super) fn is_set(&self) -> bool {
        matches!(self.object(), Some(Object::Set(_) | Object::Frozen(_)))
    }
}

/// A copy of a set, of the keys or of the items of a dict; what it takes is taken from no heap.
pub(super) fn of<M: Memory>(interpreter: &Interpreter<M>, value: &Value<M>) -> Result<Set<M>> {
    match value.object() {
        Some(Object::Set(_) | Object::Frozen(_)) => {
            Ok(value.with_set(Set::clone).unwrap_or_else(Set::new))
        }
        Some(Object::DictView(view)) => {
            let Some(heap) = value.heap() else { return Ok(Set::new()) };
            let pairs = view.pairs();
            let items = pairs.into_iter().map(|(key, item)| match view.kind {
                ViewKind::Keys => Ok(key),
                ViewKind::Values => Ok(item),
                ViewKind::Items => heap.pair([key, item]),
            });
            from_items(interpreter, items)
        }
        _ => Ok(Set::new()),
    }
}

/// A set of these items; what it takes is taken from no heap.
pub(super) fn from_items<M: Memory>(
    interpreter: &Interpreter<M>,
    items: impl IntoIterator<Item = Result<Value<M>>>,
) -> Result<Set<M>> {
    let scratch = Heap::new(usize::MAX);
    let mut set = Set::new();
    for item in items {
        let item = item?;
        let hash = hash(interpreter, &item)?;
        set.add(&scratch, hash, item)?;
    }
    Ok(set)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vm::Plain;
    use crate::vm::algebra::Operand;

    fn set(numbers: &[i64]) -> Set<Plain> {
        let mut set = Set::new();
        for number in numbers {
            // Small numbers are their own hashes.
            set.add(&Heap::new(usize::MAX), *number, Value::small_int(*number).unwrap()).unwrap();
        }
        set
    }

    fn numbers(set: &Set<Plain>) -> Vec<i64> {
        set.iter().map(|(hash, _)| hash).collect()
    }

    #[test]
    fn iteration_has_cpythons_order() {
        assert_eq!(numbers(&set(&[9, 1, 17, 3])), [9, 3, 1, 17]);
        assert_eq!(
            numbers(&set(&[100, 33, 7, 1025, 64, 8, 0, 4096, 31])),
            [64, 33, 1025, 0, 100, 4096, 7, 8, 31]
        );
        let mut shrunk = set(&(0..30).map(|number| number * 37).collect::<Vec<_>>());
        for number in 3..27 {
            drop(shrunk.remove(number * 37, &Value::small_int(number * 37).unwrap()));
        }
        assert_eq!(numbers(&shrunk), [0, 1036, 37, 1073, 74, 999]);
        assert_eq!(shrunk.pop().unwrap().as_small_int(), Some(0));
        assert_eq!(shrunk.pop().unwrap().as_small_int(), Some(1036));
    }

    #[test]
    fn algebra_has_cpythons_order() {
        let (a, b) = (set(&[1, 50, 33, 18, 4, 900]), Operand::Set(set(&[50, 4, 17, 65, 128])));
        assert_eq!(numbers(&a.intersection(&Heap::new(usize::MAX), &b).unwrap()), [50, 4]);
        assert_eq!(numbers(&a.difference(&Heap::new(usize::MAX), &b).unwrap()), [1, 18, 900, 33]);
        assert_eq!(
            numbers(&a.symmetric_difference(&Heap::new(usize::MAX), &b).unwrap()),
            [128, 65, 17, 18, 900, 1, 33]
        );
        let mut union = Set::new();
        union.merge(&Heap::new(usize::MAX), &a).unwrap();
        union.update(&Heap::new(usize::MAX), &b).unwrap();
        assert_eq!(numbers(&union), [128, 1, 33, 65, 4, 900, 17, 50, 18]);
    }
}
