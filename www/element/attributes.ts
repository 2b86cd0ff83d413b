/** From the element's attributes to the address of its frame, which makes sense of them. */

/** What is run. */
const SETTINGS = [
  "program",
  "basedOn",
  "args",
  "size",
  "models",
  "workers",
  "work",
  "samples",
  "warmups",
  "switchInterval",
  "argv",
  "stdin",
  "runtimes",
  "virtualThreads",
  "lesson",
  "step",
  "frozen",
] as const;

/** Properties of the element that reflect the attribute of their name. */
export const REFLECTED = [...SETTINGS, "heading", "hide", "scheme", "src", "variant"] as const;

export function attributeOf(property: string): string {
  return property.replace(/[A-Z]/, (letter) => `-${letter.toLowerCase()}`);
}

/** What is longer is cut, and more than the frame takes. Browsers refuse addresses of megabytes. */
const LONGEST = 1_000_000;

/** What is run, for the hash of the frame: attributes, and the program that stands in the element. */
export function hashOf(element: Element): string {
  const fields = new URLSearchParams({ element: "1" });
  const names = new Set(SETTINGS.map(attributeOf));
  for (const { name, value } of element.attributes) {
    if (names.has(name) || name.startsWith("args-")) fields.append(name, value);
  }
  const source = element.querySelector("pre, code")?.textContent;
  if (source && !element.hasAttribute("program")) fields.append("source", source);
  return `#${fields}`.slice(0, LONGEST);
}

/** What is shown of the frame itself, for its query. */
export function queryOf(element: Element): string {
  const query = new URLSearchParams();
  const accent = getComputedStyle(element).getPropertyValue("--gil-playground-accent").trim();
  for (const name of ["heading", "hide", "variant"]) {
    const value = element.getAttribute(name);
    if (value !== null) query.set(name, value);
  }
  if (element.hasAttribute("autorun")) query.set("autorun", "");
  if (accent) query.set("accent", accent);
  return `?${query}`;
}

/** `embed.html` of the deployment that is named, or of the one that the script belongs to. */
export function deploymentOf(element: Element, script: string): URL {
  const src = element.getAttribute("src");
  const base = src === null ? script : new URL(src, element.baseURI).href;
  return base.endsWith(".html") ? new URL(base) : new URL("embed.html", base);
}
