//! Which names of a function are its own and which are the module's, by Python's rule: a name that
//! is bound anywhere in a function is local there, unless a `global` statement says otherwise.

use super::tree::{FunctionDef, Name, Stmt, StmtKind};

/// The names of one function.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scope {
    /// Parameters first, then in order of first binding.
    pub locals: Vec<String>,
    /// Declared by `global`.
    pub globals: Vec<String>,
}

/// Finds the names of a function.
pub fn function_scope(function: &FunctionDef) -> Scope {
    let mut scope = Scope::default();
    for_each_global(&function.body, &mut |name| insert(&mut scope.globals, &name.id));
    for parameter in &function.parameters {
        insert(&mut scope.locals, &parameter.name.id);
    }
    let globals = scope.globals.clone();
    for_each_binding(&function.body, &mut |name| {
        if !globals.contains(&name.id) {
            insert(&mut scope.locals, &name.id);
        }
    });
    scope
}

/// The names that a module binds, at its own level or by `global` in a function.
pub(super) fn module_names(body: &[Stmt]) -> Vec<String> {
    let mut names = Vec::new();
    for_each_module_binding(body, &mut |name| insert(&mut names, &name.id));
    names
}

/// Calls `visit` wherever a name of the module is bound, and where a function says `global`.
pub fn for_each_module_binding(body: &[Stmt], visit: &mut impl FnMut(&Name)) {
    for_each_binding(body, visit);
    for_each_function(body, &mut |function| for_each_global(&function.body, visit));
}

fn insert(names: &mut Vec<String>, name: &str) {
    if !names.iter().any(|known| known == name) {
        names.push(name.to_owned());
    }
}

/// Calls `visit` with every name bound by these statements, not looking into functions.
fn for_each_binding(body: &[Stmt], visit: &mut impl FnMut(&Name)) {
    for_each_stmt(body, &mut |stmt| match &stmt.kind {
        StmtKind::FunctionDef(function) => visit(&function.name),
        StmtKind::ForRange { target, .. }
        | StmtKind::AugAssign { target, .. }
        | StmtKind::Declare(target) => visit(target),
        StmtKind::Assign { targets, .. } => targets.iter().for_each(&mut *visit),
        _ => {}
    });
}

fn for_each_global(body: &[Stmt], visit: &mut impl FnMut(&Name)) {
    for_each_stmt(body, &mut |stmt| {
        if let StmtKind::Global(names) = &stmt.kind {
            names.iter().for_each(&mut *visit);
        }
    });
}

fn for_each_function(body: &[Stmt], visit: &mut impl FnMut(&FunctionDef)) {
    for_each_stmt(body, &mut |stmt| {
        if let StmtKind::FunctionDef(function) = &stmt.kind {
            visit(function);
        }
    });
}

/// Calls `visit` with every statement of a scope, compound ones before their parts.
fn for_each_stmt(body: &[Stmt], visit: &mut impl FnMut(&Stmt)) {
    for stmt in body {
        visit(stmt);
        match &stmt.kind {
            StmtKind::If { body, orelse, .. } => {
                for_each_stmt(body, visit);
                for_each_stmt(orelse, visit);
            }
            StmtKind::While { body, .. } | StmtKind::ForRange { body, .. } => {
                for_each_stmt(body, visit);
            }
            _ => {}
        }
    }
}
