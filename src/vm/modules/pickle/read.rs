//! The opcodes of a pickle, one after the other (`load` in `Modules/_pickle.c`).

use num_bigint::BigInt;

use super::opcode::*;
use super::source::{Source, text};
use crate::vm::codec;
use crate::vm::dict;
use crate::vm::error::Error;
use crate::vm::float;
use crate::vm::heap::Heap;
use crate::vm::int;
use crate::vm::list::List;
use crate::vm::machine::Machine;
use crate::vm::memory::Memory;
use crate::vm::object::Object;
use crate::vm::set;
use crate::vm::value::Value;

type Result<T> = std::result::Result<T, Box<Error>>;

/// Opcodes after which others may have their turn.
const MOST_AT_ONCE: usize = 1 << 18;

/// An unpickler at work.
pub(super) struct Reader<M: Memory> {
    source: Source<M>,
    stack: Vec<Value<M>>,
    /// How high the stack was at each `MARK`.
    marks: Vec<usize>,
    memo: Vec<Option<Value<M>>>,
    protocol: u8,
    /// Does someone else look for classes and functions?
    is_asked_to_find: bool,
    /// Is what was asked for put on the stack?
    is_wanted: bool,
}

/// What is to be done before it can go on.
pub(super) enum Asked<M: Memory> {
    Nothing,
    /// By this name in `src/lib/pickle.py`, with these values.
    For(&'static str, Value<M>, Value<M>),
}

/// What an opcode comes to.
pub(super) enum Step<M: Memory> {
    Next,
    Stop,
    /// Something is asked for, and its value goes on the stack.
    Wanted(Asked<M>),
    /// Something is asked for.
    Done(Asked<M>),
}

impl<M: Memory> Reader<M> {
    pub(super) fn new(data: &Value<M>, is_asked_to_find: bool) -> Result<Self> {
        Ok(Self {
            source: Source::new(data)?,
            stack: Vec::new(),
            marks: Vec::new(),
            memo: Vec::new(),
            protocol: 0,
            is_asked_to_find,
            is_wanted: false,
        })
    }

    /// Behind what has been read.
    pub(super) fn at(&self) -> usize {
        self.source.at()
    }

    /// What has been read.
    pub(super) fn take(&mut self) -> Value<M> {
        self.stack.pop().unwrap_or(Value::NONE)
    }

    /// Goes on with what was asked for.
    pub(super) fn resume(
        &mut self,
        machine: &Machine<M>,
        value: &Value<M>,
    ) -> Result<Option<Asked<M>>> {
        if std::mem::take(&mut self.is_wanted) {
            self.stack.push(value.clone());
        }
        self.go_on(machine)
    }

    /// `None` at the end.
    pub(super) fn go_on(&mut self, machine: &Machine<M>) -> Result<Option<Asked<M>>> {
        let heap = machine.heap();
        heap.check(self.source.len())?;
        for _ in 0..MOST_AT_ONCE {
            match self.step(machine, heap)? {
                Step::Next => {}
                Step::Stop => return Ok(None),
                Step::Wanted(asked) => {
                    self.is_wanted = true;
                    return Ok(Some(asked));
                }
                Step::Done(asked) => return Ok(Some(asked)),
            }
        }
        Ok(Some(Asked::Nothing))
    }

