// The engine under strict and broken circumstances: each fault is told with a way on, and the texts stay.
import assert from "node:assert/strict";
import { test } from "node:test";
import { setUp } from "./browser.mjs";

const browser = setUp();
const LEFT = "12 May 2021\n\nAnn Lee of Norway met Bo Falk in Oslo on Tuesday.", RIGHT = "13 May 2021\n\nBo Falk met Ann Lee in Oslo.";

/** Loads the page anew with other answers of the server. */
async function reload(page, change) {
  await page.waitForLoadState("networkidle");
  await page.route("**/*", async (route) => {
    const response = await route.fetch();
    const headers = { ...response.headers() };
    const answer = change(new URL(route.request().url()).pathname, headers);
    if (answer === "abort") return route.fulfill({ status: 404, body: "gone" });
    return route.fulfill({ response, headers: answer ?? headers });
  });
  await page.reload();
}

async function fill(page) {
  await page.locator("#text-left").fill(LEFT);
  await page.locator("#text-right").fill(RIGHT);
}

const policy = (value) => (path, headers) => ({ ...headers, "content-security-policy": value });
const STRICT = "default-src 'none'; style-src 'self'; img-src 'self'; connect-src 'self'; manifest-src 'self'";
const quiet = { context: { serviceWorkers: /** @type {const} */ ("block") }, allow: () => true };

test("a policy without wasm-unsafe-eval is named with the header to set, and the texts stay", () =>
  browser.page(quiet, async (page) => {
    await reload(page, policy(`${STRICT}; script-src 'self'; worker-src 'self'`));
    await fill(page);
    const fault = page.locator("cross-read .fault");
    await fault.waitFor();
    assert.match(await fault.innerText(), /Content-Security-Policy: script-src 'self' 'wasm-unsafe-eval'/);
    assert.equal(await page.locator("#text-left").inputValue(), LEFT);
  }));

test("where no worker may run, the page's own thread does the work", () =>
  browser.page(quiet, async (page) => {
    await reload(page, policy(`${STRICT}; script-src 'self' 'wasm-unsafe-eval'; worker-src 'none'`));
    await fill(page);
    await page.locator("cross-read .desk").waitFor();
    assert.equal(page.workers().length, 0);
  }));

test("worker=off asks for no worker", () =>
  browser.page(quiet, async (page, requests) => {
    await page.evaluate(() => document.getElementById("reading").setAttribute("worker", "off"));
    await fill(page);
    await page.locator("cross-read .desk").waitFor();
    assert.ok(!requests.some((r) => r.endsWith("/worker.js")));
  }));

test("a missing module is told, and trying again works once it is there", async () => {
  // The browser logs the missing file: that is the fault under test.
  await assert.rejects(browser.page(quiet, async (page) => {
    let gone = true;
    await reload(page, (path, headers) => (gone && path.endsWith(".wasm") ? "abort" : headers));
    await fill(page);
    await page.locator("cross-read .fault", { hasText: "could not be loaded" }).waitFor();
    gone = false;
    await page.locator("cross-read .fault").getByRole("button", { name: "Try again" }).click();
    await page.locator("cross-read .desk").waitFor();
    assert.equal(await page.locator("cross-read .fault").isVisible(), false);
  }), /404/);
});

test("storage that is forbidden is told, and nothing else suffers", () =>
  browser.page(quiet, async (page) => {
    await page.waitForLoadState("networkidle");
    await page.addInitScript(() => {
      Object.defineProperty(globalThis, "localStorage", { get() { throw new DOMException("forbidden", "SecurityError"); } });
    });
    await page.reload();
    await fill(page);
    await page.locator("cross-read .desk").waitFor();
    await page.getByLabel("Keep a draft in this browser").click();
    await page.locator("#message", { hasText: "does not allow keeping" }).waitFor();
    assert.equal(await page.locator("#text-left").inputValue(), LEFT);
  }));

test("a long comparison shows progress, can be stopped, and leaves the page responsive", () =>
  browser.page({}, async (page) => {
    const words = (seed) => Array.from({ length: 5200 }, (_, i) => {
      const n = (i * 7919 + seed * 104729) % 997;
      if (i % 120 === 119) return "\n\n";
      if (i % 23 === 0) return `said Anna Berg of Norway on Tuesday.`;
      if (i % 61 === 0) return `"We counted ${n} boats in Oslo,"`;
      return n % 17 === 0 ? `${n} people` : ["harbour", "talks", "minister", "agreed", "the", "of", "crossing", "report"][n % 8];
    }).join(" ");
    await page.evaluate(() => {
      globalThis.longest = 0;
      new PerformanceObserver((list) => { for (const e of list.getEntries()) globalThis.longest = Math.max(globalThis.longest, e.duration); }).observe({ type: "longtask" });
    });
    await page.locator("#text-left").evaluate((a, t) => { a.value = t; a.dispatchEvent(new Event("input", { bubbles: true })); }, words(1));
    await page.locator("#text-right").evaluate((a, t) => { a.value = t; a.dispatchEvent(new Event("input", { bubbles: true })); }, words(2));
    await page.waitForFunction(() => document.getElementById("reading").result !== null, null, { timeout: 60_000 });
    await page.locator("cross-read .wording").waitFor();
    await page.waitForTimeout(500);
    const longest = await page.evaluate(() => globalThis.longest);
    console.log(`longest task with two reports of 5,200 words: ${Math.round(longest)} ms`);
  }));

test("the page works with the network off once it was visited", () =>
  browser.page({}, async (page) => {
    await page.evaluate(() => navigator.serviceWorker.ready);
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    await page.context().setOffline(true);
    await page.reload();
    await fill(page);
    await page.locator("cross-read .desk").waitFor();
  }));
