// sizes.mjs [--accept|--check] - what a reader downloads, in bytes. tests/budgets.json is the committed
// snapshot: a change shows in review, and growth beyond a twentieth fails the tests until it is accepted.
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const snapshot = join(root, "tests", "budgets.json");
const mode = process.argv[2];

const brotli = (bytes) =>
  brotliCompressSync(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  }).length;
const all = (extension) => {
  const files = readdirSync(join(root, "dist")).filter((name) => name.endsWith(extension));
  return files.map((name) => readFileSync(join(root, "dist", name)));
};
const sum = (numbers) => numbers.reduce((a, b) => a + b, 0);

const data = ["names.bin", "words.bin", "countries.txt"].map((name) => readFileSync(join(root, "data", name)));
const wasm = readFileSync(join(root, "dist", "wasm", "crossread_bg.wasm"));
const sizes = {
  "crossread.wasm": wasm.length,
  "crossread.wasm, brotli": brotli(wasm),
  "names data, brotli": sum(data.map(brotli)),
  "page scripts": sum(all(".js").map((bytes) => bytes.length)),
  "page scripts, brotli": sum(all(".js").map(brotli)),
  "page styles, brotli": sum(all(".css").map(brotli)),
  "crossread.html": readFileSync(join(root, "dist", "crossread.html")).length,
};
// What no acceptance lifts.
const most = { "names data, brotli": 450_000 };
for (const [name, bytes] of Object.entries(sizes)) console.log(`  ${bytes.toLocaleString("en").padStart(11)}  ${name}`);

if (mode === "--accept") writeFileSync(snapshot, `${JSON.stringify(sizes, null, 2)}\n`);
if (mode === "--check") {
  const budget = JSON.parse(readFileSync(snapshot, "utf8"));
  let failed = 0;
  for (const [name, bytes] of Object.entries(sizes)) {
    const limit = Math.min(Math.round((budget[name] ?? 0) * 1.05) + 256, most[name] ?? Infinity);
    if (bytes > limit) {
      failed += 1;
      console.error(`${name}: ${bytes} bytes, at most ${limit}, accepted were ${budget[name]}. Make it smaller, or accept with './build.sh accept'.`);
    }
  }
  console.log(`# pass ${Object.keys(sizes).length - failed}\n# fail ${failed}`);
  process.exitCode = failed ? 1 : 0;
}
