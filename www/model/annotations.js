// From a result to the things marked in the two texts, and to the groups that link them across.
//
// In: a Result. Out: annotations per side and an index of groups. Nothing is found here; what the
// module linked is given a name, so that views can light it together.

/** @import { Annotation, Finding, Kind, Layer, List, Result, Side, Span } from "../types.js" */

export const SIDES = /** @type {const} */ (["left", "right"]);

/** @param {Side} side @returns {Side} */
export const other = (side) => (side === "left" ? "right" : "left");

/** The kinds of names. */
export const KINDS = /** @satisfies {readonly Kind[]} */ (/** @type {const} */ (["person", "organization", "place", "event", "other"]));

/** The layers of names, dates, statements, figures and passages, in the order of the legend. */
export const LAYERS = /** @type {const} */ ([...KINDS, "date", "direct", "indirect", "figure", "passage"]);

/** @param {Side} side @param {List} list @param {number | string} item Its number, or the name of a finding. */
const keyOf = (side, list, item) => `${side}-${list}-${item}`;

/** The group of a finding. @param {string} id */
export const findingGroup = (id) => `finding-${id}`;

/**
 * @typedef {object} Index
 * @property {{ left: Annotation[], right: Annotation[] }} sides In text order; what starts together, longest first.
 * @property {Map<string, Annotation[]>} groups
 * @property {Map<string, Annotation>} byKey
 * @property {Finding[]} findings Not dismissed, most important first.
 * @property {Map<string, number>} numbers Numbers of the findings in reading order, by id.
 */

/**
 * @param {Result} result
 * @returns {Index}
 */
export function indexOf(result) {
  /** @type {{ left: Annotation[], right: Annotation[] }} */
  const sides = { left: [], right: [] };
  const entityGroup = groupsOf(result.comparison.entities, (link) => [link.left, link.right]);
  const timeGroup = { left: new Map(), right: new Map() };
  result.comparison.timeline.forEach((entry, i) => {
    const both = entry.left.length > 0 && entry.right.length > 0;
    for (const side of SIDES) for (const n of entry[side]) timeGroup[side].set(n, { name: `time-${i}`, shared: both });
  });
  const saidGroup = joined("said", result.comparison.statements);
  const figureGroup = joined("figure", result.comparison.figures);

  for (const side of SIDES) {
    const report = result[side];
    /** @type {(layer: Layer, list: List, index: number, spans: Span[], group: { name: string, shared: boolean } | undefined) => void} */
    const add = (layer, list, index, spans, group) => {
      const held = spans.filter((s) => s && s.end > s.start);
      if (held.length === 0) return;
      const key = keyOf(side, list, index);
      sides[side].push({ key, side, layer, list, spans: held, group: group?.name ?? key, shared: group?.shared ?? false, index });
    };
    report.mentions.forEach((mention, i) => {
      if (mention.form === "pronoun" && mention.entity === null) return;
      const group = mention.entity === null ? undefined : entityGroup[side].get(mention.entity) ?? { name: `${side}-entity-${mention.entity}`, shared: false };
      add(report.entities[mention.entity ?? -1]?.kind ?? mention.kind, "mention", i, [mention.span], group);
    });
    report.dates.forEach((date, i) => add("date", "date", i, [date.span], timeGroup[side].get(i)));
    report.statements.forEach((said, i) => {
      const spans = said.content.length > 0 ? said.content : said.cue ? [said.cue.span] : [];
      add(said.kind === "direct" || said.kind === "mixed" ? "direct" : "indirect", "statement", i, spans, saidGroup[side].get(i));
    });
    report.figures.forEach((figure, i) => add("figure", "figure", i, [figure.span], figureGroup[side].get(i)));
    result.comparison.passages.forEach((p, i) => add("passage", "passage", i, [p[side]], { name: `passage-${i}`, shared: true }));
  }

  const findings = result.comparison.findings.filter((f) => !f.dismissed);
  const numbers = inReadingOrder(findings, result);
  findings.forEach((finding, i) => {
    for (const side of SIDES) {
      const spans = finding[side].filter((s) => s.end > s.start);
      if (spans.length === 0) continue;
      sides[side].push({
        key: keyOf(side, "finding", finding.id), side, layer: "finding", list: "finding", spans, group: findingGroup(finding.id),
        shared: finding.left.length > 0 && finding.right.length > 0, index: i, id: finding.id, number: numbers.get(finding.id) ?? 0, findingKind: finding.kind,
      });
    }
  });

  /** @type {Index} */
  const index = { sides, groups: new Map(), byKey: new Map(), findings, numbers };
  for (const side of SIDES) {
    sides[side].sort((a, b) => start(a) - start(b) || size(b) - size(a));
    for (const annotation of sides[side]) {
      index.byKey.set(annotation.key, annotation);
      const group = index.groups.get(annotation.group);
      if (group) group.push(annotation);
      else index.groups.set(annotation.group, [annotation]);
    }
  }
  return index;
}

/**
 * Under which key and in which group an item of a list stands.
 * @param {Index} index @param {Side} side @param {List} list @param {number} n
 */
export function marked(index, side, list, n) {
  const key = keyOf(side, list, n);
  return { key, group: index.byKey.get(key)?.group ?? key };
}

/**
 * Findings numbered as a reader meets them who goes down the left text with the right one beside it.
 * @param {Finding[]} findings
 * @param {Result} result
 * @returns {Map<string, number>}
 */
function inReadingOrder(findings, result) {
  const depth = (/** @type {Finding} */ f) => {
    const side = f.left.length > 0 ? "left" : "right";
    const starts = f[side].map((s) => s.start);
    return starts.length > 0 ? Math.min(...starts) / Math.max(1, result.input[side].text.length) : 1;
  };
  const order = findings.map((f) => ({ id: f.id, at: depth(f) })).sort((a, b) => a.at - b.at);
  return new Map(order.map(({ id }, i) => [id, i + 1]));
}

/** @param {Annotation} a */
export const start = (a) => a.spans.reduce((least, s) => Math.min(least, s.start), Infinity);

/** @param {Annotation} a */
const size = (a) => a.spans.reduce((sum, s) => sum + s.end - s.start, 0);

/**
 * @param {{ left: number | null, right: number | null }[]} links
 * @param {(link: { left: number | null, right: number | null }) => [number | null, number | null]} ends
 */
function groupsOf(links, ends) {
  const groups = { left: new Map(), right: new Map() };
  links.forEach((link, i) => {
    const [left, right] = ends(link);
    const group = { name: `entity-${i}`, shared: left !== null && right !== null };
    if (left !== null) groups.left.set(left, group);
    if (right !== null) groups.right.set(right, group);
  });
  return groups;
}

/**
 * Links between two lists where one item may stand in several links: what hangs together is one group.
 *
 * @param {string} prefix
 * @param {{ left: number, right: number }[]} links
 */
function joined(prefix, links) {
  const groups = { left: new Map(), right: new Map() };
  links.forEach(({ left, right }, i) => {
    const found = groups.left.get(left) ?? groups.right.get(right) ?? { name: `${prefix}-${i}`, shared: true };
    const earlier = groups.right.get(right);
    if (earlier && earlier !== found) {
      // Two chains meet: the later one takes the earlier one's name.
      for (const map of [groups.left, groups.right]) for (const [n, g] of map) if (g === found) map.set(n, earlier);
      groups.left.set(left, earlier);
      return;
    }
    groups.left.set(left, found);
    groups.right.set(right, found);
  });
  return groups;
}
