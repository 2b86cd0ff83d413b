//! `_os`: what `os` cannot know without the machine that the engine runs on.

use std::sync::atomic::{AtomicUsize, Ordering};

use crate::vm::error::Error;
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

pub(super) fn functions<M: Memory>() -> Table<M> {
    &[("cpu_count", cpu_count::<M>)]
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
