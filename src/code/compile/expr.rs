//! Expressions. A value is either left where it is (`operand`) or put into a given register
//! (`into`). If that register is a local variable it is written last, so that the expression
//! itself still sees the old value.

use super::constant::{literal, small_int};
use super::emit::{Done, Emitter, Label};
use super::function::ITER;
use super::names::Place;
use crate::code::module::Constant;
use crate::code::op::{Op, Reg};
use crate::lang::tree::{BinaryOp, CompareOp, Expr, ExprKind, FunctionKind, UnaryOp};
use crate::lang::{self, Problem};

/// Makes of what is awaited an iterator to delegate to.
const AWAITED: &str = ".awaitable";

impl Emitter<'_> {
    /// Evaluates to a register: the variable's own for a local, else a temporary.
    pub(super) fn operand(&mut self, expr: &Expr) -> Result<Reg, Problem> {
        if let ExprKind::Name(name) = &expr.kind
            && let Some(local) = self.readable_local(name)
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
    pub(super) fn operand_in(&mut self, expr: &Expr, dst: Reg) -> Result<Reg, Problem> {
        let local = match &expr.kind {
            ExprKind::Name(name) => self.readable_local(name),
            _ => None,
        };
        if local.is_some() || self.is_variable(dst) {
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

    #[optimize(size)]
    fn evaluate(&mut self, expr: &Expr, dst: Reg) -> Done {
        match &expr.kind {
            ExprKind::Int(value) if let Ok(value) = i16::try_from(value) => {
                self.emit(Op::LoadInt { dst, value });
                Ok(())
            }
            ExprKind::Name(name) => self.load_name(name, dst),
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
            ExprKind::And(values) => self.short_circuit(values, false, dst),
            ExprKind::Or(values) => self.short_circuit(values, true, dst),
            ExprKind::If { test, body, orelse } => self.conditional(test, body, orelse, dst),
            ExprKind::Call { function, arguments, keywords } => {
                self.call(function, arguments, keywords, dst)
            }
            ExprKind::Attribute(object, name) => {
                let object = self.operand_in(object, dst)?;
                let name = self.compiler.name(&name.id, name.span)?;
                self.emit(Op::LoadAttr { dst, object, name });
                Ok(())
            }
            ExprKind::Subscript(object, index) => {
                let object = self.operand_in(object, dst)?;
                let index = self.index(index)?;
                self.emit(Op::LoadSubscr { dst, object, index });
                Ok(())
            }
            ExprKind::Slice(lower, upper, step) => {
                self.slice([lower, upper, step].map(Option::as_deref), dst)
            }
            ExprKind::Tuple(items) => match literal(expr) {
                Some(constant) => self.constant(constant, dst),
                None => self.tuple(items, dst),
            },
            ExprKind::List(items) => self.list(items, dst),
            ExprKind::Set(items) => self.set(items, dst),
            ExprKind::Dict(pairs) => self.dict(pairs, dst),
            ExprKind::DictUnpack(pairs) => self.dict_unpack(pairs, dst),
            ExprKind::Starred(_) => {
                Err(Problem::new(self.span(), "internal error: `*` outside a display"))
            }
            ExprKind::SpreadCall { function, arguments, keywords } => {
                self.spread_call(function, arguments, keywords, dst)
            }
            ExprKind::FString(parts) => self.fstring(parts, dst),
            ExprKind::Comprehension { kind, element, value, clauses } => {
                self.comprehension(*kind, element, value.as_deref(), clauses, dst)
            }
            ExprKind::Lambda(def) => self.make_function(def, dst),
            ExprKind::Generator { function, iter, is_async } => {
                self.generator(function, (iter, *is_async), dst)
            }
            ExprKind::Super => self.super_(dst),
            ExprKind::Named(name, value) => {
                let src = self.unless_variable(dst)?;
                self.into(value, src)?;
                self.store_name(name, src)?;
                self.moved(src, dst);
                Ok(())
            }
            ExprKind::YieldFrom(iterable) => self.yield_from(ITER, iterable, dst),
            ExprKind::Await(operand) => self.yield_from(AWAITED, operand, dst),
            ExprKind::Yield(value) => self.yield_(value.as_deref(), dst),
            ExprKind::None
            | ExprKind::Ellipsis
            | ExprKind::Bool(_)
            | ExprKind::Int(_)
            | ExprKind::Float(_)
            | ExprKind::Str(_)
            | ExprKind::Bytes(_) => match literal(expr) {
                Some(constant) => self.constant(constant, dst),
                None => Ok(()),
            },
        }
    }

    pub(super) fn constant(&mut self, constant: Constant, dst: Reg) -> Done {
        let constant = self.compiler.constant(constant, self.span())?;
        self.emit(Op::LoadConstant { dst, constant });
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

    /// `dst = a op right`
    fn binary(&mut self, op: BinaryOp, dst: Reg, a: Reg, right: &Expr) -> Done {
        if let Some(op) = immediate(op, dst, a, right) {
            self.emit(op);
            return Ok(());
        }
        let b = self.operand(right)?;
        self.emit(match op {
            BinaryOp::Add => Op::Add { dst, a, b },
            BinaryOp::Sub => Op::Sub { dst, a, b },
            BinaryOp::Mul => Op::Mul { dst, a, b },
            op => Op::Binary { op, dst, a, b },
        });
        Ok(())
    }

    /// `a op= right`
    pub(super) fn augmented(&mut self, op: BinaryOp, a: Reg, right: &Expr) -> Done {
        let op = match immediate(op, a, a, right) {
            // Lists are repeated in place.
            Some(immediate) if op != BinaryOp::Mul => immediate,
            _ => Op::InPlace { op, dst: a, a, b: self.operand(right)? },
        };
        self.emit_augmented(op);
        Ok(())
    }

    fn compare(&mut self, first: &Expr, rest: &[(CompareOp, Expr)], dst: Reg) -> Done {
        let mut a = self.operand(first)?;
        let [links @ .., (op, last)] = rest else { return Ok(()) };
        // A chain is tested link by link before its last operand is known.
        let result = if links.is_empty() { dst } else { self.unless_variable(dst)? };
        let mut end = Label::default();
        let mut after = None;
        for (op, right) in links {
            let b = self.operand(right)?;
            // What stands behind the first link may not be evaluated.
            after.get_or_insert_with(|| self.assigned.clone());
            self.emit(Op::Compare { op: *op, dst: result, a, b });
            self.jump(&mut end, |to| Op::JumpUnless { a: result, to });
            a = b;
        }
        let b = self.operand(last)?;
        self.emit(Op::Compare { op: *op, dst: result, a, b });
        self.bind(end);
        if let Some(after) = after {
            self.assigned = after;
        }
        self.moved(result, dst);
        Ok(())
    }

    /// The value of the first one that is as true as `decides`, or of the last one.
    fn short_circuit(&mut self, values: &[Expr], decides: bool, dst: Reg) -> Done {
        let [heads @ .., last] = values else { return Ok(()) };
        let result = self.unless_variable(dst)?;
        let mut end = Label::default();
        let before = self.assigned.clone();
        for value in heads {
            self.evaluate_unless(value, result, decides, &mut end)?;
        }
        self.into(last, result)?;
        self.assigned = before;
        self.bind(end);
        self.moved(result, dst);
        Ok(())
    }

    /// Evaluates into `dst`, and jumps if the value is as true as `decides`. Nobody's `__bool__` is
    /// asked twice.
    fn evaluate_unless(&mut self, expr: &Expr, dst: Reg, decides: bool, to: &mut Label) -> Done {
        match &expr.kind {
            ExprKind::And(values) | ExprKind::Or(values) => {
                let inner = matches!(expr.kind, ExprKind::Or(_));
                let [heads @ .., last] = values.as_slice() else { return Ok(()) };
                let mut next = Label::default();
                for value in heads {
                    let to = if inner == decides { &mut *to } else { &mut next };
                    self.evaluate_unless(value, dst, inner, to)?;
                }
                self.evaluate_unless(last, dst, decides, to)?;
                self.bind(next);
            }
            _ => {
                self.into(expr, dst)?;
                self.jump(to, |to| {
                    if decides { Op::JumpIf { a: dst, to } } else { Op::JumpUnless { a: dst, to } }
                });
            }
        }
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

    fn super_(&mut self, dst: Reg) -> Done {
        let Place::Cell(class) = self.place(lang::CLASS) else {
            return Err(Problem::new(
                self.span(),
                "RuntimeError: super(): __class__ cell not found",
            ));
        };
        if self.function.positional() == 0 {
            return Err(Problem::new(self.span(), "RuntimeError: super(): no arguments"));
        }
        self.emit(Op::Super { dst, class, first: Reg(0) });
        Ok(())
    }

    /// Hands on what another iterator has to give, and to it what this generator is sent.
    /// What has it is made by a function of the playground: `iter`, or what stands behind `await`.
    fn yield_from(&mut self, make: &str, operand: &Expr, dst: Reg) -> Done {
        let mut window = self.window(dst)?;
        let base = self.slot(&mut window)?;
        let sent = self.slot(&mut window)?;
        self.into(operand, sent)?;
        self.delegate(make, base)?;
        self.moved(sent, dst);
        Ok(())
    }

    /// Awaits what is in a register, and puts there what comes of it.
    pub(super) fn await_in(&mut self, place: Reg) -> Done {
        self.with_temporaries(|this| {
            let base = this.temporaries(2)?;
            let sent = Reg(base.0 + 1);
            this.emit(Op::Move { dst: sent, src: place });
            this.delegate(AWAITED, base)?;
            this.emit(Op::Move { dst: place, src: sent });
            Ok(())
        })
    }

    /// `base+1 =` what the iterator ends with that `make` makes of what is there.
    fn delegate(&mut self, make: &str, base: Reg) -> Done {
        let (sent, span) = (Reg(base.0 + 1), self.span());
        let global = self.compiler.global(make, false, span)?;
        self.emit(Op::LoadGlobal { dst: base, global });
        self.emit(Op::Call { base, argc: 1 });
        self.constant(Constant::None, sent)?;
        let (top, mut end) = (self.here(), Label::default());
        self.jump(&mut end, |to| Op::Send { base, to });
        self.emit(Op::Delegate { base });
        self.emit(Op::JumpBack { to: top });
        self.bind(end);
        Ok(())
    }

    /// What goes on behind a `yield` finds `None`.
    fn yield_(&mut self, value: Option<&Expr>, dst: Reg) -> Done {
        let result = self.unless_variable(dst)?;
        match value {
            Some(value) => self.into(value, result)?,
            None => self.constant(Constant::None, result)?,
        }
        if self.function.kind == FunctionKind::AsyncGenerator {
            // What is yielded is told from what is awaited by its cell.
            self.emit(Op::MakeCell { local: result });
        }
        self.emit(Op::Yield { value: result });
        self.moved(result, dst);
        Ok(())
    }
}

/// The instruction with a small whole number in it, if there is one.
fn immediate(op: BinaryOp, dst: Reg, a: Reg, right: &Expr) -> Option<Op> {
    let value = small_int(right)?;
    match op {
        BinaryOp::Add if dst == a => Some(Op::AddIntTo { a, value }),
        BinaryOp::Sub if dst == a => Some(Op::SubIntFrom { a, value }),
        BinaryOp::Add => Some(Op::AddInt { dst, a, value }),
        BinaryOp::Sub => Some(Op::SubInt { dst, a, value }),
        BinaryOp::Mul => Some(Op::MulInt { dst, a, value }),
        op => Some(Op::BinaryInt { op, dst, a, value }),
    }
}
