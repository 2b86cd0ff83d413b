//! Instructions and built-ins whose operands are of classes of the program, or contain such: what
//! their methods do instead, in frames of their own.

use super::arguments::check_index;
use super::calls::Pending;
use super::continuation::Then;
use super::error::Error;
use super::iterate;
use super::lazy::not_an_iterator;
use super::machine::Machine;
use super::memory::{Locked, Memory};
use super::native::Control;
use super::object::Object;
use super::special::{Special, unary};
use super::stack::Cursor;
use super::value::Value;
use crate::code::op::{Op, Reg};
use crate::lang::tree::{BinaryOp, CompareOp, Conversion};

type Result<T> = std::result::Result<T, Box<Error>>;

impl<M: Memory> Machine<M> {
    /// Does by methods of the program what the instruction could not do by itself.
    pub(super) fn dunder(&mut self, at: &mut Cursor<M>) -> Result<()> {
        let op = at.op();
        if let Some((op, negate, a, b, dst)) = compared(op, at) {
            return self.compare_dunder(at, op, a, b, dst, negate);
        }
        let get = |reg: Reg| at.get(reg).clone();
        match op {
            Op::Add { dst, a, b } => self.binary(at, BinaryOp::Add, get(a), get(b), dst, false),
            Op::Sub { dst, a, b } => self.binary(at, BinaryOp::Sub, get(a), get(b), dst, false),
            Op::Mul { dst, a, b } => self.binary(at, BinaryOp::Mul, get(a), get(b), dst, false),
            Op::Binary { op, dst, a, b } => self.binary(at, op, get(a), get(b), dst, false),
            Op::InPlace { op, dst, a, b } => self.binary(at, op, get(a), get(b), dst, true),
            Op::AddInt { dst, a, value } => {
                self.binary(at, BinaryOp::Add, get(a), Value::int16(value), dst, false)
            }
            Op::SubInt { dst, a, value } => {
                self.binary(at, BinaryOp::Sub, get(a), Value::int16(value), dst, false)
            }
            Op::MulInt { dst, a, value } => {
                self.binary(at, BinaryOp::Mul, get(a), Value::int16(value), dst, false)
            }
            Op::BinaryInt { op, dst, a, value } => {
                let in_place = self.is_augmented(at);
                self.binary(at, op, get(a), Value::int16(value), dst, in_place)
            }
            // `a += 1`, but also `a = a + 1`.
            Op::AddIntTo { a, value } => {
                let in_place = self.is_augmented(at);
                self.binary(at, BinaryOp::Add, get(a), Value::int16(value), a, in_place)
            }
            Op::SubIntFrom { a, value } => {
                let in_place = self.is_augmented(at);
                self.binary(at, BinaryOp::Sub, get(a), Value::int16(value), a, in_place)
            }
            Op::Unary { op, dst, a } => {
                let message = || format!("bad operand type for unary {}", op.symbol());
                self.one(at, get(a), unary(op), Then::Store(dst), &message)
            }
            Op::Not { dst, a } => {
                self.truth_of(at, &get(a), Then::StoreTruth { dst, negate: true })
            }
            Op::JumpIf { a, .. } | Op::LoopIf { a, .. } | Op::JumpUnless { a, .. } => {
                let negate = matches!(op, Op::JumpUnless { .. });
                self.truth_of(at, &get(a), Then::Branch { negate })
            }
            Op::LoadSubscr { dst, object, index } => {
                self.load_item(at, dst, get(object), get(index))
            }
            Op::StoreSubscr { object, index, src } => {
                let message = || "object does not support item assignment".to_owned();
                let (object, rest) = (get(object), vec![get(index), get(src)]);
                if matches!(object.plain().object(), Some(Object::List(_)))
                    && !self.interpreter.has_special(&object, Special::SetItem)
                {
                    let object = object.plain().clone();
                    let set_slice = self.interpreter.prelude("set_slice")?;
                    let arguments = [vec![object], rest].concat();
                    return self.call_value(at, set_slice, arguments, None, Then::Drop);
                }
                self.item(at, object, Special::SetItem, rest, Then::Drop, &message)
            }
            Op::DeleteSubscr { object, index } => {
                let message = || "object doesn't support item deletion".to_owned();
                let (object, index) = (get(object), get(index));
                self.item(at, object, Special::DelItem, vec![index], Then::Drop, &message)
            }
            Op::LoadAttr { dst, object, name } => {
                self.ask_attribute(at, &get(object), name, Then::Store(dst))
            }
            Op::LoadMethod { base, name, .. } => {
                let object = at.take(Reg(base.0.saturating_add(1)));
                self.ask_attribute(at, &object, name, Then::Store(base))
            }
            Op::StoreAttr { object, src, name } => {
                let name = self.interpreter.names()[usize::from(name.0)].clone();
                self.give_attribute(at, &get(object), &name, Some(get(src)), Then::Drop)
            }
            Op::DeleteAttr { object, name } => {
                let name = self.interpreter.names()[usize::from(name.0)].clone();
                self.give_attribute(at, &get(object), &name, None, Then::Drop)
            }
            Op::Format { base, conversion: Conversion::None }
                if self.interpreter.has_special(at.get(base), Special::Format) =>
            {
                let (value, spec) = (get(base), get(Reg(base.0 + 1)));
                self.formatted(at, value, spec, Then::Store(base))
            }
            Op::Format { base, conversion } => {
                let is_repr = matches!(conversion, Conversion::Repr | Conversion::Ascii);
                self.text_of(at, get(base), is_repr, Then::Format)
            }
            Op::Unpack { src, count, .. } => {
                let most = Value::int16(i16::from(count) + 1);
                self.unpack(at, "unpack", vec![get(src), most])
            }
            Op::UnpackStar { src, .. } => self.unpack(at, "collect", vec![get(src)]),
            _ => Err(Error::unsupported("this operation on instances of a class")),
        }
    }

