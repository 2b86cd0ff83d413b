//! `class`, `type(name, bases, namespace)` and `super()`.

use super::continuation::Then;
use super::descriptor::Wrapper;
use super::error::Error;
use super::globals::Slot;
use super::iterate;
use super::machine::Machine;
use super::memory::{Locked, Memory};
use super::metaclass::{Given, most_derived};
use super::mro::{linearized, root_of};
use super::native::{Args, Control};
use super::object::Object;
use super::reflect::Named;
use super::special::Special;
use super::stack::Cursor;
use super::types::{ClassObject, Type, lookup_in};
use super::value::Value;
use crate::code::Function;
use crate::code::op::{NameId, Reg};

type Result<T> = std::result::Result<T, Box<Error>>;

/// A function and what it is called with.
type Call<M> = (Value<M>, Vec<Value<M>>);

/// What a class is made of.
pub(super) struct Blueprint<M: Memory> {
    pub(super) name: String,
    pub(super) qualname: String,
    pub(super) bases: Vec<Value<M>>,
    /// What makes it, if not `type`.
    pub(super) metaclass: Option<Value<M>>,
    pub(super) body: Vec<(NameId, Value<M>)>,
    /// A dict of what has a name that the program has nowhere.
    pub(super) unnamed: Option<Value<M>>,
    /// The cell that `super()` in its methods reads, or unbound.
    pub(super) cell: Value<M>,
    /// The module of the library that it is of.
    pub(super) module: Option<&'static str>,
}

impl<M: Memory> Machine<M> {
    /// `dst =` the class whose body has just been run in this frame.
    #[inline(never)]
    pub(super) fn build_class(&mut self, at: &mut Cursor<M>, dst: Reg, base: Reg) -> Result<()> {
        let given = self.given(at, base)?;
        if let Some(metaclass) = given.metaclass.clone() {
            return self.build_by_metaclass(at, dst, metaclass, given);
        }
        let interpreter = self.interpreter;
        let function = &interpreter.module().functions()[at.entry().index];
        let variables = variables(function, at).into_iter();
        let mut body: Vec<_> = variables
            .filter_map(|(name, value)| Some((interpreter.name_id(name)?, value)))
            .collect();
        self.add_class_names(function.docstring.as_deref(), function.module, &mut body)?;
        let Given { bases, keywords, .. } = given;
        let (class, named) = self.make_class(Blueprint {
            name: function.name.clone(),
            qualname: function.qualname.clone(),
            bases,
            metaclass: None,
            body,
            unnamed: None,
            cell: class_cell(function, at),
            module: function.module,
        })?;
        at.set(dst, class.clone());
        match self.finishing(&class, &named, keywords)? {
            Some((function, arguments)) => {
                self.call_value(at, function, arguments, None, Then::Drop)
            }
            None => Ok(()),
        }
    }

    /// A class, and what of it is to be told its name.
    pub(super) fn make_class(&mut self, plan: Blueprint<M>) -> Result<(Value<M>, Named<M>)> {
        let interpreter = self.interpreter;
        let Blueprint { name, qualname, mut bases, metaclass, mut body, unnamed, cell, module } =
            plan;
        if bases.is_empty() {
            bases.push(interpreter.class(Type::Object));
        }
        let root = root_of(&bases)?;
        let ancestors = linearized(&bases)?;
        self.wrap_class_functions(&mut body)?;
        let named = self.named_descriptors(&body)?;
        let slots = self.slots_of_class(&name, &ancestors, &body)?;
        let mut class = ClassObject::new(&name, bases.into(), ancestors.into(), root, false, body);
        class.qualname = qualname.into();
        class.has_setters |= named.has_setters;
        class.metaclass = metaclass;
        class.slots = slots;
        let has = |special| {
            interpreter.special_name(special).is_some_and(|name| class.lookup(name).is_some())
        };
        let has_getter = has(Special::GetAttribute);
        let iterates = has(Special::Iter);
        let has_buffer = has(Special::Buffer);
        let has_del = has(Special::Del);
        let has_float = !matches!(root, Type::Int | Type::Float) && has(Special::Float);
        let has_index = root != Type::Int && has(Special::Index);
        let has_hooks = has(Special::SetAttr) || has(Special::DelAttr);
        class.has_setters |= has_hooks;
        class.has_buffer = has_buffer;
        class.iterates = iterates;
        class.has_getter = has_getter;
        class.has_index = has_index;
        class.has_float = has_float;
        let new = interpreter.special_name(Special::New);
        let call = interpreter.special_name(Special::Call);
        let metaclass = class.metaclass.as_ref().and_then(Value::as_class);
        let has_call = call.zip(metaclass).is_some_and(|(call, it)| it.lookup(call).is_some());
        let has_new = new.is_some_and(|new| class.lookup(new).is_some());
        class.set_plainly_made(root == Type::Object && !has_call && !has_new && !has_getter);
        if has_del {
            class.set_finalizes();
        }
        if let Some(unnamed) = unnamed {
            class.unnamed_or(unnamed);
        }
        class.module = module;
        let object = Object::Class(Box::new(class));
        let heap = self.heap();
        let is_immortal = interpreter.is_loading();
        let class = if is_immortal { heap.immortal(object) } else { heap.allocate(object) }?;
        if let Some(Object::Cell(slot)) = cell.object() {
            slot.store(class.clone());
        }
        if interpreter.special_name(Special::Subclasses).is_some() {
            let bases = class.as_class().into_iter().flat_map(|class| &*class.bases);
            bases.filter_map(Value::as_class).for_each(|base| base.add_subclass(class.clone()));
        }
        Ok((class, named))
    }

