import { classes } from "./ansi.js";

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
  const node = document.createElement("div");
  node.className = "line " + line.stream;
  if (line.stream === "stderr" && before?.stream !== "stderr") {
    const tag = document.createElement("span");
    tag.className = "tag";
    tag.textContent = "stderr";
    node.append(tag);
  }
  const trace = TRACE.exec(line.text);
  if (trace === null) {
    node.append(...line.runs.map(run));
  } else {
    node.append(trace[1], link(trace[2], trace[3]), line.text.slice(trace[0].length));
  }
  return node;
}

function run({ text, style }) {
  const names = classes(style);
  if (names === "") {
    return text;
  }
  const node = document.createElement("span");
  node.className = names;
  node.textContent = text;
  return node;
}

function link(text, line) {
  const node = document.createElement("a");
  node.href = "#";
  node.dataset.line = line;
  node.textContent = text;
  return node;
}
