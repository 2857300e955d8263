// The built page comes up, served and as one file, loads nothing but itself, and compares two reports.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { dist, setUp } from "./browser.mjs";

const browser = setUp();

const reports = [
  'OSLO, May 3 (Reuters) - Two people were hurt in Oslo on Friday, police said. "It was loud," Kari Nordmann told reporters.',
  "Three people were hurt in Oslo on Friday, police said on Saturday. Kari Nordmann said the bang was loud.",
];

for (const from of /** @type {const} */ (["served", "file"])) {
  test(`compares two reports, ${from}`, () =>
    browser.page({ from }, async (page) => {
      assert.match(await page.title(), /Crossread/);
      const boxes = page.locator("textarea");
      for (const [i, text] of reports.entries()) await boxes.nth(i).fill(text);
      await page.locator("cross-read").waitFor({ state: "visible" });
      const result = await page.evaluate(() => /** @type {any} */ (document.querySelector("cross-read")).result);
      assert.equal(result.comparison.version, 1);
      assert.equal(result.left.published, result.left.header.published?.value ?? result.left.published);
    }));
}

test("the one file names no other", () => {
  const html = readFileSync(join(dist, "crossread.html"), "utf8");
  const markup = html.replace(/<(script|style)\b[^>]*>[\s\S]*?<\/\1>/g, "");
  assert.doesNotMatch(markup, /\b(?:src|href)="(?!#|data:|https:\/\/)/, "no address beside the file");
  assert.match(html, /Content-Security-Policy/);
  assert.equal((html.match(/<\/script/g) ?? []).length, (html.match(/<script[ >]/g) ?? []).length, "no script ends early");
});
