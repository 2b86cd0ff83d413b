//! Relaxed loads and stores that cost what plain ones do.

use std::sync::atomic::{AtomicIsize, AtomicU32};

macro_rules! relaxed {
    ($load:ident, $store:ident, $atomic:ty, $value:ty) => {
        /// What it holds, or held a moment ago.
        #[inline(always)]
        pub(super) fn $load(of: &$atomic) -> $value {
            if cfg!(target_arch = "wasm32") {
                // SAFETY: the pointer is valid. WebAssembly has no relaxed loads: every atomic one
                // is sequentially consistent and checked for bounds and alignment, which the eval
                // loop would feel. Others may write at the same time, which Rust would have as an
                // atomic load; WebAssembly defines plain loads that race, and an aligned one of 32
                // bits never tears. Volatile, so that it is not moved out of a loop.
                unsafe { of.as_ptr().read_volatile() }
            } else {
                of.load(std::sync::atomic::Ordering::Relaxed)
            }
        }

        /// Makes it hold this.
        #[inline(always)]
        pub(super) fn $store(to: &$atomic, value: $value) {
            if cfg!(target_arch = "wasm32") {
                // SAFETY: as above.
                unsafe { to.as_ptr().write_volatile(value) }
            } else {
                to.store(value, std::sync::atomic::Ordering::Relaxed);
            }
        }
    };
}

relaxed!(load_u32, store_u32, AtomicU32, u32);
relaxed!(load_isize, store_isize, AtomicIsize, isize);
