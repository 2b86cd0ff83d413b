//! The ordinary programs that `npm run bench` measures, made small, here and on the machine's own
//! `python3`: their checksums must be the same.
#![cfg(not(any(target_arch = "wasm32", gil_loom)))]

mod run;

use std::path::Path;
use std::process::Command;

use gil_playground::vm::Plain;
use run::{End, run};

/// More checks than any program here makes.
const CHECKS: u32 = 5_000_000;

/// Each program with a size that is small in a build without optimisation.
const PROGRAMS: [(&str, u32); 20] = [
    ("big_integers", 40),
    ("binary_trees", 5),
    ("closures", 600),
    ("comprehensions", 8),
    ("dicts", 600),
    ("edit_distance", 3),
    ("exceptions", 300),
    ("fannkuch", 5),
    ("generators", 1_000),
    ("instances", 600),
    ("json_parser", 6),
    ("matrix", 8),
    ("n_body", 30),
    ("n_queens", 5),
    ("richards", 300),
    ("sieve", 2_000),
    ("sorting", 200),
    ("spectral_norm", 6),
    ("strings", 100),
    ("words", 5),
];

fn source(name: &str) -> String {
    let path = folder().join(name).with_extension("py");
    std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{name}: {error}"))
}

fn folder() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("scripts/bench/programs")
}

fn here(text: &str) -> String {
    match run::<Plain>(text, 1, CHECKS) {
        (output, End::Finished, _) => output,
        (_, End::Refused(why), _) => format!("refused: {why}"),
        (_, End::Raised(_), traceback) => traceback,
        (_, End::Endless, _) => "it does not end".to_owned(),
    }
}

fn cpython(text: &str) -> String {
    let run = Command::new("python3").args(["-c", text]).output().expect("python3 is on the PATH");
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    String::from_utf8(run.stdout).expect("UTF-8")
}

#[test]
fn ordinary_programs_have_the_checksums_of_cpython() {
    for (name, n) in PROGRAMS {
        let text = format!("{}\n\nprint(repr(task(0, 1, {n})))\n", source(name));
        assert_eq!(here(&text), cpython(&text), "{name}({n})");
    }
}

#[test]
fn every_ordinary_program_is_among_them() {
    let files = std::fs::read_dir(folder()).expect("the folder is there");
    let mut found: Vec<_> = files
        .map(|file| file.expect("it is readable").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "py"))
        .map(|path| path.file_stem().expect("it has a name").to_string_lossy().into_owned())
        .collect();
    found.sort();
    assert_eq!(found, PROGRAMS.map(|(name, _)| name.to_owned()));
}
