import { HighlightStyle, syntaxHighlighting } from "@codemirror/language";
import { EditorView } from "@codemirror/view";
import { tags } from "@lezer/highlight";

/** How the editor looks. The colours are those of page.css, so that they follow its theme. */

const faint = (colour) => `color-mix(in srgb, ${colour} 8%, transparent)`;

const theme = EditorView.theme({
  "&": { color: "var(--text)", backgroundColor: "var(--field)", fontSize: "0.9375rem" },
  "&.cm-focused": { outline: "3px solid var(--accent)", outlineOffset: "2px" },
  ".cm-scroller": { fontFamily: "var(--mono)", lineHeight: "1.5" },
  ".cm-content": { caretColor: "var(--text)" },
  ".cm-cursor, .cm-dropCursor": { borderLeftColor: "var(--text)" },
  ".cm-gutters": { color: "var(--quiet)", backgroundColor: "var(--field)", borderRight: "1px solid var(--faint)" },
  ".cm-activeLine, .cm-activeLineGutter": { backgroundColor: faint("var(--accent)") },
  ".cm-activeLineGutter": { color: "var(--text)" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": {
    background: "var(--selection)",
  },
  ".cm-selectionMatch, .cm-searchMatch": { backgroundColor: "var(--selection)" },
  "&.cm-focused .cm-matchingBracket": { backgroundColor: "var(--selection)", outline: "1px solid var(--line)" },
  "&.cm-focused .cm-nonmatchingBracket": { backgroundColor: "transparent", outline: "1px solid var(--wrong)" },
  ".cm-panels, .cm-tooltip": { color: "var(--text)", backgroundColor: "var(--page)", borderColor: "var(--line)" },
  ".cm-panels label": { display: "inline-block", margin: "0 0.5rem 0 0", fontWeight: "400" },
  ".cm-button, .cm-textfield": {
    minHeight: "1.75rem",
    color: "var(--text)",
    backgroundImage: "none",
    backgroundColor: "var(--field)",
    border: "1px solid var(--line)",
    borderRadius: "4px",
  },
  ".cm-panel.cm-search [name=close]": { minHeight: "1.75rem", color: "var(--text)" },
  ".cm-lintRange-error": { backgroundImage: "none", textDecoration: "underline wavy var(--wrong)" },
});

const colours = HighlightStyle.define([
  { tag: [tags.keyword, tags.operatorKeyword, tags.modifier], color: "var(--code-keyword)" },
  { tag: [tags.string, tags.special(tags.string)], color: "var(--code-string)" },
  { tag: [tags.number, tags.bool, tags.null, tags.self], color: "var(--code-number)" },
  { tag: [tags.comment, tags.meta], color: "var(--code-comment)" },
  { tag: [tags.definition(tags.variableName), tags.function(tags.variableName), tags.className], color: "var(--code-name)" },
]);

export const appearance = [theme, syntaxHighlighting(colours)];
