//! `str` and `repr`, as CPython prints them.

mod scalars;

use std::borrow::Borrow;
use std::fmt::Write;

use super::error::{Error, Exceeded};
use super::exception::ExceptionObject;
use super::function::MethodObject;
use super::heap::Heap;
use super::interpreter::Interpreter;
use super::limits::{MEMORY_LIMIT, NESTING_LIMIT};
use super::list::List;
use super::long_range::LongRange;
use super::memory::{Locked, Memory};
use super::native::{BuiltinObject, Control};
use super::object::Object;
use super::range::Range;
use super::set::Set;
use super::special::Special;
use super::types::{ClassObject, Type};
use super::value::Value;
use super::view::ViewKind;

pub(super) use self::scalars::{MAX_DIGITS, ascii, bytes, float, int, quoted};

type Result<T> = std::result::Result<T, Box<Error>>;

/// `str(value)`; [`Control::Dunder`] where a method of the program has to be asked.
pub(super) fn str<M: Memory>(interpreter: &Interpreter<M>, value: &Value<M>) -> Result<String> {
    match value.object() {
        Some(Object::Str(text)) => Ok(text.as_str().to_owned()),
        Some(Object::Exception(exception)) => {
            // The `__str__` of exceptions does not ask their `__repr__`.
            if interpreter.has_special(value, Special::Str) {
                return Err(Error::control(Control::Dunder));
            }
            message(interpreter, exception)
        }
        Some(Object::Derived(derived)) if derived.value.as_str().is_some() => {
            if interpreter.has_special(value, Special::Str) {
                return Err(Error::control(Control::Dunder));
            }
            str(interpreter, &derived.value)
        }
        Some(Object::Instance(_) | Object::Derived(_) | Object::Class(_))
            if interpreter.has_special(value, Special::Str) =>
        {
            Err(Error::control(Control::Dunder))
        }
        _ => repr(interpreter, value),
    }
}

/// `repr(value)`; [`Control::Dunder`] where a method of the program has to be asked.
pub(super) fn repr<M: Memory>(interpreter: &Interpreter<M>, value: &Value<M>) -> Result<String> {
    let mut writer = Writer::new(interpreter, value);
    writer.value(value)?;
    Ok(writer.text)
}

/// `<X object at 0x…>`, which instances are shown as by themselves.
pub(super) fn plain<M: Memory>(interpreter: &Interpreter<M>, value: &Value<M>) -> String {
    let class = interpreter.class_of(value);
    let name = class.as_class().map_or_else(String::new, qualified);
    let (before, behind) = match value.object() {
        Some(Object::Sync(sync)) => sync.shown(),
        _ => ("", String::new()),
    };
    format!("<{before}{name} object{behind} at {:#x}>", address(value))
}

/// What an instance that holds a value is shown as by itself, or a value of a class of Python's own.
pub(super) fn held<M: Memory>(interpreter: &Interpreter<M>, value: &Value<M>) -> Result<String> {
    let mut writer = Writer::new(interpreter, value);
    match value.as_derived() {
        Some(derived) => writer.derived(value, &derived.value)?,
        None => writer.value(value)?,
    }
    Ok(writer.text)
}

/// `ValueError('x')`, which exceptions are shown as by themselves.
pub(super) fn exception<M: Memory>(
    interpreter: &Interpreter<M>,
    value: &Value<M>,
    exception: &ExceptionObject<M>,
) -> Result<String> {
    let mut writer = Writer::new(interpreter, value);
    writer.exception(value, exception)?;
    Ok(writer.text)
}

