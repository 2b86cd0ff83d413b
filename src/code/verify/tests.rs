//! Code that the machine must never see.

use crate::code::module::{Function, Handler, Handling, Location, Module, ModuleParts, Signature};
use crate::code::op::{ConstantId, FunctionId, KeywordsId, NameId, Op, Reg, Target};
use crate::lang::tree::{Conversion, FunctionKind};

/// A function of four registers: a parameter, another local, a free variable and a temporary.
fn function(code: &[Op]) -> Function {
    Function {
        name: "f".to_owned(),
        parameters: vec!["a".to_owned()],
        locals: vec!["a".to_owned(), "b".to_owned()],
        free: vec!["c".to_owned()],
        registers: 4,
        locations: vec![Location::default(); code.len()].into(),
        code: code.into(),
        ..Function::default()
    }
}

fn check(function: Function) -> Result<(), String> {
    let parts = ModuleParts {
        functions: vec![function.into()],
        names: vec!["name".to_owned()],
        keywords: vec![vec![NameId(0), NameId(0)].into()],
        ..ModuleParts::default()
    };
    Module::new(parts).map(drop)
}

/// Is the instruction refused where only it can be at fault?
fn refuses(op: Op) -> bool {
    check(function(&[op, Op::ReturnNone {}])).is_err()
}

const LAST: Reg = Reg(3);
const END: Op = Op::EndGenerator { value: Reg(0) };
const TEMPORARY: Reg = Reg(3);

#[test]
fn what_fits_is_accepted() {
    for op in [
        Op::Move { dst: LAST, src: Reg(0) },
        Op::GetIter { iter: Reg(2) },
        Op::RangeInit { iter: Reg(1) },
        Op::Call { base: Reg(0), argc: 3 },
        Op::CallKeywords { base: Reg(0), argc: 2, keywords: KeywordsId(0) },
        Op::CallMethod { base: Reg(0), argc: 2 },
        Op::CallSpread { base: Reg(0) },
        Op::DictMerge { dict: LAST, src: Reg(0), base: Reg(1) },
        Op::LoadMethod { base: Reg(2), object: Reg(0), name: NameId(0) },
        Op::BuildList { base: LAST, count: 0 },
        Op::BuildDict { base: Reg(0), count: 2 },
        Op::BuildSlice { base: Reg(1) },
        Op::Format { base: Reg(2), conversion: Conversion::Repr },
        Op::UnpackStar { src: Reg(0), base: Reg(1), before: 1, after: 1 },
        Op::MakeFunction { dst: LAST, function: FunctionId(0) },
        Op::CheckBound { local: Reg(1) },
        Op::LoadCell { dst: LAST, cell: Reg(2) },
        Op::Super { dst: LAST, class: Reg(2), first: Reg(0) },
    ] {
        assert_eq!(check(function(&[op, Op::ReturnNone {}])), Ok(()), "{op}");
    }
}

#[test]
fn operands_must_exist() {
    for op in [
        Op::Move { dst: Reg(4), src: Reg(0) },
        Op::LoadConstant { dst: LAST, constant: ConstantId(0) },
        Op::MakeFunction { dst: LAST, function: FunctionId(1) },
        Op::LoadAttr { dst: LAST, object: Reg(0), name: NameId(1) },
        Op::CallKeywords { base: Reg(0), argc: 2, keywords: KeywordsId(1) },
        Op::Jump { to: Target(2) },
    ] {
        assert!(refuses(op), "{op}");
    }
}

#[test]
fn windows_must_lie_inside_the_frame() {
    for op in [
        Op::GetIter { iter: LAST },
        Op::ForIter { dst: Reg(0), iter: LAST, to: Target(0) },
        Op::RangeInit { iter: Reg(2) },
        Op::RangeNext { dst: Reg(0), iter: Reg(2), to: Target(0) },
        Op::Call { base: Reg(0), argc: 4 },
        Op::CallMethod { base: Reg(0), argc: 3 },
        Op::CallMethodKeywords { base: Reg(1), argc: 2, keywords: KeywordsId(0) },
        Op::LoadMethod { base: LAST, object: Reg(0), name: NameId(0) },
        Op::LoadSpecial { base: LAST, name: NameId(0) },
        Op::BuildList { base: LAST, count: 2 },
        Op::BuildTuple { base: Reg(0), count: 5 },
        Op::BuildSet { base: Reg(1), count: 4 },
        Op::BuildString { base: Reg(2), count: 3 },
        Op::BuildDict { base: Reg(1), count: 2 },
        Op::BuildSlice { base: Reg(2) },
        Op::CallSpread { base: Reg(1) },
        Op::Format { base: LAST, conversion: Conversion::None },
        Op::Unpack { src: Reg(0), base: Reg(2), count: 3 },
        Op::UnpackStar { src: Reg(0), base: Reg(2), before: 1, after: 1 },
    ] {
        assert!(refuses(op), "{op}");
    }
    let mut maker =
        function(&[Op::MakeFunction { dst: LAST, function: FunctionId(0) }, Op::ReturnNone {}]);
    maker.defaults = vec![None];
    assert!(check(maker.clone()).is_err(), "a default and a cell need two registers");
    maker.defaults.clear();
    assert_eq!(check(maker.clone()), Ok(()));
    maker.parameters.push("b".to_owned());
    maker.signature.keyword_only = vec![true];
    assert!(check(maker).is_err(), "so does a default of what is given by name");
}

