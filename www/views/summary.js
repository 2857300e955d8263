// The answer first: is it one event, and what matters most.

import { button, excerpt, h, prose } from "./dom.js";
import { findingLabel, lighting, section } from "./parts.js";
import { tone } from "../model/tones.js";
import { findingGroup, SIDES } from "../model/annotations.js";
import { answerOf } from "../model/labels.js";

/** @import { Context } from "./context.js" */

/** Most findings that the summary shows, and the importance below which it stops after three. */
const MOST = 7, LEAST = 3, WORTH = 40;

/** @param {Context} context @returns {import("../types.js").Finding[]} */
function leading({ index }) {
  return index.findings.filter((f, i) => i < LEAST || (i < MOST && f.importance >= WORTH));
}

/** @param {Context} context */
export function summaryView(context) {
  const { result, index, words, actions } = context;
  const same = result.comparison.sameEvent;
  const top = leading(context);
  const dismissed = result.comparison.findings.filter((f) => f.dismissed);
  return section("summary", words.section.summary,
    h("div", { class: "verdict" },
      h("p", { class: "kicker" }, words.summary.question),
      h("p", { class: "answer" }, answerOf(result, words)),
      same.sentence !== "" && h("p", { class: `grade ${same.label}` },
        h("strong", {}, words.event[same.label]),
        same.label === "unclear" ? null : h("span", { class: "sure" }, `${words.summary.confidenceLabel}: ${words.summary.sure[same.sureness]}`)),
      same.reasons.length > 0 && h("details", { class: "why", open: matchMedia("(min-width: 60rem)").matches },
        h("summary", {}, words.summary.why),
        h("ul", { class: "dimensions", "aria-label": words.summary.scores }, same.reasons.map((reason) => h("li", {},
          h("span", { class: "dimension" }, words.dimension[reason.dimension]),
          meter(reason.score),
          h("span", { class: "speaks" }, words.summary.leaning[reason.leaning]),
          h("span", { class: "reason" }, words.dated(reason.reason))))))),
    h("div", { class: "matters" },
      h("h3", {}, words.summary.matters),
      top.length === 0
        ? h("p", { class: "quiet" }, words.summary.nothing)
        : h("ol", {}, top.map((finding) => h("li", {},
          h("button", {
            type: "button", class: "finding-line",
            on: { click: () => actions.go(findingGroup(finding.id)), ...lighting(context, findingGroup(finding.id)) },
          }, findingLabel(context, finding.kind), h("span", { class: "title" }, words.dated(finding.title)),
          ...where(context, finding))))),
      index.findings.length > top.length && h("p", { class: "quiet" }, button(words.summary.all(index.findings.length), () => {
        const next = [...index.numbers].find(([, n]) => n === 1);
        if (next) actions.go(findingGroup(next[0]));
      }, { class: "link" })),
      dismissed.length > 0 && h("details", { class: "dismissed" },
        h("summary", {}, words.summary.dismissed(dismissed.length)),
        h("ul", {}, dismissed.map((f) => h("li", {}, f.title, " ", button(words.summary.restore, () => actions.restore(f.id), { class: "link", "aria-label": `${words.summary.restore}: ${f.title}` })))))),
    h("p", { class: "disclaimer" }, words.summary.disclaimer));
}

/** Which report tells it; where both do and differ, what each says. @param {Context} context @param {import("../types.js").Finding} finding */
function where({ words, names, result }, finding) {
  const sides = SIDES.filter((side) => finding[side].length > 0);
  const name = (/** @type {import("../types.js").Side} */ side, sign = "") => h("span", { class: `side ${side} ${sign}` }, sign ? h("span", { class: "hidden-text" }, `${names[side]}: `) : names[side]);
  if (sides.length === 1) return sides.map((side) => h("span", { class: "where" }, name(side)));
  if (tone(finding.kind) === "shared") return [h("span", { class: "where" }, words.summary.both)];
  const said = (/** @type {import("../types.js").Side} */ side) => {
    const span = finding[side][0];
    return span ? excerpt(result.input[side].text.slice(span.start, span.end), 120) : "";
  };
  return [h("span", { class: "pair-line" }, sides.map((side) => h("span", {}, name(side, "only-sign"), prose(said(side)))))];
}

/** Five dots: against on the left, for on the right. The words beside it say the same. @param {number | null} score */
function meter(score) {
  const at = score === null ? -1 : Math.min(4, Math.floor(score / 20));
  return h("span", { class: "meter", "aria-hidden": "true" }, [0, 1, 2, 3, 4].map((i) => h("i", { class: i === at ? "on" : null })));
}
