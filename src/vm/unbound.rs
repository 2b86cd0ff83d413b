//! What is said of names that have no value.

use super::error::Error;
use super::machine::Machine;
use super::memory::Memory;
use super::stack::Cursor;
use super::value::Value;
use crate::code::op::{GlobalId, Reg};
use crate::lang::{MISSING, REFUSED, RELATIVE, builtin_home, is_unsupported};

impl<M: Memory> Machine<M> {
    /// A global that is read: until the program binds its name, a built-in that is written in Python.
    #[cold]
    pub(super) fn unbound_global(&self, global: GlobalId) -> Result<Value<M>, Box<Error>> {
        let name = &self.interpreter.module().globals()[usize::from(global.0)];
        let home = builtin_home(name);
        let builtin = home.and_then(|it| self.interpreter.global_named(&format!("{it}.{name}")));
        let builtin = builtin.or_else(|| self.own_builtin(name));
        builtin.ok_or_else(|| self.what_is_missing(global))
    }

    fn what_is_missing(&self, global: GlobalId) -> Box<Error> {
        let name = &self.interpreter.module().globals()[usize::from(global.0)];
        if name == RELATIVE {
            let text = "attempted relative import with no known parent package";
            return Error::exception("ImportError", text);
        }
        if let Some(what) = name.strip_prefix(REFUSED) {
            return Error::unsupported(what.to_owned());
        }
        if let Some(module) = name.strip_prefix(MISSING) {
            return Error::exception("ModuleNotFoundError", format!("No module named '{module}'"));
        }
        if is_unsupported(name) {
            return Error::unsupported(format!("the built-in `{name}`"));
        }
        self.undefined_global(global)
    }

    /// The same where Python does not look among the built-ins: by `del`.
    #[cold]
    pub(super) fn undefined_global(&self, global: GlobalId) -> Box<Error> {
        let name = &self.interpreter.module().globals()[usize::from(global.0)];
        Error::exception("NameError", format!("name '{name}' is not defined"))
    }

    #[cold]
    pub(super) fn unbound_cell(&self, at: &Cursor<M>, cell: Reg) -> Box<Error> {
        let function = &self.interpreter.module().functions()[at.entry().index];
        let index = usize::from(cell.0);
        if let Some(name) = function.locals.get(index) {
            return Error::exception(
                "UnboundLocalError",
                format!(
                    "cannot access local variable '{name}' where it is not associated with a value"
                ),
            );
        }
        let name = function.free.get(index - function.locals.len()).map_or("", String::as_str);
        Error::exception(
            "NameError",
            format!(
                "cannot access free variable '{name}' where it is not associated with a value in \
                 enclosing scope"
            ),
        )
    }

    #[cold]
    pub(super) fn unbound_local(&self, at: &Cursor<M>, local: Reg) -> Box<Error> {
        let function = at.entry().index;
        let name = &self.interpreter.module().functions()[function].locals[usize::from(local.0)];
        Error::exception(
            "UnboundLocalError",
            format!(
                "cannot access local variable '{name}' where it is not associated with a value"
            ),
        )
    }
}