    /// `object[index]`
    fn load_item(
        &mut self,
        at: &mut Cursor<M>,
        dst: Reg,
        object: Value<M>,
        index: Value<M>,
    ) -> Result<()> {
        let message = || "object is not subscriptable".to_owned();
        if let Some(method) = self.interpreter.class_special(&object, Special::ClassGetItem)
            && !self.interpreter.has_special(&object, Special::GetItem)
        {
            let found = self.interpreter.as_found(method, false);
            let method = self.found_value(found, &object)?;
            return self.call_value(at, method, vec![index], None, Then::Store(dst));
        }
        if !self.interpreter.has_special(&object, Special::GetItem)
            && let Some(missing) = self.missing(&object)
        {
            return self.call_special(at, missing, vec![object, index], Then::Store(dst));
        }
        self.item(at, object, Special::GetItem, vec![index], Then::Store(dst), &message)
    }

    /// `format(value, spec)` by the value's own method, if it has one.
    fn formatted(
        &mut self,
        at: &mut Cursor<M>,
        value: Value<M>,
        spec: Value<M>,
        then: Then<M>,
    ) -> Result<()> {
        let Some(method) = self.interpreter.special(&value, Special::Format) else {
            return self.text_of(at, value, false, then);
        };
        let then = Then::StoreStr { then: Box::new(then), method: Special::Format.name() };
        self.call_special(at, method, vec![value, spec], then)
    }

    /// Asks for the whole number that an index is.
    pub(super) fn indexed(&mut self, at: &mut Cursor<M>) -> Result<()> {
        let get = |reg: Reg| at.get(reg).clone();
        let (function, arguments, then) = match at.op() {
            Op::LoadSubscr { dst, object, index } => {
                ("item_by_index", vec![get(object), get(index)], Then::Store(dst))
            }
            Op::StoreSubscr { object, index, src } => {
                ("set_by_index", vec![get(object), get(index), get(src)], Then::Drop)
            }
            Op::DeleteSubscr { object, index } => {
                ("del_by_index", vec![get(object), get(index)], Then::Drop)
            }
            Op::RangeInit { iter } => {
                let mut parts = (iter.0..).take(3).map(Reg);
                let Some(part) = parts.find(|part| check_index(at.get(*part)).is_err()) else {
                    return Err(Error::unsupported("a range of this"));
                };
                // The instruction is run again when it is a number.
                at.go_to(at.pc().saturating_sub(1));
                ("index_of", vec![at.get(part).clone()], Then::Store(part))
            }
            _ => return Err(Error::unsupported("an `__index__` here")),
        };
        let function = self.interpreter.prelude(function)?;
        self.call_value(at, function, arguments, None, then)
    }

