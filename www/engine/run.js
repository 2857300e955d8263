// One comparison in slices, so that the thread that runs it can answer in between.

import { asEngineError, isFatal } from "./errors.js";
import { forget } from "./module.js";

/** @import { CompareInput, ModuleExports, ModuleResult } from "../types.js" */

/**
 * @param {ModuleExports} module
 * @param {CompareInput} input
 * @param {object} how
 * @param {(percent: number) => void} how.progress
 * @param {() => boolean} how.cancelled
 * @returns {Promise<ModuleResult | null>} null where it was cancelled.
 */
export async function run(module, input, { progress, cancelled }) {
  try {
    const job = new module.Job(input);
    let since = performance.now();
    for (let percent = job.step(); percent < 100; percent = job.step()) {
      if (performance.now() - since > 12) {
        progress(percent);
        await breathe();
        since = performance.now();
      }
      if (cancelled()) {
        job.free();
        return null;
      }
    }
    return job.finish();
  } catch (thrown) {
    const error = asEngineError(thrown);
    if (isFatal(error)) forget();
    throw error;
  }
}

/**
 * A comparison as a file.
 * @param {ModuleExports} module @param {CompareInput} input @param {string} format As the module's `exportAs` knows it.
 */
export function exported(module, input, format) {
  try {
    return module.exportAs(input, format);
  } catch (thrown) {
    const error = asEngineError(thrown);
    if (isFatal(error)) forget();
    throw error;
  }
}

/** Lets waiting input and painting happen. @returns {Promise<void>} */
export function breathe() {
  const scheduler = /** @type {{ yield?: () => Promise<void> } | undefined} */ (/** @type {any} */ (globalThis).scheduler);
  if (scheduler?.yield) return scheduler.yield();
  return new Promise((done) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => { port1.close(); done(); };
    port2.postMessage(null);
  });
}
