//! Numbers and strings.

use num_bigint::BigInt;
use ruff_python_ast as ast;

use super::super::source::Span;
use super::super::tree::{Expr, ExprKind};
use super::Lower;

/// CPython's bound on decimal integer literals (`sys.get_int_max_str_digits`).
const MAX_DIGITS: usize = 4300;

/// What a string may not have.
pub(super) const SURROGATES: &str = "a string with surrogates";

/// The module that `complex` is written in.
const COMPLEX_MODULE: &str = "_complex";

impl Lower<'_> {
    pub(super) fn number(&mut self, number: &ast::Number, span: Span) -> Option<ExprKind> {
        match number {
            ast::Number::Int(int) => match int.as_u64() {
                Some(value) => Some(ExprKind::Int(value.into())),
                None => self.big_int(span),
            },
            ast::Number::Float(value) => Some(ExprKind::Float(*value)),
            ast::Number::Complex { real, imag } => Some(self.complex(*real, *imag, span)),
        }
    }

    /// A call of the class, which is written in Python.
    fn complex(&mut self, real: f64, imag: f64, span: Span) -> ExprKind {
        let part = |value| Expr { span, kind: ExprKind::Float(value) };
        let class = self.member(COMPLEX_MODULE, "complex", span);
        ExprKind::Call {
            function: Box::new(Expr { span, kind: class }),
            arguments: vec![part(real), part(imag)],
            keywords: Vec::new(),
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
                "Exceeds the limit ({MAX_DIGITS} digits) for integer string conversion: value has \
                 {} digits; use sys.set_int_max_str_digits() to increase the limit",
                digits.len()
            );
            return self.syntax_error(span, &message);
        }
        match BigInt::parse_bytes(digits.as_bytes(), radix) {
            Some(value) => Some(ExprKind::Int(value)),
            None => self.syntax_error(span, "invalid integer literal"),
        }
    }

    pub(super) fn string(&mut self, node: &ast::ExprStringLiteral) -> ExprKind {
        let text = node.value.to_str();
        if self.has_surrogates(text, Span::of(node)) {
            return self.refused(Span::of(node), SURROGATES);
        }
        ExprKind::Str(text.to_owned())
    }

    /// The parser reads a lone surrogate as U+FFFD, which is another string.
    pub(super) fn has_surrogates(&self, text: &str, span: Span) -> bool {
        let written = self.source.slice(span).to_ascii_lowercase();
        text.contains('\u{fffd}') && (written.contains("\\ud") || written.contains("\\u0000d"))
    }
}
