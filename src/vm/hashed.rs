//! Keys with a `__hash__` of the program: the prelude asks for it, and finds the key that a dict or a
//! set has for this one by their `__eq__`; what is known then is looked up as it is.

use super::calls::Pending;
use super::continuation::Then;
use super::error::Error;
use super::hash;
use super::int;
use super::machine::Machine;
use super::memory::{Locked, Memory};
use super::native::{Args, Native, Table};
use super::object::Object;
use super::ops::Number;
use super::set::Set;
use super::stack::Cursor;
use super::value::Value;
use crate::code::op::Op;
use crate::lang::tree::{BinaryOp, CompareOp};

type Result<T> = std::result::Result<T, Box<Error>>;

/// What the prelude uses.
pub(super) fn functions<M: Memory>() -> Table<M> {
    const {
        &[
            ("keys_with", keys_with::<M> as Native<M>),
            ("known_add", known_add::<M>),
            ("known_get", known_get::<M>),
            ("known_remove", known_remove::<M>),
            ("known_set", known_set::<M>),
            ("of_hashes", of_hashes::<M>),
        ]
    }
}

impl<M: Memory> Machine<M> {
    /// Does by the prelude what the instruction could not do by itself.
    pub(super) fn hashed(&mut self, at: &mut Cursor<M>) -> Result<()> {
        let get = |reg| at.get(reg).clone();
        let (function, arguments, then) = match at.op() {
            Op::LoadSubscr { dst, object, index } => {
                ("hashed_item", vec![get(object), get(index)], Then::Store(dst))
            }
            Op::StoreSubscr { object, index, src } => {
                ("hashed_set", vec![get(object), get(index), get(src)], Then::Drop)
            }
            Op::DictSet { dict, key, value } => {
                ("hashed_set", vec![get(dict), get(key), get(value)], Then::Drop)
            }
            Op::DeleteSubscr { object, index } => {
                ("hashed_delete", vec![get(object), get(index)], Then::Drop)
            }
            Op::SetAdd { set, item } => ("hashed_add", vec![get(set), get(item)], Then::Drop),
            Op::DictUpdate { dict, src } => {
                ("hashed_update", vec![get(dict), get(src)], Then::Drop)
            }
            Op::SetUpdate { set, src } => {
                let more = self.heap().tuple(Vec::new())?;
                ("set_update", vec![get(set), get(src), more], Then::Drop)
            }
            Op::Compare { op: op @ (CompareOp::In | CompareOp::NotIn), dst, a, b } => {
                let negate = op == CompareOp::NotIn;
                ("hashed_in", vec![get(b), get(a)], Then::StoreTruth { dst, negate })
            }
            Op::Sub { dst, a, b } => ("hashed_difference", vec![get(a), get(b)], Then::Store(dst)),
            Op::Binary { op, dst, a, b } => {
                let function = match op {
                    BinaryOp::BitOr => "hashed_union",
                    BinaryOp::BitAnd => "hashed_intersection",
                    BinaryOp::BitXor => "hashed_symmetric_difference",
                    _ => return Err(Error::unsupported("a key with a `__hash__` here")),
                };
                (function, vec![get(a), get(b)], Then::Store(dst))
            }
            Op::BuildSet { base, count } => {
                let items = at.take_many(base, count.into());
                ("set_of", vec![self.heap().tuple(items)?], Then::Store(base))
            }
            Op::BuildDict { base, count } => {
                let items = at.take_many(base, usize::from(count) * 2);
                ("hashed_dict", vec![self.heap().tuple(items)?], Then::Store(base))
            }
            _ => return Err(Error::unsupported("a key with a `__hash__` here")),
        };
        let function = self.interpreter.prelude(function)?;
        self.call_value(at, function, arguments, None, then)
    }

