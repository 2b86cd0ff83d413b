//! Bounds how deep a source nests before it is parsed: the parser and everything behind it recurse.

use ruff_python_parser::{Mode, lexer};

use super::source::{Problem, Source, Span};
use ruff_python_ast::token::TokenKind;

/// Longest source, in bytes.
const MAX_SOURCE: usize = 256 * 1024;
/// CPython's own bound (`MAXLEVEL` of its tokenizer).
const MAX_BRACKETS: usize = 200;
/// CPython's own bound (`MAXINDENT`).
const MAX_INDENTS: usize = 100;
/// Operators, keywords and brackets that may nest an expression, each once more. With this and the
/// bounds below, 1 MB of stack is enough, which is what a worker of the browser has.
const MAX_OPERATORS: u32 = 250;
/// A `lambda` takes as much of the stack as so many operators.
const LAMBDA: u32 = 3;
/// Each `elif` nests a statement once more.
const MAX_ELIFS: u32 = 200;

/// Refuses what would nest too deep.
pub(super) fn check(source: &Source) -> Result<(), Problem> {
    if source.text().len() > MAX_SOURCE {
        let message = format!("the program is longer than {} KB", MAX_SOURCE / 1024);
        return Err(Problem::new(Span::default(), message));
    }
    let mut lexer = lexer::lex(source.text(), Mode::Module);
    let mut expressions = Expressions::default();
    let mut statements = Statements::default();
    loop {
        let kind = lexer.next_token();
        if kind == TokenKind::EndOfFile {
            return Ok(());
        }
        expressions.token(kind);
        statements.token(kind);
        let too_deep = if expressions.brackets.len() > MAX_BRACKETS {
            "too many nested parentheses"
        } else if statements.elifs.len() > MAX_INDENTS {
            "too many levels of indentation"
        } else if expressions.total > MAX_OPERATORS {
            "this expression has too many operators"
        } else if statements.total > MAX_ELIFS {
            "too many `elif`s"
        } else {
            continue;
        };
        return Err(Problem::new(lexer.current_range().into(), format!("SyntaxError: {too_deep}")));
    }
}

/// How deep the expressions nest, at most.
#[derive(Default)]
struct Expressions {
    /// Of the statement, outside all brackets.
    outside: Level,
    /// Those that are open.
    brackets: Vec<Level>,
    /// Operators of all these levels.
    total: u32,
}

/// What may nest within one pair of brackets.
#[derive(Default)]
struct Level {
    /// Since the last comma, which ends an expression.
    operators: u32,
    /// Those whose parameters are not at their end: their commas end nothing.
    lambdas: u32,
    /// The parts of an f-string stand beside each other.
    is_fstring: bool,
}

impl Expressions {
    fn token(&mut self, kind: TokenKind) {
        match kind {
            TokenKind::Newline => *self = Self::default(),
            TokenKind::Comma | TokenKind::Semi if self.level().lambdas == 0 => {
                let ended = std::mem::take(&mut self.level().operators);
                self.total -= ended;
            }
            TokenKind::FStringStart | TokenKind::TStringStart => {
                self.brackets.push(Level { is_fstring: true, ..Level::default() });
            }
            TokenKind::Lpar | TokenKind::Lsqb | TokenKind::Lbrace => {
                // It may stand behind an operand, as in `f(x)(y)`.
                if !self.level().is_fstring {
                    self.level().operators += 1;
                    self.total += 1;
                }
                self.brackets.push(Level::default());
            }
            TokenKind::Rpar
            | TokenKind::Rsqb
            | TokenKind::Rbrace
            | TokenKind::FStringEnd
            | TokenKind::TStringEnd => {
                let ended = self.brackets.pop().unwrap_or_default();
                self.total -= ended.operators;
            }
            TokenKind::Lambda => {
                self.level().lambdas += 1;
                self.level().operators += LAMBDA;
                self.total += LAMBDA;
            }
            TokenKind::Colon => {
                let level = self.level();
                level.lambdas = level.lambdas.saturating_sub(1);
            }
            TokenKind::Comma | TokenKind::Semi => {}
            kind if kind.is_operator() || kind.is_keyword() => {
                self.level().operators += 1;
                self.total += 1;
            }
            _ => {}
        }
    }

    fn level(&mut self) -> &mut Level {
        self.brackets.last_mut().unwrap_or(&mut self.outside)
    }
}

/// How deep the statements nest, at most.
#[derive(Default)]
struct Statements {
    /// The `elif`s of the current statement at each level of indentation but the first.
    elifs: Vec<u32>,
    outside: u32,
    total: u32,
    is_within_line: bool,
}

impl Statements {
    fn token(&mut self, kind: TokenKind) {
        match kind {
            TokenKind::Newline => self.is_within_line = false,
            TokenKind::Indent => self.elifs.push(0),
            TokenKind::Dedent => self.total -= self.elifs.pop().unwrap_or_default(),
            TokenKind::NonLogicalNewline | TokenKind::Comment => {}
            _ if self.is_within_line => {}
            _ => {
                self.is_within_line = true;
                let elifs = self.elifs.last_mut().unwrap_or(&mut self.outside);
                match kind {
                    TokenKind::Elif => {
                        *elifs += 1;
                        self.total += 1;
                    }
                    TokenKind::Else => {}
                    _ => self.total -= std::mem::take(elifs),
                }
            }
        }
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
        for (text, expected) in [
            ("(".repeat(5000), "nested parentheses"),
            ("f\"{".repeat(5000), "nested parentheses"),
            ("x = f\"{1:".to_owned() + &"{1:".repeat(5000), "nested parentheses"),
            (format!("x = {}1", "- ".repeat(5000)), "operators"),
            (format!("x = {}1", "not ".repeat(5000)), "operators"),
            (format!("x = f{}", "()".repeat(5000)), "operators"),
            (format!("x = f{}", "[0, 1]".repeat(5000)), "operators"),
            (format!("x = f{}", ".a".repeat(5000)), "operators"),
            (format!("x = {}1", "lambda a, b: ".repeat(5000)), "operators"),
            (format!("x = {}1", "lambda a=".repeat(5000)), "operators"),
            (format!("x = {}1", "lambda a=lambda: 1, b=".repeat(5000)), "operators"),
            (format!("x = {}1", "lambda a, ".repeat(5000)), "operators"),
            (format!("if 1:\n p\n{}", "elif 1:\n p\n".repeat(5000)), "`elif`s"),
            ("# long\n".repeat(100_000), "longer"),
        ] {
            let message = refused(text);
            assert!(message.contains(expected), "{expected}: {message}");
        }
    }

    #[test]
    fn what_stands_beside_each_other_does_not_nest() {
        for text in [
            format!("x = {}1{}\n", "(".repeat(100), ")".repeat(100)),
            format!("x = [{}]\n", "-1, ".repeat(5000)),
            format!("x = {{{}}}\n", "(1 + 2): f(3), ".repeat(5000)),
            format!("x = f\"{}\"\n", "{a}{b}-".repeat(5000)),
            format!("x = [{}]\n", "lambda a, b=1: a, ".repeat(5000)),
            format!("x = 1 + 2; {}\n", "y = f(3); ".repeat(5000)),
            format!("if 1:\n p\nelif 1:\n p\n{}", "if 1:\n p\nelif 1:\n p\n".repeat(1000)),
        ] {
            assert_eq!(check(&Source::new(text.clone())), Ok(()), "{text:.40}");
        }
    }
}
