//! The checked syntax tree: only what is supported can be written down in it.

use num_bigint::BigInt;

pub use super::operators::{BinaryOp, CompareOp, UnaryOp};
use super::pattern::Case;
use super::source::{Problem, Span};

/// A whole program.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Module {
    /// Its docstring.
    pub docstring: Option<String>,
    /// Its statements, functions included.
    pub body: Vec<Stmt>,
    /// The modules in Python that it imports, in that order.
    pub imports: Vec<&'static str>,
    /// Its names that stand for modules, with those.
    pub modules: Vec<(String, String)>,
    /// Is somebody told when an object of it goes, by a `__del__` or a weak reference?
    pub is_watched: bool,
    /// Does it ask for the variables of frames?
    pub asks_locals: bool,
    /// What is refused if it is reached, in source order.
    pub refused: Vec<Problem>,
}

/// A statement and where it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Stmt {
    /// Where.
    pub span: Span,
    /// What.
    pub kind: StmtKind,
}

/// The kinds of statements.
#[derive(Clone, Debug, PartialEq)]
pub enum StmtKind {
    /// `def …`
    FunctionDef(FunctionDef),
    /// `class …`
    ClassDef(ClassDef),
    /// `return`, `return value`
    Return(Option<Expr>),
    /// `if test: body else: orelse`; an `elif` is an `If` alone in `orelse`.
    If {
        /// The condition.
        test: Expr,
        /// Run if it is true.
        body: Vec<Stmt>,
        /// Run if it is not.
        orelse: Vec<Stmt>,
    },
    /// `while test: body else: orelse`
    While {
        /// The condition.
        test: Expr,
        /// The loop's body.
        body: Vec<Stmt>,
        /// Run when the condition is false, not after a `break`.
        orelse: Vec<Stmt>,
    },
    /// `for target in range(…): body else: orelse`, of the built-in `range`.
    ForRange {
        /// The loop variable.
        target: Target,
        /// One to three arguments of `range`.
        range: Vec<Expr>,
        /// Where `range(…)` stands.
        range_span: Span,
        /// The loop's body.
        body: Vec<Stmt>,
        /// Run when the range is at its end.
        orelse: Vec<Stmt>,
    },
    /// `for target in iter: body else: orelse`
    For {
        /// Is it an `async for`?
        is_async: bool,
        /// The loop variables.
        target: Target,
        /// What is iterated over.
        iter: Expr,
        /// The loop's body.
        body: Vec<Stmt>,
        /// Run when the iterator is at its end.
        orelse: Vec<Stmt>,
    },
    /// `break`
    Break,
    /// `continue`
    Continue,
    /// `pass`, and whatever else does nothing.
    Pass,
    /// `target = … = value`
    Assign {
        /// From left to right.
        targets: Vec<Target>,
        /// Evaluated once, before them.
        value: Expr,
    },
    /// `target op= value`
    AugAssign {
        /// Read and written; its parts are evaluated once. Never a tuple.
        target: Target,
        /// The operator.
        op: BinaryOp,
        /// The right side.
        value: Expr,
    },
    /// `del target, …`
    Delete(Vec<Target>),
    /// `global a, b`: acts on scopes only.
    Global(Vec<Name>),
    /// `nonlocal a, b`: acts on scopes only.
    Nonlocal(Vec<Name>),
    /// `name: annotation` without a value: makes a name local and does nothing.
    Declare(Name),
    /// `try: body except …: … else: orelse finally: finally`
    Try {
        /// What may raise.
        body: Vec<Stmt>,
        /// Are they `except*`s? Then each takes its part out of a group.
        is_star: bool,
        /// The first one that matches is run.
        handlers: Vec<Handler>,
        /// Run when the body has ended without an exception.
        orelse: Vec<Stmt>,
        /// Run in any case, if it is not empty.
        finally: Vec<Stmt>,
    },
    /// `match subject: case …`
    Match {
        /// Evaluated once.
        subject: Expr,
        /// The first one that matches is run.
        cases: Vec<Case>,
    },
    /// `with context as target: body`; several contexts are nested.
    With {
        /// Is it an `async with`?
        is_async: bool,
        /// The context manager.
        context: Expr,
        /// Gets what `__enter__` returns.
        target: Option<Target>,
        /// The body.
        body: Vec<Stmt>,
    },
    /// `raise`, `raise exception`, `raise exception from cause`
    Raise {
        /// An exception or its class; none to raise again what is being handled.
        exception: Option<Expr>,
        /// Its cause.
        cause: Option<Expr>,
    },
    /// `assert test, message`
    Assert {
        /// The condition.
        test: Expr,
        /// Evaluated if it is false.
        message: Option<Expr>,
    },
    /// An expression for its effect.
    Expr(Expr),
}

/// `except kind as name: body`
#[derive(Clone, Debug, PartialEq)]
pub struct Handler {
    /// Where the `except` stands.
    pub span: Span,
    /// An exception class or a tuple of such; without it everything matches.
    pub kind: Option<Expr>,
    /// Bound to the exception, and unbound again behind the body.
    pub name: Option<Name>,
    /// What is done.
    pub body: Vec<Stmt>,
}

