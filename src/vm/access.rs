//! Attributes: `object.name`, and the methods that a call finds by one.

use super::attributes::{Own, Stored};
use super::classes::super_start;
use super::derived::receiver;
use super::descriptor::{Found, object_and_class};
use super::error::Error;
use super::float;
use super::function::MethodObject;
use super::globals::Slot;
use super::heap::Heap;
use super::int;
use super::interpreter::Interpreter;
use super::machine::Machine;
use super::memory::{Locked, Memory, Optimistic};
use super::module_object::no_member;
use super::modules::hashlib;
use super::mro::behind;
use super::native::Control;
use super::object::{InstanceObject, Object};
use super::ops::Number;
use super::special::Special;
use super::stack::Cursor;
use super::types::{ClassObject, Type, lookup_in};
use super::union;
use super::value::Value;
use crate::code::op::{NameId, Reg};
use crate::lang::is_unsupported_attribute;

type Result<T> = std::result::Result<T, Box<Error>>;

/// What the eval loop tries first. Out of it, as it would be slower with it inside; and without a
/// `Result`, which would go through memory: `unbound` if it was not found.
impl<M: Memory> Interpreter<M> {
    /// An attribute that the object itself has.
    #[inline(never)]
    pub(super) fn quick_attribute(&self, object: &Value<M>, name: NameId) -> Value<M> {
        match object.object() {
            Some(Object::Instance(instance)) if !self.has_late_setters() => {
                match instance.attributes.glance(|all| all.get_at_a_glance(name)) {
                    Some(Own::Value(value)) => value,
                    Some(_) => Value::UNBOUND,
                    None => {
                        let value = instance.attributes.inside(|all| all.get(name));
                        value.unwrap_or(Value::UNBOUND)
                    }
                }
            }
            _ => Value::UNBOUND,
        }
    }

    /// What most calls find: a method of a list, a dict or a string, or a function of the class where
    /// the object itself has nothing of that name.
    #[inline(never)]
    pub(super) fn quick_method(&self, object: &Value<M>, name: NameId) -> Value<M> {
        let Some(Object::Instance(instance)) = object.object() else {
            return self.common_method(object, name).cloned().unwrap_or(Value::UNBOUND);
        };
        match instance.class.as_class().and_then(|class| class.lookup(name)) {
            Some(found)
                if matches!(found.object(), Some(Object::Function(_)))
                    && lacks(instance, name)
                    && !self.has_late_setters() =>
            {
                found
            }
            _ => Value::UNBOUND,
        }
    }
}

impl<M: Memory> Machine<M> {
    /// `dst = object.name`
    #[inline(never)]
    pub(super) fn load_attribute(
        &self,
        at: &mut Cursor<M>,
        dst: Reg,
        object: Reg,
        name: NameId,
    ) -> Result<()> {
        let value = self.get_attribute(at.get(object), name)?;
        at.set(dst, value);
        Ok(())
    }

    /// `object.name`
    pub(super) fn get_attribute(&self, object: &Value<M>, name: NameId) -> Result<Value<M>> {
        self.check_getter(object)?;
        match self.find(object, name)? {
            Some(found) => self.found_value(found, object),
            None => Err(self.missing_attribute(object, name)),
        }
    }

    /// A `__getattribute__` of the program answers for all attributes. What an instance of such a class
    /// has is in a dict, where no shorter way finds it; a class that has got one later is known by the
    /// late setters of the interpreter.
    #[inline]
    fn check_getter(&self, object: &Value<M>) -> Result<()> {
        let is_asked = match object.own_class() {
            Some(class) => {
                class.has_getter
                    || (self.interpreter.has_late_setters()
                        && self.interpreter.has_special(object, Special::GetAttribute))
            }
            None => false,
        };
        if is_asked { Err(Error::control(Control::Dunder)) } else { Ok(()) }
    }

    /// The same for a name that is only known now.
    pub(super) fn attribute_named(&self, object: &Value<M>, name: &str) -> Result<Value<M>> {
        match self.interpreter.name_id(name) {
            Some(id) => self.get_attribute(object, id),
            None if name.starts_with("__") => {
                Err(Error::unsupported(format!("`{name}` as an attribute")))
            }
            None => Err(no_attribute(object, name)),
        }
    }

