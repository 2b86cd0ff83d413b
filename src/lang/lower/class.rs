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
        let bases = self.bases(node.arguments.as_deref());
        let name = self.bind(&node.name);
        let private = node.name.to_string();
        let bindings = Bindings::of_body(&node.body, Some(&private));
        let scope = Scope::new(Kind::Class, bindings, Some(private));
        let (docstring, suite) = split_docstring(&node.body);
        let (body, scope) = self.within(scope, |lower| lower.body(suite));
        let uses_class_cell = scope.uses_class_cell;
        Some(StmtKind::ClassDef(ClassDef {
            name: name?,
            bases: bases?,
            decorators: decorators?,
            docstring,
            body,
            uses_class_cell,
        }))
    }

    fn bases(&mut self, arguments: Option<&ast::Arguments>) -> Option<Vec<Expr>> {
        let Some(arguments) = arguments else { return Some(Vec::new()) };
        if let Some(keyword) = arguments.keywords.first() {
            let is_metaclass = keyword.arg.as_ref().is_some_and(|name| name.id == "metaclass");
            let what = if is_metaclass { "metaclasses are" } else { "keywords of a class are" };
            return self.unsupported(Span::of(keyword), what);
        }
        self.items_of(&arguments.args)
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
