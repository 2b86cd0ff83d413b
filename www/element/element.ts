import type { FromEmbed, Trouble } from "../embed/protocol";
import type { Report, ScriptReport } from "../generated/types";
import { attributeOf, deploymentOf, hashOf, queryOf, REFLECTED } from "./attributes";
import { Connection, GilPlaygroundError } from "./connection";
import { schemeAt, watchScheme } from "./scheme";

/** Until the frame is ready, what stands in the element stands in its place. */
const STYLE = `
:host { display: block; position: relative; min-height: var(--gil-playground-height, 30rem); }
:host([hidden]) { display: none; }
iframe { box-sizing: border-box; display: block; width: 100%; min-height: inherit;
  border: var(--gil-playground-border, 1px solid #8886);
  border-radius: var(--gil-playground-radius, 6px); }
[hidden] { display: none; }
.loading { display: block; position: absolute; inset: 0; overflow: auto; background: Canvas; }
`;

/** Pixels. */
const TALLEST = 10_000;

/** None of them bubbles. */
export interface GilPlaygroundEvents {
  /** The playground is shown and can run. */
  ready: CustomEvent<null>;
  report: CustomEvent<Report | ScriptReport>;
  error: CustomEvent<Trouble>;
}

type Reflected = { -readonly [Name in (typeof REFLECTED)[number]]: string | null };

interface Eventful {
  addEventListener<Type extends keyof GilPlaygroundEvents>(
    type: Type,
    listener: (event: GilPlaygroundEvents[Type]) => void,
    options?: boolean | AddEventListenerOptions,
  ): void;
}

/** With the properties and events that every instance has, and `HTMLElement` cannot know. */
const Base = HTMLElement as {
  new (): Reflected & Eventful & HTMLElement;
  prototype: HTMLElement;
};

/** `<gil-playground>`: embed.html in a frame, as high as its content. */
export class GilPlayground extends Base {
  readonly #frame = document.createElement("iframe");
  /** What stands in the element, for when the frame does not load. */
  readonly #fallback = document.createElement("slot");
  readonly #attributes = new MutationObserver(() => this.#update());
  #connection: Connection | null = null;
  #unwatch: (() => void) | null = null;
  #isNear = false;
  #address = "";
  #hash = "";

  constructor() {
    super();
    const style = new CSSStyleSheet();
    style.replaceSync(STYLE);
    const root = this.attachShadow({ mode: "open" });
    root.adoptedStyleSheets = [style];
    root.append(this.#frame, this.#fallback);
    this.#frame.part.add("frame");
    this.#frame.allow = "cross-origin-isolated; clipboard-write";
    this.#frame.title = "GIL playground";
    this.#fallback.className = "loading";
  }

  connectedCallback(): void {
    this.#connection = new Connection(this.#frame, (message) => this.#hear(message));
    this.#unwatch = watchScheme(this, () => this.#wearScheme());
    this.#wearScheme();
    const all = { attributes: true, childList: true, characterData: true, subtree: true };
    this.#attributes.observe(this, all);
    const near = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) this.#load();
        if (this.#isNear) near.disconnect();
      },
      { rootMargin: "50%" },
    );
    near.observe(this);
  }

  /** An element that is moved starts anew, as its frame does. */
  disconnectedCallback(): void {
    this.#connection?.close();
    this.#connection = null;
    this.#unwatch?.();
    this.#attributes.disconnect();
    this.#isNear = false;
    this.#address = "";
    this.#frame.removeAttribute("src");
  }

  /** Runs the experiment, wherever on the page the element is. */
  async run(): Promise<Report | ScriptReport> {
    if (this.#connection === null) {
      throw new GilPlaygroundError({ kind: "closed", message: "The element is not in a page." });
    }
    this.#load();
    // Attributes that have just been set are told of later.
    this.#update();
    return this.#connection.run();
  }

  stop(): void {
    this.#connection?.stop();
  }

  get autorun(): boolean {
    return this.hasAttribute("autorun");
  }

  set autorun(value: boolean) {
    this.toggleAttribute("autorun", value);
  }

  #load(): void {
    if (this.#isNear) return;
    this.#isNear = true;
    this.#update();
  }

  /** Shows what the attributes say by now. */
  #update(): void {
    this.#wearScheme();
    if (!this.#isNear || this.#connection === null) return;
    try {
      const { href, origin } = deploymentOf(this, import.meta.url);
      const address = href + queryOf(this);
      const hash = hashOf(this);
      if (address === this.#address && hash === this.#hash) return;
      const isShown = address === this.#address && this.#connection.show(hash);
      const isFirst = this.#address === "";
      this.#address = address;
      this.#hash = hash;
      this.#connection.origin = origin;
      // Replacing leaves no trace in the history of the page.
      if (isFirst) this.#frame.src = address + hash;
      else if (!isShown) this.#frame.contentWindow?.location.replace(address + hash);
    } catch (error) {
      this.#fail({ kind: "link", message: error instanceof Error ? error.message : String(error) });
    }
  }

  /** A frame passes its colour scheme on to the document in it. */
  #wearScheme(): void {
    const { scheme } = this;
    const isGiven = scheme === "light" || scheme === "dark";
    const wanted = isGiven ? scheme : schemeAt(this);
    this.#frame.style.colorScheme = wanted;
  }

  #hear(message: FromEmbed): void {
    switch (message.type) {
      case "ready":
        this.#show(true);
        this.#fire("ready", null);
        break;
      case "height": {
        const border = this.#frame.offsetHeight - this.#frame.clientHeight;
        this.#frame.style.height = `${Math.min(message.height, TALLEST) + border}px`;
        break;
      }
      case "report":
        this.#fire("report", message.report);
        break;
      case "failed":
        if (message.trouble.kind === "frame") this.#show(false);
        if (message.trouble.kind !== "aborted") this.#fail(message.trouble);
        break;
    }
  }

  #show(frame: boolean): void {
    this.#fallback.className = "";
    this.#frame.hidden = !frame;
    this.#fallback.hidden = frame;
  }

  #fail(trouble: Trouble): void {
    this.#fire("error", trouble);
  }

  #fire(type: keyof GilPlaygroundEvents, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}

for (const name of REFLECTED) {
  const attribute = attributeOf(name);
  Object.defineProperty(GilPlayground.prototype, name, {
    get(this: HTMLElement) {
      return this.getAttribute(attribute);
    },
    set(this: HTMLElement, value: string | null) {
      if (value === null) this.removeAttribute(attribute);
      else this.setAttribute(attribute, value);
    },
  });
}
