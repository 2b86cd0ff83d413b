//! Scripts that start their own threads, under both Pythons: counts, orders and ratios.
#![cfg(not(any(target_arch = "wasm32", gil_loom)))]

#[path = "common/script.rs"]
mod common;

use std::time::Duration;

use gil_playground::sched::{Execution, Failure, Runtime, Script, execute};
use gil_playground::trace::{Awaited, State};
use gil_playground::vm::{Site, Stream};

use common::{run, script};

const BOTH: [Runtime; 2] = [Runtime::Gil, Runtime::FreeThreaded];

/// A thread that waits at a line of the program.
fn place(thread: &str, function: &str, line: u32) -> (String, Option<Site>) {
    (thread.to_owned(), Some(Site { function: function.to_owned(), line, text: 0 }))
}

fn printed(execution: &Execution, stream: Stream) -> String {
    let pieces = execution.output.iter().filter(|piece| piece.stream == stream);
    pieces.map(|piece| piece.text.as_str()).collect()
}

/// What a script prints, which ends well.
fn output(text: &str, runtime: Runtime) -> String {
    let execution = run(&script(text, runtime));
    assert_eq!(execution.failure, None, "{runtime:?}");
    assert_eq!(printed(&execution, Stream::Stderr), "", "{runtime:?}");
    assert_eq!(execution.status, 0);
    printed(&execution, Stream::Stdout)
}

const COUNT: &str = "\
import threading

counter = 0

def one():
    return 1

def work(turns):
    global counter
    for _ in range(turns):
        counter += STEP

