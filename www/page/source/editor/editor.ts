/** The editor: CodeMirror, in the page's looks. Nothing loads it before somebody wants to write. */
import { closeBrackets, closeBracketsKeymap } from "@codemirror/autocomplete";
import {
  defaultKeymap,
  history,
  historyKeymap,
  indentWithTab,
  isolateHistory,
} from "@codemirror/commands";
import { pythonLanguage } from "@codemirror/lang-python";
import { bracketMatching, indentOnInput, indentUnit, syntaxHighlighting } from "@codemirror/language";
import { lintGutter, nextDiagnostic, previousDiagnostic, setDiagnostics } from "@codemirror/lint";
import { EditorState, Transaction, type Extension } from "@codemirror/state";
import {
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
  placeholder,
} from "@codemirror/view";
import type { Diagnostic } from "../../../generated/types";
import type { ThreadMark } from "../thread-marks";
import { lineToChange, showLine } from "./line";
import { offsetOf, rangeOf } from "./places";
import { highlighting, theme } from "./theme";
import { showThreads, threads } from "./threads";

export interface EditorOptions {
  /** Where it is put. It gets a shadow root: only there may an editor have styles of its own. */
  host: HTMLElement;
  text: string;
  onEdit: (text: string) => void;
  onRun: () => void;
}

const HELP =
  "Tab indents the line, Shift and Tab takes the indentation back. Escape, then Tab leaves the editor. " +
  "Control and Enter, or Command and Enter, runs the program. F8 goes to the next error.";

export class Editor {
  readonly #view: EditorView;
  readonly #extensions: Extension;

  constructor({ host, text, onEdit, onRun }: EditorOptions) {
    // CodeMirror adopts constructed style sheets in a shadow root. In the document itself it would
    // add a <style>, which the page's policy forbids.
    const root = host.attachShadow({ mode: "open" });
    const help = document.createElement("p");
    help.id = "help";
    help.hidden = true;
    help.textContent = HELP;
    root.append(help);
    this.#extensions = [setup, keys(onRun), told(onEdit)];
    this.#view = new EditorView({ state: this.#stateOf(text), parent: root, root });
  }

  /** Another program, with a history of its own. */
  load(text: string): void {
    this.#view.setState(this.#stateOf(text));
  }

  /** Another text of the same program: it can be undone, and is told of like anything typed. */
  replace(text: string): void {
    this.#view.dispatch({
      changes: { from: 0, to: this.#view.state.doc.length, insert: text },
      annotations: [isolateHistory.of("full"), Transaction.userEvent.of("input.replace")],
    });
  }

  /** Marks what is wrong, and what will not run. */
  show(problems: readonly Diagnostic[], warnings: readonly Diagnostic[]): void {
    const { state } = this.#view;
    const marked = (severity: "error" | "warning") => (found: Diagnostic) => ({
      ...rangeOf(state.doc, found),
      severity,
      message: found.message,
    });
    const marks = [...problems.map(marked("error")), ...warnings.map(marked("warning"))];
    this.#view.dispatch(setDiagnostics(state, marks));
  }

  /** Marks where threads stand. */
  showThreads(marks: readonly ThreadMark[]): void {
    showThreads(this.#view, marks);
  }

  /** Marks the line that is to be changed; none if it is 0. */
  showLine(line: number): void {
    showLine(this.#view, line);
  }

  /** Brings a line into sight, and leaves the keyboard where it is. */
  reveal(line: number): void {
    const at = offsetOf(this.#view.state.doc, line, 1);
    const effects = EditorView.scrollIntoView(at, { y: "center" });
    this.#view.dispatch({ selection: { anchor: at }, effects });
  }

  /** Puts the cursor there. */
  focus(line: number, column: number): void {
    const at = offsetOf(this.#view.state.doc, line, column);
    this.#view.dispatch({ selection: { anchor: at }, scrollIntoView: true });
    this.#view.focus();
  }

  selectAll(): void {
    this.#view.dispatch({ selection: { anchor: 0, head: this.#view.state.doc.length } });
  }

  /** Back to where the cursor was, wherever the page is scrolled to. */
  resume(): void {
    this.#view.focus();
  }

  #stateOf(text: string): EditorState {
    return EditorState.create({ doc: text, extensions: this.#extensions });
  }
}

const setup: Extension = [
  placeholder("Paste or write a Python program here"),
  threads,
  lineToChange,
  lintGutter(),
  lineNumbers(),
  highlightActiveLine(),
  highlightActiveLineGutter(),
  history(),
  pythonLanguage,
  syntaxHighlighting(highlighting),
  indentUnit.of("    "),
  EditorState.tabSize.of(4),
  indentOnInput(),
  bracketMatching(),
  closeBrackets(),
  theme,
  EditorView.contentAttributes.of({
    "aria-label": "Source",
    "aria-describedby": "help",
    spellcheck: "false",
    // It can be focused without; but who only reads the attributes cannot know.
    tabindex: "0",
  }),
];

function keys(onRun: () => void): Extension {
  return [
    keymap.of([
      { key: "Mod-Enter", run: () => (onRun(), true) },
      { key: "Escape", run: letTabLeave },
      { key: "F8", run: nextDiagnostic },
      { key: "Shift-F8", run: previousDiagnostic },
      ...closeBracketsKeymap,
      ...defaultKeymap,
      ...historyKeymap,
      indentWithTab,
    ]),
    EditorView.domEventHandlers({
      blur: (_, view) => view.setTabFocusMode(false),
      beforeinput: replaceSelection,
    }),
  ];
}

/** Until something is typed or the focus is gone: nobody has to be quick. */
function letTabLeave(view: EditorView): boolean {
  view.setTabFocusMode(true);
  return false;
}

/**
 * Left to the browser, what replaces a selection is put there with the style that the selection had,
 * as an attribute, which the page's policy forbids.
 */
function replaceSelection(event: InputEvent, view: EditorView): boolean {
  const { data, inputType, isComposing } = event;
  const { from, to, empty } = view.state.selection.main;
  if (inputType !== "insertText" || data === null || isComposing || empty) return false;
  const insert = (): Transaction =>
    view.state.update({
      changes: { from, to, insert: view.state.toText(data) },
      selection: { anchor: from + data.length },
      userEvent: "input.type",
      scrollIntoView: true,
    });
  const handlers = view.state.facet(EditorView.inputHandler);
  if (!handlers.some((handle) => handle(view, from, to, data, insert))) view.dispatch(insert());
  return true;
}

function told(onEdit: (text: string) => void): Extension {
  return EditorView.updateListener.of(({ docChanged, state, view }) => {
    if (!docChanged) return;
    view.setTabFocusMode(false);
    onEdit(state.doc.toString());
  });
}
