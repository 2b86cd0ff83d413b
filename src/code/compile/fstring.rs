//! f-strings.

use super::emit::{Done, Emitter};
use crate::code::module::Constant;
use crate::code::op::{Op, Reg};
use crate::lang::tree::{Conversion, Expr, FStringPart};

/// Most parts that are put together at once.
const MAX_PARTS: u8 = 16;

impl Emitter<'_> {
    pub(super) fn fstring(&mut self, parts: &[FStringPart], dst: Reg) -> Done {
        if let Some(text) = text_of(parts) {
            return self.constant(Constant::Str(text), dst);
        }
        let count = u8::try_from(parts.len()).map_or(MAX_PARTS, |count| count.min(MAX_PARTS));
        // Behind the last part is room for its format.
        let base = self.window(dst, usize::from(count) + 1)?;
        let mut filled = 0;
        for part in parts {
            if filled == MAX_PARTS {
                self.emit(Op::BuildString { base, count: filled });
                filled = 1;
            }
            let to = Reg(base.0 + filled);
            match part {
                FStringPart::Text(text) => self.constant(Constant::Str(text.clone()), to)?,
                FStringPart::Value { value, conversion, spec } => {
                    self.format(value, *conversion, spec, to)?;
                }
            }
            filled += 1;
        }
        if filled > 1 {
            self.emit(Op::BuildString { base, count: filled });
        }
        self.moved(base, dst);
        Ok(())
    }

    fn format(
        &mut self,
        value: &Expr,
        conversion: Conversion,
        spec: &[FStringPart],
        base: Reg,
    ) -> Done {
        self.into(value, base)?;
        self.with_temporaries(|this| this.fstring(spec, Reg(base.0 + 1)))?;
        self.emit(Op::Format { base, conversion });
        Ok(())
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
