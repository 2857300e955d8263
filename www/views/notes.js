// The notes of the findings: what they tell, and where they stand beside the texts.

import { findingGroup, other } from "../model/annotations.js";
import { tone } from "../model/tones.js";
import { button, h } from "./dom.js";
import { findingLabel, lighting } from "./parts.js";

/** @import { Side } from "../types.js" */
/** @import { Context } from "./context.js" */
/** @import { Panes } from "./panes.js" */

export class Notes {
  /** @type {Map<string, HTMLElement[]>} */ #notes = new Map();

  /** The notes of a group. @param {string | null} group */
  of(group) { return this.#notes.get(group ?? "") ?? []; }

  /**
   * The note of a finding beside one text.
   * @param {Context} context @param {string} id @param {Side} side
   * @param {(group: string, how: { side: Side }) => void} go
   */
  make(context, id, side, go) {
    const { words, index, actions } = context;
    const finding = index.findings.find((f) => f.id === id);
    const group = findingGroup(id);
    if (!finding) return h("li", {});
    const far = other(side);
    const item = h("li", { class: `note ${tone(finding.kind)}`, data: { group, kind: finding.kind } },
      h("button", { type: "button", class: "note-head", on: { click: () => actions.go(group, { side }), ...lighting(context, group) } },
        h("span", { class: "note-number" }, index.numbers.get(id) ?? ""), findingLabel(context, finding.kind), h("span", { class: "title" }, words.dated(finding.title))),
      h("div", { class: "note-more" },
        h("p", { class: "reason" }, words.dated(finding.reason)),
        finding.question && h("p", { class: "ask" }, words.dated(finding.question)),
        h("p", {}, finding[far].length > 0 && button(words.card.counterpart, () => go(group, { side: far }), { class: "link" }),
          " ", button(words.card.dismiss, () => actions.dismiss(id), { class: "link", "aria-label": `${words.card.dismiss}: ${finding.title}` }))));
    const list = this.#notes.get(group);
    if (list) list.push(item);
    else this.#notes.set(group, [item]);
    return item;
  }

  /** Leaves out the notes of kinds that the reader hid. @param {Set<string>} hidden */
  hide(hidden) {
    for (const notes of this.#notes.values()) for (const note of notes) note.toggleAttribute("hidden", hidden.has(note.dataset.kind ?? ""));
  }

  /**
   * Notes stand at the height of their evidence, and below one another where they would meet.
   * @param {Panes} panes @param {readonly Side[]} sides
   */
  place({ panes, texts }, sides) {
    // All is looked up before anything moves: so the browser lays out once.
    const notes = sides.map((side) => (panes[side].classList.contains("wide") ? texts?.[side].places.notes() : null));
    for (const [i, side] of sides.entries()) {
      let free = 0;
      for (const { note, part, top, tall } of notes[i] ?? []) {
        const at = Math.max(top, free), place = `${Math.round(at - part)}px`;
        if (note.style.top !== place) note.style.top = place;
        free = at + tall + 10;
      }
      texts?.[side].article.style.setProperty("min-height", notes[i] ? `${Math.round(free)}px` : null);
    }
  }
}
