//! What the runs of one script under several Pythons come to.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What `engine.compare` tells.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Comparison {
    /// In a few sentences.
    pub narrative: String,
    /// For each, why it took the time that it took, in a sentence; `None` if its trace does not tell.
    pub reasons: Vec<Option<String>>,
    /// The time of the last one / that of the first; `None` where that says nothing.
    pub ratio: Option<f64>,
    /// Did they print the same? `None` if there is nothing to compare.
    pub output: Option<OutputMatch>,
    /// For each, which lines of its output, from 0, another one has not printed.
    pub differing: Vec<Vec<u32>>,
}

/// How alike the outputs of two runs are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum OutputMatch {
    /// To the letter.
    Same,
    /// But for times, and addresses of objects.
    SameButTimes,
    /// The same lines in another order, times aside.
    Reordered,
    /// They are not.
    Different,
}
