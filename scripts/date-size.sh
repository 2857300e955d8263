#!/usr/bin/env bash
# Prints what the dates layer weighs in the module as it is shipped: two builds for the browser, one of them without the
# layer, both optimised as wasm.sh does, are compared by layer-size.mjs.
set -euo pipefail
cd "$(dirname "$0")/.."
target=wasm32-unknown-unknown
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

for kind in with without; do
  RUSTFLAGS="-Ctarget-feature=+simd128 $([ $kind = with ] || echo --cfg=without_dates)" CARGO_TARGET_DIR="$work/target" \
    cargo build -q --profile wasm --target $target --lib
  node_modules/.bin/wasm-opt -O3 -g "$work/target/$target/wasm/crossread.wasm" -o "$work/$kind.wasm"
done
node scripts/layer-size.mjs date "$work/with.wasm" --without="$work/without.wasm"
