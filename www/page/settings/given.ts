import { html, type TemplateResult } from "lit/html.js";
import { live } from "lit/directives/live.js";
import type { RuntimeName } from "../../generated/types";
import { isUsual, RUNTIMES } from "../script/runtimes";
import type { Controls } from "./settings";

/** What a script is given, and how often it is run. */
export function given({ settings, change }: Controls): TemplateResult {
  const { argv, stdin, runs, runtimes, virtualThreads } = settings;
  const count = (event: Event): void => {
    const { valueAsNumber } = event.currentTarget as HTMLInputElement;
    change({ samples: valueAsNumber >= 1 ? valueAsNumber : undefined });
  };
  return html`
    <details ?open=${argv !== "" || stdin !== ""}>
      <summary>Advanced</summary>
      <label class="field">
        <span>Arguments <small>sys.argv, as behind the program’s name in a shell</small></span>
        <input type="text" autocomplete="off" spellcheck="false" .value=${live(argv)}
          @change=${(event: Event) => change({ argv: text(event) })} />
      </label>
      <label class="field">
        <span>Input <small>what input() and sys.stdin read, line by line</small></span>
        <textarea rows="3" spellcheck="false" .value=${live(stdin)}
          @change=${(event: Event) => change({ stdin: text(event) })}></textarea>
      </label>
      <fieldset class="pythons">
        <legend>Pythons</legend>
        ${RUNTIMES.map(({ name, title, about }) => html`<label class="option">
          <input type="checkbox" .checked=${live(runtimes.includes(name))} ?disabled=${runtimes.length === 1 && runtimes.includes(name)}
            @change=${() => change({ runtimes: toggled(runtimes, name) })} />
          <span>${title} <small>${about}</small></span>
        </label>`)}
      </fieldset>
      <label class="option">
        <input type="checkbox" .checked=${live(virtualThreads)}
          @change=${() => change({ virtualThreads: virtualThreads ? undefined : true })} />
        <span>Virtual threads <small>as many as you like, on as few threads of the system as there are cores</small></span>
      </label>
      <label class="field">
        <span>Runs <small>measured under each Python, after one to warm up; empty: 3, or what fits into 20 s</small></span>
        <input type="number" min="1" max="1000" step="1" autocomplete="off" .value=${live(String(runs ?? ""))}
          @change=${count} />
      </label>
    </details>
  `;
}

function text({ currentTarget }: Event): string | undefined {
  const { value } = currentTarget as HTMLInputElement | HTMLTextAreaElement;
  return value === "" ? undefined : value;
}

/** Undefined: the usual ones, which need not stand in a link. */
function toggled(chosen: readonly RuntimeName[], name: RuntimeName): RuntimeName[] | undefined {
  const names = RUNTIMES.map((runtime) => runtime.name);
  const left = names.filter((other) => chosen.includes(other) !== (other === name));
  return isUsual(left) ? undefined : left;
}
