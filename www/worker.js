// The worker: one request at a time, each with an id; every request is answered once, whatever happens.

import { asEngineError } from "./engine/errors.js";
import { load } from "./engine/module.js";
import { pieces } from "./engine/pieces.js";
import { exported, run } from "./engine/run.js";

/** @import { CompareInput } from "./types.js" */

/** @typedef {{ id: number, type: "compare", input: CompareInput, wasm?: string } | { id: number, type: "export", input: CompareInput, format: string, wasm?: string } | { id: number, type: "cancel" } | { id: number, type: "warm", wasm?: string }} Request */

/** @type {Set<number>} */
const cancelled = new Set();

self.addEventListener("message", async (/** @type {MessageEvent<Request>} */ event) => {
  const request = event.data;
  if (request.type === "cancel") return void cancelled.add(request.id);
  const answer = (/** @type {Record<string, unknown>} */ message) => self.postMessage({ id: request.id, ...message });
  try {
    const module = await load(request.wasm);
    if (request.type === "warm") return answer({ type: "ready" });
    if (request.type === "export") return answer({ type: "text", text: exported(module, request.input, request.format) });
    const result = await run(module, request.input, {
      progress: (percent) => answer({ type: "progress", percent }),
      cancelled: () => cancelled.has(request.id),
    });
    if (!result) return answer({ type: "cancelled" });
    for (const piece of pieces(result)) answer({ type: "piece", piece });
    answer({ type: "result" });
  } catch (thrown) {
    const { code, message, hint } = asEngineError(thrown);
    answer({ type: "error", error: { code, message, hint } });
  } finally {
    cancelled.delete(request.id);
  }
});

self.postMessage({ id: 0, type: "hello" });
