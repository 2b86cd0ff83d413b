//! The scopes around a piece of source, and what a name means there.

use std::collections::HashMap;

use super::super::source::Span;
use super::super::tree::StmtKind;
use super::Lower;
use super::bindings::Bindings;

/// What a scope belongs to.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Module,
    Class,
    /// A `def`; is it a method, and an `async` one?
    Function {
        is_method: bool,
        is_async: bool,
    },
    Lambda,
    /// The function that a generator expression is, or a comprehension of the kind in the text that
    /// needs one.
    Implicit(&'static str),
    /// A comprehension in place, by the number that its variables are given, and its kind.
    Comprehension(u32, &'static str),
}

/// What has happened to a name in a scope so far, as in CPython's symbol table.
#[derive(Clone, Copy, Default)]
pub(super) struct Seen {
    pub(super) used: bool,
    pub(super) assigned: bool,
    pub(super) annotated: bool,
    /// By `global` or `nonlocal`, whichever it was.
    pub(super) declared: Option<&'static str>,
}

/// The names of what is being lowered, and what else counts only within it.
pub(super) struct Scope {
    pub(super) kind: Kind,
    pub(super) bindings: Bindings,
    pub(super) parameters: Vec<String>,
    /// How many of them are given by their position. `super()` takes the first one for the object.
    pub(super) by_position: usize,
    pub(super) seen: HashMap<String, Seen>,
    /// The innermost class around it, whose private names it sees.
    pub(super) private: Option<String>,
    /// Loops around the current statement.
    pub(super) loops: u32,
    /// How many of them are around the innermost `except*`, if it stands in one: it must not be left
    /// by a jump.
    pub(super) star: Option<u32>,
    /// Blocks around it as CPython's compiler counts them: loops, `with`, and the parts of `try`.
    pub(super) blocks: usize,
    /// Of a function that a comprehension or a generator expression is: what `:=` binds around it.
    pub(super) bound_around: Vec<StmtKind>,
    /// Has there been a `yield`?
    pub(super) is_generator: bool,
    /// Of a function that a comprehension or a generator expression is: does it wait for something?
    pub(super) is_async: bool,
    /// Where it returns a value first.
    pub(super) returns_value: Option<Span>,
    /// Of a class: has a method asked for `__class__`?
    pub(super) uses_class_cell: bool,
}

impl Scope {
    pub(super) fn new(kind: Kind, bindings: Bindings, private: Option<String>) -> Self {
        Self {
            kind,
            bindings,
            parameters: Vec::new(),
            by_position: usize::from(matches!(kind, Kind::Implicit(_))),
            seen: HashMap::new(),
            private,
            loops: 0,
            star: None,
            blocks: 0,
            bound_around: Vec::new(),
            is_generator: false,
            is_async: false,
            returns_value: None,
            uses_class_cell: false,
        }
    }

    pub(super) fn seen(&mut self, name: &str) -> &mut Seen {
        self.seen.entry(name.to_owned()).or_default()
    }
}

/// What a name means.
pub(super) enum Meaning {
    /// A module.
    Module(String),
    /// The variable of a comprehension, under its new name.
    Renamed(String),
    /// A variable of the program.
    Variable,
    /// Nothing that the program binds.
    Unbound,
}

impl Lower<'_> {
    pub(super) fn scope(&mut self) -> &mut Scope {
        self.scopes.last_mut().expect("the module's scope is never left")
    }

    /// Lowers something in a scope of its own.
    pub(super) fn within<T>(
        &mut self,
        scope: Scope,
        lower: impl FnOnce(&mut Self) -> T,
    ) -> (T, Scope) {
        self.scopes.push(scope);
        let lowered = lower(self);
        let scope = self.scopes.pop().expect("it has just been entered");
        (lowered, scope)
    }

    /// The variable `__class__` of the class around this function is read.
    pub(super) fn use_class_cell(&mut self) {
        if let Some((_, around)) = self.scopes.split_last_mut()
            && let Some(class) = around.iter_mut().rev().find(|scope| scope.kind == Kind::Class)
        {
            class.uses_class_cell = true;
        }
    }

    pub(super) fn kind(&self) -> Kind {
        self.scopes.last().map_or(Kind::Module, |scope| scope.kind)
    }

    pub(super) fn private(&self) -> Option<&str> {
        self.scopes.last().and_then(|scope| scope.private.as_deref())
    }

    /// Finds what a name means here.
    pub(super) fn meaning(&self, name: &str) -> Meaning {
        self.meaning_from(self.scopes.len(), name)
    }

    /// Finds what a name means in the scope before the given one; class bodies around that one are
    /// not seen from there.
    pub(super) fn meaning_from(&self, end: usize, name: &str) -> Meaning {
        for (at, scope) in self.scopes[..end].iter().enumerate().rev() {
            let bindings = &scope.bindings;
            if scope.kind == Kind::Class && at + 1 != self.scopes.len()
                || bindings.nonlocals.contains(name)
            {
                continue;
            }
            if bindings.globals.contains(name) {
                return meaning_in(&self.scopes[0], name);
            }
            if bindings.has(name) {
                return meaning_in(scope, name);
            }
        }
        Meaning::Unbound
    }
}

fn meaning_in(scope: &Scope, name: &str) -> Meaning {
    // One that something else is called, too, is a variable as any other.
    if let Some(module) = scope.bindings.imports.get(name)
        && !scope.bindings.bound.contains(name)
    {
        return Meaning::Module(module.clone());
    }
    match scope.kind {
        _ if !scope.bindings.bound.contains(name) => Meaning::Unbound,
        Kind::Comprehension(number, _) => Meaning::Renamed(format!("{name}.{number}")),
        _ => Meaning::Variable,
    }
}
