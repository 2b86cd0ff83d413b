//! What is not supported is refused before the run, with its place and its name: never ignored,
//! never misread.
#![cfg(not(any(target_arch = "wasm32", gil_loom)))]

mod run;

use std::fmt::Write;

use gil_playground::experiment::inspect;
use gil_playground::experiment::report::Diagnostic;
use gil_playground::vm::Plain;
use run::{End, run};

/// What is wrong with a source, or else what of it is refused if the program comes to it.
fn check(source: &str) -> Vec<Diagnostic> {
    let inspection = inspect(source);
    [inspection.diagnostics, inspection.refused].concat()
}

/// The first problem of a source, as `line:column message`.
fn refused(source: &str) -> String {
    let diagnostics = check(source);
    let first = diagnostics.first().unwrap_or_else(|| panic!("accepted: {source}"));
    assert_eq!(source.lines().nth(first.line as usize - 1).unwrap_or(""), first.source_line);
    format!("{}:{} {}", first.line, first.column, first.message)
}

#[test]
fn statements_that_are_not_supported_are_named_where_they_stand() {
    for (source, expected) in [
        ("async for x in y:\n    pass\n", "1:1 SyntaxError: 'async for' outside async function"),
        ("async with x:\n    pass\n", "1:1 SyntaxError: 'async with' outside async function"),
    ] {
        assert_eq!(refused(source), expected, "{source}");
    }
}

#[test]
fn expressions_that_are_not_supported_are_named_where_they_stand() {
    for (expression, column, expected) in [
        ("await y", 5, "SyntaxError: 'await' outside function"),
        (
            "[i async for i in y]",
            8,
            "SyntaxError: asynchronous comprehension outside of an asynchronous function",
        ),
        ("t'{y}'", 5, "t-strings are not supported"),
        ("'\\N{BULLET}'", 6, "`\\N{…}` escapes are not supported"),
        ("f'\\N{BULLET}'", 7, "`\\N{…}` escapes are not supported"),
        ("'\\ud800'", 5, "a string with surrogates is not supported"),
        ("f'{y}' '\\ud800'", 12, "a string with surrogates is not supported"),
        ("f'{y:\\ud800}'", 10, "a string with surrogates is not supported"),
    ] {
        let source = format!("y = z = 1\nx = {expression}\n");
        assert_eq!(refused(&source), format!("2:{column} {expected}"), "{expression}");
    }
}

#[test]
fn classes_define_the_special_methods_that_are_known() {
    let source = "class A:\n    def __sizeof__(self):\n        pass\n";
    assert_eq!(refused(source), "2:9 `__sizeof__` in a class is not supported");
    for (source, expected) in [
        ("x = 1\nx.__class__ = int\n", "2:3 assigning to `__class__` is not supported"),
        ("x = 1\nx.__bases__ = {}\n", "2:3 assigning to `__bases__` is not supported"),
        ("__class__ = 1\n", "1:1 a name `__class__` of your own is not supported"),
    ] {
        assert_eq!(refused(source), expected, "{source}");
    }
}

