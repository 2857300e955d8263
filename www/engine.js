// The engine as the page sees it: texts in, result out, in a worker where one may run and on this
// thread in slices where not. One engine serves every element of a page.

import { asEngineError, engineError } from "./engine/errors.js";
import { forget, load } from "./engine/module.js";
import { join } from "./engine/pieces.js";
import { exported, run } from "./engine/run.js";
import { scriptAddress } from "./trusted.js";

/** @import { CompareInput, ModuleResult } from "./types.js" */

/**
 * @typedef {object} EngineOptions
 * @property {"auto" | "off"} [worker] `off` never tries a worker, so that a policy has nothing to report.
 * @property {string} [workerSrc]
 * @property {string} [wasmSrc]
 */

/**
 * @typedef {object} Task
 * @property {Promise<ModuleResult | null>} result null where the task was cancelled.
 * @property {() => void} cancel
 */

/** How long a worker may take to say hello before the engine goes on without one. */
const HELLO = 4000;

export class Engine {
  /** @type {Worker | null} */ #worker = null;
  /** @type {Promise<Worker | null> | null} */ #starting = null;
  /** Who takes the answers to a request, by its number. @type {Map<number, (message: any) => void>} */ #waiting = new Map();
  #last = 0;
  #options;

  /** @param {EngineOptions} [options] */
  constructor(options = {}) {
    this.#options = options;
  }

  /** Loads what a first comparison will need. Faults are kept for the comparison to tell. */
  async warm() {
    const worker = await this.#start();
    if (worker) worker.postMessage({ id: ++this.#last, type: "warm", wasm: this.#wasm() });
    else await load(this.#options.wasmSrc).catch(() => {});
  }

  /**
   * @param {CompareInput} input
   * @param {(percent: number) => void} [progress]
   * @returns {Task}
   */
  compare(input, progress = () => {}) {
    const id = ++this.#last;
    let cancelled = false;
    /** @type {() => void} */
    let stop = () => {};
    const result = this.#start().then((worker) => {
      if (cancelled) return null;
      if (!worker) {
        return load(this.#options.wasmSrc).then((module) => run(module, input, { progress, cancelled: () => cancelled }));
      }
      return /** @type {Promise<ModuleResult | null>} */ (new Promise((resolve, reject) => {
        stop = () => {
          worker.postMessage({ id, type: "cancel" });
          this.#waiting.delete(id);
          resolve(null);
        };
        /** @type {Partial<ModuleResult>} */
        const whole = {};
        this.#ask(worker, { id, type: "compare", input }, {
          piece: (message) => join(whole, message.piece),
          progress: (message) => progress(message.percent),
          result: () => resolve(/** @type {ModuleResult} */ (whole)),
          cancelled: () => resolve(null),
        }, reject);
      }));
    }).catch((thrown) => {
      throw asEngineError(thrown);
    });
    return { result, cancel: () => { cancelled = true; stop(); } };
  }

  /**
   * A comparison as a file; what was compared last is not read again.
   * @param {CompareInput} input @param {string} format As the module's `exportAs` knows it.
   * @returns {Promise<string>}
   */
  async export(input, format) {
    const worker = await this.#start();
    try {
      if (!worker) return exported(await load(this.#options.wasmSrc), input, format);
      return await new Promise((resolve, reject) => this.#ask(worker, { id: ++this.#last, type: "export", input, format }, { text: (message) => resolve(message.text) }, reject));
    } catch (thrown) {
      throw asEngineError(thrown);
    }
  }

  /**
   * @param {Worker} worker
   * @param {{ id: number, type: string } & Record<string, unknown>} request
   * @param {Record<string, (message: any) => void>} told By the type of the answer; `piece` and `progress` are not the last.
   * @param {(error: unknown) => void} reject
   */
  #ask(worker, request, told, reject) {
    this.#waiting.set(request.id, (message) => {
      if (message.type !== "piece" && message.type !== "progress") this.#waiting.delete(request.id);
      if (message.type === "error") {
        if (message.error.code === "trap") this.#restart();
        reject(engineError(message.error.code, message.error.message, message.error.hint));
      } else told[message.type]?.(message);
    });
    worker.postMessage({ ...request, wasm: this.#wasm() });
  }

  /** Ends the worker; the next call starts one anew. */
  close() {
    this.#restart();
    forget();
  }

  #wasm() {
    const src = this.#options.wasmSrc;
    return src ? new URL(src, document.baseURI).href : undefined;
  }

  #restart() {
    this.#worker?.terminate();
    this.#worker = null;
    this.#starting = null;
    for (const answer of this.#waiting.values()) answer({ type: "error", error: { code: "trap", message: "The worker ended.", hint: "" } });
    this.#waiting.clear();
  }

  /** @returns {Promise<Worker | null>} null where no worker may run. */
  #start() {
    this.#starting ??= this.#spawn();
    return this.#starting;
  }

  /** @returns {Promise<Worker | null>} */
  async #spawn() {
    // A page opened from a file carries the module inside and may start no worker from beside it.
    if (this.#options.worker === "off" || typeof Worker !== "function" || globalThis.location?.protocol === "file:") return null;
    return new Promise((resolve) => {
      /** @type {Worker} */
      let worker;
      try {
        const source = this.#options.workerSrc ? new URL(this.#options.workerSrc, document.baseURI) : new URL("./worker.js", import.meta.url);
        worker = new Worker(scriptAddress(source), { type: "module", name: "crossread" });
      } catch {
        return resolve(null);
      }
      const timer = setTimeout(() => settle(false), HELLO);
      let settled = false;
      const settle = (/** @type {boolean} */ alive) => {
        if (settled) return;
        settled = true;
        clearTimeout(timer);
        if (!alive) worker.terminate();
        this.#worker = alive ? worker : null;
        resolve(this.#worker);
      };
      worker.addEventListener("error", (event) => {
        event.preventDefault();
        if (settled) this.#restart();
        else settle(false);
      });
      worker.addEventListener("message", ({ data }) => {
        if (data.type === "hello") settle(true);
        else this.#waiting.get(data.id)?.(data);
      });
    });
  }
}

/** @type {Map<string, Engine>} */
const shared = new Map();

/**
 * The engine for these options: elements with the same options share one.
 * @param {EngineOptions} options
 */
export function engineFor(options) {
  const key = JSON.stringify([options.worker ?? "auto", options.workerSrc ?? "", options.wasmSrc ?? ""]);
  const found = shared.get(key);
  if (found) return found;
  const engine = new Engine(options);
  shared.set(key, engine);
  return engine;
}
