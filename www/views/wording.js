// Passages that stand in both reports.

import { h, prose } from "./dom.js";
import { filled, lighting, section, sideName } from "./parts.js";
import { diffView } from "./diff.js";
import { SIDES } from "../model/annotations.js";

/** @import { Context } from "./context.js" */

/** @param {Context} context */
export function wordingView(context) {
  const { result, words, names } = context;
  const passages = result.comparison.passages;
  if (passages.length === 0) return section("wording", words.section.wording, h("p", { class: "quiet" }, words.wording.none));
  return section("wording", words.section.wording,
    h("p", { class: "shares" }, `${words.wording.shareIntro}: `, SIDES.map((side, i) => [i > 0 ? ", " : "", words.wording.share(result.comparison[side].sharedPermille, names[side])])),
    filled(context, h("ol", { class: "passages" }), passages, (p, i) => {
      const text = (/** @type {"left" | "right"} */ side) => result.input[side].text.slice(p[side].start, p[side].end);
      return h("li", {},
        h("p", { class: "passage-head" },
          h("button", { type: "button", class: "link", on: { click: () => context.actions.go(`passage-${i}`), ...lighting(context, `passage-${i}`) } }, words.statements.words(p.words)),
          ` · ${[p.edited ? words.wording.edited : words.wording.verbatim, p.moved ? words.wording.moved : ""].filter(Boolean).join(" · ")}`),
        p.edited
          ? diffView(context, p.diff)
          : h("blockquote", {}, prose(text("left").replace(/\s+/g, " "))));
    }),
    h("p", { class: "hidden-text" }, SIDES.map((side) => sideName(context, side))));
}
