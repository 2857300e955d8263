// One self-contained page: what is shown, as it is shown, without scripts.

/** @import { Corrections } from "../types.js" */
/** @import { Words } from "../locale/en.js" */

/** Controls that do nothing on a page without scripts. */
const CONTROLS = ".legend, .tabs, .strip, .connectors, .sections, .card, .time-tools, .search, .work, .note-more p:last-child, .matters > .quiet, .dismissed, .modes, .steps, #texts-help";

/**
 * @param {HTMLElement} view What is shown; it is copied, never changed.
 * @param {object} about
 * @param {string} about.title
 * @param {string} about.style
 * @param {Words} about.words
 * @param {Corrections} about.corrections
 */
export function html(view, { title, style, words, corrections }) {
  const doc = document.implementation.createHTMLDocument(title);
  doc.documentElement.lang = "en";
  const charset = doc.createElement("meta");
  charset.setAttribute("charset", "utf-8");
  const policy = doc.createElement("meta");
  policy.httpEquiv = "Content-Security-Policy";
  policy.content = "default-src 'none'; style-src 'unsafe-inline'";
  const viewport = doc.createElement("meta");
  viewport.name = "viewport";
  viewport.content = "width=device-width, initial-scale=1";
  const sheet = doc.createElement("style");
  sheet.textContent = `${style}\n${SAVED}`;
  doc.head.prepend(charset, policy, viewport);
  doc.head.append(sheet);
  const copy = /** @type {HTMLElement} */ (doc.importNode(view, true));
  for (const element of copy.querySelectorAll(CONTROLS)) element.remove();
  for (const element of copy.querySelectorAll("button")) element.replaceWith(plainly(doc, element));
  for (const element of copy.querySelectorAll("[tabindex], [popover], [role=button], [aria-pressed]")) {
    for (const name of ["tabindex", "popover", "aria-pressed"]) element.removeAttribute(name);
    if (element.getAttribute("role") === "button") element.removeAttribute("role");
  }
  for (const details of copy.querySelectorAll("details")) details.setAttribute("open", "");
  const main = doc.createElement("main");
  main.className = "cr saved";
  const made = doc.createElement("p");
  made.className = "disclaimer";
  made.textContent = words.export.made;
  main.append(copy, made);
  const data = doc.createElement("script");
  data.type = "application/json";
  data.id = "crossread-corrections";
  data.textContent = JSON.stringify(corrections).replaceAll("<", "\\u003c");
  doc.body.append(main, data);
  return `<!doctype html>\n${doc.documentElement.outerHTML}\n`;
}

/** @param {Document} doc @param {Element} element */
function plainly(doc, element) {
  const span = doc.createElement("span");
  span.className = element.className;
  span.append(...element.childNodes);
  return span;
}

/** On a saved page nothing scrolls inside and nothing can be chosen. */
const SAVED = `
body { padding: 1.5rem clamp(1rem, 3vw, 3rem); }
.saved { container: cross-read / inline-size; max-width: 100rem; margin: 0 auto; }
.saved .pane { max-height: none; overflow: visible; }
.saved .finding-line, .saved .note-head { display: block; }
.saved .pane .article, .saved .pane .pane-head { margin-inline: auto !important; min-height: 0 !important; }
.saved .notes { margin-bottom: 1rem; }
.saved .note { position: static !important; width: auto !important; }
.saved .note-more { display: block; }
.saved .reader { grid-template-columns: minmax(0, 1fr) 2rem minmax(0, 1fr); }
@media (max-width: 45rem) { .saved .reader { grid-template-columns: 1fr; } .saved .pane.right { display: block !important; } }
`;
