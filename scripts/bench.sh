#!/usr/bin/env bash
# bench.sh - speed of the native and the WebAssembly build, and sizes. Figures depend on the machine; run it on
# one that does nothing else.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
./build.sh build >/dev/null
cargo build --quiet --release --bin evaluate
node scripts/bench.mjs
cargo bench --quiet
node scripts/sizes.mjs
