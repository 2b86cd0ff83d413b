//! `text % values` (`PyUnicode_Format` in `Objects/unicodeobject.c`), and the same with bytes on the
//! left (`_PyBytes_FormatEx` in `Objects/bytesobject.c`): in between, those are text of characters
//! up to 255.

use std::borrow::Cow;

use super::fields::{Failure, item};
use super::number;
use super::pieces::{self, Conversion, Piece};
use super::spec::{Spec, fill};
use super::{Result, format_str};
use crate::vm::error::{Error, Exceeded};
use crate::vm::heap::Heap;
use crate::vm::int::{self, Int};
use crate::vm::interpreter::Interpreter;
use crate::vm::limits::MEMORY_LIMIT;
use crate::vm::machine::Machine;
use crate::vm::memory::Memory;
use crate::vm::native::{Args, Control};
use crate::vm::object::Object;
use crate::vm::ops::Number;
use crate::vm::special::Special;
use crate::vm::types::Type;
use crate::vm::value::Value;

/// `text % values`, if that is such an operation; [`Control::Dunder`] where only [`call`] can.
pub(in crate::vm) fn operator<M: Memory>(
    interpreter: &Interpreter<M>,
    heap: &Heap<M>,
    text: &Value<M>,
    values: &Value<M>,
) -> Result<Option<Value<M>>> {
    let Some((text, is_bytes)) = template(text) else { return Ok(None) };
    match fill_in(interpreter, heap, &text, &mut Values::new(values, is_bytes)) {
        Ok(pieces) => match pieces::join(&pieces) {
            Some(text) if is_bytes => heap.bytes(latin(&text)).map(Some),
            Some(text) => heap.str(text).map(Some),
            None => Err(Error::control(Control::Dunder)),
        },
        Err(Failure::Error(error)) => Err(error),
        Err(Failure::NoKey(_)) => Err(Error::control(Control::Dunder)),
    }
}

/// The same as a call, with the text and the values as arguments.
pub(in crate::vm) fn call<M: Memory>(
    machine: &mut Machine<M>,
    args: &Args<'_, M>,
) -> Result<Value<M>> {
    let interpreter = machine.interpreter;
    let [text, values] = args.exactly("__mod__")?;
    let (text, is_bytes) = template(text).unwrap_or_default();
    match fill_in(&interpreter, machine.heap(), &text, &mut Values::new(values, is_bytes)) {
        Ok(all) if is_bytes => pieces::finish(machine, all, pieces::JOINED_BYTES),
        Ok(all) => pieces::finish(machine, all, pieces::JOINED),
        Err(Failure::Error(error)) => Err(error),
        Err(Failure::NoKey(key)) => Err(machine.throw(Type::KeyError, vec![key])),
    }
}

/// What stands on the left, and whether it is bytes.
pub(in crate::vm) fn template<M: Memory>(value: &Value<M>) -> Option<(Cow<'_, str>, bool)> {
    match value.object()? {
        Object::Str(text) => Some((text.as_str().into(), false)),
        Object::Bytes(bytes) => Some((text_of(bytes).into(), true)),
        _ => None,
    }
}

fn text_of(bytes: &[u8]) -> String {
    bytes.iter().copied().map(char::from).collect()
}

fn latin(text: &str) -> Vec<u8> {
    text.chars().filter_map(|c| u8::try_from(c).ok()).collect()
}

fn fill_in<M: Memory>(
    interpreter: &Interpreter<M>,
    heap: &Heap<M>,
    template: &str,
    values: &mut Values<'_, M>,
) -> std::result::Result<Vec<Piece<M>>, Failure<M>> {
    let mut pieces = Vec::new();
    let mut rest = template;
    while let Some(at) = rest.find('%') {
        pieces.push(Piece::Text(rest[..at].to_owned()));
        rest = &rest[at + 1..];
        if let Some(behind) = rest.strip_prefix('%') {
            pieces.push(Piece::Text("%".to_owned()));
            rest = behind;
            continue;
        }
        if rest.starts_with('(') && !values.is_mapping(interpreter) {
            return Err(Error::type_error("format requires a mapping").into());
        }
        if let Some(key) = take_key(&mut rest)? {
            values.select(interpreter, heap, key)?;
        }
        let directive = Directive::take(&mut rest, values)?;
        let key = values.asked.take();
        let value = values.next()?;
        let is_known = "srdiuoxXeEfFgGac".contains(directive.kind);
        if !(is_known || values.is_bytes && directive.kind == 'b') {
            let is_shown = values.is_bytes || matches!(directive.kind, ' '..='~');
            let kind = if is_shown { directive.kind } else { '?' };
            let behind = rest.chars().count() + 1;
            let at = template.chars().count() - behind;
            return Err(Error::value_error(format!(
                "unsupported format character '{kind}' (0x{:x}) at index {at}",
                u32::from(directive.kind)
            ))
            .into());
        }
        let piece = match key {
            None => directive.piece(interpreter, &value, values.is_bytes)?,
            Some(key) => {
                let (conversion, spec) = directive.conversion(values.is_bytes);
                Piece::Within(value, vec![heap.tuple(vec![key])?], conversion, spec)
            }
        };
        pieces.push(piece);
    }
    pieces.push(Piece::Text(rest.to_owned()));
    values.end(interpreter)?;
    Ok(pieces)
}

