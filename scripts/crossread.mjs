// crossread.mjs - the compiled module under Node, for the scripts and tests here.
import { readFileSync } from "node:fs";

/** @returns {Promise<typeof import("../www/wasm/crossread.js")>} */
export async function load() {
  const module = await import("../www/wasm/crossread.js");
  module.initSync({ module: readFileSync(new URL("../www/wasm/crossread_bg.wasm", import.meta.url)) });
  return module;
}
