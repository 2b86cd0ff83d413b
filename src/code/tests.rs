//! What a compiled program tells of itself.

use super::{Module, compile, disassemble};
use crate::lang::Source;

fn module(source: &str) -> Module {
    compile(Source::new(source)).expect("it compiles")
}

#[test]
fn only_functions_of_the_module_itself_are_found() {
    let found = module("class A:\n    def task(self): pass\ndef f():\n    def task(): pass\n");
    assert!(found.function("task").is_none());
    let found = module("def task(a): pass\nif 1:\n    def task(a, b): pass\n");
    let task = found.function("task").expect("it is there");
    assert_eq!(task.parameters, ["a", "b"]);
}

#[test]
fn functions_know_what_they_are_in() {
    let module = module(
        "class A:\n    def m(self):\n        def f(): pass\n        return lambda: f\n\
         def g():\n    global h\n    def h(): pass\n",
    );
    let names: Vec<_> =
        module.functions()[1..].iter().map(|function| function.qualname.as_str()).collect();
    assert_eq!(names[..4], ["A", "A.m", "A.m.<locals>.f", "A.m.<locals>.<lambda>"]);
    assert_eq!(names[4..6], ["g", "h"]);
}

#[test]
fn programs_cannot_disturb_the_prelude() {
    let module = module("def sum(a): return len(a)\ndef sorted(): pass\n");
    let own = module.function("sum").expect("it is the program's");
    assert!(!own.is_hidden);
    let at = module.prelude_function("sum").expect("it is the prelude's");
    let hidden = &module.functions()[at];
    assert!(hidden.is_hidden && hidden.name == ".sum");
    assert!(module.prelude_function("no such function").is_none());
    assert!(!disassemble(&module).contains(".sum"));
    for function in module.functions().iter().filter(|function| function.is_hidden) {
        assert!(function.defaults.iter().all(Option::is_some), "{}", function.name);
        assert!(function.free.is_empty() || !function.name.starts_with('.'), "{}", function.name);
    }
}

#[test]
fn long_displays_and_texts_do_not_run_out_of_registers() {
    let items = (0..5000).map(|item| format!("x{}", item % 7)).collect::<Vec<_>>().join(", ");
    let parts = "{x0:{x1}}-".repeat(1000);
    let source = format!(
        "x0 = x1 = x2 = x3 = x4 = x5 = x6 = 1\n[{items}]\n({items})\n{{{items}}}\nf'{parts}'\n\
         {{{}}}\n",
        (0..5000).map(|item| format!("{item}: x0")).collect::<Vec<_>>().join(", ")
    );
    assert!(module(&source).functions()[0].registers < 40);
}

#[test]
fn copies_of_finally_are_bounded() {
    let nested = (0..20).map(|depth| {
        let indent = " ".repeat(depth);
        format!("{indent}try: f()\n{indent}finally:\n")
    });
    let source = nested.collect::<String>() + &" ".repeat(20) + "f()\n";
    let problems = compile(Source::new(source)).expect_err("it doubles with each nesting");
    assert_eq!(problems[0].message, "the program is too large");
}
