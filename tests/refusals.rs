//! What is not supported is refused before the run, with its place and its name: never ignored,
//! never misread.
#![cfg(not(any(target_arch = "wasm32", gil_loom)))]

use std::fmt::Write;

use gil_playground::experiment::check;

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
        ("class A:\n    pass\n", "1:1 classes are not supported"),
        ("try:\n    pass\nexcept:\n    pass\n", "1:1 `try` is not supported"),
        ("with x:\n    pass\n", "1:1 `with` is not supported"),
        ("raise x\n", "1:1 `raise` is not supported"),
        ("assert 1\n", "1:1 `assert` is not supported"),
        ("x = 1\ndel x\n", "2:1 `del` is not supported"),
        ("match 1:\n    case 1:\n        pass\n", "1:1 `match` is not supported"),
        ("async def f():\n    pass\n", "1:1 `async def` is not supported"),
        ("@f\ndef g():\n    pass\n", "1:1 decorators are not supported"),
        (
            "def f():\n    def g():\n        pass\n",
            "2:9 functions inside functions are not supported",
        ),
        ("def f():\n    x = 1\n    nonlocal x\n", "3:5 `nonlocal` is not supported"),
        ("def f(*a):\n    pass\n", "1:7 `*args` and `**kwargs` are not supported"),
        ("def f(*, a):\n    pass\n", "1:10 keyword-only parameters are not supported"),
        ("def f(a, /):\n    pass\n", "1:7 positional-only parameters are not supported"),
        ("def f[T](a):\n    pass\n", "1:6 type parameters are not supported"),
        ("while 0:\n    pass\nelse:\n    pass\n", "4:5 `else` after a loop is not supported"),
        ("for c in 'abc':\n    pass\n", "1:10 `for` over anything but `range(…)` is not supported"),
        ("a, b = 1, 2\n", "1:1 assigning to anything but a name is not supported"),
        ("x = 1\nx.y = 2\n", "2:1 assigning to anything but a name is not supported"),
    ] {
        assert_eq!(refused(source), expected, "{source}");
    }
}

#[test]
fn expressions_that_are_not_supported_are_named_where_they_stand() {
    for (expression, expected) in [
        ("[1]", "lists are not supported"),
        ("(1, 2)", "tuples are not supported"),
        ("{1: 2}", "dictionaries are not supported"),
        ("{1}", "sets are not supported"),
        ("[i for i in y]", "comprehensions are not supported"),
        ("(i for i in y)", "generator expressions are not supported"),
        ("lambda: 1", "`lambda` is not supported"),
        ("(y := 1)", "`:=` is not supported"),
        ("f'{y}'", "f-strings are not supported"),
        ("b'y'", "bytes are not supported"),
        ("y[0]", "subscripts are not supported"),
        ("y.z", "attributes are not supported"),
        ("1j", "complex numbers are not supported"),
        ("...", "`...` is not supported"),
        ("1 @ 2", "the operator `@` is not supported"),
        ("1 in y", "the operator `in` is not supported"),
        ("y is z", "`is` with anything but `None`, `True` or `False` is not supported"),
        ("len(y)", "the built-in `len` is not supported"),
        ("range(3)", "`range` is supported only as in `for i in range(…)`"),
        ("'\\N{BULLET}'", "`\\N{…}` escapes are not supported"),
        ("'\\ud800'", "surrogates in strings are not supported"),
    ] {
        let source = format!("y = z = 1\nx = {expression}\n");
        let found = refused(&source);
        assert!(found.starts_with("2:") && found.ends_with(expected), "{expression}: {found}");
    }
    assert_eq!(refused("print('a', end='')\n"), "1:12 keyword arguments are not supported");
    assert_eq!(refused("print(*1)\n"), "1:7 `*` in a call is not supported");
}

