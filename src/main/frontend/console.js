import { Lines } from "./lines.js";
import { Screen } from "./screen.js";

/** How near to the end somebody reads who wants to see what comes, in pixels. */
const NEAR = 40;

/** Shows what a program writes as it comes, no faster than the browser paints, and keeps all of it as text. */
export class Console {
  #root;
  #head;
  #gap;
  #tail;
  #screen;
  #texts;
  #frame = 0;

  /** @param root the element that scrolls; it has the classes head, gap and tail in it */
  constructor(root) {
    this.#root = root;
    this.#head = new Lines(root.querySelector(".head"));
    this.#gap = root.querySelector(".gap");
    this.#tail = new Lines(root.querySelector(".tail"));
    this.clear();
  }

  clear() {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    this.#screen = new Screen();
    this.#texts = [];
    this.#head.clear();
    this.#tail.clear();
    this.#gap.hidden = true;
  }

  /** Takes what came of a stream, "stdout" or "stderr". */
  write(stream, text) {
    this.#texts.push(text);
    this.#screen.write(stream, text);
    this.#frame ||= requestAnimationFrame(() => this.#paint());
  }

  /** Nothing more comes. */
  end() {
    this.#screen.end();
    cancelAnimationFrame(this.#frame);
    this.#paint();
  }

  /** All that came, in the order in which it came. */
  get text() {
    return this.#texts.join("");
  }

  get isEmpty() {
    return this.#texts.length === 0;
  }

  #paint() {
    this.#frame = 0;
    const root = this.#root;
    const isAtEnd = root.scrollHeight - root.scrollTop - root.clientHeight < NEAR;
    const { head, tail, dropped } = this.#screen;
    this.#head.show(head, 0);
    this.#gap.hidden = dropped === 0;
    this.#gap.textContent = `${dropped.toLocaleString("en")} lines are not shown here; "Download" has them.`;
    this.#tail.show(tail, dropped);
    if (isAtEnd) {
      root.scrollTop = root.scrollHeight;
    }
  }
}
