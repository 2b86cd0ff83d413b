//! What workers wait for each other by: `threading.Lock`, `RLock`, `Event`, `Semaphore` and
//! `queue.Queue` (`Lib/threading.py`, `Lib/queue.py`).
//!
//! A built-in that would have to wait ends with `Control::Block` and is called again when the
//! object has changed, or when its time is over.

use std::collections::VecDeque;
use std::sync::atomic::{AtomicU32, AtomicU64, Ordering};
use std::sync::{Arc, Condvar, Mutex};
use std::time::Duration;

use web_time::Instant;

use crate::vm::error::Error;
use crate::vm::int;
use crate::vm::machine::{Machine, Wait};
use crate::vm::memory::{Locked, Memory};
use crate::vm::native::{Args, Control, Native, Table};
use crate::vm::object::Object;
use crate::vm::ops;
use crate::vm::types::Type;
use crate::vm::value::Value;

type Result<T> = std::result::Result<T, Box<Error>>;

/// Tells those who wait for an object that it has changed since they looked.
#[derive(Clone, Debug, Default)]
pub struct Signal {
    changes: Arc<Changes>,
    /// How many changes there were when the waiting machine looked.
    seen: u64,
}

#[derive(Debug, Default)]
struct Changes {
    count: AtomicU64,
    waiters: AtomicU32,
    mutex: Mutex<()>,
    changed: Condvar,
}

impl Signal {
    /// To wait for what changes from now on.
    fn seen_now(&self) -> Self {
        let seen = self.changes.count.load(Ordering::SeqCst);
        Self { changes: Arc::clone(&self.changes), seen }
    }

    fn tell(&self) {
        self.changes.count.fetch_add(1, Ordering::SeqCst);
        if self.changes.waiters.load(Ordering::SeqCst) > 0 {
            let guard = self.changes.mutex.lock();
            self.changes.changed.notify_all();
            drop(guard);
        }
    }

    /// Has it changed?
    pub fn has_come(&self) -> bool {
        self.changes.count.load(Ordering::SeqCst) != self.seen
    }

    /// Waits until it has changed, or for so long.
    pub fn wait(&self, longest: Duration) {
        self.changes.waiters.fetch_add(1, Ordering::SeqCst);
        if let Ok(guard) = self.changes.mutex.lock()
            && !self.has_come()
        {
            drop(self.changes.changed.wait_timeout(guard, longest));
        }
        self.changes.waiters.fetch_sub(1, Ordering::SeqCst);
    }
}

/// One of these objects.
pub(in crate::vm) struct Sync<M: Memory> {
    kind: Type,
    state: M::Locked<State<M>>,
    signal: Signal,
}

struct State<M: Memory> {
    /// How often a lock is held, whether an event is set, what a semaphore has left.
    count: i64,
    /// The worker that holds an `RLock`.
    owner: usize,
    /// What is in a queue.
    items: VecDeque<Value<M>>,
    /// How many may be in it; any number if this is not positive.
    most: i64,
    /// `task_done` is still to be called for so many.
    unfinished: i64,
}

/// How long a call may wait.
enum Patience {
    None,
    For(Duration),
    Endless,
}

impl<M: Memory> Sync<M> {
    fn new(kind: Type, count: i64, most: i64) -> Self {
        let state = State { count, owner: 0, items: VecDeque::new(), most, unfinished: 0 };
        Self { kind, state: M::Locked::new(state), signal: Signal::default() }
    }

    pub(in crate::vm) fn type_of(&self) -> Type {
        self.kind
    }

    /// `Queue.maxsize`
    pub(in crate::vm) fn most(&self) -> i64 {
        self.state.with(|state| state.most)
    }

    /// What it takes besides its slot, without the places of a queue's items.
    #[expect(clippy::unused_self, reason = "called like those of the other objects")]
    pub(in crate::vm) fn bytes(&self) -> usize {
        size_of::<Self>()
    }
}

/// What makes such an object.
pub(in crate::vm) fn construct<M: Memory>(kind: Type) -> Option<Native<M>> {
    Some(match kind {
        Type::Lock => lock::<M>,
        Type::RLock => rlock::<M>,
        Type::Event => event::<M>,
        Type::Semaphore => semaphore::<M>,
        Type::Queue => queue::<M>,
        _ => return None,
    })
}

