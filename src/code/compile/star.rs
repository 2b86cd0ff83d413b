//! `except*` (PEP 654): each clause takes its part out of what is left of the exception; what they
//! raise goes on behind the last one, together with what is left over.

use super::blocks::Cleanup;
use super::emit::{Done, Emitter, Label, row};
use crate::code::module::Constant;
use crate::code::op::{Op, Reg};
use crate::lang::Problem;
use crate::lang::tree::{CompareOp, Handler, Stmt};

/// Takes out of what is left what a clause is for.
const MATCH: &str = ".star_match";
/// What goes on behind all clauses.
const END: &str = ".star_end";

/// The registers that the clauses share.
struct Parts {
    /// What the clause at hand has got, or `None`.
    caught: Reg,
    /// What is left over, behind it in a row.
    rest: Reg,
    /// A list of what clauses have raised.
    raised: Reg,
}

impl<'a> Emitter<'a> {
    #[optimize(size)]
    pub(super) fn try_star(
        &mut self,
        body: &'a [Stmt],
        handlers: &'a [Handler],
        orelse: &'a [Stmt],
    ) -> Done {
        let span = self.span();
        let exception = self.temporary()?;
        let before = self.assigned.clone();
        let guard = self.guarded(exception, Cleanup::None, |this| this.body(body))?;
        self.body(orelse)?;
        let mut end = Label::default();
        self.jump_if_reachable(&mut end);
        let after = std::mem::replace(&mut self.assigned, before.clone());
        self.catch(&guard);
        let caught = self.temporaries(2)?;
        let raised = self.temporary()?;
        let parts = Parts { caught, rest: Reg(caught.0 + 1), raised };
        self.while_handling(exception, |this| {
            this.at(span);
            this.emit(Op::Move { dst: parts.rest, src: exception });
            this.emit(Op::BuildList { base: raised, count: 0 });
            for handler in handlers {
                this.with_temporaries(|this| this.star_handler(handler, &parts))?;
                // Any of them may have been passed by.
                this.assigned = before.clone();
            }
            Ok(())
        })?;
        self.at(span);
        let result = self.helper(END, &[exception, raised, parts.rest])?;
        self.unless_none(result, &mut end)?;
        self.emit(Op::Reraise { exception: result });
        self.bind(end);
        self.assigned = after.meet(&before);
        Ok(())
    }

    fn star_handler(&mut self, handler: &'a Handler, parts: &Parts) -> Done {
        self.at(handler.span);
        let Some(kind) = &handler.kind else { return Ok(()) };
        let kind = self.operand(kind)?;
        let both = self.helper(MATCH, &[parts.rest, kind])?;
        self.emit(Op::Unpack { src: both, base: parts.caught, count: 2 });
        let mut next = Label::default();
        self.unless_none(parts.caught, &mut next)?;
        let error = self.temporary()?;
        let before = self.assigned.clone();
        let guard = self.guarded(error, Cleanup::None, |this| {
            this.while_handling(parts.caught, |this| this.handler_body(handler, parts.caught))
        })?;
        self.jump_if_reachable(&mut next);
        self.assigned = before;
        self.catch(&guard);
        self.at(handler.span);
        self.emit(Op::ListAppend { list: parts.raised, item: error });
        self.bind(next);
        Ok(())
    }

    /// Calls a function of the playground with what is in these registers.
    pub(super) fn helper(&mut self, name: &str, arguments: &[Reg]) -> Result<Reg, Problem> {
        let span = self.span();
        let base = self.temporaries(1 + arguments.len())?;
        let global = self.compiler.global(name, false, span)?;
        self.emit(Op::LoadGlobal { dst: base, global });
        for (dst, src) in row(Reg(base.0 + 1), arguments.len()).zip(arguments) {
            self.emit(Op::Move { dst, src: *src });
        }
        self.emit(Op::Call { base, argc: u8::try_from(arguments.len()).unwrap_or(u8::MAX) });
        Ok(base)
    }

    /// Jumps if there is `None` in a register.
    pub(super) fn unless_none(&mut self, value: Reg, to: &mut Label) -> Done {
        self.with_temporaries(|this| {
            let none = this.temporary()?;
            this.constant(Constant::None, none)?;
            this.emit(Op::Compare { op: CompareOp::Is, dst: none, a: value, b: none });
            this.jump(to, |to| Op::JumpIf { a: none, to });
            Ok(())
        })
    }
}
