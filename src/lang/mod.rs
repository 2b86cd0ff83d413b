//! Python source → checked syntax tree. The parser is a library; what it accepts is checked
//! against the supported subset here, so that nothing behind this module meets anything else.

mod advice;
mod builtins;
mod library;
mod lower;
mod nesting;
mod operators;
pub mod pattern;
mod scope;
pub mod shelf;
pub mod source;
pub mod tree;

pub use builtins::{
    MISSING, REFUSED, RELATIVE, home as builtin_home, is_module, is_supported as is_builtin,
    is_unsupported, is_unsupported_attribute, supported as builtins,
};
pub use library::Library;
pub use lower::{Snippet, SnippetMode, mangle};
pub use scope::{
    BASE, CLASS, KEYWORDS, NAMESPACE, Scope, class_scope, for_each_module_binding, function_scope,
    named,
};
pub use source::{Problem, Source, Span};

use ruff_python_parser::{
    LexicalErrorType, Mode, ParseError, ParseErrorType, ParseOptions, parse_unchecked,
};

/// At most this many problems are reported of one source.
const MAX_PROBLEMS: usize = 20;

/// Parses and checks a program.
///
/// # Errors
/// Every syntax error and every use of something unsupported, in source order.
///
/// ```
/// let source = gil_playground::lang::Source::new("x = t''\n");
/// let problems = gil_playground::lang::parse(&source).unwrap_err();
/// assert_eq!(problems[0].message, "t-strings are not supported");
/// ```
#[optimize(size)]
pub fn parse(source: &Source) -> Result<tree::Module, Vec<Problem>> {
    parse_as(source, None)
}

/// Parses and checks what a program has as text.
///
/// # Errors
/// As [`parse`].
pub fn parse_snippet(source: &Source, snippet: Snippet) -> Result<tree::Module, Vec<Problem>> {
    parse_as(source, Some(snippet))
}

fn parse_as(source: &Source, snippet: Option<Snippet>) -> Result<tree::Module, Vec<Problem>> {
    nesting::check(source).map_err(|problem| vec![problem])?;
    let parsed = parse_unchecked(source.text(), ParseOptions::from(Mode::Module));
    let mut problems: Vec<Problem> =
        parsed.errors().iter().map(|error| syntax_error(source, error)).collect();
    let module = if problems.is_empty()
        && let Some(parsed) = parsed.try_into_module()
    {
        let (module, refused) = lower::module(source, parsed.suite(), snippet);
        problems = refused;
        module
    } else {
        tree::Module::default()
    };
    if problems.is_empty() {
        return Ok(module);
    }
    problems.sort_by_cached_key(|problem| problem.span.start);
    problems.truncate(MAX_PROBLEMS);
    Err(problems)
}

fn syntax_error(source: &Source, error: &ParseError) -> Problem {
    let span = Span::from(error.location);
    match &error.error {
        ParseErrorType::Lexical(LexicalErrorType::UnicodeError) => {
            let before = source.slice(Span { start: 0, end: span.end });
            if let Some(start) = before.rfind("\\N{").filter(|at| !before[*at..].contains('\n')) {
                let start = u32::try_from(start).unwrap_or(span.start);
                let span = Span { start, end: span.end };
                return Problem::unsupported(span, "`\\N{…}` escapes are");
            }
        }
        ParseErrorType::Lexical(LexicalErrorType::OtherError(text))
            if text.starts_with("ParseIntError") =>
        {
            return Problem::new(span, "SyntaxError: invalid integer literal");
        }
        _ => {}
    }
    Problem::new(span, format!("SyntaxError: {}", error.error))
}
