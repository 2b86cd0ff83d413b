//! Bytes as letters of ASCII.

use super::parts::is_space;
use super::{Result, alone};
use crate::vm::machine::Machine;
use crate::vm::memory::Memory;
use crate::vm::native::Args;
use crate::vm::value::Value;

/// Methods that give other bytes, made from the bytes themselves.
macro_rules! changed {
    ($($method:ident: $change:expr;)*) => {$(
        pub(super) fn $method<M: Memory>(
            machine: &mut Machine<M>,
            args: &Args<'_, M>,
        ) -> Result<Value<M>> {
            let bytes = alone(args, stringify!($method))?;
            let change: fn(&[u8]) -> Vec<u8> = $change;
            machine.heap().bytes(change(bytes))
        }
    )*};
}

changed! {
    lower: <[u8]>::to_ascii_lowercase;
    upper: <[u8]>::to_ascii_uppercase;
    capitalize: |bytes| {
        let mut bytes = bytes.to_ascii_lowercase();
        if let Some(first) = bytes.first_mut() {
            first.make_ascii_uppercase();
        }
        bytes
    };
    swapcase: |bytes| {
        let swapped = |byte: &u8| byte ^ if byte.is_ascii_alphabetic() { b' ' } else { 0 };
        bytes.iter().map(swapped).collect()
    };
    title: |bytes| {
        let mut bytes = bytes.to_ascii_lowercase();
        for word in bytes.chunk_by_mut(|a, b| a.is_ascii_alphabetic() == b.is_ascii_alphabetic()) {
            if let Some(first) = word.first_mut() {
                first.make_ascii_uppercase();
            }
        }
        bytes
    };
}

/// Methods that tell what bytes are.
macro_rules! kinds {
    ($($method:ident: $test:expr;)*) => {$(
        pub(super) fn $method<M: Memory>(
            _: &mut Machine<M>,
            args: &Args<'_, M>,
        ) -> Result<Value<M>> {
            let bytes = alone(args, stringify!($method))?;
            let test: fn(&[u8]) -> bool = $test;
            Ok(Value::bool(test(bytes)))
        }
    )*};
}

kinds! {
    isalnum: |bytes| every(bytes, u8::is_ascii_alphanumeric);
    isalpha: |bytes| every(bytes, u8::is_ascii_alphabetic);
    isascii: <[u8]>::is_ascii;
    isdigit: |bytes| every(bytes, u8::is_ascii_digit);
    islower: |bytes| {
        bytes.iter().any(u8::is_ascii_lowercase) && !bytes.iter().any(u8::is_ascii_uppercase)
    };
    isspace: |bytes| every(bytes, |byte| is_space(*byte));
    istitle: |bytes| {
        let mut words = bytes
            .chunk_by(|a, b| a.is_ascii_alphabetic() == b.is_ascii_alphabetic())
            .filter(|word| word[0].is_ascii_alphabetic())
            .peekable();
        let is_title = |word: &[u8]| {
            word[0].is_ascii_uppercase() && !word[1..].iter().any(u8::is_ascii_uppercase)
        };
        words.peek().is_some() && words.all(is_title)
    };
    isupper: |bytes| {
        bytes.iter().any(u8::is_ascii_uppercase) && !bytes.iter().any(u8::is_ascii_lowercase)
    };
}

/// Are there bytes, and are they all such?
fn every(bytes: &[u8], test: impl Fn(&u8) -> bool) -> bool {
    !bytes.is_empty() && bytes.iter().all(test)
}
