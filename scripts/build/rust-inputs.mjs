// What a cargo build may depend on: everything that belongs to nobody else.
import { allBut } from "../lib/stamp.mjs";

export const rustInputs = () =>
  allBut(
    "www",
    "tests",
    "scripts",
    "index.html",
    "embed.html",
    "vite.config.ts",
    "tsconfig.json",
    ".oxlintrc.json",
  );

/** The flags that come from outside the checkout; the toolchain's own version is among the inputs. */
export const rustVersions = [
  process.env.RUSTFLAGS ?? "",
  process.env.CARGO_ENCODED_RUSTFLAGS ?? "",
];
