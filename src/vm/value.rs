//! A value: one tagged 64-bit word.
//!
//! | low bits | meaning |
//! | --- | --- |
//! | `1` | a whole number of 63 bits |
//! | `10` | a floating-point number, rotated so that the common exponents fit (as `CRuby` does) |
//! | `000` | a pointer to a counted object |
//! | `100` | `unbound`, `None`, `False`, `True`, or a pointer to an immortal object |
//!
//! Only counted objects cost anything to copy or drop. Functions and constants are immortal
//! (PEP 683), so that threads can share them without writing to them.

use std::marker::PhantomData;
use std::sync::atomic::{AtomicU64, Ordering};

use super::count::{Count, Released};
use super::heap::{self, Heap};
use super::memory::Memory;
use super::object::{Header, Object};

const INT: u64 = 1;
const FLOAT: u64 = 0b10;
/// Of an immediate number, one of these bits is set.
const FLOAT_MASK: u64 = 0b11;
const POINTER_MASK: u64 = 0b111;
const COUNTED: u64 = 0b000;
const IMMORTAL: u64 = 0b100;
const UNBOUND: u64 = IMMORTAL;
const NONE: u64 = 0b01 << 3 | IMMORTAL;
const FALSE: u64 = 0b10 << 3 | IMMORTAL;
const TRUE: u64 = 0b11 << 3 | IMMORTAL;
/// Zero has an exponent that does not fit, and is common.
const ZERO: u64 = 0x8000_0000_0000_0002;

/// A Python value, or `unbound`.
#[repr(transparent)]
pub(super) struct Value<M: Memory> {
    word: u64,
    memory: PhantomData<*const M>,
}

const _: () = assert!(size_of::<Value<super::Plain>>() == 8);

impl<M: Memory> Value<M> {
    pub(super) const UNBOUND: Self = Self::from_word(UNBOUND);
    pub(super) const NONE: Self = Self::from_word(NONE);

    const fn from_word(word: u64) -> Self {
        Self { word, memory: PhantomData }
    }

    pub(super) const fn bool(value: bool) -> Self {
        Self::from_word(if value { TRUE } else { FALSE })
    }

    /// A whole number, if it fits into 63 bits.
    #[inline(always)]
    pub(super) fn small_int(value: i64) -> Option<Self> {
        let word = value.wrapping_shl(1);
        (word >> 1 == value).then(|| Self::from_word(word.cast_unsigned() | INT))
    }

    /// A whole number that surely fits.
    #[inline(always)]
    pub(super) fn int16(value: i16) -> Self {
        Self::from_word(Self::int16_word(value))
    }

    /// Its word, which compares with those of other small whole numbers as they do.
    #[inline(always)]
    pub(super) fn int16_word(value: i16) -> u64 {
        (i64::from(value) << 1).cast_unsigned() | INT
    }

    /// `self + other`, if both are small whole numbers and so is the sum. With the tag taken off
    /// one side, the sum of two tagged words is the tagged sum, and overflows when it must.
    #[inline(always)]
    pub(super) fn small_sum(&self, other: &Self) -> Option<Self> {
        let word = self.word.cast_signed().checked_add((other.word ^ INT).cast_signed())?;
        (self.is_int() & other.is_int()).then(|| Self::from_word(word.cast_unsigned()))
    }

    /// `self + other`, likewise.
    #[inline(always)]
    pub(super) fn small_sum_int(&self, other: i16) -> Option<Self> {
        let word = self.word.cast_signed().checked_add(i64::from(other) << 1)?;
        self.is_int().then(|| Self::from_word(word.cast_unsigned()))
    }

    /// `self - other`, likewise.
    #[inline(always)]
    pub(super) fn small_difference(&self, other: &Self) -> Option<Self> {
        let word = self.word.cast_signed().checked_sub((other.word ^ INT).cast_signed())?;
        (self.is_int() & other.is_int()).then(|| Self::from_word(word.cast_unsigned()))
    }

