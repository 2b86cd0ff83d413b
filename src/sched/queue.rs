//! Which threads can go on, and which are parked until a time or until they are woken.

use std::cmp::Reverse;
use std::collections::{BinaryHeap, HashMap, VecDeque};

use web_time::Instant;

/// The threads that no carrier runs just now, by their identities.
pub(super) struct Queue<T> {
    /// Those that are new or have been woken, the first one first.
    fresh: VecDeque<T>,
    /// Those that had to make way.
    behind: VecDeque<T>,
    /// Was the last one that went on a fresh one?
    was_fresh: bool,
    parked: HashMap<usize, Parked<T>>,
    /// When the parked ones go on at the latest. Those that have gone on before stay until then.
    timers: BinaryHeap<Reverse<(Instant, usize, u64)>>,
    /// How often a thread has been parked.
    turns: u64,
}

struct Parked<T> {
    thread: T,
    /// Which time this is that it is parked.
    turn: u64,
    /// Can something wake it that is not a thread of this program?
    is_outside: bool,
}

impl<T> Queue<T> {
    pub(super) fn new() -> Self {
        Self {
            fresh: VecDeque::new(),
            behind: VecDeque::new(),
            was_fresh: false,
            parked: HashMap::new(),
            timers: BinaryHeap::new(),
            turns: 0,
        }
    }

    /// A new thread can go on.
    pub(super) fn push(&mut self, thread: T) {
        self.fresh.push_back(thread);
    }

    /// A thread has had its turn, and can go on when others have had theirs.
    pub(super) fn push_behind(&mut self, thread: T) {
        self.behind.push_back(thread);
    }

    /// The thread that is next to go on. Who has slept goes before who has computed, as with the
    /// schedulers of systems, but only every other time.
    pub(super) fn pop(&mut self) -> Option<T> {
        let is_fresh = !self.fresh.is_empty() && (!self.was_fresh || self.behind.is_empty());
        self.was_fresh = is_fresh;
        if is_fresh { self.fresh.pop_front() } else { self.behind.pop_front() }
    }

    /// Can a thread go on?
    pub(super) fn is_ready(&self) -> bool {
        !self.fresh.is_empty() || !self.behind.is_empty()
    }

    /// Parks a thread until it is woken, or until a time. Tells by which number it is woken.
    pub(super) fn park(
        &mut self,
        ident: usize,
        thread: T,
        until: Option<Instant>,
        is_outside: bool,
    ) -> u64 {
        self.turns += 1;
        let turn = self.turns;
        self.parked.insert(ident, Parked { thread, turn, is_outside });
        self.timers.extend(until.map(|until| Reverse((until, ident, turn))));
        turn
    }

    /// Lets a thread go on that was parked under this number, if it is parked still.
    pub(super) fn wake(&mut self, ident: usize, turn: u64) -> Option<&mut T> {
        self.parked.get(&ident).filter(|parked| parked.turn == turn)?;
        let parked = self.parked.remove(&ident)?;
        self.fresh.push_back(parked.thread);
        self.fresh.back_mut()
    }

    /// Lets those go on whose time has come. `woken` hears of each, and of its time.
    pub(super) fn wake_due(&mut self, now: Instant, mut woken: impl FnMut(&mut T, Instant)) {
        while let Some(Reverse((until, ident, turn))) = self.timers.peek().copied()
            && until <= now
        {
            self.timers.pop();
            if let Some(thread) = self.wake(ident, turn) {
                woken(thread, until);
            }
        }
    }

    /// Is a thread parked that something from outside may wake?
    pub(super) fn waits_outside(&self) -> bool {
        self.parked.values().any(|parked| parked.is_outside)
    }

    /// Those that are parked.
    pub(super) fn parked(&self) -> impl Iterator<Item = &T> {
        self.parked.values().map(|parked| &parked.thread)
    }

    /// When the next parked thread goes on by itself.
    pub(super) fn next_due(&mut self) -> Option<Instant> {
        while let Some(Reverse((until, ident, turn))) = self.timers.peek() {
            if self.parked.get(ident).is_some_and(|parked| parked.turn == *turn) {
                return Some(*until);
            }
            self.timers.pop();
        }
        None
    }

    /// Takes all threads out.
    pub(super) fn drain(&mut self) -> Vec<T> {
        self.timers.clear();
        let parked = self.parked.drain().map(|(_, parked)| parked.thread);
        self.fresh.drain(..).chain(self.behind.drain(..)).chain(parked).collect()
    }
}

#[cfg(all(test, not(gil_loom)))]
mod tests {
    use std::time::Duration;

    use super::{Instant, Queue};

    #[test]
    fn threads_go_on_in_the_order_in_which_they_can() {
        let mut queue = Queue::new();
        queue.push("one");
        let turn = queue.park(2, "two", None, false);
        queue.push("three");
        assert!(queue.wake(2, turn).is_some());
        assert_eq!(
            [queue.pop(), queue.pop(), queue.pop()],
            [Some("one"), Some("three"), Some("two")]
        );
        assert_eq!(queue.pop(), None);
    }

    #[test]
    fn who_has_slept_goes_before_who_has_computed_every_other_time() {
        let mut queue = Queue::new();
        queue.push_behind("computed");
        queue.push_behind("too");
        for fresh in ["first", "second", "third"] {
            queue.push(fresh);
        }
        let order: Vec<_> = std::iter::from_fn(|| queue.pop()).collect();
        assert_eq!(order, ["first", "computed", "second", "too", "third"]);
    }

    #[test]
    fn a_parked_thread_is_woken_once() {
        let mut queue = Queue::new();
        let first = queue.park(1, "one", None, false);
        assert!(queue.wake(1, first).is_some());
        assert!(queue.wake(1, first).is_none(), "it is not parked any more");
        queue.pop();
        let second = queue.park(1, "one", None, false);
        assert!(queue.wake(1, first).is_none(), "that was another time");
        assert!(queue.wake(1, second).is_some());
    }

    #[test]
    fn who_waits_until_a_time_goes_on_then_or_earlier() {
        let start = Instant::now();
        let at = |ms| start + Duration::from_millis(ms);
        let mut queue = Queue::new();
        queue.park(1, "late", Some(at(30)), false);
        queue.park(2, "early", Some(at(10)), false);
        let turn = queue.park(3, "woken", Some(at(5)), false);
        assert!(queue.wake(3, turn).is_some());
        assert_eq!(queue.next_due(), Some(at(10)), "the woken one does not count");
        let mut woken = Vec::new();
        queue.wake_due(at(9), |thread, due| woken.push((*thread, due)));
        assert_eq!(woken, []);
        queue.wake_due(at(11), |thread, due| woken.push((*thread, due)));
        assert_eq!(woken, [("early", at(10))]);
        assert_eq!([queue.pop(), queue.pop()], [Some("woken"), Some("early")]);
        assert_eq!(queue.next_due(), Some(at(30)));
        assert_eq!(queue.drain(), ["late"]);
        assert_eq!(queue.next_due(), None);
    }
}
