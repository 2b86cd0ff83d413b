//! `property`, `staticmethod`, `classmethod`, and what attributes of a class become when they are
//! found from an object: methods, or what a descriptor of the program gives.

use std::sync::atomic::{AtomicU16, Ordering};

use super::continuation::Then;
use super::derived::receiver;
use super::error::Error;
use super::interpreter::Interpreter;
use super::machine::Machine;
use super::memory::Memory;
use super::native::Control;
use super::object::Object;
use super::special::Special;
use super::stack::Cursor;
use super::value::Value;
use crate::code::op::NameId;

type Result<T> = std::result::Result<T, Box<Error>>;

/// `property`
pub(super) struct Property<M: Memory> {
    /// `fget`, `fset`, `fdel`, each of them perhaps `None`.
    pub(super) functions: [Value<M>; 3],
    pub(super) doc: Value<M>,
    /// The name that a class has it under, if it has been in the body of one.
    name: AtomicU16,
}

/// `staticmethod` or `classmethod`
pub(super) struct Wrapper<M: Memory> {
    pub(super) function: Value<M>,
    pub(super) is_of_class: bool,
}

/// What is done with a property.
#[derive(Clone, Copy)]
pub(super) enum Access {
    Get,
    Set,
    Delete,
}

/// What an attribute turned out to be.
pub(super) enum Found<M: Memory> {
    /// The value itself.
    Plain(Value<M>),
    /// A function whose first argument is the object.
    Method(Value<M>),
    /// A function whose first argument is the class.
    ClassMethod(Value<M>),
    /// An item of the tuple that the object is.
    Field(u16),
    /// A property, or a descriptor of the program: code of the program gives the value.
    Descriptor(Value<M>),
}

impl<M: Memory> Property<M> {
    pub(super) fn new(functions: [Value<M>; 3], doc: Value<M>) -> Self {
        Self { functions, doc, name: AtomicU16::new(u16::MAX) }
    }

    pub(super) fn set_name(&self, name: NameId) {
        self.name.store(name.0, Ordering::Relaxed);
    }

    fn name(&self) -> Option<NameId> {
        Some(self.name.load(Ordering::Relaxed)).filter(|name| *name != u16::MAX).map(NameId)
    }
}

impl<M: Memory> Interpreter<M> {
    /// What an attribute of a class is for one of its objects, or for the class itself.
    pub(super) fn as_found(&self, value: Value<M>, has_object: bool) -> Found<M> {
        match value.object() {
            Some(Object::Function(_)) if has_object => Found::Method(value),
            Some(Object::Builtin(builtin)) if has_object && builtin.owner.is_some() => {
                Found::Method(value)
            }
            Some(Object::Property(_)) if has_object => Found::Descriptor(value),
            Some(Object::Field(index)) if has_object => Found::Field(*index),
            Some(Object::Wrapper(wrapper)) if wrapper.is_of_class => {
                Found::ClassMethod(wrapper.function.clone())
            }
            Some(Object::Wrapper(wrapper)) => Found::Plain(wrapper.function.clone()),
            Some(Object::Instance(_)) if self.has_special(&value, Special::DescriptorGet) => {
                Found::Descriptor(value)
            }
            _ => Found::Plain(value),
        }
    }

    /// Does it decide what its attribute is before the object's own attributes do?
    pub(super) fn is_data_descriptor(&self, value: &Value<M>) -> bool {
        match value.object() {
            Some(Object::Property(_) | Object::Field(_)) => true,
            Some(Object::Instance(_)) => {
                self.has_special(value, Special::DescriptorSet)
                    || self.has_special(value, Special::DescriptorDelete)
            }
            _ => false,
        }
    }
}

/// The object that an attribute is found from, if that is no class, and its class.
pub(super) fn object_and_class<M: Memory>(
    interpreter: &Interpreter<M>,
    object: &Value<M>,
) -> (Option<Value<M>>, Value<M>) {
    match object.object() {
        Some(Object::Super(parts)) => object_and_class(interpreter, &parts.1),
        Some(Object::Class(_)) => (None, object.clone()),
        _ => (Some(object.clone()), interpreter.class_of(object)),
    }
}

impl<M: Memory> Machine<M> {
    /// `object.name` where code of the program has to be asked.
    pub(super) fn ask_attribute(
        &mut self,
        at: &mut Cursor<M>,
        object: &Value<M>,
        name: NameId,
        then: Then<M>,
    ) -> Result<()> {
        match self.interpreter.special(object, Special::GetAttribute) {
            Some(all) => {
                let name = self.heap().str(self.name(name))?;
                self.ask_for_all(at, all, object, name, then)
            }
            None => self.ask_found_attribute(at, object, name, then),
        }
    }

