//! `str.format` (`Objects/stringlib/unicode_format.h`).

use super::Result;
use super::pieces::{self, Conversion, Piece};
use crate::vm::chars;
use crate::vm::error::Error;
use crate::vm::heap::Heap;
use crate::vm::int;
use crate::vm::interpreter::Interpreter;
use crate::vm::machine::Machine;
use crate::vm::memory::Memory;
use crate::vm::native::{Args, Control};
use crate::vm::special::Special;
use crate::vm::subscript;
use crate::vm::types::Type;
use crate::vm::value::Value;

/// How deep fields may stand in the format of another field.
const DEEPEST: usize = 2;

/// `text.format(…)`, with the text as first argument.
pub(in crate::vm) fn call<M: Memory>(
    machine: &mut Machine<M>,
    args: &Args<'_, M>,
) -> Result<Value<M>> {
    filled(machine, args, None)
}

/// `text.format_map(mapping)`
pub(in crate::vm) fn call_with_mapping<M: Memory>(
    machine: &mut Machine<M>,
    args: &Args<'_, M>,
) -> Result<Value<M>> {
    let (_, rest) = args.receiver(Type::Str, "format_map")?;
    let [mapping] = rest.exactly("str.format_map")?;
    filled(machine, args, Some(mapping))
}

fn filled<M: Memory>(
    machine: &mut Machine<M>,
    args: &Args<'_, M>,
    mapping: Option<&Value<M>>,
) -> Result<Value<M>> {
    let template = args.values.first().and_then(Value::as_str).unwrap_or_default();
    let mut fields = Fields { machine, args, mapping, numbering: None, next: 0 };
    match fields.fill(template, DEEPEST) {
        Ok(all) => pieces::finish(machine, all, pieces::JOINED),
        Err(Failure::Error(error)) => Err(error),
        Err(Failure::NoKey(key)) => Err(machine.throw(Type::KeyError, vec![key])),
    }
}

/// Why a field could not be filled.
pub(super) enum Failure<M: Memory> {
    Error(Box<Error>),
    NoKey(Value<M>),
}

impl<M: Memory> From<Box<Error>> for Failure<M> {
    fn from(error: Box<Error>) -> Self {
        Self::Error(error)
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Numbering {
    Automatic,
    Manual,
}

struct Fields<'a, M: Memory> {
    machine: &'a Machine<M>,
    args: &'a Args<'a, M>,
    /// Where names are looked up instead.
    mapping: Option<&'a Value<M>>,
    numbering: Option<Numbering>,
    next: usize,
}

/// A field, taken apart.
struct Field<'a> {
    name: &'a str,
    conversion: Option<char>,
    spec: &'a str,
}