    /// Collects by a function of the prelude what the instruction unpacks.
    fn unpack(
        &mut self,
        at: &mut Cursor<M>,
        function: &str,
        arguments: Vec<Value<M>>,
    ) -> Result<()> {
        let value = &arguments[0];
        let has = |special| self.interpreter.has_special(value, special);
        let is_iterable = matches!(value.object(), Some(Object::Generator(_) | Object::Derived(_)))
            || has(Special::Iter)
            || has(Special::GetItem);
        if !is_iterable {
            let name = value.type_name();
            return Err(Error::type_error(format!("cannot unpack non-iterable {name} object")));
        }
        let function = self.interpreter.prelude(function)?;
        self.call_value(at, function, arguments, None, Then::Unpack)
    }

    /// What a built-in leaves to methods of the program.
    pub(super) fn native_dunder(&mut self, at: &mut Cursor<M>, pending: Pending<M>) -> Result<()> {
        let Pending { name, mut arguments, then, .. } = pending;
        let Some(first) = arguments.first().cloned() else {
            return Err(Error::unsupported(format!("{name}() of this")));
        };
        let special = match name {
            "len" => {
                let Then::Store(dst) = then else {
                    return Err(Error::unsupported("len() of an instance here"));
                };
                let message = || "object has no len()".to_owned();
                return self.item(
                    at,
                    first,
                    Special::Len,
                    Vec::new(),
                    Then::StoreLen(dst),
                    &message,
                );
            }
            "getattr" => return self.ask_attribute_called(at, &arguments, then),
            "setattr" | "delattr" => {
                let name = arguments[1].as_str().unwrap_or_default().to_owned();
                let value = arguments.get(2).cloned();
                let then = Then::Nothing(Box::new(then));
                return self.give_attribute(at, &first, &name, value, then);
            }
            "__setattr__" | "__delattr__" => {
                let id = arguments[1].as_str().and_then(|it| self.interpreter.name_id(it));
                let Some(id) = id else {
                    return Err(Error::unsupported(format!("{name}() of this")));
                };
                let value = arguments.get(2).cloned();
                let then = Then::Nothing(Box::new(then));
                return self.give_to_descriptor(at, &first, id, value, then);
            }
            "__getattribute__" => return self.ask_descriptor(at, &arguments, then),
            "format" => {
                let spec = match arguments.get(1) {
                    Some(spec) => spec.clone(),
                    None => self.heap().str("")?,
                };
                return self.formatted(at, first, spec, then);
            }
            "iter" => return self.iterator_of(at, &first, then_iterator(then)),
            "next" | "__next__" => {
                let default = (arguments.len() > 1).then(|| arguments.swap_remove(1));
                return self.next_of(at, &first, default, &then);
            }
            "close" => return self.close(at, &first, &then),
            "throw" => {
                let thrown = arguments.pop().unwrap_or(Value::NONE);
                return self.throw_into(at, &first, &thrown, &then);
            }
            "send" => {
                let sent = arguments.pop().unwrap_or(Value::NONE);
                self.send(&first, sent)?;
                return self.next_of(at, &first, None, &then);
            }
            "bool" => {
                return match then {
                    Then::Store(dst) => {
                        self.truth_of(at, &first, Then::StoreTruth { dst, negate: false })
                    }
                    _ => Err(Error::unsupported("bool() of an instance here")),
                };
            }
            "str" => return self.text_of(at, first, false, then),
            "repr" => return self.text_of(at, first, true, then),
            "abs" => Special::Abs,
            "pow" | "__pow__" | "__rpow__" if arguments.len() == 2 => {
                let second = arguments.swap_remove(1);
                let (base, exponent) =
                    if name == "__rpow__" { (second, first) } else { (first, second) };
                return self.complex_power(at, base, exponent, then);
            }
            _ => {
                return Err(Error::unsupported(format!(
                    "{name}() of '{}' objects",
                    first.type_name()
                )));
            }
        };
        let message = || format!("bad operand type for {name}()");
        self.one(at, first, special, then, &message)
    }

    /// Leaves a built-in to a function of the prelude if the program has one of these methods for its
    /// argument.
    pub(super) fn asks(
        &self,
        value: &Value<M>,
        specials: &[Special],
        function: &'static str,
    ) -> Result<()> {
        let is_asked = value.own_class().is_some()
            && specials.iter().any(|special| self.interpreter.has_special(value, *special));
        if is_asked { Err(Error::control(Control::Prelude(function))) } else { Ok(()) }
    }

