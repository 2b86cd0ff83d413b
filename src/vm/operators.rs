//! The methods of the program's classes that stand for binary operators and comparisons, and which
//! operand's goes first.

use super::calls::Pending;
use super::compare;
use super::continuation::Then;
use super::error::Error;
use super::format;
use super::iterate;
use super::machine::Machine;
use super::memory::Memory;
use super::native::Native;
use super::object::Object;
use super::ops;
use super::special::{Special, comparison, operator};
use super::stack::Cursor;
use super::union;
use super::value::Value;
use crate::code::op::Reg;
use crate::lang::tree::{BinaryOp, CompareOp};

type Result<T> = std::result::Result<T, Box<Error>>;

impl<M: Memory> Machine<M> {
    pub(super) fn binary(
        &mut self,
        at: &mut Cursor<M>,
        op: BinaryOp,
        a: Value<M>,
        b: Value<M>,
        dst: Reg,
        in_place: bool,
    ) -> Result<()> {
        let methods = operator(op);
        let then = Then::Store(dst);
        if in_place && let Some(method) = self.interpreter.special(&a, methods.in_place) {
            return self.call_special(at, method, vec![a, b], then);
        }
        // `d |= pairs`, which the dict itself does before an instance is asked.
        if in_place && op == BinaryOp::BitOr && matches!(a.object(), Some(Object::Dict(_))) {
            let filled = self.interpreter.prelude("dict_filled")?;
            let (none, start) = (self.heap().dict()?, Value::int16(0));
            return self.call_value(at, filled, vec![a, b, none, start], None, then);
        }
        let left = self.interpreter.special(&a, methods.left);
        let right = self.reflected(&a, &b, methods.right);
        let is_left = right.is_none() || !self.overrides(&a, &b, methods.right);
        if let Some(method) = left.filter(|_| is_left) {
            return self.call_special(at, method, vec![a, b], then);
        }
        if let Some(method) = right {
            return self.call_special(at, method, vec![b, a], then);
        }
        if op == BinaryOp::Mod && format::percent::template(&a).is_some() {
            let (function, arguments) = (format::percent::call::<M> as Native<M>, vec![a, b]);
            let pending = Pending { name: "%", function, arguments, keywords: None, then };
            return self.call_pending(at, pending);
        }
        if op == BinaryOp::BitOr
            && let Some(union) = union::of(self.heap(), &a, &b)?
        {
            return self.apply(at, then, union);
        }
        // `xs += generator`
        if in_place && op == BinaryOp::Add && matches!(a.object(), Some(Object::List(_))) {
            let extend = self.interpreter.prelude("extended")?;
            return self.call_value(at, extend, vec![a, b], None, then);
        }
        Err(ops::unsupported_operands(op, &a, &b))
    }

    /// The reflected method of the right operand, which the left one's own class need not ask.
    fn reflected(&self, a: &Value<M>, b: &Value<M>, right: Special) -> Option<Value<M>> {
        let is_same = match (a.own_class(), b.own_class()) {
            (Some(a), Some(b)) => std::ptr::eq(a, b),
            _ => false,
        };
        if is_same { None } else { self.interpreter.special(b, right) }
    }

    /// Has the class of `b` a method of its own where it inherits from that of `a`? Then it goes
    /// first (`SLOT1BINFULL` in `Objects/typeobject.c`).
    fn overrides(&self, a: &Value<M>, b: &Value<M>, right: Special) -> bool {
        let method = |of| self.interpreter.special(of, right).map(|method| method.identity());
        is_of_subclass(b, a) && method(a) != method(b)
    }

    pub(super) fn compare_dunder(
        &mut self,
        at: &mut Cursor<M>,
        op: CompareOp,
        a: Value<M>,
        b: Value<M>,
        dst: Option<Reg>,
        negate: bool,
    ) -> Result<()> {
        let then = |negate: bool, is_truth: bool| match dst {
            Some(dst) if is_truth => Then::StoreTruth { dst, negate },
            Some(dst) => Then::Store(dst),
            None => Then::Branch { negate },
        };
        if matches!(op, CompareOp::In | CompareOp::NotIn) {
            let then = then(negate != (op == CompareOp::NotIn), true);
            match self.interpreter.special(&b, Special::Contains) {
                Some(none) if none.is_none() => {
                    let name = b.type_name();
                    return Err(Error::type_error(format!("'{name}' object is not a container")));
                }
                Some(method) => return self.call_special(at, method, vec![b, a], then),
                None if b.own_class().is_some()
                    && iterate::iterating_method(&self.interpreter, &b).is_none() =>
                {
                    return Err(compare::not_iterable(&b));
                }
                None => {}
            }
            let contains = self.interpreter.prelude("contains")?;
            return self.call_value(at, contains, vec![b, a], None, then);
        }
        let Some((left, right)) = comparison(op) else {
            return Err(Error::unsupported("this comparison"));
        };
        let (a_own, b_own) = (a.own_class().is_some(), b.own_class().is_some());
        let mut sides = [(left, &a, &b), (right, &b, &a)];
        if is_of_subclass(&b, &a) {
            sides.reverse();
        }
        for (special, me, other) in sides {
            let arguments = || vec![me.clone(), other.clone()];
            if let Some(method) = self.interpreter.special(me, special) {
                return self.call_special(at, method, arguments(), then(negate, false));
            }
            // The `__ne__` of `object` asks `__eq__`.
            if op == CompareOp::Ne
                && let Some(method) = self.interpreter.special(me, Special::Eq)
            {
                return self.call_special(at, method, arguments(), then(!negate, true));
            }
        }
        if a_own || b_own {
            let holds = match op {
                CompareOp::Eq => a.is(&b),
                CompareOp::Ne => !a.is(&b),
                _ => return Err(compare::not_supported(op, &a, &b)),
            };
            return self.apply(at, then(negate, true), Value::bool(holds));
        }
        // Containers with instances in them. What orders two of these is the answer, whatever it is.
        let (name, negate, is_truth) = match op {
            CompareOp::Eq => ("eq", negate, true),
            CompareOp::Ne => ("eq", !negate, true),
            CompareOp::Lt => ("lt", negate, false),
            CompareOp::Le => ("le", negate, false),
            CompareOp::Gt => ("gt", negate, false),
            _ => ("ge", negate, false),
        };
        let function = self.interpreter.prelude(name)?;
        self.call_value(at, function, vec![a, b], None, then(negate, is_truth))
    }
}

/// Does the class of `b` inherit from that of `a`, both of the program?
fn is_of_subclass<M: Memory>(b: &Value<M>, a: &Value<M>) -> bool {
    match (b.own_class(), a.own_class()) {
        (Some(b), Some(a)) => !std::ptr::eq(b, a) && b.is_subclass_of(a),
        _ => false,
    }
}
