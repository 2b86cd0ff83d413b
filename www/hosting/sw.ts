/**
 * The service worker, dist/sw.js. It keeps one whole build, so that the page opens without network
 * and never mixes two builds, and isolates the page where the host sends no headers.
 */
import { fileFor, type Build } from "./build";
import { agentOf, isolationHeaders } from "./isolation";
import type { ServiceWorkerScope } from "./scope";

/** scripts/build/service-worker.mjs puts it here. */
declare const BUILD: Build;
declare const self: ServiceWorkerScope;

const { id, pages, assets } = BUILD;
const { scope } = self.registration;
/** All sites of an origin share its caches. */
const PREFIX = `gil-playground ${scope} `;
const CACHE = PREFIX + id;

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(forgetEarlier()));
self.addEventListener("fetch", (event) => {
  const { request } = event;
  const file = fileFor(request, scope, pages);
  if (file === null) return;
  if (request.mode === "navigate") event.waitUntil(forgetEarlier());
  if (request.destination === "document") event.waitUntil(keepBuild());
  event.respondWith(answer(request, file));
});

/** Who only sees the page in a frame may never run it: that costs no more than it must. */
async function install(): Promise<void> {
  const open = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  const isVisited = open.some(
    ({ url, frameType }) => frameType !== "nested" && url.startsWith(scope),
  );
  if (isVisited) await keepBuild();
  // Pages that are open find their own build's files below; the next one opened is of this build.
  await self.skipWaiting();
}

/** Succeeds with a whole build or not at all: then the service worker of the one before stays. */
async function keepBuild(): Promise<void> {
  const cache = await caches.open(CACHE);
  const kept = await cache.keys();
  if (kept.length === pages.length + assets.length) return;
  await Promise.all([
    ...pages.map(async (file) => cache.put(addressOf(file), await fetchPage(file))),
    ...assets.map(async (file) => cache.put(addressOf(file), await fetchAsset(file))),
  ]);
}

/** Some copy on the way may be older than this worker. */
async function fetchPage(file: string): Promise<Response> {
  const response = await fetchWhole(file, "no-cache");
  if (!(await response.clone().text()).includes(id)) {
    throw new Error(`${file} is of another build than this service worker`);
  }
  return response;
}

async function fetchAsset(file: string): Promise<Response> {
  const known = await caches.match(addressOf(file), { ignoreVary: true });
  return known ?? fetchWhole(file, "default");
}

async function fetchWhole(file: string, cache: RequestCache): Promise<Response> {
  const response = await fetch(addressOf(file), { cache });
  const type = response.headers.get("content-type") ?? "";
  // Some hosts answer with a page for what they do not have.
  const isOther = type.startsWith("text/html") && !pages.includes(file);
  if (!response.ok || isOther) throw new Error(`${file} is not there`);
  return response;
}

async function answer(request: Request, file: string): Promise<Response> {
  // An asset has another name for other content, so one kept for an earlier build is as good.
  const where = pages.includes(file) ? { cacheName: CACHE } : {};
  const kept = await caches.match(addressOf(file), { ...where, ignoreVary: true });
  const response = kept ?? (await fetch(request));
  return request.mode === "navigate" || request.destination === "worker"
    ? isolated(response)
    : response;
}

function isolated({ body, headers: given, status, statusText }: Response): Response {
  const headers = new Headers(given);
  const added = Object.entries(isolationHeaders(agentOf(self.navigator)));
  for (const [name, value] of added) headers.set(name, value);
  return new Response(body, { headers, status, statusText });
}

/** Earlier builds are kept as long as any page is open that may be of one. */
async function forgetEarlier(): Promise<void> {
  const open = await self.clients.matchAll({ type: "window" });
  if (open.length > 0) return;
  const earlier = (await caches.keys()).filter(
    (name) => name.startsWith(PREFIX) && name !== CACHE,
  );
  await Promise.all(earlier.map((name) => caches.delete(name)));
}

function addressOf(file: string): string {
  return new URL(file, scope).href;
}
