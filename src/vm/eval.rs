//! The eval loop. Common cases of the common instructions are here; everything else is a call.
//!
//! One `match` over eight-byte instructions; comparisons are fused with the jump they decide. In
//! WebAssembly this runs `countdown` at 4 to 6 ns a turn (two instructions), `fib` at about 13 ns
//! a call.

use std::ptr;
use std::sync::Arc;

use super::build;
use super::calls::Called;
use super::compare::{compare, compare_int};
use super::error::Error;
use super::globals::Slot;
use super::int;
use super::machine::Machine;
use super::memory::Memory;
use super::object::Object;
use super::ops;
use super::rare;
use super::stack::Cursor;
use super::subscript;
use super::value::Value;
use crate::code::op::{Op, Reg};
use crate::lang::tree::{BinaryOp, CompareOp};

/// How the eval loop was left.
pub(super) enum Exit<M: Memory> {
    Finished(Value<M>),
    Raised(Box<Error>),
    Interrupted,
    OutOfBudget,
}

impl<M: Memory> Machine<M> {
    /// Runs from `at` on until it must stop. Never inlined: an engine replaces this function's
    /// baseline code by optimised code when it is entered again, not while it runs.
    #[inline(never)]
    #[expect(clippy::too_many_lines, reason = "one arm for each instruction")]
    pub(super) fn eval(&mut self, at_start: &mut Cursor<M>, checks_left: &mut u32) -> Exit<M> {
        let interpreter = self.interpreter;
        let interpreter = &*interpreter;
        // SAFETY: the machine keeps its breaker, and takes no other one.
        let breaker = unsafe { &*Arc::as_ptr(&self.breaker) };
        let heap = interpreter.heap(self.memory);
        let mut at = at_start.clone();
        let mut checks = *checks_left;

        /// Leaves the loop, with the cursor and the checks where they are.
        macro_rules! exit {
            ($exit:expr) => {{
                let exit = $exit;
                *at_start = at;
                *checks_left = checks;
                return exit;
            }};
        }
        macro_rules! attempt {
            ($result:expr) => {
                match $result {
                    Ok(value) => value,
                    Err(error) => exit!(Exit::Raised(error)),
                }
            };
        }
        /// Calls what is not inlined with a copy of the cursor: the cursor itself can only stay in
        /// registers as long as its address is never taken, which makes the loop twice as fast.
        macro_rules! with_copy {
            ($copy:ident, $result:expr) => {{
                let mut $copy = at.clone();
                let result = $result;
                at = $copy;
                attempt!(result)
            }};
        }
        /// Where CPython looks at the eval breaker.
        macro_rules! check {
            () => {{
                checks -= 1;
                let requests = breaker.requests();
                if checks <= requests {
                    exit!(if requests == 0 { Exit::OutOfBudget } else { Exit::Interrupted });
                }
            }};
        }
        macro_rules! arithmetic {
            ($op:expr, $small:ident, $dst:expr, $a:expr, $b:expr) => {{
                let (a, b) = (at.get($a), at.get($b));
                let value = match a.$small(b) {
                    Some(value) => value,
                    None => attempt!(ops::binary(interpreter, heap, $op, a, b)),
                };
                at.set($dst, value);
            }};
        }
        macro_rules! arithmetic_int {
            ($op:expr, $small:ident, $dst:expr, $a:expr, $value:expr) => {{
                let a = at.get($a);
                let value = match a.$small($value) {
                    Some(value) => value,
                    None => attempt!(ops::binary_int(interpreter, heap, $op, a, $value)),
                };
                at.set($dst, value);
            }};
        }
        macro_rules! arithmetic_int_in_place {
            ($op:expr, $small:ident, $a:expr, $value:expr) => {{
                let a = at.get($a);
                match a.$small($value) {
                    Some(value) => at.set_over_int($a, value),
                    None => {
                        let value = attempt!(ops::binary_int(interpreter, heap, $op, a, $value));
                        at.set($a, value);
                    }
                }
            }};
        }
        macro_rules! comparison {
            ($op:expr, $symbol:tt, $a:expr, $b:expr) => {{
                let (a, b) = (at.get($a), at.get($b));
                if a.is_int() & b.is_int() {
                    a.word().cast_signed() $symbol b.word().cast_signed()
                } else {
                    attempt!(compare(interpreter, $op, a, b))
                }
            }};
        }
        macro_rules! comparison_int {
            ($op:expr, $symbol:tt, $a:expr, $value:expr) => {{
                let a = at.get($a);
                if a.is_int() {
                    a.word().cast_signed() $symbol Value::<M>::int16_word($value).cast_signed()
                } else {
                    attempt!(compare_int(interpreter, $op, a, $value))
                }
            }};
        }
        macro_rules! truth {
            ($a:expr) => {{
                let a = at.get($a);
                match a.quick_truth() {
                    Some(truth) => truth,
                    None => attempt!(ops::truth(interpreter, a)),
                }
            }};
        }
        macro_rules! jump_unless {
            ($holds:expr, $to:expr) => {
                if !$holds {
                    at.jump($to);
                }
            };
        }
        macro_rules! loop_if {
            ($holds:expr, $to:expr) => {
                if $holds {
                    at.jump($to);
                    check!();
                }
            };
        }
        /// Calls what is in the register and no plain function.
        macro_rules! call_other {
            ($base:expr, $argc:expr) => {{
                let (base, argc) = ($base, $argc);
                // SAFETY: the verifier has checked the registers.
                match unsafe { self.call_builtin(at.slot(base), argc.into()) } {
                    Called::Done => {}
                    Called::Stopped => {
                        with_copy!(copy, self.builtin_stopped(&mut copy, base, argc, None));
                    }
                    Called::NoBuiltin => {
                        with_copy!(copy, self.call_slow(&mut copy, base, argc, None));
                    }
                }
            }};
        }
        /// Calls what is in the register, which stays there until there is a value for it.
        macro_rules! call {
            ($base:expr, $argc:expr) => {{
                let (base, argc) = ($base, $argc);
                match at.get(base).object() {
                    Some(Object::Function(function))
                        if function.entry().plain == usize::from(argc) =>
                    {
                        let entry = ptr::from_ref(function.entry());
                        // SAFETY: entries live as long as the interpreter; the arguments are
                        // there, one for each parameter.
                        attempt!(unsafe { self.stack.enter(&mut at, entry, base) });
                    }
                    _ => call_other!(base, argc),
                }
                check!();
            }};
        }
        macro_rules! return_ {
            ($value:expr) => {{
                let value = $value;
                if heap.is_noticeable() {
                    at.clone().drop_registers();
                }
                if let Some(value) = self.stack.leave(&mut at, value) {
                    exit!(Exit::Finished(value));
                }
            }};
        }

        loop {
            // SAFETY: the interpreter keeps the code.
            match *unsafe { at.next() } {
                Op::Move { dst, src } => {
                    let value = at.get(src).clone();
                    at.set(dst, value);
                }
                Op::LoadConstant { dst, constant } => {
                    // SAFETY: operands are verified.
                    let value = unsafe { interpreter.constant_at(constant.0) };
                    at.set(dst, value);
                }
                Op::LoadInt { dst, value } => at.set(dst, Value::int16(value)),
                Op::LoadGlobal { dst, global } => {
                    // SAFETY: operands are verified.
                    let value = unsafe { interpreter.global_at(global.0) }.load();
                    if value.is_unbound() {
                        match self.unbound_global(global) {
                            Ok(value) => at.set(dst, value),
                            Err(error) => exit!(Exit::Raised(error)),
                        }
                    } else {
                        at.set(dst, value);
                    }
                }
                Op::StoreGlobal { src, global } => {
                    let value = at.get(src).clone();
                    // SAFETY: operands are verified.
                    unsafe { interpreter.global_at(global.0) }.store(value);
                }
                Op::Unbind { local } => at.set(local, Value::UNBOUND),
                Op::CheckBound { local } => {
                    if at.get(local).is_unbound() {
                        exit!(Exit::Raised(self.unbound_local(&at.clone(), local)));
                    }
                }

                Op::Add { dst, a, b } => arithmetic!(BinaryOp::Add, small_sum, dst, a, b),
                Op::Sub { dst, a, b } => arithmetic!(BinaryOp::Sub, small_difference, dst, a, b),
                Op::Mul { dst, a, b } => arithmetic!(BinaryOp::Mul, small_product, dst, a, b),
                Op::AddInt { dst, a, value } => {
                    arithmetic_int!(BinaryOp::Add, small_sum_int, dst, a, value);
                }
                Op::SubInt { dst, a, value } => {
                    arithmetic_int!(BinaryOp::Sub, small_difference_int, dst, a, value);
                }
                Op::MulInt { dst, a, value } => {
                    arithmetic_int!(BinaryOp::Mul, small_product_int, dst, a, value);
                }
                Op::AddIntTo { a, value } => {
                    arithmetic_int_in_place!(BinaryOp::Add, small_sum_int, a, value);
                }
                Op::SubIntFrom { a, value } => {
                    arithmetic_int_in_place!(BinaryOp::Sub, small_difference_int, a, value);
                }
                Op::Binary { op, dst, a, b } => {
                    let (left, right) = (at.get(a), at.get(b));
                    let small = int::quick(op, left, right);
                    let value = if small.is_unbound() {
                        attempt!(ops::binary(interpreter, heap, op, left, right))
                    } else {
                        small
                    };
                    at.set(dst, value);
                }
                Op::BinaryInt { op, dst, a, value } => {
                    let left = at.get(a);
                    let small = int::quick_int(op, left, value);
                    let value = if small.is_unbound() {
                        attempt!(ops::binary_int(interpreter, heap, op, left, value))
                    } else {
                        small
                    };
                    at.set(dst, value);
                }
                Op::InPlace { op, dst, a, b } => {
                    let (left, right) = (at.get(a), at.get(b));
                    let small = match op {
                        BinaryOp::Add => left.small_sum(right),
                        BinaryOp::Sub => left.small_difference(right),
                        _ => None,
                    };
                    let value = match small {
                        Some(value) => value,
                        None => attempt!(ops::in_place(interpreter, heap, op, left, right)),
                    };
                    at.set(dst, value);
                }
                Op::Not { dst, a } => {
                    let value = Value::bool(!truth!(a));
                    at.set(dst, value);
                }
                Op::Compare { op, dst, a, b } => {
                    let holds = attempt!(compare(interpreter, op, at.get(a), at.get(b)));
                    let value = Value::bool(holds);
                    at.set(dst, value);
                }

                Op::Jump { to } => at.jump(to),
                Op::JumpBack { to } => {
                    at.jump(to);
                    check!();
                }
                Op::JumpIf { a, to } => jump_unless!(!truth!(a), to),
                Op::JumpUnless { a, to } => jump_unless!(truth!(a), to),
                Op::LoopIf { a, to } => loop_if!(truth!(a), to),

                Op::JumpUnlessLt { a, b, to } => {
                    jump_unless!(comparison!(CompareOp::Lt, <, a, b), to);
                }
                Op::JumpUnlessLe { a, b, to } => {
                    jump_unless!(comparison!(CompareOp::Le, <=, a, b), to);
                }
                Op::JumpUnlessGt { a, b, to } => {
                    jump_unless!(comparison!(CompareOp::Gt, >, a, b), to);
                }
                Op::JumpUnlessGe { a, b, to } => {
                    jump_unless!(comparison!(CompareOp::Ge, >=, a, b), to);
                }
                Op::JumpUnlessEq { a, b, to } => {
                    jump_unless!(comparison!(CompareOp::Eq, ==, a, b), to);
                }
                Op::JumpUnlessNe { a, b, to } => {
                    jump_unless!(comparison!(CompareOp::Ne, !=, a, b), to);
                }
                Op::JumpUnlessLtInt { a, value, to } => {
                    jump_unless!(comparison_int!(CompareOp::Lt, <, a, value), to);
                }
                Op::JumpUnlessLeInt { a, value, to } => {
                    jump_unless!(comparison_int!(CompareOp::Le, <=, a, value), to);
                }
                Op::JumpUnlessGtInt { a, value, to } => {
                    jump_unless!(comparison_int!(CompareOp::Gt, >, a, value), to);
                }
                Op::JumpUnlessGeInt { a, value, to } => {
                    jump_unless!(comparison_int!(CompareOp::Ge, >=, a, value), to);
                }
                Op::JumpUnlessEqInt { a, value, to } => {
                    jump_unless!(comparison_int!(CompareOp::Eq, ==, a, value), to);
                }
                Op::JumpUnlessNeInt { a, value, to } => {
                    jump_unless!(comparison_int!(CompareOp::Ne, !=, a, value), to);
                }

                Op::LoopIfLt { a, b, to } => loop_if!(comparison!(CompareOp::Lt, <, a, b), to),
                Op::LoopIfLe { a, b, to } => loop_if!(comparison!(CompareOp::Le, <=, a, b), to),
                Op::LoopIfGt { a, b, to } => loop_if!(comparison!(CompareOp::Gt, >, a, b), to),
                Op::LoopIfGe { a, b, to } => loop_if!(comparison!(CompareOp::Ge, >=, a, b), to),
                Op::LoopIfEq { a, b, to } => loop_if!(comparison!(CompareOp::Eq, ==, a, b), to),
                Op::LoopIfNe { a, b, to } => loop_if!(comparison!(CompareOp::Ne, !=, a, b), to),
                Op::LoopIfLtInt { a, value, to } => {
                    loop_if!(comparison_int!(CompareOp::Lt, <, a, value), to);
                }
                Op::LoopIfLeInt { a, value, to } => {
                    loop_if!(comparison_int!(CompareOp::Le, <=, a, value), to);
                }
                Op::LoopIfGtInt { a, value, to } => {
                    loop_if!(comparison_int!(CompareOp::Gt, >, a, value), to);
                }
                Op::LoopIfGeInt { a, value, to } => {
                    loop_if!(comparison_int!(CompareOp::Ge, >=, a, value), to);
                }
                Op::LoopIfEqInt { a, value, to } => {
                    loop_if!(comparison_int!(CompareOp::Eq, ==, a, value), to);
                }
                Op::LoopIfNeInt { a, value, to } => {
                    loop_if!(comparison_int!(CompareOp::Ne, !=, a, value), to);
                }

                Op::ForIter { dst, iter, to } => {
                    if !at.get(Reg(iter.0 + 1)).is_int() {
                        if with_copy!(copy, self.for_iter(&mut copy, dst, iter, to)) {
                            check!();
                        }
                        continue;
                    }
                    let next = subscript::item_at(at.get(iter), at.get(Reg(iter.0 + 1)));
                    let Some(next) = next else {
                        // What was iterated over is not needed any more.
                        at.set(iter, Value::UNBOUND);
                        continue;
                    };
                    let one_more = at.get(Reg(iter.0 + 1)).small_sum_int(1);
                    at.set_over_int(Reg(iter.0 + 1), one_more.unwrap_or(Value::UNBOUND));
                    at.set(dst, next);
                    at.jump(to);
                    check!();
                }
                Op::RangeNext { dst, iter, to } => {
                    let (stop, step) = (Reg(iter.0 + 1), Reg(iter.0 + 2));
                    let numbers = (
                        at.get(iter).as_small_int(),
                        at.get(stop).as_small_int(),
                        at.get(step).as_small_int(),
                    );
                    let next = match numbers {
                        (Some(now), Some(stop), Some(step)) => {
                            if (step > 0 && now < stop) || (step < 0 && now > stop) {
                                now.checked_add(step).and_then(Value::small_int)
                            } else {
                                continue;
                            }
                        }
                        _ => None,
                    };
                    let next = match next {
                        Some(next) => next,
                        None => {
                            match attempt!(rare::range_next(interpreter, heap, &at.clone(), iter)) {
                                Some(next) => next,
                                None => continue,
                            }
                        }
                    };
                    let now = at.take(iter);
                    at.set(dst, now);
                    // Nothing is there any more.
                    at.set_over_int(iter, next);
                    at.jump(to);
                    check!();
                }

                Op::Call { base, argc } => call!(base, argc),
                Op::CallGlobal { base, argc, global } => {
                    // SAFETY: operands are verified; the compiler uses this instruction only for a
                    // `def` that is the global's only binding and has run before this function's
                    // own `def`, or a built-in that is never bound, and modules are loaded before
                    // there are other threads.
                    let callee = unsafe { interpreter.global_at(global.0).load_stable() };
                    match callee.object() {
                        Some(Object::Function(function))
                            if function.entry().plain == usize::from(argc) =>
                        {
                            let entry = ptr::from_ref(function.entry());
                            callee.discard();
                            // SAFETY: as in `call`.
                            attempt!(unsafe { self.stack.enter(&mut at, entry, base) });
                        }
                        _ => {
                            at.set(base, callee);
                            call_other!(base, argc);
                        }
                    }
                    check!();
                }
                // The last one is behind a call that the machine made by itself. Such calls may follow
                // each other for ever: `next(filter(f, endless))`.
                Op::CallKeywords { .. }
                | Op::CallMethodKeywords { .. }
                | Op::CallSpread { .. }
                | Op::Continue {} => {
                    with_copy!(copy, self.rare(&mut copy));
                    check!();
                }
                Op::LoadMethod { base, object, name } => {
                    let first = Reg(base.0 + 1);
                    if object != first {
                        let object = at.get(object).clone();
                        at.set(first, object);
                    }
                    let method = interpreter.quick_method(at.get(first), name);
                    if method.is_unbound() {
                        with_copy!(copy, self.load_method(&mut copy, base, name));
                    } else {
                        at.set(base, method);
                    }
                }
                Op::CallMethod { base, argc } => {
                    if at.get(Reg(base.0 + 1)).is_unbound() {
                        with_copy!(copy, self.call_function(&mut copy, base, argc, None));
                        check!();
                    } else {
                        call!(base, argc + 1);
                    }
                }
                Op::Return { src } => return_!(at.take(src)),
                Op::ReturnNone {} => return_!(Value::NONE),
                Op::LoadCell { dst, cell } => {
                    let value = match at.get(cell).object() {
                        Some(Object::Cell(slot)) => slot.load(),
                        _ => Value::UNBOUND,
                    };
                    if value.is_unbound() {
                        exit!(Exit::Raised(self.unbound_cell(&at.clone(), cell)));
                    }
                    at.set(dst, value);
                }
                Op::StoreCell { cell, src } => {
                    let value = at.get(src).clone();
                    if let Some(Object::Cell(slot)) = at.get(cell).object() {
                        slot.store(value);
                    }
                }
                Op::LoadAttr { dst, object, name } => {
                    let value = interpreter.quick_attribute(at.get(object), name);
                    if value.is_unbound() {
                        with_copy!(copy, self.load_attribute(&mut copy, dst, object, name));
                    } else {
                        at.set(dst, value);
                    }
                }
                Op::StoreAttr { object, src, name } => {
                    let value = at.get(src).clone();
                    attempt!(self.set_attribute(at.get(object), name, value));
                }
                Op::LoadSubscr { dst, object, index } => {
                    let (from, place) = (at.get(object), at.get(index));
                    let item = match subscript::item_at(from, place) {
                        Some(item) => item,
                        None => attempt!(subscript::get_item(interpreter, heap, from, place)),
                    };
                    at.set(dst, item);
                }
                Op::StoreSubscr { object, index, src } => {
                    let (into, place) = (at.get(object), at.get(index));
                    let value = at.get(src).clone();
                    if let Err(value) = subscript::set_item_at(into, place, value) {
                        attempt!(subscript::set_item(interpreter, heap, into, place, value));
                    }
                }
                Op::ListAppend { list, item } => {
                    attempt!(build::list_append(at.get(list), at.get(item)));
                }
                // Arms that are called make the loop slower even where they do not run.
                _ => with_copy!(copy, self.rare(&mut copy)),
            }
        }
    }
}
