//! The memory of the first process, as the workers of those reach it that it has started: what they
//! share is there.

use std::cell::RefCell;

use js_sys::BigInt64Array;
use js_sys::WebAssembly::Memory;
use wasm_bindgen::prelude::*;

use crate::sched::{Reach, reach_by};

#[wasm_bindgen]
extern "C" {
    // js-sys passes an index that `Atomics` does not take.
    #[wasm_bindgen(js_namespace = Atomics, js_name = load)]
    fn load_word(words: &BigInt64Array, index: u32) -> i64;

    #[wasm_bindgen(js_namespace = Atomics, js_name = store)]
    fn store_word(words: &BigInt64Array, index: u32, word: i64) -> i64;

    #[wasm_bindgen(js_namespace = Atomics, js_name = compareExchange)]
    fn exchange_word(words: &BigInt64Array, index: u32, old: i64, new: i64) -> i64;
}

/// As far as it reached when it was looked at.
struct Seen {
    memory: Memory,
    words: BigInt64Array,
    length: u32,
}

thread_local! {
    static SEEN: RefCell<Option<Seen>> = const { RefCell::new(None) };
}

/// In each worker of a process that the program has started.
#[wasm_bindgen(js_name = reachMemory)]
pub fn reach_memory(memory: Memory) {
    let words = BigInt64Array::new(&memory.buffer());
    let length = words.length();
    SEEN.set(Some(Seen { memory, words, length }));
    reach_by(Reach {
        load: |address| at(address, load_word),
        store: |address, word| {
            at(address, |words, index| store_word(words, index, word.cast_signed()));
        },
        exchange: |address, old, new| {
            let (old, new) = (old.cast_signed(), new.cast_signed());
            at(address, |words, index| exchange_word(words, index, old, new))
        },
    });
}

fn at(address: usize, step: impl FnOnce(&BigInt64Array, u32) -> i64) -> u64 {
    SEEN.with_borrow_mut(|seen| {
        let seen = seen.as_mut().expect("every worker of such a process is given it");
        let index = u32::try_from(address / size_of::<u64>()).expect("addresses have 32 bits");
        // It has grown since.
        if index >= seen.length {
            seen.words = BigInt64Array::new(&seen.memory.buffer());
            seen.length = seen.words.length();
        }
        step(&seen.words, index).cast_unsigned()
    })
}
