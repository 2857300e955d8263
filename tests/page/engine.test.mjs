// The engine under strict and broken circumstances: each fault is told with a way on, and the texts stay.
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { dist, setUp } from "./browser.mjs";

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

/**
 * The module with one function that does nothing but trap, as a fault of its own would.
 * @param {Buffer} wasm @param {string} name of the export
 */
function trapping(wasm, name) {
  const bytes = Buffer.from(wasm);
  let at = 8;
  const number = () => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++];
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value >>> 0;
    }
  };
  const sections = new Map();
  while (at < bytes.length) {
    const id = bytes[at++], size = number();
    sections.set(id, at);
    at += size;
  }
  const skip = () => { const size = number(); at += size; };
  let imported = 0;
  at = sections.get(2) ?? bytes.length;
  for (let n = at < bytes.length ? number() : 0; n > 0; n--) {
    skip();
    skip();
    assert.equal(bytes[at++], 0, "the module takes functions only");
    number();
    imported++;
  }
  at = sections.get(7);
  let wanted = -1;
  for (let n = number(); n > 0; n--) {
    const size = number(), found = bytes.toString("utf8", at, at + size);
    at += size;
    const kind = bytes[at++], index = number();
    if (kind === 0 && found === name) wanted = index - imported;
  }
  assert.ok(wanted >= 0, `${name} is exported`);
  at = sections.get(10);
  number();
  for (; wanted > 0; wanted--) skip();
  const size = number();
  // No locals, `unreachable`, and as many `nop` as the body was long.
  bytes.fill(0x01, at, at + size);
  bytes[at] = 0x00;
  bytes[at + 1] = 0x00;
  bytes[at + size - 1] = 0x0b;
  return bytes;
}

for (const worker of ["auto", "off"]) {
  test(`a trap in the module is told, the texts are still there, and trying again starts it anew, worker ${worker}`, () =>
    browser.page(quiet, async (page) => {
      const broken = trapping(readFileSync(join(dist, "wasm", "crossread_bg.wasm")), "job_step");
      let whole = false;
      await page.waitForLoadState("networkidle");
      await page.route("**/*.wasm", (route) => (whole ? route.continue() : route.fulfill({ body: broken, contentType: "application/wasm" })));
      await page.reload();
      await page.evaluate((value) => document.getElementById("reading").setAttribute("worker", value), worker);
      await fill(page);
      const fault = page.locator("cross-read .fault");
      await fault.filter({ hasText: "stopped on these texts and was started anew" }).waitFor();
      assert.match(await fault.innerText(), /Your texts are unchanged/);
      assert.deepEqual([await page.locator("#text-left").inputValue(), await page.locator("#text-right").inputValue()], [LEFT, RIGHT]);
      // On the page's own thread the same bytes are started anew; that has a test of its own.
      if (worker === "off") return;
      // A new worker loads the module anew; this time it is whole.
      whole = true;
      await fault.getByRole("button", { name: "Try again" }).click();
      await page.locator("cross-read .desk").waitFor();
      assert.equal(await fault.isVisible(), false);
    }));
}

test("a trap on the page's own thread is got over: the module is started anew, and trying again compares", () =>
  browser.page(quiet, async (page) => {
    await page.waitForLoadState("networkidle");
    // The first instance traps as a fault of its own would; those after it are whole.
    await page.addInitScript(() => {
      const broken = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 5, 1, 1, 116, 0, 0, 10, 5, 1, 3, 0, 0, 11);
      const { instantiate, Instance, Module } = WebAssembly;
      const trap = new Instance(new Module(broken)).exports.t;
      globalThis.instances = 0;
      WebAssembly.instantiate = async (...how) => {
        const made = await instantiate(...how);
        globalThis.instances++;
        Object.defineProperty(made, "exports", { value: { ...made.exports, job_step: trap } });
        return made;
      };
      WebAssembly.Instance = new Proxy(Instance, { construct: (target, how) => { globalThis.instances++; return Reflect.construct(target, how); } });
    });
    await page.reload();
    await page.evaluate(() => document.getElementById("reading").setAttribute("worker", "off"));
    await fill(page);
    const fault = page.locator("cross-read .fault");
    await fault.filter({ hasText: "stopped on these texts and was started anew" }).waitFor();
    assert.deepEqual([await page.locator("#text-left").inputValue(), await page.locator("#text-right").inputValue()], [LEFT, RIGHT]);
    await fault.getByRole("button", { name: "Try again" }).click();
    await page.locator("cross-read .desk").waitFor();
    assert.equal(await fault.isVisible(), false);
    assert.equal(await page.evaluate(() => globalThis.instances), 2, "the second one did the work");
  }));

