// In which of four tones a kind of finding is shown. One table, checked for every kind that the module knows.

/** @typedef {"conflict" | "differs" | "only" | "shared"} Tone */

/** @satisfies {Record<import("../types.js").FindingKind, Tone>} */
const TONES = /** @type {const} */ ({
  "figure-conflict": "conflict", "date-conflict": "conflict", negation: "conflict", "actor-conflict": "conflict",
  "figure-differs": "differs", "date-differs": "differs", "name-differs": "differs", "detail-differs": "differs",
  "quote-altered": "differs", "stance-differs": "differs",
  "speaker-only": "only", "told-only": "only",
  "quote-shared": "shared", "passage-copied": "shared", "same-matter": "shared", "names-shared": "shared",
});

/** The tone of a kind; a kind of a later version, as a link may hold one, "differs". @param {string | null | undefined} kind @returns {Tone} */
export const tone = (kind) => TONES[/** @type {keyof typeof TONES} */ (kind ?? "")] ?? "differs";

/** Whether a finding tells what is not in both. @param {string | null | undefined} kind */
export const isDifference = (kind) => tone(kind) !== "shared";
