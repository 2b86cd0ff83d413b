//! The interpreters that a program makes in its process (PEP 734): each has a lock, heaps and module
//! state of its own. What is done in one is done by a thread that is sent there, while the one that
//! has sent it waits.

use std::collections::BTreeMap;
use std::sync::{Arc, MutexGuard, PoisonError};

use super::gil::Switching;
use super::guarded::Guarded;
use super::home::{Home, MAIN_INTERPRETER};
use super::lock::Lock;
use super::scheduler::Scheduler;
use super::terms::Process;
use super::thread::{Failure, Stage, Thread, ThreadInfo};
use crate::code::{self, Module, Text};
use crate::lang::Source;
use crate::vm::{
    Answer, Asked, Breaker, Data, Errand, Error, Interpreter, Interpreters, Machine, Raised,
};

/// Those that there are besides the main one.
pub(super) struct Others<L: Lock> {
    last: u32,
    all: BTreeMap<u32, Other<L>>,
}

impl<L: Lock> Default for Others<L> {
    fn default() -> Self {
        Self { last: MAIN_INTERPRETER, all: BTreeMap::new() }
    }
}

struct Other<L: Lock> {
    home: Arc<Home<L>>,
    import: Import,
    /// Threads that were sent there and have not come back.
    running: usize,
    /// Those that wait until the program has been imported.
    waiting: Vec<(ThreadInfo, Sent)>,
}

/// Has an interpreter imported the program, whose functions it is to call?
#[derive(Clone, Copy, PartialEq, Eq)]
enum Import {
    No,
    Begun,
    Done,
}

/// A thread that was sent to an interpreter.
pub(super) struct Sent {
    errand: Errand,
    asked: Asked,
}

impl<L: Lock> Scheduler<L> {
    fn others(&self) -> MutexGuard<'_, Others<L>> {
        self.others.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A thread has got to the interpreter that it was sent to, and has its lock: it begins with
    /// what it was sent for. Does it?
    pub(super) fn arrive(&self, thread: &mut Thread<L>, breaker: &Arc<Breaker>) -> bool {
        thread.stage = Stage::Body;
        if thread.duty.is_some() {
            return thread.begin_call(breaker, self.terms.clock.ms());
        }
        let Some(Sent { errand, asked }) = thread.errand.as_deref() else { return false };
        match errand {
            Errand::Call(call) => {
                let machine = thread.machine.get_mut();
                machine.give(call.clone());
                if self.import_of(thread.home.id) == Import::Done {
                    thread.stage = Stage::Task;
                    return machine.start_errand();
                }
                machine.start_module();
                true
            }
            Errand::Exec(source, given) => {
                match Self::prompt_with(&thread.home, source) {
                    Ok(interpreter) => {
                        let mut machine = self.machine(&interpreter);
                        machine.give(given.clone());
                        machine.start_module();
                        // SAFETY: only who may use the interpreter touches machines.
                        thread.machine = unsafe { Guarded::new(machine) };
                        thread.stage = Stage::Task;
                        true
                    }
                    Err(answer) => {
                        self.come_back(thread.home.id);
                        asked.answer(answer);
                        thread.errand = None;
                        false
                    }
                }
            }
        }
    }

    fn import_of(&self, id: u32) -> Import {
        self.others().all.get(&id).map_or(Import::No, |other| other.import)
    }

    /// The prompt of an interpreter with more source code.
    fn prompt_with(home: &Home<L>, source: &str) -> Result<Arc<Interpreter<L::Memory>>, Answer> {
        let raised = |kind: &str, message: String| Answer::Raised {
            traceback: format!("{kind}: {message}"),
            kind: kind.to_owned(),
            message,
        };
        let Some(prompt) = home.prompt() else { return Err(Answer::Unknown) };
        let source = Source::new(source);
        let text = Text { name: "<script>".to_owned(), source, is_shown: true };
        let module = code::compile_onto(prompt.module(), text);
        let module = module.map_err(|problems| {
            let texts: Vec<_> = problems.into_iter().map(|problem| problem.message).collect();
            let text = texts.join("; ");
            raised("SyntaxError", text.strip_prefix("SyntaxError: ").unwrap_or(&text).to_owned())
        })?;
        let extended = prompt.extended(&Arc::new(module));
        let extended =
            Arc::new(extended.map_err(|error| raised("MemoryError", error.to_string()))?);
        home.extend(&extended);
        Ok(extended)
    }

    fn machine(&self, interpreter: &Arc<Interpreter<L::Memory>>) -> Box<Machine<L::Memory>> {
        let mut machine = Box::new(Machine::beginning(interpreter));
        if let Some(Process { output, .. }) = &self.terms.process {
            machine.print_to(Arc::clone(output));
        }
        machine
    }

