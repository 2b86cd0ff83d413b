//! Values, heap, frames and the eval loop. The machine knows no scheduler: it runs until it must
//! stop, and says why.

mod breaker;
mod budget;
mod calls;
mod compare;
mod data;
mod error;
mod eval;
mod float;
mod format;
mod globals;
mod int;
mod interpreter;
mod machine;
mod memory;
mod object;
mod ops;
mod sleep;
mod stack;
mod value;

#[cfg(all(test, not(gil_loom)))]
mod tests;

pub use breaker::Breaker;
pub use budget::{MEMORY_LIMIT, OUTPUT_LIMIT, RECURSION_LIMIT};
pub use data::Data;
pub use error::{Error, Exceeded, Exception, Raised};
pub use interpreter::Interpreter;
pub use machine::{Machine, Stop, Wait};
pub use memory::{Memory, Plain, Shared};
