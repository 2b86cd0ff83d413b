//! A process that is not the first one, from the inside: it runs the program again, and asks the
//! first process for all that it shares with others.

use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use web_time::{SystemTime, UNIX_EPOCH};

use super::bell::Bell;
use super::drive::{Post, drive_in_turns};
use super::message::{Answered, Beginning, OfScript, Said, from_bytes, to_bytes};
use super::questions::Questions;
use super::{Remains, told, words};
use crate::code;
use crate::lang::Source;
use crate::sched::log::{Log, Printer};
use crate::sched::running::{Place, Running};
use crate::sched::scheduler::Ended;
use crate::sched::script::Script;
use crate::sched::tasks;
use crate::trace::Clock;
use crate::vm::{Asked, Block, Call, Given, Handle, Pid, Sink, Stream, System, Waiting};

/// How a process talks to the first one.
pub trait Port {
    /// Sends it bytes.
    ///
    /// # Errors
    /// If that is not possible.
    fn send(&self, message: Vec<u8>) -> Result<(), String>;

    /// Gets so many threads of the system that carry the process beside this one.
    ///
    /// # Errors
    /// If they cannot be started.
    fn grow(&self, threads: usize) -> impl Future<Output = Result<(), String>>;

    /// What it has sent.
    fn take(&self) -> Option<Vec<u8>>;

    /// Waits until there is something, for at most so long.
    fn wait(&self, longest: Duration) -> impl Future<Output = Result<(), String>>;
}

/// The life of a process: `beginning` is what its host was given.
///
/// # Errors
/// If these bytes are nothing to begin with, or messages get lost.
pub async fn live(beginning: &[u8], port: &impl Port) -> Result<(), String> {
    match from_bytes(beginning)? {
        Beginning::OfScript(beginning) => live_in_script(beginning, port).await,
        Beginning::OfTask => tasks::process::live(port).await,
    }
}

async fn live_in_script(beginning: OfScript, port: &impl Port) -> Result<(), String> {
    let clock = Clock::start();
    let began = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    let OfScript {
        birth,
        source,
        runtime,
        carriers,
        virtual_threads,
        given,
        switch_interval,
        time_limit,
        trace,
        run_began,
    } = beginning;
    let module = code::compile(Source::new(source))
        .map_err(|problems| format!("the program does not compile: {problems:?}"))?;
    let module = Arc::new(module);
    let (pid, name) = (birth.pid, birth.name);
    let script = Script {
        module,
        runtime,
        carriers,
        virtual_threads,
        given: given.clone(),
        switch_interval,
        time_limit,
        trace,
    };
    let system = Arc::new(Remote {
        pid,
        parent: birth.parent,
        argument: birth.argument,
        given,
        questions: Questions::default(),
        blocks: Mutex::default(),
        wakes: AtomicBool::default(),
        told: Mutex::default(),
        said: Mutex::default(),
        bell: Arc::default(),
    });
    let log = Arc::new(Log::new(clock));
    let place = Place {
        system: Arc::clone(&system) as Arc<_>,
        clock,
        log: Arc::clone(&log),
        is_ended: Arc::default(),
    };
    let running = Running::start(&script, place)?;
    let start_ms = began.saturating_sub(run_began).as_secs_f64() * 1e3;
    let print = || {
        let mut fresh = log.take_fresh();
        for piece in &mut fresh {
            piece.ms += start_ms;
        }
        if !fresh.is_empty() {
            system.say(Said::Printed(fresh));
        }
    };
    let post = Letterbox { system: &system, port };
    drive_in_turns(&running, &system.bell, &post, &mut { print }).await?;
    let Ended { threads, status, failure, heap_bytes, .. } = running.finish();
    let failure = failure.map(|failure| told(&name, &failure, &script.module));
    if let Some(text) = &failure {
        let stderr = Printer { log: Arc::clone(&log), process: pid };
        stderr.write(1, Stream::Stderr, text);
    }
    print();
    let status = if failure.is_some() { 1 } else { status };
    system.say(Said::Left(Remains { pid, start_ms, status, threads, heap_bytes }));
    post.send()
}

