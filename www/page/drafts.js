// Drafts, kept only if the reader turned that on. The module keeps them (gloo-storage); here is only
// the reader's wish, and that too is forgotten with the rest.

import { load } from "../engine/module.js";

/** @import { CompareInput } from "../types.js" */

const WISH = "crossread-keep";

/** @typedef {{ saveDraft(input: CompareInput): void, loadDraft(): CompareInput | null, forgetDraft(): void }} Store */

const store = async () => /** @type {Store} */ (/** @type {unknown} */ (await load(undefined)));

/** Whether the reader turned drafts on. Storage may be forbidden: then it is off. */
export function wanted() {
  try {
    return localStorage.getItem(WISH) === "1";
  } catch {
    return false;
  }
}

/** @param {CompareInput} input @returns {Promise<boolean>} Whether it is kept. */
export async function keep(input) {
  try {
    localStorage.setItem(WISH, "1");
    (await store()).saveDraft(input);
    return true;
  } catch {
    return false;
  }
}

/** @returns {Promise<CompareInput | null>} */
export async function kept() {
  try {
    return (await store()).loadDraft();
  } catch {
    return null;
  }
}

/** Deletes the draft and the wish. @returns {Promise<void>} */
export async function forget() {
  try {
    localStorage.removeItem(WISH);
    (await store()).forgetDraft();
  } catch {
    // Where nothing can be kept there is nothing to forget.
  }
}
