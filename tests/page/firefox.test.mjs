// The main path in Firefox: example, result, stepping, details, correction, typing.
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
