//! Exceptions that nothing has caught, where code of the program says what they have to say.

use super::error::{Error, Raised};
use super::list::List;
use super::machine::{Machine, Stop};
use super::memory::Memory;
use super::native::Control;
use super::object::Object;
use super::repr;
use super::value::Value;

/// What is told of an exception that cannot say it (`print_exception` in `Python/pythonrun.c`).
const FAILED: &str = "<exception str() failed>";

/// What a machine ends with, while the prelude asks for the texts that are missing in it.
pub(super) struct Dying {
    raised: Box<Raised>,
    /// Which exceptions they are of, in the order in which they are told.
    places: Vec<usize>,
}

impl<M: Memory> Machine<M> {
    /// `str` of a value, as far as it is known without the program.
    pub(super) fn text_for_people(&self, value: &Value<M>) -> String {
        repr::str(&self.interpreter, value).unwrap_or_else(|error| match *error {
            Error::Control(_) => String::new(),
            _ => FAILED.to_owned(),
        })
    }

    /// Ends with an exception that nothing has caught; goes on if it, or one behind it, has a method
    /// of the program to be asked for what is told.
    pub(super) fn die(&mut self, raised: Box<Raised>) -> Stop<M> {
        self.stack.clear();
        let thrown = self.thrown.take();
        if let Some(first) = self.dying.take() {
            return Stop::Raised(first.raised);
        }
        let Some(exception) = thrown else { return Stop::Raised(raised) };
        let all = match self.exit_status(&exception) {
            Some(status) => vec![status],
            None => Self::all_told(&exception),
        };
        let (places, values): (Vec<_>, Vec<_>) =
            all.into_iter().enumerate().filter(|(_, value)| self.is_untold(value)).unzip();
        if values.is_empty() {
            return Stop::Raised(raised);
        }
        match self.start_telling(values) {
            Ok(()) => {
                self.dying = Some(Dying { raised, places });
                // The caller's loop has a cursor of its own: it ends here, and `run` begins anew.
                Stop::OutOfBudget
            }
            Err(_) => Stop::Raised(raised),
        }
    }

    fn is_untold(&self, value: &Value<M>) -> bool {
        let text = repr::str(&self.interpreter, value);
        matches!(text.map_err(|error| *error), Err(Error::Control(Control::Dunder)))
    }

    fn start_telling(&mut self, values: Vec<Value<M>>) -> Result<(), Box<Error>> {
        let values = self.heap().list(values)?;
        let interpreter = self.interpreter;
        let function = interpreter.prelude("told")?;
        let function = self.plain_function(&function)?;
        self.start(function.entry(), vec![values]);
        Ok(())
    }

    /// What it ends with, completed by the texts that the prelude has been told.
    pub(super) fn told_at_last(dying: Dying, texts: &Value<M>) -> Stop<M> {
        let Dying { mut raised, places } = dying;
        let texts = match texts.object() {
            Some(Object::List(texts)) => texts.snapshot(),
            _ => Vec::new(),
        };
        if let Error::Exit { printed, .. } = &mut raised.error {
            texts.iter().filter_map(Value::as_str).for_each(|text| text.clone_into(printed));
            return Stop::Raised(raised);
        }
        let mut texts = places.into_iter().zip(&texts).peekable();
        let mut at = 0;
        raised.for_each_error(&mut |error| {
            if let Error::Exception(exception) = error
                && let Some((_, text)) = texts.next_if(|(place, _)| *place == at)
            {
                text.as_str().unwrap_or_default().clone_into(&mut exception.message);
            }
            at += 1;
        });
        Stop::Raised(raised)
    }
}
