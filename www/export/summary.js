// The summary as plain text, for pasting into a message.

import { facts, findings } from "../model/facts.js";
import { SIDES } from "../model/annotations.js";

/** @import { Result, Side } from "../types.js" */
/** @import { Words } from "../locale/en.js" */

/** @param {Result} result @param {Words} words */
export function summaryText(result, words) {
  const { names, headlines, sentence } = facts(result, words);
  const report = (/** @type {Side} */ side) => {
    const at = words.side[side], { published } = result[side];
    return [names[side] === at ? at : `${at}: ${names[side]}`, published && words.day(published), headlines[side] && `“${headlines[side]}”`].filter(Boolean).join(", ");
  };
  return [
    ...SIDES.map(report), "", `${words.event[result.comparison.sameEvent.label]}. ${sentence}`, "",
    ...findings(result).slice(0, 7).map((x) => `- ${words.finding[x.kind]}: ${words.dated(x.title)}`), "", words.export.made,
  ].join("\n");
}
