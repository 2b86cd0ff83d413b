//! Classes: those of Python itself and those of the program, and which one a value is of.

use std::sync::atomic::{AtomicBool, AtomicU8, Ordering};

use super::attributes::{Attributes, Own};
use super::error::Error;
use super::globals::Slot;
use super::heap::{Heap, MOST_BEHIND};
use super::memory::{Locked, Memory};
use super::methods;
use super::native::Native;
use super::object::Object;
use super::value::Value;
use crate::code::op::NameId;

macro_rules! types {
    ($($variant:ident $name:literal: $base:ident),* $(,)?) => {
        /// The classes of Python itself that the playground has.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[repr(u8)]
        #[expect(clippy::enum_variant_names, reason = "they are Python's own names")]
        pub(super) enum Type { $($variant),* }

        impl Type {
            pub(super) const ALL: &[Self] = &[$(Self::$variant),*];

            /// Python's name of it.
            pub(super) const fn name(self) -> &'static str {
                match self { $(Self::$variant => $name),* }
            }

            /// The class it inherits from; `object` is its own.
            pub(super) const fn base(self) -> Self {
                match self { $(Self::$variant => Self::$base),* }
            }
        }
    };
}

types! {
    Object "object": Object,
    Type "type": Object,
    NoneType "NoneType": Object,
    Int "int": Object,
    Bool "bool": Int,
    Float "float": Object,
    Str "str": Object,
    Bytes "bytes": Object,
    Tuple "tuple": Object,
    List "list": Object,
    Dict "dict": Object,
    DictKeys "dict_keys": Object,
    DictValues "dict_values": Object,
    DictItems "dict_items": Object,
    Set "set": Object,
    FrozenSet "frozenset": Object,
    Range "range": Object,
    Slice "slice": Object,
    Ellipsis "ellipsis": Object,
    NotImplemented "NotImplementedType": Object,
    Module "module": Object,
    Function "function": Object,
    Builtin "builtin_function_or_method": Object,
    Method "method": Object,
    Super "super": Object,
    Property "property": Object,
    Field "collections._tuplegetter": Object,
    StaticMethod "staticmethod": Object,
    ClassMethod "classmethod": Object,
    Union "types.UnionType": Object,
    Cell "cell": Object,
    Traceback "traceback": Object,
    Frame "frame": Object,
    Code "code": Object,
    Generator "generator": Object,
    Coroutine "coroutine": Object,
    AsyncGenerator "async_generator": Object,
    AsyncGeneratorSend "async_generator_asend": Object,
    AsyncGeneratorThrow "async_generator_athrow": Object,
    ListIterator "list_iterator": Object,
    TupleIterator "tuple_iterator": Object,
    StrIterator "str_iterator": Object,
    StrAsciiIterator "str_ascii_iterator": Object,
    BytesIterator "bytes_iterator": Object,
    RangeIterator "range_iterator": Object,
    LongRangeIterator "longrange_iterator": Object,
    DictKeyIterator "dict_keyiterator": Object,
    DictValueIterator "dict_valueiterator": Object,
    DictItemIterator "dict_itemiterator": Object,
    SetIterator "set_iterator": Object,
    Reversed "reversed": Object,
    ListReverseIterator "list_reverseiterator": Object,
    Map "map": Object,
    Filter "filter": Object,
    CallableIterator "callable_iterator": Object,
    Iterator "iterator": Object,
    Enumerate "enumerate": Object,
    Zip "zip": Object,
    Lock "lock": Object,
    RLock "RLock": Object,
    Event "Event": Object,
    Queue "SimpleQueue": Object,
    Random "Random": Object,
    Buffer "_bytes.buffer": Object,
    Ring "_collections.ring": Object,
    PickleWriter "_pickle.writer": Object,
    PickleReader "_pickle.reader": Object,
    Stream "_io.TextIOWrapper": Object,
    Digest "HASH": Object,
    BaseException "BaseException": Object,
    BaseExceptionGroup "BaseExceptionGroup": BaseException,
    SystemExit "SystemExit": BaseException,
    KeyboardInterrupt "KeyboardInterrupt": BaseException,
    GeneratorExit "GeneratorExit": BaseException,
    Exception "Exception": BaseException,
    ExceptionGroup "ExceptionGroup": BaseExceptionGroup,
    StopIteration "StopIteration": Exception,
    StopAsyncIteration "StopAsyncIteration": Exception,
    ArithmeticError "ArithmeticError": Exception,
    FloatingPointError "FloatingPointError": ArithmeticError,
    OverflowError "OverflowError": ArithmeticError,
    ZeroDivisionError "ZeroDivisionError": ArithmeticError,
    AssertionError "AssertionError": Exception,
    AttributeError "AttributeError": Exception,
    BufferError "BufferError": Exception,
    EOFError "EOFError": Exception,
    ImportError "ImportError": Exception,
    ModuleNotFoundError "ModuleNotFoundError": ImportError,
    LookupError "LookupError": Exception,
    IndexError "IndexError": LookupError,
    KeyError "KeyError": LookupError,
    MemoryError "MemoryError": Exception,
    NameError "NameError": Exception,
    UnboundLocalError "UnboundLocalError": NameError,
    OSError "OSError": Exception,
    BlockingIOError "BlockingIOError": OSError,
    ChildProcessError "ChildProcessError": OSError,
    ConnectionError "ConnectionError": OSError,
    BrokenPipeError "BrokenPipeError": ConnectionError,
    ConnectionAbortedError "ConnectionAbortedError": ConnectionError,
    ConnectionRefusedError "ConnectionRefusedError": ConnectionError,
    ConnectionResetError "ConnectionResetError": ConnectionError,
    FileExistsError "FileExistsError": OSError,
    FileNotFoundError "FileNotFoundError": OSError,
    InterruptedError "InterruptedError": OSError,
    IsADirectoryError "IsADirectoryError": OSError,
    NotADirectoryError "NotADirectoryError": OSError,
    PermissionError "PermissionError": OSError,
    ProcessLookupError "ProcessLookupError": OSError,
    TimeoutError "TimeoutError": OSError,
    ReferenceError "ReferenceError": Exception,
    RuntimeError "RuntimeError": Exception,
    NotImplementedError "NotImplementedError": RuntimeError,
    PythonFinalizationError "PythonFinalizationError": RuntimeError,
    RecursionError "RecursionError": RuntimeError,
    SyntaxError "SyntaxError": Exception,
    IndentationError "IndentationError": SyntaxError,
    TabError "TabError": IndentationError,
    SystemError "SystemError": Exception,
    TypeError "TypeError": Exception,
    ValueError "ValueError": Exception,
    UnicodeError "UnicodeError": ValueError,
    UnicodeDecodeError "UnicodeDecodeError": UnicodeError,
    UnicodeEncodeError "UnicodeEncodeError": UnicodeError,
    UnicodeTranslateError "UnicodeTranslateError": UnicodeError,
    Warning "Warning": Exception,
    BytesWarning "BytesWarning": Warning,
    DeprecationWarning "DeprecationWarning": Warning,
    EncodingWarning "EncodingWarning": Warning,
    FutureWarning "FutureWarning": Warning,
    ImportWarning "ImportWarning": Warning,
    PendingDeprecationWarning "PendingDeprecationWarning": Warning,
    ResourceWarning "ResourceWarning": Warning,
    RuntimeWarning "RuntimeWarning": Warning,
    SyntaxWarning "SyntaxWarning": Warning,
    UnicodeWarning "UnicodeWarning": Warning,
    UserWarning "UserWarning": Warning,
    Empty "Empty": Exception,
    Full "Full": Exception,
    ShutDown "ShutDown": Exception,
    PickleError "PickleError": Exception,
    PicklingError "PicklingError": PickleError,
    UnpicklingError "UnpicklingError": PickleError,
}