    /// With the object in `base+1`: `base =` what is to be called.
    #[inline(never)]
    pub(super) fn load_method(
        &mut self,
        at: &mut Cursor<M>,
        base: Reg,
        name: NameId,
    ) -> Result<()> {
        let first = Reg(base.0.saturating_add(1));
        let object = at.get(first);
        self.check_getter(object)?;
        match self.find_anywhere(object, name)? {
            Some(Found::Method(function)) => {
                if let Some(Object::Super(parts)) = object.object() {
                    let instance = parts.1.clone();
                    at.set(first, instance);
                }
                if at.get(first).as_derived().is_some() {
                    let object = receiver(&function, at.take(first));
                    at.set(first, object);
                }
                at.set(base, function);
            }
            Some(Found::ClassMethod(function)) => {
                let (_, class) = object_and_class(&self.interpreter, object);
                at.set(first, class);
                at.set(base, function);
            }
            Some(Found::Plain(value)) => {
                at.set(first, Value::UNBOUND);
                at.set(base, value);
            }
            Some(found @ Found::Field(_)) => {
                let value = self.found_value(found, object)?;
                at.set(first, Value::UNBOUND);
                at.set(base, value);
            }
            Some(Found::Descriptor(_)) => return Err(Error::control(Control::Dunder)),
            None => return Err(self.missing_attribute(object, name)),
        }
        Ok(())
    }

    /// The same for `__enter__` and `__exit__`, which only the class may have.
    #[inline(never)]
    pub(super) fn load_special(
        &mut self,
        at: &mut Cursor<M>,
        base: Reg,
        name: NameId,
    ) -> Result<()> {
        let object = at.get(Reg(base.0.saturating_add(1)));
        let function = match object.own_class() {
            Some(class) => class.lookup(name),
            None => None,
        };
        let has_python_s = object.own_class().is_none() || object.as_derived().is_some();
        let function = function.or_else(|| {
            let method = has_python_s.then(|| self.interpreter.method(object.type_of(), name));
            method.flatten().cloned()
        });
        let Some(function) = function else {
            let (kind, method) = (object.type_name(), self.name(name));
            let what = if method.starts_with("__a") { "asynchronous " } else { "" };
            let missed = match method {
                "__exit__" | "__aexit__" => format!(" (missed {method} method)"),
                _ => String::new(),
            };
            return Err(Error::type_error(format!(
                "'{kind}' object does not support the {what}context manager protocol{missed}"
            )));
        };
        let first = Reg(base.0.saturating_add(1));
        match self.interpreter.as_found(function, true) {
            Found::Method(function) => {
                let object = receiver(&function, at.take(first));
                at.set(first, object);
                at.set(base, function);
            }
            Found::ClassMethod(function) => {
                let class = self.interpreter.class_of(at.get(first));
                at.set(first, class);
                at.set(base, function);
            }
            Found::Plain(function) | Found::Descriptor(function) => {
                at.set(first, Value::UNBOUND);
                at.set(base, function);
            }
            Found::Field(_) => at.set(first, Value::UNBOUND),
        }
        Ok(())
    }

    pub(super) fn find(&self, object: &Value<M>, name: NameId) -> Result<Option<Found<M>>> {
        match self.interpreter.common_method(object, name) {
            Some(function) => Ok(Some(Found::Method(function.clone()))),
            None => self.find_anywhere(object, name),
        }
    }

