//! What an operating system does for the processes of a program: who there is, and what they wait
//! for each other by. It is told what they ask for, and tells what comes of it; it waits for nobody.

use std::collections::{BTreeMap, HashMap, VecDeque};

use serde::{Deserialize, Serialize};

use super::channel::Channel;
use super::words;
use crate::vm::{Answer, Block, Call, End, Handle, MEMORY_LIMIT, Pid, Ready, Semaphore};

/// Processes that may be alive at once: each is a worker of the browser with its own memory.
const MOST_PROCESSES: usize = 64;

/// What is to be done because of what was asked.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Effect {
    /// Tell a process the answer to its question of this number.
    Answer(Pid, u64, Answer),
    /// Start a process.
    Start(Birth),
    /// End it.
    End(Pid),
}

/// What a process begins with.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Birth {
    /// Its number.
    pub(super) pid: Pid,
    /// That of who has started it.
    pub(super) parent: Pid,
    /// What it is called.
    pub(super) name: String,
    /// What it finds.
    pub(super) argument: Vec<u8>,
}

/// The processes of a run, and what they share.
pub(super) struct Kernel {
    processes: BTreeMap<Pid, Process>,
    channels: HashMap<Handle, Channel>,
    semaphores: HashMap<Handle, Semaphore>,
    blocks: HashMap<Handle, Block>,
    handles: Handle,
    /// What cannot be answered yet, in the order in which it was asked.
    waiting: VecDeque<(Pid, u64, Call)>,
}

#[derive(Default)]
struct Process {
    /// How it ended.
    status: Option<i32>,
    /// How many answers it was given.
    answers: u64,
    /// It waits for another one than these that it has heard.
    heard: Option<u64>,
}

impl Kernel {
    /// With the first process.
    pub(super) fn new(first: Pid) -> Self {
        Self {
            processes: BTreeMap::from([(first, Process::default())]),
            channels: HashMap::new(),
            semaphores: HashMap::new(),
            blocks: HashMap::new(),
            handles: 0,
            waiting: VecDeque::new(),
        }
    }

    /// A process asks for something, by this number.
    pub(super) fn ask(&mut self, pid: Pid, number: u64, call: Call) -> Vec<Effect> {
        let mut effects = Vec::new();
        // One that was ended may not have heard of it.
        if self.status(pid).is_some() {
            return effects;
        }
        if let Some(process) = self.processes.get_mut(&pid) {
            process.heard = None;
        }
        // Before it is looked whether something is left: who gives something back asks who waits.
        self.semaphore_of(&call).inspect(|semaphore| semaphore.enlist());
        let answer = self.attempt(pid, &call, &mut effects);
        if answer.is_none() && !is_impatient(&call) {
            self.waiting.push_back((pid, number, call));
            return effects;
        }
        self.semaphore_of(&call).inspect(|semaphore| semaphore.delist());
        let is_done = answer.is_some();
        effects.push(Effect::Answer(pid, number, answer.unwrap_or(Answer::Nothing)));
        if is_done {
            self.answer_waiting(&mut effects);
        }
        effects
    }

    /// A semaphore has got something back, in memory.
    pub(super) fn wake(&mut self) -> Vec<Effect> {
        let mut effects = Vec::new();
        self.answer_waiting(&mut effects);
        effects
    }

    /// A process does not wait for the answer to its question any more.
    pub(super) fn cancel(&mut self, pid: Pid, number: u64) -> Vec<Effect> {
        let asked = self.waiting.iter().position(|asked| (asked.0, asked.1) == (pid, number));
        let cancelled = asked.and_then(|asked| self.waiting.remove(asked));
        let cancelled = cancelled.inspect(|(.., call)| self.delist(call));
        cancelled.map(|_| Effect::Answer(pid, number, Answer::Nothing)).into_iter().collect()
    }

    /// A process has ended, with this status.
    pub(super) fn ended(&mut self, pid: Pid, status: i32) -> Vec<Effect> {
        let mut effects = Vec::new();
        self.end(pid, status);
        self.answer_waiting(&mut effects);
        effects
    }

    /// These effects are going to be carried out.
    pub(super) fn count_answers(&mut self, effects: &[Effect]) {
        for effect in effects {
            if let Effect::Answer(pid, ..) = effect
                && let Some(process) = self.processes.get_mut(pid)
            {
                process.answers += 1;
            }
        }
    }

    /// Nothing of a process goes on without another answer than so many.
    pub(super) fn waits(&mut self, pid: Pid, heard: u64) {
        if let Some(process) = self.processes.get_mut(&pid) {
            process.heard = Some(heard);
        }
    }

    /// Is that so of all that are alive, and is no answer on its way?
    pub(super) fn is_deadlocked(&self) -> bool {
        let mut alive = self.processes.values().filter(|process| process.status.is_none());
        alive.all(|process| process.heard == Some(process.answers))
    }

