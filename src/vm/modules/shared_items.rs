//! Numbers in memory that processes share, by the type codes of `array` and `struct`.

use num_bigint::BigInt;

use crate::vm::error::Error;
use crate::vm::float;
use crate::vm::int;
use crate::vm::long_range;
use crate::vm::machine::Machine;
use crate::vm::memory::Memory;
use crate::vm::object::Object;
use crate::vm::ops;
use crate::vm::value::Value;

type Result<T> = std::result::Result<T, Box<Error>>;

/// How a number stands in memory.
#[derive(Clone, Copy)]
pub(super) enum Item {
    /// So many bytes, with a sign or not.
    Int {
        bytes: u32,
        is_signed: bool,
    },
    Float32,
    Float64,
    Bool,
    /// A byte string of length one.
    Char,
}

impl Item {
    /// By its code, as on Linux with 64 bits.
    pub(super) fn of_code(code: &str) -> Result<Self> {
        let int = |bytes, is_signed| Self::Int { bytes, is_signed };
        Ok(match code {
            "b" => int(1, true),
            "B" => int(1, false),
            "h" => int(2, true),
            "H" => int(2, false),
            "i" => int(4, true),
            "I" => int(4, false),
            "l" | "q" => int(8, true),
            "L" | "Q" => int(8, false),
            "f" => Self::Float32,
            "d" => Self::Float64,
            "?" => Self::Bool,
            "c" => Self::Char,
            _ => return Err(Error::type_error(format!("bad type code {code:?}"))),
        })
    }

    pub(super) fn size(self) -> u32 {
        match self {
            Self::Int { bytes, .. } => bytes,
            Self::Float32 => 4,
            Self::Float64 => 8,
            Self::Bool | Self::Char => 1,
        }
    }

    /// What so many bytes stand for.
    pub(super) fn load<M: Memory>(self, machine: &Machine<M>, bytes: &[u8]) -> Result<Value<M>> {
        let heap = machine.heap();
        match self {
            Self::Int { is_signed: true, .. } => {
                int::from_big(heap, BigInt::from_signed_bytes_le(bytes))
            }
            Self::Int { .. } => {
                int::from_big(heap, BigInt::from_bytes_le(num_bigint::Sign::Plus, bytes))
            }
            Self::Float32 => {
                let number = bytes.try_into().map(f32::from_le_bytes).unwrap_or_default();
                float::from_f64(heap, number.into())
            }
            Self::Float64 => {
                float::from_f64(heap, bytes.try_into().map(f64::from_le_bytes).unwrap_or_default())
            }
            Self::Bool => Ok(Value::bool(bytes != [0])),
            Self::Char => heap.bytes(bytes.to_vec()),
        }
    }

    /// The bytes that stand for a value. What is too large keeps its lowest bytes, as in C.
    pub(super) fn store<M: Memory>(
        self,
        machine: &Machine<M>,
        value: &Value<M>,
    ) -> Result<Vec<u8>> {
        let wrong = |what: &str| Error::type_error(format!("{what}, not {}", value.type_name()));
        match self {
            Self::Int { bytes, is_signed: _ } => {
                let Some(number) = long_range::whole(value) else {
                    return Err(wrong("an integer is required"));
                };
                let mut all = number.to_signed_bytes_le();
                let sign = if number.sign() == num_bigint::Sign::Minus { 0xFF } else { 0 };
                all.resize(usize::try_from(bytes).unwrap_or(8), sign);
                Ok(all)
            }
            #[expect(clippy::cast_possible_truncation, reason = "as a C float does")]
            Self::Float32 => {
                let number = value.number().ok_or_else(|| wrong("must be real number"))?;
                Ok((ops::to_f64(number)? as f32).to_le_bytes().to_vec())
            }
            Self::Float64 => {
                let number = value.number().ok_or_else(|| wrong("must be real number"))?;
                Ok(ops::to_f64(number)?.to_le_bytes().to_vec())
            }
            Self::Bool => Ok(vec![u8::from(ops::truth(&machine.interpreter, value)?)]),
            Self::Char => match value.object() {
                Some(Object::Bytes(bytes)) if bytes.len() == 1 => Ok(bytes.to_vec()),
                _ => Err(Error::type_error(
                    "one character bytes, bytearray, or an integer in range(256) expected",
                )),
            },
        }
    }
}
