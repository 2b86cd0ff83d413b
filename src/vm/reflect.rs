//! What functions, classes and descriptors tell of themselves: `__name__`, `__doc__` and the like.

use super::error::Error;
use super::function::FunctionObject;
use super::heap::Heap;
use super::interpreter::Interpreter;
use super::machine::Machine;
use super::memory::Memory;
use super::mro::mro;
use super::native::BuiltinObject;
use super::object::Object;
use super::repr;
use super::special::Special;
use super::traceback::Trace;
use super::types::ClassObject;
use super::value::Value;
use crate::code::Function;
use crate::code::op::NameId;

type Result<T> = std::result::Result<T, Box<Error>>;

/// What of a class body's values wants to know its name.
pub(super) struct Named<M: Memory> {
    pub(super) has_setters: bool,
    /// Descriptors of the program with a `__set_name__`, each before its name.
    pub(super) to_tell: Vec<Value<M>>,
}

impl<M: Memory> Interpreter<M> {
    /// What messages call a function.
    pub(super) fn qualname(&self, function: &FunctionObject<M>) -> String {
        let set = self
            .special_name(Special::QualName)
            .and_then(|name| function.look(|state| state.special.alone().get(name)).flatten());
        match set.as_ref().and_then(Value::as_str) {
            Some(set) => set.to_owned(),
            None => self.module().functions()[function.entry().index].qualname.clone(),
        }
    }
}

impl<M: Memory> Machine<M> {
    /// An attribute of a function of the program.
    pub(super) fn function_attribute(
        &self,
        function: &FunctionObject<M>,
        name: NameId,
    ) -> Result<Option<Value<M>>> {
        let text = self.name(name);
        if text.starts_with("__")
            && let Some(value) = self.function_special(function, name, text)?
        {
            return Ok(Some(value));
        }
        match function.look(|state| state.attributes.alone().find(name)) {
            Some(own) => self.owned(own, name),
            None => Ok(None),
        }
    }

    fn function_special(
        &self,
        function: &FunctionObject<M>,
        name: NameId,
        text: &str,
    ) -> Result<Option<Value<M>>> {
        if let Some(value) = function.look(|state| state.special.alone().get(name)).flatten() {
            return Ok(Some(value));
        }
        let (heap, code) = (self.heap(), self.code_of(function));
        let defaults = function.defaults();
        let (by_position, by_name) = defaults.split_at(code.defaults.len());
        match text {
            "__name__" => heap.str(code.name.as_str()),
            "__qualname__" => heap.str(code.qualname.as_str()),
            "__doc__" => match &code.docstring {
                Some(text) => heap.str(text.as_str()),
                None => Ok(Value::NONE),
            },
            "__module__" => heap.str(self.interpreter.module_of(code)),
            "__defaults__" if by_position.is_empty() => Ok(Value::NONE),
            "__defaults__" => heap.tuple(by_position.to_vec()),
            "__annotations__" => heap.dict(),
            "__closure__" if function.cells().is_empty() => Ok(Value::NONE),
            "__closure__" => heap.tuple(function.cells().to_vec()),
            "__globals__" => match self.interpreter.global_named("_builtins._globals") {
                Some(globals) => Ok(globals),
                None => return Ok(None),
            },
            "__type_params__" => heap.tuple(Vec::new()),
            "__code__" => self.trace(Trace::Code { function: function.entry().index }),
            "__kwdefaults__" if by_name.is_empty() => Ok(Value::NONE),
            "__kwdefaults__" => {
                let dict = heap.dict()?;
                let names = &code.parameters[code.positional()..];
                let names = names.iter().zip(&code.signature.keyword_only);
                let names = names.filter(|(_, has_default)| **has_default);
                for ((name, _), value) in names.zip(by_name) {
                    self.set_in_dict(&dict, name, value.clone())?;
                }
                Ok(dict)
            }
            _ => return Ok(None),
        }
        .map(Some)
    }

    pub(super) fn code_of(&self, function: &FunctionObject<M>) -> &Function {
        &self.interpreter.module().functions()[function.entry().index]
    }

