//! Statements.

use super::{Ability, DATA, MAX_COST, Place, Ty, Var, Writer, prefix, show};
use crate::program::Stmt;

fn line(text: impl Into<String>) -> Stmt {
    Stmt::Line(text.into())
}

impl Writer {
    /// A new name with a value.
    pub(super) fn declare(&mut self, ty: Ty, depth: u32) -> Stmt {
        let value = self.bounded(ty, depth);
        let name = self.name(prefix(ty));
        let annotation = match ty {
            Ty::Int if self.one_in(8) => ": int",
            _ => "",
        };
        self.vars.push(Var { name: name.clone(), ty, own: true });
        line(format!("{name}{annotation} = {value}"))
    }

    /// Statements of which an exception is usually caught.
    pub(super) fn guarded(&mut self, depth: u32) -> Vec<Stmt> {
        let count = self.rng.usize(1..4);
        if self.one_in(12) {
            return self.stmts(count, depth);
        }
        let body = self.scoped(|writer| writer.stmts(count, depth));
        let handler = line("print(type(e).__name__, e)");
        vec![Stmt::Block(vec![
            ("try".to_owned(), body),
            ("except Exception as e".to_owned(), vec![handler]),
        ])]
    }

    /// What it declares is not known behind it.
    fn scoped<T>(&mut self, write: impl FnOnce(&mut Self) -> T) -> T {
        let known = self.vars.len();
        let written = write(self);
        self.vars.truncate(known);
        written
    }

    /// A body that may run up to `times` times.
    fn looped(&mut self, times: u32, depth: u32, targets: &[(&str, Ty)]) -> Vec<Stmt> {
        let (weight, in_loop) = (self.weight, self.in_loop);
        self.weight = weight.saturating_mul(times);
        self.in_loop = true;
        let body = self.scoped(|writer| {
            for (name, ty) in targets {
                writer.vars.push(Var { name: (*name).to_owned(), ty: *ty, own: false });
            }
            let count = writer.rng.usize(1..4);
            writer.stmts(count, depth)
        });
        (self.weight, self.in_loop) = (weight, in_loop);
        body
    }

    pub(super) fn stmts(&mut self, count: usize, depth: u32) -> Vec<Stmt> {
        let mut stmts = Vec::new();
        for _ in 0..count {
            self.spend(1);
            stmts.extend(self.stmt(depth));
        }
        stmts
    }

    fn stmt(&mut self, depth: u32) -> Vec<Stmt> {
        if depth == 0 || self.weight > MAX_COST / 10 {
            return vec![self.simple()];
        }
        let depth = depth - 1;
        match self.rng.u32(..26) {
            0..=7 => vec![self.simple()],
            8 | 9 => vec![self.print()],
            10 | 11 => vec![self.branch(depth)],
            12 | 13 => vec![self.repeat(depth)],
            14 => self.count_down(depth),
            15..=17 => vec![self.attempt(depth)],
            18 => vec![self.with(depth)],
            19 => vec![self.leave()],
            20..=23 if self.affords(40) => self.wider(depth),
            _ => {
                let ty = self.ty();
                vec![self.declare(ty, 2)]
            }
        }
    }

    fn print(&mut self) -> Stmt {
        let values: Vec<_> = (0..self.rng.usize(1..4))
            .map(|_| {
                let ty = self.ty();
                let value = self.expr(ty, 2);
                show(&value, ty)
            })
            .collect();
        let tail = self.choose(&["", "", "", "", ", sep='|'", ", end=' $\\n'"]);
        line(format!("print({}{tail})", values.join(", ")))
    }

    fn branch(&mut self, depth: u32) -> Stmt {
        let mut clauses = Vec::new();
        for at in 0..self.rng.usize(1..4) {
            let condition = self.expr(Ty::Bool, 2);
            let head = if at == 0 { "if" } else { "elif" };
            let count = self.rng.usize(1..3);
            let body = self.scoped(|writer| writer.stmts(count, depth));
            clauses.push((format!("{head} {condition}"), body));
        }
        if self.one_in(2) {
            clauses.push(("else".to_owned(), self.scoped(|writer| writer.stmts(1, depth))));
        }
        Stmt::Block(clauses)
    }

