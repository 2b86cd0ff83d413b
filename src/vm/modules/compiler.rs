//! `_compiler`: text of a program becomes a function of it, while it runs. Who runs the machine extends
//! the interpreter by it, where nobody else uses that.

use std::sync::Arc;

use crate::code::{self, Text};
use crate::lang::{Problem, Snippet, SnippetMode, Source};
use crate::vm::error::Error;
use crate::vm::int;
use crate::vm::machine::{Machine, Request};
use crate::vm::memory::Memory;
use crate::vm::native::{Args, Control, Table};
use crate::vm::ops;
use crate::vm::value::Value;

type Result<T> = std::result::Result<T, Box<Error>>;

pub(super) fn functions<M: Memory>() -> Table<M> {
    &[("build", build::<M>), ("source_of", source_of::<M>)]
}

/// `build(source, filename, mode, names, is_shown)`: a function that runs it, or what is wrong with it: a
/// message, line, column and the text of the line. Its names are those of the `program`, or are in
/// `dicts`, those of the program in `both`, and in `plain` dicts none is that of a built-in.
fn build<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [source, name, mode, names, is_shown] = args.exactly("build")?;
    if let Some(compiled) = machine.compiled.take() {
        let interpreter = machine.interpreter;
        let entry = interpreter.entry(compiled?);
        return machine.heap().function(entry, &mut [], false);
    }
    if machine.interpreter.interpreters().is_none() {
        return Err(Error::unsupported("compiling text in the program of a task"));
    }
    let text = |value: &Value<M>| value.as_str().unwrap_or_default().to_owned();
    let base = machine.interpreter.module();
    let names = names.as_str().unwrap_or_default();
    let snippet = Snippet {
        mode: match mode.as_str() {
            Some("eval") => SnippetMode::Eval,
            Some("single") => SnippetMode::Single,
            _ => SnippetMode::Exec,
        },
        is_in_dicts: names != "program",
        has_plain_builtins: names == "plain",
        imports: match names {
            "program" | "both" => base.imports().to_vec(),
            _ => Vec::new(),
        },
    };
    let source = Source::new(text(source));
    let is_shown = ops::truth(&machine.interpreter, is_shown)?;
    let written = Text { name: text(name), source: source.clone(), is_shown };
    match code::compile_text(base, written, snippet) {
        Ok(module) => {
            machine.request = Some(Request::Extend(Arc::new(module)));
            Err(Error::control(Control::Block))
        }
        Err(problems) => wrong(machine, &source, &problems),
    }
}

/// The text of a file that something was compiled from, or `None`.
fn source_of<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [name] = args.exactly("source_of")?;
    let name = name.as_str().unwrap_or_default();
    let mut texts = machine.interpreter.module().texts().iter().rev();
    let text = texts.find(|text| text.name == name);
    text.map_or(Ok(Value::NONE), |text| machine.heap().str(text.source.text()))
}

/// What is no Python is a `SyntaxError`; what is not here is refused as everywhere.
fn wrong<M: Memory>(
    machine: &Machine<M>,
    source: &Source,
    problems: &[Problem],
) -> Result<Value<M>> {
    let Some(problem) = problems.first() else { return Ok(Value::NONE) };
    let Some(message) = problem.message.strip_prefix("SyntaxError: ") else {
        return Err(Error::unsupported(format!("text to be run: {}", problem.message)));
    };
    let (heap, place) = (machine.heap(), source.position(problem.span.start));
    heap.tuple(vec![
        heap.str(message)?,
        int::from_i64(heap, place.line.into())?,
        int::from_i64(heap, place.column.into())?,
        heap.str(format!("{}\n", source.line(place.line)))?,
    ])
}
