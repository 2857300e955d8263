// bench.mjs - how fast reports are read and compared: the native build, and the WebAssembly build under Node.
// One process, warm, the median of several rounds; the texts are the page's example pairs.
import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { load } from "./crossread.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const examples = join(root, "www", "examples");
const pairs = readdirSync(examples, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) =>
  ["left", "right"].map((side) => readFileSync(join(examples, name, `${side}.txt`), "utf8")));
const words = (text) => text.split(/\s+/).filter(Boolean).length;
const median = (numbers) => numbers.slice().sort((a, b) => a - b)[numbers.length >> 1];
const rounds = 15;

/** Prints a line: what, how long for all texts, words a second. */
function tell(what, milliseconds, count) {
  const speed = Math.round(count / (milliseconds / 1000)).toLocaleString("en");
  console.log(`${what.padEnd(44)} ${milliseconds.toFixed(1).padStart(9)} ms ${speed.padStart(12)} words/s`);
}

const texts = pairs.flat();
const total = texts.reduce((sum, text) => sum + words(text), 0);
const long = Array.from({ length: Math.ceil(20_000 / total) }, () => texts.join("\n\n")).join("\n\n");

const input = [...Array.from({ length: rounds }, () => texts).flat(), long].map((text, i) => JSON.stringify({ id: String(i), text })).join("\n");
const predictions = execFileSync(join(root, "target", "release", "evaluate"), ["predict"], { input, encoding: "utf8", maxBuffer: 1 << 28 });
const seconds = predictions.trim().split("\n").map((line) => JSON.parse(line).seconds);
const perRound = Array.from({ length: rounds }, (_, r) => seconds.slice(r * texts.length, (r + 1) * texts.length).reduce((a, b) => a + b, 0) * 1000);
tell(`native: ${texts.length} reports, ${total} words`, median(perRound), total);
tell(`native: one text of ${words(long)} words`, seconds.at(-1) * 1000, words(long));

const crossread = await load();
const time = (work) => {
  const start = performance.now();
  work();
  return performance.now() - start;
};
const reading = Array.from({ length: rounds }, () => time(() => texts.forEach((text) => crossread.analyze({ text }))));
tell(`wasm: the ${texts.length} reports, with their objects`, median(reading), total);
tell("wasm: the long text", time(() => crossread.analyze({ text: long })), words(long));
// Every round with other texts, so that no report is remembered from the round before.
const comparing = Array.from({ length: rounds }, (_, r) =>
  time(() => pairs.forEach(([left, right]) => crossread.compare({ left: { text: `${left}\n\n${r}` }, right: { text: `${right}\n\n${r}` } }))));
tell(`wasm: ${pairs.length} pairs read and compared`, median(comparing), total);
