#!/usr/bin/env python3
"""Joins the stand-off annotation of dates with its texts, as gold documents for the scorer.

    gold.py ANNOTATION.jsonl TEXTS.jsonl... [--split=tune|test] > gold.jsonl

Offsets are code points into the text; a date is [start, end, type, TIMEX3 value].
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
            dates = [{"start": start, "end": end, "type": timex, "value": value} for start, end, timex, value in article["dates"]]
            gold = {"id": article["id"], "text": document["text"], "published": document["published"], "dates": dates}
            print(json.dumps(gold, ensure_ascii=False))


if __name__ == "__main__":
    main()
