//! Comprehensions, compiled in place: their variables have names of their own, and registers only
//! while the comprehension lasts.

use super::emit::{Done, Emitter, Label};
use super::loops::Iterable;
use super::names::Place;
use crate::code::op::{Op, Reg};
use crate::lang::tree::{Clause, ComprehensionKind, Expr, ExprKind, Target, TargetKind};

/// What each turn adds to the container.
struct Item<'a> {
    kind: ComprehensionKind,
    element: &'a Expr,
    value: Option<&'a Expr>,
    container: Reg,
}

impl Emitter<'_> {
    pub(super) fn comprehension(
        &mut self,
        kind: ComprehensionKind,
        element: &Expr,
        value: Option<&Expr>,
        clauses: &[Clause],
        dst: Reg,
    ) -> Done {
        let container = self.unless_variable(dst)?;
        let before = self.assigned.clone();
        let mut names = Vec::new();
        for clause in clauses {
            variables(&clause.target, &mut names);
        }
        self.bind_variables(&names)?;
        self.emit(match kind {
            ComprehensionKind::List => Op::BuildList { base: container, count: 0 },
            ComprehensionKind::Set => Op::BuildSet { base: container, count: 0 },
            ComprehensionKind::Dict => Op::BuildDict { base: container, count: 0 },
        });
        self.clauses(clauses, &Item { kind, element, value, container })?;
        self.release_variables(&names);
        self.assigned = before;
        self.moved(container, dst);
        Ok(())
    }

    fn clauses(&mut self, clauses: &[Clause], item: &Item<'_>) -> Done {
        let [clause, rest @ ..] = clauses else { return self.add(item) };
        let iterable = if clause.is_async {
            Iterable::Async(&clause.iter)
        } else {
            self.iterable(&clause.iter)
        };
        self.with_temporaries(|this| {
            this.each(&clause.target, iterable, |this, _| {
                let mut skip = Label::default();
                for condition in &clause.conditions {
                    this.jump_unless(condition, &mut skip)?;
                }
                this.clauses(rest, item)?;
                this.bind(skip);
                Ok(())
            })
        })
    }

    /// A call of the built-in `range` is no object here, as it is none in a `for`.
    fn iterable<'e>(&self, expr: &'e Expr) -> Iterable<'e> {
        match &expr.kind {
            ExprKind::Call { function, arguments, keywords }
                if keywords.is_empty()
                    && (1..=3).contains(&arguments.len())
                    && matches!(&function.kind, ExprKind::Name(name) if self.is_range(name)) =>
            {
                Iterable::Range(arguments, expr.span)
            }
            _ => Iterable::Value(expr),
        }
    }

    fn is_range(&self, name: &str) -> bool {
        name == "range" && self.place(name) == Place::Global && !self.compiler.binds(name)
    }

    fn add(&mut self, item: &Item<'_>) -> Done {
        let container = item.container;
        self.with_temporaries(|this| {
            let element = this.operand(item.element)?;
            let value = item.value.map(|value| this.operand(value)).transpose()?;
            this.emit(match (item.kind, value) {
                (ComprehensionKind::Dict, Some(value)) => {
                    Op::DictSet { dict: container, key: element, value }
                }
                (ComprehensionKind::Set, _) => Op::SetAdd { set: container, item: element },
                _ => Op::ListAppend { list: container, item: element },
            });
            Ok(())
        })
    }
}

fn variables<'a>(target: &'a Target, names: &mut Vec<&'a str>) {
    match &target.kind {
        TargetKind::Name(name) => names.push(&name.id),
        TargetKind::Tuple(targets) => targets.iter().for_each(|target| variables(target, names)),
        TargetKind::Starred(target) => variables(target, names),
        TargetKind::Attribute(..) | TargetKind::Subscript(..) => {}
    }
}