/// `(key)`
fn take_key<'a>(rest: &mut &'a str) -> Result<Option<&'a str>> {
    if !rest.starts_with('(') {
        return Ok(None);
    }
    let mut depth = 0;
    for (at, c) in rest.char_indices() {
        match c {
            '(' => depth += 1,
            ')' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            let key = &rest[1..at];
            *rest = &rest[at + 1..];
            return Ok(Some(key));
        }
    }
    Err(Error::value_error("incomplete format key"))
}

/// What stands behind the `%`: a tuple's items one after the other, or one value.
struct Values<'a, M: Memory> {
    all: &'a Value<M>,
    next: usize,
    /// The value of the key that was given last.
    selected: Option<Value<M>>,
    /// A key that what is selected has to be asked for.
    asked: Option<Value<M>>,
    has_keys: bool,
    /// Is this for bytes?
    is_bytes: bool,
}

impl<'a, M: Memory> Values<'a, M> {
    fn new(all: &'a Value<M>, is_bytes: bool) -> Self {
        Self { all, next: 0, selected: None, asked: None, has_keys: false, is_bytes }
    }

    fn next(&mut self) -> Result<Value<M>> {
        if let Some(value) = self.selected.take() {
            return Ok(value);
        }
        let value = match self.all.object() {
            Some(Object::Tuple(items)) => items.get(self.next).cloned(),
            _ => (self.next == 0 && !self.has_keys).then(|| self.all.clone()),
        };
        self.next += 1;
        value.ok_or_else(|| Error::type_error("not enough arguments for format string"))
    }

    fn select(
        &mut self,
        interpreter: &Interpreter<M>,
        heap: &Heap<M>,
        key: &str,
    ) -> std::result::Result<(), Failure<M>> {
        let key = if self.is_bytes { heap.bytes(latin(key)) } else { heap.str(key) }?;
        self.selected = item(interpreter, heap, self.all, key.clone())?;
        if self.selected.is_none() {
            (self.selected, self.asked) = (Some(self.all.clone()), Some(key));
        }
        self.has_keys = true;
        Ok(())
    }

    /// Can it be asked for keys (`PyMapping_Check`)?
    fn is_mapping(&self, interpreter: &Interpreter<M>) -> bool {
        match self.all.object() {
            Some(Object::Dict(_) | Object::List(_) | Object::Range(_) | Object::LongRange(_)) => {
                true
            }
            Some(Object::Bytes(_)) => !self.is_bytes,
            _ => interpreter.has_special(self.all, Special::GetItem),
        }
    }

    /// Has everything been used?
    fn end(&self, interpreter: &Interpreter<M>) -> Result<()> {
        let is_used = match self.all.object() {
            Some(Object::Tuple(items)) => self.next >= items.len(),
            _ => self.next > 0 || self.is_mapping(interpreter),
        };
        if is_used {
            return Ok(());
        }
        let kind = if self.is_bytes { "bytes" } else { "string" };
        Err(Error::type_error(format!("not all arguments converted during {kind} formatting")))
    }
}

/// What stands between a `%` and its letter.
struct Directive {
    left: bool,
    zero: bool,
    sign: Option<char>,
    alternate: bool,
    width: usize,
    precision: Option<usize>,
    kind: char,
}

impl Directive {
    fn take<M: Memory>(rest: &mut &str, values: &mut Values<'_, M>) -> Result<Self> {
        let mut directive = Self {
            left: false,
            zero: false,
            sign: None,
            alternate: false,
            width: 0,
            precision: None,
            kind: '%',
        };
        while let Some(flag) = next_if(rest, |c| matches!(c, '-' | '+' | ' ' | '#' | '0')) {
            match flag {
                '-' => directive.left = true,
                '+' => directive.sign = Some('+'),
                ' ' if directive.sign.is_none() => directive.sign = Some(' '),
                '#' => directive.alternate = true,
                '0' => directive.zero = true,
                _ => {}
            }
        }
        if let Some(width) = number(rest, values, "width")? {
            directive.left |= width < 0;
            directive.width = width.unsigned_abs();
        }
        if next_if(rest, |c| c == '.').is_some() {
            let precision = number(rest, values, "precision")?.unwrap_or(0);
            directive.precision = Some(usize::try_from(precision).unwrap_or(0));
        }
        next_if(rest, |c| matches!(c, 'h' | 'l' | 'L'));
        let Some(kind) = next_if(rest, |_| true) else {
            return Err(Error::value_error("incomplete format"));
        };
        directive.kind = kind;
        if directive.width.max(directive.precision.unwrap_or(0)) > MEMORY_LIMIT {
            return Err(Error::exceeded(Exceeded::Memory));
        }
        Ok(directive)
    }

