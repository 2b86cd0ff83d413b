//! What the machines of one interpreter share: code, constants, classes, globals, and the heaps.

mod predefined;

use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, AtomicU64, AtomicUsize, Ordering, fence};
use std::sync::{Arc, OnceLock, Weak};
use std::time::Duration;

use super::busy;
use super::error::Error;
use super::globals::Slot;
use super::heap::{Budget, Heap, Watch};
use super::interpreters::Interpreters;
use super::limits::{MEMORY_LIMIT, RECURSION_LIMIT};
use super::memory::{Locked, Memory, Shared};
use super::modules::random::Random;
use super::object::Object;
use super::output::Stream;
use super::special::Special;
use super::system::System;
use super::types::Type;
use super::value::Value;
use crate::code::op::{GlobalId, NameId};
use crate::code::{Function, Module, Op};
use crate::lang::tree::FunctionKind;

/// The value of `__name__` where tasks are run: the program is imported, not run as a script.
const TASK_PROGRAM: &str = "program";
/// And where it is.
const SCRIPT: &str = "__main__";
/// In the processes that it starts, which import it.
const SCRIPT_OF_CHILD: &str = "__mp_main__";
/// In place of a worker's number: the heap of the machine that runs the module's body.
pub const MODULE: usize = usize::MAX;
/// `sys.getswitchinterval()` unless the program or its plan says otherwise.
const SWITCH_INTERVAL: Duration = Duration::from_millis(5);

/// The methods of a class, by the names that the program has; empty if it names none of them.
type Methods<M> = Box<[Value<M>]>;
/// The prelude's functions by their numbers.
type Prelude<M> = Box<[(usize, Value<M>)]>;

/// One interpreter: a program's code, constants and module-level state.
pub struct Interpreter<M: Memory> {
    // Fields are dropped in this order: what refers to objects before the heaps they are on.
    globals: Box<[M::Slot]>,
    /// What each of them is while the program has not bound it: the built-in, or unbound.
    predefined: Box<[Value<M>]>,
    /// The prelude's functions, each with its number.
    prelude: Box<[(usize, Value<M>)]>,
    constants: Box<[Value<M>]>,
    ellipsis: Value<M>,
    not_implemented: Value<M>,
    /// By [`Type`].
    classes: Box<[Value<M>]>,
    /// By [`Type`].
    methods: Box<[Methods<M>]>,
    /// What is called on a class itself (`dict.fromkeys`).
    class_methods: Box<[(Type, NameId, Value<M>)]>,
    /// Strings of one ASCII character.
    characters: Box<[Value<M>]>,
    // Not boxes: those promise that nobody else points at what they own.
    entries: Box<[Arc<Entry>]>,
    heaps: Arc<[Heap<M>]>,
    /// Who is told when objects go, if the program has such things.
    watch: Option<Arc<Watch>>,
    module: Arc<Module>,
    /// What the functions of `random` use.
    pub(super) random: M::Locked<Option<Random>>,
    pub(super) specials: [Option<NameId>; Special::COUNT],
    /// What modules as values were asked for that is nowhere in the program, by the names of globals.
    pub(super) members: M::Locked<HashMap<String, Value<M>>>,
    /// `__name__`
    name: &'static str,
    /// Is the module's body still running? What it defines lives as long as the interpreter.
    loading: bool,
    /// By what they are called.
    name_ids: OnceLock<HashMap<String, NameId>>,
    /// Has a class got a data descriptor after it was made?
    late_setters: AtomicBool,
    /// Nanoseconds.
    switch_interval: AtomicU64,
    /// How deep calls may go.
    recursion_limit: AtomicUsize,
    /// How many threads its process has had, the main one included.
    threads: Arc<AtomicUsize>,
    /// By which number the process knows it.
    id: u32,
    /// Have threads used it beside each other?
    is_shared: AtomicBool,
    /// The others of the process, and how they are asked for.
    interpreters: OnceLock<Weak<dyn Interpreters>>,
    budget: Arc<Budget>,
    /// Is it counted how long its machines run?
    pub(super) is_timed: bool,
    /// How long they have, in nanoseconds.
    pub(super) busy: AtomicU64,
    /// What runs the process that this is the interpreter of, if programs may ask it for others.
    system: Option<Arc<dyn System>>,
    /// The number of `sys.stdout`, if the program has it.
    stdout: Option<usize>,
}

