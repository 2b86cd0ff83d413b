//! What the native tests have in common.

use std::cell::RefCell;
use std::sync::mpsc;
use std::thread::JoinHandle;
use std::time::Duration;

use gil_playground::experiment::report::{Build, Environment};
use gil_playground::models::process::{ProcessHost, ProcessInterpreter};

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

enum Ask {
    Load(Vec<u8>),
    Run,
    Step(Duration),
}

struct Worker {
    requests: mpsc::Sender<Ask>,
    responses: mpsc::Receiver<Result<Option<Vec<u8>>, String>>,
    thread: JoinHandle<()>,
}

impl Worker {
    fn spawn() -> Self {
        let (requests, inbox) = mpsc::channel::<Ask>();
        let (outbox, responses) = mpsc::channel();
        let thread = std::thread::spawn(move || {
            let mut process = None;
            for message in inbox {
                let answer = match (message, &mut process) {
                    (Ask::Load(request), _) => ProcessInterpreter::new(&request).map(|loaded| {
                        process = Some(loaded);
                        None
                    }),
                    (Ask::Run, Some(process)) => process.run().map(Some),
                    (Ask::Step(time), Some(process)) => process.step(time),
                    (_, None) => Err("nothing is loaded".to_owned()),
                };
                if outbox.send(answer).is_err() {
                    return;
                }
            }
        });
        Self { requests, responses, thread }
    }
}

impl ProcessHost for ThreadHost {
    async fn spawn(&self, count: usize) -> Result<(), String> {
        *self.workers.borrow_mut() = (0..count).map(|_| Worker::spawn()).collect();
        Ok(())
    }

    async fn load(&self, requests: Vec<Vec<u8>>) -> Result<(), String> {
        let workers = self.workers.borrow();
        for (worker, request) in workers.iter().zip(requests) {
            worker.requests.send(Ask::Load(request)).map_err(|error| error.to_string())?;
        }
        workers.iter().try_for_each(|worker| answer(worker).map(drop))
    }

    async fn run(&self) -> Result<Vec<Vec<u8>>, String> {
        let workers = self.workers.borrow();
        for worker in workers.iter() {
            worker.requests.send(Ask::Run).map_err(|error| error.to_string())?;
        }
        workers.iter().map(|worker| Ok(answer(worker)?.unwrap_or_default())).collect()
    }

    async fn step(&self, worker: usize, time: Duration) -> Result<Option<Vec<u8>>, String> {
        let worker = &self.workers.borrow()[worker];
        worker.requests.send(Ask::Step(time)).map_err(|error| error.to_string())?;
        answer(worker)
    }

    async fn join(&self) -> Result<(), String> {
        for Worker { requests, thread, .. } in self.workers.take() {
            drop(requests);
            thread.join().map_err(|_| "the worker panicked".to_owned())?;
        }
        Ok(())
    }
}

fn answer(worker: &Worker) -> Result<Option<Vec<u8>>, String> {
    worker.responses.recv().map_err(|error| error.to_string())?
}