impl Type {
    /// Is it this class, or does it inherit from it?
    pub(super) fn is_subclass_of(self, other: Self) -> bool {
        self == other
            || (self != Self::Object && self.base().is_subclass_of(other))
            || self.second_base() == Some(other)
    }

    /// The only one that inherits from two.
    pub(super) const fn second_base(self) -> Option<Self> {
        match self {
            Self::ExceptionGroup => Some(Self::Exception),
            _ => None,
        }
    }

    /// Does Python's `builtins` module have it under its name?
    pub(super) fn is_global(self) -> bool {
        let is_named = matches!(
            self,
            Self::Object
                | Self::Type
                | Self::Int
                | Self::Bool
                | Self::Float
                | Self::Str
                | Self::Bytes
                | Self::Tuple
                | Self::List
                | Self::Dict
                | Self::Set
                | Self::FrozenSet
                | Self::Range
                | Self::Slice
                | Self::Map
                | Self::Filter
                | Self::Zip
                | Self::Enumerate
                | Self::Reversed
                | Self::Property
                | Self::StaticMethod
                | Self::ClassMethod
                | Self::Super
        );
        let is_of_module = matches!(self, Self::Empty | Self::Full | Self::ShutDown);
        let is_of_module = is_of_module || self.is_subclass_of(Self::PickleError);
        is_named || (self.is_exception() && !is_of_module)
    }

