//! The patterns of a `match`.

use super::source::Span;
use super::tree::{Expr, Name, Stmt};

/// `case pattern if guard: body`
#[derive(Clone, Debug, PartialEq)]
pub struct Case {
    /// What the subject must look like.
    pub pattern: Pattern,
    /// What must hold besides.
    pub guard: Option<Expr>,
    /// What is done then.
    pub body: Vec<Stmt>,
}

/// A pattern and where it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Pattern {
    /// Where.
    pub span: Span,
    /// What.
    pub kind: PatternKind,
}

/// The kinds of patterns.
#[derive(Clone, Debug, PartialEq)]
pub enum PatternKind {
    /// `12`, `colour.RED`: what is equal to it.
    Value(Expr),
    /// `None`, `True`, `False`: itself.
    Singleton(Expr),
    /// `pattern as name`, `name`, `_`: whatever it is if there is no pattern.
    Capture(Option<Box<Pattern>>, Option<Name>),
    /// `[a, b]`, `(a, *b)`
    Sequence {
        /// A starred one is a capture.
        items: Vec<Pattern>,
        /// Which one is starred.
        star: Option<usize>,
    },
    /// `{key: pattern, **rest}`
    Mapping {
        /// What must be there, and what it must look like.
        pairs: Vec<(Expr, Pattern)>,
        /// Gets a dict of the others.
        rest: Option<Name>,
    },
    /// `class(pattern, name=pattern)`
    Class {
        /// The class.
        class: Expr,
        /// Attributes that `__match_args__` names.
        items: Vec<Pattern>,
        /// Others.
        keywords: Vec<(Name, Pattern)>,
    },
    /// `a | b`
    Or(Vec<Pattern>),
}

impl Pattern {
    /// The names that it binds, each once.
    pub fn names(&self) -> Vec<&Name> {
        let mut names = Vec::new();
        self.for_each(&mut |pattern| names.extend(pattern.own_name()));
        let mut known = std::collections::HashSet::new();
        names.retain(|name| known.insert(&name.id));
        names
    }

    /// Visits it and those inside of it, in the order of the source; of alternatives the first one only,
    /// since all bind the same names.
    pub fn for_each<'p>(&'p self, visit: &mut dyn FnMut(&'p Self)) {
        match &self.kind {
            PatternKind::Capture(Some(inner), _) => inner.for_each(visit),
            PatternKind::Sequence { items, .. } => {
                items.iter().for_each(|item| item.for_each(visit));
            }
            PatternKind::Mapping { pairs, .. } => {
                pairs.iter().for_each(|(_, item)| item.for_each(visit));
            }
            PatternKind::Class { items, keywords, .. } => {
                let keywords = keywords.iter().map(|(_, item)| item);
                items.iter().chain(keywords).for_each(|item| item.for_each(visit));
            }
            PatternKind::Or(alternatives) => {
                alternatives.iter().take(1).for_each(|first| first.for_each(visit));
            }
            PatternKind::Value(_) | PatternKind::Singleton(_) | PatternKind::Capture(None, _) => {}
        }
        visit(self);
    }

    /// The name that it binds itself.
    pub fn own_name(&self) -> Option<&Name> {
        match &self.kind {
            PatternKind::Capture(_, name) | PatternKind::Mapping { rest: name, .. } => {
                name.as_ref()
            }
            _ => None,
        }
    }

    /// The expressions in it.
    pub fn exprs(&self) -> Vec<&Expr> {
        let mut exprs = Vec::new();
        self.collect(&mut exprs);
        exprs
    }

    fn collect<'p>(&'p self, exprs: &mut Vec<&'p Expr>) {
        match &self.kind {
            PatternKind::Value(value) | PatternKind::Singleton(value) => exprs.push(value),
            PatternKind::Capture(inner, _) => {
                inner.iter().for_each(|inner| inner.collect(exprs));
            }
            PatternKind::Sequence { items, .. } | PatternKind::Or(items) => {
                items.iter().for_each(|item| item.collect(exprs));
            }
            PatternKind::Mapping { pairs, .. } => {
                exprs.extend(pairs.iter().map(|(key, _)| key));
                pairs.iter().for_each(|(_, item)| item.collect(exprs));
            }
            PatternKind::Class { class, items, keywords } => {
                exprs.push(class);
                let keywords = keywords.iter().map(|(_, item)| item);
                items.iter().chain(keywords).for_each(|item| item.collect(exprs));
            }
        }
    }
}
