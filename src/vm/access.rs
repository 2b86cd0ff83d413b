//! Attributes: `object.name`, and the methods that a call finds by one.

use super::calls::binds;
use super::error::Error;
use super::float;
use super::function::MethodObject;
use super::heap::Heap;
use super::int;
use super::machine::Machine;
use super::memory::{Locked, Memory};
use super::object::Object;
use super::ops::Number;
use super::special::Special;
use super::stack::Cursor;
use super::types::{ClassObject, Type};
use super::value::Value;
use crate::code::op::{NameId, Reg};

type Result<T> = std::result::Result<T, Box<Error>>;

/// What an attribute turned out to be.
enum Found<M: Memory> {
    /// The value itself.
    Plain(Value<M>),
    /// A function whose first argument is the object.
    Method(Value<M>),
}

impl<M: Memory> Machine<M> {
    /// `object.name`
    #[inline(never)]
    pub(super) fn get_attribute(&self, object: &Value<M>, name: NameId) -> Result<Value<M>> {
        if let Some(Object::Instance(instance)) = object.object()
            && let Some(value) = instance.attributes.with(|all| all.get(name))
        {
            return Ok(value);
        }
        match self.find(object, name)? {
            Some(Found::Plain(value)) => Ok(value),
            Some(Found::Method(function)) => self.bound(function, receiver(object)),
            None => Err(self.no_attribute(object, name)),
        }
    }

