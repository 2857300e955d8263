// Both reports on one calendar: a chart to see, and the same as a list to read.

import { button, excerpt, fill, h, prose, svg } from "./dom.js";
import { dayForm, filled, lighting, section, sideName } from "./parts.js";
import { SIDES } from "../model/annotations.js";
import { dayNumber, everything, isoDay, opening, rows, ticks, zoom } from "../model/scale.js";

/** @import { Side, TimelineEntry, TimeExpression } from "../types.js" */
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

/** @param {Context} context @returns {HTMLElement} */
export function timelineView(context) {
  const { result, words } = context;
  const entries = result.comparison.timeline;
  const marks = marksOf(context);
  if (entries.length === 0 && marks.length === 0) return section("timeline", words.section.timeline, h("p", { class: "quiet" }, words.timeline.none));
  const placed = entries.map((entry, i) => ({ entry, i })).filter(({ entry }) => entry.interval);
  const loose = entries.map((entry, i) => ({ entry, i })).filter(({ entry }) => !entry.interval);
  return section("timeline", words.section.timeline,
    marks.length > 0 ? chart(context, marks) : null,
    h("h3", { class: "hidden-text" }, words.timeline.list),
    filled(context, h("ol", { class: "time-list" }), placed, (e) => entryItem(context, e)),
    loose.length > 0 ? h("details", { class: "loose", open: loose.length <= 12 },
      h("summary", {}, words.timeline.vague, " ", h("span", { class: "count" }, loose.length)),
      SIDES.map((side) => openDates(context, side) && h("div", { class: "undated" }, h("p", {}, sideName(context, side), " ", words.timeline.undated), dayForm(context, side))),
      filled(context, h("ul", { class: "time-list" }), loose, (e) => entryItem(context, e))) : null);
}

/** Whether dates of a report stay open only because its own is not known. @param {Context} context @param {Side} side */
const openDates = ({ result }, side) => result[side].published === null && result[side].dates.some((date) => date.certainty === "open");

/** @param {Context} context @param {{ entry: TimelineEntry, i: number }} item */
function entryItem(context, { entry, i }) {
  const { result, words } = context;
  const both = entry.left.length > 0 && entry.right.length > 0;
  return h("li", { class: both ? "both" : null },
    h("div", { class: "time-when" }, entry.interval
      ? [h("time", { datetime: entry.interval.first }, words.span(entry.interval.first, entry.interval.last)),
        entry.interval.first === entry.interval.last && h("span", { class: "weekday" }, words.weekday(entry.interval.first))]
      : h("span", {}, vagueName(context, entry))),
    h("ul", { class: "time-what" }, SIDES.flatMap((side) => toldOf(context, entry, side).map(({ what, dates: [n, ...more] }) => {
      const date = result[side].dates[n];
      const certainty = date && telling(date, entry) ? words.certainty[date.certainty] : "";
      return h("li", { class: `from ${side}` },
        h("button", { type: "button", class: "cite", on: { click: () => context.actions.go(`time-${i}`, { side, key: `${side}-date-${n}` }), ...lighting(context, `time-${i}`) } },
          h("span", { class: `side ${side} only-sign` }, h("span", { class: "hidden-text" }, `${context.names[side]}: `)),
          prose(what), [n, ...more].map((d) => h("q", { class: "words" }, prose(inWords(context, side, d))))),
        certainty && h("span", { class: "certainty" }, certainty));
    }))));
}

/** What a report tells for a time, each once, with the numbers of the dates that tell it. @param {Context} context @param {TimelineEntry} entry @param {Side} side */
function toldOf(context, entry, side) {
  /** @type {Map<string, { what: string, dates: [number, ...number[]] }>} */
  const told = new Map();
  for (const n of entry[side]) {
    const date = context.result[side].dates[n];
    if (!date) continue;
    const what = happening(context, side, date), known = told.get(what);
    if (known) known.dates.push(n);
    else told.set(what, { what, dates: [n] });
  }
  return [...told.values()];
}

/** Whether it is worth telling how far a date can be trusted: not where it is plain, and not of each where the report has no date. @param {TimeExpression} date @param {TimelineEntry} entry */
const telling = ({ certainty }, entry) => !["stated", "implied", "open"].includes(certainty) && (entry.interval !== null || certainty !== "vague");

/** A date in the words of its text. @param {Context} context @param {Side} side @param {number} n @param {number} [most] */
function inWords({ result }, side, n, most = 60) {
  const span = result[side].dates[n]?.span;
  return span ? excerpt(result.input[side].text.slice(span.start, span.end), most) : "";
}

