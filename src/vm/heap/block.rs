//! Blocks: an object's slot with room for a few values behind it, so that a tuple and its items, or an
//! instance and its attributes, are taken and given back as one.

use std::marker::PhantomData;
use std::mem::MaybeUninit;

use super::{Header, Heap, Memory};
use crate::vm::memory::Optimistic;
use crate::vm::object::Object;
use crate::vm::value::Value;

/// The most values that have room behind a slot.
pub(in crate::vm) const MOST_BEHIND: usize = 16;
/// Sizes of blocks differ by room for so many.
const STEP: usize = 2;
/// The sizes that there are: each is known by how many steps of room it has.
pub(super) const SIZES: usize = MOST_BEHIND / STEP + 1;

/// Which size has room for so many values. There is one for no more than [`MOST_BEHIND`].
#[inline(always)]
pub(super) fn size_for(values: usize) -> usize {
    values.div_ceil(STEP).min(SIZES - 1)
}

/// Bytes of the room behind a slot that is for so many values.
#[inline(always)]
pub(in crate::vm) fn bytes_behind<M: Memory>(values: usize) -> usize {
    size_for(values) * STEP * size_of::<Value<M>>()
}

/// A size as a free slot holds it.
#[inline(always)]
#[expect(clippy::cast_possible_truncation, reason = "there are few")]
pub(super) const fn mark(size: usize) -> u8 {
    size as u8
}

impl<M: Memory> Header<M> {
    /// The size of the block of a free slot.
    pub(super) fn size_of_free(&self) -> u8 {
        match self.object {
            Object::Free(_, size) => size,
            _ => 0,
        }
    }
}

/// Blocks of one size, one behind the other.
pub(super) struct Chunk {
    /// Not a box any more: that would promise that nobody else points at what it owns.
    memory: *mut [MaybeUninit<u64>],
    pub(super) size: usize,
}

impl Chunk {
    pub(super) fn new<M: Memory>(count: usize, size: usize) -> Self {
        let words = Box::new_uninit_slice(count * words_of::<M>(size));
        Self { memory: Box::into_raw(words), size }
    }

    /// Where its objects are.
    pub(super) fn slots<M: Memory>(&self) -> impl Iterator<Item = *mut Header<M>> + use<M> {
        let (start, words) = (self.memory.cast::<u64>(), words_of::<M>(self.size));
        // SAFETY: inside the chunk.
        (0..self.memory.len() / words).map(move |at| unsafe { start.add(at * words).cast() })
    }

    /// # Safety
    /// Nobody uses a block of it any more.
    pub(super) unsafe fn free(self) {
        // SAFETY: it was a box once.
        drop(unsafe { Box::from_raw(self.memory) });
    }
}

/// Words of a block.
fn words_of<M: Memory>(size: usize) -> usize {
    const { assert!(align_of::<Header<M>>() <= size_of::<u64>()) };
    size_of::<Header<M>>() / size_of::<u64>() + size * STEP
}

/// The room behind the slot of an object that is being made: for that object's values alone, which are
/// gone before the object is.
pub(in crate::vm) struct Room<M: Memory> {
    pub(in crate::vm) start: *mut Value<M>,
    pub(in crate::vm) values: usize,
    heap: PhantomData<Heap<M>>,
}

impl<M: Memory> Room<M> {
    /// # Safety
    /// The slot is free, in nobody's list, and its block is for so many values.
    #[inline(always)]
    pub(super) unsafe fn behind(slot: *mut Header<M>, values: usize) -> Self {
        // SAFETY: the block is so large.
        Self { start: unsafe { slot.add(1).cast() }, values, heap: PhantomData }
    }
}

impl<M: Memory> Object<M> {
    /// How many values the room behind its slot is for.
    #[inline(always)]
    pub(super) fn behind(&mut self) -> usize {
        match self {
            Self::Tuple(items) => items.behind(),
            Self::Instance(instance) => instance.attributes.get_mut().behind(),
            Self::Function(function) => function.behind(),
            Self::Generator(generator) => generator.behind(),
            _ => 0,
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::code::op::NameId;
    use crate::vm::attributes::Attributes;
    use crate::vm::object::InstanceObject;
    use crate::vm::{Plain, Shared};

    const LIMIT: usize = 1 << 20;

    fn texts<M: Memory>(heap: &Heap<M>, count: usize) -> Vec<Value<M>> {
        (0..count)
            .map(|at| heap.str(format!("the text of number {at}")).expect("it fits"))
            .collect()
    }

    fn is_text<M: Memory>(value: &Value<M>, at: usize) -> bool {
        value.as_str() == Some(&format!("the text of number {at}"))
    }

    fn tuple<M: Memory>(heap: &Heap<M>, count: usize) -> Value<M> {
        heap.tuple(texts(heap, count)).expect("it fits")
    }

    fn is_tuple<M: Memory>(value: &Value<M>, count: usize) -> bool {
        let Some(Object::Tuple(items)) = value.object() else { return false };
        items.len() == count && items.iter().enumerate().all(|(at, item)| is_text(item, at))
    }

    #[test]
    fn tuples_of_any_length_are_kept_and_given_back() {
        let heap = Heap::<Plain>::new(LIMIT);
        for _ in 0..3 {
            let tuples: Vec<_> = (0..MOST_BEHIND + 3).map(|count| tuple(&heap, count)).collect();
            assert!(tuples.iter().enumerate().all(|(count, value)| is_tuple(value, count)));
            drop(tuples);
            assert_eq!(heap.used(), 0);
        }
    }

    #[test]
    fn attributes_grow_out_of_their_room() {
        let heap = Heap::<Plain>::new(LIMIT);
        for room in (0..=MOST_BEHIND).step_by(4) {
            let made = heap.place_behind(room, |room| {
                let attributes = <Plain as Memory>::Optimistic::new(Attributes::within(&room));
                Object::Instance(InstanceObject { class: Value::NONE, attributes })
            });
            let made = Value::counted(made.expect("it fits"));
            let all = &made.as_instance().expect("it is one").attributes;
            for (name, text) in (1..).zip(texts(&heap, 40)) {
                assert!(all.inside(|mut all| all.set(&heap, NameId(name), text)).is_ok());
            }
            let get = |at: u16| all.inside(|all| all.get(NameId(at + 1)));
            assert!((0..40).all(|at| get(at).is_some_and(|value| is_text(&value, at.into()))));
            drop(made);
            assert_eq!(heap.used(), 0);
        }
    }

    #[test]
    fn blocks_that_others_give_back_keep_their_sizes() {
        let heap = Heap::<Shared>::new(LIMIT);
        let owned = heap.own(&Arc::default());
        for _ in 0..3 {
            let tuples: Vec<_> = (0..20).map(|count| tuple(&heap, count)).collect();
            let words: Vec<_> = tuples.iter().map(|value| value.clone().into_word()).collect();
            std::thread::scope(|scope| {
                scope.spawn(|| {
                    for (count, word) in words.into_iter().enumerate() {
                        // SAFETY: each is used once.
                        let value = unsafe { Value::<Shared>::from_owned_word(word) };
                        // Counted apart from the owner, so that some are freed here and some there.
                        let again = (count % 2 == 0).then(|| value.clone());
                        assert!(is_tuple(&value, count) && again.is_none_or(|it| it.is(&value)));
                    }
                });
                drop(tuples);
            });
        }
        drop(owned);
        assert_eq!(heap.used(), 0);
    }
}
