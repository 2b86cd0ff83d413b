//! Statements that use much of the language at once: patterns, stars, decorators, descriptors, groups.

use super::{Ty, Var, Writer, prefix, show};
use crate::program::Stmt;

/// What a function that any arguments are given to may have for parameters, and calls of it.
const PARAMETERS: [&str; 6] =
    ["x, y=2", "x, /, y=2", "x, *rest, y=3", "x, *, y=4, **more", "*rest, **more", "x=1, *rest"];
const ARGUMENTS: [&str; 10] = [
    "1",
    "1, 2",
    "*[1, 2]",
    "**{'x': 1}",
    "x=5",
    "1, y=3",
    "*(1,), **{'y': 2}",
    "",
    "1, 2, 3",
    "1, *'ab'",
];
const RAISED: [&str; 5] =
    ["ValueError('v')", "TypeError('t')", "KeyError(1)", "IndexError('i')", "OSError(2, 'gone')"];
const KINDS: [&str; 6] =
    ["ValueError", "TypeError", "LookupError", "(KeyError, ValueError)", "Exception", "OSError"];
const BYTES: [&str; 6] =
    ["b''", "b'abc'", "b'\\x00\\xff'", "bytes(3)", "b'a,b,,c'", "bytes([1, 2, 3])"];

fn line(text: impl Into<String>) -> Stmt {
    Stmt::Line(text.into())
}

fn method(head: &str, body: &[&str]) -> Stmt {
    Stmt::block(format!("def {head}"), body.iter().map(|text| line(*text)).collect())
}

/// The statement, with what it raises told.
fn told(body: Vec<Stmt>) -> Stmt {
    let handler = vec![line("print(type(e).__name__, e)")];
    Stmt::Block(vec![("try".to_owned(), body), ("except Exception as e".to_owned(), handler)])
}

impl Writer {
    pub(super) fn wider(&mut self, depth: u32) -> Vec<Stmt> {
        self.spend(20);
        match self.rng.u32(..10) {
            0 | 1 => vec![self.match_(depth)],
            2 => self.starred(),
            3 => self.sliced(),
            4 => vec![self.group()],
            5 => self.decorated(),
            6 => self.driven(),
            7 => self.described(),
            8 if self.rng.bool() => vec![self.octets()],
            8 => vec![self.numbers()],
            _ => vec![self.comprehended()],
        }
    }

    fn match_(&mut self, depth: u32) -> Stmt {
        let ty = self.ty();
        let subject = self.expr(ty, 2);
        let mut clauses = Vec::new();
        for _ in 0..self.rng.usize(1..4) {
            let (pattern, bound) = self.pattern(ty);
            let guard = match &bound {
                // A name alone may only stand in the last case, as it fits everything.
                Some((name, _)) if *name == pattern => format!(" if {}", self.expr(Ty::Bool, 1)),
                Some((name, Ty::Int)) if self.one_in(2) => format!(" if {name} > 1"),
                _ => String::new(),
            };
            let body = self.inside(depth, bound);
            clauses.push((format!("    case {pattern}{guard}"), body));
        }
        if self.one_in(2) {
            clauses.push(("    case _".to_owned(), vec![line("print('no case')")]));
        }
        let cases =
            clauses.into_iter().map(|(head, body)| Stmt::block(head.trim_start(), body)).collect();
        Stmt::block(format!("match {subject}"), cases)
    }

    /// A few statements that know one name more.
    fn inside(&mut self, depth: u32, bound: Option<(String, Ty)>) -> Vec<Stmt> {
        let known = self.vars.len();
        let mut body = Vec::new();
        if let Some((name, ty)) = bound {
            body.push(line(format!("print('case', {})", show(&name, ty))));
            self.vars.push(Var { name, ty, own: false });
        }
        body.extend(self.stmts(1, depth));
        self.vars.truncate(known);
        body
    }

