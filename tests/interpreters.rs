//! Interpreters that a script makes in its process (PEP 734), under both Pythons.
#![cfg(not(any(target_arch = "wasm32", gil_loom)))]

#[path = "common/script.rs"]
mod common;

use gil_playground::sched::{Execution, Runtime};
use gil_playground::vm::Stream;

use common::script;

fn run(text: &str, runtime: Runtime) -> Execution {
    let execution = common::run(&script(text, runtime));
    let printed = |stream| {
        let pieces = execution.output.iter().filter(move |piece| piece.stream == stream);
        pieces.map(|piece| piece.text.as_str()).collect::<String>()
    };
    assert_eq!(printed(Stream::Stderr), "", "{runtime:?}");
    assert_eq!((&execution.failure, execution.status), (&None, 0), "{runtime:?}");
    execution
}

/// What a script prints, the same under both.
fn check(text: &str, expected: &str) {
    for runtime in [Runtime::Gil, Runtime::FreeThreaded] {
        let execution = run(text, runtime);
        let printed: String = execution.output.iter().map(|piece| piece.text.as_str()).collect();
        assert_eq!(printed, expected, "{runtime:?}");
    }
}

#[test]
fn source_code_runs_in_a_main_module_that_stays() {
    check(
        r#"
from concurrent import interpreters
there = interpreters.create()
there.exec("x = 1\ndef add(a):\n    global x\n    x += a\n    return x\n")
there.exec("print(add(4), x, __name__)")
there.exec("def add(a):\n    return 'new', a, x\nprint(add(2))")
there.exec("class Times:\n    def __init__(self, by): self.by = by\n    def of(self, n): return n * self.by")
there.exec("t = Times(3)\nprint([t.of(n) for n in range(x)])\nimport math\nprint(math.floor(math.pi))")
there.prepare_main(given=[1, {"two": (3,)}], x=7)
there.exec("print(given, add(x))")
x = 0
other = interpreters.create()
try:
    other.exec("print(x)")
except interpreters.ExecutionFailed as error:
    print(error.excinfo.type.__name__, error.excinfo.msg)
try:
    other.exec("x = = 2")
except interpreters.ExecutionFailed as error:
    print(error.excinfo.type.__name__)
"#,
        "5 5 __main__\n('new', 2, 5)\n[0, 3, 6, 9, 12]\n3\n[1, {'two': (3,)}] ('new', 7, 7)\n\
         NameError name 'x' is not defined\nSyntaxError\n",
    );
}

#[test]
fn functions_of_the_script_are_called_with_copies() {
    check(
        r#"
from concurrent import interpreters

seen = []

def fill(items):
    seen.append(len(items))
    items.append(0)
    return items, len(seen)

def fail():
    return {}["nothing"]

def main():
    there = interpreters.create()
    mine = [1, 2]
    print(there.call(fill, mine), mine, seen)
    print(there.call(fill, mine))
    try:
        there.call(fail)
    except interpreters.ExecutionFailed as error:
        print(error.excinfo.type.__name__, error.excinfo.msg)
    try:
        there.call(lambda: 1)
    except interpreters.NotShareableError:
        print("not shareable")
    print(there.is_running(), there == interpreters.Interpreter(there.id))
    print(len(interpreters.list_all()), interpreters.get_current() == interpreters.get_main())
    there.close()
    print(len(interpreters.list_all()))
    try:
        there.call(fill, [])
    except interpreters.InterpreterNotFoundError:
        print("gone")

if __name__ == "__main__":
    main()
"#,
        "([1, 2, 0], 1) [1, 2] []\n([1, 2, 0], 2)\nKeyError 'nothing'\nnot shareable\nFalse True\n\
         2 True\n1\ngone\n",
    );
}

#[test]
fn queues_go_between_them_and_pools_use_them() {
    check(
        r#"
from concurrent import interpreters
from concurrent.futures import InterpreterPoolExecutor

def echo(asked, answers):
    for item in iter(asked.get, None):
        answers.put(("got", item))

def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)

def fail(n):
    raise ValueError(n)

def main():
    asked, answers = interpreters.create_queue(2), interpreters.create_queue()
    thread = interpreters.create().call_in_thread(echo, asked, answers)
    for item in (1, "two", None):
        asked.put(item)
    print(answers.get(), answers.get())
    thread.join()
    try:
        answers.get_nowait()
    except interpreters.QueueEmpty:
        print("empty", answers.qsize())
    with InterpreterPoolExecutor(3) as pool:
        print(list(pool.map(fib, range(10))))
        try:
            pool.submit(fail, 3).result()
        except ValueError as error:
            print(repr(error))

if __name__ == "__main__":
    main()
"#,
        "('got', 1) ('got', 'two')\nempty 0\n[0, 1, 1, 2, 3, 5, 8, 13, 21, 34]\nValueError(3)\n",
    );
}

#[test]
fn each_has_a_lock_of_its_own() {
    let text = r#"
from concurrent import interpreters
from concurrent.futures import InterpreterPoolExecutor

def count(n):
    while n > 0:
        n -= 1

if __name__ == "__main__":
    with InterpreterPoolExecutor(2) as pool:
        list(pool.map(count, [3_000_000] * 4))
"#;
    let execution = run(text, Runtime::Gil);
    let lanes = execution.trace.expect("it was recorded").lanes;
    let inside = execution.threads.iter().zip(&lanes);
    let inside = inside.filter(|(thread, _)| thread.name.starts_with("Interpreter-"));
    let (mut running, mut waiting) = (0.0, 0.0);
    for (_, lane) in inside {
        running += lane.time_use.running_ms;
        waiting += lane.time_use.waiting_ms;
    }
    // Two of them with one lock would wait for it as long as they run.
    assert!(waiting < running / 4.0, "they ran {running} ms and waited {waiting} ms");
}
