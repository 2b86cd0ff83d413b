//! GIL playground: the same small Python program under several concurrency models, on the cores of
//! this machine.
//!
//! A CPython is *a memory policy and a lock policy around the same eval loop*, and so is each model
//! here. [`lang`] reads Python, [`code`] compiles it to bytecode, [`vm`] executes that, [`sched`] runs
//! its threads, [`experiment`] measures, and [`web`] is the only part that knows the browser. Each
//! module uses only those before it.
//!
//! What runs once for a program, or a report, and is large may be small: `optimize(size)`. The speed
//! of what a program does comes first everywhere else.

#![feature(optimize_attribute)]

#[cfg(any(target_arch = "wasm32", test))]
mod allocator;
pub mod code;
pub mod experiment;
pub mod lang;
pub mod sched;
pub mod trace;
pub mod vm;
#[cfg(target_arch = "wasm32")]
pub mod web;
