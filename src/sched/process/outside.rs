//! The first process of a run whose other processes are elsewhere: in a browser, each is a worker
//! with a WebAssembly instance of its own.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use web_time::{SystemTime, UNIX_EPOCH};

use super::bell::Bell;
use super::drive::Post;
#[cfg(threads)]
use super::drive::drive;
#[cfg(not(threads))]
use super::drive::drive_in_turns as drive;
use super::kernel::Birth;
use super::message::{Answered, Beginning, OfScript, Said, from_bytes, to_bytes};
use super::world::{Outside, World};
use crate::sched::log::{Log, Printed, Printer};
use crate::sched::running::{Place, Running};
use crate::sched::script::{Execution, Script};
use crate::trace::Clock;
use crate::vm::{Answer, Pid, Sink, Stream};

/// What a run needs of its surroundings to have processes.
pub trait Host {
    /// Starts one, which is given these bytes.
    ///
    /// # Errors
    /// If that is not possible at all; what goes wrong later is told by `take`.
    fn start(&self, pid: Pid, beginning: Vec<u8>) -> Result<(), String>;

    /// Sends bytes to one.
    ///
    /// # Errors
    /// If that is not possible.
    fn send(&self, pid: Pid, message: Vec<u8>) -> Result<(), String>;

    /// Ends one.
    fn end(&self, pid: Pid);

    /// What one of them has said.
    ///
    /// # Errors
    /// If it cannot be read.
    fn take(&self) -> Result<Option<News>, String>;

    /// Waits until there is something, for at most so long.
    fn wait(&self, longest: Duration) -> impl Future<Output = Result<(), String>>;
}

/// What a host hears of a process.
#[derive(Debug)]
pub enum News {
    /// A message of it.
    Said(Pid, Vec<u8>),
    /// It could not be started, or broke: why.
    Lost(Pid, String),
}

/// Runs a script to its end. `on_output` hears of what it prints, every few milliseconds.
///
/// # Errors
/// If this build cannot run it at all: what is missing.
pub async fn execute_with(
    script: &Script,
    host: &impl Host,
    on_output: &mut dyn FnMut(Vec<Printed>),
) -> Result<Execution, String> {
    let clock = Clock::start();
    let run_began = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    let log = Arc::new(Log::new(clock));
    let outbox = Arc::<Outbox>::default();
    let world = World::new(clock, &script.given, Box::new(Sender(Arc::clone(&outbox))));
    let place =
        Place { system: world.first(), clock, log: Arc::clone(&log), is_ended: Arc::default() };
    let running = Running::start(script, place)?;
    let mut tell = || {
        let fresh = log.take_fresh();
        if !fresh.is_empty() {
            on_output(fresh);
        }
    };
    let post = Office { script, host, world: &world, outbox: &outbox, log: &log, run_began };
    let driven = drive(&running, &outbox.bell, &post, &mut tell).await;
    let total_ms = clock.ms();
    world.end_all();
    driven.and_then(|()| post.send())?;
    tell();
    Ok(Execution::of(running.finish(), world.take_history(), &log, total_ms))
}

/// What is to be sent by the thread of the system that may.
#[derive(Default)]
struct Outbox {
    letters: Mutex<Vec<Letter>>,
    bell: Arc<Bell>,
}

enum Letter {
    Start(Birth),
    Answer(Pid, Answered),
    End(Pid),
}

impl Outbox {
    fn push(&self, letter: Letter) {
        self.letters.lock().unwrap_or_else(PoisonError::into_inner).push(letter);
        self.bell.ring();
    }

    fn take(&self) -> Vec<Letter> {
        std::mem::take(&mut self.letters.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

struct Sender(Arc<Outbox>);

impl Outside for Sender {
    fn start(&self, _: &Arc<World>, birth: Birth) {
        self.0.push(Letter::Start(birth));
    }

    fn answer(&self, pid: Pid, number: u64, answer: Answer) {
        self.0.push(Letter::Answer(pid, Answered(number, answer)));
    }

    fn end(&self, pid: Pid) {
        self.0.push(Letter::End(pid));
    }
}

/// Where letters go out, and come in.
struct Office<'a, H: Host> {
    script: &'a Script,
    host: &'a H,
    world: &'a Arc<World>,
    outbox: &'a Outbox,
    log: &'a Arc<Log>,
    run_began: Duration,
}

impl<H: Host> Post for Office<'_, H> {
    fn send(&self) -> Result<(), String> {
        for letter in self.outbox.take() {
            match letter {
                Letter::Start(birth) => self.start(birth)?,
                Letter::Answer(pid, answered) => self.host.send(pid, to_bytes(&answered)?)?,
                Letter::End(pid) => self.host.end(pid),
            }
        }
        Ok(())
    }

    fn take(&self) -> Result<(), String> {
        while let Some(news) = self.host.take()? {
            match news {
                News::Said(pid, message) => self.hear(pid, from_bytes(&message)?),
                News::Lost(pid, why) => self.lose(pid, &why),
            }
        }
        Ok(())
    }

    async fn wait(&self, longest: Duration) -> Result<(), String> {
        self.host.wait(longest).await
    }

    fn is_expecting(&self) -> bool {
        self.world.children() > 0
    }

    async fn grow(&self, _: usize) -> Result<(), String> {
        Err("the first process has all the threads that there are".to_owned())
    }
}

impl<H: Host> Office<'_, H> {
    fn start(&self, birth: Birth) -> Result<(), String> {
        let Script { module, runtime, virtual_threads, switch_interval, .. } = self.script;
        let Script { time_limit, trace, given, .. } = self.script;
        let pid = birth.pid;
        // The cores are shared among the processes there are.
        let carriers = (self.script.carriers / self.world.children().max(1)).max(1);
        let beginning = Beginning::OfScript(OfScript {
            birth,
            source: module.source().text().to_owned(),
            runtime: *runtime,
            carriers,
            virtual_threads: *virtual_threads,
            given: given.to_child(),
            switch_interval: *switch_interval,
            time_limit: *time_limit,
            trace: *trace,
            run_began: self.run_began,
        });
        self.host.start(pid, to_bytes(&beginning)?)
    }

    fn hear(&self, pid: Pid, said: Said) {
        match said {
            Said::Asked(number, call) => self.world.ask(pid, number, call),
            Said::Cancelled(number) => self.world.cancel(pid, number),
            Said::Wakes => self.world.wake(),
            Said::Waits(heard, waiting) => self.world.waits(pid, heard, waiting),
            Said::Printed(pieces) => pieces.iter().for_each(|piece| self.log.add(piece)),
            Said::Left(remains) => {
                self.world.leave(remains);
                self.host.end(pid);
            }
        }
    }

    fn lose(&self, pid: Pid, why: &str) {
        let stderr = Printer { log: Arc::clone(self.log), process: pid };
        stderr.write(1, Stream::Stderr, &format!("A process was lost: {why}\n"));
        self.world.ended(pid, 1);
        self.host.end(pid);
    }
}
