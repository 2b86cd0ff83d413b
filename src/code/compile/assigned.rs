//! Which locals surely have a value at a point of the code: only the others are checked at run
//! time. There is no `del`, so a local that has a value keeps one.

use crate::code::op::Reg;

/// The locals that surely have a value; everything, where the code cannot be reached.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Assigned {
    bits: [u64; 4],
}

impl Assigned {
    /// The first `count` locals: the parameters.
    pub(super) fn first(count: usize) -> Self {
        let mut assigned = Self { bits: [0; 4] };
        (0..count).for_each(|local| assigned.insert_index(local));
        assigned
    }

    /// What holds where the code cannot be reached.
    pub(super) fn unreachable() -> Self {
        Self { bits: [u64::MAX; 4] }
    }

    pub(super) fn insert(&mut self, local: Reg) {
        self.insert_index(usize::from(local.0));
    }

    pub(super) fn contains(&self, local: Reg) -> bool {
        self.bits[usize::from(local.0) / 64] & (1 << (local.0 % 64)) != 0
    }

    /// What holds where two paths meet.
    pub(super) fn meet(&self, other: &Self) -> Self {
        Self { bits: std::array::from_fn(|at| self.bits[at] & other.bits[at]) }
    }

    fn insert_index(&mut self, local: usize) {
        self.bits[local / 64] |= 1 << (local % 64);
    }
}