    fn find_anywhere(&self, object: &Value<M>, name: NameId) -> Result<Option<Found<M>>> {
        let special = |special: Special| self.interpreter.special_name(special) == Some(name);
        if special(Special::Class) && !matches!(object.object(), Some(Object::Super(_))) {
            return Ok(Some(Found::Plain(self.interpreter.class_of(object))));
        }
        let of_class = object.own_class().and_then(|class| class.lookup(name));
        if let Some(value) = &of_class
            && self.interpreter.is_data_descriptor(value)
            && let found @ (Found::Descriptor(_) | Found::Field(_)) =
                self.interpreter.as_found(value.clone(), true)
        {
            return Ok(Some(found));
        }
        if special(Special::Dict)
            && let Some(dict) = self.dict_of_object(object)?
        {
            return Ok(Some(Found::Plain(dict)));
        }
        let own = match object.object() {
            Some(Object::Instance(_) | Object::Derived(_))
                if let Some(instance) = object.as_instance() =>
            {
                self.owned(instance.attributes.inside(|all| all.find(name)), name)?
            }
            Some(Object::Exception(exception))
                if special(Special::Code) && exception.root() == Type::SystemExit =>
            {
                Some(exception.code(Some(name)))
            }
            Some(Object::Exception(exception)) if special(Special::Traceback) => {
                Some(self.traceback(exception)?)
            }
            Some(Object::Exception(exception)) => {
                let own = exception.state.with(|state| {
                    if special(Special::Args) {
                        return Own::Value(state.args.clone());
                    }
                    if special(Special::Cause) {
                        return Own::Value(state.cause.clone());
                    }
                    if special(Special::Context) {
                        return Own::Value(state.context.clone());
                    }
                    if special(Special::Value) && exception.root() == Type::StopIteration {
                        let first = match state.args.object() {
                            Some(Object::Tuple(args)) => args.first().cloned(),
                            _ => None,
                        };
                        return Own::Value(first.unwrap_or(Value::NONE));
                    }
                    state.attributes.alone().find(name)
                });
                self.owned(own, name)?
            }
            Some(Object::Class(class)) if class.is_builtin && special(Special::Dict) => {
                Some(self.dict_of_builtin(class.root)?)
            }
            Some(Object::Class(class)) => {
                let found = self.find_in_class(object, class, name)?;
                let of_metaclass = of_class.map(|value| self.interpreter.as_found(value, true));
                return Ok(match found {
                    None => of_metaclass.or_else(|| self.find_in_type(Type::Type, name)),
                    found => found,
                });
            }
            Some(Object::Super(parts)) => return Ok(self.find_in_super(parts, name)),
            Some(Object::Module(module)) => self.member_of_module(module, self.name(name))?,
            Some(Object::Function(function)) => self.function_attribute(function, name)?,
            Some(Object::Builtin(builtin)) => self.builtin_attribute(builtin, name)?,
            Some(Object::Method(method)) => match self.name(name) {
                "__func__" => Some(method.function.clone()),
                "__self__" => Some(method.receiver.clone()),
                _ => return self.find(&method.function, name),
            },
            Some(Object::Property(_) | Object::Wrapper(_)) => {
                self.descriptor_attribute(object, name)?
            }
            _ => None,
        };
        if let Some(value) = own {
            return Ok(Some(Found::Plain(value)));
        }
        if let Some(value) = of_class {
            return Ok(Some(self.interpreter.as_found(value, true)));
        }
        if let Some(value) =
            object.as_exception().and_then(|exception| exception.member(self.name(name)))
        {
            return Ok(Some(Found::Plain(value)));
        }
        if let Some(method) = self.find_in_type(object.type_of(), name) {
            return Ok(Some(method));
        }
        let held = object.plain();
        let member = self.interpreter.class_method(object.type_of(), name);
        let member =
            member.map_or_else(|| self.member(held, self.name(name)), |member| Ok(Some(member)));
        Ok(member?.map(Found::Plain))
    }

    /// A method of a class of Python itself.
    #[inline]
    fn find_in_type(&self, kind: Type, name: NameId) -> Option<Found<M>> {
        Some(Found::Method(self.interpreter.method(kind, name)?.clone()))
    }

    /// An attribute of a class itself: its functions are found as they are.
    fn find_in_class(
        &self,
        object: &Value<M>,
        class: &ClassObject<M>,
        name: NameId,
    ) -> Result<Option<Found<M>>> {
        if let Some(value) = self.class_attribute(object, class, name)? {
            return Ok(Some(Found::Plain(value)));
        }
        if let Some(value) = class.lookup(name) {
            return Ok(Some(self.interpreter.as_found(value, false)));
        }
        let value = self.interpreter.method(class.root, name).cloned();
        let own = || {
            let method = self.interpreter.class_method(class.root, name)?;
            let is_from_keys = self.name(name) == "fromkeys" && !class.is_builtin;
            let of_program = is_from_keys.then(|| self.interpreter.prelude("fromkeys_of").ok());
            Some(of_program.flatten().map_or_else(|| of_class(method), Found::ClassMethod))
        };
        Ok(value.map(Found::Plain).or_else(own))
    }

