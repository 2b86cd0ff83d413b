//! A compiled program: immutable, without values, shared by all workers.

use num_bigint::BigInt;

use super::op::Op;
use super::verify;
use crate::lang::{Source, Span};

/// A compiled program.
#[derive(Debug)]
pub struct Module {
    source: Source,
    docstring: Option<String>,
    functions: Box<[Function]>,
    constants: Box<[Constant]>,
    globals: Box<[String]>,
}

/// A compiled function. The module's own body is one as well, named `<module>`.
#[derive(Clone, Debug, PartialEq)]
pub struct Function {
    /// As in the source.
    pub name: String,
    /// Names of the parameters, which are the first registers.
    pub parameters: Vec<String>,
    /// The defaults of the last parameters, one for each that has one: its value if it is a
    /// literal, `None` if only the `def` itself will know.
    pub defaults: Vec<Option<Constant>>,
    /// Names of the local variables, parameters included; they are the first registers.
    pub locals: Vec<String>,
    /// Registers that a frame needs.
    pub registers: u16,
    /// The instructions; the last one never falls through.
    pub code: Box<[Op]>,
    /// Where each instruction comes from.
    pub locations: Box<[Location]>,
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
    /// `True`, `False`
    Bool(bool),
    /// A whole number.
    Int(BigInt),
    /// A floating-point number.
    Float(f64),
    /// A string.
    Str(String),
}

impl Module {
    /// Puts a program together.
    ///
    /// # Errors
    /// What is wrong with it, if it is not well-formed: the machine relies on every promise that
    /// [`verify::check`] checks.
    pub(super) fn new(
        source: Source,
        docstring: Option<String>,
        functions: Vec<Function>,
        constants: Vec<Constant>,
        globals: Vec<String>,
    ) -> Result<Self, String> {
        let module = Self {
            source,
            docstring,
            functions: functions.into(),
            constants: constants.into(),
            globals: globals.into(),
        };
        verify::check(&module)?;
        Ok(module)
    }

    /// Its source.
    pub fn source(&self) -> &Source {
        &self.source
    }

    /// Its docstring.
    pub fn docstring(&self) -> Option<&str> {
        self.docstring.as_deref()
    }

    /// Its functions; the first is the module's own body.
    pub fn functions(&self) -> &[Function] {
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

    /// Does it use this global, or built-in?
    pub fn uses_global(&self, name: &str) -> bool {
        self.globals.iter().any(|known| known == name)
    }

    /// A global that a function stores into, if there is one: state that its callers share.
    pub fn stores_globals_in_functions(&self) -> Option<&str> {
        let mut ops = self.functions[1..].iter().flat_map(|function| function.code.iter());
        ops.find_map(|op| match op {
            Op::StoreGlobal { global, .. } => {
                self.globals.get(usize::from(global.0)).map(String::as_str)
            }
            _ => None,
        })
    }

    /// The function that a top-level `def` of this name makes; the last one, if there are several.
    pub fn function(&self, name: &str) -> Option<&Function> {
        self.functions[1..].iter().rev().find(|function| function.name == name)
    }
}
