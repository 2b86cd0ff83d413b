//! The one loop: a carrier takes a thread that can go on, runs its machine, and acts on why that
//! stopped.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError, Weak};
use std::time::Duration;

use web_time::Instant;

use super::guarded::Guarded;
use super::home::Home;
use super::interpreters::{Others, Sent};
use super::lock::Lock;
use super::queue::Queue;
use super::slice::{LONGEST_REST, checks_in};
use super::stop::is_stopped;
use super::tasks::Done;
use super::terms::Terms;
use super::thread::{Failure, Stage, Thread, ThreadInfo};
use crate::trace::{Record, Recorder, State};
use crate::vm::{Breaker, Machine, Memory, NewThread, Parked, Site, Stop, System, Wait};

/// The identity of the main thread.
pub(super) const MAIN: usize = 1;
/// Threads that have a heap for themselves; others use their carrier's.
pub(super) const OWN_HEAPS: usize = 64;
/// As good as for ever, and can be added to any clock.
const A_YEAR: Duration = Duration::from_hours(365 * 24);
/// Threads that the timeline has room for; more of them share what is left.
pub(super) const RECORDED_THREADS: usize = 16;

/// The threads of one program, and what their carriers have in common.
pub(super) struct Scheduler<L: Lock> {
    /// The interpreter that the process begins with.
    pub(super) main: Arc<Home<L>>,
    /// Those that the program has made.
    pub(super) others: Mutex<Others<L>>,
    state: Mutex<Threads<L>>,
    /// A thread can go on, or the run is over.
    pub(super) changed: Condvar,
    is_over: AtomicBool,
    /// Does a thread want to be the only one that runs, or is it?
    pub(super) is_alone: AtomicBool,
    /// Those of the carriers.
    pub(super) breakers: Vec<Arc<Breaker>>,
    pub(super) terms: Terms,
}

/// What a carrier calls now and then, and tells whether it has nothing to do: does it go on?
pub(super) type Tick<'a> = &'a mut dyn FnMut(bool) -> bool;

pub(super) struct Threads<L: Lock> {
    pub(super) queue: Queue<Thread<L>>,
    /// How many carriers run one, or do what it waits for.
    pub(super) running: usize,
    /// How many there are that the program waits for.
    pub(super) awaited: usize,
    /// Has the program started a thread?
    pub(super) has_started: bool,
    /// Since when nothing goes on that is not answered by another process.
    pub(super) stuck_since: Option<Instant>,
    pub(super) ended: Vec<(ThreadInfo, Option<Box<Record>>)>,
    pub(super) done: Vec<Done>,
    /// How the main thread ended: its exit status, and what it was told by.
    pub(super) status: i32,
    pub(super) traceback: Option<String>,
    pub(super) raised_at: Option<Site>,
    pub(super) failure: Option<Failure>,
}

/// What is known when the run is over.
pub(super) struct Ended {
    /// In the order of their identities.
    pub(super) threads: Vec<(ThreadInfo, Option<Box<Record>>)>,
    /// What has come of the calls of a task program.
    pub(super) done: Vec<Done>,
    pub(super) status: i32,
    pub(super) traceback: Option<String>,
    pub(super) raised_at: Option<Site>,
    pub(super) failure: Option<Failure>,
    pub(super) hand_offs: Option<u32>,
    pub(super) heap_bytes: usize,
}

/// A thread that waits for something to change.
struct Waiter<L: Lock> {
    scheduler: Weak<Scheduler<L>>,
    ident: usize,
    turn: u64,
}

impl<L: Lock> Parked for Waiter<L> {
    fn wake(&self) -> bool {
        self.scheduler.upgrade().is_some_and(|scheduler| {
            let mut state = scheduler.threads();
            let is_busy = scheduler.is_busy(&state);
            let woken = state.queue.wake(self.ident, self.turn);
            let is_woken = woken.is_some();
            if let Some(thread) = woken.filter(|_| is_busy) {
                thread.wait_for_carrier(|| scheduler.terms.clock.ms());
            }
            if is_woken {
                scheduler.changed.notify_one();
            }
            is_woken
        })
    }
}

/// How many heaps an interpreter must have for so many carriers.
pub(super) const fn heaps(carriers: usize) -> usize {
    OWN_HEAPS + carriers
}

