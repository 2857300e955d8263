// One report as annotated prose: blocks, segments, and the notes of the findings beside them.

import { h, prose } from "./dom.js";
import { Places } from "./places.js";
import { segments } from "../model/segments.js";
import { start } from "../model/annotations.js";
import { isDifference, tone } from "../model/tones.js";

/** @import { Annotation, Block, Result, Segment, Side, Span } from "../types.js" */
/** @import { Index } from "../model/annotations.js" */
/** @import { Words } from "../locale/en.js" */
/** @import { Part } from "./places.js" */

/** Characters of text that are laid out in one go. */
const PORTION = 1200;

/**
 * @typedef {object} TextView
 * @property {HTMLElement} article
 * @property {Map<string, HTMLElement[]>} segments Elements of each annotation, by key.
 * @property {HTMLElement[]} stops First elements of the annotations, in reading order.
 * @property {Map<HTMLElement, Annotation[]>} on Annotations on a segment element, shortest first.
 * @property {Part[]} parts Its paragraphs, some together.
 * @property {Places} places
 */

/**
 * Yields now and then, so that the caller can let the page breathe; the view is its return value.
 *
 * @param {Result} result
 * @param {Index} index
 * @param {Side} side
 * @param {Words} words
 * @param {(finding: string, side: Side) => HTMLElement} note Makes the note of a finding.
 * @param {(span: Span, kept: boolean) => HTMLElement} aside Makes the line above page furniture that is set aside or was put back.
 * @returns {Generator<void, TextView>}
 */
export function* textView(result, index, side, words, note, aside) {
  const text = result.input[side].text, annotations = index.sides[side];
  /** @type {Part[]} */
  const parts = [];
  /** @type {TextView} */
  const view = { article: h("div", { class: "article" }), segments: new Map(), stops: [], on: new Map(), parts, places: new Places(parts) };
  const blocks = blocksOf(result, side);
  const differing = annotations.filter((a) => a.layer === "finding" && isDifference(a.findingKind)).flatMap((a) => a.spans);
  const differs = blocks.map(({ span }) => differing.some((s) => meet(s, span)));
  let next = 0;
  /** Annotations that reach into the block at hand or behind it. @type {Annotation[]} */
  let open = [];
  /** @type {Set<string>} */
  const noted = new Set();
  for (const [n, block] of blocks.entries()) {
    open = open.filter((a) => end(a) > block.span.start);
    for (let a = annotations[next]; a && start(a) < block.span.end; a = annotations[++next]) open.push(a);
    const here = open.filter((a) => a.spans.some((s) => meet(s, block.span)));
    const paragraph = h(block.title ? "h3" : "p", { class: `block ${block.kind}${block.title ? " title" : ""}`, dir: "auto" });
    for (const segment of segments(block.span.start, block.span.end, here)) paragraph.append(...segmentNodes(text, segment, here, view));
    const holder = h("div", { class: "holder", data: { kind: block.kind, differs: differs[n] ? "yes" : null } });
    // In the place of the paragraphs that "differences only" leaves out stands how many they are.
    if (!differs[n] && (n === 0 || differs[n - 1])) {
      const next = differs.indexOf(true, n);
      holder.append(h("p", { class: "skipped" }, words.text.hidden((next === -1 ? blocks.length : next) - n)));
    }
    if (block.aside) holder.append(aside(block.aside, block.kind !== "furniture"));
    holder.append(paragraph);
    const found = here.filter((a) => a.layer === "finding" && !noted.has(a.key));
    for (const a of found) noted.add(a.key);
    const notes = found.map((a) => ({ note: note(a.id ?? "", side), mark: view.segments.get(a.key)?.[0] ?? paragraph }));
    if (notes.length > 0) holder.append(h("ul", { class: "notes", "aria-label": words.text.notes }, notes.map((n) => n.note)));
    const part = partAt(view, block.span.start);
    part.element.append(holder);
    part.paragraphs.push({ element: paragraph, ...block.span, notes });
    yield;
  }
  return view;
}

/** @param {Span} a @param {Span} b */
const meet = (a, b) => a.start < b.end && a.end > b.start;

