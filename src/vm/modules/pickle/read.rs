//! The opcodes of a pickle, one after the other (`load` in `Modules/_pickle.c`).

use num_bigint::BigInt;

use super::opcode::{
    ADDITEMS, APPEND, APPENDS, BINBYTES, BINBYTES8, BINFLOAT, BINGET, BININT, BININT1, BININT2,
    BINPERSID, BINUNICODE, BINUNICODE8, BUILD, BYTEARRAY8, DUP, EMPTY_DICT, EMPTY_LIST, EMPTY_SET,
    EMPTY_TUPLE, EXT1, EXT2, EXT4, FRAME, FROZENSET, GLOBAL, HIGHEST_PROTOCOL, LONG_BINGET, LONG1,
    LONG4, MARK, MEMOIZE, NEWFALSE, NEWOBJ, NEWOBJ_EX, NEWTRUE, NEXT_BUFFER, NONE, POP, POP_MARK,
    PROTO, READONLY_BUFFER, REDUCE, SETITEM, SETITEMS, SHORT_BINBYTES, SHORT_BINUNICODE,
    STACK_GLOBAL, STOP, TUPLE, TUPLE1, TUPLE2, TUPLE3,
};
use super::source::{Source, text};
use crate::vm::error::Error;
use crate::vm::float;
use crate::vm::heap::Heap;
use crate::vm::int;
use crate::vm::machine::Machine;
use crate::vm::memory::Memory;
use crate::vm::object::Object;
use crate::vm::value::Value;

type Result<T> = std::result::Result<T, Box<Error>>;

/// Opcodes after which others may have their turn.
const MOST_AT_ONCE: usize = 1 << 18;

/// An unpickler at work.
pub(super) struct Reader<M: Memory> {
    pub(super) source: Source<M>,
    pub(super) stack: Vec<Value<M>>,
    /// How high the stack was at each `MARK`.
    pub(super) marks: Vec<usize>,
    pub(super) memo: Vec<Option<Value<M>>>,
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
    pub(super) fn new(is_asked_to_find: bool) -> Self {
        Self {
            source: Source::nothing(),
            stack: Vec::new(),
            marks: Vec::new(),
            memo: Vec::new(),
            protocol: 0,
            is_asked_to_find,
            is_wanted: false,
        }
    }

    /// Begins with these bytes. What it knows of those before, it keeps.
    pub(super) fn begin(
        &mut self,
        machine: &Machine<M>,
        data: &Value<M>,
    ) -> Result<Option<Asked<M>>> {
        self.source = Source::new(data)?;
        self.stack.clear();
        self.marks.clear();
        (self.protocol, self.is_wanted) = (0, false);
        self.go_on(machine)
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
                check_class(&class, "NEWOBJ_EX")?;
                let both = heap.pair([args, keywords])?;
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
            BINPERSID => {
                let id = self.pop()?;
                return Ok(Step::Wanted(Asked::For("persistent", id, Value::NONE)));
            }
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
            code => return self.old(heap, machine, code),
        };
        self.stack.push(value);
        Ok(Step::Next)
    }

    fn text(&mut self, heap: &Heap<M>, bytes: usize) -> Result<Value<M>> {
        let length = self.source.length(bytes, "BINUNICODE")?;
        heap.copied_str(text(self.source.take(length)?)?)
    }

    fn bytes(&mut self, heap: &Heap<M>, bytes: usize) -> Result<Value<M>> {
        let length = self.source.length(bytes, "BINBYTES")?;
        heap.bytes(self.source.take(length)?.to_vec())
    }

    fn long(&mut self, heap: &Heap<M>, length: usize) -> Result<Value<M>> {
        int::from_big(heap, BigInt::from_signed_bytes_le(self.source.take(length)?))
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

    fn new_object(&mut self, machine: &Machine<M>) -> Result<Step<M>> {
        let (args, class) = (self.pop()?, self.pop()?);
        check_class(&class, "NEWOBJ")?;
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

#[cold]
fn unregistered(code: usize) -> Box<Error> {
    Error::value_error(format!("unregistered extension code {code}"))
}

#[cold]
pub(super) fn unpickling(message: impl Into<String>) -> Box<Error> {
    Error::exception("UnpicklingError", message)
}

fn check_class<M: Memory>(class: &Value<M>, opcode: &str) -> Result<()> {
    if class.as_class().is_some() {
        return Ok(());
    }
    let kind = class.type_name();
    Err(unpickling(format!("{opcode} class argument must be a type, not {kind}")))
}
