//! What `re` matches by (`Modules/_sre`): a program made of a pattern by `src/lib/re`, run over a text,
//! with a stack of what to try when something does not match.

use super::chars;

/// Instructions, with their operands.
mod op {
    /// It matches.
    pub(super) const ACCEPT: u32 = 0;
    /// Character.
    pub(super) const CHAR: u32 = 1;
    /// Character in lower case: of either case.
    pub(super) const CHAR_OF_ANY_CASE: u32 = 2;
    /// Whether it may end a line.
    pub(super) const ANY: u32 = 3;
    /// Flags, number of ranges, the ranges: from, to; or a category with the highest bit, 0.
    pub(super) const SET: u32 = 4;
    /// What kind of place.
    pub(super) const AT: u32 = 5;
    /// Where to go on.
    pub(super) const JUMP: u32 = 6;
    /// Where to go on if what follows fails.
    pub(super) const TRY: u32 = 7;
    /// Which slot.
    pub(super) const MARK: u32 = 8;
    /// Which group, of any case.
    pub(super) const SAME: u32 = 9;
    /// Least, most, kind; then an instruction of one character.
    pub(super) const RUN: u32 = 10;
    /// Which counter.
    pub(super) const START: u32 = 11;
    /// Which counter, least, most, is it lazy, where to go on behind it; then the body.
    pub(super) const LOOP: u32 = 12;
    /// Must it fail, characters to go back, where to go on; then the body.
    pub(super) const LOOK: u32 = 13;
    /// Where to go on; then the body, which is not tried again.
    pub(super) const ONCE: u32 = 14;
    /// Which group, where to go on without it.
    pub(super) const IF: u32 = 15;
}

/// The kinds of a `RUN`.
const GREEDY: u32 = 0;
const LAZY: u32 = 1;

/// The flags of a `SET`.
const NEGATED: u32 = 1;
const OF_ANY_CASE: u32 = 2;
const ASCII: u32 = 4;

/// Marks a category in the place of a range.
const CATEGORY: u32 = 1 << 31;

/// No place in the text.
const NOWHERE: usize = usize::MAX;

/// So much may be tried: some 400 MB.
const MOST: usize = 1 << 24;

/// Where a match has to be.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Mode {
    /// Anywhere.
    Search,
    /// At the start.
    Start,
    /// From start to end.
    Whole,
}

/// It took too much memory.
pub(super) struct Exhausted;

type Found<T> = Result<Option<T>, Exhausted>;

/// What to do when something fails: go on elsewhere, or put back what has been changed.
enum Undo {
    Go {
        pc: usize,
        at: usize,
    },
    Slot {
        slot: usize,
        old: usize,
    },
    Counter {
        counter: usize,
        old: (u32, usize),
    },
    /// Takes one character less, down to the least.
    Shorter {
        pc: usize,
        at: usize,
        least: usize,
    },
    /// Takes one character more of the `RUN`.
    Longer {
        run: usize,
        at: usize,
        left: u32,
    },
    /// Takes one round more of the `LOOP`.
    Again {
        pc: usize,
        at: usize,
    },
}

/// A program that is run over a text.
pub(super) struct Matcher<'a> {
    code: &'a [u32],
    text: &'a str,
    mode: Mode,
    /// Where no match may end: an empty one has just been there.
    forbidden: usize,
    /// Starts and ends of groups, the whole match first; last the number of the group that ended last.
    slots: Vec<usize>,
    counters: Vec<(u32, usize)>,
    undo: Vec<Undo>,
}

impl<'a> Matcher<'a> {
    /// A program begins with the number of its groups and of its counters.
    pub(super) fn new(program: &'a [u32], text: &'a str, mode: Mode) -> Option<Self> {
        let [groups, counters, code @ ..] = program else { return None };
        Some(Self {
            code,
            text,
            mode,
            forbidden: NOWHERE,
            slots: vec![NOWHERE; *groups as usize * 2 + 3],
            counters: vec![(0, NOWHERE); *counters as usize],
            undo: Vec::new(),
        })
    }

