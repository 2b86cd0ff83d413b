//! The same experiment for CPython: one self-contained Python file.

mod literal;

use literal::{argument, list, quoted, text};

use super::inspect::{compile, parameters};
use super::plan::{Plan, Size, Work};
use super::run::FORMAT;

/// The script with marks for what is the experiment's. The page loads it only when somebody asks
/// for a script, so nothing that is compiled to WebAssembly may use this.
pub fn script_template() -> &'static str {
    include_str!("cpython/harness.py")
}

/// A Python script that carries out this plan on the CPython it is started with, prints a table and
/// writes a report. `version` is that of the playground.
pub fn script(plan: &Plan, version: &str, template: &str) -> String {
    let name = plan.program.as_deref().unwrap_or("experiment");
    let made_by = format!("GIL playground {version}");
    let data = format!(
        "# ---- The plan and the program {}\n\n\
         NAME = {}\n\
         MADE_BY = {}\n\
         FORMAT = {FORMAT}  # Version of the report's format.\n\n\
         {}\n\n\
         # Between the quotes: the program, as it was written.\n\
         PROGRAM = {}",
        "-".repeat(66),
        quoted(name),
        quoted(&made_by),
        plan_of(plan),
        text(&plan.source),
    );
    // The plan comes last: a program may hold anything.
    template.replace("@NAME@", name).replace("@MADE_BY@", &made_by).replace("@PLAN@", &data)
}

/// The plan as a dictionary. The report will have it like this, together with the program's source.
fn plan_of(plan: &Plan) -> String {
    let mut args = plan.args.clone();
    let mut size = plan.size;
    let mut note = "";
    // An automatic size that is not measured yet would be one for the browser: the program's own
    // default takes its place.
    for parameter in compile(&plan.source).and_then(|m| parameters(&m)).unwrap_or_default() {
        if let Some(default) = parameter.default.filter(|_| !args.contains_key(&parameter.name)) {
            args.insert(parameter.name, default);
            size = Size::Default;
            note = "  # The size is the program's own default.";
        }
    }
    let args = args.iter().map(|(name, value)| format!("{}: {}", quoted(name), argument(value)));
    let models = plan.models.iter().map(|model| quoted(model.id()));
    let (work, meaning) = match plan.work {
        Work::Split => ("split", "  # Worker i of K does task(i, K, ...), its part of one job."),
        Work::Repeat => ("repeat", "  # Every worker does task(0, 1, ...), the whole job."),
    };
    let (warmups, until) = match plan.warmups {
        Some(warmups) => (warmups.to_string(), ""),
        None => ("None".to_owned(), "  # Until timings settle."),
    };
    let fields = [
        ("program", plan.program.as_deref().map_or("None".to_owned(), quoted), ""),
        ("args", format!("{{{}}}", list(args)), note),
        ("size", quoted(if size == Size::Auto { "auto" } else { "default" }), ""),
        ("models", format!("[{}]", list(models)), ""),
        ("workers", format!("[{}]", list(plan.workers.iter().map(u32::to_string))), ""),
        ("work", quoted(work), meaning),
        ("samples", plan.samples.to_string(), ""),
        ("warmups", warmups, until),
        ("trace", "False".to_owned(), "  # Nothing watches the workers here."),
        ("switchIntervalMs", format!("{:?}", plan.switch_interval_ms), ""),
        ("timeLimitMs", format!("{:?}", plan.time_limit_ms), "  # Not kept here: use Ctrl-C."),
    ];
    let lines = fields.map(|(name, value, note)| format!("    {}: {value},{note}\n", quoted(name)));
    format!("PLAN = {{\n{}}}", lines.concat())
}
