//! Built-in functions: how they are called, and what they may ask of the machine that calls them.
//!
//! A built-in never runs Python code by itself. Where it would have to (a generator to be used up,
//! an instance with a `__repr__`), it ends with a [`Control`] instead, and the machine does that in
//! frames of its own, which can be parked, and calls it again or calls its twin in the prelude.

use super::error::Error;
use super::keywords::Keywords;
use super::machine::Machine;
use super::memory::Memory;
use super::quick::Quick;
use super::types::Type;
use super::value::Value;
use crate::trace::Awaited;

type Result<T> = std::result::Result<T, Box<Error>>;

/// A built-in function.
pub(super) type Native<M> = fn(&mut Machine<M>, &Args<'_, M>) -> Result<Value<M>>;

/// Built-in functions with their names.
pub(super) type Table<M> = &'static [(&'static str, Native<M>)];

/// A built-in function as an object.
pub(super) struct BuiltinObject<M: Memory> {
    pub(super) name: &'static str,
    /// The class whose method it is.
    pub(super) owner: Option<Type>,
    pub(super) function: Native<M>,
    pub(super) quick: Quick,
}

impl<M: Memory> BuiltinObject<M> {
    pub(super) fn new(name: &'static str, owner: Option<Type>, function: Native<M>) -> Self {
        Self { name, owner, function, quick: Quick::of(owner, name) }
    }
}

/// What a built-in asks of the machine. The arguments stay as they were.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Control {
    /// Raise `Machine::thrown`.
    Thrown,
    /// Wait for `Machine::wait`, then call again.
    Block,
    /// Call the prelude's function of this name with the same arguments instead.
    Prelude(&'static str),
    /// Put a list of what this argument iterates over in its place, then call again.
    Collect(u8),
    /// The same where its `__len__` is asked first, as by `list`.
    List(u8),
    /// Put `str` of this argument in its place, then call again.
    Str(u8),
    /// Put `repr` of this argument in its place (as a string), then call again.
    Repr(u8),
    /// Its value is the exception that is being handled, or `None`.
    Handled,
    /// Its value is a dict of the variables of the caller.
    Locals,
    /// Its value is where the program stands: line and function.
    Caller,
    /// Its value is a list of the frames that the program has, innermost first.
    Frames,
    /// The task that is in a step awaits here, and that is what for.
    Stand(Awaited),
    /// Call `Machine::tail` instead; its value is the built-in's.
    Tail,
    /// Make an instance of the class that is the first argument, with the others.
    Instantiate,
    /// The same without its `__init__`.
    New,
    /// Raise `KeyError` with the index of the instruction.
    KeyError,
    /// An argument or operand has an `__index__` that says which whole number it is.
    Index,
    /// An argument has a `__float__` or `__index__` that says which number it is.
    Float,
    /// An argument has a `__buffer__` that gives its bytes.
    Buffer,
    /// An operand has a class of the program: look for its method.
    Dunder,
    /// A key has a `__hash__` of the program.
    Hash,
}

/// The arguments of a call: those by position, then those by keyword.
pub(super) struct Args<'a, M: Memory> {
    /// All values, keywords' values last.
    pub(super) values: &'a [Value<M>],
    /// The names of the last values, if they have some.
    pub(super) keywords: Option<Keywords<'a, M>>,
}

