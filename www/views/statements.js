// Who says what, grouped by speaker, the two reports side by side.

import { h, prose } from "./dom.js";
import { diffView, quoteText } from "./diff.js";
import { filled, lighting, section, sideName } from "./parts.js";
import { marked, other, SIDES } from "../model/annotations.js";

/** @import { Side, Speaker, StatementLink } from "../types.js" */
/** @import { Context } from "./context.js" */

/** Words that a report gives to a speaker. @param {Speaker} speaker @param {Side} side */
const wordsOf = (speaker, side) => (side === "left" ? speaker.leftWords : speaker.rightWords);

/** @param {Context} context */
export function statementsView(context) {
  const { words } = context;
  const { speakers } = context.result.comparison;
  if (speakers.length === 0) return section("statements", words.section.statements, h("p", { class: "quiet" }, words.statements.none));
  const most = Math.max(1, ...speakers.flatMap((s) => SIDES.map((side) => wordsOf(s, side))));
  const unnamed = (/** @type {Side} */ side) => speakers.filter((s) => s.class === "unnamed" && s[side].length > 0).length;
  const both = speakers.filter((s) => SIDES.every((side) => s[side].length > 0));
  return section("statements", words.section.statements,
    unnamed("left") + unnamed("right") > 0 ? h("p", { class: "unnamed" }, h("strong", {}, `${words.statements.unnamed}: `), words.statements.unnamedCount(unnamed("left"), unnamed("right"))) : null,
    filled(context, h("div", { class: "speakers" }), both, (s) => speakerView(context, s, most)),
    h("div", { class: "speakers-alone" }, SIDES.map((side) => {
      const alone = speakers.filter((s) => s[other(side)].length === 0);
      return alone.length > 0 && h("div", {},
        h("h3", {}, words.statements.only, " ", sideName(context, side), " ", h("span", { class: "count" }, alone.length)),
        filled(context, h("div", {}), alone, (s) => h("article", { class: `speaker ${side}` }, speakerHead(context, s, [side], most),
          s[side].map((n) => statementView(context, side, n)))));
    })));
}

/** @param {Context} context @param {Speaker} speaker @param {readonly Side[]} sides @param {number} most */
function speakerHead({ words, names }, speaker, sides, most) {
  return h("header", {},
    h(sides.length > 1 ? "h3" : "h4", {}, speaker.class === null ? words.statements.noSource : prose(speaker.name)),
    speaker.also.length > 0 && h("span", { class: "class" }, prose(words.statements.also(speaker.also))),
    speaker.class && speaker.class !== "named-person" && h("span", { class: "class" }, words.source[speaker.class]),
    h("div", { class: "space" }, sides.map((side) => wordsOf(speaker, side) > 0 && h("span", { class: `amount ${side}` },
      h("span", { class: "bar", style: { "--share": String(wordsOf(speaker, side) / most) }, "aria-hidden": "true" }),
      h("span", { class: "count" }, h("span", { class: "hidden-text" }, `${names[side]}: `), words.statements.words(wordsOf(speaker, side)))))));
}

/** What stands in both reports side by side, then the rest. @param {Context} context @param {Speaker} speaker @param {number} most */
function speakerView(context, speaker, most) {
  const shown = { left: new Set(), right: new Set() };
  const links = context.result.comparison.statements.filter((l) => speaker.left.includes(l.left));
  const pairs = links.sort((a, b) => CLOSE.indexOf(a.relation) - CLOSE.indexOf(b.relation)).filter((l) => {
    const news = SIDES.some((side) => !shown[side].has(l[side]));
    for (const side of SIDES) shown[side].add(l[side]);
    return news;
  });
  const rest = { left: speaker.left.filter((n) => !shown.left.has(n)), right: speaker.right.filter((n) => !shown.right.has(n)) };
  return h("article", { class: "speaker both" }, speakerHead(context, speaker, SIDES, most),
    pairs.map((l) => pairView(context, speaker, l)),
    rest.left.length + rest.right.length > 0 && sides(context, (side) => rest[side].map((n) => statementView(context, side, n))));
}

/** @type {StatementLink["relation"][]} */
const CLOSE = ["altered", "verbatim", "trimmed", "paraphrase", "same-matter"];

/** @param {Context} context @param {(side: Side) => import("./dom.js").Child} inside */
const sides = ({ names }, inside) => h("div", { class: "said" }, SIDES.map((side) => h("div", { class: `said-side ${side}`, "aria-label": names[side], role: "group" }, inside(side))));

/** @param {Context} context @param {Speaker} speaker @param {StatementLink} link */
function pairView(context, speaker, link) {
  const { result, words } = context;
  const { group } = marked(context.index, "left", "statement", link.left);
  const changed = link.diff.some((s) => !s.same);
  // Another voice on the same matter, or under which the other report has the utterance, is named.
  const voice = (/** @type {Side} */ side) => {
    const name = result[side].statements[link[side]]?.source?.name ?? words.statements.noSource;
    return (!speaker[side].includes(link[side]) || speaker.also.includes(name)) && h("p", { class: "voice" }, prose(name));
  };
  return h("div", { class: `matched ${link.relation}` },
    h("p", { class: "matched-head" },
      h("button", { type: "button", class: "relation", on: { click: () => context.actions.go(group), ...lighting(context, group) } }, words.relation[link.relation]),
      h("span", { class: "reason" }, link.reason)),
    changed ? diffView(context, link.diff)
      : link.relation === "verbatim" ? statementView(context, "left", link.left)
        : sides(context, (side) => [voice(side), statementView(context, side, link[side])]));
}

/** @param {Context} context @param {Side} side @param {number} n */
function statementView(context, side, n) {
  const { result, words } = context;
  const said = result[side].statements[n];
  if (!said) return null;
  const { key, group } = marked(context.index, side, "statement", n);
  const cue = said.cue;
  const note = [words.statement[said.kind], cue?.hedged ? words.card.hedged : "", cue?.negated ? words.card.negated : ""].filter(Boolean).join(", ");
  return h("blockquote", { class: said.kind },
    h("button", { type: "button", class: "cite", on: { click: () => context.actions.go(group, { side, key }), ...lighting(context, group) } },
      prose(said.content.length > 0 ? quoteText(context, side, said.content) : words.statement.refusal)),
    h("footer", {},
      h("span", { class: "how" }, cue ? `${lowered(result.input[side].text.slice(cue.span.start, cue.span.end).replace(/\s+/g, " "))} · ${note}` : note),
      said.via.length > 0 && h("span", { class: "via" }, `${words.card.via} ${said.via.map((v) => v.name).join(", ")}`)));
}

/** Words from the beginning of a sentence, within one. @param {string} text */
const lowered = (text) => text.slice(0, 1).toLowerCase() + text.slice(1);
