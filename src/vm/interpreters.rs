//! Other interpreters in the same process (PEP 734), as far as a program can ask for them. The
//! scheduler has them.

use super::system::Asked;

/// What is done in another interpreter. Everything that goes there and comes back is bytes.
#[derive(Clone, Debug)]
pub enum Errand {
    /// Call a function: this is what it and its arguments are pickled as.
    Call(Vec<u8>),
    /// Run source code in its `__main__` module, which finds these bytes.
    Exec(String, Vec<u8>),
}

/// The interpreters of a process.
pub trait Interpreters: Send + Sync {
    /// Makes one: its number.
    ///
    /// # Errors
    /// If there is no memory for it.
    fn create(&self) -> Result<u32, String>;

    /// The numbers of all of them.
    fn list(&self) -> Vec<u32>;

    /// Ends one. Was it there, and is nothing running in it?
    fn close(&self, id: u32) -> bool;

    /// Is something running in it?
    fn is_running(&self, id: u32) -> bool;

    /// Has something done there, on behalf of the thread of this identity: the answer is bytes, or
    /// how it failed. Nothing if there is no such interpreter.
    fn send(&self, caller: usize, id: u32, errand: Errand) -> Option<Asked>;
}
