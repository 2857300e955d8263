#!/usr/bin/env bash
# setup.sh build|test - gets what building needs, or that and what the tests need.
# Does only what is missing; the independent parts run at the same time.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
# shellcheck source=scripts/lib.sh
. scripts/lib.sh
purpose=${1:-test}
started=$SECONDS
logs=$(mktemp -d)
trap 'rm -rf "$logs"' EXIT

have node || fail "Node.js is missing" "Install Node.js 20 or later from https://nodejs.org or your distribution"
[ "$(node -p 'process.versions.node.split(".")[0] >= 20')" = true ] ||
  fail "Node.js $(node -v) is too old" "Install Node.js 20 or later"
have npm || fail "npm is missing" "Install npm with Node.js"
[ -n "$wasm_bindgen_version" ] || fail "Cargo.toml pins no wasm-bindgen" "Write 'wasm-bindgen = \"=x.y.z\"' there"

# --- What the system's package manager provides: browsers and the driver for Chromium.
system_packages() {
  local missing=()
  [ -n "$(find_chromium)" ] || missing+=(chromium)
  [ -n "$(find_chromedriver)" ] || missing+=(chromium-driver)
  [ -n "$(find_firefox)" ] || missing+=(firefox-esr)
  [ ${#missing[@]} = 0 ] && return
  on_debian_as_root ||
    fail "missing for the tests: ${missing[*]}" "Install Chrome or Chromium with its ChromeDriver, and Firefox (or name them in CHROMIUM, CHROMEDRIVER, FIREFOX)"
  say "  ${missing[*]}"
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null ||
    fail "apt-get could not install ${missing[*]}" "Run 'apt-get install ${missing[*]}' to see why"
}

# --- Tools that cargo builds. A debug build without symbols takes half the time and is fast enough.
# version_of TOOL - what the tool on PATH says it is.
version_of() { "$1" --version 2>/dev/null | sed -n '1s/^[^0-9]*\([0-9][0-9.]*\).*/\1/p'; }

# cargo_tool CRATE VERSION BINARY [FLAG...] - the binary on PATH has this version, or is built.
cargo_tool() {
  local crate=$1 version=$2 binary=$3 root
  shift 3
  if [ "$(version_of "$binary")" = "$version" ]; then return; fi
  root=$(tool_root "$crate" "$version")
  mkdir -p "$crossread_cache"
  (
    flock 8
    if [ -x "$root/bin/$binary" ] && [ "$(version_of "$root/bin/$binary")" = "$version" ]; then exit 0; fi
    say "  $crate $version (compiled once for this user, a minute or two)"
    # From outside the repository, so that its own settings and toolchain do not reach the tools.
    cd "$crossread_cache"
    if ! CARGO_PROFILE_DEV_DEBUG=0 cargo install --quiet --debug --force --root "$root" "$crate" --version "$version" "$@" \
      >"$logs/$crate.log" 2>&1; then
      tail -n 20 "$logs/$crate.log" >&2
      fail "cargo could not install $crate $version" "The lines above say why; a network and a C linker are needed"
    fi
    say "  $crate $version is ready"
  ) 8>"$crossread_cache/$crate.lock"
}

# --- npm's tools, exactly as locked.
npm_packages() {
  local stamp=node_modules/.crossread-lock
  if cmp -s package-lock.json "$stamp"; then return; fi
  say "  npm packages"
  if ! npm ci --ignore-scripts --no-audit --no-fund >"$logs/npm.log" 2>&1; then
    grep -v EBADENGINE "$logs/npm.log" | tail -n 20 >&2
    fail "npm could not install the locked packages" "The lines above say why; a network is needed"
  fi
  cp package-lock.json "$stamp"
}

wasm_bindgen_tool() { cargo_tool wasm-bindgen-cli "$wasm_bindgen_version" wasm-bindgen; }
wasm_pack_tool() { cargo_tool wasm-pack "$wasm_pack_version" wasm-pack --locked; }
geckodriver_tool() {
  [ -n "$(find_geckodriver)" ] || cargo_tool geckodriver "$geckodriver_version" geckodriver --locked
}
# One after the other: the package manager is held by one process at a time.
target_then_browsers() {
  scripts/ensure-wasm.sh
  if [ "$purpose" = test ]; then system_packages; fi
}

parts=(npm_packages target_then_browsers wasm_bindgen_tool wasm_pack_tool)
if [ "$purpose" = test ]; then parts+=(geckodriver_tool); fi
if ! have cargo; then
  # No Rust at all: Debian's packages bring cargo, and the rest needs it.
  target_then_browsers
  have cargo || fail "cargo is missing" "Install Rust from https://rustup.rs"
fi

say "setup: looking for what is missing"
pids=()
for part in "${parts[@]}"; do
  "$part" &
  pids+=($!)
done
failed=0
for pid in "${pids[@]}"; do wait "$pid" || failed=1; done
[ "$failed" = 0 ] || exit 1

# wasm-pack and the tests take what stands on PATH: it must be the pinned one.
[ "$(version_of wasm-bindgen)" = "$wasm_bindgen_version" ] ||
  fail "wasm-bindgen on PATH is $(version_of wasm-bindgen), Cargo.toml says $wasm_bindgen_version" "Remove $(command -v wasm-bindgen)"
have wasm-opt || fail "wasm-opt is missing" "Remove node_modules and run './build.sh setup' again"
say "setup: complete ($((SECONDS - started)) s)"
