//! Lists, tuples, sets, dicts and slices. Short ones are made of registers in a row, long ones
//! item by item, so that the registers never run out.

use super::constant::literal;
use super::emit::{Done, Emitter};
use crate::code::module::Constant;
use crate::code::op::{Op, Reg};
use crate::lang::tree::Expr;

/// Most registers that a display takes.
const MAX_WINDOW: usize = 16;

impl Emitter<'_> {
    pub(super) fn list(&mut self, items: &[Expr], dst: Reg) -> Done {
        if items.len() <= MAX_WINDOW {
            return self.display(items, dst, |base, count| Op::BuildList { base, count });
        }
        let list = self.unless_variable(dst)?;
        self.long_list(items, list)?;
        self.moved(list, dst);
        Ok(())
    }

    pub(super) fn tuple(&mut self, items: &[Expr], dst: Reg) -> Done {
        if items.len() <= MAX_WINDOW {
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
        self.one_by_one(items, |item| Op::ListAppend { list, item })
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
        if items.len() <= MAX_WINDOW {
            return self.display(items, dst, |base, count| Op::BuildSet { base, count });
        }
        let set = self.unless_variable(dst)?;
        self.emit(Op::BuildSet { base: set, count: 0 });
        self.one_by_one(items, |item| Op::SetAdd { set, item })?;
        self.moved(set, dst);
        Ok(())
    }

    pub(super) fn dict(&mut self, pairs: &[(Expr, Expr)], dst: Reg) -> Done {
        if pairs.len() <= MAX_WINDOW / 2 {
            let mut window = self.window(dst)?;
            self.fill(&mut window, pairs.iter().flat_map(|(key, value)| [key, value]))?;
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

    fn one_by_one(&mut self, items: &[Expr], add: impl Fn(Reg) -> Op) -> Done {
        items.iter().try_for_each(|item| {
            self.with_temporaries(|this| {
                let item = this.operand(item)?;
                this.emit(add(item));
                Ok(())
            })
        })
    }

    pub(super) fn slice(&mut self, parts: [Option<&Expr>; 3], dst: Reg) -> Done {
        let mut window = self.window(dst)?;
        for part in parts {
            let to = self.slot(&mut window)?;
            match part {
                Some(part) => self.into(part, to)?,
                None => self.constant(Constant::None, to)?,
            }
        }
        let base = window.base;
        self.emit(Op::BuildSlice { base });
        self.moved(base, dst);
        Ok(())
    }
}
