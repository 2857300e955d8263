// The reading view: both annotated texts, their notes, the legend, the overview strips and the line
// that joins what is linked. It keeps what is lit, chosen and hidden; it finds nothing.

import { breathe } from "../engine/run.js";
import { other, SIDES, start } from "../model/annotations.js";
import { aligned, anchorsOf } from "../model/scroll.js";
import { headline } from "../model/labels.js";
import { isDifference, tone } from "../model/tones.js";
import { cardContent, nameOf } from "./card.js";
import { button, fill, h, prose, svg } from "./dom.js";
import { legendView } from "./legend.js";
import { joined, strip } from "./lines.js";
import { findingLabel, lighting } from "./parts.js";
import { Popup } from "./popup.js";
import { paint, textView } from "./text.js";

/** @import { Annotation, Side, Span } from "../types.js" */
/** @import { Context } from "./context.js" */
/** @import { TextView } from "./text.js" */
/** @import { Modes } from "./legend.js" */

/** Widths of the host from which notes stand beside the text, and from which both texts do. */
const WIDE = 1120, PAIR = 720;

export class Desk {
  /** @type {Context} */ #context;
  /** @type {{ left: TextView, right: TextView } | null} */ #texts = null;
  /** @type {{ left: HTMLElement, right: HTMLElement }} */ #panes;
  /** @type {{ left: HTMLElement, right: HTMLElement }} */ #strips;
  /** @type {Modes} */ #modes;
  #legend = h("div");
  #position = h("span");
  #reader = h("div", { class: "reader" });
  #lines = svg("svg", { class: "connectors", "aria-hidden": "true" });
  #card = new Popup((mark) => this.#focus(this.#panes.left.contains(mark) ? "left" : "right", mark));
  /** @type {string | null} */ #active = null;
  /** @type {string | null} */ #lit = null;
  /** @type {Map<string, HTMLElement[]>} */ #notes = new Map();
  /** @type {{ left: number[], right: number[] } | null} */ #anchors = null;
  /** Which pane the reader scrolls; the other follows. @type {Side | null} */ #leader = null;
  #leaderTimer = 0;
  /** Since the last choice the pointer has not moved: what passes beneath it is not pointed at. */
  #resting = false;
  #frame = 0;
  /** Whether something changed the room of the notes since they were placed. */
  #unplaced = false;
  #measuring = 0;
  #remaking = 0;
  #measureTimer = 0;
  #width = 0;
  /** @type {ResizeObserver} */ #resize;
  element;

  /** @param {Modes} modes @param {Context} context */
  constructor(modes, context) {
    this.#modes = modes;
    this.#context = context;
    const { words } = context;
    const pane = (/** @type {Side} */ side) => h("div", {
      class: `pane ${side}`, part: `text text-${side}`, id: `pane-${side}`, role: "region", tabindex: "0", "aria-label": words.text.annotated[side], data: { side },
    });
    this.#panes = { left: pane("left"), right: pane("right") };
    const beside = (/** @type {Side} */ side) => h("div", { class: `strip ${side}`, part: "strip" });
    this.#strips = { left: beside("left"), right: beside("right") };
    const tabs = h("div", { class: "tabs", role: "tablist", "aria-label": words.text.tabs }, SIDES.map((side) => h("button", {
      type: "button", role: "tab", id: `tab-${side}`, "aria-controls": `pane-${side}`, "aria-selected": String(side === "left"), tabindex: side === "left" ? "0" : "-1",
      class: `side ${side}`, on: { click: () => this.#tab(side), keydown: (/** @type {KeyboardEvent} */ e) => {
        if (e.key === "ArrowLeft" || e.key === "ArrowRight") { this.#tab(e.key === "ArrowLeft" ? "left" : "right", true); e.preventDefault(); }
      } },
    }, context.names[side])));
    this.#reader.append(this.#strips.left, this.#panes.left, h("div", { class: "gutter", "aria-hidden": "true" }), this.#panes.right, this.#strips.right, this.#lines);
    this.#reader.dataset.tab = "left";
    this.element = h("section", { class: "desk", part: "desk", id: "texts", tabindex: "-1", "aria-labelledby": "texts-title" },
      h("h2", { id: "texts-title", class: "hidden-text" }, words.section.texts),
      h("p", { class: "hidden-text", id: "texts-help" }, words.text.help),
      this.#legend, tabs, this.#reader, this.#card.element);
    for (const side of SIDES) this.#listen(side);
    this.#resize = new ResizeObserver(() => {
      if (this.#width > 0 && this.#width !== this.#reader.clientWidth) void this.#remake();
    });
    this.#resize.observe(this.#reader);
  }

