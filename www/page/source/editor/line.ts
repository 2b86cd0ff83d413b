/** The line that is to be changed. */
import { StateEffect, StateField, type Extension } from "@codemirror/state";
import { Decoration, EditorView, type DecorationSet } from "@codemirror/view";

const chosen = StateEffect.define<number>();
const look = Decoration.line({ class: "cm-to-change" });

const field = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update: (marked, { effects, state, docChanged, changes }) => {
    const line = effects.findLast((effect) => effect.is(chosen))?.value;
    if (line === undefined) return docChanged ? marked.map(changes) : marked;
    if (line < 1 || line > state.doc.lines) return Decoration.none;
    return Decoration.set([look.range(state.doc.line(line).from)]);
  },
  provide: (own) => EditorView.decorations.from(own),
});

export const lineToChange: Extension = field;

export function showLine(view: EditorView, line: number): void {
  view.dispatch({ effects: chosen.of(line) });
}
