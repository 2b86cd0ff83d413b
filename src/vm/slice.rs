//! Slices, and numbers as indices.

use super::arguments::check_index;
use super::error::Error;
use super::int::Int;
use super::memory::Memory;
use super::ops::Number;
use super::value::Value;

type Result<T> = std::result::Result<T, Box<Error>>;

/// A slice of a sequence whose length is known (`PySlice_AdjustIndices`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Indices {
    pub(super) start: i64,
    /// Behind the last one; -1 if that is the first of the sequence and the step is negative.
    pub(super) stop: i64,
    pub(super) step: i64,
    /// How many indices these are.
    pub(super) count: usize,
}

impl Indices {
    /// The indices that a slice with these parts has in a sequence of `length`.
    pub(super) fn new<M: Memory>(parts: &[Value<M>; 3], length: usize) -> Result<Self> {
        let length = i64::try_from(length).unwrap_or(i64::MAX);
        let [start, stop, step] = parts;
        // `-i64::MIN` would overflow.
        let step = part(step)?.map_or(1, |step| step.max(-i64::MAX));
        if step == 0 {
            return Err(Error::value_error("slice step cannot be zero"));
        }
        let (first, behind) = if step > 0 { (0, length) } else { (-1, length - 1) };
        let adjust = |index: i64| {
            if index < 0 { (index.saturating_add(length)).max(first) } else { index.min(behind) }
        };
        let ends = if step > 0 { (first, behind) } else { (behind, first) };
        let start = part(start)?.map_or(ends.0, adjust);
        let stop = part(stop)?.map_or(ends.1, adjust);
        // A division takes longer than the rest.
        let count = match step {
            1 => stop - start,
            -1 => start - stop,
            2.. if start < stop => (stop - start - 1) / step + 1,
            ..-1 if start > stop => (start - stop - 1) / -step + 1,
            _ => 0,
        };
        Ok(Self { start, stop, step, count: usize::try_from(count).unwrap_or(0) })
    }

    /// All of them.
    pub(super) fn iter(self) -> impl ExactSizeIterator<Item = usize> {
        (0..self.count).map(move |nth| {
            let nth = i64::try_from(nth).unwrap_or(0);
            usize::try_from(self.start + nth * self.step).unwrap_or(0)
        })
    }

    /// From where to where, if every item between is among them: for a step of 1 or -1.
    pub(super) fn range(self) -> std::ops::Range<usize> {
        let start = if self.step < 0 { self.stop + 1 } else { self.start };
        let start = usize::try_from(start).unwrap_or(0);
        start..start + self.count
    }
}

fn part<M: Memory>(value: &Value<M>) -> Result<Option<i64>> {
    if value.is_none() {
        return Ok(None);
    }
    if let Some(number) = value.as_small_int() {
        return Ok(Some(number));
    }
    saturating(value).map(Some).ok_or_else(|| not_an_index(value))
}

/// What stands where a part of a slice should: an instance may say which number it is.
#[cold]
pub(super) fn not_an_index<M: Memory>(value: &Value<M>) -> Box<Error> {
    if let Err(asks) = check_index(value) {
        return asks;
    }
    Error::type_error("slice indices must be integers or None or have an __index__ method")
}

/// A whole number, cut off where 64 bits end.
pub(super) fn saturating<M: Memory>(value: &Value<M>) -> Option<i64> {
    match value.number()? {
        Number::Int(Int::Small(value)) => Some(value),
        Number::Int(big @ Int::Big(_)) => Some(if big.is_negative() { i64::MIN } else { i64::MAX }),
        Number::Float(_) => None,
    }
}

/// The place in a sequence of `length` that an index means, which counts from the end if it is
/// negative.
pub(super) fn place(index: i64, length: usize) -> Option<usize> {
    let index = if index < 0 { index.checked_add(i64::try_from(length).ok()?)? } else { index };
    usize::try_from(index).ok().filter(|index| *index < length)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vm::Plain;

    #[test]
    fn slices_have_cpythons_indices() {
        let indices = |start: Option<i16>, stop: Option<i16>, step: Option<i16>, length| {
            let part = |part: Option<i16>| part.map_or(Value::NONE, Value::<Plain>::int16);
            let indices = Indices::new(&[part(start), part(stop), part(step)], length).unwrap();
            indices.iter().collect::<Vec<_>>()
        };
        assert_eq!(indices(None, None, None, 3), [0, 1, 2]);
        assert_eq!(indices(None, None, Some(-1), 3), [2, 1, 0]);
        assert_eq!(indices(Some(-2), None, None, 3), [1, 2]);
        assert_eq!(indices(Some(5), Some(1), Some(-2), 5), [4, 2]);
        assert_eq!(indices(Some(4), Some(-9), Some(-3), 5), [4, 1]);
        assert!(indices(Some(2), Some(1), None, 5).is_empty());
        assert!(indices(None, None, Some(-1), 0).is_empty());
    }
}
