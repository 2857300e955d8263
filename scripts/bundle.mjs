// bundle.mjs - makes dist/ from www/, where wasm.sh has put the compiled module:
//   dist/index.html, *.js, *.css, wasm/   the page
//   dist/package/                                  the package for embedding
//   dist/crossread.html                            the page as one file, for file:// and no network
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, extname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { deflateRawSync } from "node:zlib";
import * as esbuild from "esbuild";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const www = join(root, "www");
const dist = join(root, "dist");
const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
const wasm = readFileSync(join(www, "wasm", "crossread_bg.wasm"));

/** The package's entries: the class, its definition as <cross-read>, the worker. */
const entries = { index: "index.js", define: "define.js", worker: "worker.js" };

const common = {
  bundle: true,
  format: "esm",
  target: ["es2022", "chrome111", "firefox115", "safari16.4"],
  legalComments: "none",
  logLevel: "warning",
  charset: "utf8",
};
// Styles that a script takes as text go into a shadow root; they are made small like all else.
const styleText = {
  name: "style-text",
  setup(build) {
    build.onLoad({ filter: /\.css$/ }, async (args) => {
      if (args.with.type !== "text") return undefined;
      const { code } = await esbuild.transform(readFileSync(args.path, "utf8"), { loader: "css", minify: true, target: common.target });
      return { contents: code, loader: "text" };
    });
  },
};

rmSync(dist, { recursive: true, force: true });
mkdirSync(join(dist, "package"), { recursive: true });
const html = readFileSync(join(www, "index.html"), "utf8");
const scripts = [...html.matchAll(/<script\s+type="module"\s+src="\.?\/?([^"]+)"\s*><\/script>/g)];
const styles = [...html.matchAll(/<link\s+rel="stylesheet"\s+href="\.?\/?([^"]+)"\s*\/?>/g)];

await page();
await single();
await embedding();
serviceWorker();

/** The page: index.html as it is, with the scripts and styles that it names bundled. */
async function page() {
  const named = [...scripts, ...styles].map(([, path]) => path);
  const worker = existsSync(join(www, entries.worker)) ? [entries.worker] : [];
  await esbuild.build({
    ...common,
    entryPoints: [...new Set([...named, ...worker])].map((path) => join(www, path)),
    outbase: www,
    outdir: dist,
    splitting: true,
    minify: true,
    chunkNames: "[name]-[hash]",
    plugins: [styleText],
  });
  writeFileSync(join(dist, "index.html"), html);
  module(dist);
  // Whatever is not bundled (icons, a web manifest) is served as it is.
  const code = new Set([".js", ".css", ".ts", ".md", ".html", ".txt"]);
  for (const entry of readdirSync(www, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath ?? entry.path, entry.name);
    if (entry.isFile() && !code.has(extname(entry.name)) && !path.startsWith(join(www, "wasm")) && entry.name !== "custom-elements.json") cpSync(path, join(dist, relative(www, path)));
  }
}

/** The page's files and a version made of them go into the service worker, so that any change is a new version. */
function serviceWorker() {
  const served = readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile()).map((entry) => relative(dist, join(entry.parentPath ?? entry.path, entry.name)).replaceAll("\\", "/"))
    .filter((path) => !path.startsWith("package/") && path !== "crossread.html" && path !== "sw.js").sort();
  const hash = createHash("sha256");
  for (const path of served) hash.update(path).update(readFileSync(join(dist, path)));
  const files = ["./", ...served.filter((path) => path !== "index.html")];
  const text = readFileSync(join(www, "sw.js"), "utf8")
    .replace("crossread-VERSION", `crossread-${hash.digest("hex").slice(0, 16)}`).replace('["FILES"]', JSON.stringify(files));
  writeFileSync(join(dist, "sw.js"), text);
}

/** The module lies where engine/module.js looks for it: in wasm/ beside the scripts. */
function module(folder) {
  mkdirSync(join(folder, "wasm"), { recursive: true });
  writeFileSync(join(folder, "wasm", "crossread_bg.wasm"), wasm);
}

