//! Values outside any heap: what goes into a task, what comes out, and what crosses from one
//! memory to another, where CPython would pickle.

use num_bigint::BigInt;
use serde::{Deserialize, Serialize};

use super::attributes::Attributes;
use super::derived::Derived;
use super::dict;
use super::error::Error;
use super::float;
use super::int;
use super::interpreter::Interpreter;
use super::limits::NESTING_LIMIT;
use super::list::List;
use super::long_range::LongRange;
use super::memory::{Locked, Memory, Optimistic};
use super::object::{InstanceObject, Object};
use super::repr;
use super::set;
use super::value::Value;
use crate::code::op::NameId;

type Result<T> = std::result::Result<T, Box<Error>>;

/// A Python value without a heap.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Data {
    /// `None`
    None,
    /// `True`, `False`
    Bool(bool),
    /// A whole number.
    Int(BigInt),
    /// A floating-point number.
    Float(f64),
    /// A string.
    Str(String),
    /// Bytes.
    Bytes(Vec<u8>),
    /// A tuple.
    Tuple(Vec<Self>),
    /// A list.
    List(Vec<Self>),
    /// A dict, in its order.
    Dict(Vec<(Self, Self)>),
    /// A set, in no order that matters.
    Set(Vec<Self>),
    /// A frozenset, likewise.
    FrozenSet(Vec<Self>),
    /// A `range`: start, stop and step.
    Range(BigInt, BigInt, BigInt),
    /// A function, by its name, as pickle has it.
    Function(String),
    /// A built-in function or a class, by its name.
    Builtin(String),
    /// An instance of a class of the program: the name of the class, and its attributes.
    Instance(String, Vec<(String, Self)>),
    /// The same of a class that inherits from one of Python's own, with the value that it holds.
    Derived(String, Box<Self>, Vec<(String, Self)>),
    /// Something that cannot leave its interpreter, by the name of its class.
    Opaque(String),
}

impl Data {
    /// Python's `repr` of it.
    ///
    /// # Errors
    /// `ValueError` for a whole number of more than 4,300 digits, as in CPython.
    pub fn repr(&self) -> std::result::Result<String, Error> {
        self.text().map_err(|error| *error)
    }

    fn text(&self) -> Result<String> {
        let joined = |items: &[Self]| -> Result<String> {
            let items = items.iter().map(Self::text).collect::<Result<Vec<_>>>()?;
            Ok(items.join(", "))
        };
        Ok(match self {
            Self::None => "None".to_owned(),
            Self::Bool(true) => "True".to_owned(),
            Self::Bool(false) => "False".to_owned(),
            Self::Int(value) => repr::int(value)?,
            Self::Float(value) => repr::float(*value),
            Self::Str(text) => repr::quoted(text),
            Self::Bytes(bytes) => repr::bytes(bytes),
            Self::Tuple(items) if items.len() == 1 => format!("({},)", items[0].text()?),
            Self::Tuple(items) => format!("({})", joined(items)?),
            Self::List(items) => format!("[{}]", joined(items)?),
            Self::Set(items) if items.is_empty() => "set()".to_owned(),
            Self::Set(items) => format!("{{{}}}", joined(items)?),
            Self::FrozenSet(items) if items.is_empty() => "frozenset()".to_owned(),
            Self::FrozenSet(items) => format!("frozenset({{{}}})", joined(items)?),
            Self::Dict(pairs) => {
                let pairs = pairs
                    .iter()
                    .map(|(key, value)| Ok(format!("{}: {}", key.text()?, value.text()?)))
                    .collect::<Result<Vec<_>>>()?;
                format!("{{{}}}", pairs.join(", "))
            }
            Self::Range(start, stop, step) => {
                let (start, stop) = (repr::int(start)?, repr::int(stop)?);
                if *step == 1.into() {
                    format!("range({start}, {stop})")
                } else {
                    format!("range({start}, {stop}, {})", repr::int(step)?)
                }
            }
            Self::Function(name) => format!("<function {name}>"),
            Self::Builtin(name) => format!("<built-in function {name}>"),
            Self::Instance(class, attributes) => {
                let attributes = attributes
                    .iter()
                    .map(|(name, value)| Ok(format!("{name}={}", value.text()?)))
                    .collect::<Result<Vec<_>>>()?;
                format!("<{class} object: {}>", attributes.join(", "))
            }
            Self::Derived(_, value, _) => value.text()?,
            Self::Opaque(class) => format!("<{class} object>"),
        })
    }

