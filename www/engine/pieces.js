// A result in pieces. A message is unpacked in one go on the thread that gets it, so a large result
// comes as many small messages, and the page can answer in between.

/** @import { ModuleResult } from "../types.js" */

/** Items of a list that go in one message. */
const MOST = 120;

const PARTS = /** @type {const} */ (["left", "right", "comparison"]);

/**
 * @typedef {{ part: typeof PARTS[number], rest: Record<string, unknown> } | { part: typeof PARTS[number], key: string, items: unknown[] }} Piece
 */

/** @param {ModuleResult} result @returns {Generator<Piece>} */
export function* pieces(result) {
  for (const part of PARTS) {
    /** @type {Record<string, unknown>} */
    const rest = {};
    /** @type {[string, unknown[]][]} */
    const lists = [];
    for (const [key, value] of Object.entries(result[part])) {
      if (!Array.isArray(value)) rest[key] = value;
      else {
        rest[key] = [];
        lists.push([key, value]);
      }
    }
    yield { part, rest };
    for (const [key, items] of lists) for (let i = 0; i < items.length; i += MOST) yield { part, key, items: items.slice(i, i + MOST) };
  }
}

/** Puts a piece to those before it. @param {Partial<Record<string, any>>} whole @param {Piece} piece */
export function join(whole, piece) {
  if ("rest" in piece) whole[piece.part] = piece.rest;
  else whole[piece.part][piece.key].push(...piece.items);
}
