//! The items of lists, by memory policy.

mod plain;
mod shared;

pub(super) use plain::PlainList;
pub(super) use shared::SharedList;

use std::ops::Range;

use super::error::Error;
use super::heap::Heap;
use super::memory::Memory;
use super::value::Value;

type Result<T> = std::result::Result<T, Box<Error>>;

/// Slots of the smallest buffer that grows, and of the next one: to grow takes as long as to add a
/// dozen items.
const SMALLEST: usize = 4;
const SECOND: usize = 16;
const ITEM: usize = size_of::<u64>();

/// The items of a list. The heap given to a method must be the one that the list is on.
#[expect(private_interfaces, private_bounds, reason = "values stay inside the machine")]
pub trait List<M: Memory>: Sized {
    /// A list of these items.
    fn new(items: Vec<Value<M>>) -> Self;

    /// How many there are.
    fn len(&self) -> usize;

    /// A copy of an item.
    fn get(&self, index: usize) -> Option<Value<M>>;

    /// The objects in it last as long as the run from now on.
    fn immortalize(&self);

    /// Puts an item in place of another, or gives it back if there is none.
    fn set(&self, index: usize, value: Value<M>) -> std::result::Result<(), Value<M>>;

    /// Puts an item at the end.
    fn push(&self, heap: &Heap<M>, value: Value<M>) -> Result<()>;

    /// Takes the last item away.
    fn pop(&self) -> Option<Value<M>>;

    /// Copies of those of these places that are there.
    fn copies(&self, places: Range<usize>) -> Vec<Value<M>>;

    /// Copies of all.
    fn snapshot(&self) -> Vec<Value<M>> {
        self.copies(0..usize::MAX)
    }

    /// Changes the items at once, while nobody else does. `room` tells, from how many there are,
    /// how many there will be at most. The work must be short, use nothing that is locked, and
    /// hand out what it takes from the items instead of dropping it.
    fn edit<R>(
        &self,
        heap: &Heap<M>,
        room: impl FnOnce(usize) -> usize,
        work: impl FnOnce(&mut Vec<Value<M>>) -> R,
    ) -> Result<R>;

    /// Bytes that it has taken from its heap.
    fn bytes(&self) -> usize;

    /// Puts an item before another; an index from the end is negative.
    fn insert(&self, heap: &Heap<M>, index: i64, value: Value<M>) -> Result<()> {
        let insert = |items: &mut Vec<Value<M>>| {
            let length = i64::try_from(items.len()).unwrap_or(i64::MAX);
            let index = if index < 0 { index.saturating_add(length) } else { index };
            items.insert(usize::try_from(index.clamp(0, length)).unwrap_or(0), value);
        };
        self.edit(heap, |length| length + 1, insert)
    }

    /// Takes an item away; an index from the end is negative.
    fn remove(&self, heap: &Heap<M>, index: i64) -> Result<Option<Value<M>>> {
        if index == -1 {
            return Ok(self.pop());
        }
        let remove = |items: &mut Vec<Value<M>>| {
            let length = i64::try_from(items.len()).unwrap_or(i64::MAX);
            let index = if index < 0 { index.saturating_add(length) } else { index };
            let index = usize::try_from(index).ok().filter(|index| *index < items.len())?;
            Some(items.remove(index))
        };
        self.edit(heap, |length| length, remove)
    }

    /// Puts these items in place of those that there are.
    fn replace_all(&self, heap: &Heap<M>, items: Vec<Value<M>>) -> Result<()> {
        let room = items.len();
        let replace = |all: &mut Vec<Value<M>>| {
            // Not `mem::take`: the buffer stays, as it is what was counted.
            let old = all.split_off(0);
            all.extend(items);
            old
        };
        self.edit(heap, |_| room, replace).map(drop)
    }
}

/// How long a buffer becomes that is too short for `room` items.
fn grown(capacity: usize, room: usize) -> usize {
    let least = if capacity < SMALLEST { SMALLEST } else { SECOND };
    room.max(capacity.saturating_mul(2)).max(least)
}

/// What is there of these places.
fn part<T>(items: &[T], places: Range<usize>) -> &[T] {
    let end = places.end.min(items.len());
    items.get(places.start..end).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vm::{Plain, Shared};

    fn texts<M: Memory>(list: &M::List) -> String {
        let snapshot = list.snapshot();
        snapshot.iter().filter_map(Value::as_str).collect::<Vec<_>>().join(" ")
    }

    /// Every operation, on counted objects.
    fn operate<M: Memory>() {
        let heap = Heap::<M>::new(1 << 20);
        let text = |text: &str| heap.str(text).unwrap();
        let value = heap.list(["a", "b", "c"].map(text).into()).unwrap();
        let Some(super::super::object::Object::List(list)) = value.object() else { panic!() };
        list.push(&heap, text("d")).unwrap();
        list.insert(&heap, -1, text("e")).unwrap();
        list.insert(&heap, -100, text("f")).unwrap();
        assert_eq!(texts::<M>(list), "f a b c e d");
        assert!(list.set(1, text("g")).is_ok() && list.set(6, text("h")).is_err());
        assert_eq!(list.pop().unwrap().as_str(), Some("d"));
        assert_eq!(list.remove(&heap, -2).unwrap().unwrap().as_str(), Some("c"));
        assert!(list.remove(&heap, 9).unwrap().is_none());
        assert_eq!((texts::<M>(list).as_str(), list.len()), ("f g b e", 4));
        assert_eq!(list.get(1).unwrap().as_str(), Some("g"));
        assert!(list.get(4).is_none());
        let middle = list.copies(1..3);
        assert_eq!(middle.iter().filter_map(Value::as_str).collect::<String>(), "gb");
        drop(middle);
        assert!(list.copies(4..9).is_empty() && list.copies(9..12).is_empty());
        list.edit(&heap, |length| length, |items| items.reverse()).unwrap();
        list.replace_all(&heap, list.snapshot().into_iter().skip(1).collect()).unwrap();
        assert_eq!(texts::<M>(list), "b g f");
        drop(value);
        // All that was taken was given back.
        assert!(heap.check(1 << 20).is_ok());
    }

    #[test]
    fn lists_do_the_same_under_both_policies() {
        operate::<Plain>();
        operate::<Shared>();
    }

    /// A list that does not fit any more stays as it was.
    fn outgrow<M: Memory>() {
        let heap = Heap::<M>::new(1000);
        let list = M::List::new(Vec::new());
        let error = (0..).find_map(|number| list.push(&heap, Value::int16(number)).err());
        assert!(matches!(error.as_deref(), Some(Error::Exceeded(_))));
        let length = list.len();
        assert_eq!(list.get(length - 1).unwrap().as_small_int(), i64::try_from(length - 1).ok());
    }

    #[test]
    fn growth_fails_cleanly_under_both_policies() {
        outgrow::<Plain>();
        outgrow::<Shared>();
    }
}
