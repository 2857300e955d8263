#!/usr/bin/env bash
# test.sh [STEP...] - every test, or the steps named. Each step writes its output to target/test-logs/;
# of a failing step the end is shown. All steps run even if one fails.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
# shellcheck source=scripts/lib.sh
. scripts/lib.sh

# --- The steps, in the order in which they find faults soonest.

step_format() { cargo fmt --check; }
step_clippy() { cargo clippy --release --all-targets -- -D warnings; }
step_clippy_wasm() { cargo clippy --target "$wasm_target" --lib --test wasm -- -D warnings; }
step_rustdoc() { RUSTDOCFLAGS="-D warnings" cargo doc --no-deps --lib; }
# Tests that read other people's texts run where the folder with them is; elsewhere they are told as left out.
step_rust() {
  local -a how=()
  if [ -d ../shared ]; then how=(-- --include-ignored); fi
  cargo test --release --no-fail-fast "${how[@]}"
}
step_build() { scripts/wasm.sh && node scripts/bundle.mjs; }
# The declarations that the front end is checked against are those of the module.
step_declarations() {
  diff -u www/crossread.d.ts www/wasm/declarations.d.ts && return
  say "The types at the boundary changed. Take them over with './build.sh accept'."
  return 1
}
step_types() { tsc --project tsconfig.json; }
step_budgets() { node scripts/sizes.mjs --check; }
step_native_equals_wasm() { cargo build --release --bin evaluate && node --test tests/native_equals_wasm.mjs; }
step_boundary() { node --test tests/boundary.test.mjs; }
step_scripts() { node --test tests/scripts/*.test.mjs; }
step_packaging() { node --test tests/packaging/*.test.mjs; }
step_page() { node --test --test-concurrency=2 tests/page/*.test.mjs; }
# Debug builds, so that overflow and debug assertions count in the browser as well.
step_wasm_chromium() {
  wasm-pack test --mode no-install --headless --chrome --chromedriver "$(find_chromedriver)" -- --test wasm
}
step_wasm_firefox() {
  wasm-pack test --mode no-install --headless --firefox --geckodriver "$(find_geckodriver)" -- --test wasm
}
steps=(format clippy clippy_wasm rustdoc rust build declarations types budgets native_equals_wasm boundary scripts packaging page wasm_chromium wasm_firefox)

# --- Running them.

if [ "${1:-}" = list ]; then
  printf '%s\n' "${steps[@]}"
  exit 0
fi
for name in "$@"; do
  [[ " ${steps[*]} " == *" $name "* ]] || fail "there is no test step '$name'" "'./build.sh test list' names them"
done
[ $# = 0 ] || steps=("$@")

scripts/setup.sh test || exit 1
mkdir -p target/test-logs
# Node's runner in a form whose totals can be read.
export NODE_OPTIONS="${NODE_OPTIONS:-} --test-reporter=tap"
CHROMIUM=$(find_chromium)
FIREFOX=$(find_firefox)
GECKODRIVER=$(find_geckodriver)
export CHROMIUM FIREFOX GECKODRIVER

# Totals as cargo, wasm-bindgen's runner and Node print them; a step without any counts as one.
count() { # count LOG WORD-OF-CARGO WORD-OF-NODE
  awk -v cargo="^$2" -v node="^# $3 " '
    /^test result:/ { for (i = 2; i <= NF; i++) if ($i ~ cargo) n += $(i - 1) }
    $0 ~ node { n += $3 }
    END { print n + 0 }' "$1"
}

passed=0 failed=0 broken=()
all_started=$SECONDS
for name in "${steps[@]}"; do
  log=target/test-logs/$name.log
  started=$SECONDS
  "step_$name" >"$log" 2>&1
  status=$?
  p=$(count "$log" passed pass) f=$(count "$log" failed fail) out=$(count "$log" ignored skipped)
  if [ "$status" != 0 ] && [ "$f" = 0 ]; then f=1; fi
  if [ "$status" = 0 ] && [ "$f" != 0 ]; then status=1; fi
  if [ "$status" = 0 ] && [ "$p" = 0 ]; then p=1; fi
  passed=$((passed + p)) failed=$((failed + f))
  if [ "$status" = 0 ]; then
    left=
    if [ "$out" != 0 ]; then left=", $out left out"; fi
    printf 'ok      %-20s %5d passed%-11s (%d s)\n' "$name" "$p" "$left" $((SECONDS - started))
  else
    broken+=("$name")
    printf 'FAILED  %-20s %5d passed, %d failed (%d s)\n' "$name" "$p" "$f" $((SECONDS - started))
    printf '        the end of %s:\n' "$log"
    tail -n 60 "$log" | sed 's/^/        | /'
  fi
done

printf '%d passed, %d failed in %d s\n' "$passed" "$failed" $((SECONDS - all_started))
if [ ${#broken[@]} != 0 ]; then
  printf 'failing steps: %s\n' "${broken[*]}"
  exit 1
fi
