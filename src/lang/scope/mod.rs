//! Which names of a function are its own, which an enclosing function's and which the module's, by
//! Python's rule: a name that is bound anywhere in a function is local there, unless a `global` or
//! `nonlocal` statement says otherwise.

mod names;
#[cfg(test)]
mod tests;
mod walk;

use super::tree::{ClassDef, FunctionDef, Name, Stmt};
use walk::Event;

/// The first parameter of the function that a class body is: its base classes.
pub const BASE: &str = ".base";
/// The second one of a class that may have a metaclass: the keywords of the `class` statement.
pub const KEYWORDS: &str = ".keywords";
/// The variable of such a body that has what `__prepare__` has made.
pub const NAMESPACE: &str = ".namespace";
/// The variable of a class body that `super()` in its methods reads.
pub const CLASS: &str = "__class__";

/// The names of one function, or of a class body. A name in none of `locals` and `free` is the
/// module's, or a built-in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scope {
    /// Parameters first, then in order of first binding.
    pub locals: Vec<String>,
    /// Those of the local ones that inner functions use.
    pub cells: Vec<String>,
    /// Names of enclosing functions that it or its inner functions use. A class body may have a
    /// local of the same name: then that is what it reads itself, and its methods the free one.
    pub free: Vec<String>,
    /// Declared by `global`.
    pub globals: Vec<String>,
    /// Is it a class body? Inner functions see nothing of it but `__class__`, and a local that it
    /// reads while it is unbound is looked for in the module.
    pub is_class: bool,
}

/// Finds the names of a function. `enclosing` are the scopes around it, outermost first: those of
/// class bodies too, the module's not.
pub fn function_scope(function: &FunctionDef, enclosing: &[&Scope]) -> Scope {
    names::function_scope(function, enclosing)
}

/// Finds the names of a class body, a function with the parameter [`BASE`], and perhaps [`KEYWORDS`].
pub fn class_scope(class: &ClassDef, enclosing: &[&Scope]) -> Scope {
    names::class_scope(class, enclosing)
}

/// Calls `visit` wherever a name of the module is bound, and where a function says `global`.
pub fn for_each_module_binding(body: &[Stmt], visit: &mut impl FnMut(&Name)) {
    walk::body(body, &mut |event| match event {
        Event::Bind(name) | Event::Named(name) => visit(name),
        Event::Function(function) => for_each_global(&function.body, visit),
        Event::Class(class) => for_each_global(&class.body, visit),
        Event::Use(_) | Event::Global(_) | Event::Nonlocal(_) => {}
    });
}

/// The names that a body gives values by `:=`.
pub fn named(body: &[Stmt]) -> Vec<&str> {
    let mut names = Vec::new();
    walk::body(body, &mut |event| {
        if let Event::Named(name) = event {
            names.push(name.id.as_str());
        }
    });
    names
}

fn for_each_global(body: &[Stmt], visit: &mut dyn FnMut(&Name)) {
    walk::body(body, &mut |event| match event {
        Event::Global(name) => visit(name),
        Event::Function(function) => for_each_global(&function.body, visit),
        Event::Class(class) => for_each_global(&class.body, visit),
        Event::Use(_) | Event::Bind(_) | Event::Named(_) | Event::Nonlocal(_) => {}
    });
}
