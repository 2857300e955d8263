// serve.mjs [--port N] [--dir DIR] - serves dist/ on this machine only, with the strict headers that the
// README recommends, so that what works here works on a strict server.
import { createReadStream, statSync } from "node:fs";
import { createServer } from "node:http";
import { dirname, extname, join, normalize, sep } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const types = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".webmanifest": "application/manifest+json",
  ".wasm": "application/wasm",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".txt": "text/plain; charset=utf-8",
};

/** The strict policy, as the README and examples/strict.html have it. */
export const policy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types crossread",
].join("; ");

/** What stands at a path; nothing for one that cannot be, such as a name below a file. */
function kind(path) {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}

/**
 * @param {{ port: number, dir: string }} options port 0 takes any free one
 * @returns {Promise<{ address: string, close: () => void }>}
 */
export function serve({ port, dir }) {
  const server = createServer((request, response) => {
    const answer = (status, headers, text) => response.writeHead(status, headers).end(text);
    if (request.method !== "GET" && request.method !== "HEAD") return answer(405, { Allow: "GET, HEAD" });
    let path;
    try {
      path = normalize(decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname));
    } catch {
      return answer(400, {});
    }
    let file = join(dir, path);
    if (file !== dir && !file.startsWith(dir + sep)) return answer(403, {});
    if (kind(file)?.isDirectory()) file = join(file, "index.html");
    const found = kind(file);
    if (!found?.isFile()) return answer(404, { "Content-Type": types[".txt"] }, "Not found\n");
    response.writeHead(200, {
      "Content-Type": types[extname(file)] ?? "application/octet-stream",
      "Content-Length": found.size,
      "Content-Security-Policy": policy,
      "X-Content-Type-Options": "nosniff",
      "Referrer-Policy": "no-referrer",
      "Cross-Origin-Opener-Policy": "same-origin",
      "Cache-Control": "no-cache",
    });
    if (request.method === "HEAD") return response.end();
    createReadStream(file).on("error", () => response.destroy()).pipe(response);
  });
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => {
      const { port: taken } = /** @type {import("node:net").AddressInfo} */ (server.address());
      resolve({ address: `http://127.0.0.1:${taken}/`, close: () => server.close() });
    });
  });
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const options = { port: 8080, dir: join(dirname(fileURLToPath(import.meta.url)), "..", "dist") };
  const args = process.argv.slice(2);
  for (let i = 0; i < args.length; i += 2) {
    if (args[i] === "--port" && /^\d{1,5}$/.test(args[i + 1] ?? "") && Number(args[i + 1]) < 65536) {
      options.port = Number(args[i + 1]);
    } else {
      console.error(`build.sh: run does not know "${args.slice(i).join(" ")}". Use './build.sh run [--port N]'.`);
      process.exit(1);
    }
  }
  serve(options).then(
    ({ address }) => console.log(`Crossread is at ${address}  (Ctrl+C ends)`),
    (cause) => {
      const why =
        cause.code === "EADDRINUSE" ? `port ${options.port} is taken`
        : cause.code === "EACCES" ? `port ${options.port} is not allowed for this user`
        : `the server did not start (${cause.message})`;
      process.exitCode = 1;
      console.error(`build.sh: ${why}. Choose another with './build.sh run --port ${options.port < 1024 ? 8080 : options.port + 1}'.`);
      process.exit(1);
    },
  );
}
