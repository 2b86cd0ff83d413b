//! Checks what the machine relies on without checking it again: every operand names something that
//! exists, windows of registers lie inside the frame, and no code runs off its end.

use super::module::{Function, Module};
use super::op::{Op, Reg};

/// The sizes that operands are held against.
pub(super) struct Bounds {
    pub(super) registers: usize,
    pub(super) constants: usize,
    pub(super) globals: usize,
    pub(super) functions: usize,
    pub(super) code: usize,
}

/// Most registers a frame can have: they are numbered by a byte.
const MAX_REGISTERS: usize = 256;

/// Checks a whole program; the error names the first fault.
pub(super) fn check(module: &Module) -> Result<(), String> {
    module.functions().iter().try_for_each(|function| check_function(module, function))
}

fn check_function(module: &Module, function: &Function) -> Result<(), String> {
    let fault = |what: &str| Err(format!("{}: {what}", function.name));
    let bounds = Bounds {
        registers: usize::from(function.registers),
        constants: module.constants().len(),
        globals: module.globals().len(),
        functions: module.functions().len(),
        code: function.code.len(),
    };
    if bounds.registers > MAX_REGISTERS
        || function.locals.len() > bounds.registers
        || function.parameters.len() > function.locals.len()
        || function.defaults.len() > function.parameters.len()
    {
        return fault("wrong number of registers");
    }
    if function.locations.len() != function.code.len() {
        return fault("locations do not match the code");
    }
    for op in &function.code {
        if !op.has_valid_operands(&bounds) || !window_fits(module, *op, bounds.registers) {
            return fault(&format!("bad operand in {op}"));
        }
    }
    match function.code.last() {
        Some(Op::Return { .. } | Op::ReturnNone {} | Op::Jump { .. } | Op::JumpBack { .. }) => {
            Ok(())
        }
        _ => fault("code runs off its end"),
    }
}

/// Do the registers that an instruction uses besides its operands exist?
fn window_fits(module: &Module, op: Op, registers: usize) -> bool {
    let fits = |first: Reg, count: usize| usize::from(first.0) + count <= registers;
    match op {
        Op::RangeInit { iter } | Op::RangeNext { iter, .. } => fits(iter, 3),
        Op::Call { base, argc } | Op::CallGlobal { base, argc, .. } => {
            fits(base, 1 + usize::from(argc))
        }
        Op::MakeFunction { dst, function } => {
            let defaults = module.functions()[usize::from(function.0)].defaults.len();
            fits(dst, defaults.max(1))
        }
        _ => true,
    }
}