test("under Trusted Types the worker runs, files and rich pastes are read, and nothing is reported", () =>
  browser.page({ allow: (said) => said.includes("TrustedHTML") }, async (page) => {
    await page.waitForLoadState("networkidle");
    await page.addInitScript(() => {
      globalThis.violations = [];
      document.addEventListener("securitypolicyviolation", (e) => globalThis.violations.push(e.violatedDirective));
    });
    const response = await page.reload();
    assert.match(response?.headers()["content-security-policy"] ?? "", /require-trusted-types-for 'script'; trusted-types crossread/);
    await page.locator(".composer input[type=file]").setInputFiles([{ name: "a.html", mimeType: "text/html", buffer: Buffer.from(`<article><h1>Head</h1><p>${LEFT}</p></article>`) }]);
    await page.waitForFunction(() => /** @type {any} */ (document.getElementById("text-left")).value.startsWith("Head"));
    await page.locator("#text-right").evaluate((area, text) => {
      const data = new DataTransfer();
      data.setData("text/html", `<p>${text}</p>`);
      data.setData("text/plain", text);
      area.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
    }, RIGHT);
    await page.locator("cross-read .desk").waitFor();
    assert.ok(page.workers().length > 0, "the work is done in a worker");
    assert.deepEqual(await page.evaluate(() => globalThis.violations), []);
    const refused = await page.evaluate(() => {
      try {
        return new DOMParser().parseFromString("<p>", "text/html").nodeName;
      } catch (error) {
        return error.name;
      }
    });
    assert.equal(refused, "TypeError", "the browser does require them");
  }));

test("where no policy of Trusted Types is allowed, the page's own thread does the work", () =>
  browser.page(quiet, async (page) => {
    await reload(page, policy(`${STRICT}; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'`));
    await fill(page);
    await page.locator("cross-read .desk").waitFor();
    assert.equal(page.workers().length, 0);
  }));

test("storage that is full is told, and what is typed stays", () =>
  browser.page({}, async (page) => {
    await page.evaluate(() => {
      let part = "x".repeat(1 << 20);
      for (let i = 0; part !== ""; i++) {
        try {
          localStorage.setItem(`fill ${i}`, part);
        } catch {
          part = part.slice(0, part.length >> 1);
        }
      }
    });
    await fill(page);
    await page.locator("cross-read .desk").waitFor();
    await page.getByLabel("Keep a draft in this browser").click();
    await page.locator("#message", { hasText: "its storage is full" }).waitFor();
    assert.equal(await page.getByLabel("Keep a draft in this browser").isChecked(), false);
    assert.equal(await page.locator("#text-left").inputValue(), LEFT);
  }));

test("a text beyond the limit and a file beyond it are refused with a way on", () =>
  browser.page({}, async (page) => {
    await fill(page);
    await page.locator("cross-read .desk").waitFor();
    const folder = mkdtempSync(join(tmpdir(), "crossread-huge-"));
    try {
      writeFileSync(join(folder, "huge.txt"), Buffer.alloc((16 << 20) + 1, "word "));
      await page.locator(".composer input[type=file]").setInputFiles(join(folder, "huge.txt"));
    } finally {
      rmSync(folder, { recursive: true });
    }
    await page.locator("#message", { hasText: "larger than 16 MB" }).waitFor();
    assert.equal(await page.locator("#text-left").inputValue(), LEFT, "the text is unchanged");
    await page.evaluate(() => { /** @type {any} */ (document.getElementById("reading")).left = "word ".repeat(4 << 20); });
    await page.locator("cross-read .fault", { hasText: "too long" }).waitFor();
    assert.equal(await page.locator("#text-right").inputValue(), RIGHT);
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
