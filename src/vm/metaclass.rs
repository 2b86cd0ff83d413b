//! Classes that another class than `type` makes: what `class C(metaclass=M)` does before its body is
//! run and behind it (`builtin___build_class__` in `Python/bltinmodule.c`).

use super::classes::{class_cell, variables};
use super::continuation::Then;
use super::error::Error;
use super::machine::Machine;
use super::memory::{Locked, Memory, Optimistic};
use super::object::Object;
use super::special::Special;
use super::stack::Cursor;
use super::types::Type;
use super::value::Value;
use crate::code::op::Reg;

type Result<T> = std::result::Result<T, Box<Error>>;

/// The keyword that names a class's class.
const METACLASS: &str = "metaclass";

/// What the `class` statement of the body that runs was given.
pub(super) struct Given<M: Memory> {
    pub(super) bases: Vec<Value<M>>,
    /// What makes the class, if not `type`.
    pub(super) metaclass: Option<Value<M>>,
    /// Strings and their values: all keywords but for `metaclass`.
    pub(super) keywords: Vec<(Value<M>, Value<M>)>,
}

impl<M: Memory> Machine<M> {
    /// What the body in this frame was called with; `base` is its first register.
    pub(super) fn given(&self, at: &Cursor<M>, base: Reg) -> Result<Given<M>> {
        let bases = match at.get(base).object() {
            Some(Object::Tuple(bases)) => bases.iter().map(|base| self.origin_of(base)).collect(),
            _ => Vec::new(),
        };
        let function = &self.interpreter.module().functions()[at.entry().index];
        let keywords = match at.get(Reg(base.0 + 1)).object() {
            Some(Object::Dict(pairs)) if function.parameters.len() > 1 => {
                pairs.with(|pairs| pairs.pairs())
            }
            _ => Vec::new(),
        };
        let (named, keywords): (Vec<_>, _) =
            keywords.into_iter().partition(|(name, _)| name.as_str() == Some(METACLASS));
        let named = named.into_iter().next().map(|(_, metaclass)| metaclass);
        let metaclass = most_derived(named, &bases)?;
        Ok(Given { bases, metaclass, keywords })
    }

    /// The class that a base with something in brackets is made of; others as they are.
    fn origin_of(&self, base: &Value<M>) -> Value<M> {
        let origin = self.interpreter.name_id("__origin__").zip(base.as_instance());
        let origin = origin.and_then(|(name, it)| it.attributes.inside(|all| all.get(name)));
        origin.unwrap_or_else(|| base.clone())
    }

    /// `namespace =` what `__prepare__` gives, if the metaclass of the program has one.
    pub(super) fn prepare(&mut self, at: &mut Cursor<M>, namespace: Reg, base: Reg) -> Result<()> {
        let Given { bases, metaclass, keywords } = self.given(at, base)?;
        let prepare = metaclass.as_ref().and_then(|metaclass| {
            let method =
                metaclass.as_class()?.lookup(self.interpreter.special_name(Special::Prepare)?)?;
            Some((metaclass, method))
        });
        let Some((metaclass, method)) = prepare else { return Ok(()) };
        let method = self.found_value(self.interpreter.as_found(method, false), metaclass)?;
        let function = &self.interpreter.module().functions()[at.entry().index];
        let heap = self.heap();
        let arguments = vec![
            method,
            heap.str(function.name.as_str())?,
            heap.tuple(bases)?,
            self.dict_of_pairs(keywords)?,
            heap.str(function.qualname.as_str())?,
            heap.str(self.interpreter.module_of(function))?,
            function.docstring.as_deref().map_or(Ok(Value::NONE), |text| heap.str(text))?,
        ];
        let prepared = self.interpreter.prelude("prepared")?;
        self.call_value(at, prepared, arguments, None, Then::Store(namespace))
    }

