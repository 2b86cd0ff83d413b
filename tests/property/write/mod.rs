//! Writes programs within the boundary of the language: mostly well typed, always ending, bounded
//! in what they compute.

mod call;
mod define;
mod expr;
mod stmt;
mod wider;

use fastrand::Rng;

use crate::program::Stmt;

/// Steps that a program or a function may take, by the bounds of its loops.
const MAX_COST: u32 = 3_000;

/// What an expression is meant to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Ty {
    Int,
    Float,
    Bool,
    Str,
    /// A list of whole numbers.
    Ints,
    /// A list of strings.
    Strs,
    /// A tuple of a whole number and a string.
    Pair,
    /// A dictionary from strings to whole numbers.
    Map,
    /// A set of whole numbers.
    Set,
    /// What takes a whole number and answers one.
    Call,
    /// An instance of a class of the program.
    Object(usize),
}

/// What can be printed and compared without a class.
const DATA: [Ty; 9] =
    [Ty::Int, Ty::Int, Ty::Str, Ty::Ints, Ty::Strs, Ty::Pair, Ty::Map, Ty::Set, Ty::Float];

/// A name that has a value here.
#[derive(Clone)]
struct Var {
    name: String,
    ty: Ty,
    /// May it be assigned to here?
    own: bool,
}

/// A function of the program.
struct Function {
    name: String,
    parameters: Vec<(String, Ty)>,
    defaults: usize,
    /// What it returns, or of what it yields.
    result: Ty,
    is_generator: bool,
    cost: u32,
}

/// What the instances of a class can do beside having `a` and `b`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Ability {
    Eq,
    Lt,
    Len,
    GetItem,
    SetItem,
    Contains,
    Iter,
    Call,
    Add,
    Radd,
    Mul,
    Neg,
    Iadd,
    With,
}

/// A class of the program.
struct Class {
    name: String,
    /// Of it and its bases.
    abilities: Vec<Ability>,
    /// Methods that take a whole number and return one, of it and its bases.
    methods: Vec<String>,
    cost: u32,
}

/// Where statements stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    Module,
    Function(Ty),
    Generator,
}

struct Writer {
    rng: Rng,
    names: usize,
    vars: Vec<Var>,
    functions: Vec<Function>,
    classes: Vec<Class>,
    place: Place,
    /// How often what is written now may run in one run of its function.
    weight: u32,
    /// Steps of what has been written of this function.
    cost: u32,
    /// Is there a loop around, in this function?
    in_loop: bool,
    /// No calls of what is defined in the program: their cost would not be known.
    plain: bool,
}

/// Writes a program; always the same one for a seed.
pub(crate) fn program(seed: u64) -> Vec<Stmt> {
    let mut writer = Writer {
        rng: Rng::with_seed(seed),
        names: 0,
        vars: Vec::new(),
        functions: Vec::new(),
        classes: Vec::new(),
        place: Place::Module,
        weight: 1,
        cost: 0,
        in_loop: false,
        plain: false,
    };
    writer.module()
}

impl Writer {
    fn module(&mut self) -> Vec<Stmt> {
        let mut stmts = Vec::new();
        for ty in DATA {
            if self.one_in(2) {
                stmts.push(self.declare(ty, 1));
            }
        }
        for _ in 0..self.rng.usize(1..5) {
            match self.rng.u32(..6) {
                0 | 1 => stmts.extend(self.class()),
                2 => stmts.extend(self.generator()),
                3 => stmts.extend(self.closure()),
                4 => stmts.extend(self.recursion()),
                _ => stmts.extend(self.function()),
            }
            stmts.extend(self.guarded(1));
        }
        for _ in 0..self.rng.usize(2..7) {
            stmts.extend(self.guarded(3));
        }
        let shown: Vec<_> = self.vars.iter().filter(|var| var.ty != Ty::Call).cloned().collect();
        for var in shown {
            stmts.push(Stmt::Line(format!("print({:?}, {})", var.name, show(&var.name, var.ty))));
        }
        stmts
    }

    fn one_in(&mut self, n: u32) -> bool {
        self.rng.u32(..n) == 0
    }

    fn choose<'a>(&mut self, from: &[&'a str]) -> &'a str {
        from[self.rng.usize(..from.len())]
    }

    fn name(&mut self, prefix: &str) -> String {
        self.names += 1;
        format!("{prefix}{}", self.names)
    }

    /// Some type whose values can be shown.
    fn ty(&mut self) -> Ty {
        let objects = self.classes.len();
        if objects > 0 && !self.plain && self.one_in(6) {
            return Ty::Object(self.rng.usize(..objects));
        }
        match self.rng.usize(..DATA.len() + 2) {
            at if at < DATA.len() => DATA[at],
            at if at == DATA.len() => Ty::Bool,
            _ => Ty::Call,
        }
    }

    /// A name that has such a value.
    fn var(&mut self, ty: Ty) -> Option<String> {
        let found: Vec<_> = self.vars.iter().filter(|var| var.ty == ty).collect();
        (!found.is_empty()).then(|| found[self.rng.usize(..found.len())].name.clone())
    }

    /// A name that has such a value and may be given another one here.
    fn own(&mut self, ty: Ty) -> Option<String> {
        let found: Vec<_> = self.vars.iter().filter(|var| var.ty == ty && var.own).collect();
        (!found.is_empty()).then(|| found[self.rng.usize(..found.len())].name.clone())
    }

    /// May so many steps more be taken here?
    fn affords(&self, cost: u32) -> bool {
        self.weight.saturating_mul(cost) < MAX_COST.saturating_sub(self.cost)
    }

    fn spend(&mut self, cost: u32) {
        self.cost = self.cost.saturating_add(self.weight.saturating_mul(cost));
    }
}

/// An expression that shows a value in an order that does not depend on its hashes.
fn show(value: &str, ty: Ty) -> String {
    match ty {
        Ty::Set => format!("sorted({value})"),
        Ty::Call => format!("{value}(2)"),
        _ => value.to_owned(),
    }
}

/// A prefix for names of such values.
fn prefix(ty: Ty) -> &'static str {
    match ty {
        Ty::Int => "i",
        Ty::Float => "f",
        Ty::Bool => "b",
        Ty::Str => "s",
        Ty::Ints => "xs",
        Ty::Strs => "ws",
        Ty::Pair => "p",
        Ty::Map => "m",
        Ty::Set => "u",
        Ty::Call => "c",
        Ty::Object(_) => "o",
    }
}
