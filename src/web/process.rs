//! The inside of a process: what `www/engine/process.ts` calls in its own instance.

use wasm_bindgen::prelude::*;

use super::encode::internal;
use crate::sched::tasks::process::ProcessInterpreter;

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

    /// Runs the task; gives the response, failures included.
    pub fn run(self) -> Result<Vec<u8>, JsValue> {
        self.0.run().map_err(|error| internal(&error))
    }
}
