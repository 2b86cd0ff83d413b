//! The instructions, declared once: layout, listing and the checks of the operands all come from
//! the declarations below.
//!
//! Registers belong to the running frame. `check` in an effect means that the machine looks at the
//! breaker there: on backward jumps and on function entry, where CPython looks (`JUMP_BACKWARD`
//! and `RESUME` in `Python/bytecodes.c`), and nowhere else.

use std::fmt;

use super::verify::Bounds;
use crate::lang::tree::{BinaryOp, CompareOp, Conversion, UnaryOp};

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

/// An index into the module's names of attributes, methods and keywords.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NameId(pub u16);

/// An index into the module's lists of keywords.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KeywordsId(pub u16);

/// An index into the function's code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Target(pub u32);

/// What an operand knows about itself.
pub(super) trait Operand: Copy + fmt::Display {
    /// Does it name something that exists?
    fn is_valid(self, bounds: &Bounds) -> bool;

    /// Itself, if it is where a jump goes.
    #[inline(always)]
    fn as_target(&mut self) -> Option<&mut Target> {
        None
    }
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
            pub fn target(mut self) -> Option<Target> {
                self.target_mut().copied()
            }

            /// The same, to be changed.
            pub(super) fn target_mut(&mut self) -> Option<&mut Target> {
                match self { $(Self::$name { $($field),* } => None$(.or($field.as_target()))*,)+ }
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
    /// Makes a global unbound, or `NameError` if it is.
    DeleteGlobal { global: GlobalId }
    /// Makes a local unbound: at function entry, or by `del`.
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
    /// `dst = a * value`
    MulInt { dst: Reg, a: Reg, value: i16 }
    /// `a = a + value`
    AddIntTo { a: Reg, value: i16 }
    /// `a = a - value`
    SubIntFrom { a: Reg, value: i16 }
    /// `dst = a op b`
    Binary { op: BinaryOp, dst: Reg, a: Reg, b: Reg }
    /// `dst = a op value`
    BinaryInt { op: BinaryOp, dst: Reg, a: Reg, value: i16 }
    /// `dst = a op= b`: as `Binary`, but lists and sets change in place. Add, subtract and multiply
    /// come here only through their slow paths.
    InPlace { op: BinaryOp, dst: Reg, a: Reg, b: Reg }
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

    /// Puts an iterator over the value of `iter` into `iter, iter+1`.
    GetIter { iter: Reg }
    /// `if` the iterator `iter, iter+1` has a next value: `dst =` it; `goto to`, backwards; check
    ForIter { dst: Reg, iter: Reg, to: Target }
    /// Makes `iter, iter+1, iter+2` the whole numbers start, stop and step of a `range`, or raises
    /// `TypeError` or `ValueError`.
    RangeInit { iter: Reg }
    /// `if` the range `iter` has a next number: `dst =` it; `goto to`, backwards; check
    RangeNext { dst: Reg, iter: Reg, to: Target }

    /// `base = base(base+1, …, base+argc)`; check
    Call { base: Reg, argc: u8 }
    /// `base = globals[global](base+1, …, base+argc)`, where the global is bound once in the whole
    /// module, by a `def` that has run, or never, as it is a built-in; check
    CallGlobal { base: Reg, argc: u8, global: GlobalId }
    /// The same with the last of the arguments given by name.
    CallKeywords { base: Reg, argc: u8, keywords: KeywordsId }
    /// Finds a method of `object`: `base =` what is to be called, and `base+1 = object` if it is the
    /// first argument, else it becomes unbound.
    LoadMethod { base: Reg, object: Reg, name: NameId }
    /// The same for the object in `base+1` and a method of the context manager's protocol, which only
    /// its class may have.
    LoadSpecial { base: Reg, name: NameId }
    /// `base = base(base+1, …, base+1+argc)`, without `base+1` if it is unbound; check
    CallMethod { base: Reg, argc: u8 }
    /// The same with the last of the arguments given by name.
    CallMethodKeywords { base: Reg, argc: u8, keywords: KeywordsId }
    /// Makes `src`, the only `*iterable` of a call of `base`, a list or a tuple.
    ToArguments { src: Reg, base: Reg }
    /// `base = base(base+1, *base+2, **base+3)`, without `base+1` or `base+3` if it is unbound; the
    /// others are a list or a tuple, and a dict; check
    CallSpread { base: Reg }
    /// Returns `src` to the caller.
    Return { src: Reg }
    /// Returns `None` to the caller.
    ReturnNone {}
    /// Hands `value` to whoever runs this generator. When it goes on, `value = None`.
    Yield { value: Reg }
    /// Asks the iterator `base` of a `yield from` for its next value, or sends it `base+1` if that is
    /// not `None`: `base+1 =` what comes. At its end `base+1 =` what it returned; `goto to`, forwards
    Send { base: Reg, to: Target }
    /// Hands `base+1` to whoever runs this generator, behind a `Send`. What is thrown into it until it
    /// goes on is thrown into the iterator `base`. When it goes on, `base+1 =` what it was sent, or
    /// `None`.
    Delegate { base: Reg }
    /// Ends a generator; the value is that of its `StopIteration`.
    EndGenerator { value: Reg }
    /// `dst =` a function, with its defaults in `dst, dst+1, …` and the cells of its free variables
    /// behind them.
    MakeFunction { dst: Reg, function: FunctionId }
    /// `namespace =` what the metaclass's `__prepare__` gives for the body of this class, or unbound;
    /// `base` as for `BuildClass`.
    Prepare { namespace: Reg, base: Reg }
    /// `namespace[name of local] = local`, and `local =` what that has become; or the item is deleted,
    /// if the local is unbound. Nothing if the namespace is unbound.
    Bound { namespace: Reg, local: Reg }
    /// `dst =` a class with a tuple of base classes in `base` (unbound if there are none), a dict of
    /// keywords behind it if this function has such a parameter, named as
    /// this function is; its attributes are this function's bound local variables but for those with a
    /// dot in their names and `__class__`, which is a cell that gets the class if it is there.
    BuildClass { dst: Reg, base: Reg }
    /// `dst = super()`, by the cell of `__class__` and this function's first argument, which may be
    /// in a cell.
    Super { dst: Reg, class: Reg, first: Reg }

    /// Puts a new cell with the local's value, or an unbound one, into the local's register.
    MakeCell { local: Reg }
    /// `dst =` what is in the cell, or `NameError` if it is unbound.
    LoadCell { dst: Reg, cell: Reg }
    /// Puts a value into the cell.
    StoreCell { cell: Reg, src: Reg }
    /// Makes the cell unbound, or `NameError` if it is.
    DeleteCell { cell: Reg }

    /// `dst = object.name`
    LoadAttr { dst: Reg, object: Reg, name: NameId }
    /// `object.name = src`
    StoreAttr { object: Reg, src: Reg, name: NameId }
    /// `del object.name`
    DeleteAttr { object: Reg, name: NameId }
    /// `dst = object[index]`
    LoadSubscr { dst: Reg, object: Reg, index: Reg }
    /// `object[index] = src`
    StoreSubscr { object: Reg, index: Reg, src: Reg }
    /// `del object[index]`
    DeleteSubscr { object: Reg, index: Reg }
    /// `base = base:base+1:base+2`
    BuildSlice { base: Reg }
    /// The same for the next instruction alone, which it carries out as well where that needs no slice.
    BuildSliceOnce { base: Reg }

    /// `base =` a list of `base, base+1, …`
    BuildList { base: Reg, count: u8 }
    /// `base =` a tuple of `base, base+1, …`
    BuildTuple { base: Reg, count: u8 }
    /// `base =` a set of `base, base+1, …`
    BuildSet { base: Reg, count: u8 }
    /// Makes a set anew that a display of constants has made: CPython makes it of another one, and
    /// the order of its items depends on that.
    RemakeSet { set: Reg }
    /// `base =` a dict of `count` pairs of key and value in `base, base+1, …`
    BuildDict { base: Reg, count: u8 }
    /// `base =` the strings `base, base+1, …` in one
    BuildString { base: Reg, count: u8 }
    /// Adds an item to a list that is being made.
    ListAppend { list: Reg, item: Reg }
    /// Adds an item to a set that is being made.
    SetAdd { set: Reg, item: Reg }
    /// Adds a pair to a dict that is being made.
    DictSet { dict: Reg, key: Reg, value: Reg }
    /// Adds what `src` iterates over to a list that is being made.
    ListExtend { list: Reg, src: Reg }
    /// Adds what `src` iterates over to a set that is being made.
    SetUpdate { set: Reg, src: Reg }
    /// Puts what the mapping `src` has into a dict that is being made.
    DictUpdate { dict: Reg, src: Reg }
    /// The same for the keywords of a call of `base`, of which none may be there already.
    DictMerge { dict: Reg, src: Reg, base: Reg }
    /// `dst =` a tuple of the items of the list in `dst`
    ListToTuple { dst: Reg }
    /// `base = format(base, base+1)`, after the conversion.
    Format { base: Reg, conversion: Conversion }
    /// `base, base+1, … =` the items of `src`, of which there must be `count`.
    Unpack { src: Reg, base: Reg, count: u8 }
    /// The same with a list of what is left over between `before` and `after` single items.
    UnpackStar { src: Reg, base: Reg, before: u8, after: u8 }

    /// Raises an exception, or a new one of an exception class.
    Raise { exception: Reg }
    /// The same with a cause.
    RaiseFrom { exception: Reg, cause: Reg }
    /// Raises again what was caught; `RuntimeError` if there is nothing.
    Reraise { exception: Reg }
    /// `dst =` is the exception of this class, or of one of a tuple of classes?
    MatchException { dst: Reg, exception: Reg, kind: Reg }
    /// `AssertionError` with a message, or without if it is unbound.
    RaiseAssertion { message: Reg }
    /// Drops what is in the registers from `first` on, and calls the `__del__` of what goes by that or
    /// has gone. Only where a program is watched.
    Settle { first: u8 }
    /// The same for all registers but this one, before it is returned.
    Leave { src: Reg }
    /// Goes on where a call that the machine made by itself returns to. In no program's code.
    Continue {}
}

const _: () = assert!(size_of::<Op>() == 8);

macro_rules! operand {
    ($type:ident, $prefix:literal, $valid:expr $(, $($more:tt)+)?) => {
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

            $($($more)+)?
        }
    };
}

