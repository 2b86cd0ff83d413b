//! Hands single-threaded things to several threads, of which a lock lets one at a time use them.

/// Something that only one thread at a time touches.
pub(super) struct Guarded<T>(T);

// SAFETY: `new` makes its caller promise that one thread at a time touches the value, in an order
// that a lock or the start or end of a thread gives.
unsafe impl<T> Send for Guarded<T> {}
// SAFETY: as above.
unsafe impl<T> Sync for Guarded<T> {}

impl<T> Guarded<T> {
    /// Lets it be handed on.
    ///
    /// # Safety
    /// From now on at most one thread at a time may touch the value, its clones, and what they
    /// refer to, and what one thread did must have happened before another one goes on.
    pub(super) unsafe fn new(value: T) -> Self {
        Self(value)
    }

    /// The value.
    pub(super) fn get(&self) -> &T {
        &self.0
    }

    /// The value, which is handed on no more.
    pub(super) fn into_inner(self) -> T {
        self.0
    }

    /// The value, to be changed.
    pub(super) fn get_mut(&mut self) -> &mut T {
        &mut self.0
    }
}
