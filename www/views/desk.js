// The reading view: both annotated texts, their notes, the legend, the overview strips and the line
// that joins what is linked. It keeps what is lit, chosen and hidden; it finds nothing.

import { breathe } from "../engine/run.js";
import { findingGroup, other, SIDES, start } from "../model/annotations.js";
import { tone } from "../model/tones.js";
import { cardContent, nameOf } from "./card.js";
import { button, h, svg } from "./dom.js";
import { legendView } from "./legend.js";
import { joined } from "./lines.js";
import { Marks } from "./marks.js";
import { Notes } from "./notes.js";
import { Panes } from "./panes.js";
import { Popup } from "./popup.js";
import { ScrollLock } from "./scroll-lock.js";
import { paint, textView } from "./text.js";

/** @import { Annotation, Side, Span } from "../types.js" */
/** @import { Context } from "./context.js" */
/** @import { TextView } from "./text.js" */
/** @import { Modes } from "./legend.js" */

export class Desk {
  /** @type {Context} */ #context;
  /** @type {Modes} */ #modes;
  #panes;
  #marks;
  #lock;
  #notes = new Notes();
  #legend = h("div");
  #position = h("span");
  #lines = svg("svg", { class: "connectors", "aria-hidden": "true" });
  #card = new Popup((mark) => this.#marks.focus(this.#panes.panes.left.contains(mark) ? "left" : "right", mark));
  /** @type {string | null} */ #active = null;
  /** @type {string | null} */ #lit = null;
  #frame = 0;
  /** Whether something changed the room of the notes since they were placed. */
  #unplaced = false;
  #measuring = 0;
  #remaking = 0;
  #measureTimer = 0;
  /** @type {ResizeObserver} */ #resize;
  element;

