//! Arguments meet parameters (`initialize_locals` in `Python/ceval.c`), in CPython's words where they
//! do not fit.

use super::dict;
use super::error::Error;
use super::function::FunctionObject;
use super::keywords::Names;
use super::machine::Machine;
use super::memory::Memory;
use super::object::Object;
use super::value::Value;
use crate::code::Function;

type Result<T> = std::result::Result<T, Box<Error>>;

/// What messages call the function, which is asked only for these.
type Name<'a> = &'a dyn Fn() -> String;

impl<M: Memory> Machine<M> {
    /// The first registers of a call: arguments in the order of the parameters, completed by the
    /// defaults, then, behind the other local variables, the cells.
    pub(super) fn bind(
        &self,
        function: &FunctionObject<M>,
        arguments: Vec<Value<M>>,
        keywords: Option<&Names<M>>,
    ) -> Result<Vec<Value<M>>> {
        let entry = function.entry();
        let mut registers = match keywords {
            None if arguments.len() == entry.parameters => arguments,
            _ => self.arguments(function, arguments, keywords)?,
        };
        if entry.free > 0 {
            registers.resize_with(entry.locals, || Value::UNBOUND);
            registers.extend_from_slice(function.cells());
        }
        Ok(registers)
    }

    fn arguments(
        &self,
        function: &FunctionObject<M>,
        arguments: Vec<Value<M>>,
        keywords: Option<&Names<M>>,
    ) -> Result<Vec<Value<M>>> {
        let code = &self.interpreter.module().functions()[function.entry().index];
        let name = &|| self.interpreter.qualname(function);
        let (signature, positional) = (&code.signature, code.positional());
        let by_name = positional + signature.keyword_only.len();
        let mut slots = arguments;
        let named_from = keywords.map(|names| names.of(self.interpreter.module()).len());
        let named = slots.split_off(slots.len() - named_from.unwrap_or(0));
        let given = slots.len();
        let rest = slots.split_off(given.min(positional));
        slots.resize_with(by_name, || Value::UNBOUND);
        let others = if signature.has_keywords { Some(self.heap().dict()?) } else { None };
        if let Some(names) = keywords {
            self.by_name((code, name), names, named, &mut slots, others.as_ref())?;
        }
        if !rest.is_empty() && !signature.has_rest {
            let by_name = slots[positional..].iter().filter(|slot| !slot.is_unbound()).count();
            return Err(too_many_of(&name(), code, given, by_name));
        }
        let (defaults, named_defaults) = function.defaults().split_at(code.defaults.len());
        let required = positional - defaults.len();
        fill(&mut slots[required..positional], defaults);
        check(name, "positional", &code.parameters[..positional], &slots)?;
        let named_defaults = self.spread_out(code, named_defaults);
        fill(&mut slots[positional..], &named_defaults);
        check(name, "keyword-only", &code.parameters[positional..by_name], &slots[positional..])?;
        if signature.has_rest {
            slots.push(self.heap().tuple(rest)?);
        }
        slots.extend(others);
        Ok(slots)
    }

