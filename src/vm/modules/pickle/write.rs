//! The walk over an object and all that it leads to (`save` in `Modules/_pickle.c`).
//!
//! What is still to be written lies on a stack of its own, so that nothing nests too deep, and the walk
//! can wait while code of the program says what an object is made of.

use super::batch::{Batch, Style};
use super::memo::Memo;
use super::opcode::*;
use super::output::Output;
use super::reduction::{Made, Part, Reduction, State};
use super::sink::Sink;
use crate::vm::dict;
use crate::vm::error::Error;
use crate::vm::list::List;
use crate::vm::machine::Machine;
use crate::vm::memory::{Locked, Memory};
use crate::vm::object::Object;
use crate::vm::types::Type;
use crate::vm::value::Value;

type Result<T> = std::result::Result<T, Box<Error>>;

/// How deep objects may lie in each other: as deep as in CPython 3.13.
const DEEPEST: usize = 10_000;
/// Items after which others may have their turn.
const MOST_AT_ONCE: usize = 1 << 18;

/// A name with its value.
pub(super) type Attribute<M> = (String, Value<M>);

/// A pickler at work.
pub(super) struct Writer<M: Memory> {
    sink: Sink<M>,
    protocol: u8,
    tasks: Vec<Task<M>>,
    /// What the program is asked about.
    asked: Option<Value<M>>,
    /// What a `__reduce__` has returned for this is not what it should.
    misled: Option<Value<M>>,
    /// `copyreg.dispatch_table`, if it has something.
    dispatch: Option<Value<M>>,
}

/// What is being written.
enum Task<M: Memory> {
    Items(Batch<M, Value<M>>),
    Pairs(Batch<M, (Value<M>, Value<M>)>),
    Attributes(Batch<M, Attribute<M>>),
    Tuple { tuple: Value<M>, at: usize },
    Reduction(Box<Reduction<M>>),
}

/// How far a walk has come.
pub(super) enum Progress<M: Memory> {
    Done,
    /// It can go on.
    Paused,
    /// It goes on when it knows what this object is made of.
    Asks(Value<M>),
}

impl<M: Memory> Writer<M> {
    pub(super) fn new(protocol: u8) -> Self {
        let sink = Sink { output: Output::default(), memo: Memo::new() };
        Self { sink, protocol, tasks: Vec::new(), asked: None, misled: None, dispatch: None }
    }

    pub(super) fn clear_memo(&mut self) {
        self.sink.memo.clear();
    }

    /// Begins a pickle.
    pub(super) fn begin(&mut self, machine: &Machine<M>, value: &Value<M>) -> Result<Progress<M>> {
        self.tasks.clear();
        (self.asked, self.misled) = (None, None);
        self.dispatch = machine.dispatch_table();
        self.sink.output.begin(self.protocol);
        if !self.sink.leaf(machine.heap(), value)? {
            self.save(machine, value)?;
        }
        self.go_on(machine)
    }

    /// Goes on with what the object is made of that was asked about.
    pub(super) fn reduced(
        &mut self,
        machine: &Machine<M>,
        value: &Value<M>,
    ) -> Result<Progress<M>> {
        if let Some(object) = self.asked.take() {
            match value.as_str() {
                Some(name) => self.global(machine, &object, Some(name))?,
                None => {
                    self.misled = Some(object.clone());
                    let reduction = Reduction::of_tuple(machine, &object, value)?;
                    self.misled = None;
                    self.push(Task::Reduction(Box::new(reduction)))?;
                }
            }
        }
        self.go_on(machine)
    }

    /// The pickle, when it is done.
    pub(super) fn end(&mut self) -> Vec<u8> {
        self.sink.output.end()
    }

    /// Where something has failed, from the inside out.
    pub(super) fn notes(&mut self, machine: &Machine<M>) -> Vec<String> {
        let mut notes = Vec::new();
        self.asked = None;
        if let Some(object) = self.misled.take() {
            notes.push(format!("when serializing {} object", machine.class_name(&object)));
        }
        while let Some(task) = self.tasks.pop() {
            task.failed(machine, &mut notes);
        }
        notes
    }

