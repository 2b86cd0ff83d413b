//! A plan (what to run), its runs, and the statistics over them.

mod analysis;
mod collect;
mod compare;
mod cpython;
pub mod execute;
mod failure;
mod inspect;
mod length;
mod model;
mod more;
pub mod plan;
pub mod programs;
pub mod report;
mod resolve;
mod run;
mod sampling;
mod sizing;
mod sweep;
mod warmup;

pub use analysis::{analyze, stats};
pub use compare::{analyze_script, compare};
pub use cpython::{script, script_template};
pub use inspect::{compile, inspect, kind, parameters};
pub use model::Model;
pub use more::{add, add_script};
pub use resolve::{Resolved, bad, model_infos, resolve};
pub use run::run;
pub use sampling::sample;
pub use sweep::sweep;

use report::{ProgramInfo, ProgramKind};

/// The bundled programs with what is known of them.
pub fn program_infos() -> Vec<ProgramInfo> {
    let infos = programs::PROGRAMS.iter().map(|program| {
        let module = compile(program.source).ok();
        let docstring = module.as_ref().and_then(|module| module.docstring()).unwrap_or_default();
        ProgramInfo {
            id: program.id.to_owned(),
            title: program.title.to_owned(),
            summary: first_paragraph(docstring),
            source: program.source.to_owned(),
            kind: module.as_ref().map_or(ProgramKind::Task, kind),
            parameters: module.as_ref().and_then(|m| parameters(m).ok()).unwrap_or_default(),
            size_parameter: program.size_parameter.to_owned(),
            work: program.work,
            published: program.published.iter().map(programs::Publication::of).collect(),
        }
    });
    infos.collect()
}

fn first_paragraph(docstring: &str) -> String {
    let first = docstring.split("\n\n").next().unwrap_or_default();
    first.split_whitespace().collect::<Vec<_>>().join(" ")
}
