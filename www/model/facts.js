// What every export begins with, taken from a result.

import { answerOf, headline, reportNames } from "./labels.js";

/** @import { Finding, Result } from "../types.js" */
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
    sentence: answerOf(result, words),
    label: same.label,
    both: names((l) => l.left !== null && l.right !== null),
    left: names((l) => l.right === null),
    right: names((l) => l.left === null),
  };
}
