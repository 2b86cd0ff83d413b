/** Numbers and names as the page writes them. */
import type { Argument, Environment, Model } from "../generated/types";

const whole = new Intl.NumberFormat("en", { maximumFractionDigits: 0 });
const tenths = new Intl.NumberFormat("en", { maximumFractionDigits: 1 });
const hundredths = new Intl.NumberFormat("en", { maximumFractionDigits: 2 });
const thousandths = new Intl.NumberFormat("en", { maximumFractionDigits: 3 });

/** Milliseconds, as exact as is of use. */
export function milliseconds(ms: number): string {
  if (ms > 0 && ms < 0.01) return thousandths.format(ms);
  if (ms >= 100) return whole.format(ms);
  return (ms >= 10 ? tenths : hundredths).format(ms);
}

/** A time in the unit that needs the fewest digits. */
export function duration(ms: number): string {
  const [value, unit] = ms < 0.1 ? [ms * 1000, "µs"] : ms < 1000 ? [ms, "ms"] : [ms / 1000, "s"];
  return `${Number(value.toPrecision(3)).toLocaleString("en")} ${unit}`;
}

export function count(value: number): string {
  return whole.format(value);
}

/** A ratio of times. */
export function times(ratio: number): string {
  return `${ratio.toFixed(2)}×`;
}

/** In place of a speedup that there is none of. */
export function unmeasured(model: Model): string {
  return model === "sequential" ? "baseline" : "too short";
}

export function interval(low: number, high: number): string {
  return `${low.toFixed(2)} – ${high.toFixed(2)}`;
}

export function percent(part: number): string {
  return `${whole.format(part * 100)} %`;
}

export function workersName(workers: number): string {
  return workers === 1 ? "1 worker" : `${count(workers)} workers`;
}

/** A value as Python would write it, but with digits grouped. */
export function argument(value: Argument): string {
  if (typeof value === "boolean") return value ? "True" : "False";
  if (typeof value === "string") return JSON.stringify(value);
  return Number.isInteger(value) ? whole.format(value) : String(value);
}

/** `a`, `a and b`, `a, b and c`. */
export function list(items: readonly string[]): string {
  const last = items.at(-1) ?? "";
  return items.length < 2 ? last : `${items.slice(0, -1).join(", ")} and ${last}`;
}

/** A title inside a sentence. Abbreviations keep their capitals. */
export function inSentence(title: string): string {
  return /^\p{Lu}\p{Ll}/u.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title;
}

/** A text as a sentence of its own. */
export function sentenceOf(text: string): string {
  const start = text.charAt(0).toUpperCase() + text.slice(1);
  return /[.!?]$/.test(start) ? start : `${start}.`;
}

/** The sentences of a text: a full stop within a number ends none. */
export function sentencesOf(text: string): string[] {
  return text.split(/(?<=[.!?]) +/).filter((sentence) => sentence !== "");
}

/** A Python name in words. */
export function words(name: string): string {
  const text = name.replaceAll("_", " ").trim();
  return text.length > 2 ? text.charAt(0).toUpperCase() + text.slice(1) : name;
}

/** Null for a time that is none, which a report from elsewhere may claim. */
export function dateOf(time: number): Date | null {
  const date = new Date(time);
  return Number.isNaN(date.getTime()) ? null : date;
}

/** `2026-11-20`. */
export function day(time: number): string {
  return dateOf(time)?.toISOString().slice(0, 10) ?? "unknown day";
}

/** The start of a text that may be of any length. */
export function clipped(text: string, length: number): string {
  return text.length > length ? `${text.slice(0, length)}…` : text;
}

/** The device in one line. */
export function device({
  cores,
  isolated,
  timerStepUs,
  build,
  version,
  userAgent,
}: Environment): string {
  const coresName = cores === 1 ? "1 core" : `${cores} cores`;
  const clock = `clock step ${tenths.format(timerStepUs)} µs`;
  if (build === "cpython") return [python(version, userAgent), coresName, clock].join(" · ");
  const isolation = isolated ? "cross-origin isolated" : "not cross-origin isolated";
  const engine = `${build} build, version ${clipped(version, 40)}`;
  return [coresName, isolation, clock, engine].join(" · ");
}

/** A Python with its platform, which may name it already. */
export function python(version: string, platform: string): string {
  const name = `CPython ${clipped(version, 40)}`;
  return clipped(platform.startsWith(name) ? platform : `${name}, ${platform}`, 160);
}

/** A text as it stands in HTML and XML, also within quotes. */
export function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