/// `def name(parameters): body`; also a `lambda`, named `<lambda>`, whose body is a `return`, and
/// what a generator expression stands for, named `<genexpr>`, with a parameter `.0`.
#[derive(Clone, Debug, PartialEq)]
pub struct FunctionDef {
    /// Its name.
    pub name: Name,
    /// Its parameters in the order of [`ParameterKind`].
    pub parameters: Vec<Parameter>,
    /// Evaluated before all else, called in reverse.
    pub decorators: Vec<Expr>,
    /// Its docstring.
    pub docstring: Option<String>,
    /// Its statements, without the docstring.
    pub body: Vec<Stmt>,
    /// What a call of it gives.
    pub kind: FunctionKind,
}

/// What a call of a function gives.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum FunctionKind {
    /// What it returns.
    #[default]
    Plain,
    /// A generator: it has a `yield`.
    Generator,
    /// A coroutine: it is an `async def`.
    Coroutine,
    /// An asynchronous generator: it is both.
    AsyncGenerator,
}

impl FunctionKind {
    /// Of a function with a `yield`, with `async`, with both or none of them.
    pub fn new(yields: bool, is_async: bool) -> Self {
        match (yields, is_async) {
            (false, false) => Self::Plain,
            (true, false) => Self::Generator,
            (false, true) => Self::Coroutine,
            (true, true) => Self::AsyncGenerator,
        }
    }

    /// Is its frame put aside, to go on later?
    pub fn is_resumable(self) -> bool {
        self != Self::Plain
    }
}

/// `class name(bases, keywords): body`
#[derive(Clone, Debug, PartialEq)]
pub struct ClassDef {
    /// Its name.
    pub name: Name,
    /// The classes it inherits from.
    pub bases: Vec<Expr>,
    /// For its metaclass, `metaclass` among them; without a name what stands behind `**`.
    pub keywords: Vec<(Option<Name>, Expr)>,
    /// Evaluated before all else, called in reverse.
    pub decorators: Vec<Expr>,
    /// Its docstring.
    pub docstring: Option<String>,
    /// Its statements, without the docstring.
    pub body: Vec<Stmt>,
    /// Does a method use `super()` or `__class__`? Then `__class__` is a variable of the body, as
    /// in CPython, and free in those methods.
    pub uses_class_cell: bool,
}

impl ClassDef {
    /// Might another class than `type` make it? Only then is there a namespace to be told.
    pub fn may_have_metaclass(&self) -> bool {
        !self.bases.is_empty() || !self.keywords.is_empty()
    }
}

/// A parameter of a function.
#[derive(Clone, Debug, PartialEq)]
pub struct Parameter {
    /// Its name.
    pub name: Name,
    /// Evaluated where the `def` stands.
    pub default: Option<Expr>,
    /// How it gets its value.
    pub kind: ParameterKind,
}

/// How a parameter gets its value.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum ParameterKind {
    /// By position: it stands before a `/`.
    PositionalOnly,
    /// By position or by name.
    #[default]
    Ordinary,
    /// By name: it stands behind a `*`.
    KeywordOnly,
    /// `*args`: what else is given by position.
    Rest,
    /// `**kwargs`: what else is given by name.
    Keywords,
}

/// What can be assigned to, and where it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Target {
    /// Where.
    pub span: Span,
    /// What.
    pub kind: TargetKind,
}

/// The kinds of targets.
#[derive(Clone, Debug, PartialEq)]
pub enum TargetKind {
    /// `name`
    Name(Name),
    /// `object.name`
    Attribute(Box<Expr>, Name),
    /// `object[index]`
    Subscript(Box<Expr>, Box<Expr>),
    /// `a, b`, `[a, b]`, `a, *b`: at most one of them is starred.
    Tuple(Vec<Target>),
    /// `*a`, inside a tuple only.
    Starred(Box<Target>),
}

/// A name where it is used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// Where.
    pub span: Span,
    /// In Unicode's NFKC form, as Python compares names.
    pub id: String,
}

impl Name {
    /// Is it what a module has, as in `sys.stdout`? Other names with a dot have nothing before it,
    /// or a number behind it.
    pub fn is_member(&self) -> bool {
        self.id.rsplit_once('.').is_some_and(|(module, member)| {
            !module.is_empty() && !member.starts_with(|first: char| first.is_ascii_digit())
        })
    }
}

/// An expression and where it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Expr {
    /// Where.
    pub span: Span,
    /// What.
    pub kind: ExprKind,
}

impl Expr {
    /// Is it `*iterable`?
    pub fn is_starred(&self) -> bool {
        matches!(self.kind, ExprKind::Starred(_))
    }
}

