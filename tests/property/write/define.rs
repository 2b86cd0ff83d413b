//! Functions, generators, closures and classes.

use super::{Ability, Class, Function, MAX_COST, Place, Ty, Var, Writer, prefix};
use crate::program::Stmt;

const ABILITIES: [Ability; 14] = [
    Ability::Eq,
    Ability::Lt,
    Ability::Len,
    Ability::GetItem,
    Ability::SetItem,
    Ability::Contains,
    Ability::Iter,
    Ability::Call,
    Ability::Add,
    Ability::Radd,
    Ability::Mul,
    Ability::Neg,
    Ability::Iadd,
    Ability::With,
];

fn line(text: impl Into<String>) -> Stmt {
    Stmt::Line(text.into())
}

impl Writer {
    /// Writes the body of a function: what is around it can be read there, not assigned.
    fn body(
        &mut self,
        place: Place,
        parameters: &[(String, Ty)],
        write: impl FnOnce(&mut Self) -> Vec<Stmt>,
    ) -> (Vec<Stmt>, u32) {
        let vars = self.vars.clone();
        for var in &mut self.vars {
            var.own = false;
        }
        for (name, ty) in parameters {
            self.vars.push(Var { name: name.clone(), ty: *ty, own: true });
        }
        let was = (self.place, self.weight, self.cost, self.in_loop);
        (self.place, self.weight, self.in_loop) = (place, 1, false);
        self.cost = MAX_COST / 2;
        let body = write(self);
        let cost = self.cost - MAX_COST / 2;
        (self.place, self.weight, self.cost, self.in_loop) = was;
        self.vars = vars;
        (body, cost + 1)
    }

    fn parameters(&mut self) -> (Vec<(String, Ty)>, usize, String) {
        let mut parameters = Vec::new();
        for _ in 0..self.rng.usize(..4) {
            let ty = self.ty();
            parameters.push((self.name(prefix(ty)), ty));
        }
        let defaults = self.rng.usize(..=parameters.len());
        let first = parameters.len() - defaults;
        let mut written = Vec::new();
        for (at, (name, ty)) in parameters.iter().enumerate() {
            written.push(if at >= first {
                format!("{name}={}", self.leaf(*ty))
            } else {
                name.clone()
            });
        }
        (parameters, defaults, written.join(", "))
    }

    pub(super) fn function(&mut self) -> Vec<Stmt> {
        let (parameters, defaults, written) = self.parameters();
        let result = self.ty();
        let name = self.name("fn");
        let global = self.own(Ty::Int).filter(|_| self.place == Place::Module && self.one_in(3));
        let (body, cost) = self.body(Place::Function(result), &parameters, |writer| {
            let mut body = Vec::new();
            if let Some(global) = global {
                body.push(line(format!("global {global}")));
                writer.vars.push(Var { name: global, ty: Ty::Int, own: true });
            }
            let local = writer.ty();
            body.push(writer.declare(local, 2));
            let count = writer.rng.usize(1..4);
            body.extend(writer.stmts(count, 2));
            body.push(line(format!("return {}", writer.bounded(result, 3))));
            body
        });
        let function = Function {
            name: name.clone(),
            parameters,
            defaults,
            result,
            is_generator: false,
            cost,
        };
        self.functions.push(function);
        vec![Stmt::block(format!("def {name}({written})"), body)]
    }

    pub(super) fn generator(&mut self) -> Vec<Stmt> {
        let (parameters, defaults, written) = self.parameters();
        let name = self.name("gen");
        let (body, cost) = self.body(Place::Generator, &parameters, |writer| {
            let mut body = vec![writer.declare(Ty::Int, 2)];
            let count = writer.rng.usize(1..4);
            body.extend(writer.stmts(count, 2));
            body.push(line(format!("yield {}", writer.bounded(Ty::Int, 2))));
            body
        });
        let result = Ty::Int;
        let function =
            Function { name: name.clone(), parameters, defaults, result, is_generator: true, cost };
        self.functions.push(function);
        vec![Stmt::block(format!("def {name}({written})"), body)]
    }

