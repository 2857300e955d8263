// The reader corrects what was found: every kind of correction acts at once, is taken back and done again, and
// stays in files, links and drafts.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { setUp } from "./browser.mjs";

const browser = setUp();
const context = { viewport: { width: 1280, height: 900 } };

const LEFT = `12 May 2021

Harbour talks end

Ann Lee of Norway met Bo Falk in Oslo on Tuesday. Lee said four boats were ready. Mr Falk, a fisherman, said: "We sail tomorrow."

The Tern was in the harbour. A. Lee left early.

Follow us on every channel for more news.

Sign up for our newsletter.`;
const RIGHT = `13 May 2021

Bo Falk met Ann Lee in Oslo on Tuesday. Falk said five boats were ready. Anna Lee, the minister, left early.`;

async function compare(page, texts = [LEFT, RIGHT]) {
  await page.locator("#text-left").fill(texts[0]);
  await page.locator("#text-right").fill(texts[1]);
  await page.waitForFunction(([left, right]) => {
    const { result } = /** @type {any} */ (document.getElementById("reading"));
    return result?.input.left.text === left && result.input.right.text === right;
  }, texts);
  await page.locator("cross-read .wording").waitFor({ state: "attached" });
}

/** Names of what one report or both name, in the order of the panel. */
const names = (page) => page.evaluate(() => /** @type {any} */ (document.getElementById("reading")).result.comparison.entities.map((e) => e.name));
const corrections = (page) => page.evaluate(() => /** @type {any} */ (document.getElementById("reading")).corrections);
/** Runs `act` and waits for the comparison that follows. */
async function recomputed(page, act) {
  await page.evaluate(() => {
    globalThis.told = false;
    document.getElementById("reading").addEventListener("cross-read-result", () => { globalThis.told = true; }, { once: true });
  });
  await act();
  await page.waitForFunction(() => globalThis.told);
}
/** Opens the form of corrections on a mark of the left text. */
async function correct(page, text) {
  await page.locator("cross-read .pane.left .s", { hasText: text }).first().click();
  await page.locator("cross-read .card .correct summary").click();
  return page.locator("cross-read .card");
}
const undo = (page) => recomputed(page, () => page.locator("cross-read .legend").getByRole("button", { name: "Undo correction" }).click());
const redo = (page) => recomputed(page, () => page.locator("cross-read .legend").getByRole("button", { name: "Redo correction" }).click());

test("a name is given another kind, merged, split and taken out; each step is undone and done again", () =>
  browser.page({ context }, async (page) => {
    await compare(page);
    const kindOf = (name) => page.evaluate((n) => /** @type {any} */ (document.getElementById("reading")).result.comparison.entities.find((e) => e.name === n)?.kind ?? null, name);
    const before = await names(page);
    assert.ok(before.includes("Oslo") && before.includes("Bo Falk"), before.join(", "));

    // Kind: in both reports, as one step.
    let card = await correct(page, "Oslo");
    await card.getByLabel("Kind").first().selectOption("organization");
    await recomputed(page, () => card.getByRole("button", { name: "Kind: Apply" }).click());
    assert.equal(await kindOf("Oslo"), "organization");
    assert.equal((await corrections(page)).entities.length, 2, "the place in the other report as well");
    await undo(page);
    assert.equal(await kindOf("Oslo"), "place");
    await redo(page);
    assert.equal(await kindOf("Oslo"), "organization");
    await undo(page);

    // Not a name.
    card = await correct(page, "Norway");
    await recomputed(page, () => card.getByRole("button", { name: "“Norway” is not a name" }).click());
    assert.ok(!(await names(page)).includes("Norway"));
    await undo(page);
    assert.ok((await names(page)).includes("Norway"));

    // Merge: two names of the left report become one.
    card = await correct(page, "Norway");
    await card.getByLabel("Which name is it the same as?").selectOption({ label: "Oslo" });
    await recomputed(page, () => card.getByRole("button", { name: "Same as…: Apply" }).click());
    const merged = await names(page);
    assert.equal(merged.filter((n) => n === "Norway" || n === "Oslo").length, 1, merged.join(", "));
    await undo(page);
    assert.deepEqual(await names(page), before);

    // Split: one mention becomes a name of its own.
    const mentions = () => page.evaluate(() => { const { left } = /** @type {any} */ (document.getElementById("reading")).result; return left.entities.find((e) => /Falk/.test(e.name)).mentions.length; });
    const many = await mentions();
    assert.ok(many >= 2, "Falk is mentioned twice");
    card = await correct(page, "Falk");
    await recomputed(page, () => card.getByRole("button", { name: "“Bo Falk” here is another" }).click());
    assert.ok((await mentions()) < many);
    await undo(page);
    assert.deepEqual(await names(page), before);
  }));

