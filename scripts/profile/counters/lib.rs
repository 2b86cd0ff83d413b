//! Only there so that cargo compiles minicov's C.
#![no_std]

pub use minicov;
