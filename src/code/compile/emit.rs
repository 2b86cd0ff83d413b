//! The code of one function while it grows: registers, labels, places.

use std::collections::HashMap;

use super::Compiler;
use super::assigned::Assigned;
use super::blocks::Block;
use super::names::Place;
use crate::code::module::{Constant, Function, Handler, Handling, Location};
use crate::code::op::{Op, Reg, Target};
use crate::lang::tree::Expr;
use crate::lang::{self, Problem, Scope, Span};

pub(super) type Done = Result<(), Problem>;

/// Registers are numbered by a byte.
const MAX_REGISTERS: usize = 256;

/// A place that is jumped to before it is known.
#[derive(Default)]
pub(super) struct Label {
    jumps: Vec<usize>,
}

/// Registers in a row that are taken one by one, so that what fills one of them can use those
/// behind it.
pub(super) struct Window {
    pub(super) base: Reg,
    count: usize,
}

impl Window {
    /// How many have been taken; there are no more registers than that.
    pub(super) fn count(&self) -> u8 {
        u8::try_from(self.count).unwrap_or(u8::MAX)
    }
}

/// What kind of code this is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Body {
    Module,
    Function,
    Class,
}

pub(super) struct Emitter<'a> {
    pub(super) compiler: &'a mut Compiler,
    pub(super) kind: Body,
    pub(super) function: Function,
    /// The loops and guarded parts around the current statement.
    pub(super) blocks: Vec<Block<'a>>,
    pub(super) assigned: Assigned,
    pub(super) handlers: Vec<Handler>,
    handled: Vec<Handling>,
    /// The exception being handled here, and since which instruction.
    handling: (Option<Reg>, u32),
    /// Where each variable that is not global is.
    places: HashMap<String, Place>,
    /// The cells that functions inside can have. In a class body they are not what a name of
    /// `places` is: methods do not see its variables.
    cells: HashMap<String, Reg>,
    declared_global: Vec<String>,
    /// Locals that are deleted somewhere.
    deleted: Vec<Reg>,
    /// Locals that an expression may change while it has their values.
    named: Vec<Reg>,
    /// Locals that are read where they may be unbound.
    unbound: Vec<Reg>,
    code: Vec<Op>,
    locations: Vec<Location>,
    /// Marks the instruction of an augmented assignment's operator.
    augmented: bool,
    /// The first register that is not in use.
    next: usize,
    span: Span,
}

impl<'a> Emitter<'a> {
    /// Begins a function with the names of `scope`, of which `function.parameters` come first.
    pub(super) fn new(
        compiler: &'a mut Compiler,
        kind: Body,
        function: Function,
        scope: &Scope,
        span: Span,
    ) -> Result<Self, Problem> {
        let mut function = function;
        let locals = scope.locals.iter().filter(|name| !is_of_comprehension(name, scope));
        function.locals = locals.cloned().collect();
        function.free.clone_from(&scope.free);
        let variables = function.locals.len() + function.free.len();
        if variables > MAX_REGISTERS {
            return Err(Problem::new(span, "this function has too many variables"));
        }
        function.registers = to_u16(variables);
        let (mut places, mut cells) = (HashMap::new(), HashMap::new());
        for (at, name) in function.locals.iter().chain(&function.free).enumerate() {
            let is_cell = at >= function.locals.len() || scope.cells.contains(name);
            let place = if is_cell { Place::Cell(reg(at)) } else { Place::Local(reg(at)) };
            places.entry(name.clone()).or_insert(place);
            if is_cell {
                cells.insert(name.clone(), reg(at));
            }
        }
        let assigned = Assigned::first(function.parameters.len());
        let mut emitter = Self {
            compiler,
            kind,
            function,
            blocks: Vec::new(),
            assigned,
            handlers: Vec::new(),
            handled: Vec::new(),
            handling: (None, 0),
            places,
            cells,
            declared_global: scope.globals.clone(),
            deleted: Vec::new(),
            named: Vec::new(),
            unbound: Vec::new(),
            code: Vec::new(),
            locations: Vec::new(),
            augmented: false,
            next: variables,
            span,
        };
        emitter.make_cells();
        Ok(emitter)
    }

    /// Never counts these names as surely bound.
    pub(super) fn expect_deleted(&mut self, names: &[&str]) {
        for name in names {
            if let Place::Local(local) = self.place(name) {
                self.deleted.push(local);
                self.assigned.remove(local);
            }
        }
    }

    /// Never uses these names' registers as operands.
    pub(super) fn expect_named(&mut self, names: &[&str]) {
        for name in names {
            if let Place::Local(local) = self.place(name) {
                self.named.push(local);
            }
        }
    }