threads = [threading.Thread(target=work, args=(TURNS,)) for _ in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(counter)
";

fn count(step: &str, turns: u32, runtime: Runtime) -> u32 {
    let text = COUNT.replace("STEP", step).replace("TURNS", &turns.to_string());
    output(&text, runtime).trim().parse().expect("it is a number")
}

#[test]
fn only_without_the_gil_an_addition_without_a_call_loses_updates() {
    let turns = 200_000;
    assert_eq!(count("1", turns, Runtime::Gil), 4 * turns);
    let counted = count("1", turns, Runtime::FreeThreaded);
    assert!(counted < 4 * turns, "{counted}");
}

#[test]
fn a_call_between_read_and_write_loses_updates_under_both() {
    for runtime in BOTH {
        let counted = count("one()", 300_000, runtime);
        assert!(counted < 1_200_000, "{counted}, {runtime:?}");
    }
}

#[test]
fn processes_lose_updates_of_shared_numbers_without_a_lock_only() {
    let text = "\
from multiprocessing import Barrier, Process, Value

def count(value, lock, barrier):
    barrier.wait()
    for _ in range(2_000):
        if lock is None:
            value.value += 1
        else:
            with lock:
                value.value += 1

if __name__ == '__main__':
    for has_lock in (False, True):
        value = Value('q', 0)
        lock = value.get_lock() if has_lock else None
        barrier = Barrier(3)
        processes = [Process(target=count, args=(value, lock, barrier)) for _ in range(3)]
        for process in processes:
            process.start()
        for process in processes:
            process.join()
        print(value.value)
";
    for runtime in BOTH {
        let printed = output(text, runtime);
        let counted: Vec<u32> =
            printed.lines().map(|line| line.parse().expect("a number")).collect();
        assert!((2_000..6_000).contains(&counted[0]), "{counted:?}, {runtime:?}");
        assert_eq!(counted[1], 6_000, "{runtime:?}");
    }
}

#[test]
fn thousands_of_threads_wait_at_once() {
    let text = "\
import threading, time
gate = threading.Event()
def wait():
    gate.wait()
    time.sleep(0.01)
threads = [threading.Thread(target=wait) for _ in range(3000)]
for thread in threads:
    thread.start()
print(threading.active_count())
gate.set()
for thread in threads:
    thread.join()
print(threading.active_count())
";
    for runtime in BOTH {
        assert_eq!(output(text, runtime), "3001\n1\n");
    }
}

/// Under both Pythons, all on one carrier.
fn on_one_carrier(text: &str, runtime: Runtime) -> Execution {
    let script = Script { carriers: 1, virtual_threads: true, ..script(text, runtime) };
    let execution = run(&script);
    assert_eq!((&execution.failure, execution.status), (&None, 0), "{runtime:?}");
    execution
}

#[test]
fn virtual_threads_need_no_thread_of_the_system() {
    let text = "\
import threading, time
from concurrent.futures import ThreadPoolExecutor
stop = threading.Event()
turns = [0, 0]
def spin(me):
    while not stop.is_set():
        turns[me] += 1
spinning = [threading.Thread(target=spin, args=(me,)) for me in range(2)]
for thread in spinning:
    thread.start()
with ThreadPoolExecutor(10) as pool:
    print(sum(pool.map(lambda one: time.sleep(0.01) or one, range(10))))
while not all(turns):
    time.sleep(0.01)
stop.set()
";
    for runtime in BOTH {
        assert_eq!(printed(&on_one_carrier(text, runtime), Stream::Stdout), "45\n");
    }
}

#[test]
fn a_virtual_thread_that_sleeps_takes_little_memory() {
    let text = "\
import threading, time
for _ in range(5000):
    threading.Thread(target=time.sleep, args=(60,), daemon=True).start()
print(threading.active_count())
";
    for runtime in BOTH {
        let execution = on_one_carrier(text, runtime);
        assert_eq!(printed(&execution, Stream::Stdout), "5001\n");
        assert_eq!(execution.threads.len(), 5001);
        let bytes = execution.heap_bytes / 5000;
        assert!(bytes < 1200, "{bytes} bytes of objects for each, {runtime:?}");
    }
}

#[test]
fn more_threads_that_compute_than_carriers_all_make_progress() {
    let text = "\
import threading, time
done = [0] * 40
stop = False
def spin(me):
    while not stop:
        done[me] += 1
threads = [threading.Thread(target=spin, args=(me,)) for me in range(40)]
for thread in threads:
    thread.start()
while min(done) == 0:
    time.sleep(0.01)
stop = True
for thread in threads:
    thread.join()
print('all')
";
    for runtime in BOTH {
        assert_eq!(output(text, runtime), "all\n");
    }
}

#[test]
fn the_program_ends_when_its_last_thread_does_that_is_no_daemon() {
    let text = "\
import threading, time
def late():
    time.sleep(0.05)
    print('late')
def never():
    while True:
        pass
threading.Thread(target=never, daemon=True).start()
threading.Thread(target=time.sleep, args=(1000,), daemon=True).start()
threading.Thread(target=late, name='Late').start()
print('main')
";
    for runtime in BOTH {
        let execution = run(&script(text, runtime));
        assert_eq!(printed(&execution, Stream::Stdout), "main\nlate\n");
        assert_eq!(execution.status, 0);
        let names: Vec<_> = execution.threads.iter().map(|thread| thread.name.as_str()).collect();
        assert_eq!(names, ["MainThread", "Thread-1 (never)", "Thread-2 (sleep)", "Late"]);
        assert!(execution.threads[1..].iter().all(|thread| thread.parent == Some(1)));
        assert!(execution.total_ms < 10_000.0);
    }
}

#[test]
fn an_exception_ends_its_own_thread_and_is_told() {
    let text = "\
import threading
def fail():
    raise ValueError('no')
thread = threading.Thread(target=fail, name='Bad')
thread.start()
thread.join()
print(thread.is_alive())
";
    for runtime in BOTH {
        let execution = run(&script(text, runtime));
        assert_eq!((execution.status, &execution.failure), (0, &None));
        assert_eq!(printed(&execution, Stream::Stdout), "False\n");
        let told = printed(&execution, Stream::Stderr);
        assert!(told.starts_with("Exception in thread Bad:\nTraceback (most recent"), "{told}");
        assert!(told.ends_with("in fail\n    raise ValueError('no')\nValueError: no\n"), "{told}");
    }
}

#[test]
fn the_main_threads_end_is_the_exit_status() {
    for (end, status, told) in [
        ("", 0, ""),
        ("raise SystemExit", 0, ""),
        ("raise SystemExit(3)", 3, ""),
        ("raise SystemExit('enough')", 1, "enough\n"),
        ("1 / 0", 1, "ZeroDivisionError: division by zero\n"),
    ] {
        for runtime in BOTH {
            let execution = run(&script(end, runtime));
            assert_eq!((execution.status, &execution.failure), (status, &None), "{end}");
            assert!(printed(&execution, Stream::Stderr).ends_with(told), "{end}");
        }
    }
}

#[test]
fn processes_that_wait_for_each_other_are_told_with_their_lines() {
    let text = "\
import multiprocessing
def echo(inbox, outbox):
    while True:
        outbox.put(inbox.get())
if __name__ == '__main__':
    one, two = multiprocessing.Queue(), multiprocessing.Queue()
    multiprocessing.Process(target=echo, args=(one, two), name='Echo').start()
    for n in range(100):
        one.put(n)
        assert two.get() == n
    two.get()
";
    for runtime in BOTH {
        let execution = run(&script(text, runtime));
        let waiting =
            vec![place("MainThread", "<module>", 11), place("MainThread of Echo", "echo", 4)];
        assert_eq!(execution.failure, Some(Failure::Deadlock(waiting)));
    }
}

#[test]
fn who_waits_for_a_process_that_sleeps_is_not_deadlocked() {
    let text = "\
import multiprocessing, time
def late(outbox):
    time.sleep(0.2)
    outbox.put('late')
if __name__ == '__main__':
    queue = multiprocessing.Queue()
    process = multiprocessing.Process(target=late, args=(queue,))
    process.start()
    print(queue.get())
    process.join()
";
    for runtime in BOTH {
        assert_eq!(output(text, runtime), "late\n");
    }
}

#[test]
fn threads_that_wait_for_each_other_are_told_with_their_lines() {
    let text = "\
import threading, time
a, b = threading.Lock(), threading.Lock()
def one():
    with a:
        time.sleep(0.05)
        with b:
            pass
def two():
    with b:
        time.sleep(0.05)
        with a:
            pass
threading.Thread(target=one, name='One').start()
threading.Thread(target=two, name='Two').start()
";
    for runtime in BOTH {
        let execution = run(&script(text, runtime));
        let waiting = vec![place("One", "one", 6), place("Two", "two", 11)];
        assert_eq!(execution.failure, Some(Failure::Deadlock(waiting)));
    }
}

#[test]
fn what_takes_too_long_is_ended_whatever_it_does() {
    for text in [
        "while True:\n    pass\n",
        "import threading\nlock = threading.Lock()\nlock.acquire()\nlock.acquire(timeout=100)\n",
        "import time\ntime.sleep(100)\n",
        "import threading\ndef spin():\n    while True:\n        pass\n\
         for _ in range(100):\n    threading.Thread(target=spin).start()\n",
        "import threading\nwhile True:\n    threading.Thread(target=int).start()\n",
    ] {
        for runtime in BOTH {
            let mut script = script(text, runtime);
            script.time_limit = Duration::from_millis(300);
            let execution = run(&script);
            assert_eq!(execution.failure, Some(Failure::Time), "{text}");
            assert!(execution.total_ms < 5_000.0, "{text}: {}", execution.total_ms);
        }
    }
}

#[test]
fn the_gil_is_handed_on_after_each_interval_and_waits_are_drawn() {
    let text = "\
import threading, time
def spin():
    end = time.monotonic() + 0.3
    while time.monotonic() < end:
        pass
threads = [threading.Thread(target=spin) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
";
    let execution = run(&script(text, Runtime::Gil));
    let hand_offs = execution.hand_offs.expect("there is a lock");
    assert!((10..200).contains(&hand_offs), "{hand_offs}");
    let trace = execution.trace.expect("it was wanted");
    assert_eq!(trace.lanes.len(), 3);
    let waited: f64 = trace.lanes[1..].iter().map(|lane| lane.time_use.waiting_ms).sum();
    assert!(waited > 150.0, "{waited}");
    assert!(trace.lanes[1].states.contains(&State::Running));
    let execution = run(&script(text, Runtime::FreeThreaded));
    assert_eq!(execution.hand_offs, None);
}

#[test]
fn who_sleeps_often_beside_one_that_computes_gets_a_turn_after_each_interval() {
    let text = "\
import threading, time
stop = False
naps = 0
def nap():
    global naps
    while not stop:
        time.sleep(0.0002)
        naps += 1
def spin():
    while not stop:
        pass
threads = [threading.Thread(target=nap), threading.Thread(target=spin)]
for thread in threads:
    thread.start()
time.sleep(0.5)
stop = True
for thread in threads:
    thread.join()
print(naps)
";
    let naps = |interval_us, runtime| -> u32 {
        let mut script = script(text, runtime);
        script.switch_interval = Duration::from_micros(interval_us);
        printed(&run(&script), Stream::Stdout).trim().parse().expect("it is a number")
    };
    let (seldom, often) = (naps(5_000, Runtime::Gil), naps(500, Runtime::Gil));
    assert!(seldom > 0, "it never had a turn");
    assert!(often > 2 * seldom, "{often} and {seldom}");
    let free = naps(5_000, Runtime::FreeThreaded);
    assert!(free > 4 * seldom, "{free} and {seldom}");
}

#[test]
fn what_threads_print_keeps_its_order_and_says_who_printed_it() {
    let text = "\
import threading
turn = threading.Condition()
number = 0
def say(me):
    global number
    for expected in range(me, 30, 3):
        with turn:
            turn.wait_for(lambda: number == expected)
            print(expected)
            number += 1
            turn.notify_all()
threads = [threading.Thread(target=say, args=(me,)) for me in range(3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
";
    let expected: Vec<_> = (0..30).map(|number| number.to_string()).collect();
    let expected = expected.join("\n") + "\n";
    for runtime in BOTH {
        let script = script(text, runtime);
        let mut live = String::new();
        let mut hear = |pieces: Vec<gil_playground::sched::Printed>| {
            for piece in pieces {
                live.push_str(&piece.text);
            }
        };
        let execution = execute(&script, &mut hear).expect("it can be run");
        assert_eq!(printed(&execution, Stream::Stdout), expected);
        assert_eq!(live, expected, "{runtime:?}");
        let threads: std::collections::BTreeSet<_> =
            execution.output.iter().map(|piece| piece.thread).collect();
        assert_eq!(threads.len(), 3);
    }
}

/// What threads were blocked for at each line.
fn blocked(text: &str, runtime: Runtime) -> Vec<(String, u32, Awaited)> {
    let execution = run(&script(text, runtime));
    assert_eq!(execution.failure, None, "{runtime:?}");
    assert_eq!(printed(&execution, Stream::Stderr), "", "{runtime:?}");
    let lanes = execution.trace.expect("it is traced").lanes;
    for lane in &lanes {
        assert_eq!(lane.at.len(), if lane.places.is_empty() { 0 } else { lane.states.len() });
        let places = lane.places.iter().map(|place| place.ms).sum::<f64>();
        assert!((places - lane.time_use.blocked_ms).abs() < 1e-6, "{lane:?}");
    }
    let places = lanes.into_iter().flat_map(|lane| lane.places);
    let blocked = places.filter(|place| place.times > 0);
    blocked.filter_map(|place| Some((place.function, place.line, place.awaited?))).collect()
}

#[test]
fn what_a_thread_waits_for_is_told_apart_with_its_line() {
    let text = "\
import threading, queue, time
from concurrent.futures import ThreadPoolExecutor

lock, event, items = threading.Lock(), threading.Event(), queue.Queue()
change = threading.Condition()

class Waiter:
    def wait(self):
        with lock:
            pass
        event.wait()
        items.get()
        with change:
            change.wait()

lock.acquire()
thread = threading.Thread(target=Waiter().wait)
thread.start()
for step in (lock.release, event.set, lambda: items.put(1)):
    time.sleep(0.02)
    step()
time.sleep(0.02)
with change:
    change.notify()
thread.join()
with ThreadPoolExecutor(1) as pool:
    pool.submit(time.sleep, 0.02).result()
";
    for runtime in BOTH {
        let found = blocked(text, runtime);
        for (function, line, awaited) in [
            ("wait", 9, Awaited::Lock),
            ("wait", 11, Awaited::Event),
            ("wait", 12, Awaited::Message),
            ("wait", 14, Awaited::Event),
            ("<module>", 20, Awaited::Time),
            ("<module>", 27, Awaited::Result),
        ] {
            let expected = (function.to_owned(), line, awaited);
            assert!(found.contains(&expected), "{runtime:?}, {expected:?}: {found:?}");
        }
    }
}

#[test]
fn who_holds_a_lock_that_is_waited_for_is_known() {
    let text = "\
import threading, time

lock = threading.Lock()

def hold():
    with lock:
        time.sleep(0.05)

holder = threading.Thread(target=hold)
holder.start()
time.sleep(0.01)
lock.acquire()
holder.join()
";
    for runtime in BOTH {
        let execution = run(&script(text, runtime));
        let trace = execution.trace.expect("it is traced");
        let waits = trace.lanes[0].places.iter().find(|at| at.awaited == Some(Awaited::Lock));
        let waits = waits.expect("the main thread waits for the lock");
        assert_eq!((waits.line, waits.holder), (12, Some(2)), "{runtime:?}");
    }
}

#[test]
fn the_tasks_of_an_event_loop_have_lanes_with_the_lines_of_their_awaits() {
    let text = "\
import asyncio, time
lock = asyncio.Lock()

async def fetch(seconds):
    async with lock:
        await asyncio.sleep(seconds)

async def main():
    await asyncio.gather(*[fetch(0.02) for _ in range(2)])
    time.sleep(0.02)

asyncio.run(main())
";
    for runtime in BOTH {
        let execution = run(&script(text, runtime));
        assert_eq!(execution.failure, None, "{runtime:?}");
        let trace = execution.trace.expect("it is traced");
        let lanes = execution.threads.iter().zip(&trace.lanes).filter(|(info, _)| info.is_task);
        let found: Vec<_> = lanes
            .map(|(info, lane)| {
                assert!(info.parent == Some(1) && info.start_ms <= info.end_ms, "{info:?}");
                let awaits = lane.places.iter().filter(|place| place.times > 0);
                let awaits = awaits.filter_map(|place| Some((place.line, place.awaited?)));
                (info.name.as_str(), awaits.collect::<Vec<_>>())
            })
            .collect();
        let expected = [
            ("Task-1 (main)", vec![(9, Awaited::Result), (10, Awaited::Time)]),
            ("Task-2 (fetch)", vec![(6, Awaited::Time)]),
            ("Task-3 (fetch)", vec![(5, Awaited::Lock), (6, Awaited::Time)]),
        ];
        assert_eq!(found, expected, "{runtime:?}");
        let asleep = trace.lanes[2].time_use.blocked_ms;
        assert!(asleep >= 19.0, "{asleep}");
    }
}

#[test]
fn a_task_that_is_ready_waits_for_its_turn_while_another_one_keeps_the_loop() {
    let text = "\
import asyncio, time

async def tick():
    await asyncio.sleep(0.02)

async def keep():
    time.sleep(0.08)

async def main():
    await asyncio.gather(tick(), keep())

asyncio.run(main())
";
    for runtime in BOTH {
        let execution = run(&script(text, runtime));
        let trace = execution.trace.expect("it is traced");
        let lane = |name: &str| {
            let at = execution.threads.iter().position(|info| info.name.contains(name));
            &trace.lanes[at.expect("it has a lane")]
        };
        let (tick, keep) = (lane("tick"), lane("keep"));
        // From when its time had come until the loop came back to it.
        let (ready, asleep) = (tick.time_use.waiting_ms, tick.time_use.blocked_ms);
        assert!(ready >= 20.0 && asleep > 0.0, "{runtime:?}: {ready}, {asleep}");
        assert!(keep.time_use.waiting_ms < ready, "{runtime:?}: {keep:?}");
        // Of those that wait for the GIL, it is none.
        assert!(trace.lanes[0].time_use.waiting_ms <= 0.0, "{runtime:?}");
    }
}

#[test]
fn a_thread_that_computes_waits_for_the_gil_at_its_line() {
    let text = "\
import threading

def count(n):
    while n:
        n -= 1

threads = [threading.Thread(target=count, args=(3_000_000,)) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
";
    let trace = run(&script(text, Runtime::Gil)).trace.expect("it is traced");
    for lane in &trace.lanes[1..] {
        let waits = lane.states.iter().zip(&lane.at).filter(|(state, _)| **state == State::Waiting);
        let places = waits.filter_map(|(_, at)| lane.places.get((*at)? as usize));
        // The library's code around the thread has no line that is the program's.
        let lines: Vec<_> = places.filter(|place| !place.function.is_empty()).collect();
        assert!(!lines.is_empty(), "{lane:?}");
        for place in lines {
            assert_eq!(place.function, "count");
            assert!((3..=5).contains(&place.line), "{place:?}");
        }
    }
}
