//! A listing of a compiled program, for people and for golden tests.

use std::fmt::Write;

use super::module::Module;

/// Lists every function of a program.
///
/// ```
/// use gil_playground::{code, lang};
/// let module = code::compile(lang::Source::new("x = 1 + 2\n")).unwrap();
/// assert!(code::disassemble(&module).contains("AddInt"));
/// ```
pub fn disassemble(module: &Module) -> String {
    let mut listing = String::new();
    for (index, constant) in module.constants().iter().enumerate() {
        let _ = writeln!(listing, "k{index} = {constant:?}");
    }
    for (index, global) in module.globals().iter().enumerate() {
        let _ = writeln!(listing, "g{index} = {global}");
    }
    for (index, function) in module.functions().iter().enumerate() {
        let parameters = function.parameters.join(", ");
        let (name, registers) = (&function.name, function.registers);
        let _ = writeln!(listing, "\nf{index} = {name}({parameters}), {registers} registers");
        let mut line = 0;
        for (at, (op, location)) in function.code.iter().zip(&function.locations).enumerate() {
            let position = module.source().position(location.span.start);
            let shown =
                if position.line == line { String::new() } else { position.line.to_string() };
            line = position.line;
            let _ = writeln!(listing, "{shown:>5} {at:>4}  {op}");
        }
    }
    listing
}
