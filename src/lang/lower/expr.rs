//! Expressions.

use ruff_python_ast as ast;

use super::super::source::Span;
use super::super::tree::{BinaryOp, CompareOp, ComprehensionKind, Expr, ExprKind, UnaryOp};
use super::Lower;
use super::comprehension::Comprehension;
use super::scopes::Kind;

impl Lower<'_> {
    #[optimize(size)]
    pub(super) fn expr(&mut self, expr: &ast::Expr) -> Option<Expr> {
        let span = Span::of(expr);
        let kind = match expr {
            ast::Expr::NoneLiteral(_) => ExprKind::None,
            ast::Expr::EllipsisLiteral(_) => ExprKind::Ellipsis,
            ast::Expr::BooleanLiteral(node) => ExprKind::Bool(node.value),
            ast::Expr::NumberLiteral(node) => self.number(&node.value, span)?,
            ast::Expr::StringLiteral(node) => self.string(node),
            ast::Expr::BytesLiteral(node) => ExprKind::Bytes(node.value.bytes().collect()),
            ast::Expr::FString(node) => self.fstring(node)?,
            ast::Expr::Name(node) => self.name(node)?,
            ast::Expr::List(node) => ExprKind::List(self.items_of(&node.elts)?),
            ast::Expr::Tuple(node) => ExprKind::Tuple(self.items_of(&node.elts)?),
            ast::Expr::Set(node) => ExprKind::Set(self.items_of(&node.elts)?),
            ast::Expr::Dict(node) => self.dict(node)?,
            ast::Expr::Attribute(node) => self.attribute(node)?,
            ast::Expr::Subscript(node) => {
                let object = self.expr(&node.value);
                let index = self.expr(&node.slice);
                let (object, index) = (object?, index?);
                if self.is_generic(&node.value) {
                    self.alias_of(object, index, Span::of(node))
                } else {
                    ExprKind::Subscript(Box::new(object), Box::new(index))
                }
            }
            ast::Expr::UnaryOp(node) => {
                let operand = Box::new(self.expr(&node.operand)?);
                match node.op {
                    ast::UnaryOp::Not => ExprKind::Not(operand),
                    ast::UnaryOp::Invert => ExprKind::Unary(UnaryOp::Invert, operand),
                    ast::UnaryOp::UAdd => ExprKind::Unary(UnaryOp::Pos, operand),
                    ast::UnaryOp::USub => ExprKind::Unary(UnaryOp::Neg, operand),
                }
            }
            ast::Expr::BinOp(node) => {
                let left = self.expr(&node.left);
                let right = self.expr(&node.right);
                ExprKind::Binary(binary_op(node.op), Box::new(left?), Box::new(right?))
            }
            ast::Expr::Compare(node) => self.compare(node)?,
            ast::Expr::BoolOp(node) => {
                let values = self.all(&node.values, Self::expr)?;
                match node.op {
                    ast::BoolOp::And => ExprKind::And(values),
                    ast::BoolOp::Or => ExprKind::Or(values),
                }
            }
            ast::Expr::If(node) => {
                let (test, body) = (self.expr(&node.test), self.expr(&node.body));
                let orelse = self.expr(&node.orelse);
                ExprKind::If {
                    test: Box::new(test?),
                    body: Box::new(body?),
                    orelse: Box::new(orelse?),
                }
            }
            ast::Expr::Call(node) => self.call(node)?,
            ast::Expr::Lambda(node) => self.lambda(node)?,
            ast::Expr::Named(node) => self.named(node)?,
            ast::Expr::Yield(node) => self.yield_(node)?,
            ast::Expr::YieldFrom(node) => {
                let iterable = self.expr(&node.value);
                if matches!(self.kind(), Kind::Function { is_async: true, .. }) {
                    return self.syntax_error(span, "'yield from' inside async function");
                }
                self.yields(span)?;
                ExprKind::YieldFrom(Box::new(iterable?))
            }
            ast::Expr::Await(node) => self.await_(node)?,
            ast::Expr::Generator(node) => self.generator(node)?,
            ast::Expr::ListComp(node) => {
                let (kind, clauses) = (ComprehensionKind::List, &node.generators[..]);
                let element = &node.elt;
                self.comprehension(&Comprehension { kind, span, element, value: None, clauses })?
            }
            ast::Expr::SetComp(node) => {
                let (kind, clauses) = (ComprehensionKind::Set, &node.generators[..]);
                let element = &node.elt;
                self.comprehension(&Comprehension { kind, span, element, value: None, clauses })?
            }
            ast::Expr::DictComp(node) => {
                let (kind, clauses) = (ComprehensionKind::Dict, &node.generators[..]);
                let Some(element) = node.key.as_deref() else {
                    return self.unsupported(span, "`**` in a dictionary is");
                };
                let value = Some(&*node.value);
                self.comprehension(&Comprehension { kind, span, element, value, clauses })?
            }
            ast::Expr::Slice(node) => self.slice(node)?,
            ast::Expr::Starred(_) => {
                return self.syntax_error(span, "can't use starred expression here");
            }
            other => return self.unsupported(span, what(other)),
        };
        Some(Expr { span, kind })
    }

    /// An expression that need not be there.
    #[expect(clippy::option_option, reason = "the outer `None` is a refusal, as everywhere here")]
    pub(super) fn optional(&mut self, expr: Option<&ast::Expr>) -> Option<Option<Expr>> {
        match expr {
            Some(expr) => self.expr(expr).map(Some),
            None => Some(None),
        }
    }

    /// The items of a display, or the arguments of a call.
    pub(super) fn items_of(&mut self, items: &[ast::Expr]) -> Option<Vec<Expr>> {
        self.all(items, |lower, item| match item {
            ast::Expr::Starred(node) => {
                let kind = ExprKind::Starred(Box::new(lower.expr(&node.value)?));
                Some(Expr { span: Span::of(node), kind })
            }
            _ => lower.expr(item),
        })
    }

    fn dict(&mut self, node: &ast::ExprDict) -> Option<ExprKind> {
        let pairs = self.all(&node.items, |lower, item| {
            let (key, value) = (lower.optional(item.key.as_ref()), lower.expr(&item.value));
            Some((key?, value?))
        })?;
        if pairs.iter().any(|(key, _)| key.is_none()) {
            return Some(ExprKind::DictUnpack(pairs));
        }
        let pairs = pairs.into_iter().filter_map(|(key, value)| Some((key?, value)));
        Some(ExprKind::Dict(pairs.collect()))
    }

    fn slice(&mut self, node: &ast::ExprSlice) -> Option<ExprKind> {
        let lower = self.optional(node.lower.as_deref());
        let upper = self.optional(node.upper.as_deref());
        let step = self.optional(node.step.as_deref());
        let [lower, upper, step] = [lower?, upper?, step?].map(|bound| bound.map(Box::new));
        Some(ExprKind::Slice(lower, upper, step))
    }

    fn compare(&mut self, node: &ast::ExprCompare) -> Option<ExprKind> {
        let (first, rest) = node.operands.split_first()?;
        let first = self.expr(first);
        let rest = self.all(node.ops.iter().zip(rest), |lower, (op, operand)| {
            Some((compare_op(*op), lower.expr(operand)?))
        });
        Some(ExprKind::Compare(Box::new(first?), rest?))
    }
}

