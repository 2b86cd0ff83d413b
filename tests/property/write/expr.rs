//! Expressions.

use std::fmt::Write;

use super::{Ability, Ty, Var, Writer};

const INTS: [&str; 16] = [
    "0",
    "1",
    "2",
    "3",
    "5",
    "7",
    "10",
    "-1",
    "-2",
    "-7",
    "100",
    "255",
    "-1000",
    "2 ** 31",
    "4611686018427387903",
    "-9223372036854775808",
];
const FLOATS: [&str; 9] = ["0.0", "0.5", "1.0", "-2.5", "3.14159", "1e16", "1e-5", "-0.0", "2.675"];
const STRS: [&str; 11] = [
    "''",
    "'a'",
    "'b'",
    "'abc'",
    "'Hello World'",
    "'it\\'s'",
    "'12'",
    "'x,y,,z'",
    "' pad '",
    "'aXbXc'",
    "'é\\n'",
];
const INT_SPECS: [&str; 16] =
    ["", "d", "5", "<5", "^6", "05", "+", ",", "_", "x", "#x", "b", "o", "*^9d", ".2f", "e"];
const FLOAT_SPECS: [&str; 12] =
    ["", ".2f", "8.1f", "<9.3", "+.0f", ".3e", "g", ".1%", ",.2f", "012.4f", "^12", "=+9.1f"];
const STR_SPECS: [&str; 7] = ["", "8", "<8", ">8", "^8", "*^9s", ".2"];

impl Writer {
    /// An expression that is usually of that type, in parentheses where it needs them.
    pub(super) fn expr(&mut self, ty: Ty, depth: u32) -> String {
        if depth == 0 {
            return self.leaf(ty);
        }
        if self.one_in(80) {
            let other = self.ty();
            return format!("({})", self.leaf(other));
        }
        if self.one_in(14) {
            let condition = self.expr(Ty::Bool, depth - 1);
            let (yes, no) = (self.expr(ty, depth - 1), self.expr(ty, depth - 1));
            return format!("({yes} if {condition} else {no})");
        }
        if self.one_in(4)
            && let Some(call) = self.call(ty, depth)
        {
            return call;
        }
        if self.one_in(4) {
            return self.leaf(ty);
        }
        match ty {
            Ty::Int => self.int(depth - 1),
            Ty::Float => self.float(depth - 1),
            Ty::Bool => self.bool(depth - 1),
            Ty::Str => self.str(depth - 1),
            Ty::Ints => self.ints(depth - 1),
            Ty::Strs => self.strs(depth - 1),
            Ty::Pair => self.pair(depth - 1),
            Ty::Map => self.map(depth - 1),
            Ty::Set => self.set(depth - 1),
            Ty::Call => self.lambda(depth - 1),
            Ty::Object(class) => self.object(class, depth - 1),
        }
    }

    /// The same, but no larger for being computed again and again from its own result.
    pub(super) fn bounded(&mut self, ty: Ty, depth: u32) -> String {
        let value = self.expr(ty, depth);
        match ty {
            Ty::Int => {
                let modulus = self.choose(&["97", "1000", "-1000", "(10 ** 9 + 7)", "2 ** 64"]);
                format!("{value} % {modulus}")
            }
            Ty::Str => format!("{value}[:20]"),
            Ty::Ints | Ty::Strs => {
                let slice = self.choose(&["[:9]", "[-9:]", "[:9]", "[:18:2]", "[::-1][:9]"]);
                format!("{value}{slice}")
            }
            _ => value,
        }
    }

    pub(super) fn leaf(&mut self, ty: Ty) -> String {
        if !self.one_in(4)
            && let Some(name) = self.var(ty)
        {
            return name;
        }
        match ty {
            Ty::Int => {
                let value = self.choose(&INTS);
                if value.contains(['-', ' ']) { format!("({value})") } else { value.to_owned() }
            }
            Ty::Float => {
                let value = self.choose(&FLOATS);
                if value.contains('-') { format!("({value})") } else { value.to_owned() }
            }
            Ty::Bool => self.choose(&["True", "False"]).to_owned(),
            Ty::Str => self.choose(&STRS).to_owned(),
            Ty::Ints => self.choose(&["[]", "[1]", "[3, 1, 2]", "[0, -1, 7, 7]"]).to_owned(),
            Ty::Strs => self.choose(&["[]", "['b', 'a']", "['', 'xy', 'x']"]).to_owned(),
            Ty::Pair => self.choose(&["(1, 'a')", "(0, '')", "(-3, 'z')"]).to_owned(),
            Ty::Map => self.choose(&["{}", "{'a': 1}", "{'b': 2, 'a': 0}"]).to_owned(),
            Ty::Set => self.choose(&["set()", "{1}", "{3, 1, 2}", "{0, 7, 14}"]).to_owned(),
            Ty::Call => self.choose(&["abs", "(lambda v: v + 1)", "(lambda v, w=2: v * w)"]).into(),
            Ty::Object(class) => format!("{}({})", self.classes[class].name, self.rng.u32(..5)),
        }
    }

