//! Channels: what goes from process to process, message by message.

use std::collections::{HashMap, VecDeque};

use crate::vm::{Answer, Pid};

/// Bytes that a pipe of Linux holds; who sends more waits.
const CAPACITY: usize = 64 * 1024;

/// A channel, as long as a process has an end of it.
#[derive(Default)]
pub(super) struct Channel {
    /// How many messages it holds, if that is what limits it.
    most: Option<usize>,
    messages: VecDeque<Vec<u8>>,
    bytes: usize,
    /// How many ends of either kind each process has.
    readers: HashMap<Pid, u32>,
    writers: HashMap<Pid, u32>,
}

impl Channel {
    /// One with both ends at a process.
    pub(super) fn of(pid: Pid, most: Option<u32>) -> Self {
        let most = most.and_then(|most| usize::try_from(most).ok());
        let mut channel = Self { most, ..Self::default() };
        channel.open(pid, true);
        channel.open(pid, false);
        channel
    }

    fn ends(&mut self, is_reader: bool) -> &mut HashMap<Pid, u32> {
        if is_reader { &mut self.readers } else { &mut self.writers }
    }

    pub(super) fn open(&mut self, pid: Pid, is_reader: bool) {
        *self.ends(is_reader).entry(pid).or_default() += 1;
    }

    /// Has the process had such an end?
    pub(super) fn close(&mut self, pid: Pid, is_reader: bool) -> bool {
        let ends = self.ends(is_reader);
        let Some(count) = ends.get_mut(&pid) else { return false };
        *count -= 1;
        if *count == 0 {
            ends.remove(&pid);
        }
        true
    }

    /// A process has ended.
    pub(super) fn forget(&mut self, pid: Pid) {
        self.readers.remove(&pid);
        self.writers.remove(&pid);
    }

    /// Can nobody use it any more?
    pub(super) fn is_over(&self) -> bool {
        self.readers.is_empty() && self.writers.is_empty()
    }

    /// Is there a message, or will there never be one?
    pub(super) fn is_ready(&self) -> bool {
        !self.messages.is_empty() || self.writers.is_empty()
    }

    /// Would a pipe hold what is in it, and more?
    pub(super) fn is_within_pipe(&self) -> bool {
        self.bytes < CAPACITY
    }

    /// Is there room for another message? It may not matter what a pipe holds.
    pub(super) fn has_room(&self, anyway: bool) -> bool {
        match self.most {
            Some(most) => self.messages.len() < most,
            None => anyway || self.is_within_pipe(),
        }
    }

    /// How many messages are in it.
    pub(super) fn count(&self) -> usize {
        self.messages.len()
    }

    pub(super) fn has_reader(&self) -> bool {
        !self.readers.is_empty()
    }

    /// Bytes in its messages.
    pub(super) fn bytes(&self) -> usize {
        self.bytes
    }

    pub(super) fn push(&mut self, message: Vec<u8>) {
        self.bytes += message.len();
        self.messages.push_back(message);
    }

    /// The next message, or that there is none for ever; `None` if there may be one later.
    pub(super) fn receive(&mut self) -> Option<Answer> {
        match self.messages.pop_front() {
            Some(message) => {
                self.bytes -= message.len();
                Some(Answer::Bytes(message))
            }
            None => self.writers.is_empty().then_some(Answer::NoWriter),
        }
    }
}