/// The kinds of expressions.
#[derive(Clone, Debug, PartialEq)]
pub enum ExprKind {
    /// `None`
    None,
    /// `...`
    Ellipsis,
    /// `True`, `False`
    Bool(bool),
    /// `12`
    Int(BigInt),
    /// `1.5`
    Float(f64),
    /// `"text"`
    Str(String),
    /// `b"text"`
    Bytes(Vec<u8>),
    /// `f"…"`
    FString(Vec<FStringPart>),
    /// `name`; what comes from a module has a name with a dot, as in `math.sqrt`.
    Name(String),
    /// `[a, b]`
    List(Vec<Expr>),
    /// `a, b`
    Tuple(Vec<Expr>),
    /// `{a, b}`
    Set(Vec<Expr>),
    /// `{key: value}`
    Dict(Vec<(Expr, Expr)>),
    /// The same with `**mapping` among the pairs: a value without a key.
    DictUnpack(Vec<(Option<Expr>, Expr)>),
    /// `*iterable`, inside a display or [`Self::SpreadCall`] only.
    Starred(Box<Expr>),
    /// `object.name`
    Attribute(Box<Expr>, Name),
    /// `object[index]`
    Subscript(Box<Expr>, Box<Expr>),
    /// `lower:upper:step`, inside a subscript only, or a tuple there.
    Slice(Option<Box<Expr>>, Option<Box<Expr>>, Option<Box<Expr>>),
    /// `-x`, `+x`, `~x`
    Unary(UnaryOp, Box<Expr>),
    /// `not x`
    Not(Box<Expr>),
    /// `a + b` and the like
    Binary(BinaryOp, Box<Expr>, Box<Expr>),
    /// `a < b <= c`: each operand is evaluated at most once.
    Compare(Box<Expr>, Vec<(CompareOp, Expr)>),
    /// `a and b and …`
    And(Vec<Expr>),
    /// `a or b or …`
    Or(Vec<Expr>),
    /// `body if test else orelse`
    If {
        /// The condition, evaluated first.
        test: Box<Expr>,
        /// The value if it is true.
        body: Box<Expr>,
        /// The value if it is not.
        orelse: Box<Expr>,
    },
    /// `function(arguments, name=value)`
    Call {
        /// What is called.
        function: Box<Expr>,
        /// By position.
        arguments: Vec<Expr>,
        /// By name.
        keywords: Vec<(Name, Expr)>,
    },
    /// The same with `*iterable` among the arguments, or `**mapping`: a keyword without a name.
    SpreadCall {
        /// What is called.
        function: Box<Expr>,
        /// By position.
        arguments: Vec<Expr>,
        /// By name.
        keywords: Vec<(Option<Name>, Expr)>,
    },
    /// `super()` inside a method.
    Super,
    /// `lambda parameters: value`
    Lambda(Box<FunctionDef>),
    /// `[…]`, `{…}` or `{…: …}` with `for`. Its variables have been given names with a dot, which
    /// no other name can be: it is compiled in place, as since CPython 3.12 (PEP 709).
    Comprehension {
        /// What it makes.
        kind: ComprehensionKind,
        /// The item, or the key.
        element: Box<Expr>,
        /// The value, of a dict only.
        value: Option<Box<Expr>>,
        /// `for … in … if …`, outermost first; at least one.
        clauses: Vec<Clause>,
    },
    /// `(… for …)`: a generator function, called with an iterator over the outermost iterable.
    Generator {
        /// The function.
        function: Box<FunctionDef>,
        /// What is iterated over.
        iter: Box<Expr>,
        /// Is that by an `async for`?
        is_async: bool,
    },
    /// `name := value`
    Named(Name, Box<Expr>),
    /// `yield from iterable`
    YieldFrom(Box<Expr>),
    /// `await operand`
    Await(Box<Expr>),
    /// `yield`, `yield value`
    Yield(Option<Box<Expr>>),
}

/// What a comprehension makes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ComprehensionKind {
    /// `[… for …]`
    List,
    /// `{… for …}`
    Set,
    /// `{…: … for …}`
    Dict,
}

/// `for target in iter if condition …` of a comprehension.
#[derive(Clone, Debug, PartialEq)]
pub struct Clause {
    /// Is it an `async for`?
    pub is_async: bool,
    /// The loop variables.
    pub target: Target,
    /// What is iterated over.
    pub iter: Expr,
    /// All must hold.
    pub conditions: Vec<Expr>,
}

/// A part of an f-string.
#[derive(Clone, Debug, PartialEq)]
pub enum FStringPart {
    /// As it stands.
    Text(String),
    /// `{value!r:spec}`; `{value=}` has been written out as text and value.
    Value {
        /// What is formatted.
        value: Expr,
        /// `!s`, `!r`, `!a`
        conversion: Conversion,
        /// Behind the colon; it may have values of its own.
        spec: Vec<FStringPart>,
    },
}

/// How a value of an f-string is made a string before it is formatted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Conversion {
    /// Not at all.
    None,
    /// `!s`
    Str,
    /// `!r`
    Repr,
    /// `!a`
    Ascii,
}

impl Conversion {
    /// As written.
    pub const fn symbol(self) -> &'static str {
        match self {
            Self::None => "",
            Self::Str => "!s",
            Self::Repr => "!r",
            Self::Ascii => "!a",
        }
    }
}