/// What an exception has to say (`BaseException_str`, `KeyError_str` and `OSError_str` in
/// `Objects/exceptions.c`).
pub(super) fn message<M: Memory>(
    interpreter: &Interpreter<M>,
    exception: &ExceptionObject<M>,
) -> Result<String> {
    if let Some(group) = exception.group() {
        return Ok(group.text());
    }
    let args = exception.args();
    let Some(Object::Tuple(items)) = args.object() else { return str(interpreter, &args) };
    match &**items {
        [] => Ok(String::new()),
        [only] if exception.root() == Type::KeyError => repr(interpreter, only),
        [only] => str(interpreter, only),
        [what, place] if exception.root().is_subclass_of(Type::SyntaxError) => {
            let what = str(interpreter, what)?;
            let Some(Object::Tuple(place)) = place.object() else {
                return repr(interpreter, &args);
            };
            let file = place.first().and_then(Value::as_str);
            let file = file.map(|file| file.rsplit_once('/').map_or(file, |(_, file)| file));
            let line = place.get(1).filter(|line| !line.is_none());
            let line = line.map(|line| str(interpreter, line)).transpose()?;
            Ok(match (file, line) {
                (Some(file), Some(line)) => format!("{what} ({file}, line {line})"),
                (Some(file), None) => format!("{what} ({file})"),
                (None, Some(line)) => format!("{what} (line {line})"),
                (None, None) => what,
            })
        }
        [number, what] if exception.root().is_subclass_of(Type::OSError) => {
            let (number, what) = (str(interpreter, number)?, str(interpreter, what)?);
            let filename = exception.state.with(|state| state.detail.clone());
            Ok(if filename.is_none() {
                format!("[Errno {number}] {what}")
            } else {
                format!("[Errno {number}] {what}: {}", repr(interpreter, &filename)?)
            })
        }
        _ => repr(interpreter, &args),
    }
}

/// A `repr` that is being written.
struct Writer<'a, M: Memory> {
    interpreter: &'a Interpreter<M>,
    text: String,
    /// Bytes beyond which it does not fit into the memory.
    most: usize,
    /// The containers around the place, which must not be entered again.
    around: Vec<u64>,
}

impl<'a, M: Memory> Writer<'a, M> {
    fn new(interpreter: &'a Interpreter<M>, value: &Value<M>) -> Self {
        let left = value.heap().map_or(MEMORY_LIMIT, Heap::left);
        // It is there twice when it becomes an object.
        Self { interpreter, text: String::new(), most: left / 2, around: Vec::new() }
    }

    #[expect(clippy::too_many_lines, reason = "one arm for each type")]
    fn value(&mut self, value: &Value<M>) -> Result<()> {
        if self.text.len() > self.most {
            return Err(Error::exceeded(Exceeded::Memory));
        }
        let Some(object) = value.object() else {
            self.immediate(value);
            return Ok(());
        };
        match object {
            Object::Free(..) => {}
            Object::Int(value) => self.text.push_str(&int(value)?),
            Object::Float(value) => self.text.push_str(&float(*value)),
            Object::Str(text) => self.text.push_str(&quoted(text.as_str())),
            Object::Bytes(value) => self.text.push_str(&bytes(value)),
            Object::Tuple(items) if items.len() == 1 => {
                self.container(value, "(...)", |writer| {
                    writer.text.push('(');
                    writer.value(&items[0])?;
                    writer.text.push_str(",)");
                    Ok(())
                })?;
            }
            Object::Tuple(items) => self.items(value, ["(", "(...)", ")"], &**items)?,
            Object::List(items) => {
                // Without a copy, as in CPython: other threads may change it meanwhile.
                let items = (0..).map_while(|index| items.get(index));
                self.items(value, ["[", "[...]", "]"], items)?;
            }
            Object::Dict(dict) => {
                let entries = dict.with(|dict| dict.pairs());
                self.container(value, "{...}", |writer| writer.entries(&entries))?;
            }
            Object::Set(set) => {
                let items = set.with(|set| set.items());
                if items.is_empty() {
                    self.text.push_str("set()");
                } else {
                    self.items(value, ["{", "set(...)", "}"], &items)?;
                }
            }
            Object::Frozen(set) if set.len() == 0 => self.text.push_str("frozenset()"),
            Object::Frozen(set) => {
                let items = set.items();
                self.items(value, ["frozenset({", "frozenset(...)", "})"], &items)?;
            }
            Object::DictView(view) => {
                let name = value.type_of().name();
                self.container(value, "...", |writer| {
                    writer.text.push_str(name);
                    writer.view(view.kind, &view.pairs())
                })?;
            }
            Object::Range(range) => {
                let Range { start, stop, step } = *range;
                let _ = match step {
                    1 => write!(self.text, "range({start}, {stop})"),
                    _ => write!(self.text, "range({start}, {stop}, {step})"),
                };
            }
            Object::LongRange(range) => self.long_range(range)?,
            Object::Slice(parts) => {
                self.text.push_str("slice");
                self.items(value, ["(", "(...)", ")"], parts)?;
            }
            Object::Ellipsis => self.text.push_str("Ellipsis"),
            Object::Module(module) => {
                let _ = write!(self.text, "<module '{}' (built-in)>", module.name);
            }
            Object::NotImplemented => self.text.push_str("NotImplemented"),
            Object::Instance(_) | Object::Derived(_) | Object::Exception(_) | Object::Class(_)
                if self.interpreter.has_special(value, Special::Repr) =>
            {
                return Err(Error::control(Control::Dunder));
            }
            Object::Derived(derived) => self.derived(value, &derived.value)?,
            Object::Class(class) => {
                let name = qualified(class);
                let _ = write!(self.text, "<class '{name}'>");
            }
            Object::Union(parts) => {
                let names =
                    parts.iter().map(|part| part.as_class().map_or("None".into(), qualified));
                self.text.push_str(&names.collect::<Vec<_>>().join(" | "));
            }
            Object::Exception(exception) => self.exception(value, exception)?,
            Object::Method(method) => self.method(method)?,
            Object::Builtin(builtin) => self.builtin(builtin),
            Object::Function(function) => {
                let name = self.interpreter.qualname(function);
                let _ = write!(self.text, "<function {name} at {:#x}>", address(value));
            }
            Object::Generator(generator) => {
                let index = generator.entry().index;
                let function = &self.interpreter.module().functions()[index];
                // What the prelude has is called by names of its own.
                let is_named = !function.name.starts_with('.');
                let name = if is_named { &*format!(" {}", function.qualname) } else { "" };
                let (kind, at) = (value.type_name(), address(value));
                let _ = write!(self.text, "<{kind} object{name} at {at:#x}>");
            }
            Object::Super(parts) => {
                let class = parts.0.as_class().map_or("?", |class| &class.name);
                let _ = match &parts.1 {
                    none if none.is_none() => {
                        write!(self.text, "<super: <class '{class}'>, NULL>")
                    }
                    object => write!(
                        self.text,
                        "<super: <class '{class}'>, <{} object>>",
                        object.type_name()
                    ),
                };
            }
            Object::Stream(stream) => {
                let name = stream.name();
                let _ = write!(
                    self.text,
                    "<_io.TextIOWrapper name='{name}' mode='w' encoding='utf-8'>"
                );
            }
            Object::Wrapper(wrapper) => {
                self.text.push_str(if wrapper.is_of_class {
                    "<classmethod("
                } else {
                    "<staticmethod("
                });
                self.value(&wrapper.function)?;
                self.text.push_str(")>");
            }
            Object::Instance(_)
            | Object::Property(_)
            | Object::Field(_)
            | Object::Cell(_)
            | Object::Iterator(_)
            | Object::Lazy(_)
            | Object::Trace(_)
            | Object::Sync(_)
            | Object::Random(_)
            | Object::Buffer(_)
            | Object::Ring(_)
            | Object::Pickle(_)
            | Object::Digest(_) => self.text.push_str(&plain(self.interpreter, value)),
        }
        Ok(())
    }

