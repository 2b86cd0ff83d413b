//! Calls that are not the common case: built-ins, defaults, keywords, closures, generators,
//! classes, and the calls that the machine makes by itself.

use super::continuation::Then;
use super::error::Error;
use super::function::FunctionObject;
use super::interpreter::Entry;
use super::keywords::Names;
use super::machine::Machine;
use super::memory::Memory;
use super::native::{Args, Control, Native};
use super::object::Object;
use super::special::Special;
use super::stack::{Cursor, recursion_error};
use super::value::Value;
use crate::code::op::{FunctionId, KeywordsId, Reg};
use crate::trace::Standing;

type Result<T> = std::result::Result<T, Box<Error>>;

/// How deep calls without a frame of the program may be in each other.
const DEEPEST_CALL: u32 = 50;

/// A call of a built-in that the machine does something for before it is made (again).
pub(super) struct Pending<M: Memory> {
    /// The name for messages and for the machine's own work on behalf of it.
    pub(super) name: &'static str,
    pub(super) function: Native<M>,
    pub(super) arguments: Vec<Value<M>>,
    pub(super) keywords: Option<Names<M>>,
    pub(super) then: Then<M>,
}

/// What came of a call of something that may be built in. No `Result`, which would go through memory.
pub(super) enum Called {
    Done,
    /// It has no value yet, or raised: see `Machine::builtin_stopped`.
    Stopped,
    /// It has to be called in another way.
    NoBuiltin,
}

impl<M: Memory> Machine<M> {
    /// Calls the built-in function or class in a register with the arguments behind it, and puts its
    /// value in its place.
    ///
    /// # Safety
    /// So many registers must be there behind it.
    #[inline(never)]
    pub(super) unsafe fn call_builtin(&mut self, base: *mut Value<M>, argc: usize) -> Called {
        // SAFETY: promised by the caller; a built-in does not touch the stack.
        let (callee, values) = unsafe { (&*base, std::slice::from_raw_parts(base.add(1), argc)) };
        let function = match callee.object() {
            Some(Object::Builtin(builtin)) => {
                let value = builtin.quick.call(&self.interpreter, values);
                if !value.is_unbound() {
                    // SAFETY: as above.
                    unsafe { base.replace(value) }.discard();
                    return Called::Done;
                }
                builtin.function
            }
            Some(Object::Class(class)) if let Some(constructor) = class.constructor => constructor,
            _ => return Called::NoBuiltin,
        };
        match function(self, &Args { values, keywords: None }) {
            Ok(value) => {
                // SAFETY: as above.
                unsafe { base.replace(value) }.discard();
                Called::Done
            }
            Err(error) => {
                self.stopped = Some(error);
                Called::Stopped
            }
        }
    }

    /// Goes on where the built-in in `base` could not.
    #[cold]
    #[inline(never)]
    pub(super) fn builtin_stopped(
        &mut self,
        at: &mut Cursor<M>,
        base: Reg,
        argc: u8,
        keywords: Option<KeywordsId>,
    ) -> Result<()> {
        let Some(error) = self.stopped.take() else { return Ok(()) };
        let (Error::Control(control), Some((name, function))) = (&*error, native(at.get(base)))
        else {
            return Err(error);
        };
        // SAFETY: the verifier has checked that these are registers.
        let arguments = unsafe { at.window(Reg(base.0.saturating_add(1)), argc.into()) }.to_vec();
        let (keywords, then) = (keywords.map(Names::Written), Then::Store(base));
        self.carry_out(at, *control, Pending { name, function, arguments, keywords, then })
    }

    /// `base = base(base+1, …)`
    #[inline(never)]
    pub(super) fn call_slow(
        &mut self,
        at: &mut Cursor<M>,
        base: Reg,
        argc: u8,
        keywords: Option<KeywordsId>,
    ) -> Result<()> {
        let first = Reg(base.0.saturating_add(1));
        if keywords.is_none()
            && let Some(Object::Function(function)) = at.get(base).object()
            && function.entry().parameters == usize::from(argc)
            && !function.entry().is_generator
        {
            let entry = std::ptr::from_ref(function.entry());
            return self.enter_closure(at, entry, base);
        }
        if let Some((_, function)) = native(at.get(base)) {
            // SAFETY: the verifier has checked that these are registers, and a built-in does not
            // touch the stack.
            let values = unsafe { at.window(first, argc.into()) };
            return match self.call_native(function, values, keywords.map(Names::Written).as_ref()) {
                Ok(value) => {
                    at.set(base, value);
                    Ok(())
                }
                Err(error) => {
                    self.stopped = Some(error);
                    self.builtin_stopped(at, base, argc, keywords)
                }
            };
        }
        if keywords.is_none()
            && let Some(Object::Class(class)) = at.get(base).object()
            && let Some(initialise) = self.plain_init(class, argc)
        {
            return self.make_instance(at, base, argc, initialise);
        }
        let callee = at.take(base);
        // SAFETY: the verifier has checked that these are registers.
        let given = unsafe { at.window(first, argc.into()) };
        let arguments: Vec<_> =
            given.iter_mut().map(|slot| std::mem::replace(slot, Value::UNBOUND)).collect();
        self.call_at(at, base, callee, arguments, keywords.map(Names::Written))
    }

