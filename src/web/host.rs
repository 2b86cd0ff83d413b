//! The workers of the process model, which JavaScript starts and talks to.

use std::time::Duration;

use js_sys::{Array, Promise, Uint8Array};
use wasm_bindgen::prelude::*;

use super::encode::words;
use super::system::settle;
use super::turn;
use crate::models::process::{ProcessHost, Turn};

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
    fn step(this: &JsProcessHost, worker: u32, ms: f64) -> Result<(), JsValue>;

    #[wasm_bindgen(method, catch)]
    fn next(this: &JsProcessHost) -> Result<Promise, JsValue>;

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

    fn step(&self, worker: usize, time: Duration) -> Result<(), String> {
        let worker = u32::try_from(worker).map_err(|error| error.to_string())?;
        self.0.step(worker, time.as_secs_f64() * 1e3).map_err(|error| words(&error))
    }

    async fn next(&self) -> Result<(usize, Turn), String> {
        turn::from_js(settle(self.0.next()).await?)
    }

    async fn join(&self) -> Result<(), String> {
        settle(self.0.join()).await.map(drop)
    }
}
