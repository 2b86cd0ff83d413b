//! Built-in functions of single values.

use super::rounding;
use crate::lang::tree::BinaryOp;
use crate::vm::arguments;
use crate::vm::error::Error;
use crate::vm::float;
use crate::vm::format;
use crate::vm::format::pieces::{self, Conversion, Piece};
use crate::vm::hash;
use crate::vm::int::{self, Int};
use crate::vm::interpreter::Interpreter;
use crate::vm::list::List;
use crate::vm::machine::Machine;
use crate::vm::memory::{Locked, Memory};
use crate::vm::native::{Args, Control, Native, Table};
use crate::vm::object::Object;
use crate::vm::ops::{self, Number};
use crate::vm::repr;
use crate::vm::special::Special;
use crate::vm::types::{ClassObject, Type};
use crate::vm::value::Value;
use num_traits::{Signed, ToPrimitive};

type Result<T> = std::result::Result<T, Box<Error>>;

pub(super) fn functions<M: Memory>() -> Table<M> {
    const {
        &[
            ("abs", abs::<M> as Native<M>),
            ("ascii", ascii::<M>),
            ("bin", bin::<M>),
            ("callable", callable::<M>),
            ("chr", chr::<M>),
            ("divmod", divmod::<M>),
            ("format", format::<M>),
            ("hash", hash::<M>),
            ("hex", hex::<M>),
            ("id", id::<M>),
            ("isinstance", isinstance::<M>),
            ("issubclass", issubclass::<M>),
            ("len", len::<M>),
            ("oct", oct::<M>),
            ("ord", ord::<M>),
            ("pow", pow::<M>),
            ("repr", repr::<M>),
            ("round", rounding::round::<M>),
        ]
    }
}

fn abs<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [value] = args.exactly("abs")?;
    if value.as_derived().is_some() && machine.interpreter.has_special(value, Special::Abs) {
        return Err(Error::control(Control::Dunder));
    }
    let heap = machine.heap();
    match value.number() {
        Some(Number::Int(Int::Small(value))) => int::from_i64(heap, value.abs()),
        Some(Number::Int(Int::Big(value))) => int::from_big(heap, value.abs()),
        Some(Number::Float(value)) => float::from_f64(heap, value.abs()),
        None if machine.interpreter.has_special(value, Special::Abs) => {
            Err(Error::control(Control::Dunder))
        }
        None => {
            let name = value.type_name();
            Err(Error::type_error(format!("bad operand type for abs(): '{name}'")))
        }
    }
}

fn ascii<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [value] = args.exactly("ascii")?;
    let interpreter = machine.interpreter;
    let piece = Piece::converted(&interpreter, value, Conversion::Ascii, "")?;
    pieces::finish(machine, vec![piece], pieces::JOINED)
}

fn bin<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [value] = args.exactly("bin")?;
    in_base(machine, value, "0b", 2)
}

fn hex<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [value] = args.exactly("hex")?;
    in_base(machine, value, "0x", 16)
}

fn oct<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [value] = args.exactly("oct")?;
    in_base(machine, value, "0o", 8)
}

fn in_base<M: Memory>(
    machine: &Machine<M>,
    value: &Value<M>,
    prefix: &str,
    base: u32,
) -> Result<Value<M>> {
    let value = arguments::integer(value)?;
    let sign = if value.is_negative() { "-" } else { "" };
    machine.heap().str([sign, prefix, &int::radix(value, base)].concat())
}

fn callable<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [value] = args.exactly("callable")?;
    Ok(Value::bool(is_callable(machine, value)))
}

pub(in crate::vm) fn is_callable<M: Memory>(machine: &Machine<M>, value: &Value<M>) -> bool {
    match value.object() {
        Some(Object::Function(_) | Object::Builtin(_) | Object::Method(_) | Object::Class(_)) => {
            true
        }
        Some(Object::Wrapper(wrapper)) => !wrapper.is_of_class,
        _ => machine.interpreter.has_special(value, Special::Call),
    }
}

fn chr<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [value] = args.exactly("chr")?;
    let value = arguments::integer(value)?;
    let Some(code) = value.to_i64().and_then(|value| i32::try_from(value).ok()) else {
        return Err(Error::overflow("Python int too large to convert to C int"));
    };
    if let Some(value) = u8::try_from(code).ok().and_then(|b| machine.interpreter.character(b)) {
        return Ok(value);
    }
    match u32::try_from(code).ok().filter(|code| *code < 0x11_0000) {
        None => Err(Error::value_error("chr() arg not in range(0x110000)")),
        Some(code) => match char::from_u32(code) {
            Some(c) => machine.heap().str(&*c.encode_utf8(&mut [0; 4])),
            None => Err(Error::unsupported("a surrogate as a character")),
        },
    }
}

