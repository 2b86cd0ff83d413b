//! What Python knows of characters, by the standard library's tables where those are close.

/// Is it white space (`str.isspace`)?
pub(super) fn is_space(c: char) -> bool {
    c.is_whitespace() || ('\x1c'..='\x1f').contains(&c)
}

/// Is it shown as it is by `repr`?
pub(super) fn is_printable(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_graphic() || c == ' ';
    }
    // Behind a letter, so that a combining mark is not taken for one standing alone.
    !is_space(c) && !format!("a{c}").escape_debug().any(|c| c == '\\')
}

/// Is it a decimal digit or a superscript one (`str.isdigit`)?
pub(super) fn is_digit(c: char) -> bool {
    is_decimal(c) || matches!(c, '²' | '³' | '¹' | '⁰' | '⁴'..='⁹' | '₀'..='₉')
}

/// The zeros of decimal systems. Of the many there are, those that programs come across: Latin,
/// Arabic, Persian, Devanagari, Bengali, Thai, and full-width ones.
const ZEROS: [char; 7] = ['0', '٠', '۰', '०', '০', '๐', '０'];

/// Is it a digit of a decimal system (`str.isdecimal`)?
pub(super) fn is_decimal(c: char) -> bool {
    to_ascii_digit(c).is_some()
}

/// The Latin digit for one of any decimal system.
pub(super) fn to_ascii_digit(c: char) -> Option<char> {
    let value =
        |zero: &char| u32::from(c).checked_sub(u32::from(*zero)).filter(|value| *value < 10);
    char::from_digit(ZEROS.iter().find_map(value)?, 10)
}

/// Is it a letter (`str.isalpha`)?
pub(super) fn is_alpha(c: char) -> bool {
    c.is_alphabetic() && !c.is_numeric()
}

/// Does it end a line (`str.splitlines`)?
pub(super) fn is_line_break(c: char) -> bool {
    matches!(c, '\n'..='\r' | '\x1c'..='\x1e' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Has it a case at all?
pub(super) fn is_cased(c: char) -> bool {
    c.is_uppercase() || c.is_lowercase()
}
