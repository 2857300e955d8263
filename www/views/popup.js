// A popup beside a mark, or a sheet at the foot of a narrow screen. It stays beside its mark while something scrolls
// or while it grows.

import { button, fill, h, prose } from "./dom.js";

/** Width of the window from which it stands beside the mark. */
const NARROW = 720;

export class Popup {
  element = h("div", { class: "card", part: "card", popover: "manual", role: "dialog", tabindex: "-1" });
  /** What it stands beside. @type {HTMLElement | null} */ #mark = null;
  #back;

  /** @param {(mark: HTMLElement) => void} back Gives the focus back to the mark. */
  constructor(back) {
    this.#back = back;
    this.element.addEventListener("keydown", (e) => {
      if (e.key !== "Escape") return;
      this.close();
      e.stopPropagation();
    });
    this.element.addEventListener("toggle", this.place, true);
    document.addEventListener("pointerdown", this.#outside, true);
    document.addEventListener("scroll", this.place, { capture: true, passive: true });
  }

  /** Ends what outlives the element. */
  end() {
    document.removeEventListener("pointerdown", this.#outside, true);
    document.removeEventListener("scroll", this.place, true);
    this.close(false);
  }

  /** What it stands beside, where it has the focus. @param {Element | null} focused */
  from(focused) { return focused && this.element.contains(focused) ? this.#mark : null; }

  get open() { return this.element.matches(":popover-open"); }

  /** @param {HTMLElement} mark @param {string} title @param {Node[]} nodes @param {{ label: string, close: string }} words */
  show(mark, title, nodes, words) {
    this.element.setAttribute("aria-label", title || words.label);
    fill(this.element, h("div", { class: "card-head" }, h("p", { class: "card-title" }, prose(title)), button("×", () => this.close(), { class: "card-close", "aria-label": words.close })), nodes);
    this.#mark = mark;
    if (!this.open) this.element.showPopover?.();
    this.place();
  }

  /** @param {boolean} [back] Whether the focus goes back to the mark. */
  close(back = true) {
    const mark = this.#mark;
    if (!this.open) return false;
    this.element.hidePopover?.();
    this.#mark = null;
    if (back && mark) this.#back(mark);
    return true;
  }

  place = () => {
    if (!this.#mark || !this.open) return;
    const { element } = this, { style } = element, narrow = innerWidth < NARROW;
    element.classList.toggle("sheet", narrow);
    if (narrow) {
      style.removeProperty("left");
      style.removeProperty("top");
      return;
    }
    const r = this.#mark.getClientRects()[0] ?? this.#mark.getBoundingClientRect();
    const width = element.offsetWidth, height = element.offsetHeight;
    const below = r.bottom + 8 + height < innerHeight || r.top < height + 8;
    // The other report stays in sight: what is looked for stands there.
    const pane = this.#mark.closest(".pane")?.getBoundingClientRect();
    const [from, to] = pane && pane.width > width ? [pane.left, pane.right] : [8, innerWidth - 8];
    style.left = `${Math.round(Math.max(8, from, Math.min(r.left - 12, to - width)))}px`;
    style.top = `${Math.round(Math.max(8, Math.min(below ? r.bottom + 8 : r.top - height - 8, innerHeight - height - 8)))}px`;
  };

  #outside = (/** @type {Event} */ e) => {
    const path = e.composedPath();
    if (!path.includes(this.element) && !path.some((n) => n instanceof Element && n.matches(".s, .note, .finding-line"))) this.close(false);
  };
}
