//! Prints the JSON Schema of a report, the format of exported files. `npm run build` writes it to
//! `dist/report.schema.json`.
#![expect(clippy::print_stdout, reason = "printing is what this program is for")]

use gil_playground::experiment::report::Report;
use schemars::generate::SchemaSettings;

fn main() {
    // As reports are written: of what is read, the statistics are left out, to be reckoned anew.
    let settings = SchemaSettings::default().for_serialize();
    let schema = settings.into_generator().into_root_schema_for::<Report>();
    println!("{:#}", schema.as_value());
}
