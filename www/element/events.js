// What <cross-read> tells its page. All events bubble and leave the shadow tree.

/** @import { Corrections, EngineError, Result } from "../types.js" */

const options = { bubbles: true, composed: true };

// On a server there is no Event to extend in old runtimes; the classes are never used there.
const Base = globalThis.Event ?? /** @type {typeof Event} */ (/** @type {unknown} */ (class {}));

/** A comparison is shown. */
export class CrossReadResultEvent extends Base {
  static type = /** @type {const} */ ("cross-read-result");
  /** @param {Result} result */
  constructor(result) {
    super(CrossReadResultEvent.type, options);
    this.result = result;
  }
}

/** A comparison failed; the texts are unchanged. */
export class CrossReadErrorEvent extends Base {
  static type = /** @type {const} */ ("cross-read-error");
  /** @param {EngineError} error */
  constructor(error) {
    super(CrossReadErrorEvent.type, options);
    this.error = error;
  }
}

/** Work goes on, in per cent. */
export class CrossReadProgressEvent extends Base {
  static type = /** @type {const} */ ("cross-read-progress");
  /** @param {number} percent */
  constructor(percent) {
    super(CrossReadProgressEvent.type, options);
    this.percent = percent;
  }
}

/** The reader corrected something, or undid it. */
export class CrossReadCorrectionsEvent extends Base {
  static type = /** @type {const} */ ("cross-read-corrections");
  /** @param {Corrections} corrections */
  constructor(corrections) {
    super(CrossReadCorrectionsEvent.type, options);
    this.corrections = corrections;
  }
}

/** The reader chose a finding or something else that is marked. */
export class CrossReadSelectEvent extends Base {
  static type = /** @type {const} */ ("cross-read-select");
  /** @param {string} group */
  constructor(group) {
    super(CrossReadSelectEvent.type, options);
    this.group = group;
  }
}
