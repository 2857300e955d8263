// What the page reckons with, without a browser: segments, groups, history, corrections, links, scales, files.
import assert from "node:assert/strict";
import { test } from "node:test";
import { en } from "../../www/locale/en.js";
import { indexOf } from "../../www/model/annotations.js";
import * as corrections from "../../www/model/corrections.js";
import { History } from "../../www/model/history.js";
import { everything, opening, rows, ticks, dayNumber } from "../../www/model/scale.js";
import { aligned, rising } from "../../www/model/scroll.js";
import { segments } from "../../www/model/segments.js";
import { decode, encode, hash, isShared } from "../../www/model/share.js";
import { decode as decodeText, mail, markdown as readMarkdown, read } from "../../www/model/readers.js";

/** A small generator with a fixed seed: a failing case can be run again. */
function numbers(seed) {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

test("segments cover a text once, in order, and name what lies on them", () => {
  for (let seed = 1; seed <= 400; seed++) {
    const next = numbers(seed);
    const length = 1 + next(60);
    const annotations = Array.from({ length: next(9) }, () => ({
      spans: Array.from({ length: 1 + next(3) }, () => {
        const start = next(length);
        return { start, end: start + next(length - start + 1) };
      }),
    }));
    const from = next(length), to = from + next(length - from + 1);
    const cut = segments(from, to, annotations);
    let at = from;
    for (const s of cut) {
      assert.equal(s.start, at, `seed ${seed}: no gap`);
      assert.ok(s.end > s.start, `seed ${seed}: no empty segment`);
      at = s.end;
      for (let i = 0; i < annotations.length; i++) {
        const covers = annotations[i].spans.some((x) => x.start < x.end && x.start < s.end && x.end > s.start);
        assert.equal(s.on.includes(i), covers, `seed ${seed}: annotation ${i} at ${s.start}`);
        if (covers) assert.ok(annotations[i].spans.some((x) => x.start <= s.start && x.end >= s.start + 1));
      }
    }
    assert.equal(at, Math.max(from, to), `seed ${seed}: to the end`);
  }
});

test("the longer annotation comes first, and starts are told once", () => {
  const cut = segments(0, 10, [{ spans: [{ start: 2, end: 4 }] }, { spans: [{ start: 0, end: 8 }] }]);
  assert.deepEqual(cut.map((s) => s.on), [[1], [1, 0], [1], []]);
  assert.deepEqual(cut.map((s) => s.starts), [[1], [0], [], []]);
});

test("history steps back and forth, and a new value ends the way forth", () => {
  const h = new History(0);
  h.push(1);
  h.push(2);
  assert.equal(h.undo(), 1);
  assert.equal(h.redo(), 2);
  h.undo();
  h.push(3);
  assert.equal(h.canRedo, false);
  assert.deepEqual([h.undo(), h.undo(), h.undo()], [1, 0, 0]);
});

test("corrections move with the text and go with what they spoke of", () => {
  const held = corrections.correct(corrections.none(), { action: "rename", side: "left", mention: { start: 10, end: 15 }, name: "X" });
  const before = "0123456789ABCDEnd";
  assert.deepEqual(corrections.moved(held, "left", before, `new ${before}`).entities[0].mention, { start: 14, end: 19 });
  assert.deepEqual(corrections.moved(held, "left", before, `${before} and more`).entities[0].mention, { start: 10, end: 15 });
  assert.equal(corrections.moved(held, "left", before, "0123456789A--DEnd").entities.length, 0);
  assert.equal(corrections.moved(held, "right", before, "").entities.length, 1, "the other side stays");
});

test("swapping twice changes nothing", () => {
  let held = corrections.correct(corrections.none(), { action: "merge", side: "left", mention: { start: 1, end: 2 }, withSide: "right", with: { start: 3, end: 4 } });
  held = corrections.published(held, "left", "2020-01-02");
  assert.deepEqual(corrections.swapped(corrections.swapped(held)), held);
  assert.equal(corrections.swapped(held).rightPublished, "2020-01-02");
});

test("corrections from outside lose what has not the right shape", () => {
  const read = corrections.read({
    entities: [{ action: "rename", side: "left", mention: { start: 1, end: 3 }, name: "A" }, { action: "rename", side: "up", mention: { start: 1, end: 3 }, name: "A" }, { action: "run", side: "left", mention: { start: 1, end: 2 } }, null, 7],
    leftPublished: "yesterday", rightPublished: "2020-02-02", dismissed: ["a", 1, null],
  });
  assert.equal(read.entities.length, 1);
  assert.deepEqual([read.leftPublished, read.rightPublished, read.dismissed], [null, "2020-02-02", ["a"]]);
  assert.deepEqual(corrections.read("x"), corrections.none());
});

/** A result with one name in both, one linked statement and one finding. */
function sample() {
  const left = 'Ann Lee met Bo.\n"We agreed on it," she said.', right = 'Ann Lee spoke.\n"We agreed on that," Lee said.';
  const mention = (start, end, entity) => ({ span: { start, end }, kind: "person", form: "name", entity, confidence: 90, metonym: false, reason: "" });
  const said = (start, end) => ({
    kind: "direct", content: [{ start, end }], cue: null, via: [], addressee: null, when: null, stance: false, confidence: 90, reason: "",
    source: { span: { start: 0, end: 7 }, mention: null, entity: 0, name: "Ann Lee", class: "named-person" },
  });
  const header = { published: null, headline: null, byline: null, outlet: null, dateline: null };
  const entity = (name, mentions) => ({ name, kind: "person", mentions, aliases: [], roles: [], canonical: null });
  const report = (text, quote) => ({
    published: null, source: null, header, blocks: [{ span: { start: 0, end: text.length }, kind: "body" }], mentions: [mention(0, 7, 0)],
    entities: [entity("Ann Lee", [0])], dates: [], statements: [said(...quote)], figures: [],
  });
  const l = report(left, [16, 33]);
  l.mentions.push(mention(12, 14, 1));
  l.entities.push(entity("Bo", [1]));
  const finding = (id, kind, over) => ({ id, kind, importance: 50, title: `=Title | ${id}`, reason: "Because.", left: [{ start: 16, end: 33 }], right: [{ start: 15, end: 34 }], question: null, dismissed: false, ...over });
  const side = { words: 9, sharedPermille: 0, entities: 1, dates: 0, statements: 1, statementWords: 4, figures: 0 };
  return {
    input: { left: { text: left, source: "One" }, right: { text: right, source: "Two" } },
    left: l, right: report(right, [15, 34]),
    comparison: {
      version: 1, left: side, right: side, timeline: [], figures: [], passages: [], sentences: [],
      sameEvent: { label: "same", score: 900, sureness: "clear", reasons: [], daysApart: null, later: null, sentence: "One event." },
      entities: [{ left: 0, right: 0, name: "Ann Lee", kind: "person", score: 99, reason: "", differences: [] }, { left: 1, right: null, name: "Bo", kind: "person", score: 100, reason: "", differences: [] }],
      statements: [{ left: 0, right: 0, relation: "altered", diff: [], reason: "" }],
      findings: [finding("a", "quote-altered", {}), finding("b", "told-only", { left: [{ start: 0, end: 7 }], right: [] }), finding("c", "told-only", { dismissed: true })],
    },
  };
}

test("what the module linked is one group, what it did not is not shared", () => {
  const index = indexOf(sample());
  const groups = (name) => (index.groups.get(name) ?? []).map((a) => a.side);
  assert.deepEqual(groups("entity-0"), ["left", "right"]);
  assert.deepEqual(groups("entity-1"), ["left"]);
  assert.equal(index.byKey.get("left-mention-1").shared, false);
  assert.deepEqual(groups("said-0"), ["left", "right"]);
  assert.deepEqual(groups("finding-a"), ["left", "right"]);
  assert.equal(index.groups.has("finding-c"), false, "a dismissed finding is not marked");
  assert.deepEqual([...index.numbers], [["b", 1], ["a", 2]], "numbered in reading order");
  for (const side of ["left", "right"]) {
    const starts = index.sides[side].map((a) => Math.min(...a.spans.map((s) => s.start)));
    assert.deepEqual(starts, [...starts].sort((a, b) => a - b));
  }
});

test("a link gives back what it was made of, and says when it is cut or of another version", async () => {
  const shared = { kind: "texts", left: { text: "Ü “text” 😀", published: "2020-01-01", source: null, headline: null }, right: { text: "b", published: null, source: "S", headline: null }, corrections: corrections.none() };
  const fragment = await encode(shared);
  assert.match(fragment, /^cr1\.[\w-]+$/);
  assert.deepEqual(await decode(`#${fragment}`), shared);
  await assert.rejects(decode(fragment.slice(0, -7)), { code: "cut" });
  await assert.rejects(decode(fragment.replace("cr1.", "cr9.")), { code: "version" });
  await assert.rejects(decode("cr1.!!"), { code: "cut" });
  assert.equal(isShared("#reading"), false);
  assert.notEqual(hash("a"), hash("b"));
});

test("ticks stay apart and rows do not collide", () => {
  for (const days of [7, 40, 200, 900, 6000, 40_000]) {
    const { days: at } = ticks({ from: 18_000, to: 18_000 + days }, 900);
    assert.ok(at.length >= 2 && at.length <= 14, `${at.length} ticks for ${days} days`);
  }
  const items = [{ from: 0, to: 5 }, { from: 1, to: 3 }, { from: 4, to: 9 }, { from: 5, to: 6 }];
  assert.deepEqual(rows(items), [0, 1, 1, 0]);
});

test("a far date does not crush the rest at first", () => {
  const at = (iso) => ({ first: dayNumber(iso), last: dayNumber(iso) });
  const items = ["2019-03-01", "2019-03-05", "2019-03-07", "2019-03-09", "2019-04-01", "1953-07-27"].map(at);
  assert.ok(opening(items).to - opening(items).from < 100);
  assert.ok(everything(items).from < dayNumber("1953-07-27"));
});

test("crossing anchors give way to the longest rising chain", () => {
  assert.deepEqual(rising([5, 1, 2, 9, 3]), [1, 2, 4]);
  assert.equal(aligned([0, 100, 200], [0, 50, 400], 150), 225);
  assert.equal(aligned([0, 100], [0, 100], 40), 40);
});

test("files: encodings, what is no text, Markdown, mail", () => {
  assert.equal(decodeText(new TextEncoder().encode("é")), "é");
  assert.equal(decodeText(Uint8Array.of(0x63, 0xe9)), "cé");
  assert.equal(decodeText(Uint8Array.of(0xff, 0xfe, 0x41, 0)), "A");
  assert.equal(decodeText(Uint8Array.of(0x25, 0x50, 0x44, 0x46, 0, 1, 2, 0)), null);
  assert.throws(() => read(Uint8Array.of(0x89, 0x50, 0, 0), "a.png"), { code: "file-not-text" });
  const md = readMarkdown("---\ntitle: A head\ndate: 2020-03-04\n---\n# Big\n\nOne **two** [three](http://x) *four*");
  assert.deepEqual([md.text, md.published], ["A head\n\nBig\n\nOne two three four", "2020-03-04"]);
  const source = "From: =?utf-8?Q?The_H=C3=A9rald?= <a@b>\r\nSubject: Four\r\n dead\r\nDate: Fri, 15 Mar 2024 23:30:00 -0500\r\nContent-Type: multipart/alternative; boundary=xx\r\n\r\n--xx\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nCaf=C3=A9 =\r\nopen\r\n--xx\r\nContent-Type: text/html\r\n\r\n<p>no</p>\r\n--xx--\r\n";
  const letter = mail(new TextEncoder().encode(source), source);
  assert.deepEqual([letter.text, letter.source, letter.published], ["Four dead\n\nCafé open", "The Hérald", "2024-03-15"]);
});

test("days are written as people write them", () => {
  const days = (first, last, value = "", modifier = null) => en.when({ value, modifier, interval: { first, last } });
  assert.equal(days("2019-02-27", "2019-02-28"), "27–28 February 2019");
  assert.equal(days("2019-02-01", "2019-02-28"), "February 2019");
  assert.equal(days("2019-01-01", "2019-12-31"), "2019");
  assert.equal(days("2018-12-30", "2019-01-02"), "30 December 2018 to 2 January 2019");
  assert.equal(days("1986-09-02", "1989-12-31", "198X", "END"), "late 1980s");
  assert.equal(days("1990-01-01", "1999-12-31", "199"), "1990s");
  assert.equal(days("1970-01-01", "1970-05-01", "1970", "START"), "early 1970");
  assert.equal(days("2012-03-05", "2018-06-07"), "2012–2018");
  assert.deepEqual(["XXXX-WXX-2", "XXXX-07-25", "P2Y", "PT1H", "PXD", "PAST_REF", "XXXX-SP"].map(en.reading),
    ["a Tuesday", "25 July, the year not told", "2 years", "1 hour", "some days", "some time ago", ""]);
});
