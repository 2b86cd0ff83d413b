//! The methods for operators of numbers, strings and containers by their names, as in
//! `super().__add__(other)`: what they cannot do they leave to the other operand.

use crate::lang::tree::{BinaryOp, CompareOp, UnaryOp};
use crate::vm::builtins::{self, or_prelude};
use crate::vm::compare;
use crate::vm::error::Error;
use crate::vm::hash::hash as hash_of;
use crate::vm::int;
use crate::vm::machine::Machine;
use crate::vm::memory::Memory;
use crate::vm::modules;
use crate::vm::native::{Args, Control, Native, Table};
use crate::vm::ops;
use crate::vm::special::Special;
use crate::vm::types::Type;
use crate::vm::value::Value;

type Result<T> = std::result::Result<T, Box<Error>>;

macro_rules! binary {
    ($($name:literal $reflected:literal $op:ident),*) => {
        const {
            &[
                $(
                    ($name, |machine, args| binary(machine, args, BinaryOp::$op, false)),
                    ($reflected, |machine, args| binary(machine, args, BinaryOp::$op, true)),
                )*
            ]
        }
    };
}

macro_rules! compared {
    ($($name:literal $op:ident),*) => {
        const { &[$(($name, |machine, args| compared(machine, args, CompareOp::$op)),)*] }
    };
}

macro_rules! in_place {
    ($($name:literal $op:ident),*) => {
        const { &[$(($name, |machine, args| in_place(machine, args, BinaryOp::$op)),)*] }
    };
}

/// Those of a class.
pub(super) fn methods<M: Memory>(kind: Type) -> [Table<M>; 5] {
    let binary: Table<M> = match kind {
        Type::Int | Type::Float => binary!(
            "__add__" "__radd__" Add, "__sub__" "__rsub__" Sub, "__mul__" "__rmul__" Mul,
            "__truediv__" "__rtruediv__" Div, "__floordiv__" "__rfloordiv__" FloorDiv,
            "__mod__" "__rmod__" Mod, "__pow__" "__rpow__" Pow, "__lshift__" "__rlshift__" LShift,
            "__rshift__" "__rrshift__" RShift, "__and__" "__rand__" BitAnd, "__or__" "__ror__" BitOr,
            "__xor__" "__rxor__" BitXor
        ),
        Type::Str | Type::Bytes => {
            binary!("__add__" "__radd__" Add, "__mul__" "__rmul__" Mul, "__mod__" "__rmod__" Mod)
        }
        Type::Tuple | Type::List => binary!("__add__" "__radd__" Add, "__mul__" "__rmul__" Mul),
        Type::Dict | Type::DictKeys | Type::DictItems => binary!("__or__" "__ror__" BitOr),
        Type::Set | Type::FrozenSet => binary!(
            "__sub__" "__rsub__" Sub, "__and__" "__rand__" BitAnd, "__or__" "__ror__" BitOr,
            "__xor__" "__rxor__" BitXor
        ),
        _ => &[],
    };
    let compared: Table<M> = match kind {
        Type::Dict | Type::Range | Type::Slice | Type::Object => {
            compared!("__eq__" Eq, "__ne__" Ne)
        }
        _ if is_of_operators(kind) => compared!(
            "__eq__" Eq, "__ne__" Ne, "__lt__" Lt, "__le__" Le, "__gt__" Gt, "__ge__" Ge
        ),
        _ => &[],
    };
    let single: Table<M> = match kind {
        Type::Int | Type::Float => {
            const {
                &[
                    ("__abs__", |machine, args| called(machine, args, "abs")),
                    ("__bool__", truth::<M> as Native<M>),
                    ("__ceil__", |machine, args| called(machine, args, "math.ceil")),
                    ("__divmod__", |machine, args| called(machine, args, "divmod")),
                    ("__rdivmod__", divmod_reflected::<M>),
                    ("__floor__", |machine, args| called(machine, args, "math.floor")),
                    ("__round__", |machine, args| called(machine, args, "round")),
                    ("__trunc__", |machine, args| called(machine, args, "math.trunc")),
                    ("__float__", |machine, args| converted(machine, args, Type::Float)),
                    ("__int__", |machine, args| converted(machine, args, Type::Int)),
                    ("__neg__", |machine, args| unary(machine, args, UnaryOp::Neg)),
                    ("__pos__", |machine, args| unary(machine, args, UnaryOp::Pos)),
                ]
            }
        }
        _ => &[],
    };
    let more: Table<M> = match kind {
        Type::Int => {
            const {
                &[
                    ("__hash__", hash::<M> as Native<M>),
                    ("__index__", |machine, args| converted(machine, args, Type::Int)),
                    ("__invert__", |machine, args| unary(machine, args, UnaryOp::Invert)),
                ]
            }
        }
        Type::Float | Type::Str | Type::Bytes | Type::Tuple | Type::FrozenSet => {
            const { &[("__hash__", hash::<M> as Native<M>)] }
        }
        Type::List => const { &[("__init__", |_, _| init("list_init"))] },
        Type::Dict => const { &[("__init__", |_, _| init("dict_init"))] },
        Type::Set => const { &[("__init__", |_, _| init("set_init"))] },
        Type::Event | Type::Queue => {
            const { &[("__init__", modules::sync::init::<M> as Native<M>)] }
        }
        _ => &[],
    };
    let in_place: Table<M> = match kind {
        Type::List => in_place!("__iadd__" Add, "__imul__" Mul),
        Type::Dict => in_place!("__ior__" BitOr),
        Type::Set => {
            in_place!("__isub__" Sub, "__iand__" BitAnd, "__ior__" BitOr, "__ixor__" BitXor)
        }
        _ => &[],
    };
    [binary, compared, single, more, in_place]
}

