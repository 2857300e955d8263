// The two boxes into which the reports go. They hold the texts; nothing else on the page may lose them.

import { button, excerpt, fill, h } from "../views/dom.js";
import { SIDES, other } from "../model/annotations.js";
import { parsed } from "../trusted.js";
import { extract } from "../model/text-of.js";
import { dayOf, FileError, open } from "../model/readers.js";

/** @import { ReportInput, Result, Side } from "../types.js" */
/** @import { PageWords } from "../locale/page.en.js" */

/**
 * @typedef {object} State
 * @property {string} text
 * @property {string} source What the reader or a file says; empty where the text is to tell.
 * @property {string} headline
 * @property {string} published
 * @property {"own" | "file" | "page"} from Where those come from.
 */

/**
 * @typedef {object} Told
 * @property {(side: Side, how: "once" | "typing" | "fact") => void} changed
 * @property {() => void} swapped
 * @property {(side: Side, day: string) => void} published
 * @property {(side: Side) => void} aside The reader wants to see what was set aside.
 * @property {(message: string, actions?: { label: string, press: () => void }[], error?: boolean) => void} say
 */

/**
 * @typedef {{ input: HTMLInputElement, from: HTMLElement, element: HTMLElement }} Field
 * @typedef {object} Box
 * @property {HTMLElement} element
 * @property {HTMLTextAreaElement} area
 * @property {HTMLElement} count
 * @property {HTMLElement} aside
 * @property {HTMLButtonElement} parts How much the module set aside; leads to the first of it.
 * @property {{ source: Field, published: Field, headline: Field }} fields
 */

/** @param {string} text */
const wordCount = (text) => text.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’.,-]*/gu)?.length ?? 0;

/** @returns {State} */
const empty = () => ({ text: "", source: "", headline: "", published: "", from: "own" });

export class Composer {
  #words;
  #told;
  /** @type {{ left: State, right: State }} */ #state = { left: empty(), right: empty() };
  /** @type {{ left: Box, right: Box }} */ #boxes;
  /** @type {Result | null} */ #result = null;
  #picker = h("input", { type: "file", multiple: true, hidden: true, accept: ".txt,.text,.html,.htm,.md,.markdown,.eml,text/plain,text/html,text/markdown,message/rfc822" });
  /** @type {Side} */ #picking = "left";
  #counting = { left: 0, right: 0 };
  #foot = h("div", { class: "compose-foot" });
  #intro = h("div", { class: "intro" });
  #foldButton;
  element;

