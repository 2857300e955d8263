// <cross-read>: two slotted reports, readable without this script, become one annotated comparison.

import { engineFor } from "../engine.js";
import { breathe } from "../engine/run.js";
import { asEngineError } from "../engine/errors.js";
import { en } from "../locale/en.js";
import { indexOf, SIDES } from "../model/annotations.js";
import * as corrections from "../model/corrections.js";
import { History } from "../model/history.js";
import { reportNames } from "../model/labels.js";
import { textOf } from "../model/text-of.js";
import style from "../style.css" with { type: "text" };
import { Desk } from "../views/desk.js";
import { button, fill, h } from "../views/dom.js";
import { figuresView } from "../views/figures.js";
import { namesView } from "../views/names.js";
import { statementsView } from "../views/statements.js";
import { summaryView } from "../views/summary.js";
import { timelineView } from "../views/timeline.js";
import { wordingView } from "../views/wording.js";
import { CrossReadCorrectionsEvent, CrossReadErrorEvent, CrossReadProgressEvent, CrossReadResultEvent, CrossReadSelectEvent } from "./events.js";

/** @import { CompareInput, Corrections, EngineError, ReportInput, Result, Side } from "../types.js" */
/** @import { Actions, Context } from "../views/context.js" */
/** @import { Task } from "../engine.js" */

/** The sections, in their order. */
export const SECTIONS = /** @type {const} */ (["summary", "texts", "names", "timeline", "statements", "figures", "wording"]);

/** @typedef {typeof SECTIONS[number]} Section */

/** @type {Record<Exclude<Section, "texts">, (context: Context) => HTMLElement>} */
const PANELS = { summary: summaryView, names: namesView, timeline: timelineView, statements: statementsView, figures: figuresView, wording: wordingView };

// Importing this file on a server must not fail; nothing is defined there.
const Base = globalThis.HTMLElement ?? /** @type {typeof HTMLElement} */ (class {});

/** @type {CSSStyleSheet | null} */
let sheet = null;

/**
 * Two news reports side by side: whether they tell of one event, who and what they name, when, who says
 * what, and where they differ. Everything happens in the browser.
 *
 * @element cross-read
 * @slot left - The first report, an `<article>`; `data-published` and `data-source` tell its date and outlet.
 * @slot right - The second report.
 * @attribute show - Names of the sections to show, separated by spaces: `summary texts names timeline statements figures wording`.
 * @attribute loading - `lazy` (default) waits until the element comes near the view; `eager` does not.
 * @attribute worker - `auto` (default), or `off` to work on the page's own thread in slices.
 * @attribute worker-src - Address of the worker script, where it does not lie beside the others.
 * @attribute wasm-src - Address of the .wasm file, where it does not lie beside the scripts.
 * @attribute left-published - Date of the left report, `YYYY-MM-DD`.
 * @attribute right-published - Date of the right report.
 * @attribute left-source - Outlet of the left report.
 * @attribute right-source - Outlet of the right report.
 * @fires cross-read-result - A comparison is shown; `event.result` holds it.
 * @fires cross-read-error - A comparison failed; `event.error` has `code`, `message` and `hint`.
 * @fires cross-read-progress - Work goes on; `event.percent`.
 * @fires cross-read-corrections - The reader corrected something; `event.corrections`.
 * @fires cross-read-select - The reader chose something that is marked; `event.group`.
 * @csspart base - The frame around everything.
 * @csspart panel - Every section; also `summary`, `names`, `timeline`, `statements`, `figures`, `wording`.
 * @csspart desk - The section with both texts.
 * @csspart text - Both annotated texts; also `text-left`, `text-right`.
 * @csspart legend - The filters.
 * @csspart strip - The overview beside each text.
 * @csspart card - The details of what was chosen.
 * @cssproperty --cross-read-serif - Typeface of the texts.
 * @cssproperty --cross-read-sans - Typeface of labels and controls.
 * @cssproperty --cross-read-size - Type size of the texts.
 * @cssproperty --cross-read-paper - Ground of the texts.
 * @cssproperty --cross-read-ink - Colour of the texts.
 * @cssproperty --cross-read-accent - Colour of links and of what is chosen.
 * @cssproperty --cross-read-left - Colour of the left report.
 * @cssproperty --cross-read-right - Colour of the right report.
 * @cssproperty --cross-read-height - Height of the two texts.
 */
