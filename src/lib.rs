//! GIL playground.
pub mod models;
pub mod experiment;
