#!/usr/bin/env python3
"""Joins the stand-off annotation of statements with its texts, as gold documents for the scorer.

    gold.py ANNOTATION.jsonl TEXTS.jsonl... [--split=train|dev] > gold.jsonl

Stance becomes a statement that is not "reporting"; refusals have no content and are left out.
"""
import json
import sys


def main():
    split = next((a.partition("=")[2] for a in sys.argv[1:] if a.startswith("--split=")), None)
    annotation, *texts = [a for a in sys.argv[1:] if not a.startswith("--")]
    documents = {}
    for path in texts:
        with open(path, encoding="utf-8") as lines:
            documents.update((d["id"], d) for d in map(json.loads, lines))
    with open(annotation, encoding="utf-8") as lines:
        for article in map(json.loads, lines):
            if split and article["split"] != split:
                continue
            document = documents[article["id"]]
            quotes = []
            for s in article["statements"]:
                if not s["content"]:
                    continue
                stance = s["kind"] == "stance"
                quote = {"start": s["content"][0][0], "end": s["content"][-1][1], "kind": "indirect" if stance else s["kind"], "reporting": not stance}
                if len(s["content"]) > 1:
                    quote["fragments"] = s["content"]
                if s["source"]:
                    start, end = s["source"]
                    quote["speaker"] = {"start": start, "end": end, "text": document["text"][start:end]}
                else:
                    quote["speaker"] = None
                quotes.append(quote)
            gold = {"id": article["id"], "text": document["text"], "published": document["published"], "quotes": quotes}
            print(json.dumps(gold, ensure_ascii=False))


if __name__ == "__main__":
    main()