/**
 * The blocks of a report as they are shown: what stands between two of them and is not white space (markup in a paste)
 * is shown as well. Furniture that stands together is one part, and its first block tells how far it reaches.
 * @param {Result} result
 * @param {Side} side
 * @returns {{ kind: Block["kind"], span: Span, title: boolean, aside: Span | null }[]}
 */
function blocksOf(result, side) {
  const text = result.input[side].text, { blocks: found, header: { headline } } = result[side];
  const blocks = found.length > 0 ? found : [{ span: { start: 0, end: text.length }, kind: /** @type {const} */ ("body") }];
  const kept = (result.input.corrections?.kept ?? []).filter((k) => k.side === side);
  return blocks.map(({ kind, span }, n) => {
    const before = n === 0 ? text.slice(0, span.start).trimStart().length : 0;
    const until = blocks[n + 1]?.span.start ?? text.length;
    const whole = { start: span.start - before, end: span.end + text.slice(span.end, until).trimEnd().length };
    let last = n;
    while (kind === "furniture" && blocks[last + 1]?.kind === "furniture") last++;
    const first = kind === "furniture" && blocks[n - 1]?.kind !== "furniture";
    return {
      kind, span: whole,
      // The headline of the text itself is its heading; subheadings stay paragraphs.
      title: kind === "headline" && headline !== null && meet(headline, whole),
      aside: first || kept.some((k) => meet(k.span, span)) ? { start: span.start, end: blocks[last]?.span.end ?? span.end } : null,
    };
  });
}

/** The part into which the paragraph at a place goes. @param {TextView} view @param {number} at @returns {Part} */
function partAt({ parts, article }, at) {
  const last = parts.at(-1);
  if (last && at - (last.paragraphs[0]?.start ?? 0) <= PORTION) return last;
  const part = { element: h("div", { class: "part" }), paragraphs: [] };
  parts.push(part);
  article.append(part.element);
  return part;
}

/** @param {Annotation} a */
const end = (a) => a.spans.reduce((most, s) => Math.max(most, s.end), 0);

/**
 * @param {string} text
 * @param {Segment} segment
 * @param {Annotation[]} here
 * @param {TextView} view
 * @returns {Node[]}
 */
function segmentNodes(text, segment, here, view) {
  const content = text.slice(segment.start, segment.end);
  if (segment.on.length === 0) return prose(content);
  const on = segment.on.flatMap((i) => here[i] ?? []);
  const numbers = on.flatMap((a) => (a.layer === "finding" && a.number && start(a) === segment.start ? [a.number] : []));
  const labels = on.filter((a) => a.layer !== "finding" && end(a) === segment.end).map((a) => LABELS[a.layer] ?? a.layer);
  const element = h("span", {
    data: { n: numbers.length > 0 ? numbers.join(" ") : null, label: labels.length > 0 ? labels.join(" ") : null },
  }, prose(content));
  paint(element, on, NOTHING);
  view.on.set(element, [...on].reverse());
  for (const a of on) {
    const list = view.segments.get(a.key);
    if (list) list.push(element);
    else view.segments.set(a.key, [element]);
  }
  if (segment.starts.length > 0) view.stops.push(element);
  return [element];
}

/** @type {Set<string>} */
const NOTHING = new Set();

/**
 * Gives a segment the classes of what lies on it, but for what the reader hid.
 * @param {Element} element
 * @param {Annotation[]} on
 * @param {Set<string>} hidden
 */
export function paint(element, on, hidden) {
  const classes = new Set(["s"]);
  for (const a of on) {
    if (hidden.has(a.layer) || (a.findingKind && hidden.has(a.findingKind))) continue;
    classes.add(a.layer);
    if (a.shared) classes.add(`${a.layer}-both`);
    if (a.findingKind) classes.add(`is-${tone(a.findingKind)}`);
  }
  if (element.classList.contains("lit")) classes.add("lit");
  if (element.classList.contains("active")) classes.add("active");
  element.className = [...classes].join(" ");
}

/** Short labels for print and for readers who do not go by colour. @type {Record<string, string>} */
const LABELS = {
  person: "per", organization: "org", place: "place", event: "event", other: "name", date: "date", direct: "quote", indirect: "said",
  figure: "fig", passage: "copy",
};