impl<M: Memory> Fields<'_, M> {
    fn fill(
        &mut self,
        template: &str,
        depth: usize,
    ) -> std::result::Result<Vec<Piece<M>>, Failure<M>> {
        if depth == 0 {
            return Err(Error::value_error("Max string recursion exceeded").into());
        }
        let mut pieces = Vec::new();
        let mut rest = template;
        while let Some(at) = rest.find(['{', '}']) {
            let (text, braces) = rest.split_at(at);
            let (brace, behind) = braces.split_at(1);
            if behind.starts_with(brace) {
                pieces.push(Piece::Text([text, brace].concat()));
                rest = &behind[1..];
                continue;
            }
            if brace == "}" || behind.is_empty() {
                return Err(Error::value_error(format!(
                    "Single '{brace}' encountered in format string"
                ))
                .into());
            }
            pieces.push(Piece::Text(text.to_owned()));
            let (field, behind) = split_field(behind)?;
            pieces.push(self.field(&field, depth)?);
            rest = behind;
        }
        pieces.push(Piece::Text(rest.to_owned()));
        Ok(pieces)
    }

    fn field(
        &mut self,
        field: &Field<'_>,
        depth: usize,
    ) -> std::result::Result<Piece<M>, Failure<M>> {
        let (value, path) = self.value(field.name)?;
        let conversion = match field.conversion {
            None => Conversion::None,
            Some('s') => Conversion::Str,
            Some('r') => Conversion::Repr,
            Some('a') => Conversion::Ascii,
            Some(c) => {
                let message = if c > ' ' && c < '\x7f' {
                    format!("Unknown conversion specifier {c}")
                } else {
                    format!("Unknown conversion specifier \\x{:x}", u32::from(c))
                };
                return Err(Error::value_error(message).into());
            }
        };
        let mut spec = field.spec.to_owned();
        if spec.contains('{') {
            let pieces = self.fill(&spec, depth - 1)?;
            let Some(text) = pieces::join(&pieces) else {
                return Err(Error::unsupported("an instance as the format of another field").into());
            };
            spec = text;
        }
        if !path.is_empty() {
            return Ok(Piece::Within(value, path, conversion, spec));
        }
        let interpreter = &self.machine.interpreter;
        Ok(Piece::converted(interpreter, &value, conversion, &spec)?)
    }

    /// The value that a field names, or where it begins and the steps that lead to it from there.
    fn value(&mut self, name: &str) -> std::result::Result<Stepped<M>, Failure<M>> {
        let (first, path) = name.split_at(name.find(['.', '[']).unwrap_or(name.len()));
        let args = self.args;
        let number = digits(first);
        let value = if let Some(number) = number {
            let numbering = if first.is_empty() { Numbering::Automatic } else { Numbering::Manual };
            match (self.numbering.replace(numbering), numbering) {
                (Some(Numbering::Manual), Numbering::Automatic) => {
                    return Err(Error::value_error(
                        "cannot switch from manual field specification to automatic field \
                         numbering",
                    )
                    .into());
                }
                (Some(Numbering::Automatic), Numbering::Manual) => {
                    return Err(Error::value_error(
                        "cannot switch from automatic field numbering to manual field \
                         specification",
                    )
                    .into());
                }
                _ => {}
            }
            if self.mapping.is_some() {
                return Err(Error::value_error("Format string contains positional fields").into());
            }
            let index = if first.is_empty() {
                self.next += 1;
                self.next - 1
            } else {
                number.parse().map_err(|_| too_many_digits())?
            };
            let positional = args.positional().get(1..).unwrap_or_default();
            positional.get(index).cloned().ok_or_else(|| {
                Error::exception(
                    "IndexError",
                    format!("Replacement index {index} out of range for positional args tuple"),
                )
            })?
        } else if let Some(mapping) = self.mapping {
            let heap = self.machine.heap();
            let key = heap.str(first)?;
            match item(&self.machine.interpreter, heap, mapping, key.clone())? {
                Some(value) => value,
                None => return self.steps(mapping.clone(), vec![heap.tuple(vec![key])?], path),
            }
        } else {
            let mut keywords = args.by_keyword();
            let found = keywords.find(|(known, _)| *known == first);
            match found {
                Some((_, value)) => value.clone(),
                None => return Err(Failure::NoKey(self.machine.heap().str(first)?)),
            }
        };
        self.follow(value, path)
    }

    /// What a value has under `.name` and `[index]`, one after the other, as far as no code of the
    /// program is needed for it.
    fn follow(&self, value: Value<M>, path: &str) -> std::result::Result<Stepped<M>, Failure<M>> {
        let (mut value, mut rest) = (value, path);
        while !rest.is_empty() {
            let (name, behind, is_index) = split_step(rest)?;
            if name.is_empty() {
                return Err(Error::value_error("Empty attribute in format string").into());
            }
            let found = if is_index {
                item(&self.machine.interpreter, self.machine.heap(), &value, self.key(name)?)?
            } else {
                match self.machine.attribute_named(&value, name) {
                    Ok(found) => Some(found),
                    Err(error)
                        if matches!(*error, Error::Control(_))
                            || self.machine.interpreter.has_special(&value, Special::GetAttr) =>
                    {
                        None
                    }
                    Err(error) => return Err(error.into()),
                }
            };
            match found {
                Some(found) => value = found,
                None => return self.steps(value, Vec::new(), rest),
            }
            rest = behind;
        }
        Ok((value, Vec::new()))
    }

    /// The steps of a path behind those that are known.
    fn steps(
        &self,
        value: Value<M>,
        known: Vec<Value<M>>,
        path: &str,
    ) -> std::result::Result<Stepped<M>, Failure<M>> {
        let (heap, mut steps, mut rest) = (self.machine.heap(), known, path);
        while !rest.is_empty() {
            let (name, behind, is_index) = split_step(rest)?;
            let step = if is_index { heap.tuple(vec![self.key(name)?])? } else { heap.str(name)? };
            steps.push(step);
            rest = behind;
        }
        Ok((value, steps))
    }

    fn key(&self, index: &str) -> Result<Value<M>> {
        let heap = self.machine.heap();
        match digits(index) {
            Some(digits) => int::from_i64(heap, digits.parse().map_err(|_| too_many_digits())?),
            None => heap.str(index),
        }
    }
}