fn is_of_operators(kind: Type) -> bool {
    matches!(
        kind,
        Type::Int
            | Type::Float
            | Type::Str
            | Type::Bytes
            | Type::Tuple
            | Type::List
            | Type::Set
            | Type::FrozenSet
    )
}

/// `NotImplemented` where operands do not fit.
fn or_not_implemented<M: Memory>(machine: &Machine<M>, done: Result<Value<M>>) -> Result<Value<M>> {
    match done {
        Err(error) if error.is("TypeError") || *error == Error::Control(Control::Dunder) => {
            Ok(machine.interpreter.not_implemented())
        }
        done => done,
    }
}

fn binary<M: Memory>(
    machine: &mut Machine<M>,
    args: &Args<'_, M>,
    op: BinaryOp,
    is_reflected: bool,
) -> Result<Value<M>> {
    let [me, other] = args.receiver_and()?;
    let (me, other) = (me.plain(), other.plain());
    let (a, b) = if is_reflected { (other, me) } else { (me, other) };
    let done = ops::binary(&machine.interpreter, machine.heap(), op, a, b);
    or_not_implemented(machine, done)
}

fn in_place<M: Memory>(
    machine: &mut Machine<M>,
    args: &Args<'_, M>,
    op: BinaryOp,
) -> Result<Value<M>> {
    let [me, other] = args.receiver_and()?;
    let done = ops::in_place(&machine.interpreter, machine.heap(), op, me.plain(), other.plain());
    or_not_implemented(machine, done)
}

/// `divmod(other, me)`
fn divmod_reflected<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [me, other] = args.receiver_and()?;
    if other.number().is_none() {
        return Ok(machine.interpreter.not_implemented());
    }
    let turned = [other.clone(), me.clone()];
    called(machine, &Args { values: &turned, keywords: None }, "divmod")
}

fn compared<M: Memory>(
    machine: &mut Machine<M>,
    args: &Args<'_, M>,
    op: CompareOp,
) -> Result<Value<M>> {
    let [me, other] = args.receiver_and()?;
    let (me, other) = (me.plain(), other.plain());
    if op == CompareOp::Ne
        && machine.interpreter.has_special(me, Special::Eq)
        && !machine.interpreter.has_special(me, Special::Ne)
    {
        return Err(Error::control(Control::Prelude("ne")));
    }
    let is_alike =
        me.type_of() == other.type_of() || (me.number().is_some() && other.number().is_some());
    if !is_alike {
        return Ok(machine.interpreter.not_implemented());
    }
    let function = match op {
        CompareOp::Eq => "eq",
        CompareOp::Ne => "ne",
        CompareOp::Lt => "lt",
        CompareOp::Le => "le",
        CompareOp::Gt => "gt",
        _ => "ge",
    };
    let holds = compare::compare(&machine.interpreter, op, me, other);
    or_prelude(holds, function).map(Value::bool)
}

fn unary<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>, op: UnaryOp) -> Result<Value<M>> {
    let [me] = args.receiver_and()?;
    ops::unary(&machine.interpreter, machine.heap(), op, me.plain())
}

fn truth<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [me] = args.receiver_and()?;
    ops::truth(&machine.interpreter, me.plain()).map(Value::bool)
}

fn hash<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [me] = args.receiver_and()?;
    let hash = or_prelude(hash_of(&machine.interpreter, me.plain()), "hash_of_tuple")?;
    int::from_i64(machine.heap(), hash)
}

/// What a function makes of the number.
fn called<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>, name: &str) -> Result<Value<M>> {
    let values: Vec<_> = args.values.iter().map(|value| value.plain().clone()).collect();
    let function = builtins::function(name).or_else(|| modules::function(name));
    let Some((_, function)) = function else { return Ok(Value::NONE) };
    let done = function(machine, &Args { values: &values, keywords: args.keywords });
    match done {
        // The other operand has its turn.
        Err(error) if name == "divmod" && matches!(*error, Error::Control(_)) => {
            Ok(machine.interpreter.not_implemented())
        }
        done if name == "divmod" => or_not_implemented(machine, done),
        done => done,
    }
}

/// The number as one of this class.
fn converted<M: Memory>(
    machine: &mut Machine<M>,
    args: &Args<'_, M>,
    kind: Type,
) -> Result<Value<M>> {
    let [me] = args.receiver_and()?;
    let values = [me.plain().clone()];
    match super::construct::<M>(kind) {
        Some(construct) => construct(machine, &Args { values: &values, keywords: None }),
        None => Ok(Value::NONE),
    }
}

/// Fills it anew.
fn init<M: Memory>(function: &'static str) -> Result<Value<M>> {
    Err(Error::control(Control::Prelude(function)))
}
