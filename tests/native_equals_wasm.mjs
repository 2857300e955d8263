// The native build and the WebAssembly build say the same, byte for byte.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const native = join(process.env.CARGO_TARGET_DIR ?? join(root, "target"), "release", "evaluate");
const options = { encoding: "utf8", cwd: root, maxBuffer: 1 << 28 };
let scratch;
before(() => (scratch = mkdtempSync(join(tmpdir(), "crossread-"))));
after(() => rmSync(scratch, { recursive: true, force: true }));

/** Reports of our own in every shape that the boundary has to carry. */
const documents = [
  'OSLO, May 3 (Reuters) - Two people were hurt in Oslo on Friday, police said. "It was loud," Kari Nordmann told reporters.',
  "Three people were hurt in Oslo on Friday, police said on Tuesday, at a cost of $3.5 million, or 10.5 percent.",
  "Emoji \u{1f600} and \u201ccurly\u201d quotes \u2014 K\u0131br\u0131s, Ren\u00e9e, \u{1d4d0}, e\u0301 \u2014 said Ren\u00e9e Dubois on 20 December 2019.",
  "\u05e9\u05dc\u05d5\u05dd \u0645\u0631\u062d\u0628\u0627, said Maya Levi.\r\n\r\nNext paragraph.\u00a0No\u00adbreak.",
  "",
  "word",
  "<html><body><p>Prime Minister Jane Doe said &quot;no&quot;.</p></body></html>",
].map((text, i) => ({ id: `own-${i}`, text, published: i % 2 ? "2019-12-20" : null }));

/** The data of the evaluation, where it is at hand: a part of each set. */
function shared() {
  const data = join(root, "..", "shared", "data");
  if (!existsSync(data)) {
    console.log("# ../shared is absent: only our own reports are compared");
    return [];
  }
  const files = readdirSync(data, { recursive: true }).filter((name) => /(dev|gum-news|wikiwars)[^/]*\.jsonl$/.test(name));
  return files.flatMap((name) => readFileSync(join(data, name), "utf8").split("\n").filter(Boolean).slice(0, 15))
    .map((line, i) => ({ ...JSON.parse(line), id: `shared-${i}` })).filter((d) => typeof d.text === "string");
}

test("predictions", () => {
  const input = [...documents, ...shared()].map((d) => JSON.stringify(d)).join("\n");
  const fromNative = execFileSync(native, ["predict", "--no-seconds"], { ...options, input });
  const fromWasm = execFileSync(process.execPath, ["scripts/evaluate.mjs", "predict", "--no-seconds"], { ...options, input });
  assert.equal(fromNative.split("\n").length, input.split("\n").length + 1);
  assert.equal(fromWasm, fromNative);
});

test("verdicts on pairs", () => {
  const files = [join(scratch, "documents.jsonl"), join(scratch, "pairs.jsonl")];
  writeFileSync(files[0], documents.map((d) => JSON.stringify(d)).join("\n"));
  const pairs = documents.flatMap((a) => documents.map((b) => JSON.stringify({ a: a.id, b: b.id })));
  writeFileSync(files[1], pairs.join("\n"));
  const fromNative = execFileSync(native, ["pairs", ...files], options);
  const fromWasm = execFileSync(process.execPath, ["scripts/evaluate.mjs", "pairs", ...files], options);
  assert.equal(fromNative.trim().split("\n").length, pairs.length);
  assert.equal(fromWasm, fromNative);
});

test("a whole comparison, position for position", async () => {
  const { load } = await import("../scripts/crossread.mjs");
  const { compare } = await load();
  for (const [left, right] of [[documents[0].text, documents[1].text], [documents[2].text, documents[3].text], [documents[6].text, documents[2].text]]) {
    const files = [join(scratch, "left.txt"), join(scratch, "right.txt")];
    writeFileSync(files[0], left);
    writeFileSync(files[1], right);
    const native_ = JSON.parse(execFileSync(native, ["compare", ...files], options));
    const bytes = { left: Buffer.from(left), right: Buffer.from(right) };
    // Native positions count bytes; the boundary's count UTF-16 code units.
    const convert = (value, side) => {
      if (Array.isArray(value)) return value.map((item) => convert(item, side));
      if (value === null || typeof value !== "object") return value;
      if (Object.keys(value).sort().join() === "end,start" && typeof value.start === "number") {
        const at = (offset) => bytes[side].subarray(0, offset).toString("utf8").length;
        return { start: at(value.start), end: at(value.end) };
      }
      return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, convert(item, key === "left" || key === "right" ? key : side)]));
    };
    const fromWasm = compare({ left: { text: left }, right: { text: right } });
    assert.deepEqual(JSON.parse(JSON.stringify(fromWasm)), convert(native_, undefined));
  }
});
