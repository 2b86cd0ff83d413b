//! Comparisons of values of any type: the slow paths of the eval loop.

use std::cmp::Ordering;

use super::equal::{self, equal, same_or_equal};
use super::error::Error;
use super::hash::hash;
use super::int::Int;
use super::interpreter::Interpreter;
use super::limits::NESTING_LIMIT;
use super::list::List;
use super::long_range::whole;
use super::memory::{Locked, Memory};
use super::native::Control;
use super::object::Object;
use super::ops::Number;
use super::plain;
use super::set::Set;
use super::special::{Special, comparison};
use super::value::Value;
use super::view::ViewKind;
use crate::lang::tree::CompareOp;

type Result<T> = std::result::Result<T, Box<Error>>;

/// `a op b`
#[inline(never)]
pub(super) fn compare<M: Memory>(
    interpreter: &Interpreter<M>,
    op: CompareOp,
    a: &Value<M>,
    b: &Value<M>,
) -> Result<bool> {
    if let (Some(a), Some(b)) = (a.as_small_float(), b.as_small_float())
        && let Some(holds) = floats(op, a, b)
    {
        return Ok(holds);
    }
    match op {
        CompareOp::Is => Ok(a.is(b)),
        CompareOp::IsNot => Ok(!a.is(b)),
        CompareOp::In => contains(interpreter, b, a),
        CompareOp::NotIn => contains(interpreter, b, a).map(|is_in| !is_in),
        CompareOp::Eq => equal(interpreter, a, b),
        CompareOp::Ne => {
            if interpreter.has_special(a, Special::Ne) || interpreter.has_special(b, Special::Ne) {
                return Err(Error::control(Control::Dunder));
            }
            equal(interpreter, a, b).map(|is_equal| !is_equal)
        }
        _ => order(interpreter, op, a, b, 0),
    }
}

/// The comparisons of two floats that are about their values.
#[inline]
#[expect(clippy::float_cmp, reason = "it is what the program asks")]
fn floats(op: CompareOp, a: f64, b: f64) -> Option<bool> {
    match op {
        CompareOp::Lt => Some(a < b),
        CompareOp::Le => Some(a <= b),
        CompareOp::Gt => Some(a > b),
        CompareOp::Ge => Some(a >= b),
        CompareOp::Eq => Some(a == b),
        CompareOp::Ne => Some(a != b),
        _ => None,
    }
}

/// `a op value`, with a number from the instruction.
#[inline(never)]
pub(super) fn compare_int<M: Memory>(
    interpreter: &Interpreter<M>,
    op: CompareOp,
    a: &Value<M>,
    value: i16,
) -> Result<bool> {
    compare(interpreter, op, a, &Value::int16(value))
}

/// The order of two numbers, unless one of them is not a number.
pub(super) fn numbers(a: Number<'_>, b: Number<'_>) -> Option<Ordering> {
    match (a, b) {
        (Number::Int(a), Number::Int(b)) => Some(a.compare(b)),
        (Number::Float(a), Number::Float(b)) => a.partial_cmp(&b),
        (Number::Int(a), Number::Float(b)) => a.compare_float(b),
        (Number::Float(a), Number::Int(b)) => b.compare_float(a).map(Ordering::reverse),
    }
}

/// The exception of a comparison that these types do not have.
pub(super) fn not_supported<M: Memory>(op: CompareOp, a: &Value<M>, b: &Value<M>) -> Box<Error> {
    let (symbol, a, b) = (op.symbol(), a.operand_name(), b.operand_name());
    Error::type_error(format!("'{symbol}' not supported between instances of '{a}' and '{b}'"))
}

/// What is said of the values that instances hold, said of the instances.
#[cold]
pub(super) fn of_program<M: Memory>(
    error: Box<Error>,
    op: CompareOp,
    a: &Value<M>,
    b: &Value<M>,
) -> Box<Error> {
    let is_it = error == not_supported(op, a.plain(), b.plain());
    if is_it { not_supported(op, a, b) } else { error }
}

