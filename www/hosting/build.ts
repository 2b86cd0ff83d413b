/** What the service worker has to know of the build it belongs to. */
export interface Build {
  /** Another one for other content; every page carries it. */
  readonly id: string;
  /** The pages, which keep their names. */
  readonly pages: readonly string[];
  /** What a page needs to open and run: everything else, named by its content. */
  readonly assets: readonly string[];
}

/** Where everything lies that is named by its content. */
const ASSETS = "assets/";

/** The file of the build that a request asks for; null if it asks for something else. */
export function fileFor(
  { method, mode, url }: Pick<Request, "method" | "mode" | "url">,
  scope: string,
  pages: readonly string[],
): string | null {
  if (method !== "GET" || !url.startsWith(scope)) return null;
  const path = new URL(url).pathname.slice(new URL(scope).pathname.length);
  if (mode !== "navigate") return path.startsWith(ASSETS) ? path : null;
  // Many hosts answer for `embed.html` at `embed`, too.
  const names = path === "" ? ["index.html"] : [path, `${path}.html`];
  return names.find((name) => pages.includes(name)) ?? null;
}
