//! A compiled program: immutable, without values, shared by all workers.

use std::sync::Arc;

use num_bigint::BigInt;

use super::op::{NameId, Op, Reg, Target};
use super::{prelude, verify};
use crate::lang::tree::FunctionKind;
use crate::lang::{Library, Problem, Source, Span};

/// A compiled program.
#[derive(Debug)]
pub struct Module {
    texts: Vec<Arc<Text>>,
    docstring: Option<String>,
    functions: Box<[Arc<Function>]>,
    constants: Box<[Constant]>,
    globals: Box<[String]>,
    names: Box<[String]>,
    keywords: Box<[Box<[NameId]>]>,
    program: Size,
    body: usize,
    libraries: Vec<&'static Library>,
    imports: Vec<(String, String)>,
    is_watched: bool,
    keeps_locals: bool,
    refused: Vec<Problem>,
}

/// The parts of a program.
#[derive(Debug, Default)]
pub(super) struct ModuleParts {
    pub(super) texts: Vec<Arc<Text>>,
    pub(super) docstring: Option<String>,
    pub(super) functions: Vec<Arc<Function>>,
    /// So many of them are known to be right.
    pub(super) checked: usize,
    pub(super) constants: Vec<Constant>,
    pub(super) globals: Vec<String>,
    pub(super) names: Vec<String>,
    pub(super) keywords: Vec<Box<[NameId]>>,
    /// How much of all that is the program's own; the prelude's stands behind it.
    pub(super) program: Size,
    /// Which function is the body.
    pub(super) body: usize,
    /// The modules in Python that are part of it.
    pub(super) libraries: Vec<&'static Library>,
    /// Names of the module that stand for modules.
    pub(super) imports: Vec<(String, String)>,
    /// Is somebody told when an object goes?
    pub(super) is_watched: bool,
    /// Can frames tell which of their variables have a value?
    pub(super) keeps_locals: bool,
    /// What is refused if it is reached.
    pub(super) refused: Vec<Problem>,
}

/// What code was compiled from: the program's own file, or what it has compiled while it ran.
#[derive(Clone, Debug, Default)]
pub struct Text {
    /// The name of the file, as tracebacks tell it.
    pub name: String,
    /// What stands there.
    pub source: Source,
    /// Do tracebacks show its lines?
    pub is_shown: bool,
}

/// How many there are of each.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Size {
    pub(super) functions: usize,
    pub(super) constants: usize,
    pub(super) globals: usize,
    pub(super) names: usize,
    pub(super) keywords: usize,
}

/// A compiled function. The module's own body is one as well, named `<module>`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Function {
    /// As in the source.
    pub name: String,
    /// Its name with those around it, as in `Counter.add` and `outer.<locals>.inner`.
    pub qualname: String,
    /// What it says of itself, without the margin of its lines.
    pub docstring: Option<String>,
    /// Names of the parameters, which are the first registers.
    pub parameters: Vec<String>,
    /// What kinds of parameters these are.
    pub signature: Signature,
    /// The defaults of the last parameters by position, one for each that has one: its value if it
    /// is a literal, `None` if only the `def` itself will know.
    pub defaults: Vec<Option<Constant>>,
    /// Names of the local variables, parameters included; they are the first registers.
    pub locals: Vec<String>,
    /// Names of the free variables. Their cells are the registers behind the local variables.
    pub free: Vec<String>,
    /// Does a `def` of the module itself make it?
    pub is_at_top_level: bool,
    /// What a call of it gives.
    pub kind: FunctionKind,
    /// Is it one of the playground's own, which tracebacks leave out?
    pub is_hidden: bool,
    /// The module of the library that it is of, as programs know it.
    pub module: Option<&'static str>,
    /// Where exceptions are caught, inner ones first.
    pub handlers: Box<[Handler]>,
    /// Where exceptions are being handled.
    pub handling: Box<[Handling]>,
    /// Registers that a frame needs.
    pub registers: u16,
    /// The instructions; the last one never falls through.
    pub code: Box<[Op]>,
    /// Where each instruction comes from.
    pub locations: Box<[Location]>,
    /// Which of the module's texts that is in.
    pub text: usize,
    /// Where the statement or expression begins that makes it.
    pub span: Span,
}

/// What kinds of parameters a function has. In their order: those by position, those by name alone,
/// `*args`, `**kwargs`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Signature {
    /// How many of those by position cannot be given by name.
    pub positional_only: usize,
    /// One for each that is given by name alone: has it a default?
    pub keyword_only: Vec<bool>,
    /// Is there an `*args`?
    pub has_rest: bool,
    /// Is there a `**kwargs`?
    pub has_keywords: bool,
}

impl Signature {
    /// How many parameters have no position.
    pub fn without_position(&self) -> usize {
        self.keyword_only.len() + usize::from(self.has_rest) + usize::from(self.has_keywords)
    }
}

impl Function {
    /// How many parameters have a position.
    pub fn positional(&self) -> usize {
        self.parameters.len() - self.signature.without_position()
    }

    /// How many values of defaults a function object has.
    pub fn default_count(&self) -> usize {
        let by_name = self.signature.keyword_only.iter().filter(|has_default| **has_default);
        self.defaults.len() + by_name.count()
    }

    /// Holds the exception that is being handled while an instruction runs.
    pub fn handled_at(&self, at: usize) -> Option<Reg> {
        let at = u32::try_from(at).ok()?;
        let handling = self.handling.iter().find(|part| (part.start..part.end).contains(&at))?;
        Some(handling.exception)
    }
}