    /// `self - other`, likewise.
    #[inline(always)]
    pub(super) fn small_difference_int(&self, other: i16) -> Option<Self> {
        let word = self.word.cast_signed().checked_sub(i64::from(other) << 1)?;
        self.is_int().then(|| Self::from_word(word.cast_unsigned()))
    }

    /// `self * other`, if both are of 32 bits.
    #[inline(always)]
    pub(super) fn small_product(&self, other: &Self) -> Option<Self> {
        let (a, b) = (self.as_small_int()?, other.as_small_int()?);
        // Of halves of words the product always fits; to check that of words takes a call.
        let (a, b) = (i32::try_from(a).ok()?, i32::try_from(b).ok()?);
        Self::small_int(i64::from(a) * i64::from(b))
    }

    /// `self * other`, likewise.
    #[inline(always)]
    pub(super) fn small_product_int(&self, other: i16) -> Option<Self> {
        let value = i32::try_from(self.as_small_int()?).ok()?;
        Self::small_int(i64::from(value) * i64::from(other))
    }

    /// A floating-point number, if its exponent is a common one.
    #[inline(always)]
    pub(super) fn small_float(value: f64) -> Option<Self> {
        let bits = value.to_bits();
        let exponent = (bits >> 60) & 0b111;
        if (exponent == 3 || exponent == 4) && bits != 0x3000_0000_0000_0000 {
            Some(Self::from_word((bits.rotate_left(3) & !FLOAT_MASK) | FLOAT))
        } else if bits == 0 {
            Some(Self::from_word(ZERO))
        } else {
            None
        }
    }

    /// Takes over one reference to a counted object.
    pub(super) fn counted(header: *mut Header<M>) -> Self {
        Self::from_word(header.expose_provenance() as u64 | COUNTED)
    }

    /// Refers to an object that outlives every value.
    pub(super) fn immortal(header: *const Header<M>) -> Self {
        Self::from_word(header.expose_provenance() as u64 | IMMORTAL)
    }

    #[inline(always)]
    pub(super) fn word(&self) -> u64 {
        self.word
    }

    /// Makes a value of a word that [`Self::into_word`] gave, taking its reference over again.
    ///
    /// # Safety
    /// Each such word may be used once.
    #[inline(always)]
    pub(super) unsafe fn from_owned_word(word: u64) -> Self {
        Self::from_word(word)
    }

    /// The same reference without a count. What it counted for is never given back, so that the
    /// object outlives every value.
    pub(super) fn immortal_word(word: u64) -> u64 {
        if Self::is_counted_word(word) { word | IMMORTAL } else { word }
    }

    /// Makes it a reference without a count.
    pub(super) fn immortalize(&mut self) {
        self.word = Self::immortal_word(self.word);
    }

    /// Equal for the same object or immediate value, and for nothing else: of one object there may
    /// be counted and immortal references.
    #[inline]
    pub(super) fn identity(&self) -> u64 {
        if self.word & FLOAT_MASK == 0 { self.word | IMMORTAL } else { self.word }
    }

    /// `self is other`
    #[inline]
    pub(super) fn is(&self, other: &Self) -> bool {
        self.identity() == other.identity()
    }

    pub(super) fn into_word(self) -> u64 {
        let word = self.word;
        std::mem::forget(self);
        word
    }

    #[inline(always)]
    pub(super) fn is_unbound(&self) -> bool {
        self.word == UNBOUND
    }

    #[inline(always)]
    pub(super) fn is_none(&self) -> bool {
        self.word == NONE
    }

    pub(super) fn as_bool(&self) -> Option<bool> {
        match self.word {
            TRUE => Some(true),
            FALSE => Some(false),
            _ => None,
        }
    }

    #[inline(always)]
    pub(super) fn is_int(&self) -> bool {
        self.word & INT != 0
    }

    #[inline(always)]
    pub(super) fn as_small_int(&self) -> Option<i64> {
        self.is_int().then_some(self.word.cast_signed() >> 1)
    }

