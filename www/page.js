// The page: boxes above, the comparison below, and what goes with it.

import "./define.js";
import { scriptAddress } from "./trusted.js";
import { html } from "./export/html.js";
import { summaryText } from "./export/summary.js";
import { page as words } from "./locale/page.en.js";
import { SIDES } from "./model/annotations.js";
import * as corrections from "./model/corrections.js";
import { decode, hash, isShared, LinkError, sharedFindings, sharedTexts } from "./model/share.js";
import { Composer } from "./page/composer.js";
import { menu, message, shareDialog, shortcutSheet } from "./page/dialogs.js";
import * as drafts from "./page/drafts.js";
import { EXAMPLES } from "./page/examples.js";
import { showShared } from "./page/shared.js";
import style from "./style.css" with { type: "text" };
import { button, fill, h } from "./views/dom.js";

/** @import { CrossReadElement } from "./element/cross-read.js" */
/** @import { Result } from "./types.js" */
/** @import { SharedFindings } from "./model/share.js" */

const at = (/** @type {string} */ id) => /** @type {HTMLElement} */ (document.getElementById(id));
const reading = /** @type {CrossReadElement} */ (at("reading"));

/** How long typing must rest before the texts are compared. */
const REST = 350;

/** @type {SharedFindings | null} */
let shared = null;
let singleKeys = true;
const typing = { left: 0, right: 0 };

// --- Boxes ---------------------------------------------------------------------------------------

const composer = new Composer(words, {
  changed(side, how) {
    clearTimeout(typing[side]);
    const take = () => {
      reading[side] = composer.input(side);
      if (!composer.ready) composer.found(null);
      // After a paste or an example the boxes fold away at once, before the result: nothing moves under it.
      else if (how === "once") composer.fold(true);
    };
    if (how !== "typing") take();
    else typing[side] = Number(setTimeout(take, REST));
    if (!composer.blank) say("");
    keepDraft();
  },
  swapped() {
    const swapped = corrections.swapped(reading.corrections);
    for (const side of SIDES) reading[side] = composer.input(side);
    reading.corrections = swapped;
    reading.announce(words.box.swapped);
    keepDraft();
  },
  published: (side, day) => reading.publish(side, day || null),
  aside: (side) => reading.showAside(side),
  say,
}, EXAMPLES.map((e) => ({ name: e.name, label: words.examples[e.name], press: () => tryExample(e) })));

/** @param {typeof EXAMPLES[number]} example */
function tryExample(example) {
  const before = SIDES.map((side) => composer.input(side));
  const held = reading.corrections;
  const had = !composer.blank;
  reading.reset();
  composer.put("left", { text: example.left });
  composer.put("right", { text: example.right });
  if (had) {
    say(words.box.replaced, [{ label: words.box.undo, press: () => {
      SIDES.forEach((side, i) => composer.put(side, before[i] ?? { text: "" }));
      reading.corrections = held;
    } }]);
  }
}

reading.addEventListener("cross-read-result", (event) => {
  const { result } = /** @type {import("./element/events.js").CrossReadResultEvent} */ (event);
  composer.found(result);
  takeShared(result);
  update();
});
// Who cannot be helped by a result needs the boxes.
reading.addEventListener("cross-read-error", () => composer.fold(false));
reading.addEventListener("cross-read-corrections", () => keepDraft());

// --- Messages ------------------------------------------------------------------------------------

/** What is said again once other messages have passed. @type {(() => void) | null} */
let standing = null;

/** @param {string} text @param {{ label: string, press: () => void }[]} [actions] @param {boolean} [error] */
function say(text, actions = [], error = false) {
  if (text === "" && standing) standing();
  else if (text === "") at("message").replaceChildren();
  else message(at("message"), text, actions, words.card.close, error);
}

// --- Taking it away ------------------------------------------------------------------------------

