// The comparison as Markdown.

import { speakersOf, saidText } from "../model/speakers.js";
import { facts, findings, quoted, reportLine, SIDES } from "./parts.js";

/** @import { Result } from "../types.js" */
/** @import { Words } from "../locale/en.js" */

/** Article text must not become markup of the document. @param {string} text */
const plain = (text) => text.replace(/\s+/g, " ").replace(/([\\`*_[\]<>|#])/g, "\\$1");

/**
 * @param {Result} result
 * @param {Words} words
 * @returns {string}
 */
export function markdown(result, words) {
  const f = facts(result, words);
  const out = [`# ${words.export.title}`, ""];
  for (const side of SIDES) out.push(`- ${words.side[side]}: ${plain(reportLine(result, words, side))}`);
  out.push("", `**${words.event[result.comparison.sameEvent.label]}.** ${plain(f.sentence)}`, "");
  const all = findings(result);
  if (all.length > 0) out.push(`## ${words.layer.finding}`, "");
  for (const finding of all) {
    out.push(`### ${words.finding[finding.kind]}: ${plain(finding.title)}`, "", plain(finding.reason), "");
    for (const side of SIDES) for (const span of finding[side]) out.push(`> ${plain(f.names[side])}: ${plain(quoted(result, side, span))}`, ">");
    if (out[out.length - 1] === ">") out[out.length - 1] = "";
    if (finding.question) out.push(`${words.card.ask}: ${plain(finding.question)}`, "");
  }
  if (result.comparison.entities.length > 0) {
    out.push(`## ${words.section.names}`, "", `| ${words.names.columns.name} | ${words.card.kind} | ${plain(f.names.left)} | ${plain(f.names.right)} |`, "|---|---|---|---|");
    for (const link of result.comparison.entities) {
      const cell = SIDES.map((side) => {
        const e = result[side].entities[link[side] ?? -1];
        return e ? plain([`${e.mentions.length}×`, ...e.roles.slice(0, 2).map((r) => r.text)].join(" ")) : "";
      });
      out.push(`| ${plain(link.name)} | ${words.kind[link.kind]} | ${cell[0]} | ${cell[1]} |`);
    }
    out.push("");
  }
  const dated = result.comparison.timeline.filter((e) => e.interval);
  if (dated.length > 0) out.push(`## ${words.section.timeline}`, "");
  for (const entry of dated) {
    const when = entry.interval ? words.span(entry.interval.first, entry.interval.last) : entry.value;
    for (const side of SIDES) for (const n of entry[side]) {
      const date = result[side].dates[n];
      if (date) out.push(`- ${when} (${plain(f.names[side])}): ${plain(date.event?.label || quoted(result, side, date.span))}`);
    }
  }
  if (dated.length > 0) out.push("");
  const { speakers } = speakersOf(result);
  if (speakers.length > 0) out.push(`## ${words.section.statements}`, "");
  for (const speaker of speakers) {
    out.push(`### ${speaker.class === null ? words.statements.noSource : plain(speaker.name)}`, "");
    for (const side of SIDES) for (const n of speaker[side]) {
      const said = result[side].statements[n];
      if (said) out.push(`- ${plain(f.names[side])}: ${said.content.length > 0 ? plain(saidText(result, side, said)) : words.statement.refusal}`);
    }
    out.push("");
  }
  out.push("---", words.export.made, "");
  return out.join("\n");
}

/** The summary alone, as plain text. @param {Result} result @param {Words} words */
export function summaryText(result, words) {
  const f = facts(result, words);
  return [
    ...SIDES.map((side) => `${words.side[side]}: ${reportLine(result, words, side)}`), "",
    `${words.event[result.comparison.sameEvent.label]}. ${f.sentence}`, "",
    ...findings(result).slice(0, 7).map((x) => `- ${words.finding[x.kind]}: ${x.title}`), "", words.export.made,
  ].join("\n");
}
