//! Checks what the machine relies on without checking it again: every operand names something that
//! exists, windows of registers lie inside the frame, exceptions are caught inside the code, no
//! code runs off its end, and generators and plain functions end as they must.

#[cfg(test)]
mod tests;

use super::module::{Function, Handling, Module};
use super::op::{Op, Operand, Reg};

/// The sizes that operands are held against.
pub(super) struct Bounds {
    pub(super) registers: usize,
    pub(super) constants: usize,
    pub(super) globals: usize,
    pub(super) functions: usize,
    pub(super) names: usize,
    pub(super) keywords: usize,
    pub(super) code: usize,
}

/// Most registers a frame can have: they are numbered by a byte.
const MAX_REGISTERS: usize = 256;

/// Checks a whole program; the error names the first fault.
/// `known` functions are right already.
pub(super) fn check(module: &Module, known: usize) -> Result<(), String> {
    if !module.keywords().iter().flatten().all(|name| usize::from(name.0) < module.names().len()) {
        return Err("a keyword without a name".to_owned());
    }
    if module.names().len() > usize::from(u16::MAX) {
        return Err("the last number of a name is kept for what is none".to_owned());
    }
    module.functions().iter().skip(known).try_for_each(|function| check_function(module, function))
}

fn check_function(module: &Module, function: &Function) -> Result<(), String> {
    let fault = |what: &str| Err(format!("{}: {what}", function.name));
    let bounds = Bounds {
        registers: usize::from(function.registers),
        constants: module.constants().len(),
        globals: module.globals().len(),
        functions: module.functions().len(),
        names: module.names().len(),
        keywords: module.keywords().len(),
        code: function.code.len(),
    };
    if bounds.registers > MAX_REGISTERS
        || function.locals.len() + function.free.len() > bounds.registers
        || function.parameters.len() > function.locals.len()
        || function.signature.without_position() > function.parameters.len()
        || function.signature.positional_only > function.positional()
        || function.defaults.len() > function.positional()
    {
        return fault("wrong number of registers");
    }
    if function.locations.len() != function.code.len() {
        return fault("locations do not match the code");
    }
    // Faults tell places, not instructions: their listing is not part of what readers download.
    for (at, op) in function.code.iter().enumerate() {
        if !op.has_valid_operands(&bounds)
            || !window_fits(module, *op, bounds.registers)
            || !names_fit(module, function, *op)
        {
            return fault(&format!("bad operand at {at}"));
        }
        if !belongs(*op, function.kind.is_resumable()) {
            return fault(&format!("instruction {at} does not belong there"));
        }
    }
    for handler in &function.handlers {
        let is_range = handler.start < handler.end && handler.end as usize <= bounds.code;
        if !is_range || !handler.target.is_valid(&bounds) || !handler.exception.is_valid(&bounds) {
            return fault("bad handler of exceptions");
        }
    }
    for Handling { start, end, exception } in &function.handling {
        if start >= end || *end as usize > bounds.code || !exception.is_valid(&bounds) {
            return fault("bad range of an exception that is being handled");
        }
    }
    if function.code.last().is_some_and(|last| falls_through(*last)) || function.code.is_empty() {
        return fault("code runs off its end");
    }
    Ok(())
}

/// Do the registers that an instruction uses besides its operands exist?
fn window_fits(module: &Module, op: Op, registers: usize) -> bool {
    let fits = |first: Reg, count: usize| usize::from(first.0) + count <= registers;
    match op {
        Op::GetIter { iter } | Op::ForIter { iter, .. } => fits(iter, 2),
        Op::Send { base, .. } | Op::Delegate { base } => fits(base, 2),
        Op::RangeInit { iter } | Op::RangeNext { iter, .. } => fits(iter, 3),
        Op::Call { base, argc }
        | Op::CallGlobal { base, argc, .. }
        | Op::CallKeywords { base, argc, .. } => fits(base, 1 + usize::from(argc)),
        Op::LoadMethod { base, .. } | Op::LoadSpecial { base, .. } | Op::Format { base, .. } => {
            fits(base, 2)
        }
        Op::CallMethod { base, argc } | Op::CallMethodKeywords { base, argc, .. } => {
            fits(base, 2 + usize::from(argc))
        }
        Op::CallSpread { base } => fits(base, 4),
        Op::BuildSlice { base } | Op::BuildSliceOnce { base } => fits(base, 3),
        Op::BuildList { base, count }
        | Op::BuildTuple { base, count }
        | Op::BuildSet { base, count }
        | Op::BuildString { base, count }
        | Op::Unpack { base, count, .. } => fits(base, usize::from(count)),
        Op::BuildDict { base, count } => fits(base, 2 * usize::from(count)),
        Op::UnpackStar { base, before, after, .. } => {
            fits(base, usize::from(before) + 1 + usize::from(after))
        }
        Op::MakeFunction { dst, function } => {
            let function = &module.functions()[usize::from(function.0)];
            fits(dst, function.default_count() + function.free.len())
        }
        _ => true,
    }
}

/// Does an instruction find the names that it needs besides its operands?
fn names_fit(module: &Module, function: &Function, op: Op) -> bool {
    match op {
        Op::CallKeywords { argc, keywords, .. } | Op::CallMethodKeywords { argc, keywords, .. } => {
            module.keywords()[usize::from(keywords.0)].len() <= usize::from(argc)
        }
        // Its message, or the namespace, names it.
        Op::CheckBound { local } | Op::Bound { local, .. } => {
            usize::from(local.0) < function.locals.len()
        }
        Op::LoadCell { cell, .. } | Op::StoreCell { cell, .. } | Op::DeleteCell { cell } => {
            usize::from(cell.0) < function.locals.len() + function.free.len()
        }
        Op::Super { class, .. } => {
            usize::from(class.0) < function.locals.len() + function.free.len()
                && !function.parameters.is_empty()
        }
        _ => true,
    }
}

/// Generators end by an instruction of their own; `Continue` is the machine's.
fn belongs(op: Op, in_generator: bool) -> bool {
    match op {
        Op::Yield { .. } | Op::Send { .. } | Op::Delegate { .. } | Op::EndGenerator { .. } => {
            in_generator
        }
        Op::Return { .. } | Op::ReturnNone {} => !in_generator,
        Op::Continue {} => false,
        _ => true,
    }
}

fn falls_through(op: Op) -> bool {
    !matches!(
        op,
        Op::Return { .. }
            | Op::ReturnNone {}
            | Op::EndGenerator { .. }
            | Op::Raise { .. }
            | Op::RaiseFrom { .. }
            | Op::Reraise { .. }
            | Op::RaiseAssertion { .. }
            | Op::Jump { .. }
            | Op::JumpBack { .. }
    )
}