impl<'a, M: Memory> Args<'a, M> {
    /// Those by position.
    pub(super) fn positional(&self) -> &'a [Value<M>] {
        &self.values[..self.count_positional()]
    }

    fn count_positional(&self) -> usize {
        self.values.len() - self.keywords.map_or(0, Keywords::len)
    }

    /// Those by keyword.
    pub(super) fn by_keyword(&self) -> impl Iterator<Item = (&'a str, &'a Value<M>)> {
        let names = self.keywords.into_iter().flat_map(Keywords::iter);
        names.zip(&self.values[self.count_positional()..])
    }

    /// The first argument, which a method is called on, and the others.
    pub(super) fn split_first(&self) -> Result<(&'a Value<M>, Self)> {
        let Some((me, rest)) = self.values.split_first() else {
            return Err(Error::type_error("unbound method needs an argument"));
        };
        Ok((me, Self { values: rest, keywords: self.keywords }))
    }

    /// The only arguments, without keywords, in CPython's words (`_PyArg_CheckPositional` and
    /// `METH_O`): `len() takes exactly one argument (2 given)`.
    #[inline]
    pub(super) fn exactly<const N: usize>(&self, function: &str) -> Result<&'a [Value<M>; N]> {
        self.no_keywords(function)?;
        match self.values.try_into() {
            Ok(values) => Ok(values),
            Err(_) => Err(not_exactly(function, N, self.values.len())),
        }
    }

    /// The only arguments, without keywords, in the words of `PyArg_UnpackTuple`: `reversed expected 1
    /// argument, got 2`.
    pub(super) fn expected<const N: usize>(&self, function: &str) -> Result<&'a [Value<M>; N]> {
        self.no_keywords(function)?;
        self.values.try_into().map_err(|_| {
            let (given, s) = (self.values.len(), if N == 1 { "" } else { "s" });
            Error::type_error(format!("{function} expected {N} argument{s}, got {given}"))
        })
    }

    /// From `least` to `most` arguments, without keywords.
    #[inline]
    pub(super) fn between(
        &self,
        function: &str,
        least: usize,
        most: usize,
    ) -> Result<&'a [Value<M>]> {
        self.no_keywords(function)?;
        let given = self.values.len();
        if given < least {
            return Err(not_between(function, "at least", least, given));
        }
        if given > most {
            return Err(not_between(function, "at most", most, given));
        }
        Ok(self.values)
    }

    /// Arguments by position or by name; the first `required` must be there, and the first
    /// `by_position` have no name.
    pub(super) fn bind<const N: usize>(
        &self,
        function: &str,
        parameters: [&str; N],
        required: usize,
        by_position: usize,
    ) -> Result<[Option<&'a Value<M>>; N]> {
        let mut bound = [None; N];
        self.bind_all(function, &parameters, required, by_position, &mut bound)?;
        Ok(bound)
    }

    /// The same for any number of parameters, which all have their places in `bound`.
    fn bind_all(
        &self,
        function: &str,
        parameters: &[&str],
        required: usize,
        by_position: usize,
        bound: &mut [Option<&'a Value<M>>],
    ) -> Result<()> {
        let most = parameters.len();
        let positional = self.positional();
        let given = self.values.len();
        if given > most {
            let bound = if required == most { "exactly" } else { "at most" };
            let keyword = if positional.is_empty() { "keyword " } else { "" };
            let s = if most == 1 { "" } else { "s" };
            return Err(Error::type_error(format!(
                "{function}() takes {bound} {most} {keyword}argument{s} ({given} given)"
            )));
        }
        let least = required.min(by_position);
        if positional.len() < least {
            let (given, s) = (positional.len(), if least == 1 { "" } else { "s" });
            let bound = if least == most { "exactly" } else { "at least" };
            return Err(Error::type_error(format!(
                "{function}() takes {bound} {least} positional argument{s} ({given} given)"
            )));
        }
        for (slot, value) in bound.iter_mut().zip(positional) {
            *slot = Some(value);
        }
        for (name, value) in self.by_keyword() {
            let at = parameters.iter().skip(by_position).position(|known| *known == name);
            let Some(at) = at.map(|at| at + by_position) else {
                return Err(Error::type_error(format!(
                    "'{name}' is an invalid keyword argument for {function}()"
                )));
            };
            if bound[at].is_some() {
                return Err(Error::type_error(format!(
                    "argument for {function}() given by name ('{name}') and position ({})",
                    at + 1
                )));
            }
            bound[at] = Some(value);
        }
        if let Some(missing) = bound[..required].iter().position(Option::is_none) {
            return Err(Error::type_error(format!(
                "{function}() missing required argument '{}' (pos {})",
                parameters[missing],
                missing + 1
            )));
        }
        Ok(())
    }

    /// The arguments behind the first one.
    #[inline]
    pub(super) fn behind_first(&self) -> Self {
        let values = self.values.get(1..).unwrap_or_default();
        Self { values, keywords: self.keywords }
    }

    /// The object whose method is called, and the arguments behind it.
    pub(super) fn receiver(&self, kind: Type, method: &str) -> Result<(&'a Value<M>, Self)> {
        let class = kind.name();
        let Some((receiver, rest)) = self.values.split_first() else {
            return Err(Error::type_error(format!(
                "unbound method {class}.{method}() needs an argument"
            )));
        };
        // Methods of Python's own classes work with the value that an instance holds.
        let receiver = if kind.is_held() { receiver.plain() } else { receiver };
        if !receiver.type_of().is_subclass_of(kind) {
            let name = receiver.type_name();
            return Err(Error::type_error(format!(
                "descriptor '{method}' for '{class}' objects doesn't apply to a '{name}' object"
            )));
        }
        Ok((receiver, Self { values: rest, keywords: self.keywords }))
    }

    /// The object whose special method is called by its name, and the other arguments.
    pub(super) fn receiver_and<const N: usize>(&self) -> Result<&'a [Value<M>; N]> {
        self.values.try_into().map_err(|_| {
            let (expected, given) = (N - 1, self.values.len().saturating_sub(1));
            let s = if expected == 1 { "" } else { "s" };
            Error::type_error(format!("expected {expected} argument{s}, got {given}"))
        })
    }

    /// What is said where a method's object is not of its kind.
    #[cold]
    #[inline(never)]
    pub(super) fn of_no(&self, kind: Type, method: &str) -> Box<Error> {
        match self.receiver(kind, method) {
            Err(error) => error,
            Ok(_) => Error::type_error(format!("{method}() of no {}", kind.name())),
        }
    }

    #[inline]
    fn no_keywords(&self, function: &str) -> Result<()> {
        if self.keywords.is_none() { Ok(()) } else { Err(keywords_given(function)) }
    }
}

#[cold]
fn not_exactly(function: &str, expected: usize, given: usize) -> Box<Error> {
    Error::type_error(match expected {
        0 => format!("{function}() takes no arguments ({given} given)"),
        1 => format!("{function}() takes exactly one argument ({given} given)"),
        _ => format!("{function} expected {expected} arguments, got {given}"),
    })
}

#[cold]
fn not_between(function: &str, bound: &str, count: usize, given: usize) -> Box<Error> {
    let s = if count == 1 { "" } else { "s" };
    Error::type_error(format!("{function} expected {bound} {count} argument{s}, got {given}"))
}

#[cold]
fn keywords_given(function: &str) -> Box<Error> {
    Error::type_error(format!("{function}() takes no keyword arguments"))
}