    pub(super) fn is_named(&self, local: Reg) -> bool {
        self.named.contains(&local)
    }

    /// Fills in the body and ends it.
    pub(super) fn finish_with(
        mut self,
        body: impl FnOnce(&mut Self) -> Done,
    ) -> Result<Function, Problem> {
        body(&mut self)?;
        self.emit_return(None)?;
        self.unbind_at_entry();
        let mut function = self.function;
        function.code = self.code.into();
        function.locations = self.locations.into();
        function.handlers = self.handlers.into();
        function.handling = self.handled.into();
        Ok(function)
    }

    /// Puts `Unbind` before everything else, for the locals that need it.
    fn unbind_at_entry(&mut self) {
        let parameters = self.function.parameters.len();
        self.unbound.retain(|local| usize::from(local.0) >= parameters);
        let shift = self.unbound.len();
        if shift == 0 {
            return;
        }
        let shifted = |at: &mut u32| *at += u32::try_from(shift).unwrap_or(u32::MAX);
        let targets = self.code.iter_mut().filter_map(Op::target_mut);
        targets.for_each(|target| shifted(&mut target.0));
        for Handler { start, end, target, .. } in &mut self.handlers {
            [start, end, &mut target.0].into_iter().for_each(shifted);
        }
        for Handling { start, end, .. } in &mut self.handled {
            [start, end].into_iter().for_each(shifted);
        }
        let location = self.locations[0];
        let unbinds = self.unbound.drain(..).map(|local| Op::Unbind { local });
        self.code.splice(0..0, unbinds);
        self.locations.splice(0..0, std::iter::repeat_n(location, shift));
    }

    /// The node that the next instructions come from; returns the one before.
    pub(super) fn at(&mut self, span: Span) -> Span {
        std::mem::replace(&mut self.span, span)
    }

    pub(super) fn span(&self) -> Span {
        self.span
    }

    pub(super) fn emit(&mut self, op: Op) {
        self.compiler.size += 1;
        self.code.push(op);
        // The playground's own code is not in the program's source.
        let span = if self.function.is_hidden { Span::default() } else { self.span };
        self.locations.push(Location { span, augmented: self.augmented });
    }

    /// Lets go of what a statement has left, where that is seen.
    pub(super) fn settle(&mut self) {
        if self.compiler.is_watched && self.assigned.is_reachable() {
            self.emit(Op::Settle { first: u8::try_from(self.next).unwrap_or(u8::MAX) });
        }
    }

    /// Leaves the function.
    pub(super) fn emit_return(&mut self, value: Option<Reg>) -> Done {
        if self.compiler.is_watched && !self.function.kind.is_resumable() {
            self.emit(value.map_or(Op::Settle { first: 0 }, |src| Op::Leave { src }));
        }
        let op = match value {
            Some(value) if self.function.kind.is_resumable() => Op::EndGenerator { value },
            Some(src) => Op::Return { src },
            None if self.function.kind.is_resumable() => {
                let value = self.temporary()?;
                self.constant(Constant::None, value)?;
                Op::EndGenerator { value }
            }
            None => Op::ReturnNone {},
        };
        self.emit(op);
        Ok(())
    }

    pub(super) fn handling(&self) -> Option<Reg> {
        self.handling.0
    }

    /// From here on this exception is being handled; gives the one before.
    pub(super) fn handle(&mut self, exception: Option<Reg>) -> Option<Reg> {
        let end = self.here().0;
        let (before, start) = std::mem::replace(&mut self.handling, (exception, end));
        if let Some(exception) = before
            && start < end
        {
            self.handled.push(Handling { start, end, exception });
        }
        before
    }

    /// Emits the operator of an augmented assignment.
    pub(super) fn emit_augmented(&mut self, op: Op) {
        self.augmented = true;
        self.emit(op);
        self.augmented = false;
    }

    /// Where a name lives.
    pub(super) fn place(&self, name: &str) -> Place {
        self.places.get(name).copied().unwrap_or(Place::Global)
    }

    /// Gives the variables of a comprehension registers of their own while it lasts.
    pub(super) fn bind_variables(&mut self, names: &[&str]) -> Done {
        for name in names {
            if self.place(name) == Place::Global {
                let place = Place::Local(self.temporary()?);
                self.places.insert((*name).to_owned(), place);
            }
        }
        Ok(())
    }

    pub(super) fn release_variables(&mut self, names: &[&str]) {
        for name in names {
            if matches!(self.place(name), Place::Local(local) if !self.is_variable(local)) {
                self.places.remove(*name);
            }
        }
    }

