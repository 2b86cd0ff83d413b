//! What sets do with each other (`Objects/setobject.c`), in the order of CPython's steps, on which
//! the order of the result depends; and with the views of dicts.

use super::error::Error;
use super::hash::asks;
use super::heap::Heap;
use super::interpreter::Interpreter;
use super::iterate;
use super::memory::{Locked, Memory};
use super::native::Control;
use super::object::Object;
use super::set::Set;
use super::value::Value;
use super::view::ViewKind;
use crate::lang::tree::BinaryOp;

type Result<T> = std::result::Result<T, Box<Error>>;

/// What an operation takes besides a set, copied before that is locked.
pub(super) enum Operand<M: Memory> {
    Set(Set<M>),
    /// The keys of a dict, with their hashes.
    Dict(Vec<(i64, Value<M>)>),
    /// Anything else that was iterated over.
    Items(Vec<(i64, Value<M>)>),
}

impl<M: Memory> Operand<M> {
    pub(super) fn len(&self) -> usize {
        match self {
            Self::Set(set) => set.len(),
            Self::Dict(items) | Self::Items(items) => items.len(),
        }
    }

    fn items(&self) -> Vec<(i64, Value<M>)> {
        match self {
            Self::Set(set) => set.iter().map(|(hash, item)| (hash, item.clone())).collect(),
            Self::Dict(items) | Self::Items(items) => items.clone(),
        }
    }

    /// A set as it is: the order of what is made of it depends on its deleted slots.
    fn into_set(self, heap: &Heap<M>) -> Result<Set<M>> {
        match self {
            Self::Set(set) => Ok(set),
            other => other.to_set(heap),
        }
    }

    /// As a set of its own (`make_new_set`).
    pub(super) fn to_set(&self, heap: &Heap<M>) -> Result<Set<M>> {
        let mut set = Set::new();
        set.update(&scratch(heap), self)?;
        Ok(set)
    }
}

/// Counts what a set takes that is on no heap yet, and has no more room than is left on this one.
pub(super) fn scratch<M: Memory>(heap: &Heap<M>) -> Heap<M> {
    Heap::new(heap.left())
}

impl<M: Memory> Set<M> {
    /// `self |= other`
    pub(super) fn update(&mut self, heap: &Heap<M>, other: &Operand<M>) -> Result<()> {
        match other {
            Operand::Set(other) => self.merge(heap, other),
            Operand::Dict(items) => {
                self.reserve(heap, items.len())?;
                self.add_all(heap, items)
            }
            Operand::Items(items) => self.add_all(heap, items),
        }
    }

    fn add_all(&mut self, heap: &Heap<M>, items: &[(i64, Value<M>)]) -> Result<()> {
        items.iter().try_for_each(|(hash, item)| self.add(heap, *hash, item.clone()).map(drop))
    }

    /// `self & other`
    pub(super) fn intersection(&self, heap: &Heap<M>, other: &Operand<M>) -> Result<Self> {
        // The smaller set is looked through.
        let swapped = match other {
            Operand::Set(other) if other.len() > self.len() => Some(other),
            _ => None,
        };
        let common = |items: Vec<(i64, Value<M>)>, of: &Self| {
            let mut common = Self::new();
            let items = items.into_iter().filter(|(hash, item)| of.contains(*hash, item));
            common.add_all(&scratch(heap), &items.collect::<Vec<_>>()).map(|()| common)
        };
        match swapped {
            Some(larger) => common(Operand::Set(self.clone()).items(), larger),
            None => common(other.items(), self),
        }
    }

    /// `self -= other`; gives back what is gone, to be dropped when nothing is locked.
    pub(super) fn difference_update(
        &mut self,
        heap: &Heap<M>,
        other: &Operand<M>,
    ) -> Result<Vec<Value<M>>> {
        let items = other.items();
        let gone = items.iter().filter_map(|(hash, item)| self.remove(*hash, item)).collect();
        self.tidy(heap)?;
        Ok(gone)
    }