    /// Asks `__getattribute__`, then `__getattr__` if there is one.
    fn ask_for_all(
        &mut self,
        at: &mut Cursor<M>,
        all: Value<M>,
        object: &Value<M>,
        name: Value<M>,
        then: Then<M>,
    ) -> Result<()> {
        let arguments = vec![object.clone(), name];
        let (getter, arguments) = self.unbound_special(all, arguments.clone());
        let Some(ask) = self.interpreter.special(object, Special::GetAttr) else {
            return self.call_value(at, getter, arguments, None, then);
        };
        let (ask, more) = self.unbound_special(ask, arguments.clone());
        let (arguments, more) = (self.heap().tuple(arguments)?, self.heap().tuple(more)?);
        let both = self.interpreter.prelude("get_or_ask")?;
        self.call_value(at, both, vec![getter, arguments, ask, more], None, then)
    }

    /// The same where no `__getattribute__` goes first.
    fn ask_found_attribute(
        &mut self,
        at: &mut Cursor<M>,
        object: &Value<M>,
        name: NameId,
        then: Then<M>,
    ) -> Result<()> {
        let asked = match self.find(object, name)? {
            Some(Found::Descriptor(descriptor)) => self.getter(descriptor, object),
            Some(found) => {
                let value = self.found_value(found, object)?;
                return self.apply(at, then, value);
            }
            None => Err(self.no_attribute(object, name)),
        };
        let Some(ask) = self.interpreter.special(object, Special::GetAttr) else {
            let (function, arguments) = asked?;
            return self.call_value(at, function, arguments, None, then);
        };
        let name = self.heap().str(self.name(name))?;
        let (ask, more) = self.unbound_special(ask, vec![object.clone(), name]);
        let (function, arguments) = match asked {
            Err(error) if error.is("AttributeError") => (ask, more),
            asked => {
                let (getter, arguments) = asked?;
                let (arguments, more) = (self.heap().tuple(arguments)?, self.heap().tuple(more)?);
                (self.interpreter.prelude("get_or_ask")?, vec![getter, arguments, ask, more])
            }
        };
        self.call_value(at, function, arguments, None, then)
    }

    /// The same by a name that is only known now, as `getattr` has it.
    pub(super) fn ask_attribute_called(
        &mut self,
        at: &mut Cursor<M>,
        arguments: &[Value<M>],
        then: Then<M>,
    ) -> Result<()> {
        let [object, name, ..] = arguments else { return Ok(()) };
        if let Some(id) = name.as_str().and_then(|name| self.interpreter.name_id(name)) {
            return self.ask_attribute(at, object, id, then);
        }
        if let Some(all) = self.interpreter.special(object, Special::GetAttribute) {
            return self.ask_for_all(at, all, object, name.clone(), then);
        }
        let Some(ask) = self.interpreter.special(object, Special::GetAttr) else {
            return Err(Error::unsupported("getattr() of this"));
        };
        self.call_special(at, ask, vec![object.clone(), name.clone()], then)
    }

    /// What gives the value of a descriptor's attribute, and what it is called with.
    fn getter(&self, descriptor: Value<M>, object: &Value<M>) -> Result<(Value<M>, Vec<Value<M>>)> {
        let (instance, class) = object_and_class(&self.interpreter, object);
        if let Some(Object::Property(property)) = descriptor.object() {
            // A class's properties are those of its metaclass.
            let instance = instance.unwrap_or(class);
            let getter = self.accessor(property, Access::Get, &instance)?;
            return Ok((getter, vec![instance]));
        }
        let instance = instance.unwrap_or(Value::NONE);
        match self.interpreter.special(&descriptor, Special::DescriptorGet) {
            Some(get) => Ok(self.unbound_special(get, vec![descriptor, instance, class])),
            None => Err(Error::exception("AttributeError", Special::DescriptorGet.name())),
        }
    }

    /// `object.__getattribute__(name)` where a descriptor of the program gives the value.
    pub(super) fn ask_descriptor(
        &mut self,
        at: &mut Cursor<M>,
        arguments: &[Value<M>],
        then: Then<M>,
    ) -> Result<()> {
        let [object, name, ..] = arguments else { return Ok(()) };
        let Some(name) = name.as_str().and_then(|name| self.interpreter.name_id(name)) else {
            return Err(Error::unsupported("__getattribute__() of this"));
        };
        let Some(Found::Descriptor(descriptor)) = self.find(object, name)? else {
            return Err(self.no_attribute(object, name));
        };
        let (function, arguments) = self.getter(descriptor, object)?;
        self.call_value(at, function, arguments, None, then)
    }

