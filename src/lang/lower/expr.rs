//! Expressions.

use num_bigint::BigInt;
use ruff_python_ast as ast;

use super::super::source::Span;
use super::super::tree::{BinaryOp, CompareOp, Expr, ExprKind, UnaryOp};
use super::{BuiltinUse, Lower, is_unsupported_builtin};

/// CPython's bound on decimal integer literals (`sys.get_int_max_str_digits`).
const MAX_DIGITS: usize = 4300;

impl Lower<'_> {
    pub(super) fn expr(&mut self, expr: &ast::Expr) -> Option<Expr> {
        let span = Span::of(expr);
        let kind = match expr {
            ast::Expr::NoneLiteral(_) => ExprKind::None,
            ast::Expr::BooleanLiteral(node) => ExprKind::Bool(node.value),
            ast::Expr::NumberLiteral(node) => self.number(&node.value, span)?,
            ast::Expr::StringLiteral(node) => self.string(node.value.to_str(), span)?,
            ast::Expr::Attribute(node) => self.attribute(node)?,
            ast::Expr::Name(node) => {
                let name = node.id.to_string();
                if self.is_module(&name) {
                    return self.unsupported(span, "a module as a value is");
                }
                if is_unsupported_builtin(&name) {
                    self.builtins.push(BuiltinUse { span, name: name.clone() });
                }
                self.seen.push(name.clone());
                ExprKind::Name(name)
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
                let op = self.binary_op(node.op, span);
                let right = self.expr(&node.right);
                ExprKind::Binary(op?, Box::new(left?), Box::new(right?))
            }
            ast::Expr::Compare(node) => self.compare(node)?,
            ast::Expr::BoolOp(node) => {
                let values: Vec<_> = node.values.iter().map(|value| self.expr(value)).collect();
                let values = values.into_iter().collect::<Option<_>>()?;
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
            other => return self.unsupported(span, what(other)),
        };
        Some(Expr { span, kind })
    }

    pub(super) fn binary_op(&mut self, op: ast::Operator, span: Span) -> Option<BinaryOp> {
        Some(match op {
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
            ast::Operator::MatMult => return self.unsupported(span, "the operator `@` is"),
        })
    }

    fn compare(&mut self, node: &ast::ExprCompare) -> Option<ExprKind> {
        let mut rest = Vec::with_capacity(node.ops.len());
        for (index, op) in node.ops.iter().enumerate() {
            let (left, right) = (&node.operands[index], &node.operands[index + 1]);
            let is_singleton = is_singleton(left) || is_singleton(right);
            let op = match op {
                ast::CmpOp::Lt => CompareOp::Lt,
                ast::CmpOp::LtE => CompareOp::Le,
                ast::CmpOp::Gt => CompareOp::Gt,
                ast::CmpOp::GtE => CompareOp::Ge,
                ast::CmpOp::Eq => CompareOp::Eq,
                ast::CmpOp::NotEq => CompareOp::Ne,
                ast::CmpOp::Is if is_singleton => CompareOp::Is,
                ast::CmpOp::IsNot if is_singleton => CompareOp::IsNot,
                ast::CmpOp::Is | ast::CmpOp::IsNot => {
                    let text = "`is` with anything but `None`, `True` or `False` is";
                    return self.unsupported(Span::of(node), text);
                }
                ast::CmpOp::In | ast::CmpOp::NotIn => {
                    return self.unsupported(Span::of(node), "the operator `in` is");
                }
            };
            rest.push((op, self.expr(right)?));
        }
        Some(ExprKind::Compare(Box::new(self.expr(&node.operands[0])?), rest))
    }

    fn call(&mut self, node: &ast::ExprCall) -> Option<ExprKind> {
        if let Some(keyword) = node.arguments.keywords.first() {
            return self.unsupported(Span::of(keyword), "keyword arguments are");
        }
        let function = self.expr(&node.func);
        let arguments: Vec<_> =
            node.arguments.args.iter().map(|argument| self.expr(argument)).collect();
        let arguments = arguments.into_iter().collect::<Option<_>>()?;
        Some(ExprKind::Call(Box::new(function?), arguments))
    }

    fn number(&mut self, number: &ast::Number, span: Span) -> Option<ExprKind> {
        match number {
            ast::Number::Int(int) => match int.as_u64() {
                Some(value) => Some(ExprKind::Int(value.into())),
                None => self.big_int(span),
            },
            ast::Number::Float(value) => Some(ExprKind::Float(*value)),
            ast::Number::Complex { .. } => self.unsupported(span, "complex numbers are"),
        }
    }

    fn big_int(&mut self, span: Span) -> Option<ExprKind> {
        let text = self.source.slice(span).replace('_', "").to_ascii_lowercase();
        let (digits, radix) = match text.get(..2) {
            Some("0x") => (&text[2..], 16),
            Some("0o") => (&text[2..], 8),
            Some("0b") => (&text[2..], 2),
            _ => (&text[..], 10),
        };
        if radix == 10 && digits.len() > MAX_DIGITS {
            let message = format!(
                "SyntaxError: Exceeds the limit ({MAX_DIGITS} digits) for integer string conversion"
            );
            return self.refuse(span, message);
        }
        match BigInt::parse_bytes(digits.as_bytes(), radix) {
            Some(value) => Some(ExprKind::Int(value)),
            None => self.refuse(span, "SyntaxError: invalid integer literal"),
        }
    }

    fn string(&mut self, text: &str, span: Span) -> Option<ExprKind> {
        // The parser reads a lone surrogate as U+FFFD, which is another string.
        let written = self.source.slice(span).to_ascii_lowercase();
        if text.contains('\u{fffd}') && (written.contains("\\ud") || written.contains("\\u0000d")) {
            return self.unsupported(span, "surrogates in strings are");
        }
        Some(ExprKind::Str(text.to_owned()))
    }
}

fn is_singleton(expr: &ast::Expr) -> bool {
    matches!(expr, ast::Expr::NoneLiteral(_) | ast::Expr::BooleanLiteral(_))
}

/// What a refused expression is called.
fn what(expr: &ast::Expr) -> &'static str {
    match expr {
        ast::Expr::Named(_) => "`:=` is",
        ast::Expr::Lambda(_) => "`lambda` is",
        ast::Expr::Dict(_) => "dictionaries are",
        ast::Expr::Set(_) => "sets are",
        ast::Expr::ListComp(_) | ast::Expr::SetComp(_) | ast::Expr::DictComp(_) => {
            "comprehensions are"
        }
        ast::Expr::Generator(_) => "generator expressions are",
        ast::Expr::Await(_) => "`await` is",
        ast::Expr::Yield(_) | ast::Expr::YieldFrom(_) => "`yield` is",
        ast::Expr::FString(_) => "f-strings are",
        ast::Expr::TString(_) => "t-strings are",
        ast::Expr::BytesLiteral(_) => "bytes are",
        ast::Expr::EllipsisLiteral(_) => "`...` is",
        ast::Expr::Subscript(_) | ast::Expr::Slice(_) => "subscripts are",
        ast::Expr::Starred(_) => "`*` in a call is",
        ast::Expr::List(_) => "lists are",
        ast::Expr::Tuple(_) => "tuples are",
        _ => "this expression is",
    }
}
