//! What is compiled while the program runs: onto a module, whose numbers all stay. Its names are those
//! of the program's own module, or are looked up in dicts that the body is called with.

use std::collections::HashMap;
use std::sync::Arc;

use super::emit::{Body, Done, Emitter, Label};
use super::{Compiler, is_watched, link, module};
use crate::code::module::{Constant, Function, Module, ModuleParts, Text};
use crate::code::op::{ConstantId, GlobalId, NameId, Op, Reg};
use crate::lang::tree::{self, CompareOp, Name};
use crate::lang::{self, Library, Problem, Scope, Snippet, Span};

/// The parameters of a body whose names are in dicts.
const GLOBALS: &str = ".globals";
const LOCALS: &str = ".locals";
/// Where the second one is.
const LOCALS_AT: Reg = Reg(1);

/// What looks a name up, and forgets it.
const LOAD: &str = "_code.load";
const LOAD_GLOBAL: &str = "_code.load_global";
const DELETE: &str = "_code.delete";

/// Where the module's names are.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Names {
    /// They are globals.
    Module,
    /// They are looked up in dicts, which the body gets.
    Dicts,
    /// These hide no built-in.
    PlainDicts,
}

/// The name of the body that runs modules which a program has not imported before.
pub(super) const IMPORT: &str = "<import>";

/// Compiles what is run in the namespace of a module after it, as a prompt does.
///
/// # Errors
/// As [`super::compile`].
pub fn compile_onto(base: &Module, text: Text) -> Result<Module, Vec<Problem>> {
    let snippet = Snippet { imports: base.imports().to_vec(), ..Snippet::default() };
    let tree = lang::parse_snippet(&text.source, snippet)?;
    compile_tree(base, text, &tree, Compiler::onto(base))
}

/// Compiles what a program has as text. The module's body is that of the text, or, if this imports
/// modules that the program has not, one named `<import>` that runs those: then the text's comes after it.
///
/// # Errors
/// As [`super::compile`].
#[optimize(size)]
pub fn compile_text(base: &Module, text: Text, snippet: Snippet) -> Result<Module, Vec<Problem>> {
    let Snippet { is_in_dicts, has_plain_builtins, .. } = snippet;
    let tree = lang::parse_snippet(&text.source, snippet)?;
    let mut compiler = Compiler::onto(base);
    let mut libraries = base.libraries().to_vec();
    link(&tree.imports, &mut libraries)?;
    if libraries.len() > base.libraries().len() {
        compiler.body = IMPORT;
        let tree = tree::Module { imports: tree.imports, ..tree::Module::default() };
        return compile_tree(base, text, &tree, compiler);
    }
    compiler.lookup = match (is_in_dicts, has_plain_builtins) {
        (false, _) => Names::Module,
        (true, false) => Names::Dicts,
        (true, true) => Names::PlainDicts,
    };
    compile_tree(base, text, &tree, compiler)
}

fn compile_tree(
    base: &Module,
    text: Text,
    tree: &tree::Module,
    compiler: Compiler,
) -> Result<Module, Vec<Problem>> {
    let mut libraries = base.libraries().to_vec();
    let known = libraries.len();
    link(&tree.imports, &mut libraries)?;
    if (tree.is_watched || is_watched(&libraries[known..])?) && !base.is_watched() {
        let what = "weak references and `__del__` in text, in a program that has none, are";
        return Err(vec![Problem::unsupported(Span::default(), what)]);
    }
    let mut imports = base.imports().to_vec();
    if compiler.lookup == Names::Module {
        imports.retain(|(name, _)| !tree.modules.iter().any(|(known, _)| known == name));
        imports.extend(tree.modules.iter().cloned());
    }
    let parts = compiler.addition(tree, &libraries[known..])?;
    let texts = base.texts().iter().cloned().chain([Arc::new(text)]).collect();
    let (program, checked) = (base.program(), base.functions().len());
    let (docstring, refused) = (base.docstring().map(str::to_owned), base.refused().to_vec());
    module(ModuleParts { texts, docstring, checked, program, libraries, imports, refused, ..parts })
}

impl Compiler {
    /// With all that a module has. What it has bound may be bound again.
    fn onto(base: &Module) -> Self {
        fn ids<T>(all: &[String], id: impl Fn(u16) -> T) -> HashMap<String, T> {
            (0..).map(id).zip(all).map(|(id, name)| (name.clone(), id)).collect()
        }
        let constants = base.constants().to_vec();
        let keys = constants.iter().map(|constant| format!("{constant:?}"));
        Self {
            constant_ids: keys.zip((0..).map(ConstantId)).collect(),
            constants,
            globals: base.globals().to_vec(),
            global_ids: ids(base.globals(), GlobalId),
            names: base.names().to_vec(),
            name_ids: ids(base.names(), NameId),
            keywords: base.keywords().to_vec(),
            bindings: base.globals().iter().map(|name| (name.clone(), 2)).collect(),
            functions: base.functions().iter().cloned().map(Some).collect(),
            text: base.texts().len(),
            is_watched: base.is_watched(),
            keeps_locals: base.keeps_locals(),
            size: base.functions().iter().map(|function| function.code.len()).sum(),
            ..Self::new(&tree::Module::default())
        }
    }

