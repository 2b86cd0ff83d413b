//! A plan (what to run), its runs, and the statistics over them.
pub mod plan;
pub mod report;
