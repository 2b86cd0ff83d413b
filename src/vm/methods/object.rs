//! What every object has, what exceptions have besides, and `type`.

use crate::vm::builtins::{
    delete_by_object, get_by_object, is_subclass, or_prelude, set_by_object,
};
use crate::vm::equal;
use crate::vm::error::Error;
use crate::vm::format::format as formatted;
use crate::vm::list::List;
use crate::vm::machine::Machine;
use crate::vm::members::{frames_of, without_filename};
use crate::vm::memory::{Locked, Memory};
use crate::vm::metaclass::most_derived;
use crate::vm::modules::pickle;
use crate::vm::mro::mro as order_of;
use crate::vm::native::{Args, Control, Native, Table};
use crate::vm::object::Object;
use crate::vm::repr;
use crate::vm::special::Special;
use crate::vm::types::Type;
use crate::vm::value::Value;

type Result<T> = std::result::Result<T, Box<Error>>;

pub(super) fn methods<M: Memory>() -> Table<M> {
    const {
        &[
            ("__delattr__", delete_by_object::<M> as Native<M>),
            ("__eq__", eq::<M>),
            ("__ge__", unordered::<M>),
            ("__gt__", unordered::<M>),
            ("__le__", unordered::<M>),
            ("__lt__", unordered::<M>),
            ("__format__", format::<M>),
            ("__getattribute__", get_by_object::<M>),
            ("__getstate__", pickle::getstate::<M>),
            ("__init__", init::<M>),
            ("__reduce__", pickle::reduce::<M>),
            ("__reduce_ex__", pickle::reduce_ex::<M>),
            ("__repr__", repr::<M>),
            ("__setattr__", set_by_object::<M>),
            ("__str__", str::<M>),
        ]
    }
}

pub(super) fn exception_methods<M: Memory>() -> Table<M> {
    const {
        &[
            ("__init__", exception_init::<M> as Native<M>),
            ("__repr__", exception_repr::<M>),
            ("__str__", exception_str::<M>),
            ("add_note", add_note::<M>),
            ("with_traceback", with_traceback::<M>),
        ]
    }
}

pub(super) fn type_methods<M: Memory>() -> Table<M> {
    const {
        &[
            ("__call__", call::<M> as Native<M>),
            ("__init__", init_type::<M>),
            ("__instancecheck__", instance_check::<M>),
            ("__subclasscheck__", subclass_check::<M>),
            ("__subclasses__", subclasses::<M>),
            ("mro", mro::<M>),
        ]
    }
}

/// What every class has, as a function rather than a method.
pub(super) fn class_methods<M: Memory>() -> Table<M> {
    const { &[("__init_subclass__", init_subclass::<M> as Native<M>), ("__new__", new::<M>)] }
}

/// What every metaclass has.
pub(super) fn class_methods_of_type<M: Memory>() -> Table<M> {
    const { &[("__prepare__", prepare::<M> as Native<M>)] }
}

fn call<M: Memory>(_: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    args.receiver(Type::Type, "__call__")?;
    Err(Error::control(Control::Instantiate))
}

fn instance_check<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let (me, rest) = args.receiver(Type::Type, "__instancecheck__")?;
    let [value] = rest.exactly("type.__instancecheck__")?;
    let class = machine.interpreter.class_of(value);
    is_below(&class, me)
}

fn subclass_check<M: Memory>(_: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let (me, rest) = args.receiver(Type::Type, "__subclasscheck__")?;
    let [class] = rest.exactly("type.__subclasscheck__")?;
    is_below(class, me)
}

fn is_below<M: Memory>(class: &Value<M>, above: &Value<M>) -> Result<Value<M>> {
    let is_below = class.as_class().and_then(|class| is_subclass(class, above, 0));
    let is_below =
        is_below.ok_or_else(|| Error::type_error("issubclass() arg 1 must be a class"))?;
    Ok(Value::bool(is_below))
}

fn new<M: Memory>(_: &mut Machine<M>, _: &Args<'_, M>) -> Result<Value<M>> {
    Err(Error::control(Control::New))
}

/// `type.__new__` has done everything.
fn init_type<M: Memory>(_: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    args.receiver(Type::Type, "__init__")?;
    match args.positional().len() {
        2 | 4 => Ok(Value::NONE),
        _ => Err(Error::type_error("type.__init__() takes 1 or 3 arguments")),
    }
}