/** @param {Context} context @param {TimelineEntry} entry */
function vagueName(context, entry) {
  const { words } = context;
  const side = entry.left.length > 0 ? "left" : "right";
  const said = inWords(context, side, entry[side][0] ?? -1, 40);
  return said ? `“${said}”` : words.timeline.vague;
}

/** What happened then. @param {Context} context @param {Side} side @param {TimeExpression} date */
function happening({ result, words, names }, side, date) {
  const own = result[side].header.published?.span;
  if (own && own.start < date.span.end && own.end > date.span.start) return words.timeline.published(names[side]);
  return date.event?.label ?? excerpt(result.input[side].text.slice(date.span.start, date.span.end));
}

/** @param {Context} context @returns {Mark[]} */
function marksOf(context) {
  const { result, words, names } = context;
  /** @type {Mark[]} */
  const marks = [];
  result.comparison.timeline.forEach((entry, i) => {
    if (!entry.interval) return;
    const { first, last } = entry.interval;
    for (const side of SIDES) {
      const own = result[side].header.published?.span;
      const told = entry[side].filter((n) => { const s = result[side].dates[n]?.span; return s && !(own && own.start < s.end && own.end > s.start); });
      const date = result[side].dates[told[0] ?? -1];
      if (!date) continue;
      const more = told.length - 1;
      marks.push({
        side, first: dayNumber(first), last: dayNumber(last), group: `time-${i}`, when: words.span(first, last), publication: false,
        label: happening(context, side, date) + (more > 0 ? ` +${more}` : ""), firm: date.certainty === "stated" || date.certainty === "implied",
      });
    }
  });
  for (const side of SIDES) {
    const day = result[side].published;
    if (day) marks.push({ side, first: dayNumber(day), last: dayNumber(day), group: "", when: words.day(day), label: words.timeline.published(names[side]), firm: true, publication: true });
  }
  return marks.sort((a, b) => a.first - b.first || a.last - b.last);
}

const ROW = 24;

/** Room for the words beside a mark. @param {number} width */
const roomAt = (width) => (width >= 1100 ? 300 : width >= 900 ? 210 : 150);

