//! What an object is made of, as a `__reduce__` says it or as it is known here.

use super::write::Attribute;
use crate::vm::error::Error;
use crate::vm::function::MethodObject;
use crate::vm::interpreter::Interpreter;
use crate::vm::machine::Machine;
use crate::vm::memory::Memory;
use crate::vm::object::Object;
use crate::vm::types::Type;
use crate::vm::value::Value;

type Result<T> = std::result::Result<T, Box<Error>>;

/// How an object is made again.
pub(super) struct Reduction<M: Memory> {
    pub(super) object: Value<M>,
    pub(super) made: Made<M>,
    /// A tuple.
    pub(super) args: Value<M>,
    /// A dict of arguments of `__new__`.
    pub(super) keywords: Option<Value<M>>,
    pub(super) items: Vec<Value<M>>,
    pub(super) pairs: Vec<(Value<M>, Value<M>)>,
    pub(super) state: State<M>,
    pub(super) setter: Option<Value<M>>,
    /// What is written now.
    pub(super) part: Part,
}

/// By what it is made.
pub(super) enum Made<M: Memory> {
    /// By a call.
    Call(Value<M>),
    /// By a call of Python's own `getattr`, which the program need not know.
    GetAttr,
    /// By the `__new__` of a class.
    New(Value<M>),
}

/// What it is given then.
pub(super) enum State<M: Memory> {
    None,
    Value(Value<M>),
    /// These attributes, which no dict has.
    Attributes(Vec<Attribute<M>>),
}

/// The parts of a reduction, in the order in which they are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Maker,
    Args,
    Keywords,
    Make,
    Items,
    Pairs,
    Setter,
    SetterObject,
    State,
    Build,
}

impl<M: Memory> Reduction<M> {
    pub(super) fn new(object: &Value<M>, made: Made<M>, args: Value<M>) -> Self {
        Self {
            object: object.clone(),
            made,
            args,
            keywords: None,
            items: Vec::new(),
            pairs: Vec::new(),
            state: State::None,
            setter: None,
            part: Part::Maker,
        }
    }

    /// What has failed, for people.
    pub(super) fn failed(&self) -> Option<&'static str> {
        let is_new = matches!(self.made, Made::New(_));
        Some(match self.part {
            Part::Args if is_new => "class",
            Part::Args => "reconstructor",
            Part::Keywords | Part::Make if is_new => "__new__ arguments",
            Part::Keywords | Part::Make => "reconstructor arguments",
            Part::SetterObject => "state setter",
            Part::Build => "state",
            _ => return None,
        })
    }
}

impl<M: Memory> Machine<M> {
    /// What objects of Python's own classes are made of.
    pub(super) fn native_reduction(&self, value: &Value<M>) -> Result<Reduction<M>> {
        let heap = self.heap();
        let by_call = |kind: Type, args: Vec<Value<M>>| {
            let made = Made::Call(self.interpreter.class(kind));
            Ok(Reduction::new(value, made, heap.tuple(args)?))
        };
        match value.object() {
            Some(Object::Range(_) | Object::LongRange(_)) => {
                let parts = ["start", "stop", "step"].map(|name| self.member(value, name));
                let parts = parts.into_iter().map(|part| Ok(part?.unwrap_or(Value::NONE)));
                by_call(Type::Range, parts.collect::<Result<_>>()?)
            }
            Some(Object::Slice(parts)) => by_call(Type::Slice, parts.to_vec()),
            Some(Object::Method(method)) => self.attribute_of(value, method),
            Some(Object::Builtin(builtin)) if let Some(owner) = builtin.owner => {
                let args = vec![self.interpreter.class(owner), heap.str(builtin.name)?];
                Ok(Reduction::new(value, Made::GetAttr, heap.tuple(args)?))
            }
            _ => Err(cannot(&self.interpreter, value)),
        }
    }

    /// A method with its object.
    fn attribute_of(&self, value: &Value<M>, method: &MethodObject<M>) -> Result<Reduction<M>> {
        let name = match method.function.object() {
            Some(Object::Builtin(builtin)) => builtin.name.to_owned(),
            Some(Object::Function(function)) => {
                self.interpreter.module().functions()[function.entry().index].name.clone()
            }
            _ => return Err(cannot(&self.interpreter, value)),
        };
        let args = vec![method.receiver.clone(), self.heap().str(name)?];
        Ok(Reduction::new(value, Made::GetAttr, self.heap().tuple(args)?))
    }
}

/// What cannot be taken apart.
#[cold]
fn cannot<M: Memory>(interpreter: &Interpreter<M>, value: &Value<M>) -> Box<Error> {
    let what = match value.type_of() {
        // These are made of locks in CPython.
        Type::Lock | Type::Event | Type::Queue => "'_thread.lock' object",
        Type::RLock => "'_thread.RLock' object",
        Type::Digest => "'_hashlib.HASH' object",
        Type::Stream => "'TextIOWrapper' instances",
        Type::Code => "code objects",
        _ => {
            let class = interpreter.class_of(value);
            let name = class.as_class().map_or("object", |class| &class.name);
            return Error::type_error(format!("cannot pickle '{name}' object"));
        }
    };
    Error::type_error(format!("cannot pickle {what}"))
}
