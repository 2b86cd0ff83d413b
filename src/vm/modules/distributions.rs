//! Numbers of `random` that are not spread evenly: each is made of evenly spread ones by the formula
//! that CPython uses, so that a seed gives the same.

use std::f64::consts::{E, PI, TAU};

use super::random::{Me, Random, real, with};
use crate::vm::arguments;
use crate::vm::error::Error;
use crate::vm::float;
use crate::vm::machine::Machine;
use crate::vm::memory::Memory;
use crate::vm::native::Args;
use crate::vm::value::Value;

type Result<T> = std::result::Result<T, Box<Error>>;

/// One that takes two parameters by these names; those that are missing have these values.
macro_rules! of_two {
    ($($function:ident ($a:literal = $first:literal, $b:literal = $second:literal), $required:literal;)*) => {$(
        pub(super) fn $function<M: Memory>(
            machine: &mut Machine<M>,
            me: Me<'_, M>,
            args: &Args<'_, M>,
        ) -> Result<Value<M>> {
            let [a, b] = arguments::of_method(args, concat!("Random.", stringify!($function)), [$a, $b], $required, 2)?;
            let (a, b) = (real(a, $first)?, real(b, $second)?);
            let number = with(machine, me, |random| random.$function(a, b))?;
            float::from_f64(machine.heap(), number)
        }
    )*};
}

of_two! {
    normalvariate("mu" = 0.0, "sigma" = 1.0), 0;
    lognormvariate("mu" = 0.0, "sigma" = 1.0), 2;
    gammavariate("alpha" = 1.0, "beta" = 1.0), 2;
    betavariate("alpha" = 1.0, "beta" = 1.0), 2;
    vonmisesvariate("mu" = 0.0, "kappa" = 1.0), 2;
    weibullvariate("alpha" = 1.0, "beta" = 1.0), 2;
}

pub(super) fn expovariate<M: Memory>(
    machine: &mut Machine<M>,
    me: Me<'_, M>,
    args: &Args<'_, M>,
) -> Result<Value<M>> {
    let [rate] = arguments::of_method(args, "Random.expovariate", ["lambd"], 1, 1)?;
    let rate = real(rate, 1.0)?;
    let u = with(machine, me, Random::above_zero);
    float::from_f64(machine.heap(), quotient(-u.ln(), rate)?)
}

pub(super) fn paretovariate<M: Memory>(
    machine: &mut Machine<M>,
    me: Me<'_, M>,
    args: &Args<'_, M>,
) -> Result<Value<M>> {
    let [alpha] = arguments::of_method(args, "Random.paretovariate", ["alpha"], 1, 1)?;
    let alpha = real(alpha, 1.0)?;
    let u = with(machine, me, Random::above_zero);
    float::from_f64(machine.heap(), float::power(u, quotient(-1.0, alpha)?)?)
}

#[expect(clippy::float_cmp, reason = "as CPython asks")]
pub(super) fn triangular<M: Memory>(
    machine: &mut Machine<M>,
    me: Me<'_, M>,
    args: &Args<'_, M>,
) -> Result<Value<M>> {
    let [low, high, mode] =
        arguments::of_method(args, "Random.triangular", ["low", "high", "mode"], 0, 3)?;
    let (a, b) = (real(low, 0.0)?, real(high, 1.0)?);
    let u = with(machine, me, Random::random);
    let middle = match mode.filter(|mode| !mode.is_none()) {
        None => 0.5,
        Some(_) if a == b => {
            return low.map_or_else(|| float::from_f64(machine.heap(), a), |low| Ok(low.clone()));
        }
        Some(mode) => (real(Some(mode), 0.0)? - a) / (b - a),
    };
    // From the end that is on the other side of the middle.
    let (from, to, share) =
        if u > middle { (b, a, (1.0 - u) * (1.0 - middle)) } else { (a, b, u * middle) };
    float::from_f64(machine.heap(), from + (to - from) * share.sqrt())
}

impl Random {
    /// In `(0, 1]`.
    fn above_zero(&mut self) -> f64 {
        1.0 - self.random()
    }

