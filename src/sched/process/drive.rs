//! Drives a process where messages only come when the thread of the system that gets them is free:
//! in a browser.

use std::pin::pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use web_time::Instant;

use super::bell::Bell;
#[cfg(threads)]
use crate::sched::carriers;
use crate::sched::carriers::TICK;
use crate::sched::rest::rest;
use crate::sched::running::Running;

/// After so long it is looked what has come.
const TURN: Duration = Duration::from_millis(8);
/// After so long if another process waits for what is to be sent.
const SHORT_TURN: Duration = Duration::from_millis(1);
/// Browsers make timers of less last as long.
const SHORTEST_TIMER: Duration = Duration::from_millis(4);

/// How a process gets to others.
pub(super) trait Post {
    /// Sends what there is to be sent.
    ///
    /// # Errors
    /// If it cannot be sent.
    fn send(&self) -> Result<(), String>;

    /// Takes in what has come.
    ///
    /// # Errors
    /// If it cannot be read.
    fn take(&self) -> Result<(), String>;

    /// Waits until something comes, for at most so long.
    fn wait(&self, longest: Duration) -> impl Future<Output = Result<(), String>>;

    /// May something come?
    fn is_expecting(&self) -> bool;

    /// Does another process wait for what is to be sent?
    fn is_pressing(&self) -> bool {
        false
    }

    /// Gets the process so many more threads of the system.
    fn grow(&self, threads: usize) -> impl Future<Output = Result<(), String>>;
}

/// Drives a process to its end, on threads of the system. `tell` is called again and again.
///
/// # Errors
/// If there are no threads to carry it, or messages get lost.
#[cfg(threads)]
pub(super) async fn drive(
    running: &Running,
    bell: &Arc<Bell>,
    post: &impl Post,
    tell: &mut dyn FnMut(),
) -> Result<(), String> {
    let left = start(running, 0, bell)?;
    let mut next = pin!(post.wait(TICK));
    while left.load(Ordering::SeqCst) > 0 {
        tell();
        post.send()?;
        if let Some(waited) = bell.or(next.as_mut()).await {
            waited?;
            next.set(post.wait(TICK));
        }
        post.take()?;
    }
    post.send()
}

/// Lets carriers from this one on carry it; tells how many are left, and rings when one has left.
#[cfg(threads)]
fn start(running: &Running, first: usize, bell: &Arc<Bell>) -> Result<Arc<AtomicUsize>, String> {
    let count = running.carriers() - first;
    let left = Arc::new(AtomicUsize::new(count));
    let (carried, carriers_left, bell) = (running.clone(), Arc::clone(&left), Arc::clone(bell));
    carriers::start(count, move |carrier| {
        carried.carry(first + carrier, &mut |_| true);
        carriers_left.fetch_sub(1, Ordering::SeqCst);
        bell.ring();
    })?;
    Ok(left)
}

/// Drives a process to its end right here, in turns with what comes in; with more threads of the
/// system as soon as its program starts threads, if it may have some.
///
/// # Errors
/// If messages get lost.
pub(super) async fn drive_in_turns(
    running: &Running,
    bell: &Arc<Bell>,
    post: &impl Post,
    tell: &mut dyn FnMut(),
) -> Result<(), String> {
    let mut told = Instant::now();
    let mut left = Arc::new(AtomicUsize::new(0));
    let mut is_alone = running.carriers() > 1;
    while !running.is_over() || left.load(Ordering::SeqCst) > 0 {
        let begin = Instant::now();
        running.carry(0, &mut |is_idle| {
            if told.elapsed() >= TICK {
                told = Instant::now();
                tell();
            }
            let turn = if post.is_pressing() { SHORT_TURN } else { TURN };
            !post.is_expecting() || (!is_idle && begin.elapsed() < turn)
        });
        tell();
        post.send()?;
        if is_alone && running.has_started() {
            is_alone = false;
            post.grow(running.carriers() - 1).await?;
            left = more_carriers(running, bell)?;
        }
        let mut idle = running.idle();
        if idle < SHORTEST_TIMER {
            rest(std::mem::take(&mut idle));
        }
        if let Some(waited) = bell.or(pin!(post.wait(idle))).await {
            waited?;
        }
        post.take()?;
    }
    post.send()
}

#[cfg(threads)]
fn more_carriers(running: &Running, bell: &Arc<Bell>) -> Result<Arc<AtomicUsize>, String> {
    start(running, 1, bell)
}

/// There are no threads of the system to be had.
#[cfg(not(threads))]
#[expect(clippy::unnecessary_wraps, reason = "the other build can lack threads")]
fn more_carriers(_: &Running, _: &Arc<Bell>) -> Result<Arc<AtomicUsize>, String> {
    Ok(Arc::default())
}
