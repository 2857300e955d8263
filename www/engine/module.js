// Loads the WebAssembly module once for a realm, and anew after a trap.
//
// The bytes come from the caller's address, from the page itself (the single file carries them in a
// script element), or from beside this file.

import init, * as glue from "../wasm/crossread.js";
import { asLoadError, engineError } from "./errors.js";

/** @import { ModuleExports } from "../types.js" */

/** Id of the element in which the single-file page carries the module, deflated and in base64. */
const INLINE = "crossread-wasm";

/** @type {Promise<ModuleExports> | null} */
let loading = null;

/**
 * The glue holds one module: the first address that is asked for counts until it fails or the realm ends.
 * @param {string | URL | undefined} source Address of the .wasm file; the default lies beside the script.
 * @returns {Promise<ModuleExports>}
 */
export function load(source) {
  loading ??= start(source).catch((thrown) => {
    loading = null;
    throw asLoadError(thrown);
  });
  return loading;
}

/** After a trap: the next call starts a new instance. */
export function forget() {
  // A module that never started has nothing to start anew.
  loading?.then(() => glue.restart(), () => {});
}

/** @param {string | URL | undefined} source @returns {Promise<ModuleExports>} */
async function start(source) {
  if (typeof WebAssembly !== "object") throw engineError("wasm-unsupported", "WebAssembly is missing");
  const inline = globalThis.document?.getElementById?.(INLINE);
  // Compiling apart from starting keeps the reason: a policy refuses here, not in the glue's retry.
  const bytes = inline ? await inflate(inline.textContent ?? "") : await fetched(source || new URL("./wasm/crossread_bg.wasm", base()));
  const compiled = await WebAssembly.compile(/** @type {BufferSource} */ (bytes));
  await init({ module_or_path: compiled });
  return /** @type {ModuleExports} */ (/** @type {unknown} */ (glue));
}

/** The folder of the scripts: of the bundle when bundled, of `www/` when not. */
function base() {
  const here = import.meta.url;
  return /\/engine\/[^/]*$/.test(here) ? new URL("../", here) : here;
}

/** @param {string | URL} address */
async function fetched(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${response.status} ${response.statusText}`);
  return new Uint8Array(await response.arrayBuffer());
}

/** @param {string} base64 */
async function inflate(base64) {
  const packed = Uint8Array.from(atob(base64.trim()), (c) => c.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
