//! What is assigned to and deleted.

use super::emit::{Done, Emitter, row};
use super::names::Place;
use crate::code::op::{Op, Reg};
use crate::lang::tree::{BinaryOp, Expr, ExprKind, Target, TargetKind};

impl Emitter<'_> {
    /// The register of a target that is a local variable.
    pub(super) fn target_local(&self, target: &Target) -> Option<Reg> {
        match &target.kind {
            TargetKind::Name(name) => match self.place(&name.id) {
                Place::Local(local) => Some(local),
                _ => None,
            },
            _ => None,
        }
    }

    pub(super) fn assign(&mut self, targets: &[Target], value: &Expr) -> Done {
        if let [target] = targets {
            // One local: evaluate right into it.
            if let Some(local) = self.target_local(target) {
                self.into(value, local)?;
                self.assign_local(local);
                return Ok(());
            }
            if let Some((targets, values)) = pairs(target, value) {
                return self.assign_pairs(targets, values);
            }
        }
        // Evaluate, then store from left to right. A first store must not change what is stored
        // by a second one.
        let src = if let [_] = targets {
            self.operand(value)?
        } else {
            let src = self.temporary()?;
            self.into(value, src)?;
            src
        };
        targets.iter().try_for_each(|target| self.store(target, src))
    }

    /// `a, b = b, a` without a tuple.
    fn assign_pairs(&mut self, targets: &[Target], values: &[Expr]) -> Done {
        let mut registers = Vec::with_capacity(values.len());
        for (at, value) in values.iter().enumerate() {
            let local = match &value.kind {
                ExprKind::Name(name) => self.readable_local(name),
                _ => None,
            };
            let is_kept = |local| !targets[..at].iter().any(|target| self.writes(target, local));
            registers.push(if local.is_some_and(is_kept) {
                self.operand(value)?
            } else {
                let dst = self.temporary()?;
                self.into(value, dst)?;
                dst
            });
        }
        targets.iter().zip(registers).try_for_each(|(target, src)| self.store(target, src))
    }

    /// Does a store to this target change the local?
    fn writes(&self, target: &Target, local: Reg) -> bool {
        match &target.kind {
            TargetKind::Tuple(targets) => targets.iter().any(|target| self.writes(target, local)),
            TargetKind::Starred(target) => self.writes(target, local),
            _ => self.target_local(target) == Some(local),
        }
    }

    pub(super) fn store(&mut self, target: &Target, src: Reg) -> Done {
        let outer = self.at(target.span);
        self.with_temporaries(|this| match &target.kind {
            TargetKind::Name(name) => this.store_name(name, src),
            TargetKind::Attribute(object, name) => {
                let object = this.operand(object)?;
                let name = this.compiler.name(&name.id, target.span)?;
                this.emit(Op::StoreAttr { object, src, name });
                Ok(())
            }
            TargetKind::Subscript(object, index) => {
                let object = this.operand(object)?;
                let index = this.index(index)?;
                this.emit(Op::StoreSubscr { object, index, src });
                Ok(())
            }
            TargetKind::Tuple(targets) => this.unpack(targets, src),
            TargetKind::Starred(target) => this.store(target, src),
        })?;
        self.at(outer);
        Ok(())
    }

    fn unpack(&mut self, targets: &[Target], src: Reg) -> Done {
        let is_starred = |target: &Target| matches!(target.kind, TargetKind::Starred(_));
        if let Some(base) = self.locals_in_a_row(targets, src) {
            self.emit(Op::Unpack { src, base, count: to_u8(targets.len()) });
            row(base, targets.len()).for_each(|local| self.assign_local(local));
            return Ok(());
        }
        let base = self.temporaries(targets.len())?;
        self.emit(match targets.iter().position(is_starred) {
            None => Op::Unpack { src, base, count: to_u8(targets.len()) },
            Some(before) => {
                let after = targets.len() - before - 1;
                Op::UnpackStar { src, base, before: to_u8(before), after: to_u8(after) }
            }
        });
        let items = row(base, targets.len());
        targets.iter().zip(items).try_for_each(|(target, item)| self.store(target, item))
    }

    /// The first of the targets' registers, if they are all locals in a row and do not hold the
    /// value itself.
    fn locals_in_a_row(&self, targets: &[Target], src: Reg) -> Option<Reg> {
        let base = self.target_local(targets.first()?)?;
        let in_a_row = targets.iter().zip(usize::from(base.0)..).all(|(target, at)| {
            self.target_local(target)
                .is_some_and(|local| usize::from(local.0) == at && local != src)
        });
        in_a_row.then_some(base)
    }

    /// `target op= value`: the parts of the target are evaluated once.
    pub(super) fn aug_assign(&mut self, target: &Target, op: BinaryOp, value: &Expr) -> Done {
        match &target.kind {
            TargetKind::Name(name) => {
                if let Some(local) = self.readable_local(&name.id) {
                    self.check_bound(local);
                    self.augmented(op, local, value)?;
                    self.tell_namespace(local);
                    return Ok(());
                }
                let dst = self.temporary()?;
                self.load_name(&name.id, dst)?;
                self.augmented(op, dst, value)?;
                self.store_name(name, dst)
            }
            TargetKind::Attribute(object, name) => {
                let object = self.operand(object)?;
                let dst = self.temporary()?;
                let name = self.compiler.name(&name.id, target.span)?;
                self.emit(Op::LoadAttr { dst, object, name });
                self.augmented(op, dst, value)?;
                self.emit(Op::StoreAttr { object, src: dst, name });
                Ok(())
            }
            TargetKind::Subscript(object, index) => {
                let object = self.operand(object)?;
                let index = self.operand(index)?;
                let dst = self.temporary()?;
                self.emit(Op::LoadSubscr { dst, object, index });
                self.augmented(op, dst, value)?;
                self.emit(Op::StoreSubscr { object, index, src: dst });
                Ok(())
            }
            TargetKind::Tuple(_) | TargetKind::Starred(_) => Ok(()),
        }
    }

    pub(super) fn delete(&mut self, target: &Target) -> Done {
        let outer = self.at(target.span);
        self.with_temporaries(|this| match &target.kind {
            TargetKind::Name(name) => this.delete_name(name),
            TargetKind::Attribute(object, name) => {
                let object = this.operand(object)?;
                let name = this.compiler.name(&name.id, target.span)?;
                this.emit(Op::DeleteAttr { object, name });
                Ok(())
            }
            TargetKind::Subscript(object, index) => {
                let object = this.operand(object)?;
                let index = this.operand(index)?;
                this.emit(Op::DeleteSubscr { object, index });
                Ok(())
            }
            TargetKind::Tuple(targets) => targets.iter().try_for_each(|target| this.delete(target)),
            TargetKind::Starred(_) => Ok(()),
        })?;
        self.at(outer);
        Ok(())
    }
}

/// The targets and values of `a, b = b, a`, if they stand opposite each other.
fn pairs<'a>(target: &'a Target, value: &'a Expr) -> Option<(&'a [Target], &'a [Expr])> {
    match (&target.kind, &value.kind) {
        (TargetKind::Tuple(targets), ExprKind::Tuple(values) | ExprKind::List(values))
            if targets.len() == values.len()
                && !targets.iter().any(|target| matches!(target.kind, TargetKind::Starred(_)))
                && !values.iter().any(Expr::is_starred) =>
        {
            Some((targets, values))
        }
        _ => None,
    }
}

/// There are no more registers than that.
fn to_u8(count: usize) -> u8 {
    u8::try_from(count).unwrap_or(u8::MAX)
}
