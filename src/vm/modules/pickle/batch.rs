//! The items of a container, in batches as CPython's C pickler writes them (`batch_list_exact`,
//! `batch_dict_exact`, `save_set`, and for what is like a list or a dict `batch_list` and `batch_dict`).

use super::opcode::{ADDITEMS, APPEND, APPENDS, MARK, SETITEM, SETITEMS};
use super::sink::Sink;
use crate::vm::memory::Memory;
use crate::vm::value::Value;

/// Items between two opcodes that add them.
const BATCHSIZE: usize = 1000;

/// Whose items they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Style {
    List,
    Dict,
    Set,
    /// Of an object that says itself what is in it.
    ListLike,
    DictLike,
}

/// What is written in batches, and how far that is.
pub(super) struct Batch<M: Memory, T> {
    pub(super) of: Value<M>,
    pub(super) style: Style,
    pub(super) all: Vec<T>,
    /// The next one.
    pub(super) at: usize,
    /// Of a dict: is the value to be written whose key has been?
    pub(super) has_key: bool,
    open: Open,
}

/// What has been begun.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Open {
    Nothing,
    /// A batch, and so many are in it.
    Batch(usize),
    /// One item by itself.
    Single,
}

impl<M: Memory, T> Batch<M, T> {
    pub(super) fn new(of: &Value<M>, style: Style, all: Vec<T>) -> Self {
        Self { of: of.clone(), style, all, at: 0, has_key: false, open: Open::Nothing }
    }

    /// The next item, with the opcodes that are written before it, or behind the last one.
    #[inline]
    pub(super) fn next(&mut self, sink: &mut Sink<M>) -> Option<usize> {
        let at = self.at;
        match &mut self.open {
            Open::Batch(count) if at < self.all.len() && *count < BATCHSIZE => *count += 1,
            _ => self.turn(sink)?,
        }
        self.at += 1;
        Some(at)
    }

    /// Ends a batch and begins the next one; `None` if there is none.
    fn turn(&mut self, sink: &mut Sink<M>) -> Option<()> {
        let left = self.all.len() - self.at;
        let (one, many) = self.style.opcodes();
        match self.open {
            Open::Nothing => {}
            Open::Single => {
                sink.output.write(&[one]);
                return None;
            }
            Open::Batch(count) => {
                sink.output.write(&[many]);
                // Behind a full batch CPython asks a dict or a set for more, and writes an empty one.
                let asks = matches!(self.style, Style::Dict | Style::Set) && count == BATCHSIZE;
                if left == 0 && !asks {
                    return None;
                }
            }
        }
        let is_single = left == 1
            && match self.style {
                Style::List | Style::Dict => self.at == 0,
                Style::ListLike | Style::DictLike => true,
                Style::Set => false,
            };
        if is_single {
            self.open = Open::Single;
            return Some(());
        }
        sink.output.write(&[MARK]);
        if left == 0 {
            sink.output.write(&[many]);
            return None;
        }
        self.open = Open::Batch(1);
        Some(())
    }
}

impl Style {
    /// What adds one item, and what adds those of a batch.
    fn opcodes(self) -> (u8, u8) {
        match self {
            Self::List | Self::ListLike => (APPEND, APPENDS),
            Self::Dict | Self::DictLike => (SETITEM, SETITEMS),
            Self::Set => (ADDITEMS, ADDITEMS),
        }
    }
}
