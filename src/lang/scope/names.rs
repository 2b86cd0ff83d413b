//! What one function does with names.

use std::collections::HashSet;

use super::walk::{self, Event};
use super::{BASE, CLASS, Scope};
use crate::lang::tree::{ClassDef, FunctionDef, Stmt};

/// What a function does with names, whatever surrounds it.
#[derive(Default)]
pub(super) struct Names {
    /// Parameters, and names that are bound.
    bound: OrderedSet,
    used: OrderedSet,
    globals: OrderedSet,
    nonlocals: OrderedSet,
    /// What the functions inside need from around them.
    inside: OrderedSet,
    is_class: bool,
    has_class_cell: bool,
}

impl Names {
    pub(super) fn of_function(function: &FunctionDef) -> Self {
        let mut names = Self::default();
        for parameter in &function.parameters {
            names.bound.insert(&parameter.name.id);
        }
        names.add(&function.body);
        names
    }

    pub(super) fn of_class(class: &ClassDef) -> Self {
        let has_class_cell = class.uses_class_cell;
        let mut names = Self { is_class: true, has_class_cell, ..Self::default() };
        names.bound.insert(BASE);
        if has_class_cell {
            names.bound.insert(CLASS);
        }
        names.add(&class.body);
        names
    }

    pub(super) fn of_body(body: &[Stmt]) -> Self {
        let mut names = Self::default();
        names.add(body);
        names
    }

    pub(super) fn is_needed_inside(&self, name: &str) -> bool {
        self.inside.contains(name)
    }

    fn add(&mut self, body: &[Stmt]) {
        walk::body(body, &mut |event| match event {
            Event::Bind(name) => self.bound.insert(&name.id),
            Event::Use(name) => self.used.insert(name),
            Event::Global(name) => self.globals.insert(&name.id),
            Event::Nonlocal(name) => self.nonlocals.insert(&name.id),
            Event::Function(function) => self.add_inside(&Self::of_function(function)),
            Event::Class(class) => self.add_inside(&Self::of_class(class)),
        });
    }

    fn add_inside(&mut self, inner: &Self) {
        inner.needed().for_each(|name| self.inside.insert(name));
    }

    /// What has to be found around this function.
    fn needed(&self) -> impl Iterator<Item = &String> {
        let own = self.used.iter().chain(self.nonlocals.iter()).filter(|name| !self.owns(name));
        own.chain(self.inside.iter().filter(|name| !self.gives(name)))
    }

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

    pub(super) fn resolve(&self, enclosing: &[&Scope]) -> Scope {
        let is_cell =
            |name: &&String| self.is_local(name) && self.gives(name) && self.inside.contains(name);
        let mut free = OrderedSet::default();
        let found = self.needed().filter(|name| is_found(name, enclosing));
        found.for_each(|name| free.insert(name));
        Scope {
            locals: self.bound.iter().filter(|name| self.is_local(name)).cloned().collect(),
            cells: self.bound.iter().filter(is_cell).cloned().collect(),
            free: free.names,
            globals: self.globals.names.clone(),
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

/// Strings in the order in which they were first inserted.
#[derive(Default)]
struct OrderedSet {
    names: Vec<String>,
    known: HashSet<String>,
}

impl OrderedSet {
    fn insert(&mut self, name: &str) {
        if self.known.insert(name.to_owned()) {
            self.names.push(name.to_owned());
        }
    }

    fn contains(&self, name: &str) -> bool {
        self.known.contains(name)
    }

    fn iter(&self) -> impl Iterator<Item = &String> {
        self.names.iter()
    }
}
