//! `import time` and `from time import sleep`, at the top of a module. What comes from a module has
//! a name with a dot, which no name of the program can be.

use ruff_python_ast as ast;

use super::super::source::{Problem, Span};
use super::super::tree::{Expr, ExprKind, Name, Stmt, StmtKind};
use super::Lower;
use crate::lang::builtins;

/// A name that stands for a module.
pub(super) struct Import {
    name: Name,
    module: String,
}

impl Lower<'_> {
    /// Finds the modules that are imported by name, wherever that stands: a function may use one
    /// that is imported below it.
    pub(super) fn find_imports(&mut self, suite: &[ast::Stmt]) {
        for stmt in suite {
            let ast::Stmt::Import(import) = stmt else { continue };
            for alias in &import.names {
                let identifier = alias.asname.as_ref().unwrap_or(&alias.name);
                let name = Name { span: Span::of(identifier), id: identifier.id.to_string() };
                self.imports.push(Import { name, module: alias.name.id.to_string() });
            }
        }
    }

    /// `import time`: nothing happens at run time.
    pub(super) fn import(&mut self, node: &ast::StmtImport) -> Option<StmtKind> {
        for alias in &node.names {
            self.check_module(&alias.name.id, Span::of(alias))?;
        }
        Some(StmtKind::Pass)
    }

    /// `from time import sleep as nap`: binds a name to what is in the module.
    pub(super) fn import_from(&mut self, node: &ast::StmtImportFrom) -> Option<Vec<Stmt>> {
        let span = Span::of(node);
        let Some(module) = node.module.as_ref().filter(|_| node.level == 0) else {
            return self.unsupported(span, "relative imports are");
        };
        self.check_module(&module.id, Span::of(module))?;
        let mut stmts = Vec::with_capacity(node.names.len());
        for alias in &node.names {
            let kind = self.member(&module.id, &alias.name.id, Span::of(alias))?;
            let identifier = alias.asname.as_ref().unwrap_or(&alias.name);
            let target = Name { span: Span::of(identifier), id: identifier.id.to_string() };
            self.seen.push(target.id.clone());
            let value = Expr { span: Span::of(alias), kind };
            let kind = StmtKind::Assign { targets: vec![target], value };
            stmts.push(Stmt { span, kind });
        }
        Some(stmts)
    }

    /// `time.sleep`
    pub(super) fn attribute(&mut self, node: &ast::ExprAttribute) -> Option<ExprKind> {
        if let ast::Expr::Name(name) = &*node.value
            && let Some(import) = self.imports.iter().find(|import| import.name.id == *name.id)
        {
            let module = import.module.clone();
            return self.member(&module, &node.attr.id, Span::of(node));
        }
        self.unsupported(Span::of(node), "attributes are")
    }

    /// Does this name stand for a module?
    pub(super) fn is_module(&self, name: &str) -> bool {
        self.imports.iter().any(|import| import.name.id == name)
    }

    /// A module's name stands for it everywhere, so it may not be bound again.
    pub(super) fn refuse_binding_modules(&mut self, bound: &[String]) {
        let again = self.imports.iter().filter(|import| bound.contains(&import.name.id));
        let problems = again.map(|Import { name, .. }| {
            Problem::unsupported(name.span, &format!("a name `{}` beside the module's is", name.id))
        });
        self.problems.extend(problems.collect::<Vec<_>>());
    }

    fn check_module(&mut self, module: &str, span: Span) -> Option<()> {
        if builtins::is_module(module) {
            return Some(());
        }
        self.unsupported(span, &format!("the module `{module}` is"))
    }

    fn member(&mut self, module: &str, member: &str, span: Span) -> Option<ExprKind> {
        let name = format!("{module}.{member}");
        if builtins::is_supported(&name) {
            return Some(ExprKind::Name(name));
        }
        self.unsupported(span, &format!("`{name}` is"))
    }
}
