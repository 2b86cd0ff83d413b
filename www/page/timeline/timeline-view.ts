import { html, nothing, type TemplateResult } from "lit/html.js";
import { guard } from "lit/directives/guard.js";
import { live } from "lit/directives/live.js";
import { ref } from "lit/directives/ref.js";
import { frame, type FigureAbout } from "../charts/frame";
import type { Drawing } from "../charts/save/inline";
import { count } from "../format";
import { handOffCount, summaryOf, usedStates } from "./facts";
import { lockPanel, type Choice } from "./panels";
import { readings } from "./readings";
import { replayView } from "./replay-view";
import { handOffSentence, instant } from "./sentences";
import type { Box, Painted } from "./drawing";
import type { Source } from "./source";
import { standingAt } from "./standing";
import type { Stage } from "./stage";
import { nearer, ofThreads, stepped, whole, type State } from "./state";
import { nameOf } from "./threads";
import { handOffTable, timeUseTable } from "./tables";

export interface Shown {
  /** No other timeline of the page has it. */
  id: string;
  state: State;
  source: Source;
  about: FigureAbout;
  stage: Stage | null;
  /** What a screen reader is told. */
  said: string;
}

export interface Acts {
  attach: (element: Element | undefined) => void;
  become: (state: State) => void;
  choose: (choice: Choice) => void;
  key: (event: KeyboardEvent) => void;
  picture: () => Drawing;
}

const LABEL = `Timeline. Left and right move it, plus and minus zoom, shift with left and right
  moves the cursor, N and P step between hand-offs.`;

export function figureOf(shown: Shown, acts: Acts): TemplateResult {
  const { state, source, about } = shown;
  return frame(
    {
      title: source.title,
      name: "timeline",
      content: content(shown, acts),
      note: source.note,
      table: timeUseTable(state.panels),
      picture: acts.picture,
    },
    about,
  );
}

function content(shown: Shown, acts: Acts): TemplateResult {
  const { state, source, stage, said } = shown;
  return html`
    <div class="timeline">
      ${picker(shown, acts)}
      <div class="timeline-stage" tabindex="0" role="application" aria-roledescription="timeline"
        aria-label=${LABEL}
        @keydown=${acts.key} ${ref(acts.attach)}>
        <div class="timeline-ruler"></div>
        <canvas role="img" aria-label=${summary(state)}></canvas>
        ${stage?.cursor(state).map(cursorLine)}
        ${stage?.tokens(state).map(token)}
      </div>
      ${buttons(state, acts)}
      ${source.printed === undefined ? nothing : replayView(state, source, acts.become)}
      ${ofThreads(state) ? [state.replay.isOn ? nothing : threadReading(state, source), step(state, source)] : [step(state, source), reading(state, source)]}
      <p class="visually-hidden" aria-live="polite">${said}</p>
      ${guard([state.panels, state.chosen], () =>
        handOffTable(state.panels, state.chosen, source.timerStepUs),
      )}
    </div>
  `;
}

function cursorLine({ x, y, height }: Pick<Box, "x" | "y" | "height">): TemplateResult {
  const style = `left: ${x.toFixed(1)}px; top: ${y}px; height: ${height}px`;
  return html`<div class="timeline-cursor" .style=${style}></div>`;
}

/** The lock, where it is. */
function token({ x, y }: Pick<Box, "x" | "y">): TemplateResult {
  const style = `left: ${x.toFixed(1)}px; top: ${y}px`;
  return html`<svg class="timeline-token" viewBox="0 0 16 16" aria-hidden="true" .style=${style}>
    <path d="M5 7V5a3 3 0 0 1 6 0v2" /><rect x="3" y="7" width="10" height="7" rx="1.5" />
  </svg>`;
}

function summary({ panels }: State): string {
  const used = usedStates(panels);
  const [first] = panels;
  const workers = Math.max(0, ...panels.map(({ trace }) => trace.lanes.length));
  const kind = ofThreads({ panels }) ? "thread" : "worker";
  const head = `Timeline of ${workers === 1 ? `1 ${kind}` : `${workers} ${kind}s`}.`;
  if (first === undefined) return head;
  return [head, ...panels.map((panel) => `${summaryOf(panel, used)}.`)].join(" ");
}