    fn piece<M: Memory>(
        &self,
        interpreter: &Interpreter<M>,
        value: &Value<M>,
        is_bytes: bool,
    ) -> Result<Piece<M>> {
        if self.asks(interpreter, value) {
            return Ok(Piece::Value(value.clone(), Conversion::Number, self.text()));
        }
        let conversion = match self.kind {
            's' | 'b' if is_bytes => {
                let Some(Object::Bytes(bytes)) = value.plain().object() else {
                    let has = |special| interpreter.has_special(value, special);
                    if has(Special::Bytes) || value.own_class().is_some_and(|it| it.has_buffer) {
                        return Ok(Piece::Value(
                            value.clone(),
                            Conversion::Bytes,
                            self.text_spec(),
                        ));
                    }
                    return Err(Error::type_error(format!(
                        "%b requires a bytes-like object, or an object that implements __bytes__, \
                         not '{}'",
                        value.type_name()
                    )));
                };
                return format_str(&text_of(bytes), &self.text_spec()).map(Piece::Text);
            }
            's' => Conversion::Str,
            'r' if is_bytes => Conversion::Ascii,
            'r' => Conversion::Repr,
            'a' => Conversion::Ascii,
            'c' => {
                let c = if is_bytes { byte(value) } else { character(value) }?;
                return self.spec(false).pad("", c.encode_utf8(&mut [0; 4])).map(Piece::Text);
            }
            'e' | 'E' | 'f' | 'F' | 'g' | 'G' => {
                let value = match value.number() {
                    Some(Number::Float(value)) => value,
                    Some(Number::Int(value)) => value.to_float()?,
                    None => {
                        let name = value.type_name();
                        let wanted = if is_bytes {
                            "float argument required"
                        } else {
                            "must be real number"
                        };
                        return Err(Error::type_error(format!("{wanted}, not {name}")));
                    }
                };
                return number::float(value, &self.spec(true), "float").map(Piece::Text);
            }
            'i' if is_bytes => return Self { kind: 'd', ..*self }.int(value).map(Piece::Text),
            _ => return self.int(value).map(Piece::Text),
        };
        Piece::converted(interpreter, value, conversion, &self.text_spec())
    }

    /// Is it a number that the value has to be asked for?
    fn asks<M: Memory>(&self, interpreter: &Interpreter<M>, value: &Value<M>) -> bool {
        let methods: &[Special] = match self.kind {
            'd' | 'i' | 'u' => &[Special::Int, Special::Index],
            'o' | 'x' | 'X' | 'c' => &[Special::Index],
            'e' | 'E' | 'f' | 'F' | 'g' | 'G' => &[Special::Float, Special::Index],
            _ => return false,
        };
        value.own_class().is_some()
            && value.number().is_none()
            && methods.iter().any(|method| interpreter.has_special(value, *method))
    }

    /// How a value that is not known yet is shown, and in which format.
    fn conversion(&self, is_bytes: bool) -> (Conversion, String) {
        let conversion = match self.kind {
            's' | 'b' if is_bytes => Conversion::Bytes,
            's' => Conversion::Str,
            'r' if !is_bytes => Conversion::Repr,
            'r' | 'a' => Conversion::Ascii,
            _ => return (Conversion::Number, self.text()),
        };
        (conversion, self.text_spec())
    }

    /// As it could stand in the text.
    fn text(&self) -> String {
        let flags = [(self.left, "-"), (self.zero, "0"), (self.alternate, "#")];
        let flags: String = flags.iter().filter(|(is_set, _)| *is_set).map(|(_, it)| *it).collect();
        let sign = self.sign.map(String::from).unwrap_or_default();
        let width = if self.width == 0 { String::new() } else { self.width.to_string() };
        let precision = self.precision.map(|it| format!(".{it}")).unwrap_or_default();
        format!("%{flags}{sign}{width}{precision}{}", self.kind)
    }

    /// As format of a string.
    fn text_spec(&self) -> String {
        let align = if self.left { '<' } else { '>' };
        let precision = self.precision.map(|precision| format!(".{precision}"));
        let spec = format!("{align}{}{}", self.width, precision.unwrap_or_default());
        if self.width == 0 { spec.replacen('0', "", 1) } else { spec }
    }

