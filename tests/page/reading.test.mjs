// The reading view: notes beside their evidence, everything linked across, filters, stepping, the strips, and panels
// that lead back to the text.
import assert from "node:assert/strict";
import { test } from "node:test";
import { setUp } from "./browser.mjs";

const browser = setUp();
const wide = { context: { viewport: { width: 1280, height: 900 }, reducedMotion: /** @type {const} */ ("reduce") } };

async function tryExample(page, which = 0) {
  await page.locator(".examples button").nth(which).click();
  await page.locator("cross-read .wording").waitFor({ state: "attached" });
  await page.waitForTimeout(400);
}

/** What `look` sees of the element. */
const inside = (page, look, value) => page.locator("cross-read").evaluate(look, value);

test("the summary begins with one sentence and tells three to seven things", async () => {
  for (const which of [0, 1, 2]) {
    await browser.page(wide, async (page) => {
      await tryExample(page, which);
      const seen = await inside(page, (reading, _, root = reading.shadowRoot) => ({
        first: root.querySelector(".answer").textContent.length, lines: root.querySelectorAll(".matters li").length, all: reading.result.comparison.findings.length,
        before: root.querySelector("#summary").compareDocumentPosition(root.querySelector("#texts")) & 4,
      }));
      assert.ok(seen.first > 20 && seen.before === 4);
      assert.ok(seen.lines >= Math.min(3, seen.all) && seen.lines <= 7, `${seen.lines} of ${seen.all}`);
    });
  }
});

test("every note stands beside its evidence, below the one before, and none over another", () =>
  browser.page(wide, async (page) => {
    await tryExample(page);
    for (const side of ["left", "right"]) {
      const notes = await inside(page, (reading, on, root = reading.shadowRoot) => [...root.querySelectorAll(`.pane.${on} .note`)].map((note) => {
        const mark = root.querySelector(`.pane.${on} .s.finding[data-n~="${note.querySelector(".note-number").textContent}"]`);
        const box = note.getBoundingClientRect(), text = root.querySelector(`.pane.${on} .article`).getBoundingClientRect();
        return { top: box.top, bottom: box.bottom, at: mark.getBoundingClientRect().top, beside: box.right <= text.left + 1 || box.left >= text.right - 1 };
      }), side);
      assert.ok(notes.length > 3);
      notes.sort((a, b) => a.top - b.top).forEach((note, i) => {
        const before = notes[i - 1]?.bottom ?? -Infinity;
        assert.ok(note.beside, "beside the text, not over it");
        assert.ok(note.top >= before, "not over another");
        assert.ok(note.top >= note.at - 3 && note.top <= Math.max(note.at + 3, before + 12), `at the height of its evidence: ${JSON.stringify(note)}`);
      });
    }
  }));

test("what is focused or chosen is lit in both texts and brought into view there", () =>
  browser.page(wide, async (page) => {
    await tryExample(page);
    const linked = await inside(page, (reading) => reading.result.comparison.findings.filter((f) => f.left.length && f.right.length).map((f) => f.id));
    assert.ok(linked.length > 3);
    for (const id of linked) {
      await inside(page, (reading, group) => reading.select(group), `finding-${id}`);
      await page.waitForTimeout(120);
      const seen = await inside(page, (reading, _, root = reading.shadowRoot) => ["left", "right"].map((side) => {
        const pane = root.querySelector(`.pane.${side}`).getBoundingClientRect(), mark = root.querySelector(`.pane.${side} .s.active`)?.getBoundingClientRect();
        return mark && mark.top >= pane.top && mark.bottom <= pane.bottom;
      }));
      assert.deepEqual(seen, [true, true], `${id} is in sight on both sides`);
    }
    await page.keyboard.press("1");
    for (let i = 0; i < 60; i++) {
      await page.keyboard.press("ArrowRight");
      const sides = await inside(page, (reading, _, root = reading.shadowRoot) => ["left", "right"].map((side) => root.querySelectorAll(`.pane.${side} .s.lit`).length > 0));
      assert.equal(sides[0], true, "what has the focus is lit");
      if (sides[1]) return;
    }
    assert.fail("no focused mark lights its counterpart");
  }));

