// Share links: the state in the fragment of the address, deflated and in base64url, with a version in front.

import { findings, facts } from "./facts.js";
import * as corrections from "./corrections.js";

/** @import { Corrections, Result } from "../types.js" */
/** @import { Words } from "../locale/en.js" */

/** What a fragment begins with; the number is the version. */
const PREFIX = "cr1.";

/** Longer links are cut by mail and chat programs. */
export const MOST = 16_000;

/**
 * @typedef {object} SharedFindings
 * @property {"findings"} kind
 * @property {{ left: string, right: string }} hash Of the texts, to know them again.
 * @property {{ left: string | null, right: string | null }} published
 * @property {ReturnType<typeof facts>} facts
 * @property {{ kind: string, title: string, reason: string, question: string | null }[]} findings
 * @property {Corrections} corrections
 *
 * @typedef {object} SharedTexts
 * @property {"texts"} kind
 * @property {import("../types.js").ReportInput} left
 * @property {import("../types.js").ReportInput} right
 * @property {Corrections} corrections
 *
 * @typedef {SharedFindings | SharedTexts} Shared
 */

export class LinkError extends Error {
  /** @param {"cut" | "version"} code */
  constructor(code) {
    super(code);
    this.code = code;
  }
}

/** @param {Result} result @param {Corrections} held @param {Words} words @returns {SharedFindings} */
export const sharedFindings = (result, held, words) => ({
  kind: "findings",
  hash: { left: hash(result.input.left.text), right: hash(result.input.right.text) },
  published: { left: result.left.published, right: result.right.published },
  facts: facts(result, words),
  findings: findings(result).map(({ kind, title, reason, question }) => ({ kind, title, reason, question })),
  corrections: held,
});

/** @param {Result} result @param {Corrections} held @returns {SharedTexts} */
export const sharedTexts = (result, held) => ({ kind: "texts", left: result.input.left, right: result.input.right, corrections: held });

/** @param {Shared} shared @returns {Promise<string>} The fragment without its #. */
export async function encode(shared) {
  const bytes = new TextEncoder().encode(JSON.stringify(shared));
  const packed = await through(bytes, new CompressionStream("deflate-raw"));
  let binary = "";
  for (const byte of packed) binary += String.fromCharCode(byte);
  return PREFIX + btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

/** Whether a fragment is one of ours at all. @param {string} fragment */
export const isShared = (fragment) => /^#?cr\d+\./.test(fragment);

/**
 * @param {string} fragment
 * @returns {Promise<Shared>}
 */
export async function decode(fragment) {
  const body = fragment.replace(/^#/, "");
  if (!body.startsWith(PREFIX)) throw new LinkError("version");
  /** @type {unknown} */
  let value;
  try {
    const binary = atob(body.slice(PREFIX.length).replaceAll("-", "+").replaceAll("_", "/"));
    const bytes = await through(Uint8Array.from(binary, (c) => c.charCodeAt(0)), new DecompressionStream("deflate-raw"));
    value = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    throw new LinkError("cut");
  }
  const shared = check(value);
  if (!shared) throw new LinkError("version");
  return shared;
}

/** A link comes from outside: only what has the right shape is taken. @param {unknown} value @returns {Shared | null} */
function check(value) {
  const v = /** @type {any} */ (value);
  const text = (/** @type {any} */ t) => (typeof t === "string" ? t : "");
  const line = (/** @type {any} */ t) => (typeof t === "string" && t !== "" ? t : null);
  if (v?.kind === "texts" && typeof v.left?.text === "string" && typeof v.right?.text === "string") {
    const one = (/** @type {any} */ r) => ({ text: r.text, published: line(r.published), source: line(r.source), headline: line(r.headline) });
    return { kind: "texts", left: one(v.left), right: one(v.right), corrections: corrections.read(v.corrections) };
  }
  if (v?.kind === "findings" && Array.isArray(v.findings) && typeof v.facts === "object" && v.facts !== null) {
    const pair = (/** @type {any} */ p) => ({ left: text(p?.left), right: text(p?.right) });
    const list = (/** @type {any} */ l) => (Array.isArray(l) ? l.filter((x) => typeof x === "string") : []);
    return {
      kind: "findings", hash: pair(v.hash), published: { left: line(v.published?.left), right: line(v.published?.right) },
      facts: { names: pair(v.facts.names), headlines: pair(v.facts.headlines), sentence: text(v.facts.sentence), label: ["same", "related", "different"].includes(v.facts.label) ? v.facts.label : "unclear", both: list(v.facts.both), left: list(v.facts.left), right: list(v.facts.right) },
      findings: v.findings.map((/** @type {any} */ f) => ({ kind: text(f?.kind), title: text(f?.title), reason: text(f?.reason), question: line(f?.question) })),
      corrections: corrections.read(v.corrections),
    };
  }
  return null;
}

/** @param {Uint8Array} bytes @param {GenericTransformStream} stream */
async function through(bytes, stream) {
  const body = new Blob([/** @type {BlobPart} */ (bytes)]).stream().pipeThrough(/** @type {ReadableWritablePair<Uint8Array, Uint8Array>} */ (/** @type {unknown} */ (stream)));
  return new Uint8Array(await new Response(body).arrayBuffer());
}

/** FNV-1a over code units: enough to know a text again. @param {string} text */
export function hash(text) {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return h.toString(36) + text.length.toString(36);
}
