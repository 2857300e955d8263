# shellcheck shell=bash
# What every script here shares: how to speak, how to fail, where the tools are.
# Sourced with the repository as the working directory.

crossread_cache="${XDG_CACHE_HOME:-${HOME:-.}/.cache}/crossread"
wasm_target=wasm32-unknown-unknown

# Versions. wasm-bindgen has one home, Cargo.toml: crate and command-line tool must be exactly alike.
wasm_bindgen_version=$(sed -n 's/^wasm-bindgen *= *"=\([0-9.]*\)".*/\1/p' Cargo.toml)
wasm_pack_version=0.15.1
geckodriver_version=0.37.1

say() { printf '%s\n' "$*" >&2; }

# fail WHAT REMEDY - one line, naming the way out.
fail() {
  printf 'build.sh: %s. %s\n' "$1" "$2" >&2
  exit 1
}

have() { command -v "$1" >/dev/null 2>&1; }

on_debian_as_root() { have apt-get && have dpkg && [ "$(id -u)" = 0 ]; }

# Tools that cargo builds are kept for the user, by version, so that a second clone finds them made.
tool_root() { printf '%s/%s-%s' "$crossread_cache" "$1" "$2"; }

PATH="$PWD/node_modules/.bin:$(tool_root wasm-bindgen-cli "$wasm_bindgen_version")/bin:$(tool_root wasm-pack "$wasm_pack_version")/bin:$(tool_root geckodriver "$geckodriver_version")/bin:$PATH"
export PATH

first_of() {
  local name
  for name in "$@"; do
    if have "$name"; then command -v "$name"; return 0; fi
  done
  return 1
}

# Browsers: what the caller names first, then what the system usually calls them.
find_chromium() {
  if [ -n "${CHROMIUM:-}" ]; then printf '%s' "$CHROMIUM"; return 0; fi
  first_of chromium chromium-browser google-chrome google-chrome-stable ||
    { local mac="/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"; [ -x "$mac" ] && printf '%s' "$mac"; }
}
find_firefox() {
  if [ -n "${FIREFOX:-}" ]; then printf '%s' "$FIREFOX"; return 0; fi
  first_of firefox-esr firefox ||
    { local mac="/Applications/Firefox.app/Contents/MacOS/firefox"; [ -x "$mac" ] && printf '%s' "$mac"; }
}
find_chromedriver() { if [ -n "${CHROMEDRIVER:-}" ]; then printf '%s' "$CHROMEDRIVER"; else first_of chromedriver; fi; }
find_geckodriver() { if [ -n "${GECKODRIVER:-}" ]; then printf '%s' "$GECKODRIVER"; else first_of geckodriver; fi; }