#[test]
fn python_s_own_syntax_errors_are_told_as_such() {
    for (source, expected) in [
        ("return 1\n", "1:1 'return' outside function"),
        ("class A:\n    return 1\n", "2:5 'return' outside function"),
        ("yield 1\n", "1:1 'yield' outside function"),
        ("class A:\n    x = yield\n", "2:9 'yield' outside function"),
        ("def f(y):\n    [(yield x) for x in y]\n", "2:7 'yield' inside list comprehension"),
        ("def f(y):\n    {(yield x) for x in y}\n", "2:7 'yield' inside set comprehension"),
        ("def f(y):\n    {x: (yield) for x in y}\n", "2:10 'yield' inside dict comprehension"),
        ("def f(y):\n    ((yield x) for x in y)\n", "2:7 'yield' inside generator expression"),
        ("break\n", "1:1 'break' outside loop"),
        ("def f():\n    continue\n", "2:5 'continue' not properly in loop"),
        ("while 1:\n    def f():\n        break\n", "3:9 'break' outside loop"),
        ("while 1:\n    pass\nelse:\n    break\n", "4:5 'break' outside loop"),
        ("def f(a, a):\n    pass\n", "1:10 duplicate argument 'a' in function definition"),
        ("lambda a, a: 1\n", "1:11 duplicate argument 'a' in function definition"),
        ("def f(a, /, *, a):\n    pass\n", "1:16 duplicate argument 'a' in function definition"),
        ("def f(*a, **a):\n    pass\n", "1:13 duplicate argument 'a' in function definition"),
        ("a, *b, *c = 1\n", "1:8 multiple starred expressions in assignment"),
        ("*a = 1\n", "1:1 starred assignment target must be in a list or tuple"),
        (
            "[(x := 1) for x in y]\n",
            "1:3 assignment expression cannot rebind comprehension iteration variable 'x'",
        ),
        (
            "[x for x in (y := [1])]\n",
            "1:14 assignment expression cannot be used in a comprehension iterable expression",
        ),
        (
            "class A:\n    x = [(y := 1) for z in (1,)]\n",
            "2:11 assignment expression within a comprehension cannot be used in a class body",
        ),
        ("__debug__ = 1\n", "1:1 cannot assign to __debug__"),
        ("f(a=1, a=2)\n", "1:8 keyword argument repeated: a"),
        (
            "try:\n    pass\nexcept:\n    pass\nexcept ValueError:\n    pass\n",
            "3:1 default 'except:' must be last",
        ),
        (
            "try:\n    pass\nexcept A, B:\n    pass\n",
            "3:8 multiple exception types must be parenthesized",
        ),
        ("def f(a):\n    global a\n", "2:12 name 'a' is parameter and global"),
        ("def f(a):\n    nonlocal a\n", "2:14 name 'a' is parameter and nonlocal"),
        ("x = 1\nglobal x\n", "2:8 name 'x' is assigned to before global declaration"),
        (
            "def f():\n    x = 1\n    global x\n",
            "3:12 name 'x' is assigned to before global declaration",
        ),
        (
            "def f():\n    print(x)\n    global x\n",
            "3:12 name 'x' is used prior to global declaration",
        ),
        ("def f():\n    x: int\n    global x\n", "3:12 annotated name 'x' can't be global"),
        ("def f():\n    global x\n    x: int = 1\n", "3:5 annotated name 'x' can't be global"),
        ("nonlocal x\n", "1:1 nonlocal declaration not allowed at module level"),
        ("def f():\n    nonlocal x\n", "2:14 no binding for nonlocal 'x' found"),
        (
            "class A:\n    x = 1\n    def f(self):\n        nonlocal x\n",
            "4:18 no binding for nonlocal 'x' found",
        ),
        (
            "def f():\n    global x\n    def g():\n        nonlocal x\n",
            "4:18 no binding for nonlocal 'x' found",
        ),
        (
            "def f(x):\n    def g():\n        global x\n        nonlocal x\n",
            "3:16 name 'x' is nonlocal and global",
        ),
    ] {
        let (place, message) = expected.split_once(' ').expect("a place and a message");
        assert_eq!(refused(source), format!("{place} SyntaxError: {message}"), "{source}");
    }
    for source in [
        "x = \n",
        "def f(:\n    pass\n",
        "def f(a=1, b):\n    pass\n",
        "if 1\n    pass\n",
        "  x = 1\n",
        "x = 'a\n",
        "1 = x\n",
        "del f()\n",
        "a, b += 1\n",
        "print(x for x in y, 1)\n",
        "f(a=1, 2)\n",
        "f(**a, *b)\n",
        "f(**a, 1)\n",
        "x = *y\n",
        "def f(*):\n    pass\n",
        "def f(*a, *b):\n    pass\n",
        "def f(a, /, b, /):\n    pass\n",
        "def f(**k, a):\n    pass\n",
        "try:\n    pass\n",
        "x = f'{a b}'\n",
        "x = 0o8\n",
    ] {
        assert!(refused(source).contains("SyntaxError: "), "{source}");
    }
    assert!(!refused("x = 0o8\n").contains("ParseIntError"));
}

