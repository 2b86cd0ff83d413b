//! Statements without a body of their own.

use ruff_python_ast as ast;

use super::super::source::Span;
use super::super::tree::{Expr, ExprKind, Stmt, StmtKind, Target, TargetKind};
use super::Lower;
use super::expr::binary_op;
use super::scopes::Kind;

const LEAVES_STAR: &str = "'break', 'continue' and 'return' cannot appear in an except* block";

impl Lower<'_> {
    pub(super) fn stmt(&mut self, stmt: &ast::Stmt) -> Option<Stmt> {
        let span = Span::of(stmt);
        let kind = match stmt {
            ast::Stmt::Return(node) => self.return_(node)?,
            ast::Stmt::If(node) => self.if_(node)?,
            ast::Stmt::While(node) => self.while_(node)?,
            ast::Stmt::For(node) => self.for_(node)?,
            ast::Stmt::Match(node) => self.match_(node)?,
            ast::Stmt::Try(node) => self.try_(node)?,
            ast::Stmt::With(node) => self.with(node)?,
            ast::Stmt::Break(_) => self.in_loop(span, StmtKind::Break, "'break' outside loop")?,
            ast::Stmt::Continue(_) => {
                self.in_loop(span, StmtKind::Continue, "'continue' not properly in loop")?
            }
            ast::Stmt::Pass(_) => StmtKind::Pass,
            ast::Stmt::Assign(node) if let Some(set) = self.sets_dict(node) => set,
            ast::Stmt::Assign(node) => {
                let value = self.expr(&node.value);
                let targets = self.all(&node.targets, Self::target);
                StmtKind::Assign { targets: targets?, value: value? }
            }
            ast::Stmt::AnnAssign(node) => self.annotated(node)?,
            ast::Stmt::AugAssign(node) => {
                let value = self.expr(&node.value);
                let target = self.target(&node.target);
                StmtKind::AugAssign { target: target?, op: binary_op(node.op), value: value? }
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
            ast::Stmt::Expr(node) => {
                let value = self.expr(&node.value)?;
                let value = self.shown(value);
                StmtKind::Expr(self.discarded(value))
            }
            _ => return self.unsupported(span, "this statement is"),
        };
        Some(Stmt { span, kind })
    }

    /// `object.__dict__ = attributes`
    fn sets_dict(&mut self, node: &ast::StmtAssign) -> Option<StmtKind> {
        let [ast::Expr::Attribute(target)] = &*node.targets else { return None };
        if target.attr.id != "__dict__" || self.module_of(&target.value).is_some() {
            return None;
        }
        let span = Span::of(node);
        let (value, object) = (self.expr(&node.value)?, self.expr(&target.value)?);
        let function = Expr { span, kind: ExprKind::Name("_builtins.set_dict".to_owned()) };
        let (function, arguments) = (Box::new(function), vec![value, object]);
        let kind = ExprKind::Call { function, arguments, keywords: Vec::new() };
        Some(StmtKind::Expr(Expr { span, kind }))
    }

    /// A statement that is a call alone: if this makes a coroutine, nobody will ever await that. In a
    /// program that has none nobody asks.
    fn discarded(&mut self, value: Expr) -> Expr {
        let is_call = matches!(value.kind, ExprKind::Call { .. } | ExprKind::SpreadCall { .. });
        if !is_call || !self.has_coroutines {
            return value;
        }
        self.link("_forgotten", "tell");
        let span = value.span;
        let line = self.source.position(span.start).line;
        let text = self.source.line(line).trim().to_owned();
        let function = ExprKind::Name("_asyncio.discard".to_owned());
        let [function, line, text] = [function, ExprKind::Int(line.into()), ExprKind::Str(text)]
            .map(|kind| Expr { span, kind });
        let (function, arguments) = (Box::new(function), vec![value, line, text]);
        Expr { span, kind: ExprKind::Call { function, arguments, keywords: Vec::new() } }
    }

    fn in_loop(&mut self, span: Span, kind: StmtKind, message: &str) -> Option<StmtKind> {
        if self.scope().loops == 0 {
            return self.syntax_error(span, message);
        }
        let scope = self.scope();
        if scope.star == Some(scope.loops) {
            return self.syntax_error(span, LEAVES_STAR);
        }
        Some(kind)
    }

    fn return_(&mut self, node: &ast::StmtReturn) -> Option<StmtKind> {
        let value = self.optional(node.value.as_deref());
        if !matches!(self.kind(), Kind::Function { .. }) {
            return self.syntax_error(Span::of(node), "'return' outside function");
        }
        if self.scope().star.is_some() {
            return self.syntax_error(Span::of(node), LEAVES_STAR);
        }
        if node.value.is_some() {
            self.scope().returns_value.get_or_insert(Span::of(node));
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
