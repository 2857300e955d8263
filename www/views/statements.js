// Who says what, grouped by speaker, the two reports side by side.

import { h, prose } from "./dom.js";
import { diffView } from "./diff.js";
import { lighting, section, sideName } from "./parts.js";
import { SIDES } from "../model/annotations.js";
import { saidText, speakersOf } from "../model/speakers.js";

/** @import { Side, StatementLink } from "../types.js" */
/** @import { Context } from "./context.js" */
/** @import { Speaker } from "../model/speakers.js" */

/** @param {Context} context */
export function statementsView(context) {
  const { words } = context;
  const { speakers, unnamed } = speakersOf(context.result);
  if (speakers.length === 0) return section("statements", words.section.statements, h("p", { class: "quiet" }, words.statements.none));
  const most = Math.max(1, ...speakers.flatMap((s) => [s.words.left, s.words.right]));
  return section("statements", words.section.statements,
    unnamed.left + unnamed.right > 0 ? h("p", { class: "unnamed" }, h("strong", {}, `${words.statements.unnamed}: `), words.statements.unnamedCount(unnamed.left, unnamed.right)) : null,
    h("div", { class: "speakers-head", "aria-hidden": "true" }, SIDES.map((side) => sideName(context, side))),
    h("div", { class: "speakers" }, speakers.map((s) => speakerView(context, s, most))));
}

/** @param {Context} context @param {Speaker} speaker @param {number} most */
function speakerView(context, speaker, most) {
  const { words } = context;
  const heard = speaker.left.length > 0 && speaker.right.length > 0 ? "both" : speaker.left.length > 0 ? "left" : "right";
  return h("article", { class: `speaker ${heard}` },
    h("header", {},
      h("h3", {}, speaker.class === null ? words.statements.noSource : prose(speaker.name)),
      speaker.class && speaker.class !== "named-person" && h("span", { class: "class" }, words.source[speaker.class]),
      h("div", { class: "space" }, SIDES.map((side) => h("span", { class: `amount ${side}` },
        h("span", { class: "bar", style: { "--share": String(speaker.words[side] / most) }, "aria-hidden": "true" }),
        h("span", { class: "count" }, h("span", { class: "hidden-text" }, `${context.names[side]}: `), words.statements.words(speaker.words[side])))))),
    h("div", { class: "said" }, SIDES.map((side) => h("div", { class: `said-side ${side}`, "aria-label": context.names[side], role: "group" },
      speaker[side].length === 0
        ? h("p", { class: "quiet" }, words.statements.notHeard[side])
        : speaker[side].map((n) => statementView(context, side, n))))),
    speaker.links.length > 0 && h("ul", { class: "links" }, speaker.links.map((l) => linkView(context, l))));
}

/** @param {Context} context @param {Side} side @param {number} n */
function statementView(context, side, n) {
  const { result, words } = context;
  const said = result[side].statements[n];
  if (!said) return null;
  const key = `${side}-statement-${n}`;
  const group = context.index.byKey.get(key)?.group ?? key;
  const cue = said.cue;
  const note = [words.statement[said.kind], cue?.hedged ? words.card.hedged : "", cue?.negated ? words.card.negated : ""].filter(Boolean).join(", ");
  return h("blockquote", { class: said.kind },
    h("button", { type: "button", class: "cite", on: { click: () => context.actions.go(group, { side, key }), ...lighting(context, group) } },
      prose(said.content.length > 0 ? saidText(result, side, said) : words.statement.refusal)),
    h("footer", {},
      h("span", { class: "how" }, cue ? `${result.input[side].text.slice(cue.span.start, cue.span.end).replace(/\s+/g, " ")} · ${note}` : note),
      said.via.length > 0 && h("span", { class: "via" }, `${words.card.via} ${said.via.map((v) => v.name).join(", ")}`)));
}

/** @param {Context} context @param {StatementLink} link */
function linkView(context, link) {
  const group = context.index.byKey.get(`left-statement-${link.left}`)?.group ?? "";
  const changed = link.diff.some((s) => !s.same);
  return h("li", { class: `link ${link.relation}` },
    h("button", { type: "button", class: "relation", on: { click: () => context.actions.go(group), ...lighting(context, group) } }, context.words.relation[link.relation]),
    h("span", { class: "reason" }, link.reason),
    changed && diffView(context, link.diff));
}
