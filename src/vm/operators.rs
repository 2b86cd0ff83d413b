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
use super::native::{Control, Native};
use super::object::Object;
use super::ops;
use super::special::{Special, comparison, operator};
use super::stack::Cursor;
use super::types::Type;
use super::union;
use super::value::Value;
use crate::code::op::Reg;
use crate::lang::tree::{BinaryOp, CompareOp};

type Result<T> = std::result::Result<T, Box<Error>>;

/// The methods that are asked for the value of an operator, the next one last.
pub(super) struct Attempts<M: Memory> {
    left: Vec<Attempt<M>>,
    /// What is done with the value of the one that has been asked.
    then: Option<Then<M>>,
    otherwise: Otherwise<M>,
}

struct Attempt<M: Memory> {
    method: Value<M>,
    arguments: Vec<Value<M>>,
    then: Then<M>,
}

/// What became of comparing the values that instances hold.
enum Compared {
    /// They hold none.
    Instances,
    /// They hold containers with instances in them.
    Containers,
    Values(bool),
}

/// What is done if none has an answer.
enum Otherwise<M: Memory> {
    Operator { op: BinaryOp, a: Value<M>, b: Value<M>, dst: Reg, in_place: bool },
    Comparison { op: CompareOp, a: Value<M>, b: Value<M>, dst: Option<Reg>, negate: bool },
}

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
        // `d |= pairs`, which the dict itself does before an instance is asked.
        if in_place && op == BinaryOp::BitOr && matches!(a.object(), Some(Object::Dict(_))) {
            let filled = self.interpreter.prelude("dict_filled")?;
            let (none, start) = (self.heap().dict()?, Value::int16(0));
            let arguments = vec![a, b, none, start];
            return self.call_value(at, filled, arguments, None, Then::Store(dst));
        }
        let methods = operator(op);
        let mut attempts = Vec::new();
        let mut attempt = |method: Option<Value<M>>, me: &Value<M>, other: &Value<M>| {
            if let Some(method) = method {
                let arguments = vec![me.clone(), other.clone()];
                attempts.push(Attempt { method, arguments, then: Then::Store(dst) });
            }
        };
        if in_place {
            attempt(self.interpreter.special(&a, methods.in_place), &a, &b);
        }
        let left = self.interpreter.special(&a, methods.left);
        let right = self.reflected(&a, &b, methods.right);
        if right.is_some() && self.overrides(&a, &b, methods.right) {
            attempt(right, &b, &a);
            attempt(left, &a, &b);
        } else {
            attempt(left, &a, &b);
            attempt(right, &b, &a);
        }
        attempts.reverse();
        let otherwise = Otherwise::Operator { op, a, b, dst, in_place };
        self.next_attempt(at, Attempts { left: attempts, then: None, otherwise })
    }

    /// Asks the next method for an operator, if there is one left.
    fn next_attempt(&mut self, at: &mut Cursor<M>, attempts: Attempts<M>) -> Result<()> {
        let mut attempts = attempts;
        let Some(Attempt { method, arguments, then }) = attempts.left.pop() else {
            return match attempts.otherwise {
                Otherwise::Operator { op, a, b, dst, in_place } => {
                    self.binary_of_python(at, op, a, b, dst, in_place)
                }
                Otherwise::Comparison { op, a, b, dst, negate } => {
                    let compared = self
                        .compare_plainly(op, &a, &b)
                        .map_err(|error| compare::of_program(error, op, &a, &b))?;
                    let holds = match compared {
                        Compared::Instances => None,
                        Compared::Containers => {
                            let (a, b) = (a.plain().clone(), b.plain().clone());
                            return self.compare_containers(at, op, a, b, dst, negate);
                        }
                        Compared::Values(holds) => Some(holds),
                    };
                    if let Some(holds) = holds {
                        return self.apply(
                            at,
                            compared_then(dst, negate, true),
                            Value::bool(holds),
                        );
                    }
                    let then = compared_then(dst, negate, true);
                    let holds = match op {
                        CompareOp::Eq => a.is(&b),
                        CompareOp::Ne => !a.is(&b),
                        _ => return Err(compare::not_supported(op, &a, &b)),
                    };
                    self.apply(at, then, Value::bool(holds))
                }
            };
        };
        attempts.then = Some(then);
        self.call_special(at, method, arguments, Then::Attempt(Box::new(attempts)))
    }

    /// A method for an operator has returned this.
    pub(super) fn attempted(
        &mut self,
        at: &mut Cursor<M>,
        attempts: Attempts<M>,
        value: Value<M>,
    ) -> Result<()> {
        let mut attempts = attempts;
        match (value.object(), attempts.then.take()) {
            (Some(Object::NotImplemented), _) | (_, None) => self.next_attempt(at, attempts),
            (_, Some(then)) => self.apply(at, then, value),
        }
    }

    /// What Python's own classes do where no method of the program has an answer.
    fn binary_of_python(
        &mut self,
        at: &mut Cursor<M>,
        op: BinaryOp,
        a: Value<M>,
        b: Value<M>,
        dst: Reg,
        in_place: bool,
    ) -> Result<()> {
        let then = Then::Store(dst);
        if a.as_derived().is_some() || b.as_derived().is_some() {
            let (x, y) = ops::plain_operands(op, &a, &b);
            let (interpreter, heap) = (&self.interpreter, self.heap());
            let done = if in_place {
                ops::in_place(interpreter, heap, op, x, y)
            } else {
                ops::binary(interpreter, heap, op, x, y)
            };
            let (x, y) = (x.clone(), y.clone());
            match done {
                // What has changed itself stays the one that holds it.
                Ok(value) => return self.apply(at, then, if value.is(&x) { a } else { value }),
                Err(error) if *error != Error::Control(Control::Dunder) => {
                    return Err(ops::of_program(error, op, &a, &b));
                }
                // `xs += generator`
                Err(_) if in_place && op == BinaryOp::Add && x.type_of() == Type::List => {
                    at.set(dst, a);
                    let extend = self.interpreter.prelude("extended")?;
                    return self.call_value(at, extend, vec![x, y], None, Then::Drop);
                }
                Err(_) => {}
            }
        }
        if op == BinaryOp::Mod && format::percent::template(&a).is_some() {
            let (function, arguments) = (format::percent::call::<M> as Native<M>, vec![a, b]);
            let pending = Pending { name: "%", function, arguments, keywords: None, then };
            return self.call_pending(at, pending);
        }
        if op == BinaryOp::Pow && a.number().is_some() && b.number().is_some() {
            return self.complex_power(at, a, b, then);
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

    /// A negative number to a fractional power: complex, where the program has such numbers.
    pub(super) fn complex_power(
        &mut self,
        at: &mut Cursor<M>,
        base: Value<M>,
        exponent: Value<M>,
        then: Then<M>,
    ) -> Result<()> {
        let Some(complex) = self.interpreter.global_named("_complex.complex") else {
            return Err(Error::unsupported(
                "a negative number to a fractional power, in a program that names no `complex`,",
            ));
        };
        let power = self.interpreter.prelude("power_of")?;
        self.call_value(at, power, vec![complex, base, exponent], None, then)
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
        let then = |negate, is_truth| compared_then(dst, negate, is_truth);
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
        let is_own = a.own_class().is_some() || b.own_class().is_some();
        let mut sides = [(left, &a, &b), (right, &b, &a)];
        if is_of_subclass(&b, &a) {
            sides.reverse();
        }
        let mut attempts = Vec::new();
        for (special, me, other) in sides {
            // The `__ne__` of `object` asks `__eq__`.
            let own = self.interpreter.special(me, special);
            let is_negated = own.is_none() && op == CompareOp::Ne;
            let method = if is_negated { self.interpreter.special(me, Special::Eq) } else { own };
            if let Some(method) = method {
                let arguments = vec![me.clone(), other.clone()];
                let then = then(negate != is_negated, is_negated);
                attempts.push(Attempt { method, arguments, then });
            }
        }
        if is_own {
            attempts.reverse();
            let otherwise = Otherwise::Comparison { op, a, b, dst, negate };
            return self.next_attempt(at, Attempts { left: attempts, then: None, otherwise });
        }
        self.compare_containers(at, op, a, b, dst, negate)
    }

    /// Compares the values that instances hold, where neither class has a method for that.
    fn compare_plainly(&self, op: CompareOp, a: &Value<M>, b: &Value<M>) -> Result<Compared> {
        let (x, y) = (a.plain(), b.plain());
        let holds_none = a.as_derived().is_none() && b.as_derived().is_none();
        if holds_none || x.own_class().is_some() || y.own_class().is_some() {
            return Ok(Compared::Instances);
        }
        match compare::compare(&self.interpreter, op, x, y) {
            Ok(holds) => Ok(Compared::Values(holds)),
            Err(error) if *error == Error::Control(Control::Dunder) => Ok(Compared::Containers),
            Err(error) => Err(error),
        }
    }

    /// Containers with instances in them. What orders two of these is the answer, whatever it is.
    fn compare_containers(
        &mut self,
        at: &mut Cursor<M>,
        op: CompareOp,
        a: Value<M>,
        b: Value<M>,
        dst: Option<Reg>,
        negate: bool,
    ) -> Result<()> {
        let (name, negate, is_truth) = match op {
            CompareOp::Eq => ("eq", negate, true),
            CompareOp::Ne => ("eq", !negate, true),
            CompareOp::Lt => ("lt", negate, false),
            CompareOp::Le => ("le", negate, false),
            CompareOp::Gt => ("gt", negate, false),
            _ => ("ge", negate, false),
        };
        let function = self.interpreter.prelude(name)?;
        self.call_value(at, function, vec![a, b], None, compared_then(dst, negate, is_truth))
    }
}

/// What is done with the value of a comparison, or with its truth.
fn compared_then<M: Memory>(dst: Option<Reg>, negate: bool, is_truth: bool) -> Then<M> {
    match dst {
        Some(dst) if is_truth => Then::StoreTruth { dst, negate },
        Some(dst) => Then::Store(dst),
        None => Then::Branch { negate },
    }
}

/// Does the class of `b` inherit from that of `a`, both of the program?
fn is_of_subclass<M: Memory>(b: &Value<M>, a: &Value<M>) -> bool {
    match (b.own_class(), a.own_class()) {
        (Some(b), Some(a)) => !std::ptr::eq(b, a) && b.is_subclass_of(a),
        _ => false,
    }
}
