//! The names that a function deletes somewhere: by `del`, or at the end of `except … as name`.

use crate::lang::tree::{Stmt, StmtKind, Target, TargetKind};

/// The names that these statements delete, without those of inner functions and classes.
pub(super) fn deleted_names(body: &[Stmt]) -> Vec<&str> {
    let mut names = Vec::new();
    collect(body, &mut names);
    names
}

fn collect<'a>(body: &'a [Stmt], names: &mut Vec<&'a str>) {
    for stmt in body {
        match &stmt.kind {
            StmtKind::Delete(targets) => targets.iter().for_each(|target| of_target(target, names)),
            StmtKind::If { body, orelse, .. }
            | StmtKind::While { body, orelse, .. }
            | StmtKind::ForRange { body, orelse, .. }
            | StmtKind::For { body, orelse, .. } => {
                collect(body, names);
                collect(orelse, names);
            }
            StmtKind::With { body, .. } => collect(body, names),
            StmtKind::Match { cases, .. } => {
                for case in cases {
                    collect(&case.body, names);
                }
            }
            StmtKind::Try { body, handlers, orelse, finally, .. } => {
                for handler in handlers {
                    names.extend(handler.name.iter().map(|name| name.id.as_str()));
                    collect(&handler.body, names);
                }
                for part in [body, orelse, finally] {
                    collect(part, names);
                }
            }
            _ => {}
        }
    }
}

fn of_target<'a>(target: &'a Target, names: &mut Vec<&'a str>) {
    match &target.kind {
        TargetKind::Name(name) => names.push(&name.id),
        TargetKind::Tuple(targets) => targets.iter().for_each(|target| of_target(target, names)),
        _ => {}
    }
}
