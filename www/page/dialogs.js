// The sheet of shortcuts, the share dialog, and the menu of exports.

import { button, fill, h } from "../views/dom.js";
import { encode, MOST } from "../model/share.js";

/** @import { PageWords } from "../locale/page.en.js" */
/** @import { Shared } from "../model/share.js" */

/**
 * @param {PageWords} words
 * @param {{ get: () => boolean, set: (on: boolean) => void }} single Whether keys without a modifier act.
 */
export function shortcutSheet(words, single) {
  const { keys } = words;
  const rows = (/** @type {[string[], string][]} */ list) => h("dl", { class: "keys" }, list.map(([k, what]) => [h("dt", {}, k.map((x, i) => [i > 0 ? " " : "", h("kbd", {}, x)])), h("dd", {}, what)]));
  const box = h("input", { type: "checkbox", on: { change: () => single.set(box.checked) } });
  const dialog = h("dialog", { "aria-labelledby": "keys-title" },
    h("h2", { id: "keys-title" }, keys.title),
    h("p", {}, keys.model),
    h("label", { class: "choice" }, box, keys.single),
    h("h3", {}, keys.everywhere),
    rows([[["J"], keys.list.next], [["K"], keys.list.previous], [["1"], keys.list.left], [["2"], keys.list.right], [["C"], keys.list.counterpart],
      [["D"], keys.list.differences], [["L"], keys.list.lock], [["B"], keys.list.labels], [["E"], keys.list.edit], [["U"], keys.list.undo], [["Shift", "U"], keys.list.redo],
      [["S", "N", "T", "W", "F", "P"], keys.list.sections], [["?"], keys.list.help], [["Esc"], keys.list.escape]]),
    h("h3", {}, keys.inText),
    rows([[["←", "→"], keys.list.arrows], [["Enter"], keys.list.enter], [["Home", "End"], keys.list.ends]]),
    h("div", { class: "actions" }, button(keys.close, () => dialog.close(), { class: "primary" })));
  return { dialog, open: () => { box.checked = single.get(); dialog.showModal(); } };
}

/**
 * @param {PageWords} words
 * @param {{ findings: () => Shared, texts: () => Shared, save: () => void, say: (message: string) => void }} of
 */
export function shareDialog(words, of) {
  const { share } = words;
  const field = h("textarea", { readonly: true, "aria-label": share.title });
  const length = h("p", { role: "status" });
  const copy = button(share.copy, async () => {
    try {
      await navigator.clipboard.writeText(field.value);
      of.say(words.export.copied);
    } catch {
      field.focus();
      field.select();
      length.textContent = words.export.notCopied;
    }
  }, { class: "primary" });
  const choice = (/** @type {"findings" | "texts"} */ kind, /** @type {boolean} */ on) => h("label", { class: "choice" },
    h("input", { type: "radio", name: "share", value: kind, checked: on, on: { change: () => void draw(kind) } }), share[kind]);
  const dialog = h("dialog", { "aria-labelledby": "share-title" },
    h("h2", { id: "share-title" }, share.title),
    h("fieldset", {}, h("legend", { class: "hidden-text" }, share.what), choice("findings", true), choice("texts", false)),
    field, length, h("p", { class: "quiet" }, share.made),
    h("div", { class: "actions" }, copy, button(share.saveInstead, of.save), button(share.close, () => dialog.close())));
  let latest = 0;
  /** @param {"findings" | "texts"} kind */
  const draw = async (kind) => {
    // Packing takes a while: a link that was asked for earlier must not take the place of a later one.
    const mine = ++latest;
    copy.disabled = true;
    const packed = await encode(of[kind]());
    if (mine !== latest) return;
    const link = `${location.href.split("#")[0]}#${packed}`;
    const fits = link.length <= MOST;
    field.value = fits ? link : "";
    copy.disabled = !fits;
    length.textContent = [share.length(link.length, MOST), fits ? (link.length > 2000 ? share.long : "") : share.tooLong].filter(Boolean).join(". ");
  };
  return {
    dialog,
    open: () => {
      /** @type {HTMLInputElement} */ (dialog.querySelector("input[value=findings]")).checked = true;
      void draw("findings");
      dialog.showModal();
    },
  };
}

/**
 * A button with a menu of actions, each with a hint; choices of one action stand in a row.
 * @typedef {{ label: string, press: () => void }} Choice
 * @param {string} label
 * @param {{ label: string, hint: string, press?: () => void, choices?: Choice[] }[]} items
 */
export function menu(label, items) {
  const item = (/** @type {Choice} */ { label, press }, /** @type {string} */ hint = "") =>
    h("button", { type: "button", role: "menuitem", tabindex: "-1", on: { click: () => { list.hidePopover(); press(); } } }, label, hint && h("small", {}, hint));
  const list = h("div", { class: "menu", popover: "auto", role: "menu", "aria-label": label }, items.map(({ label, hint, press, choices }) => (choices
    ? h("div", { class: "choices", role: "group", "aria-label": label }, h("span", {}, label, h("small", {}, hint)), h("div", {}, choices.map((c) => item(c))))
    : item({ label, press: press ?? (() => {}) }, hint))));
  const all = () => /** @type {HTMLElement[]} */ ([...list.querySelectorAll("[role=menuitem]")]);
  const opener = button(label, () => {
    list.showPopover();
    const r = opener.getBoundingClientRect();
    list.style.top = `${Math.round(r.bottom + 4)}px`;
    list.style.left = `${Math.round(Math.max(8, Math.min(r.left, innerWidth - list.offsetWidth - 8)))}px`;
    all()[0]?.focus();
  }, { "aria-haspopup": "menu" });
  list.addEventListener("keydown", (e) => {
    const items = all(), at = items.indexOf(/** @type {HTMLElement} */ (e.target)), last = items.length - 1;
    const next = at === last ? 0 : at + 1, before = at <= 0 ? last : at - 1;
    const to = { ArrowDown: next, ArrowRight: next, ArrowUp: before, ArrowLeft: before, Home: 0, End: last }[e.key];
    if (to !== undefined) { e.preventDefault(); items[to]?.focus(); }
    if (e.key === "Tab") list.hidePopover();
  });
  list.addEventListener("toggle", (e) => { if (/** @type {ToggleEvent} */ (e).newState === "closed") opener.focus({ preventScroll: true }); });
  return { opener, list };
}

/** @param {HTMLElement} place @param {string} text @param {{ label: string, press: () => void }[]} actions @param {string} close @param {boolean} error */
export function message(place, text, actions, close, error) {
  fill(place, h("p", { class: error ? "kind-error" : null }, text),
    actions.map((a) => button(a.label, () => { place.replaceChildren(); a.press(); })),
    button("×", () => place.replaceChildren(), { "aria-label": close, class: "card-close" }));
}