    /// As the value that an instance holds; only sets and the like tell the class.
    fn derived(&mut self, object: &Value<M>, value: &Value<M>) -> Result<()> {
        match value.object() {
            Some(Object::Set(_) | Object::Frozen(_)) => {
                let items = value.with_set(Set::items).unwrap_or_default();
                self.text.push_str(object.type_name());
                if items.is_empty() {
                    self.text.push_str("()");
                    return Ok(());
                }
                self.items(object, ["({", "...", "})"], &items)
            }
            Some(Object::Sync(_) | Object::Random(_)) => {
                self.text.push_str(&plain(self.interpreter, object));
                Ok(())
            }
            _ => self.value(value),
        }
    }

    fn long_range(&mut self, range: &LongRange) -> Result<()> {
        let (start, stop) = (int(&range.start)?, int(&range.stop)?);
        let _ = write!(self.text, "range({start}, {stop}");
        if range.step != 1.into() {
            let _ = write!(self.text, ", {}", int(&range.step)?);
        }
        self.text.push(')');
        Ok(())
    }

    fn immediate(&mut self, value: &Value<M>) {
        if let Some(value) = value.as_small_int() {
            let _ = write!(self.text, "{value}");
        } else if let Some(value) = value.as_small_float() {
            self.text.push_str(&float(value));
        } else {
            self.text.push_str(match value.as_bool() {
                Some(true) => "True",
                Some(false) => "False",
                None => "None",
            });
        }
    }

