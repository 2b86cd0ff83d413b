//! What an interpreter has before its program runs: Python's classes with their methods, the
//! prelude's functions, constants, and what names mean that the program has not bound.

use std::collections::HashMap;
use std::sync::Arc;

use super::{Interpreter, MODULE, Prelude};
use crate::code::Constant;
use crate::code::op::NameId;
use crate::lang::Library;
use crate::vm::error::Error;
use crate::vm::memory::Memory;
use crate::vm::module_object::ModuleObject;
use crate::vm::mro::linearized;
use crate::vm::native::BuiltinObject;
use crate::vm::object::Object;
use crate::vm::types::{ClassObject, Type};
use crate::vm::value::Value;
use crate::vm::{builtins, methods, modules};

impl<M: Memory> Interpreter<M> {
    /// Those of the prelude's functions that have at least this number.
    pub(super) fn make_prelude(&self, first: usize) -> Result<Prelude<M>, Box<Error>> {
        let functions = self.module.functions().iter().enumerate().skip(first);
        let functions = functions
            .filter(|(_, function)| function.name.starts_with('.') && function.free.is_empty());
        let made = functions.map(|(index, function)| {
            let defaults = function.defaults.iter().flatten();
            let defaults = defaults.map(|default| self.constant(default));
            let mut values = defaults.collect::<Result<Vec<_>, Box<Error>>>()?;
            Ok((index, self.heap(MODULE).function(self.entry(index), &mut values, true)?))
        });
        made.collect()
    }

    pub(super) fn make_classes(&mut self, names: &HashMap<&str, NameId>) -> Result<(), Box<Error>> {
        let heap = Arc::clone(&self.heaps);
        let mut classes: Vec<Value<M>> = Vec::with_capacity(Type::ALL.len());
        for kind in Type::ALL {
            let base = (*kind != Type::Object).then(|| kind.base());
            let bases = base.into_iter().chain(kind.second_base());
            let bases: Box<[_]> = bases.map(|base| classes[base as usize].clone()).collect();
            let ancestors = linearized(&bases)?;
            let class =
                ClassObject::new(kind.name(), bases, ancestors.into(), *kind, true, Vec::new());
            classes.push(heap[heap.len() - 1].immortal(Object::Class(Box::new(class)))?);
        }
        self.classes = classes.into();
        self.make_methods(names)
    }

    /// The methods of Python's classes that these names are of.
    pub(super) fn make_methods(&mut self, names: &HashMap<&str, NameId>) -> Result<(), Box<Error>> {
        let heap = Arc::clone(&self.heaps);
        let methods = Type::ALL.iter().map(|kind| {
            let known = self.methods.get(*kind as usize);
            let mut methods = known.map_or_else(Vec::new, |known| known.to_vec());
            for (name, function) in methods::tables::<M>(*kind).flatten() {
                if let Some(id) = names.get(name) {
                    let builtin = BuiltinObject::new(name, Some(*kind), *function);
                    methods.resize_with(names.len(), || Value::UNBOUND);
                    let method = &mut methods[usize::from(id.0)];
                    if method.is_unbound() {
                        *method = heap[heap.len() - 1].immortal(Object::Builtin(builtin))?;
                    }
                }
            }
            Ok(methods.into())
        });
        self.methods = methods.collect::<Result<_, Box<Error>>>()?;
        let mut class_methods = self.class_methods.to_vec();
        for kind in Type::ALL {
            for (name, function) in methods::class_table::<M>(*kind) {
                let is_known =
                    |id| class_methods.iter().any(|(of, known, _)| of == kind && known == id);
                if let Some(id) = names.get(name).filter(|id| !is_known(*id)) {
                    let builtin = Object::Builtin(BuiltinObject::new(name, None, *function));
                    class_methods.push((*kind, *id, heap[heap.len() - 1].immortal(builtin)?));
                }
            }
        }
        self.class_methods = class_methods.into();
        Ok(())
    }

