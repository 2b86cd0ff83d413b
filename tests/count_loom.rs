//! Biased counts under loom, which tries every interleaving of their threads:
//! `RUSTFLAGS="--cfg gil_loom" cargo test --test count_loom`.
#![cfg(gil_loom)]

use gil_playground::vm::{BiasedCount, Count, Released};
use loom::sync::atomic::{AtomicUsize, Ordering};
use loom::sync::{Arc, Mutex};

/// An object: what is counted, what waits for the owner, and how often it was freed.
struct Object {
    count: BiasedCount,
    queue: Mutex<usize>,
    freed: AtomicUsize,
}

impl Object {
    fn release(&self, is_own: bool) {
        match self.count.release(is_own) {
            Released::Kept => {}
            Released::Last => self.free(),
            Released::Queue => *self.queue.lock().unwrap() += 1,
        }
    }

    fn free(&self) {
        assert_eq!(self.freed.fetch_add(1, Ordering::Relaxed), 0, "it is freed once");
    }

    /// What the owner does.
    fn merge_queued(&self) {
        let queued = std::mem::take(&mut *self.queue.lock().unwrap());
        for _ in 0..queued {
            if self.count.merge() {
                self.free();
            }
        }
    }
}

/// The owner gives each of the others a reference, and goes on with its own.
fn explore(others: usize, other: fn(&Object), owner: fn(&Object)) {
    loom::model(move || {
        let object = Arc::new(Object {
            count: BiasedCount::one(),
            queue: Mutex::new(0),
            freed: AtomicUsize::new(0),
        });
        let threads: Vec<_> = (0..others)
            .map(|_| {
                object.count.retain(true);
                let object = Arc::clone(&object);
                loom::thread::spawn(move || other(&object))
            })
            .collect();
        owner(&object);
        for thread in threads {
            thread.join().unwrap();
        }
        object.merge_queued();
        assert_eq!(object.freed.load(Ordering::Relaxed), 1, "it is freed in the end");
    });
}

#[test]
fn what_threads_share_is_freed_once() {
    explore(
        2,
        |object| object.release(false),
        |object| {
            object.merge_queued();
            object.release(true);
        },
    );
}

#[test]
fn references_of_all_kinds_come_and_go() {
    explore(
        1,
        |object| {
            object.count.retain(false);
            object.release(false);
            object.release(false);
        },
        |object| {
            if object.count.try_retain_own() {
                object.release(true);
            }
            object.merge_queued();
            object.count.retain(true);
            object.release(true);
            object.release(true);
        },
    );
}
