import { comparison } from "./comparison.js";
import { forgetRuns, runs } from "./kept.js";
import { grown } from "./elements.js";

/** The list of the last runs: each can be put back, or compared with the last. */
export class KeptRuns {
  #list = document.getElementById("runs");
  #empty = document.getElementById("no-runs");
  #dialog = document.getElementById("comparison");
  #restore;

  /** @param restore takes a kept run to show it again */
  constructor(restore) {
    this.#restore = restore;
    document.getElementById("forget").addEventListener("click", () => {
      forgetRuns();
      this.show();
    });
    addEventListener("storage", () => this.show());
    this.show();
  }

  show() {
    const all = runs();
    this.#empty.hidden = all.length > 0;
    this.#list.replaceChildren(...all.map((run, index) => this.#item(run, index === 0 ? all[1] : all[0])));
  }

  #item(run, other) {
    const at = new Date(run.at).toLocaleString();
    const first = run.program.code.split("\n").find((line) => line.trim() !== "") ?? "(empty)";
    const restore = button("Restore", `Restore the run of ${at}`, () => this.#restore(run));
    const compare = button("Compare", `Compare the run of ${at}`, () => this.#compare(run, other));
    compare.disabled = other === undefined;
    return grown(
      "li",
      {},
      grown("div", {}, grown("time", { datetime: new Date(run.at).toISOString() }, at), " ", run.sentence),
      grown("code", {}, first.slice(0, 80)),
      grown("div", { class: "actions" }, restore, compare),
    );
  }

  /** From the older to the newer. */
  #compare(run, other) {
    const [before, after] = run.at < other.at ? [run, other] : [other, run];
    this.#dialog.querySelector(".body").replaceChildren(...comparison(before, after));
    this.#dialog.showModal();
  }
}

function button(text, label, action) {
  const element = grown("button", { type: "button", "aria-label": label }, text);
  element.addEventListener("click", action);
  return element;
}
