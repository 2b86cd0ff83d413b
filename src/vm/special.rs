//! The methods by which a class of the program takes part in Python's syntax and built-ins.

use super::interpreter::Interpreter;
use super::memory::Memory;
use super::value::Value;
use crate::code::op::NameId;
use crate::lang::tree::{BinaryOp, CompareOp, UnaryOp};

macro_rules! specials {
    ($($variant:ident $name:literal),* $(,)?) => {
        /// A method of Python's data model.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[repr(u8)]
        pub(super) enum Special { $($variant),* }

        impl Special {
            pub(super) const COUNT: usize = Self::ALL.len();
            pub(super) const ALL: &[Self] = &[$(Self::$variant),*];

            pub(super) const fn name(self) -> &'static str {
                match self { $(Self::$variant => $name),* }
            }
        }
    };
}

specials! {
    Init "__init__", Repr "__repr__", Str "__str__", Bool "__bool__", Len "__len__", LengthHint "__length_hint__",
    Eq "__eq__", Ne "__ne__", Lt "__lt__", Le "__le__", Gt "__gt__", Ge "__ge__",
    GetItem "__getitem__", SetItem "__setitem__", DelItem "__delitem__",
    Contains "__contains__", Iter "__iter__", Next "__next__", Call "__call__",
    Hash "__hash__", DescriptorGet "__get__", DescriptorSet "__set__", DescriptorDelete "__delete__",
    SetName "__set_name__", GetAttr "__getattr__", GetAttribute "__getattribute__",
    SetAttr "__setattr__", DelAttr "__delattr__", Format "__format__",
    Index "__index__", Int "__int__", Float "__float__", Complex "__complex__", Trunc "__trunc__",
    Floor "__floor__", Ceil "__ceil__", Round "__round__", Bytes "__bytes__", Buffer "__buffer__", Del "__del__", Subclasses "__subclasses__",
    Reversed "__reversed__", DivMod "__divmod__", RDivMod "__rdivmod__", Dir "__dir__",
    Missing "__missing__", Slots "__slots__",
    Enter "__enter__", Exit "__exit__", Abs "__abs__",
    Neg "__neg__", Pos "__pos__", Invert "__invert__",
    Add "__add__", Sub "__sub__", Mul "__mul__", Div "__truediv__", FloorDiv "__floordiv__",
    Mod "__mod__", Pow "__pow__", LShift "__lshift__", RShift "__rshift__", And "__and__",
    Or "__or__", Xor "__xor__", MatMul "__matmul__",
    RAdd "__radd__", RSub "__rsub__", RMul "__rmul__", RDiv "__rtruediv__",
    RFloorDiv "__rfloordiv__", RMod "__rmod__", RPow "__rpow__", RLShift "__rlshift__",
    RRShift "__rrshift__", RAnd "__rand__", ROr "__ror__", RXor "__rxor__", RMatMul "__rmatmul__",
    IAdd "__iadd__", ISub "__isub__", IMul "__imul__", IDiv "__itruediv__",
    IFloorDiv "__ifloordiv__", IMod "__imod__", IPow "__ipow__", ILShift "__ilshift__",
    IRShift "__irshift__", IAnd "__iand__", IOr "__ior__", IXor "__ixor__", IMatMul "__imatmul__",
    New "__new__", InitSubclass "__init_subclass__", ClassGetItem "__class_getitem__",
    Prepare "__prepare__", InstanceCheck "__instancecheck__", SubclassCheck "__subclasscheck__",
    AbstractMethods "__abstractmethods__",
    Class "__class__", Name "__name__", Cause "__cause__", Context "__context__", Traceback "__traceback__",
    Dict "__dict__", Doc "__doc__", Module "__module__", QualName "__qualname__",
    Args "args", Code "code", Value "value",
    MissingName "name", Obj "obj",
}

/// The methods of a binary operator: on the left operand, on the right one, and in place.
pub(super) struct Operator {
    pub(super) left: Special,
    pub(super) right: Special,
    pub(super) in_place: Special,
}

macro_rules! operators {
    ($($op:ident: $left:ident $right:ident $in_place:ident),*) => {
        pub(super) const fn operator(op: BinaryOp) -> Operator {
            match op {
                $(BinaryOp::$op => Operator {
                    left: Special::$left,
                    right: Special::$right,
                    in_place: Special::$in_place,
                }),*
            }
        }
    };
}

operators! {
    Add: Add RAdd IAdd, Sub: Sub RSub ISub, Mul: Mul RMul IMul, Div: Div RDiv IDiv,
    FloorDiv: FloorDiv RFloorDiv IFloorDiv, Mod: Mod RMod IMod, Pow: Pow RPow IPow,
    LShift: LShift RLShift ILShift, RShift: RShift RRShift IRShift, BitAnd: And RAnd IAnd,
    BitOr: Or ROr IOr, BitXor: Xor RXor IXor, MatMul: MatMul RMatMul IMatMul
}

pub(super) const fn unary(op: UnaryOp) -> Special {
    match op {
        UnaryOp::Neg => Special::Neg,
        UnaryOp::Pos => Special::Pos,
        UnaryOp::Invert => Special::Invert,
    }
}

/// The methods of a comparison, of the left operand and of the right one.
pub(super) const fn comparison(op: CompareOp) -> Option<(Special, Special)> {
    Some(match op {
        CompareOp::Eq => (Special::Eq, Special::Eq),
        CompareOp::Ne => (Special::Ne, Special::Ne),
        CompareOp::Lt => (Special::Lt, Special::Gt),
        CompareOp::Le => (Special::Le, Special::Ge),
        CompareOp::Gt => (Special::Gt, Special::Lt),
        CompareOp::Ge => (Special::Ge, Special::Le),
        CompareOp::Is | CompareOp::IsNot | CompareOp::In | CompareOp::NotIn => return None,
    })
}

impl<M: Memory> Interpreter<M> {
    /// What the program calls this method, if it has the name at all.
    pub(super) fn special_name(&self, special: Special) -> Option<NameId> {
        self.specials[special as usize]
    }

    /// The method that the class of this value defines or inherits from one of the program.
    pub(super) fn special(&self, value: &Value<M>, special: Special) -> Option<Value<M>> {
        let class = value.own_class()?;
        class.lookup(self.special_name(special)?)
    }

    /// The method that a class of the program has for itself.
    pub(super) fn class_special(&self, value: &Value<M>, special: Special) -> Option<Value<M>> {
        value.as_class()?.lookup(self.special_name(special)?)
    }

    /// Has the class of this value such a method of the program?
    pub(super) fn has_special(&self, value: &Value<M>, special: Special) -> bool {
        self.special(value, special).is_some()
    }
}
