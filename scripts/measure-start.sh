#!/usr/bin/env bash
# How long does a first `npm start` take? In a fresh clone, with a cargo, a rustup and an npm that
# have nothing yet. Prints the seconds until each answer, and leaves nothing behind.
set -euo pipefail
source=$(cd "$(dirname "$0")/.." && pwd)
place=$(mktemp -d)
export CARGO_HOME=$place/cargo RUSTUP_HOME=$place/rustup npm_config_cache=$place/npm PORT=${PORT:-8099}

# Only the proxies that rustup is called by: no toolchain, no crate, no tool.
mkdir -p "$CARGO_HOME/bin" "$RUSTUP_HOME"
rustup=$(readlink -f "$(command -v rustup)")
for name in rustup cargo rustc rustdoc cargo-clippy cargo-fmt cargo-miri clippy-driver rustfmt; do
  ln -s "$rustup" "$CARGO_HOME/bin/$name"
done
# Neither the toolchain nor the flags of whoever measures; and its registry, if it has one of its own.
unset RUSTUP_TOOLCHAIN RUSTFLAGS CARGO_TARGET_DIR CARGO_PROFILE_DEV_DEBUG
for settings in config.toml config; do
  [ -f "$HOME/.cargo/$settings" ] && cp "$HOME/.cargo/$settings" "$CARGO_HOME/"
done
export PATH=$CARGO_HOME/bin:$PATH

git clone --quiet "$source" "$place/clone"
cd "$place/clone"
begin=$SECONDS
node scripts/start.mjs &
started=$!
trap 'kill $started 2>/dev/null || true; rm -rf "$place"' EXIT

until_answer() { # what, a pattern, in which file
  until curl --silent --fail "http://127.0.0.1:$PORT/$3" 2>/dev/null | grep --quiet "$2"; do
    kill -0 $started
    sleep 0.5
  done
  echo "== $1: $((SECONDS - begin)) s"
}
until_answer "says what is being built" "is being built" ""
until_answer "the page, without threads" 'id="page"' ""
until_answer "the page, with threads" "install" sw.js
