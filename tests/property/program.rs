//! A program as a tree of statements, so that some can be left out.

use std::fmt::Write;

/// A statement.
#[derive(Clone, Debug)]
pub(crate) enum Stmt {
    /// One line.
    Line(String),
    /// Clauses, each with its head and its body, as in `if`, `elif`, `else`.
    Block(Vec<(String, Vec<Stmt>)>),
}

impl Stmt {
    /// A statement with one clause.
    pub(crate) fn block(head: impl Into<String>, body: Vec<Stmt>) -> Self {
        Self::Block(vec![(head.into(), body)])
    }
}

/// The source.
pub(crate) fn text(program: &[Stmt]) -> String {
    let mut out = String::new();
    write(program, 0, &mut out);
    out
}

fn write(stmts: &[Stmt], indent: usize, out: &mut String) {
    let width = indent * 4;
    if stmts.is_empty() {
        let _ = writeln!(out, "{:width$}pass", "");
    }
    for stmt in stmts {
        match stmt {
            Stmt::Line(line) => {
                let _ = writeln!(out, "{:width$}{line}", "");
            }
            Stmt::Block(clauses) => {
                for (head, body) in clauses {
                    let _ = writeln!(out, "{:width$}{head}:", "");
                    write(body, indent + 1, out);
                }
            }
        }
    }
}

/// Every program with one statement or clause less, or with the body in place of a statement.
pub(crate) fn reductions(stmts: &[Stmt]) -> Vec<Vec<Stmt>> {
    let mut all = Vec::new();
    for at in 0..stmts.len() {
        let with = |middle: &[Stmt]| [&stmts[..at], middle, &stmts[at + 1..]].concat();
        all.push(with(&[]));
        if at + 1 < stmts.len() {
            all.push(stmts[..at].to_vec());
        }
        let Stmt::Block(clauses) = &stmts[at] else { continue };
        for (clause, (head, body)) in clauses.iter().enumerate() {
            all.push(with(body));
            if clauses.len() > 1 {
                let mut fewer = clauses.clone();
                fewer.remove(clause);
                all.push(with(&[Stmt::Block(fewer)]));
            }
            for body in reductions(body) {
                let mut smaller = clauses.clone();
                smaller[clause] = (head.clone(), body);
                all.push(with(&[Stmt::Block(smaller)]));
            }
        }
    }
    all
}
