//! Modules as values: what they have is a global of the interpreter under the module's name, and is
//! looked up there each time.

use std::sync::Arc;

use super::error::Error;
use super::machine::Machine;
use super::memory::{Locked, Memory};
use super::object::Object;
use super::value::Value;
use crate::lang;

type Result<T> = std::result::Result<T, Box<Error>>;

/// The program.
const MAIN: &str = "__main__";
/// What every module sees.
const BUILTINS: &str = "builtins";

/// A module.
pub(super) struct ModuleObject {
    /// As in an `import`, or `__main__`.
    pub(super) name: Box<str>,
}

impl ModuleObject {
    /// What a member of it is called among the globals.
    fn global(&self, member: &str) -> String {
        if &*self.name == MAIN { member.to_owned() } else { format!("{}.{member}", self.name) }
    }
}

impl<M: Memory> Machine<M> {
    /// `module.name`
    pub(super) fn member_of_module(
        &self,
        module: &ModuleObject,
        name: &str,
    ) -> Result<Option<Value<M>>> {
        match name {
            "__name__" => return self.heap().str(&*module.name).map(Some),
            "__doc__" if &*module.name == MAIN => {
                let set = self.interpreter.global_named(name);
                return set.map_or_else(|| self.interpreter.predefined(name), |doc| Ok(Some(doc)));
            }
            "__doc__" => return Ok(Some(Value::NONE)),
            _ => {}
        }
        let global = module.global(name);
        let interpreter = self.interpreter;
        if let Some(value) = interpreter.global_named(&global) {
            return Ok(Some(value));
        }
        if &*module.name == BUILTINS
            && let Some(value) = self.own_builtin(name)
        {
            return Ok(Some(value));
        }
        if &*module.name == MAIN && matches!(name, "__file__" | "__package__" | "__spec__") {
            return interpreter.predefined(name);
        }
        if &*module.name == MAIN || !(lang::is_builtin(&global) || lang::is_module(&global)) {
            return Ok(None);
        }
        // Native, and nowhere in the program: it is made once.
        if let Some(known) = interpreter.members.with(|members| members.get(&global).cloned()) {
            return Ok(Some(known));
        }
        let is_module = lang::is_module(&global) && !lang::is_builtin(&global);
        let made = if is_module { format!("{global}.") } else { global.clone() };
        self.made_once(global, &made)
    }

    fn made_once(&self, known_as: String, name: &str) -> Result<Option<Value<M>>> {
        let interpreter = self.interpreter;
        let Some(value) = interpreter.predefined(name)? else { return Ok(None) };
        let kept = value.clone();
        interpreter.members.with(|members| members.insert(known_as, kept));
        Ok(Some(value))
    }

    /// The module that a name of the program stands for.
    pub(super) fn imported(&self, name: &str) -> Result<Option<Value<M>>> {
        let interpreter = self.interpreter;
        let imports = interpreter.module().imports();
        let Some((_, module)) = imports.iter().find(|(known, _)| known == name) else {
            return Ok(None);
        };
        let global = format!("{module}.");
        if let Some(value) = interpreter.global_named(&global) {
            return Ok(Some(value));
        }
        if let Some(known) = interpreter.members.with(|members| members.get(&global).cloned()) {
            return Ok(Some(known));
        }
        self.made_once(global.clone(), &global)
    }

    /// `module.name = value`, or `del module.name` without one; `false` if there is no such global.
    pub(super) fn set_member_of_module(
        &self,
        module: &ModuleObject,
        name: &str,
        value: Value<M>,
    ) -> bool {
        let global = module.global(name);
        let is_new = lang::builtin_home(name).is_none() && !lang::is_builtin(&global);
        if &*module.name == BUILTINS && is_new {
            let old = self.interpreter.members.with(|members| members.insert(global, value));
            drop(old);
            return true;
        }
        self.interpreter.set_global_named(&global, value)
    }

    /// What the program has added to the built-ins.
    pub(super) fn own_builtin(&self, name: &str) -> Option<Value<M>> {
        let added = format!("{BUILTINS}.{name}");
        let value = self.interpreter.members.with(|members| members.get(&added).cloned());
        value.filter(|value| !value.is_unbound())
    }

    /// Is it a built-in that the program has not bound itself?
    fn is_predefined(&self, name: &str, value: &Value<M>) -> bool {
        let known = self.interpreter.predefined_global(name);
        name != "__name__" && known.is_some_and(|known| known.is(value))
    }

    /// What it has, as it is now.
    pub(super) fn dict_of_module(&self, module: &ModuleObject) -> Result<Value<M>> {
        let dict = self.heap().dict()?;
        for name in ["__name__", "__doc__"] {
            if let Some(value) = self.member_of_module(module, name)? {
                self.set_in_dict(&dict, name, value)?;
            }
        }
        let prefix = module.global("");
        let globals = self.interpreter.module().globals().iter().cloned();
        for global in globals.chain(lang::builtins()) {
            let member = global.strip_prefix(&prefix).filter(|it| !it.contains(['.', ' ']));
            if let Some(member) = member.filter(|member| !member.is_empty())
                && let Some(value) = self.member_of_module(module, member)?
                && !(&*module.name == MAIN && self.is_predefined(member, &value))
            {
                self.set_in_dict(&dict, member, value)?;
            }
        }
        if &*module.name == MAIN {
            let module = Arc::clone(self.interpreter.module());
            for (name, _) in module.imports() {
                if let Some(value) = self.imported(name)? {
                    self.set_in_dict(&dict, name, value)?;
                }
            }
        }
        Ok(dict)
    }
}

/// What says that a module has no such attribute.
pub(super) fn no_member<M: Memory>(object: &Value<M>, name: &str) -> Option<Box<Error>> {
    let Some(Object::Module(module)) = object.object() else { return None };
    let text = format!("module '{}' has no attribute '{name}'", module.name);
    Some(Error::exception("AttributeError", text))
}
