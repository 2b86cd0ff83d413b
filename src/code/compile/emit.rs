//! The code of one function while it grows: registers, labels, places.

use super::Compiler;
use super::assigned::Assigned;
use super::expr::literal;
use crate::code::module::{Function, Location};
use crate::code::op::{Op, Reg, Target};
use crate::lang::tree::FunctionDef;
use crate::lang::{Problem, Scope, Span, function_scope};

/// Registers are numbered by a byte.
const MAX_REGISTERS: usize = 256;

/// A place that is jumped to before it is known.
#[derive(Default)]
pub(super) struct Label {
    jumps: Vec<usize>,
}

/// The loop around the current statement.
#[derive(Default)]
pub(super) struct Loop {
    pub(super) on_break: Label,
    pub(super) on_continue: Label,
    /// What holds behind the loop, from its `break`s.
    pub(super) after_breaks: Option<Assigned>,
}

pub(super) struct Emitter<'a> {
    pub(super) compiler: &'a mut Compiler,
    /// `None` in the module's body, whose names are all global.
    pub(super) scope: Option<Scope>,
    pub(super) loops: Vec<Loop>,
    pub(super) assigned: Assigned,
    /// Marks the instructions of an augmented assignment's operator.
    pub(super) augmented: bool,
    function: Function,
    code: Vec<Op>,
    locations: Vec<Location>,
    /// Locals that are read where they may be unbound.
    unbound: Vec<Reg>,
    /// The first register that is not in use.
    next: usize,
    span: Span,
}

impl<'a> Emitter<'a> {
    pub(super) fn module(compiler: &'a mut Compiler) -> Self {
        Self::new(compiler, "<module>", None, Assigned::first(0))
    }

    pub(super) fn function(compiler: &'a mut Compiler, def: &FunctionDef) -> Result<Self, Problem> {
        let scope = function_scope(def);
        if scope.locals.len() > MAX_REGISTERS {
            return Err(Problem::new(def.name.span, "this function has too many local variables"));
        }
        let assigned = Assigned::first(def.parameters.len());
        let mut emitter = Self::new(compiler, &def.name.id, None, assigned);
        let names = def.parameters.iter().map(|parameter| parameter.name.id.clone());
        emitter.function.parameters = names.collect();
        let defaults = def.parameters.iter().filter_map(|parameter| parameter.default.as_ref());
        emitter.function.defaults = defaults.map(literal).collect();
        emitter.function.locals.clone_from(&scope.locals);
        emitter.next = scope.locals.len();
        emitter.function.registers = to_u16(emitter.next);
        emitter.scope = Some(scope);
        Ok(emitter)
    }

    fn new(
        compiler: &'a mut Compiler,
        name: &str,
        scope: Option<Scope>,
        assigned: Assigned,
    ) -> Self {
        let function = Function {
            name: name.to_owned(),
            parameters: Vec::new(),
            defaults: Vec::new(),
            locals: Vec::new(),
            registers: 0,
            code: Box::default(),
            locations: Box::default(),
        };
        Self {
            compiler,
            scope,
            loops: Vec::new(),
            assigned,
            augmented: false,
            function,
            code: Vec::new(),
            locations: Vec::new(),
            unbound: Vec::new(),
            next: 0,
            span: Span::default(),
        }
    }

    /// Fills in the body, and ends it with `return None`.
    pub(super) fn finish_with(
        mut self,
        body: impl FnOnce(&mut Self) -> Result<(), Problem>,
    ) -> Result<Function, Problem> {
        body(&mut self)?;
        self.emit(Op::ReturnNone {});
        self.unbind_at_entry();
        let mut function = self.function;
        function.code = self.code.into();
        function.locations = self.locations.into();
        Ok(function)
    }

    /// Puts `Unbind` before everything else, for the locals that need it.
    fn unbind_at_entry(&mut self) {
        let shift = self.unbound.len();
        if shift == 0 {
            return;
        }
        for op in &mut self.code {
            if let Some(target) = op.target_mut() {
                target.0 += u32::try_from(shift).unwrap_or(u32::MAX);
            }
        }
        let location = self.locations[0];
        let unbinds = self.unbound.drain(..).map(|local| Op::Unbind { local });
        self.code.splice(0..0, unbinds);
        self.locations.splice(0..0, std::iter::repeat_n(location, shift));
    }

    pub(super) fn name(&self) -> &str {
        &self.function.name
    }

    /// The node that the next instructions come from; returns the one before.
    pub(super) fn at(&mut self, span: Span) -> Span {
        std::mem::replace(&mut self.span, span)
    }

    pub(super) fn span(&self) -> Span {
        self.span
    }

    pub(super) fn emit(&mut self, op: Op) {
        self.code.push(op);
        self.locations.push(Location { span: self.span, augmented: self.augmented });
    }

    /// The register of a local variable; `None` if the name is global here.
    pub(super) fn local(&self, name: &str) -> Option<Reg> {
        let at = self.scope.as_ref()?.locals.iter().position(|local| local == name)?;
        Some(reg(at))
    }

    pub(super) fn is_local(&self, reg: Reg) -> bool {
        usize::from(reg.0) < self.function.locals.len()
    }

    pub(super) fn is_last_temporary(&self, reg: Reg) -> bool {
        !self.is_local(reg) && usize::from(reg.0) + 1 == self.next
    }

    /// Checks a local that may be unbound here.
    pub(super) fn check_bound(&mut self, local: Reg) {
        if !self.assigned.contains(local) {
            self.emit(Op::CheckBound { local });
            if !self.unbound.contains(&local) {
                self.unbound.push(local);
            }
            self.assigned.insert(local);
        }
    }

    /// Takes `count` registers in a row.
    pub(super) fn temporaries(&mut self, count: usize) -> Result<Reg, Problem> {
        let first = self.next;
        self.next += count;
        if count == 0 {
            return Ok(Reg(0));
        }
        if self.next > MAX_REGISTERS {
            let text = "this function has too many variables and intermediate values";
            return Err(Problem::new(self.span, text));
        }
        self.function.registers = self.function.registers.max(to_u16(self.next));
        Ok(reg(first))
    }

    pub(super) fn temporary(&mut self) -> Result<Reg, Problem> {
        self.temporaries(1)
    }

    /// Runs `work` and gives back the registers that it took.
    pub(super) fn with_temporaries<T>(
        &mut self,
        work: impl FnOnce(&mut Self) -> Result<T, Problem>,
    ) -> Result<T, Problem> {
        let next = self.next;
        let result = work(self);
        self.next = next;
        result
    }

    /// Where the next instruction will stand.
    pub(super) fn here(&self) -> Target {
        Target(u32::try_from(self.code.len()).unwrap_or(u32::MAX))
    }

    /// A jump to a label, whose target is filled in when the label is bound.
    pub(super) fn jump(&mut self, label: &mut Label, op: impl FnOnce(Target) -> Op) {
        label.jumps.push(self.code.len());
        self.emit(op(Target(u32::MAX)));
    }

    /// Makes a label's jumps come here.
    pub(super) fn bind(&mut self, label: Label) {
        let here = self.here();
        for jump in label.jumps {
            if let Some(target) = self.code[jump].target_mut() {
                *target = here;
            }
        }
    }
}

fn reg(at: usize) -> Reg {
    Reg(u8::try_from(at).expect("the number of registers is checked where they are taken"))
}

fn to_u16(count: usize) -> u16 {
    u16::try_from(count).expect("at most 256 registers")
}
