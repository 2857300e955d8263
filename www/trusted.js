// Addresses of scripts, and markup that is parsed apart, under a policy of Trusted Types: a page that requires them
// allows this one by its name, `trusted-types crossread`. Markup never enters the page; it is parsed to be read.

/** @typedef {{ createHTML(text: string): string, createScriptURL(address: string): string }} Policy Where there are no such types, text stays text. */

/** @type {Policy | undefined} */
let policy;

/** @returns {Policy} */
function trusted() {
  const plain = { createHTML: (/** @type {string} */ text) => text, createScriptURL: (/** @type {string} */ address) => address };
  const types = /** @type {{ createPolicy(name: string, rules: Policy): Policy } | undefined} */ (/** @type {any} */ (globalThis).trustedTypes);
  try {
    policy ??= types?.createPolicy("crossread", plain) ?? plain;
  } catch {
    // The page allows no such policy: what needs one is refused there, and its caller goes on without.
    policy = plain;
  }
  return policy;
}

/** The address of a script of ours. @param {URL | string} address */
export const scriptAddress = (address) => trusted().createScriptURL(String(address));

/** Markup as a document of its own, to read from: nothing of it runs or is shown. @param {string} markup */
export const parsed = (markup) => new DOMParser().parseFromString(trusted().createHTML(markup), "text/html");
