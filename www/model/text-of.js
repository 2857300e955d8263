// The plain text of a piece of HTML, with the paragraphs that a reader would see. Nothing of the
// piece is ever run or inserted into a page: it is parsed apart and read.

const BLOCKS = new Set([
  "ADDRESS", "ARTICLE", "ASIDE", "BLOCKQUOTE", "DD", "DIV", "DL", "DT", "FIGCAPTION", "FIGURE", "FOOTER", "FORM", "H1", "H2",
  "H3", "H4", "H5", "H6", "HEADER", "HR", "LI", "MAIN", "NAV", "OL", "P", "PRE", "SECTION", "TABLE", "TR", "UL", "BODY",
]);
const SILENT = new Set(["SCRIPT", "STYLE", "NOSCRIPT", "TEMPLATE", "IFRAME", "OBJECT", "SVG", "HEAD", "TITLE", "BUTTON", "SELECT", "TEXTAREA", "INPUT"]);
const FURNITURE = new Set(["NAV", "ASIDE", "FOOTER", "FORM"]);

/**
 * @typedef {object} Extract
 * @property {string} text The text without page furniture.
 * @property {string} whole The text with it.
 * @property {string[]} aside The parts of page furniture, as text.
 */

/**
 * @param {Element} root
 * @returns {Extract}
 */
export function extract(root) {
  /** @type {string[]} */
  const aside = [];
  const whole = flow(root, () => false);
  const text = flow(root, (element) => {
    if (!FURNITURE.has(element.tagName.toUpperCase()) && element.getAttribute("aria-hidden") !== "true") return false;
    const part = flow(element, () => false);
    if (part) aside.push(part);
    return true;
  });
  return { text, whole, aside };
}

/** @param {Element} root */
export const textOf = (root) => flow(root, () => false);

/**
 * @param {Element} root
 * @param {(element: Element) => boolean} skip
 */
function flow(root, skip) {
  let out = "", wanted = 0, space = false, preserved = 0;
  const write = (/** @type {string} */ text) => {
    if (out !== "" && wanted > 0) out += "\n".repeat(wanted);
    else if (space && out !== "") out += " ";
    wanted = 0;
    space = false;
    out += text;
  };
  const walk = (/** @type {Node} */ node) => {
    if (node.nodeType === 3) {
      const data = node.nodeValue ?? "";
      if (preserved > 0) return void (data && write(data));
      const folded = data.replace(/[ \t\r\n\f]+/g, " ");
      if (folded.startsWith(" ")) space = true;
      const words = folded.replace(/^ | $/g, "");
      if (words) {
        write(words);
        space = folded.endsWith(" ");
      }
      return;
    }
    if (node.nodeType !== 1) return;
    const element = /** @type {Element} */ (node);
    const tag = element.tagName.toUpperCase();
    if (SILENT.has(tag) || element.hasAttribute("hidden") || (element !== root && skip(element))) return;
    if (tag === "BR") {
      wanted = Math.max(wanted, 1);
      return;
    }
    const block = BLOCKS.has(tag);
    if (block) wanted = Math.max(wanted, tag === "LI" || tag === "TR" ? 1 : 2);
    if (tag === "PRE") preserved++;
    for (const child of node.childNodes) walk(child);
    if (tag === "PRE") preserved--;
    if (tag === "TD" || tag === "TH") space = true;
    if (block) wanted = Math.max(wanted, tag === "LI" || tag === "TR" ? 1 : 2);
  };
  walk(root);
  return out.trim();
}
