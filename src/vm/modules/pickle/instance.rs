//! What instances of the program's classes and exceptions are made of, and what a `__reduce__` of the
//! program says of them.

use super::reduction::{Made, Reduction, State};
use super::write::Attribute;
use crate::vm::builtins::is_callable;
use crate::vm::derived::Derived;
use crate::vm::error::Error;
use crate::vm::exception::ExceptionObject;
use crate::vm::list::List;
use crate::vm::machine::Machine;
use crate::vm::memory::{Locked, Memory, Optimistic};
use crate::vm::object::{InstanceObject, Object};
use crate::vm::set::Set;
use crate::vm::types::{ClassObject, Type};
use crate::vm::value::Value;

type Result<T> = std::result::Result<T, Box<Error>>;

/// Methods of a class that say what its instances are made of.
const HOOKS: [&str; 5] =
    ["__reduce_ex__", "__reduce__", "__getstate__", "__getnewargs__", "__getnewargs_ex__"];

impl<M: Memory> Machine<M> {
    /// Says the class of a value itself what its instances are made of?
    pub(super) fn has_reduction(&self, value: &Value<M>) -> bool {
        let Some(class) = value.own_class().filter(|_| value.as_class().is_none()) else {
            return false;
        };
        let names = HOOKS.iter().filter_map(|name| self.interpreter.name_id(name));
        names.into_iter().any(|name| class.lookup(name).is_some())
    }

    /// What an instance is made of whose class says nothing about it, or an exception.
    pub(super) fn plain_reduction(&self, value: &Value<M>) -> Result<Reduction<M>> {
        match value.object() {
            Some(Object::Instance(instance)) => {
                let made = Made::New(instance.class.clone());
                let mut reduction = Reduction::new(value, made, self.heap().tuple(Vec::new())?);
                reduction.state = self.state_of(instance)?;
                Ok(reduction)
            }
            Some(Object::Exception(exception)) => self.exception_reduction(value, exception),
            Some(Object::Derived(derived)) => self.derived_reduction(value, derived),
            Some(Object::Frozen(items)) => {
                let made = Made::Call(self.interpreter.class_of(value));
                let items = self.heap().list(items.items())?;
                Ok(Reduction::new(value, made, self.heap().tuple(vec![items])?))
            }
            _ => self.native_reduction(value),
        }
    }

    /// The value that an instance holds is given to `__new__`, or filled in afterwards.
    fn derived_reduction(&self, value: &Value<M>, derived: &Derived<M>) -> Result<Reduction<M>> {
        let (heap, held) = (self.heap(), &derived.value);
        let class = derived.instance.class.clone();
        let of_set = held.with_set(Set::items);
        let (made, args) = match (held.object(), of_set) {
            (Some(Object::List(_) | Object::Dict(_)), _) => (Made::New(class), Vec::new()),
            (_, Some(items)) => (Made::Call(class), vec![heap.list(items)?]),
            _ => (Made::New(class), vec![held.clone()]),
        };
        let mut reduction = Reduction::new(value, made, heap.tuple(args)?);
        match held.object() {
            Some(Object::List(items)) => reduction.items = items.snapshot(),
            Some(Object::Dict(pairs)) => reduction.pairs = pairs.with(|pairs| pairs.pairs()),
            _ => {}
        }
        reduction.state = self.state_of(&derived.instance)?;
        Ok(reduction)
    }

    fn state_of(&self, instance: &InstanceObject<M>) -> Result<State<M>> {
        let (dict, all) = instance.attributes.inside(|all| (all.dict(), all.all()));
        let slots = instance.class.as_class().map_or_else(Vec::new, |class| self.slots(class));
        if !slots.is_empty() {
            return self.state_with_slots(dict.as_ref(), all, &slots);
        }
        Ok(match dict {
            Some(dict) if has_items(&dict) => State::Value(dict),
            Some(_) => State::None,
            None if all.is_empty() => State::None,
            None => {
                let named =
                    all.into_iter().map(|(name, value)| (self.name(name).to_owned(), value));
                State::Attributes(named.collect())
            }
        })
    }

