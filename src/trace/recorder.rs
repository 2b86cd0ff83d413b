//! What one worker writes while it runs: states as they change, into a bounded buffer.

use serde::{Deserialize, Serialize};

use super::{Clock, HandOff, Lane, Merged, Place, Standing, State, TimeUse};

/// Segments that the workers of one run may write together.
pub const SEGMENTS_OF_A_RUN: usize = 50_000;
/// Hand-offs that they may write together.
const HAND_OFFS_OF_A_RUN: usize = 20_000;
/// Places that are told apart for one worker. Programs that stop at more lines are rare.
const PLACES: usize = 200;
/// And for all of them together.
const PLACES_OF_A_RUN: usize = 20_000;

/// What one worker does, as far as it has come. One that is off reads no clock, and is as good as
/// nothing: a program may have a hundred thousand.
#[derive(Debug)]
pub struct Recorder(Option<(Clock, Box<Record>)>);

/// What was written.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Record {
    capacity: usize,
    hand_offs_capacity: usize,
    places_capacity: usize,
    segments: Vec<Segment>,
    state: State,
    since_ms: f64,
    /// Which place it stood at when it began with that, and stands at when it changes it.
    here: Option<u32>,
    next: Option<u32>,
    places: Vec<Place>,
    pub(super) hand_offs: Vec<HandOff>,
}

/// One or several merged stretches of time, from the end of the one before.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
struct Segment {
    end_ms: f64,
    count: u32,
    time_use: TimeUse,
    /// Where the worker stood when it began.
    at: Option<u32>,
}

impl Recorder {
    /// For one of so many workers; it is starting.
    pub fn new(clock: Clock, workers: usize) -> Self {
        Self(Some((clock, Box::new(Record::new(workers)))))
    }

    /// Writes nothing.
    pub fn off() -> Self {
        Self(None)
    }

    /// One that writes if it is wanted.
    pub fn if_wanted(wanted: bool, clock: Clock, workers: usize) -> Self {
        if wanted { Self::new(clock, workers) } else { Self::off() }
    }

    /// The time now; 0 when off.
    pub fn now_ms(&self) -> f64 {
        self.0.as_ref().map_or(0.0, |(clock, _)| clock.ms())
    }

    /// Does it write?
    pub fn is_on(&self) -> bool {
        self.0.is_some()
    }

    /// Where the worker stands when it changes what it does next.
    pub fn stand(&mut self, at: Standing<'_>) {
        if let Some((_, record)) = &mut self.0 {
            record.stand(at);
        }
    }

    /// From now on the worker does this. Gives the time, or 0 when off.
    pub fn enter(&mut self, state: State) -> f64 {
        let Some((clock, record)) = &mut self.0 else { return 0.0 };
        let now_ms = clock.ms();
        record.enter(state, now_ms);
        now_ms
    }

    /// The same since a time that has passed.
    pub fn enter_at(&mut self, state: State, ms: f64) {
        if let Some((_, record)) = &mut self.0 {
            record.enter(state, ms);
        }
    }

    /// The worker has taken the GIL from another one.
    pub fn took(&mut self, hand_off: HandOff) {
        if let Some((_, record)) = &mut self.0
            && record.hand_offs.len() < record.hand_offs_capacity
        {
            record.hand_offs.push(hand_off);
        }
    }

    /// What was written; `None` when off.
    pub fn finish(self) -> Option<Box<Record>> {
        self.0.map(|(_, record)| record)
    }
}

impl Record {
    /// An empty one, for one of so many workers; it is starting.
    pub fn new(workers: usize) -> Self {
        Self {
            capacity: (SEGMENTS_OF_A_RUN / workers.max(1)).max(2),
            hand_offs_capacity: HAND_OFFS_OF_A_RUN / workers.max(1),
            places_capacity: (PLACES_OF_A_RUN / workers.max(1)).min(PLACES),
            segments: Vec::new(),
            state: State::Starting,
            since_ms: 0.0,
            next: None,
            here: None,
            places: Vec::new(),
            hand_offs: Vec::new(),
        }
    }

    /// From `now_ms` on the worker does this.
    pub fn enter(&mut self, state: State, now_ms: f64) {
        if state != self.state {
            self.close(now_ms);
            self.state = state;
        }
    }

    /// This is what the worker does since it has ended.
    pub fn ends_with(&mut self, state: State) {
        self.state = state;
    }

    /// Where the worker stands when it changes what it does next.
    pub fn stand(&mut self, at: Standing<'_>) {
        let known = self.places.iter().position(|place| place.is_at(at));
        let known = known.or_else(|| {
            (self.places.len() < self.places_capacity).then(|| {
                self.places.push(at.into());
                self.places.len() - 1
            })
        });
        self.next = known.and_then(|index| u32::try_from(index).ok());
    }