    /// An attribute of the classes that a class inherits from, for an object of it, or for one that
    /// inherits from it.
    fn find_in_super(&self, parts: &(Value<M>, Value<M>), name: NameId) -> Option<Found<M>> {
        let (class, object) = parts;
        match self.name(name) {
            "__thisclass__" => return Some(Found::Plain(class.clone())),
            "__self__" | "__self_class__" if object.is_none() => {
                return Some(Found::Plain(Value::NONE));
            }
            _ if object.is_none() => return None,
            "__self__" => return Some(Found::Plain(object.clone())),
            "__self_class__" => {
                let is_class = object.as_class().is_some();
                let own = if is_class { object.clone() } else { self.interpreter.class_of(object) };
                return Some(Found::Plain(own));
            }
            _ => {}
        }
        let (own, has_object) = super_start(class, object)?;
        let behind = behind(own, class);
        if let Some(value) = lookup_in(behind, name) {
            return Some(self.interpreter.as_found(value, has_object));
        }
        let root = behind.iter().filter_map(Value::as_class).find(|class| class.is_builtin);
        let root = root.map_or(Type::Object, |it| it.root);
        match self.interpreter.method(root, name) {
            Some(method) => Some(self.interpreter.as_found(method.clone(), has_object)),
            None => self.interpreter.class_method(root, name).map(of_class),
        }
    }

    pub(super) fn bound(&self, function: Value<M>, receiver: Value<M>) -> Result<Value<M>> {
        self.heap().allocate(Object::Method(MethodObject { function, receiver }))
    }

    /// `object.name = value`
    #[inline(never)]
    pub(super) fn set_attribute(
        &self,
        object: &Value<M>,
        name: NameId,
        value: Value<M>,
    ) -> Result<()> {
        self.store_attribute(object, name, value, Some(Special::SetAttr))
    }

    /// The same with a method that goes first, if the class of the object has it: `object.__setattr__`
    /// asks for none.
    #[inline(always)]
    pub(super) fn store_attribute(
        &self,
        object: &Value<M>,
        name: NameId,
        value: Value<M>,
        hook: Option<Special>,
    ) -> Result<()> {
        let heap: Option<&Heap<M>> = object.heap();
        let stored = match (object.object(), heap) {
            // `object()` itself has no attributes.
            (Some(Object::Instance(instance)), Some(heap))
                if let Some(class) =
                    instance.class.as_class().filter(|class| !class.is_builtin) =>
            {
                self.check_setter(class, name, hook)?;
                if !class.has_place(name) {
                    return Err(self.no_place(object, name));
                }
                let stored = instance.attributes.inside(|mut all| all.set(heap, name, value))?;
                if let Stored::Grown { words } = stored {
                    class.wish_for_room(words);
                }
                stored
            }
            (Some(Object::Derived(derived)), Some(heap)) => {
                if let Some(class) = derived.instance.class.as_class() {
                    self.check_setter(class, name, hook)?;
                    if !class.has_place(name) {
                        return Err(self.no_place(object, name));
                    }
                }
                derived.instance.attributes.inside(|mut all| all.set(heap, name, value))?
            }
            (Some(Object::Exception(exception)), Some(heap)) => {
                if let Some(class) = exception.class.as_class() {
                    self.check_setter(class, name, hook)?;
                }
                match exception.set_member(&self.interpreter, self.name(name), value)? {
                    None => return Ok(()),
                    Some(value) => exception
                        .state
                        .with(|state| state.attributes.alone().set(heap, name, value))?,
                }
            }
            (Some(Object::Class(class)), Some(heap)) if !class.is_builtin => {
                if let Some(metaclass) = object.own_class() {
                    self.check_setter(metaclass, name, hook)?;
                }
                return self.set_class_attribute(class, heap, name, value);
            }
            (Some(Object::Function(function)), Some(heap)) => {
                return self.set_function_attribute(function, heap, name, value);
            }
            (Some(Object::Module(module)), _) => {
                let name = self.name(name);
                return if self.set_member_of_module(module, name, value) {
                    Ok(())
                } else {
                    Err(Error::unsupported(format!("assigning to `{}.{name}`", module.name)))
                };
            }
            _ => return Err(self.cannot_set(object, name)),
        };
        self.stored(stored, name)
    }