    /// Enters the function in `base`, whose arguments stand behind it, and gives it its cells.
    fn enter_closure(&mut self, at: &mut Cursor<M>, entry: *const Entry, base: Reg) -> Result<()> {
        // SAFETY: the entry lives as long as the interpreter; the arguments are there.
        unsafe { self.stack.enter(at, entry, base)? };
        let callee = self.stack.callee(at);
        if let Some(Object::Function(function)) = callee.object() {
            let cells = at.window_of_frame().iter_mut().skip(function.entry().locals);
            for (slot, cell) in cells.zip(function.cells()) {
                *slot = cell.clone();
            }
        }
        Ok(())
    }

    /// The same with the arguments at hand. Nothing is in use behind `base`.
    pub(super) fn call_at(
        &mut self,
        at: &mut Cursor<M>,
        base: Reg,
        callee: Value<M>,
        arguments: Vec<Value<M>>,
        keywords: Option<Names<M>>,
    ) -> Result<()> {
        if let Some(Object::Function(function)) = callee.object()
            && !function.entry().is_generator
        {
            let registers = self.bind(function, arguments, keywords.as_ref())?;
            let entry = std::ptr::from_ref(function.entry());
            self.stack.reserve(at, usize::from(base.0) + 1 + registers.len());
            // SAFETY: the entry lives as long as the interpreter; the arguments come next.
            unsafe { self.stack.enter(at, entry, base)? };
            // SAFETY: `enter` has reserved the whole window.
            let window = unsafe { at.window(Reg(0), registers.len()) };
            for (slot, value) in window.iter_mut().zip(registers) {
                *slot = value;
            }
            return Ok(());
        }
        self.call_value(at, callee, arguments, keywords, Then::Store(base))
    }

    /// `base = base(base+2, …)`: what was found was no method.
    #[inline(never)]
    pub(super) fn call_function(
        &mut self,
        at: &mut Cursor<M>,
        base: Reg,
        argc: u8,
        keywords: Option<KeywordsId>,
    ) -> Result<()> {
        // SAFETY: the verifier has checked that these are registers.
        let window = unsafe { at.window(Reg(base.0.saturating_add(1)), usize::from(argc) + 1) };
        window.rotate_left(1);
        self.call_slow(at, base, argc, keywords)
    }

    /// `base = base(base+1, …)` of a class with a plain `__init__`.
    fn make_instance(
        &mut self,
        at: &mut Cursor<M>,
        base: Reg,
        argc: u8,
        initialise: Value<M>,
    ) -> Result<()> {
        let Some(Object::Function(function)) = initialise.object() else { return Ok(()) };
        let entry = std::ptr::from_ref(function.entry());
        let instance = self.bare_instance(at.get(base).clone())?;
        let then = Then::StoreInit { instance: instance.clone(), dst: base };
        let arguments = (Reg(base.0.saturating_add(1)), argc);
        // SAFETY: the entry lives as long as the interpreter, and takes these arguments, whose
        // registers the verifier has checked.
        unsafe { self.stack.enter_method(at, entry, (initialise, instance), arguments, then) }
    }

    /// Calls anything, on the machine's own behalf: `then` gets the value.
    pub(super) fn call_value(
        &mut self,
        at: &mut Cursor<M>,
        callee: Value<M>,
        arguments: Vec<Value<M>>,
        keywords: Option<Names<M>>,
        then: Then<M>,
    ) -> Result<()> {
        let (callee, mut arguments) = without_receiver(callee, arguments);
        if let Some((name, function)) = native(&callee) {
            return self.call_pending(at, Pending { name, function, arguments, keywords, then });
        }
        match callee.object() {
            Some(Object::Function(function)) => {
                let registers = self.bind(function, arguments, keywords.as_ref())?;
                let entry = std::ptr::from_ref(function.entry());
                if function.entry().is_generator {
                    let value = self.heap().generator(function.entry(), registers)?;
                    return self.apply(at, then, value);
                }
                // SAFETY: the entry lives as long as the interpreter.
                unsafe { self.stack.enter_above(at, entry, callee, registers, then) }
            }
            Some(Object::Class(_)) => self.instantiate(at, &callee, arguments, keywords, then),
            Some(Object::Instance(_) | Object::Derived(_)) => {
                let Some(method) = self.interpreter.special(&callee, Special::Call) else {
                    return Err(not_callable(&callee));
                };
                arguments.insert(0, callee);
                let (method, arguments) = self.unbound_special(method, arguments);
                // What is called may be an instance again, for ever.
                self.nested(|machine| machine.call_value(at, method, arguments, keywords, then))
            }
            _ => Err(not_callable(&callee)),
        }
    }