    /// The same for a built-in.
    pub(super) fn native_hashed(&mut self, at: &mut Cursor<M>, pending: Pending<M>) -> Result<()> {
        let Pending { name, arguments, keywords, then, .. } = pending;
        let function = match name {
            "hash" => {
                let Some(value) = arguments.first() else { return Ok(()) };
                let then = Then::Hash(Box::new(then));
                if let Some(method) = hash::own_hash(&self.interpreter, value) {
                    return self.call_special(at, method, arguments, then);
                }
                let function = self.interpreter.prelude("hash_of_tuple")?;
                return self.call_value(at, function, arguments, None, then);
            }
            "add" => "hashed_add",
            "discard" => "hashed_discard",
            "remove" => "hashed_remove",
            "get" => "hashed_get",
            "setdefault" => "hashed_default",
            "pop" => "hashed_pop",
            "set" => "set_of",
            "frozenset" => "frozen_of",
            "update" => "hashed_set_update",
            "union" => "hashed_union",
            "intersection" => "hashed_intersection",
            "difference" => "hashed_difference",
            "symmetric_difference" => "hashed_symmetric_difference",
            _ => return Err(Error::unsupported(format!("{name}() of a key with a `__hash__`"))),
        };
        let function = self.interpreter.prelude(function)?;
        self.call_value(at, function, arguments, keywords, then)
    }

    /// What `__hash__` returned as a hash.
    pub(super) fn hash_of_returned(&self, value: &Value<M>) -> Result<Value<M>> {
        let Some(Number::Int(_)) = value.number() else {
            return Err(Error::type_error("__hash__ method should return an integer"));
        };
        // Whole numbers that a machine word has are what they are.
        let hash = match value.number().and_then(|number| match number {
            Number::Int(value) => value.to_i64(),
            Number::Float(_) => None,
        }) {
            Some(-1) => -2,
            Some(hash) => hash,
            None => hash::hash(&self.interpreter, value)?,
        };
        int::from_i64(self.heap(), hash)
    }
}

fn number<M: Memory>(value: &Value<M>) -> i64 {
    match value.number() {
        Some(Number::Int(value)) => value.to_i64().unwrap_or(0),
        _ => 0,
    }
}

/// The keys of a dict or a set that have this hash.
fn keys_with<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [table, hash] = args.exactly("keys_with")?;
    let hash = number(hash);
    let keys: Vec<_> = if let Some(Object::Dict(dict)) = table.plain().object() {
        dict.with(|dict| dict.hashed_keys())
    } else {
        let items = |set: &Set<M>| set.iter().map(|(hash, item)| (hash, item.clone())).collect();
        table.plain().with_set(items).unwrap_or_default()
    };
    let keys = keys.into_iter().filter(|(known, _)| *known == hash).map(|(_, key)| key);
    machine.heap().list(keys.collect::<Vec<_>>())
}

fn known_get<M: Memory>(_: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [table, key, hash] = args.exactly("known_get")?;
    let Some(Object::Dict(dict)) = table.plain().object() else { return Ok(Value::NONE) };
    Ok(dict.with(|dict| dict.get(number(hash), key)).unwrap_or(Value::NONE))
}

fn known_set<M: Memory>(_: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [table, key, hash, value] = args.exactly("known_set")?;
    if let (Some(Object::Dict(dict)), Some(heap)) = (table.plain().object(), table.plain().heap()) {
        drop(dict.with(|dict| dict.set(heap, number(hash), key, value.clone()))?);
    }
    Ok(Value::NONE)
}

fn known_add<M: Memory>(_: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [table, key, hash] = args.exactly("known_add")?;
    if let (Some(Object::Set(set)), Some(heap)) = (table.plain().object(), table.plain().heap()) {
        set.with(|set| set.add(heap, number(hash), key.clone()))?;
    }
    Ok(Value::NONE)
}

/// Takes a key away; of a dict it gives the value.
fn known_remove<M: Memory>(_: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [table, key, hash] = args.exactly("known_remove")?;
    let hash = number(hash);
    match table.plain().object() {
        Some(Object::Dict(dict)) => {
            let removed = dict.with(|dict| dict.remove(hash, key));
            Ok(removed.map_or(Value::NONE, |(_, value)| value))
        }
        Some(Object::Set(set)) => {
            drop(set.with(|set| set.remove(hash, key)));
            Ok(Value::NONE)
        }
        _ => Ok(Value::NONE),
    }
}

/// The hash of a tuple whose items have these.
fn of_hashes<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [hashes] = args.exactly("of_hashes")?;
    let hashes = super::iterate::items(machine.heap(), hashes)?.unwrap_or_default();
    let hashes: Vec<_> = hashes.iter().map(number).collect();
    int::from_i64(machine.heap(), hash::of_hashes(&hashes))
}
