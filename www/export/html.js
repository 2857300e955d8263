// One self-contained page: what is shown, as it is shown, without scripts. It is written as text, element by
// element, so that nothing of the page's own policy or state comes along.

/** @import { Corrections } from "../types.js" */
/** @import { Words } from "../locale/en.js" */

/** Controls that do nothing on a page without scripts. */
const CONTROLS = ".legend, .tabs, .strip, .connectors, .gutter, .sections, .card, .undated, .time-tools, .time-shown, .search, .work, .note-more p:last-child, .matters > .quiet, .dismissed, .aside-head button, #texts-help";

/** Attributes that are kept; the rest belongs to the living page. */
const KEPT = new Set([
  "class", "dir", "lang", "id", "title", "datetime", "scope", "colspan", "data-n", "data-label", "data-kind", "data-tab", "aria-label", "aria-hidden", "aria-labelledby",
  "viewBox", "width", "height", "x", "y", "x1", "x2", "y1", "y2", "cx", "cy", "r", "rx", "d", "transform", "text-anchor",
]);

/** Written apart, so that this file can stand inside a page. */
const DATA = "script";

const VOID = new Set(["br", "hr", "img", "input", "meta"]);

/** @param {string} text */
const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

/** @param {Node} node @returns {string} */
function written(node) {
  if (node.nodeType === 3) return escaped(node.nodeValue ?? "");
  if (node.nodeType !== 1) return "";
  const element = /** @type {Element} */ (node);
  if (element.matches(CONTROLS) || element.hasAttribute("hidden")) return "";
  const tag = element.localName === "button" ? "span" : element.localName;
  let attributes = "";
  for (const { name, value } of element.attributes) if (KEPT.has(name)) attributes += ` ${name}="${escaped(name === "class" ? value.replace(/ (?:lit|active|flash)\b/g, "") : value)}"`;
  if (element.getAttribute("role") === "group") attributes += ' role="group"';
  const share = /** @type {HTMLElement} */ (element).style?.getPropertyValue("--share");
  if (share && /^[\d.]+$/.test(share)) attributes += ` style="--share:${share}"`;
  if (tag === "details") attributes += " open";
  const inner = [...element.childNodes].map(written).join("");
  return VOID.has(tag) ? `<${tag}${attributes}>` : `<${tag}${attributes}>${inner}</${tag}>`;
}

/**
 * @param {HTMLElement} view What is shown; it is read, never changed.
 * @param {object} about
 * @param {string} about.title
 * @param {string} about.style
 * @param {Words} about.words
 * @param {Corrections} about.corrections
 */
export const html = (view, { title, style, words, corrections }) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>
${style.replaceAll("</style", "<\\/style")}
${SAVED}</style>
</head>
<body>
<main class="cr saved">
${written(view)}
<p class="disclaimer">${escaped(words.export.made)}</p>
</main>
<${DATA} type="application/json" id="crossread-corrections">${JSON.stringify(corrections).replaceAll("<", "\\u003c")}</${DATA}>
</body>
</html>
`;

/** On a saved page nothing scrolls inside and nothing can be chosen. */
const SAVED = `
body { padding: 1.5rem clamp(1rem, 3vw, 3rem); }
.saved { container: cross-read / inline-size; max-width: 100rem; margin: 0 auto; }
.saved .pane { max-height: none; overflow: visible; }
.saved .note-head { display: block; }
.saved .pane .article, .saved .pane .pane-head { margin-inline: auto; }
.saved .pane .part { margin: 0; padding: 0; }
.saved .wide .notes { margin-bottom: 1rem; }
.saved .wide .note { position: static; width: auto; }
.saved .note-more { display: block; }
.saved .reader { grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 2rem; }
@media (max-width: 45rem) { .saved .reader { grid-template-columns: minmax(0, 1fr); } .saved .reader .pane { display: block; } }
`;