    #[inline]
    pub(super) fn call_native(
        &mut self,
        function: Native<M>,
        values: &[Value<M>],
        keywords: Option<&Names<M>>,
    ) -> Result<Value<M>> {
        let interpreter = self.interpreter;
        let keywords = keywords.map(|names| names.of(interpreter.module()));
        function(self, &Args { values, keywords })
    }

    /// Calls a built-in (again).
    pub(super) fn call_pending(&mut self, at: &mut Cursor<M>, pending: Pending<M>) -> Result<()> {
        match self.call_native(pending.function, &pending.arguments, pending.keywords.as_ref()) {
            Ok(value) => self.apply(at, pending.then, value),
            Err(error) => match *error {
                Error::Control(control) => self.carry_out(at, control, pending),
                _ => Err(error),
            },
        }
    }

    /// Does what a built-in has asked for. A method of Python's own that the program has put in the
    /// place of another one asks for that, which may be itself.
    pub(super) fn carry_out(
        &mut self,
        at: &mut Cursor<M>,
        control: Control,
        pending: Pending<M>,
    ) -> Result<()> {
        self.nested(|machine| machine.carry_out_now(at, control, pending))
    }

    /// Calls what may come here again without a frame of the program between.
    fn nested(&mut self, call: impl FnOnce(&mut Self) -> Result<()>) -> Result<()> {
        if self.calling >= DEEPEST_CALL {
            return Err(recursion_error());
        }
        self.calling += 1;
        let called = call(self);
        self.calling -= 1;
        called
    }

    fn carry_out_now(
        &mut self,
        at: &mut Cursor<M>,
        control: Control,
        pending: Pending<M>,
    ) -> Result<()> {
        match control {
            Control::Thrown | Control::KeyError => Err(Error::control(control)),
            Control::Block => {
                self.pending = Some(Box::new(pending));
                Err(Error::control(control))
            }
            Control::Prelude(name) => {
                let function = self.interpreter.prelude(name)?;
                let Pending { arguments, keywords, then, .. } = pending;
                self.call_value(at, function, arguments, keywords, then)
            }
            Control::Tail => {
                let (callee, arguments) = self.tail.take().unwrap_or((Value::NONE, Vec::new()));
                self.call_value(at, callee, arguments, None, pending.then)
            }
            Control::Collect(argument) | Control::List(argument) => {
                let value = pending.arguments[usize::from(argument)].clone();
                let asks_length = matches!(control, Control::List(_))
                    && [Special::Len, Special::LengthHint]
                        .iter()
                        .any(|special| self.interpreter.has_special(&value, *special));
                let collect = if asks_length { "collect_sized" } else { "collect" };
                let collect = self.interpreter.prelude(collect)?;
                let then = Then::Argument { pending: Box::new(pending), argument: argument.into() };
                self.call_value(at, collect, vec![value], None, then)
            }
            Control::Str(argument) | Control::Repr(argument) => {
                let value = pending.arguments[usize::from(argument)].clone();
                let then = Then::Argument { pending: Box::new(pending), argument: argument.into() };
                let is_repr = matches!(control, Control::Repr(_));
                self.text_of(at, value, is_repr, then)
            }
            Control::Locals => {
                let locals = self.locals(at)?;
                self.apply(at, pending.then, locals)
            }
            Control::Caller => {
                let caller = self.caller(at)?;
                self.apply(at, pending.then, caller)
            }
            Control::Frames => {
                let frames = self.all_frames(at)?;
                self.apply(at, pending.then, frames)
            }
            Control::Stand(awaited) => {
                if let Some(mut tasks) = self.tasks.take() {
                    let awaited = Some(awaited);
                    tasks.stand(Standing { awaited, ..self.standing_at(at) });
                    self.tasks = Some(tasks);
                }
                self.apply(at, pending.then, Value::NONE)
            }
            Control::Instantiate => {
                let Pending { mut arguments, keywords, then, .. } = pending;
                if arguments.is_empty() {
                    return Err(Error::type_error("type.__call__() needs an argument"));
                }
                let class = arguments.remove(0);
                self.call_type(at, &class, arguments, keywords, then)
            }
            Control::New => {
                let Pending { arguments, keywords, then, .. } = pending;
                self.call_new(at, arguments, keywords, then)
            }
            Control::Handled => {
                let handled = self.handled(at).unwrap_or(Value::NONE);
                self.apply(at, pending.then, handled)
            }
            Control::Index => {
                let has_index = |value: &Value<M>| value.own_class().is_some_and(|it| it.has_index);
                let asks = |value: &Value<M>| match value.object() {
                    Some(Object::Slice(parts)) => parts.iter().any(has_index),
                    _ => has_index(value),
                };
                self.convert(at, pending, "index_of", &asks)
            }
            Control::Float => {
                let asks = |value: &Value<M>| {
                    value.own_class().is_some_and(|it| it.has_float || it.has_index)
                };
                self.convert(at, pending, "float_of", &asks)
            }
            Control::Buffer => {
                let asks = |value: &Value<M>| value.own_class().is_some_and(|it| it.has_buffer);
                self.convert(at, pending, "buffer_of", &asks)
            }
            Control::Dunder => self.native_dunder(at, pending),
            Control::Hash => self.native_hashed(at, pending),
        }
    }

