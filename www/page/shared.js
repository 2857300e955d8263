// Findings from a link, shown without the texts that they speak of.

import { fill, h } from "../views/dom.js";
import { tone } from "../model/tones.js";
import { SIDES } from "../model/annotations.js";

/** @import { SharedFindings } from "../model/share.js" */
/** @import { PageWords } from "../locale/page.en.js" */

/**
 * @param {HTMLElement} place
 * @param {SharedFindings} shared
 * @param {PageWords} words
 */
export function showShared(place, shared, words) {
  const { facts } = shared;
  const kinds = /** @type {Record<string, string>} */ (words.finding);
  const list = (/** @type {string} */ title, /** @type {string[]} */ names) => (names.length > 0 ? h("p", {}, h("strong", {}, `${title}: `), names.join(", ")) : null);
  fill(place, h("div", { class: "panel" },
    h("h2", {}, words.share.opened),
    h("ul", {}, SIDES.map((side) => h("li", {}, h("span", { class: `side ${side}` }, facts.names[side]), " ",
      [shared.published[side] && /^\d{4}-\d\d-\d\d$/.test(shared.published[side]) ? words.day(shared.published[side]) : "", facts.headlines[side]].filter(Boolean).join(", ")))),
    h("p", { class: "answer" }, facts.sentence),
    h("ol", {}, shared.findings.map((f) => h("li", {}, h("span", { class: `tone ${tone(f.kind)}` }, kinds[f.kind] ?? f.kind), " ", h("strong", {}, f.title), h("br"), f.reason))),
    list(words.names.both, facts.both), list(facts.names.left || words.side.left, facts.left), list(facts.names.right || words.side.right, facts.right),
    h("p", { class: "quiet" }, words.share.paste)));
  place.hidden = false;
}
