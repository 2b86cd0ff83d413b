import { html, nothing, type TemplateResult } from "lit/html.js";
import type { Execution } from "../../generated/types";
import { aboutPlanned } from "../about";
import type { Page } from "../page";
import { theBox } from "../source/source-box";
import type { ScriptRuns } from "../state";
import type { Panel } from "../timeline/panels";
import { pointed, type Pointer } from "../timeline/pointer";
import { scriptWords, type Source } from "../timeline/source";
import { openedScript } from "../timeline/state";
import { timeline } from "../timeline/timeline";
import { panelsOf } from "./lanes";

/** Made once for each set of runs: what is drawn of long traces takes long to make. */
const known = new WeakMap<readonly Execution[], readonly Panel[]>();
const withPointer = new WeakMap<readonly Panel[], { pointer: Pointer; panels: readonly Panel[] }>();
const ofRuns = new WeakMap<ScriptRuns, Execution[]>();

/** When every thread of the script did what, under each Python, once all have run. */
export function scriptTimeline(page: Page, result: ScriptRuns): TemplateResult | typeof nothing {
  const environment = page.engine?.environment;
  const isOver = result.runs.every(({ is }) => is !== "running" && is !== "waiting");
  if (!isOver || environment === undefined) return nothing;
  const executions = ofRuns.get(result) ?? doneOf(result);
  ofRuns.set(result, executions);
  const plain = known.get(executions) ?? panelsOf(executions);
  known.set(executions, plain);
  const panels = pointedAt(plain, page.lessons.pointer);
  if (panels.length === 0) return nothing;
  const { timerStepUs } = environment;
  const source: Source = {
    of: panels,
    ...scriptWords(),
    counts: [],
    timerStepUs,
    open: (before) => openedScript(panels, timerStepUs, before),
    goTo: (line) => void theBox()?.edit({ line, column: 1 }),
    reveal: (line) => theBox()?.reveal(line),
    printed: (model) => executions.find(({ runtime }) => runtime === model)?.output ?? [],
    mark: (marks) => theBox()?.mark(result.source, marks),
  };
  return html`${timeline(source, aboutPlanned("", null, environment))}`;
}

/** The same ones as long as the same is pointed at. */
function pointedAt(panels: readonly Panel[], pointer: Pointer | null): readonly Panel[] {
  if (pointer === null) return panels;
  const before = withPointer.get(panels);
  if (before?.pointer === pointer) return before.panels;
  const made = pointed(panels, pointer);
  withPointer.set(panels, { pointer, panels: made });
  return made;
}

function doneOf({ runs }: ScriptRuns): Execution[] {
  return runs.flatMap((run) => (run.is === "done" ? [run.execution] : []));
}
