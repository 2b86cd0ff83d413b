//! The system that a process runs on, as far as a program can ask it for something: other
//! processes, and what they share with this one. Natively that is the scheduler, in the browser a
//! worker that is told by messages.

use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};

use serde::{Deserialize, Serialize};

use super::block::Block;
use super::error::Site;
use super::modules::sync::Signal;

/// The number of a process.
pub type Pid = u32;
/// The number of a channel, a semaphore or a block of memory.
pub type Handle = u32;

/// What a process asks of the system. What is marked with `now` is answered at once, by
/// [`Answer::Nothing`] if it is not possible yet; all else is answered when it is.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Call {
    /// Start a process of the same program, which finds these bytes and keeps these handles open:
    /// [`Answer::Number`], its pid.
    Spawn {
        /// What it is called in the timeline.
        name: String,
        /// What it finds.
        argument: Vec<u8>,
        /// Ends of channels that it has from the beginning.
        ends: Vec<End>,
    },
    /// How did this child end? [`Answer::Number`], as `Process.exitcode`.
    Wait {
        /// The child.
        pid: Pid,
        /// Do not wait for it.
        now: bool,
    },
    /// End a process at once, as by this signal.
    Kill {
        /// Which.
        pid: Pid,
        /// 9 or 15.
        signal: u8,
    },
    /// End this process at once, with this status.
    Exit(i32),
    /// Make a channel, of which this process has both ends: [`Answer::Number`].
    Channel {
        /// How many messages it holds; without a number as many bytes as a pipe does.
        most: Option<u32>,
    },
    /// This process has one more of such an end.
    Open(End),
    /// It has one less.
    Close(End),
    /// Put a message into a channel, when there is room for it.
    Send {
        /// Which.
        channel: Handle,
        /// The message.
        message: Vec<u8>,
        /// Does it not matter whether a pipe would have room?
        anyway: bool,
        /// Do not wait for room.
        now: bool,
    },
    /// Take the next message out: [`Answer::Bytes`].
    Receive {
        /// Of which channel.
        channel: Handle,
        /// Do not wait for one.
        now: bool,
    },
    /// How many messages are in a channel? [`Answer::Number`]
    Count(Handle),
    /// Wait until what is in a channel is no more than what a pipe holds.
    Drain(Handle),
    /// Which of these channels have a message or have ended, and which processes have ended?
    /// [`Answer::Numbers`]: their places in this list.
    Ready {
        /// Of what.
        of: Vec<Ready>,
        /// Do not wait for one.
        now: bool,
    },
    /// Make a semaphore: [`Answer::Number`].
    Semaphore {
        /// What it has at first.
        value: u32,
        /// What it has at most.
        most: u32,
    },
    /// Take one from a semaphore.
    Acquire {
        /// Which.
        semaphore: Handle,
        /// Do not wait for it.
        now: bool,
    },
    /// Give one back.
    Release(Handle),
    /// What it has: [`Answer::Number`].
    Value(Handle),
    /// Make a block of memory, filled with zeros: [`Answer::Number`].
    Block(u32),
    /// Where is a block, or a semaphore, for a process that reaches the memory of the first one?
    /// [`Answer::Place`]
    Find(Handle),
    /// Read it: [`Answer::Bytes`].
    Read {
        /// Which.
        block: Handle,
        /// From which byte on.
        at: u32,
        /// How many.
        count: u32,
    },
    /// Write to it.
    Write {
        /// Which.
        block: Handle,
        /// From which byte on.
        at: u32,
        /// What.
        bytes: Vec<u8>,
    },
}

/// An end of a channel.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct End {
    /// Which channel.
    pub channel: Handle,
    /// The one to take messages out by?
    pub is_reader: bool,
}

/// What can be waited for together with others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Ready {
    /// A message in a channel, or its end.
    Channel(Handle),
    /// The end of a process.
    Process(Pid),
}

