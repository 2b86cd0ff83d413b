//! `class`, and `super()` in its methods.

use ruff_python_ast as ast;

use super::super::source::Span;
use super::super::tree::{ClassDef, Expr, ExprKind, StmtKind};
use super::bindings::Bindings;
use super::scopes::{Kind, Scope};
use super::{Lower, split_docstring};

impl Lower<'_> {
    pub(super) fn class(&mut self, node: &ast::StmtClassDef) -> Option<StmtKind> {
        if let Some(parameters) = &node.type_params {
            return self.unsupported(Span::of(&**parameters), "type parameters are");
        }
        let decorators = self.decorators(&node.decorator_list);
        let base = self.base(node.arguments.as_deref());
        let name = self.bind(&node.name);
        let private = node.name.to_string();
        let bindings = Bindings::of_body(&node.body, Some(&private));
        let scope = Scope::new(Kind::Class, bindings, Some(private));
        let (docstring, suite) = split_docstring(&node.body);
        let (body, scope) = self.within(scope, |lower| lower.body(suite));
        let uses_class_cell = scope.uses_class_cell;
        Some(StmtKind::ClassDef(ClassDef {
            name: name?,
            base: base?,
            decorators: decorators?,
            docstring,
            body,
            uses_class_cell,
        }))
    }

    #[expect(clippy::option_option, reason = "the outer `None` is a refusal, as everywhere here")]
    fn base(&mut self, arguments: Option<&ast::Arguments>) -> Option<Option<Expr>> {
        let Some(arguments) = arguments else { return Some(None) };
        if let Some(keyword) = arguments.keywords.first() {
            let is_metaclass = keyword.arg.as_ref().is_some_and(|name| name.id == "metaclass");
            let what = if is_metaclass { "metaclasses are" } else { "keywords of a class are" };
            return self.unsupported(Span::of(keyword), what);
        }
        if let Some(starred) = arguments.args.iter().find(|base| base.is_starred_expr()) {
            return self.unsupported(Span::of(starred), "unpacking by `*` is");
        }
        if let Some(second) = arguments.args.get(1) {
            return self.unsupported(Span::of(second), "multiple inheritance is");
        }
        self.optional(arguments.args.first())
    }

    /// `super()`
    pub(super) fn super_(&mut self, node: &ast::ExprCall) -> Option<ExprKind> {
        let span = Span::of(node);
        if !node.arguments.args.is_empty() || !node.arguments.keywords.is_empty() {
            return self.unsupported(span, "`super` with arguments is");
        }
        let is_in_place = |scope: &&Scope| matches!(scope.kind, Kind::Comprehension(..));
        let function = self.scopes.iter().rev().find(|scope| !is_in_place(scope));
        match function {
            Some(scope)
                if scope.kind == (Kind::Function { is_method: true })
                    && !scope.parameters.is_empty() =>
            {
                self.use_class_cell();
                Some(ExprKind::Super)
            }
            _ => self.unsupported(span, "`super()` outside a method is"),
        }
    }
}
