// The line of days: both reports' dates, one above the line and one below. It is moved by dragging, by its buttons and
// with the wheel, and its marks lead to their sentences.

import { button, excerpt, fill, h, svg } from "./dom.js";
import { lighting, sideName } from "./parts.js";
import { SIDES } from "../model/annotations.js";
import { everything, isoDay, opening, rows, ticks, zoom } from "../model/scale.js";

/** @import { Side } from "../types.js" */
/** @import { Context } from "./context.js" */
/** @import { View } from "../model/scale.js" */

/**
 * @typedef {object} Mark
 * @property {Side} side
 * @property {number} first
 * @property {number} last
 * @property {string} label
 * @property {string} group
 * @property {string} when
 * @property {boolean} firm Whether the text states the day or it follows from the report's date.
 * @property {boolean} publication
 */

/** Height of a row of marks, and the width of a letter beside one, as near as is needed. */
const ROW = 24, LETTER = 6.2;

/** Room for the words beside a mark. @param {number} width */
const roomAt = (width) => (width >= 1100 ? 300 : width >= 900 ? 210 : 150);

/** @param {Context} context @param {Mark[]} marks */
export function chart(context, marks) {
  const { timeline, day } = context.words;
  const frame = h("div", { class: "time-frame" });
  const shown = h("p", { class: "time-shown", role: "status" });
  let view = opening(marks), width = 900;
  const draw = () => {
    fill(frame, drawing(context, marks, view, width));
    const outside = marks.filter((m) => !inside(m, view)).length;
    shown.textContent = timeline.shown(day(isoDay(Math.round(view.from))), day(isoDay(Math.round(view.to) - 1)), outside);
  };
  const set = (/** @type {View} */ next) => { view = next; draw(); };
  const shift = (/** @type {number} */ share) => set({ from: view.from + (view.to - view.from) * share, to: view.to + (view.to - view.from) * share });
  let first = true;
  new ResizeObserver(([entry]) => {
    const now = Math.round(entry?.contentRect.width ?? 0);
    if (now < 40 || (now === width && !first)) return;
    first = false;
    width = now;
    draw();
  }).observe(frame);
  draggable(frame, () => ({ view, width }), set);
  draw();
  const tool = (/** @type {string} */ sign, /** @type {string} */ label, /** @type {() => void} */ press) => button(sign, press, { "aria-label": label, title: label });
  return h("div", { class: "time-chart", role: "group", "aria-label": timeline.chart },
    h("div", { class: "time-bar" },
      h("div", { class: "time-key" }, SIDES.map((side) => sideName(context, side))),
      h("div", { class: "time-tools" },
        tool("‹", timeline.earlier, () => shift(-0.4)), tool("›", timeline.later, () => shift(0.4)),
        tool("+", timeline.zoomIn, () => set(zoom(view, 0.5))), tool("−", timeline.zoomOut, () => set(zoom(view, 2))),
        button(timeline.fit, () => set(everything(marks)), { class: "link" }))),
    frame, shown);
}

/**
 * Moves with the pointer, and zooms with the wheel.
 * @param {HTMLElement} frame
 * @param {() => { view: View, width: number }} now
 * @param {(view: View) => void} set
 */
function draggable(frame, now, set) {
  let dragged = /** @type {{ x: number, view: View } | null} */ (null);
  frame.addEventListener("pointerdown", (e) => {
    if (e.button !== 0 || /** @type {Element} */ (e.target).closest("[role=button]")) return;
    dragged = { x: e.clientX, view: now().view };
    frame.setPointerCapture(e.pointerId);
  });
  frame.addEventListener("pointermove", (e) => {
    if (!dragged) return;
    const { x, view: { from, to } } = dragged, days = ((x - e.clientX) / now().width) * (to - from);
    set({ from: from + days, to: to + days });
  });
  for (const type of /** @type {const} */ (["pointerup", "pointercancel"])) frame.addEventListener(type, () => { dragged = null; });
  frame.addEventListener("wheel", (e) => {
    // Only with the modifier that browsers use for zooming, so that the page still scrolls.
    if (!e.ctrlKey) return;
    e.preventDefault();
    const { view } = now(), box = frame.getBoundingClientRect();
    set(zoom(view, e.deltaY > 0 ? 1.25 : 0.8, view.from + ((e.clientX - box.left) / box.width) * (view.to - view.from)));
  }, { passive: false });
}

/** @param {Mark} mark @param {View} view */
const inside = (mark, view) => mark.last >= view.from && mark.first < view.to;

