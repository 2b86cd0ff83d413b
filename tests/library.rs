//! What Python's modules have and the playground's have not stands in `docs/library.md`, and nothing
//! else is missing: compared with `dir()` of the modules of the machine's own CPython, and of their
//! classes. Those that `NEWER` names, separated by spaces, are asked as well when it is recorded:
//! `RECORD=1 NEWER=python3.13 cargo test --test library`.
#![cfg(not(any(target_arch = "wasm32", gil_loom)))]

mod run;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::path::PathBuf;
use std::process::Command;

use gil_playground::lang::{is_builtin, is_module};
use gil_playground::vm::Plain;
use run::{End, run};

/// The modules of the table.
const MODULES: &str = "abc argparse array asyncio atexit base64 binascii bisect calendar cmath collections collections.abc colorsys \
    concurrent.futures configparser contextlib contextvars copy csv dataclasses datetime decimal difflib enum \
    errno fnmatch fractions functools gc getopt getpass glob graphlib gzip hashlib heapq hmac html html.entities \
    html.parser http inspect io itertools json keyword logging logging.config logging.handlers math \
    multiprocessing multiprocessing.connection multiprocessing.managers multiprocessing.pool \
    multiprocessing.shared_memory numbers operator os os.path pathlib pickle platform pprint queue random re \
    reprlib resource sched secrets shlex shutil signal socket stat statistics string struct subprocess sys \
    sysconfig tempfile textwrap threading time timeit traceback types typing unittest urllib.error urllib.parse \
    urllib.request uuid warnings weakref zlib";

/// Prints a line for each public name of a module: the module, the name, and what a class has.
const ASK: &str = r#"
import importlib, sys, types, warnings
warnings.simplefilter("ignore")
FIELDS = types.MemberDescriptorType, types.GetSetDescriptorType, property
def is_of_instances(kind, name):
    value = getattr(kind, name, None)
    return isinstance(value, FIELDS) or type(value).__name__ in ("_tuplegetter", "cached_property")
for name in sys.argv[1].split():
    module = importlib.import_module(name)
    for member in getattr(module, "__all__", None) or dir(module):
        value = getattr(module, member, None)
        if member.startswith("_") or isinstance(value, types.ModuleType):
            continue
        own = []
        if isinstance(value, type):
            own = [each for each in dir(value) if not each.startswith("_") and not is_of_instances(value, each)]
        print(name, member, *own)
"#;

/// What each public name of each module has, if it is a class.
type Names = BTreeMap<String, BTreeMap<String, BTreeSet<String>>>;

/// What is missing: names of a module, and `Class.name`.
type Missing = BTreeMap<String, BTreeSet<String>>;

fn ask(python: &str, names: &mut Names) {
    let output = Command::new(python).args(["-c", ASK, MODULES]).output().expect("it can be asked");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    for line in String::from_utf8(output.stdout).expect("UTF-8").lines() {
        let mut words = line.split(' ').map(str::to_owned);
        let (Some(module), Some(member)) = (words.next(), words.next()) else { continue };
        names.entry(module).or_default().entry(member).or_default().extend(words);
    }
}

/// What is missing here of those.
fn missing(names: &Names) -> Missing {
    let mut missing = Missing::new();
    let mut source = String::new();
    for (module, members) in names {
        let here = missing.entry(module.clone()).or_default();
        assert!(is_module(module), "{module}");
        let _ = writeln!(source, "import {module}");
        for (member, own) in members {
            let name = format!("{module}.{member}");
            if !is_builtin(&name) {
                here.insert(member.clone());
            } else if !own.is_empty() {
                let own: Vec<_> = own.iter().collect();
                let _ = writeln!(source, "show({module:?}, {member:?}, {name}, {own:?})");
            }
        }
    }
    let show = "def show(module, member, value, names):\n    \
                for name in names:\n        \
                if isinstance(value, type) and not hasattr(value, name):\n            \
                print(module, f'{member}.{name}')\n";
    let (output, end, traceback) = run::<Plain>(&format!("{show}{source}"), 1, 50_000_000);
    if let End::Refused(why) = &end {
        panic!("{why}");
    }
    assert!(matches!(end, End::Finished), "{traceback}");
    for line in output.lines() {
        if let Some((module, name)) = line.split_once(' ') {
            missing.entry(module.to_owned()).or_default().insert(name.to_owned());
        }
    }
    missing
}

const HEAD: &str = "# The library\n\n\
    What CPython's modules have and the playground's have not, by `dir()` of the modules and of their \
    classes, without what is an attribute of their instances alone. Everything else that is public is there. What is listed is refused by name where it is \
    reached; of a class it may be an attribute of its instances all the same. `tests/library.rs` \
    compares this table with the machine's own CPython.\n\n\
    | module | names there | missing |\n| --- | --- | --- |\n";

fn table(names: &Names, missing: &Missing) -> String {
    let mut table = HEAD.to_owned();
    for (module, members) in names {
        let lacks = missing.get(module).cloned().unwrap_or_default();
        let there = members.keys().filter(|member| !lacks.contains(*member)).count();
        let lacks: Vec<_> = lacks.iter().map(|name| format!("`{name}`")).collect();
        let _ = writeln!(table, "| `{module}` | {there} | {} |", lacks.join(" "));
    }
    table
}

/// The names that the table lists.
fn listed(table: &str) -> Missing {
    let rows = table.lines().filter(|line| line.starts_with("| `"));
    let names = rows.map(|row| {
        let mut cells = row.trim_matches('|').split('|').map(str::trim);
        let module = cells.next().unwrap_or_default().trim_matches('`').to_owned();
        let lacks = cells.nth(1).unwrap_or_default().split_whitespace();
        (module, lacks.map(|name| name.trim_matches('`').to_owned()).collect())
    });
    names.collect()
}

#[test]
fn what_is_missing_stands_in_the_table() {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("docs/library.md");
    let mut names = Names::new();
    ask("python3", &mut names);
    if std::env::var("RECORD").is_ok() {
        for newer in std::env::var("NEWER").unwrap_or_default().split_whitespace() {
            ask(newer, &mut names);
        }
        let missing = missing(&names);
        std::fs::write(&path, table(&names, &missing)).expect("it is written");
        return;
    }
    let listed = listed(&std::fs::read_to_string(&path).expect("it is recorded"));
    for (module, lacks) in missing(&names) {
        let untold: Vec<_> = lacks
            .iter()
            .filter(|name| !listed.get(&module).is_some_and(|it| it.contains(*name)))
            .collect();
        assert!(
            untold.is_empty(),
            "{module} lacks {untold:?}: record it, and say so in LIMITATIONS.md"
        );
        let known = names.get(&module).map(|members| members.keys().collect::<BTreeSet<_>>());
        for name in listed.get(&module).into_iter().flatten() {
            let is_known = known.as_ref().is_some_and(|known| known.contains(name));
            assert!(!is_known || lacks.contains(name), "{module} has {name}: record it");
        }
    }
}
