//! The modules that a program can import: their functions, classes and constants, by their names
//! with a dot (`math.sqrt`).

mod buffer;
mod compiler;
mod distributions;
pub(super) mod draws;
pub(super) mod hashlib;
mod inside;
mod interpreters;
mod math;
pub(super) mod namespaces;
pub(super) mod os;
pub(super) mod pickle;
mod process;
pub(super) mod random;
mod random_state;
pub(super) mod ring;
mod shared_items;
mod sre;
mod stream;
pub(super) mod sync;
mod sys;
mod thread;
pub(super) mod time;
mod twister;
pub(super) mod weakref;
mod zlib;

use super::error::Error;
use super::heap::Heap;
use super::memory::Memory;
use super::native::{Native, Table};
use super::types::Type;
use super::value::Value;

/// A function of a module.
pub(super) fn function<M: Memory>(name: &str) -> Option<(&'static str, Native<M>)> {
    let (module, member) = name.split_once('.')?;
    let table: Table<M> = match module {
        "_builtins" => namespaces::functions(),
        "_bytes" => buffer::functions(),
        "hashlib" => hashlib::functions(),
        "_compiler" => compiler::functions(),
        "_interpreters" => interpreters::functions(),
        "math" => math::functions(),
        "_os" => os::functions(),
        "_process" => process::functions(),
        "_pickle" => pickle::functions(),
        "random" => random::functions(),
        "_sre" => sre::functions(),
        "sys" => sys::functions(),
        "_thread" => thread::functions(),
        "time" => time::functions(),
        "_weakref" => weakref::functions(),
        "_zlib" => zlib::functions(),
        "_collections" if member == "ring" => ring::functions(),
        _ => inside::functions(module),
    };
    table.iter().find(|(known, _)| *known == member).copied()
}

/// What makes an instance of a module's class.
pub(super) fn construct<M: Memory>(kind: Type) -> Option<Native<M>> {
    match kind {
        Type::Random => Some(random::construct::<M>),
        _ => sync::construct(kind),
    }
}

/// The methods of a module's class.
pub(super) fn methods<M: Memory>(kind: Type) -> Table<M> {
    match kind {
        Type::Random => random::methods(),
        Type::Buffer => buffer::methods(),
        Type::Digest => hashlib::methods(),
        Type::Ring => ring::methods(),
        Type::Stream => stream::methods(),
        Type::PickleWriter | Type::PickleReader => pickle::methods(kind),
        _ => sync::methods(kind),
    }
}

/// A class of a module.
pub(super) fn class(name: &str) -> Option<Type> {
    Some(match name {
        "_pickle.PickleError" => Type::PickleError,
        "_pickle.PicklingError" => Type::PicklingError,
        "_pickle.UnpicklingError" => Type::UnpicklingError,
        "_queue.Empty" => Type::Empty,
        "_queue.Full" => Type::Full,
        "_queue.ShutDown" => Type::ShutDown,
        "_queue.SimpleQueue" => Type::Queue,
        "random.Random" => Type::Random,
        "_thread.Event" => Type::Event,
        "_thread.lock" => Type::Lock,
        "_thread.RLock" => Type::RLock,
        _ => return None,
    })
}

/// A constant of a module.
pub(super) fn constant<M: Memory>(
    heap: &Heap<M>,
    name: &str,
) -> Result<Option<Value<M>>, Box<Error>> {
    match name.split_once('.') {
        Some(("math", member)) => math::constant(heap, member),
        Some(("sys", "maxsize")) => super::int::from_i64(heap, i64::MAX).map(Some),
        Some(("_sys", member)) => stream::constant(heap, member),
        _ => Ok(None),
    }
}
