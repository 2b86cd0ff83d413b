//! What the tasks of a program share that may change: only where there is nothing of that kind can
//! each task have a memory of its own without a difference.

use std::collections::HashSet;

use crate::lang;
use crate::lang::tree::{
    ClassDef, Expr, ExprKind, FunctionDef, Stmt, StmtKind, Target, TargetKind,
};

/// Built-ins whose values never change.
const PURE: &str = "abs bool bytes chr divmod float hash hex int len oct ord pow range repr round \
    str time.monotonic time.perf_counter";

/// Looks for the first global that functions share and that may change.
#[derive(Default)]
pub(super) struct Shared {
    /// Names that the module binds to what may change.
    mutable: HashSet<String>,
    found: Option<String>,
}

impl Shared {
    pub(super) fn new(body: &[Stmt]) -> Self {
        let mut shared = Self::default();
        for name in lang::named(body) {
            shared.insert(name);
        }
        // A name may be made of one that turns out to be mutable further down.
        loop {
            let known = shared.mutable.len();
            shared.body(body);
            if shared.mutable.len() == known {
                return shared;
            }
        }
    }

    /// A function reads this global.
    pub(super) fn read(&mut self, name: &str) {
        if self.mutable.contains(name) {
            self.write(name);
        }
    }

    /// A function changes this global, or an attribute of what it is.
    pub(super) fn write(&mut self, name: &str) {
        self.found.get_or_insert_with(|| name.to_owned());
    }

    pub(super) fn found(self) -> Option<String> {
        self.found
    }

    fn body(&mut self, body: &[Stmt]) {
        for stmt in body {
            self.stmt(stmt);
        }
    }

    /// A statement of the module itself.
    fn stmt(&mut self, stmt: &Stmt) {
        match &stmt.kind {
            StmtKind::FunctionDef(def)
                if self.has_mutable_default(def) || !def.decorators.is_empty() =>
            {
                self.insert(&def.name.id);
            }
            StmtKind::ClassDef(class)
                if self.has_mutable_attribute(class) || !class.decorators.is_empty() =>
            {
                self.insert(&class.name.id);
            }
            StmtKind::Assign { targets, value } => {
                for target in targets {
                    self.assign(target, value);
                }
            }
            StmtKind::AugAssign { target, value, .. } if !self.is_immutable(value) => {
                self.target(target);
            }
            StmtKind::If { body, orelse, .. }
            | StmtKind::While { body, orelse, .. }
            | StmtKind::ForRange { body, orelse, .. } => {
                self.body(body);
                self.body(orelse);
            }
            StmtKind::For { target, body, orelse, .. } => {
                self.target(target);
                self.body(body);
                self.body(orelse);
            }
            StmtKind::Match { cases, .. } => {
                for case in cases {
                    case.pattern.names().into_iter().for_each(|name| self.insert(&name.id));
                    self.body(&case.body);
                }
            }
            StmtKind::With { target, body, .. } => {
                if let Some(target) = target {
                    self.target(target);
                }
                self.body(body);
            }
            StmtKind::Try { body, handlers, orelse, finally, .. } => {
                for handler in handlers {
                    handler.name.iter().for_each(|name| self.insert(&name.id));
                    self.body(&handler.body);
                }
                for part in [body, orelse, finally] {
                    self.body(part);
                }
            }
            _ => {}
        }
    }

    fn assign(&mut self, target: &Target, value: &Expr) {
        match (&target.kind, &value.kind) {
            (TargetKind::Tuple(targets), ExprKind::Tuple(values) | ExprKind::List(values))
                if targets.len() == values.len() && !values.iter().any(Expr::is_starred) =>
            {
                targets.iter().zip(values).for_each(|(target, value)| self.assign(target, value));
            }
            _ if self.is_immutable(value) => {}
            _ => self.target(target),
        }
    }

    fn target(&mut self, target: &Target) {
        match &target.kind {
            TargetKind::Name(name) => self.insert(&name.id),
            TargetKind::Tuple(targets) => targets.iter().for_each(|target| self.target(target)),
            TargetKind::Starred(target) => self.target(target),
            TargetKind::Attribute(..) | TargetKind::Subscript(..) => {}
        }
    }

    fn insert(&mut self, name: &str) {
        self.mutable.insert(name.to_owned());
    }

    fn has_mutable_default(&self, def: &FunctionDef) -> bool {
        let mut defaults = def.parameters.iter().filter_map(|parameter| parameter.default.as_ref());
        defaults.any(|default| !self.is_immutable(default))
    }

    fn has_mutable_attribute(&self, class: &ClassDef) -> bool {
        let mut attributes = Self { mutable: self.mutable.clone(), found: None };
        attributes.body(&class.body);
        attributes.mutable.len() > self.mutable.len()
    }

    fn is_immutable(&self, expr: &Expr) -> bool {
        let all = |values: &[Expr]| values.iter().all(|value| self.is_immutable(value));
        match &expr.kind {
            ExprKind::None
            | ExprKind::Ellipsis
            | ExprKind::Bool(_)
            | ExprKind::Int(_)
            | ExprKind::Float(_)
            | ExprKind::Str(_)
            | ExprKind::Bytes(_)
            | ExprKind::FString(_)
            | ExprKind::Compare(..)
            | ExprKind::Not(_) => true,
            ExprKind::Lambda(def) => !self.has_mutable_default(def),
            ExprKind::Name(name) => !self.mutable.contains(name),
            ExprKind::Unary(_, operand) => self.is_immutable(operand),
            ExprKind::Binary(_, left, right) => self.is_immutable(left) && self.is_immutable(right),
            ExprKind::Tuple(values) | ExprKind::And(values) | ExprKind::Or(values) => all(values),
            ExprKind::If { body, orelse, .. } => {
                self.is_immutable(body) && self.is_immutable(orelse)
            }
            ExprKind::Call { function, arguments, keywords } => {
                keywords.is_empty() && is_pure(function) && all(arguments)
            }
            _ => false,
        }
    }
}

fn is_pure(function: &Expr) -> bool {
    matches!(&function.kind, ExprKind::Name(name)
        if name.starts_with("math.") || PURE.split_ascii_whitespace().any(|pure| pure == name))
}
