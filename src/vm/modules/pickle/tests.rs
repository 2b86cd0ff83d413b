//! Damaged pickles end in exceptions, whatever the damage.

use std::sync::Arc;

use crate::code;
use crate::lang::Source;
use crate::vm::{Data, Interpreter, Machine, Memory, Plain, Shared};

/// Reads pickles of everything with one byte changed, without some of their end, and bytes that are none
/// at all; how many could be read nevertheless, and which exceptions there were.
const DAMAGE: &str = "\
import pickle
from collections import deque

class Point:
    def __init__(self, x):
        self.x = x

class Reduced(Point):
    def __reduce__(self):
        return Reduced, (self.x,), {'y': self}

class Slotted:
    __slots__ = ('a',)

def function():
    pass

circle = [1]
circle.append((circle, {'circle': circle}))
slotted = Slotted()
slotted.a = Point
VALUES = [
    [None, True, 1, 300, 70000, -1, 2 ** 70, 1.5, 'text', 'x' * 300, b'bytes', (), (1,), (1, 2), (1, 2, 3), (1, 2, 3, 4)],
    {'a': [1, 2], 'b': {3: 4}, 5: {6, 7}}, [Point([1]), Point('a')], Reduced(3), circle, slotted, ValueError('x', 1),
    [function, len, Point, range(3), Point(1).__init__], deque([1, 2], 3), list(range(1001)),
]
BYTES = [0, 1, 0x28, 0x29, 0x2e, 0x30, 0x31, 0x52, 0x61, 0x62, 0x65, 0x68, 0x72, 0x73, 0x75, 0x7d, 0x81, 0x86, 0x8c, 0x90, 0x93, 0x94, 0x95, 0xff]

def read(data, seen):
    try:
        pickle.loads(data)
        seen['read'] = seen.get('read', 0) + 1
    except Exception as error:
        name = type(error).__name__
        seen[name] = seen.get(name, 0) + 1

def task(worker, least):
    seen = {}
    state = 1
    for value in VALUES:
        data = pickle.dumps(value)
        step = 1 + len(data) // least
        for at in range(0, len(data), step):
            read(data[:at], seen)
            for _ in range(3):
                state = (state * 1103515245 + 12345) % 2 ** 31
                byte = BYTES[(state >> 16) % len(BYTES)]
                read(data[:at] + bytes([byte]) + data[at + 1:], seen)
                read(data[:at] + bytes([byte]) + data[at:], seen)
    for _ in range(least * 10):
        junk = []
        for _ in range(12):
            state = (state * 1103515245 + 12345) % 2 ** 31
            junk.append(BYTES[(state >> 16) % len(BYTES)])
        read(b'\\x80\\x04' + bytes(junk) + b'.', seen)
    return seen['read'] > least, seen['EOFError'] > 5, seen['UnpicklingError'] > least
";

fn damage<M: Memory>(least: i64) -> Data {
    let module = Arc::new(code::compile(Source::new(DAMAGE)).expect("it compiles"));
    let interpreter = Arc::new(Interpreter::<M>::new(&module, 1).expect("it fits"));
    let mut machine = Machine::new(Arc::clone(&interpreter), 0);
    machine.start_module();
    machine.run_to_end().expect("the module runs");
    let mut machine = Machine::new(interpreter, 0);
    machine.start_call("task", &[Data::Int(0.into()), Data::Int(least.into())]).expect("a task");
    match machine.run_to_end() {
        Ok(data) => data,
        Err(raised) => panic!("{}", raised.error),
    }
}

#[test]
#[cfg_attr(miri, ignore = "it takes hours, and nothing here is unsafe")]
fn damaged_pickles_are_told_by_exceptions() {
    let all = Data::Tuple(vec![Data::Bool(true); 3]);
    assert_eq!(damage::<Plain>(200), all);
    assert_eq!(damage::<Shared>(20), all);
}