    fn int(&mut self, d: u32) -> String {
        let class = (!self.classes.is_empty()).then(|| self.rng.usize(..self.classes.len()));
        match self.rng.u32(..32) {
            0..=6 => {
                let op = self.choose(&["+", "-", "*", "+", "-", "//", "%", "&", "|", "^"]);
                let (a, b) = (self.expr(Ty::Int, d), self.expr(Ty::Int, d));
                if self.one_in(5) { format!("{a} {op} {b}") } else { format!("({a} {op} {b})") }
            }
            7 => {
                let op = self.choose(&["** 2", "** 0", "<< 3", ">> 2", ">> 70", "<< 65", "** -1"]);
                let op = if op == "** -1" && !self.one_in(8) { "** 3" } else { op };
                format!("({} {op})", self.expr(Ty::Int, d))
            }
            8 => format!("({}{})", self.choose(&["-", "~", "+"]), self.expr(Ty::Int, d)),
            9 => format!("abs({})", self.expr(Ty::Int, d)),
            10 => {
                let ty = [Ty::Str, Ty::Ints, Ty::Strs, Ty::Pair, Ty::Map, Ty::Set];
                let ty = ty[self.rng.usize(..ty.len())];
                format!("len({})", self.expr(ty, d))
            }
            11 => format!("sum({})", self.expr(Ty::Ints, d)),
            12 => {
                let f = self.choose(&["min", "max"]);
                format!("{f}({}, {})", self.expr(Ty::Int, d), self.expr(Ty::Int, d))
            }
            13 => {
                let f = self.choose(&["min", "max"]);
                format!("{f}({}, default={})", self.expr(Ty::Ints, d), self.leaf(Ty::Int))
            }
            14 | 15 => format!("{}[{}]", self.expr(Ty::Ints, d), self.index()),
            16 => format!("{}[0]", self.expr(Ty::Pair, d)),
            17 => {
                let (map, key) = (self.expr(Ty::Map, d), self.expr(Ty::Str, d));
                let default = self.leaf(Ty::Int);
                let forms = [format!("{map}[{key}]"), format!("{map}.get({key}, {default})")];
                forms[self.rng.usize(..2)].clone()
            }
            18 => {
                let (s, sub) = (self.expr(Ty::Str, d), self.expr(Ty::Str, d));
                let f = self.choose(&["find", "rfind", "count", "index"]);
                format!("{s}.{f}({sub})")
            }
            19 => {
                let f = self.choose(&["count", "index"]);
                format!("{}.{f}({})", self.expr(Ty::Ints, d), self.expr(Ty::Int, d))
            }
            20 => format!("{}({})", self.choose(&["int", "round"]), self.expr(Ty::Float, d)),
            21 => format!("int({})", self.expr(Ty::Str, d)),
            22 => {
                let (a, b) = (self.expr(Ty::Int, d), self.expr(Ty::Int, d));
                format!("divmod({a}, {b})[{}]", self.rng.u32(..2))
            }
            23 => format!("pow({}, {}, 1009)", self.expr(Ty::Int, d), self.rng.u32(..9)),
            24 => {
                let op = self.choose(&["and", "or"]);
                format!("({} {op} {})", self.expr(Ty::Int, d), self.expr(Ty::Int, d))
            }
            25 => format!("sum({})", self.generator_expression(d)),
            26 => format!("next(iter({}), {})", self.expr(Ty::Ints, d), self.leaf(Ty::Int)),
            27 => format!("hash({})", self.expr(Ty::Int, d)),
            28 => format!("ord({}[0])", self.expr(Ty::Str, d)),
            29 => format!("int({})", self.expr(Ty::Bool, d)),
            _ => match class {
                Some(class) if !self.plain => {
                    let field = self.choose(&["a", "a", "b", "shared"]);
                    format!("{}.{field}", self.expr(Ty::Object(class), d))
                }
                _ => self.leaf(Ty::Int),
            },
        }
    }

    fn index(&mut self) -> String {
        if self.one_in(6) { self.leaf(Ty::Int) } else { self.rng.i32(-3..3).to_string() }
    }

