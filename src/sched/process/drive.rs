//! Drives a process where messages only come when the thread of the system that gets them is free:
//! in a browser.

use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use super::bell::Bell;
use crate::sched::carriers::TICK;
use crate::sched::running::Running;

/// How a process gets to others.
pub(super) trait Post {
    /// Sends what there is to be sent.
    ///
    /// # Errors
    /// If it cannot be sent.
    fn send(&self) -> Result<(), String>;

    /// Takes in what comes, if it comes within this time.
    fn take(&self, longest: Duration) -> impl Future<Output = Result<(), String>>;

    /// May something come?
    #[cfg(not(threads))]
    fn is_expecting(&self) -> bool;
}

/// Drives a process to its end. `tell` is called again and again.
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
    use std::sync::atomic::{AtomicUsize, Ordering};

    let left = Arc::new(AtomicUsize::new(running.carriers()));
    let (carried, carriers_left, told) = (running.clone(), Arc::clone(&left), Arc::clone(bell));
    crate::sched::carriers::start(running.carriers(), move |carrier| {
        carried.carry(carrier, &mut || true);
        carriers_left.fetch_sub(1, Ordering::SeqCst);
        told.ring();
    })?;
    let mut next = pin!(post.take(TICK));
    while left.load(Ordering::SeqCst) > 0 {
        tell();
        post.send()?;
        if let Some(taken) = bell.or(next.as_mut()).await {
            taken?;
            next.set(post.take(TICK));
        }
    }
    post.send()
}

/// The same right here, in turns.
#[cfg(not(threads))]
pub(super) async fn drive(
    running: &Running,
    _: &Arc<Bell>,
    post: &impl Post,
    tell: &mut dyn FnMut(),
) -> Result<(), String> {
    use web_time::Instant;

    /// After so long it is looked what has come.
    const TURN: Duration = Duration::from_millis(8);

    let mut told = Instant::now();
    while !running.is_over() {
        let begin = Instant::now();
        running.carry(0, &mut || {
            if told.elapsed() >= TICK {
                told = Instant::now();
                tell();
            }
            !post.is_expecting() || begin.elapsed() < TURN
        });
        tell();
        post.send()?;
        let mut next = pin!(post.take(running.idle()));
        next.as_mut().await?;
    }
    post.send()
}
