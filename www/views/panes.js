// The two panes with their strips and tabs: what is in them, and how wide they are.

import { breathe } from "../engine/run.js";
import { SIDES } from "../model/annotations.js";
import { headline } from "../model/labels.js";
import { fill, h, prose } from "./dom.js";
import { strip } from "./lines.js";

/** @import { Annotation, Side } from "../types.js" */
/** @import { Context } from "./context.js" */
/** @import { Modes } from "./legend.js" */
/** @import { TextView } from "./text.js" */
/** @import { Words } from "../locale/en.js" */

/** Widths of the host from which notes stand beside the text, and from which both texts do. */
const WIDE = 1120, PAIR = 720;

export class Panes {
  /** What is in them, once a result is shown. @type {Record<Side, TextView> | null} */ texts = null;
  /** Whether both texts stand beside each other. */
  paired = false;
  /** The width that they were arranged for. */
  width = 0;
  reader = h("div", { class: "reader", data: { tab: "left" } });
  panes;
  strips;
  tabs;

  /** @param {Words} words @param {Record<Side, string>} names */
  constructor(words, names) {
    const pane = (/** @type {Side} */ side) => h("div", {
      class: `pane ${side}`, part: `text text-${side}`, id: `pane-${side}`, role: "region", tabindex: "0", "aria-label": words.text.annotated[side], data: { side },
    });
    const beside = (/** @type {Side} */ side) => h("div", { class: `strip ${side}`, part: "strip" });
    const tab = (/** @type {Side} */ side) => h("button", {
      type: "button", role: "tab", id: `tab-${side}`, "aria-controls": `pane-${side}`, "aria-selected": String(side === "left"), tabindex: side === "left" ? "0" : "-1",
      class: `side ${side}`, on: { click: () => this.tab(side), keydown: (/** @type {KeyboardEvent} */ e) => {
        if (e.key === "ArrowLeft" || e.key === "ArrowRight") { this.tab(e.key === "ArrowLeft" ? "left" : "right", true); e.preventDefault(); }
      } },
    }, names[side]);
    this.panes = { left: pane("left"), right: pane("right") };
    this.strips = { left: beside("left"), right: beside("right") };
    this.tabs = { left: tab("left"), right: tab("right") };
    this.reader.append(this.strips.left, this.panes.left, h("div", { class: "gutter", "aria-hidden": "true" }), this.panes.right, this.strips.right);
  }

  /** The first piece of an annotation. @param {Annotation} a */
  mark(a) { return this.texts?.[a.side].segments.get(a.key)?.[0]; }

  /** Shows a text where there is room for one. @param {Side} side @param {boolean} [focus] */
  tab(side, focus = false) {
    this.reader.dataset.tab = side;
    for (const s of SIDES) {
      this.tabs[s].setAttribute("aria-selected", String(s === side));
      this.tabs[s].setAttribute("tabindex", s === side ? "0" : "-1");
    }
    if (focus) this.tabs[side].focus();
  }

  /**
   * Puts a text into its pane, some paragraphs at a time, each in the place of an old one: the place that is read
   * stays, and no single task has to lay out the whole text.
   * @param {Context} context @param {Side} side @param {() => boolean} stale
   */
  async put(context, side, stale) {
    const pane = this.panes[side], text = this.texts?.[side];
    if (!text) return false;
    const { parts, places } = text;
    let shown = /** @type {HTMLElement | null} */ (pane.querySelector(".article"));
    if (!shown) {
      shown = text.article;
      shown.replaceChildren();
      fill(pane, head(context, side), shown);
    } else pane.firstElementChild?.replaceWith(head(context, side));
    const old = [...shown.children];
    let since = performance.now();
    for (let i = 0; i < Math.max(old.length, parts.length); i++) {
      const now = old[i], next = parts[i];
      if (next && now) now.replaceWith(next.element);
      else if (next) shown.append(next.element);
      else now?.remove();
      // What was put in is laid out now, while it is little.
      if (next) places.keep(next);
      if (performance.now() - since > 8) {
        await breathe();
        if (stale()) return false;
        since = performance.now();
      }
    }
    text.article = shown;
    return true;
  }

  /** What stands in a pane, by the width and the modes. @param {Context} context @param {Side} side @param {Modes} modes */
  arrange({ index }, side, { differences, labels }) {
    const { classList } = this.panes[side];
    this.width = this.reader.clientWidth;
    classList.toggle("differences-only", differences);
    classList.toggle("with-labels", labels);
    classList.toggle("wide", this.width >= WIDE && index.findings.length > 0);
    this.paired = this.width >= PAIR;
  }

  /** Where findings stand in a text. @param {Context} context @param {Side} side @param {Set<string>} hidden */
  drawStrip({ index, result, words }, side, hidden) {
    const shown = index.sides[side].filter((a) => a.list === "finding" && !hidden.has(a.findingKind ?? ""));
    fill(this.strips[side], strip(side, shown, result.input[side].text.length, words.text.strip[side]));
  }

  /** Measures all paragraphs anew. @param {() => boolean} stale @returns {Promise<boolean>} Whether it came to the end. */
  async measure(stale) {
    for (const side of SIDES) {
      const view = this.panes[side].getBoundingClientRect();
      if (!(await this.texts?.[side].places.measure(view, stale))) return false;
    }
    return true;
  }

  /** The height in its pane of a place in a text. @param {Side} side @param {number} at */
  height(side, at) {
    const text = this.texts?.[side], height = text?.places.at(at) ?? null;
    if (!text || height === null) return null;
    const pane = this.panes[side];
    return text.article.getBoundingClientRect().top - pane.getBoundingClientRect().top + pane.scrollTop + height;
  }
}

/** What stands above a text. @param {Context} context @param {Side} side */
function head({ result, words, names }, side) {
  const title = headline(result, side);
  const published = result[side].published;
  const inText = !result.input[side].headline && result[side].blocks.some((b) => b.kind === "headline");
  return h("header", { class: "pane-head" },
    h("p", { class: "pane-meta" }, h("span", { class: `side ${side}` }, names[side]),
      h("span", {}, published ? h("time", { datetime: published }, words.day(published)) : words.text.noDate)),
    inText ? null : h("h3", { class: title ? null : "hidden-text" }, title ? prose(title) : words.side[side]));
}