    fn slice(&mut self) -> String {
        let (start, stop) = (self.rng.i32(-4..5), self.rng.i32(-4..6));
        match self.rng.u32(..7) {
            0 => format!("[{start}:]"),
            1 => format!("[:{stop}]"),
            2 => "[::-1]".to_owned(),
            3 => format!("[{start}:{stop}:2]"),
            4 => format!("[{stop}:{start}:-1]"),
            5 => format!("[{start}::{}]", self.rng.u32(1..4)),
            _ => format!("[{start}:{stop}]"),
        }
    }

    fn float(&mut self, d: u32) -> String {
        match self.rng.u32(..9) {
            0 | 1 => {
                let op = self.choose(&["+", "-", "*", "/", "%", "//"]);
                format!("({} {op} {})", self.expr(Ty::Float, d), self.expr(Ty::Float, d))
            }
            2 => format!("({} / {})", self.expr(Ty::Int, d), self.expr(Ty::Int, d)),
            3 => format!("({} + {})", self.expr(Ty::Int, d), self.expr(Ty::Float, d)),
            4 => format!("(-{})", self.expr(Ty::Float, d)),
            5 => format!("round({}, {})", self.expr(Ty::Float, d), self.rng.i32(-1..4)),
            6 => format!("float({})", self.expr(Ty::Int, d)),
            7 => format!("sum({}, 0.5)", self.expr(Ty::Ints, d)),
            _ => format!("max({}, {})", self.expr(Ty::Float, d), self.expr(Ty::Float, d)),
        }
    }

    fn bool(&mut self, d: u32) -> String {
        match self.rng.u32(..15) {
            0..=2 => {
                let op = self.choose(&["<", "<=", ">", ">=", "==", "!="]);
                let ty = [Ty::Int, Ty::Int, Ty::Str, Ty::Float, Ty::Ints, Ty::Pair];
                let ty = ty[self.rng.usize(..ty.len())];
                format!("({} {op} {})", self.expr(ty, d), self.expr(ty, d))
            }
            3 => {
                let (a, b) = (self.expr(Ty::Int, d), self.expr(Ty::Int, d));
                let op = self.choose(&["<", "<=", "==", "!=", ">"]);
                format!("({a} < {b} {op} {})", self.expr(Ty::Int, d))
            }
            4 => {
                let op = self.choose(&["==", "!="]);
                let (left, right) = (self.ty(), self.ty());
                format!("({} {op} {})", self.expr(left, d), self.expr(right, d))
            }
            5 => {
                let op = self.choose(&["in", "not in"]);
                let ty = [Ty::Ints, Ty::Set][self.rng.usize(..2)];
                format!("({} {op} {})", self.expr(Ty::Int, d), self.expr(ty, d))
            }
            6 => {
                let ty = [Ty::Str, Ty::Strs, Ty::Map][self.rng.usize(..3)];
                format!("({} in {})", self.expr(Ty::Str, d), self.expr(ty, d))
            }
            7 => format!("(not {})", self.expr(Ty::Bool, d)),
            8 | 9 => {
                let op = self.choose(&["and", "or"]);
                format!("({} {op} {})", self.expr(Ty::Bool, d), self.expr(Ty::Bool, d))
            }
            10 => {
                let ty = self.ty();
                let of = self.choose(&["int", "str", "(list, tuple)", "(int, (str, dict))"]);
                format!("isinstance({}, {of})", self.expr(ty, d))
            }
            11 => format!("{}({})", self.choose(&["any", "all"]), self.generator_expression(d)),
            12 => {
                let f = self.choose(&["startswith", "endswith"]);
                format!("{}.{f}({})", self.expr(Ty::Str, d), self.expr(Ty::Str, d))
            }
            13 => {
                let f = self.choose(&["isdigit", "isalpha", "isupper", "islower", "isspace"]);
                format!("{}.{f}()", self.expr(Ty::Str, d))
            }
            _ => {
                let ty = self.ty();
                format!("bool({})", self.expr(ty, d))
            }
        }
    }