    /// How many processes are alive, beside the first one?
    pub(super) fn children(&self) -> usize {
        self.processes.values().skip(1).filter(|process| process.status.is_none()).count()
    }

    /// The status of those that have ended.
    pub(super) fn status(&self, pid: Pid) -> Option<i32> {
        self.processes.get(&pid).and_then(|process| process.status)
    }

    /// Ends all but the first one.
    pub(super) fn end_all(&mut self) -> Vec<Effect> {
        let others = self.processes.iter_mut().skip(1);
        let alive = others.filter(|(_, process)| process.status.is_none());
        let ended = alive.map(|(pid, process)| {
            process.status = Some(-9);
            Effect::End(*pid)
        });
        ended.collect()
    }

    fn end(&mut self, pid: Pid, status: i32) {
        let Some(process) = self.processes.get_mut(&pid) else { return };
        // Who was killed before has ended by that.
        process.status.get_or_insert(status);
        self.channels.values_mut().for_each(|channel| channel.forget(pid));
        self.channels.retain(|_, channel| !channel.is_over());
        let (gone, left): (VecDeque<_>, _) =
            std::mem::take(&mut self.waiting).into_iter().partition(|(asker, ..)| *asker == pid);
        self.waiting = left;
        for (.., call) in &gone {
            self.delist(call);
        }
    }

    /// The semaphore that it is to be taken from.
    fn semaphore_of(&self, call: &Call) -> Option<&Semaphore> {
        match call {
            Call::Acquire { semaphore, .. } => self.semaphores.get(semaphore),
            _ => None,
        }
    }

    /// It is not waited for any more.
    fn delist(&self, call: &Call) {
        if let Some(semaphore) = self.semaphore_of(call) {
            semaphore.delist();
        }
    }

    /// A block, or the one of a semaphore.
    pub(super) fn memory(&self, handle: Handle) -> Option<&Block> {
        let semaphore = || self.semaphores.get(&handle).map(Semaphore::block);
        self.blocks.get(&handle).or_else(semaphore)
    }

    /// Something has changed: what can be answered now? An answer may make room for those before it.
    fn answer_waiting(&mut self, effects: &mut Vec<Effect>) {
        let mut is_changed = true;
        while std::mem::take(&mut is_changed) {
            for _ in 0..self.waiting.len() {
                let Some((pid, number, call)) = self.waiting.pop_front() else { break };
                if let Some(answer) = self.attempt(pid, &call, effects) {
                    self.delist(&call);
                    effects.push(Effect::Answer(pid, number, answer));
                    is_changed = true;
                } else {
                    self.waiting.push_back((pid, number, call));
                }
            }
        }
    }

    /// The answer, if there can be one now.
    fn attempt(&mut self, pid: Pid, call: &Call, effects: &mut Vec<Effect>) -> Option<Answer> {
        Some(match call {
            Call::Spawn { name, argument, ends } => self.spawn(pid, name, argument, ends, effects),
            Call::Wait { pid: child, .. } => match self.processes.get(child) {
                Some(process) => Answer::Number(process.status?.into()),
                None => Answer::Unknown,
            },
            Call::Kill { pid: victim, signal } => self.kill(*victim, *signal, effects),
            Call::Exit(status) => {
                self.end(pid, *status);
                effects.push(Effect::End(pid));
                Answer::Done
            }
            Call::Channel { most } => {
                let channel = self.new_handle();
                self.channels.insert(channel, Channel::of(pid, *most));
                Answer::Number(channel.into())
            }
            Call::Open(end) => match self.channels.get_mut(&end.channel) {
                Some(channel) => {
                    channel.open(pid, end.is_reader);
                    Answer::Done
                }
                None => Answer::Unknown,
            },
            Call::Close(end) => {
                let channel = self.channels.get_mut(&end.channel);
                let is_closed = channel.is_some_and(|channel| channel.close(pid, end.is_reader));
                self.channels.retain(|_, channel| !channel.is_over());
                if is_closed { Answer::Done } else { Answer::Unknown }
            }
            Call::Send { channel, message, anyway, .. } => self.send(*channel, message, *anyway)?,
            Call::Receive { channel, .. } => match self.channels.get_mut(channel) {
                Some(channel) => channel.receive()?,
                None => Answer::NoWriter,
            },
            Call::Count(channel) => {
                let count = self.channels.get(channel).map_or(0, Channel::count);
                Answer::Number(i64::try_from(count).unwrap_or(i64::MAX))
            }
            Call::Drain(channel) => {
                let channel = self.channels.get(channel);
                let is_full = channel
                    .is_some_and(|channel| channel.has_reader() && !channel.is_within_pipe());
                (!is_full).then_some(Answer::Done)?
            }
            Call::Ready { of, .. } => {
                let places = (0..).zip(of).filter(|(_, ready)| self.is_ready(**ready));
                let places: Vec<u32> = places.map(|(place, _)| place).collect();
                (!places.is_empty()).then_some(Answer::Numbers(places))?
            }
            Call::Semaphore { value, most } => {
                let handle = self.new_handle();
                let block = words::block(Semaphore::SIZE);
                self.semaphores.insert(handle, Semaphore::begin(block, *value, *most));
                Answer::Number(handle.into())
            }
            Call::Acquire { semaphore, .. } => match self.semaphores.get(semaphore) {
                Some(semaphore) => semaphore.acquire().then_some(Answer::Done)?,
                None => Answer::Unknown,
            },
            Call::Release(semaphore) => match self.semaphores.get(semaphore) {
                Some(semaphore) => semaphore.release().map_or(Answer::Full, |_| Answer::Done),
                None => Answer::Unknown,
            },
            Call::Value(semaphore) => match self.semaphores.get(semaphore) {
                Some(semaphore) => Answer::Number(semaphore.value().into()),
                None => Answer::Unknown,
            },
            Call::Block(size) => self.block(*size),
            Call::Find(handle) => match self.memory(*handle) {
                Some(block) => Answer::Place(block.address(), block.size()),
                None => Answer::Unknown,
            },
            Call::Read { block, at, count } => {
                let bytes = self.blocks.get(block).and_then(|block| block.read(*at, *count));
                bytes.map_or(Answer::Unknown, Answer::Bytes)
            }
            Call::Write { block, at, bytes } => {
                let written = self.blocks.get(block).and_then(|block| block.write(*at, bytes));
                written.map_or(Answer::Unknown, |()| Answer::Done)
            }
        })
    }