/** One file. Its policy names every script and style by hash and allows no connection at all. */
async function single() {
  let out = html;
  const hashes = { script: [], style: [] };
  const inline = (tag, attributes, text, kind) => {
    hashes[kind].push(`'sha256-${createHash("sha256").update(text).digest("base64")}'`);
    return `<${tag}${attributes}>${text}</${tag}>`;
  };
  const bytes = deflateRawSync(wasm, { level: 9 }).toString("base64");
  let carried = `<script type="application/wasm" id="crossread-wasm">${bytes}</script>\n`;
  for (const [tag, path] of styles) {
    const { outputFiles } = await esbuild.build({
      ...common, entryPoints: [join(www, path)], minify: true, write: false, outdir: dist, loader: { ".svg": "dataurl" },
    });
    const text = outputFiles[0].text.trim().replaceAll("</style", "<\\/style");
    out = out.replace(tag, () => inline("style", "", text, "style"));
  }
  for (const [tag, path] of scripts) {
    const { outputFiles } = await esbuild.build({
      ...common, entryPoints: [join(www, path)], minify: true, write: false, outdir: dist, plugins: [styleText],
    });
    const text = outputFiles[0].text.trim().replaceAll("</script", "<\\/script").replaceAll("<!--", "<\\!--");
    out = out.replace(tag, () => `${carried}${inline("script", ' type="module"', text, "script")}`);
    carried = "";
  }
  const policy = [
    "default-src 'none'", `script-src ${hashes.script.join(" ")} 'wasm-unsafe-eval'`,
    `style-src ${hashes.style.join(" ") || "'none'"}`, "img-src data:", "base-uri 'none'", "form-action 'none'", "require-trusted-types-for 'script'", "trusted-types crossread",
  ].join("; ");
  out = out
    .replace(/(<link\s+rel="icon"\s+href=")([^":]+\.svg)(")/, (_, before, path, after) =>
      `${before}data:image/svg+xml;base64,${readFileSync(join(www, path)).toString("base64")}${after}`)
    // Nothing beside this file can be had.
    .replace(/^\s*<link\s+rel="(?:manifest|icon|apple-touch-icon|modulepreload|preload)"[^>]*href="(?!data:)[^>]*>\n?/gm, "")
    .replace(/<meta\s+charset="?utf-8"?\s*\/?>/i, (meta) => `${meta}\n<meta http-equiv="Content-Security-Policy" content="${policy}">`);
  if (!out.includes("Content-Security-Policy")) throw new Error('www/index.html has no <meta charset="utf-8">');
  writeFileSync(join(dist, "crossread.html"), out);
}

/** The package: an entry for each purpose, the module once, the declarations. */
async function embedding() {
  const out = join(dist, "package");
  const present = Object.entries(entries).filter(([, path]) => existsSync(join(www, path)));
  await esbuild.build({
    ...common,
    entryPoints: Object.fromEntries(present.map(([name, path]) => [name, join(www, path)])),
    outdir: out,
    splitting: true,
    chunkNames: "[name]-[hash]",
    plugins: [styleText],
  });
  module(out);
  const version = /^version = "(.+)"$/m.exec(readFileSync(join(root, "Cargo.toml"), "utf8"))?.[1];
  const exports = { "./crossread.wasm": "./wasm/crossread_bg.wasm", "./package.json": "./package.json" };
  for (const [name] of present) {
    const types = `./types/${name}.d.ts`;
    exports[name === "index" ? "." : `./${name}`] = { types, default: `./${name}.js` };
  }
  declarations(present.map(([, path]) => join(www, path)), join(out, "types"));
  for (const file of ["LICENSE-APACHE", "LICENSE-MIT"]) cpSync(join(root, file), join(out, file));
  cpSync(join(www, "custom-elements.json"), join(out, "custom-elements.json"));
  writeFileSync(
    join(out, "package.json"),
    `${JSON.stringify({
      name: "crossread",
      version,
      description: "Two news reports side by side, in a custom element: names, dates, statements, figures, differences.",
      license: manifest.license,
      type: "module",
      exports,
      types: "./types/index.d.ts",
      customElements: "custom-elements.json",
      sideEffects: ["./define.js"],
    }, null, 2)}\n`,
  );
}

/** Declarations from the entries' JSDoc, and those that are written or generated. */
function declarations(sources, folder) {
  const project = join(root, "target", "declarations.json");
  const given = readdirSync(www, { recursive: true }).filter((name) => name.endsWith(".d.ts"));
  mkdirSync(dirname(project), { recursive: true });
  writeFileSync(project, JSON.stringify({
    extends: join(root, "tsconfig.json"),
    compilerOptions: { noEmit: false, declaration: true, emitDeclarationOnly: true, noCheck: true, rootDir: www, outDir: folder },
    files: [...sources, ...given.map((name) => join(www, name))],
    include: [],
  }));
  execFileSync(join(root, "node_modules", ".bin", "tsc"), ["--project", project], { stdio: "inherit" });
  const inside = /^wasm[\\/](?!crossread\.d\.ts)/;
  for (const name of given) if (!inside.test(name)) cpSync(join(www, name), join(folder, name));
}
