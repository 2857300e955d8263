// manifest.mjs [--accept] - the custom-elements manifest of <cross-read>, made from the comments in its class.
// Without --accept it fails where www/custom-elements.json has drifted from them.
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const www = join(dirname(fileURLToPath(import.meta.url)), "..", "www");
const file = join(www, "custom-elements.json");
const source = readFileSync(join(www, "element", "cross-read.js"), "utf8");
const events = readFileSync(join(www, "element", "events.js"), "utf8");

const start = source.indexOf("export class CrossReadElement");
const comment = source.slice(source.lastIndexOf("/**", start), start);
const body = source.slice(start);
const lines = comment.split("\n").map((line) => line.replace(/^\s*\/?\*+\/?\s?/, "").trim());

/** The lines of one tag as names with what is said of them. */
const tags = (tag) => lines.filter((line) => line.startsWith(`@${tag} `)).map((line) => {
  const [, name, description] = /^@\w+ (\S+)(?: - (.*))?$/.exec(line);
  return { name, description };
});
const first = (text) => text.replace(/\s*\n\s*\*?\s*/g, " ").replace(/@\w+.*/, "").trim();

const members = [];
for (const [, doc, kind, name] of body.matchAll(/\n  \/\*\*((?:(?!\*\/)[\s\S])*)\*\/\n  (get |async |)(?!static|#|set )(\w+)\s*\(/g)) {
  if (/Callback$/.test(name)) continue;
  const entry = { kind: kind === "get " ? "field" : "method", name, description: first(doc.replace(/^\s*\*/, "")) };
  if (kind === "get " && !new RegExp(`\\n  set ${name}\\(`).test(body)) entry.readonly = true;
  members.push(entry);
}
const classOf = (type) => events.slice(0, events.indexOf(`"${type}"`)).match(/export class (\w+)/g)?.pop()?.slice("export class ".length);
const manifest = {
  schemaVersion: "1.0.0",
  readme: "README.md",
  modules: [{
    kind: "javascript-module",
    path: "index.js",
    declarations: [{
      kind: "class",
      customElement: true,
      name: "CrossReadElement",
      tagName: "cross-read",
      description: lines.filter((line) => line && !line.startsWith("@")).join(" "),
      attributes: tags("attribute"),
      slots: tags("slot"),
      events: tags("fires").map(({ name, description }) => ({ name, description, type: { text: classOf(name) } })),
      cssParts: tags("csspart"),
      cssProperties: tags("cssproperty"),
      members,
    }],
    exports: [{ kind: "js", name: "CrossReadElement", declaration: { name: "CrossReadElement", module: "index.js" } }],
  }, {
    kind: "javascript-module",
    path: "define.js",
    exports: [{ kind: "custom-element-definition", name: "cross-read", declaration: { name: "CrossReadElement", module: "index.js" } }],
  }],
};
const text = `${JSON.stringify(manifest, null, 2)}\n`;
if (process.argv.includes("--accept")) writeFileSync(file, text);
else if (readFileSync(file, "utf8") !== text) {
  console.error("www/custom-elements.json is not what the comments in www/element/cross-read.js say. Run 'node scripts/manifest.mjs --accept'.");
  process.exitCode = 1;
}