    /// A thread has ended a part of its errand: is there more to do? If not, who has sent it is told
    /// what came of it.
    pub(super) fn go_on(&self, thread: &mut Thread<L>, result: Data) -> bool {
        if thread.stage == Stage::Body {
            self.imported(thread.home.id, true);
            thread.stage = Stage::Task;
            if thread.machine.get_mut().start_errand() {
                return true;
            }
        }
        if let Some(sent) = thread.errand.take() {
            self.come_back(thread.home.id);
            sent.asked.answer(match result {
                Data::Bytes(bytes) => Answer::Bytes(bytes),
                _ => Answer::Done,
            });
        }
        false
    }

    /// Its errand has failed.
    pub(super) fn fail(&self, thread: &mut Thread<L>, raised: Box<Raised>) -> Result<(), Failure> {
        if thread.stage == Stage::Body {
            self.imported(thread.home.id, false);
        }
        let Some(sent) = thread.errand.take() else { return Ok(()) };
        let traceback = raised.traceback(thread.machine.get().interpreter().module());
        let (kind, message) = match &raised.error {
            Error::Exception(exception) => (exception.kind.clone(), exception.message.clone()),
            Error::Exit { status, .. } => ("SystemExit".to_owned(), status.to_string()),
            _ => return Err(Failure::Ended(thread.info.ident, raised)),
        };
        self.come_back(thread.home.id);
        sent.asked.answer(Answer::Raised { kind, message, traceback });
        Ok(())
    }

    fn come_back(&self, id: u32) {
        if let Some(other) = self.others().all.get_mut(&id) {
            other.running -= 1;
        }
    }

    /// The program has been imported, or could not be: those that wait for it go on.
    fn imported(&self, id: u32, is_done: bool) {
        let mut others = self.others();
        let Some(other) = others.all.get_mut(&id) else { return };
        other.import = if is_done { Import::Done } else { Import::No };
        let (home, waiting) = (Arc::clone(&other.home), std::mem::take(&mut other.waiting));
        drop(others);
        for (info, sent) in waiting {
            let machine = self.machine(&home.interpreter());
            let info = ThreadInfo { ident: machine.ident(), ..info };
            self.add(info, &home, machine, Stage::Sent, Some(sent));
        }
    }
}

impl<L: Lock> Interpreters for Scheduler<L> {
    fn create(&self) -> Result<u32, String> {
        let mut others = self.others();
        let id = others.last + 1;
        let main = self.main.interpreter();
        let make = |module: &Arc<Module>, is_main| {
            let made = main.beside(module, id, is_main).map_err(|error| error.to_string())?;
            // SAFETY: nobody uses it yet.
            unsafe { made.share() };
            Ok::<_, String>(Arc::new(made))
        };
        let nothing = code::compile(Source::new(""));
        let nothing = Arc::new(nothing.map_err(|problems| format!("{problems:?}"))?);
        let (program, prompt) = (make(self.main.program(), false)?, make(&nothing, true)?);
        // SAFETY: only who has its lock touches it, and its objects are nobody else's.
        let (program, prompt) = unsafe { (Guarded::new(program), Guarded::new(prompt)) };
        let lock = L::new(if self.main.lock.is_counted() {
            Switching::Counted
        } else {
            Switching::Asked(main.switch_interval())
        });
        let other = Other {
            home: Home::new(id, lock, vec![program, prompt]),
            import: Import::No,
            running: 0,
            waiting: Vec::new(),
        };
        others.last = id;
        others.all.insert(id, other);
        Ok(id)
    }

    fn list(&self) -> Vec<u32> {
        std::iter::once(MAIN_INTERPRETER).chain(self.others().all.keys().copied()).collect()
    }

    fn close(&self, id: u32) -> bool {
        let mut others = self.others();
        let is_idle = others.all.get(&id).is_some_and(|other| other.running == 0);
        let closed = if is_idle { others.all.remove(&id) } else { None };
        drop(others);
        closed.is_some()
    }

    fn is_running(&self, id: u32) -> bool {
        id == MAIN_INTERPRETER || self.others().all.get(&id).is_some_and(|other| other.running > 0)
    }

    fn send(&self, caller: usize, id: u32, errand: Errand) -> Option<Asked> {
        let mut others = self.others();
        let other = others.all.get_mut(&id)?;
        let asked = Asked::new(0);
        let is_call = matches!(errand, Errand::Call(_));
        let sent = Sent { errand, asked: asked.clone() };
        other.running += 1;
        let home = Arc::clone(&other.home);
        let machine = self.machine(&home.interpreter());
        let info = ThreadInfo {
            process: self.terms.pid(),
            ident: machine.ident(),
            name: format!("Interpreter-{id}"),
            parent: Some(caller),
            is_daemon: true,
            is_task: false,
            start_ms: self.terms.clock.ms(),
            end_ms: 0.0,
        };
        if is_call && other.import == Import::Begun {
            other.waiting.push((info, sent));
            return Some(asked);
        }
        if is_call && other.import == Import::No {
            other.import = Import::Begun;
        }
        drop(others);
        self.add(info, &home, machine, Stage::Sent, Some(sent));
        Some(asked)
    }
}
