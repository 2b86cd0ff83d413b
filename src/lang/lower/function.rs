//! `def`, `lambda`, and what only stands in functions.

use ruff_python_ast as ast;

use super::super::source::Span;
use super::super::tree::{
    Expr, ExprKind, FunctionDef, FunctionKind, Name, Parameter, ParameterKind, Stmt, StmtKind,
};
use super::bindings::{Bindings, mangle};
use super::comprehension::GENERATOR;
use super::named::with_declared;
use super::scopes::{Kind, Scope};
use super::{Lower, split_docstring};

impl Lower<'_> {
    pub(super) fn function(&mut self, def: &ast::StmtFunctionDef) -> Option<Vec<Stmt>> {
        let decorators = self.decorators(&def.decorator_list);
        let parameters = self.parameters(&def.parameters);
        let name = self.bind(&def.name);
        let bindings = Bindings::of_body(&def.body, self.private());
        let is_async = def.is_async;
        let kind = Kind::Function { is_method: self.kind() == Kind::Class, is_async };
        let scope = self.function_scope(kind, bindings, parameters.as_deref().unwrap_or_default());
        let (docstring, suite) = split_docstring(&def.body);
        let annotated = Self::annotated_parameters(def);
        let annotated = if self.asks_annotations { annotated } else { Vec::new() };
        let is_annotated = !annotated.is_empty();
        let (((body, scope), annotations), mut made) =
            self.with_type_parameters(def.type_params.as_deref(), |lower| {
                let annotations = lower.annotations_of(annotated, Span::of(def));
                (lower.within(scope, |lower| lower.body(suite)), annotations)
            });
        let is_generator = scope.is_generator;
        let returns_value = scope.returns_value;
        let body = with_declared(scope, Span::of(def), body);
        if let Some(span) = returns_value.filter(|_| is_async && is_generator) {
            return self.syntax_error(span, "'return' with value in async generator");
        }
        let kind = StmtKind::FunctionDef(FunctionDef {
            name: name?,
            parameters: parameters?,
            decorators: decorators?,
            docstring,
            body,
            kind: FunctionKind::new(is_generator, is_async),
        });
        made.push(Stmt { span: Span::of(def), kind });
        if is_annotated {
            Self::with_annotations(&mut made, annotations?);
        }
        Some(made)
    }

    pub(super) fn lambda(&mut self, node: &ast::ExprLambda) -> Option<ExprKind> {
        let parameters = match node.parameters.as_deref() {
            Some(parameters) => self.parameters(parameters),
            None => Some(Vec::new()),
        };
        let bindings = Bindings::of_expr(&node.body, self.private());
        let scope = parameters.as_deref().unwrap_or_default();
        let scope = self.function_scope(Kind::Lambda, bindings, scope);
        let (value, scope) = self.within(scope, |lower| lower.expr(&node.body));
        let mut function = implicit("<lambda>", Span::of(node), value?, parameters?);
        function.kind = FunctionKind::new(scope.is_generator, false);
        Some(ExprKind::Lambda(Box::new(function)))
    }

    /// What stands behind the `@`s of a function or a class.
    pub(super) fn decorators(&mut self, decorators: &[ast::Decorator]) -> Option<Vec<Expr>> {
        self.all(decorators, |lower, decorator| lower.expr(&decorator.expression))
    }

    fn function_scope(
        &self,
        kind: Kind,
        mut bindings: Bindings,
        parameters: &[Parameter],
    ) -> Scope {
        let names: Vec<_> = parameters.iter().map(|parameter| parameter.name.id.clone()).collect();
        bindings.bound.extend(names.iter().cloned());
        let mut scope = Scope::new(kind, bindings, self.private().map(str::to_owned));
        scope.parameters = names;
        let is_by_position = |it: &&Parameter| {
            matches!(it.kind, ParameterKind::PositionalOnly | ParameterKind::Ordinary)
        };
        scope.by_position = parameters.iter().filter(is_by_position).count();
        scope
    }

    fn parameters(&mut self, parameters: &ast::Parameters) -> Option<Vec<Parameter>> {
        let named = [
            (ParameterKind::PositionalOnly, &parameters.posonlyargs),
            (ParameterKind::Ordinary, &parameters.args),
            (ParameterKind::KeywordOnly, &parameters.kwonlyargs),
        ];
        let named = named.iter().flat_map(|(kind, all)| all.iter().map(|one| (*kind, one)));
        let mut lowered = self.all(named, |lower, (kind, parameter)| {
            let default = lower.optional(parameter.default.as_deref());
            let name = lower.parameter(&parameter.parameter.name);
            Some(Parameter { name: name?, default: default?, kind })
        })?;
        let collecting = [
            (ParameterKind::Rest, &parameters.vararg),
            (ParameterKind::Keywords, &parameters.kwarg),
        ];
        let collecting = collecting.iter().filter_map(|(kind, one)| Some((*kind, one.as_ref()?)));
        lowered.extend(self.all(collecting, |lower, (kind, parameter)| {
            Some(Parameter { name: lower.parameter(&parameter.name)?, default: None, kind })
        })?);
        let mut known = std::collections::HashSet::new();
        self.all(lowered, |lower, parameter| {
            let Name { span, id } = &parameter.name;
            if known.insert(id.clone()) {
                return Some(parameter);
            }
            let text = format!("duplicate argument '{id}' in function definition");
            lower.syntax_error(*span, &text)
        })
    }

    fn parameter(&mut self, identifier: &ast::Identifier) -> Option<Name> {
        let (span, id) = (Span::of(identifier), mangle(&identifier.id, self.private()));
        match id.as_str() {
            "__debug__" => self.syntax_error(span, "cannot assign to __debug__"),
            "__class__" => self.unsupported(span, "a name `__class__` of your own is"),
            _ => {
                self.binds_range |= id == "range";
                Some(Name { span, id })
            }
        }
    }

    pub(super) fn yield_(&mut self, node: &ast::ExprYield) -> Option<ExprKind> {
        let value = self.optional(node.value.as_deref());
        self.yields(Span::of(node))?;
        Some(ExprKind::Yield(value?.map(Box::new)))
    }

    pub(super) fn await_(&mut self, node: &ast::ExprAwait) -> Option<ExprKind> {
        let operand = self.expr(&node.value);
        let message = if self.scopes.len() > 1 {
            "'await' outside async function"
        } else {
            "'await' outside function"
        };
        self.awaits(Span::of(node), message)?;
        Some(ExprKind::Await(Box::new(operand?)))
    }

    /// What is written here waits: it stands in an asynchronous function, or in a generator expression,
    /// which becomes an asynchronous one.
    pub(super) fn awaits(&mut self, span: Span, otherwise: &str) -> Option<()> {
        for scope in self.scopes.iter_mut().rev() {
            match scope.kind {
                Kind::Function { is_async: true, .. } => return Some(()),
                // They are run in place; the function around is the one that waits.
                Kind::Comprehension(..) => {}
                Kind::Implicit(what) => {
                    scope.is_async = true;
                    if what == GENERATOR {
                        return Some(());
                    }
                }
                _ => break,
            }
        }
        self.syntax_error(span, otherwise)
    }

    /// The function around becomes a generator.
    pub(super) fn yields(&mut self, span: Span) -> Option<()> {
        let scope = self.scope();
        match scope.kind {
            Kind::Function { .. } | Kind::Lambda => {
                scope.is_generator = true;
                Some(())
            }
            Kind::Implicit(what) | Kind::Comprehension(_, what) => {
                self.syntax_error(span, &format!("'yield' inside {what}"))
            }
            Kind::Module | Kind::Class => self.syntax_error(span, "'yield' outside function"),
        }
    }
}

/// A function that returns the value of an expression.
pub(super) fn implicit(
    name: &str,
    span: Span,
    value: Expr,
    parameters: Vec<Parameter>,
) -> FunctionDef {
    let body = vec![Stmt { span: value.span, kind: StmtKind::Return(Some(value)) }];
    let name = Name { span, id: name.to_owned() };
    let (decorators, docstring) = (Vec::new(), None);
    FunctionDef { name, parameters, decorators, docstring, body, kind: FunctionKind::Plain }
}
