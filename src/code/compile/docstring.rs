//! Docstrings without their margin, as since CPython 3.13 (`_PyCompile_CleanDoc`).

/// Takes away what all lines but the first are indented by, and the first one's own indentation.
pub(super) fn without_margin(docstring: &str) -> String {
    let text = with_spaces(docstring);
    let (first, rest) = text.split_once('\n').unwrap_or((&text, ""));
    let indentation = |line: &str| line.len() - line.trim_start_matches(' ').len();
    let lines = || rest.split('\n');
    let margin = lines().filter(|line| indentation(line) < line.len()).map(indentation).min();
    let mut clean = first.trim_start_matches(' ').to_owned();
    if text.contains('\n') {
        for line in lines() {
            clean.push('\n');
            clean.push_str(&line[indentation(line).min(margin.unwrap_or(0))..]);
        }
    }
    clean
}

/// As `str.expandtabs()` does it.
fn with_spaces(text: &str) -> String {
    const TAB: usize = 8;
    let (mut spaced, mut column) = (String::with_capacity(text.len()), 0);
    for c in text.chars() {
        match c {
            '\t' => {
                let spaces = TAB - column % TAB;
                spaced.extend(std::iter::repeat_n(' ', spaces));
                column += spaces;
            }
            '\n' | '\r' => {
                spaced.push(c);
                column = 0;
            }
            _ => {
                spaced.push(c);
                column += 1;
            }
        }
    }
    spaced
}

#[cfg(test)]
mod tests {
    use super::without_margin;

    #[test]
    fn what_all_lines_begin_with_is_taken_away() {
        for (docstring, clean) in [
            ("", ""),
            ("  one line  ", "one line  "),
            ("first\n    second\n      third\n    ", "first\nsecond\n  third\n"),
            ("\n    a\n\n  b\n", "\n  a\n\nb\n"),
            ("a\n\tb\n        c", "a\nb\nc"),
            ("a\nb\n  c", "a\nb\n  c"),
            ("a\n   \n", "a\n   \n"),
        ] {
            assert_eq!(without_margin(docstring), clean, "{docstring:?}");
        }
    }
}
