// A few lines to build elements. Text always enters as a text node; there is no way here to write markup.

/** @typedef {Node | string | number | null | undefined | false | Child[]} Child Lists may nest. */

/**
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {Record<string, unknown>} [props] `class`, `on` (listeners), `data` (data attributes), `style` (custom properties); else
 *   attributes: true is the empty string, false and null leave the attribute out.
 * @param {...Child} children
 * @returns {HTMLElementTagNameMap[T]}
 */
export function h(tag, props = {}, ...children) {
  const element = document.createElement(tag);
  apply(element, props);
  append(element, children);
  return element;
}

/**
 * The same for SVG.
 * @template {keyof SVGElementTagNameMap} T
 * @param {T} tag
 * @param {Record<string, unknown>} [props]
 * @param {...Child} children
 * @returns {SVGElementTagNameMap[T]}
 */
export function svg(tag, props = {}, ...children) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  apply(element, props);
  append(element, children);
  return element;
}

/** @param {Element} element @param {Record<string, unknown>} props */
function apply(element, props) {
  for (const [name, value] of Object.entries(props)) {
    if (value === null || value === undefined || value === false) continue;
    if (name === "on") {
      for (const [type, listener] of Object.entries(/** @type {Record<string, EventListener>} */ (value))) element.addEventListener(type, listener);
    } else if (name === "data") {
      for (const [key, data] of Object.entries(/** @type {Record<string, unknown>} */ (value))) {
        if (data !== null && data !== undefined) element.setAttribute(`data-${key}`, String(data));
      }
    } else if (name === "style") {
      // Through the object model, which a strict content security policy allows.
      for (const [key, data] of Object.entries(/** @type {Record<string, string>} */ (value))) {
        /** @type {HTMLElement} */ (element).style.setProperty(key, data);
      }
    } else {
      element.setAttribute(name, value === true ? "" : String(value));
    }
  }
}

/** @param {Node} parent @param {Child[]} children */
export function append(parent, children) {
  for (const child of children) {
    if (Array.isArray(child)) append(parent, child);
    else if (child instanceof Node) parent.appendChild(child);
    else if (child !== null && child !== undefined && child !== false && child !== "") parent.appendChild(document.createTextNode(String(child)));
  }
}

/** @param {Element} element @param {...Child} children */
export function fill(element, ...children) {
  element.replaceChildren();
  append(element, children);
}

/**
 * A button with a label and what it does.
 * @param {Child} label
 * @param {(event: Event) => void} press
 * @param {Record<string, unknown>} [props]
 */
export const button = (label, press, props = {}) => h("button", { type: "button", ...props, on: { click: press } }, label);

/** Signs that turn the reading direction or show nothing: written out, so that none acts unseen. */
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;

/** @type {Record<string, string>} */
const CONTROL_NAMES = {
  "\u061c": "ALM", "\u200e": "LRM", "\u200f": "RLM", "\u202a": "LRE", "\u202b": "RLE", "\u202c": "PDF", "\u202d": "LRO", "\u202e": "RLO",
  "\u2066": "LRI", "\u2067": "RLI", "\u2068": "FSI", "\u2069": "PDI",
};

/**
 * Article text as nodes: text nodes, and a visible sign for every control character.
 * @param {string} text
 * @returns {Node[]}
 */
export function prose(text) {
  if (!CONTROLS.test(text)) return [document.createTextNode(text)];
  return text.split(new RegExp(`(${CONTROLS.source})`)).filter(Boolean).map((part) => {
    if (!CONTROLS.test(part)) return document.createTextNode(part);
    const code = (part.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
    return h("span", { class: "control", title: `U+${code}` }, CONTROL_NAMES[part] ?? `U+${code}`);
  });
}

/** A visible stretch of a text, white space folded and shortened at a word. @param {string} text @param {number} [most] */
export function excerpt(text, most = 140) {
  const folded = text.replace(/\s+/g, " ").trim();
  if (folded.length <= most) return folded;
  const cut = folded.lastIndexOf(" ", most);
  return `${folded.slice(0, cut > most / 2 ? cut : most)}…`;
}