    /// Calls a method without arguments.
    fn one(
        &mut self,
        at: &mut Cursor<M>,
        value: Value<M>,
        special: Special,
        then: Then<M>,
        message: &dyn Fn() -> String,
    ) -> Result<()> {
        let Some(method) = self.interpreter.special(&value, special) else {
            let name = value.type_name();
            return Err(Error::type_error(format!("{}: '{name}'", message())));
        };
        self.call_special(at, method, vec![value], then)
    }

    /// Calls a method of a container.
    fn item(
        &mut self,
        at: &mut Cursor<M>,
        value: Value<M>,
        special: Special,
        rest: Vec<Value<M>>,
        then: Then<M>,
        message: &dyn Fn() -> String,
    ) -> Result<()> {
        let Some(method) = self.interpreter.special(&value, special) else {
            let name = value.type_name();
            let message = message();
            return Err(Error::type_error(if special == Special::Len {
                format!("object of type '{name}' has no len()")
            } else {
                format!("'{name}' {message}")
            }));
        };
        let mut arguments = vec![value];
        arguments.extend(rest);
        self.call_special(at, method, arguments, then)
    }

    /// Asks `__bool__`, or `__len__`, or nobody.
    fn truth_of(&mut self, at: &mut Cursor<M>, value: &Value<M>, then: Then<M>) -> Result<()> {
        let interpreter = self.interpreter;
        let method = interpreter
            .special(value, Special::Bool)
            .or_else(|| interpreter.special(value, Special::Len));
        match method {
            Some(method) => self.call_special(at, method, vec![value.clone()], then),
            None => self.apply(at, then, Value::bool(true)),
        }
    }

    /// `str` or `repr` of anything; `then` gets a string.
    pub(super) fn text_of(
        &mut self,
        at: &mut Cursor<M>,
        value: Value<M>,
        is_repr: bool,
        then: Then<M>,
    ) -> Result<()> {
        let interpreter = self.interpreter;
        let own = if is_repr { None } else { interpreter.special(&value, Special::Str) };
        // The default `__str__` of an exception does not ask its `__repr__`.
        let is_text = matches!(value.plain().object(), Some(Object::Str(_)));
        let asks_repr = is_repr || (value.as_exception().is_none() && !is_text);
        let method = match own {
            Some(method) => Some(method),
            None if asks_repr => interpreter.special(&value, Special::Repr),
            None => None,
        };
        if let Some(method) = method {
            // Of a `__repr__` that stands in for `__str__`, that is what CPython says.
            let method_name = if is_repr { "__repr__" } else { "__str__" };
            let then = Then::StoreStr { then: Box::new(then), method: method_name };
            return self.call_special(at, method, vec![value], then);
        }
        let text = if is_repr {
            super::repr::repr(&interpreter, &value)
        } else {
            super::repr::str(&interpreter, &value)
        };
        match text {
            Ok(text) => {
                let text = self.heap().str(text)?;
                self.apply(at, then, text)
            }
            Err(error) if *error == Error::Control(Control::Dunder) => {
                let name = if is_repr { "repr" } else { "str" };
                let function = interpreter.prelude(name)?;
                self.call_value(at, function, vec![value], None, then)
            }
            Err(error) => Err(error),
        }
    }

    /// Puts an iterator over the value of `iter` into `iter, iter+1`.
    #[inline(never)]
    pub(super) fn get_iter(&mut self, at: &mut Cursor<M>, iter: Reg) -> Result<()> {
        at.set(Reg(iter.0 + 1), Value::UNBOUND);
        let value = at.get(iter);
        match value.object() {
            Some(Object::List(_) | Object::Tuple(_)) => {
                at.set(Reg(iter.0 + 1), Value::int16(0));
                return Ok(());
            }
            Some(Object::Generator(_)) if value.type_of().is_asynchronous() => {
                return Err(iterate::not_iterable(value));
            }
            Some(Object::Generator(_) | Object::Iterator(_) | Object::Lazy(_)) => return Ok(()),
            _ => {}
        }
        let value = value.clone();
        self.iterator_of(at, &value, Then::Iterator(iter))
    }

