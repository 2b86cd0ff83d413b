//! `getattr`, `setattr`, `delattr`, `hasattr` and `vars`: attributes whose names are known only now.
//! What a name is that the program has nowhere, only the dict of an object can tell.

use crate::vm::access::no_attribute;
use crate::vm::error::Error;
use crate::vm::machine::Machine;
use crate::vm::memory::Memory;
use crate::vm::methods;
use crate::vm::native::{Args, BuiltinObject, Control, Native, Table};
use crate::vm::object::Object;
use crate::vm::special::Special;
use crate::vm::types::{ClassObject, Type};
use crate::vm::value::Value;

type Result<T> = std::result::Result<T, Box<Error>>;

pub(super) fn functions<M: Memory>() -> Table<M> {
    const {
        &[
            ("delattr", delattr::<M> as Native<M>),
            ("getattr", getattr::<M>),
            ("hasattr", hasattr::<M>),
            ("setattr", setattr::<M>),
            ("vars", vars::<M>),
        ]
    }
}

fn name_of<M: Memory>(name: &Value<M>) -> Result<&str> {
    name.as_str().ok_or_else(|| {
        let kind = name.type_name();
        Error::type_error(format!("attribute name must be string, not '{kind}'"))
    })
}

/// `getattr(object, name)`, `getattr(object, name, default)`
fn getattr<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let values = args.between("getattr", 2, 3)?;
    let found = machine.attribute_called(&values[0], name_of(&values[1])?);
    match (found, values.get(2)) {
        (Err(error), Some(default)) if error.is("AttributeError") => Ok(default.clone()),
        (Err(error), Some(_)) if *error == Error::Control(Control::Dunder) => {
            Err(Error::control(Control::Prelude("getattr_or")))
        }
        (found, _) => found,
    }
}

fn hasattr<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [object, name] = args.expected("hasattr")?;
    match machine.attribute_called(object, name_of(name)?) {
        Ok(_) => Ok(Value::bool(true)),
        Err(error) if error.is("AttributeError") => Ok(Value::bool(false)),
        Err(error) if *error == Error::Control(Control::Dunder) => {
            Err(Error::control(Control::Prelude("hasattr")))
        }
        Err(error) => Err(error),
    }
}

fn setattr<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [object, name, value] = args.expected("setattr")?;
    let name = name_of(name)?;
    match machine.interpreter.name_id(name) {
        Some(id) => machine.set_attribute(object, id, value.clone())?,
        None if machine.interpreter.has_special(object, Special::SetAttr) => {
            return Err(Error::control(Control::Dunder));
        }
        None => machine.set_unnamed(object, name, Some(value))?,
    }
    Ok(Value::NONE)
}

fn delattr<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [object, name] = args.expected("delattr")?;
    let name = name_of(name)?;
    match machine.interpreter.name_id(name) {
        Some(id) => machine.delete_attribute(object, id, Some(Special::DelAttr))?,
        None if machine.interpreter.has_special(object, Special::DelAttr) => {
            return Err(Error::control(Control::Dunder));
        }
        None => machine.set_unnamed(object, name, None)?,
    }
    Ok(Value::NONE)
}

/// `object.__setattr__(name, value)`
pub(in crate::vm) fn set_by_object<M: Memory>(
    machine: &mut Machine<M>,
    args: &Args<'_, M>,
) -> Result<Value<M>> {
    let [object, name, value] = args.receiver_and()?;
    let name = name_of(name)?;
    match machine.interpreter.name_id(name) {
        Some(id) => machine.store_attribute(object, id, value.clone(), None)?,
        None => machine.set_unnamed(object, name, Some(value))?,
    }
    Ok(Value::NONE)
}

/// `object.__delattr__(name)`
pub(in crate::vm) fn delete_by_object<M: Memory>(
    machine: &mut Machine<M>,
    args: &Args<'_, M>,
) -> Result<Value<M>> {
    let [object, name] = args.receiver_and()?;
    let name = name_of(name)?;
    match machine.interpreter.name_id(name) {
        Some(id) => machine.delete_attribute(object, id, None)?,
        None => machine.set_unnamed(object, name, None)?,
    }
    Ok(Value::NONE)
}

