//! `hashlib` (`Modules/_hashopenssl.c`). Like CPython it hashes 2,048 bytes and more without holding
//! the GIL.

use crate::vm::arguments;
use crate::vm::digest::Digest;
use crate::vm::error::Error;
use crate::vm::int;
use crate::vm::machine::{Machine, Request, Wait};
use crate::vm::memory::{Locked, Memory};
use crate::vm::native::{Args, Control, Table};
use crate::vm::object::Object;
use crate::vm::value::Value;
use crate::vm::work::{Done, Job, Work};

type Result<T> = std::result::Result<T, Box<Error>>;

/// `HASHLIB_GIL_MINSIZE`
const LEAST_WITHOUT_GIL: usize = 2048;

/// So long an input of `pbkdf2_hmac` is hashed in no time.
const FEW_ROUNDS: i64 = 10;

macro_rules! named {
    ($($function:ident),*) => {
        pub(super) fn functions<M: Memory>() -> Table<M> {
            &[$((stringify!($function), $function::<M>),)* ("new", new::<M>), ("pbkdf2_hmac", pbkdf2_hmac::<M>)]
        }

        $(fn $function<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
            let function = concat!("openssl_", stringify!($function));
            let [input, _] = args.bind(function, ["string", "usedforsecurity"], 0, 0)?;
            begun(machine, stringify!($function), input)
        })*
    };
}

named!(md5, sha1, sha224, sha256, sha384, sha512);

pub(in crate::vm) fn methods<M: Memory>() -> Table<M> {
    &[
        ("update", update::<M>),
        ("digest", digest::<M>),
        ("hexdigest", hexdigest::<M>),
        ("copy", copy::<M>),
    ]
}

fn new<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [name, input, _] = args.bind("new", ["name", "string", "usedforsecurity"], 1, 0)?;
    let name = name.and_then(Value::as_str).unwrap_or_default();
    begun(machine, &name.to_lowercase().replace('-', ""), input)
}

fn empty(name: &str) -> Result<Digest> {
    Digest::named(name)
        .ok_or_else(|| Error::exception("ValueError", format!("unsupported hash type {name}")))
}

fn begun<M: Memory>(
    machine: &mut Machine<M>,
    name: &str,
    input: Option<&Value<M>>,
) -> Result<Value<M>> {
    let mut hash = empty(name)?;
    if let Some(input) = input {
        hash = hashed(machine, hash, input)?;
    }
    make(machine, hash)
}

/// `pbkdf2_hmac(hash_name, password, salt, iterations, dklen=None)`
fn pbkdf2_hmac<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    const NAMES: [&str; 5] = ["hash_name", "password", "salt", "iterations", "dklen"];
    let [Some(name), Some(password), Some(salt), Some(rounds), length] =
        args.bind("pbkdf2_hmac", NAMES, 4, 0)?
    else {
        return Err(Error::type_error("pbkdf2_hmac() takes at least 4 arguments"));
    };
    let hash = empty(name.as_str().unwrap_or_default())?;
    let length = match length {
        Some(length) if !length.is_none() => arguments::whole(length)?,
        _ => i64::try_from(hash.clone().finished().len()).unwrap_or(0),
    };
    let rounds = arguments::whole(rounds)?;
    for (what, value) in [("iteration value", rounds), ("key length", length)] {
        if value < 1 {
            return Err(Error::value_error(format!("{what} must be greater than 0.")));
        }
    }
    let job = Job::Derive {
        hash,
        password: bytes(password)?.to_vec(),
        salt: bytes(salt)?.to_vec(),
        rounds: u32::try_from(rounds)
            .map_err(|_| Error::overflow("iteration value is too great."))?,
        length: usize::try_from(length).map_err(|_| Error::overflow("key length is too great."))?,
    };
    match done(machine, job, rounds > FEW_ROUNDS)? {
        Done::Bytes(key) => machine.heap().bytes(key),
        _ => Ok(Value::NONE),
    }
}

/// What comes of it: at once, or the machine stops for it to be done without the GIL, and calls again.
pub(super) fn done<M: Memory>(machine: &mut Machine<M>, job: Job, is_long: bool) -> Result<Done> {
    if let Some(done) = machine.work.take().and_then(|work| work.result()) {
        return Ok(done);
    }
    if !is_long {
        return Ok(job.run());
    }
    let work = Work::new(job);
    machine.work = Some(work.clone());
    machine.request = Some(Request::Wait(Wait::Work(work)));
    Err(Error::control(Control::Block))
}

fn update<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [me, input] = args.exactly("update")?;
    let hash = of(me)?.with(|hash| hash.clone());
    let hash = hashed(machine, hash, input)?;
    of(me)?.with(|old| *old = hash);
    Ok(Value::NONE)
}

fn digest<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [me] = args.exactly("digest")?;
    machine.heap().bytes(of(me)?.with(|hash| hash.clone()).finished())
}

fn hexdigest<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [me] = args.exactly("hexdigest")?;
    machine.heap().str(hexadecimal(&of(me)?.with(|hash| hash.clone()).finished()))
}

fn hexadecimal(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let digits = bytes.iter().flat_map(|byte| [byte >> 4, byte & 15]);
    digits.map(|digit| char::from(DIGITS[usize::from(digit)])).collect()
}

fn copy<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [me] = args.exactly("copy")?;
    make(machine, of(me)?.with(|hash| hash.clone()))
}

fn make<M: Memory>(machine: &Machine<M>, hash: Digest) -> Result<Value<M>> {
    machine.heap().allocate(Object::Digest(Box::new(M::Locked::new(hash))))
}

/// What a hash has besides its methods.
pub(in crate::vm) fn member<M: Memory>(
    machine: &Machine<M>,
    hash: &M::Locked<Digest>,
    name: &str,
) -> Result<Option<Value<M>>> {
    let hash = hash.with(|hash| hash.clone());
    let number = match name {
        "name" => return machine.heap().str(hash.name()).map(Some),
        "block_size" => hash.block_size(),
        "digest_size" => hash.finished().len(),
        _ => return Ok(None),
    };
    int::from_i64(machine.heap(), number.try_into().unwrap_or_default()).map(Some)
}

/// The hash with more in it.
fn hashed<M: Memory>(machine: &mut Machine<M>, hash: Digest, input: &Value<M>) -> Result<Digest> {
    let input = bytes(input)?;
    if input.len() < LEAST_WITHOUT_GIL {
        let mut hash = hash;
        hash.update(input);
        return Ok(hash);
    }
    match done(machine, Job::Hash { hash, input: input.to_vec() }, true)? {
        Done::Hash(hash) => Ok(*hash),
        _ => Err(Error::type_error("descriptor requires a 'HASH' object")),
    }
}

fn bytes<M: Memory>(value: &Value<M>) -> Result<&[u8]> {
    match value.plain().object() {
        Some(Object::Bytes(bytes)) => Ok(bytes),
        Some(Object::Str(_)) => Err(Error::type_error("Strings must be encoded before hashing")),
        _ => Err(arguments::no_bytes(value, |_| {
            "object supporting the buffer API required".to_owned()
        })),
    }
}

fn of<M: Memory>(value: &Value<M>) -> Result<&M::Locked<Digest>> {
    match value.object() {
        Some(Object::Digest(hash)) => Ok(hash),
        _ => Err(Error::type_error("descriptor requires a 'HASH' object")),
    }
}
