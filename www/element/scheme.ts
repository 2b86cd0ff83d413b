/** Colour schemes: which one the page around an element has, and when that may have changed. */

/** Light text means a dark page, whether or not the page says so by `color-scheme`. */
export function schemeAt(element: Element): "light" | "dark" {
  const { color, colorScheme } = getComputedStyle(element);
  const parts = /^rgba?\((\d+), (\d+), (\d+)/.exec(color)?.slice(1).map(Number);
  if (parts === undefined) return colorScheme === "dark" ? "dark" : "light";
  const [red = 0, green = 0, blue = 0] = parts;
  return 0.299 * red + 0.587 * green + 0.114 * blue > 140 ? "dark" : "light";
}

/** Calls back when the page may look different; what it returns ends that. */
export function watchScheme(element: Element, change: () => void): () => void {
  const system = matchMedia("(prefers-color-scheme: dark)");
  // Pages switch by an attribute of one of these.
  const observer = new MutationObserver(change);
  const { documentElement, body } = element.ownerDocument;
  for (const each of [documentElement, body]) observer.observe(each, { attributes: true });
  system.addEventListener("change", change);
  return () => {
    observer.disconnect();
    system.removeEventListener("change", change);
  };
}
