//! f-strings.

use ruff_python_ast as ast;

use super::super::source::Span;
use super::super::tree::{Conversion, Expr, ExprKind, FStringPart};
use super::Lower;
use super::literal::SURROGATES;

impl Lower<'_> {
    pub(super) fn fstring(&mut self, node: &ast::ExprFString) -> Option<ExprKind> {
        let mut parts = Parts::default();
        let mut complete = Some(());
        for part in &node.value {
            let added = match part {
                ast::FStringPartRef::Literal(text) => {
                    self.text(&text.value, Span::of(text), &mut parts);
                    Some(())
                }
                ast::FStringPartRef::FString(part) => self.elements(&part.elements, &mut parts),
            };
            complete = complete.and(added);
        }
        complete?;
        Some(match parts.0.pop() {
            None => ExprKind::Str(String::new()),
            Some(FStringPart::Text(text)) if parts.0.is_empty() => ExprKind::Str(text),
            Some(last) => {
                parts.0.push(last);
                ExprKind::FString(parts.0)
            }
        })
    }

    fn elements(
        &mut self,
        elements: &ast::InterpolatedStringElements,
        parts: &mut Parts,
    ) -> Option<()> {
        let mut complete = Some(());
        for element in elements {
            let added = match element {
                ast::InterpolatedStringElement::Literal(text) => {
                    self.text(&text.value, Span::of(text), parts);
                    Some(())
                }
                ast::InterpolatedStringElement::Interpolation(node) => self.value(node, parts),
            };
            complete = complete.and(added);
        }
        complete
    }

    fn text(&mut self, text: &str, span: Span, parts: &mut Parts) {
        if !self.has_surrogates(text, span) {
            return parts.text(text);
        }
        let value = Expr { span, kind: self.refused(span, SURROGATES) };
        parts.0.push(FStringPart::Value { value, conversion: Conversion::None, spec: Vec::new() });
    }

    /// `{value!r:spec}`, `{value=}`
    fn value(&mut self, node: &ast::InterpolatedElement, parts: &mut Parts) -> Option<()> {
        let conversion = match node.conversion {
            ast::ConversionFlag::Str => Conversion::Str,
            ast::ConversionFlag::Repr => Conversion::Repr,
            ast::ConversionFlag::Ascii => Conversion::Ascii,
            // `{value=}` is for debugging, and as `repr` shows it if nothing else is asked for.
            ast::ConversionFlag::None
                if node.debug_text.is_some() && node.format_spec.is_none() =>
            {
                Conversion::Repr
            }
            ast::ConversionFlag::None => Conversion::None,
        };
        if let Some(text) = &node.debug_text {
            parts.text(text.as_str());
        }
        let value = self.expr(&node.expression);
        let mut spec = Parts::default();
        if let Some(node) = &node.format_spec {
            self.elements(&node.elements, &mut spec)?;
        }
        parts.0.push(FStringPart::Value { value: value?, conversion, spec: spec.0 });
        Some(())
    }
}

/// Parts, with neighbouring texts put together.
#[derive(Default)]
struct Parts(Vec<FStringPart>);

impl Parts {
    fn text(&mut self, text: &str) {
        match self.0.last_mut() {
            Some(FStringPart::Text(last)) => last.push_str(text),
            _ if text.is_empty() => {}
            _ => self.0.push(FStringPart::Text(text.to_owned())),
        }
    }
}