    /// Can it be awaited as it is?
    pub(super) const fn is_awaitable(self) -> bool {
        matches!(self, Self::Coroutine | Self::AsyncGeneratorSend | Self::AsyncGeneratorThrow)
    }

    /// Is it put aside as generators are, and no iterator?
    pub(super) const fn is_asynchronous(self) -> bool {
        matches!(self, Self::Coroutine | Self::AsyncGenerator)
    }

    /// Does `list[int]` mean something?
    pub(super) const fn is_generic(self) -> bool {
        matches!(
            self,
            Self::List | Self::Tuple | Self::Dict | Self::Set | Self::FrozenSet | Self::Type
        )
    }

    pub(super) fn is_exception(self) -> bool {
        self.is_subclass_of(Self::BaseException)
    }
}

/// In place of how much room instances need in their blocks.
const TOO_MUCH_ROOM: u8 = u8::MAX;

/// A class.
#[expect(clippy::struct_excessive_bools, reason = "each is asked for by itself, on short paths")]
pub(super) struct ClassObject<M: Memory> {
    pub(super) name: Box<str>,
    /// With the names around it.
    pub(super) qualname: Box<str>,
    /// The classes it inherits from; only `object` has none.
    pub(super) bases: Box<[Value<M>]>,
    /// All that it inherits from, in the order in which they are asked.
    pub(super) ancestors: Box<[Value<M>]>,
    /// The nearest class of Python itself: what its instances are made of.
    pub(super) root: Type,
    /// Is it `root` itself?
    pub(super) is_builtin: bool,
    /// What has made it, if not `type`: the class that it is an instance of.
    pub(super) metaclass: Option<Value<M>>,
    /// Are its instances made by `object`, without a `__new__` of the program, and called for by
    /// `type`? Then a call of it is short.
    is_plainly_made: AtomicBool,
    /// Has it an `__index__`, without being a whole number?
    pub(super) has_index: bool,
    /// Has it a `__float__`, without being a number?
    pub(super) has_float: bool,
    /// For how many words of attributes its instances have room in their blocks.
    room: AtomicU8,
    /// Has it a `__del__`?
    finalizes: AtomicBool,
    /// Has it a `__buffer__`?
    pub(super) has_buffer: bool,
    /// Has it a `__getattribute__` of the program?
    pub(super) has_getter: bool,
    /// Has it an `__iter__` of the program?
    pub(super) iterates: bool,
    /// The module of the library that it is of.
    pub(super) module: Option<&'static str>,
    /// Has its body, or one that it inherits from, a data descriptor?
    pub(super) has_setters: bool,
    /// What makes a value of it by a call, if that is built in.
    pub(super) constructor: Option<Native<M>>,
    /// The only attributes that its instances may have, if its `__slots__` and those of all classes
    /// that it inherits from say so.
    pub(super) slots: Option<Box<[NameId]>>,
    /// What its body has bound. Read without a lock, since every call of a method does.
    body: Box<[(NameId, M::Slot)]>,
    /// What was set later.
    more: M::Locked<Attributes<M>>,
    has_more: AtomicBool,
    /// Those that inherit from it directly, if the program asks for such.
    subclasses: M::Locked<Vec<Value<M>>>,
    /// A dict of what was set by a name that the program has nowhere.
    unnamed: M::Locked<Option<Value<M>>>,
}