    /// The names that `__slots__` leaves the instances of a class.
    fn slots_of_class(
        &self,
        class: &str,
        ancestors: &[Value<M>],
        body: &[(NameId, Value<M>)],
    ) -> Result<Option<Box<[NameId]>>> {
        let own = self.interpreter.special_name(Special::Slots);
        let Some((_, own)) = body.iter().find(|(name, _)| Some(*name) == own) else {
            return Ok(None);
        };
        let names = match own.as_str() {
            Some(_) => vec![own.clone()],
            None => iterate::items(self.heap(), own)?.unwrap_or_default(),
        };
        let mut slots = Vec::new();
        for name in &names {
            let Some(text) = name.as_str() else {
                let kind = name.type_name();
                let text = format!("__slots__ items must be strings, not '{kind}'");
                return Err(Error::type_error(text));
            };
            if text == Special::Dict.name() {
                return Ok(None);
            }
            // A name that the program has nowhere is set by nobody but `setattr`.
            let Some(id) = self.interpreter.name_id(&crate::lang::mangle(text, Some(class))) else {
                continue;
            };
            if body.iter().any(|(known, _)| *known == id) {
                let text = format!("'{text}' in __slots__ conflicts with class variable");
                return Err(Error::value_error(text));
            }
            slots.push(id);
        }
        for ancestor in ancestors.iter().filter_map(Value::as_class) {
            match &ancestor.slots {
                Some(more) => slots.extend_from_slice(more),
                None if ancestor.is_builtin => {}
                None => return Ok(None),
            }
        }
        Ok(Some(slots.into()))
    }

    /// Functions that are about the class rather than its objects need no decorator to say so.
    fn wrap_class_functions(&self, body: &mut [(NameId, Value<M>)]) -> Result<()> {
        let special = |special| self.interpreter.special_name(special);
        let of_class = [Special::InitSubclass, Special::ClassGetItem].map(special);
        for (name, value) in body {
            let is_of_class = of_class.contains(&Some(*name));
            if (is_of_class || special(Special::New) == Some(*name))
                && matches!(value.object(), Some(Object::Function(_)))
            {
                let wrapper = Wrapper { function: value.clone(), is_of_class };
                *value = self.heap().allocate(Object::Wrapper(wrapper))?;
            }
        }
        Ok(())
    }

    /// What has to be called when a class is there: `__set_name__` of what is in it, and the
    /// `__init_subclass__` that it inherits. Its value is the class.
    pub(super) fn finishing(
        &mut self,
        class: &Value<M>,
        named: &Named<M>,
        keywords: Vec<(Value<M>, Value<M>)>,
    ) -> Result<Option<Call<M>>> {
        let inherited = class.as_class().and_then(|inside| {
            lookup_in(&inside.ancestors, self.interpreter.special_name(Special::InitSubclass)?)
        });
        if inherited.is_none() && !keywords.is_empty() {
            let name = class.as_class().map_or("", |class| &class.qualname);
            return Err(Error::type_error(format!(
                "{name}.__init_subclass__() takes no keyword arguments"
            )));
        }
        let calls = self.naming_calls(class, &named.to_tell)?;
        if calls.is_empty() && inherited.is_none() {
            return Ok(None);
        }
        let initialise = match inherited {
            Some(method) => self.found_value(self.interpreter.as_found(method, false), class)?,
            None => Value::NONE,
        };
        let calls = self.heap().list(calls)?;
        let keywords = self.dict_of_pairs(keywords)?;
        let arguments = vec![class.clone(), calls, initialise, keywords];
        Ok(Some((self.interpreter.prelude("finished_class")?, arguments)))
    }