    fn new_handle(&mut self) -> Handle {
        self.handles += 1;
        self.handles
    }

    fn spawn(
        &mut self,
        parent: Pid,
        name: &str,
        argument: &[u8],
        ends: &[End],
        effects: &mut Vec<Effect>,
    ) -> Answer {
        let alive = self.processes.values().filter(|process| process.status.is_none()).count();
        if alive >= MOST_PROCESSES {
            return Answer::Refused(format!("more than {MOST_PROCESSES} processes at once"));
        }
        let pid = self.processes.keys().next_back().map_or(1, |last| last + 1);
        self.processes.insert(pid, Process::default());
        for end in ends {
            if let Some(channel) = self.channels.get_mut(&end.channel) {
                channel.open(pid, end.is_reader);
            }
        }
        let (name, argument) = (name.to_owned(), argument.to_vec());
        effects.push(Effect::Start(Birth { pid, parent, name, argument }));
        Answer::Number(pid.into())
    }

    fn kill(&mut self, victim: Pid, signal: u8, effects: &mut Vec<Effect>) -> Answer {
        match self.processes.get(&victim) {
            None => return Answer::Unknown,
            Some(process) if process.status.is_some() => {}
            Some(_) => {
                self.end(victim, -i32::from(signal));
                effects.push(Effect::End(victim));
            }
        }
        Answer::Done
    }

    fn send(&mut self, channel: Handle, message: &[u8], anyway: bool) -> Option<Answer> {
        let used: usize = self.channels.values().map(Channel::bytes).sum();
        let Some(channel) = self.channels.get_mut(&channel).filter(|channel| channel.has_reader())
        else {
            return Some(Answer::NoReader);
        };
        if used + message.len() > MEMORY_LIMIT {
            return Some(Answer::Refused("more than 512 MB on their way".to_owned()));
        }
        if !channel.has_room(anyway) {
            return None;
        }
        channel.push(message.to_vec());
        Some(Answer::Done)
    }

    fn block(&mut self, size: u32) -> Answer {
        let size = usize::try_from(size).unwrap_or(usize::MAX);
        let used: usize = self.blocks.values().map(Block::size).sum();
        if used.saturating_add(size) > MEMORY_LIMIT {
            return Answer::Refused("more than 512 MB of shared memory".to_owned());
        }
        let block = self.new_handle();
        self.blocks.insert(block, words::block(size));
        Answer::Number(block.into())
    }

    fn is_ready(&self, what: Ready) -> bool {
        match what {
            Ready::Channel(channel) => self.channels.get(&channel).is_none_or(Channel::is_ready),
            Ready::Process(pid) => self.processes.get(&pid).is_none_or(|p| p.status.is_some()),
        }
    }
}

/// Is it to be answered at once?
fn is_impatient(call: &Call) -> bool {
    match call {
        Call::Wait { now, .. }
        | Call::Receive { now, .. }
        | Call::Send { now, .. }
        | Call::Ready { now, .. }
        | Call::Acquire { now, .. } => *now,
        _ => false,
    }
}

#[cfg(all(test, not(gil_loom)))]
mod tests;
