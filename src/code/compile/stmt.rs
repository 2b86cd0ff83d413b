//! Statements.

use super::assigned::Assigned;
use super::condition::is_true;
use super::emit::{Emitter, Label, Loop};
use crate::code::op::{Op, Reg};
use crate::lang::tree::{BinaryOp, Expr, ExprKind, FunctionDef, Name, Stmt, StmtKind};
use crate::lang::{Problem, Span};

type Done = Result<(), Problem>;

impl Emitter<'_> {
    pub(super) fn body(&mut self, body: &[Stmt]) -> Done {
        body.iter().try_for_each(|stmt| self.stmt(stmt))
    }

    fn stmt(&mut self, stmt: &Stmt) -> Done {
        self.at(stmt.span);
        self.with_temporaries(|this| match &stmt.kind {
            StmtKind::FunctionDef(def) => this.def(def),
            StmtKind::Return(value) => this.return_(value.as_ref()),
            StmtKind::If { test, body, orelse } => this.if_(test, body, orelse),
            StmtKind::While { test, body } => this.while_(test, body),
            StmtKind::ForRange { target, range, range_span, body } => {
                this.for_range(target, range, *range_span, body)
            }
            StmtKind::Break => {
                this.break_();
                Ok(())
            }
            StmtKind::Continue => {
                this.continue_();
                Ok(())
            }
            StmtKind::Pass | StmtKind::Global(_) | StmtKind::Declare(_) => Ok(()),
            StmtKind::Assign { targets, value } => this.assign(targets, value),
            StmtKind::AugAssign { target, op, value } => this.aug_assign(target, *op, value),
            StmtKind::Expr(expr) => this.operand(expr).map(drop),
        })
    }

    fn def(&mut self, def: &FunctionDef) -> Done {
        let defaults: Vec<_> = def.parameters.iter().filter_map(|p| p.default.as_ref()).collect();
        let dst = self.temporaries(defaults.len().max(1))?;
        for (default, to) in defaults.into_iter().zip(dst.0..) {
            self.into(default, Reg(to))?;
        }
        let function = self.compiler.function(def)?;
        self.emit(Op::MakeFunction { dst, function });
        self.store(&def.name, dst)
    }

    fn return_(&mut self, value: Option<&Expr>) -> Done {
        match value {
            None | Some(Expr { kind: ExprKind::None, .. }) => self.emit(Op::ReturnNone {}),
            Some(value) => {
                let src = self.operand(value)?;
                self.emit(Op::Return { src });
            }
        }
        self.assigned = Assigned::unreachable();
        Ok(())
    }

    fn if_(&mut self, test: &Expr, body: &[Stmt], orelse: &[Stmt]) -> Done {
        let mut to_else = Label::default();
        self.jump_unless(test, &mut to_else)?;
        let before = self.assigned.clone();
        self.body(body)?;
        let after_body = std::mem::replace(&mut self.assigned, before);
        if orelse.is_empty() {
            self.bind(to_else);
        } else {
            let mut end = Label::default();
            if after_body != Assigned::unreachable() {
                self.jump(&mut end, |to| Op::Jump { to });
            }
            self.bind(to_else);
            self.body(orelse)?;
            self.bind(end);
        }
        self.assigned = self.assigned.meet(&after_body);
        Ok(())
    }

    /// The condition stands in front of the loop and again at its end, which saves a jump per turn.
    fn while_(&mut self, test: &Expr, body: &[Stmt]) -> Done {
        let span = self.span();
        let mut exit = Label::default();
        self.jump_unless(test, &mut exit)?;
        let at_exit = if is_true(test) { Assigned::unreachable() } else { self.assigned.clone() };
        self.loops.push(Loop::default());
        let top = self.here();
        self.body(body)?;
        self.at(span);
        self.end_of_body(&at_exit);
        self.loop_if(test, top)?;
        self.bind(exit);
        self.end_loop(&at_exit);
        Ok(())
    }

    fn for_range(&mut self, target: &Name, range: &[Expr], span: Span, body: &[Stmt]) -> Done {
        let iter = self.temporaries(3)?;
        let (start, stop, step) = (iter, Reg(iter.0 + 1), Reg(iter.0 + 2));
        let outer = self.at(span);
        match range {
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
                for (argument, to) in range.iter().zip(iter.0..) {
                    self.into(argument, Reg(to))?;
                }
            }
        }
        self.emit(Op::RangeInit { iter });
        self.at(outer);
        let at_exit = self.assigned.clone();
        self.loops.push(Loop::default());
        let mut next = Label::default();
        self.jump(&mut next, |to| Op::Jump { to });
        let top = self.here();
        let local = self.local(&target.id);
        let dst = match local {
            Some(local) => local,
            None => self.temporary()?,
        };
        match local {
            Some(local) => self.assigned.insert(local),
            None => self.store(target, dst)?,
        }
        self.body(body)?;
        self.at(outer);
        self.end_of_body(&at_exit);
        self.bind(next);
        self.emit(Op::RangeNext { dst, iter, to: top });
        self.end_loop(&at_exit);
        Ok(())
    }

    /// Where `continue` comes to.
    fn end_of_body(&mut self, at_entry: &Assigned) {
        if let Some(inner) = self.loops.last_mut() {
            let on_continue = std::mem::take(&mut inner.on_continue);
            self.bind(on_continue);
        }
        // A `continue` may come from anywhere in the body.
        self.assigned = at_entry.clone();
    }

    /// Where `break` comes to.
    fn end_loop(&mut self, at_exit: &Assigned) {
        self.assigned = at_exit.clone();
        if let Some(done) = self.loops.pop() {
            if let Some(after_breaks) = done.after_breaks {
                self.assigned = self.assigned.meet(&after_breaks);
            }
            self.bind(done.on_break);
        }
    }

    fn break_(&mut self) {
        let Some(mut inner) = self.loops.pop() else { return };
        self.jump(&mut inner.on_break, |to| Op::Jump { to });
        let after = match inner.after_breaks {
            Some(after) => after.meet(&self.assigned),
            None => self.assigned.clone(),
        };
        inner.after_breaks = Some(after);
        self.loops.push(inner);
        self.assigned = Assigned::unreachable();
    }

    fn continue_(&mut self) {
        let Some(mut inner) = self.loops.pop() else { return };
        self.jump(&mut inner.on_continue, |to| Op::Jump { to });
        self.loops.push(inner);
        self.assigned = Assigned::unreachable();
    }

    fn assign(&mut self, targets: &[Name], value: &Expr) -> Done {
        // One local: evaluate right into it. Otherwise: evaluate, then store from left to right.
        if let [target] = targets
            && let Some(local) = self.local(&target.id)
        {
            self.into(value, local)?;
            self.assigned.insert(local);
            return Ok(());
        }
        let src = self.operand(value)?;
        targets.iter().try_for_each(|target| self.store(target, src))
    }

    fn aug_assign(&mut self, target: &Name, op: BinaryOp, value: &Expr) -> Done {
        self.augmented = true;
        let done = match self.local(&target.id) {
            Some(local) => {
                self.check_bound(local);
                self.binary(op, local, local, value)
            }
            None => self.aug_assign_global(target, op, value),
        };
        self.augmented = false;
        done
    }

    fn aug_assign_global(&mut self, target: &Name, op: BinaryOp, value: &Expr) -> Done {
        let dst = self.temporary()?;
        let global = self.compiler.global(&target.id, target.span)?;
        self.emit(Op::LoadGlobal { dst, global });
        self.binary(op, dst, dst, value)?;
        self.emit(Op::StoreGlobal { src: dst, global });
        Ok(())
    }

    fn store(&mut self, target: &Name, src: Reg) -> Done {
        if let Some(dst) = self.local(&target.id) {
            self.emit(Op::Move { dst, src });
            self.assigned.insert(dst);
        } else {
            let global = self.compiler.global(&target.id, target.span)?;
            self.emit(Op::StoreGlobal { src, global });
        }
        Ok(())
    }
}
