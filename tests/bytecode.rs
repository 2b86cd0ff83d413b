//! The bundled programs' bytecode against listings beside them. `RECORD=1 cargo test --test
//! bytecode` writes them anew.
#![cfg(not(any(target_arch = "wasm32", gil_loom)))]

use std::path::Path;

use gil_playground::code;
use gil_playground::experiment::program_infos;
use gil_playground::lang::Source;

#[test]
fn programs_compile_to_the_recorded_bytecode() {
    for program in program_infos() {
        let module = code::compile(Source::new(program.source)).expect("it compiles");
        let listing = code::disassemble(&module);
        let file = format!("tests/golden/{}.txt", program.id);
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(&file);
        if std::env::var_os("RECORD").is_some() {
            std::fs::write(&path, &listing).expect("it is writable");
        }
        let expected = std::fs::read_to_string(&path).expect("it was recorded");
        assert_eq!(listing, expected, "{file}");
    }
}
