// The page answers while it works: no long task on its own thread with two reports of 5,000 words, and nothing
// moves once a result is there.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { root, setUp } from "./browser.mjs";
import { longest, MOST } from "./tasks.mjs";

const browser = setUp();

/** The digits of a day that was found take less room in the browser's own date field than its placeholder. */
const FIELD = 0.0002;

/** Two reports of some 5,000 words out of our own examples: every paragraph in another order and with other numbers. */
function reports() {
  const paragraphs = ["ferry", "talks", "release"].flatMap((name) => ["left", "right"].map((side) =>
    readFileSync(join(root, "www", "examples", name, `${side}.txt`), "utf8").trim().split(/\n\s*\n/).slice(2)));
  const long = (first, seed) => {
    const out = [first];
    for (let words = 0, i = 0; words < 5000; i++) {
      const report = paragraphs[(i * seed) % paragraphs.length];
      const text = report[(i * 5 + seed) % report.length].replace(/\b\d\d\b/g, (n) => String(10 + ((Number(n) + i) % 90)));
      words += text.split(/\s+/).length;
      out.push(text);
    }
    return out.join("\n\n");
  };
  return [long("14 March 2024", 1), long("15 March 2024", 5)];
}

const [LEFT, RIGHT] = reports();

/** In the page: how far things moved since the last call. */
function moved() {
  if (globalThis.shift === undefined) {
    new PerformanceObserver((list) => { for (const e of list.getEntries()) if (!e.hadRecentInput) globalThis.shift += e.value; }).observe({ type: "layout-shift" });
  }
  const shift = globalThis.shift ?? 0;
  globalThis.shift = 0;
  return shift;
}

const put = (page, side, text) => page.locator(`#text-${side}`).evaluate((area, value) => {
  area.value = value;
  area.dispatchEvent(new Event("input", { bubbles: true }));
}, text);

/** Waits until the texts at hand are compared and shown whole. */
const shown = (page, left) => page.waitForFunction((text) => {
  const reading = /** @type {any} */ (document.getElementById("reading"));
  return reading.result?.input.left.text === text && reading.shadowRoot.querySelector(".wording") !== null && globalThis.done === text;
}, left, { timeout: 90_000 });

/** What the element does, with its worker on or off, told by `globalThis.done`. */
const watched = (page, worker) => page.evaluate((value) => {
  const reading = /** @type {any} */ (document.getElementById("reading"));
  reading.setAttribute("worker", value);
  reading.addEventListener("cross-read-result", () => { globalThis.done = reading.result.input.left.text; });
}, worker);

