// What to call the two reports: by their outlets, by outlet and date, else by their sides.

/** @import { Result, Side } from "../types.js" */
/** @import { Words } from "../locale/en.js" */

/**
 * @param {Result} result
 * @param {Words} words
 * @returns {{ left: string, right: string }}
 */
export function reportNames(result, words) {
  const name = (/** @type {Side} */ side) => result[side].source?.trim() ?? "";
  const left = name("left"), right = name("right");
  if (!left || !right) return { left: left || words.side.left, right: right || words.side.right };
  if (left !== right) return { left, right };
  const dated = (/** @type {Side} */ side) => (result[side].published ? `${name(side)}, ${words.shortDay(/** @type {string} */ (result[side].published))}` : words.side[side]);
  return dated("left") === dated("right") ? words.side : { left: dated("left"), right: dated("right") };
}

/** Whether it is one event, in a sentence as sure as the answer is. @param {Result} result @param {Words} words */
export const answerOf = ({ comparison: { sameEvent: same } }, words) => words.dated(same.sentence) || words.event[same.label];

/**
 * @param {Result} result
 * @param {Side} side
 */
export const headline = (result, side) => result[side].headline ?? "";