    #[inline]
    fn step(&mut self, machine: &Machine<M>, heap: &Heap<M>) -> Result<Step<M>> {
        let source = &mut self.source;
        let value = match source.opcode()? {
            BININT1 => small(source.array::<1>()?[0].into()),
            BININT2 => small(u16::from_le_bytes(source.array()?).into()),
            BININT => small(i32::from_le_bytes(source.array()?).into()),
            BINFLOAT => float::from_f64(heap, f64::from_be_bytes(source.array()?))?,
            NONE => Value::NONE,
            NEWTRUE => Value::bool(true),
            NEWFALSE => Value::bool(false),
            SHORT_BINUNICODE => self.text(heap, 1)?,
            BINUNICODE => self.text(heap, 4)?,
            BINUNICODE8 => self.text(heap, 8)?,
            SHORT_BINBYTES => self.bytes(heap, 1)?,
            BINBYTES => self.bytes(heap, 4)?,
            BINBYTES8 => self.bytes(heap, 8)?,
            BINGET => {
                let index = source.array::<1>()?[0].into();
                self.get(index)?
            }
            LONG_BINGET => {
                let index = u32::from_le_bytes(source.array()?);
                self.get(index as usize)?
            }
            MEMOIZE => {
                let index = self.memo.len();
                return self.put(heap, index);
            }
            MARK => {
                self.marks.push(self.stack.len());
                return Ok(Step::Next);
            }
            APPEND => {
                let item = self.pop()?;
                return self.append(vec![item]);
            }
            APPENDS => {
                let items = self.pop_mark()?;
                return self.append(items);
            }
            SETITEM => {
                let value = self.pop()?;
                let key = self.pop()?;
                return self.set_items(machine, vec![key, value]);
            }
            SETITEMS => {
                let items = self.pop_mark()?;
                return self.set_items(machine, items);
            }
            ADDITEMS => {
                let items = self.pop_mark()?;
                return self.add_items(machine, items);
            }
            EMPTY_LIST => heap.list(Vec::new())?,
            EMPTY_DICT => heap.dict()?,
            EMPTY_SET => heap.set()?,
            EMPTY_TUPLE => heap.tuple(Vec::new())?,
            TUPLE1 => self.tuple(heap, 1)?,
            TUPLE2 => self.tuple(heap, 2)?,
            TUPLE3 => self.tuple(heap, 3)?,
            TUPLE => {
                let items = self.pop_mark()?;
                heap.tuple(items)?
            }
            BUILD => {
                let state = self.pop()?;
                let object = self.top()?.clone();
                return machine.build(&object, &state);
            }
            STOP => {
                let value = self.pop()?;
                self.stack.push(value);
                return Ok(Step::Stop);
            }
            PROTO => {
                self.protocol = source.array::<1>()?[0];
                if self.protocol > HIGHEST_PROTOCOL {
                    let protocol = self.protocol;
                    return Err(Error::value_error(format!(
                        "unsupported pickle protocol: {protocol}"
                    )));
                }
                return Ok(Step::Next);
            }
            FRAME => {
                source.frame()?;
                return Ok(Step::Next);
            }
            code => return self.rare(machine, heap, code),
        };
        self.stack.push(value);
        Ok(Step::Next)
    }

