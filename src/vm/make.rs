//! What puts values of Python's own classes on a heap.

use super::dict::Dict;
use super::error::Error;
use super::fixed::Fixed;
use super::function::FunctionObject;
use super::generator::GeneratorObject;
use super::heap::Heap;
use super::interpreter::Entry;
use super::items::Items;
use super::iterate::Iter;
use super::list::List;
use super::memory::{Locked, Memory};
use super::object::Object;
use super::set::Set;
use super::text::Text;
use super::value::Value;

type Result<T> = std::result::Result<T, Box<Error>>;

impl<M: Memory> Heap<M> {
    #[inline]
    pub(super) fn str(&self, text: impl Into<Text>) -> Result<Value<M>> {
        self.allocate(Object::Str(text.into()))
    }

    /// A string of its own of some text, which is short as a rule.
    #[inline(never)]
    pub(super) fn copied_str(&self, text: &str) -> Result<Value<M>> {
        match Text::of_short(text) {
            Some(short) => self.allocate_small(Object::Str(short)),
            None => self.str(Box::<str>::from(text)),
        }
    }

    pub(super) fn bytes(&self, bytes: Vec<u8>) -> Result<Value<M>> {
        self.allocate(Object::Bytes(bytes.into()))
    }

    #[inline]
    pub(super) fn pair(&self, items: [Value<M>; 2]) -> Result<Value<M>> {
        self.allocate_small(Object::Tuple(Items::Pair(items)))
    }

    pub(super) fn tuple(&self, items: Vec<Value<M>>) -> Result<Value<M>> {
        let mut items = items;
        self.tuple_of(&mut items)
    }

    /// A tuple of values that are taken out of where they are.
    #[inline(never)]
    pub(super) fn tuple_of(&self, items: &mut [Value<M>]) -> Result<Value<M>> {
        if let [a, b] = items {
            let pair = [a, b].map(|item| std::mem::replace(item, Value::UNBOUND));
            return self.pair(pair);
        }
        let length = items.len();
        let made = self.place_with(items, length, |items| Object::Tuple(Items::All(items)))?;
        Ok(Value::counted(made))
    }

    /// A function of an interpreter, whose entry this is, with its defaults and then its cells, which are
    /// taken out of where they are. Does it live as long as the interpreter?
    pub(super) fn function(
        &self,
        entry: &Entry,
        values: &mut [Value<M>],
        is_immortal: bool,
    ) -> Result<Value<M>> {
        let make = |values: Fixed<M>| Object::Function(FunctionObject::new(entry, values));
        let length = values.len();
        let made = self.place_with(values, length, make)?;
        Ok(if is_immortal { Value::immortal(made) } else { Value::counted(made) })
    }

    /// The generator that a call of a generator function makes, with the arguments and cells in the first
    /// registers.
    pub(super) fn generator(&self, entry: &Entry, registers: Vec<Value<M>>) -> Result<Value<M>> {
        let mut first = registers;
        let make = |registers| Object::Generator(GeneratorObject::new(entry, registers));
        self.place_with(&mut first, entry.registers, make).map(Value::counted)
    }

    #[inline]
    pub(super) fn list(&self, items: Vec<Value<M>>) -> Result<Value<M>> {
        self.allocate(Object::List(M::List::new(items)))
    }

    /// An empty dict.
    pub(super) fn dict(&self) -> Result<Value<M>> {
        self.dict_of(Dict::new())
    }

    /// A dict that has been made already; what it takes must not have been taken from the heap.
    pub(super) fn dict_of(&self, dict: Dict<M>) -> Result<Value<M>> {
        self.allocate(Object::Dict(Box::new(M::Locked::new(dict))))
    }

    /// An empty set.
    pub(super) fn set(&self) -> Result<Value<M>> {
        self.set_of(Set::new())
    }

    /// A set that has been made already; what it takes must not have been taken from the heap.
    pub(super) fn set_of(&self, set: Set<M>) -> Result<Value<M>> {
        self.allocate(Object::Set(Box::new(M::Locked::new(set))))
    }

    /// A frozenset of what has been made already, likewise.
    pub(super) fn frozen_of(&self, set: Set<M>) -> Result<Value<M>> {
        self.allocate(Object::Frozen(Box::new(set)))
    }

    pub(super) fn iterator(&self, iter: Iter<M>) -> Result<Value<M>> {
        self.allocate(Object::Iterator(Box::new(M::Locked::new(iter))))
    }
}
