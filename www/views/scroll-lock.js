// Scrolling together: the pane that the reader does not scroll follows the one that he does.

import { other } from "../model/annotations.js";
import { aligned, anchorsOf } from "../model/scroll.js";

/** @import { Result, Side } from "../types.js" */
/** @import { Panes } from "./panes.js" */

/** How long, in milliseconds, a pane that was brought to a place leads, whatever scrolls. */
const HELD = 900;

export class ScrollLock {
  /** Which pane the reader scrolls; the other follows. @type {Side | null} */ #leader = null;
  #timer = 0;
  /** Heights that belong together, until something moves. @type {Record<Side, number[]> | null} */ #anchors = null;
  #panes;

  /** @param {Panes} panes */
  constructor(panes) {
    this.#panes = panes;
  }

  /** The reader turns to a pane. @param {Side} side */
  lead(side) {
    if (!this.#timer) this.#leader = side;
  }

  /** A pane is brought to a place: the other does not follow it there. @param {Side} side */
  hold(side) {
    this.#leader = side;
    clearTimeout(this.#timer);
    this.#timer = Number(setTimeout(() => { this.#timer = 0; }, HELD));
  }

  /** What was measured holds no longer. */
  moved() {
    this.#anchors = null;
  }

  /** The other pane shows what tells the same as the middle of this one. @param {Side} side @param {Result} result */
  follow(side, result) {
    const { panes, paired } = this.#panes;
    if (this.#leader !== side || this.#timer || !paired) return;
    const far = other(side), pane = panes[side];
    this.#anchors ??= anchorsOf(result, (s, at) => this.#panes.height(s, at), { left: panes.left.scrollHeight, right: panes.right.scrollHeight });
    const line = pane.clientHeight / 3;
    panes[far].scrollTop = aligned(this.#anchors[side], this.#anchors[far], pane.scrollTop + line) - line;
  }
}
