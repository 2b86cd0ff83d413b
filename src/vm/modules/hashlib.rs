//! `hashlib.sha256` (`Modules/_hashopenssl.c`). Like CPython it hashes 2,048 bytes and more without
//! holding the GIL.

use std::sync::{Arc, Mutex};

use sha2::Digest;

use crate::vm::arguments;
use crate::vm::error::Error;
use crate::vm::machine::{Machine, Request, Wait};
use crate::vm::memory::{Locked, Memory};
use crate::vm::native::{Args, Control, Table};
use crate::vm::object::Object;
use crate::vm::value::Value;

type Result<T> = std::result::Result<T, Box<Error>>;

/// `HASHLIB_GIL_MINSIZE`
const LEAST_WITHOUT_GIL: usize = 2048;

/// A hash that grows.
pub(in crate::vm) struct Sha256(sha2::Sha256);

/// Hashing that needs nothing of the interpreter: to be done without the GIL.
#[derive(Clone, Debug)]
pub struct Work(Arc<Mutex<Progress>>);

#[derive(Debug)]
struct Progress {
    hash: sha2::Sha256,
    input: Vec<u8>,
    is_done: bool,
}

impl Work {
    fn new(hash: sha2::Sha256, input: Vec<u8>) -> Self {
        Self(Arc::new(Mutex::new(Progress { hash, input, is_done: false })))
    }

    /// Does it.
    pub fn run(&self) {
        if let Ok(mut progress) = self.0.lock()
            && !progress.is_done
        {
            let input = std::mem::take(&mut progress.input);
            progress.hash.update(&input);
            progress.is_done = true;
        }
    }

    fn result(&self) -> Option<sha2::Sha256> {
        self.0.lock().ok().filter(|progress| progress.is_done).map(|progress| progress.hash.clone())
    }
}

pub(super) fn functions<M: Memory>() -> Table<M> {
    &[("sha256", sha256::<M>)]
}

pub(in crate::vm) fn methods<M: Memory>() -> Table<M> {
    &[
        ("update", update::<M>),
        ("digest", digest::<M>),
        ("hexdigest", hexdigest::<M>),
        ("copy", copy::<M>),
    ]
}

fn sha256<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [input] = args.bind("openssl_sha256", ["string"], 0, 0)?;
    let hash = match input {
        Some(input) => hashed(machine, sha2::Sha256::new(), input)?,
        None => sha2::Sha256::new(),
    };
    make(machine, hash)
}

fn update<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [me, input] = args.exactly("update")?;
    let hash = of(me)?.with(|hash| hash.0.clone());
    let hash = hashed(machine, hash, input)?;
    of(me)?.with(|old| old.0 = hash);
    Ok(Value::NONE)
}

fn digest<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [me] = args.exactly("digest")?;
    let hash = of(me)?.with(|hash| hash.0.clone());
    machine.heap().bytes(hash.finalize().to_vec())
}

fn hexdigest<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let [me] = args.exactly("hexdigest")?;
    let hash = of(me)?.with(|hash| hash.0.clone());
    let digits = hash.finalize().into_iter().flat_map(|byte| [byte >> 4, byte & 15]);
    let text: String = digits.map(|digit| char::from(DIGITS[usize::from(digit)])).collect();
    machine.heap().str(text)
}

fn copy<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [me] = args.exactly("copy")?;
    let hash = of(me)?.with(|hash| hash.0.clone());
    make(machine, hash)
}

fn make<M: Memory>(machine: &Machine<M>, hash: sha2::Sha256) -> Result<Value<M>> {
    machine.heap().allocate(Object::Sha256(Box::new(M::Locked::new(Sha256(hash)))))
}

/// The hash with more in it. If that is much, the machine stops for it to be done without the GIL,
/// and calls again.
fn hashed<M: Memory>(
    machine: &mut Machine<M>,
    hash: sha2::Sha256,
    input: &Value<M>,
) -> Result<sha2::Sha256> {
    let bytes: &[u8] = match input.plain().object() {
        Some(Object::Bytes(bytes)) => bytes,
        Some(Object::Str(_)) => {
            return Err(Error::type_error("Strings must be encoded before hashing"));
        }
        _ => {
            return Err(arguments::no_bytes(input, |_| {
                "object supporting the buffer API required".to_owned()
            }));
        }
    };
    if let Some(done) = machine.work.take().and_then(|work| work.result()) {
        return Ok(done);
    }
    if bytes.len() >= LEAST_WITHOUT_GIL {
        let work = Work::new(hash, bytes.to_vec());
        machine.work = Some(work.clone());
        machine.request = Some(Request::Wait(Wait::Work(work)));
        return Err(Error::control(Control::Block));
    }
    Ok(hash.chain_update(bytes))
}

fn of<M: Memory>(value: &Value<M>) -> Result<&M::Locked<Sha256>> {
    match value.object() {
        Some(Object::Sha256(hash)) => Ok(hash),
        _ => Err(Error::type_error("descriptor requires a 'HASH' object")),
    }
}