/// What the system answers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Answer {
    /// It is done.
    Done,
    /// It could not be done yet, and is not waited for any more.
    Nothing,
    /// A number.
    Number(i64),
    /// Several.
    Numbers(Vec<u32>),
    /// Bytes.
    Bytes(Vec<u8>),
    /// Where a block is, and how many bytes it has.
    Place(usize, usize),
    /// Nobody is left who could put a message in.
    NoWriter,
    /// Nobody is left who could take a message out.
    NoReader,
    /// The semaphore has all that it can have.
    Full,
    /// There is no such thing, or not for this process.
    Unknown,
    /// What was to be done in another interpreter has raised an exception.
    Raised {
        /// The name of its class.
        kind: String,
        /// Its text.
        message: String,
        /// As it is printed.
        traceback: String,
    },
    /// It cannot be done here: why.
    Refused(String),
}

/// A question, until it is answered.
#[derive(Clone)]
pub struct Asked(Arc<Question>);

struct Question {
    number: u64,
    answer: Mutex<Option<Answer>>,
    answered: Signal,
}

impl Asked {
    /// A question of this number.
    pub fn new(number: u64) -> Self {
        let (answer, answered) = (Mutex::default(), Signal::default());
        Self(Arc::new(Question { number, answer, answered }))
    }

    /// The number by which it is cancelled.
    pub fn number(&self) -> u64 {
        self.0.number
    }

    /// Tells the answer to who waits for it.
    pub fn answer(&self, answer: Answer) {
        *self.0.answer.lock().unwrap_or_else(PoisonError::into_inner) = Some(answer);
        self.0.answered.tell(usize::MAX);
    }

    /// The answer, if it has come; otherwise that by which its coming is told.
    pub(super) fn take(&self) -> Result<Answer, Signal> {
        let signal = self.0.answered.seen_now();
        let answer = self.0.answer.lock().unwrap_or_else(PoisonError::into_inner).take();
        answer.ok_or(signal)
    }
}

impl fmt::Debug for Asked {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Asked").field("number", &self.0.number).finish_non_exhaustive()
    }
}

/// What a program is given from outside.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Given {
    /// `sys.argv` behind the program's name.
    pub arguments: Vec<String>,
    /// What `sys.stdin` reads; that of other processes than the first one is at its end.
    pub input: String,
}

impl Given {
    /// What a process finds that the program starts.
    pub(crate) fn to_child(&self) -> Self {
        Self { arguments: self.arguments.clone(), input: String::new() }
    }
}

/// What a thread is called that waits, and the function and line where it does.
pub type Waiting = (String, Option<Site>);

/// The system, as one of its processes sees it.
pub trait System: Send + Sync {
    /// The number of this process.
    fn pid(&self) -> Pid;

    /// That of the one that has started it.
    fn parent(&self) -> Pid;

    /// What it has been given, if it was started by the program.
    fn argument(&self) -> Option<&[u8]>;

    /// What the program was given.
    fn given(&self) -> &Given;

    /// Are there other processes, which may change what a thread of this one waits for?
    fn has_others(&self) -> bool;

    /// How many answers this process has been given.
    fn heard(&self) -> u64;

    /// No thread of this process goes on without another answer than those that it has heard: where
    /// they wait. If that is so in all processes, there will never be one: the first process is told
    /// where those of the others wait.
    fn deadlock(&self, heard: u64, waiting: Vec<Waiting>) -> Option<Vec<Waiting>>;

    /// A block, or the one of a semaphore, if it is in memory that this process reaches and known to be
    /// there.
    fn block(&self, handle: Handle) -> Option<Block>;

    /// Is it worth asking where those are that are not known?
    fn finds_blocks(&self) -> bool;

    /// One is there, as was answered.
    fn found(&self, handle: Handle, address: usize, size: usize) -> Option<Block>;

    /// A semaphore has got something back, in memory, that others wait for.
    fn wake(&self);

    /// Asks for something.
    fn ask(&self, call: Call) -> Asked;

    /// A question is not waited for any more: it is answered now, by [`Answer::Nothing`] unless it
    /// has been answered before.
    fn cancel(&self, asked: &Asked);
}
