//! Wakes a future when something has come that it looks for.

use std::future::poll_fn;
use std::pin::Pin;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};
use std::task::{Poll, Waker};

/// Rung by anybody, heard by one.
#[derive(Default)]
pub(super) struct Bell {
    is_rung: AtomicBool,
    hears: Mutex<Option<Waker>>,
}

impl Bell {
    pub(super) fn ring(&self) {
        self.is_rung.store(true, Ordering::SeqCst);
        let hears = self.hears.lock().unwrap_or_else(PoisonError::into_inner).take();
        if let Some(waker) = hears {
            waker.wake();
        }
    }

    /// Waits for a future, or until it is rung: then there is nothing.
    pub(super) async fn or<T>(&self, mut other: Pin<&mut impl Future<Output = T>>) -> Option<T> {
        poll_fn(|context| {
            let waker = context.waker().clone();
            *self.hears.lock().unwrap_or_else(PoisonError::into_inner) = Some(waker);
            if let Poll::Ready(value) = other.as_mut().poll(context) {
                return Poll::Ready(Some(value));
            }
            if self.is_rung.swap(false, Ordering::SeqCst) {
                return Poll::Ready(None);
            }
            Poll::Pending
        })
        .await
    }
}

#[cfg(all(test, not(gil_loom)))]
mod tests {
    use std::future::{pending, ready};
    use std::pin::pin;
    use std::task::{Context, Poll, Waker};

    use super::Bell;

    #[test]
    fn it_is_heard_once_even_if_it_was_rung_before() {
        let bell = Bell::default();
        let mut context = Context::from_waker(Waker::noop());
        bell.ring();
        let mut never = pin!(pending::<u8>());
        assert_eq!(pin!(bell.or(never.as_mut())).poll(&mut context), Poll::Ready(None));
        assert_eq!(pin!(bell.or(never.as_mut())).poll(&mut context), Poll::Pending);
        let mut now = pin!(ready(7));
        assert_eq!(pin!(bell.or(now.as_mut())).poll(&mut context), Poll::Ready(Some(7)));
    }
}
