// Cuts overlapping spans at their boundaries into segments, so that every stretch of text is written
// once and still shows everything that lies on it.

/** @import { Segment, Span } from "../types.js" */

/**
 * Segments of `from..to` in order, without gaps. Each names the annotations that lie on it, longest
 * first, and those whose first segment it is.
 *
 * @param {number} from
 * @param {number} to
 * @param {readonly { spans: readonly Span[] }[]} annotations
 * @returns {Segment[]}
 */
export function segments(from, to, annotations) {
  if (to <= from) return [];
  /** @type {{ at: number, open: boolean, index: number }[]} */
  const edges = [];
  annotations.forEach(({ spans }, index) => {
    for (const span of spans) {
      const start = Math.max(span.start, from), end = Math.min(span.end, to);
      if (start < end) edges.push({ at: start, open: true, index }, { at: end, open: false, index });
    }
  });
  edges.sort((a, b) => a.at - b.at);
  const length = annotations.map(({ spans }) => spans.reduce((sum, s) => sum + s.end - s.start, 0));
  const first = annotations.map(({ spans }) => Math.min(...spans.map((s) => s.start)));
  /** How many spans of an annotation cover the place; its own spans may touch or overlap. @type {Map<number, number>} */
  const depth = new Map();
  /** @type {Segment[]} */
  const out = [];
  let at = from;
  const cut = (/** @type {number} */ end) => {
    if (end <= at) return;
    const on = [...depth.keys()].sort((a, b) => (length[b] ?? 0) - (length[a] ?? 0) || a - b);
    out.push({ start: at, end, on, starts: on.filter((i) => first[i] === at) });
    at = end;
  };
  for (const edge of edges) {
    cut(edge.at);
    const now = (depth.get(edge.index) ?? 0) + (edge.open ? 1 : -1);
    if (now > 0) depth.set(edge.index, now);
    else depth.delete(edge.index);
  }
  cut(to);
  return out;
}