    /// The next match from there on; an empty one not where one was found before.
    pub(super) fn next(&mut self, from: usize, is_behind_empty: bool) -> Found<&[usize]> {
        self.forbidden = if is_behind_empty { from } else { NOWHERE };
        let mut at = from;
        loop {
            if self.mode == Mode::Search
                && let Some(&[op::CHAR, wanted]) = self.code.first_chunk()
                && let Some(wanted) = char::from_u32(wanted)
            {
                match self.text[at..].find(wanted) {
                    Some(more) => at += more,
                    None => return Ok(None),
                }
            }
            self.slots.fill(NOWHERE);
            self.undo.clear();
            if let Some(end) = self.run(0, at)? {
                self.slots[0] = at;
                self.slots[1] = end;
                return Ok(Some(&self.slots));
            }
            match self.char_at(at) {
                Some((_, size)) if self.mode == Mode::Search => at += size,
                _ => return Ok(None),
            }
        }
    }

    #[inline]
    fn char_at(&self, at: usize) -> Option<(u32, usize)> {
        let byte = *self.text.as_bytes().get(at)?;
        if byte.is_ascii() {
            return Some((byte.into(), 1));
        }
        self.text[at..].chars().next().map(|c| (c.into(), c.len_utf8()))
    }

    fn char_before(&self, at: usize) -> Option<char> {
        self.text[..at].chars().next_back()
    }

    /// Runs until `ACCEPT`, and says where; or until nothing is left to be tried.
    #[expect(clippy::too_many_lines, reason = "an arm for each instruction")]
    fn run(&mut self, mut pc: usize, mut at: usize) -> Found<usize> {
        let floor = self.undo.len();
        loop {
            let code = self.code;
            let operand = |index: usize| code[pc + index];
            let target = |index: usize| code[pc + index] as usize;
            let mut holds = true;
            match operand(0) {
                op::ACCEPT => {
                    // Only the end of all is there that must be in a certain place.
                    let is_inner = pc + 1 < code.len();
                    let is_end = self.mode != Mode::Whole || at == self.text.len();
                    if is_inner || is_end && at != self.forbidden {
                        return Ok(Some(at));
                    }
                    holds = false;
                }
                op::AT => {
                    holds = self.is_at(operand(1), at);
                    pc += 2;
                }
                op::JUMP => pc = target(1),
                op::TRY => {
                    self.push(Undo::Go { pc: target(1), at })?;
                    pc += 2;
                }
                op::MARK => {
                    self.set(target(1), at)?;
                    if !operand(1).is_multiple_of(2) {
                        self.set(self.slots.len() - 1, target(1) / 2)?;
                    }
                    pc += 2;
                }
                op::SAME => match self.same(target(1), operand(2) != 0, at) {
                    Some(end) => {
                        at = end;
                        pc += 3;
                    }
                    None => holds = false,
                },
                op::RUN => {
                    let (least, most, kind) = (operand(1), operand(2), operand(3));
                    let behind = pc + 4 + self.length(pc + 4);
                    let wanted = if kind == LAZY { least } else { most };
                    let mut floor = if least == 0 { at } else { NOWHERE };
                    let mut count = 0;
                    while count < wanted
                        && let Some(next) = self.single(pc + 4, at)
                    {
                        at = next;
                        count += 1;
                        if count == least {
                            floor = at;
                        }
                    }
                    if count < least {
                        holds = false;
                    } else if kind == LAZY && most > least {
                        self.push(Undo::Longer { run: pc, at, left: most - least })?;
                    } else if kind == GREEDY && at > floor {
                        self.push(Undo::Shorter { pc: behind, at, least: floor })?;
                    }
                    pc = behind;
                }
                op::START => {
                    self.count(target(1), (0, NOWHERE))?;
                    pc += 2;
                }
                op::LOOP => {
                    let (count, last) = self.counters[target(1)];
                    let (is_needed, is_lazy) = (count < operand(2), operand(4) != 0);
                    let is_possible = count < operand(3) && last != at;
                    if !is_needed && (is_lazy || !is_possible) {
                        if is_possible {
                            self.push(Undo::Again { pc, at })?;
                        }
                        pc = target(5);
                    } else {
                        if !is_needed {
                            self.push(Undo::Go { pc: target(5), at })?;
                        }
                        self.count(target(1), (count + 1, at))?;
                        pc += 6;
                    }
                }
                op::LOOK => {
                    let (must_fail, behind) = (operand(1) != 0, target(3));
                    let depth = self.undo.len();
                    let start = (0..operand(2))
                        .try_fold(at, |at, _| self.char_before(at).map(|c| at - c.len_utf8()));
                    let found = match start {
                        Some(start) => self.run(pc + 4, start)?.is_some(),
                        None => false,
                    };
                    if found {
                        self.keep_changes(depth);
                        if must_fail {
                            self.put_back(depth);
                        }
                    }
                    holds = found != must_fail;
                    pc = behind;
                }
                op::ONCE => {
                    let (behind, depth) = (target(1), self.undo.len());
                    match self.run(pc + 2, at)? {
                        Some(end) => {
                            self.keep_changes(depth);
                            at = end;
                            pc = behind;
                        }
                        None => holds = false,
                    }
                }
                op::IF => {
                    let is_there = self.slots[target(1) * 2 + 1] != NOWHERE;
                    pc = if is_there { pc + 3 } else { target(2) };
                }
                _ => match self.single(pc, at) {
                    Some(next) => {
                        at = next;
                        pc += self.length(pc);
                    }
                    None => holds = false,
                },
            }
            if !holds {
                match self.retry(floor)? {
                    Some(other) => (pc, at) = other,
                    None => return Ok(None),
                }
            }
        }
    }

