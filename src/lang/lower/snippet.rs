//! What a program has as text and runs: its names may be looked up in dicts, an expression has a value,
//! and those of a prompt are shown.

use ruff_python_ast as ast;

use super::super::source::Span;
use super::super::tree::{Expr, ExprKind, Stmt, StmtKind};
use super::Lower;
use super::scopes::{Kind, Meaning};

/// The dicts of a text, as variables of its body.
const GLOBALS: &str = ".globals";
const LOCALS: &str = ".locals";

/// What kind of text is compiled.
#[derive(Clone, Debug, Default)]
pub struct Snippet {
    /// How it is run.
    pub mode: SnippetMode,
    /// Are its names looked up in dicts?
    pub is_in_dicts: bool,
    /// Do these hide no built-in?
    pub has_plain_builtins: bool,
    /// What names stand for modules in the namespace that it is run in.
    pub imports: Vec<(String, String)>,
}

/// How a text is run: the modes of `compile`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SnippetMode {
    /// Statements.
    #[default]
    Exec,
    /// An expression, whose value it has.
    Eval,
    /// A statement at a prompt: values of expressions are shown.
    Single,
}

impl Lower<'_> {
    pub(super) fn is_in_dicts(&self) -> bool {
        self.snippet.as_ref().is_some_and(|snippet| snippet.is_in_dicts)
    }

    fn mode(&self) -> Option<SnippetMode> {
        self.snippet.as_ref().map(|snippet| snippet.mode)
    }

    /// Is it a text whose only statement is the expression that has its value?
    pub(super) fn is_expression(&self) -> bool {
        self.mode() == Some(SnippetMode::Eval)
    }

    /// The body of a text that is an expression.
    pub(super) fn evaluated(&mut self, suite: &[ast::Stmt]) -> Vec<Stmt> {
        let [ast::Stmt::Expr(node)] = suite else {
            let span = suite.first().map_or_else(Span::default, Span::of);
            let _: Option<()> = self.syntax_error(span, "invalid syntax");
            return Vec::new();
        };
        let span = Span::of(node);
        let value = self.expr(&node.value);
        value.map(|value| Stmt { span, kind: StmtKind::Return(Some(value)) }).into_iter().collect()
    }

    /// An expression as a statement: at a prompt its value is shown.
    pub(super) fn shown(&mut self, value: Expr) -> Expr {
        if self.mode() != Some(SnippetMode::Single) || self.kind() != Kind::Module {
            return value;
        }
        let span = value.span;
        let function = Expr { span, kind: self.member("_code", "display", span) };
        let (function, arguments, keywords) = (Box::new(function), vec![value], Vec::new());
        Expr { span, kind: ExprKind::Call { function, arguments, keywords } }
    }

    /// `globals()` and `locals()` of a text are the dicts that it is run in.
    pub(super) fn dict_asked_for(&self, name: &str) -> Option<ExprKind> {
        if !self.is_in_dicts() {
            return None;
        }
        let is_module = self.kind() == Kind::Module;
        match name {
            "globals" => Some(ExprKind::Name(GLOBALS.to_owned())),
            "locals" | "vars" if is_module => Some(ExprKind::Name(LOCALS.to_owned())),
            _ => None,
        }
    }

    /// `exec(text)` and `eval(text)` in a function or a text: they see the variables there are.
    pub(super) fn runs_text(&mut self, node: &ast::ExprCall) -> Option<ExprKind> {
        let ast::Expr::Name(name) = &*node.func else { return None };
        let [text] = &*node.arguments.args else { return None };
        let is_here = matches!(self.kind(), Kind::Module) && !self.is_in_dicts();
        if !matches!(&*name.id, "exec" | "eval")
            || is_here
            || !node.arguments.keywords.is_empty()
            || text.is_starred_expr()
            || !matches!(self.meaning(&name.id), Meaning::Unbound)
        {
            return None;
        }
        let span = Span::of(node);
        let (function, text) = (self.expr(&node.func), self.expr(text));
        let (function, text) = function.zip(text)?;
        let dicts = ["globals", "locals"].map(|name| {
            let kind = self.dict_asked_for(name).unwrap_or_else(|| {
                let function = Box::new(Expr { span, kind: self.member("_builtins", name, span) });
                ExprKind::Call { function, arguments: Vec::new(), keywords: Vec::new() }
            });
            Expr { span, kind }
        });
        let arguments = std::iter::once(text).chain(dicts).collect();
        let (function, keywords) = (Box::new(function), Vec::new());
        Some(ExprKind::Call { function, arguments, keywords })
    }
}