/// What a call needs to know of a function, in one place.
pub(super) struct Entry {
    pub(super) code: *const Op,
    pub(super) registers: usize,
    /// How many arguments make a call that needs nothing but its frame; none does for generators
    /// and for functions with free variables.
    pub(super) plain: usize,
    /// How many arguments are the first registers as they are.
    pub(super) parameters: usize,
    /// The registers behind these are the cells of the free variables.
    pub(super) locals: usize,
    pub(super) free: usize,
    pub(super) is_generator: bool,
    /// The class of its generators: those of the prelude stand for others.
    pub(super) iterator: Type,
    pub(super) index: usize,
}

/// Where an entry is, for an object of the same interpreter.
pub(super) struct EntryRef(*const Entry);

impl From<&Entry> for EntryRef {
    fn from(entry: &Entry) -> Self {
        Self(entry)
    }
}

impl std::ops::Deref for EntryRef {
    type Target = Entry;

    #[inline(always)]
    fn deref(&self) -> &Entry {
        // SAFETY: entries are dropped after all objects of the interpreter that owns both.
        unsafe { &*self.0 }
    }
}

/// The interpreter of a machine, for what the machine does: it is copied without being counted,
/// which all workers would wait for each other at.
pub(super) struct InterpreterRef<M: Memory>(*const Interpreter<M>);

impl<M: Memory> InterpreterRef<M> {
    /// For a machine that keeps the interpreter.
    pub(super) fn of(interpreter: &Arc<Interpreter<M>>) -> Self {
        Self(Arc::as_ptr(interpreter))
    }
}

impl<M: Memory> Clone for InterpreterRef<M> {
    #[inline(always)]
    fn clone(&self) -> Self {
        *self
    }
}

impl<M: Memory> Copy for InterpreterRef<M> {}

impl<M: Memory> std::ops::Deref for InterpreterRef<M> {
    type Target = Interpreter<M>;

    #[inline(always)]
    fn deref(&self) -> &Interpreter<M> {
        // SAFETY: only a machine has it, and keeps the interpreter longer than it runs.
        unsafe { &*self.0 }
    }
}

