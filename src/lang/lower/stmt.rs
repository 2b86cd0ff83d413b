//! Statements without a body of their own.

use ruff_python_ast as ast;

use super::super::source::Span;
use super::super::tree::{Expr, ExprKind, Stmt, StmtKind, Target, TargetKind};
use super::Lower;
use super::scopes::Kind;

impl Lower<'_> {
    pub(super) fn stmt(&mut self, stmt: &ast::Stmt) -> Option<Stmt> {
        let span = Span::of(stmt);
        let kind = match stmt {
            ast::Stmt::FunctionDef(node) => self.function(node)?,
            ast::Stmt::ClassDef(node) => self.class(node)?,
            ast::Stmt::Return(node) => self.return_(node)?,
            ast::Stmt::If(node) => self.if_(node)?,
            ast::Stmt::While(node) => self.while_(node)?,
            ast::Stmt::For(node) => self.for_(node)?,
            ast::Stmt::Try(node) => self.try_(node)?,
            ast::Stmt::With(node) => self.with(node)?,
            ast::Stmt::Break(_) => self.in_loop(span, StmtKind::Break, "'break' outside loop")?,
            ast::Stmt::Continue(_) => {
                self.in_loop(span, StmtKind::Continue, "'continue' not properly in loop")?
            }
            ast::Stmt::Pass(_) => StmtKind::Pass,
            ast::Stmt::Assign(node) => {
                let value = self.expr(&node.value);
                let targets = self.all(&node.targets, Self::target);
                StmtKind::Assign { targets: targets?, value: value? }
            }
            ast::Stmt::AnnAssign(node) => self.annotated(node)?,
            ast::Stmt::AugAssign(node) => {
                let value = self.expr(&node.value);
                let target = self.target(&node.target);
                let op = self.binary_op(node.op, span);
                StmtKind::AugAssign { target: target?, op: op?, value: value? }
            }
            ast::Stmt::Delete(node) => StmtKind::Delete(self.all(&node.targets, Self::deleted)?),
            ast::Stmt::Global(node) => self.global(node)?,
            ast::Stmt::Nonlocal(node) => self.nonlocal(node)?,
            ast::Stmt::Raise(node) => {
                let exception = self.optional(node.exc.as_deref());
                let cause = self.optional(node.cause.as_deref());
                StmtKind::Raise { exception: exception?, cause: cause? }
            }
            ast::Stmt::Assert(node) => {
                let test = self.expr(&node.test);
                let message = self.optional(node.msg.as_deref());
                StmtKind::Assert { test: test?, message: message? }
            }
            ast::Stmt::Expr(node) => StmtKind::Expr(self.expr(&node.value)?),
            other => return self.unsupported(keyword(other), what(other)),
        };
        Some(Stmt { span, kind })
    }

    fn in_loop(&mut self, span: Span, kind: StmtKind, message: &str) -> Option<StmtKind> {
        if self.scope().loops == 0 {
            return self.syntax_error(span, message);
        }
        Some(kind)
    }

    fn return_(&mut self, node: &ast::StmtReturn) -> Option<StmtKind> {
        let value = self.optional(node.value.as_deref());
        if !matches!(self.kind(), Kind::Function { .. }) {
            return self.syntax_error(Span::of(node), "'return' outside function");
        }
        Some(StmtKind::Return(value?))
    }

    /// `target: annotation = value`
    fn annotated(&mut self, node: &ast::StmtAnnAssign) -> Option<StmtKind> {
        let value = self.optional(node.value.as_deref());
        let target = match &*node.target {
            ast::Expr::Name(name) if node.simple => {
                let name = self.annotate(name)?;
                if node.value.is_none() {
                    return Some(StmtKind::Declare(name));
                }
                Target { span: name.span, kind: TargetKind::Name(name) }
            }
            other if node.value.is_some() => self.target(other)?,
            // What the annotation would belong to is evaluated.
            ast::Expr::Attribute(node) => return self.expr(&node.value).map(StmtKind::Expr),
            ast::Expr::Subscript(node) => {
                let (object, index) = (self.expr(&node.value), self.expr(&node.slice));
                let kind = ExprKind::Tuple(vec![object?, index?]);
                return Some(StmtKind::Expr(Expr { span: Span::of(node), kind }));
            }
            _ => return Some(StmtKind::Pass),
        };
        Some(StmtKind::Assign { targets: vec![target], value: value?? })
    }
}

/// The first word of a statement: enough to point at.
fn keyword(stmt: &ast::Stmt) -> Span {
    let span = Span::of(stmt);
    Span { start: span.start, end: span.end.min(span.start + 5) }
}

/// What a refused statement is called.
fn what(stmt: &ast::Stmt) -> &'static str {
    match stmt {
        ast::Stmt::TypeAlias(_) => "`type` is",
        ast::Stmt::Match(_) => "`match` is",
        _ => "this statement is",
    }
}
