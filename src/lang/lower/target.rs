//! What is assigned to, and deleted.

use ruff_python_ast as ast;

use super::super::source::Span;
use super::super::tree::{Expr, Name, Target, TargetKind};
use super::Lower;
use crate::lang::{Library, builtins};

impl Lower<'_> {
    /// A target of an assignment, a `for`, a `with`.
    pub(super) fn target(&mut self, target: &ast::Expr) -> Option<Target> {
        if let ast::Expr::Starred(node) = target {
            let message = "starred assignment target must be in a list or tuple";
            return self.syntax_error(Span::of(node), message);
        }
        self.item(target)
    }

    /// A target of `del`.
    pub(super) fn deleted(&mut self, target: &ast::Expr) -> Option<Target> {
        let items: &[ast::Expr] = match target {
            ast::Expr::Tuple(node) => &node.elts,
            ast::Expr::List(node) => &node.elts,
            ast::Expr::Starred(node) => {
                return self.syntax_error(Span::of(node), "cannot delete starred");
            }
            other => return self.item(other),
        };
        let items = self.all(items, Self::deleted)?;
        Some(Target { span: Span::of(target), kind: TargetKind::Tuple(items) })
    }

    fn item(&mut self, target: &ast::Expr) -> Option<Target> {
        let span = Span::of(target);
        let kind = match target {
            ast::Expr::Name(node) => TargetKind::Name(self.bind_as(&node.id, span)?),
            ast::Expr::Attribute(node) => self.attribute_target(node)?,
            ast::Expr::Subscript(node) => {
                let object = self.expr(&node.value);
                let index = self.expr(&node.slice);
                TargetKind::Subscript(Box::new(object?), Box::new(index?))
            }
            ast::Expr::Tuple(node) => self.items(&node.elts)?,
            ast::Expr::List(node) => self.items(&node.elts)?,
            ast::Expr::Starred(node) => TargetKind::Starred(Box::new(self.item(&node.value)?)),
            _ => return self.syntax_error(span, "cannot assign to expression"),
        };
        Some(Target { span, kind })
    }

    fn items(&mut self, targets: &[ast::Expr]) -> Option<TargetKind> {
        let mut starred = targets.iter().filter(|target| target.is_starred_expr());
        if let (Some(_), Some(second)) = (starred.next(), starred.next()) {
            let message = "multiple starred expressions in assignment";
            return self.syntax_error(Span::of(second), message);
        }
        self.all(targets, Self::item).map(TargetKind::Tuple)
    }

    fn attribute_target(&mut self, node: &ast::ExprAttribute) -> Option<TargetKind> {
        let name = self.attribute_name(&node.attr);
        if let Some(module) = self.module_of(&node.value) {
            // What a module in Python has is a global, as what the program has itself.
            if Library::named(&module).is_some_and(|library| library.has(&name.id)) {
                self.link(&module, &name.id);
                let id = format!("{module}.{}", name.id);
                return Some(TargetKind::Name(Name { span: name.span, id }));
            }
        }
        if builtins::is_read_only(&name.id) {
            let kind = self.refused(name.span, &format!("assigning to `{}`", name.id));
            return Some(TargetKind::Attribute(Box::new(Expr { span: name.span, kind }), name));
        }
        Some(TargetKind::Attribute(Box::new(self.expr(&node.value)?), name))
    }
}