test("the legend counts what is marked, and hides a kind of finding in texts, notes and strips", () =>
  browser.page(wide, async (page) => {
    await tryExample(page);
    const counts = await inside(page, (reading, _, root = reading.shadowRoot) => {
      const { left, right, comparison } = reading.result;
      const named = (kind) => [left, right].flatMap((r) => r.mentions.filter((m) => m.form !== "pronoun" || m.entity !== null).filter((m) => (r.entities[m.entity]?.kind ?? m.kind) === kind)).length;
      const told = { person: named("person"), organization: named("organization"), place: named("place"), date: left.dates.length + right.dates.length, figure: left.figures.length + right.figures.length };
      for (const f of comparison.findings) told[f.kind] = (told[f.kind] ?? 0) + 1;
      return Object.entries(told).map(([name, n]) => [name, n, Number(root.querySelector(`.toggle[data-name="${name}"] .count`)?.textContent)]);
    });
    for (const [name, n, shown] of counts) assert.equal(shown, n, `${name} are counted`);
    const state = () => inside(page, (reading, _, root = reading.shadowRoot) => ({ marks: root.querySelectorAll(".article .s.is-conflict").length, notes: root.querySelectorAll(".note.conflict:not([hidden])").length, strip: root.querySelectorAll(".strip .conflict").length }));
    const before = await state();
    assert.ok(before.marks > 0 && before.notes > 0 && before.strip > 0);
    const conflicts = ["figure-conflict", "date-conflict"];
    for (const kind of conflicts) await page.locator(`cross-read .toggle[data-name=${kind}]`).click();
    await page.waitForTimeout(300);
    assert.deepEqual(await state(), { marks: 0, notes: 0, strip: 0 });
    for (const kind of conflicts) await page.locator(`cross-read .toggle[data-name=${kind}]`).click();
    await page.waitForTimeout(300);
    assert.deepEqual(await state(), before);
  }));

test("next and previous go through all findings in reading order, round, and past what is hidden", () =>
  browser.page(wide, async (page) => {
    await tryExample(page);
    const steps = page.locator("cross-read .steps");
    const position = async () => (await steps.locator(".position").textContent()) ?? "";
    const all = Number(/^\d+/.exec(await position())?.[0]);
    assert.ok(all > 5);
    for (let i = 1; i <= all; i++) {
      await steps.getByRole("button", { name: "Next finding" }).click();
      assert.equal(await position(), `${i} of ${all}`);
    }
    await steps.getByRole("button", { name: "Next finding" }).click();
    assert.equal(await position(), `1 of ${all}`, "round");
    await steps.getByRole("button", { name: "Previous finding" }).click();
    assert.equal(await position(), `${all} of ${all}`);
    await page.locator("cross-read .toggle[data-name=told-only]").click();
    for (let i = 0; i < 6; i++) {
      await steps.getByRole("button", { name: "Next finding" }).click();
      assert.equal(await inside(page, (reading, _, root = reading.shadowRoot) => root.querySelectorAll(".note.active[data-kind=told-only]").length), 0, "what is hidden is passed over");
    }
  }));

test("a strip shows where findings stand, and leads there", () =>
  browser.page(wide, async (page) => {
    await tryExample(page);
    await page.locator("cross-read .desk").evaluate((desk) => desk.scrollIntoView());
    for (const side of ["left", "right"]) {
      const strip = page.locator(`cross-read .strip.${side}`);
      assert.ok((await strip.locator("path").count()) > 0);
      const box = await strip.boundingBox();
      const top = () => page.locator(`cross-read .pane.${side}`).evaluate((pane) => pane.scrollTop);
      assert.equal(await top(), 0);
      await page.mouse.click(box.x + 6, box.y + box.height * 0.95);
      assert.ok((await top()) > 50, "the end of the strip is the end of the text");
    }
  }));

test("differences only leaves paragraphs with a difference, and says how many it left out", () =>
  browser.page(wide, async (page) => {
    await tryExample(page);
    await page.keyboard.press("d");
    await page.waitForTimeout(400);
    const seen = await inside(page, (reading, _, root = reading.shadowRoot) => ["left", "right"].map((side) => ({
      shown: [...root.querySelectorAll(`.pane.${side} .block`)].filter((b) => b.getClientRects().length > 0).every((b) => b.querySelector(".is-conflict, .is-differs, .is-only")),
      blocks: [...root.querySelectorAll(`.pane.${side} .block`)].filter((b) => b.getClientRects().length > 0).length,
      left: [...root.querySelectorAll(`.pane.${side} .skipped`)].filter((b) => b.getClientRects().length > 0).reduce((sum, b) => sum + parseInt(b.textContent, 10), 0),
      all: reading.result[side].blocks.length,
    })));
    for (const side of seen) {
      assert.ok(side.shown && side.blocks > 0);
      assert.equal(side.blocks + side.left, side.all, "every paragraph is shown or counted");
    }
  }));

