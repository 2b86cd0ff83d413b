//! What `random` draws from a sequence: `choice`, `choices`, `sample`, `shuffle`.

use num_traits::ToPrimitive;

use super::math::whole;
use super::random::{Me, real, sequence, with};
use crate::vm::arguments;
use crate::vm::arguments::too_large;
use crate::vm::error::Error;
use crate::vm::int;
use crate::vm::list::List;
use crate::vm::machine::Machine;
use crate::vm::memory::Memory;
use crate::vm::native::{Args, Control};
use crate::vm::object::Object;
use crate::vm::subscript;
use crate::vm::value::Value;

type Result<T> = std::result::Result<T, Box<Error>>;

pub(super) fn choice<M: Memory>(
    machine: &mut Machine<M>,
    me: Me<'_, M>,
    args: &Args<'_, M>,
) -> Result<Value<M>> {
    let [Some(items)] = arguments::of_method(args, "Random.choice", ["seq"], 1, 1)? else {
        return Ok(Value::NONE);
    };
    let Some(length) = length(items)? else {
        return by_prelude(machine, "choice", me, &[items]);
    };
    if length == 0 {
        return Err(Error::exception("IndexError", "Cannot choose from an empty sequence"));
    }
    let index = with(machine, me, |random| random.index(length));
    item(machine, items, index)
}

pub(super) fn choices<M: Memory>(
    machine: &mut Machine<M>,
    me: Me<'_, M>,
    args: &Args<'_, M>,
) -> Result<Value<M>> {
    let [items, weights, cumulative, k] = arguments::of_method(
        args,
        "Random.choices",
        ["population", "weights", "cum_weights", "k"],
        1,
        2,
    )?;
    let Some(population) = items else { return Ok(Value::NONE) };
    let Some(count) = length(population)? else {
        let given = |value: Me<'_, M>| value.cloned().unwrap_or(Value::NONE);
        let (weights, cumulative) = (given(weights), given(cumulative));
        let k = k.cloned().unwrap_or_else(|| Value::int16(1));
        return by_prelude(machine, "choices", me, &[population, &weights, &cumulative, &k]);
    };
    let k = k.map_or_else(|| Ok(1.into()), whole)?.to_usize().unwrap_or(0);
    machine.heap().check(k.saturating_mul(size_of::<Value<M>>()))?;
    let given = |value: Me<'_, M>| value.filter(|value| !value.is_none()).cloned();
    let limits = match (given(weights), given(cumulative)) {
        (Some(_), Some(_)) => {
            return Err(Error::type_error("Cannot specify both weights and cumulative weights"));
        }
        (Some(weights), None) => {
            let mut sum = 0.0;
            let weights = sequence(machine, Some(&weights))?;
            let sums = weights.iter().map(|weight| {
                sum += real(Some(weight), 0.0)?;
                Ok(sum)
            });
            Some(sums.collect::<Result<Vec<f64>>>()?)
        }
        (None, Some(sums)) => {
            let sums = sequence(machine, Some(&sums))?;
            Some(sums.iter().map(|sum| real(Some(sum), 0.0)).collect::<Result<Vec<f64>>>()?)
        }
        (None, None) => None,
    };
    if count == 0 {
        return Err(Error::exception("IndexError", "list index out of range"));
    }
    let total = match &limits {
        Some(limits) if limits.len() != count => {
            return Err(Error::value_error("The number of weights does not match the population"));
        }
        Some(limits) => limits.last().copied().unwrap_or(0.0),
        None => 1.0,
    };
    if total <= 0.0 {
        return Err(Error::value_error("Total of weights must be greater than zero"));
    }
    if !total.is_finite() {
        return Err(Error::value_error("Total of weights must be finite"));
    }
    let chosen = with(machine, me, |random| {
        let pick = |_| match &limits {
            None => floor_index(random.random(), count),
            Some(limits) => {
                let at = random.random() * total;
                limits.partition_point(|limit| *limit <= at).min(count - 1)
            }
        };
        (0..k).map(pick).collect::<Vec<_>>()
    });
    picked(machine, population, &chosen)
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    reason = "a fraction of a length that fits into memory"
)]
fn floor_index(fraction: f64, length: usize) -> usize {
    ((fraction * length as f64) as usize).min(length - 1)
}