    /// The names of the slots of a class and of those that it inherits from (`copyreg._slotnames`).
    pub(super) fn slots(&self, class: &ClassObject<M>) -> Vec<String> {
        let Some(name) = self.interpreter.name_id("__slots__") else { return Vec::new() };
        let mut slots = Vec::new();
        for class in class.lineage() {
            let Some(names) = class.own(name) else { continue };
            let names = match names.object() {
                Some(Object::Tuple(names)) => names.to_vec(),
                Some(Object::List(names)) => names.snapshot(),
                _ => vec![names],
            };
            let prefix = class.name.trim_start_matches('_');
            for slot in names.iter().filter_map(Value::as_str) {
                if slot.starts_with("__") && !slot.ends_with("__") && !prefix.is_empty() {
                    slots.push(format!("_{prefix}{slot}"));
                } else if !matches!(slot, "__dict__" | "__weakref__") {
                    slots.push(slot.to_owned());
                }
            }
        }
        slots
    }

    /// A pair of the other attributes and those in slots.
    fn state_with_slots(
        &self,
        dict: Option<&Value<M>>,
        all: Vec<(crate::code::op::NameId, Value<M>)>,
        slots: &[String],
    ) -> Result<State<M>> {
        let all: Vec<Attribute<M>> = if let Some(Object::Dict(pairs)) = dict.and_then(Value::object)
        {
            let pairs = pairs.with(|pairs| pairs.pairs()).into_iter();
            pairs.filter_map(|(key, value)| Some((key.as_str()?.to_owned(), value))).collect()
        } else {
            let all = all.into_iter();
            all.map(|(name, value)| (self.name(name).to_owned(), value)).collect()
        };
        let (mut in_slots, others): (Vec<_>, Vec<_>) =
            all.into_iter().partition(|(name, _)| slots.contains(name));
        in_slots.sort_by_cached_key(|(name, _)| {
            slots.iter().position(|slot| slot == name).map_or(0, |at| at + 1)
        });
        let others = if others.is_empty() { Value::NONE } else { self.dict_with(others)? };
        if in_slots.is_empty() {
            return Ok(if others.is_none() { State::None } else { State::Value(others) });
        }
        let state = [others, self.dict_with(in_slots)?];
        self.heap().pair(state).map(State::Value)
    }

    /// A dict of attributes.
    pub(super) fn dict_with(&self, all: Vec<Attribute<M>>) -> Result<Value<M>> {
        let dict = self.heap().dict()?;
        for (name, value) in all {
            self.set_in_dict(&dict, &name, value)?;
        }
        Ok(dict)
    }

    /// `BaseException.__reduce__`
    fn exception_reduction(
        &self,
        value: &Value<M>,
        exception: &ExceptionObject<M>,
    ) -> Result<Reduction<M>> {
        let (args, detail, dict, all, notes) = exception.state.with(|state| {
            let all = state.attributes.alone();
            let (dict, all) = (all.dict(), all.all());
            (state.args.clone(), state.detail.clone(), dict, all, state.notes.clone())
        });
        let is_file = exception.root().is_subclass_of(Type::OSError);
        let args = match args.object() {
            Some(Object::Tuple(two)) if two.len() == 2 && is_file && !detail.is_none() => {
                self.heap().tuple(vec![two[0].clone(), two[1].clone(), detail])?
            }
            _ => args,
        };
        let mut reduction = Reduction::new(value, Made::Call(exception.class.clone()), args);
        let has_notes = !notes.is_none();
        reduction.state = match dict {
            Some(dict) if has_items(&dict) && !has_notes => State::Value(dict),
            _ => {
                // What the machine itself has added leads to more than the program has put there.
                let is_lookup = exception.root().is_subclass_of(Type::AttributeError);
                let all = all.into_iter().map(|(name, value)| (self.name(name).to_owned(), value));
                let all = all.filter(|(name, _)| !(is_lookup && name == "obj"));
                let notes = has_notes.then(|| ("__notes__".to_owned(), notes));
                let all: Vec<_> = all.chain(notes).collect();
                if all.is_empty() { State::None } else { State::Attributes(all) }
            }
        };
        Ok(reduction)
    }
}