    /// A data descriptor sets and deletes its attribute itself, and a `__setattr__` all of them.
    #[inline(always)]
    fn check_setter(
        &self,
        class: &ClassObject<M>,
        name: NameId,
        hook: Option<Special>,
    ) -> Result<()> {
        if class.has_setters || self.interpreter.has_late_setters() {
            self.look_for_setter(class, name, hook)
        } else {
            Ok(())
        }
    }

    #[cold]
    #[inline(never)]
    fn look_for_setter(
        &self,
        class: &ClassObject<M>,
        name: NameId,
        hook: Option<Special>,
    ) -> Result<()> {
        let hook = hook.and_then(|hook| self.interpreter.special_name(hook));
        if hook.is_some_and(|hook| class.lookup(hook).is_some()) {
            return Err(Error::control(Control::Dunder));
        }
        match class.lookup(name) {
            Some(value) if self.interpreter.is_data_descriptor(&value) => {
                Err(Error::control(Control::Dunder))
            }
            _ => Ok(()),
        }
    }

    /// `del object.name`
    #[inline(never)]
    pub(super) fn delete_attribute(
        &self,
        object: &Value<M>,
        name: NameId,
        hook: Option<Special>,
    ) -> Result<()> {
        let was_there = match object.object() {
            Some(Object::Instance(_) | Object::Derived(_))
                if let Some(instance) = object.as_instance() =>
            {
                if let Some(class) = object.own_class() {
                    self.check_setter(class, name, hook)?;
                }
                let own = instance.attributes.inside(|mut all| all.remove(name));
                let own = if let Some(own) = own {
                    own
                } else {
                    let heap = object.heap().unwrap_or_else(|| self.heap());
                    Own::Dict(self.dict_of_instance(heap, instance)?)
                };
                self.removed(own, name)?
            }
            Some(Object::Exception(exception)) => {
                if let Some(class) = object.own_class() {
                    self.check_setter(class, name, hook)?;
                }
                let own = exception.state.with(|state| state.attributes.alone().remove(name));
                self.removed(own.unwrap_or(Own::Missing), name)?
            }
            Some(Object::Class(class)) if !class.is_builtin => {
                if let Some(metaclass) = object.own_class() {
                    self.check_setter(metaclass, name, hook)?;
                }
                class.remove(name)
            }
            Some(Object::Function(function)) => self.remove_function_attribute(function, name)?,
            _ => return Err(self.cannot_set(object, name)),
        };
        if was_there { Ok(()) } else { Err(self.no_attribute(object, name)) }
    }

    /// What a value of a class of Python itself has besides methods.
    pub(super) fn member(&self, object: &Value<M>, name: &str) -> Result<Option<Value<M>>> {
        let number = match (object.object(), object.number()) {
            (Some(Object::Trace(trace)), _) => return self.trace_member(trace, name),
            (Some(Object::Range(range)), _) => match name {
                "start" => range.start,
                "stop" => range.stop,
                "step" => range.step,
                _ => return Ok(None),
            },
            (Some(Object::LongRange(range)), _) => {
                let number = match name {
                    "start" => &range.start,
                    "stop" => &range.stop,
                    "step" => &range.step,
                    _ => return Ok(None),
                };
                return int::from_big(self.heap(), number.clone()).map(Some);
            }
            (Some(Object::Generator(generator)), _) => {
                return self.generator_member(generator, name);
            }
            (Some(Object::Cell(slot)), _) if name == "cell_contents" => {
                let value = slot.load();
                if value.is_unbound() {
                    return Err(Error::value_error("cell is empty"));
                }
                return Ok(Some(value));
            }
            (Some(Object::Union(parts)), _) if name == "__args__" => {
                return self.heap().tuple(union::args(&self.interpreter, parts)).map(Some);
            }
            (Some(Object::Digest(hash)), _) => return hashlib::member(self, hash, name),
            (Some(Object::Stream(stream)), _) => return stream.member(self.heap(), name),
            (Some(Object::Slice(parts)), _) => {
                let at = ["start", "stop", "step"].iter().position(|part| *part == name);
                return Ok(at.map(|at| parts[at].clone()));
            }
            (_, Some(Number::Int(value))) => match name {
                "real" | "numerator" => {
                    return int::from_big(self.heap(), value.to_big()).map(Some);
                }
                "imag" => 0,
                "denominator" => 1,
                _ => return Ok(None),
            },
            (_, Some(Number::Float(_))) => match name {
                "real" => return Ok(Some(object.clone())),
                "imag" => return float::from_f64(self.heap(), 0.0).map(Some),
                _ => return Ok(None),
            },
            _ => return Ok(None),
        };
        int::from_i64(self.heap(), number).map(Some)
    }

