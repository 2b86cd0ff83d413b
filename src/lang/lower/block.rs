//! Statements with bodies: choices, loops, `try` and `with`.

use ruff_python_ast as ast;

use super::super::source::Span;
use super::super::tree::{Handler, Stmt, StmtKind, Target};
use super::{Lower, MAX_BLOCKS};

impl Lower<'_> {
    pub(super) fn if_(&mut self, node: &ast::StmtIf) -> Option<StmtKind> {
        let test = self.expr(&node.test);
        let body = self.body(&node.body);
        let orelse = self.elifs(&node.elif_else_clauses);
        Some(StmtKind::If { test: test?, body, orelse: orelse? })
    }

    fn elifs(&mut self, clauses: &[ast::ElifElseClause]) -> Option<Vec<Stmt>> {
        let lowered = self.all(clauses, |lower, clause| {
            let test = lower.optional(clause.test.as_ref());
            let body = lower.body(&clause.body);
            Some((Span::of(clause), test?, body))
        });
        let nest = |orelse, (span, test, body)| match test {
            None => body,
            Some(test) => vec![Stmt { span, kind: StmtKind::If { test, body, orelse } }],
        };
        Some(lowered?.into_iter().rev().fold(Vec::new(), nest))
    }

    pub(super) fn while_(&mut self, node: &ast::StmtWhile) -> Option<StmtKind> {
        let test = self.expr(&node.test);
        let body = self.loop_body(Span::of(node), &node.body);
        let orelse = self.body(&node.orelse);
        Some(StmtKind::While { test: test?, body: body?, orelse })
    }

    pub(super) fn for_(&mut self, node: &ast::StmtFor) -> Option<StmtKind> {
        if node.is_async {
            self.awaits(Span::of(node), "'async for' outside async function")?;
        }
        let target = self.target(&node.target);
        let head = self.loop_head(&node.iter, node.is_async);
        let body = self.loop_body(Span::of(node), &node.body);
        let orelse = self.body(&node.orelse);
        Some(head?.over(target?, body?, orelse))
    }

    pub(super) fn loop_body(&mut self, span: Span, body: &[ast::Stmt]) -> Option<Vec<Stmt>> {
        self.scope().loops += 1;
        let body = self.block(span, 1, |lower| Some(lower.body(body)));
        self.scope().loops -= 1;
        body
    }

    /// Lowers what stands inside so many more blocks than the statement that begins them.
    fn block<T>(
        &mut self,
        span: Span,
        count: usize,
        inside: impl FnOnce(&mut Self) -> Option<T>,
    ) -> Option<T> {
        let outside = self.scope().blocks;
        if outside + count > MAX_BLOCKS {
            return self.syntax_error(span, "too many statically nested blocks");
        }
        self.scope().blocks = outside + count;
        let inside = inside(self);
        self.scope().blocks = outside;
        inside
    }

    pub(super) fn try_(&mut self, node: &ast::StmtTry) -> Option<StmtKind> {
        // As CPython's compiler counts: `finally` is a block around all the rest, and once more for
        // itself; a handler stands in one for all of them and one of its own.
        let (around, span) = (usize::from(!node.finalbody.is_empty()), Span::of(node));
        let inside = around + usize::from(!node.handlers.is_empty());
        let body = self.block(span, inside, |lower| Some(lower.body(&node.body)));
        let last = node.handlers.len().saturating_sub(1);
        let handlers = self.all(node.handlers.iter().enumerate(), |lower, (at, handler)| {
            let ast::ExceptHandler::ExceptHandler(handler) = handler;
            if handler.type_.is_none() && at < last {
                return lower.syntax_error(Span::of(handler), "default 'except:' must be last");
            }
            if let Some(ast::Expr::Tuple(kinds)) = handler.type_.as_deref()
                && !kinds.parenthesized
            {
                let message = "multiple exception types must be parenthesized";
                return lower.syntax_error(Span::of(kinds), message);
            }
            lower.block(Span::of(handler), around + 2, |lower| {
                let outside = lower.scope().star;
                if node.is_star {
                    lower.scope().star = Some(lower.scope().loops);
                }
                let lowered = lower.handler(handler);
                lower.scope().star = outside;
                lowered
            })
        });
        let orelse = self.block(span, around, |lower| Some(lower.body(&node.orelse)));
        let finally = self.block(span, around, |lower| Some(lower.body(&node.finalbody)));
        Some(StmtKind::Try {
            body: body?,
            is_star: node.is_star,
            handlers: handlers?,
            orelse: orelse?,
            finally: finally?,
        })
    }

    fn handler(&mut self, node: &ast::ExceptHandlerExceptHandler) -> Option<Handler> {
        let kind = self.optional(node.type_.as_deref());
        let name = match &node.name {
            Some(name) => self.bind(name).map(Some),
            None => Some(None),
        };
        let body = self.body(&node.body);
        Some(Handler { span: Span::of(node), kind: kind?, name: name?, body })
    }

    pub(super) fn with(&mut self, node: &ast::StmtWith) -> Option<StmtKind> {
        let is_async = node.is_async;
        if is_async {
            self.awaits(Span::of(node), "'async with' outside async function")?;
        }
        let items = self.all(&node.items, |lower, item| {
            let context = lower.expr(&item.context_expr);
            let target: Option<Option<Target>> = match item.optional_vars.as_deref() {
                Some(target) => lower.target(target).map(Some),
                None => Some(None),
            };
            Some((Span::of(item), context?, target?))
        });
        let count = node.items.len();
        let body = self.block(Span::of(node), count, |lower| Some(lower.body(&node.body)));
        let (mut body, mut items) = (body?, items?);
        // Several contexts are nested, the first one outside.
        while items.len() > 1 {
            if let Some((span, context, target)) = items.pop() {
                body =
                    vec![Stmt { span, kind: StmtKind::With { is_async, context, target, body } }];
            }
        }
        let (_, context, target) = items.pop()?;
        Some(StmtKind::With { is_async, context, target, body })
    }
}