#[test]
fn so_are_those_of_newer_statements() {
    for (source, expected) in [
        (
            "match 1:\n    case _:\n        pass\n    case 1:\n        pass\n",
            "2:10 wildcard makes remaining patterns unreachable",
        ),
        (
            "match 1:\n    case x | 1:\n        pass\n",
            "2:10 name capture 'x' makes remaining patterns unreachable",
        ),
        (
            "match 1:\n    case [x] | [y]:\n        pass\n",
            "2:10 alternative patterns bind different names",
        ),
        (
            "match 1:\n    case [x, {1: x}]:\n        pass\n",
            "2:18 multiple assignments to name 'x' in pattern",
        ),
        (
            "match 1:\n    case [*x, *y]:\n        pass\n",
            "2:10 multiple starred expressions in sequence pattern",
        ),
        (
            "match 1:\n    case int(a=1, a=2):\n        pass\n",
            "2:19 attribute name repeated in class pattern: a",
        ),
        ("async def f():\n    yield from ()\n", "2:5 'yield from' inside async function"),
        (
            "async def f():\n    yield 1\n    return 2\n",
            "3:5 'return' with value in async generator",
        ),
        ("def f():\n    return {await x for x in y}\n", "2:13 'await' outside async function"),
        (
            "while 1:\n    try:\n        pass\n    except* ValueError:\n        break\n",
            "5:9 'break', 'continue' and 'return' cannot appear in an except* block",
        ),
        (
            "def f():\n    try:\n        pass\n    except* ValueError:\n        while 1:\n            return\n",
            "6:13 'break', 'continue' and 'return' cannot appear in an except* block",
        ),
    ] {
        let (place, message) = expected.split_once(' ').expect("a place and a message");
        assert_eq!(refused(source), format!("{place} SyntaxError: {message}"), "{source}");
    }
}

#[test]
fn modules_are_used_by_attribute_and_nothing_else_is_called_like_them() {
    for (source, expected) in [
        (
            "import ssl\n",
            "1:8 the module `ssl` is not supported: there is no network here; `time.sleep` can stand for waiting for it",
        ),
        ("import time, xml.dom\n", "1:14 the module `xml.dom` is not supported"),
        ("from xml import dom\n", "1:6 the module `xml` is not supported"),
        ("import nobody\n", "1:8 there is no module `nobody`"),
        ("from . import x\n", "1:1 a relative import is not supported"),
        ("import time\ntime.clock_settime()\n", "2:1 `time.clock_settime` is not supported"),
        ("import threading as t\nt.stack()\n", "2:1 `threading.stack` is not supported"),
        ("from time import sleep, clock_settime\n", "1:25 `time.clock_settime` is not supported"),
        (
            "def f():\n    from time import *\n",
            "2:5 SyntaxError: import * only allowed at module level",
        ),
        (
            "import time\nclass A:\n    time = time.sleep(1)\n",
            "3:12 a name `time` beside the module's is not supported",
        ),
    ] {
        assert_eq!(refused(source), expected, "{source}");
    }
}

#[test]
fn every_problem_of_a_source_is_told_in_order() {
    let found = check("x = [t'', 1]\ny = {**x}\nf(*y + t'', a=t'')\n");
    let places: Vec<_> = found.iter().map(|problem| (problem.line, problem.column)).collect();
    assert_eq!(places, [(1, 6), (3, 8), (3, 15)]);
    let found = check("import ssl\nx = [1, 2]\nimport xml\n");
    let places: Vec<_> = found.iter().map(|problem| (problem.line, problem.column)).collect();
    assert_eq!(places, [(1, 8), (3, 8)]);
}

#[test]
fn names_of_one_s_own_may_be_those_of_built_ins_and_modules() {
    for source in [
        "def f(eval, max):\n    return eval + max\n",
        "def open(n):\n    return n\nprint(open(1))\n",
        "def f():\n    dir = 3\n    return lambda: dir\n",
        "def f():\n    global vars\n    vars = 3\ndef g():\n    return vars\n",
        "x = [eval for eval in (1, 2)]\ny = (open for open in x)\n",
        "class A:\n    vars = 1\n    y = vars\n",
        "def range(n):\n    return [n]\nfor i in range(3):\n    pass\n",
        "import queue\ndef f(queue):\n    queue.put(1)\n    return [queue.get() for i in (1, 2)]\n",
        "import random\ndef f():\n    random = 3\n    return random\n",
        "def f():\n    import math as m\n    return [m.sqrt(x) for x in (1, 4)]\n",
        "try:\n    import time\nexcept ImportError:\n    pass\ntime.sleep(0)\n",
    ] {
        assert_eq!(check(source), [], "{source}");
    }
}

