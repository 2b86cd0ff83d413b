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
        let most = if matches!(self.kind, PatternKind::Or(_)) { 1 } else { usize::MAX };
        for inside in self.inside().into_iter().take(most) {
            inside.for_each(visit);
        }
        visit(self);
    }

    /// Those that it is made of.
    fn inside(&self) -> Vec<&Self> {
        match &self.kind {
            PatternKind::Value(_) | PatternKind::Singleton(_) => Vec::new(),
            PatternKind::Capture(inner, _) => inner.iter().map(AsRef::as_ref).collect(),
            PatternKind::Sequence { items, .. } | PatternKind::Or(items) => items.iter().collect(),
            PatternKind::Mapping { pairs, .. } => pairs.iter().map(|(_, item)| item).collect(),
            PatternKind::Class { items, keywords, .. } => {
                items.iter().chain(keywords.iter().map(|(_, item)| item)).collect()
            }
        }
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
        let mut exprs: Vec<_> = match &self.kind {
            PatternKind::Value(expr)
            | PatternKind::Singleton(expr)
            | PatternKind::Class { class: expr, .. } => vec![expr],
            PatternKind::Mapping { pairs, .. } => pairs.iter().map(|(key, _)| key).collect(),
            PatternKind::Capture(..) | PatternKind::Sequence { .. } | PatternKind::Or(_) => {
                Vec::new()
            }
        };
        exprs.extend(self.inside().into_iter().flat_map(Self::exprs));
        exprs
    }
}
