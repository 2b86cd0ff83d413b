//! Lists, tuples, sets, dicts and slices. Short ones are made of registers in a row, long ones
//! item by item, so that the registers never run out.

use super::constant::literal;
use super::emit::{Done, Emitter};
use crate::code::module::Constant;
use crate::code::op::{Op, Reg};
use crate::lang::Problem;
use crate::lang::tree::{Expr, ExprKind};

/// Most registers that a display takes.
const MAX_WINDOW: usize = 16;

impl Emitter<'_> {
    pub(super) fn list(&mut self, items: &[Expr], dst: Reg) -> Done {
        if items.len() <= MAX_WINDOW && !has_starred(items) {
            return self.display(items, dst, |base, count| Op::BuildList { base, count });
        }
        let list = self.unless_variable(dst)?;
        self.long_list(items, list)?;
        self.moved(list, dst);
        Ok(())
    }

    pub(super) fn tuple(&mut self, items: &[Expr], dst: Reg) -> Done {
        if items.len() <= MAX_WINDOW && !has_starred(items) {
            return self.display(items, dst, |base, count| Op::BuildTuple { base, count });
        }
        let tuple = self.unless_variable(dst)?;
        self.long_list(items, tuple)?;
        self.emit(Op::ListToTuple { dst: tuple });
        self.moved(tuple, dst);
        Ok(())
    }

    fn long_list(&mut self, items: &[Expr], list: Reg) -> Done {
        self.emit(Op::BuildList { base: list, count: 0 });
        let extend = |src| Op::ListExtend { list, src };
        self.one_by_one(items, |item| Op::ListAppend { list, item }, extend)
    }

    pub(super) fn set(&mut self, items: &[Expr], dst: Reg) -> Done {
        let set = self.unless_variable(dst)?;
        self.plain_set(items, set)?;
        // CPython keeps three and more constants as one, and copies it.
        if items.len() > 2 && items.iter().all(|item| literal(item).is_some()) {
            self.emit(Op::RemakeSet { set });
        }
        self.moved(set, dst);
        Ok(())
    }

    /// The same where CPython does not copy it, since nobody else gets it: in the head of a loop.
    pub(super) fn plain_set(&mut self, items: &[Expr], dst: Reg) -> Done {
        if items.len() <= MAX_WINDOW && !has_starred(items) {
            return self.display(items, dst, |base, count| Op::BuildSet { base, count });
        }
        let set = self.unless_variable(dst)?;
        self.emit(Op::BuildSet { base: set, count: 0 });
        let update = |src| Op::SetUpdate { set, src };
        self.one_by_one(items, |item| Op::SetAdd { set, item }, update)?;
        self.moved(set, dst);
        Ok(())
    }

    pub(super) fn dict(&mut self, pairs: &[(Expr, Expr)], dst: Reg) -> Done {
        self.dict_of(pairs.iter().map(|(key, value)| (key, value)), dst)
    }

    fn dict_of<'e>(
        &mut self,
        pairs: impl Iterator<Item = (&'e Expr, &'e Expr)> + Clone,
        dst: Reg,
    ) -> Done {
        if pairs.clone().count() <= MAX_WINDOW / 2 {
            let mut window = self.window(dst)?;
            self.fill(&mut window, pairs.flat_map(|(key, value)| [key, value]))?;
            let (base, count) = (window.base, window.count() / 2);
            self.emit(Op::BuildDict { base, count });
            self.moved(base, dst);
            return Ok(());
        }
        let dict = self.unless_variable(dst)?;
        self.emit(Op::BuildDict { base: dict, count: 0 });
        for (key, value) in pairs {
            self.with_temporaries(|this| {
                let key = this.operand(key)?;
                let value = this.operand(value)?;
                this.emit(Op::DictSet { dict, key, value });
                Ok(())
            })?;
        }
        self.moved(dict, dst);
        Ok(())
    }

    fn display(&mut self, items: &[Expr], dst: Reg, build: impl Fn(Reg, u8) -> Op) -> Done {
        let mut window = self.window(dst)?;
        self.fill(&mut window, items)?;
        self.emit(build(window.base, window.count()));
        self.moved(window.base, dst);
        Ok(())
    }

    /// Adds items to what is being made, and what is behind a `*` in its own way.
    fn one_by_one(
        &mut self,
        items: &[Expr],
        add: impl Fn(Reg) -> Op,
        extend: impl Fn(Reg) -> Op,
    ) -> Done {
        items.iter().try_for_each(|item| {
            self.with_temporaries(|this| {
                let op = match &item.kind {
                    ExprKind::Starred(iterable) => extend(this.operand(iterable)?),
                    _ => add(this.operand(item)?),
                };
                this.emit(op);
                Ok(())
            })
        })
    }

    /// A dict with `**` in it. As in CPython, pairs in a row are a dict of their own first: what they
    /// evaluate comes before what their keys raise.
    pub(super) fn dict_unpack(&mut self, pairs: &[(Option<Expr>, Expr)], dst: Reg) -> Done {
        let dict = self.unless_variable(dst)?;
        self.emit(Op::BuildDict { base: dict, count: 0 });
        for group in pairs.chunk_by(|(a, _), (b, _)| a.is_some() && b.is_some()) {
            self.with_temporaries(|this| {
                let src = if let [(None, mapping)] = group {
                    this.operand(mapping)?
                } else {
                    let src = this.temporary()?;
                    let pairs =
                        group.iter().filter_map(|(key, value)| Some((key.as_ref()?, value)));
                    this.dict_of(pairs, src)?;
                    src
                };
                this.emit(Op::DictUpdate { dict, src });
                Ok(())
            })?;
        }
        self.moved(dict, dst);
        Ok(())
    }

    pub(super) fn slice(&mut self, parts: [Option<&Expr>; 3], dst: Reg) -> Done {
        let base = self.slice_parts(parts, dst)?;
        self.emit(Op::BuildSlice { base });
        self.moved(base, dst);
        Ok(())
    }

    /// An index for the instruction that is emitted next, and for no other.
    pub(super) fn index(&mut self, index: &Expr) -> Result<Reg, Problem> {
        let ExprKind::Slice(lower, upper, step) = &index.kind else { return self.operand(index) };
        let outer = self.at(index.span);
        let dst = self.temporary()?;
        let base = self.slice_parts([lower, upper, step].map(Option::as_deref), dst)?;
        self.emit(Op::BuildSliceOnce { base });
        self.at(outer);
        Ok(base)
    }

    fn slice_parts(&mut self, parts: [Option<&Expr>; 3], dst: Reg) -> Result<Reg, Problem> {
        let mut window = self.window(dst)?;
        for part in parts {
            let to = self.slot(&mut window)?;
            match part {
                Some(part) => self.into(part, to)?,
                None => self.constant(Constant::None, to)?,
            }
        }
        Ok(window.base)
    }
}

fn has_starred(items: &[Expr]) -> bool {
    items.iter().any(Expr::is_starred)
}
