// evaluate.mjs - what the native 'evaluate' does, from the WebAssembly build under Node:
//   evaluate.mjs predict [--no-seconds] < documents.jsonl > predictions.jsonl
//   evaluate.mjs pairs DOCUMENTS.jsonl PAIRS.jsonl > verdicts.jsonl
import { readFileSync } from "node:fs";
import { load } from "./crossread.mjs";

const crossread = await load();
const lines = (file) => readFileSync(file, "utf8").split("\n").filter((line) => line.trim());
const write = (line) => process.stdout.write(`${line}\n`);
const [command, ...rest] = process.argv.slice(2);

if (command === "predict") {
  for (const line of lines(0)) {
    const start = performance.now();
    const prediction = crossread.evaluate(line);
    const seconds = ((performance.now() - start) / 1000).toFixed(6);
    write(rest.includes("--no-seconds") ? prediction : `${prediction.slice(0, -1)},"seconds":${seconds}}`);
  }
} else if (command === "pairs" && rest.length === 2) {
  const documents = new Map(lines(rest[0]).map((line) => [JSON.parse(line).id, line]));
  for (const pair of lines(rest[1]).map((line) => JSON.parse(line))) {
    const [a, b] = [documents.get(pair.a), documents.get(pair.b)];
    if (!a || !b) throw new Error(`no document ${a ? pair.b : pair.a}`);
    write(crossread.evaluatePair(a, b));
  }
} else {
  console.error("usage: evaluate.mjs predict [--no-seconds] | pairs DOCUMENTS PAIRS");
  process.exitCode = 1;
}
