//! Prints the JSON Schema of a report, the format of exported files. `npm run build` writes it to
//! `dist/report.schema.json`.
#![expect(clippy::print_stdout, reason = "printing is what this program is for")]

use gil_playground::experiment::report::Report;

fn main() {
    let schema = schemars::schema_for!(Report);
    println!("{:#}", schema.as_value());
}
