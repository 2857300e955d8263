// Everything about one thing in the text, and the corrections that a reader can make to it.

import { button, excerpt, h, prose } from "./dom.js";
import { diffView, quoteText } from "./diff.js";
import { dayForm, findingLabel, place } from "./parts.js";
import { KINDS, other, SIDES } from "../model/annotations.js";

/** @import { Annotation, EntityCorrection, Kind, List, Mention, Side, Span } from "../types.js" */
/** @import { Context } from "./context.js" */

/**
 * @typedef {{ title: string, nodes: Node[] }} Content
 * @typedef {{ jump: (to: Annotation) => void, close: () => void }} Act
 */

/**
 * Of each list, the short name of a thing in it and what its card holds.
 * @type {Record<List, { name: (context: Context, a: Annotation) => string, card: (context: Context, a: Annotation, act: Act) => Content }>}
 */
const CARDS = {
  mention: { name: mentionName, card: mentionCard },
  date: { name: ({ words }) => words.one.date, card: dateCard },
  statement: { name: statementName, card: statementCard },
  figure: { name: ({ words }) => words.one.figure, card: figureCard },
  passage: { name: ({ words }) => words.layer.passage, card: passageCard },
  finding: { name: ({ words }, a) => words.finding[a.findingKind ?? "told-only"] + (a.number ? ` ${a.number}` : ""), card: findingCard },
};

/**
 * @param {Context} context
 * @param {Annotation} annotation
 * @param {Annotation[]} also What else lies at the place.
 * @param {Act} act
 * @returns {Content}
 */
export function cardContent(context, annotation, also, act) {
  const { title, nodes } = CARDS[annotation.list].card(context, annotation, act);
  const { words, index } = context;
  const { id } = annotation;
  const far = (index.groups.get(annotation.group) ?? []).filter((a) => a.side !== annotation.side);
  const first = far[0];
  nodes.push(h("div", { class: "card-actions" },
    first && button(`${words.card.counterpart}`, () => act.jump(first), { class: "primary" }),
    id !== undefined && button(words.card.dismiss, () => {
      act.close();
      context.actions.dismiss(id);
    })));
  if (also.length > 0) {
    nodes.push(h("p", { class: "also" }, `${words.card.also}: `, also.map((a, i) => [i > 0 ? ", " : "", button(nameOf(context, a), () => act.jump(a), { class: "link" })])));
  }
  return { title, nodes };
}

/** A short name of what an annotation marks. @param {Context} context @param {Annotation} a */
export const nameOf = (context, a) => CARDS[a.list].name(context, a);

/** @param {Context} context @param {Annotation} a */
function mentionName({ result, words }, a) {
  const mention = result[a.side].mentions[a.index];
  return mention && mention.entity !== null ? result[a.side].entities[mention.entity]?.name ?? "" : words.kind[mention?.kind ?? "other"];
}

/** @param {Context} context @param {Annotation} a */
function statementName({ result, words }, a) {
  const source = result[a.side].statements[a.index]?.source;
  return source ? `${words.card.saidBy} ${source.name}` : words.card.noSource;
}

/** @param {Context} context @param {Annotation} a */
function findingCard(context, a) {
  const { words, index } = context;
  const finding = index.findings[a.index];
  if (!finding) return { title: words.layer.finding, nodes: [] };
  return {
    title: words.dated(finding.title),
    nodes: [
      h("p", { class: "card-kind" }, findingLabel(context, finding.kind)),
      h("p", { class: "reason" }, words.dated(finding.reason)),
      h("dl", { class: "evidence" }, SIDES.flatMap((side) => [
        h("dt", {}, h("span", { class: `side ${side}` }, context.names[side])),
        h("dd", {}, finding[side].length === 0 ? words.card.none[side] : finding[side].map((s) => place(context, side, s))),
      ])),
      ...(finding.question ? [h("p", { class: "ask" }, h("strong", {}, `${words.card.ask}: `), words.dated(finding.question))] : []),
    ],
  };
}

