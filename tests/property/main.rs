//! Random programs do here what they do on the machine's own `python3`, under both memory policies.
//!
//! `SEED=7 CASES=10000 cargo test --release --test property` tries more, from another seed on;
//! `FAILURES=20` goes on until so many programs differ.
#![cfg(not(any(target_arch = "wasm32", gil_loom)))]

mod oracle;
mod program;
#[path = "../run/mod.rs"]
mod run;
mod write;

use gil_playground::vm::{Plain, Shared};
use oracle::{Outcome, cpython, here};
use program::{Stmt, reductions, text};

/// Programs for one process of `python3`.
const BATCH: usize = 50;

/// The number in an environment variable.
fn number(name: &str) -> Option<u64> {
    std::env::var(name).ok().and_then(|value| value.parse().ok())
}

/// What differs, or nothing.
fn difference(text: &str, expected: &Outcome) -> Option<String> {
    if expected.is_of_its_machine() {
        return None;
    }
    let plain = here::<Plain>(text);
    if plain != *expected {
        let is_told = !plain.is_at_a_limit() && is_constant(text, expected);
        return is_told.then(|| format!("found {plain:#?}\nexpected {expected:#?}"));
    }
    let shared = here::<Shared>(text);
    (shared != plain).then(|| format!("found {plain:#?}\nwith shared memory {shared:#?}"))
}

/// Does CPython do the same again? Each of its processes hashes strings in its own way, and has
/// objects at other addresses.
fn is_constant(text: &str, expected: &Outcome) -> bool {
    (0..4).all(|_| cpython(&[text.to_owned()])[0] == *expected)
}

/// The first of these programs that differs from CPython and is a program at all.
fn first_different(programs: Vec<Vec<Stmt>>) -> Option<(Vec<Stmt>, String)> {
    let texts: Vec<_> = programs.iter().map(|program| text(program)).collect();
    let found = programs.into_iter().zip(&texts).zip(cpython(&texts));
    found
        .filter(|(_, expected)| !expected.is_useless())
        .find_map(|((program, text), expected)| Some((program, difference(text, &expected)?)))
}

/// A program that still differs and from which no statement can be left out.
fn shrink(mut program: Vec<Stmt>, mut difference: String) -> (Vec<Stmt>, String) {
    loop {
        let mut smaller = reductions(&program);
        smaller.sort_by_cached_key(|program| text(program).len());
        let found = smaller.chunks(BATCH).find_map(|batch| first_different(batch.to_vec()));
        match found {
            Some(found) => (program, difference) = found,
            None => return (program, difference),
        }
    }
}

/// As many programs as are wanted, with their seeds.
fn seeds(cases: u64) -> Vec<u64> {
    let (seed, cases) = (number("SEED").unwrap_or(0), number("CASES").unwrap_or(cases));
    (seed..seed + cases).collect()
}

#[test]
fn random_programs_behave_as_on_cpython() {
    let most = number("FAILURES").unwrap_or(1);
    let mut failures = Vec::new();
    for seeds in seeds(300).chunks(BATCH) {
        let programs: Vec<_> = seeds.iter().map(|seed| write::program(*seed)).collect();
        let texts: Vec<_> = programs.iter().map(|program| text(program)).collect();
        for (((seed, program), text), expected) in
            seeds.iter().zip(programs).zip(&texts).zip(cpython(&texts))
        {
            let Some(difference) = difference(text, &expected) else { continue };
            let (program, difference) = shrink(program, difference);
            failures.push(format!("SEED={seed} CASES=1\n{}\n{difference}", self::text(&program)));
            assert!((failures.len() as u64) < most, "{}", failures.join("\n\n"));
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n\n"));
}

/// What the programs are made of, so that agreement says something.
#[test]
fn the_programs_are_worth_running() {
    const PARTS: [&str; 20] = [
        "class ",
        "def ",
        "yield ",
        "nonlocal ",
        "global ",
        "lambda ",
        "for ",
        "while ",
        "try:",
        "finally:",
        "with ",
        "raise",
        "super()",
        "f\"",
        "match ",
        "except* ",
        "@property",
        "@classmethod",
        ".send(",
        "yield from ",
    ];
    let seeds = seeds(300);
    let texts: Vec<_> = seeds.iter().map(|seed| text(&write::program(*seed))).collect();
    let outcomes: Vec<_> = texts.chunks(BATCH).flat_map(cpython).collect();
    for ((seed, text), outcome) in seeds.iter().zip(&texts).zip(&outcomes) {
        assert!(!outcome.is_useless(), "SEED={seed} CASES=1\n{text}\n{outcome:#?}");
    }
    let count = |holds: &dyn Fn(usize) -> bool| (0..texts.len()).filter(|at| holds(*at)).count();
    let finished = count(&|at| outcomes[at].error.is_empty());
    assert!(finished * 2 > texts.len(), "only {finished} of {} come to their end", texts.len());
    let talkative = count(&|at| outcomes[at].output.lines().count() >= 10);
    assert!(talkative * 2 > texts.len(), "only {talkative} of {} print much", texts.len());
    for part in PARTS {
        let with = count(&|at| texts[at].contains(part));
        assert!(with * 20 > texts.len(), "only {with} of {} have `{part}`", texts.len());
    }
}