    /// A variable of the body has been bound or deleted.
    pub(super) fn tell_namespace(
        &mut self,
        at: &mut Cursor<M>,
        namespace: Reg,
        local: Reg,
    ) -> Result<()> {
        let space = at.get(namespace).clone();
        if space.is_unbound() {
            return Ok(());
        }
        let function = &self.interpreter.module().functions()[at.entry().index];
        let name = self.heap().str(function.locals[usize::from(local.0)].as_str())?;
        let value = at.get(local).clone();
        if value.is_unbound() {
            let delete = self.interpreter.prelude("del_item")?;
            return self.call_value(at, delete, vec![space, name], None, Then::Drop);
        }
        let tell = self.interpreter.prelude("told_namespace")?;
        self.call_value(at, tell, vec![space, name, value], None, Then::Store(local))
    }

    /// `dst =` what the metaclass makes of a body with these variables.
    pub(super) fn build_by_metaclass(
        &mut self,
        at: &mut Cursor<M>,
        dst: Reg,
        metaclass: Value<M>,
        Given { bases, keywords, .. }: Given<M>,
    ) -> Result<()> {
        let function = &self.interpreter.module().functions()[at.entry().index];
        let heap = self.heap();
        let cell = class_cell(function, at);
        let cell = if cell.is_unbound() { Value::NONE } else { cell };
        // Behind the bases and the keywords.
        let namespace = match at.get(Reg(2)).clone() {
            namespace if !namespace.is_unbound() => namespace,
            _ => {
                let namespace = heap.dict()?;
                let module = heap.str(self.interpreter.module_of(function))?;
                self.set_in_dict(&namespace, Special::Module.name(), module)?;
                let qualname = heap.str(function.qualname.as_str())?;
                self.set_in_dict(&namespace, Special::QualName.name(), qualname)?;
                if let Some(docstring) = &function.docstring {
                    let docstring = heap.str(docstring.as_str())?;
                    self.set_in_dict(&namespace, Special::Doc.name(), docstring)?;
                }
                for (name, value) in variables(function, at) {
                    self.set_in_dict(&namespace, name, value)?;
                }
                namespace
            }
        };
        let arguments = vec![
            metaclass,
            heap.str(function.name.as_str())?,
            heap.tuple(bases)?,
            namespace,
            cell,
            self.dict_of_pairs(keywords)?,
        ];
        let build = self.interpreter.prelude("build_by")?;
        self.call_value(at, build, arguments, None, Then::Store(dst))
    }

    /// A new dict.
    pub(super) fn dict_of_pairs(&self, pairs: Vec<(Value<M>, Value<M>)>) -> Result<Value<M>> {
        let dict = self.heap().dict()?;
        for (key, value) in pairs {
            super::build::dict_set(&self.interpreter, &dict, &key, &value)?;
        }
        Ok(dict)
    }
}

/// The metaclass of a class with these bases, of which each one's must be a base
/// (`_PyType_CalculateMetaclass`). What is no class makes whatever it wants.
pub(super) fn most_derived<M: Memory>(
    named: Option<Value<M>>,
    bases: &[Value<M>],
) -> Result<Option<Value<M>>> {
    let named = named.filter(|named| !is_type_itself(named));
    if named.as_ref().is_some_and(|named| named.as_class().is_none()) {
        return Ok(named);
    }
    let mut winner = named;
    for base in bases.iter().filter_map(Value::as_class) {
        let Some(other) = &base.metaclass else { continue };
        let (Some(wins), Some(inside)) =
            (winner.as_ref().and_then(Value::as_class), other.as_class())
        else {
            winner = Some(other.clone());
            continue;
        };
        if inside.is_subclass_of(wins) {
            winner = Some(other.clone());
        } else if !wins.is_subclass_of(inside) {
            return Err(Error::type_error(
                "metaclass conflict: the metaclass of a derived class must be a (non-strict) \
                 subclass of the metaclasses of all its bases",
            ));
        }
    }
    Ok(winner)
}

fn is_type_itself<M: Memory>(value: &Value<M>) -> bool {
    value.as_class().is_some_and(|class| class.is_builtin && class.root == Type::Type)
}