    pub(super) fn go_on(&mut self, machine: &Machine<M>) -> Result<Progress<M>> {
        let heap = machine.heap();
        let mut left = MOST_AT_ONCE;
        while self.asked.is_none() {
            let Self { sink, tasks, .. } = self;
            let Some(task) = tasks.last_mut() else { return Ok(Progress::Done) };
            let child = match task {
                Task::Items(batch) => loop {
                    left = left.saturating_sub(1);
                    let Some(at) = batch.next(sink) else { break None };
                    let item = &batch.all[at];
                    if !sink.leaf(heap, item)? {
                        break Some(item.clone());
                    }
                },
                Task::Pairs(batch) => loop {
                    left = left.saturating_sub(1);
                    let part = if std::mem::take(&mut batch.has_key) {
                        &batch.all[batch.at - 1].1
                    } else {
                        let Some(at) = batch.next(sink) else { break None };
                        batch.has_key = true;
                        &batch.all[at].0
                    };
                    if !sink.leaf(heap, part)? {
                        break Some(part.clone());
                    }
                },
                Task::Attributes(batch) => loop {
                    left = left.saturating_sub(1);
                    let Some(at) = batch.next(sink) else { break None };
                    let (name, value) = &batch.all[at];
                    sink.name(heap, name)?;
                    if !sink.leaf(heap, value)? {
                        break Some(value.clone());
                    }
                },
                Task::Tuple { tuple, at } => {
                    let Some(Object::Tuple(items)) = tuple.object() else {
                        return Ok(Progress::Done);
                    };
                    loop {
                        left = left.saturating_sub(1);
                        let Some(item) = items.get(*at) else {
                            let tuple = tuple.clone();
                            sink.end_tuple(&tuple, items.len());
                            break None;
                        };
                        *at += 1;
                        if !sink.leaf(heap, item)? {
                            break Some(item.clone());
                        }
                    }
                }
                Task::Reduction(_) => {
                    self.reduce(machine)?;
                    continue;
                }
            };
            match child {
                Some(child) => self.save(machine, &child)?,
                None => drop(self.tasks.pop()),
            }
            if left == 0 {
                return Ok(Progress::Paused);
            }
        }
        Ok(self.asked.clone().map_or(Progress::Done, Progress::Asks))
    }

    /// Writes a part of a value.
    fn save_part(&mut self, machine: &Machine<M>, value: &Value<M>) -> Result<()> {
        if self.sink.leaf(machine.heap(), value)? { Ok(()) } else { self.save(machine, value) }
    }

    /// Begins to write what is no leaf.
    fn save(&mut self, machine: &Machine<M>, value: &Value<M>) -> Result<()> {
        let sink = &mut self.sink;
        let task = match value.object() {
            _ if value.own_class().is_some() => return self.save_instance(machine, value),
            Some(Object::List(items)) => {
                sink.output.write(&[EMPTY_LIST]);
                sink.put(value);
                Task::Items(Batch::new(value, Style::List, items.snapshot()))
            }
            Some(Object::Dict(pairs)) => {
                sink.output.write(&[EMPTY_DICT]);
                sink.put(value);
                Task::Pairs(Batch::new(value, Style::Dict, pairs.with(|pairs| pairs.pairs())))
            }
            Some(Object::Set(items)) => {
                sink.output.write(&[EMPTY_SET]);
                sink.put(value);
                Task::Items(Batch::new(value, Style::Set, items.with(|items| items.items())))
            }
            Some(Object::Tuple(items)) if items.is_empty() => {
                sink.output.write(&[EMPTY_TUPLE]);
                return Ok(());
            }
            Some(Object::Tuple(items)) => {
                if items.len() > 3 {
                    sink.output.write(&[MARK]);
                }
                Task::Tuple { tuple: value.clone(), at: 0 }
            }
            Some(Object::Class(_)) => return self.class(machine, value),
            Some(Object::Function(_)) => return self.global(machine, value, None),
            Some(Object::Builtin(builtin)) if builtin.owner.is_none() => {
                return self.global(machine, value, None);
            }
            Some(Object::Ellipsis) => return self.global(machine, value, Some("Ellipsis")),
            Some(Object::Exception(_) | Object::Instance(_)) => {
                return self.save_instance(machine, value);
            }
            _ if self.is_dispatched(machine, value)? => {
                self.asked = Some(value.clone());
                return Ok(());
            }
            _ => Task::Reduction(Box::new(machine.native_reduction(value)?)),
        };
        self.push(task)
    }

