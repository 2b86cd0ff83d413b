//! Threads of the system that run the threads of programs: rayon's pool, which in the browser is
//! wasm-bindgen-rayon's pool of web workers.

#[cfg(threads)]
use std::sync::{Arc, Condvar, Mutex, MutexGuard};
use std::time::Duration;

/// How often who waits for them looks what is new.
pub const TICK: Duration = Duration::from_millis(20);

/// How many there are.
pub fn available() -> usize {
    #[cfg(all(threads, not(target_arch = "wasm32")))]
    build_native_pool();
    #[cfg(threads)]
    return rayon::current_num_threads();
    #[cfg(not(threads))]
    return 1;
}

/// Results as they come in.
#[cfg(threads)]
struct Gather<T> {
    results: Mutex<Vec<Option<T>>>,
    arrived: Condvar,
}

/// Runs `work(0)` to `work(count - 1)` at the same time and waits for all of them.
/// A thread that traps ends with the engine: the page hears of it.
///
/// # Errors
/// If the pool has fewer threads.
#[cfg(threads)]
pub fn run<T: Send + 'static>(
    count: usize,
    work: impl Fn(usize) -> T + Send + Sync + 'static,
) -> Result<Vec<T>, String> {
    run_while(count, work, &mut || {})
}

/// The same; meanwhile `tick` is called again and again.
///
/// # Errors
/// If the pool has fewer threads.
#[cfg(threads)]
pub fn run_while<T: Send + 'static>(
    count: usize,
    work: impl Fn(usize) -> T + Send + Sync + 'static,
    tick: &mut dyn FnMut(),
) -> Result<Vec<T>, String> {
    check_pool(count)?;
    let gather = Arc::new(Gather {
        results: Mutex::new((0..count).map(|_| None).collect()),
        arrived: Condvar::new(),
    });
    let work = Arc::new(work);
    for index in 0..count {
        let (gather, work) = (Arc::clone(&gather), Arc::clone(&work));
        rayon::spawn(move || {
            let result = work(index);
            // What it keeps is let go of before anybody hears that it is done.
            drop(work);
            lock(&gather.results)[index] = Some(result);
            gather.arrived.notify_one();
        });
    }
    drop(work);
    let mut results = lock(&gather.results);
    while results.iter().any(Option::is_none) {
        drop(gather.arrived.wait_timeout(results, TICK));
        tick();
        results = lock(&gather.results);
    }
    Ok(results.drain(..).flatten().collect())
}

/// Starts `work(0)` to `work(count - 1)` at the same time, and waits for none of them.
///
/// # Errors
/// If the pool has fewer threads.
#[cfg(threads)]
pub fn start(count: usize, work: impl Fn(usize) + Send + Sync + 'static) -> Result<(), String> {
    check_pool(count)?;
    let work = Arc::new(work);
    for index in 0..count {
        let work = Arc::clone(&work);
        rayon::spawn(move || work(index));
    }
    Ok(())
}

/// Has the pool so many threads?
#[cfg(threads)]
fn check_pool(count: usize) -> Result<(), String> {
    #[cfg(not(target_arch = "wasm32"))]
    build_native_pool();
    let threads = rayon::current_num_threads();
    // Where threads cannot be spawned rayon makes a pool of the caller alone, who would wait for
    // ever for what only he could run.
    if rayon::current_thread_index().is_some() {
        return Err("the thread pool was not started (initThreadPool)".to_owned());
    }
    if count > threads {
        return Err(format!("{count} workers need as many threads, and the pool has {threads}"));
    }
    Ok(())
}

#[cfg(threads)]
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    match mutex.lock() {
        Ok(guard) => guard,
        Err(poisoned) => poisoned.into_inner(),
    }
}

/// More threads than any test has workers; in the browser the page makes the pool.
#[cfg(not(target_arch = "wasm32"))]
fn build_native_pool() {
    const THREADS: usize = 16;
    static POOL: std::sync::Once = std::sync::Once::new();
    POOL.call_once(|| {
        // An error means that there is a pool already, which will do.
        drop(rayon::ThreadPoolBuilder::new().num_threads(THREADS).build_global());
    });
}
