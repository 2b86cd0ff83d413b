//! The instructions that the eval loop does not have inside: those that take long anyway, and those
//! that run seldom. Each arm inside would cost the loop registers, even where it never runs.

use super::arguments::check_index;
use super::build;
use super::compare::{compare, compare_int};
use super::error::Error;
use super::globals::Slot;
use super::heap::Heap;
use super::interpreter::Interpreter;
use super::machine::Machine;
use super::memory::Memory;
use super::object::Object;
use super::ops::{self, Number};
use super::special::Special;
use super::stack::Cursor;
use super::subscript;
use super::value::Value;
use crate::code::op::{Op, Reg};
use crate::lang::tree::{BinaryOp, CompareOp};

type Result<T> = std::result::Result<T, Box<Error>>;

impl<M: Memory> Machine<M> {
    /// Runs the instruction that the cursor stands behind.
    #[inline(never)]
    pub(super) fn rare(&mut self, at: &mut Cursor<M>) -> Result<()> {
        match at.op() {
            Op::DeleteGlobal { global } if self.interpreter.delete_global(global) => Ok(()),
            Op::DeleteGlobal { global } => Err(self.undefined_global(global)),
            Op::Unary { op, dst, a } => {
                let value = ops::unary(&self.interpreter, self.heap(), op, at.get(a))?;
                at.set(dst, value);
                Ok(())
            }

            Op::GetIter { iter } => self.get_iter(at, iter),
            Op::RangeInit { iter } => range_init(at, iter),
            Op::CallKeywords { base, argc, keywords } => {
                self.call_slow(at, base, argc, Some(keywords))
            }
            Op::CallMethodKeywords { base, argc, keywords } => {
                if at.get(Reg(base.0 + 1)).is_unbound() {
                    self.call_function(at, base, argc, Some(keywords))
                } else {
                    self.call_slow(at, base, argc + 1, Some(keywords))
                }
            }
            Op::ToArguments { src, base } => self.collect_arguments(at, src, base),
            Op::CallSpread { base } => self.call_spread(at, base),
            Op::LoadSpecial { base, name } => self.load_special(at, base, name),
            Op::Send { base, .. } => self.send_to(at, base),
            Op::Delegate { .. } | Op::Yield { .. } | Op::EndGenerator { .. } => {
                self.leave_generator(at);
                Ok(())
            }
            Op::Continue {} => self.go_on(at),
            Op::MakeFunction { dst, function } => self.make_function(at, dst, function),
            Op::Prepare { namespace, base } => self.prepare(at, namespace, base),
            Op::Bound { namespace, local } => self.tell_namespace(at, namespace, local),
            Op::BuildClass { dst, base } => self.build_class(at, dst, base),
            Op::Super { dst, class, first } => self.super_(at, dst, class, first),

            Op::MakeCell { local } => {
                let cell = M::Slot::default();
                cell.store(at.take(local));
                let cell = self.heap().allocate(Object::Cell(cell))?;
                at.set(local, cell);
                Ok(())
            }
            Op::DeleteCell { cell } => self.delete_cell(at, cell),

            Op::DeleteAttr { object, name } => {
                self.delete_attribute(at.get(object), name, Some(Special::DelAttr))
            }
            Op::DeleteSubscr { object, index } => {
                let (from, place) = (at.get(object), at.get(index));
                subscript::del_item(&self.interpreter, self.heap(), from, place)
            }
            Op::BuildSlice { base } => build::slice(self.heap(), at, base),
            Op::BuildSliceOnce { base } => build::slice_once(self, at, base),
            Op::BuildList { base, count } => build::list(self.heap(), at, base, count),
            Op::BuildTuple { base, count } => build::tuple(self.heap(), at, base, count),
            Op::BuildSet { base, count } => {
                build::set(&self.interpreter, self.heap(), at, base, count)
            }
            Op::RemakeSet { set } => build::remake_set(self.heap(), at, set),
            Op::BuildDict { base, count } => {
                build::dict(&self.interpreter, self.heap(), at, base, count)
            }
            Op::BuildString { base, count } => build::string(self.heap(), at, base, count),
            Op::SetAdd { set, item } => {
                build::set_add(&self.interpreter, at.get(set), at.get(item))
            }
            Op::DictSet { dict, key, value } => {
                let (key, value) = (at.get(key), at.get(value));
                build::dict_set(&self.interpreter, at.get(dict), key, value)
            }
            Op::ListExtend { list, src } => self.extend_list(at, list, src),
            Op::SetUpdate { set, src } => self.update_set(at, set, src),
            Op::DictUpdate { dict, src } => self.update_dict(at, dict, src),
            Op::DictMerge { dict, src, base } => self.merge_keywords(at, dict, src, base),
            Op::ListToTuple { dst } => build::to_tuple(self.heap(), at, dst),
            Op::Format { base, conversion } => {
                build::format(&self.interpreter, self.heap(), at, base, conversion)
            }
            Op::Unpack { src, base, count } => build::unpack(self.heap(), at, src, base, count),
            Op::UnpackStar { src, base, before, after } => {
                build::unpack_star(self.heap(), at, src, base, before, after)
            }

            Op::Raise { exception } => self.raise_at(at, exception, None),
            Op::RaiseFrom { exception, cause } => self.raise_at(at, exception, Some(cause)),
            Op::Reraise { exception } => Err(self.reraise(at, exception)),
            Op::MatchException { dst, exception, kind } => {
                let matches = self.matches(at.get(exception), at.get(kind))?;
                at.set(dst, Value::bool(matches));
                Ok(())
            }
            Op::Settle { first } => self.settle(at, first.into(), None),
            Op::Leave { src } => self.settle(at, 0, Some(src)),
            Op::RaiseAssertion { message } => Err(self.raise_assertion(at.get(message))),
            _ => unreachable!("the eval loop runs the others itself"),
        }
    }

