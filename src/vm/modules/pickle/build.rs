//! Objects without their `__init__`, and what they are given then.

use super::read::{Asked, Step};
use crate::lang;
use crate::vm::attributes::Stored;
use crate::vm::error::Error;
use crate::vm::machine::Machine;
use crate::vm::memory::{Locked, Memory, Optimistic};
use crate::vm::object::Object;
use crate::vm::types::{ClassObject, Type};
use crate::vm::value::Value;

type Result<T> = std::result::Result<T, Box<Error>>;

impl<M: Memory> Machine<M> {
    /// What `class.__new__(class)` gives, if no code of the program is needed for it.
    pub(super) fn plain_new(&self, class: &Value<M>) -> Result<Option<Value<M>>> {
        match class.as_class() {
            Some(inside) if inside.root == Type::Object && !self.defines(inside, "__new__") => {
                self.bare_instance(class.clone()).map(Some)
            }
            _ => Ok(None),
        }
    }

    /// Do the instances of a class say themselves what becomes of a state?
    pub(super) fn takes_state(&self, class: &Value<M>) -> bool {
        class.as_class().is_some_and(|class| self.defines(class, "__setstate__"))
    }

    /// Has the class, or one of the program's that it inherits from, this attribute?
    fn defines(&self, class: &ClassObject<M>, name: &str) -> bool {
        self.interpreter.name_id(name).is_some_and(|name| class.lookup(name).is_some())
    }

    /// Gives an object its state, if it is a dict of attributes for an instance that takes them as they
    /// are.
    pub(super) fn build(&self, object: &Value<M>, state: &Value<M>) -> Result<Step<M>> {
        let asked = || Ok(Step::Done(Asked::For("build", object.clone(), state.clone())));
        let (Some(Object::Instance(instance)), Some(Object::Dict(pairs))) =
            (object.object(), state.object())
        else {
            return asked();
        };
        let (Some(class), Some(heap)) = (object.own_class(), object.heap()) else { return asked() };
        if self.defines(class, "__setstate__") || !self.slots(class).is_empty() {
            return asked();
        }
        let pairs = pairs.with(|pairs| pairs.pairs());
        let name_of = |key: &Value<M>| self.interpreter.name_id(key.as_str()?);
        let names: Option<Vec<_>> = pairs.iter().map(|(key, _)| name_of(key)).collect();
        let Some(names) = names else { return asked() };
        for (name, (_, value)) in names.into_iter().zip(pairs) {
            match instance.attributes.inside(|mut all| all.set(heap, name, value))? {
                Stored::Done { .. } | Stored::Grown { .. } => {}
                stored @ Stored::InDict { .. } => self.stored(stored, name)?,
            }
        }
        Ok(Step::Next)
    }

    /// A class or function by its module and name, in the words of `find_class`.
    pub(super) fn find_class(&self, module: &str, name: &str) -> Result<Value<M>> {
        match self.find_global(module, name) {
            Err(error) if error.is("AttributeError") && !is_known(module) => {
                let known = Type::ALL.iter().any(|kind| kind.name() == "ModuleNotFoundError");
                let kind = if known { "ModuleNotFoundError" } else { "ImportError" };
                Err(Error::exception(kind, format!("No module named '{module}'")))
            }
            Err(error) if error.is("AttributeError") && name.contains('.') => {
                let message = format!("Can't resolve path '{name}' on module '{module}'");
                Err(Error::exception("AttributeError", message))
            }
            found => found,
        }
    }
}

/// Is there such a module?
fn is_known(module: &str) -> bool {
    matches!(module, "__main__" | "__mp_main__") || lang::is_module(module)
}