    fn repeat(&mut self, depth: u32) -> Stmt {
        let (one, two) = (self.name("t"), self.name("t"));
        let times = self.rng.u32(1..5);
        let (head, targets) = match self.rng.u32(..9) {
            0..=2 => (format!("{one} in range({times})"), vec![(one.as_str(), Ty::Int)]),
            3 => {
                let items = self.expr(Ty::Ints, 2);
                (format!("{one} in {items}[:{times}]"), vec![(one.as_str(), Ty::Int)])
            }
            4 => {
                let items = self.expr(Ty::Strs, 2);
                let targets = vec![(one.as_str(), Ty::Int), (two.as_str(), Ty::Str)];
                (format!("{one}, {two} in enumerate({items}[:{times}])"), targets)
            }
            5 => {
                let map = self.expr(Ty::Map, 2);
                let targets = vec![(one.as_str(), Ty::Str), (two.as_str(), Ty::Int)];
                (format!("{one}, {two} in list({map}.items())[:{times}]"), targets)
            }
            6 => {
                let (items, text) = (self.expr(Ty::Ints, 2), self.expr(Ty::Str, 2));
                let targets = vec![(one.as_str(), Ty::Int), (two.as_str(), Ty::Str)];
                (format!("{one}, {two} in zip({items}[:{times}], {text})"), targets)
            }
            7 => {
                let text = self.expr(Ty::Str, 2);
                (format!("{one} in {text}[:{times}]"), vec![(one.as_str(), Ty::Str)])
            }
            _ => {
                let set = self.expr(Ty::Set, 2);
                (format!("{one} in sorted({set})[:{times}]"), vec![(one.as_str(), Ty::Int)])
            }
        };
        let body = self.looped(times, depth, &targets);
        let mut clauses = vec![(format!("for {head}"), body)];
        if self.one_in(4) {
            clauses.push(("else".to_owned(), self.scoped(|writer| writer.stmts(1, 0))));
        }
        Stmt::Block(clauses)
    }

    fn count_down(&mut self, depth: u32) -> Vec<Stmt> {
        let name = self.name("n");
        let times = self.rng.u32(1..5);
        // The count changes before anything can skip it.
        let mut body = vec![line(format!("{name} -= 1"))];
        body.extend(self.looped(times, depth, &[(name.as_str(), Ty::Int)]));
        let condition = match self.rng.u32(..3) {
            0 => format!("{name} > 0 and {}", self.expr(Ty::Bool, 1)),
            _ => format!("{name} > 0"),
        };
        let mut clauses = vec![(format!("while {condition}"), body)];
        if self.one_in(4) {
            clauses.push(("else".to_owned(), self.scoped(|writer| writer.stmts(1, 0))));
        }
        vec![line(format!("{name} = {times}")), Stmt::Block(clauses)]
    }

    fn attempt(&mut self, depth: u32) -> Stmt {
        let count = self.rng.usize(1..4);
        let body = self.scoped(|writer| writer.stmts(count, depth));
        let mut clauses = vec![("try".to_owned(), body)];
        let handlers = self.rng.usize(..3);
        for at in 0..handlers {
            let kind = self.choose(&[
                "ZeroDivisionError",
                "(IndexError, KeyError)",
                "ValueError",
                "LookupError",
                "ArithmeticError",
                "TypeError",
                "Exception",
            ]);
            let name = format!("e{at}");
            let mut handler = vec![line(format!("print({at}, type({name}).__name__, {name})"))];
            handler.extend(self.scoped(|writer| writer.stmts(1, depth)));
            match self.rng.u32(..6) {
                0 => handler.push(line("raise")),
                1 => handler.push(line(format!("raise ValueError('again') from {name}"))),
                _ => {}
            }
            clauses.push((format!("except {kind} as {name}"), handler));
        }
        if handlers > 0 && self.one_in(3) {
            clauses.push(("else".to_owned(), self.scoped(|writer| writer.stmts(1, depth))));
        }
        if handlers == 0 || self.one_in(2) {
            let mut last = vec![line(format!("print('finally {}')", self.rng.u32(..9)))];
            last.extend(self.scoped(|writer| writer.stmts(1, depth)));
            clauses.push(("finally".to_owned(), last));
        }
        Stmt::Block(clauses)
    }

    fn with(&mut self, depth: u32) -> Stmt {
        let able: Vec<_> = (0..self.classes.len())
            .filter(|at| self.classes[*at].abilities.contains(&Ability::With))
            .collect();
        if able.is_empty() {
            return self.branch(depth);
        }
        let class = able[self.rng.usize(..able.len())];
        let manager = self.expr(Ty::Object(class), 1);
        let name = self.name("g");
        let body = self.scoped(|writer| {
            writer.vars.push(Var { name: name.clone(), ty: Ty::Object(class), own: false });
            let count = writer.rng.usize(1..3);
            writer.stmts(count, depth)
        });
        Stmt::block(format!("with {manager} as {name}"), body)
    }

    /// A statement that leaves something, if it is met.
    fn leave(&mut self) -> Stmt {
        let condition = self.expr(Ty::Bool, 2);
        let mut ways = vec![
            format!("raise ValueError({})", self.expr(Ty::Str, 1)),
            format!("raise KeyError({})", self.expr(Ty::Int, 1)),
            format!("assert {}, {}", self.expr(Ty::Bool, 1), self.expr(Ty::Str, 1)),
        ];
        if self.in_loop {
            ways.extend(["break", "continue", "break", "continue"].map(str::to_owned));
        }
        match self.place {
            Place::Function(ty) => {
                let value = self.bounded(ty, 2);
                ways.extend([format!("return {value}"), format!("return {value}")]);
            }
            Place::Generator => {
                ways.push("return".to_owned());
                ways.push(format!("yield {}", self.expr(Ty::Int, 1)));
            }
            Place::Module => {}
        }
        let way = ways.swap_remove(self.rng.usize(..ways.len()));
        Stmt::block(format!("if {condition}"), vec![line(way)])
    }