/** @param {Context} context @param {Annotation} a @param {Act} act */
function mentionCard(context, a, act) {
  const { result, words, index, actions, names } = context;
  const mention = /** @type {Mention} */ (result[a.side].mentions[a.index]);
  const entity = mention.entity === null ? null : result[a.side].entities[mention.entity] ?? null;
  const link = mention.entity === null ? null : result.comparison.entities.find((l) => l[a.side] === mention.entity) ?? null;
  const far = other(a.side);
  const distant = link && link[far] !== null ? result[far].entities[link[far]] ?? null : null;
  const group = (index.groups.get(a.group) ?? []).filter((m) => m.side === a.side);
  const at = group.indexOf(a);
  const title = link?.name ?? entity?.name ?? quoteText(context, a.side, a.spans);
  const roles = (/** @type {Side} */ side) => {
    const e = link && link[side] !== null ? result[side].entities[link[side]] : side === a.side ? entity : null;
    return e && e.roles.length > 0 ? [h("dt", {}, h("span", { class: `side ${side}` }, names[side])), h("dd", {}, prose([...new Set(e.roles.map((r) => r.text))].slice(0, 4).join("; ")))] : [];
  };
  const called = [...new Set([entity, distant].flatMap((e) => e?.aliases ?? []))].filter((a) => a !== title);
  return {
    title,
    nodes: [
      h("p", { class: "card-kind" }, words.kind[entity?.kind ?? mention.kind], " · ", distant
        ? words.card.counts(entity?.mentions.length ?? 1, distant.mentions.length, words.sideInside[far])
        : `${words.names.mentions(entity?.mentions.length ?? 1)} · ${words.card.noneInside[far]}`),
      h("dl", { class: "evidence" }, SIDES.flatMap(roles), called.length > 0 && [h("dt", {}, words.card.aliases), h("dd", {}, prose(called.slice(0, 6).map((a) => `“${a}”`).join(", ")))]),
      ...(link ? link.differences.map((d) => h("p", { class: "difference" }, d)) : []),
      ...(mention.metonym ? [h("p", { class: "reason" }, words.card.metonym)] : []),
      h("p", { class: "reason" }, words.sentences(mention.reason, distant && link ? link.reason : ""), " ", h("span", { class: "score" }, words.card.confidence(mention.confidence))),
      ...(group.length > 1 ? [h("div", { class: "card-step" },
        button(`‹ ${words.card.previousMention}`, () => { const to = group[(at - 1 + group.length) % group.length]; if (to) act.jump(to); }, { class: "link" }),
        h("span", { class: "count" }, `${at + 1} / ${group.length}`),
        button(`${words.card.nextMention} ›`, () => { const to = group[(at + 1) % group.length]; if (to) act.jump(to); }, { class: "link" }))] : []),
      correctionForm(context, a.side, mention, {
        name: title, kind: entity?.kind ?? mention.kind, mentions: entity?.mentions.length ?? 1, partner: distant && link ? first(context, far, link[far]) : null,
      }, (...c) => { act.close(); actions.correct(...c); }),
    ],
  };
}

/** The first mention of an entity. @param {Context} context @param {Side} side @param {number | null} entity @returns {Span | null} */
const first = ({ result }, side, entity) => result[side].mentions[result[side].entities[entity ?? -1]?.mentions[0] ?? -1]?.span ?? null;

/**
 * @typedef {object} Named What a mention names.
 * @property {string} name
 * @property {Kind} kind
 * @property {number} mentions How often the report names it.
 * @property {Span | null} partner A mention of the same in the other report.
 */

/**
 * @param {Context} context
 * @param {Side} side
 * @param {Mention} mention
 * @param {Named} named
 * @param {(...c: EntityCorrection[]) => void} correct
 */
