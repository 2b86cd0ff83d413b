//! Objects on the heap: what does not fit into a word.

use std::sync::atomic::AtomicU32;

use num_bigint::BigInt;

use super::budget::Budget;
use super::error::Error;
use super::interpreter::Entry;
use super::memory::Memory;
use super::value::Value;

/// An object with its count, and the budget its memory was taken from.
#[repr(C, align(8))]
pub(super) struct Header<M: Memory> {
    pub(super) count: AtomicU32,
    budget: *const Budget,
    pub(super) object: Object<M>,
}

/// The kinds of objects.
pub(super) enum Object<M: Memory> {
    /// A whole number of more than 63 bits.
    Int(BigInt),
    /// A floating-point number with an uncommon exponent.
    Float(f64),
    /// A string.
    Str(Box<str>),
    /// A function of the program.
    Function(FunctionObject<M>),
    /// A function of the playground.
    Builtin(Builtin),
}

/// A function of the program with the defaults that its `def` evaluated.
pub(super) struct FunctionObject<M: Memory> {
    entry: *const Entry,
    pub(super) defaults: Box<[Value<M>]>,
}

impl<M: Memory> FunctionObject<M> {
    /// A function of an interpreter, whose entry this is.
    pub(super) fn new(entry: &Entry, defaults: Box<[Value<M>]>) -> Self {
        Self { entry, defaults }
    }

    #[inline(always)]
    pub(super) fn entry(&self) -> &Entry {
        // SAFETY: functions are immortal objects of the interpreter that owns the entry, which
        // drops them first.
        unsafe { &*self.entry }
    }
}

/// The built-in functions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Builtin {
    Print,
    Sleep,
}

impl Builtin {
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Print => "print",
            Self::Sleep => "sleep",
        }
    }
}

impl<M: Memory> Object<M> {
    /// Bytes it takes.
    fn size(&self) -> usize {
        size_of::<Header<M>>()
            + match self {
                Self::Int(value) => usize::try_from(value.bits() / 8).unwrap_or(usize::MAX / 2),
                Self::Str(text) => text.len(),
                Self::Function(function) => size_of_val(&*function.defaults),
                Self::Float(_) | Self::Builtin(_) => 0,
            }
    }

    /// Puts it on the heap, counted.
    pub(super) fn allocate(self, budget: &Budget) -> Result<Value<M>, Box<Error>> {
        Ok(Value::counted(Box::into_raw(self.boxed(budget)?)))
    }

    /// Puts it on the heap, to be kept by the interpreter.
    pub(super) fn boxed(self, budget: &Budget) -> Result<Box<Header<M>>, Box<Error>> {
        budget.take::<M>(self.size())?;
        Ok(Box::new(Header { count: AtomicU32::new(1), budget, object: self }))
    }
}

impl<M: Memory> Header<M> {
    /// Frees an object.
    ///
    /// # Safety
    /// It came from [`Object::allocate`], nobody refers to it any more, and the interpreter whose
    /// budget it was taken from is alive.
    pub(super) unsafe fn free(header: *mut Self) {
        // SAFETY: promised by the caller.
        let header = unsafe { Box::from_raw(header) };
        // SAFETY: promised by the caller: budgets live as long as their interpreter.
        unsafe { (*header.budget).give::<M>(header.object.size()) };
    }
}
