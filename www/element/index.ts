/** Defines `<gil-playground>`: dist/gil-playground.js, which needs no other script. */
import { GilPlayground, type GilPlaygroundEvents } from "./element";

export type { Trouble } from "../embed/protocol";
export type { Report } from "../generated/types";
export { GilPlaygroundError } from "./connection";
export { GilPlayground, type GilPlaygroundEvents };

declare global {
  interface HTMLElementTagNameMap {
    "gil-playground": GilPlayground;
  }
}

if (customElements.get("gil-playground") === undefined) {
  customElements.define("gil-playground", GilPlayground);
}
