//! The instructions, declared once: layout, listing and the checks of the operands all come from
//! the declarations below.
//!
//! Registers belong to the running frame. `check` in an effect means that the machine looks at the
//! breaker there: on backward jumps and on function entry, where CPython looks (`JUMP_BACKWARD`
//! and `RESUME` in `Python/bytecodes.c`), and nowhere else.

use std::fmt;

use super::verify::Bounds;
use crate::lang::tree::{BinaryOp, CompareOp, UnaryOp};

/// A register of the running frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Reg(pub u8);

/// An index into the module's constants.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ConstantId(pub u16);

/// An index into the module's globals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GlobalId(pub u16);

/// An index into the module's functions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FunctionId(pub u16);

/// An index into the function's code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Target(pub u32);

/// What an operand knows about itself.
pub(super) trait Operand: Copy + fmt::Display {
    /// Does it name something that exists?
    fn is_valid(self, bounds: &Bounds) -> bool;
}

macro_rules! ops {
    ($($(#[doc = $doc:literal])+ $name:ident { $($field:ident: $type:ty),* $(,)? })+) => {
        /// One instruction, eight bytes.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[repr(u8)]
        #[expect(missing_docs, reason = "the operands are explained by each instruction's effect")]
        pub enum Op {
            $($(#[doc = $doc])+ $name { $($field: $type),* },)+
        }

        impl Op {
            /// Do all operands name something that exists?
            pub(super) fn has_valid_operands(self, bounds: &Bounds) -> bool {
                match self { $(Self::$name { $($field),* } => true $(&& $field.is_valid(bounds))*,)+ }
            }

            /// Where it may jump to.
            pub(super) fn target_mut(&mut self) -> Option<&mut Target> {
                match self { $(Self::$name { $($field),* } => {
                    let targets: [Option<&mut Target>; _] = [$(as_target($field)),*];
                    targets.into_iter().flatten().next()
                })+ }
            }
        }

        impl fmt::Display for Op {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                match *self { $(Self::$name { $($field),* } => {
                    write!(f, "{:<16}", stringify!($name))?;
                    $(write!(f, " {}={}", stringify!($field), $field)?;)*
                    Ok(())
                })+ }
            }
        }
    };
}

fn as_target<T: 'static>(operand: &mut T) -> Option<&mut Target> {
    (operand as &mut dyn std::any::Any).downcast_mut()
}

ops! {
    /// `dst = src`
    Move { dst: Reg, src: Reg }
    /// `dst = constants[constant]`
    LoadConstant { dst: Reg, constant: ConstantId }
    /// `dst = value`
    LoadInt { dst: Reg, value: i16 }
    /// `dst = globals[global]`, or `NameError`
    LoadGlobal { dst: Reg, global: GlobalId }
    /// `globals[global] = src`
    StoreGlobal { src: Reg, global: GlobalId }
    /// Makes a local unbound at function entry.
    Unbind { local: Reg }
    /// `UnboundLocalError` if the local is unbound.
    CheckBound { local: Reg }

    /// `dst = a + b`
    Add { dst: Reg, a: Reg, b: Reg }
    /// `dst = a - b`
    Sub { dst: Reg, a: Reg, b: Reg }
    /// `dst = a * b`
    Mul { dst: Reg, a: Reg, b: Reg }
    /// `dst = a + value`
    AddInt { dst: Reg, a: Reg, value: i16 }
    /// `dst = a - value`
    SubInt { dst: Reg, a: Reg, value: i16 }
    /// `a = a + value`
    AddIntTo { a: Reg, value: i16 }
    /// `a = a - value`
    SubIntFrom { a: Reg, value: i16 }
    /// `dst = a op b`
    Binary { op: BinaryOp, dst: Reg, a: Reg, b: Reg }
    /// `dst = op a`
    Unary { op: UnaryOp, dst: Reg, a: Reg }
    /// `dst = not a`
    Not { dst: Reg, a: Reg }
    /// `dst = a op b`
    Compare { op: CompareOp, dst: Reg, a: Reg, b: Reg }

    /// `goto to`, forwards
    Jump { to: Target }
    /// `goto to`, backwards; check
    JumpBack { to: Target }
    /// `if a: goto to`, forwards
    JumpIf { a: Reg, to: Target }
    /// `if not a: goto to`, forwards
    JumpUnless { a: Reg, to: Target }
    /// `if a: goto to`, backwards; check
    LoopIf { a: Reg, to: Target }

    /// `if not a < b: goto to`, forwards
    JumpUnlessLt { a: Reg, b: Reg, to: Target }
    /// `if not a <= b: goto to`, forwards
    JumpUnlessLe { a: Reg, b: Reg, to: Target }
    /// `if not a > b: goto to`, forwards
    JumpUnlessGt { a: Reg, b: Reg, to: Target }
    /// `if not a >= b: goto to`, forwards
    JumpUnlessGe { a: Reg, b: Reg, to: Target }
    /// `if not a == b: goto to`, forwards
    JumpUnlessEq { a: Reg, b: Reg, to: Target }
    /// `if not a != b: goto to`, forwards
    JumpUnlessNe { a: Reg, b: Reg, to: Target }
    /// `if not a < value: goto to`, forwards
    JumpUnlessLtInt { a: Reg, value: i16, to: Target }
    /// `if not a <= value: goto to`, forwards
    JumpUnlessLeInt { a: Reg, value: i16, to: Target }
    /// `if not a > value: goto to`, forwards
    JumpUnlessGtInt { a: Reg, value: i16, to: Target }
    /// `if not a >= value: goto to`, forwards
    JumpUnlessGeInt { a: Reg, value: i16, to: Target }
    /// `if not a == value: goto to`, forwards
    JumpUnlessEqInt { a: Reg, value: i16, to: Target }
    /// `if not a != value: goto to`, forwards
    JumpUnlessNeInt { a: Reg, value: i16, to: Target }

    /// `if a < b: goto to`, backwards; check
    LoopIfLt { a: Reg, b: Reg, to: Target }
    /// `if a <= b: goto to`, backwards; check
    LoopIfLe { a: Reg, b: Reg, to: Target }
    /// `if a > b: goto to`, backwards; check
    LoopIfGt { a: Reg, b: Reg, to: Target }
    /// `if a >= b: goto to`, backwards; check
    LoopIfGe { a: Reg, b: Reg, to: Target }
    /// `if a == b: goto to`, backwards; check
    LoopIfEq { a: Reg, b: Reg, to: Target }
    /// `if a != b: goto to`, backwards; check
    LoopIfNe { a: Reg, b: Reg, to: Target }
    /// `if a < value: goto to`, backwards; check
    LoopIfLtInt { a: Reg, value: i16, to: Target }
    /// `if a <= value: goto to`, backwards; check
    LoopIfLeInt { a: Reg, value: i16, to: Target }
    /// `if a > value: goto to`, backwards; check
    LoopIfGtInt { a: Reg, value: i16, to: Target }
    /// `if a >= value: goto to`, backwards; check
    LoopIfGeInt { a: Reg, value: i16, to: Target }
    /// `if a == value: goto to`, backwards; check
    LoopIfEqInt { a: Reg, value: i16, to: Target }
    /// `if a != value: goto to`, backwards; check
    LoopIfNeInt { a: Reg, value: i16, to: Target }

    /// Makes `iter, iter+1, iter+2` the whole numbers start, stop and step of a `range`, or raises
    /// `TypeError` or `ValueError`.
    RangeInit { iter: Reg }
    /// `if` the range `iter` has a next number: `dst =` it; `goto to`, backwards; check
    RangeNext { dst: Reg, iter: Reg, to: Target }

    /// `base = base(base+1, …, base+argc)`; check
    Call { base: Reg, argc: u8 }
    /// `base = globals[global](base+1, …, base+argc)`, where the global is bound once in the whole
    /// module, by a `def` that has run; check
    CallGlobal { base: Reg, argc: u8, global: GlobalId }
    /// Returns `src` to the caller.
    Return { src: Reg }
    /// Returns `None` to the caller.
    ReturnNone {}
    /// `dst = functions[function]`, its defaults in `dst, dst+1, …`
    MakeFunction { dst: Reg, function: FunctionId }
}

const _: () = assert!(size_of::<Op>() == 8);

macro_rules! operand {
    ($type:ident, $prefix:literal, $valid:expr) => {
        impl fmt::Display for $type {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!($prefix, "{}"), self.0)
            }
        }
        impl Operand for $type {
            fn is_valid(self, bounds: &Bounds) -> bool {
                let valid: fn(Self, &Bounds) -> bool = $valid;
                valid(self, bounds)
            }
        }
    };
}

operand!(Reg, "r", |reg, bounds| usize::from(reg.0) < bounds.registers);
operand!(ConstantId, "k", |id, bounds| usize::from(id.0) < bounds.constants);
operand!(GlobalId, "g", |id, bounds| usize::from(id.0) < bounds.globals);
operand!(FunctionId, "f", |id, bounds| usize::from(id.0) < bounds.functions);
operand!(Target, "@", |to, bounds| (to.0 as usize) < bounds.code);

macro_rules! plain_operand {
    ($($type:ty),*) => {$(
        impl Operand for $type {
            fn is_valid(self, _: &Bounds) -> bool {
                true
            }
        }
    )*};
}

plain_operand!(i16, u8, BinaryOp, UnaryOp, CompareOp);

macro_rules! display_symbol {
    ($($type:ty),*) => {$(
        impl fmt::Display for $type {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.symbol())
            }
        }
    )*};
}

display_symbol!(BinaryOp, UnaryOp, CompareOp);