    fn str(&mut self, d: u32) -> String {
        match self.rng.u32(..14) {
            0 => format!("({} + {})", self.expr(Ty::Str, d), self.expr(Ty::Str, d)),
            1 => format!("({} * {})", self.expr(Ty::Str, d), self.rng.i32(-1..4)),
            2 => format!("{}{}", self.expr(Ty::Str, d), self.slice()),
            3 => format!("{}[{}]", self.expr(Ty::Str, d), self.index()),
            4 => {
                let ty = self.ty();
                let value = self.expr(ty, d);
                if ty == Ty::Call { format!("str({value}(3))") } else { format!("str({value})") }
            }
            5 => {
                let f =
                    self.choose(&["upper", "lower", "title", "strip", "swapcase", "capitalize"]);
                format!("{}.{f}()", self.expr(Ty::Str, d))
            }
            6 => {
                let (s, old, new) = (self.expr(Ty::Str, d), self.leaf(Ty::Str), self.leaf(Ty::Str));
                format!("{s}.replace({old}, {new})[:30]")
            }
            7 => format!("{}.join({})", self.leaf(Ty::Str), self.expr(Ty::Strs, d)),
            8..=10 => self.f_string(d),
            11 => {
                let f = self.choose(&["ljust", "rjust", "center", "zfill"]);
                format!("{}.{f}({})", self.expr(Ty::Str, d), self.rng.u32(..9))
            }
            12 => format!("chr({} % 1000 + 32)", self.expr(Ty::Int, d)),
            _ => format!("{}[1]", self.expr(Ty::Pair, d)),
        }
    }

    fn f_string(&mut self, d: u32) -> String {
        let mut text = String::from("f\"");
        for _ in 0..self.rng.usize(1..4) {
            let ty = [Ty::Int, Ty::Float, Ty::Str, Ty::Ints, Ty::Map][self.rng.usize(..5)];
            let value = self.expr(ty, d.min(1));
            // A string or a backslash inside needs Python 3.12.
            if value.contains(['"', '\\']) {
                continue;
            }
            let spec = match ty {
                Ty::Int => self.choose(&INT_SPECS),
                Ty::Float => self.choose(&FLOAT_SPECS),
                Ty::Str => self.choose(&STR_SPECS),
                _ => "",
            };
            let convert = if spec.is_empty() { self.choose(&["", "", "!r", "!s"]) } else { "" };
            text += self.choose(&["", " ", "a", "{{", "}}", "|"]);
            let colon = if spec.is_empty() { "" } else { ":" };
            // Two braces would be a brace.
            let space = if value.starts_with('{') { " " } else { "" };
            let _ = write!(text, "{{{space}{value}{convert}{colon}{spec}}}");
        }
        text + "\""
    }

    fn ints(&mut self, d: u32) -> String {
        match self.rng.u32(..14) {
            0 => {
                let items: Vec<_> =
                    (0..self.rng.usize(..4)).map(|_| self.expr(Ty::Int, d)).collect();
                format!("[{}]", items.join(", "))
            }
            1..=3 => self.comprehension(d, '[', ']'),
            4 => format!("{}{}", self.expr(Ty::Ints, d), self.slice()),
            5 => format!("({} + {})", self.expr(Ty::Ints, d), self.expr(Ty::Ints, d)),
            6 => {
                let tail =
                    self.choose(&["", ", reverse=True", ", key=abs", ", key=lambda v: v % 3"]);
                format!("sorted({}{tail})", self.expr(Ty::Ints, d))
            }
            7 => format!("list(range({}, {}))", self.rng.i32(-2..3), self.rng.i32(0..6)),
            8 => format!("list(map({}, {}))", self.lambda(d), self.bounded(Ty::Ints, d)),
            9 => {
                let test = self.expr_of_one("v", Ty::Bool, d);
                format!("list(filter(lambda v: {test}, {}))", self.bounded(Ty::Ints, d))
            }
            10 => format!("sorted({})", self.expr(Ty::Set, d)),
            11 => format!("list({}.values())", self.expr(Ty::Map, d)),
            12 => format!("list(reversed({}))", self.expr(Ty::Ints, d)),
            _ => format!("({} * {})", self.expr(Ty::Ints, d), self.rng.i32(0..3)),
        }
    }

    fn strs(&mut self, d: u32) -> String {
        match self.rng.u32(..8) {
            0 => {
                let by = self.choose(&["", "','", "'X'", "None, 1", "'b'"]);
                format!("{}.split({by})", self.expr(Ty::Str, d))
            }
            1 => {
                let name = self.name("v");
                let (items, element) = (self.expr(Ty::Ints, d), self.over(&name, Ty::Str, d));
                format!("[{element} for {name} in {items}[:5]]")
            }
            2 => format!("sorted({}, key=len)", self.expr(Ty::Strs, d)),
            3 => format!("list({})", self.expr(Ty::Str, d)),
            4 => format!("({} + {})", self.expr(Ty::Strs, d), self.expr(Ty::Strs, d)),
            5 => format!("list({})", self.expr(Ty::Map, d)),
            6 => format!("{}{}", self.expr(Ty::Strs, d), self.slice()),
            _ => format!("[{}, {}]", self.expr(Ty::Str, d), self.expr(Ty::Str, d)),
        }
    }

