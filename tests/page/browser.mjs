// The page in Chromium: served with the strict headers, or as the one file from file://. Every page that is
// opened here fails its test if it writes to the console as an error or warning, throws, or asks for anything
// but its own files.
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { after, before } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { serve } from "../../scripts/serve.mjs";

export const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
export const dist = join(root, "dist");

/** Chromium without a word to the outside, also as root. */
const args = [
  "--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-dev-shm-usage", "--no-first-run",
  "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-domain-reliability",
];

/**
 * Sets a browser and a server up for the tests of one file. Call it once, at the top.
 * @param {{ dir?: string }} [options] the folder that is served; dist by default
 */
export function setUp({ dir = dist } = {}) {
  const state = { browser: null, server: null };
  before(async () => {
    assert.ok(existsSync(join(dist, "index.html")), "dist/ is missing: run ./build.sh build");
    state.server = await serve({ port: 0, dir });
    state.browser = await chromium.launch({ executablePath: process.env.CHROMIUM || "/usr/bin/chromium", args });
  });
  after(async () => {
    await state.browser?.close();
    state.server?.close();
  });

  return {
    /** Address of the served page. */
    get address() {
      return state.server.address;
    },

    /**
     * Runs `use` on a fresh page in a fresh profile.
     * @param {object} how
     * @param {"served" | "file"} [how.from]
     * @param {string} [how.path] path below the served folder, or a file: address
     * @param {import("playwright-core").BrowserContextOptions} [how.context]
     * @param {(text: string) => boolean} [how.allow] console messages that this test provokes
     * @param {(page: import("playwright-core").Page, requests: string[]) => Promise<void>} use
     */
    async page({ from = "served", path = "", context: options = {}, allow = () => false }, use) {
      const file = from === "file";
      const address = file ? path || pathToFileURL(join(dist, "crossread.html")).href : new URL(path, state.server.address).href;
      // A timezone far from everyone's, so that no date depends on where the tests run.
      const context = await state.browser.newContext({ timezoneId: "Pacific/Kiritimati", locale: "en-US", offline: file, ...options });
      // Long, as the machine may be busy; what is there is found at once.
      context.setDefaultTimeout(30_000);
      const faults = [];
      const requests = [];
      const own = (url) => /^(data|blob):/.test(url) || (file ? url === address : url.startsWith(state.server.address));
      context.on("request", (request) => {
        requests.push(request.url());
        if (!own(request.url())) faults.push(`asked for ${request.url()}`);
      });
      // What a test gives up by loading the page anew is no fault of the page.
      context.on("requestfailed", (request) => request.failure()?.errorText === "net::ERR_ABORTED" || faults.push(`${request.url()}: ${request.failure()?.errorText}`));
      context.on("response", (response) => response.status() >= 400 && faults.push(`${response.url()}: ${response.status()}`));
      context.on("console", (message) => {
        const said = `${message.type()}: ${message.text()}`;
        if (["error", "warning"].includes(message.type()) && !allow(said)) faults.push(said);
      });
      context.on("weberror", (error) => allow(String(error.error())) || faults.push(`thrown: ${error.error()?.stack ?? error.error()}`));
      try {
        const page = await context.newPage();
        await page.goto(address, { waitUntil: "load" });
        await use(page, requests);
        assert.deepEqual(faults, [], "the page has nothing to complain of and asks for its own files only");
      } catch (cause) {
        // What the page complained of is the likelier reason than the step that waited in vain.
        if (faults.length && cause instanceof Error && !(cause instanceof assert.AssertionError)) cause.message += `\nThe page: ${faults.join("\n")}`;
        throw cause;
      } finally {
        await context.close();
      }
    },
  };
}
