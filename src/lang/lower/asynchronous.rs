//! `async for`, as a `while` that awaits.

use ruff_python_ast as ast;

use super::super::source::Span;
use super::super::tree::{Expr, ExprKind, Handler, Name, Stmt, StmtKind, Target, TargetKind};
use super::Lower;

/// The class, whatever the program calls by its name.
const STOP: &str = ".StopAsyncIteration";

impl Lower<'_> {
    /// As the language's reference has it: the iterator and whether it has more are in variables that
    /// the program cannot name.
    pub(super) fn async_for(&mut self, node: &ast::StmtFor) -> Option<StmtKind> {
        let span = Span::of(node);
        self.awaits(span, "async for")?;
        let iterable = self.expr(&node.iter);
        let target = self.target(&node.target);
        self.comprehensions += 1;
        let (iterator, more) =
            (format!("aiter.{}", self.comprehensions), format!("more.{}", self.comprehensions));
        let body = self.loop_body(span, &node.body);
        let orelse = self.body(&node.orelse);
        let (iterable, target, body) = (iterable?, target?, body?);

        let name = |id: &str| Expr { span, kind: ExprKind::Name(id.to_owned()) };
        let truth = |value| Expr { span, kind: ExprKind::Bool(value) };
        let assign = |id: &str, value| {
            let name = Name { span, id: id.to_owned() };
            stored(span, Target { span, kind: TargetKind::Name(name) }, value)
        };
        let next = method(span, name(&iterator), "__anext__");
        let next = Expr { span, kind: ExprKind::Await(Box::new(next)) };
        let over = Handler {
            span,
            kind: Some(name(STOP)),
            name: None,
            body: vec![assign(&more, truth(false))],
        };
        let step = StmtKind::Try {
            body: vec![stored(span, target, next)],
            is_star: false,
            handlers: vec![over],
            orelse: body,
            finally: Vec::new(),
        };
        let body = vec![Stmt { span, kind: step }];
        let all = vec![
            assign(&iterator, method(iterable.span, iterable, "__aiter__")),
            assign(&more, truth(true)),
            Stmt { span, kind: StmtKind::While { test: name(&more), body, orelse } },
        ];
        Some(StmtKind::If { test: truth(true), body: all, orelse: Vec::new() })
    }
}

fn stored(span: Span, target: Target, value: Expr) -> Stmt {
    Stmt { span, kind: StmtKind::Assign { targets: vec![target], value } }
}

fn method(span: Span, object: Expr, name: &str) -> Expr {
    let name = Name { span, id: name.to_owned() };
    let function = Expr { span, kind: ExprKind::Attribute(Box::new(object), name) };
    let kind = ExprKind::Call {
        function: Box::new(function),
        arguments: Vec::new(),
        keywords: Vec::new(),
    };
    Expr { span, kind }
}
