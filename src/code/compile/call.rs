//! Calls.

use super::emit::{Body, Done, Emitter, row};
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
        let base = self.window(dst, 1 + count)?;
        let stable = if keywords.is_empty() { self.stable_callee(function)? } else { None };
        if stable.is_none() {
            self.into(function, base)?;
        }
        let values = arguments.iter().chain(keywords.iter().map(|(_, value)| value));
        for (argument, to) in values.zip(row(base, 1 + count).skip(1)) {
            self.into(argument, to)?;
        }
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
        let count = arguments.len() + keywords.len();
        let base = self.window(dst, 2 + count)?;
        self.into(object, Reg(base.0 + 1))?;
        let method = self.compiler.name(&name.id, name.span)?;
        self.emit(Op::LoadMethod { base, name: method });
        let values = arguments.iter().chain(keywords.iter().map(|(_, value)| value));
        for (argument, to) in values.zip(row(base, 2 + count).skip(2)) {
            self.into(argument, to)?;
        }
        // There is a register for each.
        let argc = u8::try_from(count).unwrap_or(u8::MAX);
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

    /// The global that is called if it is a function for good, and there already.
    fn stable_callee(&mut self, function: &Expr) -> Result<Option<GlobalId>, Problem> {
        match &function.kind {
            ExprKind::Name(name)
                if self.kind != Body::Module
                    && self.place(name) == Place::Global
                    && !is_builtin(name)
                    && self.compiler.is_stable(name)
                    && !self.function.is_hidden =>
            {
                self.global(name).map(Some)
            }
            _ => Ok(None),
        }
    }
}
