// Takes a build apart: what programs seldom call goes into a secondary module, which an instance
// loads when it first calls some of it. The tool of this trade, Binaryen's wasm-split, is not in its
// npm package; the idea and its words (primary, secondary) are its.
import { readFileSync, writeFileSync } from "node:fs";

/** Names of what is seldom called, as Rust's paths without hashes. */
const RARE = [
  /num_bigint::/,
  /compiler_builtins::math::/,
  /memchr::(arch|memmem)::/,
  /gil_playground::experiment::(cpython|sweep)::/,
  /Engine>::sweep::/,
  /gil_playground::vm::(methods|modules|builtins|format|set|algebra|dunder|repr|codec)::/,
];

/** What the bundled programs call of it: a test sees that none of them loads more. */
const COMMON = [
  /num_bigint::.*(Clone|Deserialize|Display|ToPrimitive|Visitor)/,
  /num_bigint::.*>::(bits|extend_from_slice|normalize)$/,
  /num_bigint::biguint::(convert::to_(radix_le|str_radix_reversed)|division::div_rem_digit)$/,
  /compiler_builtins::math::.*::(log|log10|pow)$/,
  /vm::builtins::(function|iteration::sum|order::(extreme|sorted)|scalars::len)/,
  /vm::format::(format|number::(finish|whole)|spec::.*)\b/,
  /vm::methods::(construct|table)/,
  /vm::methods::bytes::(construct|hex|this|to_hex)/,
  /vm::methods::dict::(call|get|items|values|view)/,
  /vm::methods::list::(append|call|construct|copy|sort_by)/,
  /vm::methods::range::(construct|number)/,
  /vm::methods::str::(construct|part|this)/,
  /vm::methods::str::split::(AsciiWords|join|joined|list|list_of_words|split|split_arguments)\b/,
  /vm::modules::(class|constant|function|hashlib|sync|time)/,
  /vm::repr::(scalars|str)\b/,
];

/** What is smaller is not worth a stub, in instructions. */
const SMALL = 100;

/** The function that loads the secondary module, in src/web/secondary.rs. */
const LOAD = "$load_secondary";

/** What both modules use. */
const SHARED = new Set(["global", "memory", "table"]);

/** A name, as the text has it. */
const NAME = String.raw`\$(?:"(?:[^"\\]|\\.)*"|[^\s()"]+)`;

/** A part of a module's text: what it is, and its name with `$`. */
/** @typedef {{ kind: string, name: string, text: string }} Part */

/**
 * The primary module has a stub for each function of the other one that it calls: it calls what the
 * table `entries` has there, and sees before that the secondary module has put it there.
 * @param {string} file a module as text, as Binaryen writes it
 * @param {{ primary: string, secondary: string }} to where the texts of both go
 */
export function split(file, to) {
  const parts = partsOf(readFileSync(file, "utf8"));
  const leaving = new Map(parts.filter(isRare).map((part) => [part.name, part]));
  const staying = parts.filter(({ name }) => !leaving.has(name));
  const functions = new Map(staying.filter(isFunction).map((part) => [part.name, part]));
  if (!functions.has(LOAD)) throw new Error(`${file} has no function ${LOAD}`);
  const entries = called(staying).flatMap((name) => leaving.get(name) ?? []);
  const needed = called([...leaving.values()]).flatMap((name) => functions.get(name) ?? []);
  const shared = staying.filter(({ kind }) => SHARED.has(kind));
  const table = `(table $entries ${entries.length} funcref)`;

  writeModule(to.primary, [
    ...staying.map(({ text }) => text),
    table,
    `(export "entries" (table $entries))`,
    ...shared.map(({ kind, name }, at) => `(export "${kind}${at}" (${kind} ${name}))`),
    ...needed.map(({ name }, at) => `(export "${at}" (func ${name}))`),
    `(func $ensure (if (ref.is_null (table.get $entries (i32.const 0))) (then (call ${LOAD}))))`,
    ...entries.map(stub),
  ]);
  writeModule(to.secondary, [
    ...parts.filter(({ kind }) => kind === "type").map(({ text }) => text),
    ...shared.map((part, at) => `(import "primary" "${part.kind}${at}" ${declaration(part)})`),
    ...needed.map(({ name, text }, at) => {
      return `(import "primary" "${at}" (func ${name} ${signature(text).join(" ")}))`;
    }),
    `(import "primary" "entries" ${table})`,
    `(elem (table $entries) (i32.const 0) func ${entries.map(({ name }) => name).join(" ")})`,
    ...[...leaving.values()].map(({ text }) => text),
  ]);
}

/** @param {string} module @returns {Part[]} */
function partsOf(module) {
  const texts = module.replace(/^\(module.*\n/, "").replace(/\n?\)\s*$/, "").split(/\n(?= \()/);
  const imported = new RegExp(String.raw`^ \(import .*? \((func|global|memory|table) (${NAME})`);
  const defined = new RegExp(String.raw`^ \((\w+) (${NAME})`);
  return texts.map((text) => {
    const [, kind = "", name = ""] = imported.exec(text) ?? defined.exec(text) ?? [];
    return { kind, name, text };
  });
}

/** @param {Part} part */
function isFunction({ kind }) {
  return kind === "func";
}

/** @param {Part} part */
function isRare({ kind, name, text }) {
  const path = name.replaceAll(/^\$"?|"$|\[[0-9a-f]+\]/g, "");
  const isSmall = text.split("\n", SMALL).length < SMALL;
  if (kind !== "func" || isSmall || text.startsWith(" (import")) return false;
  return RARE.some((rare) => rare.test(path)) && !COMMON.some((common) => common.test(path));
}

/** The names of functions that are called, or whose address is taken. @param {Part[]} parts */
function called(parts) {
  const names = new Set();
  const listed = new RegExp(`(${NAME})`, "g");
  const uses = new RegExp(String.raw`(?:call|ref\.func) (${NAME})|\(export .* \(func (${NAME})\)`, "g");
  for (const { kind, text } of parts) {
    const isList = kind === "elem";
    const places = isList ? text.slice(text.indexOf(" func ")).matchAll(listed) : text.matchAll(uses);
    for (const [, name, exported] of places) names.add(name ?? exported);
  }
  return [...names];
}

/** Parameters and results of a function. @param {string} text */
function signature(text) {
  const [head = ""] = text.split("\n", 1);
  const groups = head.matchAll(/\((param|result) (?:\$\S+ )?([^()]+)\)/g);
  return [...groups].map(([, kind, types]) => `(${kind} ${types})`);
}

/** @param {Part} part @param {number} at its place in the table */
function stub({ name, text }, at) {
  const types = signature(text);
  const operands = types.filter((it) => it.startsWith("(param")).map((_, i) => `(local.get ${i})`);
  const type = types.join(" ");
  return `(func ${name} ${type} (call $ensure)
    (call_indirect $entries ${type} ${operands.join(" ")} (i32.const ${at})))`;
}

/** How what both use is imported. @param {Part} part */
function declaration({ kind, name, text }) {
  if (text.startsWith(" (import")) return text.replace(/^ \(import "[^"]*" "[^"]*" (.*)\)$/s, "$1");
  if (kind !== "global") return text.trim();
  const [, type = ""] = /^ \(global \S+ (\(mut \w+\)|\w+)/.exec(text) ?? [];
  return `(global ${name} ${type})`;
}

/** @param {string} file @param {string[]} parts */
function writeModule(file, parts) {
  writeFileSync(file, `(module\n${parts.join("\n")}\n)\n`);
}
