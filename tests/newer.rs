//! Programs in `tests/newer` have a syntax that the machine's own `python3` may not know yet. What
//! CPython 3.13 prints of each was recorded beside it.
#![cfg(not(any(target_arch = "wasm32", gil_loom)))]

mod run;

use gil_playground::vm::Plain;
use run::{End, run};

#[test]
fn newer_programs_print_what_cpython_printed() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/newer");
    let files = std::fs::read_dir(folder).expect("the folder is there");
    let paths = files.map(|file| file.expect("it is readable").path());
    let programs: Vec<_> =
        paths.filter(|path| path.extension().is_some_and(|it| it == "py")).collect();
    assert!(!programs.is_empty());
    for path in programs {
        let text = std::fs::read_to_string(&path).expect("it is readable");
        let expected = std::fs::read_to_string(path.with_extension("txt")).expect("it is recorded");
        let (output, end, traceback) = run::<Plain>(&text, 1, 1_000_000);
        if let End::Refused(why) = &end {
            panic!("{}: {why}", path.display());
        }
        assert!(matches!(end, End::Finished), "{}: {end:?} {traceback}", path.display());
        assert_eq!(output, expected, "{}", path.display());
    }
}
