// layer-size.mjs LAYER WASM [TABLE...] - what one layer weighs in the module, in bytes and brotli: the bodies of its
// functions by the name section, and its tables. WASM is a build that keeps names:
//     cargo build --profile wasm --target wasm32-unknown-unknown --lib
// Functions that the optimiser merged into a caller count where they ended up.
import { readFileSync } from "node:fs";
import { brotliCompressSync, constants } from "node:zlib";

const [layer, file, ...tables] = process.argv.slice(2);
const bytes = readFileSync(file);
let at = 8;
const leb = () => {
  let value = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = bytes[at++];
    value += (byte & 127) * 2 ** shift;
    if (byte < 128) return value;
  }
};
const text = () => {
  const length = leb();
  at += length;
  return bytes.toString("utf8", at - length, at);
};

let imported = 0;
const bodies = [];
const names = new Map();
while (at < bytes.length) {
  const id = bytes[at++];
  const size = leb();
  const end = at + size;
  if (id === 2) {
    for (let n = leb(); n > 0; n -= 1) {
      text();
      text();
      const kind = bytes[at++];
      if (kind === 0) {
        imported += 1;
        leb();
      } else if (kind === 3) at += 2;
      else {
        if (kind === 1) at += 1;
        const limits = bytes[at++];
        leb();
        if (limits & 1) leb();
      }
    }
  } else if (id === 10) {
    for (let n = leb(); n > 0; n -= 1) {
      const length = leb();
      bodies.push(bytes.subarray(at, at + length));
      at += length;
    }
  } else if (id === 0 && text() === "name") {
    while (at < end) {
      const kind = bytes[at++];
      const length = leb();
      const stop = at + length;
      if (kind === 1) for (let n = leb(); n > 0; n -= 1) names.set(leb(), text());
      at = stop;
    }
  }
  at = end;
}
if (names.size === 0) throw new Error(`${file} keeps no names`);

const brotli = (parts) => brotliCompressSync(Buffer.concat(parts), { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
const own = bodies.filter((_, i) => (names.get(i + imported) ?? "").includes(`crossread::${layer}::`) || (names.get(i + imported) ?? "").includes(`9crossread${layer.length}${layer}`));
const data = tables.map((name) => readFileSync(name));
const sum = (parts) => parts.reduce((a, b) => a + b.length, 0);
console.log(`${layer}: ${own.length} functions ${sum(own)} bytes, brotli ${brotli(own)}; tables ${sum(data)} bytes, brotli ${brotli(data)}; together brotli ${brotli([...own, ...data])}`);
