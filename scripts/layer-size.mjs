// layer-size.mjs LAYER WASM [--without=WASM] [TABLE...] - what one layer weighs in the module, in bytes and brotli: the
// bodies of its functions by the name section, and its tables. WASM is a build that keeps names:
//     cargo build --profile wasm --target wasm32-unknown-unknown --lib
// Functions that the optimiser merged into a caller of another layer are not seen by name. A second module without
// the layer tells by how much it makes code and data grow in all; 'date-size.sh' builds both.
import { readFileSync } from "node:fs";
import { brotliCompressSync, constants } from "node:zlib";

const options = { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 } };
const brotli = (parts) => brotliCompressSync(Buffer.concat(parts), options).length;
const total = (parts) => parts.reduce((sum, part) => sum + part.length, 0);

/** The function bodies of a module with their names, and its data. */
function read(file) {
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
  const skipImport = () => {
    text();
    text();
    const kind = bytes[at++];
    if (kind === 0) leb();
    else if (kind === 3) at += 2;
    else {
      if (kind === 1) at += 1;
      const limits = bytes[at++];
      leb();
      if (limits & 1) leb();
    }
    return kind === 0 ? 1 : 0;
  };

  const module = { functions: [], data: Buffer.alloc(0) };
  const names = new Map();
  let imported = 0;
  while (at < bytes.length) {
    const id = bytes[at++];
    const size = leb();
    const end = at + size;
    if (id === 2) {
      for (let n = leb(); n > 0; n -= 1) imported += skipImport();
    } else if (id === 10) {
      for (let n = leb(); n > 0; n -= 1) {
        const length = leb();
        module.functions.push({ body: bytes.subarray(at, at + length), name: "" });
        at += length;
      }
    } else if (id === 11) {
      module.data = bytes.subarray(at, end);
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
  module.functions.forEach((f, i) => (f.name = names.get(i + imported) ?? ""));
  return module;
}

const [layer, file, ...rest] = process.argv.slice(2);
const without = rest.find((argument) => argument.startsWith("--without="))?.slice("--without=".length);
const tables = rest.filter((argument) => !argument.startsWith("--")).map((name) => readFileSync(name));
const module = read(file);
const marks = [`crossread::${layer}::`, `9crossread${layer.length}${layer}`];
const own = module.functions.filter((f) => marks.some((mark) => f.name.includes(mark))).map((f) => f.body);
console.log(
  `${layer}: ${own.length} functions ${total(own)} bytes, brotli ${brotli(own)}; tables ${total(tables)} bytes, ` +
    `brotli ${brotli(tables)}; together brotli ${brotli([...own, ...tables])}`,
);
if (without) {
  const other = read(without);
  const code = (m) => m.functions.map((f) => f.body);
  const grows = (what, a, b) => {
    console.log(`${layer}: ${what} grows by ${total(a) - total(b)} bytes, brotli ${brotli(a) - brotli(b)}`);
    return brotli(a) - brotli(b);
  };
  const all = grows("code", code(module), code(other)) + grows("data", [module.data], [other.data]);
  console.log(`${layer}: together brotli ${all}`);
}