    /// As format of a number.
    fn spec(&self, is_number: bool) -> Spec {
        let zero = self.zero && is_number && !self.left;
        Spec {
            fill: if zero { '0' } else { ' ' },
            align: match self.left {
                true => '<',
                false if zero => '=',
                false => '>',
            },
            sign: self.sign,
            no_negative_zero: false,
            alternate: self.alternate,
            width: self.width,
            separator: None,
            precision: self.precision,
            kind: self.kind,
        }
    }

    fn int<M: Memory>(&self, value: &Value<M>) -> Result<String> {
        let kind = self.kind;
        let is_decimal = matches!(kind, 'd' | 'i' | 'u');
        let big;
        let value = match value.number() {
            Some(Number::Int(value)) => value,
            Some(Number::Float(value)) if is_decimal => {
                big = super::super::float::to_int(value)?;
                Int::Big(&big)
            }
            _ => {
                let name = value.type_name();
                let wanted = if is_decimal { "a real number" } else { "an integer" };
                return Err(Error::type_error(format!(
                    "%{kind} format: {wanted} is required, not {name}"
                )));
            }
        };
        let (prefix, digits) = match kind {
            'o' => ("0o", int::radix(value, 8)),
            'x' => ("0x", int::radix(value, 16)),
            'X' => ("0X", int::radix(value, 16).to_ascii_uppercase()),
            _ => ("", number::decimal(value)?.trim_start_matches('-').to_owned()),
        };
        let mut text = String::new();
        fill(&mut text, '0', self.precision.unwrap_or(0).saturating_sub(digits.len()));
        text.push_str(&digits);
        let sign = match self.sign {
            _ if value.is_negative() => "-",
            Some('+') => "+",
            Some(_) => " ",
            None => "",
        };
        let prefix = if self.alternate { prefix } else { "" };
        self.spec(true).pad(&[sign, prefix].concat(), &text)
    }
}

/// What `%c` prints.
fn character<M: Memory>(value: &Value<M>) -> Result<char> {
    if let Some(Number::Int(value)) = value.number() {
        return number::char_of(value);
    }
    let mut chars = value.as_str().unwrap_or_default().chars();
    match (chars.next(), chars.next()) {
        (Some(c), None) => Ok(c),
        _ => Err(Error::type_error("%c requires int or char")),
    }
}

/// What `%c` puts into bytes.
fn byte<M: Memory>(value: &Value<M>) -> Result<char> {
    match (value.number(), value.object()) {
        (Some(Number::Int(number)), _) => number
            .to_i64()
            .and_then(|number| u8::try_from(number).ok())
            .map(char::from)
            .ok_or_else(|| Error::overflow("%c arg not in range(256)")),
        (_, Some(Object::Bytes(bytes))) if bytes.len() == 1 => Ok(bytes[0].into()),
        _ => Err(Error::type_error("%c requires an integer in range(256) or a single byte")),
    }
}

/// A width or a precision: digits, or `*` for the next value.
fn number<M: Memory>(
    rest: &mut &str,
    values: &mut Values<'_, M>,
    what: &str,
) -> Result<Option<isize>> {
    if next_if(rest, |c| c == '*').is_some() {
        let value = values.next()?;
        let Some(Number::Int(value)) = value.number() else {
            return Err(Error::type_error("* wants int"));
        };
        let value = value.to_i64().and_then(|value| isize::try_from(value).ok());
        return value.map(Some).ok_or_else(|| {
            let kind = if what == "width" { "ssize_t" } else { "int" };
            Error::overflow(&format!("Python int too large to convert to C {kind}"))
        });
    }
    let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let (number, behind) = rest.split_at(digits);
    *rest = behind;
    if number.is_empty() {
        return Ok(None);
    }
    number.parse().map(Some).map_err(|_| Error::value_error(format!("{what} too big")))
}

fn next_if(rest: &mut &str, wanted: impl Fn(char) -> bool) -> Option<char> {
    let c = rest.chars().next().filter(|c| wanted(*c))?;
    *rest = &rest[c.len_utf8()..];
    Some(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_taken_with_their_parentheses() {
        let mut rest = "(a(b))s";
        assert_eq!(take_key(&mut rest).expect("it is complete"), Some("a(b)"));
        assert_eq!(rest, "s");
        assert_eq!(take_key(&mut rest).expect("there is none"), None);
        assert!(take_key(&mut "(a").is_err());
    }

    #[test]
    fn flags_width_and_precision_are_taken_from_text_and_values() {
        let (mut rest, width) = ("-0+*.3lf!", Value::<crate::vm::Plain>::int16(-7));
        let mut values = Values::new(&width, false);
        let directive = Directive::take(&mut rest, &mut values).expect("it is complete");
        assert!(directive.left && directive.zero && !directive.alternate);
        assert_eq!((directive.sign, directive.width), (Some('+'), 7));
        assert_eq!((directive.precision, directive.kind, rest), (Some(3), 'f', "!"));
    }
}
