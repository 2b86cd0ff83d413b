//! The checked syntax tree: only what is supported can be written down in it.

use num_bigint::BigInt;

use super::source::Span;

/// A whole program.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Module {
    /// Its docstring.
    pub docstring: Option<String>,
    /// Its statements, functions included.
    pub body: Vec<Stmt>,
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
    /// `while test: body`
    While {
        /// The condition.
        test: Expr,
        /// The loop's body.
        body: Vec<Stmt>,
    },
    /// `for target in range(…): body`
    ForRange {
        /// The loop variable.
        target: Name,
        /// One to three arguments of `range`.
        range: Vec<Expr>,
        /// Where `range(…)` stands.
        range_span: Span,
        /// The loop's body.
        body: Vec<Stmt>,
    },
    /// `break`
    Break,
    /// `continue`
    Continue,
    /// `pass`, and a bare annotation inside a function: nothing is done.
    Pass,
    /// `target = … = value`
    Assign {
        /// From left to right.
        targets: Vec<Name>,
        /// Evaluated once, before them.
        value: Expr,
    },
    /// `target op= value`
    AugAssign {
        /// Read and written.
        target: Name,
        /// The operator.
        op: BinaryOp,
        /// The right side.
        value: Expr,
    },
    /// `global a, b`: acts on scopes only.
    Global(Vec<Name>),
    /// `name: annotation` without a value: makes a name local and does nothing.
    Declare(Name),
    /// An expression for its effect.
    Expr(Expr),
}

/// `def name(parameters): body`
#[derive(Clone, Debug, PartialEq)]
pub struct FunctionDef {
    /// Its name.
    pub name: Name,
    /// Its parameters, those with defaults last.
    pub parameters: Vec<Parameter>,
    /// Its statements, without the docstring.
    pub body: Vec<Stmt>,
}

/// A parameter of a function.
#[derive(Clone, Debug, PartialEq)]
pub struct Parameter {
    /// Its name.
    pub name: Name,
    /// Evaluated where the `def` stands.
    pub default: Option<Expr>,
}

/// A name where it is used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// Where.
    pub span: Span,
    /// In Unicode's NFKC form, as Python compares names.
    pub id: String,
}

/// An expression and where it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Expr {
    /// Where.
    pub span: Span,
    /// What.
    pub kind: ExprKind,
}

/// The kinds of expressions.
#[derive(Clone, Debug, PartialEq)]
pub enum ExprKind {
    /// `None`
    None,
    /// `True`, `False`
    Bool(bool),
    /// `12`
    Int(BigInt),
    /// `1.5`
    Float(f64),
    /// `"text"`
    Str(String),
    /// `name`
    Name(String),
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
    /// `function(arguments)`
    Call(Box<Expr>, Vec<Expr>),
}

/// Operators with one operand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnaryOp {
    /// `-`
    Neg,
    /// `+`
    Pos,
    /// `~`
    Invert,
}

impl UnaryOp {
    /// As written.
    pub const fn symbol(self) -> &'static str {
        match self {
            Self::Neg => "-",
            Self::Pos => "+",
            Self::Invert => "~",
        }
    }
}

/// Operators with two operands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum BinaryOp {
    /// `+`
    Add,
    /// `-`
    Sub,
    /// `*`
    Mul,
    /// `/`
    Div,
    /// `//`
    FloorDiv,
    /// `%`
    Mod,
    /// `**`
    Pow,
    /// `<<`
    LShift,
    /// `>>`
    RShift,
    /// `&`
    BitAnd,
    /// `|`
    BitOr,
    /// `^`
    BitXor,
}

impl BinaryOp {
    /// As written.
    pub const fn symbol(self) -> &'static str {
        match self {
            Self::Add => "+",
            Self::Sub => "-",
            Self::Mul => "*",
            Self::Div => "/",
            Self::FloorDiv => "//",
            Self::Mod => "%",
            Self::Pow => "**",
            Self::LShift => "<<",
            Self::RShift => ">>",
            Self::BitAnd => "&",
            Self::BitOr => "|",
            Self::BitXor => "^",
        }
    }
}

/// Comparison operators.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum CompareOp {
    /// `<`
    Lt,
    /// `<=`
    Le,
    /// `>`
    Gt,
    /// `>=`
    Ge,
    /// `==`
    Eq,
    /// `!=`
    Ne,
    /// `is`, of which one side is `None`, `True` or `False`
    Is,
    /// `is not`, likewise
    IsNot,
}

impl CompareOp {
    /// As written.
    pub const fn symbol(self) -> &'static str {
        match self {
            Self::Lt => "<",
            Self::Le => "<=",
            Self::Gt => ">",
            Self::Ge => ">=",
            Self::Eq => "==",
            Self::Ne => "!=",
            Self::Is => "is",
            Self::IsNot => "is not",
        }
    }
}
