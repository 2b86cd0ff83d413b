//! Sources to try: bytes, tokens in any order, and programs with something changed.

use std::path::Path;

use fastrand::Rng;

use crate::{program, write};

/// Tokens of the language and beyond it, with two spaces or an end of line between them.
const TOKENS: &str = r#"def f(x):  class C:  class D(C):  if x:  elif y:  else:  while x:  for x in y:
try:  except ValueError as e:  except:  finally:  with x as y:  return  yield  raise  assert  del
pass  break  continue  global x  nonlocal x  lambda x:  import math  from queue import Queue  from
import  as  in  not in  is  is not  not  and  or  if  else  for  async  await  match  case  @  :=
*  **  ->  ...  (  )  [  ]  {  }  ()  []  {}  ,  :  ;  .  =  ==  +=  //=  <  !=  +  -  /  //  %  <<
>>  ~  &  |  ^  x  y  self  f  print  len  range  super()  __init__  __name__  True  None  0  1
-1  2.5  1e999  0x  1_0  9  99999999999999999999  10 ** 9  'a'  ''  "  '  f'{x}'  f'{x!r:>{y}}'
f'{  b'\xff'  '''  \  é  \t  # x"#;

/// What a changed number becomes.
const NUMBERS: [&str; 12] = [
    "0",
    "-1",
    "2",
    "1e308",
    "(10 ** 9)",
    "9223372036854775807",
    "-9223372036854775808",
    "(2 ** 64)",
    "4611686018427387904",
    "float('nan')",
    "1000000",
    "(1 << 20000)",
];

/// What sources are made from.
pub(crate) struct Inputs {
    tokens: Vec<&'static str>,
    corpus: Vec<String>,
}

impl Inputs {
    /// Reads the programs that are compared with CPython.
    pub(crate) fn new() -> Self {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/programs");
        let mut paths = Vec::new();
        for subfolder in std::fs::read_dir(folder).expect("the folder is there").flatten() {
            let Ok(files) = std::fs::read_dir(subfolder.path()) else { continue };
            paths.extend(files.flatten().map(|file| file.path()));
        }
        paths.sort();
        let corpus: Vec<_> =
            paths.iter().map(|path| std::fs::read_to_string(path).expect("UTF-8")).collect();
        assert!(corpus.len() >= 500, "programs are missing");
        let tokens = TOKENS.lines().flat_map(|line| line.split("  ")).collect();
        Self { tokens, corpus }
    }

    /// The source of a seed.
    pub(crate) fn write(&self, seed: u64) -> String {
        let rng = &mut Rng::with_seed(seed);
        match rng.u32(..10) {
            0 => bytes(rng),
            1 => self.soup(rng),
            2..=4 => {
                let text = program::text(&write::program(rng.u64(..)));
                self.changed(text, rng)
            }
            _ => self.changed(self.any(rng).to_owned(), rng),
        }
    }

    fn any(&self, rng: &mut Rng) -> &str {
        &self.corpus[rng.usize(..self.corpus.len())]
    }

    fn changed(&self, mut text: String, rng: &mut Rng) -> String {
        for _ in 0..rng.usize(1..5) {
            text = match rng.u32(..10) {
                0..=2 => lines(&text, self.any(rng), rng),
                3..=5 => self.words(&text, self.any(rng), rng),
                6 | 7 => numbers(&text, rng),
                8 => characters(&text, rng),
                _ => spliced(&text, self.any(rng), rng),
            };
        }
        text
    }

    fn soup(&self, rng: &mut Rng) -> String {
        let mut text = String::new();
        let mut indent = 0;
        for _ in 0..rng.usize(..60) {
            let token = self.tokens[rng.usize(..self.tokens.len())];
            text += token;
            if rng.u32(..3) > 0 && !token.ends_with(':') {
                text.push(' ');
                continue;
            }
            indent = if token.ends_with(':') { indent + 1 } else { rng.usize(..=indent) };
            text += "\n";
            text += &" ".repeat(4 * indent);
        }
        text
    }

    /// A word in place of another, from here or from another program.
    fn words(&self, text: &str, other: &str, rng: &mut Rng) -> String {
        let is_word = |c: char| c.is_alphanumeric() || c == '_';
        let (here, there) = (bounds(text, is_word), bounds(other, is_word));
        if here.is_empty() || there.is_empty() {
            return self.soup(rng);
        }
        let (from, to) = here[rng.usize(..here.len())];
        let word = match rng.u32(..3) {
            0 => {
                let (from, to) = here[rng.usize(..here.len())];
                &text[from..to]
            }
            1 => {
                let (from, to) = there[rng.usize(..there.len())];
                &other[from..to]
            }
            _ => self.tokens[rng.usize(..self.tokens.len())],
        };
        format!("{}{word}{}", &text[..from], &text[to..])
    }
}

fn bytes(rng: &mut Rng) -> String {
    let mut bytes = vec![0; rng.usize(..300)];
    rng.fill(&mut bytes);
    if rng.bool() {
        for byte in &mut bytes {
            *byte = if *byte % 7 == 0 { b'\n' } else { *byte % 96 + 32 };
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// A line less, or twice, or elsewhere, or from another program, or further in or out.
fn lines(text: &str, other: &str, rng: &mut Rng) -> String {
    let mut lines: Vec<_> = text.lines().map(str::to_owned).collect();
    if lines.is_empty() {
        return other.to_owned();
    }
    let (at, to) = (rng.usize(..lines.len()), rng.usize(..lines.len()));
    match rng.u32(..5) {
        0 => drop(lines.remove(at)),
        1 => lines.insert(to, lines[at].clone()),
        2 => lines.swap(at, to),
        3 => {
            let others: Vec<_> = other.lines().collect();
            lines.insert(to, others[rng.usize(..others.len())].to_owned());
        }
        _ if lines[at].starts_with("    ") && rng.bool() => drop(lines[at].drain(..4)),
        _ => lines[at].insert_str(0, "    "),
    }
    lines.join("\n") + "\n"
}

/// Where words of letters and digits begin and end.
fn bounds(text: &str, is_in: impl Fn(char) -> bool) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut start = None;
    for (at, c) in text.char_indices().chain([(text.len(), '\0')]) {
        match start {
            None if is_in(c) => start = Some(at),
            Some(from) if !is_in(c) => {
                found.push((from, at));
                start = None;
            }
            _ => {}
        }
    }
    found
}

/// Another number in place of one.
fn numbers(text: &str, rng: &mut Rng) -> String {
    let found = bounds(text, |c| c.is_ascii_digit());
    if found.is_empty() {
        return text.to_owned();
    }
    let (from, to) = found[rng.usize(..found.len())];
    format!("{}{}{}", &text[..from], NUMBERS[rng.usize(..NUMBERS.len())], &text[to..])
}

/// A few characters less, or twice.
fn characters(text: &str, rng: &mut Rng) -> String {
    let characters: Vec<_> = text.chars().collect();
    if characters.is_empty() {
        return text.to_owned();
    }
    let at = rng.usize(..characters.len());
    let end = (at + rng.usize(1..9)).min(characters.len());
    let (head, tail) = if rng.bool() { (at, end) } else { (end, at) };
    characters[..head].iter().chain(&characters[tail..]).collect()
}

/// The beginning of one program and the end of another.
fn spliced(text: &str, other: &str, rng: &mut Rng) -> String {
    let (first, second): (Vec<_>, Vec<_>) = (text.lines().collect(), other.lines().collect());
    let (to, from) = (rng.usize(..=first.len()), rng.usize(..=second.len()));
    [&first[..to], &second[from..]].concat().join("\n") + "\n"
}