fn init_subclass<M: Memory>(_: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let (class, rest) = args.receiver(Type::Type, "__init_subclass__")?;
    let name = class.as_class().map_or("", |class| &class.qualname);
    rest.exactly::<0>(&format!("{name}.__init_subclass__"))?;
    Ok(Value::NONE)
}

fn prepare<M: Memory>(machine: &mut Machine<M>, _: &Args<'_, M>) -> Result<Value<M>> {
    machine.heap().dict()
}

/// A class and those that it inherits from.
fn subclasses<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let (class, rest) = args.receiver(Type::Type, "__subclasses__")?;
    rest.exactly::<0>("type.__subclasses__")?;
    let Some(class) = class.as_class() else { return machine.heap().list(Vec::new()) };
    let mut all = class.subclasses();
    if class.is_builtin {
        // Python's own come first.
        all.splice(0..0, machine.interpreter.subclasses_of(class.root));
    }
    machine.heap().list(all)
}

fn mro<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let (class, rest) = args.receiver(Type::Type, "mro")?;
    rest.exactly::<0>("type.mro")?;
    machine.heap().list(order_of(class))
}

/// `super(class, object)`
pub(super) fn construct_super<M: Memory>(
    machine: &mut Machine<M>,
    args: &Args<'_, M>,
) -> Result<Value<M>> {
    match args.between("super", 0, 2)? {
        [class, object] if class.as_class().is_some() => {
            machine.super_of(class.clone(), object.clone())
        }
        [class, ..] if class.as_class().is_none() => {
            let kind = class.type_name();
            Err(Error::type_error(format!("super() argument 1 must be a type, not {kind}")))
        }
        [class] => machine.super_of(class.clone(), Value::NONE),
        _ => Err(Error::exception("RuntimeError", "super(): no arguments")),
    }
}

/// `type(value)`
pub(super) fn construct_type<M: Memory>(
    machine: &mut Machine<M>,
    args: &Args<'_, M>,
) -> Result<Value<M>> {
    match args.values {
        [value] if args.keywords.is_none() => Ok(machine.interpreter.class_of(value)),
        _ if args.positional().len() == 1 => {
            Err(Error::type_error("type() takes no keyword arguments"))
        }
        [_, bases, _] if args.keywords.is_none() => {
            let named = machine.interpreter.class(Type::Type);
            let winner = match bases.object() {
                Some(Object::Tuple(bases)) => most_derived(None, bases)?,
                _ => None,
            };
            let all =
                [winner.clone().unwrap_or(named)].into_iter().chain(args.values.iter().cloned());
            let all: Vec<_> = all.collect();
            if winner.is_some() {
                let mut all = all;
                machine.tail = Some((all.remove(0), all));
                return Err(Error::control(Control::Tail));
            }
            machine.new_class(&Args { values: &all, keywords: None })
        }
        _ => Err(Error::type_error("type() takes 1 or 3 arguments")),
    }
}

/// `object` has no order.
fn unordered<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [_, _] = args.receiver_and()?;
    Ok(machine.interpreter.not_implemented())
}

fn eq<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let (me, rest) = args.receiver(Type::Object, "__eq__")?;
    let [other] = rest.exactly("__eq__")?;
    if me.own_class().is_some() && me.as_derived().is_none() {
        return Ok(Value::bool(me.is(other)));
    }
    equal::equal(&machine.interpreter, me.plain(), other.plain()).map(Value::bool)
}

/// Arguments are none of its business where `__new__` has had them.
fn init<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let (me, rest) = args.receiver(Type::Object, "__init__")?;
    let has = |special| machine.interpreter.has_special(me, special);
    let is_made_with_them =
        has(Special::New) || me.as_derived().is_some() || me.own_class().is_none();
    if rest.values.is_empty() || is_made_with_them && !has(Special::Init) {
        return Ok(Value::NONE);
    }
    let owner = if has(Special::Init) { "object" } else { me.type_name() };
    Err(Error::type_error(format!(
        "{owner}.__init__() takes exactly one argument (the instance to initialize)"
    )))
}

