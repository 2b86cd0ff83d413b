//! `match`: each pattern jumps to the next case where it does not match. What it captures stays in
//! temporaries until all of it has matched. What must look into objects is in the prelude.

use super::assigned::Assigned;
use super::emit::{Done, Emitter, Label, row};
use crate::code::module::Constant;
use crate::code::op::{Op, Reg};
use crate::lang::Problem;
use crate::lang::pattern::{Case, Pattern, PatternKind};
use crate::lang::tree::{CompareOp, Expr, Name};

const SEQUENCE: &str = ".match_sequence";
const MAPPING: &str = ".match_mapping";
const CLASS: &str = ".match_class";
/// Where it is known, the strings of a program are names of attributes.
const GETATTR: &str = ".getattr";

/// The registers of what a pattern captures.
struct Captures<'p>(Vec<(&'p Name, Reg)>);

impl Captures<'_> {
    fn of(&self, name: &Name) -> Option<Reg> {
        self.0.iter().find(|(known, _)| known.id == name.id).map(|(_, reg)| *reg)
    }
}

impl<'a> Emitter<'a> {
    #[optimize(size)]
    pub(super) fn match_(&mut self, subject: &Expr, cases: &'a [Case]) -> Done {
        let value = self.temporary()?;
        self.into(subject, value)?;
        let (mut end, mut after) = (Label::default(), Assigned::unreachable());
        for case in cases {
            let (mut next, before) = (Label::default(), self.assigned.clone());
            self.with_temporaries(|this| this.case(case, value, &mut next))?;
            self.jump_if_reachable(&mut end);
            after = after.meet(&self.assigned);
            self.assigned = if is_certain(case) { Assigned::unreachable() } else { before };
            self.bind(next);
        }
        self.bind(end);
        self.assigned = after.meet(&self.assigned);
        Ok(())
    }

    fn case(&mut self, case: &'a Case, subject: Reg, next: &mut Label) -> Done {
        let mut captures = Captures(Vec::new());
        for name in case.pattern.names() {
            captures.0.push((name, self.temporary()?));
        }
        self.pattern(&case.pattern, subject, &captures, next)?;
        for (name, src) in captures.0 {
            self.store_name(name, src)?;
        }
        if let Some(guard) = &case.guard {
            self.jump_unless(guard, next)?;
        }
        self.body(&case.body)
    }

    fn pattern(
        &mut self,
        pattern: &Pattern,
        subject: Reg,
        captures: &Captures<'_>,
        next: &mut Label,
    ) -> Done {
        let outer = self.at(pattern.span);
        self.with_temporaries(|this| match &pattern.kind {
            PatternKind::Value(value) => this.compared(CompareOp::Eq, subject, value, next),
            PatternKind::Singleton(value) => this.compared(CompareOp::Is, subject, value, next),
            PatternKind::Capture(inner, name) => {
                if let Some(inner) = inner {
                    this.pattern(inner, subject, captures, next)?;
                }
                this.captured(name.as_ref(), subject, captures);
                Ok(())
            }
            PatternKind::Sequence { items, star } => {
                this.sequence(items, *star, subject, captures, next)
            }
            PatternKind::Mapping { pairs, rest } => {
                this.mapping(pairs, rest.as_ref(), subject, captures, next)
            }
            PatternKind::Class { class, items, keywords } => {
                this.class_pattern(class, (items, keywords), subject, captures, next)
            }
            PatternKind::Or(alternatives) => {
                this.alternatives(alternatives, subject, captures, next)
            }
        })?;
        self.at(outer);
        Ok(())
    }

    fn compared(&mut self, op: CompareOp, a: Reg, value: &Expr, next: &mut Label) -> Done {
        let b = self.operand(value)?;
        let dst = self.temporary()?;
        self.emit(Op::Compare { op, dst, a, b });
        self.jump(next, |to| Op::JumpUnless { a: dst, to });
        Ok(())
    }

    fn captured(&mut self, name: Option<&Name>, src: Reg, captures: &Captures<'_>) {
        if let Some(dst) = name.and_then(|name| captures.of(name)) {
            self.emit(Op::Move { dst, src });
        }
    }