    /// `object.name = value`, or `del object.name` without one, where code of the program has to be
    /// asked: a `__setattr__` or `__delattr__`, or else a data descriptor.
    pub(super) fn give_attribute(
        &mut self,
        at: &mut Cursor<M>,
        object: &Value<M>,
        name: &str,
        value: Option<Value<M>>,
        then: Then<M>,
    ) -> Result<()> {
        let hook = if value.is_some() { Special::SetAttr } else { Special::DelAttr };
        if let Some(method) = self.interpreter.special(object, hook) {
            let name = self.heap().str(name)?;
            let arguments = [object.clone(), name].into_iter().chain(value).collect();
            return self.call_special(at, method, arguments, then);
        }
        match self.interpreter.name_id(name) {
            Some(name) => self.give_to_descriptor(at, object, name, value, then),
            None => Err(super::access::no_attribute(object, name)),
        }
    }

    /// The same of a data descriptor.
    pub(super) fn give_to_descriptor(
        &mut self,
        at: &mut Cursor<M>,
        object: &Value<M>,
        name: NameId,
        value: Option<Value<M>>,
        then: Then<M>,
    ) -> Result<()> {
        let interpreter = self.interpreter;
        let Some(descriptor) = object.own_class().and_then(|class| class.lookup(name)) else {
            return Err(self.no_attribute(object, name));
        };
        let (access, special) = match value {
            Some(_) => (Access::Set, Special::DescriptorSet),
            None => (Access::Delete, Special::DescriptorDelete),
        };
        if let Some(Object::Property(property)) = descriptor.object() {
            let function = self.accessor(property, access, object)?;
            let arguments = [object.clone()].into_iter().chain(value).collect();
            return self.call_value(at, function, arguments, None, then);
        }
        if let Some(Object::Field(_)) = descriptor.object() {
            let what = if value.is_some() { "set" } else { "delete" };
            return Err(Error::exception("AttributeError", format!("can't {what} attribute")));
        }
        let Some(method) = interpreter.special(&descriptor, special) else {
            return Err(Error::exception("AttributeError", special.name()));
        };
        let arguments = [descriptor, object.clone()].into_iter().chain(value).collect();
        self.call_special(at, method, arguments, then)
    }

    /// The function of a property.
    fn accessor(
        &self,
        property: &Property<M>,
        access: Access,
        object: &Value<M>,
    ) -> Result<Value<M>> {
        let function = &property.functions[access as usize];
        if !function.is_none() {
            return Ok(function.clone());
        }
        let what = ["getter", "setter", "deleter"][access as usize];
        let name = property.name().map(|name| format!(" '{}'", self.name(name)));
        let kind = object.own_class().map_or(object.type_name(), |class| &class.qualname);
        let name = name.unwrap_or_default();
        let text = format!("property{name} of '{kind}' object has no {what}");
        Err(Error::exception("AttributeError", text))
    }

    /// What a found attribute is as a value.
    pub(super) fn found_value(&self, found: Found<M>, object: &Value<M>) -> Result<Value<M>> {
        match found {
            Found::Plain(value) => Ok(value),
            Found::Method(function) => {
                let (instance, class) = object_and_class(&self.interpreter, object);
                let object = receiver(&function, instance.unwrap_or(class));
                self.bound(function, object)
            }
            Found::ClassMethod(function) => {
                self.bound(function, object_and_class(&self.interpreter, object).1)
            }
            Found::Field(index) => match object.plain().object() {
                Some(Object::Tuple(items)) => items.get(usize::from(index)).cloned(),
                _ => None,
            }
            .ok_or_else(|| Error::exception("IndexError", "tuple index out of range")),
            Found::Descriptor(_) => Err(Error::control(Control::Dunder)),
        }
    }

    /// A special method and its arguments, of which only a function gets the object.
    pub(super) fn unbound_special(
        &self,
        method: Value<M>,
        arguments: Vec<Value<M>>,
    ) -> (Value<M>, Vec<Value<M>>) {
        let mut arguments = arguments;
        match self.interpreter.as_found(method, true) {
            Found::Method(function) => (function, arguments),
            Found::ClassMethod(function) => {
                arguments[0] = self.interpreter.class_of(&arguments[0]);
                (function, arguments)
            }
            Found::Plain(function) | Found::Descriptor(function) => {
                arguments.remove(0);
                (function, arguments)
            }
            Found::Field(_) => (Value::NONE, arguments),
        }
    }

    /// Calls what a class has under the name of a special method.
    pub(super) fn call_special(
        &mut self,
        at: &mut Cursor<M>,
        method: Value<M>,
        arguments: Vec<Value<M>>,
        then: Then<M>,
    ) -> Result<()> {
        let (function, arguments) = self.unbound_special(method, arguments);
        self.call_value(at, function, arguments, None, then)
    }
}
