//! What goes by its name, and what is made again of parts (`save_global` and `save_reduce` in
//! `Modules/_pickle.c`).

use super::batch::{Batch, Style};
use super::opcode::{BUILD, EMPTY_DICT, NEWOBJ, NEWOBJ_EX, POP, REDUCE, STACK_GLOBAL, TUPLE2};
use super::reduction::{Made, Part, Reduction, State};
use super::write::{Asks, Task, Writer};
use crate::vm::dict;
use crate::vm::error::Error;
use crate::vm::machine::Machine;
use crate::vm::memory::Memory;
use crate::vm::object::Object;
use crate::vm::types::Type;
use crate::vm::value::Value;

type Result<T> = std::result::Result<T, Box<Error>>;

impl<M: Memory> Writer<M> {
    /// An instance of a class of the program, or an exception.
    pub(super) fn save_instance(&mut self, machine: &Machine<M>, value: &Value<M>) -> Result<()> {
        if machine.has_reduction(value) || self.is_dispatched(machine, value)? {
            self.asked = Some(Asks::Parts(value.clone()));
            return Ok(());
        }
        let reduction = machine.plain_reduction(value)?;
        self.push(Task::Reduction(Box::new(reduction)))
    }

    /// Has `copyreg` been told of its class?
    pub(super) fn is_dispatched(&self, machine: &Machine<M>, value: &Value<M>) -> Result<bool> {
        let Some(Object::Dict(table)) = self.dispatch.as_ref().and_then(Value::object) else {
            return Ok(false);
        };
        let class = machine.interpreter.class_of(value);
        Ok(dict::get(&machine.interpreter, table, &class)?.is_some())
    }

    pub(super) fn class(&mut self, machine: &Machine<M>, value: &Value<M>) -> Result<()> {
        let is = |kind| value.is(&machine.interpreter.class(kind));
        let single = if is(Type::NoneType) {
            Value::NONE
        } else if is(Type::Ellipsis) {
            machine.interpreter.ellipsis()
        } else {
            return self.global(machine, value, None);
        };
        let made = Made::Call(machine.interpreter.class(Type::Type));
        let reduction = Reduction::new(value, made, machine.heap().tuple(vec![single])?);
        self.push(Task::Reduction(Box::new(reduction)))
    }

    /// By its module and its name.
    pub(super) fn global(
        &mut self,
        machine: &Machine<M>,
        value: &Value<M>,
        name: Option<&str>,
    ) -> Result<()> {
        let (heap, sink) = (machine.heap(), &mut self.sink);
        let global = machine.global_of(value, name)?;
        match value.object() {
            // In CPython functions have a string of their own for their module.
            Some(Object::Builtin(_)) => sink.native(heap, &global.module, &global.name)?,
            _ if global.is_main() => {
                sink.name(heap, &global.module)?;
                sink.name(heap, &global.name)?;
                sink.output.write(&[STACK_GLOBAL]);
            }
            _ => {
                sink.name(heap, &global.module)?;
                sink.fresh(heap, &global.name)?;
                sink.output.write(&[STACK_GLOBAL]);
            }
        }
        sink.put(value);
        Ok(())
    }

    /// Goes on with the reduction on top (`save_reduce`).
    pub(super) fn reduce(&mut self, machine: &Machine<M>) -> Result<()> {
        let Some(Task::Reduction(reduction)) = self.tasks.last_mut() else { return Ok(()) };
        let heap = machine.heap();
        match reduction.part {
            Part::Maker => {
                reduction.part = Part::Args;
                let maker = match &reduction.made {
                    Made::Call(callee) | Made::New(callee) => callee.clone(),
                    Made::GetAttr => return self.sink.getattr(heap),
                };
                self.save_part(machine, &maker)
            }
            Part::Args => {
                reduction.part = Part::Keywords;
                let args = reduction.args.clone();
                self.save_part(machine, &args)
            }
            Part::Keywords => {
                reduction.part = Part::Make;
                match reduction.keywords.clone() {
                    Some(keywords) => self.save_part(machine, &keywords),
                    None => Ok(()),
                }
            }
            Part::Make => {
                let opcode = match (&reduction.made, &reduction.keywords) {
                    (Made::New(_), Some(_)) => NEWOBJ_EX,
                    (Made::New(_), None) => NEWOBJ,
                    _ => REDUCE,
                };
                self.sink.output.write(&[opcode]);
                if let Some(number) = self.sink.memo.get(&reduction.object) {
                    // It leads to itself, and has been made on the way.
                    self.sink.output.write(&[POP]);
                    self.sink.get(number);
                    self.tasks.pop();
                    return Ok(());
                }
                reduction.part = Part::Items;
                self.sink.put(&reduction.object);
                Ok(())
            }
            Part::Items => {
                reduction.part = Part::Pairs;
                let items = std::mem::take(&mut reduction.items);
                let batch = Batch::new(&reduction.object, Style::ListLike, items);
                self.push(Task::Items(batch))
            }
            Part::Pairs => {
                reduction.part = Part::Setter;
                let pairs = std::mem::take(&mut reduction.pairs);
                let batch = Batch::new(&reduction.object, Style::DictLike, pairs);
                self.push(Task::Pairs(batch))
            }
            Part::Setter => {
                if matches!(reduction.state, State::None) {
                    self.tasks.pop();
                    return Ok(());
                }
                if let Some(setter) = reduction.setter.clone() {
                    reduction.part = Part::SetterObject;
                    return self.save_part(machine, &setter);
                }
                reduction.part = Part::State;
                Ok(())
            }
            Part::SetterObject => {
                reduction.part = Part::State;
                let object = reduction.object.clone();
                self.save_part(machine, &object)
            }
            Part::State => {
                reduction.part = Part::Build;
                let object = reduction.object.clone();
                match std::mem::replace(&mut reduction.state, State::None) {
                    State::None => Ok(()),
                    State::Value(state) => self.save_part(machine, &state),
                    State::Attributes(all) => {
                        self.sink.output.boundary();
                        self.sink.output.write(&[EMPTY_DICT]);
                        self.sink.skip();
                        self.push(Task::Attributes(Batch::new(&object, Style::Dict, all)))
                    }
                }
            }
            Part::Build => {
                match reduction.setter {
                    Some(_) => self.sink.output.write(&[TUPLE2, REDUCE, POP]),
                    None => self.sink.output.write(&[BUILD]),
                }
                self.tasks.pop();
                Ok(())
            }
        }
    }
}