    /// A function that makes functions with a state of their own.
    pub(super) fn closure(&mut self) -> Vec<Stmt> {
        let (name, inner, start, state) =
            (self.name("make"), self.name("step"), self.name("i"), self.name("i"));
        let parameters = [(start.clone(), Ty::Int)];
        let (body, _) = self.body(Place::Function(Ty::Call), &parameters, |writer| {
            let value = writer.bounded(Ty::Int, 1);
            writer.vars.push(Var { name: state.clone(), ty: Ty::Int, own: true });
            let was = std::mem::replace(&mut writer.plain, true);
            let parameter = [("x".to_owned(), Ty::Int)];
            let (step, _) = writer.body(Place::Function(Ty::Int), &parameter, |writer| {
                writer.vars.push(Var { name: state.clone(), ty: Ty::Int, own: true });
                let mut step = vec![line(format!("nonlocal {state}"))];
                step.extend(writer.stmts(1, 1));
                step.push(line(format!("{state} += {}", writer.bounded(Ty::Int, 2))));
                step.push(line(format!("return {}", writer.bounded(Ty::Int, 2))));
                step
            });
            writer.plain = was;
            vec![
                line(format!("{state} = {value}")),
                Stmt::block(format!("def {inner}(x={start})"), step),
                line(format!("return {inner}")),
            ]
        });
        let mut stmts = vec![Stmt::block(format!("def {name}({start})"), body)];
        for _ in 0..self.rng.usize(1..3) {
            let call = self.name("c");
            stmts.push(line(format!("{call} = {name}({})", self.rng.u32(..9))));
            self.vars.push(Var { name: call, ty: Ty::Call, own: true });
        }
        stmts
    }

    /// A function that calls itself with less.
    pub(super) fn recursion(&mut self) -> Vec<Stmt> {
        let name = self.name("rec");
        let was = std::mem::replace(&mut self.plain, true);
        let parameters = [("n".to_owned(), Ty::Int)];
        let (body, _) = self.body(Place::Function(Ty::Int), &parameters, |writer| {
            let base = writer.expr(Ty::Int, 1);
            let mut body = vec![Stmt::block("if n <= 0", vec![line(format!("return {base}"))])];
            body.extend(writer.stmts(1, 1));
            let value = writer.bounded(Ty::Int, 2);
            body.push(line(format!("return ({value}) + {name}(n - 1 if n < 6 else 5)")));
            body
        });
        self.plain = was;
        let call = self.name("i");
        let failed = vec![line("print(type(e).__name__, e)"), line(format!("{call} = 0"))];
        let stmts = vec![
            Stmt::block(format!("def {name}(n)"), body),
            Stmt::Block(vec![
                ("try".to_owned(), vec![line(format!("{call} = {name}({})", self.rng.i32(-1..7)))]),
                ("except Exception as e".to_owned(), failed),
            ]),
        ];
        self.vars.push(Var { name: call, ty: Ty::Int, own: true });
        stmts
    }

