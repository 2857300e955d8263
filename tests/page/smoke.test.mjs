// The built page comes up, served and as one file, loads nothing but itself, and its module works there.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { dist, setUp } from "./browser.mjs";

const browser = setUp();

for (const from of /** @type {const} */ (["served", "file"])) {
  test(`comes up ${from}`, () =>
    browser.page({ from }, async (page) => {
      assert.match(await page.title(), /Crossread/i);
      await page.locator("cross-read").first().waitFor();
    }));
}

test("compares without a worker under the strict policy", () =>
  browser.page({}, async (page) => {
    const label = await page.evaluate(async () => {
      // The page's own scripts are bundled; the package's are not, but only dist/ itself is asked here.
      const response = await fetch("wasm/crossread_bg.wasm");
      const module = await WebAssembly.compileStreaming(response);
      return WebAssembly.Module.exports(module).some(({ name }) => name === "compare");
    });
    assert.equal(label, true);
  }));

test("the one file names no other", () => {
  const html = readFileSync(join(dist, "crossread.html"), "utf8");
  const markup = html.replace(/<(script|style)\b[^>]*>[\s\S]*?<\/\1>/g, "");
  assert.doesNotMatch(markup, /\b(?:src|href)="(?!#|data:|https:\/\/)/, "no address beside the file");
  assert.match(html, /Content-Security-Policy/);
  assert.equal((html.match(/<\/script/g) ?? []).length, (html.match(/<script/g) ?? []).length);
});
