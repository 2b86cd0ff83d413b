//! Calls with `*iterable` or `**mapping` among their arguments: these are collected first.

use super::emit::{Done, Emitter};
use crate::code::module::Constant;
use crate::code::op::{Op, Reg};
use crate::lang::tree::{Expr, ExprKind, Name};

type Keyword = (Option<Name>, Expr);

impl Emitter<'_> {
    /// `function(…, *iterable, …, **mapping)`, in the order in which CPython evaluates it.
    pub(super) fn spread_call(
        &mut self,
        function: &Expr,
        arguments: &[Expr],
        keywords: &[Keyword],
        dst: Reg,
    ) -> Done {
        let mut window = self.window(dst)?;
        let base = self.slot(&mut window)?;
        let first = self.slot(&mut window)?;
        if let ExprKind::Attribute(object, name) = &function.kind {
            let object = self.operand_in(object, first)?;
            let method = self.compiler.name(&name.id, name.span)?;
            self.emit(Op::LoadMethod { base, object, name: method });
        } else {
            self.into(function, base)?;
            self.emit(Op::Unbind { local: first });
        }
        let by_position = self.slot(&mut window)?;
        let alone = match arguments {
            [Expr { kind: ExprKind::Starred(iterable), .. }] => Some(iterable),
            _ => None,
        };
        match alone {
            Some(iterable) => self.into(iterable, by_position)?,
            None => self.with_temporaries(|this| this.list(arguments, by_position))?,
        }
        let by_name = self.slot(&mut window)?;
        self.keywords(keywords, by_name, base)?;
        // What stands alone is iterated over by the call itself.
        if alone.is_some() {
            self.emit(Op::ToArguments { src: by_position, base });
        }
        self.emit(Op::CallSpread { base });
        self.moved(base, dst);
        Ok(())
    }

    /// Makes `dst` a dict of the keywords of a call of `base`; unbound if there are none.
    pub(super) fn keywords(&mut self, keywords: &[Keyword], dst: Reg, base: Reg) -> Done {
        if keywords.is_empty() {
            self.emit(Op::Unbind { local: dst });
            return Ok(());
        }
        let mut groups = keywords.chunk_by(|(a, _), (b, _)| a.is_some() && b.is_some()).peekable();
        if let Some(named) = groups.next_if(|group| group[0].0.is_some()) {
            self.named(named, dst)?;
        } else {
            self.emit(Op::BuildDict { base: dst, count: 0 });
        }
        for group in groups {
            self.with_temporaries(|this| {
                let src = this.temporary()?;
                match group {
                    [(None, mapping)] => this.into(mapping, src)?,
                    _ => this.named(group, src)?,
                }
                this.emit(Op::DictMerge { dict: dst, src, base });
                Ok(())
            })?;
        }
        Ok(())
    }

    fn named(&mut self, keywords: &[Keyword], dict: Reg) -> Done {
        self.emit(Op::BuildDict { base: dict, count: 0 });
        for (name, value) in keywords {
            let Some(name) = name else { continue };
            self.with_temporaries(|this| {
                let key = this.temporary()?;
                this.constant(Constant::Str(name.id.clone()), key)?;
                let value = this.operand(value)?;
                this.emit(Op::DictSet { dict, key, value });
                Ok(())
            })?;
        }
        Ok(())
    }
}
