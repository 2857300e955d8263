// Who and what the reports name: in both first, then what one report names alone.

import { h, prose } from "./dom.js";
import { filled, lighting, section, sideName } from "./parts.js";
import { KINDS, SIDES } from "../model/annotations.js";

/** @import { Entity, EntityLink, Side } from "../types.js" */
/** @import { Context } from "./context.js" */

/** @param {Context} context */
export function namesView(context) {
  const { result, words } = context;
  const links = result.comparison.entities.map((link, i) => ({ link, i }));
  if (links.length === 0) return section("names", words.section.names, h("p", { class: "quiet" }, words.names.none));
  const both = links.filter(({ link }) => link.left !== null && link.right !== null);
  const alone = (/** @type {Side} */ side) => links.filter(({ link }) => link[side] !== null && (side === "left" ? link.right : link.left) === null);

  const none = h("p", { class: "quiet", hidden: true, role: "status" }, words.names.noMatch);
  const lists = h("div", { class: "names-lists" },
    both.length > 0 && h("div", { class: "names-both" },
      h("h3", {}, words.names.both, " ", h("span", { class: "count" }, both.length)),
      h("table", { class: "names-table" },
        h("thead", {}, h("tr", {}, h("th", { scope: "col" }, words.names.columns.name), SIDES.map((side) => h("th", { scope: "col" }, sideName(context, side))))),
        KINDS.map((kind) => {
          const rows = both.filter(({ link }) => link.kind === kind);
          // What is only counted stands in one line; what is described has a row of its own.
          const plain = rows.filter(({ link }) => isPlain(context, link));
          const body = filled(context, h("tbody", {}, h("tr", { class: "group" }, h("th", { scope: "rowgroup", colspan: "3" }, words.layer[kind]))),
            rows.filter((row) => !plain.includes(row)), (row) => bothRow(context, row));
          if (plain.length > 0) context.later.push(() => body.append(plainRow(context, plain)));
          return rows.length > 0 && body;
        }))),
    h("div", { class: "names-alone" }, SIDES.map((side) => {
      const rows = alone(side);
      return rows.length > 0 && h("div", {},
        h("h3", {}, words.names.only, " ", sideName(context, side), " ", h("span", { class: "count" }, rows.length)),
        KINDS.map((kind) => {
          const held = rows.filter(({ link }) => link.kind === kind);
          return held.length > 0 && h("div", { class: "names-kind" }, h("h4", {}, words.layer[kind]),
            filled(context, h("ul", {}), held, (row) => {
              const told = roles(context, side, row.link);
              return h("li", { class: told.querySelector(".role, .aliases") ? "told" : null, data: { search: searchText(context, row.link) } }, nameButton(context, row), told);
            }));
        }));
    })));
  const search = h("input", {
    type: "search", placeholder: words.names.filter, "aria-label": words.names.filter, class: "search",
    on: { input: (/** @type {Event} */ e) => filter(lists, none, /** @type {HTMLInputElement} */ (e.target).value) },
  });
  return section("names", words.section.names, search, lists, none);
}

/** @param {Context} context @param {{ link: EntityLink, i: number }} row */
function bothRow(context, row) {
  const { link } = row;
  return h("tr", { data: { search: searchText(context, link) } },
    h("th", { scope: "row" }, nameButton(context, row),
      link.score < 95 && h("span", { class: "score", title: link.reason }, context.words.card.confidence(link.score)),
      link.differences.map((d) => h("span", { class: "difference" }, d))),
    SIDES.map((side) => h("td", {}, roles(context, side, link))));
}

/** What else it is called; a part of the name, or the name in capitals, is no other name. @param {Entity} entity @param {EntityLink} link */
function aliasesOf(entity, link) {
  const words = (/** @type {string} */ name) => name.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const own = new Set(words(link.name));
  return entity.aliases.filter((a) => words(a).some((w) => !own.has(w)));
}

/** @param {Context} context @param {EntityLink} link */
const isPlain = ({ result }, link) => link.score >= 95 && link.differences.length === 0 && SIDES.every((side) => {
  const entity = result[side].entities[link[side] ?? -1];
  return !entity || (entity.roles.length === 0 && aliasesOf(entity, link).length === 0);
});

/** @param {Context} context @param {{ link: EntityLink, i: number }[]} rows */
function plainRow(context, rows) {
  const { result, words, names } = context;
  return h("tr", { class: "names-plain" }, h("td", { colspan: "3" }, h("ul", {}, rows.map((row) => h("li", { data: { search: searchText(context, row.link) } },
    nameButton(context, row), SIDES.map((side) => {
      const n = result[side].entities[row.link[side] ?? -1]?.mentions.length ?? 0;
      return h("span", { class: "count" }, h("span", { class: `side ${side} only-sign` }), h("span", { class: "hidden-text" }, `${names[side]}: ${words.names.mentions(n)}`), h("span", { "aria-hidden": "true" }, `${n}×`));
    }))))));
}

/** @param {Context} context @param {{ link: EntityLink, i: number }} row */
const nameButton = (context, { link, i }) => h("button", {
  type: "button", class: `name s sample ${link.kind}`, on: { click: () => context.actions.go(`entity-${i}`), ...lighting(context, `entity-${i}`) },
}, prose(link.name));

/** What one report calls it, and how often. @param {Context} context @param {Side} side @param {EntityLink} link */
function roles({ result, words }, side, link) {
  const entity = result[side].entities[link[side] ?? -1];
  if (!entity) return h("span", {});
  const aliases = aliasesOf(entity, link).slice(0, 4);
  return h("span", { class: "roles" },
    entity.roles.length > 0 && h("span", { class: "role" }, prose(entity.roles.slice(0, 3).map((r) => r.text).join("; "))),
    aliases.length > 0 && h("span", { class: "aliases" }, prose(aliases.map((a) => `“${a}”`).join(", "))),
    h("span", { class: "count", "aria-label": words.names.mentions(entity.mentions.length) }, `${entity.mentions.length}×`));
}

/** @param {Context} context @param {EntityLink} link */
function searchText({ result }, link) {
  return SIDES.flatMap((side) => {
    const e = result[side].entities[link[side] ?? -1];
    return e ? [e.name, ...e.aliases, ...e.roles.map((r) => r.text)] : [];
  }).concat(link.name).join(" ").toLowerCase();
}

/** @param {HTMLElement} lists @param {HTMLElement} none @param {string} value */
function filter(lists, none, value) {
  const wanted = value.trim().toLowerCase();
  let shown = 0;
  for (const row of lists.querySelectorAll("[data-search]")) {
    const hidden = wanted !== "" && !(row.getAttribute("data-search") ?? "").includes(wanted);
    row.toggleAttribute("hidden", hidden);
    if (!hidden) shown++;
  }
  for (const group of lists.querySelectorAll("tr.names-plain, tbody, .names-kind, .names-both, .names-alone > div")) {
    group.toggleAttribute("hidden", group.querySelector("[data-search]:not([hidden])") === null);
  }
  none.toggleAttribute("hidden", shown > 0);
}
