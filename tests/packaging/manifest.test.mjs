// The manifest says what the element's comments say, and the comments say what the element has.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { test } from "node:test";

const at = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

test("the manifest has not drifted from the comments", () => {
  execFileSync(process.execPath, [at("scripts/manifest.mjs")]);
});

test("what is documented is there, and what is there is documented", () => {
  const element = JSON.parse(readFileSync(at("www/custom-elements.json"), "utf8")).modules[0].declarations[0];
  const names = (list) => list.map((x) => x.name).sort();
  const source = readFileSync(at("www/element/cross-read.js"), "utf8");
  const views = ["desk", "panes", "parts", "legend", "popup"].map((v) => readFileSync(at(`www/views/${v}.js`), "utf8")).join("") + source;
  const style = readFileSync(at("www/style.css"), "utf8");
  const events = readFileSync(at("www/element/events.js"), "utf8");
  assert.deepEqual(names(element.events), [...events.matchAll(/"(cross-read-[a-z]+)"/g)].map((m) => m[1]).sort());
  assert.deepEqual(names(element.cssProperties), [...new Set([...style.matchAll(/var\((--cross-read-[a-z]+)/g)].map((m) => m[1]))].sort());
  for (const { name } of element.cssParts) assert.match(views, new RegExp(`part: [\`"][^\`"]*\\b${name}\\b`), `part ${name} is given`);
  for (const { name } of element.attributes) {
    const read = source.includes(`"${name}"`) || (/-(published|source)$/.test(name) && source.includes(`\`\${side}-${name.split("-")[1]}\``));
    assert.ok(read, `attribute ${name} is read`);
  }
});