pub(super) fn binary_op(op: ast::Operator) -> BinaryOp {
    match op {
        ast::Operator::Add => BinaryOp::Add,
        ast::Operator::Sub => BinaryOp::Sub,
        ast::Operator::Mult => BinaryOp::Mul,
        ast::Operator::Div => BinaryOp::Div,
        ast::Operator::FloorDiv => BinaryOp::FloorDiv,
        ast::Operator::Mod => BinaryOp::Mod,
        ast::Operator::Pow => BinaryOp::Pow,
        ast::Operator::LShift => BinaryOp::LShift,
        ast::Operator::RShift => BinaryOp::RShift,
        ast::Operator::BitAnd => BinaryOp::BitAnd,
        ast::Operator::BitOr => BinaryOp::BitOr,
        ast::Operator::BitXor => BinaryOp::BitXor,
        ast::Operator::MatMult => BinaryOp::MatMul,
    }
}

fn compare_op(op: ast::CmpOp) -> CompareOp {
    match op {
        ast::CmpOp::Lt => CompareOp::Lt,
        ast::CmpOp::LtE => CompareOp::Le,
        ast::CmpOp::Gt => CompareOp::Gt,
        ast::CmpOp::GtE => CompareOp::Ge,
        ast::CmpOp::Eq => CompareOp::Eq,
        ast::CmpOp::NotEq => CompareOp::Ne,
        ast::CmpOp::Is => CompareOp::Is,
        ast::CmpOp::IsNot => CompareOp::IsNot,
        ast::CmpOp::In => CompareOp::In,
        ast::CmpOp::NotIn => CompareOp::NotIn,
    }
}

/// What a refused expression is called.
fn what(expr: &ast::Expr) -> &'static str {
    match expr {
        ast::Expr::TString(_) => "t-strings are",
        _ => "this expression is",
    }
}