// SAFETY: globals are guarded slots, counts are atomic, heaps are used by one worker each and give
// back atomically, everything else is not written to after `new`; the pointers lead into `module`.
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
        Self::make(module, workers, TASK_PROGRAM, &Arc::new(Budget::new(MEMORY_LIMIT)))
    }

    /// An interpreter for a script, with so many heaps for its threads.
    ///
    /// # Errors
    /// If its constants do not fit into the memory limit.
    pub fn of_script(
        module: &Arc<Module>,
        heaps: usize,
        system: Arc<dyn System>,
    ) -> Result<Self, Box<Error>> {
        let is_child = system.argument().is_some();
        let name = if is_child { SCRIPT_OF_CHILD } else { SCRIPT };
        let budget = Arc::new(Budget::new(MEMORY_LIMIT));
        let mut interpreter = Self::make(module, heaps, name, &budget)?;
        interpreter.system = Some(system);
        // What its body makes comes and goes as everything else: it runs as long as the program.
        interpreter.loading = false;
        interpreter.heap(MODULE).let_others_in();
        Ok(interpreter)
    }

    /// Another interpreter of the same process, for the same program, which it imports, or for a
    /// `__main__` module of its own.
    ///
    /// # Errors
    /// If its constants do not fit into the memory limit.
    pub fn beside(&self, module: &Arc<Module>, id: u32, is_main: bool) -> Result<Self, Box<Error>> {
        let name = if is_main { SCRIPT } else { SCRIPT_OF_CHILD };
        let mut interpreter = Self::make(module, self.heaps.len() - 1, name, &self.budget)?;
        interpreter.system.clone_from(&self.system);
        interpreter.threads = Arc::clone(&self.threads);
        interpreter.interpreters.clone_from(&self.interpreters);
        interpreter.id = id;
        interpreter.loading = false;
        interpreter.set_switch_interval(self.switch_interval());
        interpreter.heap(MODULE).let_others_in();
        Ok(interpreter)
    }

    /// The same interpreter with a module that was compiled onto its own. Machines that go on with this
    /// one know nothing of what the other one does from then on.
    ///
    /// # Errors
    /// If the new constants do not fit into the memory limit.
    #[expect(clippy::arc_with_non_send_sync, reason = "shared by interpreters, not by threads")]
    pub fn extended(&self, module: &Arc<Module>) -> Result<Self, Box<Error>> {
        let names: HashMap<&str, NameId> =
            (0..).map(NameId).zip(module.names()).map(|(id, name)| (name.as_str(), id)).collect();
        let entries = module.functions().iter().enumerate().skip(self.entries.len());
        let entries = entries.map(|function| Arc::new(Entry::new(function)));
        let mut new = Self {
            globals: module.globals().iter().map(|_| M::Slot::default()).collect(),
            predefined: Box::default(),
            prelude: self.prelude.clone(),
            constants: Box::default(),
            ellipsis: self.ellipsis.clone(),
            not_implemented: self.not_implemented.clone(),
            classes: self.classes.clone(),
            methods: self.methods.clone(),
            class_methods: self.class_methods.clone(),
            characters: self.characters.clone(),
            entries: self.entries.iter().cloned().chain(entries).collect(),
            heaps: Arc::clone(&self.heaps),
            watch: self.watch.clone(),
            module: Arc::clone(module),
            random: M::Locked::new(self.random.with(Option::take)),
            specials: special_names(&names),
            members: M::Locked::new(self.members.with(|members| members.clone())),
            name: self.name,
            loading: false,
            name_ids: OnceLock::new(),
            late_setters: AtomicBool::new(self.has_late_setters()),
            switch_interval: AtomicU64::new(nanoseconds(self.switch_interval())),
            recursion_limit: AtomicUsize::new(self.recursion_limit()),
            threads: Arc::clone(&self.threads),
            id: self.id,
            is_shared: AtomicBool::new(self.is_shared.load(Ordering::Relaxed)),
            interpreters: self.interpreters.clone(),
            budget: Arc::clone(&self.budget),
            is_timed: busy::CLOCKS.iter().any(|clock| module.uses_native(clock)),
            busy: AtomicU64::new(self.busy.load(Ordering::Relaxed)),
            system: self.system.clone(),
            stdout: module.globals().iter().position(|name| name == "sys.stdout"),
        };
        new.make_methods(&names)?;
        let functions = new.make_prelude(self.entries.len())?;
        new.prelude = self.prelude.iter().cloned().chain(functions).collect();
        let known = self.constants.len();
        let constants = module.constants()[known..].iter().map(|constant| new.constant(constant));
        let constants = constants.collect::<Result<Vec<_>, _>>()?;
        new.constants = self.constants.iter().cloned().chain(constants).collect();
        let known = self.predefined.len();
        let predefined = module.globals()[known..].iter().map(|name| new.predefined(name));
        let predefined = predefined.map(|value| Ok(value?.unwrap_or(Value::UNBOUND)));
        let predefined = predefined.collect::<Result<Vec<_>, Box<Error>>>()?;
        new.predefined = self.predefined.iter().cloned().chain(predefined).collect();
        let bound = self.globals.iter().map(Slot::load);
        let unbound = new.predefined[known..].iter().cloned();
        for (slot, value) in new.globals.iter().zip(bound.chain(unbound)) {
            slot.store(value);
        }
        Ok(new)
    }

    fn make(
        module: &Arc<Module>,
        workers: usize,
        name: &'static str,
        budget: &Arc<Budget>,
    ) -> Result<Self, Box<Error>> {
        let names: HashMap<&str, NameId> =
            (0..).map(NameId).zip(module.names()).map(|(id, name)| (name.as_str(), id)).collect();
        let watch = module.is_watched().then(Arc::default);
        let mut interpreter = Self {
            globals: module.globals().iter().map(|_| M::Slot::default()).collect(),
            predefined: Box::default(),
            prelude: Box::default(),
            constants: Box::default(),
            ellipsis: Value::NONE,
            not_implemented: Value::NONE,
            classes: Box::default(),
            methods: Box::default(),
            class_methods: Box::default(),
            characters: Box::default(),
            entries: module.functions().iter().enumerate().map(Entry::new).map(Arc::new).collect(),
            // One more: what the module makes belongs to no worker.
            heaps: (0..=workers.max(1)).map(|_| Heap::of(budget, watch.as_ref())).collect(),
            watch,
            budget: Arc::clone(budget),
            module: Arc::clone(module),
            random: M::Locked::new(None),
            specials: special_names(&names),
            members: M::Locked::new(HashMap::new()),
            name,
            loading: true,
            name_ids: OnceLock::new(),
            late_setters: AtomicBool::new(false),
            switch_interval: AtomicU64::new(nanoseconds(SWITCH_INTERVAL)),
            recursion_limit: AtomicUsize::new(RECURSION_LIMIT),
            threads: Arc::new(AtomicUsize::new(1)),
            id: 0,
            is_shared: AtomicBool::new(false),
            interpreters: OnceLock::new(),
            is_timed: busy::CLOCKS.iter().any(|clock| module.uses_native(clock)),
            busy: AtomicU64::new(0),
            system: None,
            stdout: module.globals().iter().position(|name| name == "sys.stdout"),
        };
        interpreter.make_classes(&names)?;
        let characters = (0..128u8).map(|byte| {
            interpreter.heap(MODULE).immortal(Object::Str(char::from(byte).to_string().into()))
        });
        interpreter.characters = characters.collect::<Result<_, _>>()?;
        interpreter.not_implemented = interpreter.heap(MODULE).immortal(Object::NotImplemented)?;
        interpreter.ellipsis = interpreter.heap(MODULE).immortal(Object::Ellipsis)?;
        let constants = module.constants().iter().map(|constant| interpreter.constant(constant));
        interpreter.constants = constants.collect::<Result<_, _>>()?;
        interpreter.prelude = interpreter.make_prelude(0)?;
        let predefined = module.globals().iter().map(|name| interpreter.predefined(name));
        interpreter.predefined = predefined
            .map(|value| value.map(|value| value.unwrap_or(Value::UNBOUND)))
            .collect::<Result<_, _>>()?;
        for (slot, value) in interpreter.globals.iter().zip(&interpreter.predefined) {
            slot.store(value.clone());
        }
        Ok(interpreter)
    }

    /// The program.
    pub fn module(&self) -> &Arc<Module> {
        &self.module
    }

    /// Bytes that the objects of all its workers take.
    pub fn heap_bytes(&self) -> usize {
        self.heaps.iter().map(Heap::used).sum()
    }

    /// By which number its process knows it.
    pub(super) fn id(&self) -> u32 {
        self.id
    }

    /// Tells it who has the others.
    pub fn set_interpreters(&self, interpreters: Weak<dyn Interpreters>) {
        self.interpreters.get_or_init(|| interpreters);
    }

    pub(super) fn interpreters(&self) -> Option<Arc<dyn Interpreters>> {
        self.interpreters.get()?.upgrade()
    }

    /// What runs its process.
    pub(super) fn system(&self) -> Option<&dyn System> {
        self.system.as_deref()
    }

    /// `sys.getswitchinterval()`
    pub fn switch_interval(&self) -> Duration {
        Duration::from_nanos(self.switch_interval.load(Ordering::Relaxed))
    }

    /// `sys.getrecursionlimit()`
    pub(super) fn recursion_limit(&self) -> usize {
        self.recursion_limit.load(Ordering::Relaxed)
    }

    /// `sys.setrecursionlimit(…)`, for threads that begin from now on.
    pub(super) fn set_recursion_limit(&self, limit: usize) {
        self.recursion_limit.store(limit, Ordering::Relaxed);
    }

    /// `sys.setswitchinterval(…)`
    pub fn set_switch_interval(&self, interval: Duration) {
        self.switch_interval.store(nanoseconds(interval), Ordering::Relaxed);
    }

    /// The module's body has been run: what it has made lasts as long as the run (PEP 683), so that
    /// it is used without being counted, and by threads without writing to it. What functions make
    /// from now on is counted.
    pub fn loaded(&mut self) {
        for heap in &*self.heaps {
            // SAFETY: nobody else has the interpreter, so nobody uses its heaps.
            unsafe { heap.immortalize() };
        }
        self.heap(MODULE).let_others_in();
        self.globals.iter().for_each(Slot::immortalize);
        self.loading = false;
    }

    /// A script starts its first thread: what it has made until now lasts as long as the run, as if
    /// its module had been loaded, if threads use it without a lock. But not where somebody is told of
    /// what goes.
    ///
    /// # Safety
    /// Nobody else uses the interpreter meanwhile.
    pub unsafe fn share(&self) {
        let is_first = M::IS_SHARED && !self.is_shared.swap(true, Ordering::Relaxed);
        if is_first && self.watch.is_none() {
            for heap in &*self.heaps {
                // SAFETY: promised by the caller.
                unsafe { heap.immortalize() };
            }
            self.globals.iter().for_each(Slot::immortalize);
        }
    }

    /// The identity of a thread that the program starts.
    pub(super) fn new_ident(&self) -> usize {
        self.threads.fetch_add(1, Ordering::Relaxed) + 1
    }

    pub(super) fn is_loading(&self) -> bool {
        self.loading
    }

    /// The module of whatever the program defines: as in a script, even of a task program.
    pub(super) fn main_module(&self) -> &'static str {
        if self.name == SCRIPT_OF_CHILD { SCRIPT_OF_CHILD } else { SCRIPT }
    }

    /// `__name__`
    pub(super) fn module_name(&self) -> &'static str {
        self.name
    }

    /// What a function or the body of a class has as its `__module__`.
    pub(super) fn module_of(&self, function: &Function) -> &'static str {
        function.module.unwrap_or_else(|| self.main_module())
    }

    /// The number of a name that is only known now, if the program has it anywhere.
    pub(super) fn name_id(&self, name: &str) -> Option<NameId> {
        let ids = self.name_ids.get_or_init(|| {
            (0..).map(NameId).zip(self.names()).map(|(id, name)| (name.clone(), id)).collect()
        });
        ids.get(name).copied()
    }

    /// Are both made of the same objects, one of them perhaps an extension of the other one?
    pub fn is_akin(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.heaps, &other.heaps)
    }

    /// May instances have attributes that a data descriptor of their class hides?
    #[inline(always)]
    pub(super) fn has_late_setters(&self) -> bool {
        self.late_setters.load(Ordering::Relaxed)
    }

    pub(super) fn set_late_setters(&self) {
        self.late_setters.store(true, Ordering::Relaxed);
    }

    /// Names of attributes, methods and keywords.
    pub(super) fn names(&self) -> &[String] {
        self.module.names()
    }

    #[inline]
    pub(super) fn heap(&self, worker: usize) -> &Heap<M> {
        &self.heaps[worker.min(self.heaps.len() - 1)]
    }

    pub(super) fn entry(&self, function: usize) -> &Entry {
        &self.entries[function]
    }

    /// A class of Python itself.
    pub(super) fn class(&self, kind: Type) -> Value<M> {
        self.classes[kind as usize].clone()
    }

    /// `NotImplemented`
    pub(super) fn not_implemented(&self) -> Value<M> {
        self.not_implemented.clone()
    }

    /// The class of a value.
    pub(super) fn class_of(&self, value: &Value<M>) -> Value<M> {
        match value.object() {
            Some(Object::Instance(instance)) => instance.class.clone(),
            Some(Object::Derived(derived)) => derived.instance.class.clone(),
            Some(Object::Exception(exception)) => exception.class.clone(),
            Some(Object::Class(class)) if let Some(metaclass) = &class.metaclass => {
                metaclass.clone()
            }
            _ => self.class(value.type_of()),
        }
    }

    /// The method of a class of Python itself, or of one that it inherits from.
    #[inline]
    pub(super) fn method(&self, kind: Type, name: NameId) -> Option<&Value<M>> {
        let mut kind = kind;
        loop {
            if let Some(method) = self.own_method(kind, name) {
                return Some(method);
            }
            if kind == Type::Object {
                return None;
            }
            kind = kind.base();
        }
    }

    /// What is called on a class of Python itself, or on one that it inherits from.
    pub(super) fn class_method(&self, kind: Type, name: NameId) -> Option<Value<M>> {
        let found = self
            .class_methods
            .iter()
            .find(|(of, known, _)| *known == name && kind.is_subclass_of(*of));
        found.map(|(_, _, function)| function.clone())
    }

    /// A method of what programs call methods of most, which has no attributes of its own.
    #[inline]
    pub(super) fn common_method(&self, object: &Value<M>, name: NameId) -> Option<&Value<M>> {
        let kind = match object.object()? {
            Object::List(_) => Type::List,
            Object::Dict(_) => Type::Dict,
            Object::Str(_) => Type::Str,
            _ => return None,
        };
        self.own_method(kind, name)
    }

    #[inline(always)]
    fn own_method(&self, kind: Type, name: NameId) -> Option<&Value<M>> {
        let method = self.methods[kind as usize].get(usize::from(name.0))?;
        (!method.is_unbound()).then_some(method)
    }

    /// A string of one ASCII character.
    #[inline]
    pub(super) fn character(&self, byte: u8) -> Option<Value<M>> {
        Some(self.characters.get(usize::from(byte))?.clone())
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

    /// `del`: what a built-in's name meant before comes back. Was it bound by the program?
    pub(super) fn delete_global(&self, global: GlobalId) -> bool {
        let index = usize::from(global.0);
        let (slot, predefined) = (&self.globals[index], &self.predefined[index]);
        let is_bound = !slot.load().is(predefined);
        if is_bound {
            slot.store(predefined.clone());
        }
        is_bound
    }

    pub(super) fn global_named(&self, name: &str) -> Option<Value<M>> {
        let index = self.module.globals().iter().position(|global| global == name)?;
        Some(self.globals[index].load()).filter(|value| !value.is_unbound())
    }

    /// Sets a global that is only known now; `false` if the program has it nowhere.
    pub(super) fn set_global_named(&self, name: &str, value: Value<M>) -> bool {
        let index = self.module.globals().iter().position(|global| global == name);
        index.map(|index| self.globals[index].store(value)).is_some()
    }

    /// Python's own classes that inherit from this one directly, as far as programs know them.
    pub(super) fn subclasses_of(&self, kind: Type) -> Vec<Value<M>> {
        let kinds = Type::ALL.iter().copied().filter(|it| {
            *it != Type::Object
                && (it.base() == kind || it.second_base() == Some(kind))
                && it.is_global()
        });
        kinds.map(|it| self.class(it)).collect()
    }

    /// Who is told when objects go, if somebody is.
    pub(super) fn watch(&self) -> Option<&Watch> {
        self.watch.as_deref()
    }

    /// Lets a global go, if it is one of the program's own; `false` behind the last one.
    pub(super) fn forget_global(&self, index: usize) -> bool {
        let Some(name) = self.module.globals().get(index) else { return false };
        if !name.contains('.') {
            self.globals[index].store(self.predefined[index].clone());
        }
        true
    }

    /// All globals that are bound, with their names.
    pub(super) fn globals(&self) -> impl Iterator<Item = (&str, Value<M>)> {
        let globals = self.module.globals().iter().zip(&self.globals);
        let globals = globals.map(|(name, slot)| (name.as_str(), slot.load()));
        globals.filter(|(_, value)| !value.is_unbound())
    }

    /// What a name means that the program has, while the program has not bound it.
    pub(super) fn predefined_global(&self, name: &str) -> Option<Value<M>> {
        let index = self.module.globals().iter().position(|global| global == name)?;
        Some(self.predefined[index].clone()).filter(|value| !value.is_unbound())
    }

    pub(super) fn ellipsis(&self) -> Value<M> {
        self.ellipsis.clone()
    }

    /// What the program has put in the place of `sys.stdout`, if it did so.
    pub(super) fn replaced_stdout(&self) -> Option<Value<M>> {
        let stdout = self.globals[self.stdout?].load();
        (!stdout.is_unbound() && stdout.as_stream() != Some(Stream::Stdout)).then_some(stdout)
    }

    /// A function that the playground has in Python.
    pub(super) fn prelude(&self, name: &str) -> Result<Value<M>, Box<Error>> {
        let Some(index) = self.module.prelude_function(name) else {
            return Err(Error::unsupported(format!("`{name}` of these values")));
        };
        let known = self.prelude.iter().find(|(known, _)| *known == index);
        let function = known.map(|(_, function)| function.clone());
        function.ok_or_else(|| Error::unsupported(format!("`{name}` of these values")))
    }
}

