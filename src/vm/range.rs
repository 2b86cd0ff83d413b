//! `range` with numbers of 64 bits.

use super::slice::Indices;

/// A `range` object.
#[derive(Clone, Copy)]
pub(super) struct Range {
    pub(super) start: i64,
    pub(super) stop: i64,
    pub(super) step: i64,
}

impl Range {
    pub(super) fn is_empty(&self) -> bool {
        if self.step > 0 { self.start >= self.stop } else { self.start <= self.stop }
    }

    /// How many numbers there are.
    pub(super) fn len(&self) -> usize {
        if self.is_empty() {
            return 0;
        }
        let distance = i128::from(self.stop) - i128::from(self.start);
        let step = i128::from(self.step);
        let count = (distance - step.signum()) / step + 1;
        usize::try_from(count).unwrap_or(usize::MAX)
    }

    pub(super) fn get(&self, index: usize) -> Option<i64> {
        (index < self.len()).then(|| self.at(index))
    }

    /// The number at an index that may be one behind the last.
    fn at(&self, index: usize) -> i64 {
        let index = i128::try_from(index).unwrap_or(i128::MAX);
        let number = index.saturating_mul(self.step.into()).saturating_add(self.start.into());
        i64::try_from(number).unwrap_or(if self.step > 0 { i64::MAX } else { i64::MIN })
    }

    /// Where a number is.
    pub(super) fn position(&self, number: i64) -> Option<usize> {
        let is_between = if self.step > 0 {
            self.start <= number && number < self.stop
        } else {
            self.stop < number && number <= self.start
        };
        let distance = i128::from(number) - i128::from(self.start);
        let step = i128::from(self.step);
        if !is_between || distance % step != 0 {
            return None;
        }
        usize::try_from(distance / step).ok()
    }

    /// `range[start:stop:step]`
    pub(super) fn slice(&self, indices: Indices) -> Self {
        let at = |index: i64| match usize::try_from(index) {
            Ok(index) => self.at(index),
            Err(_) => self.start.saturating_sub(self.step),
        };
        let step = self.step.saturating_mul(indices.step);
        Self { start: at(indices.start), stop: at(indices.stop), step }
    }

    /// The same numbers, the last one first.
    pub(super) fn reversed(&self) -> Self {
        let length = i64::try_from(self.len()).unwrap_or(i64::MAX);
        self.slice(Indices { start: length - 1, stop: -1, step: -1, count: self.len() })
    }

    /// Are these the same numbers?
    pub(super) fn equals(&self, other: &Self) -> bool {
        let length = self.len();
        length == other.len()
            && (length == 0
                || (self.start == other.start && (length == 1 || self.step == other.step)))
    }
}
