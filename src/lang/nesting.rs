//! Bounds how deep a source nests before it is parsed: the parser and everything behind it recurse.

use ruff_python_parser::{Mode, lexer};

use super::source::{Problem, Source, Span};
use ruff_python_ast::token::TokenKind;

/// Longest source, in bytes.
const MAX_SOURCE: usize = 256 * 1024;
/// CPython's own bound (`MAXLEVEL` of its tokenizer).
const MAX_BRACKETS: u32 = 200;
/// CPython's own bound (`MAXINDENT`).
const MAX_INDENTS: u32 = 100;
/// Operators and keywords in one logical line. Each may nest an expression once more.
const MAX_OPERATORS: u32 = 500;

/// Refuses what would nest too deep.
pub(super) fn check(source: &Source) -> Result<(), Problem> {
    if source.text().len() > MAX_SOURCE {
        let message = format!("the program is longer than {} KB", MAX_SOURCE / 1024);
        return Err(Problem::new(Span::default(), message));
    }
    let mut lexer = lexer::lex(source.text(), Mode::Module);
    let (mut brackets, mut indents, mut operators) = (0u32, 0u32, 0u32);
    loop {
        let kind = lexer.next_token();
        match kind {
            TokenKind::EndOfFile => return Ok(()),
            TokenKind::Newline => operators = 0,
            TokenKind::Indent => indents += 1,
            TokenKind::Dedent => indents = indents.saturating_sub(1),
            TokenKind::Lpar | TokenKind::Lsqb | TokenKind::Lbrace => brackets += 1,
            TokenKind::Rpar | TokenKind::Rsqb | TokenKind::Rbrace => {
                brackets = brackets.saturating_sub(1);
            }
            TokenKind::Comma => {}
            kind if kind.is_operator() || kind.is_keyword() => operators += 1,
            _ => {}
        }
        let too_deep = if brackets > MAX_BRACKETS {
            "too many nested parentheses"
        } else if indents > MAX_INDENTS {
            "too many levels of indentation"
        } else if operators > MAX_OPERATORS {
            "this line has too many operators"
        } else {
            continue;
        };
        return Err(Problem::new(lexer.current_range().into(), format!("SyntaxError: {too_deep}")));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(text: String) -> String {
        check(&Source::new(text)).unwrap_err().message
    }

    #[test]
    fn deep_nesting_is_refused_before_it_is_parsed() {
        assert!(refused("(".repeat(5000)).contains("nested parentheses"));
        assert!(refused(format!("x = {}1", "- ".repeat(5000))).contains("operators"));
        assert!(refused(format!("x = {}1", "not ".repeat(5000))).contains("operators"));
        assert!(refused("# long\n".repeat(100_000)).contains("longer"));
    }

    #[test]
    fn ordinary_nesting_is_accepted() {
        let text = format!("x = {}1{}\n", "(".repeat(100), ")".repeat(100));
        assert_eq!(check(&Source::new(text)), Ok(()));
    }
}