    /// `function.name = value`
    pub(super) fn set_function_attribute(
        &self,
        function: &FunctionObject<M>,
        heap: &Heap<M>,
        name: NameId,
        value: Value<M>,
    ) -> Result<()> {
        let text = self.name(name);
        let is_special = matches!(
            text,
            "__annotations__" | "__name__" | "__qualname__" | "__doc__" | "__module__"
        );
        if matches!(text, "__name__" | "__qualname__") && value.as_str().is_none() {
            return Err(Error::type_error(format!("{text} must be set to a string object")));
        }
        let stored = function.with_state(heap, |state| {
            let of = if is_special { &mut state.special } else { &mut state.attributes };
            of.alone().set(heap, name, value)
        })??;
        self.stored(stored, name)
    }

    /// `del function.name`; was there one?
    pub(super) fn remove_function_attribute(
        &self,
        function: &FunctionObject<M>,
        name: NameId,
    ) -> Result<bool> {
        match function.remove(name) {
            Some(own) => self.removed(own, name),
            None => Ok(false),
        }
    }

    /// An attribute of a built-in function or method.
    pub(super) fn builtin_attribute(
        &self,
        builtin: &BuiltinObject<M>,
        name: NameId,
    ) -> Result<Option<Value<M>>> {
        match (self.name(name), builtin.owner) {
            ("__qualname__", Some(owner)) => {
                self.heap().str(format!("{}.{}", owner.name(), builtin.name)).map(Some)
            }
            ("__name__" | "__qualname__", _) => self.heap().str(builtin.name).map(Some),
            ("__module__", None) => self.heap().str("builtins").map(Some),
            _ => Ok(None),
        }
    }

    /// An attribute of a class that its objects have not.
    pub(super) fn class_attribute(
        &self,
        object: &Value<M>,
        class: &ClassObject<M>,
        name: NameId,
    ) -> Result<Option<Value<M>>> {
        let text = self.name(name);
        if !text.starts_with("__") {
            return Ok(None);
        }
        let heap = self.heap();
        match text {
            // Some have their module in it.
            "__name__" => heap.str(class.name.rsplit('.').next().unwrap_or_default()),
            "__qualname__" if class.is_builtin => {
                heap.str(class.name.rsplit('.').next().unwrap_or_default())
            }
            "__qualname__" => heap.str(&*class.qualname),
            "__module__" if class.is_builtin => {
                let full = repr::qualified(class);
                heap.str(full.rsplit_once('.').map_or("builtins", |(module, _)| module))
            }
            "__annotations__" if !class.is_builtin => {
                class.own(name).map_or_else(|| heap.dict(), Ok)
            }
            "__base__" => Ok(class.bases.first().cloned().unwrap_or(Value::NONE)),
            "__bases__" => heap.tuple(class.bases.to_vec()),
            "__mro__" => heap.tuple(mro(object)),
            _ => return Ok(None),
        }
        .map(Some)
    }

    /// An attribute of a property, or of a static or class method.
    pub(super) fn descriptor_attribute(
        &self,
        object: &Value<M>,
        name: NameId,
    ) -> Result<Option<Value<M>>> {
        let text = self.name(name);
        Ok(match object.object() {
            Some(Object::Property(property)) => match text {
                "fget" => Some(property.functions[0].clone()),
                "fset" => Some(property.functions[1].clone()),
                "fdel" => Some(property.functions[2].clone()),
                "__isabstractmethod__" => Some(self.marked_abstract(&property.functions, name)?),
                "__doc__" => Some(self.property_doc(&property.functions[0], &property.doc)?),
                _ => None,
            },
            Some(Object::Wrapper(wrapper)) => match text {
                "__func__" | "__wrapped__" => Some(wrapper.function.clone()),
                "__isabstractmethod__" => {
                    Some(self.marked_abstract(std::slice::from_ref(&wrapper.function), name)?)
                }
                "__name__" | "__qualname__" | "__doc__" | "__module__" => {
                    Some(self.get_attribute(&wrapper.function, name)?)
                }
                _ => None,
            },
            _ => None,
        })
    }

