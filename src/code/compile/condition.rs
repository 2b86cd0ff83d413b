//! Conditions: a comparison that decides a jump is fused with it, since that is what loops and
//! recursion spend their time on.

use num_bigint::Sign;

use super::constant::small_int;
use super::emit::{Done, Emitter, Label};
use crate::code::op::{Op, Reg, Target};
use crate::lang::Problem;
use crate::lang::tree::{CompareOp, Expr, ExprKind};

/// The right side of a fused comparison.
enum Right {
    Reg(Reg),
    Int(i16),
}

impl Emitter<'_> {
    /// Jumps forward if the expression is false.
    pub(super) fn jump_unless(&mut self, expr: &Expr, to: &mut Label) -> Done {
        let before = self.at(expr.span);
        self.with_temporaries(|this| match &expr.kind {
            _ if is_true(expr) => Ok(()),
            ExprKind::Not(operand) => this.jump_if(operand, to),
            ExprKind::And(values) => this.all(values, |this, value| this.jump_unless(value, to)),
            ExprKind::Or(values) => {
                let [heads @ .., last] = values.as_slice() else { return Ok(()) };
                let mut holds = Label::default();
                this.all(heads, |this, value| this.jump_if(value, &mut holds))?;
                this.maybe(|this| this.jump_unless(last, to))?;
                this.bind(holds);
                Ok(())
            }
            ExprKind::Compare(left, rest) if rest.iter().all(|(op, _)| is_fused(*op)) => {
                this.jump_unless_all(left, rest, to)
            }
            _ => {
                let a = this.operand(expr)?;
                this.jump(to, |to| Op::JumpUnless { a, to });
                Ok(())
            }
        })?;
        self.at(before);
        Ok(())
    }

    /// Jumps forward if the expression is true.
    pub(super) fn jump_if(&mut self, expr: &Expr, to: &mut Label) -> Done {
        let before = self.at(expr.span);
        self.with_temporaries(|this| match &expr.kind {
            ExprKind::Not(operand) => this.jump_unless(operand, to),
            ExprKind::Or(values) => this.all(values, |this, value| this.jump_if(value, to)),
            ExprKind::And(_) | ExprKind::Compare(..) => {
                let mut fails = Label::default();
                this.jump_unless(expr, &mut fails)?;
                this.jump(to, |to| Op::Jump { to });
                this.bind(fails);
                Ok(())
            }
            _ => {
                let a = this.operand(expr)?;
                this.jump(to, |to| Op::JumpIf { a, to });
                Ok(())
            }
        })?;
        self.at(before);
        Ok(())
    }

    /// Jumps back to the top of a loop if its condition is true.
    pub(super) fn loop_if(&mut self, expr: &Expr, top: Target) -> Done {
        let before = self.at(expr.span);
        self.with_temporaries(|this| match &expr.kind {
            _ if is_true(expr) => {
                this.emit(Op::JumpBack { to: top });
                Ok(())
            }
            ExprKind::Not(operand) => {
                let mut exit = Label::default();
                this.jump_if(operand, &mut exit)?;
                this.emit(Op::JumpBack { to: top });
                this.bind(exit);
                Ok(())
            }
            ExprKind::And(values) => {
                let [heads @ .., last] = values.as_slice() else { return Ok(()) };
                let mut exit = Label::default();
                this.all(heads, |this, value| this.jump_unless(value, &mut exit))?;
                this.maybe(|this| this.loop_if(last, top))?;
                this.bind(exit);
                Ok(())
            }
            ExprKind::Or(values) => this.all(values, |this, value| this.loop_if(value, top)),
            ExprKind::Compare(left, rest) if matches!(&**rest, [(op, _)] if is_fused(*op)) => {
                let (op, a, right) = this.comparison(left, rest)?;
                this.emit(loop_if(op, a, right, top));
                Ok(())
            }
            _ => {
                let a = this.operand(expr)?;
                this.emit(Op::LoopIf { a, to: top });
                Ok(())
            }
        })?;
        self.at(before);
        Ok(())
    }

    /// Jumps forward if a link of the chain `left < … < …` does not hold.
    fn jump_unless_all(&mut self, left: &Expr, rest: &[(CompareOp, Expr)], to: &mut Label) -> Done {
        let [links @ .., (op, last)] = rest else { return Ok(()) };
        let mut a = self.operand(left)?;
        let mut after = None;
        for (op, right) in links {
            let b = self.operand(right)?;
            // What stands behind the first link may not be evaluated.
            after.get_or_insert_with(|| self.assigned.clone());
            self.jump(to, |to| jump_unless(*op, a, Right::Reg(b), to));
            a = b;
        }
        let right = self.right(last)?;
        self.jump(to, |to| jump_unless(*op, a, right, to));
        if let Some(after) = after {
            self.assigned = after;
        }
        Ok(())
    }

    fn comparison(
        &mut self,
        left: &Expr,
        rest: &[(CompareOp, Expr)],
    ) -> Result<(CompareOp, Reg, Right), Problem> {
        let (op, right) = &rest[0];
        let a = self.operand(left)?;
        Ok((*op, a, self.right(right)?))
    }

    fn right(&mut self, expr: &Expr) -> Result<Right, Problem> {
        Ok(match small_int(expr) {
            Some(value) => Right::Int(value),
            None => Right::Reg(self.operand(expr)?),
        })
    }

    /// Compiles conditions of which only the first is surely evaluated.
    fn all(&mut self, values: &[Expr], mut compile: impl FnMut(&mut Self, &Expr) -> Done) -> Done {
        let Some((first, rest)) = values.split_first() else { return Ok(()) };
        compile(self, first)?;
        self.maybe(|this| rest.iter().try_for_each(|value| compile(this, value)))
    }

    /// Compiles what may not be evaluated: what it checks is not checked for good.
    fn maybe(&mut self, compile: impl FnOnce(&mut Self) -> Done) -> Done {
        let before = self.assigned.clone();
        let done = compile(self);
        self.assigned = before;
        done
    }
}

