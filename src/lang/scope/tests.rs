use super::walk::{self, Event};
use super::*;
use crate::lang::tree::Module;
use crate::lang::{Source, parse};

fn parsed(source: &str) -> Module {
    parse(&Source::new(source)).unwrap_or_else(|problems| panic!("{source}\n{problems:?}"))
}

/// The scopes of all functions and classes, as `name: locals; cells; free`, outer ones first.
fn scopes(source: &str) -> Vec<String> {
    let mut lines = Vec::new();
    add(&parsed(source).body, &[], &mut lines);
    lines
}

fn add(body: &[Stmt], enclosing: &[&Scope], lines: &mut Vec<String>) {
    walk::body(body, &mut |event| {
        let (name, scope, body) = match event {
            Event::Function(function) => {
                (&function.name, function_scope(function, enclosing), &function.body)
            }
            Event::Class(class) => (&class.name, class_scope(class, enclosing), &class.body),
            _ => return,
        };
        let lists = [&scope.locals, &scope.cells, &scope.free].map(|names| names.join(" "));
        lines.push(format!("{}: {}", name.id, lists.join("; ")));
        add(body, &[enclosing, &[&scope]].concat(), lines);
    });
}

#[test]
fn a_name_belongs_to_the_function_that_binds_it() {
    for (source, expected) in [
        (
            "def f(a, b):\n    c = a\n    for d in b:\n        e, *g = d\n    global h\n    h = 1\n",
            vec!["f: a b c d e g; ; "],
        ),
        (
            "def f(a):\n    with a as b:\n        pass\n    try:\n        pass\n    except a as c:\n        \
             pass\n    def d(): pass\n    class e: pass\n    x: int\n    del y\n    z.a = 1\n",
            vec!["f: a b c d e x y; ; ", "d: ; ; ", "e: .base; ; "],
        ),
        (
            "def f(a, b):\n    def g():\n        return a, c\n    b, c = 1, 2\n",
            vec!["f: a b g c; a c; ", "g: ; ; a c"],
        ),
        (
            "def f():\n    n = 0\n    def g():\n        nonlocal n\n        n += 1\n",
            vec!["f: n g; n; ", "g: ; ; n"],
        ),
        (
            "def f(x):\n    def g():\n        def h():\n            return x\n",
            vec!["f: x g; x; ", "g: h; ; x", "h: ; ; x"],
        ),
        (
            "def f(x):\n    def g():\n        global x\n        def h():\n            return x\n",
            vec!["f: x g; ; ", "g: h; ; ", "h: ; ; "],
        ),
        ("def f(x, y):\n    return lambda z=y: x + z\n", vec!["f: x y; x; ", "<lambda>: z; ; x"]),
        (
            "def f(x, y):\n    return (i + x for i in y)\n",
            vec!["f: x y; x; ", "<genexpr>: .0 i; ; x"],
        ),
        ("def f(y):\n    return [i for i in y]\n", vec!["f: y i.1; ; "]),
        (
            "def f(y):\n    return [lambda: i for i in y]\n",
            vec!["f: y; ; ", "<listcomp>: .0 i.1; i.1; ", "<lambda>: ; ; i.1"],
        ),
    ] {
        assert_eq!(scopes(source), expected, "{source}");
    }
}

#[test]
fn functions_see_around_a_class_and_not_into_it() {
    for (source, expected) in [
        (
            "def f(x):\n    class A:\n        x = 1\n        def m(self):\n            return x\n",
            vec!["f: x A; x; ", "A: .base x m; ; x", "m: self; ; x"],
        ),
        (
            "class A:\n    y = 1\n    def m(self):\n        return y\n",
            vec!["A: .base y m; ; ", "m: self; ; "],
        ),
        (
            "class A:\n    def m(self):\n        super().m()\n",
            vec!["A: .base __class__ m; __class__; ", "m: self; ; __class__"],
        ),
        (
            "class A:\n    def m(self):\n        class B:\n            def n(self):\n                \
             __class__\n",
            vec![
                "A: .base m; ; ",
                "m: self B; ; ",
                "B: .base __class__ n; __class__; ",
                "n: self; ; __class__",
            ],
        ),
        (
            "def f(x):\n    class A:\n        nonlocal x\n        x = 2\n",
            vec!["f: x A; x; ", "A: .base; ; x"],
        ),
        (
            "class A:\n    y = 1\n    z = [y for i in y]\n",
            vec!["A: .base y z; ; ", "<listcomp>: .0 i.1; ; "],
        ),
    ] {
        assert_eq!(scopes(source), expected, "{source}");
    }
}

#[test]
fn a_module_binds_what_its_functions_declare_global() {
    let module = parsed(
        "a = 1\nfor b in a:\n    pass\ndef f():\n    c = 1\n    def g():\n        global d\n        \
         d = 1\nclass A:\n    global e\n    e = 1\n",
    );
    let mut names = Vec::new();
    for_each_module_binding(&module.body, &mut |name| names.push(name.id.clone()));
    assert_eq!(names, ["a", "b", "d", "f", "e", "A"]);
}
