// Errors with a stable code for programs, a message and a hint for people.

/** @import { EngineError } from "../types.js" */

/**
 * @param {string} code
 * @param {string} message
 * @param {string} [hint]
 * @returns {EngineError}
 */
export function engineError(code, message, hint = "") {
  return Object.assign(new Error(message), { name: "CrossReadError", code, hint });
}

/**
 * What was thrown, as an EngineError: the module's own errors keep their code, traps and faults of
 * loading get one.
 *
 * @param {unknown} thrown
 * @returns {EngineError}
 */
export function asEngineError(thrown) {
  const e = /** @type {{ code?: unknown, message?: unknown, hint?: unknown, name?: unknown } | null} */ (typeof thrown === "object" ? thrown : { message: String(thrown) });
  const message = String(e?.message ?? thrown);
  if (typeof e?.code === "string") return engineError(e.code, message, typeof e.hint === "string" ? e.hint : "");
  if (typeof WebAssembly === "object" && thrown instanceof WebAssembly.RuntimeError) return engineError("trap", message);
  if (/unreachable|out of bounds|table index|stack|memory access/i.test(message)) return engineError("trap", message);
  return engineError("unknown", message);
}

/** Faults after which an instance of the module must not be used again. @param {EngineError} error */
export const isFatal = (error) => error.code === "trap";

/**
 * @param {unknown} thrown
 * @returns {EngineError}
 */
export function asLoadError(thrown) {
  const message = String(/** @type {{ message?: unknown } | null} */ (thrown)?.message ?? thrown);
  if (typeof WebAssembly !== "object") return engineError("wasm-unsupported", message);
  if (/unsafe-eval|content security policy|CSP|call to WebAssembly.*blocked|Wasm code generation disallowed/i.test(message)) {
    return engineError("wasm-blocked", message);
  }
  return engineError("wasm-missing", message);
}
