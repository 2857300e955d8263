// The main paths in Firefox: example, result, stepping, details, typing; corrections, furniture, filters, links,
// drafts and faults.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Builder, By, Key, until } from "selenium-webdriver";
import firefox from "selenium-webdriver/firefox.js";
import { serve } from "../../scripts/serve.mjs";
import { dist } from "./browser.mjs";

const driverPath = process.env.GECKODRIVER, browserPath = process.env.FIREFOX;
const skip = driverPath && browserPath ? false : "GECKODRIVER and FIREFOX name no browser here";
if (skip) console.log(`# ${skip}`);

let server, driver;
before(async () => {
  if (skip) return;
  server = await serve({ port: 0, dir: dist });
  const options = new firefox.Options().addArguments("-headless").setBinary(browserPath);
  options.windowSize?.({ width: 1280, height: 900 });
  driver = await new Builder().forBrowser("firefox").setFirefoxOptions(options).setFirefoxService(new firefox.ServiceBuilder(driverPath)).build();
  await driver.manage().window().setRect({ width: 1280, height: 900 });
});
after(async () => {
  await driver?.quit();
  server?.close();
});

test("the main path works in Firefox", { skip }, async () => {
  await driver.get(server.address);
  await driver.findElement(By.css(".examples button")).click();
  const result = () => driver.executeScript("return document.getElementById('reading').result !== null && document.getElementById('reading').shadowRoot.querySelector('.wording') !== null");
  await driver.wait(result, 30_000);
  const state = () => driver.executeScript(`
    const root = document.getElementById("reading").shadowRoot, focused = root.activeElement;
    return { answer: root.querySelector(".answer").textContent, marks: root.querySelectorAll(".article .s").length, active: root.querySelectorAll(".s.active").length,
      side: focused?.closest?.(".pane")?.dataset.side ?? null, role: focused?.getAttribute("role") ?? null, card: root.querySelector(".card").matches(":popover-open") };`);
  const first = await state();
  assert.notEqual(first.answer, "");
  assert.ok(first.marks > 40);
  const press = (...keys) => driver.actions().sendKeys(...keys).perform();
  await press("1");
  await press(Key.ARROW_RIGHT);
  let now = await state();
  assert.deepEqual([now.side, now.role], ["left", "button"]);
  await press("j");
  now = await state();
  assert.ok(now.active > 0, "a finding is chosen");
  const box = await driver.findElement(By.id("text-left"));
  await driver.executeScript("document.querySelector('.box.left .edit').click()");
  await driver.wait(until.elementIsVisible(box), 5000);
  await box.sendKeys("Zoe Marr of Sweden was there. ");
  await driver.wait(() => driver.executeScript("return document.getElementById('reading').result?.input.left.text.includes('Zoe Marr')"), 20_000);
});

/** The element's state by a script in the page, with `reading` and `root` at hand. */
const inside = (script, ...values) => driver.executeScript(`const reading = document.getElementById("reading"), root = reading.shadowRoot; ${script}`, ...values);
const LEFT = `12 May 2021\n\nAnn Lee of Norway met Bo Falk in Oslo on Tuesday. Lee said four boats were ready.\n\nFollow us on every channel for more news.`;
const RIGHT = `13 May 2021\n\nBo Falk met Ann Lee in Oslo on Tuesday. Falk said five boats were ready.`;

async function compare(address = server.address) {
  await driver.get("about:blank");
  await driver.get(address);
  for (const [side, text] of [["left", LEFT], ["right", RIGHT]]) {
    await driver.executeScript("const a = document.getElementById(arguments[0]); a.value = arguments[1]; a.dispatchEvent(new Event('input', { bubbles: true }))", `text-${side}`, text);
  }
  await shows("return reading.result?.input.right.text === arguments[0] && root.querySelector('.wording') !== null", RIGHT);
}
const shows = (script, ...values) => driver.wait(() => inside(script, ...values), 20_000);

test("corrections, furniture, filters and undo work in Firefox", { skip }, async () => {
  await compare();
  await inside(`[...root.querySelectorAll("button.name")].find((b) => b.textContent === "Oslo").click();
    const card = root.querySelector(".card"); card.querySelector(".correct").open = true;
    const field = card.querySelector("input[type=text]"); field.value = "Old Oslo"; field.form.requestSubmit();`);
  await shows("return reading.result.comparison.entities.some((e) => e.name === 'Old Oslo')");
  await driver.actions().sendKeys("u").perform();
  await shows("return reading.result.comparison.entities.some((e) => e.name === 'Oslo')");
  await inside("root.querySelector('.aside-head button').click()");
  await shows("return !reading.result.left.blocks.some((b) => b.kind === 'furniture') && root.querySelector('.aside-head button')?.textContent === 'Set aside again'");
  await inside("root.querySelector('.toggle[data-name=person]').click()");
  await shows("return root.querySelectorAll('.article .s.person').length === 0");
  for (const format of ["markdown", "json", "findings", "annotations"]) {
    const text = await driver.executeAsyncScript("const done = arguments[1]; document.getElementById('reading').export(arguments[0]).then(done, (e) => done('failed: ' + e.message))", format);
    assert.doesNotMatch(text, /^failed/);
    assert.ok(text.length > 200, format);
  }
});

test("links and drafts work in Firefox", { skip }, async () => {
  await compare();
  const address = () => driver.executeScript("return document.querySelector('dialog textarea').value");
  await driver.executeScript("[...document.querySelectorAll('[role=menuitem]')].find((b) => b.textContent.startsWith('Share link')).click()");
  await driver.wait(async () => (await address()).includes("#cr1."), 10_000);
  const findings = await address();
  // The link with the texts takes the place of the one without when it is packed.
  await driver.executeScript("document.querySelector('input[value=texts]').click()");
  await driver.wait(async () => { const now = await address(); return now.includes("#cr1.") && now !== findings; }, 20_000);
  const link = await address();
  await driver.get("about:blank");
  await driver.get(link);
  await shows("return reading.result?.input.left.text === arguments[0]", LEFT);
  await driver.get("about:blank");
  await driver.get(link.slice(0, -30));
  await driver.wait(() => driver.executeScript("return /incomplete/.test(document.getElementById('message').textContent)"), 10_000);
  await compare();
  await driver.executeScript("document.querySelector('.colophon input').click()");
  await driver.wait(() => driver.executeScript("return /is kept/.test(document.getElementById('message').textContent)"), 10_000);
  await driver.navigate().refresh();
  await shows("return reading.result?.input.left.text === arguments[0]", LEFT);
  await driver.executeScript("[...document.querySelectorAll('.colophon button')].at(-1).click()");
  await driver.wait(() => driver.executeScript("return localStorage.length === 0"), 10_000);
});

test("Firefox does the work on the page's own thread where no worker is wanted", { skip }, async () => {
  await driver.get("about:blank");
  await driver.get(server.address);
  await inside("reading.setAttribute('worker', 'off')");
  await driver.executeScript("for (const side of ['left', 'right']) { const a = document.getElementById('text-' + side); a.value = arguments[0]; a.dispatchEvent(new Event('input', { bubbles: true })); }", LEFT);
  await shows("return reading.result !== null && root.querySelector('.wording') !== null");
});
