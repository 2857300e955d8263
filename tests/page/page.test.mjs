// The page as a reader uses it, in Chromium, served with the strict policy.
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { root, setUp } from "./browser.mjs";

const browser = setUp();
const example = (name, side) => readFileSync(join(root, "www", "examples", name, `${side}.txt`), "utf8");
const folded = (text) => text.replace(/\s+/g, " ").trim();

/** Opens the first example and waits for its comparison. */
async function tryExample(page, which = 0) {
  await page.locator(".examples button").nth(which).click();
  await page.locator("cross-read .desk").waitFor();
  await page.locator("cross-read .names").waitFor();
}

/** What the element holds now. */
const held = (page, what) => page.evaluate(what);

test("an example becomes a summary, two whole texts and panels, without a shift", () =>
  browser.page({ context: { viewport: { width: 1280, height: 900 } } }, async (page) => {
    await tryExample(page);
    await page.evaluate(() => {
      globalThis.shifts = 0;
      new PerformanceObserver((list) => { for (const e of list.getEntries()) if (!e.hadRecentInput) globalThis.shifts += e.value; }).observe({ type: "layout-shift", buffered: false });
    });
    assert.notEqual(await page.locator("cross-read .answer").innerText(), "");
    for (const side of ["left", "right"]) {
      const shown = await page.locator(`cross-read .pane.${side}`).evaluate((pane) => [...pane.querySelectorAll(".block")].map((b) => b.textContent).join(" "));
      assert.equal(folded(shown), folded(example("ferry", side)), "every character of the text, once");
    }
    for (const panel of ["names", "timeline", "statements", "figures", "wording"]) assert.equal(await page.locator(`cross-read .panel.${panel}`).count(), 1);
    assert.ok((await page.locator("cross-read .article .s").count()) > 40, "the texts are annotated");
    await page.waitForTimeout(600);
    assert.equal(await held(page, () => globalThis.shifts), 0, "nothing moves after the first result");
  }));

test("typing is compared live, clearing can be undone, and sides change places", () =>
  browser.page({}, async (page) => {
    await page.locator("#text-left").fill("12 May 2021\n\nAnn Lee of Norway met Bo Falk in Oslo on Tuesday.");
    await page.locator("#text-right").fill("13 May 2021\n\nBo Falk met Ann Lee in Oslo.");
    await page.locator("cross-read .desk").waitFor();
    await page.locator("#text-right").press("End");
    await page.locator("#text-right").pressSequentially(" Zoe Marr of Sweden was there.");
    await page.locator("cross-read .names", { hasText: "Marr" }).waitFor();
    assert.match(await page.locator("#text-right").inputValue(), /Zoe Marr of Sweden was there/, "what is typed stays");
    await page.getByRole("button", { name: "Clear: Left report" }).click();
    assert.equal(await page.locator("#text-left").inputValue(), "");
    await page.locator("#message").getByRole("button", { name: "Undo" }).click();
    assert.match(await page.locator("#text-left").inputValue(), /^12 May 2021/);
    await page.locator("cross-read .desk").waitFor();
    await page.getByRole("button", { name: "Swap sides" }).click();
    assert.match(await page.locator("#text-right").inputValue(), /^12 May 2021/);
    await page.waitForFunction(() => document.getElementById("reading").result?.right.published === "2021-05-12");
  }));

test("outlet and date are found, can be set, and given back to the text", () =>
  browser.page({}, async (page) => {
    await tryExample(page);
    await page.getByRole("button", { name: "Edit text: Left report" }).click();
    const date = page.getByRole("group", { name: "Left report" }).getByLabel("Report date");
    assert.equal(await date.inputValue(), "2024-03-14");
    await date.fill("2024-04-02");
    await date.dispatchEvent("change");
    await page.waitForFunction(() => document.getElementById("reading").result?.left.published === "2024-04-02");
    await page.locator(".box.left").getByText("set by you").waitFor();
    await page.locator(".box.left").getByRole("button", { name: /use the text/ }).click();
    await page.waitForFunction(() => document.getElementById("reading").result?.left.published === "2024-03-14");
    const outlet = page.getByRole("group", { name: "Left report" }).getByLabel("Outlet");
    await outlet.fill("The Test Post");
    await outlet.dispatchEvent("change");
    await page.locator("cross-read .pane.left .pane-meta", { hasText: "The Test Post" }).waitFor();
  }));

