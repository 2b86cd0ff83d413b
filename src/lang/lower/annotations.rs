//! Annotations, where the program asks for them: of functions, classes and modules. They are evaluated
//! when what they belong to is made, as before CPython 3.14.

use ruff_python_ast as ast;

use super::super::source::Span;
use super::super::tree::{Expr, ExprKind, Handler, Name, Stmt, StmtKind, Target, TargetKind};
use super::Lower;
use super::bindings::mangle;
use super::scopes::Kind;

/// Their name.
pub(super) const ANNOTATIONS: &str = "__annotations__";
/// What asks for them.
const ASKS: [&str; 6] = [
    ANNOTATIONS,
    "get_annotations",
    "get_type_hints",
    "inspect",
    "runtime_checkable",
    "singledispatch",
];

/// What asks for the types of the fields of a dataclass, both together.
const ASKS_FIELDS: [&str; 2] = ["fields", ".type"];

/// Does a source ask for annotations? Others' are not even evaluated.
pub(super) fn is_asked_for(text: &str) -> bool {
    ASKS.iter().any(|ask| text.contains(ask)) || ASKS_FIELDS.iter().all(|ask| text.contains(ask))
}

impl Lower<'_> {
    /// A dict of annotations by their names.
    pub(super) fn annotations_of<'e>(
        &mut self,
        annotated: impl IntoIterator<Item = (&'e str, &'e ast::Expr)>,
        span: Span,
    ) -> Option<Expr> {
        let pairs = self.all(annotated, |lower, (name, annotation)| {
            let id = mangle(name, lower.private());
            let value = lower.annotation(annotation)?;
            Some((Expr { span, kind: ExprKind::Str(id) }, value))
        })?;
        Some(Expr { span, kind: ExprKind::Dict(pairs) })
    }

    /// One of them: with `from __future__ import annotations` its text.
    pub(super) fn annotation(&mut self, annotation: &ast::Expr) -> Option<Expr> {
        if self.are_annotations_text {
            let span = Span::of(annotation);
            return Some(Expr { span, kind: ExprKind::Str(self.source.slice(span).to_owned()) });
        }
        self.expr(annotation)
    }

    /// The parameters of a function that have one, and what it returns.
    pub(super) fn annotated_parameters(def: &ast::StmtFunctionDef) -> Vec<(&str, &ast::Expr)> {
        let parameters = def.parameters.iter().map(ast::AnyParameterRef::as_parameter);
        let parameters = parameters.filter_map(|it| Some((it.name.as_str(), it.annotation()?)));
        parameters.chain(def.returns.as_deref().map(|returns| ("return", returns))).collect()
    }

    /// Makes a function with annotations of one without: they are there before its decorators see it.
    pub(super) fn with_annotations(made: &mut Vec<Stmt>, annotations: Expr) {
        let Some(Stmt { span, kind: StmtKind::FunctionDef(def) }) = made.last_mut() else { return };
        let (span, name) = (*span, def.name.clone());
        let decorators = std::mem::take(&mut def.decorators);
        let read = |name: &Name| Expr { span, kind: ExprKind::Name(name.id.clone()) };
        let attribute = Name { span, id: ANNOTATIONS.to_owned() };
        let kind = TargetKind::Attribute(Box::new(read(&name)), attribute);
        let assign = |kind, value| {
            let targets = vec![Target { span, kind }];
            Stmt { span, kind: StmtKind::Assign { targets, value } }
        };
        made.push(assign(kind, annotations));
        if decorators.is_empty() {
            return;
        }
        let decorated = decorators.into_iter().rev().fold(read(&name), |value, decorator| {
            let (function, arguments) = (Box::new(decorator), vec![value]);
            Expr { span, kind: ExprKind::Call { function, arguments, keywords: Vec::new() } }
        });
        made.push(assign(TargetKind::Name(name), decorated));
    }

    /// `__annotations__ = {…}` in a class or a module.
    pub(super) fn assign_annotations(value: Expr) -> Stmt {
        let span = value.span;
        let name = Name { span, id: ANNOTATIONS.to_owned() };
        let target = Target { span, kind: TargetKind::Name(name) };
        Stmt { span, kind: StmtKind::Assign { targets: vec![target], value } }
    }

    /// Puts values in the place of the texts that a class's annotations are at first; what has no
    /// value yet stays text, as nobody evaluates it before it is asked for.
    pub(super) fn evaluated_annotations(
        &mut self,
        annotated: Vec<(&str, &ast::Expr)>,
    ) -> Vec<Stmt> {
        let evaluated = annotated.into_iter().filter_map(|(name, annotation)| {
            let span = Span::of(annotation);
            let value = self.annotation(annotation)?;
            let assign = self.set_annotation(name, value);
            let kind = Some(Expr { span, kind: ExprKind::Name("NameError".to_owned()) });
            let handler = Handler { span, kind, name: None, body: Vec::new() };
            let kind = StmtKind::Try {
                body: vec![assign],
                is_star: false,
                handlers: vec![handler],
                orelse: Vec::new(),
                finally: Vec::new(),
            };
            Some(Stmt { span, kind })
        });
        evaluated.collect()
    }

    /// `__annotations__[name] = value`
    fn set_annotation(&self, name: &str, value: Expr) -> Stmt {
        let span = value.span;
        let object = Expr { span, kind: ExprKind::Name(ANNOTATIONS.to_owned()) };
        let index = Expr { span, kind: ExprKind::Str(mangle(name, self.private())) };
        let target =
            Target { span, kind: TargetKind::Subscript(Box::new(object), Box::new(index)) };
        Stmt { span, kind: StmtKind::Assign { targets: vec![target], value } }
    }

    /// Is it one that the module has in its `__annotations__`?
    pub(super) fn annotates_module(&self, node: &ast::StmtAnnAssign) -> bool {
        self.asks_annotations && self.kind() == Kind::Module && node.simple
    }

    /// `name: annotation` of a module.
    pub(super) fn annotate_module(&mut self, node: &ast::StmtAnnAssign) -> Option<Stmt> {
        let ast::Expr::Name(name) = &*node.target else { return None };
        let value = self.annotation(&node.annotation)?;
        Some(self.set_annotation(&name.id, value))
    }
}
