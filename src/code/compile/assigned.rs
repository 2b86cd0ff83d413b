//! Which locals surely have a value at a point of the code: only the others are checked at run
//! time. A local that is deleted anywhere in its function never counts as one that surely has a
//! value, so that what holds at one point still holds wherever control goes from there: at the top
//! of a loop, in a handler of exceptions.

use crate::code::op::Reg;

/// The locals that surely have a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Assigned {
    bits: [u64; 4],
    is_reachable: bool,
}

impl Assigned {
    /// The first `count` locals: the parameters.
    pub(super) fn first(count: usize) -> Self {
        let mut assigned = Self { bits: [0; 4], is_reachable: true };
        (0..count).for_each(|local| assigned.insert_index(local));
        assigned
    }

    /// What holds where the code cannot be reached: everything.
    pub(super) fn unreachable() -> Self {
        Self { bits: [u64::MAX; 4], is_reachable: false }
    }

    pub(super) fn is_reachable(&self) -> bool {
        self.is_reachable
    }

    pub(super) fn insert(&mut self, local: Reg) {
        self.insert_index(usize::from(local.0));
    }

    pub(super) fn remove(&mut self, local: Reg) {
        self.bits[usize::from(local.0) / 64] &= !(1 << (local.0 % 64));
    }

    pub(super) fn contains(&self, local: Reg) -> bool {
        self.bits[usize::from(local.0) / 64] & (1 << (local.0 % 64)) != 0
    }

    /// What holds where two paths meet.
    pub(super) fn meet(&self, other: &Self) -> Self {
        Self {
            bits: std::array::from_fn(|at| self.bits[at] & other.bits[at]),
            is_reachable: self.is_reachable | other.is_reachable,
        }
    }

    fn insert_index(&mut self, local: usize) {
        self.bits[local / 64] |= 1 << (local % 64);
    }
}
