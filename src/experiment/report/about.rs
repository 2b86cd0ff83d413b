//! What the engine says of itself, of programs and of sources.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::experiment::Model;
use crate::experiment::plan::{Argument, Work};

/// A model, and whether it can run here.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct ModelInfo {
    /// Its id.
    pub id: Model,
    /// Its name for people.
    pub title: String,
    /// What it stands for, in one sentence.
    pub summary: String,
    /// Can it run here?
    pub available: bool,
    /// If not, why not.
    pub why_not: Option<String>,
}

/// A bundled program.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct ProgramInfo {
    /// Its id.
    pub id: String,
    /// Its name for people.
    pub title: String,
    /// First paragraph of its docstring: what to look for.
    pub summary: String,
    /// Its Python source.
    pub source: String,
    /// What kind of program it is.
    pub kind: ProgramKind,
    /// The task's parameters after `worker` and `workers`.
    pub parameters: Vec<Parameter>,
    /// The parameter that `size: "auto"` chooses.
    pub size_parameter: String,
    /// How its workers are given work unless asked otherwise.
    pub work: Work,
    /// What others measured with it.
    pub published: Vec<Published>,
}

/// What kind of program a source is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum ProgramKind {
    /// It has a top-level `def task(worker, workers, …)`, which `engine.run` measures.
    Task,
    /// It does everything itself, as articles print it. `engine.execute` runs it.
    Script,
}

/// What can be told of a source text without running it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Inspection {
    /// What kind of program it is; `None` if something is wrong with it.
    pub kind: Option<ProgramKind>,
    /// What is wrong. Empty when nothing is.
    pub diagnostics: Vec<Diagnostic>,
    /// What is not supported, and is refused if the program comes to it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[ts(as = "Option<Vec<Diagnostic>>", optional)]
    pub refused: Vec<Diagnostic>,
    /// A task's parameters after `worker` and `workers`.
    pub parameters: Vec<Parameter>,
}

/// A speedup that an article or a book reports for a bundled program.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Published {
    /// The model that stands for what was run there.
    pub model: Model,
    /// Its number of workers.
    pub workers: u32,
    /// How they were given work there.
    pub work: Work,
    /// Sequential time of the same total work / time.
    pub speedup: f64,
    /// The source in a few words, for beside a bar.
    pub label: String,
    /// The source in full, with what was run.
    pub citation: String,
    /// Was the figure read in another text than its source?
    pub second_hand: bool,
}

/// A parameter of a task: its default becomes a control on the page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Parameter {
    /// As in the source.
    pub name: String,
    /// `None` if the parameter must be given.
    pub default: Option<Argument>,
    /// Of what type the default is.
    pub kind: Option<ParameterKind>,
}

/// The types that arguments can have: JavaScript itself cannot tell 1.0 from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum ParameterKind {
    /// `True` or `False`.
    Bool,
    /// A whole number.
    Int,
    /// Any number.
    Float,
    /// A string.
    Str,
}

impl ParameterKind {
    /// Of an argument.
    pub const fn of(argument: &Argument) -> Self {
        match argument {
            Argument::Bool(_) => Self::Bool,
            Argument::Int(_) => Self::Int,
            Argument::Float(_) => Self::Float,
            Argument::Str(_) => Self::Str,
        }
    }
}

/// Something wrong in a source text, or not supported.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Diagnostic {
    /// From 1.
    pub line: u32,
    /// In characters, from 1.
    pub column: u32,
    /// Line of the end, from 1.
    pub end_line: u32,
    /// Column behind the last character, from 1.
    pub end_column: u32,
    /// What is wrong.
    pub message: String,
    /// The whole line it is in.
    pub source_line: String,
}
