//! Calls of what the program defines.

use super::{Ability, Place, Ty, Writer};

impl Writer {
    /// Calls something of the program that answers such a value.
    pub(super) fn call(&mut self, ty: Ty, depth: u32) -> Option<String> {
        if self.plain {
            return None;
        }
        let d = depth - 1;
        if ty == Ty::Int && self.one_in(2) {
            return self.call_of_object(d);
        }
        let fits: Vec<_> = (0..self.functions.len())
            .filter(|at| {
                let function = &self.functions[*at];
                let result = if function.is_generator { Ty::Ints } else { function.result };
                result == ty && self.affords(function.cost)
            })
            .collect();
        if fits.is_empty() {
            let is_known = ty == Ty::Int && self.affords(60);
            let callee = self.var(Ty::Call).filter(|_| is_known)?;
            self.spend(60);
            return Some(format!("{callee}({})", self.expr(Ty::Int, d)));
        }
        let at = fits[self.rng.usize(..fits.len())];
        self.spend(self.functions[at].cost);
        let (name, parameters) =
            (self.functions[at].name.clone(), self.functions[at].parameters.clone());
        let least = parameters.len() - self.functions[at].defaults;
        let mut count = self.rng.usize(least..=parameters.len());
        if self.one_in(60) {
            count += 1;
        }
        let named_from = self.rng.usize(..=count);
        let mut arguments = Vec::new();
        for at in 0..count {
            let (parameter, ty) =
                parameters.get(at).cloned().unwrap_or_else(|| ("more".to_owned(), Ty::Int));
            let value = self.expr(ty, d);
            arguments.push(if at >= named_from { format!("{parameter}={value}") } else { value });
        }
        let call = format!("{name}({})", arguments.join(", "));
        Some(if self.functions[at].is_generator { format!("list({call})") } else { call })
    }

    fn call_of_object(&mut self, d: u32) -> Option<String> {
        if self.classes.is_empty() || matches!(self.place, Place::Generator) && self.one_in(2) {
            return None;
        }
        let class = self.rng.usize(..self.classes.len());
        let (abilities, methods, cost) = {
            let class = &self.classes[class];
            (class.abilities.clone(), class.methods.clone(), class.cost)
        };
        if !self.affords(cost) {
            return None;
        }
        self.spend(cost);
        let object = self.expr(Ty::Object(class), d.min(1));
        let argument = self.expr(Ty::Int, d);
        Some(match abilities.get(self.rng.usize(..abilities.len() + 2)) {
            Some(Ability::Len) => format!("len({object})"),
            Some(Ability::GetItem) => format!("{object}[{}]", self.rng.u32(..5)),
            Some(Ability::Contains) => format!("int({argument} in {object})"),
            Some(Ability::Iter) => format!("sum({object})"),
            Some(Ability::Call) => format!("{object}({argument})"),
            Some(Ability::Mul) => format!("({object} * {argument})"),
            Some(Ability::Radd) => format!("({argument} + {object})"),
            Some(Ability::Lt) => format!("int({object} < {})", self.leaf(Ty::Object(class))),
            Some(Ability::Eq) => format!("[{}].count({object})", self.leaf(Ty::Object(class))),
            _ => {
                let method = methods[self.rng.usize(..methods.len())].clone();
                format!("{object}.{method}({argument})")
            }
        })
    }
}
