//! The bundled programs: files of their own, which run unchanged on CPython 3.11 or later.

use super::plan::Work;

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
}

/// How a program's time grows with its size.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Growth {
    /// In proportion.
    Linear {
        /// A size to begin with, quick on any device.
        smallest: i64,
    },
    /// By this factor for each step of one.
    Exponential {
        /// A size to begin with, quick on any device.
        smallest: i64,
        /// The factor.
        factor: f64,
    },
}

/// All of them, in the order in which they are offered.
pub const PROGRAMS: [Program; 2] = [
    Program {
        id: "countdown",
        title: "Countdown",
        source: include_str!("programs/countdown.py"),
        size_parameter: "n",
        growth: Growth::Linear { smallest: 10_000 },
        work: Work::Split,
    },
    Program {
        id: "fib",
        title: "Fibonacci by recursion",
        source: include_str!("programs/fib.py"),
        size_parameter: "n",
        growth: Growth::Exponential { smallest: 12, factor: 1.618_033_988_749_895 },
        work: Work::Repeat,
    },
];

/// The program with this id.
pub fn find(id: &str) -> Option<&'static Program> {
    PROGRAMS.iter().find(|program| program.id == id)
}