    /// `type.__new__(metaclass, name, bases, namespace, **keywords)`
    pub(super) fn new_class(&mut self, args: &Args<'_, M>) -> Result<Value<M>> {
        let [metaclass, name, bases, namespace] = args.positional() else {
            let given = args.positional().len().saturating_sub(1);
            return Err(Error::type_error(format!(
                "type.__new__() takes exactly 3 arguments ({given} given)"
            )));
        };
        let wrong = |at: usize, kind: &str, value: &Value<M>| {
            let given = value.type_name();
            Error::type_error(format!("type.__new__() argument {at} must be {kind}, not {given}"))
        };
        let Some(text) = name.as_str() else { return Err(wrong(1, "str", name)) };
        let Some(Object::Tuple(items)) = bases.object() else {
            return Err(wrong(2, "tuple", bases));
        };
        let Some(Object::Dict(pairs)) = namespace.plain().object() else {
            return Err(wrong(3, "dict", namespace));
        };
        let metaclass = most_derived(Some(metaclass.clone()), items)?;
        let mut plan = Blueprint {
            name: text.to_owned(),
            qualname: text.to_owned(),
            bases: items.to_vec(),
            metaclass,
            body: Vec::new(),
            unnamed: None,
            cell: Value::UNBOUND,
            module: None,
        };
        self.fill_in(&mut plan, pairs.with(|pairs| pairs.pairs()))?;
        let mut keywords = Vec::new();
        for (name, value) in args.by_keyword() {
            keywords.push((self.heap().str(name)?, value.clone()));
        }
        let (class, named) = self.make_class(plan)?;
        self.tail = self.finishing(&class, &named, keywords)?;
        if self.tail.is_some() { Err(Error::control(Control::Tail)) } else { Ok(class) }
    }

    /// What a namespace says of a class.
    fn fill_in(&self, plan: &mut Blueprint<M>, pairs: Vec<(Value<M>, Value<M>)>) -> Result<()> {
        for (key, value) in pairs {
            match (key.as_str(), &value) {
                (Some("__classcell__"), _) => plan.cell = value,
                (Some("__qualname__"), _) if let Some(qualname) = value.as_str() => {
                    plan.qualname = qualname.to_owned();
                }
                (Some("__qualname__"), _) => {
                    let given = value.type_name();
                    let text = format!("type __qualname__ must be a str, not {given}");
                    return Err(Error::type_error(text));
                }
                (Some(name), _) if let Some(name) = self.interpreter.name_id(name) => {
                    plan.body.push((name, value));
                }
                (Some(_), _) => {
                    let unnamed = match plan.unnamed.take() {
                        Some(unnamed) => unnamed,
                        None => self.heap().dict()?,
                    };
                    super::build::dict_set(&self.interpreter, &unnamed, &key, &value)?;
                    plan.unnamed = Some(unnamed);
                }
                // What is no string is found by nobody.
                (None, _) => {}
            }
        }
        self.add_class_names(None, None, &mut plan.body)
    }

    /// `dst = super()`
    #[inline(never)]
    pub(super) fn super_(
        &mut self,
        at: &mut Cursor<M>,
        dst: Reg,
        class: Reg,
        first: Reg,
    ) -> Result<()> {
        let class = inside(at.get(class));
        let object = inside(at.get(first));
        if class.is_unbound() {
            return Err(Error::exception("RuntimeError", "super(): empty __class__ cell"));
        }
        let value = self.super_of(class, object)?;
        at.set(dst, value);
        Ok(())
    }

    /// `super(class, object)`
    pub(super) fn super_of(&self, class: Value<M>, object: Value<M>) -> Result<Value<M>> {
        // Without an object it is one of nothing, and finds nothing.
        if !object.is_none() && super_start(&class, &object).is_none() {
            return Err(Error::type_error(
                "super(type, obj): obj must be an instance or subtype of type",
            ));
        }
        self.heap().allocate(Object::Super((class, object)))
    }
}

/// What the body in this frame has bound, in order.
pub(super) fn variables<'f, M: Memory>(
    function: &'f Function,
    at: &Cursor<M>,
) -> Vec<(&'f str, Value<M>)> {
    let named = (0..=u8::MAX).map(Reg).zip(&function.locals);
    // Those with a dot are no variables of the program's.
    let named = named.filter(|(_, name)| !name.contains('.') && *name != Special::Class.name());
    let values = named.map(|(register, name)| (name.as_str(), inside(at.get(register))));
    values.filter(|(_, value)| !value.is_unbound()).collect()
}

/// The cell of `__class__` of the body in this frame.
pub(super) fn class_cell<M: Memory>(function: &Function, at: &Cursor<M>) -> Value<M> {
    let place = function.locals.iter().position(|name| name == Special::Class.name());
    let register = place.and_then(|place| u8::try_from(place).ok());
    register.map_or(Value::UNBOUND, |register| at.get(Reg(register)).clone())
}

/// The class whose ancestors `super(class, object)` searches, and whether what is found is for an
/// object of it: else the object is the class itself (`supercheck` in `Objects/typeobject.c`).
pub(super) fn super_start<'a, M: Memory>(
    class: &Value<M>,
    object: &'a Value<M>,
) -> Option<(&'a ClassObject<M>, bool)> {
    let class = class.as_class()?;
    let itself = object.as_class().filter(|own| own.is_subclass_of(class));
    itself.map(|own| (own, false)).or_else(|| {
        object.own_class().filter(|own| own.is_subclass_of(class)).map(|own| (own, true))
    })
}

/// What is in a cell, or the value itself.
pub(super) fn inside<M: Memory>(value: &Value<M>) -> Value<M> {
    match value.object() {
        Some(Object::Cell(slot)) => slot.load(),
        _ => value.clone(),
    }
}
