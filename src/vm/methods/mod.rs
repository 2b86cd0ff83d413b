//! The methods of Python's own classes, and what calling such a class does.

mod bytes;
mod container;
mod descriptor;
mod dict;
mod float;
mod int;
pub(super) mod iterator;
pub(super) mod list;
mod object;
mod operators;
mod range;
mod set;
mod slice;
mod str;
mod tuple;

use super::async_generator;
use super::builtins;
use super::error::Error;
use super::group;
use super::machine::Machine;
use super::memory::Memory;
use super::modules;
use super::native::{Args, Native, Table};
use super::types::Type;
use super::value::Value;

/// The methods of a class itself, not those that it inherits.
fn table<M: Memory>(kind: Type) -> Table<M> {
    match kind {
        Type::Object => object::methods(),
        Type::BaseException => object::exception_methods(),
        Type::BaseExceptionGroup => group::methods(),
        Type::Type => object::type_methods(),
        Type::DictItems | Type::DictKeys => dict::view_methods(),
        Type::Int => int::methods(),
        Type::Float => float::methods(),
        Type::Str => str::methods(),
        Type::Bytes => bytes::methods(),
        Type::Tuple => tuple::methods(),
        Type::List => list::methods(),
        Type::Dict => dict::methods(),
        Type::Set => set::methods(),
        Type::FrozenSet => set::frozen_methods(),
        Type::Range => range::methods(),
        Type::Slice => slice::methods(),
        Type::Property => descriptor::property_methods(),
        Type::Function | Type::StaticMethod | Type::ClassMethod => descriptor::function_methods(),
        Type::Generator => iterator::generator_methods(),
        Type::AsyncGenerator => async_generator::methods(),
        _ if kind.is_awaitable() => iterator::coroutine_methods(),
        _ if iterator::is_iterator(kind) => iterator::methods(),
        _ => modules::methods(kind),
    }
}

/// All of them: also the special methods of numbers, strings and containers.
pub(super) fn tables<M: Memory>(kind: Type) -> impl Iterator<Item = Table<M>> {
    [table(kind), container::methods(kind)].into_iter().chain(operators::methods(kind))
}

/// What is called on a class itself, also where one of its objects is named instead.
pub(super) fn class_table<M: Memory>(kind: Type) -> Table<M> {
    match kind {
        Type::Bytes => bytes::class_methods(),
        Type::Dict => dict::class_methods(),
        Type::Float => float::class_methods(),
        Type::Int => int::class_methods(),
        Type::Object => object::class_methods(),
        Type::Type => object::class_methods_of_type(),
        Type::Str => str::class_methods(),
        _ => &[],
    }
}

/// What makes a value of a class of Python itself: its first argument is that of the call.
pub(super) fn construct<M: Memory>(kind: Type) -> Option<Native<M>> {
    Some(match kind {
        Type::Int => int::construct::<M>,
        Type::Bool => int::construct_bool::<M>,
        Type::Float => float::construct::<M>,
        Type::Str => str::construct::<M>,
        Type::Bytes => bytes::construct::<M>,
        Type::Type => object::construct_type::<M>,
        Type::Super => object::construct_super::<M>,
        Type::Tuple => tuple::construct::<M>,
        Type::List => list::construct::<M>,
        Type::Dict => dict::construct::<M>,
        Type::Set => set::construct::<M>,
        Type::FrozenSet => set::construct_frozen::<M>,
        Type::Range => range::construct::<M>,
        Type::Slice => slice::construct::<M>,
        Type::NoneType | Type::Ellipsis | Type::NotImplemented => {
            return Some(match kind {
                Type::NoneType => |machine, args| the_only(machine, args, "NoneType"),
                Type::Ellipsis => |machine, args| the_only(machine, args, "ellipsis"),
                _ => |machine, args| the_only(machine, args, "NotImplementedType"),
            });
        }
        Type::Property => descriptor::construct_property::<M>,
        Type::Method => descriptor::construct_method::<M>,
        Type::StaticMethod => descriptor::construct_static::<M>,
        Type::ClassMethod => descriptor::construct_class::<M>,
        _ => return builtins::construct(kind).or_else(|| modules::construct(kind)),
    })
}

/// The only instance of a class.
fn the_only<M: Memory>(
    machine: &mut Machine<M>,
    args: &Args<'_, M>,
    name: &str,
) -> Result<Value<M>, Box<Error>> {
    if !args.values.is_empty() {
        return Err(Error::type_error(format!("{name} takes no arguments")));
    }
    Ok(match name {
        "NoneType" => Value::NONE,
        "ellipsis" => machine.interpreter.ellipsis(),
        _ => machine.interpreter.not_implemented(),
    })
}
