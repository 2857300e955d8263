// A word diff of two short passages, for showing where an edited passage was edited.

/** @import { DiffStep } from "../types.js" */

/** Longer passages are shown whole on both sides: the table below grows with the product. */
const MOST = 600;

/**
 * @param {string} left
 * @param {string} right
 * @param {number} atLeft Where the passages start in their texts.
 * @param {number} atRight
 * @returns {DiffStep[]}
 */
export function wordDiff(left, right, atLeft, atRight) {
  const a = wordsOf(left), b = wordsOf(right);
  const span = (/** @type {typeof a} */ w, /** @type {number} */ at, /** @type {number} */ from, /** @type {number} */ to) =>
    (from < to ? { start: at + (w[from]?.start ?? 0), end: at + (w[to - 1]?.end ?? 0) } : null);
  if (a.length > MOST || b.length > MOST) return [{ left: span(a, atLeft, 0, a.length), right: span(b, atRight, 0, b.length), same: false }];
  // Longest common subsequence, from the end, so that walking goes forward.
  const width = b.length + 1;
  const table = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      table[i * width + j] = a[i]?.form === b[j]?.form ? (table[(i + 1) * width + j + 1] ?? 0) + 1 : Math.max(table[(i + 1) * width + j] ?? 0, table[i * width + j + 1] ?? 0);
    }
  }
  /** @type {DiffStep[]} */
  const steps = [];
  let i = 0, j = 0;
  while (i < a.length || j < b.length) {
    const i0 = i, j0 = j;
    while (i < a.length && j < b.length && a[i]?.form === b[j]?.form) i++, j++;
    if (i > i0) {
      steps.push({ left: span(a, atLeft, i0, i), right: span(b, atRight, j0, j), same: true });
      continue;
    }
    while ((i < a.length || j < b.length) && !(i < a.length && j < b.length && a[i]?.form === b[j]?.form)) {
      if (j >= b.length || (i < a.length && (table[(i + 1) * width + j] ?? 0) >= (table[i * width + j + 1] ?? 0))) i++;
      else j++;
    }
    steps.push({ left: span(a, atLeft, i0, i), right: span(b, atRight, j0, j), same: false });
  }
  return steps;
}

/** @param {string} text */
function wordsOf(text) {
  return [...text.matchAll(/\S+/g)].map((m) => ({
    start: m.index, end: m.index + m[0].length,
    form: m[0].replace(/[\u2018\u2019]/g, "'").replace(/[\u201c\u201d]/g, '"'),
  }));
}
