// Everything, for programs: the texts, the result and the corrections. Positions are UTF-16 code units.

/** @import { Corrections, Result } from "../types.js" */

/**
 * @param {Result} result
 * @param {Corrections} corrections
 */
export const json = ({ input, left, right, comparison }, corrections) =>
  `${JSON.stringify({ format: "crossread", version: 1, positions: "utf-16", input: { left: input.left, right: input.right }, left, right, comparison, corrections }, null, 1)}\n`;
