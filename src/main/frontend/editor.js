import { closeBrackets, closeBracketsKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { python } from "@codemirror/lang-python";
import { bracketMatching, indentOnInput, indentUnit } from "@codemirror/language";
import { lintGutter, setDiagnostics } from "@codemirror/lint";
import { highlightSelectionMatches, searchKeymap } from "@codemirror/search";
import { EditorState, Prec } from "@codemirror/state";
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  highlightSpecialChars,
  keymap,
  lineNumbers,
} from "@codemirror/view";
import { appearance } from "./appearance.js";

/** Over a selection, Chromium types with a style attribute, which the page's policy forbids: so the editor does it by itself. */
const typingOverSelections = EditorView.domEventHandlers({
  beforeinput({ inputType, data, cancelable }, view) {
    const { state } = view;
    const { from, to, empty } = state.selection.main;
    if (inputType !== "insertText" || data === null || !cancelable || empty || view.composing || view.contentDOM.editContext) {
      return false;
    }
    const typed = () => state.update(state.replaceSelection(data), { userEvent: "input.type", scrollIntoView: true });
    if (!state.facet(EditorView.inputHandler).some((handles) => handles(view, from, to, data, typed))) {
      view.dispatch(typed());
    }
    return true;
  },
});

/** An editor in the place of a text field, which stays the field of the form, is kept up to date, and tells of each change. */
export class Editor {
  #view;
  #field;

  /**
   * @param field the text field
   * @param nonce what lets the editor's own style sheet through the page's content security policy
   */
  constructor(field, nonce) {
    this.#field = field;
    const label = field.labels[0];
    this.#view = new EditorView({
      state: EditorState.create({
        doc: field.value,
        extensions: [
          EditorView.cspNonce.of(nonce),
          Prec.highest(keymap.of([{ key: "Mod-Enter", run: () => true, stopPropagation: false }])),
          lineNumbers(),
          highlightActiveLineGutter(),
          highlightActiveLine(),
          highlightSpecialChars(),
          drawSelection(),
          history(),
          python(),
          indentUnit.of("    "),
          indentOnInput(),
          bracketMatching(),
          closeBrackets(),
          highlightSelectionMatches(),
          lintGutter(),
          appearance,
          typingOverSelections,
          keymap.of([...closeBracketsKeymap, ...defaultKeymap, ...searchKeymap, ...historyKeymap, indentWithTab]),
          EditorView.contentAttributes.of({
            "aria-label": label.textContent,
            "aria-describedby": field.getAttribute("aria-describedby") ?? "",
            spellcheck: "false",
            tabindex: "0",
            autocapitalize: "off",
          }),
          EditorView.updateListener.of((update) => {
            if (update.docChanged) {
              field.value = this.text;
              field.dispatchEvent(new Event("input", { bubbles: true }));
            }
          }),
        ],
      }),
    });
    const hadFocus = document.activeElement === field;
    field.hidden = true;
    field.after(this.#view.dom);
    if (hadFocus) {
      this.focus();
    }
    label.addEventListener("click", () => this.focus());
  }

  get text() {
    return this.#view.state.doc.toString();
  }

  /** Puts another text in the place of all; undo brings the old one back. */
  set text(text) {
    const { doc } = this.#view.state;
    if (text !== this.text) {
      this.#view.dispatch({
        changes: { from: 0, to: doc.length, insert: text },
        selection: { anchor: 0 },
        scrollIntoView: true,
        userEvent: "input.replace",
      });
    }
  }

  focus() {
    this.#view.focus();
  }

  /** Puts the cursor on a place of the text, counted from 1, columns in code points. */
  goTo(line, column = 1) {
    const anchor = this.#offset(line, column);
    this.#view.dispatch({ selection: { anchor }, effects: EditorView.scrollIntoView(anchor, { y: "center" }) });
    this.focus();
  }

  /** Marks what the policy refuses, though the text may be another by now; nothing where the list is empty. */
  mark(violations) {
    const marks = violations.map(({ line, column, end_line: endLine, end_column: endColumn, rule, message }) => {
      const from = this.#offset(line, column);
      return { from, to: Math.max(from, this.#offset(endLine, endColumn)), severity: "error", source: rule, message };
    });
    this.#view.dispatch(setDiagnostics(this.#view.state, marks));
  }

  #offset(line, column) {
    const { doc } = this.#view.state;
    const found = doc.line(Math.min(Math.max(1, line), doc.lines));
    const before = Array.from(found.text).slice(0, Math.max(0, column - 1)).join("");
    return found.from + before.length;
  }
}
