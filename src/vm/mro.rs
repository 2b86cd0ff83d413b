//! Classes with several bases: in which order these are asked (`mro_implementation` in
//! `Objects/typeobject.c`: the C3 linearization), and what the instances are made of.

use super::error::Error;
use super::memory::Memory;
use super::types::{ClassObject, Type};
use super::value::Value;

type Result<T> = std::result::Result<T, Box<Error>>;

/// A class and those that it inherits from.
pub(super) fn mro<M: Memory>(class: &Value<M>) -> Vec<Value<M>> {
    let ancestors = class.as_class().map_or(&[][..], |class| &class.ancestors);
    [class.clone()].into_iter().chain(ancestors.iter().cloned()).collect()
}

/// All that a class with these bases inherits from, in order.
pub(super) fn linearized<M: Memory>(bases: &[Value<M>]) -> Result<Vec<Value<M>>> {
    for (at, base) in bases.iter().enumerate() {
        if bases[..at].iter().any(|other| other.is(base)) {
            return Err(Error::type_error(format!("duplicate base class {}", name(base))));
        }
    }
    let mut lists: Vec<_> = bases.iter().map(mro).collect();
    lists.push(bases.to_vec());
    // Taken from the end.
    for list in &mut lists {
        list.reverse();
    }
    let mut order = Vec::new();
    loop {
        lists.retain(|list| !list.is_empty());
        if lists.is_empty() {
            return Ok(order);
        }
        let is_behind = |class: &Value<M>| {
            let waits = |list: &Vec<Value<M>>| list.iter().rev().skip(1).any(|it| it.is(class));
            lists.iter().any(waits)
        };
        let next = lists.iter().filter_map(|list| list.last()).find(|class| !is_behind(class));
        let Some(next) = next.cloned() else { return Err(inconsistent(&lists)) };
        for list in &mut lists {
            if list.last().is_some_and(|last| last.is(&next)) {
                list.pop();
            }
        }
        order.push(next);
    }
}

fn inconsistent<M: Memory>(lists: &[Vec<Value<M>>]) -> Box<Error> {
    let mut heads: Vec<&Value<M>> = Vec::new();
    for head in lists.iter().filter_map(|list| list.last()) {
        if !heads.iter().any(|known| known.is(head)) {
            heads.push(head);
        }
    }
    let names: Vec<_> = heads.into_iter().map(name).collect();
    Error::type_error(format!(
        "Cannot create a consistent method resolution\norder (MRO) for bases {}",
        names.join(", ")
    ))
}

fn name<M: Memory>(class: &Value<M>) -> &str {
    class.as_class().map_or("", |class| &class.name)
}

/// Those of an object's class that are asked behind one of them.
pub(super) fn behind<'a, M: Memory>(own: &'a ClassObject<M>, class: &Value<M>) -> &'a [Value<M>] {
    match own.ancestors.iter().position(|known| known.is(class)) {
        Some(at) => &own.ancestors[at + 1..],
        None => &own.ancestors,
    }
}

/// What the instances of a class with these bases are made of.
pub(super) fn root_of<M: Memory>(bases: &[Value<M>]) -> Result<Type> {
    let mut best = Type::Object;
    for base in bases {
        let root = root(base)?;
        let (solid, best_solid) = (solid(root), solid(best));
        if root == best || best.is_subclass_of(root) {
            continue;
        }
        if root.is_subclass_of(best) || (solid != best_solid && solid.is_subclass_of(best_solid)) {
            best = root;
        } else if !best_solid.is_subclass_of(solid) {
            return Err(Error::type_error("multiple bases have instance lay-out conflict"));
        }
    }
    Ok(best)
}

/// What the instances of a base are made of, if it can be inherited from.
fn root<M: Memory>(base: &Value<M>) -> Result<Type> {
    let Some(class) = base.as_class() else {
        return Err(Error::type_error("bases must be types"));
    };
    let is_inherited = matches!(class.root, Type::Object | Type::Type) || class.root.is_held();
    if is_inherited || class.root.is_exception() {
        return Ok(class.root);
    }
    let is_final = matches!(
        class.root,
        Type::Bool
            | Type::NoneType
            | Type::Function
            | Type::Builtin
            | Type::Method
            | Type::Generator
            | Type::Coroutine
            | Type::Range
            | Type::Slice
            | Type::Ellipsis
            | Type::NotImplemented
            | Type::DictKeys
            | Type::DictValues
            | Type::DictItems
            | Type::Union
            | Type::Cell
            | Type::Code
            | Type::Frame
            | Type::Traceback
    );
    if is_final {
        let name = class.root.name();
        return Err(Error::type_error(format!("type '{name}' is not an acceptable base type")));
    }
    Err(Error::unsupported(format!("inheriting from `{}`", class.root.name())))
}

/// The class of Python itself whose instances have fields that others have not, in C.
fn solid(root: Type) -> Type {
    match root {
        Type::Object
        | Type::BaseException
        | Type::BaseExceptionGroup
        | Type::SystemExit
        | Type::StopIteration
        | Type::AttributeError
        | Type::ImportError
        | Type::NameError
        | Type::OSError
        | Type::UnicodeDecodeError
        | Type::UnicodeEncodeError
        | Type::Type => root,
        _ if root.is_held() => root,
        _ => solid(root.base()),
    }
}