#[test]
fn cells_and_checked_locals_must_be_variables() {
    for op in [
        Op::CheckBound { local: Reg(2) },
        Op::LoadCell { dst: Reg(0), cell: TEMPORARY },
        Op::StoreCell { cell: TEMPORARY, src: Reg(0) },
        Op::DeleteCell { cell: TEMPORARY },
        Op::Super { dst: Reg(0), class: TEMPORARY, first: Reg(0) },
    ] {
        assert!(refuses(op), "{op}");
    }
}

#[test]
fn keywords_must_name_arguments() {
    assert!(refuses(Op::CallKeywords { base: Reg(0), argc: 1, keywords: KeywordsId(0) }));
    assert!(refuses(Op::CallMethodKeywords { base: Reg(0), argc: 1, keywords: KeywordsId(0) }));
    let parts = ModuleParts { keywords: vec![vec![NameId(0)].into()], ..ModuleParts::default() };
    assert!(Module::new(parts).is_err(), "the name is missing");
}

#[test]
fn generators_and_functions_end_in_their_own_ways() {
    assert!(refuses(Op::Send { base: Reg(0), to: Target(1) }));
    assert!(refuses(Op::Delegate { base: Reg(0) }));
    let yields = Op::Yield { value: Reg(0) };
    assert!(refuses(yields));
    assert!(check(function(&[END])).is_err());
    assert!(refuses(Op::Continue {}));
    let generator =
        |code: &[Op]| check(Function { kind: FunctionKind::Generator, ..function(code) });
    assert_eq!(generator(&[yields, END]), Ok(()));
    assert!(generator(&[Op::ReturnNone {}]).is_err());
    assert!(generator(&[Op::Return { src: Reg(0) }, END]).is_err());
}

#[test]
fn code_must_not_run_off_its_end() {
    assert!(check(function(&[])).is_err());
    assert!(check(function(&[Op::ReturnNone {}, Op::LoadInt { dst: LAST, value: 0 }])).is_err());
    assert!(check(function(&[Op::JumpIf { a: Reg(0), to: Target(0) }])).is_err());
    assert_eq!(check(function(&[Op::Raise { exception: Reg(0) }])), Ok(()));
}

#[test]
fn handlers_must_lie_inside_the_code() {
    let with = |start, end, target, exception| {
        let handler = Handler { start, end, target: Target(target), exception: Reg(exception) };
        let code = [Op::LoadInt { dst: LAST, value: 0 }, Op::ReturnNone {}];
        check(Function { handlers: vec![handler].into(), ..function(&code) })
    };
    assert_eq!(with(0, 2, 1, 3), Ok(()));
    assert!(with(1, 1, 1, 3).is_err(), "an empty range");
    assert!(with(0, 3, 1, 3).is_err(), "an end behind the code");
    assert!(with(0, 2, 2, 3).is_err(), "a target behind the code");
    assert!(with(0, 2, 1, 4).is_err(), "no such register");
}

#[test]
fn handled_exceptions_must_be_in_registers() {
    let with = |start, end, exception| {
        let handling = Handling { start, end, exception: Reg(exception) };
        check(Function { handling: vec![handling].into(), ..function(&[Op::ReturnNone {}]) })
    };
    assert_eq!(with(0, 1, 3), Ok(()));
    assert!(with(0, 0, 3).is_err(), "an empty range");
    assert!(with(0, 2, 3).is_err(), "an end behind the code");
    assert!(with(0, 1, 4).is_err(), "no such register");
}

#[test]
fn variables_must_have_registers() {
    let code = [Op::ReturnNone {}];
    assert!(check(Function { registers: 2, ..function(&code) }).is_err());
    assert!(check(Function { registers: 257, ..function(&code) }).is_err());
    assert!(check(Function { parameters: vec![String::new(); 3], ..function(&code) }).is_err());
    assert!(check(Function { defaults: vec![None; 2], ..function(&code) }).is_err());
    for signature in [
        Signature { positional_only: 2, ..Signature::default() },
        Signature { keyword_only: vec![false; 2], ..Signature::default() },
        Signature { has_rest: true, has_keywords: true, ..Signature::default() },
        Signature { positional_only: 1, has_rest: true, ..Signature::default() },
    ] {
        assert!(check(Function { signature, ..function(&code) }).is_err());
    }
    let signature = Signature { has_rest: true, ..Signature::default() };
    let defaults = vec![None];
    assert!(check(Function { signature, defaults, ..function(&code) }).is_err());
    assert!(check(Function { locations: Box::default(), ..function(&code) }).is_err());
}
