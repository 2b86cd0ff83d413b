//! Prints the template of the script for CPython as a module that the page loads when somebody
//! asks for such a script. `npm run build` writes it to `www/generated/script-template.ts`.
#![expect(clippy::print_stdout, reason = "printing is what this program is for")]

use gil_playground::experiment::script_template;
use serde_json::json;

fn main() {
    println!("// Generated from src/experiment/cpython by examples/export_script_template.rs.\n");
    println!("export const template = {};", json!(script_template()));
}
