//! The inside of a process: what `www/engine/process.ts` calls in its own instance.

use std::time::Duration;

use wasm_bindgen::prelude::*;

use super::encode::internal;
use super::turn;
use crate::models::process::ProcessInterpreter;

/// One process with its program loaded.
#[wasm_bindgen(js_name = ProcessInterpreter)]
pub struct Process(ProcessInterpreter);

#[wasm_bindgen(js_class = ProcessInterpreter)]
impl Process {
    /// Takes in a request.
    #[wasm_bindgen(constructor)]
    pub fn new(request: &[u8]) -> Result<Process, JsValue> {
        ProcessInterpreter::new(request).map(Self).map_err(|error| internal(&error))
    }

    /// Runs the task for about so many milliseconds: `FromProcess` of `www/engine/protocol.ts`. One
    /// that is blocked goes on after `wait`.
    pub fn step(&mut self, ms: f64) -> Result<JsValue, JsValue> {
        let time = Duration::from_secs_f64(ms / 1e3);
        turn::to_js(&self.0.step(time).map_err(|error| internal(&error))?)
    }

    /// Does what the task has stopped for.
    pub fn wait(&mut self) {
        self.0.wait();
    }

    /// Runs the task; gives the response, failures included.
    pub fn run(&mut self) -> Result<Vec<u8>, JsValue> {
        self.0.run().map_err(|error| internal(&error))
    }
}
