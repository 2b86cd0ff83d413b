//! The stack of an unpickler, what it remembers, and the containers that it fills.

use super::read::{Asked, Reader, Step, unpickling};
use crate::vm::dict;
use crate::vm::error::Error;
use crate::vm::heap::Heap;
use crate::vm::list::List;
use crate::vm::machine::Machine;
use crate::vm::memory::Memory;
use crate::vm::object::Object;
use crate::vm::set;
use crate::vm::value::Value;

type Result<T> = std::result::Result<T, Box<Error>>;

impl<M: Memory> Reader<M> {
    /// The lowest place that may be taken from the stack.
    fn fence(&self) -> usize {
        self.marks.last().copied().unwrap_or(0)
    }

    fn underflow(&self) -> Box<Error> {
        let is_marked = !self.marks.is_empty();
        unpickling(if is_marked { "unexpected MARK found" } else { "unpickling stack underflow" })
    }

    #[inline]
    pub(super) fn pop(&mut self) -> Result<Value<M>> {
        if self.stack.len() <= self.fence() {
            return Err(self.underflow());
        }
        self.stack.pop().ok_or_else(|| self.underflow())
    }

    pub(super) fn top(&self) -> Result<&Value<M>> {
        if self.stack.len() <= self.fence() {
            return Err(self.underflow());
        }
        self.stack.last().ok_or_else(|| self.underflow())
    }

    /// What lies above the last mark.
    pub(super) fn pop_mark(&mut self) -> Result<Vec<Value<M>>> {
        let Some(mark) = self.marks.pop() else {
            return Err(unpickling("could not find MARK"));
        };
        Ok(self.stack.split_off(mark.min(self.stack.len())))
    }

    pub(super) fn tuple(&mut self, heap: &Heap<M>, count: usize) -> Result<Value<M>> {
        if self.stack.len() < self.fence() + count {
            return Err(self.underflow());
        }
        let items = self.stack.split_off(self.stack.len() - count);
        match <[Value<M>; 2]>::try_from(items) {
            Ok(pair) => heap.pair(pair),
            Err(items) => heap.tuple(items),
        }
    }

    pub(super) fn get(&self, index: usize) -> Result<Value<M>> {
        let known = self.memo.get(index).cloned().flatten();
        known.ok_or_else(|| unpickling(format!("Memo value not found at index {index}")))
    }

    pub(super) fn put(&mut self, heap: &Heap<M>, index: usize) -> Result<Step<M>> {
        let value = self.top()?.clone();
        // No pickle has more objects than bytes.
        if index > self.source.len() {
            return Err(unpickling(format!("Memo index {index} is out of range")));
        }
        if index >= self.memo.len() {
            heap.check(index * size_of::<Value<M>>())?;
            self.memo.resize(index + 1, None);
        }
        self.memo[index] = Some(value);
        Ok(Step::Next)
    }

    pub(super) fn index_line(&mut self) -> Result<usize> {
        let line = self.source.text_line()?;
        line.parse().map_err(|_| {
            Error::value_error(format!("invalid literal for int() with base 10: '{line}'"))
        })
    }

    pub(super) fn append(&mut self, items: Vec<Value<M>>) -> Result<Step<M>> {
        let list = self.top()?;
        let (Some(Object::List(all)), Some(heap), None) =
            (list.object(), list.heap(), list.own_class())
        else {
            let (object, heap) = (list.clone(), list.heap());
            let Some(heap) = heap else {
                return Err(no_attribute(&object, "append"));
            };
            return Ok(Step::Done(Asked::For("append", object.clone(), heap.list(items)?)));
        };
        let count = items.len();
        all.edit(heap, |length| length + count, |all| all.extend(items))?;
        Ok(Step::Next)
    }

    pub(super) fn set_items(
        &mut self,
        machine: &Machine<M>,
        items: Vec<Value<M>>,
    ) -> Result<Step<M>> {
        if items.len() % 2 == 1 {
            return Err(unpickling("odd number of items for SETITEMS"));
        }
        let object = self.top()?;
        if let (Some(Object::Dict(pairs)), Some(heap), None) =
            (object.object(), object.heap(), object.own_class())
        {
            for (at, pair) in items.chunks_exact(2).enumerate() {
                match dict::set(&machine.interpreter, heap, pairs, &pair[0], pair[1].clone()) {
                    // A key of the program, which is asked for its hash.
                    Err(error) if matches!(*error, Error::Control(_)) => {
                        let rest = machine.heap().list(items[at * 2..].to_vec())?;
                        return Ok(Step::Done(Asked::For("set_items", object.clone(), rest)));
                    }
                    done => done?,
                }
            }
            return Ok(Step::Next);
        }
        let items = machine.heap().list(items)?;
        Ok(Step::Done(Asked::For("set_items", object.clone(), items)))
    }

    pub(super) fn add_items(
        &mut self,
        machine: &Machine<M>,
        items: Vec<Value<M>>,
    ) -> Result<Step<M>> {
        let object = self.top()?;
        if let (Some(Object::Set(all)), Some(heap), None) =
            (object.object(), object.heap(), object.own_class())
        {
            for (at, item) in items.iter().enumerate() {
                match set::add(&machine.interpreter, heap, all, item.clone()) {
                    Err(error) if matches!(*error, Error::Control(_)) => {
                        let rest = machine.heap().list(items[at..].to_vec())?;
                        return Ok(Step::Done(Asked::For("add_items", object.clone(), rest)));
                    }
                    done => done?,
                }
            }
            return Ok(Step::Next);
        }
        let items = machine.heap().list(items)?;
        Ok(Step::Done(Asked::For("add_items", object.clone(), items)))
    }
}

#[cold]
fn no_attribute<M: Memory>(object: &Value<M>, name: &str) -> Box<Error> {
    let kind = object.type_name();
    Error::exception("AttributeError", format!("'{kind}' object has no attribute '{name}'"))
}