test("the date of a report is set from a date's card, and what counts from it moves", () =>
  browser.page({ context }, async (page) => {
    await compare(page);
    await page.locator("cross-read .pane.left .s.date", { hasText: "Tuesday" }).first().click();
    const card = page.locator("cross-read .card");
    await card.locator(".correct summary").click();
    await card.getByLabel("Date of the report").fill("2021-05-20");
    await recomputed(page, () => card.getByRole("button", { name: "Apply" }).click());
    const days = () => page.evaluate(() => { const { left } = /** @type {any} */ (document.getElementById("reading")).result; return [left.published, left.dates.map((d) => d.value)]; });
    const [published, values] = await days();
    assert.equal(published, "2021-05-20");
    assert.ok(values.includes("2021-05-18"), values.join(", "));
    await undo(page);
    assert.equal((await days())[0], "2021-05-12");
  }));

/** What has the focus inside the element, and what a screen reader was told last. */
const focus = (page) => page.evaluate(() => {
  const root = /** @type {ShadowRoot} */ (document.getElementById("reading").shadowRoot);
  return { text: root.activeElement?.textContent ?? null, mark: root.activeElement?.matches(".s") ?? false, section: root.activeElement?.closest("section")?.id ?? null, told: root.querySelector("[role=status]").textContent };
});
/** Presses a key until the focus is where `there` says. */
async function reach(page, key, there) {
  for (let i = 0; i < 60; i++) {
    await page.keyboard.press(key);
    if (there(await focus(page))) return;
  }
  assert.fail(`not reached with ${key}`);
}

test("by keyboard alone a name is corrected, a finding dismissed, both undone, and the reader stays in place", () =>
  browser.page({ context }, async (page) => {
    await compare(page);
    await page.locator("#text-right").evaluate((area) => area.blur());
    await page.keyboard.press("1");
    await reach(page, "ArrowRight", (f) => f.text === "Oslo");
    await page.keyboard.press("Enter");
    assert.match((await focus(page)).text, /^Oslo×/, "Enter leads into the card");
    await page.keyboard.press("Escape");
    assert.deepEqual([(await focus(page)).text, (await focus(page)).mark], ["Oslo", true], "Escape leads back");
    await page.keyboard.press("Enter");
    await reach(page, "Tab", (f) => f.text === "Correct");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.type("Old Oslo");
    await recomputed(page, () => page.keyboard.press("Enter"));
    await page.waitForFunction(() => /^Compared/.test(document.getElementById("reading").shadowRoot.querySelector("[role=status]").textContent));
    assert.ok((await names(page)).includes("Old Oslo"));
    assert.deepEqual([(await focus(page)).text, (await focus(page)).mark], ["Oslo", true], "the focus is on the mark that was corrected");
    await recomputed(page, () => page.keyboard.press("u"));
    assert.ok(!(await names(page)).includes("Old Oslo"));
    assert.equal((await focus(page)).text, "Oslo");

    await page.keyboard.press("j");
    await reach(page, "Tab", (f) => f.text === "Dismiss");
    await recomputed(page, () => page.keyboard.press("Enter"));
    assert.equal((await corrections(page)).dismissed.length, 1);
    const after = await focus(page);
    assert.ok(after.mark && after.section === "texts", "the focus is on the mark beside which the note stood");
    await recomputed(page, () => page.keyboard.press("u"));
    assert.equal((await corrections(page)).dismissed.length, 0);
  }));

test("one mention is given to another name, and the rest stay", () =>
  browser.page({ context }, async (page) => {
    await compare(page, ["12 May 2021\n\nAnn Lee met Eva Holm in Oslo. Holm came by boat. She said four boats were ready.", RIGHT]);
    const who = () => page.evaluate(() => {
      const { left } = /** @type {any} */ (document.getElementById("reading")).result;
      const she = left.mentions.find((m) => m.form === "pronoun" && m.entity !== null);
      return { she: left.entities[she?.entity]?.name, names: left.entities.map((e) => `${e.name} ${e.mentions.length}`) };
    });
    const before = await who();
    assert.ok(before.she, "the pronoun is resolved");
    const other = before.she === "Ann Lee" ? "Eva Holm" : "Ann Lee";
    const card = await correct(page, "She");
    assert.ok(await card.getByLabel(/Only “She” here/).isChecked(), "of a pronoun only the one is meant");
    await card.getByLabel("Which name is it the same as?").selectOption({ label: other });
    await recomputed(page, () => card.getByRole("button", { name: "Same as…: Apply" }).click());
    const after = await who();
    assert.equal(after.she, other);
    assert.equal(after.names.length, before.names.length, after.names.join(", "));
    await undo(page);
    assert.deepEqual(await who(), before);
    const again = await correct(page, "She");
    await recomputed(page, () => again.getByRole("button", { name: `“She” here is not ${before.she}` }).click());
    assert.equal((await who()).she, undefined);
  }));

