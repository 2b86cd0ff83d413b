//! Comprehensions and generator expressions.

use ruff_python_ast as ast;
use ruff_python_ast::helpers::any_over_expr;

use super::super::source::Span;
use super::super::tree::{
    Clause, ComprehensionKind, Expr, ExprKind, FunctionDef, FunctionKind, Name, Parameter,
    ParameterKind, Stmt, StmtKind,
};
use super::bindings::Bindings;
use super::call::Head;
use super::function::implicit;
use super::named::with_declared;
use super::scopes::{Kind, Scope};
use super::{Lower, MAX_BLOCKS};

/// The parameter of a function that a comprehension or a generator expression is.
const ITERABLE: &str = ".0";
/// What the function is called that a generator expression is.
pub(super) const GENERATOR: &str = "generator expression";
const OUTSIDE: &str = "asynchronous comprehension outside of an asynchronous function";

/// A comprehension of the source.
pub(super) struct Comprehension<'n> {
    pub(super) kind: ComprehensionKind,
    pub(super) span: Span,
    /// The item, or the key.
    pub(super) element: &'n ast::Expr,
    /// The value, of a dict only.
    pub(super) value: Option<&'n ast::Expr>,
    pub(super) clauses: &'n [ast::Comprehension],
}

impl Lower<'_> {
    /// In place, if that makes no difference. It does if a function inside holds on to a variable,
    /// since every run has its own, and in a class, whose variables a comprehension does not see.
    pub(super) fn comprehension(&mut self, node: &Comprehension) -> Option<ExprKind> {
        let (iter, span) = (self.outermost(node.clauses)?, node.span);
        if self.kind() != Kind::Class && !has_functions(node) {
            return self.in_place(node, iter);
        }
        let (name, what) = names(node.kind);
        let parameter = iterable(iter.span);
        let scope = self.implicit_scope(what, Bindings::default());
        let (kind, scope) = self.within(scope, |lower| lower.in_place(node, parameter));
        let value = Expr { span, kind: kind? };
        let mut function = implicit(name, span, value, parameters(iter.span));
        let is_async = scope.is_async;
        function.kind = FunctionKind::new(false, is_async);
        function.body = with_declared(scope, span, function.body);
        let function = Expr { span, kind: ExprKind::Lambda(Box::new(function)) };
        let (function, arguments, keywords) = (Box::new(function), vec![iter], Vec::new());
        let call = ExprKind::Call { function, arguments, keywords };
        Some(if is_async { ExprKind::Await(Box::new(Expr { span, kind: call })) } else { call })
    }

    fn in_place(&mut self, node: &Comprehension, outermost: Expr) -> Option<ExprKind> {
        self.comprehensions += 1;
        let kind = Kind::Comprehension(self.comprehensions, names(node.kind).1);
        let bindings = self.targets_of(node.clauses);
        let scope = Scope::new(kind, bindings, self.private().map(str::to_owned));
        let (lowered, _) = self.within(scope, |lower| {
            let mut outermost = Some(outermost);
            let clauses = lower.all(node.clauses, |lower, clause| {
                if clause.is_async {
                    lower.awaits(Span::of(clause), OUTSIDE)?;
                }
                let iter = outermost.take().or_else(|| lower.expr(&clause.iter));
                let target = lower.target(&clause.target);
                let conditions = lower.all(&clause.ifs, Self::expr);
                Some(Clause {
                    is_async: clause.is_async,
                    target: target?,
                    iter: iter?,
                    conditions: conditions?,
                })
            });
            let element = lower.expr(node.element);
            let value = lower.optional(node.value);
            Some((element?, value?, clauses?))
        });
        let (element, value, clauses) = lowered?;
        let (element, value) = (Box::new(element), value.map(Box::new));
        Some(ExprKind::Comprehension { kind: node.kind, element, value, clauses })
    }

    /// `(element for …)`
    pub(super) fn generator(&mut self, node: &ast::ExprGenerator) -> Option<ExprKind> {
        let iter = self.outermost(&node.generators)?;
        let bindings = self.targets_of(&node.generators);
        let scope = self.implicit_scope(GENERATOR, bindings);
        let (body, scope) = self.within(scope, |lower| lower.generator_body(node, iter.span));
        let name = Name { span: Span::of(node), id: "<genexpr>".to_owned() };
        let function = FunctionDef {
            name,
            parameters: parameters(iter.span),
            decorators: Vec::new(),
            docstring: None,
            kind: FunctionKind::new(true, scope.is_async),
            body: with_declared(scope, iter.span, body?),
        };
        let is_async = node.generators.first().is_some_and(|clause| clause.is_async);
        Some(ExprKind::Generator { function: Box::new(function), iter: Box::new(iter), is_async })
    }

    fn generator_body(&mut self, node: &ast::ExprGenerator, iter: Span) -> Option<Vec<Stmt>> {
        let mut outermost = Some(iterable(iter));
        let clauses = self.all(&node.generators, |lower, clause| {
            if clause.is_async {
                lower.awaits(Span::of(clause), OUTSIDE)?;
            }
            let head = match outermost.take() {
                Some(iter) if clause.is_async => Some(Head::Async(iter)),
                Some(iter) => Some(Head::Any(iter)),
                None => lower.loop_head(&clause.iter, clause.is_async),
            };
            let target = lower.target(&clause.target);
            let conditions = lower.all(&clause.ifs, Self::expr);
            Some((Span::of(clause), head?, target?, conditions?))
        });
        let element = self.expr(&node.elt)?;
        let span = element.span;
        let kind = ExprKind::Yield(Some(Box::new(element)));
        let mut body = vec![Stmt { span, kind: StmtKind::Expr(Expr { span, kind }) }];
        for (span, head, target, conditions) in clauses?.into_iter().rev() {
            if let Some(test) = all_of(conditions) {
                let (span, orelse) = (test.span, Vec::new());
                body = vec![Stmt { span, kind: StmtKind::If { test, body, orelse } }];
            }
            body = vec![Stmt { span, kind: head.over(target, body, Vec::new()) }];
        }
        Some(body)
    }

    /// The iterable that is evaluated around the comprehension.
    fn outermost(&mut self, clauses: &[ast::Comprehension]) -> Option<Expr> {
        if let Some(clause) = clauses.get(MAX_BLOCKS) {
            return self.syntax_error(Span::of(clause), "too many statically nested blocks");
        }
        self.all(clauses, |lower, clause| lower.binds_nothing(&clause.iter))?;
        self.expr(&clauses.first()?.iter)
    }

    fn targets_of(&self, clauses: &[ast::Comprehension]) -> Bindings {
        Bindings::of_targets(clauses.iter().map(|clause| &clause.target), self.private())
    }

    fn implicit_scope(&self, what: &'static str, bindings: Bindings) -> Scope {
        Scope::new(Kind::Implicit(what), bindings, self.private().map(str::to_owned))
    }
}

