/** Marks of threads beside the lines where they stand. */
import {
  RangeSet,
  StateEffect,
  StateField,
  type Extension,
  type Range,
  type Text,
} from "@codemirror/state";
import { gutter, GutterMarker, type EditorView } from "@codemirror/view";
import { byLine, marksElement, type ThreadMark } from "../thread-marks";

const changed = StateEffect.define<readonly ThreadMark[]>();

class Marks extends GutterMarker {
  readonly #marks: readonly ThreadMark[];

  constructor(marks: readonly ThreadMark[]) {
    super();
    this.#marks = marks;
  }

  override toDOM(): HTMLElement {
    return marksElement(this.#marks);
  }
}

const field = StateField.define<RangeSet<GutterMarker>>({
  create: () => RangeSet.empty,
  update: (marks, transaction) => {
    const effect = transaction.effects.findLast((found) => found.is(changed));
    if (effect !== undefined) return placed(effect.value, transaction.state.doc);
    // What is written stands elsewhere than what ran.
    return transaction.docChanged ? RangeSet.empty : marks;
  },
});

function placed(marks: readonly ThreadMark[], doc: Text): RangeSet<GutterMarker> {
  const lines = [...byLine(marks)].filter(([line]) => line >= 1 && line <= doc.lines);
  return RangeSet.of(lines.map(([line, found]): Range<GutterMarker> => new Marks(found).range(doc.line(line).from)));
}

export const threads: Extension = [
  field,
  gutter({ class: "cm-threads", markers: (view) => view.state.field(field) }),
];

export function showThreads(view: EditorView, marks: readonly ThreadMark[]): void {
  view.dispatch({ effects: changed.of(marks) });
}
