//! Instances of classes that inherit from one of Python's own with a value: `class Stack(list)`. They
//! hold such a value, which the methods of that class work with, and have attributes besides.

use super::attributes::Attributes;
use super::continuation::Then;
use super::error::Error;
use super::machine::Machine;
use super::memory::{Memory, Optimistic};
use super::object::{InstanceObject, Object};
use super::special::Special;
use super::stack::Cursor;
use super::types::Type;
use super::value::Value;

type Result<T> = std::result::Result<T, Box<Error>>;

/// An instance that is also a value of a class of Python itself.
pub(super) struct Derived<M: Memory> {
    pub(super) instance: InstanceObject<M>,
    /// The same for good.
    pub(super) value: Value<M>,
}

impl<M: Memory> Value<M> {
    /// The value of a class of Python itself that it is, whatever class inherits from that.
    #[inline]
    pub(super) fn plain(&self) -> &Self {
        match self.as_derived() {
            Some(derived) => &derived.value,
            None => self,
        }
    }

    #[inline]
    pub(super) fn as_derived(&self) -> Option<&Derived<M>> {
        match self.object()? {
            Object::Derived(derived) => Some(derived),
            _ => None,
        }
    }

    /// An instance of a class of the program that is no exception.
    #[inline]
    pub(super) fn as_instance(&self) -> Option<&InstanceObject<M>> {
        match self.object()? {
            Object::Instance(instance) => Some(instance),
            Object::Derived(derived) => Some(&derived.instance),
            _ => None,
        }
    }

    /// The value that is iterated over without asking the program, if it is held by an instance.
    pub(super) fn iterated_plainly(&self) -> Option<&Self> {
        let derived = self.as_derived()?;
        let class = derived.instance.class.as_class()?;
        (!class.iterates).then_some(&derived.value)
    }
}

impl Type {
    /// Do instances of classes that inherit from it hold a value of it?
    pub(super) const fn is_held(self) -> bool {
        matches!(
            self,
            Self::Int
                | Self::Float
                | Self::Str
                | Self::Bytes
                | Self::Tuple
                | Self::List
                | Self::Dict
                | Self::Set
                | Self::FrozenSet
                | Self::Event
                | Self::Queue
                | Self::Random
        )
    }

    /// Is such a value filled by its `__init__`, rather than made by its `__new__`?
    pub(super) const fn is_filled(self) -> bool {
        matches!(self, Self::List | Self::Dict | Self::Set | Self::Event | Self::Queue)
    }
}

impl<M: Memory> Machine<M> {
    /// An instance of a class that holds this value.
    pub(super) fn derived(&self, class: Value<M>, value: Value<M>) -> Result<Value<M>> {
        let attributes = M::Optimistic::new(Attributes::new());
        let instance = InstanceObject { class, attributes };
        self.heap().allocate(Object::Derived(Box::new(Derived { instance, value })))
    }

    /// Makes an instance hold this value.
    pub(super) fn derive(
        &mut self,
        at: &mut Cursor<M>,
        class: Value<M>,
        value: &Value<M>,
        then: Then<M>,
    ) -> Result<()> {
        let instance = self.derived(class, value.plain().clone())?;
        self.apply(at, then, instance)
    }

    /// What an item that a dict has not got is by the `__missing__` of a class of the program.
    pub(super) fn missing(&self, object: &Value<M>) -> Option<Value<M>> {
        match object.plain().object() {
            Some(Object::Dict(_)) => self.interpreter.special(object, Special::Missing),
            _ => None,
        }
    }
}

impl<M: Memory> Then<M> {
    /// Makes the value one that an instance of this class holds.
    pub(super) fn derive(class: Value<M>, then: Self) -> Self {
        Self::Derive { class, then: Box::new(then) }
    }
}

/// The object that a method is called on: methods of Python's own classes get the value that it
/// holds, as they know no instances.
pub(super) fn receiver<M: Memory>(function: &Value<M>, object: Value<M>) -> Value<M> {
    match (object.as_derived(), function.object()) {
        (Some(derived), Some(Object::Builtin(builtin)))
            if builtin.owner.is_some_and(Type::is_held) =>
        {
            derived.value.clone()
        }
        _ => object,
    }
}
