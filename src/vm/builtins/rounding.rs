//! `round`, correctly rounded (`float___round___impl` in `Objects/floatobject.c`).

use std::cmp::Ordering;

use num_bigint::BigInt;
use num_integer::Integer;

use crate::vm::arguments;
use crate::vm::error::Error;
use crate::vm::float;
use crate::vm::int::{self, Int};
use crate::vm::machine::Machine;
use crate::vm::memory::Memory;
use crate::vm::native::Args;
use crate::vm::ops::Number;
use crate::vm::special::Special;
use crate::vm::value::Value;

type Result<T> = std::result::Result<T, Box<Error>>;

pub(super) fn round<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [value, digits] = args.bind("round", ["number", "ndigits"], 1, 0)?;
    let Some(value) = value else { return Ok(Value::NONE) };
    machine.asks(value, &[Special::Round], "round_of")?;
    let Some(number) = value.number() else {
        let name = value.type_name();
        return Err(Error::type_error(format!("type {name} doesn't define __round__ method")));
    };
    let digits = digits.filter(|digits| !digits.is_none());
    let digits = digits.map(|digits| arguments::clamped(digits)).transpose()?;
    let heap = machine.heap();
    match (number, digits) {
        (Number::Int(value), Some(digits)) if digits < 0 => {
            int::from_big(heap, round_int(value, digits.unsigned_abs()))
        }
        (Number::Int(value), _) => int::from_big(heap, value.to_big()),
        (Number::Float(value), None) => {
            int::from_big(heap, float::to_int(value.round_ties_even())?)
        }
        (Number::Float(value), Some(digits)) => float::from_f64(heap, round_float(value, digits)?),
    }
}

/// To a multiple of a power of ten, the even one if there are two.
fn round_int(value: Int<'_>, zeros: usize) -> BigInt {
    // log2(10) > 3: so many zeros are more than the number has digits.
    if zeros as u64 > value.bits() / 3 + 2 {
        return BigInt::ZERO;
    }
    let unit = BigInt::from(10).pow(u32::try_from(zeros).unwrap_or(u32::MAX));
    let (quotient, rest) = value.to_big().div_mod_floor(&unit);
    let up = match (rest * 2u8).cmp(&unit) {
        Ordering::Less => false,
        Ordering::Equal => quotient.is_odd(),
        Ordering::Greater => true,
    };
    (quotient + BigInt::from(u8::from(up))) * unit
}

fn round_float(value: f64, digits: isize) -> Result<f64> {
    if !value.is_finite() || value == 0.0 || digits > 323 {
        return Ok(value);
    }
    let rounded = if let Ok(digits) = usize::try_from(digits) {
        format!("{value:.digits$}").parse()
    } else {
        let scientific = format!("{:e}", value.abs());
        let exponent = scientific.split_once('e').and_then(|(_, digits)| digits.parse().ok());
        let exponent: isize = exponent.unwrap_or(0);
        // The digits that stay behind the first one.
        match usize::try_from(exponent.saturating_add(digits)) {
            Ok(kept) => format!("{value:.kept$e}").parse(),
            Err(_) => return Ok(round_to_first(value, exponent, digits)),
        }
    };
    let rounded: f64 = rounded.unwrap_or(value);
    if rounded.is_infinite() {
        return Err(Error::overflow("rounded value too large to represent"));
    }
    Ok(rounded)
}

/// To zero or to the power of ten above a number: zero is the even one.
fn round_to_first(value: f64, exponent: isize, digits: isize) -> f64 {
    let zero = 0f64.copysign(value);
    if exponent.saturating_add(digits) < -1 || exponent < 0 {
        return zero;
    }
    let half = BigInt::from(5) * BigInt::from(10).pow(u32::try_from(exponent).unwrap_or(0));
    let order = int::whole(value.abs()).cmp(&half);
    if order == Ordering::Greater || (order == Ordering::Equal && value.fract() != 0.0) {
        let above = format!("1e{}", exponent + 1).parse().unwrap_or(f64::INFINITY);
        return f64::copysign(above, value);
    }
    zero
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn floats_round_to_the_nearest_decimal_of_what_they_are() {
        for (value, digits, rounded) in [
            (2.675, 2, 2.67),
            (0.5, 0, 0.0),
            (1.5, 0, 2.0),
            (-2.5, 0, -2.0),
            (1234.5, -2, 1200.0),
            (1250.0, -2, 1200.0),
            (50.0, -2, 0.0),
            (50.5, -2, 100.0),
            (-51.0, -2, -100.0),
            (4.0, -2, 0.0),
            (1e300, 2, 1e300),
            (0.1, 400, 0.1),
        ] {
            let got = round_float(value, digits).expect("it fits");
            assert_eq!(got.to_bits(), f64::to_bits(rounded), "{value}, {digits}");
        }
        assert!(round_float(1.7e308, -308).is_err());
    }

    #[test]
    fn whole_numbers_round_to_the_even_neighbour() {
        for (value, zeros, rounded) in [
            (15, 1, 20),
            (25, 1, 20),
            (-25, 1, -20),
            (26, 1, 30),
            (49, 2, 0),
            (51, 2, 100),
            (5, 9, 0),
        ] {
            assert_eq!(round_int(Int::Small(value), zeros), BigInt::from(rounded), "{value}");
        }
    }
}
