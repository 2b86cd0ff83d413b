//! What needs a browser, in both builds: `wasm-pack test --headless --chrome` or
//! `--firefox`, and the same with `-- --config .cargo/threads.toml`.
#![cfg(target_arch = "wasm32")]

use js_sys::{Array, Function, Object, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

use gil_playground::experiment;
use gil_playground::web::{Engine, JsSystemHost, live_as_process};

wasm_bindgen_test_configure!(run_in_dedicated_worker);

fn json(text: &str) -> JsValue {
    js_sys::JSON::parse(text).expect("it is JSON")
}

fn get(value: &JsValue, path: &str) -> JsValue {
    path.split('.').fold(value.clone(), |value, key| {
        Reflect::get(&value, &key.into()).expect("it is an object")
    })
}

fn text(value: &JsValue, path: &str) -> String {
    get(value, path).as_string().expect("it is a string")
}

fn engine() -> Engine {
    Engine::new(json(r#"{ "isolated": true, "cores": 2, "userAgent": "test" }"#))
        .expect("these are surroundings")
}

fn problems(engine: &Engine, source: &str) -> Array {
    let inspection = engine.inspect(source).expect("it is encoded");
    Array::from(&get(&inspection, "diagnostics"))
}

/// No process is started by these tests: the end-to-end tests do that, with real workers.
fn no_processes() -> JsSystemHost {
    JsValue::from(Object::new()).unchecked_into()
}

/// The pool can be started once in an instance, so whichever test comes first does.
#[cfg(target_feature = "atomics")]
async fn start_pool() {
    use std::sync::atomic::{AtomicBool, Ordering};
    static STARTED: AtomicBool = AtomicBool::new(false);
    if !STARTED.swap(true, Ordering::Relaxed) {
        let started = gil_playground::web::init_thread_pool(2);
        wasm_bindgen_futures::JsFuture::from(started).await.expect("the pool starts");
    }
}

#[cfg(not(target_feature = "atomics"))]
fn start_pool() -> std::future::Ready<()> {
    std::future::ready(())
}

async fn run(request: &str) -> Result<JsValue, JsValue> {
    start_pool().await;
    engine().run(json(request), no_processes(), Function::new_no_args("")).await
}

#[wasm_bindgen_test]
fn the_clock_has_a_step_and_the_build_is_told() {
    let environment = engine().environment().expect("it is encoded");
    let step = get(&environment, "timerStepUs").as_f64().expect("a number");
    assert!(step > 0.0 && step < 2000.0, "{step}");
    let expected = if cfg!(target_feature = "atomics") { "threads" } else { "single" };
    assert_eq!(text(&environment, "build"), expected);
}

#[wasm_bindgen_test]
fn programs_and_models_are_plain_objects() {
    let programs = Array::from(&engine().programs().expect("they are encoded"));
    assert_eq!(text(&programs.get(0), "id"), "countdown");
    let default = get(&programs.get(0), "parameters.0.default").as_f64();
    assert_eq!(default, Some(50_000_000.0));
    let models = Array::from(&engine().models().expect("they are encoded"));
    assert_eq!(get(&models.get(1), "available").as_bool(), Some(true));
    let has_free_threads = get(&models.get(2), "available").as_bool();
    assert_eq!(has_free_threads, Some(cfg!(target_feature = "atomics")));
}

#[wasm_bindgen_test]
fn a_bad_source_is_diagnosed_with_its_place() {
    let problems = problems(&engine(), "x = t''\n");
    assert_eq!(get(&problems.get(0), "column").as_f64(), Some(5.0));
    assert_eq!(text(&problems.get(0), "message"), "t-strings are not supported");
}

#[wasm_bindgen_test]
fn names_are_in_their_normal_form() {
    let source = "def task(worker, workers, \u{fb01}: int = 1, e\u{301}: int = 2):\n    return 0\n";
    let parameters = Array::from(&engine().parameters(source).expect("they are encoded"));
    let names = parameters.iter().map(|parameter| text(&parameter, "name")).collect::<Vec<_>>();
    assert_eq!(names, ["fi", "\u{e9}"]);
}

#[wasm_bindgen_test]
fn the_deepest_sources_that_are_accepted_fit_the_stack() {
    for source in [
        format!("x = {}1{}", "(".repeat(199), ")".repeat(199)),
        format!("x = {}1", "not ".repeat(498)),
        format!("x = {}1", "- ".repeat(498)),
        format!("x = 1{}", " + 1".repeat(498)),
        format!("x = 1{}", " ** 1".repeat(498)),
        format!("x = {}1", "1 if 1 else ".repeat(249)),
    ] {
        let problems = problems(&engine(), &source);
        let shown = js_sys::JSON::stringify(&problems).expect("it is plain data");
        let refused = String::from(shown).contains("too many");
        assert!(refused || problems.length() == 0, "{}", &source[..20]);
    }
}

#[wasm_bindgen_test]
async fn a_sequential_run_is_reported() {
    let report =
        run(r#"{ "program": "countdown", "args": { "n": 3000000 }, "models": ["sequential"],
             "workers": [2], "samples": 2, "warmups": 0 }"#)
        .await
        .expect("it runs");
    assert_eq!(text(&report, "results.0.tasks.1.result"), "1500000");
    let total = get(&report, "results.0.samples.0.totalMs").as_f64().expect("a number");
    assert!(total > 0.0);
    assert_eq!(get(&report, "plan.args.n").as_f64(), Some(3_000_000.0));
}

#[wasm_bindgen_test]
async fn a_report_that_has_travelled_as_json_is_analysed_to_the_same() {
    let report = run(r#"{ "program": "countdown", "args": { "n": 3000000 },
             "models": ["sequential"], "workers": [1, 2], "samples": 3, "warmups": 0 }"#)
    .await
    .expect("it runs");
    let sent = js_sys::JSON::stringify(&report).expect("it is plain data");
    let received = json(&String::from(sent.clone()));
    let analysed = engine().analyze(received).expect("it is a report");
    assert_eq!(js_sys::JSON::stringify(&analysed).expect("it is plain data"), sent);
    for nonsense in ["null", "[]", "{}", r#"{ "format": 3 }"#, r#""report""#, "7"] {
        let error = engine().analyze(json(nonsense)).expect_err(nonsense);
        assert_eq!(text(&error, "kind"), "bad-request", "{nonsense}");
        assert_eq!(text(&error, "field"), "report", "{nonsense}");
    }
}

#[wasm_bindgen_test]
fn the_script_for_cpython_holds_the_program() {
    let request = json(r#"{ "program": "fib", "workers": [1, 2] }"#);
    let template = experiment::script_template();
    let script = engine().script(request, template).expect("it is written");
    assert!(script.starts_with("#!"), "{}", &script[..100]);
    assert!(script.contains("def fib(n"), "the program is in it");
    let error =
        engine().script(json(r#"{ "program": "nope" }"#), template).expect_err("it is refused");
    assert_eq!(text(&error, "kind"), "unknown-program");
}

#[wasm_bindgen_test]
async fn a_sleeping_task_takes_its_time_in_either_build() {
    let report =
        run(r#"{ "source": "import time\ndef task(worker, workers):\n    time.sleep(0.05)",
             "models": ["sequential"], "workers": [2], "samples": 1, "warmups": 0 }"#)
        .await
        .expect("it runs");
    let blocked = get(&report, "results.0.trace.timeUse.blockedMs").as_f64().expect("a number");
    assert!(blocked >= 99.0, "{blocked}");
}

/// The tests run in a worker, which may wait on a memory of its own, isolated or not.
#[cfg(not(target_feature = "atomics"))]
#[wasm_bindgen_test]
fn a_worker_can_rest_without_threads() {
    let time = std::time::Duration::from_millis(50);
    let begin = web_time::Instant::now();
    assert!(gil_playground::web::rest(time), "the browser lets it");
    assert!(begin.elapsed() >= time * 9 / 10, "{:?}", begin.elapsed());
}

#[wasm_bindgen_test]
async fn failures_are_thrown_with_their_kind() {
    let kind = |error: JsValue| text(&error, "kind");
    for (request, expected) in [
        (r#"{ "program": "nope" }"#, "unknown-program"),
        (r#"{ "program": "fib", "models": ["nope"] }"#, "unknown-model"),
        (r#"{ "program": "fib", "sampels": 3 }"#, "bad-request"),
        (r#"{ "program": "fib", "samples": "three" }"#, "bad-request"),
        (r#"{ "source": "x = t''" }"#, "bad-source"),
        (
            r#"{ "source": "def task(worker, workers):\n    1 // 0", "models": ["sequential"] }"#,
            "raised",
        ),
        (
            r#"{ "source": "def task(worker, workers):\n    return 1 << (1 << 40)",
                 "models": ["sequential"] }"#,
            "stopped",
        ),
    ] {
        assert_eq!(kind(run(request).await.expect_err("it fails")), expected, "{request}");
    }
}

#[wasm_bindgen_test]
fn what_is_wrong_with_a_request_is_told_with_its_field() {
    for (request, field, message) in [
        (
            r#"{ "sampels": 3 }"#,
            "sampels",
            "sampels: unknown field `sampels`, expected one of `program`",
        ),
        (r#"{ "samples": "three" }"#, "samples", "samples: invalid type: string \"three\""),
        (r#"{ "workers": [1, null] }"#, "workers", "workers[1]: invalid type"),
        (r#"{ "args": { "n": [1] } }"#, "args", "args.n: expected a boolean, a number or a string"),
        (r#"{ "work": "shared" }"#, "work", "work: unknown variant `shared`"),
        ("7", "request", "expected an object"),
        ("[]", "request", "expected an object"),
    ] {
        let error = engine().plan(json(request)).expect_err(request);
        assert_eq!(text(&error, "kind"), "bad-request", "{request}");
        assert_eq!(text(&error, "field"), field, "{request}");
        let told = text(&error, "message");
        assert!(told.starts_with(message), "{told}");
    }
}

#[wasm_bindgen_test]
fn options_that_are_undefined_are_left_open() {
    let request = json(r#"{ "program": "fib" }"#);
    for option in ["source", "args", "size", "workers", "samples"] {
        Reflect::set(&request, &option.into(), &JsValue::UNDEFINED).expect("it is an object");
    }
    let plan = engine().plan(request).expect("it can be planned");
    assert_eq!(text(&plan, "program"), "fib");
}

#[wasm_bindgen_test]
async fn bytes_that_are_no_beginning_do_not_make_a_process() {
    let port = JsValue::from(Object::new()).unchecked_into();
    let error = live_as_process(vec![7, 7], port).await.expect_err("it is refused");
    assert_eq!(text(&error, "kind"), "internal");
}

#[cfg(target_feature = "atomics")]
mod threads {
    use super::*;

    #[wasm_bindgen_test]
    async fn threads_share_one_memory_and_the_gil_is_handed_on() {
        let memory = wasm_bindgen::memory().unchecked_into::<js_sys::WebAssembly::Memory>();
        let is_shared = memory.buffer().is_instance_of::<js_sys::SharedArrayBuffer>();
        assert!(is_shared, "the memory is not shared");
        let report = run(r#"{ "program": "countdown", "args": { "n": 6000000 }, "workers": [2],
                 "models": ["gil", "free-threaded"], "samples": 2, "warmups": 0,
                 "switchIntervalMs": 1 }"#)
        .await
        .expect("it runs");
        assert_eq!(get(&report, "mismatches.length").as_f64(), Some(0.0));
        assert_eq!(text(&report, "results.1.model"), "gil");
        let hand_offs = get(&report, "results.1.handOffs").as_f64().expect("there is a GIL");
        assert!(hand_offs >= 2.0, "{hand_offs}");
        assert_eq!(text(&report, "results.2.tasks.0.result"), "3000000");
    }
}