fn repr<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let (me, rest) = args.receiver(Type::Object, "__repr__")?;
    rest.exactly::<0>("__repr__")?;
    let interpreter = machine.interpreter;
    let text = match me.own_class() {
        Some(_) if me.as_derived().is_none() => repr::plain(&interpreter, me),
        _ => or_prelude(repr::held(&interpreter, me), "repr")?,
    };
    machine.heap().str(text)
}

/// A string of the object under a format, which only Python's own classes know any of.
fn format<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [me, spec] = args.receiver_and()?;
    let me = me.plain();
    let text = match me.own_class() {
        Some(_) if spec.as_str() == Some("") => {
            return match repr::str(&machine.interpreter, me) {
                Ok(text) => machine.heap().str(text),
                Err(error) if *error == Error::Control(Control::Dunder) => {
                    // What is a string by now is given back as it is.
                    Err(Error::control(Control::Str(0)))
                }
                Err(error) => Err(error),
            };
        }
        _ => formatted(&machine.interpreter, me, spec.as_str().unwrap_or_default())?,
    };
    machine.heap().str(text)
}

/// Asks the `__repr__` of the object's own class.
fn str<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let (me, rest) = args.receiver(Type::Object, "__str__")?;
    rest.exactly::<0>("__str__")?;
    if me.as_str().is_some() {
        return Ok(me.plain().clone());
    }
    let interpreter = machine.interpreter;
    match repr::repr(&interpreter, me) {
        Ok(text) => machine.heap().str(text),
        Err(error) if *error == Error::Control(Control::Dunder) => {
            Err(Error::control(Control::Repr(0)))
        }
        Err(error) => Err(error),
    }
}

fn exception_init<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let (me, rest) = args.receiver(Type::BaseException, "__init__")?;
    if rest.keywords.is_some() {
        let name = me.type_name();
        return Err(Error::type_error(format!("{name}() takes no keyword arguments")));
    }
    if let Some(exception) = me.as_exception() {
        let root = exception.root();
        let (args, filename) = without_filename(root, rest.values);
        let args = machine.heap().tuple(args.to_vec())?;
        let old = exception.state.with(|state| {
            let args = std::mem::replace(&mut state.args, args);
            let is_about_file = root.is_subclass_of(Type::OSError);
            (args, is_about_file.then(|| std::mem::replace(&mut state.detail, filename)))
        });
        drop(old);
    }
    Ok(Value::NONE)
}

fn exception_repr<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let (me, rest) = args.receiver(Type::BaseException, "__repr__")?;
    rest.exactly::<0>("__repr__")?;
    let interpreter = machine.interpreter;
    let text = match me.as_exception() {
        Some(exception) => {
            or_prelude(repr::exception(&interpreter, me, exception), "exception_repr")?
        }
        None => repr::repr(&interpreter, me)?,
    };
    machine.heap().str(text)
}

fn exception_str<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let (me, rest) = args.receiver(Type::BaseException, "__str__")?;
    rest.exactly::<0>("__str__")?;
    let interpreter = machine.interpreter;
    let text = match me.as_exception() {
        Some(exception) => or_prelude(repr::message(&interpreter, exception), "message")?,
        None => repr::str(&interpreter, me)?,
    };
    machine.heap().str(text)
}

fn add_note<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let (me, rest) = args.receiver(Type::BaseException, "add_note")?;
    let [note] = rest.exactly("BaseException.add_note")?;
    if note.as_str().is_none() {
        let name = note.type_name();
        return Err(Error::type_error(format!("note must be a str, not '{name}'")));
    }
    let Some(exception) = me.as_exception() else { return Ok(Value::NONE) };
    let mut notes = exception.state.with(|state| state.notes.clone());
    if notes.is_none() {
        notes = machine.heap().list(Vec::new())?;
        let kept = notes.clone();
        exception.state.with(|state| state.notes = kept);
    }
    if let (Some(Object::List(list)), Some(heap)) = (notes.object(), notes.heap()) {
        list.push(heap, note.clone())?;
    }
    Ok(Value::NONE)
}

fn with_traceback<M: Memory>(_: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let (me, rest) = args.receiver(Type::BaseException, "with_traceback")?;
    let [traceback] = rest.exactly("BaseException.with_traceback")?;
    let frames = frames_of(traceback)?;
    if let Some(exception) = me.as_exception() {
        exception.state.with(|state| state.traceback = frames);
    }
    Ok(me.clone())
}
