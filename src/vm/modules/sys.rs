//! `sys.getswitchinterval` and `sys.setswitchinterval` (`Python/sysmodule.c`).

use std::time::Duration;

use crate::vm::error::Error;
use crate::vm::float;
use crate::vm::machine::Machine;
use crate::vm::memory::Memory;
use crate::vm::native::{Args, Table};
use crate::vm::ops::Number;
use crate::vm::value::Value;

type Result<T> = std::result::Result<T, Box<Error>>;

pub(super) fn functions<M: Memory>() -> Table<M> {
    &[("getswitchinterval", get::<M>), ("setswitchinterval", set::<M>)]
}

fn get<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [] = args.exactly("sys.getswitchinterval")?;
    float::from_f64(machine.heap(), machine.interpreter.switch_interval().as_secs_f64())
}

fn set<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [seconds] = args.exactly("sys.setswitchinterval")?;
    let Some(number) = seconds.number() else {
        let name = seconds.type_name();
        return Err(Error::type_error(format!("must be real number, not {name}")));
    };
    let seconds = match number {
        Number::Int(number) => number.to_float()?,
        Number::Float(number) => number,
    };
    if seconds <= 0.0 || seconds.is_nan() {
        return Err(Error::value_error("switch interval must be strictly positive"));
    }
    let interval = Duration::try_from_secs_f64(seconds).unwrap_or(Duration::MAX);
    machine.interpreter.set_switch_interval(interval);
    Ok(Value::NONE)
}