    fn delete_cell(&self, at: &Cursor<M>, cell: Reg) -> Result<()> {
        match at.get(cell).object() {
            Some(Object::Cell(slot)) if !slot.load().is_unbound() => {
                slot.store(Value::UNBOUND);
                Ok(())
            }
            _ => Err(self.unbound_cell(at, cell)),
        }
    }
}

/// Makes the three registers of a `range` whole numbers.
#[inline(never)]
fn range_init<M: Memory>(at: &mut Cursor<M>, iter: Reg) -> Result<()> {
    for reg in (iter.0..).take(3).map(Reg) {
        let value = at.get(reg);
        if let Some(value) = value.as_bool() {
            at.set(reg, Value::int16(value.into()));
        } else if let Some(Number::Int(_)) = value.number() {
            if value.as_derived().is_some() {
                let number = value.plain().clone();
                at.set(reg, number);
            }
        } else {
            check_index(value)?;
            let name = value.type_name();
            return Err(Error::type_error(format!(
                "'{name}' object cannot be interpreted as an integer"
            )));
        }
    }
    match at.get(Reg(iter.0 + 2)).as_small_int() {
        Some(0) => Err(Error::value_error("range() arg 3 must not be zero")),
        _ => Ok(()),
    }
}

/// The next number of a range whose registers hold a large one, or that comes to one: where the
/// range goes on from after this one. `None` at its end.
#[cold]
#[inline(never)]
pub(super) fn range_next<M: Memory>(
    interpreter: &Interpreter<M>,
    heap: &Heap<M>,
    at: &Cursor<M>,
    iter: Reg,
) -> Result<Option<Value<M>>> {
    let (now, stop, step) = (at.get(iter), at.get(Reg(iter.0 + 1)), at.get(Reg(iter.0 + 2)));
    let is_up = compare_int(interpreter, CompareOp::Gt, step, 0)?;
    let before_stop = if is_up { CompareOp::Lt } else { CompareOp::Gt };
    if !compare(interpreter, before_stop, now, stop)? {
        return Ok(None);
    }
    ops::binary(interpreter, heap, BinaryOp::Add, now, step).map(Some)
}
