//! A listing of a compiled program, for people and for golden tests.

use std::fmt::Write;

use super::module::{Function, Handling, Module};
use crate::lang::tree::FunctionKind;

/// Lists every function of a program, without the playground's own.
///
/// ```
/// use gil_playground::{code, lang};
/// let module = code::compile(lang::Source::new("x = 1 + 2\n")).unwrap();
/// assert!(code::disassemble(&module).contains("AddInt"));
/// ```
pub fn disassemble(module: &Module) -> String {
    let mut listing = String::new();
    let own = module.program();
    for (index, constant) in module.constants()[..own.constants].iter().enumerate() {
        let _ = writeln!(listing, "k{index} = {constant:?}");
    }
    for (index, global) in module.globals()[..own.globals].iter().enumerate() {
        let _ = writeln!(listing, "g{index} = {global}");
    }
    for (index, name) in module.names()[..own.names].iter().enumerate() {
        let _ = writeln!(listing, "n{index} = {name}");
    }
    for (index, keywords) in module.keywords()[..own.keywords].iter().enumerate() {
        let names: Vec<_> = keywords.iter().map(ToString::to_string).collect();
        let _ = writeln!(listing, "w{index} = {}", names.join(", "));
    }
    for (index, function) in module.functions()[..own.functions].iter().enumerate() {
        let _ = writeln!(listing, "\nf{index} = {}", header(function));
        let mut line = 0;
        for (at, (op, location)) in function.code.iter().zip(&function.locations).enumerate() {
            let position = module.source().position(location.span.start);
            let shown =
                if position.line == line { String::new() } else { position.line.to_string() };
            line = position.line;
            let _ = writeln!(listing, "{shown:>5} {at:>4}  {op}");
        }
        for handler in &function.handlers {
            let (start, end) = (handler.start, handler.end);
            let (target, exception) = (handler.target, handler.exception);
            let _ = writeln!(listing, "      @{start}..@{end} raise: {exception}, {target}");
        }
        for Handling { start, end, exception } in &function.handling {
            let _ = writeln!(listing, "      @{start}..@{end} handle: {exception}");
        }
    }
    listing
}

fn header(function: &Function) -> String {
    let (name, parameters) = (&function.name, parameters(function).join(", "));
    let mut header = format!("{name}({parameters}), {} registers", function.registers);
    if !function.free.is_empty() {
        let _ = write!(header, ", free: {}", function.free.join(", "));
    }
    header.push_str(match function.kind {
        FunctionKind::Plain => "",
        FunctionKind::Generator => ", generator",
        FunctionKind::Coroutine => ", coroutine",
        FunctionKind::AsyncGenerator => ", asynchronous generator",
    });
    header
}

/// The parameters as they would be written, without defaults.
fn parameters(function: &Function) -> Vec<String> {
    let (mut names, signature) = (function.parameters.clone(), &function.signature);
    if signature.has_keywords
        && let Some(last) = names.last_mut()
    {
        last.insert_str(0, "**");
    }
    let positional = function.positional();
    if signature.has_rest {
        let rest = names.remove(positional + signature.keyword_only.len());
        names.insert(positional, format!("*{rest}"));
    } else if !signature.keyword_only.is_empty() {
        names.insert(positional, "*".to_owned());
    }
    if signature.positional_only > 0 {
        names.insert(signature.positional_only, "/".to_owned());
    }
    names
}