    /// A body that runs those of modules that are new, and what both have.
    fn addition(
        mut self,
        tree: &tree::Module,
        libraries: &[&'static Library],
    ) -> Result<ModuleParts, Vec<Problem>> {
        let scope = if self.lookup == Names::Module {
            Scope::default()
        } else {
            let locals = vec![GLOBALS.to_owned(), LOCALS.to_owned()];
            Scope { locals, cells: vec![GLOBALS.to_owned()], ..Scope::default() }
        };
        let body = self.main(tree, libraries, &scope)?;
        for library in libraries {
            self.library(library, library.tree()?)?;
        }
        self.names_of_attributes()?;
        Ok(ModuleParts { body: usize::from(body.0), ..self.parts() })
    }

    /// Every function of a text hands on where its globals are.
    pub(super) fn with_globals(&self, mut scope: Scope) -> Scope {
        let has_globals = scope.free.iter().any(|name| name == GLOBALS);
        if self.lookup != Names::Module && self.library.is_none() && !has_globals {
            scope.free.push(GLOBALS.to_owned());
        }
        scope
    }
}

impl Emitter<'_> {
    /// Is such a name looked up in a dict, where no function has it?
    pub(super) fn is_in_dict(&self, name: &str) -> bool {
        self.compiler.lookup != Names::Module
            && !self.function.is_hidden
            && !name.contains(['.', ':'])
    }

    /// `name`, of the local ones, the global ones or the built-in ones.
    pub(super) fn load_from_dict(&mut self, name: &str, dst: Reg) -> Done {
        let built_in = built_in(name);
        if self.compiler.lookup == Names::PlainDicts
            && let Some(built_in) = &built_in
        {
            let global = self.global(built_in)?;
            self.emit(Op::LoadGlobal { dst, global });
            return Ok(());
        }
        if self.kind == Body::Module && !self.is_declared_global(name) {
            return self.ask(LOAD, name, built_in, dst);
        }
        // As a rule it is there.
        let (mut slow, mut end) = (Label::default(), Label::default());
        self.with_temporaries(|this| {
            let globals = this.temporary()?;
            this.load_name(GLOBALS, globals)?;
            let index = this.temporary()?;
            this.constant(Constant::Str(name.to_owned()), index)?;
            let is_there = this.temporary()?;
            this.emit(Op::Compare { op: CompareOp::In, dst: is_there, a: index, b: globals });
            this.jump(&mut slow, |to| Op::JumpUnless { a: is_there, to });
            this.emit(Op::LoadSubscr { dst, object: globals, index });
            this.jump(&mut end, |to| Op::Jump { to });
            Ok(())
        })?;
        self.bind(slow);
        self.ask(LOAD_GLOBAL, name, built_in, dst)?;
        self.bind(end);
        Ok(())
    }

    /// Has a function of the library look for it.
    fn ask(&mut self, what: &str, name: &str, built_in: Option<String>, dst: Reg) -> Done {
        self.with_temporaries(|this| {
            let mut window = this.window(dst)?;
            let base = this.slot(&mut window)?;
            let global = this.global(what)?;
            this.emit(Op::LoadGlobal { dst: base, global });
            let globals = this.slot(&mut window)?;
            this.load_name(GLOBALS, globals)?;
            if what == LOAD {
                let locals = this.slot(&mut window)?;
                this.emit(Op::Move { dst: locals, src: LOCALS_AT });
            }
            let text = this.slot(&mut window)?;
            this.constant(Constant::Str(name.to_owned()), text)?;
            if let Some(built_in) = built_in {
                let default = this.slot(&mut window)?;
                let global = this.global(&built_in)?;
                this.emit(Op::LoadGlobal { dst: default, global });
            }
            let argc = window.count() - 1;
            this.emit(Op::Call { base, argc });
            this.moved(base, dst);
            Ok(())
        })
    }

    pub(super) fn store_in_dict(&mut self, name: &Name, src: Reg) -> Done {
        self.with_temporaries(|this| {
            let object = this.namespace_of(&name.id)?;
            let index = this.temporary()?;
            this.constant(Constant::Str(name.id.clone()), index)?;
            this.emit(Op::StoreSubscr { object, index, src });
            Ok(())
        })
    }

    pub(super) fn delete_from_dict(&mut self, name: &Name) -> Done {
        self.with_temporaries(|this| {
            let base = this.temporaries(3)?;
            let (dict, text) = (Reg(base.0 + 1), Reg(base.0 + 2));
            let global = this.global(DELETE)?;
            this.emit(Op::LoadGlobal { dst: base, global });
            let object = this.namespace_of(&name.id)?;
            this.emit(Op::Move { dst: dict, src: object });
            this.constant(Constant::Str(name.id.clone()), text)?;
            this.emit(Op::Call { base, argc: 2 });
            Ok(())
        })
    }

    /// The dict that a name is bound in here.
    fn namespace_of(&mut self, name: &str) -> Result<Reg, Problem> {
        if self.kind == Body::Module && !self.is_declared_global(name) {
            return Ok(LOCALS_AT);
        }
        let globals = self.temporary()?;
        self.load_name(GLOBALS, globals)?;
        Ok(globals)
    }
}

/// The global that has a built-in as such.
fn built_in(name: &str) -> Option<String> {
    match lang::builtin_home(name) {
        Some(module) => Some(format!("{module}.{name}")),
        // Each module has those with underscores itself.
        None if name.starts_with("__") && name != "__debug__" => None,
        None => lang::is_builtin(name).then(|| super::of_builtins(name)),
    }
}

/// The body of a text, which is called with the dicts that it has, or of the program.
pub(super) fn body(name: &str, scope: &Scope) -> Function {
    let parameters = scope.locals.clone();
    Function { name: name.to_owned(), parameters, ..Function::default() }
}