    /// A pattern that may fit, and a name that it binds in any case.
    fn pattern(&mut self, ty: Ty) -> (String, Option<(String, Ty)>) {
        let name = self.name(prefix(ty));
        let number = self.name("i");
        let mut ways = vec![(name.clone(), Some((name.clone(), ty)))];
        match ty {
            Ty::Int => ways.extend([
                ("0 | 1 | -1".to_owned(), None),
                (format!("int({number})"), Some((number, Ty::Int))),
                (format!("bool() as {name}"), Some((name, Ty::Bool))),
            ]),
            Ty::Str => ways.extend([
                ("'a' | 'abc'".to_owned(), None),
                (format!("str() as {name}"), Some((name, Ty::Str))),
            ]),
            Ty::Ints => ways.extend([
                ("[]".to_owned(), None),
                (format!("[{number}]"), Some((number.clone(), Ty::Int))),
                (format!("[int({number}), *_]"), Some((number, Ty::Int))),
                (format!("[_, *{name}]"), Some((name.clone(), Ty::Ints))),
                (format!("[_, _, *{name}] | [*{name}, 7]"), Some((name, Ty::Ints))),
            ]),
            Ty::Pair => ways.extend([
                (format!("({number}, str())"), Some((number.clone(), Ty::Int))),
                (format!("[int() as {number}, 'a' | 'z']"), Some((number, Ty::Int))),
            ]),
            Ty::Map => ways.extend([
                ("{'a': 0}".to_owned(), None),
                (format!("{{'a': {number}}}"), Some((number, Ty::Int))),
                (format!("{{'b': 2, **{name}}}"), Some((name, Ty::Map))),
            ]),
            Ty::Object(class) => {
                let class = &self.classes[class].name;
                let any = format!("{class}(a=int({number}))");
                ways.extend([(any, Some((number, Ty::Int))), (format!("{class}(a=1)"), None)]);
            }
            _ => ways.push(("float() | True | None".to_owned(), None)),
        }
        ways.swap_remove(self.rng.usize(..ways.len()))
    }

    /// Targets with a star, one within another.
    fn starred(&mut self) -> Vec<Stmt> {
        let (one, rest, last) = (self.name("i"), self.name("xs"), self.name("i"));
        let (x, y) = (self.expr(Ty::Ints, 2), self.expr(Ty::Ints, 1));
        let targets = match self.rng.u32(..4) {
            0 => format!("{one}, *{rest} = {x}; {last} = {one}"),
            1 => format!("*{rest}, {one} = {last}, *_ = {x}"),
            2 => format!("({one}, *{rest}), {last} = [*{x}, 1], 3"),
            _ => format!("{one}, ({last}, *{rest}) = 5, (*{x}, *{y}, 2)"),
        };
        let shown = line(format!("print({one}, {rest}, {last}, *{rest}, sep=', ')"));
        let more = line(format!(
            "print([*{rest}, {one}], {{**{{'k': {last}}}, 'k': {one}}}, ({last}, *{rest}))"
        ));
        vec![told(vec![line(targets), shown, more])]
    }

    /// Slices that are read, assigned to and deleted.
    fn sliced(&mut self) -> Vec<Stmt> {
        let name = self.name("xs");
        let mut stmts = vec![line(format!("{name} = [*range({})]", self.rng.u32(..8)))];
        let mut uses = Vec::new();
        for _ in 0..self.rng.usize(1..4) {
            let mut part = || {
                let number = self.rng.i32(-9..10).to_string();
                if self.rng.bool() { number } else { String::new() }
            };
            let (start, stop) = (part(), part());
            let step = self.choose(&["", "", ":2", ":-1", ":-2", ":3"]);
            let value = self.expr(Ty::Ints, 1);
            uses.push(line(match self.rng.u32(..4) {
                0 => format!("del {name}[{start}:{stop}{step}]"),
                1 => format!(
                    "print({name}[{start}:{stop}{step}], tuple({name})[{start}:{stop}{step}])"
                ),
                2 => format!("{name}[{start}:{stop}{step}] = ({value})[:6]"),
                _ => format!("{name}[{start}:{stop}] += 'ab'"),
            }));
            uses.push(line(format!("print({name})")));
        }
        stmts.push(told(uses));
        stmts
    }

    /// Groups of exceptions, and what takes its part out of them.
    fn group(&mut self) -> Stmt {
        let raised = |writer: &mut Self| writer.choose(&RAISED).to_owned();
        let mut all: Vec<_> = (0..self.rng.usize(1..4)).map(|_| raised(self)).collect();
        if self.one_in(2) {
            let (one, two) = (raised(self), raised(self));
            all.push(format!("ExceptionGroup('inner', [{one}, {two}])"));
        }
        let group = format!("raise ExceptionGroup('outer', [{}])", all.join(", "));
        let body = vec![line(if self.one_in(5) { format!("raise {}", all[0]) } else { group })];
        let mut clauses = vec![("try".to_owned(), body)];
        for _ in 0..self.rng.usize(1..3) {
            let kind = self.choose(&KINDS);
            let mut handler =
                vec![line("print(repr(g), [type(e).__name__ for e in g.exceptions])")];
            match self.rng.u32(..8) {
                0 => handler.push(line("raise")),
                1 => handler.push(line("raise KeyError('new')")),
                _ => {}
            }
            clauses.push((format!("except* {kind} as g"), handler));
        }
        if self.one_in(3) {
            clauses.push(("else".to_owned(), vec![line("print('else')")]));
        }
        if self.one_in(2) {
            clauses.push(("finally".to_owned(), vec![line("print('finally')")]));
        }
        told(vec![Stmt::Block(clauses)])
    }

