import { render } from "lit/html.js";
import type { Engine } from "../engine";
import { isolate } from "../hosting/isolate";
import { keepForOffline } from "../hosting/offline";
import { Drafts } from "./drafts";
import { hasReport } from "./link/link";
import { Page } from "./page";
import "./styles/page.css";
import { acceptDrops } from "./travel/drop";
import { view, WIDE } from "./view";

const root = document.querySelector<HTMLElement>("#page");
if (root !== null) {
  root.replaceChildren();
  const page = new Page(
    (state) => render(view(state), root),
    hasReport(location.hash),
    new Drafts(),
    kept(),
  );
  void page.open(startEngine());
  acceptDrops(page);
  matchMedia(WIDE).addEventListener("change", () => page.redraw());
  addEventListener("hashchange", () => void page.follow(location.hash));
}

/** Null where the browser allows none. */
function kept(): Storage | null {
  try {
    return sessionStorage;
  } catch {
    return null;
  }
}

async function startEngine(): Promise<Engine> {
  // Until it is known what the page may do, and so which build it needs, there is no engine.
  await Promise.all([isolate(), afterFirstPaint()]);
  const { createEngine } = await import("../engine");
  const engine = await createEngine();
  void keepForOffline();
  return engine;
}

/** Resolves when the page has been seen, or soon where frames are not drawn. */
function afterFirstPaint(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, 300);
  });
}