impl<M: Memory> Value<M> {
    /// The class of Python itself that it is an instance of, or that its class inherits from.
    pub(super) fn type_of(&self) -> Type {
        let Some(object) = self.object() else {
            return if self.is_int() {
                Type::Int
            } else if self.is_none() || self.is_unbound() {
                Type::NoneType
            } else if self.as_bool().is_some() {
                Type::Bool
            } else {
                Type::Float
            };
        };
        match object {
            Object::Free(..) => Type::NoneType,
            Object::Int(_) => Type::Int,
            Object::Float(_) => Type::Float,
            Object::Str(_) => Type::Str,
            Object::Bytes(_) => Type::Bytes,
            Object::Tuple(_) => Type::Tuple,
            Object::List(_) => Type::List,
            Object::Dict(_) => Type::Dict,
            Object::DictView(view) => view.type_of(),
            Object::Set(_) => Type::Set,
            Object::Frozen(_) => Type::FrozenSet,
            Object::Range(_) | Object::LongRange(_) => Type::Range,
            Object::Slice(_) => Type::Slice,
            Object::Ellipsis => Type::Ellipsis,
            Object::NotImplemented => Type::NotImplemented,
            Object::Function(_) => Type::Function,
            Object::Module(_) => Type::Module,
            Object::Builtin(_) => Type::Builtin,
            Object::Method(method) => match method.function.object() {
                Some(Object::Builtin(_)) => Type::Builtin,
                _ => Type::Method,
            },
            Object::Class(_) => Type::Type,
            Object::Union(_) => Type::Union,
            Object::Instance(_) => Type::Object,
            Object::Derived(derived) => derived.value.type_of(),
            Object::Exception(exception) => exception.root(),
            Object::Super(_) => Type::Super,
            Object::Property(_) => Type::Property,
            Object::Field(_) => Type::Field,
            Object::Wrapper(wrapper) if wrapper.is_of_class => Type::ClassMethod,
            Object::Wrapper(_) => Type::StaticMethod,
            Object::Cell(_) => Type::Cell,
            Object::Iterator(iterator) => iterator.with(|iterator| iterator.type_of()),
            Object::Lazy(lazy) => lazy.type_of(),
            Object::Trace(trace) => trace.type_of(),
            Object::Generator(generator) => generator.entry().iterator,
            Object::Sync(sync) => sync.type_of(),
            Object::Random(_) => Type::Random,
            Object::Buffer(_) => Type::Buffer,
            Object::Ring(_) => Type::Ring,
            Object::Pickle(pickle) => pickle.type_of(),
            Object::Stream(_) => Type::Stream,
            Object::Digest(_) => Type::Digest,
        }
    }

    /// The class of the program that it is an instance of, if it is one.
    pub(super) fn own_class(&self) -> Option<&ClassObject<M>> {
        let class = match self.object()? {
            Object::Instance(instance) => &instance.class,
            Object::Derived(derived) => &derived.instance.class,
            Object::Exception(exception) => &exception.class,
            Object::Class(class) => class.metaclass.as_ref()?,
            _ => return None,
        };
        class.as_class().filter(|class| !class.is_builtin)
    }