  /** @param {Modes} modes @param {Context} context */
  constructor(modes, context) {
    this.#modes = modes;
    this.#context = context;
    const { words, names } = context;
    const panes = this.#panes = new Panes(words, names);
    const lock = this.#lock = new ScrollLock(panes);
    this.#marks = new Marks(panes, modes, {
      go: ({ group, side, key }, enter) => this.go(group, { side, key, enter }),
      press: (mark, annotation) => {
        this.go(annotation.group, { side: annotation.side, key: annotation.key });
        // The card belongs beside what was pressed, not beside the first piece of it.
        if (this.#card.open) this.#openCard(mark, annotation);
      },
      light: (group) => this.light(group),
      bring: (annotation) => this.#way(annotation, true)?.(),
      counterpart: () => this.counterpart(),
      describe: (annotation) => this.#describe(annotation),
    });
    panes.reader.append(this.#lines);
    this.element = h("section", { class: "desk", part: "desk", id: "texts", tabindex: "-1", "aria-labelledby": "texts-title" },
      h("h2", { id: "texts-title", class: "hidden-text" }, words.section.texts),
      h("p", { class: "hidden-text", id: "texts-help" }, words.text.help),
      this.#legend, h("div", { class: "tabs", role: "tablist", "aria-label": words.text.tabs }, SIDES.map((side) => panes.tabs[side])), panes.reader, this.#card.element);
    for (const side of SIDES) {
      const pane = panes.panes[side], strip = panes.strips[side];
      pane.addEventListener("scroll", () => {
        this.#connect();
        if (this.#modes.lock) lock.follow(side, this.#context.result);
        this.#card.place();
      }, { passive: true });
      for (const type of /** @type {const} */ (["pointerenter", "wheel", "touchstart", "keydown"])) {
        pane.addEventListener(type, () => lock.lead(side), { passive: true });
      }
      strip.addEventListener("pointerdown", (/** @type {PointerEvent} */ e) => {
        const box = strip.getBoundingClientRect();
        lock.lead(side);
        pane.scrollTo({ top: ((e.clientY - box.top) / box.height) * pane.scrollHeight - pane.clientHeight / 2 });
      });
    }
    this.#resize = new ResizeObserver(() => {
      if (panes.width > 0 && panes.width !== panes.reader.clientWidth) void this.#remake();
    });
    this.#resize.observe(panes.reader);
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
    const notes = this.#notes = new Notes();
    /** @type {Partial<Record<Side, TextView>>} */
    const texts = {};
    for (const side of SIDES) {
      const note = (/** @type {string} */ id) => notes.make(context, id, side, (group, how) => this.go(group, how));
      const making = textView(context.result, context.index, side, context.words, note, (span, kept) => aside(context, side, span, kept));
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
    const held = this.#held(), panes = this.#panes;
    this.#card.close(false);
    this.#context = context;
    panes.texts = { left, right };
    this.#lit = null;
    this.#active = this.#active !== null && context.index.groups.has(this.#active) ? this.#active : null;
    this.#mark(this.#active, "active", true);
    this.#drawLegend();
    for (const side of SIDES) {
      panes.tabs[side].textContent = context.names[side];
      const first = panes.texts[side].stops[0];
      if (first) first.tabIndex = 0;
      if (this.#modes.hidden.size > 0) this.#paint(side);
      this.#arrange(side);
      if (!(await panes.put(context, side, stale))) return false;
      this.#placeNotes([side]);
      panes.drawStrip(context, side, this.#modes.hidden);
      void panes.texts[side].article.offsetHeight;
      await breathe();
      if (stale()) return false;
    }
    this.#layout();
    this.#marks.rest();
    if (held) this.#resume(held);
    return true;
  }

  /** Where in a text the focus is, on a mark, in its card or on a note: what is there now is about to be replaced. */
  #held() {
    const { focusedElement } = this.#marks;
    const element = this.#card.from(focusedElement) ?? focusedElement;
    const side = SIDES.find((s) => element && this.#panes.panes[s].contains(element));
    if (!element || !side) return null;
    const group = /** @type {HTMLElement | null} */ (element.closest(".note"))?.dataset.group;
    const members = group === undefined ? this.#panes.texts?.[side].on.get(element) : this.#context.index.groups.get(group);
    const on = members?.find((a) => a.side === side);
    return on ? { side, at: start(on) } : null;
  }

  /** Puts the focus back to where it was, or to the next mark there. @param {{ side: Side, at: number }} held */
  #resume({ side, at }) {
    const there = this.#marks.visible(this.#context.index.sides[side]).find((a) => start(a) >= at);
    const mark = there && this.#panes.mark(there);
    if (mark && !this.#marks.focusedElement && document.activeElement === document.body) this.#marks.focus(side, mark);
  }

  // --- Filters and modes -------------------------------------------------------------------------

  #drawLegend() {
    const { element, position } = legendView(this.#context, this.#modes, {
      undo: () => this.#context.actions.undo(),
      redo: () => this.#context.actions.redo(),
      toggle: (name) => {
        const { hidden } = this.#modes;
        if (!hidden.delete(name)) hidden.add(name);
        this.#press("name", name, !hidden.has(name));
        void this.#remake(true);
      },
      step: (by) => this.step(by),
      mode: (name) => this.mode(name),
    });
    // A control that has the focus keeps it; one that is gone leaves it to the first.
    const held = this.#marks.focusedElement, name = held && this.#legend.contains(held) ? held.textContent : null;
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
    const { index: { groups, findings }, words } = this.#context;
    const number = groups.get(this.#active ?? "")?.[0]?.number ?? 0;
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

  /** Draws one side after the other, so that no single task restyles and lays out both. @param {boolean} [paint] Whether what is hidden changed. */
  async #remake(paint = false) {
    const mine = ++this.#remaking;
    for (const side of SIDES) {
      // What the browser has to do for this side comes before the other.
      await breathe();
      if (mine !== this.#remaking) return;
      if (paint) this.#paint(side);
      this.#arrange(side);
      this.#panes.drawStrip(this.#context, side, this.#modes.hidden);
      void this.#panes.panes[side].offsetHeight;
    }
    this.#layout();
    this.#measureSoon();
  }

  /** @param {Side} side */
  #paint(side) {
    const { hidden } = this.#modes;
    for (const [element, on] of this.#panes.texts?.[side].on ?? []) paint(element, on, hidden);
    this.#notes.hide(hidden);
  }

  /** @param {Side} side */
  #arrange(side) {
    this.#panes.arrange(this.#context, side, this.#modes);
    this.element.classList.toggle("pair", this.#panes.paired);
  }

  // --- Places of notes, and the joining line -----------------------------------------------------

  #layout() {
    this.#lock.moved();
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
      if (await this.#panes.measure(() => mine !== this.#measuring)) this.#layout();
    }, 120));
  }

