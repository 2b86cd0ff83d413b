//! Calls.

use super::emit::{Body, Done, Emitter};
use super::names::Place;
use crate::code::op::{GlobalId, Op, Reg};
use crate::lang::tree::{Expr, ExprKind, Name};
use crate::lang::{Problem, is_builtin};

impl Emitter<'_> {
    pub(super) fn call(
        &mut self,
        function: &Expr,
        arguments: &[Expr],
        keywords: &[(Name, Expr)],
        dst: Reg,
    ) -> Done {
        let count = arguments.len() + keywords.len();
        let Ok(argc) = u8::try_from(count) else {
            return Err(Problem::new(self.span(), "this call has too many arguments"));
        };
        if let ExprKind::Attribute(object, name) = &function.kind {
            return self.call_method((object, name), arguments, keywords, dst);
        }
        let mut window = self.window(dst)?;
        let base = self.slot(&mut window)?;
        let stable = if keywords.is_empty() { self.stable_callee(function)? } else { None };
        if stable.is_none() {
            self.into(function, base)?;
        }
        let values = arguments.iter().chain(keywords.iter().map(|(_, value)| value));
        self.fill(&mut window, values)?;
        let op = match stable {
            Some(global) => Op::CallGlobal { base, argc, global },
            None if keywords.is_empty() => Op::Call { base, argc },
            None => {
                let keywords = self.compiler.keywords(keywords)?;
                Op::CallKeywords { base, argc, keywords }
            }
        };
        self.emit(op);
        self.moved(base, dst);
        Ok(())
    }

    /// `object.name(…)`, without a bound method in between.
    fn call_method(
        &mut self,
        (object, name): (&Expr, &Name),
        arguments: &[Expr],
        keywords: &[(Name, Expr)],
        dst: Reg,
    ) -> Done {
        let mut window = self.window(dst)?;
        let base = self.slot(&mut window)?;
        let first = self.slot(&mut window)?;
        let object = self.operand_in(object, first)?;
        let method = self.compiler.name(&name.id, name.span)?;
        self.emit(Op::LoadMethod { base, object, name: method });
        let values = arguments.iter().chain(keywords.iter().map(|(_, value)| value));
        self.fill(&mut window, values)?;
        let argc = window.count() - 2;
        let op = if keywords.is_empty() {
            Op::CallMethod { base, argc }
        } else {
            let keywords = self.compiler.keywords(keywords)?;
            Op::CallMethodKeywords { base, argc, keywords }
        };
        self.emit(op);
        self.moved(base, dst);
        Ok(())
    }

    /// The global that is called if it is the same for good, and there already: a function, or a
    /// built-in whose name the program does not bind.
    fn stable_callee(&mut self, function: &Expr) -> Result<Option<GlobalId>, Problem> {
        let ExprKind::Name(name) = &function.kind else { return Ok(None) };
        let is_stable = if is_builtin(name) {
            !self.compiler.binds(name)
        } else {
            self.kind != Body::Module && self.compiler.is_stable(name)
        };
        let is_global =
            self.place(name) == Place::Global && !self.function.is_hidden && !self.is_in_dict(name);
        if is_stable && is_global { self.global(name).map(Some) } else { Ok(None) }
    }
}
