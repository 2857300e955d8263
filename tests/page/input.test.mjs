// What goes in and comes out beside the main paths: dropped texts and files, mail, progress, what the reader says of a
// report, copying, printing, the limit of a link, keys, and what a screen reader is told.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { root, setUp } from "./browser.mjs";

const browser = setUp();
const LEFT = "12 May 2021\n\nAnn Lee of Norway met Bo Falk in Oslo on Tuesday.", RIGHT = "13 May 2021\n\nBo Falk met Ann Lee in Oslo.";
const example = (name, side) => readFileSync(join(root, "www", "examples", name, `${side}.txt`), "utf8");

async function fill(page, left = LEFT, right = RIGHT) {
  for (const [side, text] of [["left", left], ["right", right]]) {
    await page.locator(`#text-${side}`).evaluate((area, value) => {
      area.value = value;
      area.dispatchEvent(new Event("input", { bubbles: true }));
    }, text);
  }
  await page.locator("cross-read .wording").waitFor({ state: "attached" });
}

const drop = (page, side, what) => page.locator(`.box.${side}`).evaluate((box, given) => {
  const data = new DataTransfer();
  if (given.text) data.setData("text/plain", given.text);
  for (const [name, text] of given.files ?? []) data.items.add(new File([text], name));
  box.querySelector("h2").dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
}, what);

test("texts and files are dropped, also mail and plain text, and what was there comes back", () =>
  browser.page({}, async (page) => {
    const text = (side) => page.locator(`#text-${side}`).inputValue();
    await drop(page, "left", { text: LEFT });
    assert.equal(await text("left"), LEFT);
    await drop(page, "left", { files: [["one.eml", `From: News <a@b.example>\r\nDate: Wed, 12 May 2021 08:00:00 +0000\r\nSubject: Talks end\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nThe talks in Oslo ended.\r\n`], ["two.txt", RIGHT]] });
    await page.waitForFunction(() => /** @type {any} */ (document.getElementById("text-right")).value !== "");
    assert.match(await text("left"), /The talks in Oslo ended\./);
    assert.equal(await text("right"), RIGHT, "the second file goes into the other box");
    await page.waitForFunction(() => /** @type {any} */ (document.getElementById("reading")).result?.left.published === "2021-05-12");
    await drop(page, "left", { text: "Another text of the same talks in Oslo." });
    await page.locator("#message").getByRole("button", { name: "Undo" }).click();
    assert.match(await text("left"), /The talks in Oslo ended\./);
  }));

for (const n of [0, 1, 2]) {
  test(`pair of reports ${n + 1} is there to try, and comes to a result`, () =>
    browser.page({}, async (page) => {
      await page.locator(".examples button").nth(n).click();
      await page.locator("cross-read .wording").waitFor({ state: "attached" });
      assert.ok((await page.locator("cross-read .matters li").count()) > 0);
    }));
}

test("on a narrow screen typed texts are compared before the reader scrolls, and the way to the comparison is in sight", () =>
  browser.page({ context: { viewport: { width: 320, height: 640 } } }, async (page) => {
    await fill(page);
    const way = page.getByRole("button", { name: "Show the comparison" });
    const box = await way.boundingBox();
    assert.ok(box && box.y + box.height <= 640, "on the first screen");
    assert.equal(await page.evaluate(() => scrollY), 0);
    await way.click();
    const answer = await page.locator("cross-read .answer").boundingBox();
    assert.ok(answer && answer.y < 640, "the answer is on the first screen then");
  }));

test("a headline is found and can be set; a date that can be read in two ways is asked for", () =>
  browser.page({}, async (page) => {
    await fill(page, `03/04/2021\n\n${LEFT.slice(13)}`, example("ferry", "right"));
    const left = page.getByRole("group", { name: "Left report" }), right = page.getByRole("group", { name: "Right report" });
    assert.ok((await right.getByLabel("Headline").inputValue()).length > 10);
    await left.getByRole("button", { name: "3 April 2021" }).or(left.getByRole("button", { name: "4 March 2021" })).first().click();
    await page.waitForFunction(() => /2021-0[34]-0[34]/.test(/** @type {any} */ (document.getElementById("reading")).result?.left.published ?? ""));
    await left.getByLabel("Headline").fill("Talks in Oslo");
    await left.getByLabel("Headline").dispatchEvent("change");
    await page.locator("cross-read .pane.left h3", { hasText: "Talks in Oslo" }).waitFor({ state: "attached" });
  }));