test("where marks overlap, each keeps a sign of its own", () =>
  browser.page(wide, async (page) => {
    await tryExample(page);
    const seen = await inside(page, (reading, _, root = reading.shadowRoot) => {
      const clear = (colour) => /rgba\(.*, 0\)|transparent/.test(colour);
      const signs = {
        person: (s) => s.textDecorationLine === "underline" && !clear(s.textDecorationColor), organization: (s) => s.textDecorationStyle === "double", place: (s) => s.textDecorationStyle === "dashed",
        date: (s) => s.backgroundImage !== "none", figure: (s) => s.backgroundImage !== "none", direct: (s) => !clear(s.backgroundColor), indirect: (s) => !clear(s.backgroundColor),
        passage: (s) => s.boxShadow !== "none" && !clear(s.boxShadow), "is-conflict": (s) => !clear(s.backgroundColor), "is-differs": (s) => !clear(s.backgroundColor),
      };
      const lost = [];
      let overlapping = 0;
      for (const element of root.querySelectorAll(".article .s")) {
        const on = [...element.classList].filter((c) => signs[c]);
        if (on.length > 1) overlapping++;
        const style = getComputedStyle(element);
        // Of two kinds of names on one stretch the inner one is underlined.
        for (const name of on) if (!signs[name](style) && !(["person", "organization", "place"].includes(name) && style.textDecorationLine === "underline")) lost.push(`${name} on "${element.textContent}"`);
      }
      return { overlapping, lost };
    });
    assert.ok(seen.overlapping > 10, "the example has marks that overlap");
    assert.deepEqual(seen.lost, []);
  }));

test("every panel leads to its place in the text", () =>
  browser.page(wide, async (page) => {
    await tryExample(page);
    for (const [panel, button] of [["names", "button.name"], ["timeline", ".time-list button.cite"], ["timeline", ".time-svg [role=button]"], ["statements", "button.cite"], ["figures", "button.cite"], ["wording", ".passages button"]]) {
      const buttons = page.locator(`cross-read .${panel} ${button}`);
      assert.ok((await buttons.count()) > 0, `${panel} has ${button}`);
      for (const n of [0, (await buttons.count()) - 1]) {
        await page.keyboard.press("Escape");
        await page.keyboard.press("Escape");
        await buttons.nth(n).evaluate((b) => { b.closest("details")?.setAttribute("open", ""); b.dispatchEvent(new MouseEvent("click", { bubbles: true })); });
        await page.waitForTimeout(60);
        const active = await inside(page, (reading, _, root = reading.shadowRoot) => {
          const mark = root.querySelector(".pane .s.active"), pane = mark?.closest(".pane").getBoundingClientRect(), at = mark?.getBoundingClientRect();
          return mark !== null && at.top >= pane.top && at.bottom <= pane.bottom && root.querySelector("#texts").getBoundingClientRect().top < innerHeight;
        });
        assert.ok(active, `${panel} ${button} ${n} shows its place`);
      }
    }
  }));

test("the timeline zooms, and its list holds what its chart shows", () =>
  browser.page(wide, async (page) => {
    await tryExample(page);
    const chart = page.locator("cross-read .timeline");
    await chart.scrollIntoViewIfNeeded();
    const shown = async () => (await chart.locator(".time-shown").textContent()) ?? "";
    await chart.getByRole("button", { name: "Show all" }).click();
    const marks = await inside(page, (reading, _, root = reading.shadowRoot) => [...root.querySelectorAll(".time-svg [role=button]")].map((m) => m.getAttribute("aria-label").split(": ")[0]));
    const list = await inside(page, (reading, _, root = reading.shadowRoot) => [...root.querySelectorAll(".time-list time")].map((t) => t.textContent));
    for (const when of marks) assert.ok(list.includes(when), `${when} stands in the list`);
    const all = await shown();
    await chart.getByRole("button", { name: "Zoom in" }).click();
    await chart.getByRole("button", { name: "Zoom in" }).click();
    assert.notEqual(await shown(), all);
    assert.match(await shown(), /dates? outside/);
    await chart.getByRole("button", { name: "Show all" }).click();
    assert.equal(await shown(), all);
  }));