fn special_names(names: &HashMap<&str, NameId>) -> [Option<NameId>; Special::COUNT] {
    let mut specials = [None; Special::COUNT];
    for special in Special::ALL {
        specials[*special as usize] = names.get(special.name()).copied();
    }
    specials
}

fn nanoseconds(interval: Duration) -> u64 {
    u64::try_from(interval.as_nanos()).unwrap_or(u64::MAX)
}

impl Entry {
    fn new((index, function): (usize, &Arc<Function>)) -> Self {
        let has_positions = function.signature.without_position() == 0;
        let parameters = if has_positions { function.parameters.len() } else { usize::MAX };
        let free = function.free.len();
        let is_plain = free == 0 && !function.kind.is_resumable();
        Self {
            code: function.code.as_ptr(),
            registers: usize::from(function.registers),
            plain: if is_plain { parameters } else { usize::MAX },
            parameters,
            locals: function.locals.len(),
            free,
            is_generator: function.kind.is_resumable(),
            iterator: match function.kind {
                FunctionKind::Coroutine => Type::Coroutine,
                FunctionKind::AsyncGenerator => Type::AsyncGenerator,
                _ if function.is_hidden => stand_in(&function.name),
                _ => Type::Generator,
            },
            index,
        }
    }
}

/// The class of the iterators that a function of the prelude makes.
fn stand_in(function: &str) -> Type {
    match function {
        ".reversed_from" => Type::Reversed,
        ".items_by_index" => Type::Iterator,
        ".async_asend" => Type::AsyncGeneratorSend,
        ".async_aclose" | ".async_athrow" => Type::AsyncGeneratorThrow,
        _ => Type::Generator,
    }
}

impl<M: Memory> Drop for Interpreter<M> {
    fn drop(&mut self) {
        if let Some(watch) = self.watch.as_ref().filter(|_| Arc::strong_count(&self.heaps) == 1) {
            watch.end();
        }
        for slot in &self.globals {
            slot.store(Value::UNBOUND);
        }
        self.predefined = Box::default();
        // One that was extended leaves them to who has them now. Objects refer to their heaps, which
        // are borrowed by nobody alone therefore.
        if Arc::strong_count(&self.heaps) > 1 {
            return;
        }
        // What others did with them before they let go has happened before this.
        fence(Ordering::Acquire);
        for heap in &*self.heaps {
            // SAFETY: every machine holds the interpreter, so none is left that could use its
            // heaps; the values in the fields that are dropped after this are immortal.
            unsafe { heap.clear() };
        }
    }
}
