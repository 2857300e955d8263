// The statements of both reports by who makes them.

import { SIDES } from "./annotations.js";

/** @import { Result, Side, SourceClass, Statement, StatementLink } from "../types.js" */

/**
 * @typedef {object} Speaker
 * @property {string} name
 * @property {SourceClass | null} class null where the text gives no source.
 * @property {number[]} left Numbers of the statements.
 * @property {number[]} right
 * @property {{ left: number, right: number }} words Words given to the speaker.
 * @property {StatementLink[]} links
 */

/**
 * Speakers, those heard in both first, then by the words given to them.
 * @param {Result} result
 * @returns {{ speakers: Speaker[], unnamed: { left: number, right: number } }}
 */
export function speakersOf(result) {
  const link = { left: new Map(), right: new Map() };
  result.comparison.entities.forEach((e, i) => {
    if (e.left !== null) link.left.set(e.left, i);
    if (e.right !== null) link.right.set(e.right, i);
  });
  /** @type {Map<string, Speaker>} */
  const groups = new Map();
  const keyOf = { left: /** @type {string[]} */ ([]), right: /** @type {string[]} */ ([]) };
  const unnamed = { left: new Set(), right: new Set() };
  for (const side of SIDES) {
    result[side].statements.forEach((said, n) => {
      const entity = said.source?.entity ?? null;
      const linked = entity === null ? undefined : link[side].get(entity);
      const name = said.source?.name.replace(/\s+/g, " ").trim() ?? "";
      const key = linked !== undefined ? `entity ${linked}` : said.source ? `${side} ${said.source.class} ${name.toLowerCase()}` : `${side} none`;
      if (said.source?.class === "unnamed") unnamed[side].add(key);
      keyOf[side][n] = key;
      const shown = linked === undefined ? name : result.comparison.entities[linked]?.name ?? name;
      let group = groups.get(key);
      if (!group) groups.set(key, group = { name: shown, class: said.source?.class ?? null, left: [], right: [], words: { left: 0, right: 0 }, links: [] });
      group[side].push(n);
      group.words[side] += wordsIn(result.input[side].text, said);
    });
  }
  for (const l of result.comparison.statements) {
    // One utterance, told under two descriptions of its source, stands in one group.
    const into = keyOf.left[l.left] ?? "", from = keyOf.right[l.right] ?? "";
    const target = groups.get(into), moved = groups.get(from);
    if (!target || !moved) continue;
    target.links.push(l);
    if (target === moved || target.class === null || l.relation === "same-matter") continue;
    groups.delete(from);
    keyOf.left.forEach((k, n) => { if (k === from) keyOf.left[n] = into; });
    keyOf.right.forEach((k, n) => { if (k === from) keyOf.right[n] = into; });
    for (const side of SIDES) {
      target[side] = [...target[side], ...moved[side]].sort((a, b) => a - b);
      target.words[side] += moved.words[side];
    }
    target.links.push(...moved.links);
    if (moved.name && moved.name.toLowerCase() !== target.name.toLowerCase() && moved.left.length === 0) target.name = `${target.name} / ${moved.name}`;
  }
  const both = (/** @type {Speaker} */ s) => (s.left.length > 0 && s.right.length > 0 ? 1 : 0);
  const all = (/** @type {Speaker} */ s) => s.words.left + s.words.right;
  const speakers = [...groups.values()].sort((a, b) => both(b) - both(a) || Number(a.class === null) - Number(b.class === null) || all(b) - all(a));
  return { speakers, unnamed: { left: unnamed.left.size, right: unnamed.right.size } };
}

/** @param {string} text @param {Statement} said */
const wordsIn = (text, said) => said.content.reduce((sum, s) => sum + wordCount(text.slice(s.start, s.end)), 0);

/** @param {string} text */
export const wordCount = (text) => text.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’.,-]*/gu)?.length ?? 0;

/** @param {Result} result @param {Side} side @param {Statement} said */
export const saidText = (result, side, said) => said.content.map((s) => result.input[side].text.slice(s.start, s.end).replace(/\s+/g, " ").trim()).join(" … ");