impl<L: Lock> Scheduler<L> {
    /// With threads that have not begun.
    pub(super) fn new(
        home: Arc<Home<L>>,
        threads: Vec<Thread<L>>,
        carriers: usize,
        terms: Terms,
    ) -> Arc<Self> {
        let mut queue = Queue::new();
        let awaited = threads.len();
        for thread in threads {
            queue.push(thread);
        }
        let state = Threads {
            queue,
            running: 0,
            awaited,
            has_started: false,
            stuck_since: None,
            ended: Vec::new(),
            done: Vec::new(),
            status: 0,
            traceback: None,
            raised_at: None,
            failure: None,
        };
        Arc::new(Self {
            main: home,
            others: Mutex::default(),
            state: Mutex::new(state),
            changed: Condvar::new(),
            is_over: AtomicBool::new(false),
            is_alone: AtomicBool::new(false),
            breakers: (0..carriers).map(|_| Arc::default()).collect(),
            terms,
        })
    }

    /// Lets programs ask it for other interpreters.
    pub(super) fn know_interpreters(self: &Arc<Self>) {
        let interpreters: Weak<Self> = Arc::downgrade(self);
        self.main.interpreter().set_interpreters(interpreters);
    }

    /// What a carrier does until the run is over, or until `tick` sends it away.
    pub(super) fn carry(self: &Arc<Self>, carrier: usize, tick: Tick<'_>) {
        while let Some(thread) = self.next(tick) {
            self.run(carrier, thread, tick);
        }
    }

    /// How long a carrier may stay away; not at all if a thread can go on.
    pub(super) fn idle(&self) -> Duration {
        let mut state = self.threads();
        let now = Instant::now();
        self.wake_due(&mut state, now);
        if state.queue.is_ready() || self.is_over() {
            return Duration::ZERO;
        }
        let due = state.queue.next_due();
        due.map_or(LONGEST_REST, |due| due.saturating_duration_since(now)).min(LONGEST_REST)
    }

    /// What came of it, once no carrier is left.
    pub(super) fn finish(&self) -> Ended {
        let mut state = self.threads();
        for mut thread in state.queue.drain() {
            thread.cut_short(state.failure.as_ref(), self.terms.clock.ms());
            self.note_end(&mut state, thread);
        }
        let mut threads = std::mem::take(&mut state.ended);
        threads.sort_by_cached_key(|(info, _)| info.ident);
        Ended {
            threads,
            done: std::mem::take(&mut state.done),
            status: state.status,
            traceback: state.traceback.take(),
            raised_at: state.raised_at.take(),
            failure: state.failure.take(),
            hand_offs: self.main.lock.hand_offs(),
            heap_bytes: self.main.interpreter().heap_bytes(),
        }
    }

