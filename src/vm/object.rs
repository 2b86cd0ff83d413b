//! Objects on the heap: what does not fit into a word.

use num_bigint::BigInt;

use super::attributes::Attributes;
use super::derived::Derived;
use super::descriptor::{Property, Wrapper};
use super::dict::Dict;
use super::digest::Digest;
use super::exception::ExceptionObject;
use super::function::{FunctionObject, MethodObject};
use super::generator::GeneratorObject;
use super::heap::Heap;
use super::items::Items;
use super::iterate::Iter;
use super::lazy::Lazy;
use super::list::List;
use super::long_range::LongRange;
use super::memory::{Locked, Memory, Optimistic};
use super::module_object::ModuleObject;
use super::modules::pickle::Pickle;
use super::modules::random::Random;
use super::modules::ring::Ring;
use super::modules::sync::Sync;
use super::native::BuiltinObject;
use super::output::Stream;
use super::range::Range;
use super::set::Set;
use super::text::Text;
use super::traceback::Trace;
use super::types::ClassObject;
use super::value::Value;
use super::view::DictView;

/// An object with its count, and the heap it is on.
#[repr(C, align(8))]
pub(super) struct Header<M: Memory> {
    pub(super) count: M::Count,
    pub(super) heap: *const Heap<M>,
    pub(super) object: Object<M>,
}

// In the browser, where pointers have 32 bits. What objects take natively is in `tests/memory`.
#[cfg(target_arch = "wasm32")]
const _: () = {
    assert!(size_of::<Header<super::Plain>>() == 40);
    assert!(size_of::<Header<super::Shared>>() == 56);
};

/// The kinds of objects. Large ones are boxed, so that a slot stays small.
pub(super) enum Object<M: Memory> {
    /// No object: the next free slot, and the size of its own block.
    Free(*mut Header<M>, u8),
    /// A whole number of more than 63 bits.
    Int(BigInt),
    /// A floating-point number with an uncommon exponent.
    Float(f64),
    /// A string.
    Str(Text),
    /// Bytes.
    Bytes(Box<[u8]>),
    /// A tuple.
    Tuple(Items<M>),
    /// A list.
    List(M::List),
    /// A dict.
    Dict(Box<M::Locked<Dict<M>>>),
    /// `dict.keys()`, `values()`, `items()`
    DictView(DictView<M>),
    /// A set.
    Set(Box<M::Locked<Set<M>>>),
    /// A frozenset, which needs no lock.
    Frozen(Box<Set<M>>),
    /// A `range`.
    Range(Range),
    /// A `range` that is too large for that.
    LongRange(Box<LongRange>),
    /// A slice: start, stop and step.
    Slice([Value<M>; 3]),
    /// `...`
    Ellipsis,
    /// What a method for an operator gives if the other operand's is to be asked.
    NotImplemented,
    /// A function of the program.
    Function(FunctionObject<M>),
    /// A function of the playground.
    Builtin(BuiltinObject<M>),
    /// A function with its first argument.
    Method(MethodObject<M>),
    /// A class.
    Class(Box<ClassObject<M>>),
    /// Types that are alternatives: classes, and `None`.
    Union(Box<[Value<M>]>),
    /// An instance of a class of the program.
    Instance(InstanceObject<M>),
    /// An instance of one that inherits from one of Python's own with a value.
    Derived(Box<Derived<M>>),
    /// A module.
    Module(Box<ModuleObject>),
    /// An instance of an exception class.
    Exception(Box<ExceptionObject<M>>),
    /// A traceback, or what it is made of.
    Trace(Box<Trace>),
    /// `super()`: the class whose bases are searched, and the instance.
    Super((Value<M>, Value<M>)),
    /// `property`
    Property(Box<Property<M>>),
    /// Stands for an item of a tuple under a name: which one.
    Field(u16),
    /// `staticmethod` or `classmethod`
    Wrapper(Wrapper<M>),
    /// A variable that functions share.
    Cell(M::Slot),
    /// An iterator of the playground.
    Iterator(Box<M::Locked<Iter<M>>>),
    /// An iterator that asks others.
    Lazy(Box<Lazy<M>>),
    /// A generator.
    Generator(GeneratorObject<M>),
    /// What threads wait for: locks, events, semaphores, queues.
    Sync(Box<Sync<M>>),
    /// `random.Random`
    Random(Box<M::Locked<Random>>),
    /// The bytes of a `bytearray`.
    Buffer(Box<M::Locked<Vec<u8>>>),
    /// The items of a `collections.deque`.
    Ring(Box<M::Locked<Ring<M>>>),
    /// What `pickle` writes or reads with.
    Pickle(Box<Pickle<M>>),
    /// `sys.stdout` or `sys.stderr`.
    Stream(Stream),
    /// `hashlib.sha256`
    Digest(Box<M::Locked<Digest>>),
}