  /**
   * @param {PageWords} words
   * @param {Told} told
   * @param {{ name: string, label: string, press: () => void }[]} examples
   */
  constructor(words, told, examples) {
    this.#words = words;
    this.#told = told;
    this.#boxes = { left: this.#box("left"), right: this.#box("right") };
    this.#foldButton = button(words.compose.edit, () => this.fold(!this.folded), { class: "fold-all link", hidden: true, "aria-expanded": "true", "aria-controls": "boxes" });
    this.#picker.addEventListener("change", () => {
      void this.#files(this.#picking, [...(this.#picker.files ?? [])]);
      this.#picker.value = "";
    });
    fill(this.#foot, h("span", { class: "examples-line" }, words.compose.examples),
      h("ul", { class: "examples examples-line" }, examples.map((e) => h("li", {}, button(e.label, e.press, { class: "link" })))), this.#foldButton);
    fill(this.#intro, words.compose.intro.map(([title, text]) => h("div", {}, h("h2", {}, title ?? ""), h("p", {}, text ?? ""))));
    this.element = h("div", { class: "composer" },
      h("div", { class: "boxes", id: "boxes" }, this.#boxes.left.element,
        h("div", { class: "swap" }, button("⇄", () => this.swap(), { "aria-label": words.box.swap, title: words.box.swap })), this.#boxes.right.element),
      this.#foot, this.#intro, this.#picker);
  }

  // --- What is in the boxes ----------------------------------------------------------------------

  /** @param {Side} side @returns {ReportInput} */
  input(side) {
    const { text, source, headline, published } = this.#state[side];
    return { text, source: source || null, headline: headline || null, published: published || null };
  }

  get ready() { return SIDES.every((s) => this.#state[s].text.trim() !== ""); }
  get blank() { return SIDES.every((s) => this.#state[s].text === ""); }

  /**
   * Puts a report into a box, in one go.
   * @param {Side} side
   * @param {ReportInput} report
   * @param {"own" | "file"} [from]
   */
  put(side, report, from = "own") {
    this.#state[side] = { text: report.text, source: report.source ?? "", headline: report.headline ?? "", published: report.published ?? "", from };
    this.#draw(side);
    this.#told.changed(side, "once");
  }

  swap() {
    this.#state = { left: this.#state.right, right: this.#state.left };
    this.#result = null;
    for (const side of SIDES) this.#draw(side);
    this.#told.swapped();
  }

  /** @param {Side} side */
  clear(side) {
    const before = this.#state[side];
    if (before.text === "" && !before.source && !before.headline) return;
    this.#state[side] = empty();
    this.#draw(side);
    this.#told.changed(side, "once");
    this.#boxes[side].area.focus();
    this.#told.say(this.#words.box.cleared[side], [{ label: this.#words.box.undo, press: () => {
      this.#state[side] = before;
      this.#draw(side);
      this.#told.changed(side, "once");
    } }]);
  }

  // --- Folding -----------------------------------------------------------------------------------

  get folded() { return this.element.classList.contains("folded"); }

  /** @param {boolean} folded @param {Side} [focus] */
  fold(folded, focus) {
    this.element.classList.toggle("folded", folded);
    this.#foldButton.textContent = folded ? this.#words.compose.edit : this.#words.compose.done;
    this.#foldButton.setAttribute("aria-expanded", String(!folded));
    if (focus) this.#boxes[focus].area.focus();
  }

  /** Shows what the module found about the reports. @param {Result | null} result */
  found(result) {
    this.#result = result;
    this.#intro.hidden = result !== null || !this.blank;
    this.#foldButton.hidden = result === null;
    this.element.classList.toggle("compared", result !== null);
    if (!result) this.fold(false);
    for (const side of SIDES) {
      this.#facts(side);
      const blocks = result?.[side].blocks ?? [];
      const n = blocks.filter((b, i) => b.kind === "furniture" && blocks[i - 1]?.kind !== "furniture").length;
      this.#boxes[side].parts.hidden = n === 0;
      this.#boxes[side].parts.textContent = n === 0 ? "" : this.#words.box.parts(n);
    }
  }

  // --- One box -----------------------------------------------------------------------------------

  /** @param {Side} side @returns {Box} */
  #box(side) {
    const { box } = this.#words;
    const area = h("textarea", { "aria-label": box.text[side], placeholder: box.placeholder, spellcheck: "false", autocapitalize: "off", id: `text-${side}` });
    const count = h("span", { class: "count" });
    const aside = h("div", { class: "aside-note", hidden: true });
    const parts = button("", () => this.#told.aside(side), { class: "link parts", hidden: true });
    const field = (/** @type {"source" | "headline" | "published"} */ name, /** @type {string} */ label, /** @type {Record<string, unknown>} */ props) => {
      const input = h("input", { type: "text", autocomplete: "off", ...props, "aria-describedby": `${name}-${side}` });
      const from = h("span", { class: "from", id: `${name}-${side}` });
      input.addEventListener("change", () => this.#fact(side, name, input.value.trim()));
      return { input, from, element: h("div", { class: `fact ${name === "headline" ? "wide-fact" : ""}` }, h("label", {}, label, input), from) };
    };
    const fields = {
      source: field("source", box.outlet, { maxlength: "120", placeholder: box.outlet }),
      published: field("published", box.date, { type: "date" }),
      headline: field("headline", box.headline, { maxlength: "300" }),
    };
    const element = h("div", { class: `box ${side}`, role: "group", "aria-label": this.#words.side[side] },
      h("div", { class: "box-head" }, h("h2", { class: `side ${side}` }, this.#words.side[side]), count, parts,
        h("div", { class: "box-tools" },
          button(box.edit, () => this.fold(false, side), { class: "link edit", "aria-label": `${box.edit}: ${this.#words.side[side]}` }),
          button(box.open, () => { this.#picking = side; this.#picker.click(); }, { class: "link", "aria-label": `${box.open}: ${this.#words.side[side]}` }),
          button(box.clear, () => this.clear(side), { class: "link", "aria-label": `${box.clear}: ${this.#words.side[side]}` }))),
      h("div", { class: "box-body" }, area, aside),
      h("div", { class: "facts" }, fields.source.element, fields.published.element, fields.headline.element));

    area.addEventListener("input", () => {
      this.#state[side].text = area.value;
      aside.hidden = true;
      this.#count(side);
      this.#told.changed(side, "typing");
    });
    area.addEventListener("paste", (e) => this.#paste(side, e));
    element.addEventListener("dragover", (e) => { e.preventDefault(); element.classList.add("over"); });
    element.addEventListener("dragleave", (e) => { if (!element.contains(/** @type {Node | null} */ (e.relatedTarget))) element.classList.remove("over"); });
    element.addEventListener("drop", (e) => {
      element.classList.remove("over");
      const files = [...(e.dataTransfer?.files ?? [])];
      if (files.length > 0) {
        e.preventDefault();
        void this.#files(side, files);
      } else if (e.target !== area) {
        const text = e.dataTransfer?.getData("text/plain");
        e.preventDefault();
        if (text) this.#replace(side, { ...empty(), text });
      }
    });
    return { element, area, count, aside, parts, fields };
  }

  /** @param {Side} side */
  #draw(side) {
    const box = this.#boxes[side], state = this.#state[side];
    if (box.area.value !== state.text) box.area.value = state.text;
    box.aside.hidden = true;
    clearTimeout(this.#counting[side]);
    this.#showCount(side);
    this.#facts(side);
    this.#intro.hidden = !this.blank;
  }

  /** Words are counted when typing rests: a long report takes a while. @param {Side} side */
  #count(side) {
    this.#intro.hidden = !this.blank;
    clearTimeout(this.#counting[side]);
    this.#counting[side] = Number(setTimeout(() => this.#showCount(side), 150));
  }

  /** @param {Side} side */
  #showCount(side) {
    const n = wordCount(this.#state[side].text);
    this.#boxes[side].count.textContent = n > 0 ? this.#words.box.words(n) : "";
  }

  /** Outlet, date and headline: what the reader set, else what the text tells. @param {Side} side */
  #facts(side) {
    const { box } = this.#words;
    const result = this.#result, state = this.#state[side], report = result?.[side];
    const told = {
      source: state.source || report?.source || "",
      published: report?.published ?? state.published,
      headline: state.headline || (report?.header.headline && result ? excerpt(result.input[side].text.slice(report.header.headline.start, report.header.headline.end), 300) : ""),
    };
    const set = result?.input.corrections?.[side === "left" ? "leftPublished" : "rightPublished"];
    for (const name of /** @type {const} */ (["source", "published", "headline"])) {
      const { input, from } = this.#boxes[side].fields[name];
      if (/** @type {ShadowRoot | Document} */ (input.getRootNode()).activeElement !== input && input.value !== told[name]) input.value = told[name];
      const own = name === "published" ? Boolean(set) : state[name] !== "";
      const file = state.from !== "own" && state[name] !== "" && !(name === "published" && set);
      const resettable = own || file;
      const readings = name === "published" && told.published === "" ? report?.header.ambiguous?.values ?? [] : [];
      if (readings.length > 0) {
        fill(from, `${box.ambiguous} `, readings.map((day, i) => [i > 0 ? ` ${box.or} ` : "", button(this.#words.day(day), () => this.#fact(side, "published", day), { class: "link" })]));
        continue;
      }
      fill(from, state.text === "" ? "" : file ? box[state.from] : own ? box.own : told[name] ? box.found : box.missing,
        resettable && told[name] ? [" · ", button(box.useText, () => this.#fact(side, name, ""), { class: "link" })] : null);
    }
  }

  /** @param {Side} side @param {"source" | "headline" | "published"} name @param {string} value */
  #fact(side, name, value) {
    const state = this.#state[side];
    if (name === "published") {
      if (value === "") state.published = "";
      this.#told.published(side, value);
      return;
    }
    state[name] = value;
    state.from = "own";
    this.#facts(side);
    this.#told.changed(side, "fact");
  }

  // --- Paste, drop, open -------------------------------------------------------------------------

  /** A rich paste into an empty box: the report's own text, with menus and the like set aside. @param {Side} side @param {ClipboardEvent} e */
  #paste(side, e) {
    const area = this.#boxes[side].area;
    const rich = e.clipboardData?.getData("text/html") ?? "";
    const plain = e.clipboardData?.getData("text/plain") ?? "";
    const whole = area.selectionStart === 0 && area.selectionEnd === area.value.length;
    if (!rich || !whole) {
      if (whole) setTimeout(() => this.#told.changed(side, "once"));
      return;
    }
    const pasted = parsed(rich);
    const part = extract(pasted.body);
    // Where the two flavours tell different things, the plain one is what the reader saw.
    if (part.text.length < plain.trim().length * 0.5) {
      setTimeout(() => this.#told.changed(side, "once"));
      return;
    }
    e.preventDefault();
    this.#replace(side, { ...empty(), text: part.text, published: dayOf(pasted) ?? "", from: "page" }, part);
  }

  /**
   * @param {Side} side
   * @param {State} next
   * @param {{ whole: string, aside: string[] }} [part]
   */
  #replace(side, next, part) {
    const before = this.#state[side];
    this.#state[side] = next;
    this.#draw(side);
    this.#told.changed(side, "once");
    if (before.text.trim() !== "") {
      this.#told.say(this.#words.box.replaced, [{ label: this.#words.box.undo, press: () => { this.#state[side] = before; this.#draw(side); this.#told.changed(side, "once"); } }]);
    }
    if (part && part.aside.length > 0) {
      const { aside } = this.#boxes[side];
      fill(aside, this.#words.box.aside(part.aside.length), " ",
        button(this.#words.box.putBack, () => { this.#state[side] = { ...this.#state[side], text: part.whole }; this.#draw(side); this.#told.changed(side, "once"); }, { class: "link" }),
        h("details", {}, h("summary", {}, this.#words.box.showAside), h("ul", {}, part.aside.map((a) => h("li", {}, excerpt(a, 200))))));
      aside.hidden = false;
    }
  }

  /** One file goes into the box, a second one into the other. @param {Side} side @param {File[]} files */
  async #files(side, files) {
    for (const [i, file] of files.slice(0, 2).entries()) {
      const to = i === 0 ? side : other(side);
      try {
        const opened = await open(file);
        this.#replace(to, { text: opened.text, source: opened.source ?? "", headline: "", published: opened.published ?? "", from: "file" }, opened);
      } catch (error) {
        const code = error instanceof FileError ? error.code : "file-unreadable";
        this.#told.say(`${file.name}: ${this.#words.file[code]}`, [], true);
      }
    }
  }
}