  /** @param {readonly Side[]} sides */
  #placeNotes(sides) {
    this.#unplaced = false;
    this.#notes.place(this.#panes, sides);
  }

  #connect() {
    this.#lines.replaceChildren();
    const group = this.#lit ?? this.#active, { texts, panes, paired, reader } = this.#panes;
    if (!group || !texts || !paired) return;
    const members = this.#context.index.groups.get(group) ?? [];
    const kind = members.find((a) => a.findingKind)?.findingKind;
    const marks = (/** @type {Side} */ side) => members.filter((a) => a.side === side).flatMap((a) => this.#panes.mark(a) ?? []);
    this.#lines.append(...joined(reader, panes, { left: marks("left"), right: marks("right") }, kind ? tone(kind) : null));
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
    for (const a of this.#context.index.groups.get(group ?? "") ?? []) {
      for (const element of this.#panes.texts?.[a.side].segments.get(a.key) ?? []) element.classList.toggle(name, on);
    }
    for (const note of this.#notes.of(group)) note.classList.toggle(name, on);
  }

  /** @param {string | null} group */
  #choose(group) {
    const notes = [this.#active, group].flatMap((g) => this.#notes.of(g));
    this.#mark(this.#active, "active", false);
    this.#active = group;
    this.#mark(group, "active", true);
    // A note that is chosen opens, and takes more room.
    for (const note of notes) for (const side of SIDES) this.#panes.texts?.[side].places.opened(note);
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
    this.#unhide(members);
    this.#marks.rest();
    this.light(null);
    this.#choose(group);
    // A note that opens takes room: places are looked up once it has it.
    this.#placeNotes(SIDES);
    const far = members.find((a) => a.side !== chosen.side), panes = this.#panes;
    panes.tab(chosen.side);
    this.#lock.hold(chosen.side);
    const ways = [this.#way(chosen, true), far && panes.paired ? this.#way(far, false) : null];
    for (const way of ways) way?.();
    this.#layout();
    this.#tellPosition();
    const mark = panes.mark(chosen);
    if (mark && focus) this.#marks.focus(chosen.side, mark);
    const noteShown = chosen.list === "finding" && panes.panes[chosen.side].classList.contains("wide");
    if (card && mark && !noteShown) this.#openCard(mark, chosen);
    else this.#card.close(false);
    if (enter) this.#card.element.focus({ preventScroll: true });
    this.#context.actions.announce(this.#describe(chosen));
  }

  /** What is chosen is shown, whatever the reader hid. @param {Annotation[]} members */
  #unhide(members) {
    for (const name of members.map((a) => a.findingKind ?? a.layer)) {
      if (!this.#modes.hidden.delete(name)) continue;
      this.#press("name", name, true);
      void this.#remake(true);
    }
  }

  /** @param {Annotation} a */
  #describe(a) {
    const { words, index, names } = this.#context;
    const finding = a.list === "finding" ? index.findings[a.index] : null;
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
    const mark = this.#panes.mark(a);
    if (!mark) return null;
    const pane = this.#panes.panes[a.side], r = mark.getBoundingClientRect();
    const smooth = matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth";
    if (pane.scrollHeight <= pane.clientHeight + 2) {
      const seen = r.top >= 120 && r.bottom <= innerHeight - 60;
      return () => { if (page && !seen) scrollTo({ top: scrollY + r.top - innerHeight / 3, behavior: smooth }); };
    }
    const box = pane.getBoundingClientRect(), note = this.#notes.of(a.group).find((n) => pane.contains(n))?.getBoundingClientRect();
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
    const control = /** @type {HTMLElement | null} */ (this.#panes.panes[side].querySelector(".aside-head button"));
    if (!control) return;
    this.#panes.tab(side);
    control.scrollIntoView({ block: "center" });
    control.focus({ preventScroll: true });
  }

  /** Brings any place of a text into view and flashes it. @param {Side} side @param {Span} span */
  show(side, span) {
    const inside = this.#context.index.sides[side].find((a) => a.spans.some((s) => s.start < span.end && s.end > span.start));
    const mark = inside && this.#panes.mark(inside);
    if (!inside || !mark) return;
    this.#card.close(false);
    this.#panes.tab(side);
    this.#way(inside, true)?.();
    this.#marks.focus(side, mark);
    mark.classList.add("flash");
    setTimeout(() => mark.classList.remove("flash"), 1600);
  }

  /** Puts the focus into a text. @param {Side} side */
  enter(side) {
    this.#panes.tab(side);
    this.#panes.panes[side].focus();
  }

  /** The next or previous finding in reading order. @param {1 | -1} by */
  step(by) {
    const { index } = this.#context;
    const shown = [...index.numbers.keys()].filter((id) => !this.#modes.hidden.has(index.findings.find((f) => f.id === id)?.kind ?? ""));
    const order = shown.map(findingGroup);
    const at = order.findIndex((group) => group === this.#active);
    const next = order[at === -1 ? (by === 1 ? 0 : order.length - 1) : (at + by + order.length) % order.length];
    if (next !== undefined) this.go(next);
  }

  /** From the focused mark to the other report and back. */
  counterpart() {
    if (this.#card.from(this.#marks.focusedElement)) this.#card.close();
    const focused = this.#marks.focused();
    if (!focused) return;
    const { group } = focused.annotation;
    const far = this.#context.index.groups.get(group)?.find((a) => a.side !== focused.side);
    if (far) this.go(group, { side: far.side, key: far.key, card: false });
    else this.#context.actions.announce(this.#context.words.card.none[other(focused.side)]);
  }

  // --- The card ----------------------------------------------------------------------------------

  /** @param {HTMLElement} mark @param {Annotation} annotation */
  #openCard(mark, annotation) {
    const also = this.#marks.on(annotation.side, mark).filter((a) => a !== annotation);
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
}

/** What stands above page furniture. @param {Context} context @param {Side} side @param {Span} span @param {boolean} kept */
function aside({ words, actions }, side, span, kept) {
  const text = kept ? words.text.kept : words.text.furniture;
  return h("p", { class: "aside-head" }, h("span", {}, text), " ",
    button(kept ? words.text.setAside : words.text.putBack, () => { actions.keep(side, span, !kept); actions.announce(kept ? words.text.furniture : words.text.kept); }, { class: "link" }));
}
