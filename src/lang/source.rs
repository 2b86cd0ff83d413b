//! A source text with its lines, places in it, and what may be wrong there.

use ruff_text_size::{Ranged, TextRange};

/// A piece of a source text, in bytes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// Behind the last byte.
    pub end: u32,
}

impl From<TextRange> for Span {
    fn from(range: TextRange) -> Self {
        Self { start: range.start().into(), end: range.end().into() }
    }
}

impl Span {
    /// The span of a syntax node.
    pub fn of(node: &impl Ranged) -> Self {
        node.range().into()
    }
}

/// A place for people: line and column from 1, the column in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Position {
    /// From 1.
    pub line: u32,
    /// From 1, in characters.
    pub column: u32,
}

/// Something wrong, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Where.
    pub span: Span,
    /// What, for people.
    pub message: String,
}

impl Problem {
    /// A problem with a message of its own.
    pub fn new(span: Span, message: impl Into<String>) -> Self {
        Self { span, message: message.into() }
    }

    /// Refuses `what` ("lists are", "`import` is").
    pub fn unsupported(span: Span, what: &str) -> Self {
        Self::new(span, format!("{what} not supported"))
    }
}

impl From<Problem> for Vec<Problem> {
    fn from(problem: Problem) -> Self {
        vec![problem]
    }
}

/// A source text that can tell its lines.
#[derive(Clone, Debug, Default)]
pub struct Source {
    text: String,
    line_starts: Vec<u32>,
    /// Is it one of the playground's own?
    is_own: bool,
}

impl Source {
    /// One of the playground's own modules.
    pub(crate) fn of_library(text: &str) -> Self {
        Self { is_own: true, ..Self::new(text) }
    }

    pub(crate) fn is_own(&self) -> bool {
        self.is_own
    }

    /// Takes a text. Every line ends with `\n` then, as Python reads its sources: a string over
    /// several lines is the same wherever the text was written.
    pub fn new(text: impl Into<String>) -> Self {
        let mut text = text.into();
        if text.contains('\r') {
            text = text.replace("\r\n", "\n").replace('\r', "\n");
        }
        let newlines = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
        let line_starts =
            std::iter::once(0).chain(newlines.map(|(at, _)| to_u32(at + 1))).collect();
        Self { text, line_starts, is_own: false }
    }

    /// The whole text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The text of a span; empty if the span is not inside.
    pub fn slice(&self, span: Span) -> &str {
        self.text.get(span.start as usize..span.end as usize).unwrap_or_default()
    }

    /// The place of a byte.
    pub fn position(&self, offset: u32) -> Position {
        let line = self.line_starts.partition_point(|start| *start <= offset).max(1);
        let start = self.line_starts[line - 1];
        let before = self.slice(Span { start, end: offset });
        Position { line: to_u32(line), column: to_u32(before.chars().count() + 1) }
    }

    /// A line by its number from 1, without its end.
    pub fn line(&self, number: u32) -> &str {
        let index = number.saturating_sub(1) as usize;
        let Some(&start) = self.line_starts.get(index) else { return "" };
        let end = self.line_starts.get(index + 1).copied().unwrap_or(to_u32(self.text.len()));
        self.slice(Span { start, end }).trim_end_matches('\n')
    }
}

fn to_u32(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn positions_count_characters_from_one() {
        let source = Source::new("a = 'é' + b\nc");
        assert_eq!(source.position(0), Position { line: 1, column: 1 });
        assert_eq!(source.position(9), Position { line: 1, column: 9 });
        assert_eq!(source.position(13), Position { line: 2, column: 1 });
        assert_eq!(source.line(2), "c");
        assert_eq!(source.line(9), "");
    }

    #[test]
    fn lines_end_as_python_reads_them() {
        let source = Source::new("a\r\n\r\nb\rc\n\rd");
        assert_eq!(source.text(), "a\n\nb\nc\n\nd");
        assert_eq!(source.line(3), "b");
    }
}
