//! What a program prints of times is different in every run, and no difference worth a word.

/// In place of a time.
const TIME: &str = "⏱";
/// In place of the address of an object.
const ADDRESS: &str = "0x…";
/// Behind a number, they make it a time.
const UNITS: [&str; 21] = [
    "s",
    "sec",
    "secs",
    "second",
    "seconds",
    "ms",
    "msec",
    "millisecond",
    "milliseconds",
    "us",
    "µs",
    "μs",
    "microsecond",
    "microseconds",
    "ns",
    "nanosecond",
    "nanoseconds",
    "min",
    "mins",
    "minute",
    "minutes",
];
/// A line with one of them speaks of times: its fractions are some, or ratios of them.
const WORDS: [&str; 9] = [
    "time",
    "took",
    "elapsed",
    "duration",
    "seconds",
    "speedup",
    "faster",
    "slower",
    "finished in",
];

/// A line with its times, and the addresses of objects, made equal.
pub(super) fn without_times(line: &str) -> String {
    let lower = line.to_lowercase();
    let is_about_times = WORDS.iter().any(|word| lower.contains(word));
    let mut text = String::with_capacity(line.len());
    let mut rest = line;
    while let Some(first) = rest.chars().next() {
        let is_inside = text.ends_with(|before: char| before.is_alphanumeric() || before == '_');
        if !first.is_ascii_digit() || is_inside {
            text.push(first);
            rest = &rest[first.len_utf8()..];
        } else if let Some(hex) = rest.strip_prefix("0x") {
            text.push_str(ADDRESS);
            rest = hex.trim_start_matches(|digit: char| digit.is_ascii_hexdigit());
        } else {
            let number = Number::at_start_of(rest);
            let behind = &rest[number.text.len()..];
            let unit = unit_at_start_of(behind);
            if unit > 0 || number.is_clock || (number.is_fraction && is_about_times) {
                text.push_str(TIME);
                rest = &behind[unit..];
            } else {
                text.push_str(number.text);
                rest = behind;
            }
        }
    }
    text
}

struct Number<'a> {
    text: &'a str,
    is_fraction: bool,
    /// Is it a time of day, as in `12:30:05.25`?
    is_clock: bool,
}

impl<'a> Number<'a> {
    fn at_start_of(text: &'a str) -> Self {
        let bytes = text.as_bytes();
        let is_digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
        let mut end = 0;
        let (mut has_point, mut has_exponent, mut colons) = (false, false, 0);
        while let Some(byte) = bytes.get(end) {
            match byte {
                b'0'..=b'9' | b'_' => {}
                b',' if !has_point && is_digit(end + 1) => {}
                b':' if !has_point && is_digit(end + 1) && is_digit(end + 2) => colons += 1,
                b'.' if !has_point && is_digit(end + 1) => has_point = true,
                b'e' if !has_exponent && (is_digit(end + 1) || is_digit(end + 2)) => {
                    has_exponent = true;
                    end += usize::from(matches!(bytes.get(end + 1), Some(b'-' | b'+')));
                }
                _ => break,
            }
            end += 1;
        }
        let is_fraction = has_point || has_exponent;
        Self { text: &text[..end], is_fraction, is_clock: colons >= 2 }
    }
}

/// The length of a unit of time, with the space before it; 0 if there is none.
fn unit_at_start_of(text: &str) -> usize {
    let unit = text.strip_prefix(' ').unwrap_or(text);
    let end = unit.find(|letter: char| !letter.is_alphabetic()).unwrap_or(unit.len());
    if UNITS.contains(&&unit[..end]) { text.len() - unit.len() + end } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::without_times;

    #[test]
    fn times_are_made_equal() {
        for (one, other) in [
            ("took 2.93 s", "took 987 ms"),
            ("Elapsed: 1.2345", "Elapsed: 0.9"),
            ("Finished in 0.5 second(s)", "Finished in 0.25 second(s)"),
            ("[12:30:05.25] start", "[12:31:59.5] start"),
            ("time: 5e-05", "time: 0.2"),
            ("speedup 1.94x", "speedup 1.02x"),
            ("<lock object at 0x7f00aa>", "<lock object at 0x12>"),
            ("3 workers, 0.1s", "3 workers, 12s"),
        ] {
            assert_eq!(without_times(one), without_times(other), "{one}");
        }
    }

    #[test]
    fn other_numbers_stay_what_they_are() {
        for line in ["counter = 800000", "pi is 3.14159", "Thread-1 got 5 items", "v1.5 é 1:2"] {
            assert_eq!(without_times(line), line);
        }
    }
}
