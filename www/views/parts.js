// Small pieces that several views share.

import { append, excerpt, h, prose } from "./dom.js";
import { tone } from "../model/tones.js";

/** @import { FindingKind, Side, Span } from "../types.js" */
/** @import { Context } from "./context.js" */

/**
 * The name of a report with the sign of its side.
 * @param {Context} context
 * @param {Side} side
 */
export const sideName = ({ names }, side) => h("span", { class: `side ${side}` }, names[side]);

/** The sign and name of a kind of finding. @param {Context} context @param {FindingKind} kind */
export const findingLabel = ({ words }, kind) => h("span", { class: `tone ${tone(kind)}` }, words.finding[kind]);

/**
 * A stretch of a report as a link to its place.
 * @param {Context} context
 * @param {Side} side
 * @param {Span} span
 * @param {{ most?: number, group?: string, lead?: string }} [how]
 */
export function place(context, side, span, { most = 160, group, lead } = {}) {
  const text = excerpt(context.result.input[side].text.slice(span.start, span.end), most);
  return h("button", {
    type: "button", class: "cite",
    on: {
      click: () => (group ? context.actions.go(group, { side }) : context.actions.show(side, span)),
      ...(group ? lighting(context, group) : {}),
    },
  }, lead ? h("span", { class: "lead-in" }, lead, " ") : null, prose(text));
}

/** A field for the day of a report. @param {Context} context @param {Side} side */
export function dayForm({ result, words, names, actions }, side) {
  const input = h("input", { type: "date", value: result[side].published ?? "", "aria-label": `${words.card.publishedLabel}: ${names[side]}` });
  return h("form", { class: "day", on: { submit: (/** @type {Event} */ e) => { e.preventDefault(); actions.published(side, input.value || null); } } },
    input, h("button", { type: "submit" }, words.card.apply));
}

/** The words around a place, within its sentence. @param {string} text @param {Span} span */
export function around(text, span) {
  const before = text.slice(Math.max(0, span.start - 60), span.start), after = text.slice(span.end, span.end + 40);
  const from = before.search(/[^.!?\n"”]*$/), to = after.search(/[.!?\n"”]/);
  const head = before.slice(from), tail = to === -1 ? after : after.slice(0, to);
  const cutHead = from === 0 && span.start > 60 ? head.replace(/^\S*\s/, "…") : head;
  return excerpt(`${cutHead}${text.slice(span.start, span.end)}${to === -1 ? tail.replace(/\s\S*$/, "…") : tail}`, 120).replace(/^[,;:\s–—-]+/, "");
}

/**
 * Listeners that light a group while the pointer or the focus is there.
 * @param {Context} context
 * @param {string} group
 */
export const lighting = ({ actions }, group) => ({
  pointerenter: () => actions.light(group),
  pointerleave: () => actions.light(null),
  focus: () => actions.light(group),
  blur: () => actions.light(null),
});

/**
 * A list whose items are made one by one, when the page has time.
 * @template {Element} E
 * @template T
 * @param {Context} context @param {E} list @param {readonly T[]} items @param {(item: T, i: number) => Node | null | false} make
 */
export function filled({ later }, list, items, make) {
  items.forEach((item, i) => later.push(() => append(list, [make(item, i)])));
  return list;
}

/**
 * A section with its heading.
 * @param {string} id
 * @param {string} title
 * @param {...(Node | null)} children
 */
export function section(id, title, ...children) {
  return h("section", { class: `panel ${id}`, id, part: `panel ${id}`, tabindex: "-1", "aria-labelledby": `${id}-title` },
    h("h2", { id: `${id}-title` }, title), ...children);
}