test("a rich paste sets page furniture aside, shows it, and puts it back", () =>
  browser.page({}, async (page) => {
    await page.locator("#text-left").focus();
    await page.locator("#text-left").evaluate((area) => {
      const data = new DataTransfer();
      data.setData("text/html", "<nav>Home Sport Weather</nav><h1>A head</h1><time datetime=\"2021-05-12T08:00Z\">May 12</time><p>First <b>words</b> of it.</p><p>Second part.</p><footer>Follow us</footer>");
      data.setData("text/plain", "Home Sport Weather\nA head\nFirst words of it.\nSecond part.\nFollow us");
      area.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
    });
    assert.equal(await page.locator("#text-left").inputValue(), "A head\n\nMay 12\n\nFirst words of it.\n\nSecond part.");
    await page.locator("#text-right").fill("12 May 2021\n\nSecond part.");
    await page.waitForFunction(() => document.getElementById("reading").result?.left.published === "2021-05-12", null);
    await page.locator(".box.left").getByText("from the page").waitFor({ state: "attached" });
    await page.locator(".box.left .aside-note").getByRole("button", { name: "Put back" }).click();
    assert.match(await page.locator("#text-left").inputValue(), /Home Sport Weather[\s\S]*Follow us/);
  }));

test("files are opened or refused with a way on, and the text stays", () =>
  browser.page({}, async (page) => {
    const open = (files) => page.locator(".composer input[type=file]").setInputFiles(files);
    await open([
      { name: "a.html", mimeType: "text/html", buffer: Buffer.from('<title>x</title><meta property="og:site_name" content="The Post"><article><h1>Head</h1><p>One.</p><script>document.title="run"</script></article>') },
      { name: "b.md", mimeType: "text/markdown", buffer: Buffer.from("# Title\n\nTwo **bold**.") },
    ]);
    await page.waitForFunction(() => document.getElementById("text-right").value !== "");
    assert.equal(await page.locator("#text-left").inputValue(), "Head\n\nOne.");
    assert.equal(await page.locator("#text-right").inputValue(), "Title\n\nTwo bold.");
    assert.doesNotMatch(await page.title(), /run/);
    await open([{ name: "c.pdf", mimeType: "application/pdf", buffer: Buffer.from([0x25, 0x50, 0, 1, 2, 3, 0, 0]) }]);
    await page.locator("#message", { hasText: "holds no text" }).waitFor();
    assert.equal(await page.locator("#text-left").inputValue(), "Head\n\nOne.", "the text is unchanged");
  }));

test("hostile text is shown as text and never run", () =>
  browser.page({}, async (page) => {
    const hostile = `Oslo, Norway - <img src=x onerror="globalThis.ran=1"> <script>globalThis.ran=1</script>\n\n<a href="javascript:globalThis.ran=1">Ann Lee</a> said \u202e"reversed"\u202c on Monday. </textarea></style>`;
    await page.locator("#text-left").fill(hostile);
    await page.locator("#text-right").fill(`${hostile}\n\nMore.`);
    await page.locator("cross-read .desk").waitFor();
    const seen = await page.evaluate(() => {
      const root = document.getElementById("reading").shadowRoot;
      return { foreign: root.querySelectorAll("img, script, a[href]").length, ran: globalThis.ran, text: root.querySelector(".pane.left").textContent, controls: [...root.querySelectorAll(".pane.left .control")].map((c) => c.textContent) };
    });
    assert.equal(seen.foreign, 0);
    assert.equal(seen.ran, undefined);
    assert.match(seen.text, /<img src=x onerror=/);
    assert.deepEqual(seen.controls, ["RLO", "PDF"], "controls are written out");
  }));

test("odd input gives a result or one clear message", () =>
  browser.page({}, async (page) => {
    for (const [left, right] of [["word", "word"], ["😀 😀", "مرحبا بالعالم"], ["\ud800 alone", "a\u0000b"], ["<html><body>", "{}"]]) {
      await page.locator("#text-left").evaluate((a, t) => { a.value = t; a.dispatchEvent(new Event("input", { bubbles: true })); }, left);
      await page.locator("#text-right").evaluate((a, t) => { a.value = t; a.dispatchEvent(new Event("input", { bubbles: true })); }, right);
      await page.waitForFunction((t) => document.getElementById("reading").result?.input.left.text === t, left);
    }
    await page.locator("#text-left").fill("   ");
    await page.waitForFunction(() => document.getElementById("reading").result === null);
  }));

