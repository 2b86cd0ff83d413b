//! Checked syntax tree → bytecode for a register machine, and its listing.

mod compile;
mod disassemble;
mod module;
pub mod op;
mod prelude;
#[cfg(test)]
mod tests;
mod verify;

pub use compile::{compile, compile_onto, compile_text};
pub use disassemble::disassemble;
pub use module::{Constant, Function, Handler, Handling, Location, Module, Signature, Text};
pub use op::Op;