    /// `self - other`
    pub(super) fn difference(&self, heap: &Heap<M>, other: &Operand<M>) -> Result<Self> {
        let heap = &scratch(heap);
        let kept = match other {
            Operand::Items(_) => None,
            // Much larger than the other: copied, and what is in the other taken away.
            _ if self.len() >> 2 > other.len() => None,
            Operand::Set(other) => Some(other.clone()),
            Operand::Dict(_) => Some(other.to_set(heap)?),
        };
        let mut difference = Self::new();
        if let Some(other) = kept {
            for (hash, item) in self.iter().filter(|(hash, item)| !other.contains(*hash, item)) {
                difference.add(heap, hash, item.clone())?;
            }
        } else {
            difference.merge(heap, self)?;
            drop(difference.difference_update(heap, other)?);
        }
        Ok(difference)
    }

    /// `self ^= other`; gives back what is gone, likewise.
    pub(super) fn symmetric_difference_update(
        &mut self,
        heap: &Heap<M>,
        other: &Operand<M>,
    ) -> Result<Vec<Value<M>>> {
        let items = match other {
            // Without what comes twice.
            Operand::Items(_) => Operand::Set(other.to_set(heap)?).items(),
            _ => other.items(),
        };
        let mut gone = Vec::new();
        for (hash, item) in items {
            match self.remove(hash, &item) {
                Some(item) => gone.push(item),
                None => drop(self.add(heap, hash, item)?),
            }
        }
        Ok(gone)
    }

    /// `self ^ other`
    pub(super) fn symmetric_difference(&self, heap: &Heap<M>, other: &Operand<M>) -> Result<Self> {
        let mut difference = other.to_set(heap)?;
        let own = Operand::Set(self.clone());
        drop(difference.symmetric_difference_update(&scratch(heap), &own)?);
        Ok(difference)
    }
}

/// `a - b`, `a & b`, `a | b`, `a ^ b`; `None` if these have no such operator.
pub(super) fn operator<M: Memory>(
    interpreter: &Interpreter<M>,
    heap: &Heap<M>,
    op: BinaryOp,
    a: &Value<M>,
    b: &Value<M>,
) -> Result<Option<Value<M>>> {
    let is_view = |value: &Value<M>| matches!(value.object(), Some(Object::DictView(view)) if view.kind != ViewKind::Values);
    let by_view = is_view(a) || is_view(b);
    let are_sets = a.is_set() && b.is_set();
    if !are_sets && !by_view {
        return Ok(None);
    }
    let (Some(left), Some(right)) =
        (operand(interpreter, heap, a)?, operand(interpreter, heap, b)?)
    else {
        let wrong = if is_view(a) { b } else { a };
        return Err(iterate::not_iterable(wrong));
    };
    let result = match op {
        BinaryOp::BitAnd if by_view => view_intersection(heap, left, right, is_view(a))?,
        BinaryOp::BitAnd if a.is(b) => left.to_set(heap)?,
        BinaryOp::BitAnd => left.into_set(heap)?.intersection(heap, &right)?,
        BinaryOp::BitOr => {
            let mut union = left.to_set(heap)?;
            if !a.is(b) {
                union.update(&scratch(heap), &right)?;
            }
            union
        }
        BinaryOp::BitXor if by_view => {
            let mut difference = left.to_set(heap)?;
            drop(difference.symmetric_difference_update(&scratch(heap), &right)?);
            difference
        }
        BinaryOp::BitXor => left.into_set(heap)?.symmetric_difference(heap, &right)?,
        _ if by_view => {
            let mut difference = left.to_set(heap)?;
            drop(difference.difference_update(&scratch(heap), &right)?);
            difference
        }
        _ => left.into_set(heap)?.difference(heap, &right)?,
    };
    let is_frozen = matches!(a.object(), Some(Object::Frozen(_)));
    if is_frozen { heap.frozen_of(result) } else { heap.set_of(result) }.map(Some)
}

