#!/usr/bin/env bash
# Prints the figures of the statements layer: F1 on every set, whom pronouns mean, speed, size.
# Usage: scripts/measure-statements.sh [shared-folder]
. "$(dirname "$0")/measure.sh"
data="$shared/data"

gold() { python3 data/gold.py "data/statements/$1.jsonl" "${@:3}" --split="$2" > "$work/$1-$2.gold"; }
for split in dev train; do
  gold newswire "$split" "$data/entities/worldwide-train.jsonl"
  gold wikinews "$split" "$data/raw/wikinews-2019.jsonl" "$data/raw/wikinews-2020.jsonl"
done
gold politics dev "$data/pairs/ecbplus-documents.jsonl" "$data/coreference/meantime.jsonl" "$data/entities/worldwide-train.jsonl"
cp "$data/quotes/gum-news.jsonl" "$work/gum-news.gold"

echo "== statements (--reporting)"
for set in newswire-dev newswire-train wikinews-dev wikinews-train politics-dev gum-news; do
  figures quotes "$set" "$work/$set.gold" --reporting \
    "all token F1" "all token P" "all token R" "all joint F1" "direct joint F1" "indirect >=.3 F1" "all speaker accuracy"
done

echo "== he and she as sources: the annotated antecedent"
for split in dev train; do
  python3 data/statements/antecedents.py data/statements/newswire.jsonl "$split" "$work/newswire-$split.jsonl" "$data/entities/worldwide-train.jsonl"
  python3 data/statements/antecedents.py data/statements/wikinews.jsonl "$split" "$work/wikinews-$split.jsonl" "$data"/raw/wikinews-*.jsonl
done
python3 data/statements/antecedents.py data/statements/politics.jsonl dev "$work/politics-dev.jsonl" "$data/pairs/ecbplus-documents.jsonl" "$data/coreference/meantime.jsonl" "$data/entities/worldwide-train.jsonl"

echo "== speed"
cargo test --release -q --test quote speed -- --nocapture --include-ignored | grep "words a second"

if [ -n "${WASM:-}" ]; then
  echo "== size of the layer ($WASM)"
  node scripts/layer-size.mjs quote "$WASM" src/quote/tables/*.txt
else
  echo "== size: set WASM to a module that keeps its names (scripts/layer-size.mjs tells how)"
fi