/// Is this a literal that is always true, as in `while True` or `while 1`?
pub(super) fn is_true(expr: &Expr) -> bool {
    match &expr.kind {
        ExprKind::Bool(value) => *value,
        ExprKind::Int(value) => value.sign() != Sign::NoSign,
        _ => false,
    }
}

fn is_fused(op: CompareOp) -> bool {
    !matches!(op, CompareOp::Is | CompareOp::IsNot | CompareOp::In | CompareOp::NotIn)
}

macro_rules! fused {
    ($name:ident: $lt:ident $lt_int:ident, $le:ident $le_int:ident, $gt:ident $gt_int:ident,
     $ge:ident $ge_int:ident, $eq:ident $eq_int:ident, $ne:ident $ne_int:ident) => {
        fn $name(op: CompareOp, a: Reg, right: Right, to: Target) -> Op {
            match (op, right) {
                (CompareOp::Lt, Right::Reg(b)) => Op::$lt { a, b, to },
                (CompareOp::Le, Right::Reg(b)) => Op::$le { a, b, to },
                (CompareOp::Gt, Right::Reg(b)) => Op::$gt { a, b, to },
                (CompareOp::Ge, Right::Reg(b)) => Op::$ge { a, b, to },
                (CompareOp::Ne, Right::Reg(b)) => Op::$ne { a, b, to },
                (_, Right::Reg(b)) => Op::$eq { a, b, to },
                (CompareOp::Lt, Right::Int(value)) => Op::$lt_int { a, value, to },
                (CompareOp::Le, Right::Int(value)) => Op::$le_int { a, value, to },
                (CompareOp::Gt, Right::Int(value)) => Op::$gt_int { a, value, to },
                (CompareOp::Ge, Right::Int(value)) => Op::$ge_int { a, value, to },
                (CompareOp::Ne, Right::Int(value)) => Op::$ne_int { a, value, to },
                (_, Right::Int(value)) => Op::$eq_int { a, value, to },
            }
        }
    };
}

fused!(jump_unless: JumpUnlessLt JumpUnlessLtInt, JumpUnlessLe JumpUnlessLeInt,
    JumpUnlessGt JumpUnlessGtInt, JumpUnlessGe JumpUnlessGeInt,
    JumpUnlessEq JumpUnlessEqInt, JumpUnlessNe JumpUnlessNeInt);
fused!(loop_if: LoopIfLt LoopIfLtInt, LoopIfLe LoopIfLeInt, LoopIfGt LoopIfGtInt,
    LoopIfGe LoopIfGeInt, LoopIfEq LoopIfEqInt, LoopIfNe LoopIfNeInt);
