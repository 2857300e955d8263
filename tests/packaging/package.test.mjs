// The package as its users meet it: imported on a server, where there is no document; its entries and
// declarations where package.json says; bundled once more by somebody else's bundler.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import * as esbuild from "esbuild";

const built = fileURLToPath(new URL("../../dist/package", import.meta.url));
let project;
before(() => {
  project = mkdtempSync(join(tmpdir(), "crossread-"));
  mkdirSync(join(project, "node_modules"));
  cpSync(built, join(project, "node_modules", "crossread"), { recursive: true });
  writeFileSync(join(project, "package.json"), '{ "type": "module" }');
});
after(() => rmSync(project, { recursive: true, force: true }));

const run = (code) =>
  execFileSync(process.execPath, ["--input-type=module", "--eval", code], { cwd: project, encoding: "utf8", env: { PATH: process.env.PATH } });

test("every export leads to a file", () => {
  const { exports } = JSON.parse(readFileSync(join(built, "package.json"), "utf8"));
  for (const name of [".", "./define", "./worker", "./crossread.wasm"]) assert.ok(exports[name], `${name} is exported`);
  const files = Object.values(exports).flatMap((target) => (typeof target === "string" ? [target] : Object.values(target)));
  for (const file of files) assert.ok(existsSync(join(built, file)), `${file} is in the package`);
});

test("can be imported on a server", () => {
  assert.equal(run('import * as c from "crossread"; import "crossread/define"; console.log(typeof c)'), "object\n");
});

test("the module can be found and read on a server", () => {
  const out = run(`
    import { readFile } from "node:fs/promises";
    const bytes = await readFile(new URL(import.meta.resolve("crossread/crossread.wasm")));
    console.log(WebAssembly.validate(bytes));`);
  assert.equal(out, "true\n");
});

test("goes through another bundler", async () => {
  writeFileSync(join(project, "main.js"), 'import "crossread/define"; import * as c from "crossread"; console.log(c);');
  const result = await esbuild.build({ entryPoints: [join(project, "main.js")], bundle: true, format: "esm", write: false, logLevel: "silent" });
  assert.deepEqual(result.warnings, []);
  assert.deepEqual(result.errors, []);
});
