// Nobody is shut out: axe finds nothing in any state, nothing overflows a narrow page, print and forced colours
// keep what colour says elsewhere.
import assert from "node:assert/strict";
import { test } from "node:test";
import { AxeBuilder } from "@axe-core/playwright";
import { setUp } from "./browser.mjs";

const browser = setUp();

async function tryExample(page) {
  await page.locator(".examples button").first().click();
  await page.locator("cross-read .wording").waitFor({ state: "attached" });
  await page.waitForTimeout(300);
}

for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
  for (const width of [1280, 360]) {
    test(`axe finds nothing in any state, ${colorScheme}, ${width} pixels`, () =>
      browser.page({ context: { colorScheme, viewport: { width, height: 900 }, bypassCSP: true } }, async (page) => {
        // The whole page where much is new, else what the state brings.
        const check = async (state, ...parts) => {
          const builder = new AxeBuilder({ page });
          for (const part of parts) builder.include(part);
          const { violations } = await builder.analyze();
          assert.deepEqual(violations.map((v) => `${state}: ${v.id} at ${v.nodes.map((n) => n.target.join(" ")).join(", ")}`), []);
        };
        const within = (selector) => ({ fromShadowDom: ["cross-read", selector] });
        const wait = () => page.waitForTimeout(200);
        await check("empty");
        await tryExample(page);
        await check("result");
        await page.locator("cross-read .names button.name").first().click();
        await wait();
        await page.locator("cross-read .card .correct summary").first().click();
        await check("a name, correcting", within(".card"));
        await page.keyboard.press("Escape");
        await page.keyboard.press("j");
        await wait();
        await check("a finding", within(".note.active"), within(".legend"));
        await page.keyboard.press("Escape");
        await page.keyboard.press("d");
        await page.keyboard.press("b");
        await check("differences only, with labels");
        await page.keyboard.press("?");
        await check("shortcuts", "dialog[open]");
        await page.keyboard.press("Escape");
        await page.getByRole("button", { name: "Save or share" }).click();
        await check("menu", ".menu");
        await page.getByRole("menuitem", { name: /^Share link/ }).click();
        await wait();
        await check("share", "dialog[open]");
        await page.keyboard.press("Escape");
        await page.keyboard.press("e");
        await page.locator("#text-left").fill(`${await page.locator("#text-left").inputValue()}\n\nFollow us on every channel for more news.`);
        await page.getByRole("button", { name: "1 part set aside" }).waitFor();
        await page.getByRole("button", { name: "Clear: Right report" }).click();
        await check("cleared, with a message", "#compose", "#message");
        await page.evaluate(() => { /** @type {any} */ (document.getElementById("reading")).right = "word ".repeat(4 << 20); });
        await page.locator("cross-read .fault").waitFor();
        await check("a fault", within(".fault"));
      }));
  }
}

test("at 200 per cent nothing is lost: every control, section and mark of the page at 100 per cent is there", async () => {
  const seen = async (context) => {
    let found;
    await browser.page({ context }, async (page) => {
      await tryExample(page);
      found = await page.evaluate(() => {
        const root = document.getElementById("reading").shadowRoot;
        const words = (/** @type {Element | null} */ e) => (e?.textContent ?? "").replace(/\s+/g, " ").trim();
        return {
          over: document.documentElement.scrollWidth - innerWidth,
          sections: [...root.querySelectorAll("section")].map((s) => [s.id, s.id === "texts" || s.id === "timeline" ? "" : words(s)]),
          texts: ["left", "right"].map((side) => [...root.querySelectorAll(`.pane.${side} .block`)].map(words)),
          times: words(root.querySelector(".time-list")),
          tools: [...document.querySelectorAll("#tools button, .composer button")].map(words),
        };
      });
    });
    return found;
  };
  const whole = await seen({ viewport: { width: 1280, height: 900 } });
  const zoomed = await seen({ viewport: { width: 640, height: 450 }, deviceScaleFactor: 2 });
  assert.ok(zoomed.over <= 0, `${zoomed.over} pixels too wide`);
  assert.deepEqual({ ...zoomed, over: 0 }, { ...whole, over: 0 });
});

for (const width of [320, 768]) {
  test(`nothing overflows at ${width} pixels, and both texts can be reached`, () =>
    browser.page({ context: { viewport: { width, height: 700 } } }, async (page) => {
      await tryExample(page);
      for (const section of ["summary", "texts", "names", "timeline", "statements", "figures", "wording"]) {
        await page.evaluate((id) => document.getElementById("reading").shadowRoot.getElementById(id).scrollIntoView(), section);
        await page.waitForTimeout(60);
        const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        assert.ok(over <= 0, `${section} is ${over} pixels too wide`);
      }
      if (width < 720) {
        await page.locator("cross-read #tab-right").click();
        assert.equal(await page.locator("cross-read .pane.right").isVisible(), true);
        assert.equal(await page.locator("cross-read .pane.left").isVisible(), false);
      } else {
        assert.equal(await page.locator("cross-read .pane.right").isVisible(), true);
        assert.equal(await page.locator("cross-read .pane.left").isVisible(), true);
      }
    }));
}

test("print shows both texts whole, with labels for colours and without controls", () =>
  browser.page({ context: { viewport: { width: 1000, height: 700 } } }, async (page) => {
    await tryExample(page);
    await page.emulateMedia({ media: "print" });
    const seen = await page.evaluate(() => {
      const root = document.getElementById("reading").shadowRoot;
      const shown = (s) => [...root.querySelectorAll(s)].filter((e) => e.checkVisibility()).length;
      const label = root.querySelector(".pane .s[data-label]");
      const pane = root.querySelector(".pane.left");
      return { controls: shown(".legend, .strip, .card, .time-tools"), panes: shown(".pane"), label: getComputedStyle(label, "::after").content, cut: pane.scrollHeight - pane.clientHeight, compose: document.getElementById("compose").checkVisibility() };
    });
    assert.deepEqual([seen.controls, seen.panes, seen.compose], [0, 2, false]);
    assert.match(seen.label, /^"\w+/);
    assert.ok(seen.cut <= 1, "nothing scrolls away on paper");
  }));

test("forced colours keep the kinds of marks apart", () =>
  browser.page({ context: { forcedColors: "active", viewport: { width: 1280, height: 900 } } }, async (page) => {
    await tryExample(page);
    const styles = await page.evaluate(() => {
      const root = document.getElementById("reading").shadowRoot;
      const of = (s) => { const e = root.querySelector(`.article .s.${s}`); return e ? getComputedStyle(e) : null; };
      return { person: of("person")?.textDecorationStyle, organization: of("organization")?.textDecorationStyle, place: of("place")?.textDecorationStyle, line: of("person")?.textDecorationLine, bare: of("direct:not(.person, .organization, .place, .event, .other)")?.textDecorationLine, finding: of("is-differs")?.borderTopStyle };
    });
    assert.deepEqual([styles.person, styles.organization, styles.place, styles.finding], ["solid", "double", "dashed", "solid"]);
    assert.deepEqual([styles.line, styles.bare], ["underline", "none"], "only names are underlined");
  }));

test("reduced motion moves nothing", () =>
  browser.page({ context: { reducedMotion: "reduce", viewport: { width: 1280, height: 900 } } }, async (page) => {
    await tryExample(page);
    await page.keyboard.press("j");
    const moving = await page.evaluate(() => document.getAnimations().length);
    assert.equal(moving, 0);
  }));
