//! The compiler: one pass over the tree, function by function.

mod assigned;
mod blocks;
mod call;
mod comprehension;
mod condition;
mod constant;
mod deleted;
mod display;
mod docstring;
mod emit;
mod exceptions;
mod expr;
mod fstring;
mod function;
mod loops;
mod names;
mod pattern;
mod spread;
mod star;
mod stmt;
mod targets;
mod text;
mod with;

use std::collections::HashMap;
use std::sync::Arc;

use super::module::{Constant, Function, Module, ModuleParts, Size, Text};
use super::op::{ConstantId, FunctionId, GlobalId, KeywordsId, NameId, Op};
use super::prelude;
use crate::lang::tree::{self, Expr, Name, Stmt, StmtKind};
use crate::lang::{self, Library, Problem, Scope, Source, Span};
use emit::{Body, Emitter};
use text::Names;
pub use text::{compile_onto, compile_text};

/// Attributes of Python's own objects, which a program may name in a field of `str.format` alone.
const ATTRIBUTES: [&str; 14] = [
    "__cause__",
    "__class__",
    "__context__",
    "__name__",
    "args",
    "code",
    "errno",
    "filename",
    "maxsize",
    "start",
    "step",
    "stop",
    "strerror",
    "value",
];

/// What the program's file is called.
const PROGRAM: &str = "program.py";

/// Parses, checks and compiles a program.
///
/// # Errors
/// Everything that is wrong with it or not supported.
#[optimize(size)]
pub fn compile(source: Source) -> Result<Module, Vec<Problem>> {
    let tree = lang::parse(&source)?;
    let prelude = prelude::tree()?;
    let mut libraries = Vec::new();
    link(&tree.imports, &mut libraries)?;
    let mut compiler = Compiler::new(&tree);
    compiler.is_watched = tree.is_watched || is_watched(&libraries)?;
    let parts = compiler.program(&tree, &libraries, prelude)?;
    let texts = vec![Arc::new(Text { name: PROGRAM.to_owned(), source, is_shown: true })];
    let (docstring, refused, imports) = (tree.docstring, tree.refused, tree.modules);
    module(ModuleParts { texts, docstring, libraries, imports, refused, ..parts })
}

