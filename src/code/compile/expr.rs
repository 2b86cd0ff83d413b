//! Expressions. A value is either left where it is (`operand`) or put into a given register
//! (`into`). If that register is a local variable it is written last, so that the expression
//! itself still sees the old value.

use super::emit::{Emitter, Label};
use crate::code::module::Constant;
use crate::code::op::{Op, Reg, Target};
use crate::lang::tree::{BinaryOp, CompareOp, Expr, ExprKind, UnaryOp};
use crate::lang::{Problem, is_builtin};

type Done = Result<(), Problem>;

impl Emitter<'_> {
    /// Evaluates to a register: the variable's own for a local, else a temporary.
    pub(super) fn operand(&mut self, expr: &Expr) -> Result<Reg, Problem> {
        if let ExprKind::Name(name) = &expr.kind
            && let Some(local) = self.local(name)
        {
            let before = self.at(expr.span);
            self.check_bound(local);
            self.at(before);
            return Ok(local);
        }
        let dst = self.temporary()?;
        self.into(expr, dst)?;
        Ok(dst)
    }

    /// The same, with `dst` as the temporary if it is one: a value that is about to be overwritten
    /// needs no register of its own.
    fn operand_in(&mut self, expr: &Expr, dst: Reg) -> Result<Reg, Problem> {
        let is_local = matches!(&expr.kind, ExprKind::Name(name) if self.local(name).is_some());
        if is_local || self.is_local(dst) {
            return self.operand(expr);
        }
        self.into(expr, dst)?;
        Ok(dst)
    }

    /// Evaluates into `dst`.
    pub(super) fn into(&mut self, expr: &Expr, dst: Reg) -> Done {
        let before = self.at(expr.span);
        let done = self.with_temporaries(|this| this.evaluate(expr, dst));
        self.at(before);
        done
    }

    fn evaluate(&mut self, expr: &Expr, dst: Reg) -> Done {
        match &expr.kind {
            ExprKind::None => self.constant(Constant::None, dst),
            ExprKind::Bool(value) => self.constant(Constant::Bool(*value), dst),
            ExprKind::Int(value) => match i16::try_from(value) {
                Ok(value) => {
                    self.emit(Op::LoadInt { dst, value });
                    Ok(())
                }
                Err(_) => self.constant(Constant::Int(value.clone()), dst),
            },
            ExprKind::Float(value) => self.constant(Constant::Float(*value), dst),
            ExprKind::Str(text) => self.constant(Constant::Str(text.clone()), dst),
            ExprKind::Name(name) => self.name_into(name, dst),
            ExprKind::Unary(op, operand) => self.unary(*op, operand, dst),
            ExprKind::Not(operand) => {
                let a = self.operand(operand)?;
                self.emit(Op::Not { dst, a });
                Ok(())
            }
            ExprKind::Binary(op, left, right) => {
                let a = self.operand_in(left, dst)?;
                self.binary(*op, dst, a, right)
            }
            ExprKind::Compare(first, rest) => self.compare(first, rest, dst),
            ExprKind::And(values) => {
                self.short_circuit(values, dst, |a, to| Op::JumpUnless { a, to })
            }
            ExprKind::Or(values) => self.short_circuit(values, dst, |a, to| Op::JumpIf { a, to }),
            ExprKind::If { test, body, orelse } => self.conditional(test, body, orelse, dst),
            ExprKind::Call(function, arguments) => self.call(function, arguments, dst),
        }
    }

    fn constant(&mut self, constant: Constant, dst: Reg) -> Done {
        let constant = self.compiler.constant(constant, self.span())?;
        self.emit(Op::LoadConstant { dst, constant });
        Ok(())
    }

    fn name_into(&mut self, name: &str, dst: Reg) -> Done {
        if let Some(src) = self.local(name) {
            self.check_bound(src);
            if src != dst {
                self.emit(Op::Move { dst, src });
            }
            return Ok(());
        }
        let global = self.compiler.global(name, self.span())?;
        self.emit(Op::LoadGlobal { dst, global });
        Ok(())
    }

    fn unary(&mut self, op: UnaryOp, operand: &Expr, dst: Reg) -> Done {
        if let (UnaryOp::Neg, ExprKind::Int(value)) = (op, &operand.kind)
            && let Ok(value) = i16::try_from(-value)
        {
            self.emit(Op::LoadInt { dst, value });
            return Ok(());
        }
        let a = self.operand(operand)?;
        self.emit(Op::Unary { op, dst, a });
        Ok(())
    }

    /// `dst = a op right`, also for augmented assignment.
    pub(super) fn binary(&mut self, op: BinaryOp, dst: Reg, a: Reg, right: &Expr) -> Done {
        if let Some(value) = small_int(right) {
            let immediate = match op {
                BinaryOp::Add if dst == a => Some(Op::AddIntTo { a, value }),
                BinaryOp::Sub if dst == a => Some(Op::SubIntFrom { a, value }),
                BinaryOp::Add => Some(Op::AddInt { dst, a, value }),
                BinaryOp::Sub => Some(Op::SubInt { dst, a, value }),
                _ => None,
            };
            if let Some(op) = immediate {
                self.emit(op);
                return Ok(());
            }
        }
        // The operator is augmented, not what stands to its right.
        let augmented = std::mem::take(&mut self.augmented);
        let b = self.operand(right)?;
        self.augmented = augmented;
        self.emit(match op {
            BinaryOp::Add => Op::Add { dst, a, b },
            BinaryOp::Sub => Op::Sub { dst, a, b },
            BinaryOp::Mul => Op::Mul { dst, a, b },
            op => Op::Binary { op, dst, a, b },
        });
        Ok(())
    }

    fn compare(&mut self, first: &Expr, rest: &[(CompareOp, Expr)], dst: Reg) -> Done {
        let mut a = self.operand(first)?;
        let [links @ .., (op, last)] = rest else { return Ok(()) };
        // A chain is tested link by link before its last operand is known.
        let result = if links.is_empty() { dst } else { self.unless_local(dst)? };
        let mut end = Label::default();
        let before = self.assigned.clone();
        for (op, right) in links {
            let b = self.operand(right)?;
            self.emit(Op::Compare { op: *op, dst: result, a, b });
            self.jump(&mut end, |to| Op::JumpUnless { a: result, to });
            a = b;
        }
        let b = self.operand(last)?;
        self.emit(Op::Compare { op: *op, dst: result, a, b });
        self.bind(end);
        if !links.is_empty() {
            self.assigned = before;
        }
        self.moved(result, dst);
        Ok(())
    }

    fn short_circuit(
        &mut self,
        values: &[Expr],
        dst: Reg,
        exit: impl Fn(Reg, Target) -> Op,
    ) -> Done {
        let [heads @ .., last] = values else { return Ok(()) };
        let result = self.unless_local(dst)?;
        let mut end = Label::default();
        let before = self.assigned.clone();
        for value in heads {
            self.into(value, result)?;
            self.jump(&mut end, |to| exit(result, to));
        }
        self.into(last, result)?;
        self.assigned = before;
        self.bind(end);
        self.moved(result, dst);
        Ok(())
    }

    fn conditional(&mut self, test: &Expr, body: &Expr, orelse: &Expr, dst: Reg) -> Done {
        let (mut to_else, mut end) = (Label::default(), Label::default());
        self.jump_unless(test, &mut to_else)?;
        let before = self.assigned.clone();
        self.into(body, dst)?;
        self.jump(&mut end, |to| Op::Jump { to });
        self.bind(to_else);
        self.assigned = before.clone();
        self.into(orelse, dst)?;
        self.assigned = before;
        self.bind(end);
        Ok(())
    }

    fn call(&mut self, function: &Expr, arguments: &[Expr], dst: Reg) -> Done {
        let Ok(argc) = u8::try_from(arguments.len()) else {
            return Err(Problem::new(self.span(), "this call has too many arguments"));
        };
        let base = self.call_base(dst, arguments.len())?;
        let stable = match &function.kind {
            ExprKind::Name(name)
                if self.local(name).is_none()
                    && !is_builtin(name)
                    && self.scope.is_some()
                    && self.compiler.is_stable_in(name, self.name()) =>
            {
                Some(self.compiler.global(name, function.span)?)
            }
            _ => None,
        };
        if stable.is_none() {
            self.into(function, base)?;
        }
        for (argument, to) in arguments.iter().zip(base.0 + 1..) {
            self.into(argument, Reg(to))?;
        }
        self.emit(match stable {
            Some(global) => Op::CallGlobal { base, argc, global },
            None => Op::Call { base, argc },
        });
        self.moved(base, dst);
        Ok(())
    }

    /// The first register of a call's window: `dst` if it is the last one in use, to save a move.
    fn call_base(&mut self, dst: Reg, arguments: usize) -> Result<Reg, Problem> {
        if self.is_last_temporary(dst) {
            self.temporaries(arguments)?;
            Ok(dst)
        } else {
            self.temporaries(1 + arguments)
        }
    }

    /// `dst` itself, or a temporary in its place if it is a local variable.
    fn unless_local(&mut self, dst: Reg) -> Result<Reg, Problem> {
        if self.is_local(dst) { self.temporary() } else { Ok(dst) }
    }

    fn moved(&mut self, src: Reg, dst: Reg) {
        if src != dst {
            self.emit(Op::Move { dst, src });
        }
    }
}

/// A whole number that fits into an instruction.
pub(super) fn small_int(expr: &Expr) -> Option<i16> {
    match &expr.kind {
        ExprKind::Int(value) => i16::try_from(value).ok(),
        ExprKind::Unary(UnaryOp::Neg, operand) => match &operand.kind {
            ExprKind::Int(value) => i16::try_from(-value).ok(),
            _ => None,
        },
        _ => None,
    }
}

/// The value of a literal.
pub(super) fn literal(expr: &Expr) -> Option<Constant> {
    Some(match &expr.kind {
        ExprKind::None => Constant::None,
        ExprKind::Bool(value) => Constant::Bool(*value),
        ExprKind::Int(value) => Constant::Int(value.clone()),
        ExprKind::Float(value) => Constant::Float(*value),
        ExprKind::Str(text) => Constant::Str(text.clone()),
        ExprKind::Unary(UnaryOp::Neg, operand) => match literal(operand)? {
            Constant::Int(value) => Constant::Int(-value),
            Constant::Float(value) => Constant::Float(-value),
            _ => return None,
        },
        _ => return None,
    })
}