    /// Is one of these functions abstract?
    fn marked_abstract(&self, functions: &[Value<M>], name: NameId) -> Result<Value<M>> {
        for function in functions {
            if let Ok(mark) = self.get_attribute(function, name)
                && self.truth_value(&mark)?
            {
                return Ok(Value::bool(true));
            }
        }
        Ok(Value::bool(false))
    }

    /// What a property says of itself, or else what its getter says.
    fn property_doc(&self, getter: &Value<M>, doc: &Value<M>) -> Result<Value<M>> {
        match self.interpreter.special_name(Special::Doc) {
            Some(name) if doc.is_unbound() && !getter.is_none() => self.get_attribute(getter, name),
            _ if doc.is_unbound() => Ok(Value::NONE),
            _ => Ok(doc.clone()),
        }
    }

    /// `class.name = value`
    pub(super) fn set_class_attribute(
        &self,
        class: &ClassObject<M>,
        heap: &Heap<M>,
        name: NameId,
        value: Value<M>,
    ) -> Result<()> {
        if matches!(self.name(name), "__name__" | "__qualname__") {
            return Err(Error::unsupported("giving a class another name"));
        }
        let is = |special| self.interpreter.special_name(special) == Some(name);
        if is(Special::New) || is(Special::AbstractMethods) {
            class.set_plainly_made(false);
        }
        if is(Special::Del) {
            class.set_finalizes();
        }
        let hooks = [Special::SetAttr, Special::DelAttr, Special::GetAttribute];
        if self.interpreter.is_data_descriptor(&value) || hooks.into_iter().any(is) {
            self.interpreter.set_late_setters();
        }
        class.set(heap, name, value)
    }

    /// What every class has besides what its body binds, if the program has names for it.
    pub(super) fn add_class_names(
        &self,
        doc: Option<&str>,
        module: Option<&str>,
        body: &mut Vec<(NameId, Value<M>)>,
    ) -> Result<()> {
        let mut add = |special, value: Result<Value<M>>| -> Result<()> {
            if let Some(name) = self.interpreter.special_name(special)
                && body.iter().all(|(known, _)| *known != name)
            {
                body.push((name, value?));
            }
            Ok(())
        };
        add(Special::Doc, doc.map_or(Ok(Value::NONE), |text| self.heap().str(text)))?;
        let module = module.unwrap_or_else(|| self.interpreter.main_module());
        add(Special::Module, self.heap().str(module))
    }

    /// Tells properties their names, and finds who else is to be told.
    pub(super) fn named_descriptors(&self, body: &[(NameId, Value<M>)]) -> Result<Named<M>> {
        let mut named = Named { has_setters: false, to_tell: Vec::new() };
        for (name, value) in body {
            named.has_setters |= self.interpreter.is_data_descriptor(value);
            if let Some(Object::Property(property)) = value.object() {
                property.set_name(*name);
            } else if self.interpreter.has_special(value, Special::SetName) {
                let name = self.heap().str(self.name(*name))?;
                named.to_tell.extend([value.clone(), name]);
            }
        }
        Ok(named)
    }

    /// The calls of `__set_name__` of descriptors of the program: functions with tuples of arguments.
    pub(super) fn naming_calls(
        &self,
        class: &Value<M>,
        to_tell: &[Value<M>],
    ) -> Result<Vec<Value<M>>> {
        let mut calls = Vec::new();
        let Some(name) = self.interpreter.special_name(Special::SetName) else { return Ok(calls) };
        for pair in to_tell.chunks_exact(2) {
            let method = pair[0].own_class().and_then(|class| class.lookup(name));
            let arguments = vec![pair[0].clone(), class.clone(), pair[1].clone()];
            let (method, arguments) =
                self.unbound_special(method.unwrap_or(Value::NONE), arguments);
            let arguments = self.heap().tuple(arguments)?;
            calls.push(self.heap().tuple(vec![method, arguments])?);
        }
        Ok(calls)
    }
}