    pub(super) fn threads(&self) -> MutexGuard<'_, Threads<L>> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn is_over(&self) -> bool {
        self.is_over.load(Ordering::Relaxed)
    }

    /// Has the program started a thread?
    pub(super) fn has_started(&self) -> bool {
        self.threads().has_started
    }

    /// Ends the run; the first reason counts.
    pub(super) fn over(&self, state: &mut Threads<L>, failure: Option<Failure>) {
        if !self.is_over.swap(true, Ordering::Relaxed) {
            state.failure = failure;
        }
        self.breakers.iter().for_each(|breaker| breaker.request(Breaker::STOP));
        self.changed.notify_all();
    }

    /// Ends the run if it is not wanted any more, or takes too long.
    fn look_at_clock(&self) {
        let failure = if is_stopped() || self.terms.is_ended.load(Ordering::Relaxed) {
            Failure::Stopped
        } else if self.terms.clock.ms() > self.terms.time_limit.as_secs_f64() * 1e3 {
            Failure::Time
        } else {
            return;
        };
        self.over(&mut self.threads(), Some(failure));
    }

    /// The next thread that can go on; waits for one. None when the run is over.
    fn next(&self, tick: Tick<'_>) -> Option<Thread<L>> {
        loop {
            if !tick(false) {
                return None;
            }
            self.look_at_clock();
            // Before it is looked whether an answer has woken somebody.
            let heard = self.terms.system().map_or(0, System::heard);
            let mut state = self.threads();
            if self.is_over() {
                return None;
            }
            let now = Instant::now();
            self.wake_due(&mut state, now);
            if !self.is_alone.load(Ordering::Relaxed)
                && let Some(thread) = state.queue.pop()
            {
                state.running += 1;
                state.stuck_since = None;
                if state.queue.is_ready() {
                    self.changed.notify_one();
                }
                return Some(thread);
            }
            let due = state.queue.next_due();
            let is_stuck = due.is_none() && state.running == 0;
            let has_others = || self.terms.system().is_some_and(System::has_others);
            if is_stuck && !(state.queue.waits_outside() && has_others()) {
                self.deadlock(&mut state, Vec::new());
                continue;
            }
            if is_stuck && self.is_stuck_for_ever(&mut state, now, heard) {
                continue;
            }
            drop(state);
            if !tick(true) {
                return None;
            }
            let state = self.threads();
            if state.queue.is_ready() || self.is_over() {
                continue;
            }
            let left = due.map_or(LONGEST_REST, |due| due.saturating_duration_since(now));
            self.rest(state, left.min(LONGEST_REST));
        }
    }

    /// Does every carrier run a thread?
    fn is_busy(&self, state: &Threads<L>) -> bool {
        state.running == self.breakers.len()
    }

    /// Lets those go on whose time has come.
    fn wake_due(&self, state: &mut Threads<L>, now: Instant) {
        let is_busy = self.is_busy(state);
        state.queue.wake_due(now, |thread, due| {
            if is_busy {
                thread.wait_for_carrier(|| self.terms.clock.at(due));
            }
        });
    }

    /// Waits until something changes, or for so long.
    fn rest(&self, state: MutexGuard<'_, Threads<L>>, time: Duration) {
        if cfg!(threads) {
            drop(self.changed.wait_timeout(state, time));
        } else {
            // There is no other carrier who could change anything.
            drop(state);
            super::rest::rest(time);
        }
    }

    fn run(self: &Arc<Self>, carrier: usize, mut thread: Thread<L>, tick: Tick<'_>) {
        let breaker = &self.breakers[carrier];
        let ident = thread.info.ident;
        let home = Arc::clone(&thread.home);
        let now_ms = || self.terms.clock.ms();
        if let Some(duty) = &mut thread.duty {
            duty.begin(now_ms());
        }
        home.lock.take(ident, breaker, &mut thread.recorder);
        if thread.stage == Stage::Sent && !self.arrive(&mut thread, breaker) {
            return self.end(carrier, thread, Ok(()));
        }
        let heap = thread.heap.unwrap_or(OWN_HEAPS + carrier);
        thread.machine.get_mut().attach(heap, breaker);
        let mut began = Instant::now();
        let mut interpreter = Arc::clone(thread.machine.get().interpreter());
        let mut interval = interpreter.switch_interval();
        loop {
            if self.is_over() {
                let failure = self.threads().failure.clone();
                thread.cut_short(failure.as_ref(), now_ms());
                return self.end(carrier, thread, Ok(()));
            }
            let Some(kept) = self.unless_another_is_alone(thread, breaker) else { return };
            thread = kept;
            let stop = thread.run(checks_in(interval), breaker);
            if !Arc::ptr_eq(&interpreter, thread.machine.get().interpreter()) {
                interpreter = Arc::clone(thread.machine.get().interpreter());
            }
            if interpreter.switch_interval() != interval {
                interval = interpreter.switch_interval();
                home.lock.set_interval(interval);
            }
            match stop {
                Stop::Finished(_) | Stop::Raised(_) | Stop::Started(_) if thread.duty.is_some() => {
                    if !thread.end_call(stop, breaker, now_ms()) {
                        return self.end(carrier, thread, Ok(()));
                    }
                }
                Stop::Finished(result) => {
                    if thread.errand.is_some() {
                        if !self.go_on(&mut thread, result) {
                            return self.end(carrier, thread, Ok(()));
                        }
                    } else if !self.start_task(&mut thread) && !Self::shut_down(&mut thread) {
                        return self.end(carrier, thread, Ok(()));
                    }
                }
                Stop::Raised(raised) if thread.errand.is_some() => {
                    let outcome = self.fail(&mut thread, raised);
                    return self.end(carrier, thread, outcome);
                }
                Stop::Raised(raised) => {
                    let told = self.tell(&thread, raised);
                    if told.is_err() || !Self::shut_down(&mut thread) {
                        return self.end(carrier, thread, told);
                    }
                }
                Stop::Started(new) => self.start(ident, &home, new),
                Stop::Compiled(module) => self.extend(&mut thread, &module),
                Stop::Interrupted => {
                    thread.note_place(None);
                    home.lock.give(ident, breaker, State::Waiting, &mut thread.recorder);
                    if self.threads().queue.is_ready() {
                        return self.put_behind(thread);
                    }
                    home.lock.take(ident, breaker, &mut thread.recorder);
                }
                Stop::Blocked(Wait::Work(work)) => {
                    thread.note_place(None);
                    home.lock.give(ident, breaker, State::Unlocked, &mut thread.recorder);
                    work.run();
                    home.lock.take(ident, breaker, &mut thread.recorder);
                }
                Stop::Blocked(wait) => {
                    thread.note_place(wait.cause());
                    home.lock.give(ident, breaker, State::Sleeping, &mut thread.recorder);
                    return self.park(thread, wait);
                }
                Stop::OutOfBudget => {
                    if !tick(false) {
                        thread.note_place(None);
                        home.lock.give(ident, breaker, State::Waiting, &mut thread.recorder);
                        return self.put_behind(thread);
                    }
                    self.look_at_clock();
                    if began.elapsed() >= interval {
                        began = Instant::now();
                        let mut state = self.threads();
                        self.wake_due(&mut state, began);
                        // Without a lock, a carrier that runs nothing takes it.
                        let makes_way = !L::Memory::IS_SHARED || self.is_busy(&state);
                        if state.queue.is_ready() && makes_way {
                            drop(state);
                            thread.note_place(None);
                            home.lock.give(ident, breaker, State::Waiting, &mut thread.recorder);
                            return self.put_behind(thread);
                        }
                    }
                }
            }
        }
    }

    /// The program has ended, as far as it is the main thread's: lets the library do what it does
    /// then. Has it anything to do?
    fn shut_down(thread: &mut Thread<L>) -> bool {
        if thread.info.ident != MAIN || thread.stage == Stage::Teardown {
            return false;
        }
        if !matches!(thread.stage, Stage::Shutdown | Stage::Task) {
            thread.stage = Stage::Shutdown;
            if thread.machine.get_mut().start_shutdown() {
                return true;
            }
        }
        thread.stage = Stage::Teardown;
        thread.machine.get_mut().start_teardown()
    }

    /// The program has been imported by a process that was started to do something: has it begun
    /// with that now?
    fn start_task(&self, thread: &mut Thread<L>) -> bool {
        if self.terms.system().and_then(System::argument).is_none()
            || thread.info.ident != MAIN
            || thread.stage != Stage::Body
        {
            return false;
        }
        thread.stage = Stage::Task;
        thread.machine.get_mut().start_task()
    }

    /// Others that can go on have waited for longer.
    pub(super) fn put_behind(&self, thread: Thread<L>) {
        let mut state = self.threads();
        state.queue.push_behind(thread);
        state.running -= 1;
    }

    fn park(self: &Arc<Self>, thread: Thread<L>, wait: Wait) {
        let now = Instant::now();
        let is_outside = matches!(wait, Wait::Answer(..));
        let (longest, signal) = match wait {
            Wait::Sleep(length) => (Some(length), None),
            Wait::Signal(signal, longest, _) | Wait::Answer(signal, longest, _) => {
                (longest, Some(signal))
            }
            Wait::Work(_) => (Some(Duration::ZERO), None),
        };
        let until = longest.map(|longest| now + longest.min(A_YEAR));
        let ident = thread.info.ident;
        let turn = self.threads().queue.park(ident, thread, until, is_outside);
        if let Some(signal) = signal {
            let scheduler = Arc::downgrade(self);
            signal.wake(Arc::new(Waiter { scheduler, ident, turn }));
        }
        // Not before: a deadlock is where nobody runs.
        self.threads().running -= 1;
        if until.is_some() {
            // One that rests may have to look at the clock earlier.
            self.changed.notify_one();
        }
    }

    /// A thread has started another one, and may use the interpreter.
    fn start(&self, parent: usize, home: &Arc<Home<L>>, new: NewThread<L::Memory>) {
        let NewThread { machine, is_daemon } = new;
        self.threads().has_started = true;
        // SAFETY: the only thread there was in it has stopped, on this carrier; where there were
        // others, it has been shared before.
        unsafe { machine.interpreter().share() };
        let info = ThreadInfo {
            process: self.terms.pid(),
            ident: machine.ident(),
            name: format!("Thread-{}", machine.ident() - MAIN),
            parent: Some(parent),
            is_daemon,
            is_task: false,
            start_ms: self.terms.clock.ms(),
            end_ms: 0.0,
        };
        self.add(info, home, machine, Stage::Body, None);
    }

    /// A thread can begin.
    pub(super) fn add(
        &self,
        info: ThreadInfo,
        home: &Arc<Home<L>>,
        mut machine: Box<Machine<L::Memory>>,
        stage: Stage,
        errand: Option<Sent>,
    ) {
        let home = Arc::clone(home);
        let heap = if self.terms.virtual_threads { None } else { home.take_heap() };
        // The more there are, the less room is there for each.
        let alike = info.ident.max(RECORDED_THREADS);
        let recorder = Recorder::if_wanted(self.terms.trace, self.terms.clock, alike);
        machine.record_tasks(recorder.is_on().then_some(self.terms.clock));
        let errand = errand.map(Box::new);
        // SAFETY: only who may use the interpreter touches machines.
        let machine = unsafe { Guarded::new(machine) };
        let mut state = self.threads();
        state.awaited += usize::from(!info.is_daemon);
        state.queue.push(Thread { info, home, machine, recorder, heap, stage, errand, duty: None });
        self.changed.notify_one();
    }
}
