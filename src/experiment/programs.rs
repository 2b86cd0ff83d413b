//! The bundled programs: files of their own, which run unchanged on CPython 3.11 or later.

use super::plan::Work;
use super::report::Published;
use crate::experiment::Model;

/// A bundled program.
#[derive(Debug)]
pub struct Program {
    /// Its id, as in the API and in links.
    pub id: &'static str,
    /// Its name for people.
    pub title: &'static str,
    /// Its Python source.
    pub source: &'static str,
    /// The parameter that makes it larger.
    pub size_parameter: &'static str,
    /// How its time grows with that.
    pub growth: Growth,
    /// How its workers are given work unless asked otherwise.
    pub work: Work,
    /// What others measured with it.
    pub published: &'static [Publication],
    /// Why its workers must share objects, if they must: under a model without shared memory they
    /// would wait for each other for ever.
    pub shares: Option<&'static str>,
}

/// A program's speedup in an article or a book.
#[derive(Debug)]
pub struct Publication {
    model: Model,
    workers: u32,
    work: Work,
    /// Time before and after, in the same unit.
    times: (f64, f64),
    label: &'static str,
    citation: &'static str,
    second_hand: bool,
}

impl Publication {
    /// As a report's reader gets it.
    pub fn of(&self) -> Published {
        Published {
            model: self.model,
            workers: self.workers,
            work: self.work,
            speedup: self.times.0 / self.times.1,
            label: self.label.to_owned(),
            citation: self.citation.to_owned(),
            second_hand: self.second_hand,
        }
    }
}

/// How a program's time grows with its size.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Growth {
    /// In proportion.
    Linear {
        /// A size to begin with, quick on any device.
        smallest: i64,
    },
    /// In proportion to this power of it.
    Power {
        /// A size to begin with, quick on any device.
        smallest: i64,
        /// The exponent.
        exponent: f64,
    },
    /// By this factor for each step of one.
    Exponential {
        /// A size to begin with, quick on any device.
        smallest: i64,
        /// The factor.
        factor: f64,
    },
}

const NGUYEN: &str = "Quan Nguyen, Mastering Concurrency in Python (2018), chapter 15: \
    countdown(50_000_000), sequential 2.95 s, two threads 2.69 s, two processes 1.54 s with the \
    pool made outside the timer; one run each";
const SKVORTSOV: &str = "Victor Skvortsov, Python behind the scenes #13 (2021): countdown of \
    100,000,000 on CPython 3.9, two cores, best of three: 6.52 s in one thread, 6.57, 6.59 and \
    6.58 s in two, four and eight";
const GRINBERG: &str = "Miguel Grinberg, Python 3.14 Is Here. How Fast Is It? (2025): fib(40), \
    four full copies in four threads of free-threaded CPython 3.14, mean of three";

const GRINBERG_SORT: &str = "Miguel Grinberg, Python 3.14 Is Here. How Fast Is It? (2025): bubble sort \
    of 10,000, four full copies in four threads of free-threaded CPython 3.14, mean of three";