    /// The same for a name that is only known now.
    pub(super) fn attribute_named(&self, object: &Value<M>, name: &str) -> Result<Value<M>> {
        let known = self.interpreter.names().iter().position(|known| known == name);
        match known.and_then(|id| u16::try_from(id).ok()) {
            Some(id) => self.get_attribute(object, NameId(id)),
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
        match self.find_anywhere(object, name)? {
            Some(Found::Method(function)) => {
                if let Some(Object::Super(parts)) = object.object() {
                    let instance = parts.1.clone();
                    at.set(first, instance);
                }
                at.set(base, function);
            }
            Some(Found::Plain(value)) => {
                at.set(first, Value::UNBOUND);
                at.set(base, value);
            }
            None => return Err(self.no_attribute(object, name)),
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
            None => self.interpreter.method(object.type_of(), name).cloned(),
        };
        let Some(function) = function else {
            let is_exit = self.interpreter.special_name(Special::Exit) == Some(name);
            let missed = if is_exit { " (missed __exit__ method)" } else { "" };
            return Err(Error::type_error(format!(
                "'{}' object does not support the context manager protocol{missed}",
                object.type_name()
            )));
        };
        if !binds(&function) {
            at.set(Reg(base.0.saturating_add(1)), Value::UNBOUND);
        }
        at.set(base, function);
        Ok(())
    }

    fn find(&self, object: &Value<M>, name: NameId) -> Result<Option<Found<M>>> {
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
        let own = match object.object() {
            Some(Object::Instance(instance)) => instance.attributes.with(|all| all.get(name)),
            Some(Object::Exception(exception))
                if special(Special::Code) && exception.root() == Type::SystemExit =>
            {
                Some(exception.code(Some(name)))
            }
            Some(Object::Exception(exception)) if special(Special::Traceback) => {
                Some(self.traceback(exception)?)
            }
            Some(Object::Exception(exception)) => exception.state.with(|state| {
                if special(Special::Args) {
                    return Some(state.args.clone());
                }
                if special(Special::Cause) {
                    return Some(state.cause.clone());
                }
                if special(Special::Context) {
                    return Some(state.context.clone());
                }
                if special(Special::Value) && exception.root() == Type::StopIteration {
                    let first = match state.args.object() {
                        Some(Object::Tuple(args)) => args.first().cloned(),
                        _ => None,
                    };
                    return Some(first.unwrap_or(Value::NONE));
                }
                state.attributes.get(name)
            }),
            Some(Object::Class(class)) => return self.find_in_class(class, name),
            Some(Object::Super(parts)) => return Ok(self.find_in_super(&parts.0, name)),
            Some(Object::Function(function)) if special(Special::Name) => {
                let index = function.entry().index;
                let text = self.interpreter.module().functions()[index].name.as_str();
                Some(self.heap().str(text)?)
            }
            Some(Object::Builtin(builtin)) if special(Special::Name) => {
                Some(self.heap().str(builtin.name)?)
            }
            Some(Object::Sync(sync))
                if special(Special::MaxSize) && sync.type_of() == Type::Queue =>
            {
                Some(int::from_i64(self.heap(), sync.most())?)
            }
            Some(Object::Method(method)) if special(Special::Name) => {
                return self.find(&method.function, name);
            }
            _ => None,
        };
        if let Some(value) = own {
            return Ok(Some(Found::Plain(value)));
        }
        if let Some(class) = object.own_class()
            && let Some(value) = class.lookup(name)
        {
            return Ok(Some(as_method(value)));
        }
        if let Some(value) =
            object.as_exception().and_then(|exception| exception.member(self.name(name)))
        {
            return Ok(Some(Found::Plain(value)));
        }
        if let Some(method) = self.find_in_type(object.type_of(), name) {
            return Ok(Some(method));
        }
        let member = self.interpreter.class_method(object.type_of(), name);
        let member = member.map_or_else(|| self.member(object, name), |member| Ok(Some(member)));
        Ok(member?.map(Found::Plain))
    }

    /// A method of a class of Python itself.
    #[inline]
    fn find_in_type(&self, kind: Type, name: NameId) -> Option<Found<M>> {
        Some(Found::Method(self.interpreter.method(kind, name)?.clone()))
    }

    /// An attribute of a class itself: its functions are found as they are.
    fn find_in_class(&self, class: &ClassObject<M>, name: NameId) -> Result<Option<Found<M>>> {
        if self.interpreter.special_name(Special::Name) == Some(name) {
            // Some have their module in it.
            let name = class.name.rsplit('.').next().unwrap_or_default();
            return Ok(Some(Found::Plain(self.heap().str(name)?)));
        }
        let value = class.lookup(name);
        let value = value.or_else(|| self.interpreter.method(class.root, name).cloned());
        let value = value.or_else(|| self.interpreter.class_method(class.root, name));
        match value {
            Some(value) => Ok(Some(Found::Plain(value))),
            None => Ok(self.find_in_type(Type::Type, name)),
        }
    }

    /// An attribute of the classes that `class` inherits from.
    fn find_in_super(&self, class: &Value<M>, name: NameId) -> Option<Found<M>> {
        let base = class.as_class().and_then(|class| class.base.as_ref()).and_then(Value::as_class);
        if let Some(value) = base.and_then(|base| base.lookup(name)) {
            return Some(as_method(value));
        }
        let root = base.map_or(Type::Object, |base| base.root);
        self.interpreter.method(root, name).cloned().map(Found::Method)
    }

    fn bound(&self, function: Value<M>, receiver: Value<M>) -> Result<Value<M>> {
        self.heap().allocate(Object::Method(Box::new(MethodObject { function, receiver })))
    }

    /// `object.name = value`
    #[inline(never)]
    pub(super) fn set_attribute(
        &self,
        object: &Value<M>,
        name: NameId,
        value: Value<M>,
    ) -> Result<()> {
        let heap: Option<&Heap<M>> = object.heap();
        let old = match (object.object(), heap) {
            // `object()` itself has no attributes.
            (Some(Object::Instance(instance)), Some(heap))
                if !instance.class.as_class().is_some_and(|class| class.is_builtin) =>
            {
                instance.attributes.with(|all| all.set(heap, name, value))?
            }
            (Some(Object::Exception(exception)), Some(heap)) => {
                let is_args = self.interpreter.special_name(Special::Args) == Some(name);
                exception.state.with(|state| {
                    if is_args {
                        return Ok(Some(std::mem::replace(&mut state.args, value)));
                    }
                    state.attributes.set(heap, name, value)
                })?
            }
            (Some(Object::Class(class)), Some(heap)) if !class.is_builtin => {
                class.set(heap, name, value)?;
                None
            }
            _ => return Err(self.cannot_set(object, name)),
        };
        drop(old);
        Ok(())
    }

    /// `del object.name`
    #[inline(never)]
    pub(super) fn delete_attribute(&self, object: &Value<M>, name: NameId) -> Result<()> {
        let was_there = match object.object() {
            Some(Object::Instance(instance)) => {
                instance.attributes.with(|all| all.remove(name)).is_some()
            }
            Some(Object::Exception(exception)) => {
                exception.state.with(|state| state.attributes.remove(name)).is_some()
            }
            Some(Object::Class(class)) if !class.is_builtin => class.remove(name),
            _ => return Err(self.cannot_set(object, name)),
        };
        if was_there { Ok(()) } else { Err(self.no_attribute(object, name)) }
    }

    /// What a value of a class of Python itself has besides methods.
    fn member(&self, object: &Value<M>, name: NameId) -> Result<Option<Value<M>>> {
        let name = self.name(name);
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

    fn name(&self, name: NameId) -> &str {
        &self.interpreter.names()[usize::from(name.0)]
    }

    #[cold]
    fn no_attribute(&self, object: &Value<M>, name: NameId) -> Box<Error> {
        no_attribute(object, self.name(name))
    }

    #[cold]
    fn cannot_set(&self, object: &Value<M>, name: NameId) -> Box<Error> {
        match object.object() {
            Some(Object::Function(_)) => Error::unsupported("attributes of functions"),
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

fn no_attribute<M: Memory>(object: &Value<M>, name: &str) -> Box<Error> {
    let message = match object.object() {
        Some(Object::Class(class)) => {
            format!("type object '{}' has no attribute '{name}'", class.name)
        }
        _ => format!("'{}' object has no attribute '{name}'", object.type_name()),
    };
    Error::exception("AttributeError", message)
}

/// What a method is called with: for `super()` the instance.
fn receiver<M: Memory>(object: &Value<M>) -> Value<M> {
    match object.object() {
        Some(Object::Super(parts)) => parts.1.clone(),
        _ => object.clone(),
    }
}

/// Functions of a class become methods, everything else stays as it is.
fn as_method<M: Memory>(value: Value<M>) -> Found<M> {
    if binds(&value) { Found::Method(value) } else { Found::Plain(value) }
}
