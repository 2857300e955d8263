// Heights in a long text. The text comes in parts of some paragraphs with their notes, and the browser lays out only
// the parts near the view; every other one stands in with the height that it had when it was measured. So no single
// task lays out the whole text.

import { breathe } from "../engine/run.js";

/**
 * @typedef {object} Paragraph
 * @property {HTMLElement} element
 * @property {number} start
 * @property {number} end
 * @property {{ note: HTMLElement, mark: HTMLElement }[]} notes Those that stand beside it, each with its evidence.
 *
 * @typedef {object} Part
 * @property {HTMLElement} element
 * @property {Paragraph[]} paragraphs
 */

export class Places {
  /** Heights in their part: of paragraphs, of marks that have a note; how high a note is. @type {Map<HTMLElement, { top: number, tall: number }>} */ #known = new Map();
  #parts;

  /** @param {Part[]} parts */
  constructor(parts) {
    this.#parts = parts;
  }

  /** Measures a part that is laid out; from then on the browser may pass over it. @param {Part} part */
  keep({ element, paragraphs }) {
    const box = element.getBoundingClientRect();
    // A pane behind the other one has no heights.
    if (box.width === 0) return void (element.dataset.away = "");
    const learn = (/** @type {HTMLElement} */ e) => {
      const { top, height } = e.getBoundingClientRect();
      this.#known.set(e, { top: height > 0 ? top - box.top : this.#known.get(e)?.top ?? 0, tall: height });
    };
    for (const { element: paragraph, notes } of paragraphs) {
      learn(paragraph);
      for (const { note, mark } of notes) {
        learn(mark);
        learn(note);
      }
    }
    element.style.setProperty("--tall", `${box.height}px`);
    element.dataset.away = "";
  }

  /**
   * Measures all anew, part by part.
   * @param {DOMRect} view What is seen of the text: there all is laid out as it is.
   * @param {() => boolean} stale
   * @returns {Promise<boolean>} Whether it came to the end.
   */
  async measure(view, stale) {
    for (const part of this.#parts) {
      const { top, bottom } = part.element.getBoundingClientRect();
      if (bottom < view.top || top > view.bottom) delete part.element.dataset.away;
      this.keep(part);
      await breathe();
      if (stale()) return false;
    }
    return true;
  }

  /** The notes that are shown, with the height in the text at which each is wanted. */
  notes() {
    return this.#parts.flatMap(({ element, paragraphs }) => {
      const top = element.offsetTop;
      return paragraphs.flatMap(({ notes }) => notes.map(({ note, mark }) => ({
        note, part: top, top: top + (this.#known.get(mark)?.top ?? 0), tall: note.hidden ? 0 : this.#known.get(note)?.tall ?? 0,
      })));
    }).filter((n) => n.tall > 0).sort((a, b) => a.top - b.top);
  }

  /** How high a note is now. @param {HTMLElement} note */
  opened(note) {
    const known = this.#known.get(note);
    if (known) known.tall = note.offsetHeight;
  }

  /** Height in the text of a place in it, as near as its share of the paragraph tells. @param {number} at */
  at(at) {
    const part = this.#parts.find((p) => (p.paragraphs.at(-1)?.end ?? 0) > at) ?? this.#parts.at(-1);
    const paragraph = part?.paragraphs.find((p) => p.end > at) ?? part?.paragraphs.at(-1);
    const known = paragraph && this.#known.get(paragraph.element);
    if (!part || !known || part.element.offsetParent === null) return null;
    const share = Math.max(0, at - paragraph.start) / Math.max(1, paragraph.end - paragraph.start);
    return part.element.offsetTop + known.top + Math.min(1, share) * known.tall;
  }
}
