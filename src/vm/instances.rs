//! How instances are made: `type.__call__`, `object.__new__` and what stands behind them
//! (`type_call` and `object_new` in `Objects/typeobject.c`).

use super::attributes::Attributes;
use super::calls::Pending;
use super::continuation::Then;
use super::error::Error;
use super::keywords::Names;
use super::machine::Machine;
use super::memory::{Memory, Optimistic};
use super::native::Native;
use super::object::{InstanceObject, Object};
use super::ops;
use super::special::Special;
use super::stack::Cursor;
use super::types::{ClassObject, Type};
use super::value::Value;

type Result<T> = std::result::Result<T, Box<Error>>;

/// A call of a class whose `__new__` has its turn before `__init__`.
pub(super) struct Making<M: Memory> {
    class: Value<M>,
    arguments: Vec<Value<M>>,
    keywords: Option<Names<M>>,
    /// Is a list or the like still to be filled, since a `__new__` of the program has made it?
    is_empty: bool,
    then: Then<M>,
}

impl<M: Memory> Machine<M> {
    /// The `__init__` of a class of the program that takes so many arguments and needs nothing but its
    /// frame: of most classes.
    pub(super) fn plain_init(&self, class: &ClassObject<M>, argc: u8) -> Option<Value<M>> {
        if !class.is_plainly_made() {
            return None;
        }
        let initialise = class.lookup(self.interpreter.special_name(Special::Init)?)?;
        let Some(Object::Function(function)) = initialise.object() else { return None };
        (function.entry().plain == usize::from(argc) + 1).then_some(initialise)
    }

    /// An instance without attributes.
    pub(super) fn bare_instance(&self, class: Value<M>) -> Result<Value<M>> {
        let words = class.as_class().map_or(0, ClassObject::room);
        let made = self.heap().place_behind(words, |room| {
            let attributes = M::Optimistic::new(Attributes::within(&room));
            Object::Instance(InstanceObject { class, attributes })
        })?;
        Ok(Value::counted(made))
    }

    /// Calls a class of the program, or what its metaclass has in the place of that.
    pub(super) fn instantiate(
        &mut self,
        at: &mut Cursor<M>,
        value: &Value<M>,
        arguments: Vec<Value<M>>,
        keywords: Option<Names<M>>,
        then: Then<M>,
    ) -> Result<()> {
        match self.interpreter.special(value, Special::Call) {
            Some(call) => {
                let all = [value.clone()].into_iter().chain(arguments).collect();
                let (call, all) = self.unbound_special(call, all);
                self.call_value(at, call, all, keywords, then)
            }
            None => self.call_type(at, value, arguments, keywords, then),
        }
    }

    /// `type.__call__`: a new instance, then its `__init__`.
    pub(super) fn call_type(
        &mut self,
        at: &mut Cursor<M>,
        value: &Value<M>,
        arguments: Vec<Value<M>>,
        keywords: Option<Names<M>>,
        then: Then<M>,
    ) -> Result<()> {
        let Some(class) = value.as_class() else {
            return Err(Error::type_error("type.__call__() of no class"));
        };
        if class.constructor.is_some() {
            return self.call_value(at, value.clone(), arguments, keywords, then);
        }
        let new = self.interpreter.special_name(Special::New);
        let of_program = new.and_then(|new| class.lookup(new));
        if class.root == Type::Type || class.root.is_held() || of_program.is_some() {
            let all = [value.clone()].into_iter().chain(arguments.iter().cloned()).collect();
            let (class_of_it, names) = (value.clone(), keywords.clone());
            let is_empty = of_program.is_some();
            let making = Making { class: class_of_it, arguments, keywords: names, is_empty, then };
            let then = Then::New(Box::new(making));
            return match of_program {
                Some(new) => self.call_value(at, new, all, keywords, then),
                // Filled by its constructor, which is what the `__init__` of Python's own would do.
                None if class.root.is_filled() && !self.has_own_init(value) => {
                    self.construct(at, value, all, keywords, then)
                }
                None => self.call_new(at, all, keywords, then),
            };
        }
        let instance = self.new_instance(value, class, &arguments, keywords.as_ref())?;
        self.initialise(at, instance, arguments, keywords, then)
    }

    /// `__new__` has made this.
    pub(super) fn made(
        &mut self,
        at: &mut Cursor<M>,
        making: Making<M>,
        made: Value<M>,
    ) -> Result<()> {
        let Making { class, arguments, keywords, is_empty, then } = making;
        let of_made = self.interpreter.class_of(&made);
        let is_instance = match (of_made.as_class(), class.as_class()) {
            (Some(own), Some(class)) => own.is_subclass_of(class),
            _ => false,
        };
        if is_instance && is_empty && !self.has_own_init(&class) {
            self.fill(at, made, arguments, keywords, then)
        } else if is_instance {
            self.initialise(at, made, arguments, keywords, then)
        } else {
            self.apply(at, then, made)
        }
    }

    fn has_own_init(&self, class: &Value<M>) -> bool {
        self.interpreter.class_special(class, Special::Init).is_some()
    }

    /// Calls the `__init__` of a list, a dict or a set.
    fn fill(
        &mut self,
        at: &mut Cursor<M>,
        instance: Value<M>,
        arguments: Vec<Value<M>>,
        keywords: Option<Names<M>>,
        then: Then<M>,
    ) -> Result<()> {
        let fill = match instance.type_of() {
            Type::List => "list_init",
            Type::Dict => "dict_init",
            Type::Set => "set_init",
            _ => return self.apply(at, then, instance),
        };
        let all = [instance.plain().clone()].into_iter().chain(arguments).collect();
        let then = Then::Init { instance, then: Box::new(then) };
        self.call_value(at, self.interpreter.prelude(fill)?, all, keywords, then)
    }