    /// Opcodes that are not met as often.
    #[inline(never)]
    fn rare(&mut self, machine: &Machine<M>, heap: &Heap<M>, code: u8) -> Result<Step<M>> {
        let source = &mut self.source;
        let value = match code {
            LONG1 => {
                let length = source.array::<1>()?[0].into();
                self.long(heap, length)?
            }
            LONG4 => {
                let length = i32::from_le_bytes(source.array()?);
                let length = usize::try_from(length)
                    .map_err(|_| unpickling("LONG pickle has negative byte count"))?;
                self.long(heap, length)?
            }
            GLOBAL => {
                let module = source.text_line()?;
                let name = source.text_line()?;
                return self.global(machine, &module, &name);
            }
            STACK_GLOBAL => {
                let (name, module) = (self.pop()?, self.pop()?);
                let (Some(name), Some(module)) = (name.as_str(), module.as_str()) else {
                    return Err(unpickling("STACK_GLOBAL requires str"));
                };
                return self.global(machine, module, name);
            }
            REDUCE => {
                let (args, callee) = (self.pop()?, self.pop()?);
                return Ok(Step::Wanted(Asked::For("call", callee, args)));
            }
            NEWOBJ => return self.new_object(machine),
            NEWOBJ_EX => {
                let (keywords, args, class) = (self.pop()?, self.pop()?, self.pop()?);
                self.check_class(&class, "NEWOBJ_EX")?;
                let both = heap.tuple([args, keywords])?;
                return Ok(Step::Wanted(Asked::For("new_ex", class, both)));
            }
            FROZENSET => {
                let items = self.pop_mark()?;
                let class = machine.find_global("builtins", "frozenset")?;
                let args = heap.tuple(vec![heap.list(items)?])?;
                return Ok(Step::Wanted(Asked::For("call", class, args)));
            }
            BYTEARRAY8 => {
                let length = source.length(8, "BYTEARRAY8")?;
                let bytes = heap.bytes(source.take(length)?.to_vec())?;
                let class = machine.find_global("builtins", "bytearray")?;
                let args = heap.tuple(vec![bytes])?;
                return Ok(Step::Wanted(Asked::For("call", class, args)));
            }
            LIST => {
                let items = self.pop_mark()?;
                heap.list(items)?
            }
            DICT => {
                let items = self.pop_mark()?;
                self.stack.push(heap.dict()?);
                return self.set_items(machine, items);
            }
            DUP => self.top()?.clone(),
            POP => {
                // A mark on top is taken away as well.
                if self.marks.last() == Some(&self.stack.len()) {
                    self.marks.pop();
                } else {
                    drop(self.pop()?);
                }
                return Ok(Step::Next);
            }
            POP_MARK => {
                drop(self.pop_mark()?);
                return Ok(Step::Next);
            }
            GET => {
                let index = self.index_line()?;
                self.get(index)?
            }
            BINPUT => {
                let index = source.array::<1>()?[0].into();
                return self.put(heap, index);
            }
            LONG_BINPUT => {
                let index = u32::from_le_bytes(source.array()?);
                return self.put(heap, index as usize);
            }
            PUT => {
                let index = self.index_line()?;
                return self.put(heap, index);
            }
            BINPERSID => {
                let id = self.pop()?;
                return Ok(Step::Wanted(Asked::For("persistent", id, Value::NONE)));
            }
            PERSID => {
                let id = heap.str(source.text_line()?)?;
                return Ok(Step::Wanted(Asked::For("persistent", id, Value::NONE)));
            }
            INT => match source.line()? {
                b"00" => Value::bool(false),
                b"01" => Value::bool(true),
                line => number(heap, line, "INT")?,
            },
            LONG => {
                let line = source.line()?;
                number(heap, line.strip_suffix(b"L").unwrap_or(line), "LONG")?
            }
            FLOAT => {
                let line = source.text_line()?;
                let value = line.parse().map_err(|_| {
                    Error::value_error(format!("could not convert string to float: '{line}'"))
                })?;
                float::from_f64(heap, value)?
            }
            UNICODE => {
                let line = codec::decode(source.line()?, "raw_unicode_escape", "strict")?;
                heap.str(line)?
            }
            SHORT_BINSTRING => self.old_string(heap, 1)?,
            BINSTRING => self.old_string(heap, 4)?,
            EXT1 => return Err(unregistered(source.length(1, "EXT1")?)),
            EXT2 => return Err(unregistered(source.length(2, "EXT2")?)),
            EXT4 => return Err(unregistered(source.length(4, "EXT4")?)),
            READONLY_BUFFER => {
                self.top()?;
                return Ok(Step::Next);
            }
            NEXT_BUFFER => {
                return Err(unpickling(
                    "pickle stream refers to out-of-band data but no *buffers* argument was given",
                ));
            }
            code => return Err(invalid(code)),
        };
        self.stack.push(value);
        Ok(Step::Next)
    }

    /// The lowest place that may be taken from the stack.
    fn fence(&self) -> usize {
        self.marks.last().copied().unwrap_or(0)
    }

    fn underflow(&self) -> Box<Error> {
        let is_marked = !self.marks.is_empty();
        unpickling(if is_marked { "unexpected MARK found" } else { "unpickling stack underflow" })
    }

    #[inline]
    fn pop(&mut self) -> Result<Value<M>> {
        if self.stack.len() <= self.fence() {
            return Err(self.underflow());
        }
        self.stack.pop().ok_or_else(|| self.underflow())
    }

    fn top(&self) -> Result<&Value<M>> {
        if self.stack.len() <= self.fence() {
            return Err(self.underflow());
        }
        self.stack.last().ok_or_else(|| self.underflow())
    }

