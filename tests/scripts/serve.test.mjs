// The little server: right types, strict headers, its folder only, and a clear word when the port is taken.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { policy, serve } from "../../scripts/serve.mjs";

let server, scratch;
before(async () => {
  scratch = mkdtempSync(join(tmpdir(), "crossread-"));
  mkdirSync(join(scratch, "site"));
  writeFileSync(join(scratch, "secret.txt"), "not served");
  for (const name of ["index.html", "a.js", "b.wasm", "c.css"]) writeFileSync(join(scratch, "site", name), name);
  server = await serve({ port: 0, dir: join(scratch, "site") });
});
after(() => {
  server.close();
  rmSync(scratch, { recursive: true, force: true });
});

/** A request whose path is sent as it is: fetch would tidy it up first. */
const get = (path, method = "GET") =>
  new Promise((resolve, reject) => {
    const { port } = new URL(server.address);
    request({ host: "127.0.0.1", port, path, method, agent: false }, (response) => {
      let text = "";
      response.on("data", (chunk) => (text += chunk)).on("end", () => resolve({ status: response.statusCode, headers: response.headers, text }));
    }).on("error", reject).end();
  });

test("files with their types and a strict policy", async () => {
  for (const [path, type] of [["/", "text/html"], ["/a.js", "text/javascript"], ["/b.wasm", "application/wasm"], ["/c.css?x", "text/css"]]) {
    const { status, headers } = await get(path);
    assert.equal(status, 200, path);
    assert.ok(headers["content-type"].startsWith(type), `${path}: ${headers["content-type"]}`);
    assert.match(headers["content-security-policy"], /default-src 'none'/);
    assert.equal(headers["x-content-type-options"], "nosniff");
  }
  assert.equal((await get("/", "HEAD")).text, "");
});

test("the README and the strict example have the policy that is served", () => {
  const text = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
  assert.ok(text("README.md").includes(`Content-Security-Policy: ${policy}\n`));
  // A page cannot say of itself who may frame it.
  assert.ok(text("examples/strict.html").includes(`content="${policy.replace("frame-ancestors 'none'; ", "")}"`));
});

test("nothing outside the folder, nothing that is not there", async () => {
  for (const path of ["/../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt", "/none", "/%", "/a.js/"]) {
    const { status, text } = await get(path);
    assert.ok(status >= 400, `${path}: ${status}`);
    assert.doesNotMatch(text, /not served/);
  }
  assert.equal((await get("/", "POST")).status, 405);
});

test("a taken port is told with the way out", () => {
  const script = fileURLToPath(new URL("../../scripts/serve.mjs", import.meta.url));
  const { status, stderr } = spawnSync(process.execPath, [script, "--port", new URL(server.address).port], { encoding: "utf8" });
  assert.equal(status, 1);
  assert.match(stderr, /^build\.sh: port \d+ is taken\. .*--port \d+.*\n$/);
  const wrong = spawnSync(process.execPath, [script, "--port", "seven"], { encoding: "utf8" });
  assert.equal(wrong.status, 1);
  assert.match(wrong.stderr, /run \[--port N\]/);
});
