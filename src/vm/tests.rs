//! The heap under both memory policies, small enough for Miri: `npm test miri`.

use std::fmt::Write;
use std::sync::Arc;

use super::*;
use crate::code;
use crate::lang::{self, Source};

/// Compiled once for both policies: nothing takes longer under Miri.
fn compiled(text: &str) -> Arc<code::Module> {
    Arc::new(code::compile(Source::new(text)).expect("it compiles"))
}

fn interpreter<M: Memory>(text: &str) -> Arc<Interpreter<M>> {
    loaded(&compiled(text))
}

fn loaded<M: Memory>(module: &Arc<code::Module>) -> Arc<Interpreter<M>> {
    let mut interpreter = Arc::new(Interpreter::new(module, 2).expect("it fits"));
    let mut machine = Machine::new(Arc::clone(&interpreter), 0);
    machine.start_module();
    machine.run_to_end().expect("the module runs");
    drop(machine);
    Arc::get_mut(&mut interpreter).expect("nobody else has it").loaded();
    interpreter
}

fn call<M: Memory>(interpreter: &Arc<Interpreter<M>>, worker: usize) -> Data {
    let mut machine = Machine::new(Arc::clone(interpreter), worker);
    machine.start_call("task", &[Data::Int(worker.into())]).expect("there is a task");
    machine.run_to_end().expect("the task runs")
}

/// Objects in globals, registers, defaults, arguments and results; overwritten and left behind.
const OBJECTS: &str = "\
text = 'a' * 5
big = 2 ** 70
def join(a, b=text + 'default', c=1e300):
    return a + b if c > 1 else a
def task(worker):
    global text, big
    for i in range(6):
        text = join(text) if i % 2 == 0 else join('x', 'y')
        big = big * 3 - worker
    local = text + str_of(big)
    local = local * 2
    return local
def str_of(n):
    return 'even' if n % 2 == 0 else 'odd'
";

#[test]
fn objects_live_as_long_as_they_are_used_under_both_policies() {
    let module = compiled(OBJECTS);
    let plain = call(&loaded::<Plain>(&module), 0);
    assert_eq!(plain, call(&loaded::<Shared>(&module), 0));
    assert!(matches!(plain, Data::Str(_)));
}

#[test]
fn what_the_module_made_is_the_same_by_every_reference() {
    let text = "\
texts = ['a' * 2, 'b' * 2]
around = [texts, texts[0]]
pair = (texts, texts[0])
table = {'texts': texts, texts[0]: pair}
members = {texts[0], pair[1]}
waiting = (text for text in texts)
class Keeper:
    kept = texts
    def __init__(self):
        self.own = texts
keeper = Keeper()
keepers = {keeper: keeper}
def task(worker):
    seen = around[0] is texts and Keeper.kept is texts and around[1] is texts[0]
    seen = seen and pair[0] is texts and table['texts'] is texts and table[texts[0]] is pair
    seen = seen and list(members) == [texts[0]] and list(members)[0] is texts[0]
    seen = seen and next(waiting) is texts[0] and keeper.own is texts
    seen = seen and keepers[keeper] is keeper and keeper in list(keepers.values())
    last = texts.pop()
    texts[0] = last
    texts.append('c' * 2)
    texts.sort()
    around.clear()
    return seen and texts == ['bb', 'cc'] and Keeper.kept is texts
";
    let module = compiled(text);
    assert_eq!(call(&loaded::<Plain>(&module), 1), Data::Bool(true));
    assert_eq!(call(&loaded::<Shared>(&module), 1), Data::Bool(true));
}

#[test]
fn frames_grow_and_are_cleared_when_an_error_leaves_them() {
    let text = "def task(n):\n    s = 'local' * 2\n    return task(n + 2 ** 65)\n";
    let interpreter = interpreter::<Plain>(text);
    let mut machine = Machine::new(Arc::clone(&interpreter), 0);
    machine.start_call("task", &[Data::Int(1.into())]).expect("there is a task");
    let raised = machine.run_to_end().expect_err("it recurses without end");
    assert_eq!(raised.frames.len(), RECURSION_LIMIT);
    // The machine can be used again.
    machine.start_call("task", &[Data::Int(1.into())]).expect("there is a task");
    assert!(matches!(machine.run(50), Stop::OutOfBudget));
}

