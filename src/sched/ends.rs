//! How threads end, and what is told of that.

use web_time::Instant;

use super::lock::Lock;
use super::scheduler::{MAIN, Scheduler, Threads};
use super::slice::LONGEST_REST;
use super::tasks::TaskError;
use super::terms::Process;
use super::thread::{Failure, Thread, ThreadInfo};
use crate::trace::{Record, Standing, State, TaskLane};
use crate::vm::{Error, Raised, Site, Stream, Waiting};

impl<L: Lock> Scheduler<L> {
    /// Nobody is left who could end the wait of any thread.
    pub(super) fn deadlock(&self, state: &mut Threads<L>, others: Vec<Waiting>) {
        let mut waiting = state.queue.drain();
        waiting.sort_by_cached_key(|thread| thread.info.ident);
        let mut told = Vec::with_capacity(waiting.len());
        for mut thread in waiting {
            let raised = thread.machine.get_mut().end(Error::Deadlock);
            told.push((named(&thread), raised.frames.last().cloned()));
            thread.note_done(Err(TaskError::Raised(raised)), self.terms.clock.ms());
            self.note_end(state, thread);
        }
        told.extend(others);
        self.over(state, Some(Failure::Deadlock(told)));
    }

    /// Nothing goes on that is not answered by another process: asks after a while whether that is
    /// so in all of them, and ends the run if it is.
    pub(super) fn is_stuck_for_ever(
        &self,
        state: &mut Threads<L>,
        now: Instant,
        heard: u64,
    ) -> bool {
        let since = *state.stuck_since.get_or_insert(now);
        if now.saturating_duration_since(since) < LONGEST_REST {
            return false;
        }
        let place = |thread: &Thread<L>| {
            let Standing { function, line, .. } = thread.machine.get().standing();
            (!function.is_empty()).then(|| Site { function: function.to_owned(), line, text: 0 })
        };
        let waiting = state.queue.parked().map(|thread| (named(thread), place(thread))).collect();
        let others = self.terms.system().and_then(|system| system.deadlock(heard, waiting));
        let Some(others) = others else { return false };
        self.deadlock(state, others);
        true
    }

    /// A thread has ended, or must; it may use the interpreter.
    pub(super) fn end(&self, carrier: usize, mut thread: Thread<L>, outcome: Result<(), Failure>) {
        thread.info.name = named(&thread);
        let tasks = thread.machine.get_mut().take_tasks();
        let Thread { info, home, machine, mut recorder, heap, duty, .. } = thread;
        machine.into_inner().leave();
        home.lock.give(info.ident, &self.breakers[carrier], State::Joining, &mut recorder);
        let mut state = self.threads();
        let end_ms = self.terms.clock.ms();
        if let Some(heap) = heap {
            home.give_heap(heap);
        }
        state.running -= 1;
        state.awaited -= usize::from(!info.is_daemon);
        note_tasks(&mut state.ended, &info, tasks);
        state.ended.push((ThreadInfo { end_ms, ..info }, recorder.finish()));
        state.done.extend(duty.into_iter().flat_map(|duty| duty.done));
        if outcome.is_err() || state.awaited == 0 {
            self.over(&mut state, outcome.err());
        }
    }

    pub(super) fn note_end(&self, state: &mut Threads<L>, mut thread: Thread<L>) {
        thread.info.name = named(&thread);
        thread.info.end_ms = self.terms.clock.ms();
        note_tasks(&mut state.ended, &thread.info, thread.machine.get_mut().take_tasks());
        state.ended.push((thread.info, thread.recorder.finish()));
        state.done.extend(thread.duty.into_iter().flat_map(|duty| duty.done));
    }

    /// Tells what a thread has ended with, as CPython does. What ends the whole run is left to the
    /// caller.
    pub(super) fn tell(&self, thread: &Thread<L>, raised: Box<Raised>) -> Result<(), Failure> {
        let ident = thread.info.ident;
        let text = raised.traceback(thread.machine.get().interpreter().module());
        match raised.error {
            Error::Exception(_) if ident == MAIN => {
                self.print(ident, &text);
                let mut state = self.threads();
                (state.status, state.traceback) = (1, Some(text));
                state.raised_at = raised.frames.last().cloned();
            }
            Error::Exception(_) => {
                self.print(ident, &format!("Exception in thread {}:\n{text}", named(thread)));
            }
            Error::Exit { status, .. } if ident == MAIN => {
                self.print(ident, &text);
                self.threads().status = status;
            }
            // A thread that ends itself does so in silence.
            Error::Exit { .. } => {}
            _ => return Err(Failure::Ended(ident, raised)),
        }
        Ok(())
    }

    fn print(&self, ident: usize, text: &str) {
        if let Some(Process { output, .. }) = &self.terms.process
            && !text.is_empty()
        {
            output.write(ident, Stream::Stderr, &format!("{text}\n"));
        }
    }
}

/// What is told of the tasks that a thread has run: they are told of as threads are, and numbered
/// behind all of those.
fn note_tasks(
    ended: &mut Vec<(ThreadInfo, Option<Box<Record>>)>,
    thread: &ThreadInfo,
    tasks: Vec<TaskLane>,
) {
    const FIRST_TASK: usize = 1_000_000_000;
    if tasks.is_empty() {
        return;
    }
    let before = ended.iter().filter(|(info, _)| info.is_task).count();
    ended.extend((FIRST_TASK + before..).zip(tasks).map(|(ident, task)| {
        let TaskLane { name, start_ms, end_ms, record } = task;
        let parent = Some(thread.ident);
        let info = ThreadInfo { name, ident, parent, is_task: true, start_ms, end_ms, ..*thread };
        (info, Some(Box::new(record)))
    }));
}

fn named<L: Lock>(thread: &Thread<L>) -> String {
    let name = thread.machine.get().thread_name();
    name.map_or_else(|| thread.info.name.clone(), str::to_owned)
}
