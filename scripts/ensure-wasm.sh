#!/usr/bin/env bash
# Makes the wasm32-unknown-unknown target usable by plain cargo, clippy and wasm-pack in this repository.
#
#   1. rustc compiles for the target already: nothing to do.
#   2. rustup adds it: the ordinary case.
#   3. Debian as root: Debian's own Rust packages, with std compiled once for the target from Debian's
#      source package, chosen for this repository alone by a rustup directory override.
#
# WASM_NO_RUSTUP=1 skips the second way, for machines that may or can only use their distribution's archive.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
# shellcheck source=scripts/lib.sh
. scripts/lib.sh

# The packages: compiler, cargo, the source of std, wasm32's linker, and the two checkers.
debian_packages=(rustc-web cargo-web rust-web-src rust-web-llvm rust-web-clippy rustfmt-web lld-22)

# compiles_for_wasm RUSTC - asked by compiling, not by looking for files: a std that another version of
# rustc built is on disk as well, and is refused.
compiles_for_wasm() {
  local scratch result=0
  scratch=$(mktemp -d)
  printf 'pub fn probe() -> String { String::new() }\n' >"$scratch/probe.rs"
  "$1" --crate-type cdylib --target "$wasm_target" -o "$scratch/probe.wasm" "$scratch/probe.rs" \
    >/dev/null 2>&1 || result=1
  rm -rf "$scratch"
  return "$result"
}

install_debian_packages() {
  if dpkg -s "${debian_packages[@]}" >/dev/null 2>&1; then return; fi
  say "  Debian's Rust packages"
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${debian_packages[@]}" >/dev/null ||
    fail "apt-get could not install Debian's Rust packages" "Run 'apt-get install ${debian_packages[*]}' to see why"
}

build_std() {
  local scratch home="/usr/lib/rustlib/$wasm_target"
  scratch=$(mktemp -d)
  # shellcheck disable=SC2064
  trap "rm -rf '$scratch'" RETURN
  mkdir -p "$scratch/carrier/src"
  printf 'fn main() {}\n' >"$scratch/carrier/src/main.rs"
  printf '[package]\nname = "carrier"\nversion = "0.0.0"\nedition = "2021"\n' >"$scratch/carrier/Cargo.toml"
  say "  std for $wasm_target (once, under a minute)"
  # Bitcode is needed by link-time optimisation in the crates that use this std; the test and
  # panic_unwind crates are part of what rustup delivers and of what 'cargo test' links. Paths are
  # shortened as in rustup's std, because panic messages carry them into what is shipped.
  (
    cd "$scratch/carrier"
    unset RUSTUP_TOOLCHAIN CARGO_BUILD_TARGET
    flags=(
      -Cembed-bitcode=yes
      --remap-path-prefix=/usr/lib/rustlib/src/rust=rust
      "--remap-path-prefix=${CARGO_HOME:-$HOME/.cargo}/registry/src=vendor"
    )
    RUSTC_BOOTSTRAP=1 RUSTC=/usr/bin/rustc CARGO_ENCODED_RUSTFLAGS=$(IFS=$'\x1f' && printf '%s' "${flags[*]}") \
      CARGO_PROFILE_RELEASE_CODEGEN_UNITS=1 CARGO_TARGET_DIR="$scratch/target" \
      /usr/bin/cargo build --quiet --release --target "$wasm_target" \
      -Z build-std=std,panic_abort,panic_unwind,proc_macro,test
  ) || fail "std for $wasm_target did not compile" "Free some disk in ${TMPDIR:-/tmp} and run './build.sh setup' again"
  # Put in place by one rename, so that an interrupted run leaves nothing half made.
  rm -rf "$home.new"
  mkdir -p "$home.new/lib"
  cp "$scratch/target/$wasm_target"/release/deps/*.rlib "$home.new/lib/"
  rm -rf "$home"
  mv "$home.new" "$home"
}

choose_debian_toolchain() {
  if ! have rustup; then return; fi
  if [ "$(rustup run debian rustc -V 2>/dev/null)" != "$(/usr/bin/rustc -V)" ]; then
    rustup toolchain link debian /usr
  fi
  rustup override set debian --path "$PWD" >/dev/null 2>&1
}

if have rustc && compiles_for_wasm rustc; then exit 0; fi

if have rustup && [ -z "${WASM_NO_RUSTUP:-}" ]; then
  say "  rustup target add $wasm_target"
  # One retry and a time limit: a server that does not answer must not stall the build.
  if RUSTUP_MAX_RETRIES=1 timeout 180 rustup target add "$wasm_target" >/dev/null 2>&1 && compiles_for_wasm rustc; then
    exit 0
  fi
fi

on_debian_as_root ||
  fail "rustc has no $wasm_target target" "Install rustup from https://rustup.rs and run 'rustup target add $wasm_target'"

install_debian_packages
if ! compiles_for_wasm /usr/bin/rustc; then
  exec 9>/var/lock/crossread-std.lock
  flock 9 # of two runs at once the second waits, and finds the work done
  if ! compiles_for_wasm /usr/bin/rustc; then build_std; fi
  exec 9>&-
fi
choose_debian_toolchain
compiles_for_wasm rustc ||
  fail "$(command -v rustc) still has no $wasm_target target" "Put /usr/bin before it on PATH, or use rustup"
