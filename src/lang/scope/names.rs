//! What one function does with names.

use std::collections::{HashMap, HashSet};

use super::walk::{self, Event};
use super::{BASE, CLASS, KEYWORDS, NAMESPACE, Scope};
use crate::lang::tree::{ClassDef, FunctionDef, Stmt};

/// What a function does with names.
#[derive(Default)]
struct Names<'t> {
    /// Parameters, and names that are bound.
    bound: OrderedSet<'t>,
    used: OrderedSet<'t>,
    globals: OrderedSet<'t>,
    nonlocals: OrderedSet<'t>,
    /// What the functions inside need from around them.
    inside: OrderedSet<'t>,
    is_class: bool,
    has_class_cell: bool,
}

impl<'t> Names<'t> {
    fn owns(&self, name: &str) -> bool {
        self.is_local(name) || self.globals.contains(name)
    }

    /// Is it a name of this function for the functions inside?
    fn gives(&self, name: &str) -> bool {
        if self.is_class { self.has_class_cell && name == CLASS } else { self.owns(name) }
    }

    fn is_local(&self, name: &str) -> bool {
        self.bound.contains(name) && !self.globals.contains(name) && !self.nonlocals.contains(name)
    }

    /// What has to be found around this function.
    fn needed(&self) -> impl Iterator<Item = &'t str> {
        let own = self.used.iter().chain(self.nonlocals.iter()).filter(|name| !self.owns(name));
        own.chain(self.inside.iter().filter(|name| !self.gives(name)))
    }

    fn resolve(&self, enclosing: &[&Scope]) -> Scope {
        let is_cell = |name: &&str| self.gives(name) && self.inside.contains(name);
        let locals = || self.bound.iter().filter(|name| self.is_local(name));
        let mut free = OrderedSet::default();
        let found = self.needed().filter(|name| is_found(name, enclosing));
        found.for_each(|name| free.insert(name));
        Scope {
            locals: locals().map(str::to_owned).collect(),
            cells: locals().filter(is_cell).map(str::to_owned).collect(),
            free: free.iter().map(str::to_owned).collect(),
            globals: self.globals.iter().map(str::to_owned).collect(),
            is_class: self.is_class,
        }
    }
}

/// Does an enclosing function have this name?
fn is_found(name: &str, enclosing: &[&Scope]) -> bool {
    let has = |names: &[String]| names.iter().any(|known| known == name);
    let decides = |scope: &&&Scope| {
        if scope.is_class { has(&scope.cells) } else { has(&scope.locals) || has(&scope.globals) }
    };
    enclosing.iter().rev().find(decides).is_some_and(|scope| has(&scope.locals))
}

pub(super) fn function_scope(function: &FunctionDef, enclosing: &[&Scope]) -> Scope {
    Around::new(enclosing).function(function).resolve(enclosing)
}

pub(super) fn class_scope(class: &ClassDef, enclosing: &[&Scope]) -> Scope {
    Around::new(enclosing).class(class).resolve(enclosing)
}

/// The names that the enclosing functions have, and how many of them: what is not among them need
/// not be handed on from one function to the next.
struct Around<'t> {
    names: HashMap<&'t str, u32>,
}

impl<'t> Around<'t> {
    fn new(enclosing: &[&'t Scope]) -> Self {
        let mut around = Self { names: HashMap::new() };
        for scope in enclosing {
            let names = if scope.is_class { &scope.cells } else { &scope.locals };
            for name in names {
                around.enter(name);
            }
        }
        around
    }

    fn function(&mut self, function: &'t FunctionDef) -> Names<'t> {
        let mut names = Names::default();
        for parameter in &function.parameters {
            names.bound.insert(&parameter.name.id);
        }
        self.body(names, &function.body)
    }

    fn class(&mut self, class: &'t ClassDef) -> Names<'t> {
        let has_class_cell = class.uses_class_cell;
        let mut names = Names { is_class: true, has_class_cell, ..Names::default() };
        names.bound.insert(BASE);
        if class.may_have_metaclass() {
            names.bound.insert(KEYWORDS);
            names.bound.insert(NAMESPACE);
        }
        if has_class_cell {
            names.bound.insert(CLASS);
        }
        self.body(names, &class.body)
    }

    #[optimize(size)]
    fn body(&mut self, mut names: Names<'t>, body: &'t [Stmt]) -> Names<'t> {
        let (mut functions, mut classes) = (Vec::new(), Vec::new());
        walk::body(body, &mut |event| match event {
            Event::Bind(name) | Event::Named(name) => names.bound.insert(&name.id),
            Event::Use(name) if self.names.contains_key(name) => names.used.insert(name),
            Event::Use(_) => {}
            Event::Global(name) => names.globals.insert(&name.id),
            Event::Nonlocal(name) => names.nonlocals.insert(&name.id),
            Event::Function(function) => functions.push(function),
            Event::Class(class) => classes.push(class),
        });
        let given: Vec<_> =
            names.bound.iter().filter(|name| names.is_local(name) && names.gives(name)).collect();
        for name in &given {
            self.enter(name);
        }
        for function in functions {
            self.function(function).needed().for_each(|name| names.inside.insert(name));
        }
        for class in classes {
            self.class(class).needed().for_each(|name| names.inside.insert(name));
        }
        for name in &given {
            self.leave(name);
        }
        names
    }

    fn enter(&mut self, name: &'t str) {
        *self.names.entry(name).or_default() += 1;
    }

    fn leave(&mut self, name: &'t str) {
        if let Some(count) = self.names.get_mut(name) {
            *count -= 1;
            if *count == 0 {
                self.names.remove(name);
            }
        }
    }
}

/// Strings in the order in which they were first inserted.
#[derive(Default)]
struct OrderedSet<'t> {
    names: Vec<&'t str>,
    known: HashSet<&'t str>,
}

impl<'t> OrderedSet<'t> {
    fn insert(&mut self, name: &'t str) {
        if self.known.insert(name) {
            self.names.push(name);
        }
    }

    fn contains(&self, name: &str) -> bool {
        self.known.contains(name)
    }

    fn iter(&self) -> impl Iterator<Item = &'t str> {
        self.names.iter().copied()
    }
}
