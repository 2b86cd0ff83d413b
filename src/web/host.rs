//! The workers of the process model, which JavaScript starts and talks to.

use js_sys::{Array, Promise, Uint8Array};
use wasm_bindgen::prelude::*;

use super::system::settle;
use crate::sched::tasks::process::ProcessHost;

#[wasm_bindgen]
extern "C" {
    /// `ProcessHost` of `www/engine/processes.ts`.
    pub type JsProcessHost;

    #[wasm_bindgen(method, catch)]
    fn spawn(this: &JsProcessHost, count: u32) -> Result<Promise, JsValue>;

    #[wasm_bindgen(method, catch)]
    fn load(this: &JsProcessHost, requests: Array) -> Result<Promise, JsValue>;

    #[wasm_bindgen(method, catch)]
    fn run(this: &JsProcessHost) -> Result<Promise, JsValue>;

    #[wasm_bindgen(method, catch)]
    fn join(this: &JsProcessHost) -> Result<Promise, JsValue>;
}

/// Makes a [`ProcessHost`] of JavaScript's.
pub(super) struct Host(JsProcessHost);

impl Host {
    pub(super) fn new(host: JsProcessHost) -> Self {
        Self(host)
    }
}

impl ProcessHost for Host {
    async fn spawn(&self, count: usize) -> Result<(), String> {
        let count = u32::try_from(count).map_err(|error| error.to_string())?;
        settle(self.0.spawn(count)).await.map(drop)
    }

    async fn load(&self, requests: Vec<Vec<u8>>) -> Result<(), String> {
        let requests: Array =
            requests.iter().map(|request| Uint8Array::from(request.as_slice())).collect();
        settle(self.0.load(requests)).await.map(drop)
    }

    async fn run(&self) -> Result<Vec<Vec<u8>>, String> {
        let responses = settle(self.0.run()).await?;
        Ok(Array::from(&responses).iter().map(|bytes| Uint8Array::new(&bytes).to_vec()).collect())
    }

    async fn join(&self) -> Result<(), String> {
        settle(self.0.join()).await.map(drop)
    }
}
