//! What the machines of one interpreter share: code, constants, globals, and the memory's owner.

use std::sync::{Arc, Mutex};

use super::budget::{Budget, MEMORY_LIMIT};
use super::error::Error;
use super::globals::Slot;
use super::memory::{Memory, Shared};
use super::object::{Builtin, FunctionObject, Header, Object};
use super::value::Value;
use crate::code::{Constant, Function, Module, Op};

/// The value of `__name__`: the program is imported, not run as a script.
const MODULE_NAME: &str = "program";

/// One interpreter: a program's code, constants and module-level state.
pub struct Interpreter<M: Memory> {
    // Fields are dropped in this order: what refers to objects before what owns them.
    globals: Box<[M::Slot]>,
    constants: Box<[Value<M>]>,
    immortals: Immortals<M>,
    // Not boxes: those promise that nobody else points at what they own.
    entries: Arc<[Entry]>,
    budgets: Arc<[Budget]>,
    module: Arc<Module>,
}

/// What a call needs to know of a function, in one place.
pub(super) struct Entry {
    pub(super) code: *const Op,
    pub(super) registers: usize,
    pub(super) parameters: usize,
    pub(super) index: usize,
}

/// Objects that live as long as the interpreter.
struct Immortals<M: Memory>(Mutex<Vec<*mut Header<M>>>);

// SAFETY: globals are guarded slots, counts are atomic, budgets are atomic, everything else is not
// written to after `new`; the pointers lead into `module` and to objects that this owns.
unsafe impl Sync for Interpreter<Shared> {}
// SAFETY: as above; nothing is bound to a thread.
unsafe impl Send for Interpreter<Shared> {}

impl<M: Memory> Interpreter<M> {
    /// An interpreter for a program whose tasks will be run by `workers` workers. Its module has
    /// not been run yet.
    ///
    /// # Errors
    /// If its constants do not fit into the memory limit.
    pub fn new(module: &Arc<Module>, workers: usize) -> Result<Self, Box<Error>> {
        let share = MEMORY_LIMIT / workers.max(1);
        let budgets: Arc<[Budget]> = (0..workers.max(1)).map(|_| Budget::new(share)).collect();
        let entries = module.functions().iter().enumerate().map(Entry::new).collect();
        let mut interpreter = Self {
            globals: module.globals().iter().map(|_| M::Slot::default()).collect(),
            constants: Box::default(),
            immortals: Immortals(Mutex::default()),
            entries,
            budgets,
            module: Arc::clone(module),
        };
        let constants = module.constants().iter().map(|constant| interpreter.constant(constant));
        interpreter.constants = constants.collect::<Result<_, _>>()?;
        for (slot, name) in interpreter.globals.iter().zip(module.globals()) {
            if let Some(value) = interpreter.builtin(name)? {
                slot.store(value);
            }
        }
        Ok(interpreter)
    }

    /// The program.
    pub fn module(&self) -> &Arc<Module> {
        &self.module
    }

    pub(super) fn budget(&self, worker: usize) -> &Budget {
        &self.budgets[worker.min(self.budgets.len() - 1)]
    }

    pub(super) fn entry(&self, function: usize) -> &Entry {
        &self.entries[function]
    }

    /// # Safety
    /// `index` must be one that the verifier has checked.
    #[inline(always)]
    pub(super) unsafe fn constant_at(&self, index: u16) -> Value<M> {
        // SAFETY: promised by the caller.
        unsafe { self.constants.get_unchecked(usize::from(index)) }.clone()
    }

    /// # Safety
    /// `index` must be one that the verifier has checked.
    #[inline(always)]
    pub(super) unsafe fn global_at(&self, index: u16) -> &M::Slot {
        // SAFETY: promised by the caller.
        unsafe { self.globals.get_unchecked(usize::from(index)) }
    }

    pub(super) fn global_named(&self, name: &str) -> Option<Value<M>> {
        let index = self.module.globals().iter().position(|global| global == name)?;
        Some(self.globals[index].load())
    }

    /// What a `def` makes.
    pub(super) fn function(
        &self,
        function: usize,
        defaults: Box<[Value<M>]>,
        worker: usize,
    ) -> Result<Value<M>, Box<Error>> {
        let object = FunctionObject::new(self.entry(function), defaults);
        self.immortal(Object::Function(object), worker)
    }

    fn immortal(&self, object: Object<M>, worker: usize) -> Result<Value<M>, Box<Error>> {
        let header = Box::into_raw(object.boxed(self.budget(worker))?);
        let mut immortals = match self.immortals.0.lock() {
            Ok(immortals) => immortals,
            Err(poisoned) => poisoned.into_inner(),
        };
        immortals.push(header);
        Ok(Value::immortal(header))
    }

    fn constant(&self, constant: &Constant) -> Result<Value<M>, Box<Error>> {
        let object = match constant {
            Constant::None => return Ok(Value::NONE),
            Constant::Bool(value) => return Ok(Value::bool(*value)),
            Constant::Int(value) => match i64::try_from(value).ok().and_then(Value::small_int) {
                Some(value) => return Ok(value),
                None => Object::Int(value.clone()),
            },
            Constant::Float(value) => match Value::small_float(*value) {
                Some(value) => return Ok(value),
                None => Object::Float(*value),
            },
            Constant::Str(text) => Object::Str(text.as_str().into()),
        };
        self.immortal(object, 0)
    }

    fn builtin(&self, name: &str) -> Result<Option<Value<M>>, Box<Error>> {
        Ok(Some(match name {
            "print" => self.immortal(Object::Builtin(Builtin::Print), 0)?,
            "time.sleep" => self.immortal(Object::Builtin(Builtin::Sleep), 0)?,
            "__name__" => self.immortal(Object::Str(MODULE_NAME.into()), 0)?,
            _ => return Ok(None),
        }))
    }
}

impl Entry {
    fn new((index, function): (usize, &Function)) -> Self {
        Self {
            code: function.code.as_ptr(),
            registers: usize::from(function.registers),
            parameters: function.parameters.len(),
            index,
        }
    }
}

impl<M: Memory> Drop for Immortals<M> {
    fn drop(&mut self) {
        let immortals = match self.0.get_mut() {
            Ok(immortals) => immortals,
            Err(poisoned) => poisoned.into_inner(),
        };
        for header in immortals.drain(..) {
            // SAFETY: they came from `Object::boxed`; every machine holds the interpreter, so none
            // is left that could refer to them; the budgets are dropped after this.
            unsafe { Header::free(header) };
        }
    }
}
