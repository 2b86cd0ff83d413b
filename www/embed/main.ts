import { render } from "lit/html.js";
import type { Engine } from "../engine";
import { isolate } from "../hosting/isolate";
import "../page/styles/theme.css";
import "../page/styles/layout.css";
import "../page/styles/controls.css";
import "../page/styles/chart.css";
import "../page/styles/result.css";
import "../page/styles/travel.css";
import { wearAccent } from "./accent";
import { Embed } from "./embed";
import "./embed.css";
import { Host } from "./host";
import { optionsOf } from "./options";
import { view } from "./view";

const root = document.querySelector<HTMLElement>("#embed");
if (root !== null) void open(root);

async function open(main: HTMLElement): Promise<void> {
  const options = optionsOf(location.search);
  if (options.accent !== null) wearAccent(options.accent);
  main.replaceChildren();
  // It may load the frame anew, so it comes before anything is run.
  const isolated = isolate();
  const start = async (): Promise<Engine> => {
    await isolated;
    const { createEngine } = await import("../engine");
    return createEngine();
  };
  const embed = new Embed(start, (drawn) =>
    render(view(drawn, options, { run: () => void host.run(null) }), main),
  );
  const host = new Host(embed, isolated);
  addEventListener("hashchange", () => void host.follow(location.hash));
  await host.follow(location.hash);
  if (options.autorun) void isolated.then(() => whenSeen(main, () => void host.run(null)));
}

function whenSeen(element: Element, act: () => void): void {
  const observer = new IntersectionObserver((entries) => {
    if (!entries.some((entry) => entry.isIntersecting)) return;
    observer.disconnect();
    act();
  });
  observer.observe(element);
}
