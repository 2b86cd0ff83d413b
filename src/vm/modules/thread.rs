//! `_thread.get_ident`; the locks are in [`super::sync`].

use crate::vm::error::Error;
use crate::vm::int;
use crate::vm::machine::Machine;
use crate::vm::memory::Memory;
use crate::vm::native::{Args, Table};
use crate::vm::value::Value;

pub(super) fn functions<M: Memory>() -> Table<M> {
    &[("get_ident", get_ident::<M>)]
}

/// A number that no other thread has.
fn get_ident<M: Memory>(
    machine: &mut Machine<M>,
    args: &Args<'_, M>,
) -> Result<Value<M>, Box<Error>> {
    let [] = args.exactly("_thread.get_ident")?;
    let ident = i64::try_from(machine.worker).unwrap_or(i64::MAX - 1) + 1;
    int::from_i64(machine.heap(), ident)
}
