//! What happens to names in a body, in the order of the source and without looking into functions.

use crate::lang::tree::{
    ClassDef, Clause, Expr, ExprKind, FStringPart, FunctionDef, Handler, Name, Parameter, Stmt,
    StmtKind, Target, TargetKind,
};

use super::CLASS;

/// What happens to a name, and the functions that have names of their own.
pub(super) enum Event<'a> {
    /// It gets a value here, or loses it.
    Bind(&'a Name),
    /// The same by `name := value`, inside an expression.
    Named(&'a Name),
    /// It is read.
    Use(&'a str),
    /// `global name`
    Global(&'a Name),
    /// `nonlocal name`
    Nonlocal(&'a Name),
    /// A function inside; its defaults belong to the body around it.
    Function(&'a FunctionDef),
    /// A class inside; what it is called with belongs to the body around it.
    Class(&'a ClassDef),
}

type Visit<'v, 'a> = dyn FnMut(Event<'a>) + 'v;

/// Tells every event of a body.
pub(super) fn body<'a>(body: &'a [Stmt], visit: &mut Visit<'_, 'a>) {
    for stmt in body {
        self::stmt(stmt, visit);
    }
}

fn stmt<'a>(stmt: &'a Stmt, visit: &mut Visit<'_, 'a>) {
    match &stmt.kind {
        StmtKind::FunctionDef(function) => {
            exprs(&function.decorators, visit);
            self::function(function, visit);
            visit(Event::Bind(&function.name));
        }
        StmtKind::ClassDef(class) => {
            exprs(class.decorators.iter().chain(&class.bases), visit);
            exprs(class.keywords.iter().map(|(_, value)| value), visit);
            visit(Event::Class(class));
            visit(Event::Bind(&class.name));
        }
        StmtKind::Return(value) => exprs(value, visit),
        StmtKind::If { test, body, orelse } | StmtKind::While { test, body, orelse } => {
            expr(test, visit);
            self::body(body, visit);
            self::body(orelse, visit);
        }
        StmtKind::ForRange { target, range, body, orelse, .. } => {
            exprs(range, visit);
            self::target(target, visit);
            self::body(body, visit);
            self::body(orelse, visit);
        }
        StmtKind::For { target, iter, body, orelse, .. } => {
            expr(iter, visit);
            self::target(target, visit);
            self::body(body, visit);
            self::body(orelse, visit);
        }
        StmtKind::Assign { targets, value } => {
            expr(value, visit);
            for to in targets {
                target(to, visit);
            }
        }
        StmtKind::AugAssign { target, value, .. } => {
            expr(value, visit);
            self::target(target, visit);
        }
        StmtKind::Delete(targets) => targets.iter().for_each(|of| target(of, visit)),
        StmtKind::Global(names) => names.iter().for_each(|name| visit(Event::Global(name))),
        StmtKind::Nonlocal(names) => names.iter().for_each(|name| visit(Event::Nonlocal(name))),
        StmtKind::Declare(name) => visit(Event::Bind(name)),
        StmtKind::Try { body, handlers, orelse, finally, .. } => {
            self::body(body, visit);
            for handler in handlers {
                self::handler(handler, visit);
            }
            self::body(orelse, visit);
            self::body(finally, visit);
        }
        StmtKind::Match { subject, cases } => {
            expr(subject, visit);
            for case in cases {
                exprs(case.pattern.exprs(), visit);
                case.pattern.names().into_iter().for_each(|name| visit(Event::Bind(name)));
                exprs(&case.guard, visit);
                body(&case.body, visit);
            }
        }
        StmtKind::With { context, target, body, .. } => {
            expr(context, visit);
            if let Some(to) = target {
                self::target(to, visit);
            }
            self::body(body, visit);
        }
        StmtKind::Raise { exception, cause } => {
            exprs(exception, visit);
            exprs(cause, visit);
        }
        StmtKind::Assert { test, message } => {
            expr(test, visit);
            exprs(message, visit);
        }
        StmtKind::Expr(value) => expr(value, visit),
        StmtKind::Break | StmtKind::Continue | StmtKind::Pass => {}
    }
}

fn handler<'a>(handler: &'a Handler, visit: &mut Visit<'_, 'a>) {
    exprs(&handler.kind, visit);
    handler.name.iter().for_each(|name| visit(Event::Bind(name)));
    body(&handler.body, visit);
}

fn function<'a>(function: &'a FunctionDef, visit: &mut Visit<'_, 'a>) {
    let default = |parameter: &'a Parameter| parameter.default.as_ref();
    exprs(function.parameters.iter().filter_map(default), visit);
    visit(Event::Function(function));
}

fn target<'a>(target: &'a Target, visit: &mut Visit<'_, 'a>) {
    match &target.kind {
        TargetKind::Name(name) if name.is_member() => {}
        TargetKind::Name(name) => visit(Event::Bind(name)),
        TargetKind::Attribute(object, _) => expr(object, visit),
        TargetKind::Subscript(object, index) => {
            expr(object, visit);
            expr(index, visit);
        }
        TargetKind::Tuple(targets) => targets.iter().for_each(|to| self::target(to, visit)),
        TargetKind::Starred(to) => self::target(to, visit),
    }
}

fn exprs<'a>(exprs: impl IntoIterator<Item = &'a Expr>, visit: &mut Visit<'_, 'a>) {
    exprs.into_iter().for_each(|value| expr(value, visit));
}

fn expr<'a>(expr: &'a Expr, visit: &mut Visit<'_, 'a>) {
    match &expr.kind {
        ExprKind::None
        | ExprKind::Ellipsis
        | ExprKind::Bool(_)
        | ExprKind::Int(_)
        | ExprKind::Float(_)
        | ExprKind::Str(_)
        | ExprKind::Bytes(_) => {}
        ExprKind::FString(parts) => fstring(parts, visit),
        ExprKind::Name(name) => visit(Event::Use(name)),
        ExprKind::Super => visit(Event::Use(CLASS)),
        ExprKind::List(items)
        | ExprKind::Tuple(items)
        | ExprKind::Set(items)
        | ExprKind::And(items)
        | ExprKind::Or(items) => exprs(items, visit),
        ExprKind::Dict(pairs) => pairs.iter().for_each(|(key, value)| exprs([key, value], visit)),
        ExprKind::DictUnpack(pairs) => {
            exprs(pairs.iter().flat_map(|(key, value)| key.iter().chain([value])), visit);
        }
        ExprKind::Attribute(operand, _)
        | ExprKind::Unary(_, operand)
        | ExprKind::Not(operand)
        | ExprKind::YieldFrom(operand)
        | ExprKind::Await(operand)
        | ExprKind::Starred(operand) => self::expr(operand, visit),
        ExprKind::Subscript(left, right) | ExprKind::Binary(_, left, right) => {
            exprs([&**left, &**right], visit);
        }
        ExprKind::Slice(lower, upper, step) => {
            exprs([lower, upper, step].into_iter().filter_map(Option::as_deref), visit);
        }
        ExprKind::Compare(first, rest) => {
            self::expr(first, visit);
            exprs(rest.iter().map(|(_, operand)| operand), visit);
        }
        ExprKind::If { test, body, orelse } => exprs([&**test, &**body, &**orelse], visit),
        ExprKind::Call { function, arguments, keywords } => {
            self::expr(function, visit);
            exprs(arguments, visit);
            exprs(keywords.iter().map(|(_, value)| value), visit);
        }
        ExprKind::SpreadCall { function, arguments, keywords } => {
            self::expr(function, visit);
            exprs(arguments, visit);
            exprs(keywords.iter().map(|(_, value)| value), visit);
        }
        ExprKind::Lambda(function) => self::function(function, visit),
        ExprKind::Comprehension { element, value, clauses, .. } => {
            for clause in clauses {
                self::clause(clause, visit);
            }
            self::expr(element, visit);
            exprs(value.as_deref(), visit);
        }
        ExprKind::Generator { function, iter, .. } => {
            self::expr(iter, visit);
            self::function(function, visit);
        }
        ExprKind::Named(name, value) => {
            self::expr(value, visit);
            visit(Event::Named(name));
        }
        ExprKind::Yield(value) => exprs(value.as_deref(), visit),
    }
}

fn clause<'a>(clause: &'a Clause, visit: &mut Visit<'_, 'a>) {
    expr(&clause.iter, visit);
    target(&clause.target, visit);
    exprs(&clause.conditions, visit);
}

fn fstring<'a>(parts: &'a [FStringPart], visit: &mut Visit<'_, 'a>) {
    for part in parts {
        if let FStringPart::Value { value, spec, .. } = part {
            expr(value, visit);
            fstring(spec, visit);
        }
    }
}
