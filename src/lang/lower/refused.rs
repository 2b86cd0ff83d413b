//! What is refused when it is reached: in its place stands a name that no program has, which says
//! what to tell (`Machine::unbound_global`). The editor marks it before.

use super::super::advice;
use super::super::source::{Problem, Span};
use super::super::tree::{Expr, ExprKind, Stmt, StmtKind};
use super::Lower;
use super::import::first_part;
use crate::lang::builtins::{self, MISSING, REFUSED};

impl Lower<'_> {
    /// Something that the playground has not.
    pub(super) fn refused(&mut self, span: Span, what: &str) -> ExprKind {
        self.refused.push(Problem::unsupported(span, &format!("{what} is")));
        ExprKind::Name(format!("{REFUSED}{what}"))
    }

    /// A module that cannot be imported: one of Python's, or one that nobody knows.
    pub(super) fn missing_module(&mut self, module: &str, span: Span) -> ExprKind {
        if builtins::is_of_python(module) {
            let kind = self.refused(span, &format!("the module `{module}`"));
            self.advise(advice::of_module(module));
            return kind;
        }
        self.refused.push(Problem::new(span, format!("there is no module `{module}`")));
        self.advise(advice::of_module(module));
        let first = first_part(module);
        let missing = if builtins::is_module(first) { module } else { first };
        ExprKind::Name(format!("{MISSING}{missing}"))
    }

    /// Says what to do instead of what has just been refused, if that is known.
    fn advise(&mut self, advice: Option<&str>) {
        if let Some(problem) = self.refused.last_mut() {
            problem.message = advice::told(std::mem::take(&mut problem.message), advice);
        }
    }

    /// The same as a statement.
    pub(super) fn missing_import(&mut self, module: &str, span: Span) -> Stmt {
        let kind = self.missing_module(module, span);
        Stmt { span, kind: StmtKind::Expr(Expr { span, kind }) }
    }
}
