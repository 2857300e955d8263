#!/usr/bin/env bash
# Prints the figures of the names layer: sizes, speed, F1 per kind, linking within and across reports.
# Usage: scripts/measure-names.sh [shared-folder]
. "$(dirname "$0")/measure.sh"

echo "== bytes (brotli)"
node -e '
const zlib = require("zlib"), fs = require("fs");
let sum = 0;
for (const f of process.argv.slice(1)) {
  const raw = fs.readFileSync(f);
  const n = zlib.brotliCompressSync(raw, { params: { [zlib.constants.BROTLI_PARAM_LGWIN]: 24 } }).length;
  sum += n;
  console.log(f, raw.length, n);
}
console.log("together", sum);' data/names.bin data/words.bin data/countries.txt

echo "== speed (worldwide-dev)"
$tool speed "$shared/data/entities/worldwide-dev.jsonl"

echo "== strict F1 over person, organization, place (--norm)"
cargo build --release -q --bin train
target/release/train own data/names/wikinews.jsonl "$shared/data" dev "$work/wikinews-own.gold"
target/release/train own data/names/newswire.jsonl "$shared/data" dev "$work/newswire-own.gold"
# What a perfect reader after our guideline would score on the newswire's own labels.
cp "$work/newswire-own.gold" "$work/guideline.jsonl"
for set in newswire-own wikinews-own worldwide-dev gum-news uner-pud re3d-uk re3d-us-state re3d-centcom; do
  gold="$work/$set.gold"
  [ -f "$gold" ] || gold="$shared/data/entities/$set.jsonl"
  figures entities "$set" "$gold" --norm "strict P" "strict R" "strict F1" "person F1" "organization F1" "place F1"
done
echo "== worldwide-dev as published, by this reader and by our annotation (what a faultless reader after our guideline gets)"
gold="$shared/data/entities/worldwide-dev.jsonl"
scored() { python3 "$shared/score.py" entities "$gold" "crossread=$1" "guideline=$2" --norm | cut -d "|" -f 2-12; }
echo "whole names"
scored "$work/worldwide-dev.jsonl" "$work/guideline.jsonl"
echo "names cut as its training part cuts them (learned from the training part only)"
target/release/train scheme "$shared/data" data/words.bin "$work/scheme.bin" 2>/dev/null
for names in worldwide-dev guideline; do
  target/release/train convert data/words.bin "$work/scheme.bin" "$gold" "$work/$names.jsonl" "$work/$names-cut.jsonl"
done
scored "$work/worldwide-dev-cut.jsonl" "$work/guideline-cut.jsonl"

echo "== linking: gum-news"
$tool coref "$shared/data/coreference/gum-news.jsonl"
echo "== linking: meantime"
$tool links "$shared/data/coreference/meantime.jsonl"
