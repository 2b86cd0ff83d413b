// The Rust toolchain that rust-toolchain.toml names.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../lib/paths.mjs";
import { output, run, which } from "../lib/shell.mjs";
import { Stop, step } from "../lib/step.mjs";

export async function installToolchain() {
  if (!which("rustup")) {
    throw new Stop("rustup is not installed. See https://rustup.rs, then run this command again.");
  }
  const { channel, components, targets } = wanted();
  // Explicit, so that it also works where rustup may not install by itself.
  if (!(await isInstalled(channel, components, targets))) {
    await step(`Install Rust ${channel}`, () =>
      run("rustup", "rustup", [
        "toolchain",
        "install",
        channel,
        "--no-self-update",
        "--profile=minimal",
        ...components.map((component) => `--component=${component}`),
        ...targets.map((target) => `--target=${target}`),
      ]),
    );
  }
  process.env.RUSTUP_TOOLCHAIN = channel;
}

/** @returns {{ channel: string, components: string[], targets: string[] }} */
function wanted() {
  const file = readFileSync(join(root, "rust-toolchain.toml"), "utf8");
  const value = (/** @type {string} */ key) => new RegExp(`^${key} = (.*)$`, "m").exec(file)?.[1];
  const channel = value("channel");
  if (!channel) throw new Stop("rust-toolchain.toml names no channel.");
  return {
    channel: JSON.parse(channel),
    components: JSON.parse(value("components") ?? "[]"),
    targets: JSON.parse(value("targets") ?? "[]"),
  };
}

/** @param {string} channel @param {string[]} components @param {string[]} targets */
async function isInstalled(channel, components, targets) {
  const list = (/** @type {string} */ kind) =>
    output("rustup", [kind, "list", "--installed", "--toolchain", channel]);
  const [gotComponents, gotTargets] = await Promise.all([list("component"), list("target")]);
  if (gotComponents === null || gotTargets === null) return false;
  const lines = gotComponents.split("\n");
  return (
    // Listed with the host's triple behind their names, except rust-src.
    components.every((name) =>
      lines.some((line) => line === name || line.startsWith(`${name}-`)),
    ) && targets.every((target) => gotTargets.split("\n").includes(target))
  );
}
