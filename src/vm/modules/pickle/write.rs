//! The walk over an object and all that it leads to (`save` in `Modules/_pickle.c`).
//!
//! What is still to be written lies on a stack of its own, so that nothing nests too deep, and the walk
//! can wait while code of the program says what an object is made of.

use super::batch::{Batch, Style};
use super::memo::Memo;
use super::opcode::{BINPERSID, EMPTY_DICT, EMPTY_LIST, EMPTY_SET, EMPTY_TUPLE, MARK};
use super::output::Output;
use super::reduction::Reduction;
use super::sink::Sink;
use crate::vm::error::Error;
use crate::vm::list::List;
use crate::vm::machine::Machine;
use crate::vm::memory::{Locked, Memory};
use crate::vm::object::Object;
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
    pub(super) sink: Sink<M>,
    protocol: u8,
    pub(super) tasks: Vec<Task<M>>,
    /// What the program is asked.
    pub(super) asked: Option<Asks<M>>,
    /// Is it asked of each object whether it goes by an identity of its own?
    is_by_id: bool,
    /// What a `__reduce__` has returned for this is not what it should.
    misled: Option<Value<M>>,
    /// `copyreg.dispatch_table`, if it has something.
    pub(super) dispatch: Option<Value<M>>,
}

/// What is being written.
pub(super) enum Task<M: Memory> {
    Items(Batch<M, Value<M>>),
    Pairs(Batch<M, (Value<M>, Value<M>)>),
    Attributes(Batch<M, Attribute<M>>),
    Tuple {
        tuple: Value<M>,
        at: usize,
    },
    Reduction(Box<Reduction<M>>),
    /// This opcode is behind what is being written.
    Opcode(u8),
}

/// What the program is asked.
pub(super) enum Asks<M: Memory> {
    /// What this object is made of.
    Parts(Value<M>),
    /// By what this object goes, if it is not written itself.
    Id(Value<M>),
}

/// How far a walk has come.
pub(super) enum Progress<M: Memory> {
    Done,
    /// It can go on.
    Paused,
    /// It goes on when it knows this.
    Asks(Asks<M>),
}

impl<M: Memory> Clone for Asks<M> {
    fn clone(&self) -> Self {
        match self {
            Self::Parts(object) => Self::Parts(object.clone()),
            Self::Id(object) => Self::Id(object.clone()),
        }
    }
}

impl<M: Memory> Writer<M> {
    pub(super) fn new(protocol: u8, is_by_id: bool) -> Self {
        Self {
            sink: Sink { output: Output::default(), memo: Memo::new() },
            protocol,
            tasks: Vec::new(),
            asked: None,
            is_by_id,
            misled: None,
            dispatch: None,
        }
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
        self.save_part(machine, value)?;
        self.go_on(machine)
    }