    /// Goes back to what was put down last: where to go on.
    fn retry(&mut self, floor: usize) -> Found<(usize, usize)> {
        while self.undo.len() > floor
            && let Some(undo) = self.undo.pop()
        {
            match undo {
                Undo::Slot { .. } | Undo::Counter { .. } => self.restore(&undo),
                Undo::Go { pc, at } => return Ok(Some((pc, at))),
                Undo::Shorter { pc, at, least } => {
                    let at = at - self.char_before(at).map_or(1, char::len_utf8);
                    if at > least {
                        self.push(Undo::Shorter { pc, at, least })?;
                    }
                    return Ok(Some((pc, at)));
                }
                Undo::Longer { run, at, left } => {
                    let Some(at) = self.single(run + 4, at) else { continue };
                    if left > 1 {
                        self.push(Undo::Longer { run, at, left: left - 1 })?;
                    }
                    return Ok(Some((run + 4 + self.length(run + 4), at)));
                }
                Undo::Again { pc, at } => {
                    let counter = self.code[pc + 1] as usize;
                    let (count, _) = self.counters[counter];
                    self.count(counter, (count + 1, at))?;
                    return Ok(Some((pc + 6, at)));
                }
            }
        }
        Ok(None)
    }

    fn push(&mut self, undo: Undo) -> Result<(), Exhausted> {
        if self.undo.len() == MOST {
            return Err(Exhausted);
        }
        self.undo.push(undo);
        Ok(())
    }

    fn set(&mut self, slot: usize, value: usize) -> Result<(), Exhausted> {
        let old = std::mem::replace(&mut self.slots[slot], value);
        self.push(Undo::Slot { slot, old })
    }

    fn count(&mut self, counter: usize, value: (u32, usize)) -> Result<(), Exhausted> {
        let old = std::mem::replace(&mut self.counters[counter], value);
        self.push(Undo::Counter { counter, old })
    }

    fn restore(&mut self, undo: &Undo) {
        match *undo {
            Undo::Slot { slot, old } => self.slots[slot] = old,
            Undo::Counter { counter, old } => self.counters[counter] = old,
            _ => {}
        }
    }

    /// What has matched is not tried in another way; but what it has changed may have to be put back.
    fn keep_changes(&mut self, depth: usize) {
        let mut at = 0;
        self.undo.retain(|undo| {
            at += 1;
            at <= depth || matches!(undo, Undo::Slot { .. } | Undo::Counter { .. })
        });
    }