test("a report without a date is asked for it once, and what counts from it finds its place", () =>
  browser.page({ context }, async (page) => {
    await compare(page, ["Ann Lee met Bo Falk in Oslo on Tuesday. On Wednesday they left.", RIGHT]);
    const line = page.locator("cross-read .undated");
    assert.equal(await line.count(), 1);
    const loose = () => page.evaluate(() => /** @type {any} */ (document.getElementById("reading")).result.comparison.timeline.filter((e) => !e.interval && e.left.length > 0).length);
    assert.equal(await loose(), 2);
    await page.locator("cross-read .pane.left .s.date", { hasText: "Tuesday" }).first().click();
    const card = page.locator("cross-read .card");
    assert.match(await card.innerText(), /Read as\s+a Tuesday/);
    assert.doesNotMatch(await page.locator("cross-read").evaluate((e) => e.shadowRoot.textContent), /XXXX|_REF/, "values are for programs");
    await page.keyboard.press("Escape");
    await line.locator("input").fill("2021-05-13");
    await recomputed(page, () => line.locator("input").press("Enter"));
    assert.equal(await loose(), 0);
    assert.equal((await focus(page)).section, "timeline", "the focus stays in the section");
    assert.equal(await page.locator("cross-read .undated").count(), 0);
  }));

test("page furniture is set aside, shown, put back, and set aside again", () =>
  browser.page({ context }, async (page) => {
    await compare(page);
    const kinds = () => page.evaluate(() => /** @type {any} */ (document.getElementById("reading")).result.left.blocks.map((b) => b.kind));
    assert.deepEqual((await kinds()).slice(-2), ["furniture", "furniture"]);
    const head = page.locator("cross-read .pane.left .aside-head");
    assert.match((await head.textContent()) ?? "", /Set aside: not part of the report/);
    assert.equal(await head.count(), 1, "what stands together is one part");
    await page.getByRole("button", { name: "1 part set aside" }).click();
    assert.equal(await page.evaluate(() => document.getElementById("reading").shadowRoot.activeElement?.textContent), "Put back");
    await recomputed(page, () => head.getByRole("button", { name: "Put back" }).click());
    assert.ok(!(await kinds()).includes("furniture"));
    assert.equal((await corrections(page)).kept.length, 1);
    await undo(page);
    assert.deepEqual((await kinds()).slice(-2), ["furniture", "furniture"]);
    await redo(page);
    await recomputed(page, () => page.locator("cross-read .aside-head").getByRole("button", { name: "Set aside again" }).first().click());
    assert.deepEqual((await kinds()).slice(-2), ["furniture", "furniture"]);
  }));

test("corrections stay in files, in links, in drafts, and with swapped sides", async () => {
  let hash = "";
  await browser.page({ context: { ...context, acceptDownloads: true } }, async (page) => {
    await compare(page);
    const card = await correct(page, "Oslo");
    await card.getByLabel("Name to show").fill("Old Oslo");
    await recomputed(page, () => card.getByLabel("Name to show").press("Enter"));
    await recomputed(page, () => page.locator("cross-read .aside-head").getByRole("button", { name: "Put back" }).click());
    const held = await corrections(page);
    const save = async (label) => {
      const waiting = page.waitForEvent("download");
      await page.getByRole("button", { name: "Save or share" }).click();
      await page.getByRole("menuitem", { name: label }).click();
      return readFileSync(await (await waiting).path(), "utf8");
    };
    assert.deepEqual(JSON.parse(await save(/^JSON/)).corrections, held);
    assert.match(await save(/^Markdown/), /Old Oslo/);
    assert.match(await save("Names"), /Old Oslo/);
    assert.match(await save(/^Web page/), /Old Oslo/);
    await page.getByRole("button", { name: "Save or share" }).click();
    await page.getByRole("menuitem", { name: /^Share link/ }).click();
    await page.waitForFunction(() => document.querySelector("dialog textarea").value.includes("#cr1."));
    const findings = await page.getByRole("textbox", { name: "Share link" }).inputValue();
    await page.getByLabel("Both texts as well").check();
    await page.waitForFunction((before) => { const { value } = document.querySelector("dialog textarea"); return value !== "" && value !== before; }, findings);
    hash = new URL(await page.getByRole("textbox", { name: "Share link" }).inputValue()).hash;
    await page.keyboard.press("Escape");
    await page.getByLabel("Keep a draft in this browser").check();
    await page.locator("#message", { hasText: "is kept" }).waitFor();
    await page.reload();
    await page.waitForFunction(() => /** @type {any} */ (document.getElementById("reading")).result?.comparison.entities.some((e) => e.name === "Old Oslo"));
    await page.getByRole("button", { name: "Forget everything kept here" }).click();
    // Swapped, the corrections go with their report.
    await recomputed(page, () => page.evaluate(() => document.querySelector(".swap button").click()));
    await page.waitForFunction(() => {
      const { result, corrections } = /** @type {any} */ (document.getElementById("reading"));
      return corrections.kept[0]?.side === "right" && result?.comparison.entities.some((e) => e.name === "Old Oslo") && !result.right.blocks.some((b) => b.kind === "furniture");
    });
  });
  await browser.page({ context, path: hash }, async (page) => {
    await page.waitForFunction(() => /** @type {any} */ (document.getElementById("reading")).result?.comparison.entities.some((e) => e.name === "Old Oslo"));
    assert.ok(!(await page.evaluate(() => /** @type {any} */ (document.getElementById("reading")).result.left.blocks.some((b) => b.kind === "furniture"))), "what was put back is back");
  });
});