/// What CPython calls the function that a comprehension is, and the comprehension.
fn names(kind: ComprehensionKind) -> (&'static str, &'static str) {
    match kind {
        ComprehensionKind::List => ("<listcomp>", "list comprehension"),
        ComprehensionKind::Set => ("<setcomp>", "set comprehension"),
        ComprehensionKind::Dict => ("<dictcomp>", "dict comprehension"),
    }
}

/// Does a comprehension make functions, but in its outermost iterable?
fn has_functions(node: &Comprehension) -> bool {
    let is_function = |expr: &ast::Expr| expr.is_lambda_expr() || expr.is_generator_expr();
    let has = |expr: &ast::Expr| any_over_expr(expr, is_function);
    has(node.element)
        || node.value.is_some_and(has)
        || node.clauses.iter().skip(1).any(|clause| has(&clause.iter))
        || node.clauses.iter().any(|clause| has(&clause.target) || clause.ifs.iter().any(has))
}

/// One condition for several.
fn all_of(mut conditions: Vec<Expr>) -> Option<Expr> {
    if conditions.len() < 2 {
        return conditions.pop();
    }
    Some(Expr { span: conditions[0].span, kind: ExprKind::And(conditions) })
}

fn iterable(span: Span) -> Expr {
    Expr { span, kind: ExprKind::Name(ITERABLE.to_owned()) }
}

fn parameters(span: Span) -> Vec<Parameter> {
    let name = Name { span, id: ITERABLE.to_owned() };
    vec![Parameter { name, default: None, kind: ParameterKind::Ordinary }]
}
