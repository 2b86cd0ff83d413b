//! Sorting: stable, and without harm by an order that contradicts itself.

use std::cmp::Ordering;

use super::compare::compare;
use super::error::Error;
use super::interpreter::Interpreter;
use super::memory::Memory;
use super::plain;
use super::value::Value;
use crate::lang::tree::CompareOp;

type Result<T> = std::result::Result<T, Box<Error>>;

/// Shorter runs are made longer by insertion, as in CPython (`Objects/listobject.c`), which then
/// compares the same pairs first: of those that have no order, the message names two.
const SHORTEST_RUN: usize = 32;

/// The order in which `keys` are sorted: their places.
pub(super) fn order<M: Memory>(
    interpreter: &Interpreter<M>,
    keys: &[Value<M>],
    is_reversed: bool,
) -> Result<Vec<u32>> {
    let mut order: Vec<u32> = (0..u32::try_from(keys.len()).unwrap_or(u32::MAX)).collect();
    // Reversed before and after, so that equal ones keep their order.
    if is_reversed {
        order.reverse();
    }
    if let Some(numbers) = all(keys, Value::as_small_int) {
        by_number(&mut order, &numbers);
    } else if let Some(texts) = all(keys, Value::as_str) {
        by_text(&mut order, &texts);
    } else if plain::all_of_one_kind(keys) {
        by(&mut order, &|a, b| {
            plain::order(&keys[a as usize], &keys[b as usize]).unwrap_or(Ordering::Equal)
        });
    } else {
        let less = |a: u32, b: u32| {
            compare(interpreter, CompareOp::Lt, &keys[a as usize], &keys[b as usize])
        };
        merge_sort(&mut order, &less)?;
    }
    if is_reversed {
        order.reverse();
    }
    Ok(order)
}

// A sort is much code, and these are the same for every memory.

fn by_number(order: &mut [u32], numbers: &[i64]) {
    order.sort_by_key(|at| numbers[*at as usize]);
}

fn by_text(order: &mut [u32], texts: &[&str]) {
    order.sort_by_key(|at| texts[*at as usize]);
}

fn by(order: &mut [u32], compare: &dyn Fn(u32, u32) -> Ordering) {
    order.sort_by(|a, b| compare(*a, *b));
}

/// The items in this order.
pub(super) fn arranged<M: Memory>(items: Vec<Value<M>>, order: &[u32]) -> Vec<Value<M>> {
    let mut items = items;
    let take = |at: &u32| std::mem::replace(&mut items[*at as usize], Value::UNBOUND);
    order.iter().map(take).collect()
}

fn all<'a, M: Memory, T>(
    keys: &'a [Value<M>],
    kind: impl Fn(&'a Value<M>) -> Option<T>,
) -> Option<Vec<T>> {
    keys.iter().map(kind).collect()
}

type Less<'a> = &'a dyn Fn(u32, u32) -> Result<bool>;

fn merge_sort(order: &mut Vec<u32>, less: Less<'_>) -> Result<()> {
    let length = order.len();
    // As long as in CPython, and never shorter than half of it.
    let shortest = shortest_run(length);
    let mut ends = Vec::new();
    let mut start = 0;
    while start < length {
        let mut sorted = run(&mut order[start..], less)?;
        let wanted = shortest.min(length - start);
        if sorted < wanted {
            insert(&mut order[start..start + wanted], sorted, less)?;
            sorted = wanted;
        }
        start += sorted;
        ends.push(start);
    }
    let mut buffer = Vec::with_capacity(length);
    while ends.len() > 1 {
        buffer.clear();
        let mut merged = Vec::with_capacity(ends.len().div_ceil(2));
        let mut start = 0;
        for pair in ends.chunks(2) {
            match *pair {
                [middle, end] => {
                    merge(&order[start..middle], &order[middle..end], &mut buffer, less)?;
                    start = end;
                }
                [end] => {
                    buffer.extend_from_slice(&order[start..end]);
                    start = end;
                }
                _ => {}
            }
            merged.push(start);
        }
        std::mem::swap(order, &mut buffer);
        ends = merged;
    }
    Ok(())
}

/// `merge_compute_minrun`
fn shortest_run(length: usize) -> usize {
    let (mut length, mut rest) = (length, 0);
    while length >= 2 * SHORTEST_RUN {
        rest |= length & 1;
        length >>= 1;
    }
    length + rest
}

/// How many at the beginning are in order; a strictly falling run is turned round (`count_run`).
fn run(order: &mut [u32], less: Less<'_>) -> Result<usize> {
    if order.len() < 2 {
        return Ok(order.len());
    }
    let is_falling = less(order[1], order[0])?;
    let mut end = 2;
    while end < order.len() && less(order[end], order[end - 1])? == is_falling {
        end += 1;
    }
    if is_falling {
        order[..end].reverse();
    }
    Ok(end)
}

/// Inserts those behind the first `sorted` ones (`binarysort`).
fn insert(order: &mut [u32], sorted: usize, less: Less<'_>) -> Result<()> {
    for next in sorted.max(1)..order.len() {
        let item = order[next];
        let (mut low, mut high) = (0, next);
        while low < high {
            let middle = low + (high - low) / 2;
            if less(item, order[middle])? {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        order.copy_within(low..next, low + 1);
        order[low] = item;
    }
    Ok(())
}

fn merge(left: &[u32], right: &[u32], into: &mut Vec<u32>, less: Less<'_>) -> Result<()> {
    let (mut left, mut right) = (left.iter().peekable(), right.iter().peekable());
    while let (Some(a), Some(b)) = (left.peek(), right.peek()) {
        let side = if less(**b, **a)? { &mut right } else { &mut left };
        into.extend(side.next());
    }
    into.extend(left);
    into.extend(right);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn merging_is_stable_and_survives_contradictions() {
        let keys: Vec<u32> = (0..500).map(|at| at * 7919 % 13).collect();
        let mut order: Vec<u32> = (0..500).collect();
        merge_sort(&mut order, &|a, b| Ok(keys[a as usize] < keys[b as usize])).unwrap();
        let mut expected: Vec<u32> = (0..500).collect();
        expected.sort_by_key(|at| keys[*at as usize]);
        assert_eq!(order, expected);
        let mut order: Vec<u32> = (0..500).collect();
        merge_sort(&mut order, &|a, b| Ok((a * 31 + b * 17) % 3 == 0)).unwrap();
        order.sort_unstable();
        assert_eq!(order, (0..500).collect::<Vec<_>>());
    }

    #[test]
    fn errors_end_it() {
        let mut order: Vec<u32> = (0..10).collect();
        assert!(merge_sort(&mut order, &|_, _| Err(Error::type_error("no order"))).is_err());
    }
}