/// Does one of these have weak references, or a `__del__`?
fn is_watched(libraries: &[&'static Library]) -> Result<bool, Vec<Problem>> {
    for library in libraries {
        if library.tree()?.is_watched {
            return Ok(true);
        }
    }
    Ok(false)
}

fn module(parts: ModuleParts) -> Result<Module, Vec<Problem>> {
    Module::new(parts)
        .map_err(|fault| vec![Problem::new(Span::default(), format!("internal error: {fault}"))])
}

/// What the functions of a program have in common.
struct Compiler {
    constants: Vec<Constant>,
    /// By their text, which tells signed zeros apart.
    constant_ids: HashMap<String, ConstantId>,
    globals: Vec<String>,
    global_ids: HashMap<String, GlobalId>,
    names: Vec<String>,
    name_ids: HashMap<String, NameId>,
    keywords: Vec<Box<[NameId]>>,
    /// How often the module binds each of its names.
    bindings: HashMap<String, u32>,
    /// Names that the module binds once, by a `def` at its top level, and that statement's number:
    /// such a global never changes once it is there.
    stable: HashMap<String, usize>,
    /// The `def`s before this statement have run whenever the code at hand runs.
    defined: usize,
    /// What functions share that may change.
    /// The functions and classes around the code at hand, outermost first.
    scopes: Vec<Scope>,
    /// The module in Python that is being compiled.
    library: Option<&'static Library>,
    /// Compiled and yet to be numbered; the module's body comes first.
    functions: Vec<Option<Arc<Function>>>,
    /// Which text they are of.
    text: usize,
    /// What the body is called.
    body: &'static str,
    lookup: Names,
    /// Instructions so far.
    size: usize,
    /// Is somebody told when an object goes?
    is_watched: bool,
    /// Are variables unbound until they get a value, as who looks at frames will see them?
    keeps_locals: bool,
}

impl Compiler {
    fn new(tree: &tree::Module) -> Self {
        let mut bindings = HashMap::new();
        lang::for_each_module_binding(&tree.body, &mut |name| {
            *bindings.entry(name.id.clone()).or_default() += 1;
        });
        Self {
            constants: Vec::new(),
            constant_ids: HashMap::new(),
            globals: Vec::new(),
            global_ids: HashMap::new(),
            names: Vec::new(),
            name_ids: HashMap::new(),
            keywords: Vec::new(),
            stable: stable_functions(&tree.body, &bindings),
            bindings,
            defined: 0,
            scopes: Vec::new(),
            library: None,
            functions: Vec::new(),
            text: 0,
            body: "<module>",
            lookup: Names::Module,
            size: 0,
            is_watched: false,
            keeps_locals: tree.asks_locals,
        }
    }

    fn parts(self) -> ModuleParts {
        ModuleParts {
            functions: self.functions.into_iter().flatten().collect(),
            constants: self.constants,
            globals: self.globals,
            names: self.names,
            keywords: self.keywords,
            is_watched: self.is_watched,
            keeps_locals: self.keeps_locals,
            ..ModuleParts::default()
        }
    }

    /// The program's own functions first, then those of modules that it imports, then the prelude's.
    fn program(
        mut self,
        tree: &tree::Module,
        libraries: &[&'static Library],
        prelude: &tree::Module,
    ) -> Result<ModuleParts, Vec<Problem>> {
        self.main(tree, libraries, &Scope::default())?;
        let program = Size {
            functions: self.functions.len(),
            constants: self.constants.len(),
            globals: self.globals.len(),
            names: self.names.len(),
            keywords: self.keywords.len(),
        };
        for library in libraries {
            self.library(library, library.tree()?)?;
        }
        self.names_of_attributes()?;
        for def in prelude::functions(prelude) {
            let (name, qualname) = (prelude::reserved(&def.name.id), def.name.id.clone());
            let function = Function { name, qualname, is_hidden: true, ..Function::default() };
            self.function(def, &lang::function_scope(def, &[]), function)?;
        }
        for name in ATTRIBUTES {
            self.name(name, Span::default())?;
        }
        Ok(ModuleParts { program, ..self.parts() })
    }

    /// The module's body, which runs those of the modules that it imports first.
    fn main(
        &mut self,
        tree: &tree::Module,
        libraries: &[&'static Library],
        scope: &Scope,
    ) -> Result<FunctionId, Problem> {
        let id = self.reserve(Span::default())?;
        let function = text::body(self.body, scope);
        self.scopes.push(scope.clone());
        let emitter = Emitter::new(self, Body::Module, function, scope, Span::default())?;
        let main = emitter.finish_with(|emitter| {
            libraries.iter().try_for_each(|library| emitter.run_library(library))?;
            emitter.module(&tree.body)
        })?;
        self.scopes.pop();
        Ok(self.fill(id, main))
    }

    /// The body of a module in Python, and its functions.
    fn library(
        &mut self,
        library: &'static Library,
        tree: &'static tree::Module,
    ) -> Result<FunctionId, Problem> {
        let id = self.reserve(Span::default())?;
        let name = prelude::reserved(&body_of(library));
        let module = Some(library.public_name());
        let function = Function { name, is_hidden: true, module, ..Function::default() };
        let (scope, span) = (Scope::default(), Span::default());
        self.library = Some(library);
        let emitter = Emitter::new(self, Body::Module, function, &scope, span)?;
        let body = emitter.finish_with(|emitter| emitter.body(&tree.body))?;
        self.library = None;
        Ok(self.fill(id, body))
    }

    /// Where attributes are asked for by strings, the strings are names.
    fn names_of_attributes(&mut self) -> Result<(), Problem> {
        const ASKS: [&str; 4] = ["delattr", "getattr", "hasattr", "setattr"];
        const METHODS: [&str; 3] = ["__delattr__", "__getattribute__", "__setattr__"];
        let knows = |name: &str| self.global_ids.contains_key(name);
        let asks = |ask| knows(ask) || knows(&prelude::reserved(ask)) || knows(&of_builtins(ask));
        if !ASKS.into_iter().any(asks)
            && !METHODS.iter().any(|method| self.name_ids.contains_key(*method))
        {
            return Ok(());
        }
        let mut names = Vec::new();
        self.constants.iter().for_each(|constant| identifiers(constant, &mut names));
        names.iter().try_for_each(|name| self.name(name, Span::default()).map(drop))
    }

    /// Takes the next number for a function.
    fn reserve(&mut self, span: Span) -> Result<FunctionId, Problem> {
        let id = index(self.functions.len(), span, "functions")?;
        self.functions.push(None);
        Ok(FunctionId(id))
    }

    fn fill(&mut self, id: FunctionId, function: Function) -> FunctionId {
        let function = Function { text: self.text, ..function };
        self.functions[usize::from(id.0)] = Some(Arc::new(function));
        id
    }

    fn constant(&mut self, constant: Constant, span: Span) -> Result<ConstantId, Problem> {
        let key = format!("{constant:?}");
        if let Some(id) = self.constant_ids.get(&key) {
            return Ok(*id);
        }
        let id = ConstantId(index(self.constants.len(), span, "constants")?);
        self.constants.push(constant);
        self.constant_ids.insert(key, id);
        Ok(id)
    }

    /// Of the program if it is not hidden. A module's own global has the module's name before its
    /// own, and everything else in hidden code a reserved name: the program cannot change it.
    fn global(&mut self, name: &str, is_hidden: bool, span: Span) -> Result<GlobalId, Problem> {
        if is_hidden && !prelude::is_reserved(name) && !is_of_library(name) {
            let name = match self.library {
                Some(library) if library.has(name) => format!("{}.{name}", library.name),
                // The built-in itself, not what the prelude has in its place.
                Some(_) if !name.contains('.') => of_builtins(name),
                _ => prelude::reserved(name),
            };
            return self.global(&name, false, span);
        }
        if let Some(id) = self.global_ids.get(name) {
            return Ok(*id);
        }
        let id = GlobalId(index(self.globals.len(), span, "global names")?);
        self.globals.push(name.to_owned());
        self.global_ids.insert(name.to_owned(), id);
        Ok(id)
    }

    /// The number of an attribute's or a keyword's name.
    fn name(&mut self, name: &str, span: Span) -> Result<NameId, Problem> {
        if let Some(id) = self.name_ids.get(name) {
            return Ok(*id);
        }
        let id = NameId(index(self.names.len(), span, "names")?);
        self.names.push(name.to_owned());
        self.name_ids.insert(name.to_owned(), id);
        Ok(id)
    }

    fn keywords(&mut self, keywords: &[(Name, Expr)]) -> Result<KeywordsId, Problem> {
        let names = keywords.iter().map(|(name, _)| self.name(&name.id, name.span));
        let names: Box<[NameId]> = names.collect::<Result<_, _>>()?;
        let known = self.keywords.iter().position(|known| *known == names);
        let span = keywords.first().map_or_else(Span::default, |(name, _)| name.span);
        let id = index(known.unwrap_or(self.keywords.len()), span, "lists of keywords")?;
        if known.is_none() {
            self.keywords.push(names);
        }
        Ok(KeywordsId(id))
    }

    /// Does the module bind this name itself?
    fn binds(&self, name: &str) -> bool {
        self.bindings.contains_key(name)
    }

    /// Is this global surely bound, for good, whenever the code at hand runs?
    fn is_stable(&self, name: &str) -> bool {
        self.stable.get(name).is_some_and(|at| *at < self.defined)
    }
}

impl<'a> Emitter<'a> {
    /// Runs the body of a module in Python.
    fn run_library(&mut self, library: &Library) -> Result<(), Problem> {
        let base = self.temporary()?;
        let name = prelude::reserved(&body_of(library));
        let global = self.global(&name)?;
        self.emit(Op::LoadGlobal { dst: base, global });
        self.emit(Op::Call { base, argc: 0 });
        Ok(())
    }

    /// The body of the module. What a function inside of it calls has run before that function's
    /// own `def`, or is it itself.
    fn module(&mut self, body: &'a [Stmt]) -> Result<(), Problem> {
        for (at, stmt) in body.iter().enumerate() {
            self.compiler.defined = at;
            self.body(std::slice::from_ref(stmt))?;
        }
        Ok(())
    }
}

fn index(at: usize, span: Span, what: &str) -> Result<u16, Problem> {
    u16::try_from(at).map_err(|_| Problem::new(span, format!("the program has too many {what}")))
}

/// The function that the body of a module in Python is.
fn body_of(library: &Library) -> String {
    format!("import {}", library.name)
}

/// A built-in as the library means it, whatever the program has bound.
fn of_builtins(name: &str) -> String {
    format!("builtins.{name}")
}

/// Is it what a module in Python has, as in `queue.Queue`?
fn is_of_library(name: &str) -> bool {
    let member = name.rsplit_once('.');
    member.is_some_and(|(module, _)| Library::named(module).is_some())
}

/// The modules in Python that are imported, each behind those that it imports itself.
fn link(imports: &[&'static str], linked: &mut Vec<&'static Library>) -> Result<(), Vec<Problem>> {
    for library in imports.iter().filter_map(|name| Library::named(name)) {
        if !linked.iter().any(|known| known.name == library.name) {
            link(&library.tree()?.imports, linked)?;
            linked.push(library);
        }
    }
    Ok(())
}

fn stable_functions(body: &[Stmt], bindings: &HashMap<String, u32>) -> HashMap<String, usize> {
    let defs = body.iter().enumerate().filter_map(|(at, stmt)| match &stmt.kind {
        // What a decorator is given may call it before it has its name.
        StmtKind::FunctionDef(def) if def.decorators.is_empty() => Some((def.name.id.clone(), at)),
        _ => None,
    });
    defs.filter(|(name, _)| bindings.get(name) == Some(&1)).collect()
}

/// The strings of a constant that may be names.
fn identifiers(constant: &Constant, names: &mut Vec<String>) {
    match constant {
        Constant::Str(text)
            if text.starts_with(|c: char| c.is_alphabetic() || c == '_')
                && text.chars().all(|c| c.is_alphanumeric() || c == '_') =>
        {
            names.push(text.clone());
        }
        Constant::Tuple(items) => items.iter().for_each(|item| identifiers(item, names)),
        _ => {}
    }
}
