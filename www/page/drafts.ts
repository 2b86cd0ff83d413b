/** What the reader wrote, kept in this browser: for when its address is lost, or cannot hold it. */
import { ownId } from "./choices";

export interface Draft {
  source: string;
  /** The bundled program that it was edited from. */
  basedOn?: string;
}

const KEY = "gil-playground drafts";

/** A store may be refused altogether, as in a sandboxed frame. */
export type Store = Pick<Storage, "getItem" | "setItem">;

export class Drafts {
  readonly #store: () => Store;

  constructor(store: () => Store = () => localStorage) {
    this.#store = store;
  }

  all(): Draft[] {
    try {
      const found: unknown = JSON.parse(this.#store().getItem(KEY) ?? "[]");
      return Array.isArray(found) ? found.filter(isDraft) : [];
    } catch {
      return [];
    }
  }

  /** The last one of each base is kept. Where nothing can be stored there still is the address. */
  keep(draft: Draft): void {
    const id = ownId(draft.basedOn);
    const others = this.all().filter(({ basedOn }) => ownId(basedOn) !== id);
    try {
      this.#store().setItem(KEY, JSON.stringify([draft, ...others]));
    } catch {
      // It is full, or not allowed.
    }
  }
}

function isDraft(found: unknown): found is Draft {
  if (typeof found !== "object" || found === null) return false;
  const { source, basedOn } = found as Record<string, unknown>;
  return typeof source === "string" && ["string", "undefined"].includes(typeof basedOn);
}