    pub(super) fn name(&self, name: NameId) -> &str {
        &self.interpreter.names()[usize::from(name.0)]
    }

    /// What a class of the program may have a word about.
    #[cold]
    fn missing_attribute(&self, object: &Value<M>, name: NameId) -> Box<Error> {
        if self.interpreter.has_special(object, Special::GetAttr) {
            return Error::control(Control::Dunder);
        }
        self.no_attribute(object, name)
    }

    #[cold]
    pub(super) fn no_attribute(&self, object: &Value<M>, name: NameId) -> Box<Error> {
        no_attribute(object, self.name(name))
    }

    /// What is said where `__slots__` leave no place for an attribute.
    #[cold]
    fn no_place(&self, object: &Value<M>, name: NameId) -> Box<Error> {
        let (kind, name) = (object.type_name(), self.name(name));
        let of_class =
            object.own_class().and_then(|class| class.lookup(self.interpreter.name_id(name)?));
        Error::exception(
            "AttributeError",
            match of_class {
                Some(_) => format!("'{kind}' object attribute '{name}' is read-only"),
                None => format!("'{kind}' object has no attribute '{name}'"),
            },
        )
    }

    #[cold]
    fn cannot_set(&self, object: &Value<M>, name: NameId) -> Box<Error> {
        match object.object() {
            Some(Object::Class(class)) => {
                let (name, class) = (self.name(name), &class.name);
                Error::type_error(format!(
                    "cannot set '{name}' attribute of immutable type '{class}'"
                ))
            }
            _ if self.interpreter.method(object.type_of(), name).is_some() => {
                let (name, kind) = (self.name(name), object.type_name());
                Error::exception(
                    "AttributeError",
                    format!("'{kind}' object attribute '{name}' is read-only"),
                )
            }
            _ => self.no_attribute(object, name),
        }
    }
}

/// Has an instance itself nothing under this name?
#[inline(always)]
fn lacks<M: Memory>(instance: &InstanceObject<M>, name: NameId) -> bool {
    let lacks = instance.attributes.glance(|all| all.lacks_at_a_glance(name));
    lacks.unwrap_or_else(|| instance.attributes.inside(|all| all.lacks(name)))
}

/// What is called on a class of Python itself: only `__init_subclass__` is handed the class.
fn of_class<M: Memory>(function: Value<M>) -> Found<M> {
    match function.object() {
        Some(Object::Builtin(builtin)) if builtin.name == Special::InitSubclass.name() => {
            Found::ClassMethod(function)
        }
        _ => Found::Plain(function),
    }
}

pub(super) fn no_attribute<M: Memory>(object: &Value<M>, name: &str) -> Box<Error> {
    if let Some(error) = no_member(object, name) {
        return error;
    }
    let kind = object.type_name();
    if is_unsupported_attribute(name, kind) {
        return Error::unsupported(format!("the attribute `{name}` of a '{kind}' object"));
    }
    let message = match object.object() {
        Some(Object::Class(class)) => {
            format!("type object '{}' has no attribute '{name}'", class.name)
        }
        _ => format!("'{}' object has no attribute '{name}'", object.type_name()),
    };
    Error::exception("AttributeError", message)
}
