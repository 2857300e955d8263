#!/usr/bin/env bash
# Everything that is done with this repository. './build.sh help' lists it.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
# shellcheck source=scripts/lib.sh
. scripts/lib.sh

usage() {
  cat <<'USAGE'
./build.sh COMMAND

  run [--port N]   build, serve the page on this machine, print its address (port 8080)
  build            make dist/: the page, package/ for embedding, crossread.html as one file
  test             run every test
  test NAME...     run the named steps only ('./build.sh test list' names them)
  accept           build, and take new sizes and type declarations into the repository
  bench            measure speed and size
  setup            install what building and testing need (the other commands do this themselves)
  clean            delete what was made here
  help             this text

A command installs what it lacks, once. Versions are pinned in Cargo.toml, Cargo.lock, package-lock.json and
scripts/lib.sh. Environment: CHROMIUM, CHROMEDRIVER, FIREFOX, GECKODRIVER name browsers and drivers;
WASM_NO_RUSTUP=1 takes the WebAssembly target from Debian's packages instead of rustup.
USAGE
}

setup() { scripts/setup.sh "$1"; }

build() {
  setup build
  say "build: WebAssembly"
  scripts/wasm.sh "$@"
  say "build: dist/"
  node scripts/bundle.mjs
  node scripts/sizes.mjs
}

command=${1:-help}
[ $# = 0 ] || shift
case $command in
  setup) setup test ;;
  build) build ;;
  run)
    build
    exec node scripts/serve.mjs "$@"
    ;;
  test) exec scripts/test.sh "$@" ;;
  bench) exec scripts/bench.sh "$@" ;;
  # After a change of the boundary's types: take the new declarations over.
  accept)
    build --accept
    node scripts/sizes.mjs --accept
    ;;
  clean) rm -rf target www/wasm dist node_modules ;;
  help | --help | -h) usage ;;
  *)
    usage >&2
    fail "there is no command '$command'" "See above"
    ;;
esac
