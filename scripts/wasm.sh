#!/usr/bin/env bash
# wasm.sh - compiles the crate to WebAssembly with its JavaScript glue and type declarations: www/wasm/.
# The declarations that the front end is checked against are kept in the repository, www/crossread.d.ts;
# 'wasm.sh --accept' takes the generated ones over.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
# shellcheck source=scripts/lib.sh
. scripts/lib.sh

# The flags of .cargo/config.toml, and short names for where sources lie: paths of the building machine
# have no place in what is shipped.
flags=(
  -Ctarget-feature=+simd128
  "--remap-path-prefix=$PWD=."
  "--remap-path-prefix=$(rustc --print sysroot)/lib/rustlib/src/rust=rust"
)
for source in "${CARGO_HOME:-$HOME/.cargo}"/registry/src/*/; do flags+=("--remap-path-prefix=$source="); done
CARGO_ENCODED_RUSTFLAGS=$(IFS=$'\x1f' && printf '%s' "${flags[*]}")
export CARGO_ENCODED_RUSTFLAGS

log=$(mktemp)
trap 'rm -f "$log"' EXIT
# An old result that stays behind must not pass for a new one.
rm -f www/wasm/crossread_bg.wasm
if ! wasm-pack build --mode no-install --target web --profile wasm --no-pack --out-dir www/wasm . >"$log" 2>&1; then
  cat "$log" >&2
  fail "wasm-pack failed" "The lines above say where"
fi
# wasm-pack goes on quietly where wasm-opt is missing.
grep -q 'Optimizing wasm binaries' "$log" ||
  fail "wasm-opt did not run" "Remove node_modules and run './build.sh setup'"
plain="${CARGO_TARGET_DIR:-target}/$wasm_target/wasm/crossread.wasm"
[ "$(wc -c <www/wasm/crossread_bg.wasm)" -lt "$(wc -c <"$plain")" ] ||
  fail "wasm-opt left www/wasm/crossread_bg.wasm as large as it was" "Run 'wasm-opt --version' to see whether it works"
# The declarations of the module's own start are the bundler's business, not an embedder's.
sed '/^export type InitInput/,$d' www/wasm/crossread.d.ts >www/wasm/declarations.d.ts
if [ "${1:-}" = --accept ]; then cp www/wasm/declarations.d.ts www/crossread.d.ts; fi
