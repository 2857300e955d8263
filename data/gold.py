#!/usr/bin/env python3
"""Joins stand-off annotation with its texts, as gold documents for the scorer.

    gold.py ANNOTATION.jsonl TEXTS.jsonl... [--split=NAME] > gold.jsonl

Offsets are code points into the text. A date is [start, end, type, TIMEX3 value]. Of statements, stance
becomes a statement that is not "reporting"; refusals have no content and are left out.
"""
import json
import sys


def date(entry, _text):
    start, end, timex, value = entry
    return {"start": start, "end": end, "type": timex, "value": value}


def quote(entry, text):
    content, source, stance = entry["content"], entry["source"], entry["kind"] == "stance"
    if not content:
        return None
    made = {"start": content[0][0], "end": content[-1][1], "kind": "indirect" if stance else entry["kind"], "reporting": not stance}
    if len(content) > 1:
        made["fragments"] = content
    made["speaker"] = {"start": source[0], "end": source[1], "text": text[source[0] : source[1]]} if source else None
    return made


# What the annotation has: under which name the scorer wants it, and how an entry is made.
LISTS = {"dates": ("dates", date), "statements": ("quotes", quote)}


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
            gold = {"id": article["id"], "text": document["text"], "published": document["published"]}
            for field, (name, make) in LISTS.items():
                if field in article:
                    gold[name] = [g for g in (make(entry, document["text"]) for entry in article[field]) if g]
            print(json.dumps(gold, ensure_ascii=False))


if __name__ == "__main__":
    main()
