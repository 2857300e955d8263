# Sourced by the scripts that measure a layer with the folder that holds the data and the scorer (its path is the
# first argument, ../shared without one): builds the tool, makes a folder for what is passing, defines `figures`.
set -euo pipefail
cd "$(dirname "$0")/.."
shared=${1:-../shared}
[ -d "$shared/data" ] || { echo "$(basename "$0" .sh): no $shared/data; nothing measured"; exit 0; }
cargo build --release -q --bin evaluate
tool=target/release/evaluate
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# figures KIND SET GOLD FLAGS KEY...: reads the documents of GOLD and prints the scorer's figures named by the keys.
figures() {
  local kind=$1 set=$2 gold=$3 flags=$4
  shift 4
  $tool predict --no-seconds <"$gold" >"$work/$set.jsonl"
  # shellcheck disable=SC2086 # The flags are words.
  python3 "$shared/score.py" "$kind" "$gold" "$set=$work/$set.jsonl" $flags --json="$work/$set.json" >/dev/null
  python3 - "$work/$set.json" "$@" <<'PY'
import json, sys
for name, row in json.load(open(sys.argv[1])).items():
    print(f"{name:17}", f"{row['docs']:4} documents", *(f"{key.removesuffix(' F1')} {100 * row[key]:.1f}" for key in sys.argv[2:]))
PY
}
