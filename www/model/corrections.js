// What the reader corrected, as plain data; every function gives a new value.

import { KINDS, other } from "./annotations.js";

/** @import { Corrections, EntityCorrection, Side, Span } from "../types.js" */

/** @returns {Corrections} */
export const none = () => ({ entities: [], leftPublished: null, rightPublished: null, dismissed: [], kept: [] });

/** @param {Corrections} c */
export const count = (c) => c.entities.length + c.dismissed.length + c.kept.length + (c.leftPublished ? 1 : 0) + (c.rightPublished ? 1 : 0);

/** @param {Corrections} c @param {EntityCorrection} correction @returns {Corrections} */
export const correct = (c, correction) => ({ ...c, entities: [...c.entities, correction] });

/** @param {Corrections} c @param {string} id @returns {Corrections} */
export const dismiss = (c, id) => (c.dismissed.includes(id) ? c : { ...c, dismissed: [...c.dismissed, id] });

/** @param {Corrections} c @param {string} id @returns {Corrections} */
export const restore = (c, id) => ({ ...c, dismissed: c.dismissed.filter((d) => d !== id) });

/** @param {Corrections} c @param {Side} side @param {string | null} day @returns {Corrections} */
export const published = (c, side, day) => (side === "left" ? { ...c, leftPublished: day } : { ...c, rightPublished: day });

/** Puts page furniture back into its report. @param {Corrections} c @param {Side} side @param {Span} span @returns {Corrections} */
export const keep = (c, side, span) => ({ ...c, kept: [...c.kept, { side, span }] });

/** Sets aside again what was put back there. @param {Corrections} c @param {Side} side @param {Span} span @returns {Corrections} */
export const setAside = (c, side, span) => ({ ...c, kept: c.kept.filter((k) => k.side !== side || k.span.end <= span.start || k.span.start >= span.end) });

/** The two reports changed places. @param {Corrections} c @returns {Corrections} */
export const swapped = (c) => ({
  ...c,
  leftPublished: c.rightPublished,
  rightPublished: c.leftPublished,
  kept: c.kept.map((k) => ({ ...k, side: other(k.side) })),
  entities: c.entities.map((e) => (e.action === "merge"
    ? { ...e, side: other(e.side), withSide: other(e.withSide) }
    : { ...e, side: other(e.side) })),
});

/**
 * The text of one side changed: spans after the change move with it, corrections inside it are gone.
 *
 * @param {Corrections} c
 * @param {Side} side
 * @param {string} before
 * @param {string} after
 * @returns {Corrections}
 */
export function moved(c, side, before, after) {
  if (before === after || c.entities.length + c.kept.length === 0) return c;
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before.charCodeAt(head) === after.charCodeAt(head)) head++;
  let tail = 0;
  while (tail < shorter - head && before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)) tail++;
  const by = after.length - before.length;
  /** @param {Span} span @returns {Span | null} */
  const move = (span) => {
    if (span.end <= head) return span;
    if (span.start >= before.length - tail) return { start: span.start + by, end: span.end + by };
    return null;
  };
  /** @type {EntityCorrection[]} */
  const entities = [];
  for (const e of c.entities) {
    const mention = e.side === side ? move(e.mention) : e.mention;
    if (!mention) continue;
    if (e.action !== "merge") entities.push({ ...e, mention });
    else {
      const partner = e.withSide === side ? move(e.with) : e.with;
      if (partner) entities.push({ ...e, mention, with: partner });
    }
  }
  const kept = c.kept.flatMap((k) => {
    const span = k.side === side ? move(k.span) : k.span;
    return span ? [{ ...k, span }] : [];
  });
  return { ...c, entities, kept };
}

/**
 * Reads corrections from outside (a link, a file): what has not the right shape is left out.
 * @param {unknown} value
 * @returns {Corrections}
 */
export function read(value) {
  const out = none();
  if (typeof value !== "object" || value === null) return out;
  const v = /** @type {Record<string, unknown>} */ (value);
  const day = (/** @type {unknown} */ d) => (typeof d === "string" && /^\d{4}-\d\d-\d\d$/.test(d) ? d : null);
  out.leftPublished = day(v.leftPublished);
  out.rightPublished = day(v.rightPublished);
  if (Array.isArray(v.dismissed)) out.dismissed = v.dismissed.filter((d) => typeof d === "string");
  if (Array.isArray(v.entities)) out.entities = v.entities.filter(isCorrection);
  if (Array.isArray(v.kept)) out.kept = v.kept.filter((k) => side(k?.side) && span(k?.span));
  return out;
}

const side = (/** @type {unknown} */ s) => s === "left" || s === "right";
const span = (/** @type {any} */ s) => Number.isInteger(s?.start) && Number.isInteger(s?.end) && s.start >= 0 && s.end > s.start;

/** @param {unknown} value @returns {value is EntityCorrection} */
function isCorrection(value) {
  if (typeof value !== "object" || value === null) return false;
  const v = /** @type {Record<string, unknown>} */ (value);
  if (!side(v.side) || !span(v.mention)) return false;
  switch (v.action) {
    case "rename": return typeof v.name === "string" && v.name.trim() !== "" && v.name.length <= 200;
    case "kind": return KINDS.some((kind) => kind === v.kind);
    case "merge": return side(v.withSide) && span(v.with);
    case "split": case "remove": return true;
    default: return false;
  }
}