    /// Puts the number that an argument says it is in its place, and calls again.
    fn convert(
        &mut self,
        at: &mut Cursor<M>,
        pending: Pending<M>,
        function: &str,
        asks: &dyn Fn(&Value<M>) -> bool,
    ) -> Result<()> {
        let Some(argument) = pending.arguments.iter().position(asks) else {
            return Err(Error::unsupported(format!("{}() of this", pending.name)));
        };
        let value = pending.arguments[argument].clone();
        let function = self.interpreter.prelude(function)?;
        let then = Then::Argument { pending: Box::new(pending), argument };
        self.call_value(at, function, vec![value], None, then)
    }

    /// A function of the program, which is called from outside of it.
    #[expect(clippy::unused_self, reason = "bounds the lifetime: it is kept by the interpreter")]
    pub(super) fn plain_function<'a>(&self, callee: &'a Value<M>) -> Result<&'a FunctionObject<M>> {
        match callee.object() {
            Some(Object::Function(function)) if !function.entry().is_generator => Ok(function),
            Some(Object::Function(_)) => Err(Error::unsupported("a generator function as a task")),
            _ => Err(not_callable(callee)),
        }
    }

    /// `dst = ` the function, with its defaults and cells in `dst, dst+1, …`
    #[inline(never)]
    pub(super) fn make_function(
        &mut self,
        at: &mut Cursor<M>,
        dst: Reg,
        function: FunctionId,
    ) -> Result<()> {
        let index = usize::from(function.0);
        let entry = self.interpreter.entry(index);
        let count = self.interpreter.module().functions()[index].default_count() + entry.free;
        // SAFETY: the verifier has checked that these are registers.
        let values = unsafe { at.window(dst, count) };
        // What the module's body defines is there for good; closures come and go.
        let is_immortal = self.interpreter.is_loading() && entry.free == 0;
        let value = self.heap().function(entry, values, is_immortal)?;
        at.set(dst, value);
        Ok(())
    }
}

/// The built-in function that a value is, or that makes instances of the class that it is.
#[inline]
pub(super) fn native<M: Memory>(callee: &Value<M>) -> Option<(&'static str, Native<M>)> {
    match callee.object()? {
        Object::Builtin(builtin) => Some((builtin.name, builtin.function)),
        Object::Class(class) => Some((class.root.name(), class.constructor?)),
        _ => None,
    }
}

/// A bound method as the function that it is of, with the receiver among the arguments.
pub(super) fn without_receiver<M: Memory>(
    callee: Value<M>,
    arguments: Vec<Value<M>>,
) -> (Value<M>, Vec<Value<M>>) {
    let (mut callee, mut arguments) = (callee, arguments);
    loop {
        callee = match callee.object() {
            Some(Object::Method(method)) => {
                arguments.insert(0, method.receiver.clone());
                method.function.clone()
            }
            Some(Object::Wrapper(wrapper)) if !wrapper.is_of_class => wrapper.function.clone(),
            _ => return (callee, arguments),
        }
    }
}

fn not_callable<M: Memory>(callee: &Value<M>) -> Box<Error> {
    Error::type_error(format!("'{}' object is not callable", callee.type_name()))
}
