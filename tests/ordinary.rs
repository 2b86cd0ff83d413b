//! The programs that `npm run bench` measures, made small, here and on the machine's own `python3`:
//! their checksums must be the same.
#![cfg(not(any(target_arch = "wasm32", gil_loom)))]

mod run;

use std::path::{Path, PathBuf};
use std::process::Command;

use gil_playground::vm::Plain;
use run::{End, run};

/// More checks than any program here makes.
const CHECKS: u32 = 5_000_000;

/// Each ordinary program with a size that is small in a build without optimisation.
const ORDINARY: [(&str, u32); 20] = [
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

/// The size of those that do one thing a million times.
const TIMES: u32 = 300;

fn source(folder: &str, name: &str) -> String {
    let path = path_of(folder).join(name).with_extension("py");
    std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{name}: {error}"))
}

fn path_of(folder: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("scripts/bench").join(folder)
}

/// The programs there.
fn names_in(folder: &str) -> Vec<String> {
    let files = std::fs::read_dir(path_of(folder)).expect("the folder is there");
    let mut found: Vec<_> = files
        .map(|file| file.expect("it is readable").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "py"))
        .map(|path| path.file_stem().expect("it has a name").to_string_lossy().into_owned())
        .collect();
    found.sort();
    found
}

fn compare(folder: &str, name: &str, n: u32) {
    let text = format!("{}\n\nprint(repr(task(0, 1, {n})))\n", source(folder, name));
    assert_eq!(here(&text), cpython(&text), "{name}({n})");
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
    for (name, n) in ORDINARY {
        compare("programs", name, n);
    }
}

#[test]
fn programs_that_do_one_thing_often_have_the_checksums_of_cpython() {
    for folder in ["objects", "contention"] {
        let names = names_in(folder);
        assert!(!names.is_empty());
        for name in names {
            compare(folder, &name, TIMES);
        }
    }
}

#[test]
fn every_ordinary_program_is_among_them() {
    assert_eq!(names_in("programs"), ORDINARY.map(|(name, _)| name.to_owned()));
}
