//! The limits of a run.

/// Bytes that the objects of all workers of a run may take together.
pub const MEMORY_LIMIT: usize = 512 * 1024 * 1024;
/// Bytes that one task may print.
pub const OUTPUT_LIMIT: usize = 64 * 1024;
/// Deepest stack of Python calls: CPython's default (`sys.getrecursionlimit`).
pub const RECURSION_LIMIT: usize = 1000;
/// Longest whole number, in bits. Longer ones would keep one operation busy for seconds, and no
/// check comes in the middle of an operation.
pub(super) const INT_BITS_LIMIT: u64 = 1 << 24;
/// How deep containers may nest for what the playground does with them in one go (`repr`, `==`,
/// `hash`, copies): it does so on the native stack.
pub(super) const NESTING_LIMIT: usize = 200;
/// Items that a built-in asks of an iterator in one go, since nothing can interrupt it there; if
/// there are more, the prelude goes on.
pub(super) const MOST_AT_ONCE: u32 = 1 << 16;
