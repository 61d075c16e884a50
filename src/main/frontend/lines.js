import { classes } from "./ansi.js";
import { grown } from "./elements.js";

const TRACE = /^(\s*)(File "(?:\/tmp\/)?main\.py", line (\d+))/;

/** Lines of a screen as elements; only the last one ever changes, and some of the first may go. */
export class Lines {
  #root;
  #first = 0;
  #version = 0;

  constructor(root) {
    this.#root = root;
  }

  clear() {
    this.#root.replaceChildren();
    this.#first = 0;
  }

  /**
   * Shows what has changed since the last time.
   *
   * @param lines those that are to be seen
   * @param first how many were before them
   */
  show(lines, first) {
    const root = this.#root;
    const gone = Math.min(first - this.#first, root.childElementCount);
    for (let i = 0; i < gone; i++) {
      root.firstElementChild.remove();
    }
    this.#first = first;
    const last = root.childElementCount - 1;
    if (last >= 0 && lines[last].version !== this.#version) {
      root.lastElementChild.replaceWith(element(lines[last], lines[last - 1]));
    }
    const fresh = document.createDocumentFragment();
    for (let i = last + 1; i < lines.length; i++) {
      fresh.append(element(lines[i], lines[i - 1]));
    }
    root.append(fresh);
    this.#version = lines.at(-1)?.version;
  }
}

function element(line, before) {
  const node = grown("div", { class: "line " + line.stream });
  if (line.stream === "stderr" && before?.stream !== "stderr") {
    node.append(grown("span", { class: "tag" }, "stderr"));
  }
  const trace = TRACE.exec(line.text);
  if (trace === null) {
    node.append(...line.runs.map(run));
  } else {
    const [whole, indent, place, number] = trace;
    node.append(indent, grown("a", { href: "#", "data-line": number }, place), line.text.slice(whole.length));
  }
  return node;
}

function run({ text, style }) {
  const names = classes(style);
  return names === "" ? text : grown("span", { class: names }, text);
}
