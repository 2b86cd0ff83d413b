/** Where and when a report was made, in words. */
import type { Environment, Report } from "../../generated/types";

/** In a few words, for beside a bar: `CPython 3.13.1`, `Firefox 140`. */
export function originOf({ build, version, userAgent }: Environment): string {
  if (build === "cpython") return `CPython ${version}`;
  if (build === "native") return "the engine outside a browser";
  return browserOf(userAgent) ?? "another device";
}

/** As in the banner: with its platform and its cores. */
export function originLine({ environment }: Report): string {
  const { build, cores, userAgent } = environment;
  const platform = build === "cpython" ? userAgent : platformOf(userAgent);
  const where = platform === "" ? "" : ` on ${platform}`;
  return `${originOf(environment)}${where}, ${cores === 1 ? "1 core" : `${cores} cores`}`;
}

const dateFormat = new Intl.DateTimeFormat("en", { dateStyle: "long", timeStyle: "short" });

export function dateLine({ startedAt }: Report): string {
  const date = new Date(startedAt);
  return Number.isNaN(date.getTime()) ? "at an unknown time" : dateFormat.format(date);
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