    pub(super) fn as_class(&self) -> Option<&ClassObject<M>> {
        match self.object()? {
            Object::Class(class) => Some(class),
            _ => None,
        }
    }

    /// Python's name of its type.
    pub(super) fn type_name(&self) -> &str {
        match self.own_class() {
            Some(class) => &class.name,
            None => self.type_of().name(),
        }
    }

    /// The same with the module before it, where CPython's class is written in C.
    pub(super) fn operand_name(&self) -> String {
        let name = self.type_name();
        let is_of_library = self.own_class().is_some_and(|class| class.module.is_some());
        let module = IN_C.iter().find(|(_, names)| is_of_library && names.contains(&name));
        module.map_or_else(|| name.to_owned(), |(module, _)| format!("{module}.{name}"))
    }
}

/// Classes of the library that are written in C in CPython, by their modules.
const IN_C: &[(&str, &[&str])] = &[
    ("array", &["array"]),
    ("collections", &["OrderedDict", "defaultdict", "deque"]),
    ("datetime", &["date", "datetime", "time", "timedelta", "timezone"]),
    ("functools", &["partial"]),
];

impl<M: Memory> ClassObject<M> {
    /// An attribute of the class or of one of the program's that it inherits from.
    pub(super) fn lookup(&self, name: NameId) -> Option<Value<M>> {
        if self.is_builtin {
            return None;
        }
        self.own(name).or_else(|| lookup_in(&self.ancestors, name))
    }

    pub(super) fn new(
        name: &str,
        bases: Box<[Value<M>]>,
        ancestors: Box<[Value<M>]>,
        root: Type,
        is_builtin: bool,
        body: Vec<(NameId, Value<M>)>,
    ) -> Self {
        let has_setters =
            ancestors.iter().filter_map(Value::as_class).any(|class| class.has_setters);
        let constructor = if is_builtin { methods::construct(root) } else { None };
        let body = body.into_iter().map(|(name, value)| {
            let slot = M::Slot::default();
            slot.store(value);
            (name, slot)
        });
        Self {
            name: name.into(),
            qualname: name.into(),
            bases,
            ancestors,
            root,
            is_builtin,
            metaclass: None,
            is_plainly_made: AtomicBool::new(false),
            has_index: false,
            has_getter: false,
            has_buffer: false,
            room: AtomicU8::new(0),
            finalizes: AtomicBool::new(false),
            has_float: false,
            iterates: false,
            module: None,
            has_setters,
            constructor,
            slots: None,
            body: body.collect(),
            more: M::Locked::new(Attributes::new()),
            has_more: AtomicBool::new(false),
            subclasses: M::Locked::new(Vec::new()),
            unnamed: M::Locked::new(None),
        }
    }

    /// May an instance have an attribute of this name?
    #[inline(always)]
    pub(super) fn has_place(&self, name: NameId) -> bool {
        self.slots.as_ref().is_none_or(|slots| slots.contains(&name))
    }

    /// It and the classes of the program that it inherits from.
    pub(super) fn lineage(&self) -> impl Iterator<Item = &Self> {
        let ancestors = self.ancestors.iter().filter_map(Value::as_class);
        std::iter::once(self).chain(ancestors).filter(|class| !class.is_builtin)
    }

    /// An attribute of the class itself.
    pub(super) fn own(&self, name: NameId) -> Option<Value<M>> {
        if let Some((_, slot)) = self.body.iter().find(|(known, _)| *known == name) {
            return Some(slot.load()).filter(|value| !value.is_unbound());
        }
        if !self.has_more.load(Ordering::Acquire) {
            return None;
        }
        self.more.with(|more| more.alone().get(name))
    }

    pub(super) fn set(
        &self,
        heap: &Heap<M>,
        name: NameId,
        value: Value<M>,
    ) -> Result<(), Box<Error>> {
        if let Some((_, slot)) = self.body.iter().find(|(known, _)| *known == name) {
            slot.store(value);
            return Ok(());
        }
        let old = self.more.with(|more| more.alone().set(heap, name, value))?;
        self.has_more.store(true, Ordering::Release);
        drop(old);
        Ok(())
    }

