// The summary as plain text, for pasting into a message.

import { facts, findings, reportLine, SIDES } from "./parts.js";

/** @import { Result } from "../types.js" */
/** @import { Words } from "../locale/en.js" */

/** @param {Result} result @param {Words} words */
export function summaryText(result, words) {
  const f = facts(result, words);
  return [
    ...SIDES.map((side) => `${words.side[side]}: ${reportLine(result, words, side)}`), "",
    `${words.event[result.comparison.sameEvent.label]}. ${f.sentence}`, "",
    ...findings(result).slice(0, 7).map((x) => `- ${words.finding[x.kind]}: ${x.title}`), "", words.export.made,
  ].join("\n");
}
