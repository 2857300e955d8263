// What is drawn around the texts: the strip beside each with the places of its findings, and the line that joins what
// is linked.

import { svg } from "./dom.js";
import { tone } from "../model/tones.js";
import { SIDES } from "../model/annotations.js";

/** @import { Annotation, Side } from "../types.js" */

/**
 * @param {Side} side
 * @param {Annotation[]} findings
 * @param {number} length Of the text.
 * @param {string} label
 */
export function strip(side, findings, length, label) {
  const picture = svg("svg", { viewBox: "0 0 12 1000", preserveAspectRatio: "none", role: "img", "aria-label": label });
  const scaled = (/** @type {number} */ at) => Math.round((at / Math.max(1, length)) * 1000);
  // One outline a tone, the loudest last; a long report has hundreds of places.
  for (const [kind, width] of /** @type {const} */ ([["shared", 6], ["only", 6], ["differs", 9], ["conflict", 12]])) {
    const x = side === "left" ? 0 : 12 - width;
    const outline = findings.filter((a) => tone(a.findingKind) === kind).flatMap((a) => a.spans)
      .map((s) => `M${x} ${scaled(s.start)}h${width}v${Math.max(6, scaled(s.end - s.start))}h-${width}z`).join("");
    if (outline) picture.append(svg("path", { class: kind, d: outline }));
  }
  return picture;
}

/**
 * Lines between the marks of both texts that are in sight, each from beneath its words to the edge of its pane, so that
 * it crosses no line of text.
 * @param {HTMLElement} reader
 * @param {Record<Side, HTMLElement>} panes
 * @param {Record<Side, HTMLElement[]>} marks
 * @param {string | null} kind The tone of the finding, if it is one.
 */
export function joined(reader, panes, marks, kind) {
  const box = reader.getBoundingClientRect();
  const [from = [], to = []] = SIDES.map((side) => {
    const pane = panes[side].getBoundingClientRect();
    const inSight = (/** @type {DOMRect | undefined} */ r) => r !== undefined && r.bottom > pane.top && r.top < pane.bottom;
    // What is out of sight is not laid out, so no mark of it is looked up.
    return marks[side].filter((e) => inSight(e.closest(".part")?.getBoundingClientRect())).flatMap((e) => e.getClientRects()[0] ?? []).filter(inSight).slice(0, 6)
      .map((r) => ({ x: (side === "left" ? r.right : r.left) - box.left, y: r.bottom - 1 - box.top, edge: (side === "left" ? pane.right - 6 : pane.left + 6) - box.left }));
  });
  const one = from.length * to.length > 3 ? 1 : Infinity;
  return from.slice(0, one).flatMap((a) => to.slice(0, one).flatMap((b) => {
    const bend = (b.edge - a.edge) / 2;
    return [svg("path", { class: kind, d: `M${a.x} ${a.y} H${a.edge} C${a.edge + bend} ${a.y} ${b.edge - bend} ${b.y} ${b.edge} ${b.y} H${b.x}` }),
      svg("circle", { cx: a.x, cy: a.y, r: 2.5 }), svg("circle", { cx: b.x, cy: b.y, r: 2.5 })];
  }));
}