    /// Goes on with what was asked.
    pub(super) fn resume(&mut self, machine: &Machine<M>, value: &Value<M>) -> Result<Progress<M>> {
        match self.asked.take() {
            None => {}
            Some(Asks::Parts(object)) => {
                if let Some(name) = value.as_str() {
                    self.global(machine, &object, Some(name))?;
                } else {
                    self.misled = Some(object.clone());
                    let reduction = Reduction::of_tuple(machine, &object, value)?;
                    self.misled = None;
                    self.push(Task::Reduction(Box::new(reduction)))?;
                }
            }
            Some(Asks::Id(object)) if value.is_none() => self.save_itself(machine, &object)?,
            Some(Asks::Id(_)) => {
                self.push(Task::Opcode(BINPERSID))?;
                self.save_itself(machine, value)?;
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
        for _ in 0..MOST_AT_ONCE {
            if let Some(asked) = &self.asked {
                return Ok(Progress::Asks(asked.clone()));
            }
            let Self { sink, tasks, is_by_id, .. } = self;
            let Some(task) = tasks.last_mut() else { return Ok(Progress::Done) };
            let child = match task {
                Task::Items(batch) => loop {
                    let Some(at) = batch.next(sink) else { break None };
                    let item = &batch.all[at];
                    if *is_by_id || !sink.leaf(heap, item)? {
                        break Some(item.clone());
                    }
                },
                Task::Pairs(batch) => loop {
                    let part = if std::mem::take(&mut batch.has_key) {
                        &batch.all[batch.at - 1].1
                    } else {
                        let Some(at) = batch.next(sink) else { break None };
                        batch.has_key = true;
                        &batch.all[at].0
                    };
                    if *is_by_id || !sink.leaf(heap, part)? {
                        break Some(part.clone());
                    }
                },
                Task::Attributes(batch) => loop {
                    let Some(at) = batch.next(sink) else { break None };
                    let (name, value) = &batch.all[at];
                    sink.name(heap, name)?;
                    if *is_by_id || !sink.leaf(heap, value)? {
                        break Some(value.clone());
                    }
                },
                Task::Tuple { tuple, at } => {
                    let Some(Object::Tuple(items)) = tuple.object() else {
                        return Ok(Progress::Done);
                    };
                    loop {
                        let Some(item) = items.get(*at) else {
                            let tuple = tuple.clone();
                            sink.end_tuple(&tuple, items.len());
                            break None;
                        };
                        *at += 1;
                        if *is_by_id || !sink.leaf(heap, item)? {
                            break Some(item.clone());
                        }
                    }
                }
                Task::Reduction(_) => {
                    self.reduce(machine)?;
                    continue;
                }
                Task::Opcode(code) => {
                    sink.output.write(&[*code]);
                    None
                }
            };
            match child {
                Some(child) if *is_by_id => self.asked = Some(Asks::Id(child)),
                Some(child) => self.save(machine, &child)?,
                None => drop(self.tasks.pop()),
            }
        }
        Ok(Progress::Paused)
    }

    /// Writes a part of a value.
    pub(super) fn save_part(&mut self, machine: &Machine<M>, value: &Value<M>) -> Result<()> {
        if self.is_by_id {
            self.asked = Some(Asks::Id(value.clone()));
            return Ok(());
        }
        self.save_itself(machine, value)
    }

    /// The same of what does not go by an identity.
    fn save_itself(&mut self, machine: &Machine<M>, value: &Value<M>) -> Result<()> {
        if self.sink.leaf(machine.heap(), value)? { Ok(()) } else { self.save(machine, value) }
    }

    /// Begins to write what is no leaf.
    fn save(&mut self, machine: &Machine<M>, value: &Value<M>) -> Result<()> {
        let sink = &mut self.sink;
        let task = match value.object() {
            Some(Object::Class(_)) => return self.class(machine, value),
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
            Some(Object::Function(_)) => return self.global(machine, value, None),
            Some(Object::Builtin(builtin)) if builtin.owner.is_none() => {
                return self.global(machine, value, None);
            }
            Some(Object::Random(_)) => {
                self.asked = Some(Asks::Parts(value.clone()));
                return Ok(());
            }
            Some(Object::Ellipsis) => return self.global(machine, value, Some("Ellipsis")),
            Some(
                Object::Exception(_) | Object::Instance(_) | Object::Derived(_) | Object::Frozen(_),
            ) => {
                return self.save_instance(machine, value);
            }
            _ if self.is_dispatched(machine, value)? => {
                self.asked = Some(Asks::Parts(value.clone()));
                return Ok(());
            }
            _ => Task::Reduction(Box::new(machine.native_reduction(value)?)),
        };
        self.push(task)
    }

    pub(super) fn push(&mut self, task: Task<M>) -> Result<()> {
        if self.tasks.len() >= DEEPEST {
            let message = "maximum recursion depth exceeded while pickling an object";
            return Err(Error::exception("RecursionError", message));
        }
        if !task.is_empty() {
            self.tasks.push(task);
        }
        Ok(())
    }
}

impl<M: Memory> Task<M> {
    fn is_empty(&self) -> bool {
        match self {
            Self::Items(batch) => batch.all.is_empty(),
            Self::Pairs(batch) => batch.all.is_empty(),
            Self::Attributes(batch) => batch.all.is_empty(),
            Self::Tuple { .. } | Self::Reduction(_) | Self::Opcode(_) => false,
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
            Self::Pairs(_) | Self::Opcode(_) => {}
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
