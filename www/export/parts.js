// What every export begins with, taken from a result.

import { headline, reportNames } from "../model/labels.js";
import { SIDES } from "../model/annotations.js";

/** @import { Finding, Result, Side } from "../types.js" */
/** @import { Words } from "../locale/en.js" */

/** @param {Result} result @returns {Finding[]} */
export const findings = (result) => result.comparison.findings.filter((f) => !f.dismissed);

/** @param {Result} result @param {Words} words */
export function facts(result, words) {
  const same = result.comparison.sameEvent;
  const names = (/** @type {(l: { left: number | null, right: number | null }) => boolean} */ keep) => result.comparison.entities.filter(keep).map((l) => l.name);
  return {
    names: reportNames(result, words),
    headlines: { left: headline(result, "left"), right: headline(result, "right") },
    sentence: same.sentence || words.event[same.label],
    label: same.label,
    both: names((l) => l.left !== null && l.right !== null),
    left: names((l) => l.right === null),
    right: names((l) => l.left === null),
  };
}

/** A report in one line. @param {Result} result @param {Words} words @param {Side} side */
export function reportLine(result, words, side) {
  const f = facts(result, words);
  const published = result[side].published;
  return [f.names[side], published ? words.day(published) : "", f.headlines[side] ? `“${f.headlines[side]}”` : ""].filter(Boolean).join(", ");
}

export { SIDES };
