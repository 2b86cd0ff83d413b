//! The processes of a run: a kernel, those of them that are in this memory, and a way to those that
//! are not.

use std::collections::{BTreeMap, HashMap};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::kernel::{Birth, Effect, Kernel};
use super::questions::Questions;
use super::{Lifetime, Remains};
use crate::trace::Clock;
use crate::vm::{Answer, Asked, Block, Call, Given, Handle, Pid, System, Waiting};

/// The number of the first process of a run.
pub const FIRST: Pid = 1000;

/// How processes are started and ended, and how those hear of answers that are elsewhere.
pub(super) trait Outside: Send + Sync {
    /// Starts a process.
    fn start(&self, world: &Arc<World>, birth: Birth);

    /// Tells a process that is elsewhere the answer to its question of this number.
    fn answer(&self, pid: Pid, number: u64, answer: Answer);

    /// Ends a process.
    fn end(&self, pid: Pid);
}

/// All of them.
pub(super) struct World {
    kernel: Mutex<Kernel>,
    /// What those have asked that are in this memory.
    here: Mutex<HashMap<Pid, Arc<Questions>>>,
    outside: Box<dyn Outside>,
    clock: Clock,
    given: Given,
    history: Mutex<History>,
    /// How many are about to tell what the kernel has found.
    telling: AtomicUsize,
    /// Where the threads of processes waited when nothing of those went on.
    waiting: Mutex<BTreeMap<Pid, Vec<Waiting>>>,
}

/// What is told of processes when the run is over.
type History = (Vec<Lifetime>, Vec<Remains>);

impl World {
    /// With the first process only, whose clock is that of the run.
    pub(super) fn new(clock: Clock, given: &Given, outside: Box<dyn Outside>) -> Arc<Self> {
        let given = given.clone();
        let kernel = Mutex::new(Kernel::new(FIRST));
        let (here, history, telling) = (Mutex::default(), Mutex::default(), AtomicUsize::new(0));
        let waiting = Mutex::default();
        Arc::new(Self { kernel, here, outside, clock, given, history, telling, waiting })
    }

    /// The world as the first process sees it.
    pub(super) fn first(self: &Arc<Self>) -> Arc<dyn System> {
        self.seen_by(FIRST, FIRST - 1, None, self.given.clone())
    }

    /// The world as a process sees it that has been started in this memory.
    #[cfg(not(target_arch = "wasm32"))]
    pub(super) fn child(self: &Arc<Self>, birth: Birth) -> Arc<dyn System> {
        self.seen_by(birth.pid, birth.parent, Some(birth.argument), self.given.to_child())
    }

    fn seen_by(
        self: &Arc<Self>,
        pid: Pid,
        parent: Pid,
        argument: Option<Vec<u8>>,
        given: Given,
    ) -> Arc<dyn System> {
        let questions = Arc::<Questions>::default();
        self.here().insert(pid, Arc::clone(&questions));
        Arc::new(Local { world: Arc::clone(self), pid, parent, argument, given, questions })
    }

    /// A process that is elsewhere asks for something, by this number.
    pub(super) fn ask(self: &Arc<Self>, pid: Pid, number: u64, call: Call) {
        self.with_kernel(|kernel| kernel.ask(pid, number, call));
    }

    /// A semaphore has got something back, in memory.
    pub(super) fn wake(self: &Arc<Self>) {
        self.with_kernel(Kernel::wake);
    }

    /// It does not wait for the answer any more.
    pub(super) fn cancel(self: &Arc<Self>, pid: Pid, number: u64) {
        self.with_kernel(|kernel| kernel.cancel(pid, number));
    }

    /// Nothing of a process goes on without another answer than so many.
    pub(super) fn waits(&self, pid: Pid, heard: u64, waiting: Vec<Waiting>) {
        self.waiting().insert(pid, waiting);
        self.kernel().waits(pid, heard);
    }

    /// Where the threads of the others wait, if nothing of any process goes on any more.
    fn deadlock(&self) -> Option<Vec<Waiting>> {
        let kernel = self.kernel();
        if !kernel.is_deadlocked() {
            return None;
        }
        let alive = |pid: &Pid| *pid != FIRST && kernel.status(*pid).is_none();
        let history = self.history();
        let name = |pid| history.0.iter().find(|life| life.pid == pid).map(|life| &life.name);
        let waiting = self.waiting();
        let others = waiting.iter().filter(|(pid, _)| alive(pid)).flat_map(|(pid, threads)| {
            let process = name(*pid).map_or("", String::as_str);
            let named = move |thread: &String| format!("{thread} of {process}");
            threads.iter().map(move |(thread, at)| (named(thread), at.clone()))
        });
        Some(others.collect())
    }