/// An instance of a class of the program.
pub(super) struct InstanceObject<M: Memory> {
    pub(super) class: Value<M>,
    pub(super) attributes: M::Optimistic<Attributes<M>>,
}

impl<M: Memory> Object<M> {
    /// Bytes that it takes besides its slot. What grows takes the difference from its heap before.
    /// Of one that nobody else has.
    #[inline]
    pub(super) fn extra(&mut self) -> usize {
        match self {
            Self::List(items) => items.bytes(),
            Self::Dict(dict) => size_of::<Dict<M>>() + dict.get_mut().bytes(),
            Self::Set(set) => size_of::<Set<M>>() + set.get_mut().bytes(),
            Self::Frozen(set) => size_of::<Set<M>>() + set.bytes(),
            Self::Function(function) => function.bytes(),
            Self::Class(class) => class.bytes(),
            Self::Buffer(bytes) => bytes.get_mut().len(),
            Self::Instance(instance) => instance.attributes.get_mut().bytes(),
            Self::Derived(derived) => {
                size_of::<Derived<M>>() + derived.instance.attributes.get_mut().bytes()
            }
            Self::Exception(exception) => {
                size_of::<ExceptionObject<M>>() + exception.state.get_mut().attributes.bytes()
            }
            other => other.fixed(),
        }
    }

    /// The same of one on this heap that others may have, and with its slot.
    pub(super) fn size(&self, heap: &Heap<M>) -> usize {
        let extra = match self {
            Self::List(items) => {
                let places = items.edit(heap, |length| length, |items| items.capacity());
                places.unwrap_or_default() * size_of::<Value<M>>()
            }
            Self::Dict(dict) => size_of::<Dict<M>>() + dict.with(|dict| dict.bytes()),
            Self::Set(set) => size_of::<Set<M>>() + set.with(|set| set.bytes()),
            Self::Frozen(set) => size_of::<Set<M>>() + set.bytes(),
            Self::Buffer(bytes) => bytes.with(|bytes| bytes.len()),
            Self::Instance(instance) => instance.attributes.inside(|all| all.bytes()),
            Self::Derived(derived) => {
                size_of::<Derived<M>>() + derived.instance.attributes.inside(|all| all.bytes())
            }
            Self::Exception(exception) => {
                size_of::<ExceptionObject<M>>()
                    + exception.state.with(|state| state.attributes.bytes())
            }
            other => other.fixed(),
        };
        size_of::<Header<M>>() + extra
    }

    /// Of what is as large as it looks, without a lock.
    #[inline]
    fn fixed(&self) -> usize {
        match self {
            Self::Free(..)
            | Self::Ellipsis
            | Self::NotImplemented
            | Self::Field(_)
            | Self::Float(_)
            | Self::Builtin(_)
            | Self::Cell(_)
            | Self::Stream(_)
            | Self::List(_)
            | Self::Function(_)
            | Self::Dict(_)
            | Self::Set(_)
            | Self::Frozen(_)
            | Self::Exception(_)
            | Self::Derived(_)
            | Self::Buffer(_)
            | Self::Instance(_)
            | Self::DictView(_)
            | Self::Range(_)
            | Self::Slice(_)
            | Self::Method(_)
            | Self::Super(_)
            | Self::Wrapper(_) => 0,
            Self::Int(value) => usize::try_from(value.bits() / 8).unwrap_or(usize::MAX / 2),
            Self::Str(text) => text.bytes(),
            Self::Bytes(bytes) => bytes.len(),
            Self::Tuple(items) => items.bytes(),
            Self::Union(items) => size_of_val(&**items),
            Self::Class(_) => size_of::<ClassObject<M>>(),
            Self::Lazy(lazy) => lazy.bytes(),
            Self::Trace(trace) => trace.bytes(),
            Self::Generator(generator) => generator.bytes(),
            Self::Random(_) => size_of::<Random>(),
            Self::Sync(sync) => sync.bytes(),
            Self::LongRange(range) => range.bytes(),
            Self::Module(module) => module.name.len(),
            Self::Property(_)
            | Self::Iterator(_)
            | Self::Ring(_)
            | Self::Pickle(_)
            | Self::Digest(_) => 64,
        }
    }

    /// Does it surely own no other object?
    #[inline]
    pub(super) fn is_leaf(&self) -> bool {
        matches!(
            self,
            Self::Free(..)
                | Self::Ellipsis
                | Self::NotImplemented
                | Self::Module(_)
                | Self::Field(_)
                | Self::Int(_)
                | Self::Float(_)
                | Self::Str(_)
                | Self::Bytes(_)
                | Self::Range(_)
                | Self::LongRange(_)
                | Self::Builtin(_)
                | Self::Trace(_)
                | Self::Random(_)
                | Self::Stream(_)
                | Self::Digest(_)
                | Self::Buffer(_)
        )
    }
}
