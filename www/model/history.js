// Undo and redo over values that are never changed in place.

/**
 * @template T
 */
export class History {
  /** @type {T[]} */ #past = [];
  /** @type {T[]} */ #future = [];
  /** @type {T} */ #now;

  /** @param {T} start */
  constructor(start) {
    this.#now = start;
  }

  get now() { return this.#now; }
  get canUndo() { return this.#past.length > 0; }
  get canRedo() { return this.#future.length > 0; }

  /** @param {T} next */
  push(next) {
    this.#past.push(this.#now);
    this.#now = next;
    this.#future = [];
  }

  /** Steps back; returns the value that holds now. */
  undo() {
    const back = this.#past.pop();
    if (back !== undefined) {
      this.#future.push(this.#now);
      this.#now = back;
    }
    return this.#now;
  }

  /** Steps forth; returns the value that holds now. */
  redo() {
    const forth = this.#future.pop();
    if (forth !== undefined) {
      this.#past.push(this.#now);
      this.#now = forth;
    }
    return this.#now;
  }

  /**
   * Applies `change` to every kept value: what the values refer to has moved.
   * @param {(value: T) => T} change
   */
  rebase(change) {
    this.#past = this.#past.map(change);
    this.#now = change(this.#now);
    this.#future = this.#future.map(change);
  }
}
