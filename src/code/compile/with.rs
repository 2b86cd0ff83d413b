//! `with`.

use super::blocks::Cleanup;
use super::emit::{Done, Emitter, Label};
use crate::code::module::Constant;
use crate::code::op::{Op, Reg};
use crate::lang::Problem;
use crate::lang::tree::{Expr, Stmt, Target};

impl<'a> Emitter<'a> {
    /// The method `__exit__` and the manager stay in two registers. As in CPython both methods are
    /// looked up before the first is called.
    pub(super) fn with(
        &mut self,
        (context, is_async): (&Expr, bool),
        target: Option<&Target>,
        body: &'a [Stmt],
    ) -> Done {
        let exit = self.temporaries(2)?;
        let manager = Reg(exit.0 + 1);
        let exception = self.temporary()?;
        let enter = self.temporaries(2)?;
        self.into(context, Reg(enter.0 + 1))?;
        let outer = self.at(context.span);
        self.emit(Op::Move { dst: manager, src: Reg(enter.0 + 1) });
        let names = if is_async { ["__aenter__", "__aexit__"] } else { ["__enter__", "__exit__"] };
        for (base, name) in [enter, exit].into_iter().zip(names) {
            let name = self.compiler.name(name, context.span)?;
            self.emit(Op::LoadSpecial { base, name });
        }
        self.emit(Op::CallMethod { base: enter, argc: 0 });
        if is_async {
            self.await_in(enter)?;
        }
        self.at(outer);
        let before = self.assigned.clone();
        let guard = self.guarded(exception, Cleanup::Exit { exit, is_async }, |this| {
            if let Some(target) = target {
                this.store(target, enter)?;
            }
            this.body(body)
        })?;
        self.at(context.span);
        let mut end = Label::default();
        if self.assigned.is_reachable() {
            self.exit_context(exit, is_async)?;
            self.jump(&mut end, |to| Op::Jump { to });
        }
        // The manager may swallow an exception from anywhere in the body.
        let after = self.assigned.meet(&before);
        self.assigned = before;
        self.catch(&guard);
        self.while_handling(exception, |this| {
            this.with_temporaries(|this| {
                let swallows = this.call_exit(exit, is_async, Some(exception))?;
                this.jump(&mut end, |to| Op::JumpIf { a: swallows, to });
                Ok(())
            })
        })?;
        self.emit(Op::Reraise { exception });
        self.bind(end);
        self.assigned = after;
        Ok(())
    }

    /// What must be done on every way out.
    pub(super) fn exit_context(&mut self, exit: Reg, is_async: bool) -> Done {
        self.with_temporaries(|this| this.call_exit(exit, is_async, None).map(drop))
    }

    /// `__exit__(type(exception), exception, traceback)`, or with three `None`s. A call takes the
    /// registers behind all that are in use.
    fn call_exit(
        &mut self,
        exit: Reg,
        is_async: bool,
        exception: Option<Reg>,
    ) -> Result<Reg, Problem> {
        let base = self.temporaries(5)?;
        let at = |offset: u8| Reg(base.0 + offset);
        self.emit(Op::Move { dst: base, src: exit });
        self.emit(Op::Move { dst: at(1), src: Reg(exit.0 + 1) });
        if let Some(exception) = exception {
            let span = self.span();
            for (place, name) in [(2, "__class__"), (4, "__traceback__")] {
                let name = self.compiler.name(name, span)?;
                self.emit(Op::LoadAttr { dst: at(place), object: exception, name });
            }
            self.emit(Op::Move { dst: at(3), src: exception });
        } else {
            for place in 2..5 {
                self.constant(Constant::None, at(place))?;
            }
        }
        self.emit(Op::CallMethod { base, argc: 3 });
        if is_async {
            self.await_in(base)?;
        }
        Ok(base)
    }
}
