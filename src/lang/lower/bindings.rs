//! What a body binds, known before it is lowered: a name means the same in the whole of a function.

use std::collections::{HashMap, HashSet};

use super::import::{first_part, is_submodule};
use super::pattern::names_of;
use crate::lang::builtins;
use ruff_python_ast as ast;
use ruff_python_ast::statement_visitor::{StatementVisitor, walk_except_handler, walk_stmt};
use ruff_python_ast::visitor::{Visitor, walk_expr, walk_parameters, walk_stmt as walk_own_exprs};

/// The names that a body binds.
#[derive(Default)]
pub(super) struct Bindings {
    /// Whatever is bound in another way than by `import module`.
    pub(super) bound: HashSet<String>,
    /// Names that stand for modules.
    pub(super) imports: HashMap<String, String>,
    pub(super) globals: HashSet<String>,
    pub(super) nonlocals: HashSet<String>,
}

impl Bindings {
    /// Of a module: what a function declares as `global` is also its.
    pub(super) fn of_module(suite: &[ast::Stmt]) -> Self {
        let mut collector = Collector { bindings: Self::default(), private: None, depth: Some(0) };
        collector.visit_body(suite);
        collector.bindings
    }

    /// Of the body of a function or class inside the class named `private`, if it is inside one.
    pub(super) fn of_body(suite: &[ast::Stmt], private: Option<&str>) -> Self {
        let mut collector = Collector { bindings: Self::default(), private, depth: None };
        collector.visit_body(suite);
        collector.bindings
    }

    /// Of targets.
    pub(super) fn of_targets<'e>(
        targets: impl IntoIterator<Item = &'e ast::Expr>,
        private: Option<&str>,
    ) -> Self {
        let mut collector = Collector { bindings: Self::default(), private, depth: None };
        targets.into_iter().for_each(|target| collector.target(target));
        collector.bindings
    }

    /// Of an expression alone, as a `lambda` has.
    pub(super) fn of_expr(expr: &ast::Expr, private: Option<&str>) -> Self {
        let mut collector = Collector { bindings: Self::default(), private, depth: None };
        Named { collector: &mut collector }.visit_expr(expr);
        collector.bindings
    }

    pub(super) fn has(&self, name: &str) -> bool {
        self.bound.contains(name) || self.imports.contains_key(name)
    }
}

/// A name as the class named `private` sees it: those with two leading underscores are its own.
pub fn mangle(name: &str, private: Option<&str>) -> String {
    match private.map(|class| class.trim_start_matches('_')) {
        Some(class) if !class.is_empty() && name.starts_with("__") && !name.ends_with("__") => {
            format!("_{class}{name}")
        }
        _ => name.to_owned(),
    }
}

struct Collector<'p> {
    bindings: Bindings,
    private: Option<&'p str>,
    /// Functions and classes around the statement; `None` if it does not look into them.
    depth: Option<u32>,
}

