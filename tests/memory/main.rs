//! How much memory objects take, and that it comes back.
#![cfg(not(any(target_arch = "wasm32", gil_loom)))]

#[path = "../common/mod.rs"]
#[expect(dead_code, reason = "no report is made here")]
mod common;
mod counting;

use std::sync::Arc;
use std::time::Duration;

use common::{ThreadHost, block_on};
use counting::{alone, now, peak};
use gil_playground::code::{self, Module};
use gil_playground::experiment::Model;
use gil_playground::lang::Source;
use gil_playground::sched::tasks::{Job, Run};
use gil_playground::sched::{Runtime, Script, execute};
use gil_playground::vm::{Data, Given, Interpreter, MODULE, Machine, Memory, Plain, Shared};

fn compiled(text: &str) -> Arc<Module> {
    Arc::new(code::compile(Source::new(text)).expect("it compiles"))
}

/// A program whose module has been run.
fn loaded<M: Memory>(text: &str) -> Arc<Interpreter<M>> {
    let mut interpreter = Arc::new(Interpreter::new(&compiled(text), 1).expect("it fits"));
    let mut machine = Machine::new(Arc::clone(&interpreter), 0);
    machine.attach(MODULE, &Arc::default());
    machine.start_module();
    machine.run_to_end().expect("the module runs");
    drop(machine);
    Arc::get_mut(&mut interpreter).expect("nobody else has it").loaded();
    interpreter
}

fn call<M: Memory>(interpreter: &Arc<Interpreter<M>>) {
    let mut machine = Machine::new(Arc::clone(interpreter), 0);
    machine.start_call("task", &[]).expect("there is a task");
    machine.run_to_end().expect("the task runs");
}

/// What makes a million objects one by one, and the bytes that they take on CPython 3.11, with the
/// list: `tracemalloc.start()`, `kept = [expression for i in range(1_000_000)]` in a function, then
/// `tracemalloc.get_traced_memory()[0]`, with CPython 3.11.7 for Linux of 64 bits. What its allocator
/// rounds up is not in it; what ours does is in ours.
struct Million {
    expression: &'static str,
    cpython: isize,
    /// What we may take of that where threads share objects, in hundredths. More than 100 is a bound
    /// that is missed, and must not get worse: locks make slots as large as 88 bytes here. In the
    /// browser pointers are half as long, and slots of 56 bytes, which `src/vm/object.rs` asserts,
    /// hold all of these bounds: pairs and strings take nothing besides, and instances 32 bytes.
    shared: isize,
}

const MILLIONS: [Million; 4] = [
    Million { expression: "(i % 100, i % 50)", cpython: 64_448_728, shared: 150 },
    Million { expression: "Point(1, 2, 3)", cpython: 104_451_752, shared: 123 },
    Million { expression: "str(1_000_000_000 + i)", cpython: 67_448_728, shared: 143 },
    Million { expression: "i / 8", cpython: 32_449_496, shared: 100 },
];

/// Bytes that a list of a million objects takes, by the allocator and as the heap counts.
fn measure<M: Memory>(expression: &str) -> (isize, isize) {
    let text = format!(
        "\
kept = None
class Point:
    def __init__(self, x, y, z):
        self.x = x
        self.y = y
        self.z = z
def task():
    global kept
    kept = [{expression} for i in range(1_000_000)]
"
    );
    let interpreter = loaded::<M>(&text);
    let used = || isize::try_from(interpreter.heap_bytes()).unwrap_or(isize::MAX);
    let (before, used_before) = (now(), used());
    call(&interpreter);
    (now() - before, used() - used_before)
}

/// `most`: of what CPython takes, in hundredths.
fn compare<M: Memory>(most: impl Fn(&Million) -> isize) {
    let _alone = alone();
    for million in &MILLIONS {
        let expression = million.expression;
        let (taken, counted) = measure::<M>(expression);
        let most = million.cpython * most(million) / 100;
        assert!(taken <= most, "{expression}: {taken} of {most}");
        // What a run may take at most is told by what the heap counts.
        assert!((taken - counted).abs() <= taken / 50, "{expression}: {counted} of {taken}");
    }
}

#[test]
fn a_million_objects_take_no_more_than_on_cpython() {
    compare::<Plain>(|_| 100);
}

#[test]
fn a_million_objects_that_threads_share_take_no_more_than_is_known() {
    compare::<Shared>(|million| million.shared);
}

const RUNS: usize = 1000;
/// What threads and their queues may keep for themselves: less than a word for each run.
const SLACK: isize = 4096;
/// What two tasks keep at a time, and what else a run takes.
const MOST: isize = 2 * (50 << 20) + (2 << 20);

