import { grown } from "./elements.js";
import { facts } from "./words.js";

/** What became of a run, above what it wrote: a sentence, figures, and what the policy refused. */
export class Result {
  #sentence = document.getElementById("outcome");
  #facts = document.getElementById("facts");
  #violations = document.getElementById("violations");
  #notice = document.getElementById("notice");

  show(sentence, mood, { result, violations = [], notice = "" } = {}) {
    this.#sentence.textContent = sentence;
    this.#sentence.className = "outcome " + mood;
    this.#facts.replaceChildren(...(result === undefined ? [] : facts(result)).map(fact));
    this.#violations.replaceChildren(...violations.map(violation));
    this.#notice.textContent = notice;
  }
}

function fact([name, value]) {
  return grown("div", {}, grown("dt", {}, name), grown("dd", {}, value));
}

/** A line of a list of violations, with a link to its place. */
export function violation({ line, column, rule, message }) {
  const place = grown("a", { href: "#", "data-line": line, "data-column": column }, `line ${line}, column ${column}`);
  return grown("li", {}, place, " ", grown("code", {}, rule), " ", message);
}
