//! Variables: locals are registers, what inner functions share is in cells, the rest is global.

use super::blocks::Cleanup;
use super::emit::{Body, Done, Emitter, Label};
use crate::code::module::Constant;
use crate::code::op::{GlobalId, Op, Reg};
use crate::lang::Problem;
use crate::lang::tree::Name;

/// What asks for all variables of a function.
const LOCALS: &str = "_builtins.locals";

/// Where a variable lives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    Local(Reg),
    /// In the cell that the register holds.
    Cell(Reg),
    Global,
}

impl Emitter<'_> {
    /// Makes the cells of a function's own variables, at its entry.
    pub(super) fn make_cells(&mut self) {
        let parameters = self.function.parameters.len();
        for at in 0..self.function.locals.len() {
            match self.place(&self.function.locals[at]) {
                Place::Cell(local) => {
                    if at >= parameters {
                        self.emit(Op::Unbind { local });
                    }
                    self.emit(Op::MakeCell { local });
                }
                // The attributes of a class are the locals that its body has bound.
                Place::Local(local) if self.kind == Body::Class || self.compiler.keeps_locals => {
                    self.expect_unbound(local);
                }
                _ => {}
            }
        }
    }

    /// The register that a name can be read from as it is.
    pub(super) fn readable_local(&self, name: &str) -> Option<Reg> {
        match self.place(name) {
            Place::Local(local) if !self.may_be_global(local) && !self.is_named(local) => {
                Some(local)
            }
            _ => None,
        }
    }

    /// In a class body, a name that has not been bound yet is the module's. A comprehension's
    /// variable is bound before it is read, or it is a `NameError`.
    fn may_be_global(&self, local: Reg) -> bool {
        let is_class = self.kind == Body::Class;
        (is_class || !self.is_variable(local)) && !self.assigned.contains(local)
    }

    /// The number of a global.
    pub(super) fn global(&mut self, name: &str) -> Result<GlobalId, Problem> {
        if name == LOCALS {
            // It tells which of them have a value.
            let locals = (0..self.function.locals.len()).filter_map(|at| u8::try_from(at).ok());
            for local in locals.map(Reg) {
                if self.place(&self.function.locals[usize::from(local.0)]) == Place::Local(local) {
                    self.expect_unbound(local);
                }
            }
        }
        let span = self.span();
        self.compiler.global(name, self.function.is_hidden, span)
    }

    pub(super) fn load_name(&mut self, name: &str, dst: Reg) -> Done {
        match self.place(name) {
            Place::Local(src) if !self.may_be_global(src) => {
                self.check_bound(src);
                self.moved(src, dst);
                Ok(())
            }
            Place::Local(src) if self.is_variable(src) => self.load_class_name(name, src, dst),
            Place::Cell(cell) => {
                self.emit(Op::LoadCell { dst, cell });
                Ok(())
            }
            Place::Local(_) | Place::Global => self.load_global(name, dst),
        }
    }

    fn load_global(&mut self, name: &str, dst: Reg) -> Done {
        if self.is_in_dict(name) {
            return self.load_from_dict(name, dst);
        }
        let global = self.global(name)?;
        self.emit(Op::LoadGlobal { dst, global });
        Ok(())
    }

    /// Reads the global if the local is unbound.
    fn load_class_name(&mut self, name: &str, src: Reg, dst: Reg) -> Done {
        let exception = self.temporary()?;
        let guard = self.guarded(exception, Cleanup::None, |this| {
            this.emit(Op::CheckBound { local: src });
            Ok(())
        })?;
        let mut end = Label::default();
        self.moved(src, dst);
        self.jump(&mut end, |to| Op::Jump { to });
        self.catch(&guard);
        self.load_global(name, dst)?;
        self.bind(end);
        Ok(())
    }

    pub(super) fn store_name(&mut self, name: &Name, src: Reg) -> Done {
        match self.place(&name.id) {
            Place::Local(dst) => {
                self.moved(src, dst);
                self.assign_local(dst);
            }
            Place::Cell(cell) => self.emit(Op::StoreCell { cell, src }),
            Place::Global if self.is_in_dict(&name.id) => self.store_in_dict(name, src)?,
            Place::Global => {
                let global = self.global(&name.id)?;
                self.emit(Op::StoreGlobal { src, global });
            }
        }
        Ok(())
    }

    /// `del name`
    pub(super) fn delete_name(&mut self, name: &Name) -> Done {
        match self.place(&name.id) {
            Place::Local(local) => {
                self.check_bound(local);
                self.emit(Op::Unbind { local });
                self.tell_namespace(local);
            }
            Place::Cell(cell) => self.emit(Op::DeleteCell { cell }),
            Place::Global if self.is_in_dict(&name.id) => self.delete_from_dict(name)?,
            Place::Global => {
                let global = self.global(&name.id)?;
                self.emit(Op::DeleteGlobal { global });
            }
        }
        Ok(())
    }

    /// Unbinds the name of an `except … as name`, which may be unbound already.
    pub(super) fn unbind(&mut self, name: &Name) -> Done {
        match self.place(&name.id) {
            Place::Local(local) => {
                self.emit(Op::Unbind { local });
                self.tell_namespace(local);
                Ok(())
            }
            // As CPython does it: something to delete is put there first.
            Place::Cell(_) | Place::Global => self.with_temporaries(|this| {
                let none = this.temporary()?;
                this.constant(Constant::None, none)?;
                this.store_name(name, none)?;
                this.delete_name(name)
            }),
        }
    }
}
