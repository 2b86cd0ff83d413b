//! GIL playground.
pub mod code;
pub mod experiment;
pub mod lang;
pub mod models;
pub mod vm;
