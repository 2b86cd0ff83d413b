//! `_os`: what `os` cannot know without the machine that the engine runs on.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use crate::vm::error::Error;
use crate::vm::float;
use crate::vm::int;
use crate::vm::machine::Machine;
use crate::vm::memory::Memory;
use crate::vm::native::{Args, Table};
use crate::vm::value::Value;

/// The number of the first process.
pub(super) const PID: u32 = 1000;

/// What a browser says; nothing natively.
static CORES: AtomicUsize = AtomicUsize::new(0);

/// Tells how many cores there are, where the standard library does not know.
pub fn tell_cores(cores: usize) {
    CORES.store(cores, Ordering::Relaxed);
}

/// How far the simulated web is away, in microseconds, and how many bytes come in a second.
static WEB: [AtomicUsize; 2] = [AtomicUsize::new(100_000), AtomicUsize::new(10_000_000)];

/// Sets how long the simulated web takes to answer, and how fast.
pub fn tell_web(latency: Duration, bytes_per_second: usize) {
    let microseconds = usize::try_from(latency.as_micros()).unwrap_or(usize::MAX);
    for (setting, value) in WEB.iter().zip([microseconds, bytes_per_second.max(1)]) {
        setting.store(value, Ordering::Relaxed);
    }
}

pub(super) fn functions<M: Memory>() -> Table<M> {
    &[("cpu_count", cpu_count::<M>), ("web", web::<M>)]
}

/// Seconds until the simulated web answers, and the bytes that come in each.
fn web<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>, Box<Error>> {
    let [] = args.exactly("web")?;
    let [latency, rate] = WEB.each_ref().map(|setting| setting.load(Ordering::Relaxed));
    let heap = machine.heap();
    let latency = Duration::from_micros(latency.try_into().unwrap_or(u64::MAX)).as_secs_f64();
    let rate = int::from_i64(heap, rate.try_into().unwrap_or(i64::MAX))?;
    heap.tuple(vec![float::from_f64(heap, latency)?, rate])
}

fn cpu_count<M: Memory>(
    machine: &mut Machine<M>,
    args: &Args<'_, M>,
) -> Result<Value<M>, Box<Error>> {
    let [] = args.exactly("os.cpu_count")?;
    let cores = match CORES.load(Ordering::Relaxed) {
        0 => std::thread::available_parallelism().map_or(1, usize::from),
        told => told,
    };
    int::from_i64(machine.heap(), i64::try_from(cores).unwrap_or(1))
}