for (const worker of ["auto", "off"]) {
  test(`two reports of 5,000 words hold nothing up, worker ${worker}`, () =>
    browser.page({ context: { viewport: { width: 1280, height: 900 }, serviceWorkers: "block" }, allow: (said) => said.includes("Service Worker") }, async (page) => {
      const quick = async (what, work, prepare) => {
        const all = await longest(page, work, prepare);
        assert.ok(Math.min(...all) <= MOST, `the longest tasks of ${what} took ${all.join(", ")} ms`);
      };
      const anew = async () => {
        await page.waitForLoadState("networkidle");
        await page.reload();
        await watched(page, worker);
      };
      const first = async (run) => {
        const left = `${LEFT}\n\nEnd ${run}.`;
        await put(page, "left", left);
        await put(page, "right", RIGHT);
        await shown(page, left);
      };
      await quick("the first comparison, module and all", first, anew);
      await page.evaluate(moved);
      await quick("live typing", async (run) => {
        const left = `${LEFT}\n\nTyped ${run}: Ann Lee of Norway said so.`;
        await put(page, "left", left);
        await shown(page, left);
      });
      assert.equal(await page.evaluate(moved), 0, "nothing moved while the result was made anew");

      const act = (name) => page.evaluate((n) => /** @type {any} */ (document.getElementById("reading"))[n](), name);
      const rest = () => page.waitForTimeout(400);
      await quick("stepping, filtering and scrolling", async () => {
        for (const name of ["next", "next", "previous"]) await act(name);
        await rest();
        for (const name of ["person", "told-only"]) {
          await page.locator(`cross-read .toggle[data-name=${name}]`).click();
          await rest();
          await page.locator(`cross-read .toggle[data-name=${name}]`).click();
          await rest();
        }
        await page.locator("cross-read .pane.left").hover();
        for (let i = 0; i < 5; i++) await page.mouse.wheel(0, 700);
        await rest();
      });
      await quick("differences only, labels and scrolling together", async () => {
        for (const key of ["d", "d", "b", "b", "l"]) {
          await page.keyboard.press(key);
          await rest();
        }
        await page.locator("cross-read .pane.left").hover();
        for (let i = 0; i < 5; i++) await page.mouse.wheel(0, 700);
        await page.keyboard.press("l");
        await rest();
      });
      // Pressed by script: to look a button up by its name would have the browser style all that is out of sight.
      const switched = () => page.evaluate(() => [...document.querySelectorAll("button")].find((b) => b.textContent?.startsWith("Theme"))?.click());
      await quick("the first switch of the theme", switched, async (run) => {
        await anew();
        await first(run);
        await rest();
      });
      await quick("later switches of the theme", async () => {
        for (let i = 0; i < 3; i++) {
          await switched();
          await rest();
        }
      });
      await quick("the system's theme", async () => {
        for (const colorScheme of /** @type {const} */ (["dark", "light", "dark"])) {
          await page.emulateMedia({ colorScheme });
          await rest();
        }
      });
      await quick("changing the width", async () => {
        for (const width of [1100, 900, 700, 1600, 1280]) {
          await page.setViewportSize({ width, height: 900 });
          await page.waitForTimeout(600);
        }
      });
      await quick("going through the sections", async () => {
        for (const section of ["names", "timeline", "statements", "figures", "wording", "texts"]) {
          await page.evaluate((name) => /** @type {any} */ (document.getElementById("reading")).goTo(name), section);
          await page.waitForTimeout(700);
          const { top, left } = await page.evaluate((name) => ({
            top: document.getElementById("reading").shadowRoot.getElementById(name).getBoundingClientRect().top, left: document.documentElement.scrollHeight - innerHeight - scrollY,
          }), section);
          assert.ok((top >= 0 && top < 60) || left < 2, `${section} is brought into view, not ${top} pixels off`);
        }
      });
    }));
}

test("after the first result nothing moves, neither on an example nor when texts are typed", () =>
  browser.page({ context: { viewport: { width: 1280, height: 900 } } }, async (page) => {
    const settled = async () => {
      await page.locator("cross-read .wording").waitFor({ state: "attached" });
      await page.evaluate(moved);
      await page.waitForTimeout(700);
      return page.evaluate(moved);
    };
    await page.evaluate(() => {
      // Counted from the moment in which the result is told, not from when a test gets to look.
      const reading = /** @type {any} */ (document.getElementById("reading"));
      globalThis.moved = 0;
      reading.addEventListener("cross-read-result", () => {
        const since = performance.now();
        new PerformanceObserver((list) => { for (const e of list.getEntries()) if (e.startTime >= since) globalThis.moved += e.value; }).observe({ type: "layout-shift" });
      });
    });
    await page.locator(".examples button").first().click();
    assert.equal(await settled(), 0);
    assert.ok((await page.evaluate(() => globalThis.moved)) < FIELD, "an example");
    await page.reload();
    await page.locator("#text-left").fill("12 May 2021\n\nAnn Lee of Norway met Bo Falk in Oslo on Tuesday.");
    await page.locator("#text-right").fill("13 May 2021\n\nBo Falk met Ann Lee in Oslo.");
    assert.ok((await settled()) < FIELD, "typed");
  }));