/// `<`, `<=`, `>`, `>=`
fn order<M: Memory>(
    interpreter: &Interpreter<M>,
    op: CompareOp,
    a: &Value<M>,
    b: &Value<M>,
    depth: usize,
) -> Result<bool> {
    if depth > NESTING_LIMIT {
        return Err(equal::too_deep());
    }
    if let Some(order) = plain::order(a, b) {
        return Ok(holds(op, order));
    }
    if a.as_derived().is_some() || b.as_derived().is_some() {
        let asks = comparison(op).is_some_and(|(left, right)| {
            interpreter.has_special(a, left) || interpreter.has_special(b, right)
        });
        if asks {
            return Err(Error::control(Control::Dunder));
        }
        let order = order(interpreter, op, a.plain(), b.plain(), depth);
        return order.map_err(|error| of_program(error, op, a, b));
    }
    if let (Some(a), Some(b)) = (a.number(), b.number()) {
        return Ok(numbers(a, b).is_some_and(|order| holds(op, order)));
    }
    match (a.object(), b.object()) {
        (Some(Object::Tuple(x)), Some(Object::Tuple(y))) => {
            let lengths = x.len().cmp(&y.len());
            items(
                interpreter,
                op,
                |index| Some((x.get(index)?.clone(), y.get(index)?.clone())),
                depth,
            )?
            .map_or_else(|| Ok(holds(op, lengths)), Ok)
        }
        (Some(Object::List(x)), Some(Object::List(y))) => {
            let first =
                items(interpreter, op, |index| Some((x.get(index)?, y.get(index)?)), depth)?;
            first.map_or_else(|| Ok(holds(op, x.len().cmp(&y.len()))), Ok)
        }
        (
            Some(Object::Set(_) | Object::Frozen(_) | Object::DictView(_)),
            Some(Object::Set(_) | Object::Frozen(_) | Object::DictView(_)),
        ) => sets(interpreter, op, a, b),
        _ => {
            let methods = comparison(op).is_some_and(|(left, right)| {
                interpreter.has_special(a, left) || interpreter.has_special(b, right)
            });
            Err(if methods { Error::control(Control::Dunder) } else { not_supported(op, a, b) })
        }
    }
}

fn holds(op: CompareOp, order: Ordering) -> bool {
    match op {
        CompareOp::Lt => order.is_lt(),
        CompareOp::Le => order.is_le(),
        CompareOp::Gt => order.is_gt(),
        CompareOp::Ge => order.is_ge(),
        CompareOp::Ne => order.is_ne(),
        _ => order.is_eq(),
    }
}

/// The first two items that are not equal decide; `None` if there are none.
fn items<M: Memory>(
    interpreter: &Interpreter<M>,
    op: CompareOp,
    pair: impl Fn(usize) -> Option<(Value<M>, Value<M>)>,
    depth: usize,
) -> Result<Option<bool>> {
    let mut index = 0;
    while let Some((x, y)) = pair(index) {
        if !equal::item(interpreter, &x, &y, depth + 1)? {
            return order(interpreter, op, &x, &y, depth + 1).map(Some);
        }
        index += 1;
    }
    Ok(None)
}

/// Is one a part of the other?
fn sets<M: Memory>(
    interpreter: &Interpreter<M>,
    op: CompareOp,
    a: &Value<M>,
    b: &Value<M>,
) -> Result<bool> {
    let is_values = |value: &Value<M>| matches!(value.object(), Some(Object::DictView(view)) if view.kind == ViewKind::Values);
    if is_values(a) || is_values(b) {
        return Err(not_supported(op, a, b));
    }
    let (x, y) = (super::set::of(interpreter, a)?, super::set::of(interpreter, b)?);
    let (small, large) =
        if matches!(op, CompareOp::Lt | CompareOp::Le) { (&x, &y) } else { (&y, &x) };
    let is_strict = matches!(op, CompareOp::Lt | CompareOp::Gt);
    Ok(small.is_subset_of(large) && !(is_strict && small.len() == large.len()))
}

