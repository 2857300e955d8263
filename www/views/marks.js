// The marks in the texts under the reader's pointer and keys.

import { SIDES } from "../model/annotations.js";
import { isDifference } from "../model/tones.js";

/** @import { Annotation, Side } from "../types.js" */
/** @import { Modes } from "./legend.js" */
/** @import { Panes } from "./panes.js" */

/**
 * @typedef {object} Reach What a mark sets going.
 * @property {(annotation: Annotation, enter: boolean) => void} go Chooses it; `enter` puts the focus into its card.
 * @property {(mark: HTMLElement, annotation: Annotation) => void} press
 * @property {(group: string | null) => void} light
 * @property {(annotation: Annotation) => void} bring Brings it into view.
 * @property {() => void} counterpart
 * @property {(annotation: Annotation) => string} describe
 */

export class Marks {
  #panes;
  #modes;
  #reach;
  /** Since the last choice the pointer has not moved: what passes beneath it is not pointed at. */
  #resting = false;

  /** @param {Panes} panes @param {Modes} modes @param {Reach} reach */
  constructor(panes, modes, reach) {
    this.#panes = panes;
    this.#modes = modes;
    this.#reach = reach;
    for (const side of SIDES) this.#listen(side);
  }

  rest() {
    this.#resting = true;
  }

  /** @param {Annotation[]} on */
  visible(on) {
    return on.filter((a) => !this.#modes.hidden.has(a.findingKind ?? a.layer));
  }

  /** What is shown on a mark, the innermost first. @param {Side} side @param {Element} mark */
  on(side, mark) {
    return this.visible(this.#panes.texts?.[side].on.get(/** @type {HTMLElement} */ (mark)) ?? []);
  }

  get focusedElement() {
    return /** @type {HTMLElement | null} */ (/** @type {ShadowRoot | Document} */ (this.#panes.reader.getRootNode()).activeElement);
  }

  /** The mark that has the focus, and the innermost shown thing on it. */
  focused() {
    const element = this.focusedElement;
    for (const side of SIDES) {
      const annotation = element && this.on(side, element)[0];
      if (element && annotation) return { side, element, annotation };
    }
    return null;
  }

  /** One mark a text can be reached with Tab; it is a button while it has the focus, and prose otherwise. @param {Side} side @param {HTMLElement} mark */
  focus(side, mark) {
    for (const stop of this.#panes.texts?.[side].stops ?? []) if (stop.tabIndex === 0) stop.removeAttribute("tabindex");
    const annotation = this.on(side, mark)[0];
    mark.tabIndex = 0;
    mark.setAttribute("role", "button");
    if (annotation) mark.setAttribute("aria-description", this.#reach.describe(annotation));
    mark.addEventListener("blur", () => { mark.removeAttribute("role"); mark.removeAttribute("aria-description"); }, { once: true });
    mark.focus({ preventScroll: true });
  }

  /** @param {Side} side */
  #listen(side) {
    const pane = this.#panes.panes[side], { light } = this.#reach;
    const at = (/** @type {Event} */ e) => {
      const element = /** @type {HTMLElement | null} */ (/** @type {Element} */ (e.target).closest?.(".s"));
      const annotation = element && primary(this.on(side, element));
      return annotation ? { element, annotation } : null;
    };
    const hover = (/** @type {Event} */ e) => light(at(e)?.annotation.group ?? null);
    pane.addEventListener("pointerover", (e) => { if (!this.#resting) hover(e); });
    pane.addEventListener("pointermove", (e) => {
      if (!this.#resting || (e.movementX === 0 && e.movementY === 0)) return;
      this.#resting = false;
      hover(e);
    });
    pane.addEventListener("pointerleave", () => light(null));
    pane.addEventListener("focusin", (e) => { const hit = at(e); if (hit) light(hit.annotation.group); });
    pane.addEventListener("focusout", () => light(null));
    pane.addEventListener("click", (e) => {
      const hit = at(e);
      if (hit && (getSelection()?.toString() ?? "") === "") this.#reach.press(hit.element, hit.annotation);
    });
    pane.addEventListener("keydown", (e) => this.#key(side, e));
  }

  /** @param {Side} side @param {KeyboardEvent} e */
  #key(side, e) {
    if (e.altKey || e.ctrlKey || e.metaKey) return;
    const text = this.#panes.texts?.[side];
    if (!text) return;
    const focused = this.focused();
    const stops = text.stops.filter((s) => this.on(side, s).length > 0 && (!this.#modes.differences || s.closest("[data-differs]")));
    const at = focused ? stops.indexOf(focused.element) : -1;
    const to = (/** @type {number} */ n) => {
      const stop = stops[Math.min(Math.max(n, 0), stops.length - 1)];
      if (!stop) return;
      e.preventDefault();
      this.focus(side, stop);
      const annotation = this.on(side, stop)[0];
      if (annotation) this.#reach.bring(annotation);
    };
    switch (e.key) {
      case "ArrowRight": return to(at + 1);
      case "ArrowLeft": return to(at === -1 ? stops.length - 1 : at - 1);
      case "Home": return focused ? to(0) : undefined;
      case "End": return focused ? to(stops.length - 1) : undefined;
      case "Enter": case " ":
        if (!focused) return;
        e.preventDefault();
        return this.#reach.go(focused.annotation, true);
      case "c": case "C":
        e.preventDefault();
        return this.#reach.counterpart();
      default:
    }
  }
}

/** Findings come first: they are what the reader looks for. @param {Annotation[]} shown The shortest first. */
const primary = (shown) => shown.find((a) => a.list === "finding" && isDifference(a.findingKind) && a.spans.every((s) => s.end - s.start < 60)) ?? shown[0];