test("the whole way by keyboard: text, mark, details, counterpart, back", () =>
  browser.page({ context: { viewport: { width: 1280, height: 900 } } }, async (page) => {
    await tryExample(page);
    const focused = () => page.evaluate(() => {
      const e = document.getElementById("reading").shadowRoot.activeElement;
      return e ? { text: e.textContent, role: e.getAttribute("role"), about: e.getAttribute("aria-description"), side: e.closest(".pane")?.dataset.side } : null;
    });
    await page.keyboard.press("1");
    assert.equal((await focused()).side, "left");
    // To the first name that the other report has as well.
    for (let i = 0; i < 80; i++) {
      await page.keyboard.press("ArrowRight");
      if (/in both reports/.test((await focused()).about ?? "")) break;
    }
    const first = await focused();
    assert.equal(first.role, "button", "a mark is a button while it has the focus");
    assert.match(first.about, /in both reports/);
    await page.keyboard.press("Enter");
    const card = page.locator("cross-read .card");
    if (await card.isVisible()) {
      await page.keyboard.press("Escape");
      await card.waitFor({ state: "hidden" });
      assert.equal((await focused()).text, first.text, "Escape gives the focus back");
    }
    await page.keyboard.press("c");
    assert.equal((await focused()).side, "right", "C goes to the other report");
    await page.keyboard.press("c");
    assert.equal((await focused()).side, "left", "and back");
    await page.keyboard.press("?");
    await page.getByRole("heading", { name: "Keyboard shortcuts" }).waitFor();
    await page.keyboard.press("Escape");
    await page.locator("#text-left").evaluate((a) => a.blur());
    await page.keyboard.press("n");
    await page.waitForFunction(() => document.getElementById("reading").shadowRoot.activeElement?.id === "names");
  }));

test("hover lights the counterpart and joins both; a resting pointer does not", () =>
  browser.page({ context: { viewport: { width: 1280, height: 900 }, reducedMotion: "reduce" } }, async (page) => {
    await tryExample(page);
    const state = () => page.evaluate(() => {
      const root = document.getElementById("reading").shadowRoot;
      const sides = (s) => ["left", "right"].map((side) => root.querySelectorAll(`.pane.${side} ${s}`).length > 0);
      return { lit: sides(".s.lit"), active: sides(".s.active"), lines: root.querySelectorAll(".connectors path").length };
    });
    await page.locator("cross-read .desk").evaluate((desk) => desk.scrollIntoView());
    await page.locator("cross-read .pane.left .s.finding.is-differs").first().hover();
    assert.deepEqual((await state()).lit, [true, true]);
    assert.ok((await state()).lines > 0, "a line joins them");
    // The pointer lies somewhere in the left text while findings are stepped through.
    for (let i = 0; i < 4; i++) {
      await page.keyboard.press("j");
      await page.waitForTimeout(100);
      const now = await state();
      if (now.active[0] && now.active[1]) assert.deepEqual([now.lit, now.lines > 0], [[true, true], true]);
    }
  }));