/// In a branch that is never taken, or bound by the program before it is used, it harms nobody.
#[test]
fn built_ins_that_are_not_supported_are_refused_where_they_are_reached() {
    for (source, name) in [
        ("x = breakpoint('1')\n", "breakpoint"),
        ("def f():\n    return license\nf()\n", "license"),
        ("def f():\n    license = 3\nprint(license)\n", "license"),
        (
            "class A:\n    license = 3\n    def f(self):\n        return license\nA().f()\n",
            "license",
        ),
        ("x = [1 for license in (1, 2)]\nlicense\n", "license"),
    ] {
        assert!(refused(source).contains(&format!("the built-in `{name}` is")), "{source}");
        let (_, end, traceback) = run::<Plain>(source, 1, 1000);
        if let End::Refused(why) = end {
            panic!("{source}: {why}");
        }
        assert!(traceback.contains(&format!("the built-in `{name}`")), "{source}: {traceback}");
    }
    for source in ["if 0:\n    help('1')\n", "def f():\n    return license\nlicense = 3\nf()\n"] {
        let (_, end, traceback) = run::<Plain>(source, 1, 1000);
        assert!(matches!(end, End::Finished), "{source}: {traceback}");
    }
}

/// So are modules, what they have not, and attributes of Python's own objects.
#[test]
fn what_is_missing_is_refused_where_it_is_reached() {
    for (source, what) in [
        ("import ssl\n", "the module `ssl`"),
        ("from ssl import x\n", "the module `ssl`"),
        ("import time\ntime.clock_settime()\n", "`time.clock_settime`"),
        ("from time import clock_settime\n", "`time.clock_settime`"),
        ("import time\ntime.sleep = 1\n", "assigning to `time.sleep`"),
        (
            "def f():\n    pass\nf.__builtins__\n",
            "the attribute `__builtins__` of a 'function' object",
        ),
        ("eval('1')\n", "compiling text in the program of a task"),
        ("def f():\n    pass\nf.__code__ = 1\n", "assigning to `__code__`"),
    ] {
        let (_, end, traceback) = run::<Plain>(source, 1, 1000);
        assert!(!matches!(end, End::Refused(_)), "{source}");
        let told = format!("not supported by the playground: {what}");
        assert!(traceback.contains(&told), "{source}: {traceback}");
        let dead = format!("def dead():\n    {}\n", source.trim_end().replace('\n', "\n    "));
        let (_, end, traceback) = run::<Plain>(&dead, 1, 1000);
        assert!(matches!(end, End::Finished), "{source}: {traceback}");
    }
}

#[test]
fn a_column_counts_characters() {
    assert_eq!(refused("x = 'äöü' + t''\n"), "1:13 t-strings are not supported");
}

#[test]
fn sources_that_nest_too_deep_are_refused_and_not_followed() {
    for source in [
        "(".repeat(100_000),
        "f'{".repeat(50_000),
        "x = [".to_owned() + &"lambda a, b: ".repeat(10_000),
        format!("x = {}1", "-".repeat(100_000)),
        format!("x = 1{}", " + 1".repeat(60_000)),
        format!("x = {}1", "not ".repeat(10_000)),
        format!("x = {}1", "1 if 1 else ".repeat(10_000)),
        format!("x = 1{}", " ** 1".repeat(10_000)),
        format!("x = f{}", "(0, 1)".repeat(10_000)),
        format!("x = f{}", "[0]".repeat(10_000)),
        format!("x = ({})", "x for a, b in c ".repeat(10_000)),
        format!("with {}x: pass\n", "a as b, ".repeat(10_000)),
    ] {
        assert!(refused(&source).contains("1:"), "{}", &source[..20]);
    }
    let mut nested = String::new();
    for depth in 0..150 {
        nested += &" ".repeat(depth);
        nested += "if 1:\n";
    }
    assert!(refused(&nested).contains("indentation"));
    let elifs = format!("if 1:\n    pass\n{}", "elif 1:\n    pass\n".repeat(5_000));
    assert!(refused(&elifs).contains("`elif`s"));
}

#[test]
fn functions_that_do_not_fit_are_refused() {
    let mut many = "def f():\n".to_owned();
    for i in 0..300 {
        let _ = writeln!(many, "    v{i} = {i}");
    }
    assert!(refused(&many).contains("too many variables"));
    let arguments = vec!["1"; 300].join(", ");
    assert!(refused(&format!("print({arguments})\n")).contains("too many"));
}
