//! What is refused when it is reached: in its place stands a name that no program has, which says
//! what to tell (`Machine::unbound_global`). The editor marks it before.

use super::super::source::{Problem, Span};
use super::super::tree::{Expr, ExprKind, Stmt, StmtKind};
use super::Lower;
use super::import::first_part;
use crate::lang::advice;
use crate::lang::builtins::{self, MISSING, REFUSED};

impl Lower<'_> {
    /// Something that the playground has not.
    pub(super) fn refused(&mut self, span: Span, what: &str) -> ExprKind {
        self.refuse_later(span, what, None);
        ExprKind::Name(format!("{REFUSED}{what}"))
    }

    /// Says before the run what will be refused in it, and what to do instead.
    pub(super) fn refuse_later(&mut self, span: Span, what: &str, advice: Option<&str>) {
        let message = advice::told(format!("{what} is not supported"), advice);
        self.refused.push(Problem::new(span, message));
    }

    /// A module that cannot be imported: one of Python's, or one that nobody knows.
    pub(super) fn missing_module(&mut self, module: &str, span: Span) -> ExprKind {
        if builtins::is_of_python(module) {
            let what = format!("the module `{module}`");
            self.refuse_later(span, &what, advice::of_module(module));
            return ExprKind::Name(format!("{REFUSED}{what}"));
        }
        let message = format!("there is no module `{module}`");
        self.refused.push(Problem::new(span, advice::told(message, advice::of_module(module))));
        let first = first_part(module);
        let missing = if builtins::is_module(first) { module } else { first };
        ExprKind::Name(format!("{MISSING}{missing}"))
    }

    /// The same as a statement.
    pub(super) fn missing_import(&mut self, module: &str, span: Span) -> Stmt {
        let kind = self.missing_module(module, span);
        Stmt { span, kind: StmtKind::Expr(Expr { span, kind }) }
    }
}