function picker({ id, state, source }: Shown, { choose }: Acts): TemplateResult | typeof nothing {
  const { choice, offered } = state;
  const { counts } = source;
  if (counts.length < 2 && offered.length < 2) return nothing;
  const models: [Painted | "all", string][] = [
    ["all", "All"],
    ...offered.map(({ model, title }): [Painted, string] => [model, title]),
  ];
  const workers = counts.map((found): [number, string] => [found, count(found)]);
  return html`<div class="timeline-picker">
    ${chips("Workers", id, workers, choice.workers, (chosen) =>
      choose({ ...choice, workers: chosen }),
    )}
    ${
      offered.length < 2
        ? nothing
        : chips(ofThreads(state) ? "Python" : "Models", id, models, choice.model, (chosen) =>
            choose({ ...choice, model: chosen }),
          )
    }
  </div>`;
}

/** One of several; nothing to choose from is nothing to show. */
function chips<Value extends string | number>(
  legend: string,
  id: string,
  options: readonly (readonly [Value, string])[],
  chosen: Value,
  choose: (value: Value) => void,
): TemplateResult | typeof nothing {
  if (options.length < 2) return nothing;
  return html`<div class="chips" role="radiogroup" aria-label=${legend}>
    <span aria-hidden="true">${legend}</span>
    ${options.map(
      ([value, name]) => html`<label class="chip">
        <input type="radio" name=${`${id}-${legend}`} .checked=${live(value === chosen)}
          @change=${() => choose(value)} />
        <span>${name}</span>
      </label>`,
    )}
  </div>`;
}

function buttons(state: State, { become }: Acts): TemplateResult {
  const button = (name: unknown, next: () => State): TemplateResult =>
    html`<button type="button" @click=${() => become(next())}>${name}</button>`;
  const stepping = [
    button("← Previous hand-off", () => stepped(state, -1)),
    button("Next hand-off →", () => stepped(state, 1)),
  ];
  return html`<div class="timeline-buttons">
    ${button(sign("−", "Zoom out"), () => nearer(state, 1 / 2))}
    ${button(sign("+", "Zoom in"), () => nearer(state, 2))}
    ${button("Whole run", () => whole(state))}
    ${lockPanel(state.panels) === null ? nothing : stepping}
  </div>`;
}

function sign(seen: string, name: string): TemplateResult {
  return html`<span aria-hidden="true">${seen}</span><span class="visually-hidden">${name}</span>`;
}

/** The room for its longest sentence is there from the start. */
function step(state: State, source: Source): TemplateResult | typeof nothing {
  const text = stepText(state, source);
  return text === "" ? nothing : html`<p class="timeline-step">${text}</p>`;
}

function stepText({ panels, chosen }: State, { timerStepUs }: Source): string {
  const panel = lockPanel(panels);
  const trace = panel?.trace;
  const handOff = chosen === null ? undefined : trace?.handOffs[chosen];
  if (panel === null || trace === undefined || chosen === null || handOff === undefined) return "";
  const sentence = handOffSentence(handOff, timerStepUs, {
    name: (lane) => nameOf(panel, lane),
    lock: panel.threads === undefined ? "lock" : "GIL",
  });
  return `Hand-off ${count(chosen + 1)} of ${handOffCount(trace)}. ${sentence}`;
}

function reading({ panels, cursorMs }: State, source: Source): TemplateResult {
  return html`<div class="timeline-reading" .style=${`--lines: ${panels.length + 1}`}>
    <p><b>At ${instant(cursorMs, source.timerStepUs)}</b></p>
    ${readings(panels, cursorMs).map(
      ({ model, title, text }) =>
        html`<p data-model=${model}><span class="swatch"></span>${title}: ${text}</p>`,
    )}
  </div>`;
}

/** What one thread does under each Python, with a way to its line. */
function threadReading({ panels, cursorMs, lane }: State, source: Source): TemplateResult {
  return html`<div class="timeline-reading" .style=${`--lines: ${panels.length + 1}`}>
    <p><b>At ${instant(cursorMs, source.timerStepUs)}</b></p>
    ${panels.map((panel) => {
      const { text, line } = standingAt(panel, lane, cursorMs);
      return html`<p data-model=${panel.model}><span class="swatch"></span>${panel.title}: ${text}
        ${line === null || source.goTo === undefined ? nothing : html`<button type="button" class="link" @click=${() => source.goTo?.(line)}>Show line ${line}</button>`}</p>`;
    })}
  </div>`;
}

/** The same for a screen reader. */
export function spoken(state: State, source: Source): string {
  const { panels, cursorMs, lane } = state;
  const { timerStepUs } = source;
  const texts = ofThreads(state)
    ? panels.map((panel) => `${panel.title}: ${standingAt(panel, lane, cursorMs).text}.`)
    : readings(panels, cursorMs).map(({ title, text }) => `${title}: ${text}.`);
  return [stepText(state, source), `At ${instant(cursorMs, timerStepUs)}:`, ...texts]
    .join(" ")
    .trim();
}
