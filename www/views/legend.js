// What is marked, and the controls of the reading view: filters with counts, stepping, and the modes.

import { button, h } from "./dom.js";
import { LAYERS } from "../model/annotations.js";
import { tone } from "../model/tones.js";

/** @import { FindingKind } from "../types.js" */
/** @import { Context } from "./context.js" */

/**
 * @typedef {object} Modes
 * @property {Set<string>} hidden Layers and kinds of findings that are not shown.
 * @property {boolean} differences
 * @property {boolean} lock
 * @property {boolean} labels
 */

/**
 * @typedef {object} LegendActions
 * @property {(name: string) => void} toggle
 * @property {(step: 1 | -1) => void} step
 * @property {() => void} undo
 * @property {() => void} redo
 * @property {(mode: "differences" | "lock" | "labels") => void} mode
 */

/**
 * @param {Context} context
 * @param {Modes} modes
 * @param {LegendActions} act
 */
export function legendView({ index, words, history }, modes, act) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const a of [...index.sides.left, ...index.sides.right]) if (a.layer !== "finding") counts.set(a.layer, (counts.get(a.layer) ?? 0) + 1);
  /** @type {Map<FindingKind, number>} */
  const kinds = new Map();
  for (const f of index.findings) kinds.set(f.kind, (kinds.get(f.kind) ?? 0) + 1);

  const toggle = (/** @type {string} */ name, /** @type {string} */ label, /** @type {number} */ n, /** @type {string} */ sample) =>
    h("li", {}, h("button", {
      type: "button", class: "toggle", data: { name }, "aria-pressed": String(!modes.hidden.has(name)), on: { click: () => act.toggle(name) },
    }, h("span", { class: sample, "aria-hidden": "true" }, "Aa"), h("span", {}, label), " ", h("span", { class: "count" }, n)));

  const position = h("span", { class: "position", role: "status" }, words.legend.position(0, index.findings.length));
  const mode = (/** @type {"differences" | "lock" | "labels"} */ name) =>
    button(words.legend[name], () => act.mode(name), { class: `mode ${name}`, "aria-pressed": String(modes[name]), data: { mode: name } });
  const element = h("div", { class: "legend", part: "legend", role: "group", "aria-label": words.legend.label },
    h("details", { class: "filters", open: matchMedia("(min-width: 46rem)").matches },
      h("summary", {}, words.legend.label),
      h("ul", { class: "toggles", "aria-label": words.legend.marks },
        LAYERS.filter((l) => counts.has(l)).map((l) => toggle(l, words.layer[l], counts.get(l) ?? 0, `s sample ${l}`))),
      kinds.size > 0 && h("ul", { class: "toggles", "aria-label": words.legend.findings },
        [...kinds].map(([kind, n]) => toggle(kind, words.finding[kind], n, `dot ${tone(kind)}`)))),
    h("div", { class: "steps", role: "group", "aria-label": words.legend.findings },
      button("‹", () => act.step(-1), { "aria-label": words.legend.previous, title: `${words.legend.previous} (K)` }),
      position,
      button("›", () => act.step(1), { "aria-label": words.legend.next, title: `${words.legend.next} (J)` }),
      history.canUndo && button(words.legend.undo, act.undo, { class: "undo", "aria-label": words.legend.undoHint, title: `${words.legend.undoHint} (U)` }),
      history.canRedo && button(words.legend.redo, act.redo, { class: "undo", "aria-label": words.legend.redoHint, title: `${words.legend.redoHint} (Shift U)` })),
    h("div", { class: "modes" }, mode("differences"), mode("lock"), mode("labels")));
  return { element, position };
}