/** @param {string} name @param {string} type @param {string} text */
function download(name, type, text) {
  const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  h("a", { href: address, download: `${words.export.fileName}${name}` }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** What the module writes. @param {string} format @param {string} name @param {string} type */
async function save(format, name, type) {
  try {
    const text = await reading.export(format);
    if (text !== null) download(name, type, text);
  } catch {
    say(words.export.failed, [], true);
  }
}

const saveHtml = () => download(".html", "text/html", html(reading.view, { title: words.export.title, style, words, corrections: reading.corrections }));

async function copySummary() {
  if (!reading.result) return;
  const text = summaryText(reading.result, words);
  try {
    await navigator.clipboard.writeText(text);
    say(words.export.copied);
  } catch {
    say(words.export.notCopied, [], true);
    const field = h("textarea", { readonly: true, "aria-label": words.export.copy });
    field.value = text;
    at("message").append(field);
    field.select();
  }
}

const share = shareDialog(words, {
  findings: () => sharedFindings(/** @type {Result} */ (reading.result), reading.corrections, words),
  texts: () => sharedTexts(/** @type {Result} */ (reading.result), reading.corrections),
  save: saveHtml,
  say: (text) => say(text),
});

const TABLES = /** @type {const} */ (["findings", "names", "statements", "figures", "dates", "corrections"]);

const exports = menu(words.export.menu, [
  { label: words.export.copy, hint: words.export.copyHint, press: () => void copySummary() },
  { label: words.export.link, hint: words.export.linkHint, press: () => share.open() },
  { label: words.export.html, hint: words.export.htmlHint, press: saveHtml },
  { label: words.export.markdown, hint: words.export.markdownHint, press: () => void save("markdown", ".md", "text/markdown") },
  { label: words.export.csv, hint: words.export.csvHint, choices: TABLES.map((table) => ({ label: words.export.tables[table], press: () => void save(table, `-${table}.csv`, "text/csv") })) },
  { label: words.export.json, hint: words.export.jsonHint, press: () => void save("json", ".json", "application/json") },
  { label: words.export.annotations, hint: words.export.annotationsHint, press: () => void save("annotations", "-annotations.json", "application/ld+json") },
  { label: words.export.print, hint: words.export.printHint, press: () => print() },
]);

// --- Links ---------------------------------------------------------------------------------------

async function openLink() {
  if (!isShared(location.hash)) return false;
  try {
    const found = await decode(location.hash);
    if (found.kind === "texts") {
      reading.reset();
      for (const side of SIDES) composer.put(side, found[side]);
      reading.corrections = found.corrections;
    } else {
      shared = found;
      showShared(at("shared"), found, words);
    }
    return true;
  } catch (error) {
    say(error instanceof LinkError && error.code === "version" ? words.share.version : words.share.cut, [], true);
    return false;
  }
}

/** Once the texts of shared findings are there, their corrections apply and the list gives way. @param {Result} result */
function takeShared(result) {
  if (!shared) return;
  const { hash: known, corrections: held } = shared;
  if (SIDES.every((side) => hash(result.input[side].text) === known[side])) {
    shared = null;
    at("shared").hidden = true;
    if (corrections.count(held) > 0) reading.corrections = held;
  } else if (corrections.count(held) > 0) {
    say(words.share.mismatch);
  }
}

// --- Drafts --------------------------------------------------------------------------------------

let draftTimer = 0;
const keepBox = h("input", { type: "checkbox", on: { change: () => void (keepBox.checked ? keepDraft(true) : forgetDrafts()) } });

function keepDraft(now = false) {
  if (!keepBox.checked) return;
  clearTimeout(draftTimer);
  draftTimer = Number(setTimeout(async () => {
    const done = await drafts.keep({ left: composer.input("left"), right: composer.input("right"), corrections: reading.corrections });
    if (!done) {
      keepBox.checked = false;
      say(words.drafts.failed, [], true);
    } else if (now) say(words.drafts.kept);
  }, now ? 0 : 1200));
}

async function forgetDrafts() {
  clearTimeout(draftTimer);
  keepBox.checked = false;
  await drafts.forget();
  say(words.drafts.forgotten);
}

// --- Tools, keys ---------------------------------------------------------------------------------

const sheet = shortcutSheet(words, { get: () => singleKeys, set: (on) => { singleKeys = on; } });
const THEMES = /** @type {const} */ (["auto", "light", "dark"]);
let theme = 0;
const themeButton = button(words.tools.theme.auto, () => {
  theme = (theme + 1) % THEMES.length;
  const name = THEMES[theme] ?? "auto";
  themeButton.textContent = words.tools.theme[name];
  if (name === "auto") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = name;
});

function update() {
  exports.opener.disabled = reading.result === null;
}

/** @type {Record<string, () => void>} */
const KEYS = {
  j: () => reading.next(), k: () => reading.previous(), 1: () => reading.enter("left"), 2: () => reading.enter("right"), c: () => reading.counterpart(),
  d: () => reading.toggle("differences"), l: () => reading.toggle("lock"), b: () => reading.toggle("labels"),
  e: () => composer.fold(!composer.folded, composer.folded ? "left" : undefined), u: () => reading.undo(), U: () => reading.redo(),
  s: () => reading.goTo("summary"), n: () => reading.goTo("names"), t: () => reading.goTo("timeline"), w: () => reading.goTo("statements"),
  f: () => reading.goTo("figures"), p: () => reading.goTo("wording"), "?": () => sheet.open(),
};

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
  const target = /** @type {Element | undefined} */ (event.composedPath()[0]);
  if (target?.closest("input, textarea, select, dialog, [role=menu]")) return;
  if (event.key === "Escape") return void reading.escape();
  const act = KEYS[event.key];
  if (!act || (!singleKeys && event.key !== "?")) return;
  event.preventDefault();
  act();
});