    /// Writes what is inside a container, or a sign that it is inside itself.
    fn container(
        &mut self,
        value: &Value<M>,
        again: &str,
        inside: impl FnOnce(&mut Self) -> Result<()>,
    ) -> Result<()> {
        if self.around.contains(&value.identity()) {
            self.text.push_str(again);
            return Ok(());
        }
        if self.around.len() >= NESTING_LIMIT {
            return Err(Error::exception(
                "RecursionError",
                "maximum recursion depth exceeded while getting the repr of an object",
            ));
        }
        self.around.push(value.identity());
        inside(self)?;
        self.around.pop();
        Ok(())
    }

    fn items(
        &mut self,
        value: &Value<M>,
        [open, again, close]: [&str; 3],
        items: impl IntoIterator<Item: Borrow<Value<M>>>,
    ) -> Result<()> {
        self.container(value, again, |writer| {
            writer.text.push_str(open);
            for (index, item) in items.into_iter().enumerate() {
                writer.text.push_str(if index == 0 { "" } else { ", " });
                writer.value(item.borrow())?;
            }
            writer.text.push_str(close);
            Ok(())
        })
    }

    fn entries(&mut self, entries: &[(Value<M>, Value<M>)]) -> Result<()> {
        self.text.push('{');
        for (index, (key, value)) in entries.iter().enumerate() {
            self.text.push_str(if index == 0 { "" } else { ", " });
            self.value(key)?;
            self.text.push_str(": ");
            self.value(value)?;
        }
        self.text.push('}');
        Ok(())
    }

    fn view(&mut self, kind: ViewKind, entries: &[(Value<M>, Value<M>)]) -> Result<()> {
        self.text.push_str("([");
        for (index, (key, value)) in entries.iter().enumerate() {
            self.text.push_str(if index == 0 { "" } else { ", " });
            match kind {
                ViewKind::Keys => self.value(key)?,
                ViewKind::Values => self.value(value)?,
                ViewKind::Items => {
                    self.text.push('(');
                    self.value(key)?;
                    self.text.push_str(", ");
                    self.value(value)?;
                    self.text.push(')');
                }
            }
        }
        self.text.push_str("])");
        Ok(())
    }

    /// `ValueError('x')`
    fn exception(&mut self, value: &Value<M>, exception: &ExceptionObject<M>) -> Result<()> {
        self.text.push_str(value.type_name());
        let args = exception.args();
        match args.object() {
            Some(Object::Tuple(items)) => self.items(value, ["(", "(...)", ")"], items),
            _ => self.value(&args),
        }
    }

    fn method(&mut self, method: &MethodObject<M>) -> Result<()> {
        let receiver = &method.receiver;
        match method.function.object() {
            Some(Object::Builtin(builtin)) => {
                let (name, kind) = (builtin.name, receiver.type_name());
                let at = address(receiver);
                let _ = write!(self.text, "<built-in method {name} of {kind} object at {at:#x}>");
                Ok(())
            }
            Some(Object::Function(function)) => {
                let name = self.interpreter.qualname(function);
                let _ = write!(self.text, "<bound method {name} of ");
                // No method of the program is asked for it: addresses tell methods apart as well.
                if receiver.own_class().is_some() {
                    self.text.push_str(&plain(self.interpreter, receiver));
                } else {
                    self.value(receiver)?;
                }
                self.text.push('>');
                Ok(())
            }
            _ => self.value(&method.function),
        }
    }

    fn builtin(&mut self, builtin: &BuiltinObject<M>) {
        let name = builtin.name;
        let _ = match builtin.owner {
            Some(owner) => write!(self.text, "<method '{name}' of '{}' objects>", owner.name()),
            None => write!(self.text, "<built-in function {name}>"),
        };
    }
}

/// Where an object is: `id`, in CPython.
pub(super) fn address<M: Memory>(value: &Value<M>) -> u64 {
    value.word() & !0b111
}

/// The name of a class with its module, as `repr` has it. The program's own is `__main__` there,
/// as in a script of CPython's.
pub(super) fn qualified<M: Memory>(class: &ClassObject<M>) -> String {
    let name = &class.name;
    if !class.is_builtin {
        return match class.module {
            Some("builtins") => class.qualname.to_string(),
            module => format!("{}.{}", module.unwrap_or("__main__"), class.qualname),
        };
    }
    let module = match class.root {
        Type::Lock | Type::RLock => "_thread.",
        Type::Event => "threading.",
        Type::Full | Type::ShutDown => "queue.",
        Type::Empty | Type::Queue => "_queue.",
        Type::Random => "random.",
        Type::Digest => "_hashlib.",
        kind if kind.is_subclass_of(Type::PickleError) => "_pickle.",
        _ => "",
    };
    format!("{module}{name}")
}
