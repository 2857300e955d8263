// The boundary from JavaScript: what goes in, what comes out, what is refused, and the way back after a crash.
import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "../scripts/crossread.mjs";

const crossread = await load();
const left = { text: "OSLO, May 3 - Two people were hurt in Oslo on Friday, police said.", published: "2019-05-03" };
const right = { text: "\u{1f600} Three people were hurt in Oslo, police said on Tuesday." };

/** What `call` throws, which is a typed error. */
function refusal(call) {
  let thrown;
  assert.throws(call, (cause) => ((thrown = cause), true));
  assert.ok(thrown instanceof Error, `an Error, not ${thrown}`);
  assert.equal(thrown.name, "CrossreadError");
  for (const key of ["code", "message", "hint"]) assert.match(thrown[key], /\S/, `${key} is told`);
  return thrown;
}

test("one plain object comes out", () => {
  const result = crossread.compare({ left, right });
  assert.deepEqual(Object.keys(result), ["left", "right", "comparison"]);
  assert.deepEqual(JSON.parse(JSON.stringify(result)), result, "nothing is undefined, a Map or a BigInt");
  assert.deepEqual(structuredClone(result), result);
  assert.deepEqual(crossread.analyze(left), result.left);
});

test("files are written by the core, and the JSON holds what was compared", () => {
  const corrections = { entities: [], leftPublished: "2019-05-04", rightPublished: null, dismissed: [], kept: [{ side: "right", span: { start: 0, end: 2 } }] };
  const input = { left, right, corrections };
  const data = JSON.parse(crossread.exportAs(input, "json"));
  const result = crossread.compare(input);
  assert.deepEqual(data, {
    $schema: "schema/crossread-1.json", format: "crossread", version: 1,
    left: { text: left.text, ...result.left }, right: { text: right.text, ...result.right }, comparison: result.comparison, corrections,
  });
  assert.equal(data.left.published, "2019-05-04");
  for (const table of ["findings", "names", "dates", "statements", "figures"]) assert.match(crossread.exportAs(input, table), /\r\n$/);
  assert.match(crossread.exportAs(input, "markdown"), /^# /);
  assert.equal(JSON.parse(crossread.exportAs(input, "annotations")).type, "AnnotationPage");
  for (const format of ["docx", undefined, 7, {}]) assert.equal(refusal(() => crossread.exportAs(input, format)).code, "bad-option");
});

test("positions count as JavaScript counts", () => {
  const spans = [];
  JSON.stringify(crossread.compare({ left, right }).right, (_, value) => {
    if (value && Object.keys(value).join() === "start,end" && typeof value.start === "number") spans.push(value);
    return value;
  });
  assert.ok(spans.length > 0);
  for (const { start, end } of spans) {
    const cut = right.text.slice(start, end);
    assert.ok(cut.isWellFormed?.() ?? true, "no surrogate pair is cut");
    assert.equal(cut, cut.trim(), `"${cut}" begins and ends with a word or mark`);
  }
});

test("bad input is refused with code, message and hint, or read", () => {
  const code = (input) => refusal(() => crossread.compare(input)).code;
  assert.equal(code({ left, right: { text: "" } }), "empty");
  assert.equal(code({ left: { text: " \n" }, right }), "empty");
  assert.equal(refusal(() => crossread.compare({ left, right: { text: "" } })).side, "right");
  assert.equal(code({ left: { ...left, published: "2019-02-30" }, right }), "bad-option");
  assert.equal(code({ left: { ...left, maxBytes: 10 }, right }), "too-long");
  for (const nonsense of [undefined, null, 7, "text", { left: { text: 7 } }, { left: "text", right }]) assert.equal(code(nonsense), "bad-input");
  assert.equal(code({ left, right, corrections: { entities: [{ action: "rename", side: "left", mention: { start: 0, end: 4 } }] } }), "bad-input");
  for (const text of ["word", "\0\x01\x02", "\ud800 said.", "<p>Jane Doe said &quot;no&quot;</p>", "\u202e\u05e9\u05dc\u05d5\u05dd", "\u{1f469}\u200d\u{1f680}".repeat(99)]) {
    assert.ok(crossread.compare({ left: { text }, right }).comparison);
  }
});

test("corrections of dates count, and the other report is not read again", () => {
  const corrections = { entities: [], leftPublished: "2020-01-02", rightPublished: null, dismissed: [] };
  const first = crossread.compare({ left, right });
  const second = crossread.compare({ left, right, corrections });
  assert.equal(first.left.published, "2019-05-03");
  assert.equal(second.left.published, "2020-01-02");
  assert.equal(second.right, first.right, "the same object as before");
});

test("slices come to the same end", () => {
  const whole = crossread.compare({ left: right, right: left });
  crossread.restart();
  const job = new crossread.Job({ left: right, right: left });
  const steps = [];
  do steps.push(job.step());
  while (steps.at(-1) < 100);
  assert.ok(steps.every((percent, i) => i === 0 || percent > steps[i - 1]), steps.join());
  assert.deepEqual(job.finish(), whole);
  assert.throws(() => job.step(), "a finished job is gone");
});

test("after a restart all goes on, and what was under way is refused", () => {
  const job = new crossread.Job({ left, right });
  job.step();
  const before = crossread.compare({ left, right });
  crossread.restart();
  assert.deepEqual(crossread.compare({ left, right }), before);
  assert.throws(() => job.step());
});