    fn put_back(&mut self, depth: usize) {
        for undo in self.undo.split_off(depth).iter().rev() {
            self.restore(undo);
        }
    }

    /// Words of an instruction of one character.
    fn length(&self, pc: usize) -> usize {
        if self.code[pc] == op::SET { 3 + 2 * self.code[pc + 2] as usize } else { 2 }
    }

    /// Behind the character, if it matches such an instruction.
    #[inline]
    fn single(&self, pc: usize, at: usize) -> Option<usize> {
        let (c, size) = self.char_at(at)?;
        let operand = self.code[pc + 1];
        let holds = match self.code[pc] {
            op::CHAR => c == operand,
            op::CHAR_OF_ANY_CASE => lower(c) == operand,
            op::ANY => operand != 0 || c != u32::from('\n'),
            _ => self.is_in_set(pc, c),
        };
        holds.then_some(at + size)
    }

    fn is_in_set(&self, pc: usize, c: u32) -> bool {
        let flags = self.code[pc + 1];
        let ranges = &self.code[pc + 3..pc + self.length(pc)];
        let has = |c: u32| {
            ranges.chunks_exact(2).any(|range| {
                let [from, to] = [range[0], range[1]];
                if from & CATEGORY == 0 {
                    return (from..=to).contains(&c);
                }
                is_of(from & !CATEGORY, c, flags & ASCII != 0)
            })
        };
        let is_in = has(c) || flags & OF_ANY_CASE != 0 && (has(lower(c)) || has(upper(c)));
        is_in != (flags & NEGATED != 0)
    }

    /// Is it such a place?
    fn is_at(&self, kind: u32, at: usize) -> bool {
        let rest = &self.text[at..];
        let is_word =
            |c: Option<char>| c.is_some_and(|c| is_of(WORD, c.into(), kind == 7 || kind == 8));
        let is_boundary = || is_word(self.char_before(at)) != is_word(rest.chars().next());
        match kind {
            0 => at == 0,
            1 => at == 0 || self.char_before(at) == Some('\n'),
            2 => rest.is_empty(),
            3 => rest.is_empty() || rest == "\n",
            4 => rest.is_empty() || rest.starts_with('\n'),
            5 | 7 => is_boundary(),
            _ => !is_boundary(),
        }
    }

    /// Behind what is the same as that group.
    fn same(&self, group: usize, is_of_any_case: bool, at: usize) -> Option<usize> {
        let (start, end) = (self.slots[group * 2], self.slots[group * 2 + 1]);
        if start == NOWHERE || end == NOWHERE || start > end {
            return None;
        }
        let mut at = at;
        for c in self.text[start..end].chars() {
            let (other, size) = self.char_at(at)?;
            let is_same =
                other == u32::from(c) || is_of_any_case && lower(other) == lower(c.into());
            if !is_same {
                return None;
            }
            at += size;
        }
        Some(at)
    }
}

/// Categories, each with its opposite behind it.
const DIGIT: u32 = 0;
const SPACE: u32 = 2;
const WORD: u32 = 4;

fn is_of(category: u32, c: u32, is_ascii: bool) -> bool {
    let Some(c) = char::from_u32(c) else { return false };
    let is_known = c.is_ascii() || !is_ascii;
    let is_of = is_known
        && match category & !1 {
            DIGIT => chars::is_decimal(c),
            SPACE => chars::is_space(c) && !(is_ascii && c.is_ascii_control() && c > '\r'),
            _ => c == '_' || c.is_alphanumeric(),
        };
    is_of != (category & 1 != 0)
}

fn lower(c: u32) -> u32 {
    other(c, char::to_lowercase)
}

fn upper(c: u32) -> u32 {
    other(c, char::to_uppercase)
}

/// The character in another case, if that is one character.
fn other<I: Iterator<Item = char> + ExactSizeIterator>(c: u32, to: fn(char) -> I) -> u32 {
    let mut found = char::from_u32(c).map(to).into_iter().flatten();
    match (found.next(), found.next()) {
        (Some(one), None) => one.into(),
        _ => c,
    }
}
