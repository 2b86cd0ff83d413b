//! The state of a generator of `random`, to be kept and put back.

use super::math::whole;
use super::random::{Me, Random, real, sequence, with};
use super::twister::{Twister, WORDS};
use crate::vm::arguments;
use crate::vm::arguments::too_large;
use crate::vm::error::Error;
use crate::vm::float;
use crate::vm::int;
use crate::vm::machine::Machine;
use crate::vm::memory::Memory;
use crate::vm::native::Args;
use crate::vm::object::Object;
use crate::vm::repr::repr;
use crate::vm::value::Value;

type Result<T> = std::result::Result<T, Box<Error>>;

/// Of the state that `getstate` gives.
const VERSION: i64 = 3;

/// The version of the state, the words and how many of them are used, and half of a pair.
pub(super) fn getstate<M: Memory>(
    machine: &mut Machine<M>,
    me: Me<'_, M>,
    args: &Args<'_, M>,
) -> Result<Value<M>> {
    let [] = args.exactly("Random.getstate")?;
    let (mt, gauss) = with(machine, me, |random| (random.mt.clone(), random.next_gauss));
    let heap = machine.heap();
    let used = i64::try_from(mt.used).unwrap_or(0);
    let words = mt.words.iter().map(|word| i64::from(*word)).chain([used]);
    let words = words.map(|word| int::from_i64(heap, word)).collect::<Result<Vec<_>>>()?;
    let gauss = gauss.map_or(Ok(Value::NONE), |gauss| float::from_f64(heap, gauss))?;
    heap.tuple(vec![int::from_i64(heap, VERSION)?, heap.tuple(words)?, gauss])
}

pub(super) fn setstate<M: Memory>(
    machine: &mut Machine<M>,
    me: Me<'_, M>,
    args: &Args<'_, M>,
) -> Result<Value<M>> {
    let [state] = arguments::of_method(args, "Random.setstate", ["state"], 1, 1)?;
    let parts = sequence(machine, state)?;
    let [version, words, gauss] = &*parts else {
        return Err(Error::value_error("a state of the generator has three parts"));
    };
    if version.as_small_int() != Some(VERSION) {
        let version = repr(&machine.interpreter, version)?;
        return Err(Error::value_error(format!(
            "state with version {version} passed to Random.setstate() of version {VERSION}"
        )));
    }
    let Some(Object::Tuple(words)) = words.object() else {
        return Err(Error::type_error("state vector must be a tuple"));
    };
    if words.len() != WORDS + 1 {
        return Err(Error::value_error("state vector is the wrong size"));
    }
    let words = words.iter().map(|word| u32::try_from(&whole(word)?).map_err(|_| too_large()));
    let mut words = words.collect::<Result<Vec<u32>>>()?;
    let used = words.pop().and_then(|used| usize::try_from(used).ok());
    let used = used.filter(|used| *used <= WORDS);
    let (Some(used), Ok(words)) = (used, words.try_into()) else {
        return Err(Error::value_error("invalid state"));
    };
    let next_gauss = if gauss.is_none() { None } else { Some(real(Some(gauss), 0.0)?) };
    let state = Random { mt: Twister { words, used }, next_gauss };
    with(machine, me, |random| *random = state);
    Ok(Value::NONE)
}