export class CrossReadElement extends Base {
  static observedAttributes = ["show", "left-published", "right-published", "left-source", "right-source"];

  /** Registers the element; a second call does nothing. */
  static define(tag = "cross-read", registry = globalThis.customElements) {
    if (registry && !registry.get(tag)) registry.define(tag, this);
  }

  /** @type {{ left: ReportInput | null, right: ReportInput | null }} */ #set = { left: null, right: null };
  /** @type {History<Corrections>} */ #history = new History(corrections.none());
  /** @type {Result | null} */ #result = null;
  /** @type {Desk | null} */ #desk = null;
  /** @type {Task | null} */ #task = null;
  #run = 0;
  #queued = false;
  #seen = false;
  /** @type {IntersectionObserver | null} */ #watcher = null;
  /** @type {MutationObserver | null} */ #changes = null;
  #announceTimer = 0;
  /** Whether a screen reader was told of the result: of the first, and of each that follows a correction. */
  #told = false;
  #status = globalThis.document ? h("p", { class: "hidden-text", role: "status", "aria-live": "polite" }) : /** @type {any} */ (null);
  #body = globalThis.document ? h("div", { class: "cr-body" }) : /** @type {any} */ (null);
  #work = globalThis.document ? h("div", { class: "work", hidden: true }) : /** @type {any} */ (null);
  #fault = globalThis.document ? h("div", { class: "fault", hidden: true, role: "alert" }) : /** @type {any} */ (null);
  #own = globalThis.document ? h("div", { class: "own" }, h("slot", { name: "left" }), h("slot", { name: "right" })) : /** @type {any} */ (null);

  /** Words of the interface. */
  words = en;

  constructor() {
    super();
    if (!globalThis.document) return;
    const root = this.attachShadow({ mode: "open" });
    if (!sheet) {
      sheet = new CSSStyleSheet();
      sheet.replaceSync(style);
    }
    root.adoptedStyleSheets = [sheet];
    root.append(h("div", { class: "cr", part: "base" }, this.#status, this.#fault, this.#work, this.#own, this.#body));
    this.#own.addEventListener("slotchange", () => this.#change());
  }

  connectedCallback() {
    if (!this.hasAttribute("role")) this.setAttribute("role", "region");
    if (!this.hasAttribute("aria-label")) this.setAttribute("aria-label", this.words.element.label);
    for (const name of /** @type {const} */ (["left", "right", "corrections", "workerSrc", "wasmSrc"])) this.#upgrade(name);
    // Nothing heavy loads before the element comes near the view, unless it is asked to.
    this.#seen ||= this.getAttribute("loading") === "eager";
    this.#watcher = new IntersectionObserver((entries) => {
      if (!entries.some((e) => e.isIntersecting)) return;
      this.#seen = true;
      this.#watcher?.disconnect();
      this.#change();
    }, { rootMargin: "400px" });
    if (this.#seen) this.#change();
    else this.#watcher.observe(this);
    this.#changes = new MutationObserver(() => this.#change());
    this.#changes.observe(this, { childList: true, characterData: true, subtree: true });
  }

  disconnectedCallback() {
    this.#watcher?.disconnect();
    this.#changes?.disconnect();
    this.cancel();
    this.#desk?.close();
    this.#desk = null;
    this.#result = null;
  }

  /** @param {string} name @param {string | null} before @param {string | null} after */
  attributeChangedCallback(name, before, after) {
    if (before === after || !this.isConnected) return;
    if (name === "show") void this.#show();
    else this.#change();
  }

  /** Values that were set before the element was defined. @param {"left" | "right" | "corrections" | "workerSrc" | "wasmSrc"} name */
  #upgrade(name) {
    if (!Object.hasOwn(this, name)) return;
    const value = /** @type {any} */ (this)[name];
    delete /** @type {any} */ (this)[name];
    /** @type {any} */ (this)[name] = value;
  }

  // --- What goes in ------------------------------------------------------------------------------