  /** Ends what outlives the elements. */
  close() {
    this.#resize.disconnect();
    clearTimeout(this.#measureTimer);
    this.#measuring++;
    this.#remaking++;
    this.#card.end();
  }

  /**
   * Shows a result. The page can answer in between; a later call wins.
   * @param {Context} context
   * @param {() => boolean} stale
   * @returns {Promise<boolean>} Whether it was shown.
   */
  async render(context, stale) {
    this.#notes = new Map();
    /** @type {Partial<{ left: TextView, right: TextView }>} */
    const texts = {};
    for (const side of SIDES) {
      const making = textView(context.result, context.index, side, context.words, (id) => this.#note(context, id, side), (span, kept) => this.#aside(context, side, span, kept));
      let since = performance.now();
      for (let step = making.next(); ; step = making.next()) {
        if (step.done) { texts[side] = step.value; break; }
        if (performance.now() - since > 10) {
          await breathe();
          if (stale()) return false;
          since = performance.now();
        }
      }
    }
    const { left, right } = texts;
    if (!left || !right) return false;
    const held = this.#held();
    this.#card.close(false);
    this.#context = context;
    this.#texts = { left, right };
    this.#lit = null;
    this.#active = this.#active !== null && context.index.groups.has(this.#active) ? this.#active : null;
    this.#mark(this.#active, "active", true);
    this.#drawLegend();
    for (const tab of this.element.querySelectorAll("[role=tab]")) tab.textContent = context.names[tab.id === "tab-left" ? "left" : "right"];
    for (const side of SIDES) {
      const first = this.#texts[side].stops[0];
      if (first) first.tabIndex = 0;
      if (this.#modes.hidden.size > 0) this.#paint(side);
      this.#arrange(side);
      if (!(await this.#place(side, this.#texts[side].article, stale))) return false;
      this.#placeNotes([side]);
      this.#drawStrip(side);
      void this.#texts[side].article.offsetHeight;
      await breathe();
      if (stale()) return false;
    }
    this.#layout();
    this.#resting = true;
    if (held) this.#resume(held);
    return true;
  }

  /** Where in a text the focus is, on a mark, in its card or on a note: what is there now is about to be replaced. */
  #held() {
    const element = this.#card.from(this.#focusedElement) ?? this.#focusedElement;
    const side = SIDES.find((s) => element && this.#panes[s].contains(element));
    if (!element || !side) return null;
    const group = /** @type {HTMLElement | null} */ (element.closest(".note"))?.dataset.group;
    const members = group === undefined ? this.#texts?.[side].on.get(element) : this.#context.index.groups.get(group);
    const on = members?.find((a) => a.side === side);
    return on ? { side, at: start(on) } : null;
  }

  /** Puts the focus back to where it was, or to the next mark there. @param {{ side: Side, at: number }} held */
  #resume({ side, at }) {
    const there = this.#visible(this.#context.index.sides[side]).find((a) => start(a) >= at);
    const mark = there && this.#texts?.[side].segments.get(there.key)?.[0];
    if (mark && !this.#focusedElement && document.activeElement === document.body) this.#focus(side, mark);
  }

  /**
   * Puts a text into its pane, some paragraphs at a time, each in the place of an old one: the place that is read
   * stays, and no single task has to lay out the whole text.
   * @param {Side} side @param {HTMLElement} article @param {() => boolean} stale
   */
  async #place(side, article, stale) {
    const pane = this.#panes[side], { parts = [], places } = this.#texts?.[side] ?? {};
    let shown = pane.querySelector(".article");
    if (!shown) {
      article.replaceChildren();
      fill(pane, this.#head(side), article);
      shown = article;
    } else pane.firstElementChild?.replaceWith(this.#head(side));
    const old = [...shown.children];
    let since = performance.now();
    for (let i = 0; i < Math.max(old.length, parts.length); i++) {
      const now = old[i], next = parts[i];
      if (next && now) now.replaceWith(next.element);
      else if (next) shown.append(next.element);
      else now?.remove();
      // What was put in is laid out now, while it is little.
      if (next) places?.keep(next);
      if (performance.now() - since > 8) {
        await breathe();
        if (stale()) return false;
        since = performance.now();
      }
    }
    if (this.#texts) this.#texts[side].article = /** @type {HTMLElement} */ (shown);
    return true;
  }

  /** @param {Side} side */
  #head(side) {
    const { result, words, names } = this.#context;
    const title = headline(result, side);
    const published = result[side].published;
    const inText = !result.input[side].headline && result[side].blocks.some((b) => b.kind === "headline");
    return h("header", { class: "pane-head" },
      h("p", { class: "pane-meta" }, h("span", { class: `side ${side}` }, names[side]),
        h("span", {}, published ? h("time", { datetime: published }, words.day(published)) : words.text.noDate)),
      inText ? null : h("h3", { class: title ? null : "hidden-text" }, title ? prose(title) : words.side[side]));
  }

  /** What stands above page furniture. @param {Context} context @param {Side} side @param {Span} span @param {boolean} kept */
  #aside({ words, actions }, side, span, kept) {
    const text = kept ? words.text.kept : words.text.furniture;
    return h("p", { class: "aside-head" }, h("span", {}, text), " ",
      button(kept ? words.text.setAside : words.text.putBack, () => { actions.keep(side, span, !kept); actions.announce(kept ? words.text.furniture : words.text.kept); }, { class: "link" }));
  }

  /** @param {Context} context @param {string} id @param {Side} side */
  #note(context, id, side) {
    const { words, index, actions } = context;
    const finding = index.findings.find((f) => f.id === id);
    const group = `finding-${id}`;
    if (!finding) return h("li", {});
    const item = h("li", { class: `note ${tone(finding.kind)}`, data: { group, kind: finding.kind } },
      h("button", { type: "button", class: "note-head", on: { click: () => actions.go(group, { side }), ...lighting(context, group) } },
        h("span", { class: "note-number" }, index.numbers.get(id) ?? ""), findingLabel(context, finding.kind), h("span", { class: "title" }, words.dated(finding.title))),
      h("div", { class: "note-more" },
        h("p", { class: "reason" }, words.dated(finding.reason)),
        finding.question && h("p", { class: "ask" }, words.dated(finding.question)),
        h("p", {}, finding[other(side)].length > 0 && button(words.card.counterpart, () => this.go(group, { side: other(side) }), { class: "link" }),
          " ", button(words.card.dismiss, () => actions.dismiss(id), { class: "link", "aria-label": `${words.card.dismiss}: ${finding.title}` }))));
    const list = this.#notes.get(group);
    if (list) list.push(item);
    else this.#notes.set(group, [item]);
    return item;
  }

  // --- Filters and modes -------------------------------------------------------------------------

  #drawLegend() {
    const { element, position } = legendView(this.#context, this.#modes, {
      undo: () => this.#context.actions.undo(),
      redo: () => this.#context.actions.redo(),
      toggle: (name) => { if (!this.#modes.hidden.delete(name)) this.#modes.hidden.add(name); this.#press("name", name, !this.#modes.hidden.has(name)); void this.#remake(true); },
      step: (by) => this.step(by),
      mode: (name) => this.mode(name),
    });
    // A control that has the focus keeps it; one that is gone leaves it to the first.
    const held = this.#focusedElement, name = held && this.#legend.contains(held) ? held.textContent : null;
    this.#legend.replaceWith(element);
    if (name !== null) {
      const controls = [...element.querySelectorAll("button")];
      (controls.find((b) => b.textContent === name) ?? controls.find((b) => b.offsetParent))?.focus({ preventScroll: true });
    }
    this.#legend = element;
    this.#position = position;
    this.#tellPosition();
  }

  /** Which finding is chosen; the last one, where something else is. */
  #tellPosition() {
    const { index: { numbers, findings }, words } = this.#context;
    const number = this.#active?.startsWith("finding-") ? numbers.get(this.#active.slice("finding-".length)) ?? 0 : 0;
    if (number > 0) this.#position.textContent = words.legend.position(number, findings.length);
  }

  /** @param {string} attribute @param {string} value @param {boolean} on */
  #press(attribute, value, on) {
    this.#legend.querySelector(`[data-${attribute}="${value}"]`)?.setAttribute("aria-pressed", String(on));
  }

  /** @param {"differences" | "lock" | "labels"} name */
  mode(name) {
    this.#modes[name] = !this.#modes[name];
    this.#press("mode", name, this.#modes[name]);
    void this.#remake();
    this.#context.actions.announce(`${this.#context.words.legend[name]}: ${this.#modes[name] ? "✓" : "–"}`);
  }

  get modes() { return this.#modes; }

  /** Draws one side after the other, so that no single task restyles and lays out both. @param {boolean} [paint] Whether what is hidden changed. */
  async #remake(paint = false) {
    const mine = ++this.#remaking;
    for (const side of SIDES) {
      // What the browser has to do for this side comes before the other.
      await breathe();
      if (mine !== this.#remaking) return;
      if (paint) this.#paint(side);
      this.#arrange(side);
      this.#drawStrip(side);
      void this.#panes[side].offsetHeight;
    }
    this.#layout();
    this.#measureSoon();
  }

  /** @param {Side} side */
  #paint(side) {
    const { hidden } = this.#modes;
    for (const [element, on] of this.#texts?.[side].on ?? []) paint(element, on, hidden);
    for (const notes of this.#notes.values()) for (const note of notes) note.toggleAttribute("hidden", hidden.has(note.dataset.kind ?? ""));
  }

  /** What stands in a pane and beside it, by the width and the modes. @param {Side} side */
  #arrange(side) {
    const { differences, labels } = this.#modes, { classList } = this.#panes[side];
    const width = this.#width = this.#reader.clientWidth;
    classList.toggle("differences-only", differences);
    classList.toggle("with-labels", labels);
    classList.toggle("wide", width >= WIDE && this.#context.index.findings.length > 0);
    this.element.classList.toggle("pair", width >= PAIR);
  }

  // --- Places of notes, strips and the joining line ----------------------------------------------

  #layout() {
    this.#anchors = null;
    this.#unplaced = true;
    this.#connectSoon();
  }

  /** With the next frame, and after the notes where they have to move. */
  #connectSoon() {
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => {
      if (this.#unplaced) this.#placeNotes(SIDES);
      this.#connect();
    });
  }

  /** Paragraphs are as high as the width, the labels and the numbers in them make them: once those rest, they are measured. */
  #measureSoon() {
    clearTimeout(this.#measureTimer);
    const mine = ++this.#measuring;
    this.#measureTimer = Number(setTimeout(async () => {
      for (const side of SIDES) {
        const view = this.#panes[side].getBoundingClientRect();
        if (!(await this.#texts?.[side].places.measure(view, () => mine !== this.#measuring))) return;
      }
      this.#layout();
    }, 120));
  }

  /**
   * Notes stand at the height of their evidence, and below one another where they would meet.
   * @param {readonly Side[]} sides
   */
  #placeNotes(sides) {
    this.#unplaced = false;
    // All is looked up before anything moves: so the browser lays out once.
    const notes = sides.map((side) => (this.#panes[side].classList.contains("wide") ? this.#texts?.[side].places.notes() : null));
    for (const [i, side] of sides.entries()) {
      let free = 0;
      for (const { note, part, top, tall } of notes[i] ?? []) {
        const at = Math.max(top, free), place = `${Math.round(at - part)}px`;
        if (note.style.top !== place) note.style.top = place;
        free = at + tall + 10;
      }
      this.#texts?.[side].article.style.setProperty("min-height", notes[i] ? `${Math.round(free)}px` : null);
    }
  }

  /** @param {Side} side */
  #drawStrip(side) {
    const { index, result, words } = this.#context;
    const shown = index.sides[side].filter((a) => a.layer === "finding" && !this.#modes.hidden.has(a.findingKind ?? ""));
    fill(this.#strips[side], strip(side, shown, result.input[side].text.length, words.text.strip[side]));
  }

  #connect() {
    this.#lines.replaceChildren();
    const group = this.#lit ?? this.#active, texts = this.#texts;
    if (!group || !texts || !this.element.classList.contains("pair")) return;
    const members = this.#context.index.groups.get(group) ?? [];
    const kind = members.find((a) => a.findingKind)?.findingKind;
    const marks = (/** @type {Side} */ side) => members.filter((a) => a.side === side).flatMap((a) => (texts[side].segments.get(a.key) ?? []).slice(0, 1));
    this.#lines.append(...joined(this.#reader, { left: this.#panes.left, right: this.#panes.right }, { left: marks("left"), right: marks("right") }, kind ? tone(kind) : null));
  }

  // --- Lighting, choosing, stepping --------------------------------------------------------------

  /** @param {string | null} group */
  light(group) {
    if (group === this.#lit) return;
    this.#mark(this.#lit, "lit", false);
    this.#lit = group;
    this.#mark(group, "lit", true);
    this.#connectSoon();
  }

  /** @param {string | null} group @param {"lit" | "active"} name @param {boolean} on */
  #mark(group, name, on) {
    if (!group) return;
    for (const a of this.#context.index.groups.get(group) ?? []) {
      for (const element of this.#texts?.[a.side].segments.get(a.key) ?? []) element.classList.toggle(name, on);
    }
    for (const note of this.#notes.get(group) ?? []) note.classList.toggle(name, on);
  }

  /** @param {string | null} group */
  #choose(group) {
    const notes = [this.#active, group].flatMap((g) => this.#notes.get(g ?? "") ?? []);
    this.#mark(this.#active, "active", false);
    this.#active = group;
    this.#mark(group, "active", true);
    // A note that is chosen opens, and takes more room.
    for (const note of notes) for (const side of SIDES) this.#texts?.[side].places.opened(note);
  }

  /**
   * Chooses a group: lights it in both texts, brings both places into view, opens its card.
   * @param {string} group
   * @param {{ side?: Side, key?: string, card?: boolean, focus?: boolean, enter?: boolean }} [how] `enter` puts the focus into the card.
   */
  go(group, { side, key, card = true, focus = true, enter = false } = {}) {
    const members = this.#context.index.groups.get(group) ?? [];
    const chosen = members.find((a) => a.key === key) ?? members.find((a) => a.side === (side ?? "left")) ?? members[0];
    if (!chosen) return;
    for (const a of members) if (this.#modes.hidden.has(a.findingKind ?? a.layer)) { this.#modes.hidden.delete(a.findingKind ?? a.layer); this.#press("name", a.findingKind ?? a.layer, true); void this.#remake(true); }
    this.#resting = true;
    this.light(null);
    this.#choose(group);
    // A note that opens takes room: places are looked up once it has it.
    this.#placeNotes(SIDES);
    const far = members.find((a) => a.side !== chosen.side);
    this.#tab(chosen.side);
    this.#leader = chosen.side;
    this.#hold();
    const ways = [this.#way(chosen, true), far && this.element.classList.contains("pair") ? this.#way(far, false) : null];
    for (const way of ways) way?.();
    this.#layout();
    this.#tellPosition();
    const mark = this.#texts?.[chosen.side].segments.get(chosen.key)?.[0];
    if (mark && focus) this.#focus(chosen.side, mark);
    const noteShown = group.startsWith("finding-") && this.#panes[chosen.side].classList.contains("wide");
    if (card && mark && !noteShown) this.openCard(mark, chosen);
    else this.#card.close(false);
    if (enter) this.#card.element.focus({ preventScroll: true });
    this.#context.actions.announce(this.#describe(chosen));
  }

  /** @param {Annotation} a */
  #describe(a) {
    const { words, index, names } = this.#context;
    const finding = a.layer === "finding" ? index.findings[a.index] : null;
    if (finding) return `${words.finding[finding.kind]}: ${finding.title}`;
    return words.card.announce(`${names[a.side]}: ${nameOf(this.#context, a)}`, a.shared);
  }

  /**
   * How to bring a place into view, null where it cannot be shown. Only the pane scrolls, and only where the place is
   * not in sight; the page follows where panes do not scroll. Looking up and going are apart, so that two places are
   * looked up together.
   * @param {Annotation} a
   * @param {boolean} page
   */
  #way(a, page) {
    const mark = this.#texts?.[a.side].segments.get(a.key)?.[0];
    if (!mark) return null;
    const pane = this.#panes[a.side], r = mark.getBoundingClientRect();
    const smooth = matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth";
    if (pane.scrollHeight <= pane.clientHeight + 2) {
      const seen = r.top >= 120 && r.bottom <= innerHeight - 60;
      return () => { if (page && !seen) scrollTo({ top: scrollY + r.top - innerHeight / 3, behavior: smooth }); };
    }
    const box = pane.getBoundingClientRect(), note = this.#notes.get(a.group)?.find((n) => pane.contains(n))?.getBoundingClientRect();
    const low = Math.max(r.bottom + 40, note && note.height < box.height / 2 ? note.bottom : 0);
    const by = r.top - box.top - box.height / 3;
    const top = pane.scrollTop + by;
    return () => {
      // A far place is not scrolled to, past all that lies between, but shown.
      if (r.top < box.top + 40 || low > box.bottom) pane.scrollTo({ top, behavior: Math.abs(by) > box.height ? "auto" : smooth });
      if (page && (box.top < 0 || box.top > innerHeight * 0.6)) this.element.scrollIntoView({ block: "start", behavior: smooth });
    };
  }

  /** Brings page furniture into view, and its control under the reader's keys. @param {Side} side */
  showAside(side) {
    const control = /** @type {HTMLElement | null} */ (this.#panes[side].querySelector(".aside-head button"));
    if (!control) return;
    this.#tab(side);
    control.scrollIntoView({ block: "center" });
    control.focus({ preventScroll: true });
  }

  /** Brings any place of a text into view and flashes it. @param {Side} side @param {Span} span */
  show(side, span) {
    const text = this.#texts?.[side];
    const inside = this.#context.index.sides[side].find((a) => a.spans.some((s) => s.start < span.end && s.end > span.start));
    const mark = inside && text?.segments.get(inside.key)?.[0];
    if (!inside || !mark) return;
    this.#card.close(false);
    this.#tab(side);
    this.#way(inside, true)?.();
    this.#focus(side, mark);
    mark.classList.add("flash");
    setTimeout(() => mark.classList.remove("flash"), 1600);
  }

  /** The next or previous finding in reading order. @param {1 | -1} by */
  step(by) {
    const { index } = this.#context;
    const order = [...index.numbers].filter(([id]) => !this.#modes.hidden.has(index.findings.find((f) => f.id === id)?.kind ?? ""));
    if (order.length === 0) return;
    const at = order.findIndex(([id]) => `finding-${id}` === this.#active);
    const next = order[at === -1 ? (by === 1 ? 0 : order.length - 1) : (at + by + order.length) % order.length];
    if (next) this.go(`finding-${next[0]}`, { card: true });
  }

  get #focusedElement() {
    return /** @type {HTMLElement | null} */ (/** @type {ShadowRoot | Document} */ (this.element.getRootNode()).activeElement);
  }

  /** From the focused mark to the other report and back. */
  counterpart() {
    if (this.#card.from(this.#focusedElement)) this.#card.close();
    const focused = this.#focused();
    if (!focused) return;
    const far = this.#context.index.groups.get(focused.annotation.group)?.find((a) => a.side !== focused.side);
    if (far) this.go(focused.annotation.group, { side: far.side, key: far.key, card: false });
    else this.#context.actions.announce(this.#context.words.card.none[other(focused.side)]);
  }

  /** The mark that has the focus, and the innermost shown thing on it. */
  #focused() {
    const element = this.#focusedElement;
    for (const side of SIDES) {
      const on = element && this.#texts?.[side].on.get(element);
      const annotation = on && this.#visible(on)[0];
      if (element && annotation) return { side, element, annotation };
    }
    return null;
  }

  /** @param {Annotation[]} on */
  #visible(on) {
    return on.filter((a) => !this.#modes.hidden.has(a.findingKind ?? a.layer));
  }

  // --- Keyboard and pointer in a text ------------------------------------------------------------

  /** @param {Side} side */
  #listen(side) {
    const pane = this.#panes[side];
    const markAt = (/** @type {Event} */ e) => {
      const element = /** @type {Element} */ (e.target).closest?.(".s");
      const on = element && this.#texts?.[side].on.get(/** @type {HTMLElement} */ (element));
      const shown = on ? this.#visible(on) : [];
      return element && shown[0] ? { element: /** @type {HTMLElement} */ (element), annotation: this.#primary(shown) } : null;
    };
    const hover = (/** @type {Event} */ e) => { const hit = markAt(e); this.light(hit ? hit.annotation.group : null); };
    pane.addEventListener("pointerover", (e) => { if (!this.#resting) hover(e); });
    pane.addEventListener("pointermove", (e) => {
      if (!this.#resting || (e.movementX === 0 && e.movementY === 0)) return;
      this.#resting = false;
      hover(e);
    });
    pane.addEventListener("pointerleave", () => this.light(null));
    pane.addEventListener("focusin", (e) => { const hit = markAt(e); if (hit) this.light(hit.annotation.group); });
    pane.addEventListener("focusout", () => this.light(null));
    pane.addEventListener("click", (e) => {
      const hit = markAt(e);
      if (!hit || (getSelection()?.toString() ?? "") !== "") return;
      this.go(hit.annotation.group, { side, key: hit.annotation.key });
      // The card belongs beside what was pressed, not beside the first piece of it.
      if (this.#card.open) this.openCard(hit.element, hit.annotation);
    });
    pane.addEventListener("scroll", () => { this.#connect(); this.#follow(side); this.#card.place(); }, { passive: true });
    for (const type of /** @type {const} */ (["pointerenter", "wheel", "touchstart", "keydown"])) {
      pane.addEventListener(type, () => { if (!this.#leaderTimer) this.#leader = side; }, { passive: true });
    }
    pane.addEventListener("keydown", (e) => this.#key(side, e));
    const jump = (/** @type {PointerEvent} */ e) => {
      const box = this.#strips[side].getBoundingClientRect();
      const share = (e.clientY - box.top) / box.height;
      this.#leader = side;
      pane.scrollTo({ top: share * pane.scrollHeight - pane.clientHeight / 2 });
    };
    this.#strips[side].addEventListener("pointerdown", jump);
  }

  /** Findings come first: they are what the reader looks for. @param {Annotation[]} shown */
  #primary(shown) {
    const shortest = shown[0];
    return /** @type {Annotation} */ (shown.find((a) => a.layer === "finding" && isDifference(a.findingKind) && a.spans.every((s) => s.end - s.start < 60)) ?? shortest);
  }

  /** @param {Side} side @param {KeyboardEvent} e */
  #key(side, e) {
    if (e.altKey || e.ctrlKey || e.metaKey) return;
    const text = this.#texts?.[side];
    if (!text) return;
    const focused = this.#focused();
    const stops = text.stops.filter((s) => this.#visible(text.on.get(s) ?? []).length > 0 && (!this.#modes.differences || s.closest("[data-differs]")));
    const at = focused ? stops.indexOf(focused.element) : -1;
    const to = (/** @type {number} */ n) => {
      const stop = stops[Math.min(Math.max(n, 0), stops.length - 1)];
      if (!stop) return;
      e.preventDefault();
      this.#focus(side, stop);
      const annotation = this.#visible(text.on.get(stop) ?? [])[0];
      if (annotation) this.#way(annotation, true)?.();
    };
    switch (e.key) {
      case "ArrowRight": return to(at + 1);
      case "ArrowLeft": return to(at === -1 ? stops.length - 1 : at - 1);
      case "ArrowDown": case "ArrowUp": return;
      case "Home": return focused ? to(0) : undefined;
      case "End": return focused ? to(stops.length - 1) : undefined;
      case "Enter": case " ":
        if (!focused) return;
        e.preventDefault();
        return this.go(focused.annotation.group, { side, key: focused.annotation.key, enter: true });
      case "c": case "C":
        e.preventDefault();
        return this.counterpart();
      default:
    }
  }

  /** One mark a text can be reached with Tab; it is a button while it has the focus, and prose otherwise. @param {Side} side @param {HTMLElement} mark */
  #focus(side, mark) {
    for (const stop of this.#texts?.[side].stops ?? []) if (stop.tabIndex === 0) stop.removeAttribute("tabindex");
    const annotation = this.#visible(this.#texts?.[side].on.get(mark) ?? [])[0];
    mark.tabIndex = 0;
    mark.setAttribute("role", "button");
    if (annotation) mark.setAttribute("aria-description", this.#describe(annotation));
    mark.addEventListener("blur", () => { mark.removeAttribute("role"); mark.removeAttribute("aria-description"); }, { once: true });
    mark.focus({ preventScroll: true });
  }

  // --- The card ----------------------------------------------------------------------------------

  /** @param {HTMLElement} mark @param {Annotation} annotation */
  openCard(mark, annotation) {
    const also = this.#visible(this.#texts?.[annotation.side].on.get(mark) ?? []).filter((a) => a !== annotation);
    const { title, nodes } = cardContent(this.#context, annotation, also, {
      jump: (to) => this.go(to.group, { side: to.side, key: to.key }),
      close: () => this.#card.close(),
    });
    this.#card.show(mark, title, nodes, this.#context.words.card);
  }

  /** Escape: the card first, then what is chosen. */
  escape() {
    if (this.#card.close()) return true;
    if (!this.#active) return false;
    this.#choose(null);
    this.#layout();
    return true;
  }

  // --- Scrolling together ------------------------------------------------------------------------

  #hold() {
    clearTimeout(this.#leaderTimer);
    this.#leaderTimer = Number(setTimeout(() => { this.#leaderTimer = 0; }, 900));
  }

  /** The other pane shows what tells the same as the middle of this one. @param {Side} side */
  #follow(side) {
    if (!this.#modes.lock || this.#leader !== side || this.#leaderTimer || !this.element.classList.contains("pair")) return;
    const far = other(side), pane = this.#panes[side], follower = this.#panes[far];
    this.#anchors ??= anchorsOf(this.#context.result, (s, at) => this.#height(s, at), { left: this.#panes.left.scrollHeight, right: this.#panes.right.scrollHeight });
    const line = pane.clientHeight / 3;
    follower.scrollTop = aligned(this.#anchors[side], this.#anchors[far], pane.scrollTop + line) - line;
  }

  /** The height in its pane of a place in a text. @param {Side} side @param {number} at */
  #height(side, at) {
    const text = this.#texts?.[side], height = text?.places.at(at) ?? null;
    if (!text || height === null) return null;
    const pane = this.#panes[side];
    return text.article.getBoundingClientRect().top - pane.getBoundingClientRect().top + pane.scrollTop + height;
  }

  /** @param {Side} side @param {boolean} [focus] */
  #tab(side, focus = false) {
    this.#reader.dataset.tab = side;
    for (const tab of this.element.querySelectorAll("[role=tab]")) {
      const on = tab.id === `tab-${side}`;
      tab.setAttribute("aria-selected", String(on));
      tab.setAttribute("tabindex", on ? "0" : "-1");
      if (on && focus) /** @type {HTMLElement} */ (tab).focus();
    }
  }

  /** Puts the focus into a text. @param {Side} side */
  enter(side) {
    this.#tab(side);
    this.#panes[side].focus();
  }
}
