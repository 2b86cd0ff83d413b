//! Type parameters and `type` statements (PEP 695). Since annotations are not evaluated, most parameters
//! are never asked for; one that is becomes a global with a name that no program has.

use ruff_python_ast as ast;

use super::super::source::Span;
use super::super::tree::{Expr, ExprKind, Name, Stmt, StmtKind, Target, TargetKind};
use super::Lower;
use super::bindings::{Bindings, mangle};
use super::function::implicit;
use super::scopes::{Kind, Meaning, Scope};

/// Python's own classes that take parameters.
const GENERIC: [&str; 6] = ["dict", "frozenset", "list", "set", "tuple", "type"];
/// What `list[int]` is an instance of.
const ALIAS: &str = "GenericAlias";

/// What the scope of type parameters is called.
const WHAT: &str = "type parameters";

impl Lower<'_> {
    /// Is it one of Python's own classes, so that brackets behind it hold types?
    pub(super) fn is_generic(&self, expr: &ast::Expr) -> bool {
        let ast::Expr::Name(name) = expr else { return false };
        GENERIC.contains(&&*name.id) && matches!(self.meaning(&name.id), Meaning::Unbound)
    }

    /// `list[int]` as a value, which is made in Python.
    pub(super) fn alias_of(&mut self, class: Expr, index: Expr, span: Span) -> ExprKind {
        let function = Box::new(Expr { span, kind: self.member("_generic", ALIAS, span) });
        ExprKind::Call { function, arguments: vec![class, index], keywords: Vec::new() }
    }

    /// Lets a class with type parameters be given some.
    pub(super) fn class_getitem(&mut self, span: Span) -> Stmt {
        let alias = Expr { span, kind: self.member("_generic", ALIAS, span) };
        let function = Box::new(Expr { span, kind: ExprKind::Name("classmethod".to_owned()) });
        let kind = ExprKind::Call { function, arguments: vec![alias], keywords: Vec::new() };
        let name = Name { span, id: "__class_getitem__".to_owned() };
        let target = Target { span, kind: TargetKind::Name(name) };
        let value = Expr { span, kind };
        Stmt { span, kind: StmtKind::Assign { targets: vec![target], value } }
    }

    /// Lowers something that may name these parameters; with the statements that make those that it
    /// does name.
    pub(super) fn with_type_parameters<T>(
        &mut self,
        parameters: Option<&ast::TypeParams>,
        lower: impl FnOnce(&mut Self) -> T,
    ) -> (T, Vec<Stmt>) {
        let Some(parameters) = parameters else { return (lower(self), Vec::new()) };
        self.comprehensions += 1;
        let number = self.comprehensions;
        let private = self.private().map(str::to_owned);
        let names = parameters.iter().map(|it| mangle(&it.name().id, private.as_deref()));
        let bindings = Bindings { bound: names.collect(), ..Bindings::default() };
        let scope = Scope::new(Kind::Comprehension(number, WHAT), bindings, private);
        let (lowered, _) = self.within(scope, lower);
        let mut made = Vec::new();
        for parameter in parameters {
            let (name, span) = (&parameter.name().id, Span::of(parameter));
            let id = format!("{}.{number}", mangle(name, self.private()));
            if self.renamed.contains(&id) {
                made.extend(self.type_parameter(parameter, Name { span, id }));
            }
        }
        (lowered, made)
    }

    fn type_parameter(&mut self, parameter: &ast::TypeParam, name: Name) -> Vec<Stmt> {
        let span = name.span;
        let class = match parameter {
            ast::TypeParam::TypeVar(_) => "TypeVar",
            ast::TypeParam::TypeVarTuple(_) => "TypeVarTuple",
            ast::TypeParam::ParamSpec(_) => "ParamSpec",
        };
        let text = ExprKind::Str(parameter.name().id.to_string());
        let is_inferred = Name { span, id: "infer_variance".to_owned() };
        let keywords = vec![(is_inferred, Expr { span, kind: ExprKind::Bool(true) })];
        let value = self.of_typing(class, span, vec![Expr { span, kind: text }], keywords);
        let target = Target { span, kind: TargetKind::Name(name.clone()) };
        let made = StmtKind::Assign { targets: vec![target], value };
        let global = self.scopes.len() > 1;
        let declared = global.then(|| StmtKind::Global(vec![name]));
        declared.into_iter().chain([made]).map(|kind| Stmt { span, kind }).collect()
    }

    /// `type name[parameters] = value`: the value is not evaluated before it is asked for.
    pub(super) fn type_alias(&mut self, node: &ast::StmtTypeAlias) -> Option<Vec<Stmt>> {
        let span = Span::of(node);
        let ast::Expr::Name(name) = &*node.name else {
            return self.syntax_error(span, "cannot assign to this by `type`");
        };
        let (value, mut made) = self.with_type_parameters(node.type_params.as_deref(), |lower| {
            let bindings = Bindings::of_expr(&node.value, lower.private());
            let private = lower.private().map(str::to_owned);
            let scope = Scope::new(Kind::Lambda, bindings, private);
            lower.within(scope, |lower| lower.expr(&node.value)).0
        });
        let value = implicit(&name.id, span, value?, Vec::new());
        let arguments = vec![
            Expr { span, kind: ExprKind::Str(name.id.to_string()) },
            Expr { span, kind: ExprKind::Lambda(Box::new(value)) },
        ];
        let value = self.of_typing("TypeAliasType", span, arguments, Vec::new());
        let name = self.bind_as(&name.id, Span::of(name))?;
        let target = Target { span: name.span, kind: TargetKind::Name(name) };
        made.push(Stmt { span, kind: StmtKind::Assign { targets: vec![target], value } });
        Some(made)
    }

    /// A call of one of `typing`'s classes.
    fn of_typing(
        &mut self,
        class: &str,
        span: Span,
        arguments: Vec<Expr>,
        keywords: Vec<(Name, Expr)>,
    ) -> Expr {
        let function = Box::new(Expr { span, kind: self.member("typing", class, span) });
        Expr { span, kind: ExprKind::Call { function, arguments, keywords } }
    }
}
