//! `class`, and `super()` in its methods.

use ruff_python_ast as ast;

use super::super::source::Span;
use super::super::tree::{ClassDef, Expr, ExprKind, Name, Stmt, StmtKind, Target, TargetKind};
use super::bindings::{Bindings, mangle};
use super::call::Keyword;
use super::scopes::{Kind, Scope};
use super::{Lower, split_docstring};

impl Lower<'_> {
    pub(super) fn class(&mut self, node: &ast::StmtClassDef) -> Option<Vec<Stmt>> {
        let decorators = self.decorators(&node.decorator_list);
        let name = self.bind(&node.name);
        let private = node.name.to_string();
        let bindings = Bindings::of_body(&node.body, Some(&private));
        let scope = Scope::new(Kind::Class, bindings, Some(private));
        let (docstring, suite) = split_docstring(&node.body);
        let arguments = node.arguments.as_deref();
        let is_text = !node.decorator_list.is_empty()
            || arguments.is_some_and(|it| it.args.iter().any(is_named_tuple));
        let (((bases, keywords), (mut body, scope)), mut made) =
            self.with_type_parameters(node.type_params.as_deref(), |lower| {
                let given = lower.arguments_of_class(node.arguments.as_deref());
                let in_class = lower.within(scope, |lower| {
                    let mut body = lower.body(suite);
                    if is_text {
                        body.extend(lower.annotations(suite));
                    }
                    if lower.asks_annotations && is_text {
                        body.extend(lower.evaluated_annotations(annotated(suite)));
                    } else if lower.asks_annotations {
                        let value = lower.annotations_of(annotated(suite), Span::of(node));
                        body.extend(value.map(Self::assign_annotations));
                    }
                    body
                });
                (given, in_class)
            });
        if node.type_params.is_some() && !scope.bindings.has("__class_getitem__") {
            body.push(self.class_getitem(Span::of(node)));
        }
        let uses_class_cell = scope.uses_class_cell;
        let kind = StmtKind::ClassDef(ClassDef {
            name: name?,
            bases: bases?,
            keywords: keywords?,
            decorators: decorators?,
            docstring,
            body,
            uses_class_cell,
        });
        made.push(Stmt { span: Span::of(node), kind });
        Some(made)
    }

    /// `__annotations__` of a class whose decorator or metaclass may ask for it: the names, and the text of what
    /// stands behind them, as with `from __future__ import annotations`.
    fn annotations(&self, suite: &[ast::Stmt]) -> Option<Stmt> {
        let mut span = None;
        let str = |span, text: &str| Expr { span, kind: ExprKind::Str(text.to_owned()) };
        let mut pairs = Vec::new();
        for stmt in suite {
            let ast::Stmt::AnnAssign(node) = stmt else { continue };
            let ast::Expr::Name(name) = &*node.target else { continue };
            let at = Span::of(node);
            span = span.or(Some(at));
            let text = self.source.slice(Span::of(&*node.annotation));
            pairs.push((str(at, &mangle(&name.id, self.private())), str(at, text)));
        }
        let span = span?;
        let name = Name { span, id: "__annotations__".to_owned() };
        let target = Target { span, kind: TargetKind::Name(name) };
        let value = Expr { span, kind: ExprKind::Dict(pairs) };
        Some(Stmt { span, kind: StmtKind::Assign { targets: vec![target], value } })
    }

    fn arguments_of_class(
        &mut self,
        arguments: Option<&ast::Arguments>,
    ) -> (Option<Vec<Expr>>, Option<Vec<Keyword>>) {
        match arguments {
            Some(arguments) => (self.items_of(&arguments.args), self.keywords(&arguments.keywords)),
            None => (Some(Vec::new()), Some(Vec::new())),
        }
    }

    /// `super()`, or with the arguments that it has by itself: the class around and the method's first
    /// parameter, as programs for Python 2 write it. With others it is a class as any other: `None`;
    /// inside of that stands what can be made of it.
    #[expect(clippy::option_option, reason = "what is refused is none of it either")]
    pub(super) fn super_(&mut self, node: &ast::ExprCall) -> Option<Option<ExprKind>> {
        let is_in_place = |scope: &&Scope| matches!(scope.kind, Kind::Comprehension(..));
        let function = self.scopes.iter().rev().find(|scope| !is_in_place(scope))?;
        let is_usual = match &*node.arguments.args {
            [] => true,
            [ast::Expr::Name(class), ast::Expr::Name(first)] => {
                function.private.as_deref() == Some(class.id.as_str())
                    && function.parameters.first().map(String::as_str) == Some(first.id.as_str())
            }
            _ => false,
        };
        let is_method = matches!(function.kind, Kind::Function { is_method: true, .. });
        let is_bare = node.arguments.is_empty();
        let has_first = function.by_position > 0;
        let is_in_class = self.scopes.iter().any(|scope| scope.kind == Kind::Class);
        if is_usual && has_first && (is_method || is_bare && is_in_class) {
            self.use_class_cell();
            return Some(Some(ExprKind::Super));
        }
        if is_bare && has_first {
            return Some(Some(Self::no_class_cell(Span::of(node))));
        }
        None
    }

    /// What `super()` of a function is that stands in no class.
    fn no_class_cell(span: Span) -> ExprKind {
        let text = "super(): __class__ cell not found".to_owned();
        let given = Expr { span, kind: ExprKind::Str(text) };
        ExprKind::Call {
            function: Box::new(Expr { span, kind: ExprKind::Name(".no_class_cell".to_owned()) }),
            arguments: vec![given],
            keywords: Vec::new(),
        }
    }
}

/// The names of a class body that have an annotation.
fn annotated(suite: &[ast::Stmt]) -> Vec<(&str, &ast::Expr)> {
    let annotated = suite.iter().filter_map(|stmt| match stmt {
        ast::Stmt::AnnAssign(node) if node.simple => match &*node.target {
            ast::Expr::Name(name) => Some((name.id.as_str(), &*node.annotation)),
            _ => None,
        },
        _ => None,
    });
    annotated.collect()
}

/// `NamedTuple` makes fields of the annotations in a class.
fn is_named_tuple(base: &ast::Expr) -> bool {
    match base {
        ast::Expr::Name(name) => name.id == "NamedTuple",
        ast::Expr::Attribute(node) => node.attr.id == "NamedTuple",
        _ => false,
    }
}
