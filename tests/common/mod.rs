//! What the native tests have in common.

use std::cell::RefCell;
use std::sync::mpsc;
use std::thread::JoinHandle;

use gil_playground::experiment::report::{Build, Environment};
use gil_playground::sched::tasks::process::{ProcessHost, ProcessInterpreter};

/// Where the native tests run.
pub(crate) fn environment() -> Environment {
    Environment {
        isolated: true,
        cores: 2,
        timer_step_us: 0.1,
        build: Build::Native,
        version: "test".to_owned(),
        user_agent: String::new(),
    }
}

/// Waits for a future that never really waits.
pub(crate) fn block_on<T>(future: impl Future<Output = T>) -> T {
    let mut future = std::pin::pin!(future);
    let mut context = std::task::Context::from_waker(std::task::Waker::noop());
    match future.as_mut().poll(&mut context) {
        std::task::Poll::Ready(value) => value,
        std::task::Poll::Pending => panic!("nothing in a native run waits for an event loop"),
    }
}

/// The process model's workers as OS threads, each with an interpreter of its own and nothing but
/// bytes in between.
#[derive(Default)]
pub(crate) struct ThreadHost {
    workers: RefCell<Vec<Worker>>,
}

struct Worker {
    /// Gives it its request, and then lets it run.
    requests: mpsc::Sender<Vec<u8>>,
    /// It has taken that in; then, what came of it.
    answers: mpsc::Receiver<Result<Vec<u8>, String>>,
    thread: JoinHandle<()>,
}

impl Worker {
    fn spawn() -> Self {
        let (requests, inbox) = mpsc::channel::<Vec<u8>>();
        let (outbox, answers) = mpsc::channel();
        let thread = std::thread::spawn(move || {
            let Ok(request) = inbox.recv() else { return };
            // Who does not listen any more needs no answer.
            let answer = |answer| drop(outbox.send(answer));
            match ProcessInterpreter::new(&request) {
                Ok(process) => {
                    answer(Ok(Vec::new()));
                    if inbox.recv().is_ok() {
                        answer(process.run());
                    }
                }
                Err(message) => answer(Err(message)),
            }
        });
        Self { requests, answers, thread }
    }

    fn ask(&self, bytes: Vec<u8>) -> Result<(), String> {
        self.requests.send(bytes).map_err(|error| error.to_string())
    }

    fn answer(&self) -> Result<Vec<u8>, String> {
        self.answers.recv().map_err(|error| error.to_string())?
    }
}

impl ProcessHost for ThreadHost {
    async fn spawn(&self, count: usize) -> Result<(), String> {
        *self.workers.borrow_mut() = (0..count).map(|_| Worker::spawn()).collect();
        Ok(())
    }

    async fn load(&self, requests: Vec<Vec<u8>>) -> Result<(), String> {
        let workers = self.workers.borrow();
        workers.iter().zip(requests).try_for_each(|(worker, request)| worker.ask(request))?;
        workers.iter().try_for_each(|worker| worker.answer().map(drop))
    }

    async fn run(&self) -> Result<Vec<Vec<u8>>, String> {
        let workers = self.workers.borrow();
        workers.iter().try_for_each(|worker| worker.ask(Vec::new()))?;
        workers.iter().map(Worker::answer).collect()
    }

    async fn join(&self) -> Result<(), String> {
        for Worker { requests, thread, .. } in self.workers.take() {
            drop(requests);
            thread.join().map_err(|_| "the worker panicked".to_owned())?;
        }
        Ok(())
    }
}