#[test]
fn a_machine_stops_at_its_next_check_and_goes_on_where_it_was() {
    let text = "def task(n):\n    while n < 10:\n        n += 1\n    return n\n";
    let interpreter = interpreter::<Plain>(text);
    let mut machine = Machine::new(interpreter, 0);
    machine.start_call("task", &[Data::Int(0.into())]).expect("there is a task");
    machine.breaker().request(Breaker::DROP_GIL);
    assert!(matches!(machine.run(100), Stop::Interrupted));
    assert!(matches!(machine.run(100), Stop::Interrupted), "as long as the breaker is set");
    machine.breaker().clear(Breaker::DROP_GIL);
    assert!(matches!(machine.run(2), Stop::OutOfBudget));
    assert!(matches!(machine.run(100), Stop::Finished(data) if data == Data::Int(10.into())));
}

#[test]
fn threads_share_globals_of_every_kind_without_a_lock() {
    let text = "\
shared = 0
def task(worker):
    global shared
    for i in range(40):
        shared = 'text' * i if i % 3 == 0 else i if i % 3 == 1 else 2 ** 70 + worker
        seen = shared
        seen = seen if seen == seen else None
    return seen is None
";
    let results = call_by_two(&interpreter::<Shared>(text));
    assert_eq!(results, [Data::Bool(false), Data::Bool(false)]);
}

/// What two threads return.
fn call_by_two(interpreter: &Arc<Interpreter<Shared>>) -> Vec<Data> {
    std::thread::scope(|scope| {
        let threads: Vec<_> =
            (0..2).map(|worker| scope.spawn(move || call(interpreter, worker))).collect();
        threads.into_iter().map(|thread| thread.join().expect("it ends")).collect()
    })
}

#[test]
#[cfg_attr(miri, ignore = "it compiles for minutes there, and is about no memory")]
fn every_name_that_the_language_has_is_there() {
    let mut text = String::new();
    for name in lang::builtins() {
        if let Some((module, _)) = name.split_once('.') {
            let _ = writeln!(text, "import {module}");
        }
        let _ = writeln!(text, "{name}");
    }
    // A name that nobody has is a `NameError`.
    interpreter::<Plain>(&text);
}

/// Two threads that change the same containers in every way, with counted objects in them.
#[test]
fn threads_share_containers_of_every_kind() {
    let text = "\
items = ['first' * 2, 'second' * 2]
numbers = [1, 2, 3]
table = {}
seen = set()
def task(worker):
    bad = 0
    for i in range(12):
        items.append('x' * (i + 2))
        numbers.append(i)
        try:
            items[i % 3] = 'y' * (worker + 2)
            numbers[1] = numbers[0] + numbers[-1]
            items.insert(1, [worker])
            if len(items) > 6:
                items.pop(0)
                del items[1:3]
                items[0:2] = ['z' * 3, 'w' * 2]
            items.reverse()
        except IndexError:
            pass
        table[i % 5] = [i]
        table.setdefault('key' * (i % 2 + 1), 'v' * i)
        table.pop(i % 3, None)
        seen.add(('pair', i))
        seen.discard(('pair', i - 1 - worker))
        for item in items:
            if len(item) == 0:
                bad += 1
        for key in list(table):
            if table.get(key, '') is None:
                bad += 1
        both = seen | {worker}
        bad += len(both) == 0
        numbers.sort(reverse=i % 2 == 0)
        if len(numbers) > 8:
            numbers.clear()
            numbers.extend((3, 2, 1))
    return bad
";
    // Miri takes seconds for each turn.
    let text = text.replace("range(12)", if cfg!(miri) { "range(3)" } else { "range(12)" });
    let results = call_by_two(&interpreter::<Shared>(&text));
    assert_eq!(results, [Data::Int(0.into()), Data::Int(0.into())]);
}

/// Each thread uses what it has made without locks, until the other one comes to it.
#[test]
fn threads_come_to_each_others_objects_while_their_owners_use_them() {
    const TURNS: usize = if cfg!(miri) { 3 } else { 300 };
    let text = "\
class Box:
    def __init__(self):
        self.items = []
        self.table = {}
        self.seen = set()

def counter():
    n = 0
    def add():
        nonlocal n
        n += 1
    return add

boxes = []
done = []
def task(worker):
    mine = Box()
    boxes.append((mine, counter()))
    while len(boxes) < 2:
        mine.items.append('own' * 2)
        mine.table['own'] = mine.items.copy()
        mine.items.remove('own' * 2)
        del mine.table['own']
    for i in range(TURNS):
        for box, add in boxes:
            box.items.append('text' * (i + 1))
            box.table[(worker, i)] = [i]
            box.seen.add((worker, i))
            box.last = 'last' * (i + 1)
            add()
    done.append(worker)
    while len(done) < 2:
        pass
    return [(len(box.items), len(box.table), len(box.seen), box.last) for box, _ in boxes]
";
    let results = call_by_two(&interpreter::<Shared>(&text.replace("TURNS", &TURNS.to_string())));
    let number = Data::Int((2 * TURNS).into());
    let last = Data::Str("last".repeat(TURNS));
    let of_one = Data::Tuple(vec![number.clone(), number.clone(), number, last]);
    let of_all = Data::List(vec![of_one.clone(), of_one]);
    assert!(results.iter().all(|result| *result == of_all));
}