    fn push(&mut self, task: Task<M>) -> Result<()> {
        if self.tasks.len() >= DEEPEST {
            let message = "maximum recursion depth exceeded while pickling an object";
            return Err(Error::exception("RecursionError", message));
        }
        if !task.is_empty() {
            self.tasks.push(task);
        }
        Ok(())
    }

    /// An instance of a class of the program, or an exception.
    fn save_instance(&mut self, machine: &Machine<M>, value: &Value<M>) -> Result<()> {
        if machine.has_reduction(value) || self.is_dispatched(machine, value)? {
            self.asked = Some(value.clone());
            return Ok(());
        }
        let reduction = machine.plain_reduction(value)?;
        self.push(Task::Reduction(Box::new(reduction)))
    }

    /// Has `copyreg` been told of its class?
    fn is_dispatched(&self, machine: &Machine<M>, value: &Value<M>) -> Result<bool> {
        let Some(Object::Dict(table)) = self.dispatch.as_ref().and_then(Value::object) else {
            return Ok(false);
        };
        let class = machine.interpreter.class_of(value);
        Ok(dict::get(&machine.interpreter, table, &class)?.is_some())
    }

    fn class(&mut self, machine: &Machine<M>, value: &Value<M>) -> Result<()> {
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
    fn global(&mut self, machine: &Machine<M>, value: &Value<M>, name: Option<&str>) -> Result<()> {
        let (heap, sink) = (machine.heap(), &mut self.sink);
        let global = machine.global_of(value, name)?;
        match value.object() {
            // In CPython functions have a string of their own for their module.
            Some(Object::Builtin(_)) => sink.native(heap, &global.module, &global.name)?,
            Some(Object::Class(class)) if class.is_builtin => {
                sink.name(heap, &global.module)?;
                sink.fresh(heap, &global.name)?;
                sink.output.write(&[STACK_GLOBAL]);
            }
            _ => {
                sink.name(heap, &global.module)?;
                sink.name(heap, &global.name)?;
                sink.output.write(&[STACK_GLOBAL]);
            }
        }
        sink.put(value);
        Ok(())
    }

    /// Goes on with the reduction on top (`save_reduce`).
    fn reduce(&mut self, machine: &Machine<M>) -> Result<()> {
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
                match reduction.setter.clone() {
                    Some(setter) => {
                        reduction.part = Part::SetterObject;
                        self.save_part(machine, &setter)
                    }
                    None => {
                        reduction.part = Part::State;
                        Ok(())
                    }
                }
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

impl<M: Memory> Task<M> {
    fn is_empty(&self) -> bool {
        match self {
            Self::Items(batch) => batch.all.is_empty(),
            Self::Pairs(batch) => batch.all.is_empty(),
            Self::Attributes(batch) => batch.all.is_empty(),
            Self::Tuple { .. } | Self::Reduction(_) => false,
        }
    }

    /// Says where something has failed that this was written for.
    fn failed(&self, machine: &Machine<M>, notes: &mut Vec<String>) {
        let mut note = |of: &Value<M>, what: &str| {
            notes.push(format!("when serializing {} {what}", machine.class_name(of)));
        };
        match self {
            Self::Items(batch) if batch.style == Style::Set => note(&batch.of, "element"),
            Self::Items(batch) => note(&batch.of, &format!("item {}", batch.at.saturating_sub(1))),
            // Of a key nothing is said.
            Self::Pairs(batch) if !batch.has_key => {
                if let Some((key, _)) = batch.all.get(batch.at.wrapping_sub(1)) {
                    note(&batch.of, &format!("item {}", machine.shown_plainly(key)));
                }
            }
            Self::Pairs(_) => {}
            Self::Attributes(batch) => {
                if let Some((name, _)) = batch.all.get(batch.at.wrapping_sub(1)) {
                    notes.push(format!("when serializing dict item '{name}'"));
                }
            }
            Self::Tuple { tuple, at } => note(tuple, &format!("item {}", at.saturating_sub(1))),
            Self::Reduction(reduction) => {
                if let Some(part) = reduction.failed() {
                    note(&reduction.object, part);
                }
                note(&reduction.object, "object");
            }
        }
    }
}