    pub(super) fn class(&mut self) -> Vec<Stmt> {
        let name = self.name("C");
        let base = (!self.classes.is_empty() && self.one_in(2))
            .then(|| self.rng.usize(..self.classes.len()));
        let (mut abilities, mut methods, mut cost, head, base_init) = match base {
            Some(base) => {
                let base = &self.classes[base];
                let head = format!("class {name}({})", base.name);
                (base.abilities.clone(), base.methods.clone(), base.cost, head, true)
            }
            None => (Vec::new(), Vec::new(), 2, format!("class {name}"), false),
        };
        let mut body = vec![line(format!("shared = {}", self.leaf(Ty::Int)))];
        let init = if base_init {
            vec![line("super().__init__(a + 1, b)"), line("self.c = a")]
        } else {
            vec![line("self.a = a"), line("self.b = b")]
        };
        body.push(Stmt::block(format!("def __init__(self, a, b={})", self.rng.u32(..9)), init));
        let shown = format!("return f\"{name}({{self.a}})\"");
        body.push(Stmt::block("def __repr__(self)", vec![line(shown)]));
        for ability in ABILITIES {
            if self.one_in(3) {
                body.extend(self.ability(ability, &name));
                if !abilities.contains(&ability) {
                    abilities.push(ability);
                }
            }
        }
        for _ in 0..self.rng.usize(1..3) {
            let overridden = base_init && self.one_in(2);
            let method = if overridden {
                methods[self.rng.usize(..methods.len())].clone()
            } else {
                self.name("method")
            };
            let parameters =
                [("x", Ty::Int), ("self.a", Ty::Int)].map(|(name, ty)| (name.to_owned(), ty));
            let (mut written, steps) = self.body(Place::Function(Ty::Int), &parameters, |writer| {
                let count = writer.rng.usize(1..3);
                writer.stmts(count, 2)
            });
            let last = if overridden {
                format!("return super().{method}(x) - self.shared")
            } else {
                format!("return self.a + {}", self.expr_of_one("x", Ty::Int, 1))
            };
            written.push(line(last));
            cost += steps + 5;
            body.push(Stmt::block(format!("def {method}(self, x)"), written));
            methods.push(method);
        }
        self.classes.push(Class { name, abilities, methods, cost });
        let class = Ty::Object(self.classes.len() - 1);
        vec![Stmt::block(head, body), self.declare(class, 0)]
    }

    fn ability(&mut self, ability: Ability, class: &str) -> Vec<Stmt> {
        let n = self.rng.u32(1..4);
        let method = |head: &str, body: &[&str]| {
            let body = body.iter().map(|text| line(*text)).collect();
            Stmt::block(format!("def {head}"), body)
        };
        match ability {
            Ability::Eq => vec![method(
                "__eq__(self, other)",
                &[&format!("return isinstance(other, {class}) and self.a == other.a")],
            )],
            Ability::Lt => vec![method(
                "__lt__(self, other)",
                &["print('lt', self.a)", "return self.a < other.a"],
            )],
            Ability::Len => vec![method("__len__(self)", &[&format!("return self.a % {n}")])],
            Ability::GetItem => {
                let stop = Stmt::block(
                    format!("if i >= {n}"),
                    vec![line("raise IndexError(f'no item {i}')")],
                );
                let found = line("return self.a * 10 + i");
                vec![Stmt::block("def __getitem__(self, i)", vec![stop, found])]
            }
            Ability::SetItem => {
                vec![method("__setitem__(self, i, value)", &["self.a = value % 1000 + i"])]
            }
            Ability::Contains => {
                vec![method("__contains__(self, x)", &[&format!("return x % {n} == 0")])]
            }
            Ability::Iter => {
                let head = format!("for i in range({n})");
                let body = vec![Stmt::block(head, vec![line("yield self.a + i")])];
                vec![Stmt::block("def __iter__(self)", body)]
            }
            Ability::Call => {
                vec![method("__call__(self, x, y=1)", &["return self.a + x * y"])]
            }
            Ability::Add => vec![method(
                "__add__(self, other)",
                &[&format!("return {class}((self.a + other) % 1000)")],
            )],
            Ability::Radd => vec![method("__radd__(self, other)", &["return other - self.a"])],
            Ability::Mul => vec![method("__mul__(self, other)", &["return self.a * 2 + other"])],
            Ability::Neg => vec![method("__neg__(self)", &[&format!("return {class}(-self.a)")])],
            Ability::Iadd => vec![method(
                "__iadd__(self, other)",
                &["self.a = (self.a + other) % 1000", "return self"],
            )],
            Ability::With => vec![
                method("__enter__(self)", &["print('enter', self.a)", "return self"]),
                method(
                    "__exit__(self, kind, value, traceback)",
                    &["print('exit', kind is None, value)", &format!("return self.a % {n} == 1")],
                ),
            ],
        }
    }
}
