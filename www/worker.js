// The worker: requests with an id, each answered once, whatever happens. While a comparison runs in slices others come in.

import { asEngineError } from "./engine/errors.js";
import { load } from "./engine/module.js";
import { pieces } from "./engine/pieces.js";
import { exported, run } from "./engine/run.js";

/** @import { CompareInput } from "./types.js" */

/** @typedef {{ id: number, type: "compare", input: CompareInput, wasm?: string } | { id: number, type: "export", input: CompareInput, format: string, wasm?: string } | { id: number, type: "cancel" } | { id: number, type: "warm", wasm?: string }} Request */

/** Requests under way; one that is cancelled is taken out. @type {Set<number>} */
const running = new Set();

self.addEventListener("message", async (/** @type {MessageEvent<Request>} */ event) => {
  const request = event.data;
  if (request.type === "cancel") return void running.delete(request.id);
  running.add(request.id);
  const answer = (/** @type {Record<string, unknown>} */ message) => self.postMessage({ id: request.id, ...message });
  try {
    const module = await load(request.wasm);
    if (request.type === "warm") return answer({ type: "ready" });
    if (request.type === "export") return answer({ type: "text", text: exported(module, request.input, request.format) });
    const result = await run(module, request.input, {
      progress: (percent) => answer({ type: "progress", percent }),
      cancelled: () => !running.has(request.id),
    });
    if (!result) return answer({ type: "cancelled" });
    for (const piece of pieces(result)) answer({ type: "piece", piece });
    answer({ type: "result" });
  } catch (thrown) {
    const { code, message, hint } = asEngineError(thrown);
    answer({ type: "error", error: { code, message, hint } });
  } finally {
    running.delete(request.id);
  }
});

self.postMessage({ id: 0, type: "hello" });
