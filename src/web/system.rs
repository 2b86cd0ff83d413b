//! Processes, which JavaScript starts and talks to, and such a process from inside.

use std::time::Duration;

use js_sys::{Promise, Uint8Array};
use serde::Deserialize;
use serde_wasm_bindgen::preserve;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

use super::encode::{internal, words};
use crate::sched::{self, Host, News, Port};
use crate::vm::Pid;

#[wasm_bindgen]
extern "C" {
    /// `SystemHost` of `www/engine/system.ts`.
    pub type JsSystemHost;

    #[wasm_bindgen(method, catch)]
    fn start(this: &JsSystemHost, pid: u32, beginning: Uint8Array) -> Result<(), JsValue>;

    #[wasm_bindgen(method, catch)]
    fn send(this: &JsSystemHost, pid: u32, message: Uint8Array) -> Result<(), JsValue>;

    #[wasm_bindgen(method)]
    fn end(this: &JsSystemHost, pid: u32);

    #[wasm_bindgen(method)]
    fn take(this: &JsSystemHost) -> JsValue;

    #[wasm_bindgen(method, catch)]
    fn wait(this: &JsSystemHost, ms: f64) -> Result<Promise, JsValue>;

    /// `ProcessPort` of `www/engine/process.ts`.
    pub type JsProcessPort;

    #[wasm_bindgen(method, catch, js_name = send)]
    fn send_out(this: &JsProcessPort, message: Uint8Array) -> Result<(), JsValue>;

    #[wasm_bindgen(method, catch, js_name = grow)]
    fn grow_by(this: &JsProcessPort, threads: u32) -> Result<Promise, JsValue>;

    #[wasm_bindgen(method, js_name = take)]
    fn take_in(this: &JsProcessPort) -> JsValue;

    #[wasm_bindgen(method, catch, js_name = wait)]
    fn wait_for(this: &JsProcessPort, ms: f64) -> Result<Promise, JsValue>;
}

/// Makes a [`Host`] of JavaScript's.
pub(super) struct SystemHost(pub(super) JsSystemHost);

/// `ProcessNews` of `www/engine/glue.ts`.
#[derive(Deserialize)]
struct Message {
    pid: Pid,
    #[serde(with = "preserve", default)]
    bytes: JsValue,
    #[serde(default)]
    lost: Option<String>,
}

impl Host for SystemHost {
    fn start(&self, pid: Pid, beginning: Vec<u8>) -> Result<(), String> {
        let beginning = Uint8Array::from(beginning.as_slice());
        self.0.start(pid, beginning).map_err(|error| words(&error))
    }

    fn send(&self, pid: Pid, message: Vec<u8>) -> Result<(), String> {
        self.0.send(pid, Uint8Array::from(message.as_slice())).map_err(|error| words(&error))
    }

    fn end(&self, pid: Pid) {
        self.0.end(pid);
    }

    fn take(&self) -> Result<Option<News>, String> {
        let news = self.0.take();
        if news.is_undefined() {
            return Ok(None);
        }
        let message = serde_wasm_bindgen::from_value(news);
        let Message { pid, bytes, lost } = message.map_err(|error| words(&error.into()))?;
        Ok(Some(match lost {
            Some(why) => News::Lost(pid, why),
            None => News::Said(pid, Uint8Array::new(&bytes).to_vec()),
        }))
    }

    async fn wait(&self, longest: Duration) -> Result<(), String> {
        settle(self.0.wait(milliseconds(longest))).await.map(drop)
    }
}

/// Makes a [`Port`] of JavaScript's.
struct ProcessPort(JsProcessPort);

impl Port for ProcessPort {
    fn send(&self, message: Vec<u8>) -> Result<(), String> {
        self.0.send_out(Uint8Array::from(message.as_slice())).map_err(|error| words(&error))
    }

    async fn grow(&self, threads: usize) -> Result<(), String> {
        let threads = u32::try_from(threads).map_err(|error| error.to_string())?;
        settle(self.0.grow_by(threads)).await.map(drop)
    }

    fn take(&self) -> Option<Vec<u8>> {
        let message = self.0.take_in();
        (!message.is_undefined()).then(|| Uint8Array::new(&message).to_vec())
    }

    async fn wait(&self, longest: Duration) -> Result<(), String> {
        settle(self.0.wait_for(milliseconds(longest))).await.map(drop)
    }
}

/// Lives as a process, which was started with these bytes, until it ends.
#[wasm_bindgen(js_name = liveAsProcess)]
pub async fn live_as_process(beginning: Vec<u8>, port: JsProcessPort) -> Result<(), JsValue> {
    let lived = sched::live(&beginning, &ProcessPort(port)).await;
    lived.map_err(|error| internal(&error))
}

fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}

/// Waits for a promise; an error becomes its message.
pub(super) async fn settle(promise: Result<Promise, JsValue>) -> Result<JsValue, String> {
    let settled = match promise {
        Ok(promise) => JsFuture::from(promise).await,
        Err(error) => Err(error),
    };
    settled.map_err(|error| words(&error))
}
