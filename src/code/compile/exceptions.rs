//! `try`, `raise` and `assert`.

use super::assigned::Assigned;
use super::blocks::Cleanup;
use super::emit::{Done, Emitter, Label};
use crate::code::op::{Op, Reg};
use crate::lang::tree::{Expr, Handler, Stmt};

impl<'a> Emitter<'a> {
    pub(super) fn try_(
        &mut self,
        body: &'a [Stmt],
        (handlers, is_star): (&'a [Handler], bool),
        orelse: &'a [Stmt],
        finally: &'a [Stmt],
    ) -> Done {
        let inner = |this: &mut Self| {
            if is_star {
                this.try_star(body, handlers, orelse)
            } else {
                this.try_except(body, handlers, orelse)
            }
        };
        if finally.is_empty() {
            return inner(self);
        }
        let span = self.span();
        let exception = self.temporary()?;
        let before = self.assigned.clone();
        let guard = self.guarded(exception, Cleanup::Finally(finally), inner)?;
        let mut end = Label::default();
        self.body(finally)?;
        self.at(span);
        self.jump_if_reachable(&mut end);
        let after = std::mem::replace(&mut self.assigned, before);
        self.catch(&guard);
        self.while_handling(exception, |this| this.body(finally))?;
        self.at(span);
        self.emit(Op::Reraise { exception });
        self.bind(end);
        self.assigned = after;
        Ok(())
    }

    #[optimize(size)]
    fn try_except(
        &mut self,
        body: &'a [Stmt],
        handlers: &'a [Handler],
        orelse: &'a [Stmt],
    ) -> Done {
        if handlers.is_empty() {
            self.body(body)?;
            return self.body(orelse);
        }
        let span = self.span();
        let exception = self.temporary()?;
        let before = self.assigned.clone();
        let guard = self.guarded(exception, Cleanup::None, |this| this.body(body))?;
        self.body(orelse)?;
        let mut end = Label::default();
        self.jump_if_reachable(&mut end);
        let mut after = std::mem::replace(&mut self.assigned, before.clone());
        self.catch(&guard);
        self.while_handling(exception, |this| {
            for handler in handlers {
                this.assigned = before.clone();
                let mut next = Label::default();
                this.with_temporaries(|this| this.handler(handler, exception, &mut next))?;
                this.jump_if_reachable(&mut end);
                after = after.meet(&this.assigned);
                this.bind(next);
            }
            Ok(())
        })?;
        self.at(span);
        if handlers.last().is_some_and(|last| last.kind.is_some()) {
            self.emit(Op::Reraise { exception });
        }
        self.bind(end);
        self.assigned = after;
        Ok(())
    }

    /// One `except`; jumps to `next` if the exception is not of its kind.
    fn handler(&mut self, handler: &'a Handler, exception: Reg, next: &mut Label) -> Done {
        self.at(handler.span);
        if let Some(kind) = &handler.kind {
            let dst = self.temporary()?;
            let kind = self.operand(kind)?;
            self.emit(Op::MatchException { dst, exception, kind });
            self.jump(next, |to| Op::JumpUnless { a: dst, to });
        }
        self.handler_body(handler, exception)
    }

    /// What is done with an exception, and its name unbound behind that.
    pub(super) fn handler_body(&mut self, handler: &'a Handler, exception: Reg) -> Done {
        let Some(name) = &handler.name else { return self.body(&handler.body) };
        self.store_name(name, exception)?;
        let raised = self.temporary()?;
        let before = self.assigned.clone();
        let guard = self.guarded(raised, Cleanup::Unbind(name), |this| this.body(&handler.body))?;
        self.at(handler.span);
        let mut end = Label::default();
        if self.assigned.is_reachable() {
            self.unbind(name)?;
            self.jump(&mut end, |to| Op::Jump { to });
        }
        let after = std::mem::replace(&mut self.assigned, before);
        self.catch(&guard);
        self.unbind(name)?;
        self.emit(Op::Reraise { exception: raised });
        self.bind(end);
        self.assigned = after;
        Ok(())
    }

    pub(super) fn raise(&mut self, exception: Option<&Expr>, cause: Option<&Expr>) -> Done {
        match (exception, cause) {
            (Some(exception), Some(cause)) => {
                let exception = self.operand(exception)?;
                let cause = self.operand(cause)?;
                self.emit(Op::RaiseFrom { exception, cause });
            }
            (Some(exception), None) => {
                let exception = self.operand(exception)?;
                self.emit(Op::Raise { exception });
            }
            (None, _) => {
                let exception = match self.handling() {
                    Some(exception) => exception,
                    None => self.unbound_temporary()?,
                };
                self.emit(Op::Reraise { exception });
            }
        }
        self.assigned = Assigned::unreachable();
        Ok(())
    }

    /// The message is evaluated only if the test fails.
    pub(super) fn assert(&mut self, test: &Expr, message: Option<&Expr>) -> Done {
        let mut holds = Label::default();
        self.jump_if(test, &mut holds)?;
        let after = self.assigned.clone();
        let message = match message {
            Some(message) => self.operand(message)?,
            None => self.unbound_temporary()?,
        };
        self.emit(Op::RaiseAssertion { message });
        self.bind(holds);
        self.assigned = after;
        Ok(())
    }
}
