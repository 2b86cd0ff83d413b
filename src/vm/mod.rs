//! Values, heap, frames and the eval loop. The machine knows no scheduler: it runs until it must
//! stop, and says why.

mod access;
mod algebra;
mod arguments;
mod attributes;
mod breaker;
mod build;
mod builtins;
mod calls;
mod chars;
mod classes;
mod codec;
mod compare;
mod continuation;
mod data;
mod dict;
mod dunder;
mod equal;
mod error;
mod eval;
mod exception;
mod float;
mod format;
mod function;
mod generator;
mod globals;
mod hash;
mod heap;
mod int;
mod interpreter;
mod iterate;
mod limits;
mod list;
mod machine;
mod make;
mod memory;
mod methods;
mod modules;
mod native;
mod object;
mod ops;
mod parse;
mod range;
mod repr;
mod set;
mod slice;
mod sort;
mod special;
mod stack;
mod subscript;
mod unwind;
mod text;
mod types;
mod value;

#[cfg(all(test, not(gil_loom)))]
mod tests;

pub use breaker::Breaker;
pub use data::Data;
pub use error::{Error, Exceeded, Exception, Raised};
pub use interpreter::Interpreter;
pub use limits::{MEMORY_LIMIT, OUTPUT_LIMIT, RECURSION_LIMIT};
pub use machine::{Machine, Stop, Wait};
pub use memory::{Memory, Plain, Shared};
pub use modules::hashlib::Work;
pub use modules::sync::Signal;
