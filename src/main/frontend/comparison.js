import { diffLines } from "diff";
import { grown } from "./elements.js";

/** Texts that differ in more lines are shown as replaced. */
const MOST_CHANGES = 1000;

const SIGNS = { added: "+", removed: "−", same: " " };

/** Two runs side by side: what was taken away and what was put in, line by line, told apart by a sign and not only by colour. */
export function comparison(before, after) {
  return [
    grown("h3", {}, "Program"),
    difference(before.program.code, after.program.code),
    grown("h3", {}, "Outcome"),
    difference(before.sentence, after.sentence),
    grown("h3", {}, "Output"),
    difference(before.output, after.output),
  ];
}

function difference(before, after) {
  const parts = diffLines(ended(before), ended(after), { maxEditLength: MOST_CHANGES }) ?? [
    { value: ended(before), removed: true },
    { value: ended(after), added: true },
  ];
  if (parts.every((part) => !part.added && !part.removed)) {
    return grown("p", { class: "same" }, "The same.");
  }
  return grown("div", { class: "difference", tabindex: "0", role: "group", "aria-label": "Difference" }, ...parts.flatMap(rows));
}

function ended(text) {
  return text === "" || text.endsWith("\n") ? text : text + "\n";
}

function rows({ value, added, removed }) {
  const kind = added ? "added" : removed ? "removed" : "same";
  const lines = value.replace(/\n$/, "").split("\n");
  return lines.map((line) => grown("div", { class: kind }, grown("span", { class: "sign" }, SIGNS[kind]), line));
}