    fn pair(&mut self, d: u32) -> String {
        match self.rng.u32(..4) {
            0 => format!("max([{}, {}])", self.expr(Ty::Pair, d), self.expr(Ty::Pair, d)),
            1 => format!("list(enumerate({}))[{}]", self.expr(Ty::Strs, d), self.index()),
            2 => format!("list(zip({}, 'xyz'))[{}]", self.expr(Ty::Ints, d), self.index()),
            _ => format!("({}, {})", self.expr(Ty::Int, d), self.expr(Ty::Str, d)),
        }
    }

    fn map(&mut self, d: u32) -> String {
        match self.rng.u32(..6) {
            0 => {
                let (a, b) = (self.expr(Ty::Str, d), self.expr(Ty::Str, d));
                format!("{{{a}: {}, {b}: {}}}", self.expr(Ty::Int, d), self.expr(Ty::Int, d))
            }
            1 => {
                let name = self.name("v");
                let (items, element) = (self.expr(Ty::Ints, d), self.over(&name, Ty::Int, d));
                format!("{{str({name}): {element} for {name} in {items}[:5]}}")
            }
            2 => format!("dict(zip({}, {}))", self.expr(Ty::Strs, d), self.expr(Ty::Ints, d)),
            3 => format!("({} | {})", self.expr(Ty::Map, d), self.expr(Ty::Map, d)),
            4 => format!("dict(sorted({}.items()))", self.expr(Ty::Map, d)),
            _ => format!("dict(a={}, k={})", self.expr(Ty::Int, d), self.expr(Ty::Int, d)),
        }
    }

    fn set(&mut self, d: u32) -> String {
        match self.rng.u32(..5) {
            0 => format!("set({})", self.expr(Ty::Ints, d)),
            1 => self.comprehension(d, '{', '}'),
            2 => format!("{{{}, {}}}", self.expr(Ty::Int, d), self.expr(Ty::Int, d)),
            _ => {
                let op = self.choose(&["|", "&", "-", "^"]);
                format!("({} {op} {})", self.expr(Ty::Set, d), self.expr(Ty::Set, d))
            }
        }
    }

    pub(super) fn lambda(&mut self, d: u32) -> String {
        let was = std::mem::replace(&mut self.plain, true);
        let body = self.expr_of_one("v", Ty::Int, d);
        self.plain = was;
        format!("(lambda v: {body})")
    }

    /// An expression in which `name` is a whole number.
    pub(super) fn expr_of_one(&mut self, name: &str, ty: Ty, d: u32) -> String {
        self.vars.push(Var { name: name.to_owned(), ty: Ty::Int, own: false });
        let text = self.expr(ty, d);
        self.vars.pop();
        text
    }

    /// The same, evaluated for each of up to five items.
    fn over(&mut self, name: &str, ty: Ty, d: u32) -> String {
        let was = self.weight;
        self.weight = was.saturating_mul(5);
        let text = self.expr_of_one(name, ty, d);
        self.weight = was;
        text
    }

    fn comprehension(&mut self, d: u32, open: char, close: char) -> String {
        let name = self.name("v");
        let items = self.bounded(Ty::Ints, d);
        let element = self.over(&name, Ty::Int, d);
        let condition = match self.rng.u32(..3) {
            0 => format!(" if {}", self.over(&name, Ty::Bool, d)),
            1 => format!(" for v in range({}) if v != {name}", self.rng.u32(..3)),
            _ => String::new(),
        };
        format!("{open}{element} for {name} in {items}{condition}{close}")
    }

    fn generator_expression(&mut self, d: u32) -> String {
        self.comprehension(d, '(', ')')
    }

    fn object(&mut self, class: usize, d: u32) -> String {
        let name = self.classes[class].name.clone();
        let abilities = self.classes[class].abilities.clone();
        match self.rng.u32(..6) {
            0 if abilities.contains(&Ability::Add) => {
                format!("({} + {})", self.leaf(Ty::Object(class)), self.expr(Ty::Int, d))
            }
            1 if abilities.contains(&Ability::Neg) => {
                format!("(-{})", self.leaf(Ty::Object(class)))
            }
            2 => format!("{name}({}, b={})", self.expr(Ty::Int, d), self.expr(Ty::Int, d)),
            _ => format!("{name}({})", self.expr(Ty::Int, d)),
        }
    }
}