    /// A function behind decorators, called with stars.
    fn decorated(&mut self) -> Vec<Stmt> {
        let (decorator, function) = (self.name("decorator"), self.name("fn"));
        let times = self.rng.u32(1..4);
        let wrapper = vec![
            line(format!("print('{decorator}', args, kwargs)")),
            line(format!("return [fn(*args, **kwargs)] * {times}")),
        ];
        let made = vec![
            Stmt::block("def wrapper(*args, **kwargs)", wrapper),
            line("wrapper.__name__ = fn.__name__"),
            line("return wrapper"),
        ];
        let parameters = self.choose(&PARAMETERS);
        let mut stmts = vec![Stmt::block(format!("def {decorator}(fn)"), made)];
        for _ in 0..self.rng.usize(1..3) {
            stmts.push(line(format!("@{decorator}")));
        }
        let shown = "return sorted(locals().items(), key=str)";
        stmts.push(Stmt::block(format!("def {function}({parameters})"), vec![line(shown)]));
        for _ in 0..self.rng.usize(1..4) {
            let arguments = self.choose(&ARGUMENTS);
            let call = format!("print({function}.__name__, {function}({arguments}))");
            stmts.push(told(vec![line(call)]));
        }
        stmts
    }

    /// A generator that is sent values, thrown exceptions and closed.
    fn driven(&mut self) -> Vec<Stmt> {
        let (function, it) = (self.name("gen"), self.name("it"));
        let value = self.expr(Ty::Int, 1);
        let kind = self.choose(&KINDS);
        let step = vec![line("got = yield got"), line("print('got', got)")];
        let mut caught = vec![line("print('caught', type(e).__name__)")];
        match self.rng.u32(..4) {
            0 => caught.push(line("yield 'caught'")),
            1 => caught.push(line("return 'done'")),
            2 => caught.push(line("raise")),
            _ => {}
        }
        let body = vec![
            line("got = 'start'"),
            Stmt::Block(vec![
                (
                    "try".to_owned(),
                    vec![Stmt::block(format!("for i in range({})", self.rng.u32(1..4)), step)],
                ),
                (format!("except {kind} as e"), caught),
                ("else".to_owned(), vec![line("print('else')")]),
                ("finally".to_owned(), vec![line("print('finally')")]),
            ]),
            line(format!("return {}", self.rng.u32(..9))),
        ];
        let mut stmts = vec![Stmt::block(format!("def {function}()"), body)];
        let mut made = function.clone();
        if self.one_in(2) {
            made = self.name("gen");
            let inner = vec![
                line(format!("r = yield from {function}()")),
                line("print('result', r)"),
                line("yield r"),
            ];
            stmts.push(Stmt::block(format!("def {made}()"), inner));
        }
        stmts.push(line(format!("{it} = {made}()")));
        for _ in 0..self.rng.usize(1..5) {
            let thrown = self.choose(&RAISED);
            let used = match self.rng.u32(..6) {
                0 => format!("{it}.close()"),
                1 => format!("{it}.throw({thrown})"),
                2 => format!("{it}.send({value})"),
                3 => format!("next({it}, 'none')"),
                4 => format!("{it}.send(None)"),
                _ => format!("[*{it}]"),
            };
            stmts.push(told(vec![line(format!("print({used})"))]));
        }
        // Left in the middle it would be closed at another time here.
        stmts.push(told(vec![line(format!("print({it}.close())"))]));
        stmts
    }

