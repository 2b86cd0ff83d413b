//! What the native tests have in common.

use std::cell::RefCell;
use std::sync::mpsc;
use std::thread::JoinHandle;
use std::time::Duration;

use gil_playground::experiment::report::{Build, Environment};
use gil_playground::models::process::{ProcessHost, ProcessInterpreter, Turn};

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
    answers: RefCell<Option<mpsc::Receiver<Answer>>>,
}

enum Ask {
    Load(Vec<u8>),
    Run,
    Step(Duration),
}

/// Of which worker.
type Answer = (usize, Result<Turn, String>);

struct Worker {
    requests: mpsc::Sender<Ask>,
    thread: JoinHandle<()>,
}

impl Worker {
    fn spawn(me: usize, answers: mpsc::Sender<Answer>) -> Self {
        let (requests, inbox) = mpsc::channel();
        // Who does not listen any more needs no answer.
        let thread = std::thread::spawn(move || {
            answer_all(inbox, |turn| drop(answers.send((me, turn))));
        });
        Self { requests, thread }
    }
}

fn answer_all(inbox: mpsc::Receiver<Ask>, answer: impl Fn(Result<Turn, String>)) {
    let mut process = None;
    for message in inbox {
        let turn = match (message, &mut process) {
            (Ask::Load(request), _) => ProcessInterpreter::new(&request).map(|loaded| {
                process = Some(loaded);
                Turn::Awake
            }),
            (Ask::Run, Some(process)) => process.run().map(Turn::Ended),
            (Ask::Step(time), Some(process)) => process.step(time),
            (_, None) => Err("nothing is loaded".to_owned()),
        };
        let is_blocked = matches!(turn, Ok(Turn::Blocked(_)));
        answer(turn);
        if is_blocked && let Some(process) = &mut process {
            process.wait();
            answer(Ok(Turn::Awake));
        }
    }
}

impl ThreadHost {
    fn ask(&self, worker: usize, message: Ask) -> Result<(), String> {
        self.workers.borrow()[worker].requests.send(message).map_err(|error| error.to_string())
    }

    fn answer(&self) -> Result<(usize, Turn), String> {
        let answers = self.answers.borrow();
        let answers = answers.as_ref().ok_or("no worker was started")?;
        let (worker, turn) = answers.recv().map_err(|error| error.to_string())?;
        Ok((worker, turn?))
    }
}

impl ProcessHost for ThreadHost {
    async fn spawn(&self, count: usize) -> Result<(), String> {
        let (sender, answers) = mpsc::channel();
        *self.answers.borrow_mut() = Some(answers);
        *self.workers.borrow_mut() =
            (0..count).map(|me| Worker::spawn(me, sender.clone())).collect();
        Ok(())
    }

    async fn load(&self, requests: Vec<Vec<u8>>) -> Result<(), String> {
        let count = requests.len();
        for (worker, request) in requests.into_iter().enumerate() {
            self.ask(worker, Ask::Load(request))?;
        }
        (0..count).try_for_each(|_| self.answer().map(drop))
    }

    async fn run(&self) -> Result<Vec<Vec<u8>>, String> {
        let count = self.workers.borrow().len();
        (0..count).try_for_each(|worker| self.ask(worker, Ask::Run))?;
        let mut responses = vec![Vec::new(); count];
        for _ in 0..count {
            let (worker, turn) = self.answer()?;
            let Turn::Ended(response) = turn else { return Err(format!("not an end: {turn:?}")) };
            responses[worker] = response;
        }
        Ok(responses)
    }

    fn step(&self, worker: usize, time: Duration) -> Result<(), String> {
        self.ask(worker, Ask::Step(time))
    }

    async fn next(&self) -> Result<(usize, Turn), String> {
        self.answer()
    }

    async fn join(&self) -> Result<(), String> {
        for Worker { requests, thread } in self.workers.take() {
            drop(requests);
            thread.join().map_err(|_| "the worker panicked".to_owned())?;
        }
        Ok(())
    }
}