impl<M: Memory> Reduction<M> {
    /// What `__reduce__` has returned, with lists in place of iterators.
    pub(super) fn of_tuple(
        machine: &Machine<M>,
        object: &Value<M>,
        value: &Value<M>,
    ) -> Result<Self> {
        let class_name = |value: &Value<M>| machine.class_name(value);
        let Some(Object::Tuple(parts)) = value.object() else {
            let kind = class_name(value);
            return Err(bad(format!("__reduce__ must return a string or tuple, not {kind}")));
        };
        let [callee, args, others @ ..] = &parts[..] else { return Err(wrong_length()) };
        if others.len() > 4 {
            return Err(wrong_length());
        }
        let returned = "item of the tuple returned by __reduce__ must be";
        if !is_callable(machine, callee) {
            let kind = class_name(callee);
            return Err(bad(format!("first {returned} callable, not {kind}")));
        }
        let Some(Object::Tuple(items)) = args.object() else {
            let kind = class_name(args);
            return Err(bad(format!("second {returned} a tuple, not {kind}")));
        };
        let mut reduction = match machine.code_name(callee) {
            Some("__newobj__") => Self::of_new(machine, object, items)?,
            Some("__newobj_ex__") => Self::of_new_ex(machine, object, items)?,
            _ => Self::new(object, Made::Call(callee.clone()), args.clone()),
        };
        let part = |index: usize| others.get(index).filter(|part| !part.is_none());
        if let Some(state) = part(0) {
            reduction.state = State::Value(state.clone());
        }
        if let Some(Object::List(items)) = part(1).and_then(Value::object) {
            reduction.items = items.snapshot();
        }
        if let Some(Object::List(pairs)) = part(2).and_then(Value::object) {
            for pair in pairs.snapshot() {
                let Some(Object::Tuple(pair)) = pair.object() else { return Err(no_pair()) };
                let [key, value] = &pair[..] else { return Err(no_pair()) };
                reduction.pairs.push((key.clone(), value.clone()));
            }
        }
        if let Some(setter) = part(3) {
            if !is_callable(machine, setter) {
                let kind = class_name(setter);
                return Err(bad(format!("sixth {returned} callable, not {kind}")));
            }
            reduction.setter = Some(setter.clone());
        }
        Ok(reduction)
    }

    /// By `copyreg.__newobj__`, which is not called: an opcode does the same.
    fn of_new(machine: &Machine<M>, object: &Value<M>, items: &[Value<M>]) -> Result<Self> {
        let Some((class, args)) = items.split_first() else {
            return Err(bad("__newobj__ expected at least 1 argument, got 0"));
        };
        if class.as_class().is_none() {
            let kind = machine.class_name(class);
            return Err(bad(format!("first argument to __newobj__() must be a class, not {kind}")));
        }
        let own = machine.interpreter.class_of(object);
        if !class.is(&own) {
            let (own, class) = (machine.shown_plainly(&own), machine.shown_plainly(class));
            return Err(bad(format!("first argument to __newobj__() must be {own}, not {class}")));
        }
        let args = machine.heap().tuple(args.to_vec())?;
        Ok(Self::new(object, Made::New(class.clone()), args))
    }

    /// By `copyreg.__newobj_ex__`.
    fn of_new_ex(machine: &Machine<M>, object: &Value<M>, items: &[Value<M>]) -> Result<Self> {
        let [class, args, keywords] = items else {
            let given = items.len();
            return Err(bad(format!("__newobj_ex__ expected 3 arguments, got {given}")));
        };
        let must = |which, what, value| {
            let kind = machine.class_name(value);
            bad(format!("{which} argument to __newobj_ex__() must be a {what}, not {kind}"))
        };
        if class.as_class().is_none() {
            return Err(must("first", "class", class));
        }
        if !matches!(args.object(), Some(Object::Tuple(_))) {
            return Err(must("second", "tuple", args));
        }
        if !matches!(keywords.object(), Some(Object::Dict(_))) {
            return Err(must("third", "dict", keywords));
        }
        let mut reduction = Self::new(object, Made::New(class.clone()), args.clone());
        reduction.keywords = Some(keywords.clone());
        Ok(reduction)
    }
}

impl<M: Memory> Machine<M> {
    /// The name of a function of the program or of the library, as in its `def`.
    fn code_name(&self, value: &Value<M>) -> Option<&str> {
        let Some(Object::Function(function)) = value.object() else { return None };
        Some(&self.interpreter.module().functions()[function.entry().index].name)
    }
}

impl<M: Memory> Machine<M> {
    /// `copyreg.dispatch_table`, if there is something in it.
    pub(super) fn dispatch_table(&self) -> Option<Value<M>> {
        self.interpreter.global_named("copyreg.dispatch_table").filter(has_items)
    }
}

fn has_items<M: Memory>(dict: &Value<M>) -> bool {
    matches!(dict.object(), Some(Object::Dict(pairs)) if pairs.with(|pairs| pairs.len()) > 0)
}

#[cold]
fn bad(message: impl Into<String>) -> Box<Error> {
    Error::exception("PicklingError", message)
}

#[cold]
fn wrong_length() -> Box<Error> {
    bad("tuple returned by __reduce__ must contain 2 through 6 elements")
}

#[cold]
fn no_pair() -> Box<Error> {
    Error::type_error("dict items iterator must return 2-tuples")
}
