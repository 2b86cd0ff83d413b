//! `with`.

use super::blocks::Cleanup;
use super::emit::{Done, Emitter, Label};
use crate::code::module::Constant;
use crate::code::op::{Op, Reg};
use crate::lang::tree::{Expr, Stmt, Target};

impl<'a> Emitter<'a> {
    /// What `__exit__` needs stays in six registers: itself, the manager, room for its three
    /// arguments, and the exception. As in CPython both methods are looked up before the first is
    /// called.
    pub(super) fn with(
        &mut self,
        context: &Expr,
        target: Option<&Target>,
        body: &'a [Stmt],
    ) -> Done {
        let exit = self.temporaries(6)?;
        let (manager, exception) = (Reg(exit.0 + 1), Reg(exit.0 + 5));
        let enter = self.temporaries(2)?;
        self.into(context, Reg(enter.0 + 1))?;
        let outer = self.at(context.span);
        self.emit(Op::Move { dst: manager, src: Reg(enter.0 + 1) });
        for (base, name) in [(enter, "__enter__"), (exit, "__exit__")] {
            let name = self.compiler.name(name, context.span)?;
            self.emit(Op::LoadSpecial { base, name });
        }
        self.emit(Op::CallMethod { base: enter, argc: 0 });
        self.at(outer);
        let before = self.assigned.clone();
        let guard = self.guarded(exception, Cleanup::Exit(exit), |this| {
            if let Some(target) = target {
                this.store(target, enter)?;
            }
            this.body(body)
        })?;
        self.at(context.span);
        let mut end = Label::default();
        if self.assigned.is_reachable() {
            self.exit_context(exit)?;
            self.jump(&mut end, |to| Op::Jump { to });
        }
        // The manager may swallow an exception from anywhere in the body.
        let after = self.assigned.meet(&before);
        self.assigned = before;
        self.catch(&guard);
        self.while_handling(exception, |this| this.exit_with_exception(exit, exception))?;
        self.jump(&mut end, |to| Op::JumpIf { a: exit, to });
        self.emit(Op::Reraise { exception });
        self.bind(end);
        self.assigned = after;
        Ok(())
    }

    /// `__exit__(None, None, None)`
    pub(super) fn exit_context(&mut self, exit: Reg) -> Done {
        for argument in exit.0 + 2..exit.0 + 5 {
            self.constant(Constant::None, Reg(argument))?;
        }
        self.emit(Op::CallMethod { base: exit, argc: 3 });
        Ok(())
    }

    /// `__exit__(type(exception), exception, None)`
    fn exit_with_exception(&mut self, exit: Reg, exception: Reg) -> Done {
        let name = self.compiler.name("__class__", self.span())?;
        self.emit(Op::LoadAttr { dst: Reg(exit.0 + 2), object: exception, name });
        self.emit(Op::Move { dst: Reg(exit.0 + 3), src: exception });
        self.constant(Constant::None, Reg(exit.0 + 4))?;
        self.emit(Op::CallMethod { base: exit, argc: 3 });
        Ok(())
    }
}
