//! What the native tests have in common.

use std::cell::RefCell;
use std::collections::HashMap;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread::JoinHandle;
use std::time::Duration;

use gil_playground::experiment::report::{Build, Environment};
use gil_playground::sched::{Host, News, Port, live};
use gil_playground::vm::Pid;

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

/// Processes as OS threads, each with an interpreter of its own and nothing but bytes in between.
pub(crate) struct ThreadHost {
    processes: RefCell<HashMap<Pid, Process>>,
    sender: Sender<News>,
    news: Letters<News>,
}

struct Process {
    sender: Sender<Vec<u8>>,
    thread: JoinHandle<()>,
}

impl Default for ThreadHost {
    fn default() -> Self {
        let (sender, news) = mpsc::channel();
        Self { processes: RefCell::default(), sender, news: Letters::of(news) }
    }
}

impl Host for ThreadHost {
    fn start(&self, pid: Pid, beginning: Vec<u8>) -> Result<(), String> {
        let (sender, inbox) = mpsc::channel();
        let news = self.sender.clone();
        let thread = std::thread::spawn(move || {
            let port = ThreadPort { pid, news: news.clone(), inbox: Letters::of(inbox) };
            if let Err(why) = block_on(live(&beginning, &port)) {
                // Who does not listen any more need not know.
                drop(news.send(News::Lost(pid, why)));
            }
        });
        self.processes.borrow_mut().insert(pid, Process { sender, thread });
        Ok(())
    }

    fn send(&self, pid: Pid, message: Vec<u8>) -> Result<(), String> {
        let processes = self.processes.borrow();
        let process = processes.get(&pid).ok_or("there is no such process")?;
        process.sender.send(message).map_err(|error| error.to_string())
    }

    fn end(&self, pid: Pid) {
        let Some(Process { sender, thread }) = self.processes.borrow_mut().remove(&pid) else {
            return;
        };
        drop(sender);
        thread.join().expect("the process did not panic");
    }

    fn take(&self) -> Result<Option<News>, String> {
        Ok(self.news.take())
    }

    async fn wait(&self, longest: Duration) -> Result<(), String> {
        self.news.wait(longest)
    }
}

struct ThreadPort {
    pid: Pid,
    news: Sender<News>,
    inbox: Letters<Vec<u8>>,
}

impl Port for ThreadPort {
    fn send(&self, message: Vec<u8>) -> Result<(), String> {
        self.news.send(News::Said(self.pid, message)).map_err(|error| error.to_string())
    }

    async fn grow(&self, _: usize) -> Result<(), String> {
        Err("tasks have one thread".to_owned())
    }

    fn take(&self) -> Option<Vec<u8>> {
        self.inbox.take()
    }

    async fn wait(&self, longest: Duration) -> Result<(), String> {
        self.inbox.wait(longest)
    }
}

/// What has come, for one who waits for it by blocking.
struct Letters<T> {
    receiver: Receiver<T>,
    next: RefCell<Option<T>>,
}

impl<T> Letters<T> {
    fn of(receiver: Receiver<T>) -> Self {
        Self { receiver, next: RefCell::new(None) }
    }

    fn take(&self) -> Option<T> {
        self.next.take().or_else(|| self.receiver.try_recv().ok())
    }

    fn wait(&self, longest: Duration) -> Result<(), String> {
        if self.next.borrow().is_some() {
            return Ok(());
        }
        match self.receiver.recv_timeout(longest) {
            Ok(letter) => {
                self.next.replace(Some(letter));
                Ok(())
            }
            Err(RecvTimeoutError::Timeout) => Ok(()),
            Err(RecvTimeoutError::Disconnected) => Err("the other end is gone".to_owned()),
        }
    }
}
