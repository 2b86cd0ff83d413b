/** Where and when a report was made, in words. */
import type { Environment, Report } from "../../generated/types";
import { clipped, dateOf, python } from "../format";

/** In a few words, for beside a bar: `CPython 3.13.1`, `Firefox 140`. */
export function originOf({ build, version, userAgent }: Environment): string {
  if (build === "cpython") return `CPython ${clipped(version, 40)}`;
  if (build === "native") return "the engine outside a browser";
  return browserOf(userAgent) ?? "another device";
}

/** What follows that in the banner: the platform and its cores. */
export function placeOf(environment: Environment): string {
  const { build, version, cores, userAgent } = environment;
  const coresName = cores === 1 ? "1 core" : `${cores} cores`;
  if (build === "cpython") {
    const name = originOf(environment);
    return `${python(version, userAgent).slice(name.length)}, ${coresName}`;
  }
  const platform = platformOf(userAgent);
  return `${platform === "" ? "" : ` on ${platform}`}, ${coresName}`;
}

const dateFormat = new Intl.DateTimeFormat("en", { dateStyle: "long", timeStyle: "short" });

export function dateLine({ startedAt }: Report): string {
  const date = dateOf(startedAt);
  return date === null ? "at an unknown time" : dateFormat.format(date);
}

/** The more particular names first: most browsers also claim to be the later ones. */
const BROWSERS: readonly [pattern: RegExp, name: string][] = [
  [/\bEdg\/(\d+)/, "Edge"],
  [/\bOPR\/(\d+)/, "Opera"],
  [/Firefox\/(\d+)/, "Firefox"],
  [/Chrome\/(\d+)/, "Chrome"],
  [/\bVersion\/(\d+)[\d.]* .*Safari/, "Safari"],
];

function browserOf(userAgent: string): string | null {
  for (const [pattern, name] of BROWSERS) {
    const version = pattern.exec(userAgent)?.[1];
    if (version !== undefined) return `${name} ${version}`;
  }
  return null;
}

function platformOf(userAgent: string): string {
  const platforms = ["Android", "iPhone", "iPad", "Windows", "Mac OS X", "CrOS", "Linux"];
  return platforms.find((platform) => userAgent.includes(platform)) ?? "";
}
