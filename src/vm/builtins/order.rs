//! `sorted`, `min`, `max`.

use crate::lang::tree::CompareOp;
use crate::vm::arguments::flag;
use crate::vm::compare::compare;
use crate::vm::error::Error;
use crate::vm::interpreter::Interpreter;
use crate::vm::iterate;
use crate::vm::machine::Machine;
use crate::vm::memory::Memory;
use crate::vm::native::{Args, Control, Table};
use crate::vm::sort;
use crate::vm::value::Value;

type Result<T> = std::result::Result<T, Box<Error>>;

/// Is one item to be preferred to another?
type Better<M> = fn(&Interpreter<M>, &Value<M>, &Value<M>) -> Result<bool>;

pub(super) fn functions<M: Memory>() -> Table<M> {
    &[("max", max::<M>), ("min", min::<M>), ("sorted", sorted::<M>)]
}

fn sorted<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    if args.positional().len() != 1 {
        let given = args.positional().len();
        return Err(Error::type_error(format!("sorted expected 1 argument, got {given}")));
    }
    // Keywords are those of `list.sort`.
    let [items, key, reverse] = args.bind("sort", ["iterable", "key", "reverse"], 0, 1)?;
    let Some(items) = items else { return Ok(Value::NONE) };
    let interpreter = machine.interpreter;
    if key.is_some_and(|key| !key.is_none()) {
        return Err(Error::control(Control::Prelude("sorted")));
    }
    let items = iterate::list(machine, items, 0)?;
    let reverse = reverse.map_or(Ok(false), flag)?;
    match sort::order(&interpreter, &items, reverse) {
        Ok(order) => machine.heap().list(sort::arranged(items, &order)),
        Err(error) => {
            Err(machine.by_prelude(error, "sorted", items, &[Value::NONE, Value::bool(reverse)]))
        }
    }
}

fn min<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    extreme(machine, args, "min", |interpreter, a, b| compare(interpreter, CompareOp::Lt, a, b))
}

fn max<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    extreme(machine, args, "max", |interpreter, a, b| compare(interpreter, CompareOp::Gt, a, b))
}

fn extreme<M: Memory>(
    machine: &mut Machine<M>,
    args: &Args<'_, M>,
    name: &'static str,
    is_better: Better<M>,
) -> Result<Value<M>> {
    let positional = args.positional();
    let (mut key, mut default) = (None, None);
    for (keyword, value) in args.by_keyword() {
        match keyword {
            "key" => key = Some(value).filter(|key| !key.is_none()),
            "default" => default = Some(value),
            _ => {
                return Err(Error::type_error(format!(
                    "'{keyword}' is an invalid keyword argument for {name}()"
                )));
            }
        }
    }
    let items = match positional {
        [] => {
            return Err(Error::type_error(format!("{name} expected at least 1 argument, got 0")));
        }
        [items] if let Some(key) = key => {
            return Err(by_prelude(machine, name, items.clone(), key.clone(), default)?);
        }
        [items] => iterate::collect(machine, items, 0)?,
        _ if default.is_some() => {
            return Err(Error::type_error(format!(
                "Cannot specify a default for {name}() with multiple positional arguments"
            )));
        }
        several => {
            if let Some(key) = key {
                let list = machine.heap().list(several.to_vec())?;
                return Err(by_prelude(machine, name, list, key.clone(), None)?);
            }
            several.to_vec()
        }
    };
    let interpreter = machine.interpreter;
    let Some(mut best) = items.first() else {
        return default
            .cloned()
            .ok_or_else(|| Error::value_error(format!("{name}() arg is an empty sequence")));
    };
    for item in &items[1..] {
        match is_better(&interpreter, item, best) {
            Ok(true) => best = item,
            Ok(false) => {}
            Err(error) if *error == Error::Control(Control::Dunder) => {
                let all = machine.heap().list(items.clone())?;
                return Err(by_prelude(machine, name, all, Value::NONE, default)?);
            }
            Err(error) => return Err(error),
        }
    }
    Ok(best.clone())
}

/// Leaves it to the prelude, which takes one iterable, the key and, in a list, the default.
fn by_prelude<M: Memory>(
    machine: &mut Machine<M>,
    name: &str,
    items: Value<M>,
    key: Value<M>,
    default: Option<&Value<M>>,
) -> Result<Box<Error>> {
    let defaults = machine.heap().list(default.cloned().into_iter().collect())?;
    let function = machine.interpreter.prelude("extreme")?;
    machine.tail = Some((function, vec![items, key, defaults, Value::bool(name == "max")]));
    Ok(Error::control(Control::Tail))
}

/// Where instances are compared, the prelude does it.
pub(in crate::vm) fn or_prelude<T>(done: Result<T>, name: &'static str) -> Result<T> {
    done.map_err(|error| match *error {
        Error::Control(Control::Dunder) => Error::control(Control::Prelude(name)),
        _ => error,
    })
}

impl<M: Memory> Machine<M> {
    /// The same for a built-in that has taken these items out of what may be an iterator, which has
    /// none of them any more.
    pub(super) fn by_prelude(
        &mut self,
        error: Box<Error>,
        name: &'static str,
        items: Vec<Value<M>>,
        rest: &[Value<M>],
    ) -> Box<Error> {
        if *error != Error::Control(Control::Dunder) {
            return error;
        }
        let called = self.interpreter.prelude(name).and_then(|function| {
            let items = self.heap().list(items)?;
            Ok((function, [&[items], rest].concat()))
        });
        match called {
            Ok(called) => {
                self.tail = Some(called);
                Error::control(Control::Tail)
            }
            Err(error) => error,
        }
    }
}