    fn waiting(&self) -> MutexGuard<'_, BTreeMap<Pid, Vec<Waiting>>> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A process has ended.
    pub(super) fn ended(self: &Arc<Self>, pid: Pid, status: i32) {
        self.with_kernel(|kernel| kernel.ended(pid, status));
        self.here().remove(&pid);
        self.note_end(pid);
    }

    /// The same, and this is left of it.
    pub(super) fn leave(self: &Arc<Self>, remains: Remains) {
        let Remains { pid, status, .. } = remains;
        self.history().1.push(remains);
        self.ended(pid, status);
    }

    /// The processes that there have been, and what they left.
    pub(super) fn take_history(&self) -> (Vec<Lifetime>, Vec<Remains>) {
        std::mem::take(&mut *self.history())
    }

    /// Ends all processes but the first one.
    pub(super) fn end_all(self: &Arc<Self>) {
        self.with_kernel(Kernel::end_all);
    }

    /// How many are alive beside the first one?
    pub(super) fn children(&self) -> usize {
        self.kernel().children()
    }

    /// May the first process still hear of others?
    fn has_news(&self) -> bool {
        // In this order: what the last one's end answers is on its way until it is told.
        self.children() > 0 || self.telling.load(Ordering::SeqCst) > 0
    }

    /// Lets the kernel do something, and tells what comes of it.
    fn with_kernel(self: &Arc<Self>, work: impl FnOnce(&mut Kernel) -> Vec<Effect>) {
        self.telling.fetch_add(1, Ordering::SeqCst);
        let mut kernel = self.kernel();
        let effects = work(&mut kernel);
        kernel.count_answers(&effects);
        drop(kernel);
        self.carry_out(effects);
        self.telling.fetch_sub(1, Ordering::SeqCst);
    }

    fn kernel(&self) -> MutexGuard<'_, Kernel> {
        self.kernel.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn here(&self) -> MutexGuard<'_, HashMap<Pid, Arc<Questions>>> {
        self.here.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn history(&self) -> MutexGuard<'_, History> {
        self.history.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn note_end(&self, pid: Pid) {
        let status = self.kernel().status(pid).unwrap_or_default();
        let end_ms = self.clock.ms();
        let mut history = self.history();
        if let Some(life) = history.0.iter_mut().find(|life| life.pid == pid && life.is_alive()) {
            (life.end_ms, life.status) = (end_ms, status);
        }
    }

    fn carry_out(self: &Arc<Self>, effects: Vec<Effect>) {
        for effect in effects {
            match effect {
                Effect::Answer(pid, number, answer) => {
                    let questions = self.here().get(&pid).cloned();
                    match questions {
                        Some(questions) => questions.answer(number, answer),
                        None => self.outside.answer(pid, number, answer),
                    }
                }
                Effect::Start(birth) => {
                    self.history().0.push(Lifetime::begun(&birth, self.clock.ms()));
                    self.outside.start(self, birth);
                }
                Effect::End(pid) => {
                    self.note_end(pid);
                    self.outside.end(pid);
                }
            }
        }
    }
}

/// A process in this memory.
struct Local {
    world: Arc<World>,
    pid: Pid,
    parent: Pid,
    argument: Option<Vec<u8>>,
    given: Given,
    questions: Arc<Questions>,
}

impl System for Local {
    fn pid(&self) -> Pid {
        self.pid
    }

    fn parent(&self) -> Pid {
        self.parent
    }

    fn argument(&self) -> Option<&[u8]> {
        self.argument.as_deref()
    }

    fn given(&self) -> &Given {
        &self.given
    }

    fn has_others(&self) -> bool {
        self.pid != FIRST || self.world.has_news()
    }

    fn heard(&self) -> u64 {
        self.questions.heard()
    }

    fn deadlock(&self, heard: u64, waiting: Vec<Waiting>) -> Option<Vec<Waiting>> {
        self.world.waits(self.pid, heard, waiting);
        if self.pid == FIRST { self.world.deadlock() } else { None }
    }

    fn block(&self, handle: Handle) -> Option<Block> {
        self.world.kernel().memory(handle).cloned()
    }

    fn finds_blocks(&self) -> bool {
        false
    }

    fn found(&self, handle: Handle, _: usize, _: usize) -> Option<Block> {
        self.block(handle)
    }

    fn wake(&self) {
        self.world.wake();
    }

    fn ask(&self, call: Call) -> Asked {
        let asked = self.questions.ask();
        self.world.ask(self.pid, asked.number(), call);
        asked
    }

    fn cancel(&self, asked: &Asked) {
        self.world.cancel(self.pid, asked.number());
    }
}
