//! Objects that somebody is told of when they go: those with a `__del__`, and those that weak
//! references refer to. Only programs that have such things pay for it (`Module::is_watched`).

use std::collections::{HashMap, HashSet, VecDeque};
use std::ptr;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::{Header, Memory};
use crate::vm::count::Count;
use crate::vm::object::Object;
use crate::vm::types::ClassObject;
use crate::vm::value::Value;

/// What an interpreter knows of such objects, by their addresses.
#[derive(Default)]
pub(in crate::vm) struct Watch {
    state: Mutex<State>,
    has_dying: AtomicBool,
    /// The interpreter goes, and tells nobody.
    is_over: AtomicBool,
}

#[derive(Default)]
struct State {
    /// Weak references to an object.
    references: HashMap<usize, Vec<usize>>,
    /// What a weak reference refers to, and is that immortal?
    referents: HashMap<usize, (usize, bool)>,
    /// Whose `__del__` has been called, or will be.
    finalized: HashSet<usize>,
    /// Each with one reference to it: objects whose `__del__` is to be called, and weak references
    /// whose object is gone.
    dying: VecDeque<(usize, bool)>,
}

impl Watch {
    /// Is there something to be told?
    pub(in crate::vm) fn has_dying(&self) -> bool {
        self.has_dying.load(Ordering::Relaxed)
    }

    /// From now on objects go without anybody being told.
    pub(in crate::vm) fn end(&self) {
        self.is_over.store(true, Ordering::Relaxed);
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The next object to be told of; is it a weak reference?
    pub(in crate::vm) fn next<M: Memory>(&self) -> Option<(Value<M>, bool)> {
        let mut state = self.state();
        let next = state.dying.pop_front();
        self.has_dying.store(!state.dying.is_empty(), Ordering::Relaxed);
        // It was put there with a reference to it.
        next.map(|(address, is_reference)| (Value::counted(at(address)), is_reference))
    }

    /// Makes an object a weak reference to another one.
    pub(in crate::vm) fn refer<M: Memory>(&self, reference: &Value<M>, referent: &Value<M>) {
        let (from, to) = (address(reference), address(referent));
        let mut state = self.state();
        state.referents.insert(from, (to, !referent.is_counted()));
        state.references.entry(to).or_default().push(from);
    }

    /// What a weak reference refers to, if that is still there.
    pub(in crate::vm) fn referent<M: Memory>(&self, reference: &Value<M>) -> Option<Value<M>> {
        let state = self.state();
        let &(to, is_immortal) = state.referents.get(&address(reference))?;
        // SAFETY: it is among the referents, so that nobody has freed it, nor will before the state is
        // let go of.
        unsafe { kept(to, is_immortal) }
    }

    /// The weak references to an object.
    pub(in crate::vm) fn references<M: Memory>(&self, referent: &Value<M>) -> Vec<Value<M>> {
        let state = self.state();
        let all = state.references.get(&address(referent)).into_iter().flatten();
        // SAFETY: as above: those that go take themselves out first.
        all.filter_map(|from| unsafe { kept(*from, false) }).collect()
    }

    /// May an object be freed whose last reference is gone? Not if somebody has got another one by a
    /// weak reference meanwhile, or if its `__del__` is to be called before.
    ///
    /// # Safety
    /// As [`super::free()`].
    #[cold]
    pub(super) unsafe fn lets_go<M: Memory>(&self, header: *mut Header<M>) -> bool {
        if self.is_over.load(Ordering::Relaxed) {
            return true;
        }
        let mut state = self.state();
        // SAFETY: promised by the caller; who else knows of the object holds the lock.
        let (is_gone, finalizes) =
            unsafe { ((*header).count.claim(), finalizes(&(*header).object)) };
        if !is_gone {
            return false;
        }
        let address = header.expose_provenance();
        if finalizes && state.finalized.insert(address) {
            // SAFETY: as above.
            unsafe { (*header).count.revive() };
            state.dying.push_back((address, false));
            self.has_dying.store(true, Ordering::Relaxed);
            return false;
        }
        state.finalized.remove(&address);
        if let Some((referent, _)) = state.referents.remove(&address)
            && let Some(all) = state.references.get_mut(&referent)
        {
            all.retain(|reference| *reference != address);
        }
        for reference in state.references.remove(&address).unwrap_or_default() {
            state.referents.remove(&reference);
            // SAFETY: as in `references`.
            if let Some(reference) = unsafe { kept::<M>(reference, false) } {
                let word = reference.into_word();
                state.dying.push_back((address_of_word::<M>(word), true));
                self.has_dying.store(true, Ordering::Relaxed);
            }
        }
        true
    }
}

fn at<M: Memory>(address: usize) -> *mut Header<M> {
    ptr::with_exposed_provenance_mut(address)
}

fn address<M: Memory>(value: &Value<M>) -> usize {
    address_of_word::<M>(value.word())
}

fn address_of_word<M: Memory>(word: u64) -> usize {
    Value::<M>::address(word)
}

/// A reference to an object, unless that is about to go.
///
/// # Safety
/// It has not been freed yet.
unsafe fn kept<M: Memory>(address: usize, is_immortal: bool) -> Option<Value<M>> {
    let header = at::<M>(address);
    if is_immortal {
        return Some(Value::immortal(header));
    }
    // SAFETY: promised by the caller; heaps outlive objects.
    let is_kept = unsafe { (*header).count.try_retain((*(*header).heap).is_own()) };
    is_kept.then(|| Value::counted(header))
}

/// Has its class a `__del__`?
fn finalizes<M: Memory>(object: &Object<M>) -> bool {
    let class = match object {
        Object::Instance(instance) => &instance.class,
        Object::Derived(derived) => &derived.instance.class,
        Object::Exception(exception) => &exception.class,
        _ => return false,
    };
    class.as_class().is_some_and(ClassObject::finalizes)
}
