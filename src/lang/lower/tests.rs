//! What a program is lowered to, where that is more than a copy.

use crate::lang::tree::{ComprehensionKind, ExprKind, FStringPart, Stmt, StmtKind};
use crate::lang::{Source, parse};

fn body(source: &str) -> Vec<Stmt> {
    let module = parse(&Source::new(source));
    module.unwrap_or_else(|problems| panic!("{source}\n{problems:?}")).body
}

/// The value of the last statement.
fn value(source: &str) -> ExprKind {
    match body(source).pop().map(|stmt| stmt.kind) {
        Some(StmtKind::Expr(value) | StmtKind::Assign { value, .. }) => value.kind,
        other => panic!("{other:?}"),
    }
}

/// All names of a program, in the order of its tree.
fn names(source: &str) -> Vec<String> {
    let text = format!("{:?}", body(source));
    let ids = text.split("Name(\"").skip(1).chain(text.split("id: \"").skip(1));
    let mut ids: Vec<_> =
        ids.filter_map(|rest| rest.split('"').next()).map(str::to_owned).collect();
    ids.sort();
    ids.dedup();
    ids
}

#[test]
fn a_for_over_the_built_in_range_is_told_apart() {
    let is_range = |source: &str| {
        body(source).iter().any(|stmt| matches!(stmt.kind, StmtKind::ForRange { .. }))
    };
    assert!(is_range("for i in range(3):\n    pass\n"));
    assert!(is_range("for i in range(1, 2, 3):\n    pass\nelse:\n    pass\n"));
    for source in [
        "for i in range():\n    pass\n",
        "for i in range(1, 2, 3, 4):\n    pass\n",
        "for i in range(stop=3):\n    pass\n",
        "for i in (range)(3), 1:\n    pass\n",
        "for i in range(3):\n    pass\ndef f(range):\n    pass\n",
        "for i in range(3):\n    pass\nx = [1 for range in (1, 2)]\n",
        "for i in range(3):\n    pass\nfrom math import floor as range\n",
    ] {
        assert!(!is_range(source), "{source}");
    }
}

#[test]
fn the_variables_of_a_comprehension_have_names_of_their_own() {
    for (source, expected) in [
        ("[x for x in x if y]", vec!["x", "x.1", "y"]),
        ("[x for x in y for y in x]", vec!["x.1", "y", "y.1"]),
        ("[[x for x in x] for x in x]", vec!["x", "x.1", "x.2"]),
        ("{a.b: c for a.b, [c, *d[c]] in z}", vec!["a", "b", "c.1", "d", "z"]),
        ("[f'{x:{x}}' for x in y]", vec!["x.1", "y"]),
        (
            "[lambda x, y: x + z for x in y for z in x]",
            vec![".0", "<lambda>", "<listcomp>", "x", "x.1", "y", "z.1"],
        ),
        (
            "[list(x for x in x) for x in y]",
            vec![".0", "<genexpr>", "<listcomp>", "list", "x", "x.1", "y"],
        ),
    ] {
        assert_eq!(names(source), expected, "{source}");
    }
}

#[test]
fn a_comprehension_is_a_function_where_that_makes_a_difference() {
    let ExprKind::Comprehension { kind, clauses, .. } = value("{x: y for x, y in z if x if y}")
    else {
        panic!("in place");
    };
    assert_eq!((kind, clauses[0].conditions.len()), (ComprehensionKind::Dict, 2));
    for source in ["[lambda: x for x in y]", "[(x for z in x) for x in y]"] {
        let ExprKind::Call { function, arguments, .. } = value(source) else { panic!("{source}") };
        assert!(
            matches!(function.kind, ExprKind::Lambda(function) if function.name.id == "<listcomp>")
        );
        assert_eq!(arguments[0].kind, ExprKind::Name("y".to_owned()));
    }
}