  /** The left report, as text or with its date and outlet; overrides the slot. */
  get left() { return this.#set.left; }
  set left(value) { this.#assign("left", value); }

  /** The right report. */
  get right() { return this.#set.right; }
  set right(value) { this.#assign("right", value); }

  /** @param {Side} side @param {ReportInput | string | null} value */
  #assign(side, value) {
    const next = typeof value === "string" ? { text: value } : value;
    const before = this.#set[side]?.text;
    if (before !== undefined && next && before !== next.text) this.#history.rebase((c) => corrections.moved(c, side, before, next.text));
    this.#set[side] = next;
    this.#change();
  }

  /** The reader's corrections, as data. */
  get corrections() { return this.#history.now; }
  set corrections(value) {
    this.#history.push(corrections.read(value));
    this.#corrected();
  }

  /** Sets the date of a report, as a correction; null leaves it to the text. @param {Side} side @param {string | null} day */
  publish(side, day) { this.#correct(corrections.published(this.#history.now, side, day)); }

  /** Forgets all corrections with their history. */
  reset() {
    this.#history = new History(corrections.none());
    this.#change();
  }

  get canUndo() { return this.#history.canUndo; }
  get canRedo() { return this.#history.canRedo; }
  undo() { this.#history.undo(); this.#corrected(); }
  redo() { this.#history.redo(); this.#corrected(); }

  /** `auto` (default) or `off`. */
  get worker() { return this.getAttribute("worker") === "off" ? "off" : "auto"; }
  set worker(value) { this.setAttribute("worker", value); }

  /** Address of the worker script. */
  get workerSrc() { return this.getAttribute("worker-src") ?? ""; }
  set workerSrc(value) { this.setAttribute("worker-src", value); }

  /** Address of the .wasm file. */
  get wasmSrc() { return this.getAttribute("wasm-src") ?? ""; }
  set wasmSrc(value) { this.setAttribute("wasm-src", value); }

  /** Names of the sections to show, separated by spaces; all where it is missing. */
  get show() { return this.getAttribute("show") ?? ""; }
  set show(value) { this.setAttribute("show", value); }

  /** The comparison that is shown. */
  get result() { return this.#result; }

  /** The root of what is shown, for exports. */
  get view() { return this.#body; }

  /** @returns {Section[]} */
  get sections() {
    const wanted = this.show.split(/\s+/);
    const found = SECTIONS.filter((s) => wanted.includes(s));
    return found.length > 0 ? found : [...SECTIONS];
  }

  /** What the element compares now, from its properties, attributes and slots. @returns {CompareInput} */
  #input() {
    /** @param {Side} side @returns {ReportInput} */
    const one = (side) => {
      const set = this.#set[side];
      const article = [...this.children].find((c) => c.getAttribute("slot") === side);
      const text = set?.text ?? (article ? textOf(article) : "");
      return {
        text,
        published: set?.published || this.getAttribute(`${side}-published`) || article?.getAttribute("data-published") || null,
        source: set?.source || this.getAttribute(`${side}-source`) || article?.getAttribute("data-source") || null,
        headline: set?.headline || null,
      };
    };
    return { left: one("left"), right: one("right"), corrections: this.#history.now };
  }

  #change() {
    if (this.#queued || !this.isConnected || !this.#seen) return;
    this.#queued = true;
    queueMicrotask(() => {
      this.#queued = false;
      void this.compare();
    });
  }

  // --- The work ----------------------------------------------------------------------------------

  /**
   * Compares what is there now; a call before this one is given up.
   * @returns {Promise<Result | null>} null where it was given up, nothing is there to compare, or it failed.
   */
  async compare() {
    this.cancel();
    this.#seen = true;
    const run = ++this.#run;
    const input = this.#input();
    if (!input.left.text.trim() || !input.right.text.trim()) {
      this.#clear();
      return null;
    }
    const engine = this.#engine;
    const shows = setTimeout(() => this.#working(0), 300);
    try {
      const task = engine.compare(input, (percent) => {
        this.dispatchEvent(new CrossReadProgressEvent(percent));
        if (!this.#work.hidden) this.#working(percent);
      });
      this.#task = task;
      const found = await task.result;
      await breathe();
      if (!found || run !== this.#run) return null;
      this.#result = { ...found, input };
      this.#fault.hidden = true;
      if (!(await this.#show(run))) return null;
      this.dispatchEvent(new CrossReadResultEvent(this.#result));
      return this.#result;
    } catch (thrown) {
      if (run === this.#run) this.#fail(asEngineError(thrown));
      return null;
    } finally {
      clearTimeout(shows);
      if (run === this.#run) {
        this.#work.hidden = true;
        this.#task = null;
      }
    }
  }

  /** Gives up the work at hand; the texts and what is shown stay. */
  cancel() {
    this.#task?.cancel();
    this.#task = null;
    this.#run++;
    if (this.#work) this.#work.hidden = true;
  }

  /** Loads the module ahead of the first comparison. */
  warm() {
    return this.#engine.warm();
  }

  /**
   * What is shown, as a file: `markdown`, `json`, `annotations` (W3C Web Annotation), or one of the tables (CSV)
   * `findings`, `names`, `dates`, `statements`, `figures`.
   * @param {string} format
   * @returns {Promise<string | null>} null where nothing is compared.
   */
  async export(format) {
    return this.#result ? this.#engine.export(this.#result.input, format) : null;
  }

  get #engine() {
    return engineFor({ worker: this.worker, workerSrc: this.workerSrc, wasmSrc: this.wasmSrc });
  }

  /** @param {number} percent */
  #working(percent) {
    const { words } = this;
    if (this.#work.hidden) {
      fill(this.#work, h("progress", { max: "100", "aria-label": words.element.working }), h("span", {}, words.element.working),
        button(words.element.cancel, () => { this.cancel(); this.announce(words.element.cancelled); }));
      this.#work.hidden = false;
    }
    if (percent > 0) /** @type {HTMLProgressElement} */ (this.#work.querySelector("progress")).value = percent;
  }

  /** @param {EngineError} error */
  #fail(error) {
    const { words } = this;
    const known = words.error.codes[error.code];
    const message = known?.message ?? (error.message || words.error.unknown.message);
    fill(this.#fault, h("p", {}, h("strong", {}, message), " ", error.hint || (known ?? words.error.unknown).hint, " ", words.error.kept),
      button(words.element.retry, () => void this.compare()));
    this.#fault.hidden = false;
    this.dispatchEvent(new CrossReadErrorEvent(error));
  }

  #clear() {
    this.#desk?.close();
    this.#desk = null;
    this.#result = null;
    this.#told = false;
    this.#fault.hidden = true;
    this.#body.replaceChildren();
    this.#own.hidden = false;
  }

  // --- Showing -----------------------------------------------------------------------------------

  /** @param {number} [run] @returns {Promise<boolean>} */
  async #show(run = this.#run) {
    const result = this.#result;
    if (!result) return false;
    const index = indexOf(result);
    /** @type {Context} */
    const context = { result, index, words: this.words, names: reportNames(result, this.words), corrections: this.#history.now, history: { canUndo: this.canUndo, canRedo: this.canRedo }, actions: this.#actions, later: [] };
    const stale = () => run !== this.#run;
    await breathe();
    if (stale()) return false;
    const shown = this.sections;
    const body = this.#body;
    if (shown.length > 2 && !body.querySelector("nav")) {
      body.prepend(h("nav", { class: "sections", "aria-label": this.words.element.sections }, h("ul", {}, shown.map((s) => h("li", {}, button(this.words.section[s], () => this.goTo(s)))))));
    } else if (shown.length <= 2) body.querySelector("nav")?.remove();
    for (const old of body.querySelectorAll(":scope > section")) if (!shown.some((s) => s === old.id)) old.remove();
    // The first section comes with the desk's place kept, so that scrolling, focus and filters survive a new result.
    if (shown.includes("texts")) this.#desk ??= new Desk({ hidden: new Set(), differences: false, lock: false, labels: false }, context);
    /** @type {Element | null} */
    let before = body.querySelector("nav");
    for (const name of shown) {
      const old = body.querySelector(`:scope > #${name}`);
      const section = name === "texts" ? this.#desk?.element : PANELS[name](context);
      if (!section || !(await this.#fill(context.later, stale))) return false;
      if (section !== old) {
        if (old) this.#exchange(old, section);
        else if (before) before.after(section);
        else body.prepend(section);
      }
      before = section;
      this.#own.hidden = true;
      if (section === this.#desk?.element && !(await this.#desk.render(context, stale))) return false;
      await breathe();
      if (stale()) return false;
    }
    if (!this.#told) this.announce(this.words.element.done(index.findings.length));
    this.#told = true;
    return true;
  }

  /** What the reader opened stays open, and the focus stays in the section. @param {Element} old @param {HTMLElement} section */
  #exchange(old, section) {
    for (const opened of old.querySelectorAll("details[class]")) {
      const now = section.querySelector(`details.${opened.className}`);
      if (now instanceof HTMLDetailsElement) now.open = /** @type {HTMLDetailsElement} */ (opened).open;
    }
    const held = old.contains(this.shadowRoot?.activeElement ?? null);
    old.replaceWith(section);
    if (held) section.focus({ preventScroll: true });
  }

  /** Makes what a view left for later, and lets the page answer in between. @param {(() => void)[]} later @param {() => boolean} stale */
  async #fill(later, stale) {
    let since = performance.now();
    for (const make of later.splice(0)) {
      make();
      if (performance.now() - since < 8) continue;
      await breathe();
      if (stale()) return false;
      since = performance.now();
    }
    return true;
  }

  /** @type {Actions} */
  #actions = {
    go: (group, how) => this.select(group, how),
    show: (side, span) => this.#desk?.show(side, span),
    light: (group) => this.#desk?.light(group),
    correct: (...list) => this.#correct(list.reduce(corrections.correct, this.#history.now)),
    dismiss: (id) => this.#correct(corrections.dismiss(this.#history.now, id)),
    restore: (id) => this.#correct(corrections.restore(this.#history.now, id)),
    published: (side, day) => this.#correct(corrections.published(this.#history.now, side, day)),
    keep: (side, span, on) => this.#correct((on ? corrections.keep : corrections.setAside)(this.#history.now, side, span)),
    undo: () => this.undo(),
    redo: () => this.redo(),
    announce: (message) => this.announce(message),
  };

  /** @param {Corrections} next */
  #correct(next) {
    this.#history.push(next);
    this.#corrected();
  }

  #corrected() {
    this.#told = false;
    this.dispatchEvent(new CrossReadCorrectionsEvent(this.#history.now));
    this.#change();
  }

  /**
   * Shows what is marked, in both texts.
   * @param {string} group Name of the group, such as `finding-` and the id of a finding.
   * @param {{ side?: Side, key?: string, card?: boolean, focus?: boolean }} [how]
   */
  select(group, how) {
    this.#desk?.go(group, how);
    this.dispatchEvent(new CrossReadSelectEvent(group));
  }

  /** To the next finding in reading order. */
  next() { this.#desk?.step(1); }
  /** To the previous finding. */
  previous() { this.#desk?.step(-1); }
  /** From the focused mark to its counterpart. */
  counterpart() { this.#desk?.counterpart(); }
  /** Closes what is open; false where nothing was. */
  escape() { return this.#desk?.escape() ?? false; }
  /** Turns "differences", "lock" or "labels" on or off. @param {"differences" | "lock" | "labels"} mode */
  toggle(mode) { this.#desk?.mode(mode); }
  /** Puts the focus into a text. @param {Side} side */
  enter(side) { this.#desk?.enter(side); }

  /** Brings into view what was set aside in a report as not part of it. @param {Side} side */
  showAside(side) { this.#desk?.showAside(side); }

  /** Brings a section into view and puts the focus on it. @param {Section} name */
  goTo(name) {
    const section = /** @type {HTMLElement | null} */ (this.shadowRoot?.getElementById(name) ?? null);
    if (!section) return;
    section.focus({ preventScroll: true });
    // What is on the way is laid out only in the next frames, and may turn out higher than was thought.
    let frames = 8;
    const bring = () => {
      section.scrollIntoView({ block: "start" });
      if (--frames > 0) requestAnimationFrame(bring);
    };
    bring();
  }

  /** Tells a screen reader; what comes fast after one another is told once. @param {string} message */
  announce(message) {
    clearTimeout(this.#announceTimer);
    this.#announceTimer = Number(setTimeout(() => { this.#status.textContent = message; }, 120));
  }
}