test("the legend filters, by kind of mark and by mode", () =>
  browser.page({ context: { viewport: { width: 1280, height: 900 } } }, async (page) => {
    await tryExample(page);
    const marked = () => page.locator("cross-read .article .s.person").count();
    assert.ok((await marked()) > 0);
    const people = page.locator("cross-read .toggle[data-name=person]");
    assert.equal(await people.getAttribute("aria-pressed"), "true");
    // One text is painted after the other, each in a task of its own.
    const painted = () => page.waitForTimeout(300);
    await people.click();
    await painted();
    assert.equal(await marked(), 0);
    assert.equal(await people.getAttribute("aria-pressed"), "false");
    await people.click();
    await painted();
    assert.ok((await marked()) > 0);
    const blocks = () => page.locator("cross-read .pane.left .holder:visible").count();
    const all = await blocks();
    await page.keyboard.press("d");
    await painted();
    assert.ok((await blocks()) <= all);
    await page.keyboard.press("d");
    await painted();
    assert.equal(await blocks(), all);
    await page.keyboard.press("b");
    await painted();
    const label = await page.locator("cross-read .s[data-label]").first().evaluate((e) => getComputedStyle(e, "::after").content);
    assert.match(label, /^"\w+/, "labels are written out");
  }));

test("a name is corrected in place, the correction is undone, redone and kept", () =>
  browser.page({ context: { viewport: { width: 1280, height: 900 } } }, async (page) => {
    await tryExample(page);
    const name = page.locator("cross-read .names button.name").first();
    await name.click();
    await page.locator("cross-read .card .correct summary").click();
    const field = page.getByLabel("Name to show");
    await field.fill("Renamed Here");
    await field.press("Enter");
    await page.waitForFunction(() => document.getElementById("reading").corrections.entities.length === 2);
    await page.locator("cross-read .names button.name", { hasText: "Renamed Here" }).first().waitFor({ state: "attached" });
    await page.locator("cross-read .legend").getByRole("button", { name: "Undo correction" }).click();
    await page.waitForFunction(() => document.getElementById("reading").corrections.entities.length === 0);
    await page.locator("cross-read .legend").getByRole("button", { name: "Redo correction" }).click();
    await page.waitForFunction(() => document.getElementById("reading").corrections.entities.length === 2);
  }));

test("everything can be taken away, and the saved page stands alone", () =>
  browser.page({ context: { acceptDownloads: true, viewport: { width: 1280, height: 900 } } }, async (page) => {
    await tryExample(page);
    const save = async (label) => {
      const waiting = page.waitForEvent("download");
      await page.getByRole("button", { name: "Save or share" }).click();
      await page.getByRole("menuitem", { name: label }).click();
      return readFileSync(await (await waiting).path(), "utf8");
    };
    assert.match(await save(/^Markdown/), /^# Two reports compared[^]*Kallvik/);
    for (const table of ["Findings", "Names", "Statements", "Figures", "Dates"]) assert.match(await save(new RegExp(`^${table}$`)), /^[^\r\n]+,[^\r\n]+\r\n[^]*,/, `${table} are a table`);
    const data = JSON.parse(await save(/^JSON/));
    assert.deepEqual([data.format, data.version, data.left.text], ["crossread", 1, example("ferry", "left")]);
    const annotations = JSON.parse(await save(/^Web annotations/));
    assert.equal(annotations.type, "AnnotationPage");
    assert.ok(annotations.items.length > 0);
    const saved = await save(/^Web page/);
    const file = join(mkdtempSync(join(tmpdir(), "crossread-")), "saved.html");
    writeFileSync(file, saved);
    assert.doesNotMatch(saved, /<script(?![^>]*application\/json)/, "no script runs in it");
    await browser.page({ from: "file", path: pathToFileURL(file).href }, async (copy) => {
      assert.match(folded(await copy.locator("body").innerText()), /Kallvik/);
      assert.equal(await copy.locator(".pane .s.person").first().isVisible(), true);
    });
  }));

test("a link carries findings or texts; cut or foreign links say so", async () => {
  let links = {};
  await browser.page({ context: { viewport: { width: 1280, height: 900 } } }, async (page) => {
    await tryExample(page, 1);
    await page.getByRole("button", { name: "Save or share" }).click();
    await page.getByRole("menuitem", { name: /^Share link/ }).click();
    const field = page.getByRole("textbox", { name: "Share link" });
    await page.waitForFunction(() => document.querySelector("dialog textarea").value.includes("#cr1."));
    links.findings = new URL(await field.inputValue()).hash;
    await page.getByLabel("Both texts as well").check();
    await page.waitForFunction((before) => { const v = document.querySelector("dialog textarea").value; return v !== "" && !v.endsWith(before); }, links.findings);
    links.texts = new URL(await field.inputValue()).hash;
  });
  await browser.page({ path: links.texts }, async (page) => {
    await page.locator("cross-read .desk").waitFor();
    assert.equal(await page.locator("#text-left").inputValue(), example("talks", "left"));
  });
  await browser.page({ path: links.findings }, async (page) => {
    await page.locator("#shared", { hasText: "without the texts" }).waitFor();
    assert.equal(await page.locator("#text-left").inputValue(), "", "no text is in it");
  });
  await browser.page({ path: links.texts.slice(0, -40) }, (page) => page.locator("#message", { hasText: "incomplete" }).waitFor());
  await browser.page({ path: links.texts.replace("cr1.", "cr7.") }, (page) => page.locator("#message", { hasText: "another version" }).waitFor());
});

test("drafts are kept only when turned on, and forgotten on request", () =>
  browser.page({}, async (page) => {
    await tryExample(page);
    assert.equal(await held(page, () => localStorage.length), 0, "nothing is stored unasked");
    await page.getByLabel("Keep a draft in this browser").check();
    await page.locator("#message", { hasText: "is kept" }).waitFor();
    await page.reload();
    await page.locator("cross-read .desk").waitFor();
    assert.equal(await page.locator("#text-left").inputValue(), example("ferry", "left"));
    await page.getByRole("button", { name: "Forget everything kept here" }).click();
    await page.locator("#message", { hasText: "Nothing is kept" }).waitFor();
    assert.equal(await held(page, () => localStorage.length), 0);
  }));

test("a finding is dismissed, is gone from texts and summary, and is brought back", () =>
  browser.page({ context: { viewport: { width: 1280, height: 900 } } }, async (page) => {
    await tryExample(page);
    const count = () => page.evaluate(() => document.getElementById("reading").result.comparison.findings.filter((f) => !f.dismissed).length);
    const before = await count();
    await page.keyboard.press("j");
    await page.locator("cross-read .note.active").getByRole("button", { name: /^Dismiss/ }).first().click();
    await page.locator("cross-read .dismissed summary").waitFor();
    assert.equal(await count(), before - 1);
    await page.locator("cross-read .dismissed summary").click();
    await page.locator("cross-read .dismissed").getByRole("button", { name: /^Bring back/ }).click();
    await page.waitForFunction((n) => document.getElementById("reading").result.comparison.findings.filter((f) => !f.dismissed).length === n, before);
  }));

test("with the lock on, one text scrolls with the other; with it off, it does not", () =>
  browser.page({ context: { viewport: { width: 1280, height: 700 }, reducedMotion: "reduce" } }, async (page) => {
    await tryExample(page);
    const scroll = async (to) => {
      await page.locator("cross-read .pane.left").hover({ position: { x: 200, y: 100 } });
      await page.locator("cross-read .pane.left").evaluate((pane, top) => { pane.scrollTop = top; }, to);
      await page.waitForTimeout(250);
      return page.locator("cross-read .pane.right").evaluate((pane) => Math.round(pane.scrollTop));
    };
    await page.waitForTimeout(1000);
    assert.equal(await scroll(300), 0);
    await page.keyboard.press("l");
    assert.ok((await scroll(420)) > 50);
  }));

test("work can be stopped, and the texts are still there", () =>
  browser.page({}, async (page) => {
    const long = `${example("ferry", "left")}\n\n`.repeat(150);
    const stopped = await page.evaluate(async (text) => {
      const element = /** @type {any} */ (document.getElementById("reading"));
      const area = /** @type {any} */ (document.getElementById("text-left"));
      area.value = text;
      element.left = text;
      element.right = text.slice(0, -5);
      const working = element.compare();
      setTimeout(() => element.cancel(), 150);
      return [await working, area.value === text, element.left.text === text];
    }, long);
    assert.deepEqual(stopped, [null, true, true]);
  }));

test("the whole job by keyboard alone", () =>
  browser.page({ context: { viewport: { width: 1280, height: 900 } } }, async (page) => {
    const reach = async (what) => {
      for (let i = 0; i < 60; i++) {
        await page.keyboard.press("Tab");
        if (await page.evaluate(what)) return;
      }
      assert.fail(`${what} is not reached with Tab`);
    };
    await reach("document.activeElement.id === 'text-left'");
    await page.keyboard.insertText("12 May 2021\n\nAnn Lee of Norway met Bo Falk in Oslo. Four boats came.");
    await reach("document.activeElement.id === 'text-right'");
    await page.keyboard.insertText("13 May 2021\n\nBo Falk met Ann Lee in Oslo. Five boats came.");
    await page.locator("cross-read .desk").waitFor();
    await reach("document.getElementById('reading').shadowRoot.activeElement?.closest('.pane.left .article') != null");
    await page.keyboard.press("Enter");
    await page.locator("cross-read .s.active").first().waitFor();
    await page.keyboard.press("Escape");
    for (let i = 0; i < 80; i++) {
      await page.keyboard.press("Shift+Tab");
      if (await page.evaluate(() => document.activeElement.textContent === "Save or share")) break;
    }
    await page.keyboard.press("Enter");
    const waiting = page.waitForEvent("download");
    for (let i = 0; i < 3; i++) await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    assert.match((await waiting).suggestedFilename(), /\.md$/);
  }));