    /// The cell that a function inside has for this name.
    pub(super) fn cell(&self, name: &str) -> Option<Reg> {
        self.cells.get(name).copied()
    }

    pub(super) fn is_declared_global(&self, name: &str) -> bool {
        self.declared_global.iter().any(|known| known == name)
    }

    pub(super) fn is_variable(&self, reg: Reg) -> bool {
        usize::from(reg.0) < self.function.locals.len() + self.function.free.len()
    }

    pub(super) fn is_last_temporary(&self, reg: Reg) -> bool {
        !self.is_variable(reg) && usize::from(reg.0) + 1 == self.next
    }

    /// From here on a local surely has a value, if it is never deleted.
    pub(super) fn assign_local(&mut self, local: Reg) {
        self.assume_bound(local);
        self.tell_namespace(local);
    }

    fn assume_bound(&mut self, local: Reg) {
        if !self.deleted.contains(&local) {
            self.assigned.insert(local);
        }
    }

    /// Where a class body has the namespace that its metaclass has prepared.
    pub(super) fn namespace(&self) -> Option<Reg> {
        match self.places.get(lang::NAMESPACE) {
            Some(Place::Local(namespace)) if self.kind == Body::Class => Some(*namespace),
            _ => None,
        }
    }

    /// Hands on what a variable of a class body has become.
    pub(super) fn tell_namespace(&mut self, local: Reg) {
        if let Some(namespace) = self.namespace()
            && let Some(name) = self.function.locals.get(usize::from(local.0))
            && !name.contains('.')
        {
            self.emit(Op::Bound { namespace, local });
        }
    }

    /// A local must be unbound at entry.
    pub(super) fn expect_unbound(&mut self, local: Reg) {
        if !self.unbound.contains(&local) {
            self.unbound.push(local);
        }
    }

    /// Checks a local that may be unbound here.
    pub(super) fn check_bound(&mut self, local: Reg) {
        if !self.assigned.contains(local) {
            self.emit(Op::CheckBound { local });
            self.expect_unbound(local);
            self.assume_bound(local);
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

    /// A register with nothing in it.
    pub(super) fn unbound_temporary(&mut self) -> Result<Reg, Problem> {
        let local = self.temporary()?;
        self.emit(Op::Unbind { local });
        Ok(local)
    }

    /// Registers in a row, from `dst` on if it is the last one in use, to save a move.
    pub(super) fn window(&mut self, dst: Reg) -> Result<Window, Problem> {
        let base = if self.is_last_temporary(dst) { dst } else { self.temporary()? };
        Ok(Window { base, count: 0 })
    }

    /// Takes the next register of a window.
    pub(super) fn slot(&mut self, window: &mut Window) -> Result<Reg, Problem> {
        window.count += 1;
        if window.count == 1 { Ok(window.base) } else { self.temporary() }
    }

    /// Evaluates into the next registers of a window.
    pub(super) fn fill<'e>(
        &mut self,
        window: &mut Window,
        values: impl IntoIterator<Item = &'e Expr>,
    ) -> Done {
        for value in values {
            let to = self.slot(window)?;
            self.into(value, to)?;
        }
        Ok(())
    }

    /// `dst` itself, or a temporary in its place if it is a variable.
    pub(super) fn unless_variable(&mut self, dst: Reg) -> Result<Reg, Problem> {
        if self.is_variable(dst) { self.temporary() } else { Ok(dst) }
    }

    pub(super) fn moved(&mut self, src: Reg, dst: Reg) {
        if src != dst {
            self.emit(Op::Move { dst, src });
        }
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

    /// Jumps to a label if the code comes here at all.
    pub(super) fn jump_if_reachable(&mut self, label: &mut Label) {
        if self.assigned.is_reachable() {
            self.jump(label, |to| Op::Jump { to });
        }
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

/// The variables of comprehensions have registers only while these last, if no function inside
/// holds on to them.
fn is_of_comprehension(name: &str, scope: &Scope) -> bool {
    !name.starts_with('.') && name.contains('.') && !scope.cells.iter().any(|cell| cell == name)
}

/// `count` registers in a row, which have been taken.
pub(super) fn row(first: Reg, count: usize) -> impl Iterator<Item = Reg> {
    (usize::from(first.0)..).take(count).map(reg)
}

fn reg(at: usize) -> Reg {
    Reg(u8::try_from(at).expect("the number of registers is checked where they are taken"))
}

fn to_u16(count: usize) -> u16 {
    u16::try_from(count).expect("at most 256 registers")
}
