//! What surrounds a statement: loops, and what exceptions must not pass by. Handlers cost nothing
//! until an exception comes: they stand in a table beside the code. What must be done on every way
//! out (`finally`, `__exit__`) is copied to each way.

use super::assigned::Assigned;
use super::emit::{Done, Emitter, Label};
use crate::code::module::Handler;
use crate::code::op::{Op, Reg};
use crate::lang::Problem;
use crate::lang::tree::{Name, Stmt};

pub(super) enum Block<'a> {
    Loop(Loop),
    Guard(Guard<'a>),
}

#[derive(Default)]
pub(super) struct Loop {
    on_break: Label,
    on_continue: Label,
    /// What holds behind the loop, from its `break`s.
    after_breaks: Option<Assigned>,
}

/// A part of the code whose exceptions are caught.
pub(super) struct Guard<'a> {
    /// Gets the exception.
    exception: Reg,
    cleanup: Cleanup<'a>,
    /// The exception being handled outside.
    handling: Option<Reg>,
    /// Where the part goes on since it was last interrupted by the code of a way out.
    start: u32,
    /// From where to where, so far.
    ranges: Vec<(u32, u32)>,
}

/// What is done when control leaves a guarded part other than by its end or an exception.
#[derive(Clone, Copy)]
pub(super) enum Cleanup<'a> {
    None,
    Finally(&'a [Stmt]),
    /// Calls `__exit__`, or awaits `__aexit__`.
    Exit {
        exit: Reg,
        is_async: bool,
    },
    /// Unbinds the name of an `except … as name`.
    Unbind(&'a Name),
}

impl Guard<'_> {
    fn close(&mut self, end: u32) {
        if self.start < end {
            self.ranges.push((self.start, end));
        }
    }
}

impl<'a> Emitter<'a> {
    pub(super) fn begin_loop(&mut self) {
        self.blocks.push(Block::Loop(Loop::default()));
    }

    /// Where `continue` comes to.
    pub(super) fn end_of_body(&mut self, at_entry: &Assigned) {
        if let Some(Block::Loop(inner)) = self.blocks.last_mut() {
            let on_continue = std::mem::take(&mut inner.on_continue);
            self.bind(on_continue);
        }
        // A `continue` may come from anywhere in the body.
        self.assigned = at_entry.clone();
    }

    /// The `else` of a loop, and where `break` comes to.
    pub(super) fn end_loop(&mut self, at_exit: &Assigned, orelse: &'a [Stmt]) -> Done {
        self.assigned = at_exit.clone();
        let Some(Block::Loop(done)) = self.blocks.pop() else { return Ok(()) };
        self.body(orelse)?;
        if let Some(after_breaks) = done.after_breaks {
            self.assigned = self.assigned.meet(&after_breaks);
        }
        self.bind(done.on_break);
        Ok(())
    }

    pub(super) fn break_(&mut self) -> Done {
        self.leave_to_loop(|this, inner| {
            this.jump(&mut inner.on_break, |to| Op::Jump { to });
            let after = match inner.after_breaks.take() {
                Some(after) => after.meet(&this.assigned),
                None => this.assigned.clone(),
            };
            inner.after_breaks = Some(after);
        })
    }

    pub(super) fn continue_(&mut self) -> Done {
        self.leave_to_loop(|this, inner| this.jump(&mut inner.on_continue, |to| Op::Jump { to }))
    }

    fn leave_to_loop(&mut self, jump: impl FnOnce(&mut Self, &mut Loop)) -> Done {
        let is_loop = |block: &Block<'_>| matches!(block, Block::Loop(_));
        let Some(at) = self.blocks.iter().rposition(is_loop) else { return Ok(()) };
        self.leaving(at + 1, |this| {
            let Some(Block::Loop(mut inner)) = this.blocks.pop() else { return Ok(()) };
            jump(this, &mut inner);
            this.blocks.push(Block::Loop(inner));
            Ok(())
        })
    }

    /// Is there anything to be done before this function can be left?
    pub(super) fn has_cleanup(&self) -> bool {
        self.blocks.iter().any(|block| match block {
            Block::Guard(guard) => !matches!(guard.cleanup, Cleanup::None),
            Block::Loop(_) => false,
        })
    }

    /// Leaves all blocks but the first `kept`: does what they want done, innermost first, each
    /// guarded by those around it only, and then what `jump` emits.
    pub(super) fn leaving(&mut self, kept: usize, jump: impl FnOnce(&mut Self) -> Done) -> Done {
        let (span, handling) = (self.span(), self.handling());
        let mut left = Vec::new();
        while self.blocks.len() > kept
            && let Some(mut block) = self.blocks.pop()
        {
            if let Block::Guard(guard) = &mut block {
                guard.close(self.here().0);
                self.handle(guard.handling);
                self.clean_up(guard.cleanup)?;
                self.at(span);
            }
            left.push(block);
        }
        if self.assigned.is_reachable() {
            jump(self)?;
        }
        self.assigned = Assigned::unreachable();
        self.handle(handling);
        let here = self.here().0;
        for mut block in left.into_iter().rev() {
            if let Block::Guard(guard) = &mut block {
                guard.start = here;
            }
            self.blocks.push(block);
        }
        Ok(())
    }

    fn clean_up(&mut self, cleanup: Cleanup<'a>) -> Done {
        match cleanup {
            Cleanup::None => Ok(()),
            Cleanup::Finally(body) => self.body(body),
            Cleanup::Exit { exit, is_async } => self.exit_context(exit, is_async),
            Cleanup::Unbind(name) => self.unbind(name),
        }
    }

    /// Compiles a part of the code whose exceptions go to `exception`, and then to the place of
    /// [`Self::catch`].
    pub(super) fn guarded(
        &mut self,
        exception: Reg,
        cleanup: Cleanup<'a>,
        part: impl FnOnce(&mut Self) -> Done,
    ) -> Result<Guard<'a>, Problem> {
        let (handling, start) = (self.handling(), self.here().0);
        let guard = Guard { exception, cleanup, handling, start, ranges: Vec::new() };
        let depth = self.blocks.len();
        self.blocks.push(Block::Guard(guard));
        part(self)?;
        match self.blocks.pop() {
            Some(Block::Guard(mut guard)) if self.blocks.len() == depth => {
                guard.close(self.here().0);
                Ok(guard)
            }
            _ => Err(Problem::new(self.span(), "internal error: blocks do not match")),
        }
    }

    /// Makes the exceptions of a guarded part come here.
    pub(super) fn catch(&mut self, guard: &Guard<'_>) {
        let (target, exception) = (self.here(), guard.exception);
        let handlers =
            guard.ranges.iter().map(|&(start, end)| Handler { start, end, target, exception });
        self.handlers.extend(handlers);
    }

    /// Compiles what runs while `exception` is being handled: a bare `raise` raises it again.
    pub(super) fn while_handling(
        &mut self,
        exception: Reg,
        part: impl FnOnce(&mut Self) -> Done,
    ) -> Done {
        let outer = self.handle(Some(exception));
        part(self)?;
        self.handle(outer);
        Ok(())
    }
}
