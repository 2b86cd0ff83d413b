//! The bytes of a pickle as they are read.

use crate::vm::codec;
use crate::vm::error::Error;
use crate::vm::memory::Memory;
use crate::vm::object::Object;
use crate::vm::value::Value;

type Result<T> = std::result::Result<T, Box<Error>>;

/// Bytes, and how far they have been read.
pub(super) struct Source<M: Memory> {
    data: Value<M>,
    at: usize,
}

impl<M: Memory> Source<M> {
    pub(super) fn nothing() -> Self {
        Self { data: Value::NONE, at: 0 }
    }

    pub(super) fn new(data: &Value<M>) -> Result<Self> {
        if !matches!(data.object(), Some(Object::Bytes(_))) {
            let kind = data.type_name();
            let message = format!("a bytes-like object is required, not '{kind}'");
            return Err(Error::type_error(message));
        }
        Ok(Self { data: data.clone(), at: 0 })
    }

    pub(super) fn at(&self) -> usize {
        self.at
    }

    fn all(&self) -> &[u8] {
        match self.data.object() {
            Some(Object::Bytes(bytes)) => bytes,
            _ => &[],
        }
    }

    pub(super) fn len(&self) -> usize {
        self.all().len()
    }

    /// The next opcode.
    #[inline]
    pub(super) fn opcode(&mut self) -> Result<u8> {
        let Some(code) = self.all().get(self.at).copied() else {
            return Err(Error::exception("EOFError", "Ran out of input"));
        };
        self.at += 1;
        Ok(code)
    }

    /// So many bytes.
    #[inline]
    pub(super) fn take(&mut self, count: usize) -> Result<&[u8]> {
        let start = self.at;
        let end = start.checked_add(count).filter(|end| *end <= self.len());
        self.at = end.ok_or_else(truncated)?;
        Ok(&self.all()[start..self.at])
    }

    pub(super) fn array<const N: usize>(&mut self) -> Result<[u8; N]> {
        self.take(N)?.try_into().map_err(|_| truncated())
    }

    /// A length in so many bytes, of what is called so.
    pub(super) fn length(&mut self, bytes: usize, what: &str) -> Result<usize> {
        let mut length = [0; 8];
        length[..bytes].copy_from_slice(self.take(bytes)?);
        let length = u64::from_le_bytes(length);
        if i64::try_from(length).is_err() {
            let most = i64::MAX;
            return Err(Error::overflow(&format!(
                "{what} exceeds system's maximum size of {most} bytes"
            )));
        }
        Ok(usize::try_from(length).unwrap_or(usize::MAX))
    }

    /// A frame begins here, which must be there as a whole.
    pub(super) fn frame(&mut self) -> Result<()> {
        let length = u64::from_le_bytes(self.array()?);
        if i64::try_from(length).is_err() {
            let most = i64::MAX;
            let message = format!("FRAME length exceeds system's maximum of {most} bytes");
            return Err(Error::overflow(&message));
        }
        let left = self.len() - self.at;
        if usize::try_from(length).is_ok_and(|length| length <= left) {
            Ok(())
        } else {
            Err(truncated())
        }
    }

    /// Up to the end of the line.
    pub(super) fn line(&mut self) -> Result<&[u8]> {
        let rest = &self.all()[self.at..];
        let length = rest.iter().position(|byte| *byte == b'\n').ok_or_else(truncated)?;
        let line = self.take(length + 1)?;
        Ok(&line[..length])
    }

    /// A line of text.
    pub(super) fn text_line(&mut self) -> Result<String> {
        text(self.line()?).map(str::to_owned)
    }
}

/// UTF-8.
pub(super) fn text(bytes: &[u8]) -> Result<&str> {
    std::str::from_utf8(bytes).or_else(|_| match codec::decode(bytes, "utf-8", "strict") {
        Err(error) => Err(error),
        Ok(_) => Ok(""),
    })
}

#[cold]
pub(super) fn truncated() -> Box<Error> {
    Error::exception("UnpicklingError", "pickle data was truncated")
}
