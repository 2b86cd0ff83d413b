//! `range` with numbers of 64 bits and a length of a machine word: see `long_range` for others.

/// A `range` object.
#[derive(Clone, Copy)]
pub(super) struct Range {
    pub(super) start: i64,
    pub(super) stop: i64,
    pub(super) step: i64,
}

impl Range {
    /// `None` if it is too long.
    pub(super) fn new(start: i64, stop: i64, step: i64) -> Option<Self> {
        let range = Self { start, stop, step };
        isize::try_from(range.count()).is_ok().then_some(range)
    }

    pub(super) fn is_empty(&self) -> bool {
        if self.step > 0 { self.start >= self.stop } else { self.start <= self.stop }
    }

    /// How many numbers there are.
    pub(super) fn len(&self) -> usize {
        usize::try_from(self.count()).unwrap_or(usize::MAX)
    }

    fn count(&self) -> i128 {
        if self.is_empty() {
            return 0;
        }
        let distance = i128::from(self.stop) - i128::from(self.start);
        let step = i128::from(self.step);
        (distance - step.signum()) / step + 1
    }

    pub(super) fn get(&self, index: usize) -> Option<i64> {
        (index < self.len()).then(|| self.at(index))
    }

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

    /// Its last number, which must be there, and the step back from it.
    pub(super) fn backwards(&self) -> (i64, i64) {
        (self.at(self.len().saturating_sub(1)), self.step.wrapping_neg())
    }

    /// Are these the same numbers?
    pub(super) fn equals(&self, other: &Self) -> bool {
        let length = self.len();
        length == other.len()
            && (length == 0
                || (self.start == other.start && (length == 1 || self.step == other.step)))
    }
}
