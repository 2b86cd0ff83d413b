//! Calls.

use std::collections::HashSet;

use ruff_python_ast as ast;

use super::super::source::Span;
use super::super::tree::{Expr, ExprKind, Name, Stmt, StmtKind, Target};
use super::Lower;
use super::import::first_part;
use super::scopes::{Kind, Meaning};
use crate::lang::builtins;

/// An argument with its name; `None` behind `**`.
pub(super) type Keyword = (Option<Name>, Expr);

/// What a `for` runs over.
pub(super) enum Head {
    /// The built-in `range`, by its arguments, and where it stands.
    Range(Vec<Expr>, Span),
    Any(Expr),
    /// It awaits each value.
    Async(Expr),
}

/// Whether a module has a name, or what it has under it.
struct Question<'n> {
    module: String,
    name: &'n str,
    default: Option<&'n ast::Expr>,
    is_has: bool,
}

impl Head {
    pub(super) fn over(self, target: Target, body: Vec<Stmt>, orelse: Vec<Stmt>) -> StmtKind {
        match self {
            Self::Range(range, range_span) => {
                StmtKind::ForRange { target, range, range_span, body, orelse }
            }
            Self::Any(iter) => StmtKind::For { is_async: false, target, iter, body, orelse },
            Self::Async(iter) => StmtKind::For { is_async: true, target, iter, body, orelse },
        }
    }
}

impl Lower<'_> {
    pub(super) fn call(&mut self, node: &ast::ExprCall) -> Option<ExprKind> {
        if is_name(&node.func, "super")
            && matches!(self.meaning("super"), Meaning::Unbound)
            && let Some(made) = self.super_(node)
        {
            return made;
        }
        if let Some(question) = self.asks_module(node) {
            return self.answer(question, Span::of(node));
        }
        let known = self.asks_namespace(node).or_else(|| self.imports_by_name(node));
        if let Some(call) = known.or_else(|| self.runs_text(node)) {
            return Some(call);
        }
        let function = self.expr(&node.func);
        let arguments = self.items_of(&node.arguments.args);
        let keywords = self.keywords(&node.arguments.keywords);
        let (function, arguments, keywords) = (Box::new(function?), arguments?, keywords?);
        if arguments.iter().any(Expr::is_starred) || keywords.iter().any(|(name, _)| name.is_none())
        {
            return Some(ExprKind::SpreadCall { function, arguments, keywords });
        }
        let keywords = keywords.into_iter().filter_map(|(name, value)| Some((name?, value)));
        Some(ExprKind::Call { function, arguments, keywords: keywords.collect() })
    }

    /// `locals()`, `vars()` and `dir()`: of a module its globals.
    fn asks_namespace(&mut self, node: &ast::ExprCall) -> Option<ExprKind> {
        let ast::Expr::Name(name) = &*node.func else { return None };
        if !node.arguments.is_empty()
            || !matches!(&*name.id, "locals" | "vars" | "dir" | "globals")
            || !matches!(self.meaning(&name.id), Meaning::Unbound)
        {
            return None;
        }
        if let Some(dict) = self.dict_asked_for(&name.id) {
            return Some(dict);
        }
        let span = Span::of(node);
        let found = if self.kind() == Kind::Module || &*name.id == "globals" {
            "globals"
        } else {
            "locals"
        };
        let function = self.member("_builtins", found, span);
        let call = |function, arguments| ExprKind::Call {
            function: Box::new(Expr { span, kind: function }),
            arguments,
            keywords: Vec::new(),
        };
        let kind = call(function, Vec::new());
        if &*name.id != "dir" {
            return Some(kind);
        }
        Some(call(ExprKind::Name("sorted".to_owned()), vec![Expr { span, kind }]))
    }

    /// `__import__("time")`
    fn imports_by_name(&mut self, node: &ast::ExprCall) -> Option<ExprKind> {
        let [ast::Expr::StringLiteral(name)] = &*node.arguments.args else { return None };
        if !is_name(&node.func, "__import__")
            || !matches!(self.meaning("__import__"), Meaning::Unbound)
        {
            return None;
        }
        let module = first_part(name.value.to_str());
        if builtins::is_module(module) {
            return Some(self.module_value(module));
        }
        Some(self.missing_module(module, Span::of(node)))
    }

    /// The arguments that have names, or stand behind `**`.
    pub(super) fn keywords(&mut self, keywords: &[ast::Keyword]) -> Option<Vec<Keyword>> {
        let mut known = HashSet::new();
        self.all(keywords, |lower, keyword| {
            let span = Span::of(keyword);
            let Some(name) = &keyword.arg else {
                return Some((None, lower.expr(&keyword.value)?));
            };
            if !known.insert(name.id.clone()) {
                return lower
                    .syntax_error(span, &format!("keyword argument repeated: {}", name.id));
            }
            if name.id == "__debug__" {
                return lower.syntax_error(span, "cannot assign to __debug__");
            }
            // Not even in a class is this name a private one.
            let name = Name { span: Span::of(name), id: name.id.to_string() };
            Some((Some(name), lower.expr(&keyword.value)?))
        })
    }

    /// `hasattr(sys, "…")` and `getattr(sys, "…", default)`
    fn asks_module<'n>(&self, node: &'n ast::ExprCall) -> Option<Question<'n>> {
        let is_has = is_name(&node.func, "hasattr");
        let function = if is_has { "hasattr" } else { "getattr" };
        let (module, name, default) = match &*node.arguments.args {
            [module, name] => (module, name, None),
            [module, name, default] if !is_has => (module, name, Some(default)),
            _ => return None,
        };
        let ast::Expr::StringLiteral(name) = name else { return None };
        if !is_name(&node.func, function)
            || !node.arguments.keywords.is_empty()
            || !matches!(self.meaning(function), Meaning::Unbound)
        {
            return None;
        }
        let module = self.module_of(module)?;
        Some(Question { module, name: name.value.to_str(), default, is_has })
    }

    /// What a module has is known already.
    fn answer(&mut self, question: Question<'_>, span: Span) -> Option<ExprKind> {
        let Question { module, name, default, is_has } = question;
        let is_there = builtins::is_supported(&format!("{module}.{name}"))
            || is_has && matches!(name, "__dict__" | "__doc__" | "__name__");
        match default {
            _ if is_has => Some(ExprKind::Bool(is_there)),
            Some(default) if !is_there => self.expr(default).map(|default| default.kind),
            _ => Some(self.member(&module, name, span)),
        }
    }

    /// What a `for` runs over.
    pub(super) fn loop_head(&mut self, iter: &ast::Expr, is_async: bool) -> Option<Head> {
        match iter {
            _ if is_async => self.expr(iter).map(Head::Async),
            ast::Expr::Call(call) if self.is_range(call) => {
                let range = self.all(&call.arguments.args, Self::expr)?;
                Some(Head::Range(range, Span::of(call)))
            }
            _ => self.expr(iter).map(Head::Any),
        }
    }

    fn is_range(&self, call: &ast::ExprCall) -> bool {
        let arguments = &call.arguments;
        self.range_is_builtin
            && is_name(&call.func, "range")
            && arguments.keywords.is_empty()
            && (1..=3).contains(&arguments.args.len())
            && !arguments.args.iter().any(ast::Expr::is_starred_expr)
    }
}

fn is_name(expr: &ast::Expr, id: &str) -> bool {
    matches!(expr, ast::Expr::Name(name) if name.id == id)
}