#[test]
fn python_s_own_syntax_errors_are_told_as_such() {
    for (source, expected) in [
        ("return 1\n", "1:1 SyntaxError: 'return' outside function"),
        ("break\n", "1:1 SyntaxError: 'break' outside loop"),
        ("def f():\n    continue\n", "2:5 SyntaxError: 'continue' outside loop"),
        (
            "def f(a, a):\n    pass\n",
            "1:10 SyntaxError: duplicate argument 'a' in function definition",
        ),
        ("def f(a):\n    global a\n", "2:12 SyntaxError: name 'a' is parameter and global"),
        (
            "def f():\n    x = 1\n    global x\n",
            "3:12 SyntaxError: name 'x' is used prior to global declaration",
        ),
    ] {
        assert_eq!(refused(source), expected, "{source}");
    }
    for source in
        ["x = \n", "def f(:\n    pass\n", "if 1\n    pass\n", "  x = 1\n", "x = 'a\n", "1 = x\n"]
    {
        assert!(refused(source).contains("SyntaxError: "), "{source}");
    }
}

#[test]
fn modules_are_imported_at_the_top_and_used_by_attribute_only() {
    for (source, expected) in [
        ("import os\n", "1:8 the module `os` is not supported"),
        ("from os import path\n", "1:6 the module `os` is not supported"),
        ("from . import x\n", "1:1 relative imports are not supported"),
        ("import time\ntime.time()\n", "2:1 `time.time` is not supported"),
        ("from time import monotonic\n", "1:18 `time.monotonic` is not supported"),
        ("from time import *\n", "1:18 `time.*` is not supported"),
        ("import time\nx = time\n", "2:5 a module as a value is not supported"),
        ("import time\ntime = 1\n", "1:8 a name `time` beside the module's is not supported"),
        (
            "import time\ndef f(time):\n    return 1\n",
            "1:8 a name `time` beside the module's is not supported",
        ),
        ("def f():\n    import time\n", "2:5 `import` inside a function is not supported"),
    ] {
        assert_eq!(refused(source), expected, "{source}");
    }
}

#[test]
fn every_problem_of_a_source_is_told_in_order() {
    let found = check("import os\nx = [1]\ny = {}\n");
    let lines: Vec<_> = found.iter().map(|diagnostic| diagnostic.line).collect();
    assert_eq!(lines, [1, 2, 3]);
}

#[test]
fn names_of_one_s_own_may_be_those_of_unsupported_built_ins() {
    for source in [
        "def f(id, max):\n    return id + max\n",
        "def sum(n):\n    return n\nprint(sum(1))\n",
        "def f():\n    list = 3\n    return list\n",
    ] {
        assert_eq!(check(source), [], "{source}");
    }
    assert!(refused("def f():\n    list = 3\nprint(list)\n").contains("`list`"));
    assert!(refused("def range(n):\n    return n\n").contains("`range`"));
}

#[test]
fn a_column_counts_characters() {
    assert_eq!(refused("x = 'äöü' + [1]\n"), "1:13 lists are not supported");
}

#[test]
fn sources_that_nest_too_deep_are_refused_and_not_followed() {
    for source in [
        "(".repeat(100_000),
        format!("x = {}1", "-".repeat(100_000)),
        format!("x = 1{}", " + 1".repeat(100_000)),
        format!("x = {}1", "not ".repeat(10_000)),
        format!("x = {}1", "1 if 1 else ".repeat(10_000)),
        format!("x = 1{}", " ** 1".repeat(10_000)),
    ] {
        assert!(refused(&source).contains("1:"), "{}", &source[..20]);
    }
    let mut nested = String::new();
    for depth in 0..150 {
        nested += &" ".repeat(depth);
        nested += "if 1:\n";
    }
    assert!(refused(&nested).contains("indentation"));
}

#[test]
fn functions_that_do_not_fit_are_refused() {
    let mut many = "def f():\n".to_owned();
    for i in 0..300 {
        let _ = writeln!(many, "    v{i} = {i}");
    }
    assert!(refused(&many).contains("too many local variables"));
    let arguments = vec!["1"; 300].join(", ");
    assert!(refused(&format!("print({arguments})\n")).contains("too many"));
}