    /// A class with properties, slots, descriptors and class methods, and what is done with it.
    fn described(&mut self) -> Vec<Stmt> {
        let (class, object) = (self.name("D"), self.name("d"));
        let mut stmts = self.describing(&class);
        let mut used = class.clone();
        if self.one_in(2) {
            used = self.name("D");
            let keywords = self.choose(&["", "", ", tag=1"]);
            let head = format!("class {used}({class}{keywords})");
            let inner = vec![method("made(cls, *args)", &["return super().made(*args)"])];
            let inner = [vec![line("@classmethod")], inner].concat();
            stmts.push(told(vec![
                Stmt::block(head, inner),
                line(format!("print({used}.__name__)")),
            ]));
        }
        stmts.push(told(vec![
            line(format!("{object} = {used}.made()")),
            line(format!("print({object}.x, {object}.field)")),
        ]));
        for _ in 0..self.rng.usize(2..6) {
            let value = self.expr(Ty::Int, 1);
            let uses = [
                format!("print({object}.half)"),
                format!("{object}.half = {value}"),
                format!("del {object}.half"),
                format!("{object}.other = 1"),
                format!("print({object}.other)"),
                format!("{object}.field = {value}"),
                format!("print({object}.field, {used}.field.name)"),
                format!("print({object}.doubled({value}), {used}.doubled('ab'))"),
                format!("del {object}.x"),
                format!("print(f'{{{object}:>5}}')"),
                format!("print({object} == {used}({value}), len({{{object}, {object}}}))"),
                format!(
                    "print([10, 20, 30, 40][{object}], [1, 2, 3][:{object}], range(9)[{object}:])"
                ),
                format!(
                    "print(hasattr({object}, 'x'), hasattr({object}, 'nothing'), isinstance({object}, {class}))"
                ),
                format!("print('%d' % {object}, hex({object}))"),
                format!("print({object}.made.__name__, {used}.__mro__[1:] == {class}.__mro__)"),
            ];
            let at = self.rng.usize(..uses.len());
            stmts.push(told(vec![line(uses[at].as_str())]));
        }
        stmts
    }

    fn describing(&mut self, class: &str) -> Vec<Stmt> {
        let n = self.rng.u32(1..5);
        let has_slots = self.one_in(3);
        let field = self.name("Field");
        let descriptor = Stmt::block(
            format!("class {field}"),
            vec![
                method(
                    "__set_name__(self, owner, name)",
                    &["self.name = name", "print('named', owner.__name__, name)"],
                ),
                method(
                    "__get__(self, object, owner)",
                    &["return self if object is None else object._value * 2"],
                ),
                method(
                    "__set__(self, object, value)",
                    &["print('set', self.name, value)", "object._value = value"],
                ),
            ],
        );
        let mut body = Vec::new();
        if has_slots {
            body.push(line("__slots__ = ('x', '_value')"));
        }
        body.extend([
            line(format!("field = {field}()")),
            method("__init__(self, x)", &["self.x = x", "self.field = x"]),
            line("@property"),
            method("half(self)", &["return self.x // 2"]),
        ]);
        if self.one_in(2) {
            body.extend([
                line("@half.setter"),
                method("half(self, value)", &["self.x = value * 2"]),
            ]);
        }
        if self.one_in(2) {
            body.extend([line("@half.deleter"), method("half(self)", &["print('deleted')"])]);
        }
        body.extend([
            line("@classmethod"),
            method("made(cls, *args)", &[&format!("return cls({n}, *args)")]),
            line("@staticmethod"),
            method("doubled(x)", &["return x * 2"]),
        ]);
        if self.one_in(3) {
            body.push(method("__getattr__(self, name)", &["return f'no {name}'"]));
        }
        if self.one_in(3) {
            body.push(method("__hash__(self)", &["return hash(self.x)"]));
            body.push(method(
                "__eq__(self, other)",
                &["return self.x == getattr(other, 'x', None)"],
            ));
        }
        if self.one_in(3) {
            body.push(method("__format__(self, spec)", &["return f'<{self.x:{spec}}>'"]));
        }
        if self.one_in(3) {
            body.push(method("__index__(self)", &["return self.x"]));
        }
        if self.one_in(4) {
            body.push(method(
                "__init_subclass__(cls, /, tag=None, **kwargs)",
                &["super().__init_subclass__(**kwargs)", "print('subclass', cls.__name__, tag)"],
            ));
        }
        vec![descriptor, Stmt::block(format!("class {class}"), body)]
    }

    /// What is done with bytes.
    fn octets(&mut self) -> Stmt {
        let (a, b) = (self.choose(&BYTES), self.choose(&BYTES));
        let (n, m) = (self.rng.i32(-4..6), self.rng.i32(-4..6));
        let width = self.rng.u32(1..12);
        let uses = [
            format!("print({a} + {b}, {a}[{n}:{m}], {a} * {width}, {a} < {b}, {b} in {a})"),
            format!("print({a}.hex(), {a}.split(b','), {a}.find(b'b'), list({a}), {a}.upper())"),
            format!("print({a}[{n}], hash({a}) == hash(bytes({a})), bytearray({a})[{m}:])"),
            format!(
                "v = bytearray({a}); v += {b}; v[{n}:{m}] = b'xy'; v.append({n} % 256); print(v, len(v))"
            ),
            format!(
                "v = bytearray({a}); del v[{n}:{m}]; v.extend([1, 2]); v.reverse(); print(v, v.pop())"
            ),
            format!("v = bytearray({a}); v[{n}] = {m}; print(v)"),
            format!("print(bytes(memoryview({a})[{n}:{m}]), memoryview({a}).nbytes)"),
            format!("print(b'%d|%5s|%x' % ({n}, {a}, {width}))"),
            format!("print(int.from_bytes({a}, 'big'), ({width}).to_bytes(2, 'little'))"),
        ];
        let at = self.rng.usize(..uses.len());
        told(vec![line(uses[at].as_str())])
    }

