//! Statements.

use super::assigned::Assigned;
use super::emit::{Body, Done, Emitter, Label};
use super::loops::Iterable;
use crate::lang::Problem;
use crate::lang::tree::{Expr, ExprKind, Stmt, StmtKind};

/// Most instructions of a program: parts that are copied to every way out of a `try` in another
/// double with each nesting.
const MAX_SIZE: usize = 1 << 20;

impl<'a> Emitter<'a> {
    /// Compiles statements as far as they can be reached.
    #[optimize(size)]
    pub(super) fn body(&mut self, body: &'a [Stmt]) -> Done {
        for stmt in body {
            // A module's functions are known even if it never comes to them: what is wrong then is
            // that it does not end.
            let is_known =
                self.kind == Body::Module && matches!(stmt.kind, StmtKind::FunctionDef(_));
            if self.assigned.is_reachable() || is_known {
                self.stmt(stmt)?;
            }
        }
        Ok(())
    }

    fn stmt(&mut self, stmt: &'a Stmt) -> Done {
        if self.compiler.size > MAX_SIZE {
            return Err(Problem::new(stmt.span, "the program is too large"));
        }
        self.at(stmt.span);
        let done = self.with_temporaries(|this| match &stmt.kind {
            StmtKind::FunctionDef(def) => this.def(def),
            StmtKind::ClassDef(class) => this.class(class),
            StmtKind::Return(value) => this.return_(value.as_ref()),
            StmtKind::If { test, body, orelse } => this.if_(test, body, orelse),
            StmtKind::While { test, body, orelse } => this.while_(test, body, orelse),
            StmtKind::ForRange { target, range, range_span, body, orelse } => {
                this.for_(target, Iterable::Range(range, *range_span), body, orelse)
            }
            StmtKind::For { is_async, target, iter, body, orelse } => {
                let iterable =
                    if *is_async { Iterable::Async(iter) } else { Iterable::Value(iter) };
                this.for_(target, iterable, body, orelse)
            }
            StmtKind::Break => this.break_(),
            StmtKind::Continue => this.continue_(),
            StmtKind::Pass | StmtKind::Global(_) | StmtKind::Nonlocal(_) | StmtKind::Declare(_) => {
                Ok(())
            }
            StmtKind::Assign { targets, value } => this.assign(targets, value),
            StmtKind::AugAssign { target, op, value } => this.aug_assign(target, *op, value),
            StmtKind::Delete(targets) => targets.iter().try_for_each(|target| this.delete(target)),
            StmtKind::Try { body, is_star, handlers, orelse, finally } => {
                this.try_(body, (handlers, *is_star), orelse, finally)
            }
            StmtKind::Match { subject, cases } => this.match_(subject, cases),
            StmtKind::With { is_async, context, target, body } => {
                this.with((context, *is_async), target.as_ref(), body)
            }
            StmtKind::Raise { exception, cause } => this.raise(exception.as_ref(), cause.as_ref()),
            StmtKind::Assert { test, message } => this.assert(test, message.as_ref()),
            StmtKind::Expr(expr) => this.operand(expr).map(drop),
        });
        self.settle();
        done
    }

    fn return_(&mut self, value: Option<&Expr>) -> Done {
        let value = value.filter(|value| !matches!(value.kind, ExprKind::None));
        let src = match value {
            Some(value) if self.has_cleanup() => {
                let src = self.temporary()?;
                self.into(value, src)?;
                Some(src)
            }
            Some(value) => Some(self.operand(value)?),
            None => None,
        };
        self.leaving(0, |this| this.emit_return(src))
    }

    fn if_(&mut self, test: &Expr, body: &'a [Stmt], orelse: &'a [Stmt]) -> Done {
        let mut to_else = Label::default();
        self.jump_unless(test, &mut to_else)?;
        let before = self.assigned.clone();
        self.body(body)?;
        if orelse.is_empty() {
            self.bind(to_else);
            self.assigned = self.assigned.meet(&before);
            return Ok(());
        }
        let mut end = Label::default();
        self.jump_if_reachable(&mut end);
        let after_body: Assigned = std::mem::replace(&mut self.assigned, before);
        self.bind(to_else);
        self.body(orelse)?;
        self.bind(end);
        self.assigned = self.assigned.meet(&after_body);
        Ok(())
    }
}