    /// What lies above the last mark.
    fn pop_mark(&mut self) -> Result<Vec<Value<M>>> {
        let Some(mark) = self.marks.pop() else {
            return Err(unpickling("could not find MARK"));
        };
        Ok(self.stack.split_off(mark.min(self.stack.len())))
    }

    fn tuple(&mut self, heap: &Heap<M>, count: usize) -> Result<Value<M>> {
        if self.stack.len() < self.fence() + count {
            return Err(self.underflow());
        }
        let items = self.stack.split_off(self.stack.len() - count);
        match <[Value<M>; 2]>::try_from(items) {
            Ok(pair) => heap.tuple(pair),
            Err(items) => heap.tuple(items),
        }
    }

    fn text(&mut self, heap: &Heap<M>, bytes: usize) -> Result<Value<M>> {
        let length = self.source.length(bytes, "BINUNICODE")?;
        heap.copied_str(text(self.source.take(length)?)?)
    }

    fn bytes(&mut self, heap: &Heap<M>, bytes: usize) -> Result<Value<M>> {
        let length = self.source.length(bytes, "BINBYTES")?;
        heap.bytes(self.source.take(length)?.to_vec())
    }

    /// A string of Python 2.
    fn old_string(&mut self, heap: &Heap<M>, bytes: usize) -> Result<Value<M>> {
        let length = self.source.length(bytes, "BINSTRING")?;
        heap.str(codec::decode(self.source.take(length)?, "ascii", "strict")?)
    }

    fn long(&mut self, heap: &Heap<M>, length: usize) -> Result<Value<M>> {
        int::from_big(heap, BigInt::from_signed_bytes_le(self.source.take(length)?))
    }

    fn get(&self, index: usize) -> Result<Value<M>> {
        let known = self.memo.get(index).cloned().flatten();
        known.ok_or_else(|| unpickling(format!("Memo value not found at index {index}")))
    }

    fn put(&mut self, heap: &Heap<M>, index: usize) -> Result<Step<M>> {
        let value = self.top()?.clone();
        // No pickle has more objects than bytes.
        if index > self.source.len() {
            return Err(unpickling(format!("Memo index {index} is out of range")));
        }
        if index >= self.memo.len() {
            heap.check(index * size_of::<Value<M>>())?;
            self.memo.resize(index + 1, None);
        }
        self.memo[index] = Some(value);
        Ok(Step::Next)
    }

    fn index_line(&mut self) -> Result<usize> {
        let line = self.source.text_line()?;
        line.parse().map_err(|_| {
            Error::value_error(format!("invalid literal for int() with base 10: '{line}'"))
        })
    }

    fn append(&mut self, items: Vec<Value<M>>) -> Result<Step<M>> {
        let list = self.top()?;
        let (Some(Object::List(all)), Some(heap), None) =
            (list.object(), list.heap(), list.own_class())
        else {
            let (object, heap) = (list.clone(), list.heap());
            let Some(heap) = heap else {
                return Err(no_attribute(&object, "append"));
            };
            return Ok(Step::Done(Asked::For("append", object.clone(), heap.list(items)?)));
        };
        let count = items.len();
        all.edit(heap, |length| length + count, |all| all.extend(items))?;
        Ok(Step::Next)
    }

    fn set_items(&mut self, machine: &Machine<M>, items: Vec<Value<M>>) -> Result<Step<M>> {
        if items.len() % 2 == 1 {
            return Err(unpickling("odd number of items for SETITEMS"));
        }
        let object = self.top()?;
        if let (Some(Object::Dict(pairs)), Some(heap), None) =
            (object.object(), object.heap(), object.own_class())
        {
            for (at, pair) in items.chunks_exact(2).enumerate() {
                match dict::set(&machine.interpreter, heap, pairs, &pair[0], pair[1].clone()) {
                    // A key of the program, which is asked for its hash.
                    Err(error) if matches!(*error, Error::Control(_)) => {
                        let rest = machine.heap().list(items[at * 2..].to_vec())?;
                        return Ok(Step::Done(Asked::For("set_items", object.clone(), rest)));
                    }
                    done => done?,
                }
            }
            return Ok(Step::Next);
        }
        let items = machine.heap().list(items)?;
        Ok(Step::Done(Asked::For("set_items", object.clone(), items)))
    }