#[test]
fn names_with_two_underscores_are_a_class_s_own() {
    let source = "class _A:\n    __x = 1\n    def __f(self, __y, __z__=0):\n        \
                  self.__g(__y, __k=__x)\n        import math as __m\n        class __B: pass\n";
    let expected = ["_A", "_A__B", "_A__f", "_A__g", "_A__x", "_A__y", "__k", "__z__", "self"];
    assert_eq!(names(source), expected);
    assert_eq!(names("class __:\n    __x = 1\n"), ["__", "__x"]);
    assert_eq!(names("__x = 1\n"), ["__x"]);
}

#[test]
fn what_comes_from_a_module_has_a_name_with_a_dot() {
    for (source, expected) in [
        ("import time\ntime.sleep(1)\n", vec!["time.sleep"]),
        ("import time as t\nclass A:\n    x = t.sleep\n", vec!["A", "time.sleep", "x"]),
        ("from math import pi as p, e\n", vec!["e", "math.e", "math.pi", "p"]),
        ("import math\ndef f(math):\n    math.x\nmath.pi\n", vec!["f", "math", "math.pi", "x"]),
        (
            "def f():\n    import math\n    return lambda: math.pi\nmath\n",
            vec!["<lambda>", "f", "math", "math.pi"],
        ),
    ] {
        assert_eq!(names(source), expected, "{source}");
    }
}

#[test]
fn an_f_string_is_texts_and_values() {
    let ExprKind::FString(parts) = value("'a' f'b{x}{{' rf'\\{y!a}' f'{ z = }{z=:>{w}}' 'c'")
    else {
        panic!("an f-string");
    };
    let show = |parts: &[FStringPart]| -> Vec<String> {
        let show = |part: &FStringPart| match part {
            FStringPart::Text(text) => text.clone(),
            FStringPart::Value { conversion, spec, .. } => {
                format!("<{}{}>", conversion.symbol(), spec.len())
            }
        };
        parts.iter().map(show).collect()
    };
    assert_eq!(show(&parts), ["ab", "<0>", "{\\", "<!a0>", " z = ", "<!r0>", "z=", "<2>", "c"]);
    let Some(FStringPart::Value { spec, .. }) = parts.get(7) else { panic!("a value") };
    assert_eq!(show(spec), [">", "<0>"]);
    assert_eq!(value("f'a{{' 'b'"), ExprKind::Str("a{b".to_owned()));
    assert_eq!(value("f''"), ExprKind::Str(String::new()));
    assert_eq!(value("b'a\\xff' b'\\n'"), ExprKind::Bytes(vec![b'a', 255, b'\n']));
}

#[test]
fn annotations_bind_names_and_are_not_evaluated() {
    let kinds = |source| body(source).into_iter().map(|stmt| stmt.kind).collect::<Vec<_>>();
    assert!(matches!(&kinds("x: 1 / 0\n")[..], [StmtKind::Declare(name)] if name.id == "x"));
    assert!(matches!(&kinds("(x): 1 / 0\n")[..], [StmtKind::Pass]));
    assert!(matches!(&kinds("x: 1 / 0 = 2\n")[..], [StmtKind::Assign { .. }]));
    assert!(matches!(&kinds("x.y: 1 / 0\n")[..], [StmtKind::Expr(_)]));
    assert!(matches!(&kinds("x[y]: 1 / 0\n")[..], [StmtKind::Expr(_)]));
    assert_eq!(names("def f(x: a = b) -> c: pass\n"), ["b", "f", "x"]);
}

#[test]
fn several_contexts_are_nested() {
    let StmtKind::With { target, body, .. } =
        &body("with a as b, c as (d, e):\n    pass\n")[0].kind
    else {
        panic!("a `with`");
    };
    assert!(target.is_some());
    let StmtKind::With { target, body, .. } = &body[0].kind else { panic!("a `with`") };
    assert!(target.is_some() && matches!(body[0].kind, StmtKind::Pass));
}