fn divmod<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [a, b] = args.exactly("divmod")?;
    machine.asks(a, &[Special::DivMod], "divmod_of")?;
    machine.asks(b, &[Special::RDivMod], "divmod_of")?;
    let heap = machine.heap();
    let (Some(x), Some(y)) = (a.number(), b.number()) else {
        let (a, b) = (a.type_name(), b.type_name());
        return Err(Error::type_error(format!(
            "unsupported operand type(s) for divmod(): '{a}' and '{b}'"
        )));
    };
    if let (Number::Int(x), Number::Int(y)) = (x, y) {
        if y.is_zero() {
            return Err(Error::zero_division("integer division or modulo by zero"));
        }
        let quotient = int::binary(heap, BinaryOp::FloorDiv, x, y)?;
        return heap.tuple(vec![quotient, int::binary(heap, BinaryOp::Mod, x, y)?]);
    }
    let (x, y) = (ops::to_f64(x)?, ops::to_f64(y)?);
    if y == 0.0 {
        return Err(Error::zero_division("float divmod()"));
    }
    let (quotient, rest) = float::divmod(x, y);
    heap.tuple(vec![float::from_f64(heap, quotient)?, float::from_f64(heap, rest)?])
}

fn format<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let values = args.between("format", 1, 2)?;
    let spec = match values.get(1) {
        None => "",
        Some(spec) => spec.as_str().ok_or_else(|| {
            let name = spec.type_name();
            Error::type_error(format!("format() argument 2 must be str, not {name}"))
        })?,
    };
    match format::format(&machine.interpreter, &values[0], spec) {
        Ok(text) => machine.heap().str(text),
        Err(error) => Err(error),
    }
}

fn hash<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [value] = args.exactly("hash")?;
    let hash = hash::hash(&machine.interpreter, value)?;
    int::from_i64(machine.heap(), hash)
}

fn id<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [value] = args.exactly("id")?;
    let id = if value.object().is_some() { repr::address(value) } else { value.word() };
    int::from_big(machine.heap(), id.into())
}

fn isinstance<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [value, kinds] = args.exactly("isinstance")?;
    if asks_metaclass(machine, kinds, Special::InstanceCheck, 0) {
        return Err(Error::control(Control::Prelude("instance_of")));
    }
    let class = machine.interpreter.class_of(value);
    let is_instance = class.as_class().map(|class| is_subclass(class, kinds, 0));
    is_instance.flatten().map(Value::bool).ok_or_else(|| {
        Error::type_error("isinstance() arg 2 must be a type, a tuple of types, or a union")
    })
}

fn issubclass<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [class, kinds] = args.exactly("issubclass")?;
    if asks_metaclass(machine, kinds, Special::SubclassCheck, 0) {
        return Err(Error::control(Control::Prelude("subclass_of")));
    }
    let Some(class) = class.as_class() else {
        return Err(Error::type_error("issubclass() arg 1 must be a class"));
    };
    is_subclass(class, kinds, 0).map(Value::bool).ok_or_else(|| {
        Error::type_error("issubclass() arg 2 must be a class, a tuple of classes, or a union")
    })
}

/// Has a metaclass of the program something to say of who belongs to one of these classes?
fn asks_metaclass<M: Memory>(
    machine: &Machine<M>,
    kinds: &Value<M>,
    special: Special,
    depth: usize,
) -> bool {
    match kinds.plain().object() {
        // What nests deeper is refused when it is looked at.
        Some(Object::Tuple(kinds)) => {
            let is_deep = depth == crate::vm::limits::NESTING_LIMIT;
            !is_deep && kinds.iter().any(|kind| asks_metaclass(machine, kind, special, depth + 1))
        }
        _ => machine.interpreter.has_special(kinds, special),
    }
}

/// Does a class inherit from one of these? `None` if they are no classes.
pub(in crate::vm) fn is_subclass<M: Memory>(
    class: &ClassObject<M>,
    kinds: &Value<M>,
    depth: usize,
) -> Option<bool> {
    match kinds.plain().object()? {
        Object::Class(kind) => Some(class.is_subclass_of(kind)),
        Object::Tuple(kinds) if depth < crate::vm::limits::NESTING_LIMIT => {
            for kind in kinds {
                if is_subclass(class, kind, depth + 1)? {
                    return Some(true);
                }
            }
            Some(false)
        }
        Object::Union(parts) => Some(parts.iter().any(|part| match part.as_class() {
            Some(kind) => class.is_subclass_of(kind),
            None => class.root == Type::NoneType,
        })),
        _ => None,
    }
}

