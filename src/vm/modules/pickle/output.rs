//! The bytes of a pickle as they are written: in frames (PEP 3154), as CPython's C pickler cuts them.

use super::opcode::{FRAME, PROTO, STOP};

/// A frame is closed at the first object behind so many bytes; what is as large itself has none.
const FRAME_SIZE_TARGET: usize = 64 * 1024;
/// What is smaller than that is not worth a frame.
const FRAME_SIZE_MIN: usize = 4;
/// The opcode and eight bytes of length.
const FRAME_HEADER_SIZE: usize = 9;

/// What has been written so far.
#[derive(Default)]
pub(super) struct Output {
    bytes: Vec<u8>,
    /// Where the frame begins that is open.
    frame: Option<usize>,
    is_framing: bool,
}

impl Output {
    /// Begins a pickle.
    pub(super) fn begin(&mut self, protocol: u8) {
        self.bytes.clear();
        self.frame = None;
        self.bytes.extend([PROTO, protocol]);
        self.is_framing = protocol >= 4;
    }

    /// Ends it.
    pub(super) fn end(&mut self) -> Vec<u8> {
        self.write(&[STOP]);
        self.close_frame();
        self.is_framing = false;
        std::mem::take(&mut self.bytes)
    }

    pub(super) fn len(&self) -> usize {
        self.bytes.len()
    }

    /// Here begins an object: a frame that is full ends. Did it?
    #[inline]
    pub(super) fn boundary(&mut self) -> bool {
        let Some(start) = self.frame else { return false };
        let is_full = self.bytes.len() - start - FRAME_HEADER_SIZE >= FRAME_SIZE_TARGET;
        if is_full {
            self.close_frame();
        }
        is_full
    }

    #[inline]
    pub(super) fn write(&mut self, bytes: &[u8]) {
        if self.frame.is_none() && self.is_framing {
            self.frame = Some(self.bytes.len());
            self.bytes.extend([FRAME; FRAME_HEADER_SIZE]);
        }
        self.bytes.extend_from_slice(bytes);
    }

    /// Writes an opcode with its length, and then so many bytes: without a frame if there are many.
    pub(super) fn write_long(&mut self, header: &[u8], bytes: &[u8]) {
        let is_framing = self.is_framing;
        if bytes.len() >= FRAME_SIZE_TARGET {
            self.close_frame();
            self.is_framing = false;
        }
        self.write(header);
        self.write(bytes);
        self.is_framing = is_framing;
    }

    fn close_frame(&mut self) {
        let Some(start) = self.frame.take() else { return };
        let length = self.bytes.len() - start - FRAME_HEADER_SIZE;
        if length >= FRAME_SIZE_MIN {
            let header = &mut self.bytes[start + 1..start + FRAME_HEADER_SIZE];
            header.copy_from_slice(&(length as u64).to_le_bytes());
        } else {
            self.bytes.drain(start..start + FRAME_HEADER_SIZE);
        }
    }
}
