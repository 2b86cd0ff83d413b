//! The object that a method is called on: its first argument.

use crate::vm::error::Error;
use crate::vm::memory::Memory;
use crate::vm::native::Args;
use crate::vm::types::Type;
use crate::vm::value::Value;

/// The object and the other arguments. In `list.append(3, 4)` it may be of another class.
pub(super) fn receiver<'a, M: Memory>(
    args: &Args<'a, M>,
    kind: Type,
    method: &str,
) -> Result<(&'a Value<M>, Args<'a, M>), Box<Error>> {
    let class = kind.name();
    let Some((me, values)) = args.values.split_first().filter(|_| !args.positional().is_empty())
    else {
        return Err(Error::type_error(format!("unbound method {class}.{method}() needs an argument")));
    };
    if !me.type_of().is_subclass_of(kind) {
        let other = me.type_name();
        return Err(Error::type_error(format!(
            "descriptor '{method}' for '{class}' objects doesn't apply to a '{other}' object"
        )));
    }
    Ok((me, Args { values, keywords: args.keywords, names: args.names }))
}