/// Two tasks, which are told a number.
fn job(text: &str, number: u32) -> Job {
    Job {
        module: compiled(text),
        tasks: (0..2_u32).map(|me| vec![Data::Int(me.into()), Data::Int(number.into())]).collect(),
        carriers: 2,
        switch_interval: Duration::from_millis(1),
        time_limit: Duration::from_mins(1),
        trace: false,
    }
}

fn run(job: &Job, model: Model) -> Run {
    block_on(model.run(job, &ThreadHost::default())).expect("it runs")
}

#[test]
fn a_thousand_runs_end_where_they_began() {
    // An instance that grows before its class knows by how much takes a word more, so it depends on the turns.
    const WORDS: usize = 16;
    // Cycles as well, which nothing frees while a run lasts.
    let text = "\
class Node:
    def __init__(self, next):
        self.next = next
        self.me = self
shared = []
def task(worker, n):
    for i in range(n):
        shared.append(('text' * i, [i], {i: Node(None)}))
    return len(shared) > 0
";
    let _alone = alone();
    let job = job(text, 20);
    let all = || Model::ALL.map(|model| run(&job, model).heap_bytes);
    let first = all();
    let before = now();
    for _ in 1..RUNS / Model::ALL.len() {
        for (bytes, first) in all().into_iter().zip(first) {
            assert!(bytes.abs_diff(first) <= WORDS * size_of::<u64>(), "{bytes}, first {first}");
        }
    }
    let grown = now() - before;
    assert!(grown <= SLACK, "{grown} bytes are left");
}

#[test]
fn what_a_run_drops_is_there_for_what_it_makes_next() {
    let text = "\
def task(worker, turns):
    for turn in range(turns):
        kept = [bytes(1 << 20) for i in range(40)]
        kept.append([('text' * i, i) for i in range(2200)])
        del kept
    return turns
";
    let _alone = alone();
    for model in Model::ALL {
        let (once, often) = (job(text, 1), job(text, 20));
        let used = run(&once, model).heap_bytes;
        let before = now();
        let (done, most) = peak(|| run(&often, model));
        assert_eq!(done.heap_bytes, used, "{model:?} ends as after one turn");
        assert!(most <= MOST, "{model:?} had {most} of {MOST} bytes");
        drop(done);
        let grown = now() - before;
        assert!(grown <= SLACK, "{model:?}: {grown} bytes are left");
    }
}

/// Bytes that objects take at the end of a script.
fn after(text: &str, runtime: Runtime) -> usize {
    let script = Script {
        module: compiled(text),
        runtime,
        carriers: 4,
        given: Given::default(),
        virtual_threads: false,
        switch_interval: Duration::from_millis(1),
        time_limit: Duration::from_mins(1),
        trace: false,
    };
    let execution = execute(&script, &mut |_| {}).expect("it can be run");
    assert_eq!((execution.failure, execution.status), (None, 0));
    execution.heap_bytes
}

#[test]
fn instances_whose_attributes_others_move_to_a_dict_leave_nothing() {
    let text = "\
import threading
class Thing:
    pass
def move(thing):
    thing.__dict__
    del thing.first
for _ in range(ROUNDS):
    thing = Thing()
    thing.first = thing.second = thing.third = thing.fourth = 'some text'
    thread = threading.Thread(target=move, args=(thing,))
    thread.start()
    thread.join()
    del thing, thread
";
    let _alone = alone();
    for runtime in [Runtime::Gil, Runtime::FreeThreaded] {
        let rounds = |rounds: u32| after(&text.replace("ROUNDS", &rounds.to_string()), runtime);
        assert_eq!(rounds(40), rounds(80), "{runtime:?}");
    }
}

/// Where threads come and go so many times.
fn after_rounds(rounds: usize, runtime: Runtime) -> usize {
    let text = include_str!("../scripts/threads_that_come_and_go.py");
    after(&text.replace("ROUNDS = 3", &format!("ROUNDS = {rounds}")), runtime)
}

#[test]
fn threads_that_come_and_go_leave_nothing() {
    // Not what a run takes at all: with ten times as many rounds it would show.
    const MOST: usize = 4096;
    let _alone = alone();
    for runtime in [Runtime::Gil, Runtime::FreeThreaded] {
        let (few, many) = (after_rounds(1, runtime), after_rounds(8, runtime));
        assert!(many <= few + MOST, "{runtime:?}: {few} bytes, then {many}");
    }
}
