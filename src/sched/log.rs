//! What the threads of a program print, in the order in which they print it.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use serde::{Deserialize, Serialize};

use crate::trace::Clock;
use crate::vm::{Pid, Sink, Stream};

/// Bytes that are kept of the beginning, and as many of the end.
const KEPT: usize = 512 * 1024;
/// What a thread prints within so many milliseconds is one piece.
const ONE_PIECE_MS: f64 = 1.0;

/// A piece of what a program printed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Printed {
    /// The process.
    pub process: Pid,
    /// The identity of its thread.
    pub thread: usize,
    /// Where to.
    pub stream: Stream,
    /// What.
    pub text: String,
    /// When it began to, in milliseconds from the start of the run.
    pub ms: f64,
}

/// All of it, within bounds.
pub(super) struct Log {
    clock: Clock,
    pieces: Mutex<Pieces>,
}

#[derive(Default)]
struct Pieces {
    /// What nobody has been told yet.
    fresh: Part,
    head: Part,
    tail: Part,
    /// Bytes that were printed between those two.
    lost: usize,
}

#[derive(Default)]
struct Part {
    pieces: VecDeque<Printed>,
    bytes: usize,
}

impl Part {
    fn push(&mut self, piece: &Printed) {
        self.bytes += piece.text.len();
        if let Some(last) = self.pieces.back_mut()
            && (last.process, last.thread, last.stream)
                == (piece.process, piece.thread, piece.stream)
            && piece.ms - last.ms < ONE_PIECE_MS
        {
            last.text.push_str(&piece.text);
        } else {
            self.pieces.push_back(piece.clone());
        }
    }

    fn has_room(&self, piece: &Printed) -> bool {
        self.bytes + piece.text.len() <= KEPT
    }
}

impl Log {
    pub(super) fn new(clock: Clock) -> Self {
        Self { clock, pieces: Mutex::default() }
    }

    /// What was printed since this was asked last, as far as there was room for it.
    pub(super) fn take_fresh(&self) -> Vec<Printed> {
        std::mem::take(&mut self.pieces().fresh).pieces.into()
    }

    /// Beginning and end of what was printed, and how many bytes are missing between them.
    pub(super) fn take_kept(&self) -> (Vec<Printed>, Vec<Printed>, usize) {
        let mut pieces = self.pieces();
        let Pieces { head, tail, lost, .. } = std::mem::take(&mut *pieces);
        (head.pieces.into(), tail.pieces.into(), lost)
    }

    /// Something was printed.
    pub(super) fn add(&self, piece: &Printed) {
        let mut pieces = self.pieces();
        if pieces.fresh.has_room(piece) {
            pieces.fresh.push(piece);
        }
        if pieces.tail.pieces.is_empty() && pieces.head.has_room(piece) {
            pieces.head.push(piece);
            return;
        }
        pieces.tail.push(piece);
        while pieces.tail.bytes > KEPT && pieces.tail.pieces.len() > 1 {
            let gone = pieces.tail.pieces.pop_front().map_or(0, |piece| piece.text.len());
            pieces.tail.bytes -= gone;
            pieces.lost += gone;
        }
    }

    fn pieces(&self) -> MutexGuard<'_, Pieces> {
        self.pieces.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Where a process prints to.
pub(super) struct Printer {
    pub(super) log: Arc<Log>,
    pub(super) process: Pid,
}

impl Sink for Printer {
    fn write(&self, thread: usize, stream: Stream, text: &str) {
        let (process, text, ms) = (self.process, text.to_owned(), self.log.clock.ms());
        self.log.add(&Printed { process, thread, stream, text, ms });
    }
}

#[cfg(all(test, not(gil_loom)))]
mod tests {
    use super::{Arc, Clock, KEPT, Log, Printer, Sink, Stream};

    #[test]
    fn what_is_printed_stays_in_order_and_apart_by_thread_and_stream() {
        let log = Arc::new(Log::new(Clock::start()));
        let printer = Printer { log: Arc::clone(&log), process: 1 };
        for (thread, stream, text) in [
            (1, Stream::Stdout, "a\n"),
            (2, Stream::Stdout, "b\n"),
            (2, Stream::Stderr, "c\n"),
            (1, Stream::Stdout, "d\n"),
        ] {
            printer.write(thread, stream, text);
        }
        let fresh = log.take_fresh();
        let texts: Vec<_> = fresh.iter().map(|piece| (piece.thread, piece.text.as_str())).collect();
        assert_eq!(texts, [(1, "a\n"), (2, "b\n"), (2, "c\n"), (1, "d\n")]);
        assert!(log.take_fresh().is_empty());
        let (head, tail, lost) = log.take_kept();
        assert_eq!((head, tail.len(), lost), (fresh, 0, 0));
    }

    #[test]
    fn of_a_flood_the_beginning_and_the_end_are_kept() {
        let log = Arc::new(Log::new(Clock::start()));
        let printer = Printer { log: Arc::clone(&log), process: 1 };
        let line = "x".repeat(9_999) + "\n";
        for _ in 0..300 {
            printer.write(1, Stream::Stdout, &line);
        }
        printer.write(2, Stream::Stdout, "the end\n");
        let (head, tail, lost) = log.take_kept();
        let bytes =
            |pieces: &[super::Printed]| pieces.iter().map(|piece| piece.text.len()).sum::<usize>();
        assert!(bytes(&head) <= KEPT && bytes(&tail) <= KEPT + line.len());
        assert_eq!(bytes(&head) + bytes(&tail) + lost, 300 * line.len() + "the end\n".len());
        assert_eq!(tail.last().map(|piece| piece.text.as_str()), Some("the end\n"));
    }
}
