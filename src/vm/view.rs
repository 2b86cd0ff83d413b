//! Views of a dict: `dict.keys()`, `dict.values()`, `dict.items()`.

use super::dict;
use super::equal::same_or_equal;
use super::error::Error;
use super::interpreter::Interpreter;
use super::memory::{Locked, Memory};
use super::object::Object;
use super::types::Type;
use super::value::Value;

type Result<T> = std::result::Result<T, Box<Error>>;

/// What a view shows of its dict.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ViewKind {
    Keys,
    Values,
    Items,
}

impl ViewKind {
    /// The class of its iterators.
    pub(super) const fn iterator(self) -> Type {
        match self {
            Self::Keys => Type::DictKeyIterator,
            Self::Values => Type::DictValueIterator,
            Self::Items => Type::DictItemIterator,
        }
    }
}

/// `dict.keys()`, `dict.values()`, `dict.items()`
pub(super) struct DictView<M: Memory> {
    pub(super) dict: Value<M>,
    pub(super) kind: ViewKind,
}

impl<M: Memory> DictView<M> {
    pub(super) fn type_of(&self) -> Type {
        match self.kind {
            ViewKind::Keys => Type::DictKeys,
            ViewKind::Values => Type::DictValues,
            ViewKind::Items => Type::DictItems,
        }
    }

    /// Does it have the operators of sets?
    pub(super) fn is_set_like(&self) -> bool {
        self.kind != ViewKind::Values
    }

    pub(super) fn len(&self) -> usize {
        match self.dict.object() {
            Some(Object::Dict(dict)) => dict.with(|dict| dict.len()),
            _ => 0,
        }
    }

    /// Copies of all keys and values.
    pub(super) fn pairs(&self) -> Vec<(Value<M>, Value<M>)> {
        match self.dict.object() {
            Some(Object::Dict(dict)) => dict.with(|dict| dict.pairs()),
            _ => Vec::new(),
        }
    }

    /// `item in view`
    pub(super) fn contains(&self, interpreter: &Interpreter<M>, item: &Value<M>) -> Result<bool> {
        let Some(Object::Dict(dict)) = self.dict.object() else { return Ok(false) };
        match self.kind {
            ViewKind::Keys => Ok(dict::get(interpreter, dict, item)?.is_some()),
            ViewKind::Values => {
                for (_, value) in self.pairs() {
                    if same_or_equal(interpreter, &value, item)? {
                        return Ok(true);
                    }
                }
                Ok(false)
            }
            ViewKind::Items => {
                let Some(Object::Tuple(pair)) = item.object() else { return Ok(false) };
                let [key, value] = &**pair else { return Ok(false) };
                match dict::get(interpreter, dict, key)? {
                    Some(known) => same_or_equal(interpreter, &known, value),
                    None => Ok(false),
                }
            }
        }
    }
}