    #[inline(always)]
    pub(super) fn as_small_float(&self) -> Option<f64> {
        if self.word & FLOAT_MASK != FLOAT {
            return None;
        }
        if self.word == ZERO {
            return Some(0.0);
        }
        let exponent = 2 - (self.word >> 63);
        Some(f64::from_bits((exponent | (self.word & !FLOAT_MASK)).rotate_right(3)))
    }

    /// Does this word hold a reference that must be counted?
    #[inline(always)]
    pub(super) fn is_counted_word(word: u64) -> bool {
        word & POINTER_MASK == COUNTED
    }

    #[inline(always)]
    pub(super) fn is_counted(&self) -> bool {
        Self::is_counted_word(self.word)
    }

    /// Where the object of a word is, as a number.
    pub(super) fn address(word: u64) -> usize {
        header::<M>(word).addr()
    }

    #[inline(always)]
    fn header(&self) -> *mut Header<M> {
        header(self.word)
    }

    /// Drops the value. In the eval loop this is written out: built for size, what drops by itself
    /// is dropped by a call, even if it is no object.
    #[inline(always)]
    pub(super) fn discard(self) {
        let word = self.into_word();
        if Self::is_counted_word(word) {
            drop_counted::<M>(word);
        }
    }

    /// The heap that a counted or immortal object is on.
    #[inline]
    pub(super) fn heap(&self) -> Option<&Heap<M>> {
        self.object()?;
        // SAFETY: there is an object, which this value keeps alive, and heaps outlive objects.
        Some(unsafe { &*(*self.header()).heap })
    }

    /// `sys.getrefcount`, and what that says of what is immortal or no object.
    pub(super) fn references(&self) -> u32 {
        if self.is_counted() {
            // SAFETY: there is an object, which this value keeps alive.
            return unsafe { &(*self.header()).count }.get();
        }
        if M::IS_SHARED { u32::MAX } else { 3 << 30 }
    }

    /// Truth of what is no object: `None` for those.
    #[inline(always)]
    pub(super) fn quick_truth(&self) -> Option<bool> {
        match self.word {
            TRUE => Some(true),
            FALSE | NONE => Some(false),
            word if word & INT != 0 => Some(word != INT),
            _ => None,
        }
    }

    /// The object behind the value, if there is one.
    #[inline(always)]
    pub(super) fn object(&self) -> Option<&Object<M>> {
        if self.word & FLOAT_MASK != 0 || self.word <= TRUE {
            return None;
        }
        // SAFETY: it is a pointer, and this value keeps the object alive: a counted one by its
        // reference, an immortal one lives as long as the interpreter.
        Some(unsafe { &(*self.header()).object })
    }
}

impl<M: Memory> Value<M> {
    /// A copy of the value whose word is in `place`, which others may change at the same time, if
    /// that is possible without a lock: of what is not counted, and of the thread's own objects
    /// (CPython: `_Py_TryXGetRef` in `pycore_object.h`).
    #[inline]
    pub(super) fn try_copy(place: &AtomicU64) -> Option<Self> {
        // Acquire: an object that another thread made is complete.
        let word = place.load(Ordering::Acquire);
        if !Self::is_counted_word(word) {
            return Some(Self::from_word(word));
        }
        let header = header::<M>(word);
        // SAFETY: the object may be gone, but its slot stays one of its heap as long as there are
        // values, and who owns a heap is the only one to write to the counts of its free slots.
        let is_kept = unsafe { (*(*header).heap).is_own() && (*header).count.try_retain_own() };
        if !is_kept {
            return None;
        }
        let value = Self::from_word(word);
        // It was alive, but is it still the one that is meant?
        (place.load(Ordering::Acquire) == word).then_some(value)
    }
}

impl<M: Memory> Clone for Value<M> {
    #[inline(always)]
    fn clone(&self) -> Self {
        let word = self.word;
        if Self::is_counted_word(word) {
            retain_counted::<M>(word);
        }
        Self::from_word(word)
    }
}

impl<M: Memory> Drop for Value<M> {
    #[inline(always)]
    fn drop(&mut self) {
        if self.is_counted() {
            drop_counted::<M>(self.word);
        }
    }
}