fn len<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [value] = args.exactly("len")?;
    if let Some(Object::LongRange(range)) = value.object() {
        let length = range.length.to_i64().ok_or_else(arguments::too_large)?;
        return int::from_i64(machine.heap(), length);
    }
    let held = match value.as_derived() {
        Some(derived) if !machine.interpreter.has_special(value, Special::Len) => &derived.value,
        _ => value,
    };
    let length = match length(held) {
        Some(length) => length,
        None if machine.interpreter.has_special(value, Special::Len) => {
            return Err(Error::control(Control::Dunder));
        }
        None => return Err(no_length(value)),
    };
    int::from_i64(machine.heap(), i64::try_from(length).unwrap_or(i64::MAX))
}

/// How many items a value of a class of Python itself has, if it has a length.
#[inline]
pub(in crate::vm) fn length<M: Memory>(value: &Value<M>) -> Option<usize> {
    Some(match value.object()? {
        Object::Str(text) => text.len(),
        Object::Bytes(bytes) => bytes.len(),
        Object::Tuple(items) => items.len(),
        Object::List(items) => items.len(),
        Object::Dict(dict) => dict.with(|dict| dict.len()),
        Object::DictView(view) => view.len(),
        Object::Set(set) => set.with(|set| set.len()),
        Object::Frozen(set) => set.len(),
        Object::Range(range) => range.len(),
        _ => return None,
    })
}

pub(in crate::vm) fn no_length<M: Memory>(value: &Value<M>) -> Box<Error> {
    Error::type_error(format!("object of type '{}' has no len()", value.type_name()))
}

fn ord<M: Memory>(_: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [value] = args.exactly("ord")?;
    let (length, code) = match value.plain().object() {
        Some(Object::Str(text)) => (text.len(), text.as_str().chars().next().map_or(0, u32::from)),
        Some(Object::Bytes(bytes)) => (bytes.len(), bytes.first().map_or(0, |b| u32::from(*b))),
        _ => {
            return Err(arguments::no_bytes(value, |name| {
                format!("ord() expected string of length 1, but {name} found")
            }));
        }
    };
    if length != 1 {
        return Err(Error::type_error(format!(
            "ord() expected a character, but string of length {length} found"
        )));
    }
    Ok(Value::small_int(code.into()).unwrap_or(Value::NONE))
}

fn pow<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [base, exponent, modulus] = args.bind("pow", ["base", "exp", "mod"], 2, 0)?;
    let (Some(base), Some(exponent)) = (base, exponent) else { return Ok(Value::NONE) };
    let interpreter: &Interpreter<M> = &machine.interpreter;
    match modulus {
        Some(modulus) if !modulus.is_none() => {
            match (base.number(), exponent.number(), modulus.number()) {
                (
                    Some(Number::Int(base)),
                    Some(Number::Int(exponent)),
                    Some(Number::Int(modulus)),
                ) => modular_power(machine, base, exponent, modulus),
                (Some(_), Some(_), Some(_)) => Err(Error::type_error(
                    "pow() 3rd argument not allowed unless all arguments are integers",
                )),
                _ => {
                    let names = [base, exponent, modulus].map(Value::type_name);
                    let [base, exponent, modulus] = names;
                    Err(Error::type_error(format!(
                        "unsupported operand type(s) for ** or pow(): '{base}', '{exponent}', \
                     '{modulus}'"
                    )))
                }
            }
        }
        _ => ops::binary(interpreter, machine.heap(), BinaryOp::Pow, base, exponent),
    }
}

fn modular_power<M: Memory>(
    machine: &Machine<M>,
    base: Int<'_>,
    exponent: Int<'_>,
    modulus: Int<'_>,
) -> Result<Value<M>> {
    /// Products of words up to which it takes well below a second.
    const MOST_WORK: u64 = 1 << 30;
    if modulus.is_zero() {
        return Err(Error::value_error("pow() 3rd argument cannot be 0"));
    }
    let words = modulus.bits() / 64 + 1;
    if exponent.bits().saturating_mul(words).saturating_mul(words) > MOST_WORK {
        return Err(Error::unsupported("`pow` with three numbers as long as these"));
    }
    let (base, exponent, modulus) = (base.to_big(), exponent.to_big(), modulus.to_big());
    let base = if exponent.is_negative() {
        base.modinv(&modulus)
            .ok_or_else(|| Error::value_error("base is not invertible for the given modulus"))?
    } else {
        base
    };
    int::from_big(machine.heap(), base.modpow(&exponent.abs(), &modulus))
}

fn repr<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [value] = args.exactly("repr")?;
    let interpreter = machine.interpreter;
    machine.heap().str(repr::repr(&interpreter, value)?)
}
