//! Expressions whose values are known before the run.

use crate::code::module::Constant;
use crate::lang::tree::{Expr, ExprKind, UnaryOp};

/// A whole number that fits into an instruction.
pub(super) fn small_int(expr: &Expr) -> Option<i16> {
    match &expr.kind {
        ExprKind::Int(value) => i16::try_from(value).ok(),
        ExprKind::Unary(UnaryOp::Neg, operand) => match &operand.kind {
            ExprKind::Int(value) => i16::try_from(-value).ok(),
            _ => None,
        },
        _ => None,
    }
}

/// The value of a literal, or of a tuple of such.
pub(super) fn literal(expr: &Expr) -> Option<Constant> {
    Some(match &expr.kind {
        ExprKind::None => Constant::None,
        ExprKind::Ellipsis => Constant::Ellipsis,
        ExprKind::Bool(value) => Constant::Bool(*value),
        ExprKind::Int(value) => Constant::Int(value.clone()),
        ExprKind::Float(value) => Constant::Float(*value),
        ExprKind::Str(text) => Constant::Str(text.clone()),
        ExprKind::Bytes(bytes) => Constant::Bytes(bytes.clone()),
        ExprKind::Tuple(items) => {
            Constant::Tuple(items.iter().map(literal).collect::<Option<_>>()?)
        }
        ExprKind::Unary(UnaryOp::Neg, operand) => match literal(operand)? {
            Constant::Int(value) => Constant::Int(-value),
            Constant::Float(value) => Constant::Float(-value),
            _ => return None,
        },
        _ => return None,
    })
}