/// `object.__getattribute__(name)`
pub(in crate::vm) fn get_by_object<M: Memory>(
    machine: &mut Machine<M>,
    args: &Args<'_, M>,
) -> Result<Value<M>> {
    let [object, name] = args.receiver_and()?;
    let name = name_of(name)?;
    let found = match machine.interpreter.name_id(name) {
        Some(id) => match machine.find(object, id)? {
            Some(found) => Some(machine.found_value(found, object)?),
            None => None,
        },
        None => machine.unnamed(object, name)?,
    };
    found.ok_or_else(|| no_attribute(object, name))
}

/// `vars(object)`
fn vars<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    match args.between("vars", 0, 1)? {
        [] => Err(Error::control(Control::Locals)),
        [object, ..] => machine
            .dict_of_object(object)?
            .ok_or_else(|| Error::type_error("vars() argument must have __dict__ attribute")),
    }
}

impl<M: Memory> Machine<M> {
    /// An attribute by a name that need not be anywhere in the program.
    pub(in crate::vm) fn attribute_called(
        &self,
        object: &Value<M>,
        name: &str,
    ) -> Result<Value<M>> {
        if let Some(id) = self.interpreter.name_id(name) {
            return self.get_attribute(object, id);
        }
        if self.interpreter.has_special(object, Special::GetAttribute) {
            return Err(Error::control(Control::Dunder));
        }
        if let Some(found) = self.unnamed(object, name)? {
            return Ok(found);
        }
        if self.interpreter.has_special(object, Special::GetAttr) {
            return Err(Error::control(Control::Dunder));
        }
        Err(no_attribute(object, name))
    }

    /// What was set by a name that the program has nowhere.
    fn unnamed(&self, object: &Value<M>, name: &str) -> Result<Option<Value<M>>> {
        if let Some(Object::Module(module)) = object.object() {
            return self.member_of_module(module, name);
        }
        let own = match object.object() {
            Some(
                Object::Instance(_)
                | Object::Derived(_)
                | Object::Exception(_)
                | Object::Function(_),
            ) => Self::known_dict(object),
            _ => None,
        };
        if let Some(value) = own.map_or(Ok(None), |dict| self.in_dict_called(&dict, name))? {
            return Ok(Some(value));
        }
        let class = object.as_class().or_else(|| object.own_class());
        for class in class.into_iter().flat_map(ClassObject::lineage) {
            if let Some(dict) = class.unnamed()
                && let Some(value) = self.in_dict_called(&dict, name)?
            {
                let found = self.interpreter.as_found(value, object.as_class().is_none());
                return self.found_value(found, object).map(Some);
            }
        }
        self.of_builtin(object, name)
    }

    /// What a class of Python itself has.
    fn of_builtin(&self, object: &Value<M>, name: &str) -> Result<Option<Value<M>>> {
        let class = object.as_class();
        let mut kind = class.map_or_else(|| object.type_of(), |class| class.root);
        loop {
            if let Some((name, function)) =
                methods::tables::<M>(kind).flatten().find(|(known, _)| *known == name)
            {
                let builtin = BuiltinObject::new(name, Some(kind), *function);
                let builtin = self.heap().allocate(Object::Builtin(builtin))?;
                let found = self.interpreter.as_found(builtin, class.is_none());
                return self.found_value(found, object).map(Some);
            }
            if kind == Type::Object {
                return self.member(object, name);
            }
            kind = kind.base();
        }
    }

    /// Sets such an attribute, or deletes it.
    fn set_unnamed(&self, object: &Value<M>, name: &str, value: Option<&Value<M>>) -> Result<()> {
        let dict = match object.object() {
            Some(Object::Class(class)) if !class.is_builtin => {
                Some(class.unnamed_or(self.heap().dict()?))
            }
            Some(Object::Class(class)) => {
                return Err(Error::type_error(format!(
                    "cannot set '{name}' attribute of immutable type '{}'",
                    class.name
                )));
            }
            _ => self.dict_of_object(object)?,
        };
        let Some(dict) = dict else { return Err(no_attribute(object, name)) };
        match value {
            Some(value) => self.set_in_dict(&dict, name, value.clone()),
            None if self.remove_from_dict(&dict, name)? => Ok(()),
            None => Err(no_attribute(object, name)),
        }
    }
}