    /// Another record's segments, begun at `start_ms` of this one's clock.
    pub fn append(&mut self, other: &Self, start_ms: f64) {
        self.close(start_ms);
        let first = u32::try_from(self.places.len()).unwrap_or(u32::MAX);
        let shifted = |at: Option<u32>| at.map(|index| first.saturating_add(index));
        self.places.extend(other.places.iter().cloned());
        for segment in &other.segments {
            self.since_ms = start_ms + segment.end_ms;
            self.push(Segment { end_ms: self.since_ms, at: shifted(segment.at), ..*segment });
        }
        self.state = other.state;
        (self.here, self.next) = (shifted(other.here), shifted(other.next));
    }

    /// Ends the current segment.
    fn close(&mut self, now_ms: f64) {
        // Clocks of different workers may disagree by a step.
        let end_ms = now_ms.max(self.since_ms);
        let mut time_use = TimeUse::default();
        *time_use.of(self.state) = end_ms - self.since_ms;
        if self.state == State::Sleeping
            && let Some(place) = self.here.and_then(|here| self.places.get_mut(here as usize))
        {
            place.times += 1;
            place.ms += end_ms - self.since_ms;
        }
        self.since_ms = end_ms;
        if end_ms > 0.0 {
            self.push(Segment { end_ms, count: 1, time_use, at: self.here });
        }
        self.here = self.next;
    }

    fn push(&mut self, segment: Segment) {
        if self.segments.len() == self.capacity {
            self.merge_pairs();
        }
        self.segments.push(segment);
    }

    /// Makes room: neighbours become one.
    fn merge_pairs(&mut self) {
        let pairs = self.segments.chunks(2).map(|pair| {
            pair.iter().copied().reduce(|first, second| Segment {
                end_ms: second.end_ms,
                count: first.count + second.count,
                time_use: first.time_use.plus(&second.time_use),
                // That of the longer one, as with what it did.
                at: if second.time_use.all() > first.time_use.all() { second.at } else { first.at },
            })
        });
        self.segments = pairs.flatten().collect();
    }

    /// The lane of a worker, in a run that ended after `duration_ms`.
    pub(super) fn into_lane(mut self, worker: u32, duration_ms: f64) -> Lane {
        self.close(duration_ms);
        let mut lane = Lane { worker, places: std::mem::take(&mut self.places), ..Lane::default() };
        let has_places = !lane.places.is_empty();
        for (index, segment) in (0u32..).zip(&self.segments) {
            lane.states.push(segment.time_use.most());
            lane.ends_ms.push(segment.end_ms);
            if has_places {
                lane.at.push(segment.at);
            }
            lane.time_use = lane.time_use.plus(&segment.time_use);
            if segment.count > 1 {
                let TimeUse { running_ms, waiting_ms, blocked_ms, unlocked_ms, .. } =
                    segment.time_use;
                let count = segment.count;
                lane.merged.push(Merged {
                    segment: index,
                    count,
                    running_ms,
                    waiting_ms,
                    blocked_ms,
                    unlocked_ms,
                });
            }
        }
        lane
    }
}

impl TimeUse {
    const STATES: [State; 8] = [
        State::Starting,
        State::CopyingIn,
        State::Running,
        State::Waiting,
        State::Sleeping,
        State::Unlocked,
        State::CopyingOut,
        State::Joining,
    ];

    /// The time in a state.
    pub fn of(&mut self, state: State) -> &mut f64 {
        match state {
            State::Starting => &mut self.starting_ms,
            State::CopyingIn => &mut self.copying_in_ms,
            State::Running => &mut self.running_ms,
            State::Waiting => &mut self.waiting_ms,
            State::Sleeping => &mut self.blocked_ms,
            State::Unlocked => &mut self.unlocked_ms,
            State::CopyingOut => &mut self.copying_out_ms,
            State::Joining => &mut self.joining_ms,
        }
    }

    /// Part by part.
    pub(super) fn plus(mut self, other: &Self) -> Self {
        let mut other = *other;
        for state in Self::STATES {
            *self.of(state) += *other.of(state);
        }
        self
    }

    /// Part by part.
    pub(super) fn times(mut self, factor: f64) -> Self {
        for state in Self::STATES {
            *self.of(state) *= factor;
        }
        self
    }

    /// All parts together.
    fn all(mut self) -> f64 {
        Self::STATES.map(|state| *self.of(state)).iter().sum()
    }

    /// The state that took the most.
    fn most(mut self) -> State {
        let times = Self::STATES.map(|state| (state, *self.of(state)));
        let most = times.into_iter().max_by(|one, other| one.1.total_cmp(&other.1));
        most.map_or(State::Running, |(state, _)| state)
    }
}
