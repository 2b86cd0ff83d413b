//! `class`, `super()`, and how instances are made.

use super::attributes::Attributes;
use super::continuation::Then;
use super::error::Error;
use super::exception::ExceptionObject;
use super::globals::Slot;
use super::group;
use super::keywords::Names;
use super::machine::Machine;
use super::members::{os_error, without_filename};
use super::memory::{Locked, Memory};
use super::mro::{linearized, root_of};
use super::object::{InstanceObject, Object};
use super::special::Special;
use super::stack::Cursor;
use super::types::{ClassObject, Type};
use super::value::Value;
use crate::code::op::{NameId, Reg};

type Result<T> = std::result::Result<T, Box<Error>>;

impl<M: Memory> Machine<M> {
    /// `dst =` the class whose body has just been run in this frame.
    #[inline(never)]
    pub(super) fn build_class(&mut self, at: &mut Cursor<M>, dst: Reg, base: Reg) -> Result<()> {
        let interpreter = self.interpreter;
        let function = &interpreter.module().functions()[at.entry().index];
        let bases: Box<[_]> = match at.get(base).object() {
            Some(Object::Tuple(bases)) if !bases.is_empty() => Box::from(&**bases),
            _ => [interpreter.class(Type::Object)].into(),
        };
        let root = root_of(&bases)?;
        let ancestors = linearized(&bases)?;
        let mut body = Vec::new();
        let mut class_cell = Value::UNBOUND;
        for (index, name) in (0..).zip(&function.locals) {
            let value = at.get(Reg(index));
            if name == Special::Class.name() {
                class_cell = value.clone();
            } else if let Some(id) = self.attribute_id(name) {
                let value = match value.object() {
                    Some(Object::Cell(slot)) => slot.load(),
                    _ => value.clone(),
                };
                if !value.is_unbound() {
                    body.push((id, value));
                }
            }
        }
        self.add_class_names(function, &mut body)?;
        let named = self.named_descriptors(&body)?;
        let mut class =
            ClassObject::new(&function.name, bases, ancestors.into(), root, false, body);
        class.qualname = function.qualname.as_str().into();
        class.has_setters |= named.has_setters;
        class.is_hidden = function.is_hidden;
        let object = Object::Class(Box::new(class));
        let heap = self.heap();
        let is_immortal = interpreter.is_loading();
        let class = if is_immortal { heap.immortal(object) } else { heap.allocate(object) }?;
        if let Some(Object::Cell(slot)) = class_cell.object() {
            slot.store(class.clone());
        }
        at.set(dst, class.clone());
        self.tell_names(at, &class, &named.to_tell)
    }

    /// The id of an attribute's name, if the program names it as one anywhere.
    fn attribute_id(&self, name: &str) -> Option<NameId> {
        self.interpreter.name_id(name)
    }

    /// `dst = super()`
    #[inline(never)]
    pub(super) fn super_(
        &mut self,
        at: &mut Cursor<M>,
        dst: Reg,
        class: Reg,
        first: Reg,
    ) -> Result<()> {
        let class = inside(at.get(class));
        let instance = inside(at.get(first));
        if class.is_unbound() {
            return Err(Error::exception("RuntimeError", "super(): empty __class__ cell"));
        }
        let is_instance = match (class.as_class(), instance.own_class()) {
            (Some(class), Some(own)) => own.is_subclass_of(class),
            (Some(class), None) => instance.as_class().is_some_and(|own| own.is_subclass_of(class)),
            _ => false,
        };
        if !is_instance {
            return Err(Error::type_error(
                "super(type, obj): obj must be an instance or subtype of type",
            ));
        }
        let value = self.heap().allocate(Object::Super(Box::new((class, instance))))?;
        at.set(dst, value);
        Ok(())
    }

    /// The `__init__` of a class of the program that takes so many arguments and needs nothing but its
    /// frame: of most classes.
    pub(super) fn plain_init(&self, class: &ClassObject<M>, argc: u8) -> Option<Value<M>> {
        if class.is_builtin || class.root != Type::Object {
            return None;
        }
        let initialise = class.lookup(self.interpreter.special_name(Special::Init)?)?;
        let Some(Object::Function(function)) = initialise.object() else { return None };
        (function.entry().plain == usize::from(argc) + 1).then_some(initialise)
    }

    /// An instance without attributes.
    pub(super) fn bare_instance(&self, class: Value<M>) -> Result<Value<M>> {
        let attributes = M::Locked::new(Attributes::new());
        self.heap().allocate(Object::Instance(InstanceObject { class, attributes }))
    }

    /// Calls a class of the program: a new instance, then its `__init__`.
    pub(super) fn instantiate(
        &mut self,
        at: &mut Cursor<M>,
        class: &ClassObject<M>,
        value: &Value<M>,
        arguments: Vec<Value<M>>,
        keywords: Option<Names<M>>,
        then: Then<M>,
    ) -> Result<()> {
        let initialise =
            self.interpreter.special_name(Special::Init).and_then(|name| class.lookup(name));
        let instance = if class.root.is_exception() {
            let module = self.interpreter.module();
            let named = keywords.as_ref().map_or(0, |names| names.of(module).len());
            let args = &arguments[..arguments.len() - named];
            let group = group::parts(&self.interpreter, self.heap(), value, args)?;
            let (args, filename) = without_filename(class.root, args);
            let args = self.heap().tuple(args.to_vec())?;
            if initialise.is_none() && named > 0 {
                let name = &class.name;
                return Err(Error::type_error(format!("{name}() takes no keyword arguments")));
            }
            let (value, detail) = group.unwrap_or_else(|| {
                let kind = match arguments.first().and_then(Value::as_small_int) {
                    Some(number) if value.is(&self.interpreter.class(Type::OSError)) => {
                        (arguments.len() - named > 1).then(|| os_error(number))
                    }
                    _ => None,
                };
                (kind.map_or_else(|| value.clone(), |kind| self.interpreter.class(kind)), filename)
            });
            let exception = ExceptionObject::new(value, args);
            exception.state.with(|state| state.detail = detail);
            self.heap().allocate(Object::Exception(Box::new(exception)))?
        } else {
            if initialise.is_none() && !arguments.is_empty() {
                return Err(Error::type_error(format!("{}() takes no arguments", class.name)));
            }
            if class.is_builtin && class.root != Type::Object {
                return Err(Error::type_error(format!("cannot create '{}' instances", class.name)));
            }
            self.bare_instance(value.clone())?
        };
        let Some(initialise) = initialise else { return self.apply(at, then, instance) };
        let all = [instance.clone()].into_iter().chain(arguments).collect();
        let (initialise, all) = self.unbound_special(initialise, all);
        let then = Then::Init { instance, then: Box::new(then) };
        self.call_value(at, initialise, all, keywords, then)
    }
}

/// What is in a cell, or the value itself.
fn inside<M: Memory>(value: &Value<M>) -> Value<M> {
    match value.object() {
        Some(Object::Cell(slot)) => slot.load(),
        _ => value.clone(),
    }
}
