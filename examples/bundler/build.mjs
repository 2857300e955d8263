// Bundles this example with esbuild. In a project of your own, "crossread" comes from node_modules and the alias goes.
//   node examples/bundler/build.mjs [FOLDER]
import { cpSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import * as esbuild from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const crossread = join(here, "..", "..", "dist", "package");
const out = process.argv[2] ?? join(here, "..", "..", "target", "example-bundler");

await esbuild.build({
  // The worker is an entry of its own: it lies beside the bundle, under the name that the element asks for.
  entryPoints: { main: join(here, "main.js"), worker: join(crossread, "worker.js") },
  alias: { "crossread/define": join(crossread, "define.js") },
  bundle: true,
  format: "esm",
  minify: true,
  outdir: out,
  logLevel: "warning",
});
// So does the module.
cpSync(join(crossread, "wasm", "crossread_bg.wasm"), join(out, "wasm", "crossread_bg.wasm"));
cpSync(join(here, "index.html"), join(out, "index.html"));
