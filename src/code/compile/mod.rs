//! The compiler: one pass over the tree, function by function.

mod assigned;
mod condition;
mod emit;
mod expr;
mod stmt;

use std::collections::HashMap;

use super::module::{Constant, Function, Module};
use super::op::{ConstantId, FunctionId, GlobalId};
use crate::lang::tree::{self, FunctionDef, Stmt, StmtKind};
use crate::lang::{self, Problem, Source, Span};
use emit::Emitter;

/// Parses, checks and compiles a program.
///
/// # Errors
/// Everything that is wrong with it or not supported.
pub fn compile(source: Source) -> Result<Module, Vec<Problem>> {
    let tree = lang::parse(&source)?;
    let mut compiler = Compiler::new(&tree);
    let functions = compiler.program(&tree).map_err(|problem| vec![problem])?;
    let Compiler { constants, globals, .. } = compiler;
    Module::new(source, tree.docstring, functions, constants, globals)
        .map_err(|fault| vec![Problem::new(Span::default(), format!("internal error: {fault}"))])
}

/// What the functions of a program have in common.
struct Compiler {
    constants: Vec<Constant>,
    globals: Vec<String>,
    global_ids: HashMap<String, GlobalId>,
    /// Names that the module binds once, by a `def` at its top level, and where in the order of
    /// those `def`s: such a global never changes once it is there.
    stable: HashMap<String, usize>,
    /// Compiled and yet to be numbered; the module's body comes first.
    functions: Vec<Option<Function>>,
}

impl Compiler {
    fn new(tree: &tree::Module) -> Self {
        Self {
            constants: Vec::new(),
            globals: Vec::new(),
            global_ids: HashMap::new(),
            stable: stable_functions(&tree.body),
            functions: Vec::new(),
        }
    }

    fn program(&mut self, tree: &tree::Module) -> Result<Vec<Function>, Problem> {
        self.functions.push(None);
        let main = Emitter::module(self).finish_with(|emitter| emitter.body(&tree.body))?;
        self.functions[0] = Some(main);
        Ok(self.functions.drain(..).flatten().collect())
    }

    /// Compiles a function and gives it a number.
    fn function(&mut self, def: &FunctionDef) -> Result<FunctionId, Problem> {
        let id = index(self.functions.len(), def.name.span, "functions")?;
        self.functions.push(None);
        let function =
            Emitter::function(self, def)?.finish_with(|emitter| emitter.body(&def.body))?;
        self.functions[usize::from(id)] = Some(function);
        Ok(FunctionId(id))
    }

    fn constant(&mut self, constant: Constant, span: Span) -> Result<ConstantId, Problem> {
        let same = |known: &Constant| match (known, &constant) {
            // Signed zeros differ.
            (Constant::Float(a), Constant::Float(b)) => a.to_bits() == b.to_bits(),
            (a, b) => a == b,
        };
        let known = self.constants.iter().position(same);
        let at = known.unwrap_or(self.constants.len());
        if known.is_none() {
            self.constants.push(constant);
        }
        index(at, span, "constants").map(ConstantId)
    }

    fn global(&mut self, name: &str, span: Span) -> Result<GlobalId, Problem> {
        if let Some(id) = self.global_ids.get(name) {
            return Ok(*id);
        }
        let id = GlobalId(index(self.globals.len(), span, "global names")?);
        self.globals.push(name.to_owned());
        self.global_ids.insert(name.to_owned(), id);
        Ok(id)
    }

    /// Is this global surely bound, for good, whenever the body of `caller` runs?
    fn is_stable_in(&self, name: &str, caller: &str) -> bool {
        match (self.stable.get(name), self.stable.get(caller)) {
            (Some(callee), Some(caller)) => callee <= caller,
            _ => false,
        }
    }
}

fn index(at: usize, span: Span, what: &str) -> Result<u16, Problem> {
    u16::try_from(at).map_err(|_| Problem::new(span, format!("the program has too many {what}")))
}

fn stable_functions(body: &[Stmt]) -> HashMap<String, usize> {
    let mut bindings: HashMap<String, u32> = HashMap::new();
    lang::for_each_module_binding(body, &mut |name| {
        *bindings.entry(name.id.clone()).or_default() += 1;
    });
    let defs = body.iter().filter_map(|stmt| match &stmt.kind {
        StmtKind::FunctionDef(def) => Some(&def.name.id),
        _ => None,
    });
    defs.enumerate()
        .filter(|(_, name)| bindings.get(*name) == Some(&1))
        .map(|(order, name)| (name.clone(), order))
        .collect()
}
