import { isSame, PLAIN, restyled } from "./ansi.js";

/**
 * What a program wrote, as lines to show: bounded whatever it writes, with the colours and the progress bars of a terminal,
 * and everything else as text.
 */

/** So much is kept of the beginning, and as much of the end. */
const MOST_LINES = 1000;
const MOST_COST = 128 * 1024;
/** What a change of style costs, in characters. */
const COST_OF_RUN = 16;
/** A line that is longer, or has more changes of style, is shown as several. */
const LONGEST_LINE = 4096;
const MOST_RUNS = 256;

const SPECIAL = /[\u0000-\u0008\u000a-\u001f\u007f-\u009f]/g;
const ESCAPE = /\u001b\[([0-9;]{0,40})([mK])/y;
const BEGINNING_OF_ESCAPE = /\u001b(\[[0-9;]{0,40})?$/;
const FIRST_PICTURE = 0x2400;

export class Screen {
  #streams = { stdout: new Pen(), stderr: new Pen() };
  #last = "stdout";
  #headCost = 0;
  #tailCost = 0;
  /** The first lines; they stay. */
  head = [];
  /** The last lines; empty as long as all fit into the head. */
  tail = [];
  /** Lines that were between the two and are not shown. */
  dropped = 0;

  /** Takes what came of one stream, "stdout" or "stderr". */
  write(stream, text) {
    const pen = this.#streams[stream];
    if (stream !== this.#last) {
      this.#streams[this.#last].line = undefined;
      this.#last = stream;
    }
    const chunk = pen.rest + text;
    pen.rest = BEGINNING_OF_ESCAPE.exec(chunk)?.[0] ?? "";
    this.#interpret(pen, stream, chunk.slice(0, chunk.length - pen.rest.length));
  }

  /** Nothing more comes: what began as an escape sequence was none. */
  end() {
    for (const [stream, pen] of Object.entries(this.#streams)) {
      this.#put(pen, stream, picture(pen.rest));
      pen.rest = "";
    }
  }

  #interpret(pen, stream, chunk) {
    let at = 0;
    while (at < chunk.length) {
      SPECIAL.lastIndex = at;
      const special = SPECIAL.exec(chunk)?.index ?? chunk.length;
      this.#put(pen, stream, chunk.slice(at, special));
      at = special < chunk.length ? this.#control(pen, stream, chunk, special) : special;
    }
  }

  /** Does what a control character asks for, or shows it; tells where to go on. */
  #control(pen, stream, chunk, at) {
    switch (chunk[at]) {
      case "\n":
        this.#line(pen, stream);
        pen.line = undefined;
        return at + 1;
      case "\r":
        pen.column = 0;
        return at + 1;
      case "\b":
        pen.column = Math.max(0, pen.column - 1);
        return at + 1;
      default:
        return this.#escape(pen, stream, chunk, at);
    }
  }

  #escape(pen, stream, chunk, at) {
    ESCAPE.lastIndex = at;
    const escape = ESCAPE.exec(chunk);
    if (escape === null) {
      this.#put(pen, stream, picture(chunk[at]));
      return at + 1;
    }
    if (escape[2] === "m") {
      pen.style = restyled(pen.style, escape[1]);
    } else {
      this.#erase(pen, escape[1]);
    }
    return ESCAPE.lastIndex;
  }

  /** To the line's end, from its beginning, or all of it. */
  #erase(pen, how) {
    const line = pen.line;
    if (line === undefined) {
      return;
    }
    this.#change(line, () => {
      if (how === "1" || how === "2") {
        line.replace(0, { text: " ".repeat(pen.column), style: PLAIN });
      }
      if (how !== "1") {
        line.cut(pen.column);
      }
    });
  }

  #put(pen, stream, text) {
    for (let at = 0; at < text.length; ) {
      if (pen.line?.isFull) {
        pen.line = undefined;
      }
      const line = this.#line(pen, stream);
      const room = LONGEST_LINE - pen.column;
      const part = whole(text.slice(at, at + room));
      this.#change(line, () => line.replace(pen.column, { text: part, style: pen.style }));
      pen.column += part.length;
      at += part.length;
      if (at < text.length) {
        pen.line = undefined;
      }
    }
  }

  /** The line that a stream is writing. */
  #line(pen, stream) {
    if (pen.line === undefined) {
      pen.line = new Line(stream);
      pen.column = 0;
      this.#add(pen.line);
    }
    return pen.line;
  }

  #add(line) {
    if (this.tail.length === 0 && this.head.length < MOST_LINES && this.#headCost < MOST_COST) {
      this.head.push(line);
      return;
    }
    this.tail.push(line);
    if (this.tail.length > 2 * MOST_LINES || this.#tailCost > 2 * MOST_COST) {
      this.#drop();
    }
  }

  /** Many lines at a time, down to what is kept at the least. */
  #drop() {
    let gone = 0;
    while (this.tail.length - gone > MOST_LINES || (this.#tailCost > MOST_COST && this.tail.length - gone > 1)) {
      this.#tailCost -= this.tail[gone].cost;
      gone++;
    }
    this.tail.splice(0, gone);
    this.dropped += gone;
  }

  /** Changes the last line, the only one that is ever changed. */
  #change(line, action) {
    const before = line.cost;
    action();
    if (this.tail.length === 0) {
      this.#headCost += line.cost - before;
    } else {
      this.#tailCost += line.cost - before;
    }
  }
}