// --- Start ---------------------------------------------------------------------------------------

fill(at("compose"), composer.element);
at("compose").setAttribute("aria-label", words.compose.label);
fill(at("tools"), exports.opener, exports.list, button(words.tools.shortcuts, sheet.open, { "aria-haspopup": "dialog" }), themeButton);
document.body.append(sheet.dialog, share.dialog);
fill(at("colophon"), h("p", {}, words.privacy, " ", words.summary.disclaimer),
  h("label", {}, keepBox, words.drafts.keep), button(words.drafts.forget, () => void forgetDrafts(), { class: "link" }));
composer.found(null);
update();

addEventListener("hashchange", () => void openLink());
const linked = await openLink();
if (!linked && drafts.wanted()) {
  keepBox.checked = true;
  const draft = await drafts.kept();
  if (draft && composer.blank && (draft.left.text || draft.right.text)) {
    for (const side of SIDES) composer.put(side, draft[side]);
    if (draft.corrections) reading.corrections = draft.corrections;
    say(words.drafts.found);
  }
}
// The module is fetched when the reader turns to the boxes, before there is anything to compare.
at("compose").addEventListener("focusin", () => void reading.warm(), { once: true });

// The page works offline once it was visited. A new version waits until the reader takes it: the texts are kept
// by the reader's own decision, not by luck.
if ("serviceWorker" in navigator && isSecureContext && location.protocol.startsWith("http")) {
  const offer = (/** @type {ServiceWorker | null} */ waiting) => {
    if (!waiting || !navigator.serviceWorker.controller) return;
    standing = () => message(at("message"), words.update.ready, [{ label: words.update.take, press: () => {
      navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
      waiting.postMessage("take over");
    } }], words.card.close, false);
    standing();
  };
  navigator.serviceWorker.register(scriptAddress("sw.js")).then((registration) => {
    offer(registration.waiting);
    registration.addEventListener("updatefound", () => {
      const { installing } = registration;
      installing?.addEventListener("statechange", () => { if (installing.state === "installed") offer(installing); });
    });
  }).catch(() => {});
}