/// The system, which is elsewhere.
struct Remote {
    pid: Pid,
    parent: Pid,
    argument: Vec<u8>,
    given: Given,
    questions: Questions,
    /// Those that it has found in the memory of the first process.
    blocks: Mutex<HashMap<Handle, Block>>,
    /// Is the first process to be told that semaphores have got something back?
    wakes: AtomicBool,
    /// With how many answers it has said that nothing of it goes on.
    told: Mutex<Option<u64>>,
    /// What the thread of the system is to send that may.
    said: Mutex<Vec<Said>>,
    bell: Arc<Bell>,
}

impl Remote {
    fn blocks(&self) -> MutexGuard<'_, HashMap<Handle, Block>> {
        self.blocks.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn say(&self, said: Said) {
        self.said.lock().unwrap_or_else(PoisonError::into_inner).push(said);
        self.bell.ring();
    }
}

impl System for Remote {
    fn pid(&self) -> Pid {
        self.pid
    }

    fn parent(&self) -> Pid {
        self.parent
    }

    fn argument(&self) -> Option<&[u8]> {
        Some(&self.argument)
    }

    fn given(&self) -> &Given {
        &self.given
    }

    fn has_others(&self) -> bool {
        true
    }

    fn heard(&self) -> u64 {
        self.questions.heard()
    }

    fn deadlock(&self, heard: u64, waiting: Vec<Waiting>) -> Option<Vec<Waiting>> {
        let told = self.told.lock().unwrap_or_else(PoisonError::into_inner).replace(heard);
        if told != Some(heard) {
            self.say(Said::Waits(heard, waiting));
        }
        None
    }

    fn block(&self, handle: Handle) -> Option<Block> {
        self.blocks().get(&handle).cloned()
    }

    fn finds_blocks(&self) -> bool {
        words::is_within_reach()
    }

    fn found(&self, handle: Handle, address: usize, size: usize) -> Option<Block> {
        let block = words::found(address, size)?;
        self.blocks().insert(handle, block.clone());
        Some(block)
    }

    fn wake(&self) {
        // Once for all times until it is sent.
        self.wakes.store(true, Ordering::SeqCst);
        self.bell.ring();
    }

    fn ask(&self, call: Call) -> Asked {
        *self.told.lock().unwrap_or_else(PoisonError::into_inner) = None;
        let asked = self.questions.ask();
        self.say(Said::Asked(asked.number(), call));
        asked
    }

    fn cancel(&self, asked: &Asked) {
        self.say(Said::Cancelled(asked.number()));
    }
}

/// Where a process sends what it says, and gets its answers.
struct Letterbox<'a, P: Port> {
    system: &'a Remote,
    port: &'a P,
}

impl<P: Port> Post for Letterbox<'_, P> {
    fn send(&self) -> Result<(), String> {
        if self.system.wakes.swap(false, Ordering::SeqCst) {
            self.port.send(to_bytes(&Said::Wakes)?)?;
        }
        let said =
            std::mem::take(&mut *self.system.said.lock().unwrap_or_else(PoisonError::into_inner));
        said.iter().try_for_each(|said| self.port.send(to_bytes(said)?))
    }

    fn take(&self) -> Result<(), String> {
        while let Some(message) = self.port.take() {
            let Answered(number, answer) = from_bytes(&message)?;
            self.system.questions.answer(number, answer);
        }
        Ok(())
    }

    async fn wait(&self, longest: Duration) -> Result<(), String> {
        self.port.wait(longest).await
    }

    fn is_expecting(&self) -> bool {
        true
    }

    fn is_pressing(&self) -> bool {
        self.system.wakes.load(Ordering::Relaxed)
    }

    async fn grow(&self, threads: usize) -> Result<(), String> {
        self.port.grow(threads).await
    }
}
