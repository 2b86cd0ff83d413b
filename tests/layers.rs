//! The layering: a module uses only those before it, and only `web` knows the browser.
#![cfg(not(any(target_arch = "wasm32", gil_loom)))]

use std::path::{Path, PathBuf};

const LAYERS: [&str; 6] = ["lang", "code", "vm", "sched", "experiment", "web"];
const BROWSER: [&str; 5] =
    ["wasm_bindgen", "js_sys", "web_sys", "serde_wasm_bindgen", "wasm_bindgen_futures"];

fn rust_files(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).expect("the folder is there") {
        let path = entry.expect("it is readable").path();
        if path.is_dir() {
            rust_files(&path, files);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
}

#[test]
fn each_layer_uses_only_those_before_it() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    for (at, layer) in LAYERS.iter().enumerate() {
        let mut files = Vec::new();
        rust_files(&source.join(layer), &mut files);
        assert!(!files.is_empty(), "{layer} is empty");
        for path in files {
            let text = std::fs::read_to_string(&path).expect("it is readable");
            let later = LAYERS[at + 1..].iter().map(|later| format!("crate::{later}"));
            let browser = BROWSER.iter().filter(|_| *layer != "web").map(|name| (*name).to_owned());
            found.extend(
                later
                    .chain(browser)
                    .filter(|name| text.contains(name.as_str()))
                    .map(|name| format!("{} uses {name}", path.display())),
            );
        }
    }
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn the_trace_is_a_leaf() {
    let mut files = Vec::new();
    rust_files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src/trace"), &mut files);
    assert!(!files.is_empty());
    for path in files {
        let text = std::fs::read_to_string(&path).expect("it is readable");
        let uses = LAYERS.iter().map(|layer| format!("crate::{layer}"));
        let uses = uses.chain(BROWSER.iter().map(|name| (*name).to_owned()));
        let found: Vec<_> = uses.filter(|name| text.contains(name.as_str())).collect();
        assert!(found.is_empty(), "{}: {found:?}", path.display());
    }
}

#[test]
fn unsafe_code_stays_in_the_files_that_explain_it() {
    const ALLOWED: [&str; 34] = [
        "allocator.rs",
        "vm/calls.rs",
        "vm/eval.rs",
        "vm/fixed.rs",
        "vm/globals.rs",
        "vm/growing.rs",
        "vm/heap/block.rs",
        "vm/heap/free.rs",
        "vm/heap/home.rs",
        "vm/heap/mod.rs",
        "vm/heap/others.rs",
        "vm/heap/owner.rs",
        "vm/heap/watch.rs",
        "vm/interpreter/mod.rs",
        "vm/list/plain.rs",
        "vm/list/shared.rs",
        "vm/lock.rs",
        "vm/machine.rs",
        "vm/memory.rs",
        "vm/relaxed.rs",
        "vm/short.rs",
        "vm/stack/cursor.rs",
        "vm/stack/mod.rs",
        "vm/stack/places.rs",
        "vm/steps.rs",
        "vm/text.rs",
        "vm/value.rs",
        "sched/guarded.rs",
        "sched/interpreters.rs",
        "sched/running.rs",
        "sched/scheduler.rs",
        "sched/tasks/duty.rs",
        "sched/tasks/program.rs",
        "web/profile.rs",
    ];
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    rust_files(&source, &mut files);
    for path in files {
        let text = std::fs::read_to_string(&path).expect("it is readable");
        let name = path.strip_prefix(&source).expect("inside").display().to_string();
        let is_unsafe = text.contains("unsafe {") || text.contains("unsafe impl");
        let is_allowed = ALLOWED.contains(&name.as_str());
        assert!(!is_unsafe || is_allowed, "{name} has unsafe code");
        assert!(is_unsafe || !is_allowed, "{name} has no unsafe code and need not be in the list");
    }
}
