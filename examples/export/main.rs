//! Prints as JSON what is written once, in Rust, and that the page needs too. `npm run build` writes
//! it to `www/generated/`.
#![expect(clippy::print_stdout, reason = "printing is what this program is for")]

mod catalogue;
mod types;

use gil_playground::experiment::report::Report;
use gil_playground::experiment::script_template;
use schemars::Schema;
use schemars::generate::SchemaSettings;
use serde_json::json;

fn main() {
    let exported = json!({
        "types": types::types(),
        "schema": schema(),
        "template": script_template(),
        "catalogue": catalogue::catalogue(),
        "library": gil_playground::lang::shelf::sources(),
    });
    println!("{exported}");
}

/// Of a report, the format of exported files.
fn schema() -> Schema {
    // As reports are written: of what is read, the statistics are left out, to be reckoned anew.
    let settings = SchemaSettings::default().for_serialize();
    settings.into_generator().into_root_schema_for::<Report>()
}