    fn simple(&mut self) -> Stmt {
        if self.place == Place::Generator && self.one_in(3) {
            let value = self.bounded(Ty::Int, 2);
            return line(format!("yield {value}"));
        }
        match self.rng.u32(..12) {
            0..=2 => self.assign(),
            3 => self.augment(),
            4 | 5 => self.change_list(),
            6 => self.change_map_or_set(),
            7 => self.change_object(),
            8 => {
                let ty = self.ty();
                let pair = self.own(ty).zip(self.own(ty));
                match pair {
                    Some((a, b)) => line(format!("{a}, {b} = {b}, {a}")),
                    None => self.print(),
                }
            }
            9 => {
                let (number, text) = (self.name("i"), self.name("s"));
                let pair = self.expr(Ty::Pair, 2);
                self.vars.push(Var { name: number.clone(), ty: Ty::Int, own: true });
                self.vars.push(Var { name: text.clone(), ty: Ty::Str, own: true });
                line(format!("{number}, {text} = {pair}"))
            }
            _ => self.print(),
        }
    }

    fn assign(&mut self) -> Stmt {
        let ty = self.ty();
        match self.own(ty) {
            Some(name) => line(format!("{name} = {}", self.bounded(ty, 3))),
            None => self.print(),
        }
    }

    fn augment(&mut self) -> Stmt {
        let ty = DATA[self.rng.usize(..DATA.len())];
        let Some(name) = self.own(ty) else { return self.print() };
        line(match ty {
            Ty::Int => {
                let op = self.choose(&["+", "-", "//", "%", "&", "|", "^", ">>"]);
                let value = if op == ">>" { "2".to_owned() } else { self.bounded(Ty::Int, 2) };
                format!("{name} {op}= {value}")
            }
            Ty::Float => {
                let op = self.choose(&["+", "-", "*", "/"]);
                format!("{name} {op}= {}", self.expr(Ty::Float, 1))
            }
            Ty::Str | Ty::Ints | Ty::Strs => format!("{name} += {}", self.bounded(ty, 2)),
            Ty::Map => format!("{name} |= {}", self.expr(ty, 1)),
            Ty::Set => {
                format!("{name} {}= {}", self.choose(&["|", "&", "-", "^"]), self.expr(ty, 1))
            }
            _ => return self.assign(),
        })
    }

    fn change_list(&mut self) -> Stmt {
        let Some(list) = self.var(Ty::Ints) else { return self.print() };
        let value = self.bounded(Ty::Int, 2);
        let index = self.rng.i32(-3..4);
        line(match self.rng.u32(..13) {
            0 | 1 => format!("{list}.append({value})"),
            2 => format!("{list}.insert({index}, {value})"),
            3 => format!("print({list}.pop({index}))"),
            4 => format!("{list}.remove({value})"),
            5 => format!("{list}.sort(key=lambda v: (v % 5, v), reverse={index} > 0)"),
            6 => format!("{list}.reverse()"),
            7 | 8 => format!("{list}[{index}] = {value}"),
            9 => format!("del {list}[{index}]"),
            10 => format!("{list}[{index}:] = {}[:3]", self.expr(Ty::Ints, 1)),
            11 => format!("{list}.extend({}[:3])", self.expr(Ty::Ints, 1)),
            _ => format!("{list}[{index}] += {value}"),
        })
    }

    fn change_map_or_set(&mut self) -> Stmt {
        let value = self.bounded(Ty::Int, 2);
        if self.one_in(2)
            && let Some(set) = self.var(Ty::Set)
        {
            let f = self.choose(&["add", "discard", "remove"]);
            return line(format!("{set}.{f}({value} % 10)"));
        }
        let Some(map) = self.var(Ty::Map) else { return self.print() };
        let key = self.bounded(Ty::Str, 1);
        line(match self.rng.u32(..7) {
            0 | 1 => format!("{map}[{key}] = {value}"),
            2 => format!("{map}[{key}] += {value}"),
            3 => format!("del {map}[{key}]"),
            4 => format!("print({map}.pop({key}, {value}))"),
            5 => format!("print({map}.setdefault({key}, {value}))"),
            _ => format!("{map}.update({})", self.expr(Ty::Map, 1)),
        })
    }

    fn change_object(&mut self) -> Stmt {
        if self.classes.is_empty() || self.plain {
            return self.print();
        }
        let class = self.rng.usize(..self.classes.len());
        let Some(object) = self.var(Ty::Object(class)) else {
            return self.declare(Ty::Object(class), 1);
        };
        let value = self.bounded(Ty::Int, 2);
        let name = self.classes[class].name.clone();
        let can = self.classes[class].abilities.clone();
        line(match self.rng.u32(..7) {
            0 if can.contains(&Ability::SetItem) => {
                format!("{object}[{}] = {value}", self.rng.u32(..3))
            }
            1 if can.contains(&Ability::Iadd) => format!("{object} += {value}"),
            2 => format!("{object}.a += {value}"),
            3 => format!("{object}.shared = {value}"),
            4 => format!("{name}.shared += {value}"),
            5 => format!("del {object}.b"),
            _ => format!("{object}.a = {value}"),
        })
    }
}
