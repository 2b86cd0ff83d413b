//! `name := value`, which binds in the function around all comprehensions that it is inside of
//! (PEP 572).

use ruff_python_ast as ast;
use ruff_python_ast::helpers::any_over_expr;

use super::super::source::Span;
use super::super::tree::{ExprKind, Stmt, StmtKind};
use super::Lower;
use super::scopes::{Kind, Scope};

impl Lower<'_> {
    pub(super) fn named(&mut self, node: &ast::ExprNamed) -> Option<ExprKind> {
        let value = self.expr(&node.value);
        let ast::Expr::Name(target) = &*node.target else {
            return self
                .syntax_error(Span::of(node), "cannot use assignment expressions with this");
        };
        let span = Span::of(target);
        let is_inside =
            |scope: &Scope| matches!(scope.kind, Kind::Comprehension(..) | Kind::Implicit(_));
        let around = self.scopes.iter().rposition(|scope| !is_inside(scope)).unwrap_or(0);
        let inside = self.scopes.split_off(around + 1);
        let name = self.bind_as(&target.id, span);
        let is_class = self.kind() == Kind::Class;
        let is_global = self.kind() == Kind::Module
            || name.as_ref().is_some_and(|name| self.scope().bindings.globals.contains(&name.id));
        self.scopes.extend(inside);
        let name = name?;
        let inside = &mut self.scopes[around + 1..];
        if inside.iter().any(|scope| scope.bindings.bound.contains(&name.id)) {
            let id = &target.id;
            return self.syntax_error(
                span,
                &format!(
                    "assignment expression cannot rebind comprehension iteration variable '{id}'"
                ),
            );
        }
        if is_class && !inside.is_empty() {
            let message =
                "assignment expression within a comprehension cannot be used in a class body";
            return self.syntax_error(Span::of(node), message);
        }
        let is_function = inside.iter().any(|scope| matches!(scope.kind, Kind::Implicit(_)));
        for scope in inside.iter_mut().filter(|scope| matches!(scope.kind, Kind::Implicit(_))) {
            let names = vec![name.clone()];
            let declared =
                if is_global { StmtKind::Global(names) } else { StmtKind::Nonlocal(names) };
            scope.bound_around.push(declared);
        }
        if is_function && !is_global {
            self.scopes[around].bound_around.push(StmtKind::Declare(name.clone()));
        }
        Some(ExprKind::Named(name, Box::new(value?)))
    }

    /// What a comprehension iterates over binds nothing.
    pub(super) fn binds_nothing(&mut self, iter: &ast::Expr) -> Option<()> {
        if any_over_expr(iter, ast::Expr::is_named_expr) {
            let message =
                "assignment expression cannot be used in a comprehension iterable expression";
            return self.syntax_error(Span::of(iter), message);
        }
        Some(())
    }
}

/// Declares first what the body of such a function binds around it.
pub(super) fn with_declared(scope: Scope, span: Span, body: Vec<Stmt>) -> Vec<Stmt> {
    let declared = scope.bound_around.into_iter().map(|kind| Stmt { span, kind });
    declared.chain(body).collect()
}
