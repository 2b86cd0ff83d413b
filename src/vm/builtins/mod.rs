//! Python's built-in functions. Those that are classes are in [`super::methods`].

mod attributes;
mod iteration;
mod iterators;
mod order;
mod print;
mod rounding;
mod scalars;

pub(super) use attributes::{delete_by_object, get_by_object, set_by_object};
pub(super) use iterators::construct;
pub(super) use order::or_prelude;
pub(super) use scalars::{is_callable, is_subclass, length, no_length};

use super::async_generator;
use super::group;
use super::hashed;
use super::memory::Memory;
use super::methods;
use super::modules::{draws, weakref};
use super::native::{Native, Table};

/// The built-in function of this name, with the name.
pub(super) fn function<M: Memory>(name: &str) -> Option<(&'static str, Native<M>)> {
    let tables: [Table<M>; 5] = [
        attributes::functions(),
        iteration::functions(),
        order::functions(),
        print::functions(),
        scalars::functions(),
    ];
    tables.into_iter().flatten().find(|(known, _)| *known == name).copied()
}

/// What only the prelude can call.
pub(super) fn of_prelude<M: Memory>(name: &str) -> Option<(&'static str, Native<M>)> {
    let known: Table<M> = const {
        &[
            ("awaitable", iteration::awaitable::<M> as Native<M>),
            ("random_below", draws::random_below::<M> as Native<M>),
            ("random_choices", draws::random_choices::<M>),
            ("sort_by", methods::list::sort_by::<M>),
        ]
    };
    let known = known.iter().chain(async_generator::functions());
    let known = known.chain(group::functions()).chain(hashed::functions());
    let known = known.chain(weakref::of_prelude());
    known.copied().find(|(known, _)| *known == name)
}