    fn iterator_of(&mut self, at: &mut Cursor<M>, value: &Value<M>, then: Then<M>) -> Result<()> {
        if let Some(Object::Generator(_) | Object::Iterator(_) | Object::Lazy(_)) = value.object() {
            return self.apply(at, then, value.clone());
        }
        if let Some(iterator) = iterate::iter(self.heap(), value)? {
            return self.apply(at, then, iterator);
        }
        match iterate::iterating_method(&self.interpreter, value) {
            Some((Special::Iter, method)) => {
                self.call_special(at, method, vec![value.clone()], then)
            }
            Some(_) => {
                let items = self.interpreter.prelude("items_by_index")?;
                self.call_value(at, items, vec![value.clone()], None, then)
            }
            None => Err(iterate::not_iterable(value)),
        }
    }

    fn next_of(
        &mut self,
        at: &mut Cursor<M>,
        value: &Value<M>,
        default: Option<Value<M>>,
        then: &Then<M>,
    ) -> Result<()> {
        let Then::Store(dst) = *then else {
            return Err(Error::unsupported("next() of this iterator here"));
        };
        self.next_of_any(at, value, Then::NextOr { dst, default })
    }

    pub(super) fn next_of_any(
        &mut self,
        at: &mut Cursor<M>,
        value: &Value<M>,
        then: Then<M>,
    ) -> Result<()> {
        self.returned = Value::NONE;
        match value.object() {
            Some(Object::Generator(_)) => self.resume(at, value, then),
            Some(Object::Lazy(_)) => self.pull(at, value.clone(), then),
            Some(Object::Iterator(iterator)) => {
                let next = iterator.with_others(|iterator| iterator.next(self.heap()))?;
                self.apply(at, then, next.unwrap_or(Value::UNBOUND))
            }
            _ => {
                let Some(method) = self.interpreter.special(value, Special::Next) else {
                    return Err(not_an_iterator(value));
                };
                self.call_special(at, method, vec![value.clone()], then)
            }
        }
    }

    pub(super) fn is_iterator(&self, value: &Value<M>) -> bool {
        matches!(value.object(), Some(Object::Iterator(_) | Object::Generator(_) | Object::Lazy(_)))
            || self.interpreter.has_special(value, Special::Next)
    }
}

fn then_iterator<M: Memory>(then: Then<M>) -> Then<M> {
    match then {
        Then::Store(dst) => Then::Iterator(dst),
        other => other,
    }
}

/// A comparison's operator, whether its jump is for when it does not hold, operands, and register.
#[expect(clippy::type_complexity, reason = "the five parts of a comparison, taken apart at once")]
fn compared<M: Memory>(
    op: Op,
    at: &Cursor<M>,
) -> Option<(CompareOp, bool, Value<M>, Value<M>, Option<Reg>)> {
    let get = |reg: Reg| at.get(reg).clone();
    macro_rules! fused {
        ($($unless:ident $unless_int:ident $lp:ident $lp_int:ident $op:ident),*) => {
            match op {
                Op::Compare { op, dst, a, b } => Some((op, false, get(a), get(b), Some(dst))),
                $(Op::$unless { a, b, .. } => Some((CompareOp::$op, true, get(a), get(b), None)),
                Op::$unless_int { a, value, .. } => {
                    Some((CompareOp::$op, true, get(a), Value::int16(value), None))
                }
                Op::$lp { a, b, .. } => Some((CompareOp::$op, false, get(a), get(b), None)),
                Op::$lp_int { a, value, .. } => {
                    Some((CompareOp::$op, false, get(a), Value::int16(value), None))
                })*
                _ => None,
            }
        };
    }
    fused!(
        JumpUnlessLt JumpUnlessLtInt LoopIfLt LoopIfLtInt Lt,
        JumpUnlessLe JumpUnlessLeInt LoopIfLe LoopIfLeInt Le,
        JumpUnlessGt JumpUnlessGtInt LoopIfGt LoopIfGtInt Gt,
        JumpUnlessGe JumpUnlessGeInt LoopIfGe LoopIfGeInt Ge,
        JumpUnlessEq JumpUnlessEqInt LoopIfEq LoopIfEqInt Eq,
        JumpUnlessNe JumpUnlessNeInt LoopIfNe LoopIfNeInt Ne
    )
}
