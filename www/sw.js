// The service worker: the page works offline once it was visited. The build writes the version and the files
// in; a new version waits until the reader takes it, so that no page runs on a mix of two.

// A service worker has globals of its own, which the page's type library does not know.
const worker = /** @type {any} */ (self);
const CACHE = "crossread-VERSION";
/** @type {string[]} */
const FILES = ["FILES"];

worker.addEventListener("install", (/** @type {any} */ event) => {
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(FILES)));
});

worker.addEventListener("activate", (/** @type {any} */ event) => {
  event.waitUntil(caches.keys()
    .then((names) => Promise.all(names.filter((n) => n.startsWith("crossread-") && n !== CACHE).map((n) => caches.delete(n))))
    .then(() => worker.clients.claim()));
});

worker.addEventListener("message", (/** @type {any} */ event) => {
  if (event.data === "take over") void worker.skipWaiting();
});

worker.addEventListener("fetch", (/** @type {any} */ event) => {
  const { request } = event;
  if (request.method !== "GET" || new URL(request.url).origin !== location.origin) return;
  const wanted = request.mode === "navigate" ? "./" : request;
  event.respondWith(caches.open(CACHE)
    .then((cache) => cache.match(wanted, { ignoreSearch: true }))
    .then((kept) => kept ?? fetch(request)));
});
