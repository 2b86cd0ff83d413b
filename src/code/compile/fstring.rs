//! f-strings.

use super::emit::{Done, Emitter};
use crate::code::module::Constant;
use crate::code::op::{Op, Reg};
use crate::lang::tree::FStringPart;

/// Most parts that are added at once.
const MAX_PARTS: usize = 16;

impl Emitter<'_> {
    pub(super) fn fstring(&mut self, parts: &[FStringPart], dst: Reg) -> Done {
        if let Some(text) = text_of(parts) {
            return self.constant(Constant::Str(text), dst);
        }
        let mut window = self.window(dst)?;
        let base = self.slot(&mut window)?;
        let [first, rest @ ..] = parts else { return Ok(()) };
        self.part(first, base)?;
        for parts in rest.chunks(MAX_PARTS) {
            self.with_temporaries(|this| {
                let mut count = 1;
                for part in parts {
                    let to = this.temporary()?;
                    this.part(part, to)?;
                    count += 1;
                }
                this.emit(Op::BuildString { base, count });
                Ok(())
            })?;
        }
        self.moved(base, dst);
        Ok(())
    }

    /// A part, in the last register in use.
    fn part(&mut self, part: &FStringPart, base: Reg) -> Done {
        match part {
            FStringPart::Text(text) => self.constant(Constant::Str(text.clone()), base),
            FStringPart::Value { value, conversion, spec } => self.with_temporaries(|this| {
                this.into(value, base)?;
                let format = this.temporary()?;
                this.fstring(spec, format)?;
                this.emit(Op::Format { base, conversion: *conversion });
                Ok(())
            }),
        }
    }
}

/// The text of an f-string without values.
fn text_of(parts: &[FStringPart]) -> Option<String> {
    let text = |part: &FStringPart| match part {
        FStringPart::Text(text) => Some(text.clone()),
        FStringPart::Value { .. } => None,
    };
    parts.iter().map(text).collect()
}
