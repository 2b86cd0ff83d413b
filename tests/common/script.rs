//! A script as the native tests run it: on four carriers, traced, for 20 seconds at most.

use std::sync::Arc;
use std::time::Duration;

use gil_playground::code;
use gil_playground::lang::Source;
use gil_playground::sched::{Execution, Runtime, Script, execute};
use gil_playground::vm::Given;

pub(crate) fn script(text: &str, runtime: Runtime) -> Script {
    Script {
        module: Arc::new(code::compile(Source::new(text)).expect("it compiles")),
        runtime,
        carriers: 4,
        virtual_threads: false,
        given: Given::default(),
        switch_interval: Duration::from_millis(5),
        time_limit: Duration::from_secs(20),
        trace: true,
    }
}

pub(crate) fn run(script: &Script) -> Execution {
    execute(script, &mut |_| {}).expect("it can be run")
}