    #[inline]
    pub(super) fn is_plainly_made(&self) -> bool {
        self.is_plainly_made.load(Ordering::Relaxed)
    }

    pub(super) fn set_plainly_made(&self, is_plainly_made: bool) {
        self.is_plainly_made.store(is_plainly_made, Ordering::Relaxed);
    }

    /// Those that inherit from it directly.
    pub(super) fn subclasses(&self) -> Vec<Value<M>> {
        self.subclasses.with(|all| all.clone())
    }

    pub(super) fn add_subclass(&self, class: Value<M>) {
        self.subclasses.with(|all| all.push(class));
    }

    /// For how many words of attributes its instances have room in their blocks: as many as earlier ones
    /// needed, unless that was too many.
    #[inline(always)]
    pub(super) fn room(&self) -> usize {
        match self.room.load(Ordering::Relaxed) {
            TOO_MUCH_ROOM => 0,
            words => words.into(),
        }
    }

    /// An instance needed room for so many.
    pub(super) fn wish_for_room(&self, words: usize) {
        let words = u8::try_from(words).unwrap_or(TOO_MUCH_ROOM);
        let words = if usize::from(words) > MOST_BEHIND { TOO_MUCH_ROOM } else { words };
        self.room.fetch_max(words, Ordering::Relaxed);
    }

    /// Has it a `__del__`?
    pub(super) fn finalizes(&self) -> bool {
        self.finalizes.load(Ordering::Relaxed)
    }

    pub(super) fn set_finalizes(&self) {
        self.finalizes.store(true, Ordering::Relaxed);
    }

    /// All attributes of the class itself, in order.
    pub(super) fn all(&self) -> Vec<(NameId, Value<M>)> {
        let body = self.body.iter().map(|(name, slot)| (*name, slot.load()));
        let body = body.filter(|(_, value)| !value.is_unbound());
        body.chain(self.more.with(|more| more.alone().all())).collect()
    }

    pub(super) fn unnamed(&self) -> Option<Value<M>> {
        self.unnamed.with(|dict| dict.clone())
    }

    /// The dict for such attributes, which is this one if there was none.
    pub(super) fn unnamed_or(&self, dict: Value<M>) -> Value<M> {
        self.unnamed.with(|known| known.get_or_insert(dict).clone())
    }

    /// Takes an attribute away; was there one?
    pub(super) fn remove(&self, name: NameId) -> bool {
        if let Some((_, slot)) = self.body.iter().find(|(known, _)| *known == name) {
            let was_there = !slot.load().is_unbound();
            slot.store(Value::UNBOUND);
            return was_there;
        }
        matches!(self.more.with(|more| more.alone().remove(name)), Some(Own::Value(_)))
    }

    /// What its body has bound lasts as long as the run from now on.
    pub(super) fn immortalize(&self) {
        self.body.iter().for_each(|(_, slot)| slot.immortalize());
    }

    /// Bytes that it takes besides its slot.
    pub(super) fn bytes(&mut self) -> usize {
        let classes = size_of_val(&*self.bases) + size_of_val(&*self.ancestors);
        size_of::<Self>() + classes + size_of_val(&*self.body) + self.more.get_mut().bytes()
    }

    /// Is it this class, or does it inherit from it?
    pub(super) fn is_subclass_of(&self, other: &Self) -> bool {
        let is_it = |class: &Value<M>| class.as_class().is_some_and(|it| std::ptr::eq(it, other));
        std::ptr::eq(self, other) || self.ancestors.iter().any(is_it)
    }
}

/// What the first of these classes has that is one of the program's and has it.
pub(super) fn lookup_in<M: Memory>(classes: &[Value<M>], name: NameId) -> Option<Value<M>> {
    let classes = classes.iter().filter_map(Value::as_class);
    classes.filter(|class| !class.is_builtin).find_map(|class| class.own(name))
}
