//! Values as Python writes them.

use std::fmt::Write;

use crate::experiment::plan::Argument;

/// A string in double quotes, on one line.
pub(super) fn quoted(text: &str) -> String {
    let mut literal = String::from("\"");
    for character in text.chars() {
        match character {
            '"' | '\\' => literal.extend(['\\', character]),
            '\n' => literal.push_str("\\n"),
            '\t' => literal.push_str("\\t"),
            ' '..='~' => literal.push(character),
            // What an editor or Python's reader might not keep.
            _ if character.is_ascii() || is_invisible(character) => {
                let _ = write!(literal, "\\U{:08x}", u32::from(character));
            }
            _ => literal.push(character),
        }
    }
    literal + "\""
}

/// A long string, as readable as may be: raw between triple quotes, or else line by line.
pub(super) fn text(text: &str) -> String {
    let is_raw = !text.ends_with(['\\', '\'', '"'])
        && !text.contains(|c| c != '\n' && c != '\t' && is_invisible(c));
    let quotes = ["'''", "\"\"\""].into_iter().find(|quotes| is_raw && !text.contains(*quotes));
    if let Some(quotes) = quotes {
        // From its second character on: the first one is the line break after the quotes.
        return format!("r{quotes}\n{text}{quotes}[1:]");
    }
    let lines = text.split_inclusive('\n').map(|line| format!("    {}\n", quoted(line)));
    format!("(\n{})", lines.collect::<String>())
}

/// An argument of the task.
pub(super) fn argument(value: &Argument) -> String {
    match value {
        Argument::Bool(true) => "True".to_owned(),
        Argument::Bool(false) => "False".to_owned(),
        Argument::Int(value) => value.to_string(),
        Argument::Float(value) => format!("{value:?}"),
        Argument::Str(text) => quoted(text),
    }
}

/// What stands between the brackets of a list or a dictionary.
pub(super) fn list(items: impl Iterator<Item = String>) -> String {
    items.collect::<Vec<_>>().join(", ")
}

/// Controls, separators that some editors take for line breaks, marks that turn the direction of
/// writing, and the byte order mark.
fn is_invisible(character: char) -> bool {
    character.is_control()
        || matches!(character, '\u{200e}'..='\u{200f}' | '\u{2028}'..='\u{202e}')
        || matches!(character, '\u{2066}'..='\u{2069}' | '\u{feff}')
}