/** @param {Context} context @param {Mark[]} marks @param {View} view @param {number} width */
function drawing(context, marks, view, width) {
  const { words } = context;
  const x = (/** @type {number} */ day) => ((day - view.from) / (view.to - view.from)) * width;
  const shown = marks.filter((m) => inside(m, view));
  const left = lane(shown.filter((m) => m.side === "left"), x, width), right = lane(shown.filter((m) => m.side === "right"), x, width);
  const axis = left.count * ROW + 14, height = axis + 26 + right.count * ROW + 10;
  const picture = svg("svg", { width, height, viewBox: `0 0 ${width} ${height}`, class: "time-svg", role: "group", "aria-label": words.timeline.chart });
  const { unit, days } = ticks(view, width);
  for (const day of days) {
    const at = x(day);
    picture.append(svg("line", { class: "grid", x1: at, x2: at, y1: 4, y2: height - 4 }));
    const name = words.tick(isoDay(day), unit);
    if (at + 8 + name.length * LETTER < width) picture.append(svg("text", { class: "tick", x: at + 4, y: axis + 17 }, name));
  }
  for (const y of [axis, axis + 24]) picture.append(svg("line", { class: "axis", x1: 0, x2: width, y1: y, y2: y }));
  for (const p of left.placed) picture.append(markView(context, p, axis - 12 - p.row * ROW, width, picture));
  for (const p of right.placed) picture.append(markView(context, p, axis + 36 + p.row * ROW, width, picture));
  picture.querySelector("[role=button]")?.setAttribute("tabindex", "0");
  return picture;
}

/**
 * @typedef {object} Placed
 * @property {Mark} mark
 * @property {number} from
 * @property {number} to
 * @property {number} row
 * @property {"beside" | "before" | "over"} words Where its words stand: behind it, before it where the line ends, or on a long bar.
 */

/**
 * The marks of one report, in as few rows as their words allow.
 * @param {Mark[]} marks
 * @param {(day: number) => number} x
 * @param {number} width
 * @returns {{ placed: Placed[], count: number }}
 */
function lane(marks, x, width) {
  const room = roomAt(width);
  const boxes = marks.map((mark) => {
    const from = Math.min(Math.max(x(mark.first), 0), width - 11), to = Math.min(Math.max(x(mark.last + 1), from + 10), width);
    const reach = Math.min(room, 12 + mark.label.length * LETTER);
    const words = /** @type {Placed["words"]} */ (to - from > room ? "over" : to + reach > width ? "before" : "beside");
    return { mark, from, to, words, start: words === "before" ? from - reach : from, end: words === "beside" ? to + reach : to };
  }).sort((a, b) => a.start - b.start);
  const row = rows(boxes.map((b) => ({ from: b.start, to: b.end + 8 })));
  return { placed: boxes.map((b, i) => ({ ...b, row: row[i] ?? 0 })), count: Math.max(1, ...row.map((r) => r + 1)) };
}

/** @param {Context} context @param {Placed} placed @param {number} y @param {number} width @param {SVGElement} picture */
function markView(context, { mark: m, from, to, words }, y, width, picture) {
  const room = roomAt(width), most = Math.floor((room - 8) / LETTER), left = m.side === "left";
  const shape = to - from > 12
    ? svg("rect", { class: "bar", x: from, y: y - 5, width: to - from, height: 10, rx: left ? 5 : 1 })
    : left ? svg("circle", { class: "dot", cx: from + 5, cy: y, r: 5 }) : svg("rect", { class: "dot", x: from + 1, y: y - 4.5, width: 9, height: 9, transform: `rotate(45 ${from + 5.5} ${y})` });
  const open = () => context.actions.go(m.group, { side: m.side });
  const hit = svg("rect", { class: "hit", x: (words === "before" ? from - room : from) - 2, y: y - ROW / 2, width: room + to - from, height: ROW });
  const at = { beside: { x: to + 5 }, before: { x: from - 5, "text-anchor": "end" }, over: { x: from + 8, class: "over" } }[words];
  // The words beside the mark are for the eye; the button says them in full.
  return svg("g", { class: `mark ${m.side}${m.firm ? "" : " loose"}${m.publication ? " publication" : ""}` },
    svg("g", m.group ? {
      role: "button", tabindex: "-1", "aria-label": `${m.when}: ${m.label} (${context.names[m.side]})`,
      on: { click: open, keydown: (/** @type {KeyboardEvent} */ e) => keys(e, picture, open), ...lighting(context, m.group) },
    } : { role: "img", "aria-label": `${m.when}: ${m.label}` }, hit, shape),
    svg("text", { ...at, y: y + 4, "aria-hidden": "true" }, excerpt(m.label, most)));
}

/** @param {KeyboardEvent} event @param {SVGElement} picture @param {() => void} open */
function keys(event, picture, open) {
  const all = [...picture.querySelectorAll("[role=button]")];
  const at = all.indexOf(/** @type {Element} */ (event.currentTarget));
  const to = { ArrowRight: at + 1, ArrowDown: at + 1, ArrowLeft: at - 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key];
  if (event.key === "Enter" || event.key === " ") {
    event.preventDefault();
    open();
  } else if (to !== undefined && all[to]) {
    event.preventDefault();
    all[at]?.setAttribute("tabindex", "-1");
    all[to].setAttribute("tabindex", "0");
    /** @type {SVGElement} */ (all[to]).focus();
  }
}
