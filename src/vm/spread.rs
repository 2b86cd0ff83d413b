//! `*iterable` and `**mapping` in calls and displays. What runs code of the program is done by the
//! prelude, in frames of the machine.

use super::build;
use super::continuation::Then;
use super::dict;
use super::error::Error;
use super::iterate;
use super::keywords::Names;
use super::list::List;
use super::machine::Machine;
use super::memory::{Locked, Memory};
use super::native::Control;
use super::object::Object;
use super::repr;
use super::special::Special;
use super::stack::Cursor;
use super::value::Value;
use crate::code::op::Reg;

type Result<T> = std::result::Result<T, Box<Error>>;

impl<M: Memory> Machine<M> {
    /// `[…, *src, …]`
    pub(super) fn extend_list(&mut self, at: &mut Cursor<M>, list: Reg, src: Reg) -> Result<()> {
        let (list, value) = (at.get(list).clone(), at.get(src));
        let Some(items) = iterate::items(self.heap(), value)? else {
            let arguments = vec![list, value.clone()];
            if !iterate::is_of_program(self, value) {
                return Err(self.not_iterable(value, "Value"));
            }
            return self.call_prelude(at, "list_extend", arguments, Then::Drop);
        };
        if let (Some(Object::List(list)), Some(heap)) = (list.object(), list.heap()) {
            items.into_iter().try_for_each(|item| list.push(heap, item))?;
        }
        Ok(())
    }

    /// `{…, *src, …}`
    pub(super) fn update_set(&mut self, at: &mut Cursor<M>, set: Reg, src: Reg) -> Result<()> {
        let (set, value) = (at.get(set).clone(), at.get(src));
        let Some(items) = iterate::items(self.heap(), value)? else {
            if !iterate::is_of_program(self, value) {
                return Err(iterate::not_iterable(value));
            }
            let arguments = vec![set, value.clone(), self.heap().tuple(Vec::new())?];
            return self.call_prelude(at, "set_update", arguments, Then::Drop);
        };
        match items.iter().try_for_each(|item| build::set_add(&self.interpreter, &set, item)) {
            // An iterator is used up by now.
            Err(error) if *error == Error::Control(Control::Hash) => {
                let heap = self.heap();
                let arguments = vec![set, heap.list(items)?, heap.tuple(Vec::new())?];
                self.call_prelude(at, "set_update", arguments, Then::Drop)
            }
            done => done,
        }
    }

    /// `{…, **src, …}`
    pub(super) fn update_dict(&mut self, at: &mut Cursor<M>, dict: Reg, src: Reg) -> Result<()> {
        let (dict, value) = (at.get(dict).clone(), at.get(src));
        match value.plain().object() {
            Some(Object::Dict(pairs)) => pairs
                .with(|pairs| pairs.pairs())
                .iter()
                .try_for_each(|(key, value)| build::dict_set(&self.interpreter, &dict, key, value)),
            _ => self.call_prelude(at, "unpack_mapping", vec![dict, value.clone()], Then::Drop),
        }
    }

    /// `base(…, **src, …)`
    pub(super) fn merge_keywords(
        &mut self,
        at: &mut Cursor<M>,
        dict: Reg,
        src: Reg,
        base: Reg,
    ) -> Result<()> {
        let (into, value) = (at.get(dict).clone(), at.get(src));
        let (Some(Object::Dict(known)), Some(Object::Dict(pairs))) =
            (into.object(), value.plain().object())
        else {
            let name = self.heap().str(self.callee_text(at.get(base)))?;
            let arguments = vec![into.clone(), value.clone(), name];
            return self.call_prelude(at, "merge_keywords", arguments, Then::Drop);
        };
        for (key, value) in pairs.with(|pairs| pairs.pairs()) {
            if dict::get(&self.interpreter, known, &key)?.is_some() {
                let (name, key) =
                    (self.callee_text(at.get(base)), repr::str(&self.interpreter, &key)?);
                return Err(Error::type_error(format!(
                    "{name} got multiple values for keyword argument '{key}'"
                )));
            }
            build::dict_set(&self.interpreter, &into, &key, &value)?;
        }
        Ok(())
    }

    /// Makes the only `*iterable` of a call what can be handed on.
    pub(super) fn collect_arguments(
        &mut self,
        at: &mut Cursor<M>,
        src: Reg,
        base: Reg,
    ) -> Result<()> {
        let value = at.get(src).clone();
        if let Some(Object::List(_) | Object::Tuple(_)) = value.object() {
            return Ok(());
        }
        if let Some(items) = iterate::items(self.heap(), &value)? {
            let items = self.heap().tuple(items)?;
            at.set(src, items);
            return Ok(());
        }
        if !iterate::is_of_program(self, &value) {
            let name = self.callee_text(at.get(base));
            return Err(self.not_iterable(&value, &format!("{name} argument")));
        }
        self.call_prelude(at, "collect_sized", vec![value], Then::Store(src))
    }

    /// `base = base(base+1, *base+2, **base+3)`
    pub(super) fn call_spread(&mut self, at: &mut Cursor<M>, base: Reg) -> Result<()> {
        let parts = at.take_many(base, 4);
        let Ok([callee, first, by_position, by_name]) = <[Value<M>; 4]>::try_from(parts) else {
            return Ok(());
        };
        let mut arguments = if first.is_unbound() { Vec::new() } else { vec![first] };
        match by_position.object() {
            Some(Object::List(items)) => arguments.extend(items.snapshot()),
            Some(Object::Tuple(items)) => arguments.extend_from_slice(items),
            _ => {}
        }
        let mut names = None;
        if let Some(Object::Dict(pairs)) = by_name.object() {
            let (keys, values): (Vec<_>, Vec<_>) =
                pairs.with(|pairs| pairs.pairs()).into_iter().unzip();
            names = Names::found(keys)?;
            arguments.extend(values);
        }
        self.call_at(at, base, callee, arguments, names)
    }

    #[cold]
    fn not_iterable(&self, value: &Value<M>, what: &str) -> Box<Error> {
        // `__iter__ = None` has words of its own.
        if self.interpreter.has_special(value, Special::Iter) {
            return iterate::not_iterable(value);
        }
        let kind = value.type_name();
        Error::type_error(format!("{what} after * must be an iterable, not {kind}"))
    }

    fn call_prelude(
        &mut self,
        at: &mut Cursor<M>,
        function: &str,
        arguments: Vec<Value<M>>,
        then: Then<M>,
    ) -> Result<()> {
        let function = self.interpreter.prelude(function)?;
        self.call_value(at, function, arguments, None, then)
    }

    /// What messages call what is called (`_PyObject_FunctionStr`).
    fn callee_text(&self, callee: &Value<M>) -> String {
        match callee.object() {
            Some(Object::Function(function)) => {
                format!("__main__.{}()", self.interpreter.qualname(function))
            }
            Some(Object::Method(method)) => self.callee_text(&method.function),
            Some(Object::Builtin(builtin)) => match builtin.owner {
                Some(owner) => format!("{}.{}()", owner.name(), builtin.name),
                None => format!("{}()", builtin.name),
            },
            Some(Object::Class(class)) if class.is_builtin => format!("{}()", class.name),
            Some(Object::Class(class)) => format!("__main__.{}()", class.qualname),
            _ => repr::str(&self.interpreter, callee)
                .unwrap_or_else(|_| format!("<{} object>", callee.type_name())),
        }
    }
}
