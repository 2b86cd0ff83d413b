//! The GIL's state and its transitions, without the locks around them (`struct _gil_runtime_state`
//! and the bodies of `take_gil` and `drop_gil` in `Python/ceval_gil.c`).

/// A thread that may hold the GIL, by its number.
pub type ThreadId = usize;

/// The state of the lock.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct GilState {
    /// Does a thread hold it?
    pub locked: bool,
    /// The thread that took it last.
    pub last_holder: Option<ThreadId>,
    /// Counts changes of the holder.
    pub switch_number: u32,
}

impl GilState {
    /// Takes the lock, if it is free.
    pub fn try_take(&mut self, me: ThreadId) -> bool {
        if self.locked {
            return false;
        }
        self.locked = true;
        if self.last_holder != Some(me) {
            self.last_holder = Some(me);
            self.switch_number += 1;
        }
        true
    }

    /// What a waiter does whose wait has timed out: ask the holder to drop the lock, unless it has
    /// changed hands since the wait began at `switch_number`. Tells whom to ask.
    pub fn whom_to_ask(&self, switch_number: u32) -> Option<ThreadId> {
        let unchanged = self.locked && self.switch_number == switch_number;
        if unchanged { self.last_holder } else { None }
    }

    /// Lets the lock go.
    pub fn release(&mut self, me: ThreadId) {
        self.last_holder = Some(me);
        self.locked = false;
    }

    /// Has someone else had the lock since `me` let it go? Who was asked to drop it waits for that.
    pub fn has_switched_from(&self, me: ThreadId) -> bool {
        self.last_holder != Some(me)
    }

    /// How often the lock went from one thread to another.
    pub fn hand_offs(&self) -> u32 {
        self.switch_number.saturating_sub(1)
    }
}
