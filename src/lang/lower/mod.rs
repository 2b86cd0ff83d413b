//! The parser's tree → the checked tree. Whatever has no place there is refused with its position.

mod expr;
mod import;
mod stmt;

use ruff_python_ast as ast;

use super::builtins;
use super::scope::{function_scope, module_names};
use super::source::{Problem, Source, Span};
use super::tree::{FunctionDef, Module, Stmt};

/// Lowers a whole program. If there are problems the module is incomplete.
pub(super) fn module(source: &Source, suite: &[ast::Stmt]) -> (Module, Vec<Problem>) {
    let mut lower = Lower {
        source,
        problems: Vec::new(),
        builtins: Vec::new(),
        place: Place::Module,
        loops: 0,
        parameters: Vec::new(),
        seen: Vec::new(),
        imports: Vec::new(),
    };
    let (docstring, suite) = split_docstring(suite);
    lower.find_imports(suite);
    let body = lower.body(suite);
    let bound = module_names(&body);
    lower.refuse_builtins_but(&bound);
    lower.refuse_binding_range(&bound);
    lower.refuse_binding_modules(&bound);
    (Module { docstring, body }, lower.problems)
}

/// Where the statement being lowered stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Module,
    Function,
}

/// A use of a built-in that is not supported, refused unless the name turns out to be bound.
struct BuiltinUse {
    span: Span,
    name: String,
}

struct Lower<'a> {
    source: &'a Source,
    problems: Vec<Problem>,
    builtins: Vec<BuiltinUse>,
    place: Place,
    /// Loops around the current statement, within its function.
    loops: u32,
    /// Of the current function.
    parameters: Vec<String>,
    /// Names used or bound so far in the current scope.
    seen: Vec<String>,
    /// Names that stand for modules.
    imports: Vec<import::Import>,
}

impl Lower<'_> {
    /// Records a problem; `None` so that it can be returned in place of a node.
    fn refuse<T>(&mut self, span: Span, message: impl Into<String>) -> Option<T> {
        self.problems.push(Problem::new(span, message));
        None
    }

    fn unsupported<T>(&mut self, span: Span, what: &str) -> Option<T> {
        self.problems.push(Problem::unsupported(span, what));
        None
    }

    fn body(&mut self, suite: &[ast::Stmt]) -> Vec<Stmt> {
        let mut body = Vec::with_capacity(suite.len());
        for stmt in suite {
            match stmt {
                ast::Stmt::ImportFrom(node) if self.place == Place::Module => {
                    body.extend(self.import_from(node).unwrap_or_default());
                }
                _ => body.extend(self.stmt(stmt)),
            }
        }
        body
    }

    /// Drops the uses that a function's own names explain, those from `since` on.
    fn forget_builtins_of(&mut self, function: &FunctionDef, since: usize) {
        let scope = function_scope(function);
        self.refuse_binding_modules(&scope.locals);
        let uses = self.builtins.split_off(since);
        self.builtins.extend(uses.into_iter().filter(|used| !scope.locals.contains(&used.name)));
    }

    fn refuse_builtins_but(&mut self, bound: &[String]) {
        for used in std::mem::take(&mut self.builtins) {
            if bound.contains(&used.name) {
                continue;
            }
            let message = match used.name.as_str() {
                "range" => "`range` is supported only as in `for i in range(…)`".to_owned(),
                name => format!("the built-in `{name}` is not supported"),
            };
            self.problems.push(Problem::new(used.span, message));
        }
    }

    /// `for … in range(…)` is syntax here, which is right only while `range` is the built-in one.
    fn refuse_binding_range(&mut self, bound: &[String]) {
        if bound.iter().any(|name| name == "range") {
            let span = self.source.text().find("range").map_or(Span::default(), |at| {
                let start = u32::try_from(at).unwrap_or(0);
                Span { start, end: start + 5 }
            });
            self.problems.push(Problem::unsupported(span, "a name `range` of your own is"));
        }
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

/// Is this one of the built-ins that Python has and the playground has not?
fn is_unsupported_builtin(name: &str) -> bool {
    name == "range" || builtins::is_unsupported(name)
}