/// `_PyDictView_Intersect`: which of the two is looked through.
fn view_intersection<M: Memory>(
    heap: &Heap<M>,
    left: Operand<M>,
    right: Operand<M>,
    is_left_view: bool,
) -> Result<Set<M>> {
    let (view, other) = if is_left_view { (left, right) } else { (right, left) };
    if let Operand::Set(set) = &other
        && view.len() <= set.len()
    {
        return set.intersection(heap, &Operand::Items(view.items()));
    }
    let is_view = !matches!(other, Operand::Set(_));
    let (view, other) =
        if is_view && other.len() > view.len() { (other, view) } else { (view, other) };
    view.to_set(heap)?.intersection(heap, &Operand::Items(other.items()))
}

/// `a op= b` for a set `a` on this heap; was that possible?
pub(super) fn operator_in_place<M: Memory>(
    heap: &Heap<M>,
    op: BinaryOp,
    a: &Value<M>,
    b: &Value<M>,
) -> Result<bool> {
    let (Some(Object::Set(set)), Some(other)) = (a.object(), b.with_set(Set::clone)) else {
        return Ok(false);
    };
    let other = Operand::Set(other);
    change(heap, op, set, &other, a.is(b))?;
    Ok(true)
}

/// `set op= other`, where CPython looks whether that is the set itself: the order depends on it.
pub(super) fn change<M: Memory>(
    heap: &Heap<M>,
    op: BinaryOp,
    set: &M::Locked<Set<M>>,
    other: &Operand<M>,
    is_itself: bool,
) -> Result<()> {
    match op {
        BinaryOp::BitOr if is_itself => {}
        BinaryOp::BitOr => set.with(|set| set.update(heap, other))?,
        BinaryOp::BitAnd => {
            let old = set.with(|set| {
                let common =
                    if is_itself { other.to_set(heap)? } else { set.intersection(heap, other)? };
                heap.take(common.bytes())?;
                let old = set.clear(heap);
                *set = common;
                Ok::<_, Box<Error>>(old)
            })?;
            drop(old);
        }
        _ if is_itself => drop(set.with(|set| set.clear(heap))),
        BinaryOp::BitXor => drop(set.with(|set| set.symmetric_difference_update(heap, other))?),
        _ => drop(set.with(|set| set.difference_update(heap, other))?),
    }
    Ok(())
}

/// A set, a dict, a view or another value that can be iterated over natively; `None` for others.
pub(super) fn operand<M: Memory>(
    interpreter: &Interpreter<M>,
    heap: &Heap<M>,
    value: &Value<M>,
) -> Result<Option<Operand<M>>> {
    Ok(match value.object() {
        Some(Object::Set(_) | Object::Frozen(_)) => {
            let set = value.with_set(Set::clone).unwrap_or_else(Set::new);
            if set.iter().any(|(_, item)| asks(interpreter, item)) {
                return Err(Error::control(Control::Hash));
            }
            Some(Operand::Set(set))
        }
        Some(Object::Dict(dict)) => {
            let keys = dict.with(|dict| dict.hashed_keys());
            if keys.iter().any(|(_, key)| asks(interpreter, key)) {
                return Err(Error::control(Control::Hash));
            }
            Some(Operand::Dict(keys))
        }
        Some(Object::DictView(view)) if view.kind == ViewKind::Keys => {
            let Some(Object::Dict(dict)) = view.dict.object() else { return Ok(None) };
            Some(Operand::Dict(dict.with(|dict| dict.hashed_keys())))
        }
        _ => match iterate::items(heap, value)? {
            Some(items) => Some(hashed(interpreter, heap, items).map_err(|error| {
                // It is used up, and must not be asked again.
                let is_lost = matches!(value.object(), Some(Object::Iterator(_)));
                match *error {
                    Error::Control(Control::Hash) if is_lost => {
                        Error::unsupported("keys with a `__hash__` from such an iterator")
                    }
                    _ => error,
                }
            })?),
            None => None,
        },
    })
}

/// These items, each with its hash.
pub(super) fn hashed<M: Memory>(
    interpreter: &Interpreter<M>,
    heap: &Heap<M>,
    items: Vec<Value<M>>,
) -> Result<Operand<M>> {
    heap.check(items.len().saturating_mul(size_of::<(i64, Value<M>)>()))?;
    let hash = |item| Ok((super::hash::hash(interpreter, &item)?, item));
    items.into_iter().map(hash).collect::<Result<_>>().map(Operand::Items)
}