    /// The same with complex numbers and formats.
    fn numbers(&mut self) -> Stmt {
        let (n, m) = (self.rng.i32(-4..6), self.rng.i32(-4..6));
        let (x, y) = (self.expr(Ty::Int, 1), self.expr(Ty::Str, 1));
        let fraction = self.expr(Ty::Float, 1);
        let width = self.rng.u32(1..12);
        let complex = format!("complex({n}, {m}.5)");
        let uses = [
            format!(
                "print({complex} + {n}, {complex} * {complex}, -{complex}, {complex}.conjugate(), {complex} == {n}, {complex}.real)"
            ),
            format!(
                "print(f'{{{complex}:.2f}}', {complex} - 1j, {complex} * 2, bool({complex}), {n} - {complex})"
            ),
            format!("print({complex} / {m}, {complex} ** 2, abs({complex}) > 1, {complex} < 1)"),
            format!("print('%5d|%-6s|%r|%+d|%x' % ({x}, {y}, {y}, {n}, {width}))"),
            format!("print('%(k)s %(n)05d %%' % {{'k': {y}, 'n': {x}}})"),
            format!(
                "print('{{0:>{{1}}}}|{{name!r:^9}}|{{2[0]}}'.format({y}, {width}, [{x}], name={y}))"
            ),
            format!(
                "q, r = {x}, {y}; print(f'{{q:>{{{width}}},}}', f'{{r!r:*^{width}}}', f'{{q=}}')"
            ),
            format!(
                "q = {fraction}; print(f'{{q:{width}.3f}}', f'{{q!s:>{width}}}', f'{{q:+.2e}}', format(q, '.1%'))"
            ),
            format!(
                "print(divmod({x}, {n}), pow({x}, 2, 7), round({fraction}, 1), int({fraction}))"
            ),
            format!("print({x} << {width}, {x} >> {width}, {x} & 255, {x} | {n}, {x} ^ {m}, ~{x})"),
            format!("print(({x}).bit_length(), hash({x}))"),
        ];
        let at = self.rng.usize(..uses.len());
        told(vec![line(uses[at].as_str())])
    }

    /// Comprehensions within each other, with names bound on the way.
    fn comprehended(&mut self) -> Stmt {
        let (a, b) = (self.expr(Ty::Ints, 1), self.expr(Ty::Strs, 1));
        let n = self.rng.u32(1..5);
        let uses = [
            format!("[[x * y for y in range({n}) if y != x] for x in {a} if x < 99]"),
            format!("{{k: [len(k)] * (i % 3) for i, k in enumerate({b})}}"),
            format!("sorted({{x % {n} for x in {a}}} | {{-1}} ^ {{0}})"),
            format!("[last := x % {n} for x in {a}]"),
            format!("[(x, y) for x in {a} for y in {b} if x]"),
            format!("sum(x % 7 for x in {a} if (y := x % {n}) != 1)"),
            format!("[f(2) for f in [lambda v, x=x: v + x % 100 for x in {a}]]"),
            format!("[f() for f in [lambda: x for x in {a}[:3]]]"),
            format!("dict(zip({b}, {a}, strict={}))", if n == 1 { "True" } else { "False" }),
            format!("[*map(lambda x, *rest: (x, rest), {a}, {b})]"),
            format!("list(filter(None, (y for x in {a} for y in (x, x % {n}))))"),
            format!("sorted({b}, key=lambda s: (len(s), s), reverse={})", n > 2),
            format!(
                "max({a}, key=lambda x: x % {n}, default=None), min(*{a}, {n}), any(x > 1 for x in {a})"
            ),
            format!(
                "next((x for x in {a} if x > {n}), 'none'), [x for x, *_ in [(1, 2), 'ab', [3]]]"
            ),
            format!("{{**dict.fromkeys({b}, {n}), 'k': [*{b}]}}"),
        ];
        let at = self.rng.usize(..uses.len());
        told(vec![line(format!("print({})", uses[at]))])
    }
}
