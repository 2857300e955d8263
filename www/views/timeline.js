// Both reports on one calendar: a chart to see, and the same as a list to read.

import { chart } from "./chart.js";
import { excerpt, h, prose } from "./dom.js";
import { dayForm, filled, lighting, section, sideName } from "./parts.js";
import { SIDES } from "../model/annotations.js";
import { dayNumber } from "../model/scale.js";

/** @import { Side, Span, TimelineEntry, TimeExpression } from "../types.js" */
/** @import { Context } from "./context.js" */
/** @import { Mark } from "./chart.js" */

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
      ? [h("time", { datetime: entry.interval.first }, words.when(firstOf(context, entry))),
        entry.interval.first === entry.interval.last && h("span", { class: "weekday" }, words.weekday(entry.interval.first))]
      : h("span", {}, vagueName(context, entry))),
    h("ul", { class: "time-what" }, SIDES.flatMap((side) => toldOf(context, entry, side).map(({ what, dates: [n, ...more] }) => {
      const date = result[side].dates[n];
      const certainty = date && telling(date, entry) ? words.certainty[date.certainty] : "";
      return h("li", { class: `from ${side}` },
        h("button", { type: "button", class: "cite", on: { click: () => context.actions.go(`time-${i}`, { side, key: `${side}-date-${n}` }), ...lighting(context, `time-${i}`) } },
          h("span", { class: `side ${side} only-sign` }, h("span", { class: "hidden-text" }, `${context.names[side]}: `)),
          prose(what), [...new Set([n, ...more].map((d) => inWords(context, side, d)))].map((said) => h("q", { class: "words" }, prose(said)))),
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

/** The first date of an entry, which stands for all: they are of one value. @param {Context} context @param {TimelineEntry} entry */
function firstOf({ result }, { interval, value, left, right }) {
  const { modifier = null } = result.left.dates[left[0] ?? -1] ?? result.right.dates[right[0] ?? -1] ?? {};
  return { interval, value, modifier };
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
  const { published, header, blocks } = result[side], own = header.published?.span;
  const at = (/** @type {Span} */ span) => span.start < date.span.end && span.end > date.span.start;
  // The line of the date may stand twice.
  const line = date.interval?.first === published && blocks.some((b) => b.kind === "date-line" && at(b.span));
  if (line || (own && at(own))) return words.timeline.published(names[side]);
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
        side, first: dayNumber(first), last: dayNumber(last), group: `time-${i}`, when: words.when(date), publication: false,
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
