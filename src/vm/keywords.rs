//! The names of a call's last arguments: those that the source has, or the keys of a mapping.

use super::error::Error;
use super::memory::Memory;
use super::value::Value;
use crate::code::Module;
use crate::code::op::{KeywordsId, NameId};

/// The names of a call's last arguments, to be kept.
pub(super) enum Names<M: Memory> {
    Written(KeywordsId),
    /// Strings.
    Found(Box<[Value<M>]>),
}

impl<M: Memory> Clone for Names<M> {
    fn clone(&self) -> Self {
        match self {
            Self::Written(id) => Self::Written(*id),
            Self::Found(keys) => Self::Found(keys.clone()),
        }
    }
}

/// The same while the call is being made.
pub(super) enum Keywords<'a, M: Memory> {
    /// And what the names are called.
    Written(&'a [NameId], &'a [String]),
    Found(&'a [Value<M>]),
}

impl<M: Memory> Names<M> {
    /// The keys of a mapping; `None` if there are none.
    pub(super) fn found(keys: Vec<Value<M>>) -> Result<Option<Self>, Box<Error>> {
        if keys.iter().any(|key| key.as_str().is_none()) {
            return Err(Error::type_error("keywords must be strings"));
        }
        Ok((!keys.is_empty()).then(|| Self::Found(keys.into())))
    }

    pub(super) fn of<'a>(&'a self, module: &'a Module) -> Keywords<'a, M> {
        match self {
            Self::Written(id) => {
                Keywords::Written(&module.keywords()[usize::from(id.0)], module.names())
            }
            Self::Found(keys) => Keywords::Found(keys),
        }
    }
}

impl<M: Memory> Clone for Keywords<'_, M> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<M: Memory> Copy for Keywords<'_, M> {}

impl<'a, M: Memory> Keywords<'a, M> {
    pub(super) fn len(self) -> usize {
        match self {
            Self::Written(ids, _) => ids.len(),
            Self::Found(keys) => keys.len(),
        }
    }

    pub(super) fn iter(self) -> impl Iterator<Item = &'a str> {
        (0..self.len()).map(move |at| match self {
            Self::Written(ids, names) => names[usize::from(ids[at].0)].as_str(),
            Self::Found(keys) => keys[at].as_str().unwrap_or_default(),
        })
    }
}
