//! The recorded reports, which the page shows as they are where no engine runs to complete them.

use std::fs;

use gil_playground::experiment::programs;
use gil_playground::experiment::report::Report;
use serde_json::Value;

#[test]
fn recordings_are_whole_reports_of_bundled_programs() {
    let entries = fs::read_dir("www/recordings").expect("the folder is there");
    let files = entries.map(|entry| entry.expect("it can be read").path());
    for path in files.filter(|path| path.extension().is_some_and(|ending| ending == "json")) {
        let place = path.display();
        let text = fs::read_to_string(&path).expect("it can be read");
        let recorded: Value = serde_json::from_str(&text).expect("it is JSON");
        let report: Report = serde_json::from_value(recorded.clone())
            .unwrap_or_else(|error| panic!("{place} is no report any more: {error}"));
        let program = report.plan.program.as_deref().and_then(programs::find);
        let program = program.unwrap_or_else(|| panic!("{place} is of no bundled program"));
        assert_eq!(report.plan.source, program.source, "{place}: `npm run record {}`", program.id);
        // Fields that reports got since are not filled in for it.
        let whole = serde_json::to_value(&report).expect("it is encoded");
        assert!(
            has_all(&recorded, &whole),
            "{place} lacks fields: `npm run record {}`",
            program.id
        );
    }
}

/// Does it have every field of the other one?
fn has_all(value: &Value, whole: &Value) -> bool {
    match (value, whole) {
        (Value::Object(value), Value::Object(whole)) => whole
            .iter()
            .all(|(name, part)| value.get(name).is_some_and(|value| has_all(value, part))),
        (Value::Array(values), Value::Array(parts)) => {
            values.iter().zip(parts).all(|(value, part)| has_all(value, part))
        }
        _ => true,
    }
}