/// Catches what the instructions from `start` to before `end` raise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Handler {
    /// First instruction.
    pub start: u32,
    /// Behind the last one.
    pub end: u32,
    /// Where to go on.
    pub target: Target,
    /// Gets the exception.
    pub exception: Reg,
}

/// While the instructions from `start` to before `end` run, an exception is being handled: it is the
/// context of what they raise, and what a bare `raise` raises again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Handling {
    /// First instruction.
    pub start: u32,
    /// Behind the last one.
    pub end: u32,
    /// Holds the exception.
    pub exception: Reg,
}

/// Where an instruction comes from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Location {
    /// The expression or statement.
    pub span: Span,
    /// Is it the operator of an augmented assignment? Python's messages differ.
    pub augmented: bool,
}

/// A constant of a program.
#[derive(Clone, Debug, PartialEq)]
pub enum Constant {
    /// `None`
    None,
    /// `...`
    Ellipsis,
    /// `True`, `False`
    Bool(bool),
    /// A whole number.
    Int(BigInt),
    /// A floating-point number.
    Float(f64),
    /// A string.
    Str(String),
    /// Bytes.
    Bytes(Vec<u8>),
    /// A tuple of constants.
    Tuple(Vec<Constant>),
}

impl Module {
    /// Puts a program together.
    ///
    /// # Errors
    /// What is wrong with it, if it is not well-formed: the machine relies on every promise that
    /// [`verify::check`] checks.
    pub(super) fn new(parts: ModuleParts) -> Result<Self, String> {
        let module = Self {
            texts: parts.texts,
            docstring: parts.docstring,
            functions: parts.functions.into(),
            constants: parts.constants.into(),
            globals: parts.globals.into(),
            names: parts.names.into(),
            keywords: parts.keywords.into(),
            program: parts.program,
            body: parts.body,
            libraries: parts.libraries,
            imports: parts.imports,
            is_watched: parts.is_watched,
            keeps_locals: parts.keeps_locals,
            refused: parts.refused,
        };
        verify::check(&module, parts.checked)?;
        Ok(module)
    }

    /// The program's own source.
    pub fn source(&self) -> &Source {
        &self.texts[0].source
    }

    /// What its functions were compiled from.
    pub fn texts(&self) -> &[Arc<Text>] {
        &self.texts
    }

    /// The line where a piece of a function stands.
    pub fn line_of(&self, function: &Function, span: Span) -> u32 {
        self.texts[function.text].source.position(span.start).line
    }

    /// Names of the module that stand for modules, with those.
    pub fn imports(&self) -> &[(String, String)] {
        &self.imports
    }

    /// Its docstring.
    pub fn docstring(&self) -> Option<&str> {
        self.docstring.as_deref()
    }

    /// Which of its functions is its body: the first one, but for what was compiled onto another
    /// module.
    pub fn body(&self) -> usize {
        self.body
    }

    /// The modules in Python that are part of it.
    pub(super) fn libraries(&self) -> &[&'static Library] {
        &self.libraries
    }

    /// Is somebody told when an object goes, by a `__del__` or a weak reference? Then its code lets
    /// go of what it does not need any more after each statement.
    pub fn is_watched(&self) -> bool {
        self.is_watched
    }

    /// Can frames tell which of their variables have a value? Others' registers have what was there
    /// before.
    pub fn keeps_locals(&self) -> bool {
        self.keeps_locals
    }

    /// What of it is not supported, and refused if it is reached.
    pub fn refused(&self) -> &[Problem] {
        &self.refused
    }

    /// Its functions.
    pub fn functions(&self) -> &[Arc<Function>] {
        &self.functions
    }

    /// Its constants.
    pub fn constants(&self) -> &[Constant] {
        &self.constants
    }

    /// Names of its globals.
    pub fn globals(&self) -> &[String] {
        &self.globals
    }

    /// Names of attributes, methods and keywords.
    pub fn names(&self) -> &[String] {
        &self.names
    }

    /// The keywords of a call.
    pub fn keywords(&self) -> &[Box<[NameId]>] {
        &self.keywords
    }

    /// Does it use this global, or built-in?
    fn uses_global(&self, name: &str) -> bool {
        self.globals.iter().any(|known| known == name)
    }

    /// Does it, or a module in Python that it imports, use this member of a native module?
    pub fn uses_native(&self, name: &str) -> bool {
        self.uses_global(name) || self.uses_global(&prelude::reserved(name))
    }

    /// The function that a top-level `def` of this name makes; the last one, if there are several.
    pub fn function(&self, name: &str) -> Option<&Function> {
        let is_it = |function: &&Arc<Function>| function.name == name && function.is_at_top_level;
        self.functions[1..self.program.functions].iter().rev().find(is_it).map(|it| &**it)
    }

    /// Has the program itself a function of this name, at whatever place?
    pub fn defines(&self, name: &str) -> bool {
        self.functions[1..self.program.functions].iter().any(|function| function.name == name)
    }

    /// The number of a prelude's function.
    pub fn prelude_function(&self, name: &str) -> Option<usize> {
        let name = prelude::reserved(name);
        let own = self.program.functions;
        let at = self.functions[own..].iter().position(|function| function.name == name)?;
        Some(own + at)
    }

    /// How much of it is the program's own.
    pub(super) fn program(&self) -> Size {
        self.program
    }
}