/// All of them, in the order in which they are offered.
pub const PROGRAMS: [Program; 13] = [
    Program {
        id: "countdown",
        title: "Countdown",
        source: include_str!("programs/countdown.py"),
        size_parameter: "n",
        growth: Growth::Linear { smallest: 10_000 },
        work: Work::Split,
        published: &[
            Publication {
                model: Model::Gil,
                workers: 2,
                work: Work::Split,
                times: (2.95, 2.69),
                label: "Nguyen's book",
                citation: NGUYEN,
                second_hand: false,
            },
            Publication {
                model: Model::Process,
                workers: 2,
                work: Work::Split,
                times: (2.95, 1.54),
                label: "Nguyen's book",
                citation: NGUYEN,
                second_hand: false,
            },
            Publication {
                model: Model::Gil,
                workers: 4,
                work: Work::Split,
                times: (6.52, 6.59),
                label: "Skvortsov",
                citation: SKVORTSOV,
                second_hand: false,
            },
            Publication {
                model: Model::Gil,
                workers: 8,
                work: Work::Split,
                times: (6.52, 6.58),
                label: "Skvortsov",
                citation: SKVORTSOV,
                second_hand: false,
            },
        ],
        shares: None,
    },
    Program {
        id: "fib",
        title: "Fibonacci by recursion",
        source: include_str!("programs/fib.py"),
        size_parameter: "n",
        growth: Growth::Exponential { smallest: 12, factor: 1.618_033_988_749_895 },
        work: Work::Repeat,
        published: &[Publication {
            model: Model::FreeThreaded,
            workers: 4,
            work: Work::Repeat,
            times: (3.09, 1.0),
            label: "Grinberg",
            citation: GRINBERG,
            second_hand: false,
        }],
        shares: None,
    },
    Program {
        id: "lost-updates",
        title: "Lost updates",
        source: include_str!("programs/lost_updates.py"),
        size_parameter: "n",
        growth: Growth::Linear { smallest: 5_000 },
        work: Work::Split,
        published: &[],
        shares: None,
    },
    Program {
        id: "lock",
        title: "Updates behind a lock",
        source: include_str!("programs/lock.py"),
        size_parameter: "n",
        growth: Growth::Linear { smallest: 1_000 },
        work: Work::Split,
        published: &[],
        shares: None,
    },
    Program {
        id: "io-wait",
        title: "Waiting for I/O beside computing",
        source: include_str!("programs/io_wait.py"),
        size_parameter: "n",
        growth: Growth::Linear { smallest: 10_000 },
        work: Work::Split,
        published: &[],
        shares: None,
    },
    Program {
        id: "sha256",
        title: "Hashing without the lock",
        source: include_str!("programs/sha256.py"),
        size_parameter: "n",
        growth: Growth::Linear { smallest: 10 },
        work: Work::Split,
        published: &[],
        shares: None,
    },
    Program {
        id: "shared-list",
        title: "One list for all, or a copy for each",
        source: include_str!("programs/shared_list.py"),
        size_parameter: "n",
        growth: Growth::Linear { smallest: 1 },
        work: Work::Split,
        published: &[],
        shares: None,
    },
    Program {
        id: "producer-consumer",
        title: "Producer and consumers",
        source: include_str!("programs/producer_consumer.py"),
        size_parameter: "n",
        growth: Growth::Linear { smallest: 100 },
        work: Work::Split,
        published: &[],
        shares: Some("its workers talk through one queue, and processes share no objects"),
    },
    Program {
        id: "primes",
        title: "Primes by trial division",
        source: include_str!("programs/primes.py"),
        size_parameter: "n",
        growth: Growth::Power { smallest: 2_000, exponent: 1.5 },
        work: Work::Split,
        published: &[],
        shares: None,
    },
    Program {
        id: "bubble-sort",
        title: "Bubble sort",
        source: include_str!("programs/bubble_sort.py"),
        size_parameter: "n",
        growth: Growth::Power { smallest: 20, exponent: 2.0 },
        work: Work::Repeat,
        published: &[Publication {
            model: Model::FreeThreaded,
            workers: 4,
            work: Work::Repeat,
            times: (2.0, 1.0),
            label: "Grinberg",
            citation: GRINBERG_SORT,
            second_hand: true,
        }],
        shares: None,
    },
    Program {
        id: "matrix",
        title: "Matrix product",
        source: include_str!("programs/matrix.py"),
        size_parameter: "n",
        growth: Growth::Linear { smallest: 5 },
        work: Work::Split,
        published: &[],
        shares: None,
    },
    Program {
        id: "mandelbrot",
        title: "Mandelbrot set",
        source: include_str!("programs/mandelbrot.py"),
        size_parameter: "n",
        growth: Growth::Power { smallest: 10, exponent: 2.0 },
        work: Work::Split,
        published: &[],
        shares: None,
    },
    Program {
        id: "word-count",
        title: "Word count",
        source: include_str!("programs/word_count.py"),
        size_parameter: "n",
        growth: Growth::Linear { smallest: 100 },
        work: Work::Split,
        published: &[],
        shares: None,
    },
];

/// The program with this id.
pub fn find(id: &str) -> Option<&'static Program> {
    PROGRAMS.iter().find(|program| program.id == id)
}