/// Its methods.
pub(in crate::vm) fn methods<M: Memory>(kind: Type) -> Table<M> {
    match kind {
        Type::Lock => &[
            ("acquire", acquire::<M>),
            ("release", release::<M>),
            ("locked", locked::<M>),
            ("__enter__", enter::<M>),
            ("__exit__", exit::<M>),
        ],
        Type::RLock => &[
            ("acquire", acquire::<M>),
            ("release", release::<M>),
            ("__enter__", enter::<M>),
            ("__exit__", exit::<M>),
        ],
        Type::Semaphore => &[
            ("acquire", acquire_semaphore::<M>),
            ("release", release_semaphore::<M>),
            ("__enter__", enter::<M>),
            ("__exit__", exit::<M>),
        ],
        Type::Event => &[
            ("set", set::<M>),
            ("clear", clear::<M>),
            ("is_set", is_set::<M>),
            ("wait", wait::<M>),
        ],
        Type::Queue => &[
            ("put", put::<M>),
            ("get", get::<M>),
            ("put_nowait", put_nowait::<M>),
            ("get_nowait", get_nowait::<M>),
            ("qsize", qsize::<M>),
            ("empty", empty::<M>),
            ("full", full::<M>),
            ("task_done", task_done::<M>),
            ("join", join::<M>),
        ],
        _ => &[],
    }
}

fn make<M: Memory>(machine: &Machine<M>, sync: Sync<M>) -> Result<Value<M>> {
    machine.heap().allocate(Object::Sync(Box::new(sync)))
}

fn lock<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [] = args.exactly("lock")?;
    make(machine, Sync::new(Type::Lock, 0, 0))
}

fn rlock<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [] = args.exactly("RLock")?;
    make(machine, Sync::new(Type::RLock, 0, 0))
}

fn event<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [] = args.exactly("Event")?;
    make(machine, Sync::new(Type::Event, 0, 0))
}

fn semaphore<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [value] = args.bind("Semaphore", ["value"], 0, 0)?;
    let value = value.map_or(Ok(1), whole)?;
    if value < 0 {
        return Err(Error::value_error("semaphore initial value must be >= 0"));
    }
    make(machine, Sync::new(Type::Semaphore, value, 0))
}

fn queue<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [most] = args.bind("Queue", ["maxsize"], 0, 0)?;
    make(machine, Sync::new(Type::Queue, 0, most.map_or(Ok(0), whole)?))
}

fn acquire<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [me, blocking, timeout] = args.bind("acquire", ["self", "blocking", "timeout"], 1, 1)?;
    let is_blocking = truth(machine, blocking)?;
    let patience = match timeout.map(super::time::seconds).transpose()? {
        Some(seconds) if !is_blocking && !is_endless(seconds) => {
            return Err(Error::value_error("can't specify a timeout for a non-blocking call"));
        }
        _ if !is_blocking => Patience::None,
        None => Patience::Endless,
        Some(seconds) if is_endless(seconds) => Patience::Endless,
        Some(seconds) if seconds < 0.0 => {
            return Err(Error::value_error("timeout value must be positive"));
        }
        Some(seconds) => Patience::For(duration(seconds)),
    };
    take(machine, of(me)?, &patience)
}

/// What stands for a lock that is waited for as long as it takes.
#[expect(clippy::float_cmp, reason = "it is this very number")]
fn is_endless(seconds: f64) -> bool {
    seconds == -1.0
}

fn acquire_semaphore<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [me, blocking, timeout] = args.bind("acquire", ["self", "blocking", "timeout"], 1, 1)?;
    let is_blocking = truth(machine, blocking)?;
    let timeout = timeout.filter(|timeout| !timeout.is_none());
    let patience = match timeout.map(super::time::seconds).transpose()? {
        Some(_) if !is_blocking => {
            return Err(Error::value_error("can't specify timeout for non-blocking acquire"));
        }
        None if !is_blocking => Patience::None,
        None => Patience::Endless,
        Some(seconds) => Patience::For(duration(seconds)),
    };
    take(machine, of(me)?, &patience)
}

fn enter<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [me] = args.exactly("__enter__")?;
    take(machine, of(me)?, &Patience::Endless)
}

fn exit<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [me, ..] = args.values else { return Ok(Value::NONE) };
    give_back(machine, of(me)?, 1)
}

fn release<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [me] = args.exactly("release")?;
    give_back(machine, of(me)?, 1)
}

fn release_semaphore<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [me, n] = args.bind("release", ["self", "n"], 1, 1)?;
    let n = n.map_or(Ok(1), whole)?;
    if n < 1 {
        return Err(Error::value_error("n must be one or more"));
    }
    give_back(machine, of(me)?, n)
}

