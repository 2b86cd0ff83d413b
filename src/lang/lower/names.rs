//! Names: where they are read and bound, and the statements that say whose they are.

use ruff_python_ast as ast;

use super::super::advice;
use super::super::source::{Problem, Span};
use super::super::tree::{ExprKind, Name, StmtKind};
use super::Lower;
use super::bindings::mangle;
use super::scopes::{Kind, Meaning};
use crate::lang::builtins;
use crate::lang::scope::CLASS;

/// What an object does before it goes.
const DEL: &str = "__del__";

impl Lower<'_> {
    /// A name that is not a variable's: an attribute's.
    pub(super) fn attribute_name(&mut self, identifier: &ast::Identifier) -> Name {
        self.is_watched |= identifier.id == *DEL;
        Name { span: Span::of(identifier), id: mangle(&identifier.id, self.private()) }
    }

    /// A name that is read.
    pub(super) fn name(&mut self, node: &ast::ExprName) -> Option<ExprKind> {
        let span = Span::of(node);
        let id = mangle(&node.id, self.private());
        self.scope().seen(&id).used = true;
        if id == CLASS {
            self.use_class_cell();
        }
        match self.meaning(&id) {
            Meaning::Module(module) => return Some(self.module_value(&module)),
            Meaning::Renamed(name) => {
                self.renamed.insert(name.clone());
                return Some(ExprKind::Name(name));
            }
            Meaning::Variable => {
                self.refuse_module_behind_class(&id, span)?;
                self.link_builtin_behind(&id);
            }
            // Those that the playground has not are refused when they are reached.
            Meaning::Unbound => {
                if let Some(module) = builtins::home(&id) {
                    let member = self.member(module, &id, span);
                    return Some(if self.is_in_dicts() { ExprKind::Name(id) } else { member });
                }
                if builtins::is_unsupported(&id) {
                    let message = format!("the built-in `{id}` is not supported");
                    let message = advice::told(message, advice::of_builtin(&id));
                    self.refused.push(Problem::new(span, message));
                }
            }
        }
        Some(ExprKind::Name(id))
    }

    /// Until the module binds the name of a built-in it means that.
    fn link_builtin_behind(&mut self, id: &str) {
        if !self.source.is_own()
            && let Some(module) = builtins::home(id)
            && let [_, inner @ ..] = &self.scopes[..]
            && !inner.iter().any(|it| it.bindings.has(id) && it.kind != Kind::Class)
        {
            self.link(module, id);
        }
    }

    /// While a variable of a class body is unbound its name means what it means outside.
    fn refuse_module_behind_class(&mut self, id: &str, span: Span) -> Option<()> {
        let outside = self.scopes.len() - 1;
        if self.kind() == Kind::Class
            && matches!(self.meaning_from(outside, id), Meaning::Module(_))
        {
            return self.unsupported(span, &format!("a name `{id}` beside the module's is"));
        }
        Some(())
    }

    /// A name that is bound, by an identifier.
    pub(super) fn bind(&mut self, identifier: &ast::Identifier) -> Option<Name> {
        self.bind_as(&identifier.id, Span::of(identifier))
    }

    /// A name that is bound.
    pub(super) fn bind_as(&mut self, name: &str, span: Span) -> Option<Name> {
        let id = mangle(name, self.private());
        if id == "__debug__" {
            return self.syntax_error(span, "cannot assign to __debug__");
        }
        if id == CLASS {
            return self.unsupported(span, &format!("a name `{id}` of your own is"));
        }
        if self.kind() == Kind::Class && builtins::is_refused_in_class(&id) {
            return self.unsupported(span, &format!("`{id}` in a class is"));
        }
        self.binds_range |= id == "range";
        self.is_watched |= id == DEL;
        self.scope().seen(&id).assigned = true;
        match self.kind() {
            Kind::Comprehension(number, _) => Some(Name { span, id: format!("{id}.{number}") }),
            _ => Some(Name { span, id }),
        }
    }

    /// `name: annotation`, with or without a value.
    pub(super) fn annotate(&mut self, node: &ast::ExprName) -> Option<Name> {
        let span = Span::of(node);
        let name = self.bind_as(&node.id, span)?;
        let is_module = self.kind() == Kind::Module;
        let seen = self.scope().seen(&name.id);
        seen.annotated = true;
        match seen.declared.filter(|_| !is_module) {
            Some(word) => {
                let message = format!("annotated name '{}' can't be {word}", name.id);
                self.syntax_error(span, &message)
            }
            None => Some(name),
        }
    }

    pub(super) fn global(&mut self, node: &ast::StmtGlobal) -> Option<StmtKind> {
        let names = self.all(&node.names, |lower, name| lower.declare(name, "global"));
        names.map(StmtKind::Global)
    }

    pub(super) fn nonlocal(&mut self, node: &ast::StmtNonlocal) -> Option<StmtKind> {
        if self.kind() == Kind::Module {
            let message = "nonlocal declaration not allowed at module level";
            return self.syntax_error(Span::of(node), message);
        }
        let names = self.all(&node.names, |lower, name| {
            let name = lower.declare(name, "nonlocal")?;
            lower.find_nonlocal(&name)?;
            Some(name)
        });
        names.map(StmtKind::Nonlocal)
    }

    /// Python's rules: declared before any use, and never a parameter.
    fn declare(&mut self, identifier: &ast::Identifier, word: &'static str) -> Option<Name> {
        let Name { span, id } = self.attribute_name(identifier);
        if id == CLASS {
            return self.unsupported(span, "a name `__class__` of your own is");
        }
        let written = &identifier.id;
        let scope = self.scope();
        let seen = scope.seen.get(&id).copied().unwrap_or_default();
        let message = if scope.parameters.contains(&id) {
            format!("name '{written}' is parameter and {word}")
        } else if seen.used {
            format!("name '{written}' is used prior to {word} declaration")
        } else if seen.annotated {
            format!("annotated name '{written}' can't be {word}")
        } else if seen.assigned {
            format!("name '{written}' is assigned to before {word} declaration")
        } else if scope.bindings.globals.contains(&id) && scope.bindings.nonlocals.contains(&id) {
            format!("name '{written}' is nonlocal and global")
        } else {
            scope.seen(&id).declared = Some(word);
            return Some(Name { span, id });
        };
        self.syntax_error(span, &message)
    }

    fn find_nonlocal(&mut self, Name { span, id }: &Name) -> Option<()> {
        let around = &self.scopes[1..self.scopes.len() - 1];
        let function = around.iter().rev().find(|scope| {
            scope.kind != Kind::Class
                && !scope.bindings.nonlocals.contains(id)
                && (scope.bindings.has(id) || scope.bindings.globals.contains(id))
        });
        match function.map(|scope| &scope.bindings) {
            Some(bindings) if bindings.imports.contains_key(id) => {
                self.unsupported(*span, &format!("a name `{id}` beside the module's is"))
            }
            Some(bindings) if !bindings.globals.contains(id) => Some(()),
            _ => self.syntax_error(*span, &format!("no binding for nonlocal '{id}' found")),
        }
    }
}