/** Where and how a stream writes. */
class Pen {
  line = undefined;
  column = 0;
  style = PLAIN;
  rest = "";
}

/** A line as runs of text of one style each. */
class Line {
  runs = [];
  length = 0;
  /** Rises with each change. */
  version = 0;

  constructor(stream) {
    this.stream = stream;
  }

  get isFull() {
    return this.runs.length > MOST_RUNS;
  }

  get cost() {
    return this.length + COST_OF_RUN * this.runs.length;
  }

  get text() {
    return this.runs.map((run) => run.text).join("");
  }

  /** Puts a run over what is there. */
  replace(column, run) {
    this.version++;
    if (run.text === "") {
      return;
    }
    if (column === this.length) {
      this.#append(run);
    } else if (!this.#isReplacedWithinRun(column, run)) {
      this.#splice(column, run);
    }
  }

  /** What is most often replaced, a progress bar, has the style that was there before. */
  #isReplacedWithinRun(column, { text, style }) {
    let begin = 0;
    for (const old of this.runs) {
      const end = begin + old.text.length;
      if (column < end) {
        const at = column - begin;
        const fits = column + text.length <= end && isSame(old.style, style);
        if (fits) {
          old.text = old.text.slice(0, at) + text + old.text.slice(at + text.length);
        }
        return fits;
      }
      begin = end;
    }
    return false;
  }

  #splice(column, run) {
    const runs = this.runs;
    const length = this.length;
    this.runs = [];
    this.length = 0;
    part(runs, 0, column).forEach((old) => this.#append(old));
    this.#append(run);
    part(runs, column + run.text.length, length).forEach((old) => this.#append(old));
  }

  cut(column) {
    if (column >= this.length) {
      return;
    }
    this.version++;
    this.runs = part(this.runs, 0, column);
    this.length = column;
  }

  #append({ text, style }) {
    const last = this.runs.at(-1);
    if (last !== undefined && isSame(last.style, style)) {
      last.text += text;
    } else {
      this.runs.push({ text, style });
    }
    this.length += text.length;
  }
}

function part(runs, from, to) {
  const parts = [];
  let begin = 0;
  for (const { text, style } of runs) {
    const cut = text.slice(Math.max(0, from - begin), Math.max(0, to - begin));
    if (cut !== "") {
      parts.push({ text: cut, style });
    }
    begin += text.length;
  }
  return parts;
}

/** Without half a character at its end. */
function whole(text) {
  const last = text.charCodeAt(text.length - 1);
  return text.length > 1 && last >= 0xd800 && last <= 0xdbff ? text.slice(0, -1) : text;
}

/** What stands for a control character. */
function picture(text) {
  return text.replace(SPECIAL, (character) => {
    const code = character.charCodeAt(0);
    return code < 0x20 ? String.fromCharCode(FIRST_PICTURE + code) : code === 0x7f ? "\u2421" : "\ufffd";
  });
}
