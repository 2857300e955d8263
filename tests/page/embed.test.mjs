// <cross-read> as embedders meet it: slots, attributes, properties, events, several on a page, without JavaScript.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { test } from "node:test";
import { root, setUp } from "./browser.mjs";

// The repository itself is served, so that the example finds the package where it was built.
const browser = setUp({ dir: root });
const path = "examples/plain.html";

test("the articles are read as they are, and the view takes their place", () =>
  browser.page({ path }, async (page) => {
    await page.locator("#first .desk").waitFor();
    const found = await page.evaluate(() => {
      const { left, right, input } = document.getElementById("first").result;
      return { published: [left.published, right.published], source: [left.source, right.source], text: input.left.text };
    });
    assert.deepEqual(found.published, ["2024-03-14", "2024-03-15"]);
    assert.deepEqual(found.source, ["Northwire", "The Coastal Herald"]);
    assert.match(found.text, /^Four dead after ferry and cargo ship collide\n\nKALLVIK, Norway - Four/);
    assert.equal(await page.locator("#first article").first().isVisible(), false);
  }));

test("two elements share one engine, and one shows a single panel", () =>
  browser.page({ path }, async (page, requests) => {
    await page.locator("#second").scrollIntoViewIfNeeded();
    await page.locator("#second .timeline").waitFor({ state: "attached" });
    assert.deepEqual(await page.evaluate(() => [...document.getElementById("second").shadowRoot.querySelectorAll("section")].map((s) => s.id)), ["timeline"]);
    await page.locator("#first .desk").waitFor();
    assert.equal(requests.filter((r) => r.endsWith(".wasm")).length, 1, "the module is fetched once");
  }));

test("properties and attributes change the comparison, and events tell of it", () =>
  browser.page({ path }, async (page) => {
    await page.locator("#first .desk").waitFor();
    const told = await page.evaluate(async () => {
      const element = /** @type {any} */ (document.getElementById("first"));
      const next = () => new Promise((done) => document.addEventListener("cross-read-result", (e) => done(e.target === element && e.result.right.published), { once: true }));
      let waiting = next();
      element.right = { text: "Seven people died in Oslo.", published: "2024-04-01" };
      const first = await waiting;
      waiting = next();
      element.publish("right", "2024-05-05");
      return [first, await waiting, element.corrections.rightPublished, element.canUndo];
    });
    assert.deepEqual(told, ["2024-04-01", "2024-05-05", "2024-05-05", true]);
  }));

test("parts and custom properties style it from outside", () =>
  browser.page({ path, context: { bypassCSP: true } }, async (page) => {
    await page.locator("#first .desk").waitFor();
    await page.addStyleTag({ content: "cross-read { --cross-read-ink: rgb(1, 2, 3) } cross-read::part(legend) { border-top-width: 7px }" });
    const seen = await page.evaluate(() => {
      const r = document.getElementById("first").shadowRoot;
      return [getComputedStyle(r.querySelector(".article")).color, getComputedStyle(r.querySelector(".legend")).borderTopWidth];
    });
    assert.deepEqual(seen, ["rgb(1, 2, 3)", "7px"]);
  }));

test("without JavaScript both articles can be read", () =>
  browser.page({ path, context: { javaScriptEnabled: false } }, async (page) => {
    assert.equal(await page.getByText("Four people were killed").isVisible(), true);
    assert.equal(await page.getByText("Five people died").isVisible(), true);
  }));

test("a page with a strict policy has nothing to report", () =>
  browser.page({ path: "examples/strict.html" }, async (page) => {
    await page.evaluate(() => {
      globalThis.violations = [];
      document.addEventListener("securitypolicyviolation", (e) => globalThis.violations.push(e.violatedDirective));
    });
    await page.locator("#first .desk").waitFor();
    assert.ok(page.workers().length > 0, "the work is done in a worker");
    assert.deepEqual(await page.evaluate(() => globalThis.violations), []);
  }));

test("through a bundler it finds its worker and its module, and a program's texts are compared", async () => {
  execFileSync(process.execPath, [join(root, "examples", "bundler", "build.mjs")]);
  await browser.page({ path: "target/example-bundler/index.html" }, async (page) => {
    await page.locator("output", { hasText: /\d findings/ }).waitFor();
    assert.ok(page.workers().length > 0);
    assert.deepEqual(await page.evaluate(() => [...document.querySelector("cross-read").shadowRoot.querySelectorAll("section")].map((s) => s.id)), ["summary", "texts"]);
  });
});

test("in a framework's page properties go in, events come out, and a new property is compared anew", () =>
  browser.page({ path: "examples/preact.html" }, async (page) => {
    await page.locator("output", { hasText: /\d findings/ }).waitFor();
    await page.locator("cross-read .statements", { hasText: "Ingrid Solheim" }).waitFor({ state: "attached" });
    await page.locator("select").selectOption("2");
    await page.waitForFunction(() => /** @type {any} */ (document.querySelector("cross-read")).result?.right.source === "Harbour Post");
    assert.deepEqual(await page.evaluate(() => [...document.querySelector("cross-read").shadowRoot.querySelectorAll("section")].map((s) => s.id)), ["summary", "statements"]);
  }));

test("nothing heavy is loaded before an element comes near the view, and it takes its worker and module from where it is told", () =>
  browser.page({ path: "examples/strict.html", context: { viewport: { width: 1000, height: 600 }, bypassCSP: true } }, async (page, requests) => {
    await page.locator("#first .desk").waitFor();
    const heavy = () => requests.filter((r) => /\.wasm$|worker\.js$/.test(r)).map((r) => new URL(r).pathname);
    const before = heavy().length;
    await page.evaluate(() => {
      const far = document.createElement("cross-read");
      far.id = "far";
      far.style.marginTop = "6000px";
      far.setAttribute("wasm-src", "/dist/wasm/crossread_bg.wasm");
      far.setAttribute("worker-src", "/dist/worker.js");
      far.setAttribute("show", "statements");
      for (const side of ["left", "right"]) {
        const article = document.createElement("article");
        article.slot = side;
        article.textContent = "Ann Lee met Bo Falk in Oslo. \"We sail tomorrow,\" Ann Lee said.";
        far.append(article);
      }
      document.querySelector("main").append(far);
    });
    await page.waitForTimeout(300);
    assert.equal(heavy().length, before, "far below, it loads nothing");
    await page.locator("#far").scrollIntoViewIfNeeded();
    await page.locator("#far .statements").waitFor({ state: "attached" });
    assert.deepEqual(heavy().slice(before).sort(), ["/dist/wasm/crossread_bg.wasm", "/dist/worker.js"]);
    assert.deepEqual(await page.evaluate(() => [...document.getElementById("far").shadowRoot.querySelectorAll("section")].map((s) => s.id)), ["statements"]);
  }));