    fn add_items(&mut self, machine: &Machine<M>, items: Vec<Value<M>>) -> Result<Step<M>> {
        let object = self.top()?;
        if let (Some(Object::Set(all)), Some(heap), None) =
            (object.object(), object.heap(), object.own_class())
        {
            for (at, item) in items.iter().enumerate() {
                match set::add(&machine.interpreter, heap, all, item.clone()) {
                    Err(error) if matches!(*error, Error::Control(_)) => {
                        let rest = machine.heap().list(items[at..].to_vec())?;
                        return Ok(Step::Done(Asked::For("add_items", object.clone(), rest)));
                    }
                    done => done?,
                }
            }
            return Ok(Step::Next);
        }
        let items = machine.heap().list(items)?;
        Ok(Step::Done(Asked::For("add_items", object.clone(), items)))
    }

    fn global(&mut self, machine: &Machine<M>, module: &str, name: &str) -> Result<Step<M>> {
        let (module, name) = modern(module, name, self.protocol);
        if self.is_asked_to_find {
            let heap = machine.heap();
            return Ok(Step::Wanted(Asked::For("find", heap.str(module)?, heap.str(name)?)));
        }
        let found = machine.find_class(module, name)?;
        self.stack.push(found);
        Ok(Step::Next)
    }

    fn check_class(&self, class: &Value<M>, opcode: &str) -> Result<()> {
        if class.as_class().is_some() {
            return Ok(());
        }
        let kind = class.type_name();
        Err(unpickling(format!("{opcode} class argument must be a type, not {kind}")))
    }

    fn new_object(&mut self, machine: &Machine<M>) -> Result<Step<M>> {
        let (args, class) = (self.pop()?, self.pop()?);
        self.check_class(&class, "NEWOBJ")?;
        let is_empty = matches!(args.object(), Some(Object::Tuple(args)) if args.is_empty());
        if is_empty && let Some(made) = machine.plain_new(&class)? {
            self.stack.push(made);
            return Ok(Step::Next);
        }
        Ok(Step::Wanted(Asked::For("new", class, args)))
    }
}

/// Where it is that Python 2 has had elsewhere.
fn modern<'a>(module: &'a str, name: &'a str, protocol: u8) -> (&'a str, &'a str) {
    match (module, name) {
        ("_codecs", "encode") => ("pickle", "_encode"),
        _ if protocol > 2 => (module, name),
        ("__builtin__", "xrange") => ("builtins", "range"),
        ("__builtin__" | "exceptions", _) => ("builtins", name),
        ("copy_reg", _) => ("copyreg", name),
        _ => (module, name),
    }
}

fn small<M: Memory>(value: i64) -> Value<M> {
    Value::small_int(value).unwrap_or(Value::NONE)
}

fn number<M: Memory>(heap: &Heap<M>, line: &[u8], what: &str) -> Result<Value<M>> {
    let value = std::str::from_utf8(line).ok().and_then(|line| line.trim().parse().ok());
    let message = || format!("could not convert string to {}", what.to_lowercase());
    int::from_big(heap, value.ok_or_else(|| Error::value_error(message()))?)
}

#[cold]
fn unregistered(code: usize) -> Box<Error> {
    Error::value_error(format!("unregistered extension code {code}"))
}

#[cold]
fn invalid(code: u8) -> Box<Error> {
    unpickling(match code {
        b' '..=b'~' if !matches!(code, b'\'' | b'\\') => {
            format!("invalid load key, '{}'.", char::from(code))
        }
        _ => format!("invalid load key, '\\x{code:02x}'."),
    })
}

#[cold]
fn no_attribute<M: Memory>(object: &Value<M>, name: &str) -> Box<Error> {
    let kind = object.type_name();
    Error::exception("AttributeError", format!("'{kind}' object has no attribute '{name}'"))
}

#[cold]
pub(super) fn unpickling(message: impl Into<String>) -> Box<Error> {
    Error::exception("UnpicklingError", message)
}