impl Collector<'_> {
    fn bind(&mut self, name: &str) {
        self.bindings.bound.insert(mangle(name, self.private));
    }

    /// A name that stands for a module; if it stands for several, it is as any other.
    fn import(&mut self, name: &str, module: &str) {
        // What cannot be imported is a variable that never gets its value.
        if !builtins::is_module(module) {
            return self.bind(name);
        }
        let name = mangle(name, self.private);
        let earlier = self.bindings.imports.insert(name.clone(), module.to_owned());
        if earlier.is_some_and(|earlier| earlier != module) {
            self.bindings.bound.insert(name);
        }
    }

    fn target(&mut self, target: &ast::Expr) {
        match target {
            ast::Expr::Name(node) => self.bind(&node.id),
            ast::Expr::Tuple(node) => node.elts.iter().for_each(|target| self.target(target)),
            ast::Expr::List(node) => node.elts.iter().for_each(|target| self.target(target)),
            ast::Expr::Starred(node) => self.target(&node.value),
            _ => {}
        }
    }

    fn is_inside(&self) -> bool {
        self.depth.is_some_and(|depth| depth > 0)
    }

    fn look_into(&mut self, stmt: &ast::Stmt) {
        if let Some(depth) = self.depth {
            self.depth = Some(depth + 1);
            walk_stmt(self, stmt);
            self.depth = Some(depth);
        }
    }

    fn own_stmt(&mut self, stmt: &ast::Stmt) {
        walk_own_exprs(&mut Named { collector: self }, stmt);
        match stmt {
            ast::Stmt::FunctionDef(node) => self.bind(&node.name),
            ast::Stmt::ClassDef(node) => self.bind(&node.name),
            ast::Stmt::Assign(node) => node.targets.iter().for_each(|target| self.target(target)),
            ast::Stmt::AugAssign(node) => self.target(&node.target),
            ast::Stmt::TypeAlias(node) => self.target(&node.name),
            ast::Stmt::AnnAssign(node) if node.simple || node.value.is_some() => {
                self.target(&node.target);
            }
            ast::Stmt::Delete(node) => node.targets.iter().for_each(|target| self.target(target)),
            ast::Stmt::For(node) => self.target(&node.target),
            ast::Stmt::Match(node) => {
                for case in &node.cases {
                    names_of(&case.pattern, &mut |name| self.bind(name));
                }
            }
            ast::Stmt::With(node) => {
                let targets = node.items.iter().filter_map(|item| item.optional_vars.as_deref());
                targets.for_each(|target| self.target(target));
            }
            ast::Stmt::Import(node) => {
                for alias in &node.names {
                    match &alias.asname {
                        Some(name) => self.import(name, &alias.name),
                        None => self.import(first_part(&alias.name), first_part(&alias.name)),
                    }
                }
            }
            ast::Stmt::ImportFrom(node) => {
                let module = node.module.as_deref().unwrap_or_default();
                for alias in &node.names {
                    let name = alias.asname.as_ref().unwrap_or(&alias.name);
                    if &*alias.name.id == "*" {
                        for name in builtins::public_members(module) {
                            self.bind(&name);
                        }
                    } else if is_submodule(module, alias) {
                        self.import(name, &format!("{module}.{}", alias.name));
                    } else {
                        self.bind(name);
                    }
                }
            }
            ast::Stmt::Global(node) => {
                let names = node.names.iter().map(|name| mangle(name, self.private));
                self.bindings.globals.extend(names);
            }
            ast::Stmt::Nonlocal(node) => {
                let names = node.names.iter().map(|name| mangle(name, self.private));
                self.bindings.nonlocals.extend(names);
            }
            _ => {}
        }
    }
}

impl<'s> StatementVisitor<'s> for Collector<'_> {
    fn visit_stmt(&mut self, stmt: &'s ast::Stmt) {
        if !self.is_inside() {
            self.own_stmt(stmt);
        } else if let ast::Stmt::Global(node) = stmt {
            node.names.iter().for_each(|name| self.bind(name));
        }
        match stmt {
            ast::Stmt::FunctionDef(_) | ast::Stmt::ClassDef(_) => self.look_into(stmt),
            _ => walk_stmt(self, stmt),
        }
    }

    fn visit_except_handler(&mut self, handler: &'s ast::ExceptHandler) {
        let ast::ExceptHandler::ExceptHandler(node) = handler;
        if let Some(name) = node.name.as_ref().filter(|_| !self.is_inside()) {
            self.bind(name);
        }
        walk_except_handler(self, handler);
    }
}

/// Looks for `name := value` in the expressions of one statement: what is inside a comprehension is
/// bound around it, and what is inside a `lambda` is that function's own.
struct Named<'c, 'p> {
    collector: &'c mut Collector<'p>,
}

impl<'s> Visitor<'s> for Named<'_, '_> {
    /// The statements inside have their turn.
    fn visit_stmt(&mut self, _: &'s ast::Stmt) {}

    fn visit_annotation(&mut self, _: &'s ast::Expr) {}

    fn visit_expr(&mut self, expr: &'s ast::Expr) {
        match expr {
            ast::Expr::Lambda(node) => {
                if let Some(parameters) = &node.parameters {
                    walk_parameters(self, parameters);
                }
            }
            ast::Expr::Named(node) => {
                self.collector.target(&node.target);
                walk_expr(self, expr);
            }
            _ => walk_expr(self, expr),
        }
    }
}
