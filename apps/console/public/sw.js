// Keeps the console's own files on this machine, so that the paper pack opens when the server is gone. Nothing of the
// centre is kept here: answers of the API are never touched. A new version is taken over at the next opening, never
// under somebody's hands.
const CACHE = 'console-files';
const PAGE = '/console/';

self.addEventListener('install', (event) => event.waitUntil(caches.open(CACHE).then((cache) => cache.add(PAGE))));

/** Files with a hash in their name never change; those that no page asked for any longer go with the next install. */
async function fileOf(request) {
  const cache = await caches.open(CACHE);
  const kept = await cache.match(request);
  if (kept) return kept;
  const response = await fetch(request);
  if (response.ok) await cache.put(request, response.clone());
  return response;
}

/** The page as the server has it; the one kept when there is no server. */
async function pageOf(request) {
  const cache = await caches.open(CACHE);
  try {
    const response = await fetch(request);
    if (response.ok) await cache.put(PAGE, response.clone());
    return response;
  } catch {
    return (await cache.match(PAGE)) ?? Response.error();
  }
}

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin || !pathname.startsWith(PAGE)) return;
  if (request.mode === 'navigate') event.respondWith(pageOf(request));
  else if (pathname.includes('/assets/')) event.respondWith(fileOf(request));
});
