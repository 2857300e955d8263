// Places that tell the same in both texts, as heights, and the height in one text for a height in the other.

/** @import { Result, Side } from "../types.js" */

/**
 * Heights that belong together, rising on both sides: where links cross, the longest rising chain holds.
 *
 * @param {Result} result
 * @param {(side: Side, at: number) => number | null} height
 * @param {{ left: number, right: number }} whole
 * @returns {{ left: number[], right: number[] }}
 */
export function anchorsOf({ comparison }, height, whole) {
  const pairs = [...comparison.sentences, ...comparison.passages].map((link) => ({ l: height("left", link.left.start), r: height("right", link.right.start) }))
    .filter((p) => p.l !== null && p.r !== null).map((p) => ({ l: Number(p.l), r: Number(p.r) })).sort((a, b) => a.l - b.l || a.r - b.r);
  const chain = rising(pairs.map((p) => p.r)).flatMap((i) => pairs[i] ?? []);
  const kept = chain.filter((p, i) => i === 0 || p.l - (chain[i - 1]?.l ?? 0) > 1);
  return { left: [0, ...kept.map((p) => p.l), whole.left], right: [0, ...kept.map((p) => p.r), whole.right] };
}

/**
 * The matching height, by straight lines between the anchors.
 * @param {number[]} from
 * @param {number[]} to
 * @param {number} at
 */
export function aligned(from, to, at) {
  let i = 1;
  while (i < from.length - 1 && (from[i] ?? 0) < at) i++;
  const a = from[i - 1] ?? 0, b = from[i] ?? 0, c = to[i - 1] ?? 0, d = to[i] ?? 0;
  return b === a ? c : c + ((at - a) / (b - a)) * (d - c);
}

/** Places of a longest strictly rising chain. @param {number[]} values @returns {number[]} */
export function rising(values) {
  /** @type {number[]} */
  const tails = [];
  /** @type {number[]} */
  const before = [];
  values.forEach((value, i) => {
    let low = 0, high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((values[tails[middle] ?? 0] ?? 0) < value) low = middle + 1;
      else high = middle;
    }
    before[i] = low > 0 ? tails[low - 1] ?? -1 : -1;
    tails[low] = i;
  });
  /** @type {number[]} */
  const chain = [];
  for (let i = tails[tails.length - 1] ?? -1; i >= 0; i = before[i] ?? -1) chain.unshift(i);
  return chain;
}
