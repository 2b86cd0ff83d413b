//! Python's built-in functions. Those that are classes are in [`super::methods`].

mod iteration;
mod order;
mod print;
mod scalars;

use super::memory::{Memory, Plain};
use super::modules;
use super::native::{Native, Table};

/// The built-in function of this name.
pub(super) fn function<M: Memory>(name: &str) -> Option<Native<M>> {
    let named = |(known, function): &(&str, Native<M>)| (*known == name).then_some(*function);
    tables::<M>().into_iter().flatten().find_map(named)
}

/// The name of a built-in function, or of one of a module.
pub(super) fn name(name: &str) -> &'static str {
    let known = tables::<Plain>().into_iter().flatten().map(|(known, _)| *known);
    known.chain(modules::function_names()).find(|known| *known == name).unwrap_or_default()
}

fn tables<M: Memory>() -> [Table<M>; 4] {
    [iteration::functions(), order::functions(), print::functions(), scalars::functions()]
}
