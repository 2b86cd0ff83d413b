//! `time.sleep` and the clocks (`Modules/timemodule.c`). What has to do with the calendar is in
//! `src/lib/time.py`.

use std::sync::OnceLock;
use std::time::Duration;

use web_time::{Instant, SystemTime};

use crate::vm::breaker::Breaker;
use crate::vm::error::Error;
use crate::vm::float;
use crate::vm::int;
use crate::vm::machine::{Machine, Request, Wait};
use crate::vm::memory::Memory;
use crate::vm::native::{Args, Table};
use crate::vm::ops::Number;
use crate::vm::value::Value;

type Result<T> = std::result::Result<T, Box<Error>>;

/// CPython counts nanoseconds in 63 bits.
pub(super) const LONGEST_SECONDS: f64 = 9_223_372_036.854;

pub(super) fn functions<M: Memory>() -> Table<M> {
    &[
        ("monotonic", |machine, args| seconds_of(machine, args, "monotonic", |_| since_start())),
        ("monotonic_ns", |machine, args| {
            nanos_of(machine, args, "monotonic_ns", |_| since_start())
        }),
        ("perf_counter", |machine, args| {
            seconds_of(machine, args, "perf_counter", |_| since_start())
        }),
        ("perf_counter_ns", |machine, args| {
            nanos_of(machine, args, "perf_counter_ns", |_| since_start())
        }),
        ("process_time", |machine, args| {
            seconds_of(machine, args, "process_time", Machine::process_time)
        }),
        ("process_time_ns", |machine, args| {
            nanos_of(machine, args, "process_time_ns", Machine::process_time)
        }),
        ("sleep", sleep::<M>),
        ("thread_time", |machine, args| {
            seconds_of(machine, args, "thread_time", Machine::thread_time)
        }),
        ("thread_time_ns", |machine, args| {
            nanos_of(machine, args, "thread_time_ns", Machine::thread_time)
        }),
        ("time", |machine, args| seconds_of(machine, args, "time", |_| since_epoch())),
        ("time_ns", |machine, args| nanos_of(machine, args, "time_ns", |_| since_epoch())),
    ]
}

/// The moment that the clocks count from, and how long after the epoch that was.
fn start() -> (Instant, Duration) {
    static START: OnceLock<(Instant, Duration)> = OnceLock::new();
    *START.get_or_init(|| {
        let since_epoch = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH);
        (Instant::now(), since_epoch.unwrap_or_default())
    })
}

fn since_start() -> Duration {
    start().0.elapsed()
}

/// As precise as the other clocks: a browser's own is so to a millisecond.
fn since_epoch() -> Duration {
    let (at, since_epoch) = start();
    since_epoch + at.elapsed()
}

fn seconds_of<M: Memory>(
    machine: &mut Machine<M>,
    args: &Args<'_, M>,
    name: &str,
    clock: fn(&Machine<M>) -> Duration,
) -> Result<Value<M>> {
    no_arguments(args, name)?;
    float::from_f64(machine.heap(), clock(machine).as_secs_f64())
}

fn nanos_of<M: Memory>(
    machine: &mut Machine<M>,
    args: &Args<'_, M>,
    name: &str,
    clock: fn(&Machine<M>) -> Duration,
) -> Result<Value<M>> {
    no_arguments(args, name)?;
    let nanos = i64::try_from(clock(machine).as_nanos()).unwrap_or(i64::MAX);
    int::from_i64(machine.heap(), nanos)
}

fn no_arguments<M: Memory>(args: &Args<'_, M>, name: &str) -> Result<()> {
    args.exactly(&format!("time.{name}")).map(|[]| ())
}

/// Notes the wait, and sets the machine's own breaker: the check after the call stops it.
fn sleep<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [seconds] = args.exactly("time.sleep")?;
    let seconds = interval(seconds)?;
    if seconds < 0.0 {
        return Err(Error::value_error("sleep length must be non-negative"));
    }
    machine.request = Some(Request::Wait(Wait::Sleep(Duration::from_secs_f64(seconds))));
    machine.breaker.request(Breaker::BLOCK);
    Ok(Value::NONE)
}

/// A number of seconds.
pub(in crate::vm) fn seconds<M: Memory>(value: &Value<M>) -> Result<f64> {
    match value.number() {
        Some(Number::Int(value)) => Ok(value.to_float().unwrap_or(f64::INFINITY)),
        Some(Number::Float(value)) => Ok(value),
        None => {
            let name = value.type_name();
            Err(Error::type_error(format!("'{name}' object cannot be interpreted as an integer")))
        }
    }
}

/// A number of seconds that can be waited (`_PyTime_FromSecondsObject`).
pub(super) fn interval<M: Memory>(value: &Value<M>) -> Result<f64> {
    let seconds = seconds(value)?;
    if seconds.is_nan() {
        return Err(Error::value_error("Invalid value NaN (not a number)"));
    }
    if seconds.abs() > LONGEST_SECONDS {
        let is_whole = matches!(value.number(), Some(Number::Int(_)));
        return Err(Error::overflow(if is_whole {
            "timestamp too large to convert to C _PyTime_t"
        } else {
            "timestamp out of range for platform time_t"
        }));
    }
    Ok(seconds)
}
