//! `match` (PEP 634).

use std::collections::HashSet;

use ruff_python_ast as ast;

use super::super::pattern::{Case, Pattern, PatternKind};
use super::super::source::Span;
use super::super::tree::{Expr, ExprKind, Name, StmtKind};
use super::Lower;

impl Lower<'_> {
    pub(super) fn match_(&mut self, node: &ast::StmtMatch) -> Option<StmtKind> {
        let subject = self.expr(&node.subject);
        let last = node.cases.len().saturating_sub(1);
        let cases = self.all(node.cases.iter().enumerate(), |lower, (at, case)| {
            let pattern = lower.pattern(&case.pattern);
            if let Some(pattern) = pattern.as_ref().filter(|_| at < last && case.guard.is_none()) {
                lower.leaves_something(pattern)?;
            }
            let guard = lower.optional(case.guard.as_deref());
            let body = lower.body(&case.body);
            let pattern = pattern?;
            lower.binds_once(&pattern, &mut HashSet::new())?;
            Some(Case { pattern, guard: guard?, body })
        });
        Some(StmtKind::Match { subject: subject?, cases: cases? })
    }

    fn pattern(&mut self, pattern: &ast::Pattern) -> Option<Pattern> {
        let span = Span::of(pattern);
        let kind = match pattern {
            ast::Pattern::MatchValue(node) => PatternKind::Value(self.expr(&node.value)?),
            ast::Pattern::MatchSingleton(node) => {
                let kind = match node.value {
                    ast::Singleton::None => ExprKind::None,
                    ast::Singleton::True => ExprKind::Bool(true),
                    ast::Singleton::False => ExprKind::Bool(false),
                };
                PatternKind::Singleton(Expr { span, kind })
            }
            ast::Pattern::MatchSequence(node) => {
                let items = self.all(&node.patterns, Self::pattern)?;
                let is_star = |item: &ast::Pattern| matches!(item, ast::Pattern::MatchStar(_));
                let mut stars = (0..).zip(&node.patterns).filter(|(_, item)| is_star(item));
                let star = stars.next().map(|(at, _)| at);
                if stars.next().is_some() {
                    return self
                        .syntax_error(span, "multiple starred expressions in sequence pattern");
                }
                PatternKind::Sequence { items, star }
            }
            ast::Pattern::MatchStar(node) => {
                PatternKind::Capture(None, self.captured(node.name.as_ref())?)
            }
            ast::Pattern::MatchMapping(node) => {
                let pairs = node.keys.iter().zip(&node.patterns);
                let pairs = self.all(pairs, |lower, (key, pattern)| {
                    let (key, pattern) = (lower.expr(key), lower.pattern(pattern));
                    Some((key?, pattern?))
                });
                let rest = self.captured(node.rest.as_ref());
                PatternKind::Mapping { pairs: pairs?, rest: rest? }
            }
            ast::Pattern::MatchClass(node) => self.class_pattern(node)?,
            ast::Pattern::MatchAs(node) => {
                let inner = match node.pattern.as_deref() {
                    Some(inner) => Some(Box::new(self.pattern(inner)?)),
                    None => None,
                };
                PatternKind::Capture(inner, self.captured(node.name.as_ref())?)
            }
            ast::Pattern::MatchOr(node) => {
                let alternatives = self.all(&node.patterns, Self::pattern)?;
                if let [others @ .., _] = alternatives.as_slice() {
                    self.all(others, Self::leaves_something)?;
                }
                let names = |pattern: &Pattern| -> HashSet<String> {
                    pattern.names().into_iter().map(|name| name.id.clone()).collect()
                };
                if !alternatives.windows(2).all(|two| names(&two[0]) == names(&two[1])) {
                    return self.syntax_error(span, "alternative patterns bind different names");
                }
                PatternKind::Or(alternatives)
            }
        };
        Some(Pattern { span, kind })
    }

    fn class_pattern(&mut self, node: &ast::PatternMatchClass) -> Option<PatternKind> {
        let class = self.expr(&node.cls);
        let items = self.all(&node.arguments.patterns, Self::pattern);
        let mut known = HashSet::new();
        let keywords = self.all(&node.arguments.keywords, |lower, keyword| {
            let name = lower.attribute_name(&keyword.attr);
            if !known.insert(name.id.clone()) {
                let message = format!("attribute name repeated in class pattern: {}", name.id);
                return lower.syntax_error(name.span, &message);
            }
            Some((name, lower.pattern(&keyword.pattern)?))
        });
        Some(PatternKind::Class { class: class?, items: items?, keywords: keywords? })
    }

    #[expect(clippy::option_option, reason = "the outer `None` is a refusal, as everywhere here")]
    fn captured(&mut self, name: Option<&ast::Identifier>) -> Option<Option<Name>> {
        match name {
            Some(name) => self.bind(name).map(Some),
            None => Some(None),
        }
    }

    /// Others behind this one can be reached.
    fn leaves_something(&mut self, pattern: &Pattern) -> Option<()> {
        let message = match &pattern.kind {
            PatternKind::Capture(None, None) => {
                "wildcard makes remaining patterns unreachable".to_owned()
            }
            PatternKind::Capture(None, Some(name)) => {
                format!("name capture '{}' makes remaining patterns unreachable", name.id)
            }
            PatternKind::Capture(Some(inner), _) => return self.leaves_something(inner),
            _ => return Some(()),
        };
        self.syntax_error(pattern.span, &message)
    }

    fn binds_once<'p>(&mut self, pattern: &'p Pattern, known: &mut HashSet<&'p str>) -> Option<()> {
        let mut twice = None;
        pattern.for_each(&mut |pattern| {
            if let Some(name) = pattern.own_name()
                && !known.insert(&name.id)
            {
                twice.get_or_insert(name);
            }
        });
        match twice {
            Some(Name { span, id }) => {
                let message = format!("multiple assignments to name '{id}' in pattern");
                self.syntax_error(*span, &message)
            }
            None => Some(()),
        }
    }
}

/// Tells the names that a pattern binds.
pub(super) fn names_of<'p>(pattern: &'p ast::Pattern, tell: &mut dyn FnMut(&'p str)) {
    match pattern {
        ast::Pattern::MatchValue(_) | ast::Pattern::MatchSingleton(_) => {}
        ast::Pattern::MatchSequence(node) => {
            node.patterns.iter().for_each(|item| names_of(item, tell));
        }
        ast::Pattern::MatchMapping(node) => {
            node.patterns.iter().for_each(|item| names_of(item, tell));
            node.rest.iter().for_each(|name| tell(name));
        }
        ast::Pattern::MatchClass(node) => {
            let keywords = node.arguments.keywords.iter().map(|keyword| &keyword.pattern);
            let items = node.arguments.patterns.iter().chain(keywords);
            items.for_each(|item| names_of(item, tell));
        }
        ast::Pattern::MatchStar(node) => node.name.iter().for_each(|name| tell(name)),
        ast::Pattern::MatchAs(node) => {
            node.pattern.iter().for_each(|inner| names_of(inner, tell));
            node.name.iter().for_each(|name| tell(name));
        }
        ast::Pattern::MatchOr(node) => node.patterns.iter().for_each(|item| names_of(item, tell)),
    }
}
