// The findings as a table, after RFC 4180.

import { facts, findings, quoted } from "./parts.js";

/** @import { Result } from "../types.js" */
/** @import { Words } from "../locale/en.js" */

/** Spreadsheets run cells that begin like a formula; a quote in front keeps them text. @param {string} value */
export const cell = (value) => `"${(/^[=+\-@\t\r]/.test(value) ? `'${value}` : value).replaceAll('"', '""')}"`;

/**
 * @param {Result} result
 * @param {Words} words
 * @returns {string}
 */
export function csv(result, words) {
  const f = facts(result, words);
  const rows = [["id", "kind", "importance", "title", "reason", "question", f.names.left, f.names.right]];
  for (const x of findings(result)) {
    rows.push([x.id, words.finding[x.kind], String(x.importance), x.title, x.reason, x.question ?? "",
      x.left.map((s) => quoted(result, "left", s)).join(" … "), x.right.map((s) => quoted(result, "right", s)).join(" … ")]);
  }
  return rows.map((row) => row.map(cell).join(",")).join("\r\n") + "\r\n";
}
