//! `range` with numbers, or a length, that a machine word does not hold.

use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{One, Signed, ToPrimitive, Zero};

use super::error::Error;
use super::heap::Heap;
use super::int::{self, Int};
use super::memory::Memory;
use super::object::Object;
use super::ops::Number;
use super::range::Range;
use super::types::Type;
use super::value::Value;

type Result<T> = std::result::Result<T, Box<Error>>;

/// A `range` object of any size.
#[derive(Clone)]
pub(super) struct LongRange {
    pub(super) start: BigInt,
    pub(super) stop: BigInt,
    pub(super) step: BigInt,
    pub(super) length: BigInt,
}

/// An iterator over one.
pub(super) struct Steps {
    next: BigInt,
    step: BigInt,
    left: BigInt,
    /// The class that it has in CPython, which has another one for what a machine word holds.
    pub(super) kind: Type,
}

impl LongRange {
    /// The step is not zero.
    pub(super) fn new(start: BigInt, stop: BigInt, step: BigInt) -> Self {
        let distance = if step.is_positive() { &stop - &start } else { &start - &stop };
        let length = if distance.is_positive() {
            (distance - 1u8).div_floor(&step.abs()) + 1u8
        } else {
            BigInt::zero()
        };
        Self { start, stop, step, length }
    }

    fn at(&self, index: &BigInt) -> BigInt {
        &self.start + index * &self.step
    }

    /// The number at an index, which counts from the end if it is negative.
    pub(super) fn get(&self, index: &BigInt) -> Option<BigInt> {
        let index = if index.is_negative() { index + &self.length } else { index.clone() };
        (!index.is_negative() && index < self.length).then(|| self.at(&index))
    }

    /// Where a number is.
    pub(super) fn position(&self, number: &BigInt) -> Option<BigInt> {
        let (index, rest) = (number - &self.start).div_rem(&self.step);
        (rest.is_zero() && !index.is_negative() && index < self.length).then_some(index)
    }

    /// `range[start:stop:step]` (`compute_slice` in `Objects/rangeobject.c`).
    pub(super) fn slice<M: Memory>(&self, parts: &[Value<M>; 3]) -> Result<Self> {
        let [start, stop, step] = parts;
        let step = part(step)?.unwrap_or_else(BigInt::one);
        if step.is_zero() {
            return Err(Error::value_error("slice step cannot be zero"));
        }
        let is_up = step.is_positive();
        let (first, behind) = if is_up {
            (BigInt::zero(), self.length.clone())
        } else {
            (BigInt::from(-1), &self.length - 1u8)
        };
        let adjust = |index: BigInt| {
            let index = if index.is_negative() { index + &self.length } else { index };
            index.clamp(first.clone(), behind.clone())
        };
        let start =
            part(start)?.map_or_else(|| if is_up { &first } else { &behind }.clone(), adjust);
        let stop = part(stop)?.map_or_else(|| if is_up { &behind } else { &first }.clone(), adjust);
        Ok(Self::new(self.at(&start), self.at(&stop), &self.step * step))
    }

    /// Are these the same numbers?
    pub(super) fn equals(&self, other: &Self) -> bool {
        self.length == other.length
            && (self.length.is_zero()
                || (self.start == other.start && (self.length.is_one() || self.step == other.step)))
    }

    /// The sum of its numbers.
    pub(super) fn sum(&self) -> BigInt {
        let twice = &self.start * 2u8 + &self.step * (&self.length - 1u8);
        twice * &self.length / 2u8
    }

    pub(super) fn steps(&self) -> Steps {
        let is_word = |number: &BigInt| number.to_i64().is_some();
        // CPython counts on until it is behind the end.
        let behind = if self.step.is_positive() {
            &self.stop + &self.step - 1u8
        } else {
            &self.stop + &self.step + 1u8
        };
        let words = [&self.start, &self.stop, &self.step, &self.length];
        let is_short =
            words.into_iter().all(is_word) && (self.length.is_zero() || is_word(&behind));
        let kind = if is_short { Type::RangeIterator } else { Type::LongRangeIterator };
        let (next, step, left) = (self.start.clone(), self.step.clone(), self.length.clone());
        Steps { next, step, left, kind }
    }

    /// The same from the end.
    pub(super) fn steps_back(&self) -> Steps {
        let next = self.at(&(&self.length - 1u8));
        Steps { next, step: -&self.step, left: self.length.clone(), kind: self.steps().kind }
    }

    /// Bytes of its numbers.
    pub(super) fn bytes(&self) -> usize {
        let bits = [&self.start, &self.stop, &self.step, &self.length].map(BigInt::bits);
        usize::try_from(bits.iter().sum::<u64>() / 8).unwrap_or(usize::MAX / 2)
    }
}

impl From<Range> for LongRange {
    fn from(Range { start, stop, step }: Range) -> Self {
        Self::new(start.into(), stop.into(), step.into())
    }
}

impl Steps {
    pub(super) fn next<M: Memory>(&mut self, heap: &Heap<M>) -> Result<Option<Value<M>>> {
        if self.left.is_zero() {
            return Ok(None);
        }
        let value = int::from_big(heap, self.next.clone())?;
        self.left -= 1u8;
        self.next += &self.step;
        Ok(Some(value))
    }
}

impl<M: Memory> Value<M> {
    /// A `range` object of either kind.
    pub(super) fn to_long_range(&self) -> Option<LongRange> {
        match self.object()? {
            Object::Range(range) => Some((*range).into()),
            Object::LongRange(range) => Some((**range).clone()),
            _ => None,
        }
    }
}

impl<M: Memory> Heap<M> {
    /// A `range` object, whose kind is told by its numbers.
    pub(super) fn long_range(&self, range: LongRange) -> Result<Value<M>> {
        let word = |number: &BigInt| number.to_i64();
        if let (Some(start), Some(stop), Some(step)) =
            (word(&range.start), word(&range.stop), word(&range.step))
            && let Some(range) = Range::new(start, stop, step)
        {
            return self.allocate(Object::Range(range));
        }
        self.allocate(Object::LongRange(Box::new(range)))
    }
}

fn part<M: Memory>(value: &Value<M>) -> Result<Option<BigInt>> {
    match value.number() {
        _ if value.is_none() => Ok(None),
        Some(Number::Int(value)) => Ok(Some(value.to_big())),
        _ => Err(super::slice::not_an_index(value)),
    }
}

/// As a whole number, if it equals one.
pub(super) fn whole<M: Memory>(value: &Value<M>) -> Option<BigInt> {
    match value.number()? {
        Number::Int(value) => Some(Int::to_big(value)),
        Number::Float(value) => {
            (value.is_finite() && value.fract() == 0.0).then(|| int::whole(value))
        }
    }
}