/// Where the object of a word is.
#[inline(always)]
fn header<M: Memory>(word: u64) -> *mut Header<M> {
    let address = usize::try_from(word & !POINTER_MASK).unwrap_or(0);
    std::ptr::with_exposed_provenance_mut(address)
}

// Neither is inlined, so that the eval loop is the same code under every policy. Both take words,
// so that no value has to have an address.
#[inline(never)]
fn retain_counted<M: Memory>(word: u64) {
    let header = header::<M>(word);
    // SAFETY: the value that has this word keeps the object alive; heaps outlive objects.
    unsafe { (*header).count.retain((*(*header).heap).is_own()) }
}

#[inline(never)]
fn drop_counted<M: Memory>(word: u64) {
    let header = header::<M>(word);
    // SAFETY: the value that had this word owned one reference, and gives it up here; heaps outlive
    // objects.
    unsafe {
        let heap = &*(*header).heap;
        match (*header).count.release(heap.is_own()) {
            Released::Kept => {}
            Released::Last => heap::free(header),
            Released::Queue => heap.queue(header),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vm::Plain;

    #[test]
    fn small_ints_have_63_bits() {
        for value in [0, 1, -1, i64::MAX >> 1, i64::MIN >> 1] {
            assert_eq!(Value::<Plain>::small_int(value).unwrap().as_small_int(), Some(value));
        }
        assert!(Value::<Plain>::small_int((i64::MAX >> 1) + 1).is_none());
        assert!(Value::<Plain>::small_int((i64::MIN >> 1) - 1).is_none());
    }

    #[test]
    fn an_object_is_itself_by_every_reference() {
        let heap = Heap::<Plain>::new(1000);
        let object = heap.str("object").unwrap();
        let mut immortal = object.clone();
        immortal.immortalize();
        assert!(object.is(&immortal) && immortal.is(&object) && !immortal.is_counted());
        assert!(!object.is(&heap.str("object").unwrap()));
        let int = |value| Value::<Plain>::small_int(value).unwrap();
        assert!(int(0).is(&int(0)) && !int(0).is(&int(2)) && !int(2).is(&int(0)));
        assert!(Value::<Plain>::NONE.is(&Value::NONE) && !Value::<Plain>::NONE.is(&int(6)));
    }

    #[test]
    fn small_arithmetic_stops_where_63_bits_end() {
        let int = |value| Value::<Plain>::small_int(value).unwrap();
        let (most, least) = (i64::MAX >> 1, i64::MIN >> 1);
        assert_eq!(int(5).small_sum(&int(-7)).unwrap().as_small_int(), Some(-2));
        assert_eq!(int(5).small_difference(&int(-7)).unwrap().as_small_int(), Some(12));
        assert_eq!(int(most).small_sum(&int(0)).unwrap().as_small_int(), Some(most));
        assert!(int(most).small_sum(&int(1)).is_none());
        assert!(int(least).small_difference(&int(1)).is_none());
        assert!(int(most).small_product(&int(2)).is_none());
        let float = Value::small_float(1.0).unwrap();
        assert!(int(1).small_sum(&float).is_none() && float.small_sum(&int(1)).is_none());
        assert!(Value::<Plain>::NONE.small_difference(&int(1)).is_none());
    }

    #[test]
    fn common_floats_are_immediate_and_exact() {
        for value in [0.0, 1.0, -1.5, 0.1, 1e70, -1e-70, std::f64::consts::PI] {
            let word = Value::<Plain>::small_float(value).unwrap();
            assert_eq!(word.as_small_float().map(f64::to_bits), Some(value.to_bits()), "{value}");
            assert_eq!((word.as_small_int(), word.is_counted()), (None, false));
        }
        for value in [-0.0, 1e300, 1e-300, f64::INFINITY, f64::NAN, f64::MIN_POSITIVE] {
            assert!(Value::<Plain>::small_float(value).is_none(), "{value}");
        }
    }
}
