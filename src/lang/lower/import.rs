//! `import time` and `from time import sleep`. What comes from a module has a name with a dot, which
//! no name of the program can be; the bodies of modules in Python run before the program does.

use ruff_python_ast as ast;

use super::super::source::Span;
use super::super::tree::{Expr, ExprKind, Name, Stmt, StmtKind, Target, TargetKind};
use super::Lower;
use super::bindings::mangle;
use super::scopes::{Kind, Meaning};
use crate::lang::{Library, builtins, library};

/// The program as a module.
const MAIN: &str = "__main__";

/// What is refused of `from . import name`.
const RELATIVE: &str = "a relative import";

impl Lower<'_> {
    /// `import time`: nothing happens at run time, unless the name is that of something else, too.
    pub(super) fn import(&mut self, node: &ast::StmtImport) -> Option<Vec<Stmt>> {
        if node.is_lazy {
            return self.unsupported(Span::of(node), "`lazy import` is");
        }
        let bound = self.all(&node.names, |lower, alias| {
            if !builtins::is_module(&alias.name.id) {
                return lower.import_missing(alias);
            }
            // `import os.path` binds `os`.
            let (name, module) = match &alias.asname {
                Some(name) => (name, &*alias.name.id),
                None => (&alias.name, first_part(&alias.name.id)),
            };
            lower.bind_module(first_part(&name.id), module, Span::of(name))
        })?;
        Some(bound.into_iter().flatten().collect())
    }

    /// Binds the name to what is refused, if something else does not bind it.
    fn import_missing(&mut self, alias: &ast::Alias) -> Option<Vec<Stmt>> {
        let (module, span) = (&*alias.name.id, Span::of(alias));
        if alias.asname.is_none() && builtins::is_module(first_part(module)) {
            return Some(vec![self.missing_import(module, span)]);
        }
        let value = Expr { span, kind: self.missing_module(module, span) };
        let name = alias.asname.as_ref().map_or(first_part(module), |name| &name.id);
        let name = self.bind_as(name, span)?;
        let target = Target { span, kind: TargetKind::Name(name) };
        Some(vec![Stmt { span, kind: StmtKind::Assign { targets: vec![target], value } }])
    }

    /// Binds a name to a module where it does not simply stand for it.
    fn bind_module(&mut self, name: &str, module: &str, span: Span) -> Option<Vec<Stmt>> {
        let id = mangle(name, self.private());
        self.scope().seen(&id).assigned = true;
        // Where names are in dicts, others find it there.
        let is_class =
            self.kind() == Kind::Class || self.kind() == Kind::Module && self.is_in_dicts();
        let bindings = &self.scope().bindings;
        let others = [&bindings.bound, &bindings.globals, &bindings.nonlocals];
        if !is_class && !others.into_iter().any(|names| names.contains(&id)) {
            return Some(Vec::new());
        }
        let name = self.bind_as(name, span)?;
        let target = Target { span, kind: TargetKind::Name(name) };
        let value = Expr { span, kind: self.module_value(module) };
        Some(vec![Stmt { span, kind: StmtKind::Assign { targets: vec![target], value } }])
    }

    /// A module as a value: a global of its name with a dot behind it. What is written in Python is
    /// linked in.
    pub(super) fn module_value(&mut self, module: &str) -> ExprKind {
        if let Some(library) = Library::named(module)
            && !self.imports.contains(&library.name)
        {
            self.imports.push(library.name);
        }
        ExprKind::Name(format!("{module}."))
    }

    /// `from time import sleep as nap`: binds a name to what is in the module.
    pub(super) fn import_from(&mut self, node: &ast::StmtImportFrom) -> Option<Vec<Stmt>> {
        let span = Span::of(node);
        if node.is_lazy {
            return self.unsupported(span, "`lazy import` is");
        }
        let Some(module) = node.module.as_ref().filter(|_| node.level == 0) else {
            return self.import_members(node, &|lower, _| lower.refused(span, RELATIVE));
        };
        if !builtins::is_module(&module.id) {
            let place = Span::of(module);
            return self.import_members(node, &|lower, _| lower.missing_module(&module.id, place));
        }
        if node.names.iter().any(|alias| &*alias.name.id == "*") {
            return self.import_all(&module.id, span);
        }
        let (modules, bound): (Vec<_>, Vec<_>) =
            node.names.iter().partition(|alias| is_submodule(&module.id, alias));
        let mut all = self.all(modules, |lower, alias| {
            let submodule = format!("{}.{}", module.id, alias.name);
            let name = alias.asname.as_ref().unwrap_or(&alias.name);
            lower.bind_module(&name.id, &submodule, Span::of(name))
        })?;
        let members = self.all(bound, |lower, alias| {
            let kind = lower.member(&module.id, &alias.name.id, Span::of(alias));
            lower.bind_member(alias, kind, span)
        })?;
        all.extend(members.into_iter().map(|stmt| vec![stmt]));
        Some(all.into_iter().flatten().collect())
    }

    /// Binds what is imported to what `kind` says.
    fn import_members(
        &mut self,
        node: &ast::StmtImportFrom,
        kind: &dyn Fn(&mut Self, &ast::Alias) -> ExprKind,
    ) -> Option<Vec<Stmt>> {
        let span = Span::of(node);
        self.all(&node.names, |lower, alias| {
            let kind = kind(lower, alias);
            if &*alias.name.id == "*" {
                return Some(Stmt { span, kind: StmtKind::Expr(Expr { span, kind }) });
            }
            lower.bind_member(alias, kind, span)
        })
    }

    fn bind_member(&mut self, alias: &ast::Alias, kind: ExprKind, span: Span) -> Option<Stmt> {
        let name = self.bind(alias.asname.as_ref().unwrap_or(&alias.name))?;
        let target = Target { span: name.span, kind: TargetKind::Name(name) };
        let value = Expr { span: Span::of(alias), kind };
        Some(Stmt { span, kind: StmtKind::Assign { targets: vec![target], value } })
    }

    /// `from module import *`
    fn import_all(&mut self, module: &str, span: Span) -> Option<Vec<Stmt>> {
        if self.kind() != Kind::Module {
            return self.syntax_error(span, "import * only allowed at module level");
        }
        self.all(builtins::public_members(module), |lower, member| {
            let kind = lower.member(module, &member, span);
            let name = lower.bind_as(&member, span)?;
            let target = Target { span, kind: TargetKind::Name(name) };
            let value = Expr { span, kind };
            Some(Stmt { span, kind: StmtKind::Assign { targets: vec![target], value } })
        })
    }

    /// `object.name`, or `time.sleep`, or `concurrent.futures`
    pub(super) fn attribute(&mut self, node: &ast::ExprAttribute) -> Option<ExprKind> {
        if let Some(module) = self.module_of(&node.value) {
            let name = self.attribute_name(&node.attr);
            let submodule = format!("{module}.{}", node.attr.id);
            if builtins::is_module(&submodule) && !builtins::is_supported(&submodule) {
                return Some(self.module_value(&submodule));
            }
            if matches!(&*name.id, "__dict__" | "__doc__" | "__name__") {
                let span = Span::of(&*node.value);
                let module = Expr { span, kind: self.module_value(&module) };
                return Some(ExprKind::Attribute(Box::new(module), name));
            }
            return Some(self.member(&module, &node.attr.id, Span::of(node)));
        }
        let object = self.expr(&node.value);
        let name = self.attribute_name(&node.attr);
        if name.id == "__globals__" {
            self.link("_builtins", "_globals");
        }
        Some(ExprKind::Attribute(Box::new(object?), name))
    }

    /// The module that an expression stands for.
    pub(super) fn module_of(&self, expr: &ast::Expr) -> Option<String> {
        match expr {
            ast::Expr::Name(node) => match self.meaning(&mangle(&node.id, self.private())) {
                Meaning::Module(module) => Some(module),
                _ => None,
            },
            ast::Expr::Attribute(node) => {
                let module = format!("{}.{}", self.module_of(&node.value)?, node.attr.id);
                builtins::is_module(&module).then_some(module)
            }
            _ => None,
        }
    }

    /// A module in Python is linked in when something is used that it has.
    pub(super) fn link(&mut self, module: &str, member: &str) {
        if !builtins::is_native(module, member)
            && let Some(library) = Library::named(module).filter(|library| library.has(member))
            && !self.imports.contains(&library.name)
        {
            self.imports.push(library.name);
        }
    }

    pub(super) fn member(&mut self, module: &str, member: &str, span: Span) -> ExprKind {
        let is_dynamic = module == builtins::OWN
            && builtins::home(member).is_none()
            && !builtins::is_supported(&format!("{module}.{member}"));
        if module == MAIN || is_dynamic {
            let module = Expr { span, kind: self.module_value(module) };
            let name = Name { span, id: member.to_owned() };
            return ExprKind::Attribute(Box::new(module), name);
        }
        let module = library::home(module, member);
        self.is_watched |= module == "_weakref";
        self.link(module, member);
        let name = format!("{module}.{member}");
        // Of an unknown module the `import` itself has been refused.
        if builtins::is_supported(&name) || !builtins::is_module(module) {
            return ExprKind::Name(name);
        }
        self.refused(span, &format!("`{name}`"))
    }
}

/// `import concurrent.futures` binds `concurrent`.
pub(super) fn first_part(name: &str) -> &str {
    name.split('.').next().unwrap_or(name)
}

/// `from concurrent import futures` is as good as an `import … as …`.
pub(super) fn is_submodule(module: &str, alias: &ast::Alias) -> bool {
    builtins::is_module(&format!("{module}.{}", alias.name))
}