pub(super) fn shuffle<M: Memory>(
    machine: &mut Machine<M>,
    me: Me<'_, M>,
    args: &Args<'_, M>,
) -> Result<Value<M>> {
    let [Some(value)] = arguments::of_method(args, "Random.shuffle", ["x"], 1, 1)? else {
        return Ok(Value::NONE);
    };
    let Some(Object::List(list)) = value.object() else {
        return by_prelude(machine, "shuffle", me, &[value]);
    };
    let mut items = list.snapshot();
    with(machine, me, |random| {
        for last in (1..items.len()).rev() {
            items.swap(last, random.index(last + 1));
        }
    });
    let heap = value.heap().unwrap_or_else(|| machine.heap());
    list.replace_all(heap, items)?;
    Ok(Value::NONE)
}

pub(super) fn sample<M: Memory>(
    machine: &mut Machine<M>,
    me: Me<'_, M>,
    args: &Args<'_, M>,
) -> Result<Value<M>> {
    let [population, k] = arguments::of_method(args, "Random.sample", ["population", "k"], 2, 2)?;
    let Some(population) = population else { return Ok(Value::NONE) };
    let Some(length) = length(population)? else {
        return Err(Error::type_error(
            "Population must be a sequence.  For dicts or sets, use sorted(d).",
        ));
    };
    let k = k.map_or_else(|| Ok(0.into()), whole)?.to_usize().filter(|k| *k <= length);
    let Some(k) = k else {
        return Err(Error::value_error("Sample larger than population or is negative"));
    };
    machine.heap().check(k.saturating_mul(size_of::<Value<M>>()))?;
    let chosen = with(machine, me, |random| {
        let mut chosen = Vec::with_capacity(k);
        if length <= set_size(k) {
            let mut pool: Vec<usize> = (0..length).collect();
            for done in 0..k {
                let index = random.index(length - done);
                chosen.push(pool[index]);
                pool.swap(index, length - done - 1);
            }
        } else {
            let mut taken = std::collections::HashSet::new();
            for _ in 0..k {
                let mut index = random.index(length);
                while !taken.insert(index) {
                    index = random.index(length);
                }
                chosen.push(index);
            }
        }
        chosen
    });
    picked(machine, population, &chosen)
}

/// Up to this many items a list takes less memory than a set of `k`.
fn set_size(k: usize) -> usize {
    let mut size = 21;
    if k > 5 {
        let mut power = 1;
        while power < k * 3 {
            power *= 4;
        }
        size += power;
    }
    size
}

/// The length of a sequence of Python's own; `None` if it is none.
fn length<M: Memory>(value: &Value<M>) -> Result<Option<usize>> {
    Ok(Some(match value.plain().object() {
        Some(Object::List(items)) => items.len(),
        Some(Object::Tuple(items)) => items.len(),
        Some(Object::Str(text)) => text.len(),
        Some(Object::Bytes(bytes)) => bytes.len(),
        Some(Object::Range(range)) => range.len(),
        Some(Object::LongRange(range)) => range.length.to_usize().ok_or_else(too_large)?,
        _ => return Ok(None),
    }))
}

fn item<M: Memory>(machine: &Machine<M>, items: &Value<M>, index: usize) -> Result<Value<M>> {
    let index = int::from_i64(machine.heap(), i64::try_from(index).unwrap_or(i64::MAX))?;
    subscript::get_item(&machine.interpreter, machine.heap(), items, &index)
}

fn picked<M: Memory>(
    machine: &Machine<M>,
    items: &Value<M>,
    indices: &[usize],
) -> Result<Value<M>> {
    let picked = indices.iter().map(|index| item(machine, items, *index));
    machine.heap().list(picked.collect::<Result<_>>()?)
}

/// Leaves to the prelude what has a length and items of its own kind.
fn by_prelude<M: Memory>(
    machine: &mut Machine<M>,
    name: &str,
    me: Me<'_, M>,
    arguments: &[&Value<M>],
) -> Result<Value<M>> {
    let me = me.cloned().unwrap_or(Value::NONE);
    let arguments = std::iter::once(me).chain(arguments.iter().map(|value| (*value).clone()));
    machine.tail = Some((machine.interpreter.prelude(name)?, arguments.collect()));
    Err(Error::control(Control::Tail))
}

/// For the prelude: `_randbelow` and `choices` of a generator, or of the module's for `None`.
pub(in crate::vm) fn random_below<M: Memory>(
    machine: &mut Machine<M>,
    args: &Args<'_, M>,
) -> Result<Value<M>> {
    let [me, most] = args.exactly("random_below")?;
    let most = whole(most)?;
    let number = with(machine, Some(me), |random| random.below(most.magnitude()));
    int::from_big(machine.heap(), number.into())
}

pub(in crate::vm) fn random_choices<M: Memory>(
    machine: &mut Machine<M>,
    args: &Args<'_, M>,
) -> Result<Value<M>> {
    let (me, rest) = args.split_first()?;
    choices(machine, Some(me), &rest)
}
