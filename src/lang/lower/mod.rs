//! The parser's tree → the checked tree. Whatever has no place there is refused with its position.

mod annotations;
mod bindings;
mod block;
mod call;
mod class;
mod comprehension;
mod expr;
mod fstring;
mod function;
mod generic;
mod import;
mod literal;
mod named;
mod names;
mod pattern;
mod refused;
mod scopes;
mod snippet;
mod stmt;
mod target;
#[cfg(test)]
mod tests;

use std::collections::HashSet;

use ruff_python_ast as ast;

use super::source::{Problem, Source, Span};
use super::tree::{Module, Stmt};
use bindings::Bindings;
pub use bindings::mangle;
use scopes::{Kind, Scope};
pub use snippet::{Snippet, SnippetMode};

/// CPython's own bound on nested blocks (`CO_MAXBLOCKS`).
const MAX_BLOCKS: usize = 20;

/// Lowers a whole program. If there are problems the module is incomplete.
pub(super) fn module(
    source: &Source,
    suite: &[ast::Stmt],
    snippet: Option<Snippet>,
) -> (Module, Vec<Problem>) {
    let mut lower = Lower::new(source, suite, true, snippet.clone());
    let mut module = lower.module(suite);
    if lower.binds_range {
        // It was not known that `range` is not, or not always, the built-in one.
        lower = Lower::new(source, suite, false, snippet);
        module = lower.module(suite);
    }
    (module, lower.problems)
}

#[expect(clippy::struct_excessive_bools, reason = "each is asked for by itself")]
struct Lower<'a> {
    source: &'a Source,
    problems: Vec<Problem>,
    /// The scopes around what is being lowered; the first one is the module.
    scopes: Vec<Scope>,
    /// How many comprehensions there are so far: their variables are numbered.
    comprehensions: u32,
    /// Does `range` mean the built-in everywhere?
    range_is_builtin: bool,
    /// Has anything been called `range`?
    binds_range: bool,
    /// The variables of comprehensions, and type parameters, that have been read.
    renamed: HashSet<String>,
    /// The modules in Python that have been imported.
    imports: Vec<&'static str>,
    /// Has a class a `__del__`, or is there a weak reference?
    is_watched: bool,
    /// What is refused if it is reached.
    refused: Vec<Problem>,
    /// Does it ask for annotations?
    asks_annotations: bool,
    /// Are they kept as text?
    are_annotations_text: bool,
    /// May it make coroutines?
    has_coroutines: bool,
    /// What it is, if it is no program.
    snippet: Option<Snippet>,
}

impl<'a> Lower<'a> {
    fn new(
        source: &'a Source,
        suite: &[ast::Stmt],
        range_is_builtin: bool,
        snippet: Option<Snippet>,
    ) -> Self {
        let mut bindings = Bindings::of_module(suite);
        for (name, module) in snippet.iter().flat_map(|snippet| &snippet.imports) {
            bindings.imports.entry(name.clone()).or_insert_with(|| module.clone());
        }
        Self {
            source,
            problems: Vec::new(),
            scopes: vec![Scope::new(Kind::Module, bindings, None)],
            comprehensions: 0,
            range_is_builtin,
            binds_range: false,
            renamed: HashSet::new(),
            imports: Vec::new(),
            is_watched: false,
            refused: Vec::new(),
            asks_annotations: annotations::is_asked_for(source.text()),
            are_annotations_text: source.text().contains("from __future__ import annotations"),
            has_coroutines: !source.is_own() && source.text().contains("async def "),
            snippet,
        }
    }
}

impl Lower<'_> {
    fn module(&mut self, suite: &[ast::Stmt]) -> Module {
        let is_program = self.snippet.is_none();
        let (docstring, suite) = if is_program { split_docstring(suite) } else { (None, suite) };
        let mut body = Vec::new();
        if self.asks_annotations {
            let (span, kind) = (Span::default(), super::tree::ExprKind::Dict(Vec::new()));
            body.push(Self::assign_annotations(super::tree::Expr { span, kind }));
        }
        body.extend(if self.is_expression() { self.evaluated(suite) } else { self.body(suite) });
        let imports = std::mem::take(&mut self.imports);
        let refused = std::mem::take(&mut self.refused);
        let modules = self.modules();
        let asks_locals = self.source.text().contains("f_locals");
        let is_watched = self.is_watched;
        Module { docstring, body, imports, modules, is_watched, asks_locals, refused }
    }

    /// The module's names that stand for modules and for nothing else.
    fn modules(&self) -> Vec<(String, String)> {
        let Bindings { imports, bound, .. } = &self.scopes[0].bindings;
        let modules = imports.iter().filter(|(name, _)| !bound.contains(*name));
        let mut modules: Vec<_> = modules.map(|(name, to)| (name.clone(), to.clone())).collect();
        modules.sort();
        modules
    }

    /// Records a problem; `None` so that it can be returned in place of a node.
    fn refuse<T>(&mut self, span: Span, message: impl Into<String>) -> Option<T> {
        self.problems.push(Problem::new(span, message));
        None
    }

    fn syntax_error<T>(&mut self, span: Span, message: &str) -> Option<T> {
        self.refuse(span, format!("SyntaxError: {message}"))
    }

    fn unsupported<T>(&mut self, span: Span, what: &str) -> Option<T> {
        self.problems.push(Problem::unsupported(span, what));
        None
    }

    #[optimize(size)]
    fn body(&mut self, suite: &[ast::Stmt]) -> Vec<Stmt> {
        let mut body = Vec::with_capacity(suite.len());
        for stmt in suite {
            match stmt {
                ast::Stmt::Import(node) => body.extend(self.import(node).unwrap_or_default()),
                ast::Stmt::ImportFrom(node) => {
                    body.extend(self.import_from(node).unwrap_or_default());
                }
                ast::Stmt::TypeAlias(node) => {
                    body.extend(self.type_alias(node).unwrap_or_default());
                }
                ast::Stmt::FunctionDef(node) => {
                    body.extend(self.function(node).unwrap_or_default());
                }
                ast::Stmt::ClassDef(node) => body.extend(self.class(node).unwrap_or_default()),
                ast::Stmt::AnnAssign(node) if self.annotates_module(node) => {
                    body.extend(self.stmt(stmt));
                    body.extend(self.annotate_module(node));
                }
                _ => body.extend(self.stmt(stmt)),
            }
        }
        body
    }

    /// Lowers every node, so that all their problems are found.
    fn all<N, T>(
        &mut self,
        nodes: impl IntoIterator<Item = N>,
        mut lower: impl FnMut(&mut Self, N) -> Option<T>,
    ) -> Option<Vec<T>> {
        let lowered: Vec<_> = nodes.into_iter().map(|node| lower(self, node)).collect();
        lowered.into_iter().collect()
    }
}

/// Takes the docstring off a body.
fn split_docstring(suite: &[ast::Stmt]) -> (Option<String>, &[ast::Stmt]) {
    match suite {
        [ast::Stmt::Expr(first), rest @ ..] => match &*first.value {
            ast::Expr::StringLiteral(text) => (Some(text.value.to_str().to_owned()), rest),
            _ => (None, suite),
        },
        _ => (None, suite),
    }
}
