//! The attributes that an object has of its own, and `__dict__`: once the program has asked for that,
//! a dict has the attributes, and is asked for them by their names.

use super::attributes::{Attributes, Own, Stored};
use super::dict;
use super::error::Error;
use super::heap::Heap;
use super::lock::Inside;
use super::machine::Machine;
use super::memory::{Locked, Memory, Optimistic};
use super::methods;
use super::native::BuiltinObject;
use super::object::{InstanceObject, Object};
use super::types::{ClassObject, Type};
use super::value::Value;
use crate::code::op::NameId;

type Result<T> = std::result::Result<T, Box<Error>>;

impl<M: Memory> Machine<M> {
    /// What was found under a name.
    pub(super) fn owned(&self, own: Own<M>, name: NameId) -> Result<Option<Value<M>>> {
        match own {
            Own::Value(value) => Ok(Some(value)),
            Own::Dict(dict) => self.in_dict(&dict, name),
            Own::Missing => Ok(None),
        }
    }

    #[cold]
    #[inline(never)]
    fn in_dict(&self, dict: &Value<M>, name: NameId) -> Result<Option<Value<M>>> {
        self.in_dict_called(dict, self.name(name))
    }

    pub(super) fn in_dict_called(&self, dict: &Value<M>, name: &str) -> Result<Option<Value<M>>> {
        let Some(Object::Dict(pairs)) = dict.object() else { return Ok(None) };
        dict::get(&self.interpreter, pairs, &self.heap().str(name)?)
    }

    /// Sets an attribute where a dict has them.
    pub(super) fn stored(&self, stored: Stored<M>, name: NameId) -> Result<()> {
        match stored {
            Stored::Done { .. } | Stored::Grown { .. } => Ok(()),
            Stored::InDict { dict, value } => self.set_in_dict(&dict, self.name(name), value),
        }
    }

    #[cold]
    #[inline(never)]
    pub(super) fn set_in_dict(&self, dict: &Value<M>, name: &str, value: Value<M>) -> Result<()> {
        let (Some(Object::Dict(pairs)), Some(heap)) = (dict.object(), dict.heap()) else {
            return Ok(());
        };
        dict::set(&self.interpreter, heap, pairs, &self.heap().str(name)?, value)
    }

    /// What was to be taken out: was it there?
    pub(super) fn removed(&self, own: Own<M>, name: NameId) -> Result<bool> {
        match own {
            Own::Value(_) => Ok(true),
            Own::Missing => Ok(false),
            Own::Dict(dict) => self.remove_from_dict(&dict, self.name(name)),
        }
    }

    pub(super) fn remove_from_dict(&self, dict: &Value<M>, name: &str) -> Result<bool> {
        let Some(Object::Dict(pairs)) = dict.object() else { return Ok(false) };
        Ok(dict::remove(&self.interpreter, pairs, &self.heap().str(name)?)?.is_some())
    }

    /// The dict that has an object's attributes, if there is one already.
    pub(super) fn known_dict(object: &Value<M>) -> Option<Value<M>> {
        match object.object()? {
            Object::Instance(_) | Object::Derived(_) => {
                object.as_instance()?.attributes.inside(|all| all.dict())
            }
            Object::Exception(exception) => {
                exception.state.with(|state| state.attributes.alone().dict())
            }
            Object::Function(function) => {
                function.look(|state| state.attributes.alone().dict()).flatten()
            }
            _ => None,
        }
    }

    /// The dict that has these attributes of an object on this heap from now on.
    fn dict_of(&self, heap: &Heap<M>, all: &mut Inside<'_, Attributes<M>>) -> Result<Value<M>> {
        if let Some(dict) = all.dict() {
            return Ok(dict);
        }
        let dict = self.heap().dict()?;
        for (name, value) in all.all() {
            self.set_in_dict(&dict, self.name(name), value)?;
        }
        drop(all.leave_to(heap, dict.clone())?);
        Ok(dict)
    }

    /// The dict that has the attributes of an instance from now on.
    pub(super) fn dict_of_instance(
        &self,
        heap: &Heap<M>,
        instance: &InstanceObject<M>,
    ) -> Result<Value<M>> {
        instance.attributes.inside_with_others(|mut all| self.dict_of(heap, &mut all))
    }

    /// `object.__dict__`, of what has one.
    #[cold]
    #[inline(never)]
    pub(super) fn dict_of_object(&self, object: &Value<M>) -> Result<Option<Value<M>>> {
        if object.own_class().is_some_and(|class| class.slots.is_some())
            && object.as_class().is_none()
        {
            return Ok(None);
        }
        let heap = object.heap().unwrap_or_else(|| self.heap());
        let dict = match object.object() {
            Some(Object::Instance(_) | Object::Derived(_))
                if object.own_class().is_some()
                    && let Some(instance) = object.as_instance() =>
            {
                self.dict_of_instance(heap, instance)
            }
            Some(Object::Exception(exception)) => exception
                .state
                .with_others(|state| self.dict_of(heap, &mut state.attributes.alone())),
            Some(Object::Function(function)) => function
                .with_state(heap, |state| self.dict_of(heap, &mut state.attributes.alone()))?,
            Some(Object::Class(class)) if !class.is_builtin => self.dict_of_class(class),
            Some(Object::Module(module)) => self.dict_of_module(module),
            _ => return Ok(None),
        };
        dict.map(Some)
    }

    /// `object.__dict__ = dict`
    pub(super) fn set_dict_of_object(&self, object: &Value<M>, dict: &Value<M>) -> Result<()> {
        let has_dict = object.own_class().is_some_and(|class| class.slots.is_none())
            && object.as_class().is_none();
        let Some(instance) = object.as_instance().filter(|_| has_dict) else {
            return Err(Error::unsupported("assigning to `__dict__` of what is no plain instance"));
        };
        if !matches!(dict.object(), Some(Object::Dict(_))) {
            let kind = dict.type_name();
            let text = format!("__dict__ must be set to a dictionary, not a '{kind}'");
            return Err(Error::type_error(text));
        }
        let heap = object.heap().unwrap_or_else(|| self.heap());
        // What it had is dropped when nobody is inside any more.
        let old = instance.attributes.inside(|mut all| all.leave_to(heap, dict.clone()))?;
        drop(old);
        Ok(())
    }

    /// The methods of a class of Python's own.
    pub(super) fn dict_of_builtin(&self, kind: Type) -> Result<Value<M>> {
        let (heap, dict) = (self.heap(), self.heap().dict()?);
        for (name, function) in methods::tables::<M>(kind).flatten() {
            let method = BuiltinObject::new(name, Some(kind), *function);
            self.set_in_dict(&dict, name, heap.allocate(Object::Builtin(method))?)?;
        }
        for (name, function) in methods::class_table::<M>(kind) {
            let function = BuiltinObject::new(name, Some(kind), *function);
            self.set_in_dict(&dict, name, heap.allocate(Object::Builtin(function))?)?;
        }
        Ok(dict)
    }

    /// What a class has, as it is now.
    fn dict_of_class(&self, class: &ClassObject<M>) -> Result<Value<M>> {
        let dict = self.heap().dict()?;
        for (name, value) in class.all() {
            self.set_in_dict(&dict, self.name(name), value)?;
        }
        if let Some(Object::Dict(unnamed)) = class.unnamed().as_ref().and_then(Value::object) {
            for (name, value) in unnamed.with(|pairs| pairs.pairs()) {
                super::build::dict_set(&self.interpreter, &dict, &name, &value)?;
            }
        }
        Ok(dict)
    }
}
