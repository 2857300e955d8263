// Two wordings, one above the other, with what differs marked by more than colour.

import { h, prose } from "./dom.js";
import { SIDES } from "../model/annotations.js";

/** @import { DiffStep, Side, Span } from "../types.js" */
/** @import { Context } from "./context.js" */

/**
 * @param {Context} context
 * @param {DiffStep[]} steps
 */
export function diffView({ result, words, names }, steps) {
  return h("div", { class: "diff" }, SIDES.map((side) => h("p", { class: `diff-line ${side}`, dir: "auto" },
    h("span", { class: `side ${side} only-sign` }, h("span", { class: "hidden-text" }, `${names[side]}: `)),
    steps.flatMap((step, i) => {
      const span = step[side];
      if (!span) return [];
      const whole = result.input[side].text;
      const text = whole.slice(span.start, span.end).replace(/\s+/g, " ");
      // The marks between the words come along, unless a long stretch was left out.
      const before = steps.slice(0, i).reverse().find((s) => s[side])?.[side];
      const between = before && before.end <= span.start ? whole.slice(before.end, span.start) : "";
      const gap = before ? prose(between.length > 0 && between.length < 12 ? between.replace(/\s+/g, " ") : " ") : [];
      if (step.same) return [...gap, ...prose(text)];
      const tag = side === "left" ? "del" : "ins";
      return [...gap, h(tag, { title: side === "left" ? words.wording.removed : words.wording.added }, prose(text))];
    }))));
}

/** @param {Context} context @param {Side} side @param {Span[]} spans */
export const quoteText = ({ result }, side, spans) => spans.map((s) => result.input[side].text.slice(s.start, s.end).replace(/\s+/g, " ").trim()).join(" … ");
