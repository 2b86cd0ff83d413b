//! `bindgen FOLDER FILE` is `wasm-bindgen --target web --out-dir FOLDER FILE`, without the names of
//! functions, a fifth of the download: a fault says its place in the source by itself.

use std::env::args_os;
use std::process::ExitCode;

use wasm_bindgen_cli_support::Bindgen;

fn main() -> ExitCode {
    let mut args = args_os().skip(1);
    let (Some(folder), Some(file), None) = (args.next(), args.next(), args.next()) else {
        eprintln!("usage: bindgen FOLDER FILE");
        return ExitCode::FAILURE;
    };
    let mut bindgen = Bindgen::new();
    bindgen.remove_name_section(true).remove_producers_section(true);
    let done = bindgen.web(true).and_then(|web| web.input_path(file).generate(folder));
    if let Err(error) = done {
        eprintln!("{error:?}");
        return ExitCode::FAILURE;
    }
    ExitCode::SUCCESS
}
