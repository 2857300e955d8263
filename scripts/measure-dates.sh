#!/usr/bin/env bash
# Prints the figures of the dates layer: strict, relaxed and value F1 on each set, false dates in the texts of a
# parser's suite that have none, speed.
# Usage: scripts/measure-dates.sh [shared-folder]
. "$(dirname "$0")/measure.sh"

for split in tune test; do
  python3 data/gold.py data/dates/newswire.jsonl "$shared"/data/entities/worldwide-train.jsonl \
    "$shared"/data/raw/wikinews-2019.jsonl "$shared"/data/raw/wikinews-2020.jsonl "--split=$split" >"$work/newswire-$split.gold"
done

echo "== F1: strict (same extent), relaxed (overlap), value (overlap and the same TIMEX3 value)"
measure() { figures dates "$1" "$2" "${3:-}" "strict F1" "relaxed F1" "value F1"; }
measure newswire-tune "$work/newswire-tune.gold"
measure newswire-test "$work/newswire-test.gold"
measure wikiwars "$shared/data/dates/wikiwars.jsonl"
for set in news bio academic interview court voyage; do
  measure "gum-$set" "$shared/data/dates/gum-$set.jsonl" --types=DATE,TIME
done

echo "== dates in texts of the chrono suite that have none there"
python3 - "$shared/data/dates/chrono.jsonl" >"$work/none.jsonl" <<'PY'
import json, sys
for line in open(sys.argv[1]):
    if not json.loads(line)["dates"]:
        print(line, end="")
PY
$tool predict --no-seconds <"$work/none.jsonl" >"$work/none.out"
python3 - "$work/none.jsonl" "$work/none.out" <<'PY'
import json, sys
texts, found = ([json.loads(line) for line in open(path)] for path in sys.argv[1:])
hits = [(t["text"], d) for t, f in zip(texts, found) for d in f["dates"]]
print(len(texts), "texts,", len(hits), "dates:")
for text, d in hits:
    print(f"  {text[d['start']:d['end']]!r} in {text!r}: {d['value']}")
PY

echo "== speed"
cargo bench -q --bench date -- "$shared/data/raw/wikinews-2019.jsonl"