    /// Makes the value that an instance of this class holds: `arguments` has the class, too.
    fn construct(
        &mut self,
        at: &mut Cursor<M>,
        class: &Value<M>,
        arguments: Vec<Value<M>>,
        keywords: Option<Names<M>>,
        then: Then<M>,
    ) -> Result<()> {
        let Some(inside) = class.as_class() else { return Ok(()) };
        let root = self.interpreter.class(inside.root);
        let Some(function) = root.as_class().and_then(|root| root.constructor) else {
            let name = &inside.name;
            return Err(Error::type_error(format!("cannot create '{name}' instances")));
        };
        let then = if inside.is_builtin { then } else { Then::derive(class.clone(), then) };
        let arguments = arguments.into_iter().skip(1).collect();
        let pending = Pending { name: inside.root.name(), function, arguments, keywords, then };
        self.call_pending(at, pending)
    }

    /// Calls the `__init__` of the program that an instance has, if it has one.
    fn initialise(
        &mut self,
        at: &mut Cursor<M>,
        instance: Value<M>,
        arguments: Vec<Value<M>>,
        keywords: Option<Names<M>>,
        then: Then<M>,
    ) -> Result<()> {
        let Some(initialise) = self.interpreter.special(&instance, Special::Init) else {
            return self.apply(at, then, instance);
        };
        let all = [instance.clone()].into_iter().chain(arguments).collect();
        let (initialise, all) = self.unbound_special(initialise, all);
        let then = Then::Init { instance, then: Box::new(then) };
        self.call_value(at, initialise, all, keywords, then)
    }

    /// `object.__new__(class, …)`, and the same of other classes of Python itself.
    pub(super) fn call_new(
        &mut self,
        at: &mut Cursor<M>,
        arguments: Vec<Value<M>>,
        keywords: Option<Names<M>>,
        then: Then<M>,
    ) -> Result<()> {
        let Some(value) = arguments.first().cloned() else {
            return Err(Error::type_error("object.__new__(): not enough arguments"));
        };
        let Some(class) = value.as_class() else {
            let kind = value.type_name();
            return Err(Error::type_error(format!(
                "object.__new__(X): X is not a type object ({kind})"
            )));
        };
        if class.root == Type::Type {
            let function: Native<M> = Self::new_class;
            let pending = Pending { name: "__new__", function, arguments, keywords, then };
            return self.call_pending(at, pending);
        }
        if class.root.is_filled() {
            return self.construct(at, &value, Vec::new(), None, then);
        }
        if class.root.is_held() {
            return self.construct(at, &value, arguments, keywords, then);
        }
        let rest = &arguments[1..];
        let instance = self.new_instance(&value, class, rest, keywords.as_ref())?;
        self.apply(at, then, instance)
    }

    /// A new instance of a class, as `object` and the exceptions make it.
    fn new_instance(
        &self,
        value: &Value<M>,
        class: &ClassObject<M>,
        arguments: &[Value<M>],
        keywords: Option<&Names<M>>,
    ) -> Result<Value<M>> {
        let has = |special| {
            self.interpreter.special_name(special).is_some_and(|name| class.lookup(name).is_some())
        };
        if class.root.is_exception() {
            let module = self.interpreter.module();
            let named = keywords.map_or(0, |names| names.of(module).len());
            if !has(Special::Init) && named > 0 {
                let name = &class.name;
                return Err(Error::type_error(format!("{name}() takes no keyword arguments")));
            }
            return self.make_exception(value, &arguments[..arguments.len() - named]);
        }
        if !arguments.is_empty() {
            if has(Special::New) {
                return Err(Error::type_error(
                    "object.__new__() takes exactly one argument (the type to instantiate)",
                ));
            }
            if !has(Special::Init) {
                return Err(Error::type_error(format!("{}() takes no arguments", class.name)));
            }
        }
        if class.root != Type::Object {
            return Err(Error::type_error(format!("cannot create '{}' instances", class.name)));
        }
        self.refuse_abstract(class)?;
        let instance = self.bare_instance(value.clone())?;
        if class.has_getter
            && let (Some(instance), Some(heap)) = (instance.as_instance(), instance.heap())
        {
            let dict = self.heap().dict()?;
            drop(instance.attributes.inside(|mut all| all.leave_to(heap, dict))?);
        }
        Ok(instance)
    }

    /// A class with abstract methods has no instances.
    fn refuse_abstract(&self, class: &ClassObject<M>) -> Result<()> {
        let abstracts = match self.interpreter.special_name(Special::AbstractMethods) {
            Some(name) if class.metaclass.is_some() => class.lookup(name),
            _ => None,
        };
        let Some(abstracts) = abstracts else { return Ok(()) };
        if !ops::truth(&self.interpreter, &abstracts)? {
            return Ok(());
        }
        let names = super::iterate::items(self.heap(), &abstracts)?.unwrap_or_default();
        let mut names: Vec<_> =
            names.iter().filter_map(Value::as_str).map(|name| format!("'{name}'")).collect();
        names.sort_by_cached_key(String::clone);
        let (s, names) = (if names.len() == 1 { "" } else { "s" }, names.join(", "));
        let name = &class.name;
        Err(Error::type_error(format!(
            "Can't instantiate abstract class {name} without an implementation for abstract \
             method{s} {names}"
        )))
    }
}