/// Takes a lock or one of what a semaphore has left: was that possible?
fn take<M: Memory>(
    machine: &mut Machine<M>,
    sync: &Sync<M>,
    patience: &Patience,
) -> Result<Value<M>> {
    let worker = machine.worker;
    let kind = sync.kind;
    let is_taken = attempt(machine, sync, patience, |state| match kind {
        Type::Semaphore if state.count > 0 => {
            state.count -= 1;
            Some(())
        }
        Type::Semaphore => None,
        Type::RLock if state.count > 0 && state.owner == worker => {
            state.count += 1;
            Some(())
        }
        _ if state.count == 0 => {
            (state.count, state.owner) = (1, worker);
            Some(())
        }
        _ => None,
    })?;
    Ok(Value::bool(is_taken.is_some()))
}

fn give_back<M: Memory>(machine: &Machine<M>, sync: &Sync<M>, n: i64) -> Result<Value<M>> {
    let worker = machine.worker;
    let wrong = sync.state.with(|state| match sync.kind {
        Type::Semaphore => {
            state.count += n;
            None
        }
        Type::RLock if state.count == 0 || state.owner != worker => {
            Some("cannot release un-acquired lock")
        }
        _ if state.count == 0 => Some("release unlocked lock"),
        _ => {
            state.count -= 1;
            None
        }
    });
    if let Some(wrong) = wrong {
        return Err(Error::exception("RuntimeError", wrong));
    }
    sync.signal.tell();
    Ok(Value::NONE)
}

fn locked<M: Memory>(_: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [me] = args.exactly("locked")?;
    Ok(Value::bool(of(me)?.state.with(|state| state.count > 0)))
}

fn set<M: Memory>(_: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [me] = args.exactly("set")?;
    let event = of(me)?;
    event.state.with(|state| state.count = 1);
    event.signal.tell();
    Ok(Value::NONE)
}

fn clear<M: Memory>(_: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [me] = args.exactly("clear")?;
    of(me)?.state.with(|state| state.count = 0);
    Ok(Value::NONE)
}

fn is_set<M: Memory>(_: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [me] = args.exactly("is_set")?;
    Ok(Value::bool(of(me)?.state.with(|state| state.count > 0)))
}

fn wait<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [me, timeout] = args.bind("wait", ["self", "timeout"], 1, 1)?;
    let patience = patience(timeout)?;
    let is_set = attempt(machine, of(me)?, &patience, |state| (state.count > 0).then_some(()))?;
    Ok(Value::bool(is_set.is_some()))
}

fn put<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [me, item, block, timeout] =
        args.bind("put", ["self", "item", "block", "timeout"], 2, 1)?;
    let patience = queue_patience(machine, block, timeout)?;
    match (me, item) {
        (Some(me), Some(item)) => put_within(machine, me, item, &patience),
        _ => Ok(Value::NONE),
    }
}

fn put_nowait<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [me, item] = args.exactly("put_nowait")?;
    put_within(machine, me, item, &Patience::None)
}

fn put_within<M: Memory>(
    machine: &mut Machine<M>,
    me: &Value<M>,
    item: &Value<M>,
    patience: &Patience,
) -> Result<Value<M>> {
    let queue = of(Some(me))?;
    machine.heap().check(size_of::<Value<M>>())?;
    let is_put = attempt(machine, queue, patience, |state| {
        let length = i64::try_from(state.items.len()).unwrap_or(i64::MAX);
        (state.most <= 0 || length < state.most).then(|| {
            state.items.push_back(item.clone());
            state.unfinished += 1;
        })
    })?;
    if is_put.is_none() {
        return Err(Error::exception("Full", ""));
    }
    queue.signal.tell();
    Ok(Value::NONE)
}

fn get<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [me, block, timeout] = args.bind("get", ["self", "block", "timeout"], 1, 1)?;
    let patience = queue_patience(machine, block, timeout)?;
    get_within(machine, of(me)?, &patience)
}

fn get_nowait<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [me] = args.exactly("get_nowait")?;
    get_within(machine, of(me)?, &Patience::None)
}

fn get_within<M: Memory>(
    machine: &mut Machine<M>,
    queue: &Sync<M>,
    patience: &Patience,
) -> Result<Value<M>> {
    let item = attempt(machine, queue, patience, |state| state.items.pop_front())?;
    let Some(item) = item else { return Err(Error::exception("Empty", "")) };
    queue.signal.tell();
    Ok(item)
}

