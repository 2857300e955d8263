#!/usr/bin/env python3
"""Counts how often a source "he" or "she" is given the annotated antecedent.

    antecedents.py ANNOTATION.jsonl SPLIT PREDICTIONS.jsonl TEXTS.jsonl...

Right means that the two share a word beside articles and short titles: "Ann Lee" and "Lee" meet, "the mayor" does not.
"""
import json
import re
import sys

SMALL = {"the", "a", "an", "of", "mr", "ms", "mrs"}


def lines(path):
    with open(path, encoding="utf-8") as file:
        yield from map(json.loads, file)


def words(text):
    return {w for w in re.findall(r"\w+", text) if w.lower() not in SMALL}


def main():
    annotation, split, predictions, *texts = sys.argv[1:]
    text = {d["id"]: d["text"] for path in texts for d in lines(path)}
    predicted = {d["id"]: {q["speaker"]["start"]: q["speaker"] for q in d["quotes"] if q.get("speaker")} for d in lines(predictions)}
    right = asked = 0
    for article in lines(annotation):
        if article["split"] != split:
            continue
        t = text[article["id"]]
        for s in article["statements"]:
            if not s["source"] or not s["antecedent"] or s["kind"] == "stance" or t[slice(*s["source"])].lower() not in ("he", "she"):
                continue
            speaker = predicted[article["id"]].get(s["source"][0])
            if speaker is None:
                continue
            asked += 1
            mention = speaker.get("mention")
            right += bool(mention and words(t[slice(*s["antecedent"])]) & words(t[mention["start"] : mention["end"]]))
    print(f"{annotation} {split}: {right} of {asked}")


if __name__ == "__main__":
    main()