    /// Puts the arguments that have names where they belong.
    fn by_name(
        &self,
        (code, name): (&Function, Name<'_>),
        names: &Names<M>,
        values: Vec<Value<M>>,
        slots: &mut [Value<M>],
        others: Option<&Value<M>>,
    ) -> Result<()> {
        let keywords = names.of(self.interpreter.module());
        let first = code.signature.positional_only;
        let known = &code.parameters[first..slots.len()];
        for ((at, keyword), value) in keywords.iter().enumerate().zip(values) {
            if let Some(place) = known.iter().position(|known| known == keyword) {
                let slot = &mut slots[first + place];
                if !slot.is_unbound() {
                    let text = format!("{}() got multiple values for argument '{keyword}'", name());
                    return Err(Error::type_error(text));
                }
                *slot = value;
            } else if let Some(others) = others {
                if let (Some(Object::Dict(pairs)), Some(heap)) = (others.object(), others.heap()) {
                    let key = match names {
                        Names::Written(_) => heap.str(keyword)?,
                        Names::Found(keys) => keys[at].clone(),
                    };
                    dict::set(&self.interpreter, heap, pairs, &key, value)?;
                }
            } else {
                let (name, by_position) = (name(), &code.parameters[..first]);
                let passed: Vec<_> = by_position
                    .iter()
                    .filter(|known| keywords.iter().any(|keyword| keyword == **known))
                    .map(String::as_str)
                    .collect();
                return Err(Error::type_error(if passed.is_empty() {
                    format!("{name}() got an unexpected keyword argument '{keyword}'")
                } else {
                    format!(
                        "{name}() got some positional-only arguments passed as keyword arguments: \
                         '{}'",
                        passed.join(", ")
                    )
                }));
            }
        }
        Ok(())
    }

    /// The defaults of parameters that are given by name alone, unbound where there is none.
    #[expect(clippy::unused_self, reason = "the machine binds")]
    fn spread_out(&self, code: &Function, defaults: &[Value<M>]) -> Vec<Value<M>> {
        let mut defaults = defaults.iter();
        let has = code.signature.keyword_only.iter();
        has.map(|has| if *has { defaults.next().cloned() } else { None })
            .map(|default| default.unwrap_or(Value::UNBOUND))
            .collect()
    }
}

fn fill<M: Memory>(slots: &mut [Value<M>], defaults: &[Value<M>]) {
    for (slot, default) in slots.iter_mut().zip(defaults) {
        if slot.is_unbound() {
            *slot = default.clone();
        }
    }
}

fn check<M: Memory>(
    name: Name<'_>,
    kind: &str,
    parameters: &[String],
    slots: &[Value<M>],
) -> Result<()> {
    let missing = parameters.iter().zip(slots).filter(|(_, slot)| slot.is_unbound());
    let missing: Vec<_> = missing.map(|(name, _)| format!("'{name}'")).collect();
    if missing.is_empty() { Ok(()) } else { Err(too_few_of(&name(), kind, &missing)) }
}

/// More arguments by position than there are parameters, and so many that are by name alone.
fn too_many_of(name: &str, code: &Function, given: usize, by_name: usize) -> Box<Error> {
    let (most, defaults) = (code.positional(), code.defaults.len());
    if by_name == 0 {
        return too_many(name, most, defaults, given);
    }
    let (takes, s) = takes(most, defaults);
    let given_s = if given == 1 { "" } else { "s" };
    let named_s = if by_name == 1 { "" } else { "s" };
    Error::type_error(format!(
        "{name}() takes {takes} positional argument{s} but {given} positional argument{given_s} \
         (and {by_name} keyword-only argument{named_s}) were given"
    ))
}

pub(super) fn too_many(name: &str, most: usize, defaults: usize, given: usize) -> Box<Error> {
    let (takes, s) = takes(most, defaults);
    let were = if given == 1 { "was" } else { "were" };
    Error::type_error(format!(
        "{name}() takes {takes} positional argument{s} but {given} {were} given"
    ))
}

fn takes(most: usize, defaults: usize) -> (String, &'static str) {
    match defaults {
        0 => (most.to_string(), if most == 1 { "" } else { "s" }),
        _ => (format!("from {} to {most}", most - defaults), "s"),
    }
}

pub(super) fn too_few(name: &str, missing: &[String]) -> Box<Error> {
    too_few_of(name, "positional", missing)
}

fn too_few_of(name: &str, kind: &str, missing: &[String]) -> Box<Error> {
    let s = if missing.len() == 1 { "" } else { "s" };
    let list = match missing {
        [one] => one.clone(),
        [a, b] => format!("{a} and {b}"),
        [head @ .., last] => format!("{}, and {last}", head.join(", ")),
        [] => String::new(),
    };
    let count = missing.len();
    Error::type_error(format!("{name}() missing {count} required {kind} argument{s}: {list}"))
}