fn qsize<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [me] = args.exactly("qsize")?;
    let length = of(me)?.state.with(|state| state.items.len());
    int::from_i64(machine.heap(), i64::try_from(length).unwrap_or(i64::MAX))
}

fn empty<M: Memory>(_: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [me] = args.exactly("empty")?;
    Ok(Value::bool(of(me)?.state.with(|state| state.items.is_empty())))
}

fn full<M: Memory>(_: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [me] = args.exactly("full")?;
    Ok(Value::bool(of(me)?.state.with(|state| {
        let length = i64::try_from(state.items.len()).unwrap_or(i64::MAX);
        state.most > 0 && length >= state.most
    })))
}

fn task_done<M: Memory>(_: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [me] = args.exactly("task_done")?;
    let queue = of(me)?;
    let was_open = queue.state.with(|state| {
        let was_open = state.unfinished > 0;
        state.unfinished -= i64::from(was_open);
        was_open
    });
    if !was_open {
        return Err(Error::value_error("task_done() called too many times"));
    }
    queue.signal.tell();
    Ok(Value::NONE)
}

fn join<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [me] = args.exactly("join")?;
    let done = |state: &mut State<M>| (state.unfinished == 0).then_some(());
    attempt(machine, of(me)?, &Patience::Endless, done)?;
    Ok(Value::NONE)
}

/// Tries something; waits and is called again if it is not possible yet. `None` if time is over.
fn attempt<M: Memory, T>(
    machine: &mut Machine<M>,
    sync: &Sync<M>,
    patience: &Patience,
    work: impl FnOnce(&mut State<M>) -> Option<T>,
) -> Result<Option<T>> {
    let signal = sync.signal.seen_now();
    if let Some(done) = sync.state.with(work) {
        machine.deadline = None;
        return Ok(Some(done));
    }
    let left = match patience {
        Patience::None => return Ok(None),
        Patience::Endless => None,
        Patience::For(time) => {
            let now = Instant::now();
            let deadline = *machine.deadline.get_or_insert(now + *time);
            if now >= deadline {
                machine.deadline = None;
                return Ok(None);
            }
            Some(deadline - now)
        }
    };
    machine.wait = Some(Wait::Signal(signal, left));
    Err(Error::control(Control::Block))
}

fn of<'a, M: Memory>(value: impl Into<Option<&'a Value<M>>>) -> Result<&'a Sync<M>> {
    match value.into().and_then(Value::object) {
        Some(Object::Sync(sync)) => Ok(sync),
        _ => Err(Error::type_error("descriptor requires another object")),
    }
}

fn truth<M: Memory>(machine: &Machine<M>, value: Option<&Value<M>>) -> Result<bool> {
    value.map_or(Ok(true), |value| ops::truth(&machine.interpreter, value))
}

fn patience<M: Memory>(timeout: Option<&Value<M>>) -> Result<Patience> {
    match timeout.filter(|timeout| !timeout.is_none()) {
        None => Ok(Patience::Endless),
        Some(timeout) => super::time::seconds(timeout).map(|time| Patience::For(duration(time))),
    }
}

fn queue_patience<M: Memory>(
    machine: &Machine<M>,
    block: Option<&Value<M>>,
    timeout: Option<&Value<M>>,
) -> Result<Patience> {
    if !truth(machine, block)? {
        return Ok(Patience::None);
    }
    match timeout.filter(|timeout| !timeout.is_none()) {
        None => Ok(Patience::Endless),
        Some(timeout) => {
            let seconds = super::time::seconds(timeout)?;
            if seconds < 0.0 {
                return Err(Error::value_error("'timeout' must be a non-negative number"));
            }
            Ok(Patience::For(duration(seconds)))
        }
    }
}

fn duration(seconds: f64) -> Duration {
    // A year is as good as for ever, and can be added to any clock.
    const LONGEST: f64 = 365.0 * 24.0 * 3600.0;
    Duration::try_from_secs_f64(seconds.clamp(0.0, LONGEST)).unwrap_or_default()
}

fn whole<M: Memory>(value: &Value<M>) -> Result<i64> {
    if let Some(value) = value.as_small_int() {
        return Ok(value);
    }
    if let Some(value) = value.as_bool() {
        return Ok(value.into());
    }
    let name = value.type_name();
    Err(Error::type_error(format!("'{name}' object cannot be interpreted as an integer")))
}