operand!(Reg, "r", |reg, bounds| usize::from(reg.0) < bounds.registers);
operand!(ConstantId, "k", |id, bounds| usize::from(id.0) < bounds.constants);
operand!(GlobalId, "g", |id, bounds| usize::from(id.0) < bounds.globals);
operand!(FunctionId, "f", |id, bounds| usize::from(id.0) < bounds.functions);
operand!(NameId, "n", |id, bounds| usize::from(id.0) < bounds.names);
operand!(KeywordsId, "w", |id, bounds| usize::from(id.0) < bounds.keywords);
operand!(
    Target,
    "@",
    |to, bounds| (to.0 as usize) < bounds.code,
    fn as_target(&mut self) -> Option<&mut Target> {
        Some(self)
    }
);

macro_rules! plain_operand {
    ($($type:ty),*) => {$(
        impl Operand for $type {
            fn is_valid(self, _: &Bounds) -> bool {
                true
            }
        }
    )*};
}

plain_operand!(i16, u8, BinaryOp, UnaryOp, CompareOp, Conversion);

macro_rules! display_symbol {
    ($($type:ty),*) => {$(
        impl fmt::Display for $type {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.symbol())
            }
        }
    )*};
}

display_symbol!(BinaryOp, UnaryOp, CompareOp, Conversion);