    pub(super) fn constant(&self, constant: &Constant) -> Result<Value<M>, Box<Error>> {
        let object = match constant {
            Constant::None => return Ok(Value::NONE),
            Constant::Ellipsis => return Ok(self.ellipsis.clone()),
            Constant::Bool(value) => return Ok(Value::bool(*value)),
            Constant::Int(value) => match i64::try_from(value).ok().and_then(Value::small_int) {
                Some(value) => return Ok(value),
                None => Object::Int(value.clone()),
            },
            Constant::Float(value) => match Value::small_float(*value) {
                Some(value) => return Ok(value),
                None => Object::Float(*value),
            },
            Constant::Str(text) => Object::Str(text.as_str().into()),
            Constant::Bytes(bytes) => Object::Bytes(bytes.as_slice().into()),
            Constant::Tuple(items) => {
                let items = items.iter().map(|item| self.constant(item));
                let mut tuple = self.heap(MODULE).tuple(items.collect::<Result<_, _>>()?)?;
                tuple.immortalize();
                return Ok(tuple);
            }
        };
        self.heap(MODULE).immortal(object)
    }

    /// What Python or the playground has under this name.
    pub(in crate::vm) fn predefined(&self, name: &str) -> Result<Option<Value<M>>, Box<Error>> {
        if name == "__name__" {
            return self.heap(MODULE).immortal(Object::Str(self.name.into())).map(Some);
        }
        match name {
            "__file__" => {
                return self.heap(MODULE).immortal(Object::Str("program.py".into())).map(Some);
            }
            "__package__" | "__spec__" => return Ok(Some(Value::NONE)),
            "__debug__" => return Ok(Some(Value::bool(true))),
            "__doc__" => {
                let Some(text) = self.module.docstring() else { return Ok(Some(Value::NONE)) };
                return self.heap(MODULE).immortal(Object::Str(text.into())).map(Some);
            }
            _ => {}
        }
        let bare = name.strip_prefix('.').or_else(|| name.strip_prefix("builtins."));
        let bare = bare.filter(|bare| !bare.is_empty());
        match bare.unwrap_or(name) {
            "Ellipsis" => return Ok(Some(self.ellipsis.clone())),
            "NotImplemented" => return Ok(Some(self.not_implemented.clone())),
            _ => {}
        }
        if let Some(module) = bare.unwrap_or(name).strip_suffix('.') {
            let module = Object::Module(Box::new(ModuleObject { name: module.into() }));
            return self.heap(MODULE).immortal(module).map(Some);
        }
        // The prelude's own names begin with a dot, so that no program binds them.
        let of_prelude = name.strip_prefix('.');
        if let Some(name) = of_prelude
            && self.module.prelude_function(name).is_some()
        {
            return self.prelude(name).map(Some);
        }
        let hidden = of_prelude.and_then(builtins::of_prelude);
        let plain = of_prelude.or_else(|| name.strip_prefix("builtins.")).unwrap_or(name);
        let function =
            hidden.or_else(|| builtins::function::<M>(plain)).or_else(|| modules::function(plain));
        if let Some((name, function)) = function {
            let builtin = BuiltinObject::new(name, None, function);
            return self.heap(MODULE).immortal(Object::Builtin(builtin)).map(Some);
        }
        if let Some(kind) = modules::class(plain).or_else(|| class_named(plain)) {
            return Ok(Some(self.class(kind)));
        }
        // What a module has not bound yet is the built-in, there as in a program.
        let member = plain.rsplit_once('.').filter(|(module, member)| {
            Library::named(module).is_some_and(|library| library.has(member))
        });
        match (modules::constant(self.heap(MODULE), plain)?, member) {
            (None, Some((_, member))) => self.predefined(&format!("builtins.{member}")),
            (found, _) => Ok(found),
        }
    }
}

/// The class of Python's `builtins` of this name.
fn class_named(name: &str) -> Option<Type> {
    let name = if matches!(name, "EnvironmentError" | "IOError") { "OSError" } else { name };
    Type::ALL.iter().copied().find(|kind| kind.is_global() && kind.name() == name)
}