function correctionForm(context, side, mention, { name, kind, mentions, partner }, correct) {
  const { words: { card, kind: kindNames, sideInside } } = context;
  const far = other(side), span = mention.span;
  const called = excerpt(quoteText(context, side, [span]), 30);
  // What both reports name is renamed, and changes its kind, in both.
  const places = [{ side, mention: span }, ...(partner ? [{ side: far, mention: partner }] : [])];
  const rename = h("input", { type: "text", value: name, "aria-label": card.renameTo, maxlength: "200" });
  const kinds = h("select", { "aria-label": card.kind }, KINDS.map((k) => h("option", { value: k, selected: k === kind }, kindNames[k])));
  const word = mention.form === "pronoun";
  return h("details", { class: "correct" }, h("summary", {}, card.more),
    h("form", { on: { submit: (/** @type {Event} */ e) => {
      e.preventDefault();
      const wanted = rename.value.trim();
      if (wanted && wanted !== name) correct(...places.map((p) => /** @type {const} */ ({ action: "rename", ...p, name: wanted })));
    } } }, h("label", {}, card.rename, rename), h("button", { type: "submit" }, card.apply)),
    h("div", { class: "field" }, h("label", {}, card.kind, kinds), button(card.apply, () => {
      if (kinds.value !== kind) correct(...places.map((p) => /** @type {const} */ ({ action: "kind", ...p, kind: /** @type {Kind} */ (kinds.value) })));
    }, { "aria-label": `${card.kind}: ${card.apply}` })),
    mergeField(context, side, mention, { called, mentions, partner }, correct),
    h("div", { class: "field" },
      mentions > 1 && button(card.split(called, name), () => correct({ action: word ? "remove" : "split", side, mention: span })),
      mentions === 1 && partner && button(card.unlink(sideInside[far]), () => correct({ action: "split", side, mention: span })),
      !word && button(card.remove(called), () => correct({ action: "remove", side, mention: span }))));
}

/**
 * Which name it is the same as: all that the report calls so, or this mention alone.
 * @param {Context} context
 * @param {Side} side
 * @param {Mention} mention
 * @param {{ called: string, mentions: number, partner: Span | null }} of
 * @param {(...c: EntityCorrection[]) => void} correct
 */
function mergeField({ result, names, words: { card } }, side, mention, { called, mentions, partner }, correct) {
  const partners = SIDES.map((s) => result[s].entities.flatMap((e, n) => {
    const span = result[s].mentions[e.mentions[0] ?? -1]?.span;
    const same = s === side ? n === mention.entity : span?.start === partner?.start;
    return span && !same ? [{ side: s, span, name: e.name }] : [];
  }).sort((a, b) => a.name.localeCompare(b.name, "en")));
  const all = partners.flat();
  const choice = h("select", { "aria-label": card.mergeWith }, h("option", { value: "" }, card.mergeWith),
    SIDES.map((s, i) => h("optgroup", { label: names[s] }, partners[i]?.map((p) => h("option", { value: all.indexOf(p) }, p.name)))));
  const alone = h("input", { type: "checkbox", checked: mention.form === "pronoun" });
  return h("div", { class: "field" }, h("label", {}, card.merge, choice), button(card.apply, () => {
    const chosen = choice.value === "" ? undefined : all[Number(choice.value)];
    if (!chosen) return;
    // What was chosen gives its name to what it is merged with.
    const merge = /** @type {const} */ ({ action: "merge", side: chosen.side, mention: chosen.span, withSide: side, with: mention.span });
    if (mentions > 1 && alone.checked) correct({ action: "split", side, mention: mention.span }, merge);
    else correct(merge);
  }, { "aria-label": `${card.merge}: ${card.apply}` }), mentions > 1 && h("label", { class: "alone" }, alone, card.onlyHere(called, mentions)));
}

