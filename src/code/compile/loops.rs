//! Loops. What decides whether there is another turn stands at the end, which saves a jump per
//! turn.

use super::assigned::Assigned;
use super::blocks::Cleanup;
use super::condition::is_true;
use super::emit::{Done, Emitter, Label, row};
use crate::code::op::{Op, Reg, Target as OpTarget};
use crate::lang::tree::{Expr, ExprKind, Stmt, Target};
use crate::lang::{Problem, Span};

/// What `async for` asks for an iterator.
const ASYNC_ITERATOR: &str = ".async_iterator";
/// The class, whatever the program calls by its name.
const STOP: &str = ".StopAsyncIteration";

/// What a `for` takes its values from.
#[derive(Clone, Copy)]
pub(super) enum Iterable<'a> {
    /// The built-in `range` of these arguments, which stands there.
    Range(&'a [Expr], Span),
    Value(&'a Expr),
    /// Each value is awaited.
    Async(&'a Expr),
}

/// Where a loop keeps its place.
#[derive(Clone, Copy)]
enum Iterator {
    Range(Reg),
    Value(Reg),
    Async(Reg),
}

impl<'a> Emitter<'a> {
    /// The condition stands in front of the loop and again at its end.
    pub(super) fn while_(&mut self, test: &Expr, body: &'a [Stmt], orelse: &'a [Stmt]) -> Done {
        let span = self.span();
        let mut exit = Label::default();
        self.jump_unless(test, &mut exit)?;
        let at_exit = if is_true(test) { Assigned::unreachable() } else { self.assigned.clone() };
        self.begin_loop();
        let top = self.here();
        self.body(body)?;
        self.at(span);
        self.end_of_body(&at_exit);
        self.loop_if(test, top)?;
        self.bind(exit);
        self.end_loop(&at_exit, orelse)
    }

    pub(super) fn for_(
        &mut self,
        target: &Target,
        iterable: Iterable<'_>,
        body: &'a [Stmt],
        orelse: &'a [Stmt],
    ) -> Done {
        self.each(target, iterable, |this, at_entry| {
            this.begin_loop();
            this.body(body)?;
            this.end_of_body(at_entry);
            Ok(())
        })?;
        let at_exit = self.assigned.clone();
        self.end_loop(&at_exit, orelse)
    }

    /// Compiles `body` for each value, and gives it what holds at the loop's entry.
    pub(super) fn each(
        &mut self,
        target: &Target,
        iterable: Iterable<'_>,
        body: impl FnOnce(&mut Self, &Assigned) -> Done,
    ) -> Done {
        let outer = self.span();
        let iterator = self.iterator(iterable)?;
        let at_entry = self.assigned.clone();
        let mut next = Label::default();
        self.jump(&mut next, |to| Op::Jump { to });
        let top = self.here();
        let dst = if let Some(local) = self.target_local(target) {
            self.assign_local(local);
            local
        } else {
            let dst = self.temporary()?;
            self.store(target, dst)?;
            dst
        };
        body(self, &at_entry)?;
        self.at(outer);
        self.bind(next);
        match iterator {
            Iterator::Range(iter) => self.emit(Op::RangeNext { dst, iter, to: top }),
            Iterator::Value(iter) => self.emit(Op::ForIter { dst, iter, to: top }),
            Iterator::Async(iter) => self.async_next(dst, iter, top)?,
        }
        self.assigned = at_entry;
        Ok(())
    }

    fn iterator(&mut self, iterable: Iterable<'_>) -> Result<Iterator, Problem> {
        match iterable {
            Iterable::Value(value) => {
                let iter = self.temporary()?;
                match &value.kind {
                    ExprKind::Set(items) => self.plain_set(items, iter)?,
                    _ => self.into(value, iter)?,
                }
                self.temporary()?;
                let outer = self.at(value.span);
                self.emit(Op::GetIter { iter });
                self.at(outer);
                Ok(Iterator::Value(iter))
            }
            Iterable::Async(value) => {
                let iter = self.temporary()?;
                self.with_temporaries(|this| {
                    let value = this.operand(value)?;
                    let asked = this.helper(ASYNC_ITERATOR, &[value])?;
                    this.moved(asked, iter);
                    Ok(())
                })?;
                Ok(Iterator::Async(iter))
            }
            Iterable::Range(arguments, span) => {
                let iter = self.temporaries(3)?;
                let outer = self.at(span);
                self.range(arguments, iter)?;
                self.at(outer);
                Ok(Iterator::Range(iter))
            }
        }
    }

    /// Awaits the next value and goes to the top of the loop with it; goes on here when there is none.
    fn async_next(&mut self, dst: Reg, iter: Reg, top: OpTarget) -> Done {
        let span = self.span();
        let next = self.compiler.name("__anext__", span)?;
        let stop = self.compiler.global(STOP, false, span)?;
        self.with_temporaries(|this| {
            let exception = this.temporary()?;
            let guard = this.guarded(exception, Cleanup::None, |this| {
                let base = this.temporaries(2)?;
                this.emit(Op::LoadMethod { base, object: iter, name: next });
                this.emit(Op::CallMethod { base, argc: 0 });
                this.await_in(base)?;
                this.moved(base, dst);
                Ok(())
            })?;
            this.emit(Op::JumpBack { to: top });
            this.catch(&guard);
            let (is_over, mut end) = (this.temporary()?, Label::default());
            this.emit(Op::LoadGlobal { dst: is_over, global: stop });
            this.emit(Op::MatchException { dst: is_over, exception, kind: is_over });
            this.jump(&mut end, |to| Op::JumpIf { a: is_over, to });
            this.emit(Op::Reraise { exception });
            this.bind(end);
            this.emit(Op::Unbind { local: iter });
            Ok(())
        })
    }

    fn range(&mut self, arguments: &[Expr], iter: Reg) -> Done {
        let (start, stop, step) = (iter, Reg(iter.0 + 1), Reg(iter.0 + 2));
        match arguments {
            [end] => {
                self.emit(Op::LoadInt { dst: start, value: 0 });
                self.into(end, stop)?;
                self.emit(Op::LoadInt { dst: step, value: 1 });
            }
            [begin, end] => {
                self.into(begin, start)?;
                self.into(end, stop)?;
                self.emit(Op::LoadInt { dst: step, value: 1 });
            }
            _ => {
                for (argument, to) in arguments.iter().zip(row(iter, 3)) {
                    self.into(argument, to)?;
                }
            }
        }
        self.emit(Op::RangeInit { iter });
        Ok(())
    }
}