/// A value, and the steps from there.
type Stepped<M> = (Value<M>, Vec<Value<M>>);

/// `value[key]`, if no code of the program is needed for it.
pub(super) fn item<M: Memory>(
    interpreter: &Interpreter<M>,
    heap: &Heap<M>,
    value: &Value<M>,
    key: Value<M>,
) -> std::result::Result<Option<Value<M>>, Failure<M>> {
    match subscript::get_item(interpreter, heap, value, &key) {
        Ok(value) => Ok(Some(value)),
        Err(error) => match *error {
            Error::Control(Control::KeyError) => Err(Failure::NoKey(key)),
            Error::Control(_) => Ok(None),
            _ => Err(error.into()),
        },
    }
}

/// The digits of any decimal system as those of ASCII, if a name is made of them alone.
fn digits(name: &str) -> Option<String> {
    name.chars().map(chars::to_ascii_digit).collect()
}

fn too_many_digits() -> Box<Error> {
    Error::value_error("Too many decimal digits in format string")
}

/// Takes the first step off a path: its name or index, what follows, and whether it is an index.
fn split_step(path: &str) -> Result<(&str, &str, bool)> {
    if let Some(rest) = path.strip_prefix('.') {
        let (name, behind) = rest.split_at(rest.find(['.', '[']).unwrap_or(rest.len()));
        return Ok((name, behind, false));
    }
    let Some(rest) = path.strip_prefix('[') else {
        return Err(Error::value_error("Only '.' or '[' may follow ']' in format field specifier"));
    };
    let missing = || Error::value_error("Missing ']' in format string");
    let (index, behind) = rest.split_once(']').ok_or_else(missing)?;
    Ok((index, behind, true))
}

/// Takes a field apart behind its opening brace; what follows its closing one.
fn split_field(text: &str) -> Result<(Field<'_>, &str)> {
    let mut in_brackets = false;
    let end = text.char_indices().find(|(_, c)| match c {
        '[' => {
            in_brackets = true;
            false
        }
        ']' => {
            in_brackets = false;
            false
        }
        '{' | '}' | ':' | '!' => !in_brackets,
        _ => false,
    });
    let Some((end, stop)) = end else {
        return Err(Error::value_error("expected '}' before end of string"));
    };
    let (name, rest) = (&text[..end], &text[end + 1..]);
    match stop {
        '{' => return Err(Error::value_error("unexpected '{' in field name")),
        '}' => return Ok((Field { name, conversion: None, spec: "" }, rest)),
        _ => {}
    }
    let (mut conversion, mut rest) = (None, rest);
    if stop == '!' {
        let mut chars = rest.chars();
        let Some(c) = chars.next() else {
            return Err(Error::value_error("end of string while looking for conversion specifier"));
        };
        conversion = Some(c);
        match chars.next() {
            Some('}') => {
                return Ok((Field { name, conversion, spec: "" }, chars.as_str()));
            }
            Some(':') | None => {}
            Some(_) => {
                return Err(Error::value_error("expected ':' after conversion specifier"));
            }
        }
        rest = chars.as_str();
    }
    let mut depth = 1;
    for (at, c) in rest.char_indices() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return Ok((Field { name, conversion, spec: &rest[..at] }, &rest[at + 1..]));
        }
    }
    Err(Error::value_error("unmatched '{' in format spec"))
}
