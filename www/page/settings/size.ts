import { html, nothing, type TemplateResult } from "lit/html.js";
import { live } from "lit/directives/live.js";
import type { Argument, Parameter } from "../../generated/types";
import { argument, words } from "../format";
import { isOwn } from "../own";
import type { Controls } from "./settings";

/** How much work the program is given: one question for its size, one for every other parameter. */
export function sizePicker(controls: Controls): TemplateResult | typeof nothing {
  const { program, size } = controls.settings;
  const { sizeParameter, parameters } = program;
  const sized = parameters.find(({ name }) => name === sizeParameter);
  const published = sized?.default ?? null;
  const others = parameters.filter(({ name }) => name !== sizeParameter);
  if (sizeParameter === "") return parameterFields(controls, parameters);
  return html`
    <fieldset>
      <legend>Size</legend>
      ${option(controls, "auto", "Automatic", "About 0.15 s in turn on this device")}
      ${
        published === null
          ? nothing
          : option(controls, "default", isOwn(program) ? "As written" : "As published", `${sizeParameter} = ${argument(published)}`)
      }
      <label class="option">
        <input type="radio" name="size" .checked=${live(size === "own")}
          @change=${() => give(controls, sizeParameter, published ?? 0)} />
        <span>Your own</span>
      </label>
      ${size === "own" && sized !== undefined ? field(controls, sized) : nothing}
      ${others.map((parameter) => field(controls, parameter))}
    </fieldset>
  `;
}

/** Of a program that is based on no other nothing is known but its parameters. */
function parameterFields(
  controls: Controls,
  parameters: readonly Parameter[],
): TemplateResult | typeof nothing {
  if (parameters.length === 0) return nothing;
  return html`<fieldset>
    <legend>Arguments</legend>
    ${parameters.map((parameter) => field(controls, parameter))}
  </fieldset>`;
}

function option(
  { settings, change }: Controls,
  size: "auto" | "default",
  title: string,
  note: string,
): TemplateResult {
  const choose = (): void => {
    const { [settings.program.sizeParameter]: _, ...args } = settings.args;
    change({ size, args: Object.keys(args).length > 0 ? args : undefined });
  };
  return html`<label class="option">
    <input type="radio" name="size" .checked=${live(settings.size === size)} @change=${choose} />
    <span>${title} <small>${note}</small></span>
  </label>`;
}

/** A control for one parameter, of the kind of its default. */
function field(controls: Controls, parameter: Parameter): TemplateResult {
  const { name, kind, default: initial } = parameter;
  const value = controls.settings.args[name] ?? initial;
  if (kind === "bool") {
    return html`<label class="option">
      <input type="checkbox" .checked=${live(value === true)}
        @change=${(event: Event) => give(controls, name, inputOf(event).checked)} />
      <span title=${name}>${words(name)}</span>
    </label>`;
  }
  const isText = kind === "str";
  return html`<label class="field">
    <span title=${name}>${words(name)}</span>
    <input type=${isText ? "text" : "number"} step=${kind === "int" ? "1" : "any"}
      autocomplete="off" ?required=${!isText} spellcheck="false"
      .value=${live(value === null ? "" : String(value))}
      @change=${(event: Event) => {
        const input = inputOf(event);
        if (input.reportValidity()) give(controls, name, isText ? input.value : input.valueAsNumber);
      }} />
  </label>`;
}

function give({ settings, change }: Controls, name: string, value: Argument): void {
  change({ args: { ...settings.args, [name]: value } });
}

function inputOf(event: Event): HTMLInputElement {
  return event.currentTarget as HTMLInputElement;
}
