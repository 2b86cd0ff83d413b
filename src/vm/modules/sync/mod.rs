//! What workers wait for each other by: `threading.Lock`, `RLock`, `Event` and `queue.SimpleQueue`; all
//! others are made of them (`src/lib/threading`, `src/lib/queue.py`).
//!
//! A built-in that would have to wait ends with `Control::Block` and is called again when the
//! object has changed, or when its time is over.

mod event;
mod lock;
mod queue;
mod signal;

use std::collections::VecDeque;
use std::time::Duration;

pub use signal::{Parked, Signal};
use web_time::Instant;

use super::time;
use crate::trace::Awaited;
use crate::vm::error::Error;
use crate::vm::machine::{Cause, Machine, Request, Wait};
use crate::vm::memory::{Locked, Memory};
use crate::vm::native::{Args, Control, Native, Table};
use crate::vm::object::Object;
use crate::vm::ops;
use crate::vm::types::Type;
use crate::vm::value::Value;

type Result<T> = std::result::Result<T, Box<Error>>;

/// One of these objects.
pub(in crate::vm) struct Sync<M: Memory> {
    kind: Type,
    state: M::Locked<State<M>>,
    signal: Signal,
}

struct State<M: Memory> {
    /// How often a lock is held, whether an event is set.
    count: i64,
    /// The worker that holds an `RLock`.
    owner: usize,
    /// What is in a queue.
    items: VecDeque<Value<M>>,
    /// What those wait for that wait for it.
    awaited: Awaited,
}

/// How long a call may wait.
pub(super) enum Patience {
    None,
    /// Seconds; none if the number is negative.
    For(f64),
    Endless,
}

impl<M: Memory> Sync<M> {
    fn new(kind: Type) -> Self {
        let awaited = match kind {
            Type::Event => Awaited::Event,
            Type::Queue => Awaited::Message,
            _ => Awaited::Lock,
        };
        let state = State { count: 0, owner: 0, items: VecDeque::new(), awaited };
        Self { kind, state: M::Locked::new(state), signal: Signal::default() }
    }

    pub(in crate::vm) fn type_of(&self) -> Type {
        self.kind
    }

    /// What stands before and behind a lock's name where it is shown.
    pub(in crate::vm) fn shown(&self) -> (&'static str, String) {
        let (count, owner) = self.state.with(|state| (state.count, state.owner));
        let before = if count > 0 { "locked " } else { "unlocked " };
        match self.kind {
            Type::Lock => (before, String::new()),
            Type::RLock => {
                let owner = if count > 0 { owner + 1 } else { 0 };
                (before, format!(" owner={owner} count={count}"))
            }
            _ => ("", String::new()),
        }
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
        Type::Lock => lock::lock::<M>,
        Type::RLock => lock::rlock::<M>,
        Type::Event => event::event::<M>,
        Type::Queue => queue::queue::<M>,
        _ => return None,
    })
}

/// Its methods.
pub(in crate::vm) fn methods<M: Memory>(kind: Type) -> Table<M> {
    match kind {
        Type::Lock | Type::RLock => lock::methods(kind),
        Type::Event => event::methods(),
        Type::Queue => queue::methods(),
        _ => &[],
    }
}

/// `super().__init__(…)` of a class that inherits from one of these: as if it had been made so.
pub(in crate::vm) fn init<M: Memory>(
    machine: &mut Machine<M>,
    args: &Args<'_, M>,
) -> Result<Value<M>> {
    let (me, rest) = args.split_first()?;
    let me = of(me)?;
    if let Some(construct) = construct::<M>(me.kind) {
        let made = construct(machine, &rest)?;
        let count = of(&made)?.state.with(|state| state.count);
        me.state.with(|state| state.count = count);
    }
    Ok(Value::NONE)
}

fn make<M: Memory>(machine: &Machine<M>, sync: Sync<M>) -> Result<Value<M>> {
    machine.heap().allocate(Object::Sync(Box::new(sync)))
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
        Patience::For(seconds) => {
            let now = Instant::now();
            let deadline = match machine.deadline {
                Some(deadline) => deadline,
                None => now + length(*seconds)?,
            };
            machine.deadline = Some(deadline);
            if now >= deadline {
                machine.deadline = None;
                return Ok(None);
            }
            Some(deadline - now)
        }
    };
    let cause = sync.state.with(|state| {
        // Who waits for what it holds itself is woken by another one, as at a semaphore.
        let is_held = state.count > 0 && state.owner != machine.worker;
        // Threads are numbered from 1.
        let holder = (is_held && state.awaited == Awaited::Lock).then_some(state.owner + 1);
        Cause { awaited: state.awaited, holder }
    });
    machine.request = Some(Request::Wait(Wait::Signal(signal, left, cause)));
    Err(Error::control(Control::Block))
}

/// `_thread.awaited_as(object, name)`: in the timeline, who waits for the object waits for that.
pub(super) fn awaited_as<M: Memory>(_: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [object, name] = args.exactly("_thread.awaited_as")?;
    of(object)?.state.with(|state| state.awaited = awaited(name));
    Ok(object.clone())
}

/// What the library calls it.
pub(in crate::vm) fn awaited<M: Memory>(name: &Value<M>) -> Awaited {
    match name.as_str() {
        Some("time") => Awaited::Time,
        Some("lock") => Awaited::Lock,
        Some("message") => Awaited::Message,
        Some("result") => Awaited::Result,
        Some("start") => Awaited::Start,
        Some("thread") => Awaited::Thread,
        Some("turn") => Awaited::Turn,
        _ => Awaited::Event,
    }
}

fn of<'a, M: Memory>(value: impl Into<Option<&'a Value<M>>>) -> Result<&'a Sync<M>> {
    match value.into().and_then(|value| value.plain().object()) {
        Some(Object::Sync(sync)) => Ok(sync),
        _ => Err(Error::type_error("descriptor requires another object")),
    }
}

fn truth<M: Memory>(machine: &Machine<M>, value: Option<&Value<M>>) -> Result<bool> {
    value.map_or(Ok(true), |value| ops::truth(&machine.interpreter, value))
}

/// How long `timeout=seconds` waits. `op` is what CPython compares the number by.
pub(super) fn patience<M: Memory>(timeout: Option<&Value<M>>, op: &str) -> Result<Patience> {
    match timeout.filter(|timeout| !timeout.is_none()) {
        None => Ok(Patience::Endless),
        Some(timeout) if timeout.number().is_none() => Err(not_compared(op, timeout)),
        Some(timeout) => time::seconds(timeout).map(Patience::For),
    }
}

pub(super) fn length(seconds: f64) -> Result<Duration> {
    // A year is as good as for ever, and can be added to any clock.
    const LONGEST: f64 = 365.0 * 24.0 * 3600.0;
    if seconds > time::LONGEST_SECONDS {
        return Err(Error::overflow("timestamp out of range for platform time_t"));
    }
    Ok(Duration::try_from_secs_f64(seconds.clamp(0.0, LONGEST)).unwrap_or_default())
}

/// What CPython's classes, which are written in Python, say of what is no number.
fn not_compared<M: Memory>(op: &str, value: &Value<M>) -> Box<Error> {
    let name = value.type_name();
    Error::type_error(format!("'{op}' not supported between instances of '{name}' and 'int'"))
}
