//! What the tasks of an event loop do: the loop tells when each takes its step, and where it awaits.

use super::{Clock, Record, Standing, State};

/// Tasks of one thread that have a lane. What comes after them is only seen as the thread's own time.
const RECORDED_TASKS: usize = 64;

/// The tasks that one thread has run, if it is recorded.
#[derive(Debug)]
pub struct TaskLog {
    clock: Clock,
    lanes: Vec<TaskLane>,
    /// Those that are in a step, the innermost last: an eager task takes its first one in another's.
    steps: Vec<Option<usize>>,
    /// Is the thread blocked in the innermost one?
    is_blocked: bool,
}

/// A task, from its first step on.
#[derive(Debug)]
pub struct TaskLane {
    /// What the program calls it.
    pub name: String,
    /// When it was ready for its first step.
    pub start_ms: f64,
    /// When it took its last one.
    pub end_ms: f64,
    /// What it did.
    pub record: Record,
}

impl TaskLog {
    /// Of a thread that has run none yet.
    pub fn new(clock: Clock) -> Self {
        Self { clock, lanes: Vec::new(), steps: Vec::new(), is_blocked: false }
    }

    /// The time that was so many milliseconds ago.
    pub fn moment(&self, ago_ms: f64) -> f64 {
        (self.clock.ms() - ago_ms).max(0.0)
    }

    /// A task takes a step: the one of this lane, or else a new one of this name, if there is room
    /// for it. Since `ready_ms`, if it was not at once, it has waited for that. Gives its lane.
    pub fn begin_step(
        &mut self,
        lane: Option<usize>,
        name: Option<&str>,
        ready_ms: Option<f64>,
    ) -> Option<usize> {
        let lane = match name {
            Some(name) if self.lanes.len() < RECORDED_TASKS => {
                let (name, start_ms) = (name.to_owned(), ready_ms.unwrap_or(self.clock.ms()));
                let record = Record::new(RECORDED_TASKS);
                self.lanes.push(TaskLane { name, start_ms, end_ms: start_ms, record });
                Some(self.lanes.len() - 1)
            }
            Some(_) => None,
            None => lane,
        };
        self.steps.push(lane);
        if let (Some(ready_ms), Some(lane)) =
            (ready_ms, lane.and_then(|lane| self.lanes.get_mut(lane)))
        {
            lane.record.enter(State::Waiting, ready_ms);
        }
        self.enter(lane, State::Running);
        lane
    }

    /// The task that is in a step stands here, about to await.
    pub fn stand(&mut self, at: Standing<'_>) {
        if let Some(lane) =
            self.steps.last().copied().flatten().and_then(|at| self.lanes.get_mut(at))
        {
            lane.record.stand(at);
        }
    }

    /// The thread is blocked here, in a step or not.
    pub fn block(&mut self, at: Standing<'_>) {
        self.stand(at);
        self.is_blocked = true;
        self.enter(self.steps.last().copied().flatten(), State::Sleeping);
    }

    /// The thread runs on.
    pub fn run(&mut self) {
        if std::mem::take(&mut self.is_blocked) {
            self.enter(self.steps.last().copied().flatten(), State::Running);
        }
    }

    /// The step is over, and perhaps the task.
    pub fn end_step(&mut self, is_over: bool) {
        let lane = self.steps.pop().flatten();
        self.enter(lane, if is_over { State::Joining } else { State::Sleeping });
    }

    fn enter(&mut self, lane: Option<usize>, state: State) {
        if let Some(lane) = lane.and_then(|lane| self.lanes.get_mut(lane)) {
            lane.end_ms = self.clock.ms();
            lane.record.enter(state, lane.end_ms);
        }
    }

    /// All of them, in the order of their first steps.
    pub fn into_lanes(self) -> Vec<TaskLane> {
        self.lanes
    }
}
