// The installed page: a new version waits until the reader takes it, and then takes over whole.
import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { dist, setUp } from "./browser.mjs";

const dir = mkdtempSync(join(tmpdir(), "crossread-served-"));
cpSync(dist, dir, { recursive: true, filter: (path) => !path.startsWith(join(dist, "package")) && !path.endsWith("crossread.html") });
after(() => rmSync(dir, { recursive: true, force: true }));
const browser = setUp({ dir });

test("version A goes on until the reader takes version B; then nothing of A is left", () =>
  browser.page({}, async (page) => {
    const caches = () => page.evaluate(() => globalThis.caches.keys());
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    const [a] = await caches();
    assert.match(a, /^crossread-[0-9a-f]{16}$/);

    // B is another page under another version.
    const change = (name, from, to) => {
      const text = readFileSync(join(dir, name), "utf8");
      assert.ok(text.includes(from), `${from} stands in ${name}`);
      writeFileSync(join(dir, name), text.replaceAll(from, to));
    };
    change("index.html", "Two reports, read side by side.", "Version B.");
    change("sw.js", a, "crossread-bbbbbbbbbbbbbbbb");

    await page.reload();
    await page.locator("#message", { hasText: "A new version of Crossread is ready" }).waitFor();
    assert.equal(await page.getByText("Version B.").count(), 0, "A is shown, as a whole, until B is taken");
    await page.locator("#text-left").fill("A text that is being worked on.");
    await Promise.all([page.waitForEvent("load"), page.locator("#message").getByRole("button", { name: "Take it" }).click()]);
    await page.getByText("Version B.").waitFor();
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    assert.deepEqual(await caches(), ["crossread-bbbbbbbbbbbbbbbb"], "the files of A are gone");
    await page.context().setOffline(true);
    await page.reload();
    await page.getByText("Version B.").waitFor();
  }));