/// The step of an iterator comes to objects of another thread while others come to the iterator.
#[test]
fn threads_share_iterators_over_each_others_objects() {
    const LENGTH: usize = if cfg!(miri) { 4 } else { 500 };
    let text = "\
lists = []
iterators = []
table = {}
def task(worker):
    lists.append(['item' * (i % 7) for i in range(LENGTH)])
    while len(lists) < 2:
        pass
    iterators.append(iter(lists[0]))
    iterators.append(iter(lists[1]))
    while len(iterators) < 4:
        pass
    seen = 0
    for iterator in iterators:
        for item in iterator:
            seen += len(item) % 4 == 0
    for index, item in enumerate(zip(lists[0], lists[1])):
        table[index] = item
        table.update(zip([(worker, index)], [item]))
    return seen
";
    let results = call_by_two(&interpreter::<Shared>(&text.replace("LENGTH", &LENGTH.to_string())));
    let seen = results.iter().map(|result| match result {
        Data::Int(seen) => usize::try_from(seen).unwrap_or_default(),
        _ => 0,
    });
    assert_eq!(seen.sum::<usize>(), 4 * LENGTH);
}

#[test]
fn memory_comes_back_that_another_thread_has_let_go_of() {
    const TURNS: usize = if cfg!(miri) { 20 } else { 2000 };
    let text = "\
sent = []
def task(worker):
    if worker == 0:
        for i in range(TURNS):
            sent.append(['text' * 9, (i, i + 1)])
        while sent:
            pass
        return TURNS
    taken = 0
    while taken < TURNS:
        if sent:
            sent.pop()
            taken += 1
    return taken
";
    let interpreter = interpreter::<Shared>(&text.replace("TURNS", &TURNS.to_string()));
    let before = interpreter.heap_bytes();
    let all = Data::Int(TURNS.into());
    assert_eq!(call_by_two(&interpreter), [all.clone(), all]);
    // The list keeps its room.
    let most = before + 4 * TURNS * size_of::<u64>();
    assert!(interpreter.heap_bytes() <= most, "{} > {most}", interpreter.heap_bytes());
}

/// Far more than the limit goes through, and little is there at any time.
#[test]
#[cfg_attr(miri, ignore = "it fills hundreds of megabytes")]
fn the_memory_limit_knows_what_another_thread_has_let_go_of() {
    const SIZE: usize = 4 << 20;
    const TURNS: usize = 2 * MEMORY_LIMIT / SIZE;
    let text = "\
sent = []
def task(worker):
    for i in range(TURNS):
        if worker == 0:
            while len(sent) > 3:
                pass
            sent.append(bytes(SIZE))
        else:
            while not sent:
                pass
            sent.pop()
    return worker
";
    let text = text.replace("TURNS", &TURNS.to_string()).replace("SIZE", &SIZE.to_string());
    let results = call_by_two(&interpreter::<Shared>(&text));
    assert_eq!(results, [Data::Int(0.into()), Data::Int(1.into())]);
}

#[test]
fn a_heap_counts_nothing_of_what_was_let_go_of() {
    let text = "\
class Failure(Exception):
    pass
class Keeper:
    pass
def task(keeper):
    keeper.own = [keeper.text]
    for i in range(3):
        try:
            raise Failure(i)
        except Failure as failure:
            failure.first = failure.second = keeper.text
    return len(keeper.own)
";
    let interpreter = interpreter::<Plain>(text);
    let text = ("text".to_owned(), Data::Str("far too long for its slot".to_owned()));
    let keeper = Data::Instance("Keeper".to_owned(), vec![text]);
    let mut used = Vec::new();
    for _ in 0..3 {
        let mut machine = Machine::new(Arc::clone(&interpreter), 0);
        machine.start_call("task", std::slice::from_ref(&keeper)).expect("there is a task");
        assert_eq!(machine.run_to_end().expect("the task runs"), Data::Int(1.into()));
        drop(machine);
        used.push(interpreter.heap_bytes());
    }
    assert!(used.iter().all(|bytes| *bytes == used[0]), "{used:?}");
}
