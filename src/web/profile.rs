//! What a build counts that is made to be watched: `npm run profile`.

use wasm_bindgen::prelude::wasm_bindgen;

unsafe extern "C" {
    fn __llvm_profile_get_size_for_buffer() -> u64;
    fn __llvm_profile_write_buffer(buffer: *mut u8) -> i32;
}

/// LLVM asks for it, to be sure that its counters have what reads them.
#[unsafe(no_mangle)]
static __llvm_profile_runtime: u8 = 0;

/// Only which value is frequent at a place would need memory, and that is not counted.
#[unsafe(no_mangle)]
extern "C" fn minicov_alloc_zeroed(_size: usize, _align: usize) -> *mut u8 {
    std::ptr::null_mut()
}

/// Frees nothing, as nothing is allocated.
#[unsafe(no_mangle)]
extern "C" fn minicov_dealloc(_block: *mut u8, _size: usize, _align: usize) {}

/// How often each block of the engine has run, as LLVM writes it (`.profraw`).
#[wasm_bindgen(js_name = takeProfile)]
pub fn take_profile() -> Vec<u8> {
    // SAFETY: the counters are there as long as the module.
    let size = unsafe { __llvm_profile_get_size_for_buffer() };
    let mut profile = vec![0; usize::try_from(size).unwrap_or_default()];
    // SAFETY: the buffer has the size that was asked for.
    let failed = unsafe { __llvm_profile_write_buffer(profile.as_mut_ptr()) };
    assert_eq!(failed, 0, "the counters cannot be written");
    profile
}
