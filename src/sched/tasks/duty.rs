//! What a thread of a task program does: calls of the program's functions, one after the other.

use std::collections::VecDeque;
use std::sync::Arc;

use super::job::TaskError;
use crate::sched::guarded::Guarded;
use crate::sched::lock::Lock;
use crate::sched::thread::{Failure, Thread};
use crate::vm::{Breaker, Data, Error, Exceeded, Interpreter, MODULE, Machine, Stop};

/// Something that a worker is to do.
#[derive(Clone)]
pub(in crate::sched) struct Call {
    /// Which worker: its number, and that of its heap.
    pub(super) worker: usize,
    /// Which function; without one it is the module's body.
    pub(super) function: Option<&'static str>,
    pub(super) arguments: Vec<Data>,
}

/// What came of a call.
pub(in crate::sched) struct Done {
    pub(super) worker: usize,
    pub(super) result: Result<Data, TaskError>,
    /// What it printed.
    pub(super) output: String,
    pub(super) start_ms: f64,
    pub(super) end_ms: f64,
}

/// The calls of a thread.
pub(in crate::sched) struct Duty {
    /// The first one is under way, if it has begun.
    calls: VecDeque<Call>,
    began_ms: Option<f64>,
    pub(in crate::sched) done: Vec<Done>,
}

impl Duty {
    pub(super) fn of(calls: Vec<Call>) -> Self {
        Self { calls: calls.into(), began_ms: None, done: Vec::new() }
    }

    /// It has a carrier; that may have to wait for the lock.
    pub(in crate::sched) fn begin(&mut self, now_ms: f64) {
        self.began_ms.get_or_insert(now_ms);
    }
}

/// A machine for the first of these calls.
pub(super) fn machine<L: Lock>(
    interpreter: &Arc<Interpreter<L::Memory>>,
    calls: &[Call],
) -> Box<Machine<L::Memory>> {
    let worker = calls.first().map_or(0, |call| call.worker);
    Box::new(Machine::new(Arc::clone(interpreter), worker))
}

impl<L: Lock> Thread<L> {
    /// Begins with its next call, if it has one; it may use the interpreter. Does it?
    pub(in crate::sched) fn begin_call(&mut self, breaker: &Arc<Breaker>, now_ms: f64) -> bool {
        let Some(call) = self.duty.as_ref().and_then(|duty| duty.calls.front()) else {
            return false;
        };
        let machine = self.machine.get_mut();
        let heap = call.function.map_or(MODULE, |_| call.worker);
        self.heap = Some(heap);
        machine.attach(heap, breaker);
        let Some(name) = call.function else {
            machine.start_module();
            return true;
        };
        match machine.start_call(name, &call.arguments) {
            Ok(()) => true,
            Err(raised) => self.end_call(Stop::Raised(raised), breaker, now_ms),
        }
    }

    /// A call has ended: begins with the next one, if there is one and this one did well. Does it?
    pub(in crate::sched) fn end_call(
        &mut self,
        stop: Stop<L::Memory>,
        breaker: &Arc<Breaker>,
        now_ms: f64,
    ) -> bool {
        let result = match stop {
            Stop::Finished(result) => Ok(result),
            Stop::Raised(raised) => Err(raised),
            _ => Err(self
                .machine
                .get_mut()
                .end(Error::Unsupported("starting a thread in a task program".to_owned()))),
        };
        let is_well = result.is_ok();
        self.note_done(result.map_err(TaskError::Raised), now_ms);
        let Some(duty) = self.duty.as_mut().filter(|_| is_well) else { return false };
        let Some(next) = duty.calls.front() else { return false };
        duty.began_ms = Some(now_ms);
        let interpreter = Arc::clone(self.machine.get().interpreter());
        let machine = Box::new(Machine::new(interpreter, next.worker));
        // SAFETY: only who may use the interpreter touches machines.
        self.machine = unsafe { Guarded::new(machine) };
        self.begin_call(breaker, now_ms)
    }

    /// The run is over before its call: so that is cut short, wherever it stands.
    pub(in crate::sched) fn cut_short(&mut self, failure: Option<&Failure>, now_ms: f64) {
        if self.duty.is_none() {
            return;
        }
        let machine = self.machine.get_mut();
        let cause = match failure {
            Some(Failure::Time) => TaskError::Raised(machine.exceed(Exceeded::Time)),
            Some(Failure::Deadlock(_)) => TaskError::Raised(machine.end(Error::Deadlock)),
            _ => TaskError::Lost("stopped".to_owned()),
        };
        self.note_done(Err(cause), now_ms);
    }

    /// What has come of its call, if it has one.
    pub(in crate::sched) fn note_done(&mut self, result: Result<Data, TaskError>, end_ms: f64) {
        let Some(duty) = &mut self.duty else { return };
        let Some(Call { worker, .. }) = duty.calls.pop_front() else { return };
        let start_ms = duty.began_ms.unwrap_or(end_ms);
        let output = self.machine.get().output().to_owned();
        duty.done.push(Done { worker, result, output, start_ms, end_ms });
    }
}
