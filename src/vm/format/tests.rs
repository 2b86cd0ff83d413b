//! What CPython 3.11 prints.

use super::*;
use crate::vm::int::Int;

fn int(value: i64, spec: &str) -> String {
    let spec = Spec::parse(spec, "int", '>', 'd');
    match spec.and_then(|spec| number::whole(Int::Small(value), &spec, "int")) {
        Ok(text) => text,
        Err(error) => error.to_string(),
    }
}

fn float(value: f64, spec: &str) -> String {
    let spec = Spec::parse(spec, "float", '>', '\0');
    match spec.and_then(|spec| number::float(value, &spec, "float")) {
        Ok(text) => text,
        Err(error) => error.to_string(),
    }
}

fn str(value: &str, spec: &str) -> String {
    format_str(value, spec).unwrap_or_else(|error| error.to_string())
}

#[test]
fn whole_numbers() {
    for (value, spec, text) in [
        (1_234_567, ",", "1,234,567"),
        (1234, "010,", "00,001,234"),
        (1234, "08,", "0,001,234"),
        (-1234, "+,d", "-1,234"),
        (255, "#x", "0xff"),
        (255, "#010X", "0X000000FF"),
        (0xffff_ffff, "_x", "ffff_ffff"),
        (5, "08b", "00000101"),
        (-5, "=+6", "-    5"),
        (5, "*^7", "***5***"),
        (5, "<4", "5   "),
        (5, " ", " 5"),
        (65, "c", "A"),
        (3, ".2f", "3.00"),
        (3, "%", "300.000000%"),
        (3, ".2d", "ValueError: Precision not allowed in integer format specifier"),
        (3, "s", "ValueError: Unknown format code 's' for object of type 'int'"),
        (3, ",b", "ValueError: Cannot specify ',' with 'b'."),
        (3, "5x5", "ValueError: Invalid format specifier '5x5' for object of type 'int'"),
    ] {
        assert_eq!(int(value, spec), text, "{value}:{spec}");
    }
}

#[test]
fn floats() {
    for (value, spec, text) in [
        (1.5, "", "1.5"),
        (2.675, ".2f", "2.67"),
        (0.5, ".0f", "0"),
        (1.5, ".0f", "2"),
        (1e22, ".3f", "10000000000000000000000.000"),
        (12345.678, ",.1f", "12,345.7"),
        (12345.678, "012,.1f", "00,012,345.7"),
        (0.1, ".20f", "0.10000000000000000555"),
        (1234.5, ".3", "1.23e+03"),
        (1234.5, ".5", "1234.5"),
        (100.0, ".3", "1e+02"),
        (99.0, ".3", "99.0"),
        (1.0, "g", "1"),
        (1e-5, "g", "1e-05"),
        (0.0001, "g", "0.0001"),
        (123_456_789.0, "g", "1.23457e+08"),
        (1.0, "#g", "1.00000"),
        (1e100, ".2E", "1.00E+100"),
        (0.1234, ".1%", "12.3%"),
        (-0.0, ".1f", "-0.0"),
        (-0.04, "z.1f", "0.0"),
        (f64::INFINITY, "06", "000inf"),
        (f64::NAN, "F", "NAN"),
        (3.0, "+.1e", "+3.0e+00"),
        (1.5, "d", "ValueError: Unknown format code 'd' for object of type 'float'"),
        (1.5, ".", "ValueError: Format specifier missing precision"),
    ] {
        assert_eq!(float(value, spec), text, "{value}:{spec}");
    }
}

#[test]
fn strings() {
    for (value, spec, text) in [
        ("abc", "5", "abc  "),
        ("abc", ">5", "  abc"),
        ("abc", "^6", " abc  "),
        ("abc", "*<5", "abc**"),
        ("abc", "05", "abc00"),
        ("äbc", ".2", "äb"),
        ("abc", "=5", "ValueError: '=' alignment not allowed in string format specifier"),
        ("abc", "+", "ValueError: Sign not allowed in string format specifier"),
        ("abc", ",", "ValueError: Cannot specify ',' with 's'."),
        ("abc", "d", "ValueError: Unknown format code 'd' for object of type 'str'"),
    ] {
        assert_eq!(str(value, spec), text, "{value}:{spec}");
    }
}
