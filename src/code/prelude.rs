//! Built-ins that are written in Python: what calls back into the program cannot be native, since
//! a machine's frames are never on the native stack. They are compiled into every module, behind
//! the program's own functions and out of its reach.

use std::sync::OnceLock;

use crate::lang::tree::{FunctionDef, Module, StmtKind};
use crate::lang::{self, Problem, Source};

/// Miri takes minutes to compile it for each program, and its programs call none of it.
const SOURCE: &str = if cfg!(miri) {
    ""
} else {
    concat!(
        include_str!("prelude.py"),
        "\n\n",
        include_str!("asynchronous.py"),
        "\n\n",
        include_str!("groups.py"),
        "\n\n",
        include_str!("patterns.py"),
        "\n\n",
        include_str!("timsort.py")
    )
};

/// What begins the names of the prelude's functions and globals, and no name of a program.
const MARK: char = '.';

/// Its tree.
pub(super) fn tree() -> Result<&'static Module, Vec<Problem>> {
    static TREE: OnceLock<Result<Module, Vec<Problem>>> = OnceLock::new();
    TREE.get_or_init(|| lang::parse(&Source::of_library(SOURCE))).as_ref().map_err(Clone::clone)
}

/// Its functions.
pub(super) fn functions(tree: &Module) -> impl Iterator<Item = &FunctionDef> {
    tree.body.iter().filter_map(|stmt| match &stmt.kind {
        StmtKind::FunctionDef(def) => Some(def),
        _ => None,
    })
}

/// The prelude's or the interpreter's own function of this name.
pub(super) fn reserved(name: &str) -> String {
    format!("{MARK}{name}")
}

pub(super) fn is_reserved(name: &str) -> bool {
    name.starts_with(MARK)
}