    fn sequence(
        &mut self,
        items: &[Pattern],
        star: Option<usize>,
        subject: Reg,
        captures: &Captures<'_>,
        next: &mut Label,
    ) -> Done {
        let before = self.number(star.unwrap_or(items.len()))?;
        // Without a star nothing is left over.
        let after = match star {
            Some(at) => self.number(items.len() - at - 1)?,
            None => self.none()?,
        };
        let found = self.helper(SEQUENCE, &[subject, before, after])?;
        let base = self.unpack_found(found, items.len(), next)?;
        let parts = items.iter().zip(row(base, items.len()));
        parts.into_iter().try_for_each(|(item, part)| self.pattern(item, part, captures, next))
    }

    fn mapping(
        &mut self,
        pairs: &[(Expr, Pattern)],
        rest: Option<&Name>,
        subject: Reg,
        captures: &Captures<'_>,
        next: &mut Label,
    ) -> Done {
        let keys: Vec<Expr> = pairs.iter().map(|(key, _)| key.clone()).collect();
        let keys_at = self.temporary()?;
        self.tuple(&keys, keys_at)?;
        let wants_rest = self.temporary()?;
        self.constant(Constant::Bool(rest.is_some()), wants_rest)?;
        let found = self.helper(MAPPING, &[subject, keys_at, wants_rest])?;
        let count = pairs.len() + usize::from(rest.is_some());
        let base = self.unpack_found(found, count, next)?;
        let mut parts = row(base, count);
        for ((_, pattern), part) in pairs.iter().zip(&mut parts) {
            self.pattern(pattern, part, captures, next)?;
        }
        if let Some(part) = parts.next() {
            self.captured(rest, part, captures);
        }
        Ok(())
    }

    fn class_pattern(
        &mut self,
        class: &Expr,
        (items, keywords): (&[Pattern], &[(Name, Pattern)]),
        subject: Reg,
        captures: &Captures<'_>,
        next: &mut Label,
    ) -> Done {
        let span = self.span();
        self.compiler.global(GETATTR, false, span)?;
        let class = self.operand(class)?;
        let by_position = self.number(items.len())?;
        let names = keywords.iter().map(|(name, _)| Constant::Str(name.id.clone())).collect();
        let names_at = self.temporary()?;
        self.constant(Constant::Tuple(names), names_at)?;
        let found = self.helper(CLASS, &[subject, class, by_position, names_at])?;
        let count = items.len() + keywords.len();
        let base = self.unpack_found(found, count, next)?;
        let all = items.iter().chain(keywords.iter().map(|(_, pattern)| pattern));
        let parts = all.zip(row(base, count));
        parts.into_iter().try_for_each(|(item, part)| self.pattern(item, part, captures, next))
    }

    fn alternatives(
        &mut self,
        alternatives: &[Pattern],
        subject: Reg,
        captures: &Captures<'_>,
        next: &mut Label,
    ) -> Done {
        let [others @ .., last] = alternatives else { return Ok(()) };
        let mut matched = Label::default();
        for alternative in others {
            let mut other = Label::default();
            self.pattern(alternative, subject, captures, &mut other)?;
            self.jump(&mut matched, |to| Op::Jump { to });
            self.bind(other);
        }
        self.pattern(last, subject, captures, next)?;
        self.bind(matched);
        Ok(())
    }

    /// The parts that the prelude has found, in a row; jumps if it has found none.
    fn unpack_found(&mut self, found: Reg, count: usize, next: &mut Label) -> Result<Reg, Problem> {
        self.unless_none(found, next)?;
        let base = self.temporaries(count)?;
        let count = u8::try_from(count)
            .map_err(|_| Problem::new(self.span(), "this pattern has too many parts"))?;
        if count > 0 {
            self.emit(Op::Unpack { src: found, base, count });
        }
        Ok(base)
    }

    fn number(&mut self, value: usize) -> Result<Reg, Problem> {
        let dst = self.temporary()?;
        self.emit(Op::LoadInt { dst, value: i16::try_from(value).unwrap_or(i16::MAX) });
        Ok(dst)
    }

    fn none(&mut self) -> Result<Reg, Problem> {
        let dst = self.temporary()?;
        self.constant(Constant::None, dst)?;
        Ok(dst)
    }
}

/// Does it match whatever comes?
fn is_certain(case: &Case) -> bool {
    case.guard.is_none() && is_irrefutable(&case.pattern)
}

fn is_irrefutable(pattern: &Pattern) -> bool {
    match &pattern.kind {
        PatternKind::Capture(inner, _) => inner.as_deref().is_none_or(is_irrefutable),
        PatternKind::Or(alternatives) => alternatives.last().is_some_and(is_irrefutable),
        _ => false,
    }
}