/// `item in container`
pub(super) fn contains<M: Memory>(
    interpreter: &Interpreter<M>,
    container: &Value<M>,
    item: &Value<M>,
) -> Result<bool> {
    let Some(object) = container.object() else { return Err(not_iterable(container)) };
    match object {
        Object::Str(text) => match item.as_str() {
            Some(part) => Ok(text.as_str().contains(part)),
            None => Err(Error::type_error(format!(
                "'in <string>' requires string as left operand, not {}",
                item.type_name()
            ))),
        },
        Object::Bytes(bytes) => in_bytes(bytes, item),
        Object::Tuple(items) => {
            for other in items {
                if same_or_equal(interpreter, other, item)? {
                    return Ok(true);
                }
            }
            Ok(false)
        }
        Object::List(items) => {
            let mut index = 0;
            while let Some(other) = items.get(index) {
                if same_or_equal(interpreter, &other, item)? {
                    return Ok(true);
                }
                index += 1;
            }
            Ok(false)
        }
        Object::Dict(dict) => {
            let hash = hash(interpreter, item)?;
            Ok(dict.with(|dict| dict.contains(hash, item)))
        }
        // CPython looks for a set as a frozen one.
        Object::Set(_) | Object::Frozen(_) if let Some(Object::Set(wanted)) = item.object() => {
            let wanted = wanted.with(|set| set.clone());
            let all = container.with_set(Set::items).unwrap_or_default();
            Ok(all.iter().any(|known| {
                let is_same =
                    |known: &Set<M>| known.len() == wanted.len() && known.is_subset_of(&wanted);
                matches!(known.object(), Some(Object::Frozen(_)))
                    && known.with_set(is_same).unwrap_or(false)
            }))
        }
        Object::Frozen(set) => {
            let hash = hash(interpreter, item)?;
            Ok(set.contains(hash, item))
        }
        Object::Set(set) => {
            let hash = hash(interpreter, item)?;
            Ok(set.with(|set| set.contains(hash, item)))
        }
        Object::DictView(view) => view.contains(interpreter, item),
        Object::Range(range) if let Some(number) = item.as_small_int() => {
            Ok(range.position(number).is_some())
        }
        Object::Range(_) | Object::LongRange(_) => {
            if interpreter.has_special(item, Special::Eq) {
                return Err(Error::control(Control::Dunder));
            }
            let place = whole(item).zip(container.to_long_range());
            Ok(place.is_some_and(|(number, range)| range.position(&number).is_some()))
        }
        // An item that the program has to compare must not have been taken out by then.
        Object::Iterator(_) | Object::Generator(_) | Object::Lazy(_) => {
            Err(Error::control(Control::Dunder))
        }
        Object::Derived(derived) if !interpreter.has_special(container, Special::Contains) => {
            contains(interpreter, &derived.value, item)
        }
        Object::Derived(_) => Err(Error::control(Control::Dunder)),
        Object::Instance(_) | Object::Exception(_) | Object::Class(_) => {
            let methods = [Special::Contains, Special::Iter, Special::GetItem];
            let is_container =
                methods.into_iter().any(|method| interpreter.has_special(container, method));
            Err(if is_container {
                Error::control(Control::Dunder)
            } else {
                not_iterable(container)
            })
        }
        _ => Err(not_iterable(container)),
    }
}

fn in_bytes<M: Memory>(bytes: &[u8], item: &Value<M>) -> Result<bool> {
    if let Some(Object::Bytes(part)) = item.object() {
        return Ok(part.is_empty() || bytes.windows(part.len()).any(|window| window == &**part));
    }
    match item.number() {
        Some(Number::Int(Int::Small(byte))) if (0..256).contains(&byte) => {
            Ok(bytes.iter().any(|known| i64::from(*known) == byte))
        }
        Some(Number::Int(_)) => Err(Error::value_error("byte must be in range(0, 256)")),
        _ => {
            let name = item.type_name();
            if item.own_class().is_some_and(|class| class.has_buffer) {
                return Err(Error::control(Control::Dunder));
            }
            Err(Error::type_error(format!("a bytes-like object is required, not '{name}'")))
        }
    }
}

pub(super) fn not_iterable<M: Memory>(container: &Value<M>) -> Box<Error> {
    Error::type_error(format!("argument of type '{}' is not iterable", container.type_name()))
}
