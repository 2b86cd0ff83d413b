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

/// Is it a digit of a decimal system (`str.isdecimal`)? Of the many there are, those that programs
/// come across: Latin, Arabic, Persian, Devanagari, Bengali, Thai, and full-width ones.
pub(super) fn is_decimal(c: char) -> bool {
    matches!(
        c,
        '0'..='9' | '٠'..='٩' | '۰'..='۹' | '०'..='९' | '০'..='৯' | '๐'..='๙' | '０'..='９'
    )
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
