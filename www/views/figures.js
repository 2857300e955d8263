// Figures that count the same thing side by side; then those of one report alone.

import { excerpt, h, prose } from "./dom.js";
import { around, filled, lighting, section, sideName } from "./parts.js";
import { marked, SIDES } from "../model/annotations.js";

/** @import { Side } from "../types.js" */
/** @import { Context } from "./context.js" */

/** @type {Record<string, number>} */
const ORDER = { conflict: 0, differs: 1, compatible: 2, equal: 3 };

/** @param {Context} context */
export function figuresView(context) {
  const { result, words } = context;
  const links = [...result.comparison.figures].sort((a, b) => (ORDER[a.relation] ?? 4) - (ORDER[b.relation] ?? 4));
  if (result.left.figures.length + result.right.figures.length === 0) return section("figures", words.section.figures, h("p", { class: "quiet" }, words.figures.none));
  const linked = { left: new Set(links.map((l) => l.left)), right: new Set(links.map((l) => l.right)) };
  const alone = (/** @type {Side} */ side) => result[side].figures.map((_, n) => n).filter((n) => !linked[side].has(n));
  return section("figures", words.section.figures,
    links.length === 0
      ? h("p", { class: "quiet" }, words.figures.noLinks)
      : h("table", { class: "figures-table", role: "table" },
        h("thead", { role: "rowgroup" }, h("tr", { role: "row" }, SIDES.map((side) => h("th", { scope: "col", role: "columnheader" }, sideName(context, side))), h("th", { scope: "col", role: "columnheader" }, words.figures.columns.relation))),
        filled(context, h("tbody", { role: "rowgroup" }), links, (l) => h("tr", { class: l.relation, role: "row" },
          SIDES.map((side) => h("td", { role: "cell" }, figureButton(context, side, l[side], l.relation === "conflict" || l.relation === "differs"))),
          h("td", { role: "cell" }, h("strong", { class: `tone ${l.relation === "conflict" ? "conflict" : l.relation === "differs" ? "differs" : "shared"}` }, words.figureRelation[l.relation]), " ", h("span", { class: "reason" }, l.reason))))),
    h("details", { class: "figures-alone", open: links.length === 0 },
      h("summary", {}, words.figures.unlinkedHead),
      h("div", { class: "two" }, SIDES.map((side) => h("div", {}, h("h3", {}, sideName(context, side)),
        filled(context, h("ul", {}), alone(side), (n) => h("li", {}, figureButton(context, side, n))))))));
}

/** The figure in its own words, with what it counts; with the words around it where that is not told or two figures differ. @param {Context} context @param {Side} side @param {number} n @param {boolean} [differs] */
function figureButton(context, side, n, differs = false) {
  const figure = context.result[side].figures[n];
  if (!figure) return null;
  const text = context.result.input[side].text;
  const { key, group } = marked(context.index, side, "figure", n);
  const counted = figure.counted ? excerpt(text.slice(figure.counted.start, figure.counted.end), 80) : "";
  return h("button", { type: "button", class: "cite figure-cite", on: { click: () => context.actions.go(group, { side, key }), ...lighting(context, group) } },
    h("span", { class: "value" }, prose(excerpt(text.slice(figure.span.start, figure.span.end), 40))), counted ? [" ", ...prose(counted)] : null,
    differs || !counted ? h("span", { class: "around" }, prose(around(text, figure.span))) : null);
}
