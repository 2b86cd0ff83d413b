//! Bytecode against listings: that of the bundled programs, and of the programs beside the
//! listings. `RECORD=1 cargo test --test bytecode` writes them anew.
#![cfg(not(any(target_arch = "wasm32", gil_loom)))]

use std::path::{Path, PathBuf};

use gil_playground::code;
use gil_playground::experiment::program_infos;
use gil_playground::lang::Source;

fn golden() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden")
}

fn compare(name: &str, source: &str) {
    let module = code::compile(Source::new(source)).expect("it compiles");
    let listing = code::disassemble(&module);
    let path = golden().join(name).with_extension("txt");
    if std::env::var_os("RECORD").is_some() {
        std::fs::write(&path, &listing).expect("it is writable");
    }
    let expected = std::fs::read_to_string(&path).expect("it was recorded");
    assert_eq!(listing, expected, "{name}");
}

#[test]
fn bundled_programs_compile_to_the_recorded_bytecode() {
    for program in program_infos() {
        compare(&program.id, &program.source);
    }
}

#[test]
fn programs_compile_to_the_recorded_bytecode() {
    let entries = std::fs::read_dir(golden()).expect("the folder is there");
    let paths = entries.map(|entry| entry.expect("it is readable").path());
    let programs: Vec<_> =
        paths.filter(|path| path.extension().is_some_and(|extension| extension == "py")).collect();
    assert!(!programs.is_empty());
    for path in programs {
        let name = path.file_stem().expect("it has a name").to_string_lossy();
        compare(&name, &std::fs::read_to_string(&path).expect("it is readable"));
    }
}