/** @param {Context} context @param {Mark[]} marks */
function chart(context, marks) {
  const { words } = context;
  const frame = h("div", { class: "time-frame" });
  const shown = h("p", { class: "time-shown", role: "status" });
  let view = opening(marks), width = 900;
  const draw = () => {
    fill(frame, drawing(context, marks, view, width));
    const outside = marks.filter((m) => m.last < view.from || m.first >= view.to).length;
    shown.textContent = words.timeline.shown(words.day(isoDay(Math.round(view.from))), words.day(isoDay(Math.round(view.to) - 1)), outside);
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
  let dragged = /** @type {{ x: number, view: View } | null} */ (null);
  frame.addEventListener("pointerdown", (e) => { if (e.button === 0 && !(/** @type {Element} */ (e.target)).closest("[role=button]")) { dragged = { x: e.clientX, view }; frame.setPointerCapture(e.pointerId); } });
  frame.addEventListener("pointermove", (e) => {
    if (!dragged) return;
    const days = ((dragged.x - e.clientX) / width) * (dragged.view.to - dragged.view.from);
    set({ from: dragged.view.from + days, to: dragged.view.to + days });
  });
  for (const type of /** @type {const} */ (["pointerup", "pointercancel"])) frame.addEventListener(type, () => { dragged = null; });
  frame.addEventListener("wheel", (e) => {
    // Only with the modifier that browsers use for zooming, so that the page still scrolls.
    if (!e.ctrlKey) return;
    e.preventDefault();
    const box = frame.getBoundingClientRect();
    set(zoom(view, e.deltaY > 0 ? 1.25 : 0.8, view.from + ((e.clientX - box.left) / box.width) * (view.to - view.from)));
  }, { passive: false });
  draw();
  return h("div", { class: "time-chart", role: "group", "aria-label": words.timeline.chart },
    h("div", { class: "time-bar" },
      h("div", { class: "time-key" }, SIDES.map((side) => sideName(context, side))),
      h("div", { class: "time-tools" },
        button("‹", () => shift(-0.4), { "aria-label": words.timeline.earlier, title: words.timeline.earlier }),
        button("›", () => shift(0.4), { "aria-label": words.timeline.later, title: words.timeline.later }),
        button("+", () => set(zoom(view, 0.5)), { "aria-label": words.timeline.zoomIn, title: words.timeline.zoomIn }),
        button("−", () => set(zoom(view, 2)), { "aria-label": words.timeline.zoomOut, title: words.timeline.zoomOut }),
        button(words.timeline.fit, () => set(everything(marks)), { class: "link" }))),
    frame, shown);
}

/** @param {Context} context @param {Mark[]} marks @param {View} view @param {number} width */
function drawing(context, marks, view, width) {
  const x = (/** @type {number} */ day) => ((day - view.from) / (view.to - view.from)) * width;
  const LABEL = roomAt(width);
  const inView = marks.filter((m) => m.last >= view.from && m.first < view.to);
  const lanes = SIDES.map((side) => {
    const own = inView.filter((m) => m.side === side);
    const boxes = own.map((m) => {
      const from = Math.max(x(m.first), 0), to = Math.min(Math.max(x(m.last + 1), from + 10), width);
      const reach = Math.min(LABEL, 12 + m.label.length * 6.2);
      // The label stands behind its mark, on a long bar, or before it where the line ends.
      const over = to - from > LABEL;
      const flip = !over && to + reach > width;
      return { m, from, to, flip, over, box: over ? { from, to } : flip ? { from: from - reach, to } : { from, to: to + reach } };
    });
    boxes.sort((a, b) => a.box.from - b.box.from);
    const row = rows(boxes.map((b) => ({ from: b.box.from, to: b.box.to + 8 })));
    return { side, marks: boxes.map((b, i) => ({ ...b, row: row[i] ?? 0 })), count: Math.max(1, ...row.map((r) => r + 1)) };
  });
  const [left, right] = lanes;
  if (!left || !right) return null;
  const axis = left.count * ROW + 14, height = axis + 26 + right.count * ROW + 10;
  const { unit, days } = ticks(view, width);
  const { words } = context;
  const picture = svg("svg", { width, height, viewBox: `0 0 ${width} ${height}`, class: "time-svg", role: "group", "aria-label": words.timeline.chart });
  for (const day of days) {
    const at = x(day);
    picture.append(svg("line", { class: "grid", x1: at, x2: at, y1: 4, y2: height - 4 }));
    picture.append(svg("text", { class: "tick", x: at + 4, y: axis + 17 }, words.tick(isoDay(day), unit)));
  }
  picture.append(svg("line", { class: "axis", x1: 0, x2: width, y1: axis, y2: axis }), svg("line", { class: "axis", x1: 0, x2: width, y1: axis + 24, y2: axis + 24 }));
  let stops = 0;
  for (const lane of lanes) {
    for (const { m, from, to, flip, over, row } of lane.marks) {
      const y = lane.side === "left" ? axis - 12 - row * ROW : axis + 24 + 12 + row * ROW;
      const wide = to - from > 12;
      const shape = wide
        ? svg("rect", { class: "bar", x: from, y: y - 5, width: to - from, height: 10, rx: lane.side === "left" ? 5 : 1 })
        : lane.side === "left" ? svg("circle", { class: "dot", cx: from + 5, cy: y, r: 5 }) : svg("rect", { class: "dot", x: from + 1, y: y - 4.5, width: 9, height: 9, transform: `rotate(45 ${from + 5.5} ${y})` });
      const room = Math.floor((LABEL - 8) / 6.2);
      const label = excerpt(m.label, room);
      const open = () => context.actions.go(m.group, { side: m.side });
      // The words beside the mark are for the eye; the button says them in full.
      const g = svg("g", { class: `mark ${m.side}${m.firm ? "" : " loose"}${m.publication ? " publication" : ""}` },
        svg("g", m.group ? {
          role: "button", tabindex: stops++ === 0 ? "0" : "-1", "aria-label": `${m.when}: ${m.label} (${context.names[m.side]})`,
          on: { click: open, keydown: (/** @type {KeyboardEvent} */ e) => keys(e, picture, open), ...lighting(context, m.group) },
        } : { role: "img", "aria-label": `${m.when}: ${m.label}` },
        svg("rect", { class: "hit", x: (flip ? from - LABEL : from) - 2, y: y - ROW / 2, width: LABEL + to - from, height: ROW }), shape),
        flip ? svg("text", { x: from - 5, y: y + 4, "text-anchor": "end", "aria-hidden": "true" }, label) : svg("text", { x: over ? from + 8 : to + 5, y: y + 4, class: over ? "over" : null, "aria-hidden": "true" }, label));
      picture.append(g);
    }
  }
  return picture;
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