    pub(super) fn of<M: Memory>(value: &Value<M>, interpreter: &Interpreter<M>) -> Result<Self> {
        Self::at_depth(value, interpreter, 0)
    }

    fn at_depth<M: Memory>(
        value: &Value<M>,
        interpreter: &Interpreter<M>,
        depth: usize,
    ) -> Result<Self> {
        if depth > NESTING_LIMIT {
            return Err(Error::exception("RecursionError", "the result of a task nests too deep"));
        }
        if let Some(value) = value.as_small_int() {
            return Ok(Self::Int(value.into()));
        }
        if let Some(value) = value.as_small_float() {
            return Ok(Self::Float(value));
        }
        let all = |items: &[Value<M>]| -> Result<Vec<Self>> {
            items.iter().map(|item| Self::at_depth(item, interpreter, depth + 1)).collect()
        };
        let Some(object) = value.object() else {
            return Ok(value.as_bool().map_or(Self::None, Self::Bool));
        };
        Ok(match object {
            Object::Int(value) => Self::Int(value.clone()),
            Object::Float(value) => Self::Float(*value),
            Object::Str(text) => Self::Str(text.as_str().to_owned()),
            Object::Bytes(bytes) => Self::Bytes(bytes.to_vec()),
            Object::Tuple(items) => Self::Tuple(all(items)?),
            Object::List(items) => Self::List(all(&items.snapshot())?),
            Object::Set(items) => {
                let mut items = all(&items.with(|items| items.items()))?;
                items.sort_by_cached_key(|item| item.text().unwrap_or_default());
                Self::Set(items)
            }
            Object::Frozen(items) => {
                let mut items = all(&items.items())?;
                items.sort_by_cached_key(|item| item.text().unwrap_or_default());
                Self::FrozenSet(items)
            }
            Object::Dict(pairs) => {
                let pairs = pairs.with(|pairs| pairs.pairs());
                let pairs = pairs.iter().map(|(key, value)| {
                    Ok((
                        Self::at_depth(key, interpreter, depth + 1)?,
                        Self::at_depth(value, interpreter, depth + 1)?,
                    ))
                });
                Self::Dict(pairs.collect::<Result<_>>()?)
            }
            Object::Range(range) => {
                Self::Range(range.start.into(), range.stop.into(), range.step.into())
            }
            Object::LongRange(range) => {
                Self::Range(range.start.clone(), range.stop.clone(), range.step.clone())
            }
            Object::Builtin(builtin) => Self::Builtin(builtin.name.to_owned()),
            Object::Class(class) => Self::Builtin(class.name.to_string()),
            Object::Function(function) => {
                let index = function.entry().index;
                Self::Function(interpreter.module().functions()[index].name.clone())
            }
            Object::Instance(_) | Object::Derived(_)
                if let Some(instance) = value.as_instance() =>
            {
                let class = value.type_name().to_owned();
                let attributes =
                    attributes_of(instance, interpreter).into_iter().map(|(name, value)| {
                        Ok((name, Self::at_depth(&value, interpreter, depth + 1)?))
                    });
                let attributes = attributes.collect::<Result<_>>()?;
                match value.as_derived() {
                    Some(derived) => {
                        let held = Self::at_depth(&derived.value, interpreter, depth + 1)?;
                        Self::Derived(class, Box::new(held), attributes)
                    }
                    None => Self::Instance(class, attributes),
                }
            }
            _ => Self::Opaque(value.type_name().to_owned()),
        })
    }

