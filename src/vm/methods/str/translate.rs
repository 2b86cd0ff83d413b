//! `str.maketrans` and `str.translate`.

use super::{Result, this};
use crate::vm::dict;
use crate::vm::error::{Error, Exceeded};
use crate::vm::int;
use crate::vm::limits::MEMORY_LIMIT;
use crate::vm::machine::Machine;
use crate::vm::memory::{Locked, Memory};
use crate::vm::native::Args;
use crate::vm::object::Object;
use crate::vm::value::Value;

/// A function of the class: its first argument is the first one given.
pub(super) fn maketrans<M: Memory>(
    machine: &mut Machine<M>,
    args: &Args<'_, M>,
) -> Result<Value<M>> {
    let values = args.between("maketrans", 1, 3)?;
    let interpreter = machine.interpreter;
    let heap = machine.heap();
    let table = heap.dict()?;
    let Some(Object::Dict(entries)) = table.object() else { return Ok(table) };
    let code = |c: char| int::from_i64(heap, i64::from(u32::from(c)));
    if let [only] = values {
        let Some(Object::Dict(given)) = only.object() else {
            return Err(Error::type_error(
                "if you give only one argument to maketrans it must be a dict",
            ));
        };
        for (key, value) in given.with(|given| given.pairs()) {
            let key = match key.as_str() {
                None => key,
                Some(text) => {
                    let mut chars = text.chars();
                    match (chars.next(), chars.next()) {
                        (Some(c), None) => code(c)?,
                        _ => {
                            return Err(Error::value_error(
                                "string keys in translate table must be of length 1",
                            ));
                        }
                    }
                }
            };
            dict::set(&interpreter, heap, entries, &key, value)?;
        }
        return Ok(table);
    }
    let mut texts = Vec::new();
    for (at, value) in values.iter().enumerate() {
        let Some(text) = value.as_str() else {
            let (at, name) = (at + 1, value.type_name());
            return Err(Error::type_error(if at == 1 {
                "first maketrans argument must be a string if there is a second argument".to_owned()
            } else {
                format!("maketrans() argument {at} must be str, not {name}")
            }));
        };
        texts.push(text);
    }
    if texts[0].chars().count() != texts[1].chars().count() {
        return Err(Error::value_error("the first two maketrans arguments must have equal length"));
    }
    for (from, to) in texts[0].chars().zip(texts[1].chars()) {
        dict::set(&interpreter, heap, entries, &code(from)?, code(to)?)?;
    }
    for gone in texts.get(2).into_iter().flat_map(|text| text.chars()) {
        dict::set(&interpreter, heap, entries, &code(gone)?, Value::NONE)?;
    }
    Ok(table)
}

pub(super) fn translate<M: Memory>(
    machine: &mut Machine<M>,
    args: &Args<'_, M>,
) -> Result<Value<M>> {
    let (text, rest) = this(args, "translate")?;
    let [table] = rest.exactly("str.translate")?;
    let Some(Object::Dict(table)) = table.plain().object() else {
        let name = table.type_name();
        return Err(if table.number().is_some() || table.is_none() {
            Error::type_error(format!("'{name}' object is not subscriptable"))
        } else {
            Error::unsupported(format!("`translate` by '{name}' objects"))
        });
    };
    let interpreter = machine.interpreter;
    let heap = machine.heap();
    let mut translated = String::with_capacity(text.as_str().len());
    for c in text.as_str().chars() {
        let key = int::from_i64(heap, i64::from(u32::from(c)))?;
        match dict::get(&interpreter, table, &key)? {
            None => translated.push(c),
            Some(value) if value.is_none() => {}
            Some(value) => match (value.as_str(), value.as_small_int()) {
                (Some(text), _) => translated.push_str(text),
                (None, Some(code)) => {
                    let code = u32::try_from(code).ok().and_then(char::from_u32);
                    translated.push(code.ok_or_else(|| {
                        Error::value_error("character mapping must be in range(0x110000)")
                    })?);
                }
                (None, None) => {
                    return Err(Error::type_error(
                        "character mapping must return integer, None or str",
                    ));
                }
            },
        }
        if translated.len() > MEMORY_LIMIT {
            return Err(Error::exceeded(Exceeded::Memory));
        }
    }
    heap.str(translated)
}