test("long input shows how far it is, and can be stopped there", () =>
  browser.page({}, async (page) => {
    const long = `${example("ferry", "left")}\n\n`.repeat(150);
    await page.evaluate(() => {
      globalThis.percents = [];
      document.getElementById("reading").addEventListener("cross-read-progress", (e) => globalThis.percents.push(/** @type {any} */ (e).percent));
    });
    for (const side of ["left", "right"]) {
      await page.locator(`#text-${side}`).evaluate((area, value) => { area.value = value; area.dispatchEvent(new Event("input", { bubbles: true })); }, long + side);
    }
    const work = page.locator("cross-read .work");
    await work.getByRole("progressbar").waitFor();
    await page.waitForFunction(() => globalThis.percents.length > 0, null, { timeout: 60_000 });
    await work.getByRole("button", { name: "Cancel" }).click();
    await work.waitFor({ state: "hidden" });
    const percents = await page.evaluate(() => globalThis.percents);
    assert.deepEqual(percents, [...percents].sort((a, b) => a - b), "it only rises");
    assert.equal(await page.evaluate(() => /** @type {any} */ (document.getElementById("reading")).result), null);
    assert.ok((await page.locator("#text-left").inputValue()).startsWith(long.slice(0, 100)), "the text is still there");
  }));

test("the summary is copied as text, and print is the browser's own", () =>
  browser.page({ context: { permissions: ["clipboard-read", "clipboard-write"] } }, async (page) => {
    await fill(page);
    const choose = async (name) => {
      await page.getByRole("button", { name: "Save or share" }).click();
      await page.getByRole("menuitem", { name }).click();
    };
    await choose(/^Copy summary/);
    await page.locator("#message", { hasText: "Copied" }).waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    const sentence = await page.locator("cross-read .answer").textContent();
    assert.ok(copied.includes("Left report") && copied.includes(sentence), copied);
    await page.evaluate(() => { globalThis.print = () => { globalThis.printed = true; }; });
    await choose(/^Print/);
    assert.equal(await page.evaluate(() => globalThis.printed), true);
  }));

test("a link that would be too long is not made, and says why and what to do instead", () =>
  browser.page({}, async (page) => {
    // Words that no packing makes small.
    let seed = 7;
    const word = () => { let out = ""; for (let i = 0; i < 8; i++) out += String.fromCharCode(97 + ((seed = (seed * 1103515245 + 12345) & 0x7fffffff) >> 8) % 26); return out; };
    await fill(page, `12 May 2021\n\nAnn Lee said ${Array.from({ length: 4000 }, word).join(" ")}.`);
    await page.getByRole("button", { name: "Save or share" }).click();
    await page.getByRole("menuitem", { name: /^Share link/ }).click();
    const field = page.getByRole("textbox", { name: "Share link" });
    await page.waitForFunction(() => document.querySelector("dialog textarea").value.includes("#cr1."));
    assert.equal(await page.getByLabel("Findings only").isChecked(), true, "findings only, unless asked for more");
    await page.getByLabel("Both texts as well").check();
    await page.locator("dialog [role=status]", { hasText: "16,000" }).filter({ hasText: "Save a web page instead" }).waitFor();
    assert.equal(await field.inputValue(), "");
    assert.equal(await page.getByRole("button", { name: "Copy link" }).isDisabled(), true);
  }));

test("single keys can be turned off, and never act in a field or with a modifier", () =>
  browser.page({}, async (page) => {
    await fill(page, example("ferry", "left"), example("ferry", "right"));
    const close = async () => {
      await page.keyboard.press("Escape");
      // The focus leaves a dialog a moment after it is closed.
      await page.waitForFunction(() => !document.querySelector("dialog[open]") && document.activeElement === document.body);
    };
    const active = () => page.locator("cross-read .s.active").count();
    await page.locator("#text-left").focus();
    await page.keyboard.press("End");
    await page.keyboard.press("j");
    assert.equal(await active(), 0);
    assert.match(await page.locator("#text-left").inputValue(), /j$/);
    await page.locator("#text-left").evaluate((area) => area.blur());
    await page.keyboard.press("Control+j");
    await page.keyboard.press("Alt+j");
    assert.equal(await active(), 0);
    await page.keyboard.press("?");
    await page.getByLabel("Single-key shortcuts are on").uncheck();
    await close();
    await page.keyboard.press("j");
    assert.equal(await active(), 0);
    await page.keyboard.press("?");
    await page.getByLabel("Single-key shortcuts are on").check();
    await close();
    await page.keyboard.press("j");
    await page.locator("cross-read .s.active").first().waitFor();
  }));

test("a screen reader is told the result, what is chosen, and what it has to do with the other report", () =>
  browser.page({}, async (page) => {
    await page.evaluate(() => {
      const status = document.getElementById("reading").shadowRoot.querySelector("[role=status][aria-live=polite]");
      globalThis.told = [];
      new MutationObserver(() => globalThis.told.push(status.textContent)).observe(status, { childList: true, characterData: true, subtree: true });
    });
    await fill(page, example("ferry", "left"), example("ferry", "right"));
    const told = (pattern) => page.waitForFunction((source) => globalThis.told.some((t) => new RegExp(source).test(t)), pattern);
    await told("^Compared\\. \\d+ findings\\.$");
    await page.keyboard.press("j");
    await told("^[A-Z][a-z ]+: ");
    await page.locator("cross-read .names button.name").first().evaluate((b) => b.click());
    await told(", in both reports$");
    assert.ok((await page.evaluate(() => globalThis.told.length)) <= 4, "and nothing else");
  }));