    pub(super) fn to_value<M: Memory>(
        &self,
        interpreter: &Interpreter<M>,
        worker: usize,
    ) -> Result<Value<M>> {
        let heap = interpreter.heap(worker);
        let all = |items: &[Self]| -> Result<Vec<Value<M>>> {
            items.iter().map(|item| item.to_value(interpreter, worker)).collect()
        };
        match self {
            Self::None => Ok(Value::NONE),
            Self::Bool(value) => Ok(Value::bool(*value)),
            Self::Int(value) => int::from_big(heap, value.clone()),
            Self::Float(value) => float::from_f64(heap, *value),
            Self::Str(text) => heap.str(text.as_str()),
            Self::Bytes(bytes) => heap.bytes(bytes.clone()),
            Self::Tuple(items) => heap.tuple(all(items)?),
            Self::List(items) => heap.list(all(items)?),
            Self::Set(items) => {
                let value = heap.set()?;
                if let Some(Object::Set(set)) = value.object() {
                    for item in all(items)? {
                        set::add(interpreter, heap, set, item).map_err(without_hash)?;
                    }
                }
                Ok(value)
            }
            Self::FrozenSet(items) => {
                let items = all(items)?.into_iter().map(Ok);
                let set = set::from_items(interpreter, items).map_err(without_hash)?;
                heap.frozen_of(set)
            }
            Self::Dict(pairs) => {
                let value = heap.dict()?;
                if let Some(Object::Dict(dict)) = value.object() {
                    for (key, item) in pairs {
                        let key = key.to_value(interpreter, worker)?;
                        let item = item.to_value(interpreter, worker)?;
                        dict::set(interpreter, heap, dict, &key, item).map_err(without_hash)?;
                    }
                }
                Ok(value)
            }
            Self::Range(start, stop, step) => {
                heap.long_range(LongRange::new(start.clone(), stop.clone(), step.clone()))
            }
            Self::Function(name) | Self::Builtin(name) => named(interpreter, name),
            Self::Instance(class, attributes) | Self::Derived(class, _, attributes) => {
                let class = named(interpreter, class)?;
                let all = M::Optimistic::new(Attributes::new());
                let instance = InstanceObject { class, attributes: all };
                // First the instance: what its attributes take is taken when they are set.
                let made = heap.allocate(match self {
                    Self::Derived(_, value, _) => {
                        let value = value.to_value(interpreter, worker)?;
                        Object::Derived(Box::new(Derived { instance, value }))
                    }
                    _ => Object::Instance(instance),
                })?;
                let Some(instance) = made.as_instance() else { return Ok(made) };
                let names: Vec<_> =
                    attributes.iter().map(|(name, _)| interpreter.name_id(name)).collect();
                if names.iter().all(Option::is_some) {
                    for (name, (_, value)) in names.into_iter().flatten().zip(attributes) {
                        let value = value.to_value(interpreter, worker)?;
                        drop(instance.attributes.inside(|mut all| all.set(heap, name, value))?);
                    }
                } else {
                    let pairs = attributes.iter();
                    let pairs = pairs.map(|(name, value)| (Self::Str(name.clone()), value.clone()));
                    let dict = Self::Dict(pairs.collect()).to_value(interpreter, worker)?;
                    drop(instance.attributes.inside(|mut all| all.leave_to(heap, dict))?);
                }
                Ok(made)
            }
            Self::Opaque(class) => {
                Err(Error::type_error(format!("cannot pickle '{class}' object")))
            }
        }
    }
}

/// Code of the program cannot be asked for a hash here.
fn without_hash(error: Box<Error>) -> Box<Error> {
    match *error {
        Error::Control(_) => Error::unsupported("passing keys that have a `__hash__`"),
        _ => error,
    }
}

/// The attributes of an instance by their names, wherever they are.
pub(super) fn attributes_of<M: Memory>(
    instance: &InstanceObject<M>,
    interpreter: &Interpreter<M>,
) -> Vec<(String, Value<M>)> {
    let (all, dict) = instance.attributes.inside(|all| (all.all(), all.dict()));
    if let Some(Object::Dict(pairs)) = dict.as_ref().and_then(Value::object) {
        let pairs = pairs.with(|pairs| pairs.pairs()).into_iter();
        return pairs.filter_map(|(key, value)| Some((key.as_str()?.to_owned(), value))).collect();
    }
    let name = |name: NameId| interpreter.names()[usize::from(name.0)].clone();
    all.into_iter().map(|(id, value)| (name(id), value)).collect()
}

fn named<M: Memory>(interpreter: &Interpreter<M>, name: &str) -> Result<Value<M>> {
    interpreter
        .global_named(name)
        .ok_or_else(|| Error::exception("NameError", format!("name '{name}' is not defined")))
}
