import { html, nothing, type TemplateResult } from "lit/html.js";
import type { Chart, Table } from "./chart";
import type { Drawing } from "./save/inline";
import type { Parts } from "./save/picture";
import { atWidth } from "./width";

/** What a chart is of; in its frame, and in the picture when it is saved. */
export interface FigureAbout {
  /** The experiment in one line. */
  subtitle: string;
  /** The device in one line. */
  device: string;
  /** When it was measured; null as long as it has not been. */
  date: Date | null;
  /** Opens the experiment. */
  link: string;
  /** Start of a saved file's name, as in `gil-playground-countdown`; the chart's name follows. */
  fileName: string;
}

export interface Figure {
  title: string;
  /** End of a saved file's name: `speedup`. */
  name: string;
  /** What is drawn; the first `<svg>` in it is what is saved, unless `picture` gives another. */
  content: unknown;
  note?: TemplateResult | string;
  /** What of the note a saved picture needs, too. */
  findings?: readonly string[];
  table: Table;
  picture?: () => Drawing;
}

/** The common frame of every chart: title, drawing, note, table, and buttons that save it. */
export function frame(figure: Figure, about: FigureAbout): TemplateResult {
  const { title, content, note, table } = figure;
  return html`
    <figure class="figure">
      <figcaption><h2>${title}</h2> <span>${about.subtitle}</span></figcaption>
      <div class="figure-drawing">${content}</div>
      ${note === undefined ? nothing : html`<div class="note">${note}</div>`}
      <div class="figure-foot">
        <details>
          <summary>Table</summary>
          ${tableView(title, table)}
        </details>
        <span class="figure-save">
          <output></output>
          ${saveButton("SVG", figure, about)} ${saveButton("PNG", figure, about)}
        </span>
      </div>
    </figure>
  `;
}

/** A chart that is drawn as SVG, at the width of the page. */
export function chartFigure(
  { drawing, table }: Chart,
  rest: Pick<Figure, "title" | "name" | "note" | "findings">,
  about: FigureAbout,
): TemplateResult {
  return frame({ ...rest, table, content: atWidth(drawing) }, about);
}

function tableView(title: string, { columns, rows }: Table): TemplateResult {
  return html`
    <div class="table" role="region" aria-label=${`Table: ${title}`} tabindex="0">
      <table>
        <thead>
          <tr>${columns.map((column) => html`<th scope="col">${column}</th>`)}</tr>
        </thead>
        <tbody>
          ${rows.map(
            ([name, ...cells]) => html`<tr>
              <th scope="row">${name}</th>
              ${cells.map((cell) => html`<td>${cell}</td>`)}
            </tr>`,
          )}
        </tbody>
      </table>
    </div>
  `;
}

/** What saves is not loaded before. */
function saveButton(kind: "SVG" | "PNG", figure: Figure, about: FigureAbout): TemplateResult {
  const click = async (event: Event): Promise<void> => {
    const around = (event.currentTarget as HTMLElement).closest("figure");
    const said = around?.querySelector("output") ?? null;
    try {
      const { savers, standalone } = await import("./save/save");
      await savers[kind](partsOf(figure, about, around, standalone));
      if (said !== null) said.value = "";
    } catch (error) {
      if (said === null) throw error;
      said.value = error instanceof Error ? error.message : String(error);
    }
  };
  return html`<button type="button" aria-label=${`Save as ${kind}: ${figure.title}`}
    @click=${click}>${kind}</button>`;
}

function partsOf(
  figure: Figure,
  about: FigureAbout,
  around: Element | null,
  standalone: (drawn: SVGSVGElement) => Drawing,
): Parts {
  const drawn = around?.querySelector<SVGSVGElement>(".figure-drawing svg") ?? null;
  const drawing = figure.picture?.() ?? (drawn === null ? null : standalone(drawn));
  if (drawing === null) throw new Error("There is nothing to save yet.");
  return {
    ...about,
    ...drawing,
    title: figure.title,
    findings: figure.findings ?? [],
    fileName: `${about.fileName}-${figure.name}`,
  };
}