/** @param {Context} context @param {Annotation} a */
function dateCard(context, a) {
  const { result, words } = context;
  const date = result[a.side].dates[a.index];
  if (!date) return { title: "", nodes: [] };
  const { anchor, interval } = date;
  const read = interval ? "" : words.reading(date.value), others = date.alternatives.map(words.reading).filter(Boolean);
  return {
    title: interval ? words.when(date) : quoteText(context, a.side, a.spans),
    nodes: [
      h("p", { class: "card-kind" }, `${words.one.date} · ${words.certainty[date.certainty]}`),
      date.event ? h("p", { class: "role" }, prose(date.event.label)) : h("span", {}),
      h("dl", { class: "evidence" },
        read && [h("dt", {}, words.card.reading), h("dd", {}, read)],
        anchor && [h("dt", {}, words.card.from), h("dd", {}, anchor.span ? place(context, a.side, anchor.span, { most: 60 }) : words.dated(anchor.value))],
        others.length > 0 && [h("dt", {}, words.card.alternatives), h("dd", {}, others.join(", "))]),
      h("p", { class: "reason" }, words.dated(words.sentences(date.reason))),
      h("details", { class: "correct" }, h("summary", {}, words.card.publishedLabel), dayForm(context, a.side)),
    ],
  };
}

/** @param {Context} context @param {Annotation} a */
function figureCard(context, a) {
  const { result, words } = context;
  const figure = result[a.side].figures[a.index];
  if (!figure) return { title: "", nodes: [] };
  const links = result.comparison.figures.filter((l) => l[a.side] === a.index);
  const far = other(a.side);
  return {
    title: quoteText(context, a.side, [figure.span]),
    nodes: [
      h("p", { class: "card-kind" }, [words.one.figure, words.figures.exactness[figure.exactness]].filter(Boolean).join(" · ")),
      ...(figure.counted ? [h("p", { class: "role" }, `${words.card.countsOf} `, place(context, a.side, figure.counted, { most: 90 }))] : []),
      ...links.map((l) => {
        const partner = result[far].figures[l[far]];
        return h("p", { class: "reason" }, h("strong", {}, words.figureRelation[l.relation]), partner ? [": ", place(context, far, partner.span)] : "", " ", l.reason);
      }),
    ],
  };
}

/** @param {Context} context @param {Annotation} a */
function passageCard(context, a) {
  const passage = context.result.comparison.passages[a.index];
  const { words } = context;
  if (!passage) return { title: "", nodes: [] };
  return {
    title: words.statements.words(passage.words),
    nodes: [h("p", { class: "card-kind" }, [words.layer.passage, passage.edited ? words.wording.edited : words.wording.verbatim, passage.moved ? words.wording.moved : ""].filter(Boolean).join(" · "))],
  };
}

/** @param {Context} context @param {Annotation} a */
function statementCard(context, a) {
  const { result, words } = context;
  const said = result[a.side].statements[a.index];
  if (!said) return { title: "", nodes: [] };
  const links = result.comparison.statements.filter((l) => l[a.side] === a.index);
  const source = said.source;
  /** @type {Node[]} */
  const nodes = [];
  nodes.push(
    h("p", { class: "card-kind" }, [words.statement[said.kind], source ? words.source[source.class] : "", said.cue?.hedged ? words.card.hedged : "", said.cue?.negated ? words.card.negated : ""].filter(Boolean).join(" · ")),
    h("dl", { class: "evidence" },
      said.cue && [h("dt", {}, words.card.cue), h("dd", {}, place(context, a.side, said.cue.span, { most: 60 }))],
      source && [h("dt", {}, words.card.saidBy), h("dd", {}, place(context, a.side, source.span, { most: 90 }))],
      said.via.length > 0 && [h("dt", {}, words.card.via), h("dd", {}, said.via.map((v) => v.name).join(", "))],
      said.addressee && [h("dt", {}, words.card.to), h("dd", {}, place(context, a.side, said.addressee, { most: 60 }))]),
    h("p", { class: "reason" }, words.sentences(said.reason), " ", h("span", { class: "score" }, words.card.confidence(said.confidence))),
    ...links.map((l) => h("div", { class: "reason" }, h("strong", {}, words.relation[l.relation]), " ", l.reason, l.diff.some((s) => !s.same) && diffView(context, l.diff))));
  return { title: source ? source.name : words.card.noSource, nodes };
}