    /// By the ratio of two evenly spread numbers (Kinderman and Monahan).
    fn normalvariate(&mut self, mu: f64, sigma: f64) -> Result<f64> {
        let width = 4.0 * (-0.5f64).exp() / 2f64.sqrt();
        loop {
            let (u, v) = (self.random(), self.above_zero());
            let z = width * (u - 0.5) / v;
            if z * z / 4.0 <= -v.ln() {
                return Ok(mu + z * sigma);
            }
        }
    }

    fn lognormvariate(&mut self, mu: f64, sigma: f64) -> Result<f64> {
        let number = self.normalvariate(mu, sigma)?.exp();
        if number.is_infinite() { Err(Error::overflow("math range error")) } else { Ok(number) }
    }

    fn gammavariate(&mut self, alpha: f64, beta: f64) -> Result<f64> {
        if alpha <= 0.0 || beta <= 0.0 {
            return Err(Error::value_error("gammavariate: alpha and beta must be > 0.0"));
        }
        if alpha > 1.0 {
            return Ok(self.gamma_above_one(alpha) * beta);
        }
        if alpha < 1.0 {
            return Ok(self.gamma_below_one(alpha) * beta);
        }
        Ok(-self.above_zero().ln() * beta)
    }

    /// Cheng's algorithm GB.
    #[expect(clippy::many_single_char_names, reason = "the algorithm's own")]
    fn gamma_above_one(&mut self, alpha: f64) -> f64 {
        let root = (2.0 * alpha - 1.0).sqrt();
        let (b, c) = (alpha - 4f64.ln(), alpha + root);
        let bound = 1.0 + 4.5f64.ln();
        loop {
            let u = self.random();
            if u <= 1e-7 || u >= 0.999_999_9 {
                continue;
            }
            let other = self.above_zero();
            let v = (u / (1.0 - u)).ln() / root;
            let x = alpha * v.exp();
            let z = u * u * other;
            let r = b + c * v - x;
            if r + bound - 4.5 * z >= 0.0 || r >= z.ln() {
                return x;
            }
        }
    }

    /// Ahrens' and Dieter's algorithm GS.
    fn gamma_below_one(&mut self, alpha: f64) -> f64 {
        let b = (E + alpha) / E;
        loop {
            let p = b * self.random();
            let x = if p <= 1.0 { p.powf(1.0 / alpha) } else { -((b - p) / alpha).ln() };
            let bound = if p > 1.0 { x.powf(alpha - 1.0) } else { (-x).exp() };
            if self.random() <= bound {
                return x;
            }
        }
    }

    fn betavariate(&mut self, alpha: f64, beta: f64) -> Result<f64> {
        let a = self.gammavariate(alpha, 1.0)?;
        if a == 0.0 { Ok(0.0) } else { Ok(a / (a + self.gammavariate(beta, 1.0)?)) }
    }

    /// Best's and Fisher's algorithm.
    #[expect(clippy::many_single_char_names, reason = "the algorithm's own")]
    #[expect(clippy::unnecessary_wraps, reason = "as the others")]
    fn vonmisesvariate(&mut self, mu: f64, kappa: f64) -> Result<f64> {
        if kappa <= 1e-6 {
            return Ok(TAU * self.random());
        }
        let s = 0.5 / kappa;
        let r = s + (1.0 + s * s).sqrt();
        let z = loop {
            let z = (PI * self.random()).cos();
            let d = z / (r + z);
            let u = self.random();
            if u < 1.0 - d * d || u <= (1.0 - d) * d.exp() {
                break z;
            }
        };
        let q = 1.0 / r;
        let turn = ((q + z) / (1.0 + q * z)).acos();
        let turned = if self.random() > 0.5 { mu + turn } else { mu - turn };
        Ok(float::divmod(turned, TAU).1)
    }

    fn weibullvariate(&mut self, alpha: f64, beta: f64) -> Result<f64> {
        let u = self.above_zero();
        Ok(alpha * float::power(-u.ln(), quotient(1.0, beta)?)?)
    }
}

fn quotient(a: f64, b: f64) -> Result<f64> {
    if b == 0.0 { Err(Error::zero_division("float division by zero")) } else { Ok(a / b) }
}
