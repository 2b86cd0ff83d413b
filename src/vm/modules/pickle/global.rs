//! Functions and classes go by their module and their name in it, and are found by them again.

use crate::vm::builtins;
use crate::vm::error::Error;
use crate::vm::machine::Machine;
use crate::vm::memory::Memory;
use crate::vm::modules;
use crate::vm::native::{BuiltinObject, Control};
use crate::vm::object::Object;
use crate::vm::repr;
use crate::vm::types::Type;
use crate::vm::value::Value;

type Result<T> = std::result::Result<T, Box<Error>>;

/// The module of the program, and what a process of `multiprocessing` calls the same.
const MAIN: &str = "__main__";
const MP_MAIN: &str = "__mp_main__";
const BUILTINS: &str = "builtins";

/// Where something is found.
pub(super) struct Global {
    pub(super) module: String,
    /// With dots, if it is in a class.
    pub(super) name: String,
}

impl Global {
    /// Is it the program's own?
    pub(super) fn is_main(&self) -> bool {
        matches!(&*self.module, MAIN | MP_MAIN)
    }
}

impl<M: Memory> Machine<M> {
    /// Where a function or a class is, or another object that says what it is called.
    pub(super) fn global_of(&self, value: &Value<M>, name: Option<&str>) -> Result<Global> {
        let native = match value.object() {
            Some(Object::Builtin(builtin)) => self.library_global(value).or_else(|| {
                let (module, name) = (BUILTINS.to_owned(), builtin.name.to_owned());
                Some(Global { module, name })
            }),
            Some(Object::Class(class)) if class.is_builtin => {
                let full = repr::qualified(class);
                let (module, name) = full.rsplit_once('.').unwrap_or((BUILTINS, &full));
                Some(Global { module: module.to_owned(), name: name.to_owned() })
            }
            Some(Object::Class(class)) if class.module.is_some() => self.library_global(value),
            Some(Object::Function(function)) if self.code_of(function).is_hidden => {
                self.library_global(value)
            }
            Some(Object::Ellipsis) => {
                Some(Global { module: BUILTINS.to_owned(), name: "Ellipsis".to_owned() })
            }
            _ => None,
        };
        let global = match (native, name) {
            (Some(global), _) => global,
            (None, Some(name)) => self.main_global(name),
            (None, None) => self.main_global(&self.qualified_name(value)),
        };
        if global.name.split('.').any(|part| part == "<locals>") {
            return Err(cannot(&format!("local object {}", self.shown_plainly(value))));
        }
        let found = self.find_global(&global.module, &global.name);
        if found.as_ref().is_ok_and(|found| found.is(value)) {
            return Ok(global);
        }
        let why = if found.is_ok() { "it's not the same object as" } else { "it's not found as" };
        let (value, Global { module, name }) = (self.shown_plainly(value), global);
        Err(cannot(&format!("{value}: {why} {module}.{name}")))
    }

    fn main_global(&self, name: &str) -> Global {
        Global { module: self.interpreter.main_module().to_owned(), name: name.to_owned() }
    }

    /// `__qualname__`
    fn qualified_name(&self, value: &Value<M>) -> String {
        match value.object() {
            Some(Object::Function(function)) => self.interpreter.qualname(function),
            Some(Object::Class(class)) => class.qualname.to_string(),
            _ => value.type_name().to_owned(),
        }
    }

    /// A global of a module of the library that is this object: of several the one with a name for
    /// programs.
    fn library_global(&self, value: &Value<M>) -> Option<Global> {
        let is_it = |known: &Value<M>| match (known.object(), value.object()) {
            // Of a built-in function each module has an object of its own.
            (Some(Object::Builtin(a)), Some(Object::Builtin(b))) => {
                a.name == b.name && std::ptr::fn_addr_eq(a.function, b.function)
            }
            _ => known.is(value),
        };
        let globals = self.interpreter.globals().filter(|(_, known)| is_it(known));
        let globals = globals.filter_map(|(name, _)| name.rsplit_once('.'));
        let globals = globals.filter(|(module, _)| !module.is_empty());
        let is_private = |module: &str| module.split('.').any(|part| part.starts_with('_'));
        let (module, name) = globals.min_by_key(|(module, _)| is_private(module))?;
        Some(Global { module: module.to_owned(), name: name.to_owned() })
    }

    /// What is found in a module under a name, which may have dots.
    pub(super) fn find_global(&self, module: &str, name: &str) -> Result<Value<M>> {
        let mut parts = name.split('.');
        let first = parts.next().unwrap_or_default();
        let missing = || {
            let is_main = matches!(module, MAIN | MP_MAIN);
            let module = if is_main { self.interpreter.main_module() } else { module };
            let message = format!("module '{module}' has no attribute '{first}'");
            Error::exception("AttributeError", message)
        };
        let mut found = match module {
            MAIN | MP_MAIN => self.interpreter.global_named(first),
            BUILTINS => self.builtin_named(first)?,
            _ => self.member_named(module, first)?,
        }
        .ok_or_else(missing)?;
        for part in parts {
            found = match self.attribute_called(&found, part) {
                Err(error) if matches!(*error, Error::Control(_)) => return Err(missing()),
                other => other?,
            };
        }
        Ok(found)
    }

    fn builtin_named(&self, name: &str) -> Result<Option<Value<M>>> {
        let is_it = |kind: &Type| kind.is_global() && kind.name() == name;
        if let Some(kind) = Type::ALL.iter().copied().find(is_it) {
            return Ok(Some(self.interpreter.class(kind)));
        }
        // Each as the program has it, if it does.
        for known in [name.to_owned(), format!("builtins.{name}")] {
            if let Some(value) = self.interpreter.predefined_global(&known) {
                return Ok(Some(value));
            }
        }
        if name == "Ellipsis" {
            return self.interpreter.predefined(name);
        }
        self.native(builtins::function(name))
    }

    fn member_named(&self, module: &str, name: &str) -> Result<Option<Value<M>>> {
        let name = format!("{module}.{name}");
        if let Some(value) = self.interpreter.global_named(&name) {
            return Ok(Some(value));
        }
        match modules::class(&name) {
            Some(kind) => Ok(Some(self.interpreter.class(kind))),
            None => self.native(modules::function(&name)),
        }
    }

    fn native(
        &self,
        function: Option<(&'static str, crate::vm::native::Native<M>)>,
    ) -> Result<Option<Value<M>>> {
        let Some((name, function)) = function else { return Ok(None) };
        let builtin = BuiltinObject::new(name, None, function);
        self.heap().allocate(Object::Builtin(builtin)).map(Some)
    }

    /// `repr` of it, which no code of the program is asked for.
    pub(super) fn shown_plainly(&self, value: &Value<M>) -> String {
        match repr::repr(&self.interpreter, value) {
            Err(error)
                if matches!(*error, Error::Control(Control::Dunder | Control::Prelude(_))) =>
            {
                repr::plain(&self.interpreter, value)
            }
            text => text.unwrap_or_default(),
        }
    }

    /// The name of a value's class with its module (`%T` in CPython).
    pub(super) fn class_name(&self, value: &Value<M>) -> String {
        let class = self.interpreter.class_of(value);
        let Some(class) = class.as_class() else { return value.type_name().to_owned() };
        repr::qualified(class)
    }
}

#[cold]
fn cannot(what: &str) -> Box<Error> {
    Error::exception("PicklingError", format!("Can't pickle {what}"))
}
