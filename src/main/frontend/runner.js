import { end, Problem, run } from "./service.js";

/** One run at a time: its events, its end, and the way to stop it at any moment. */
export class Runner {
  #leave;
  #id;

  get isRunning() {
    return this.#leave !== undefined;
  }

  /**
   * Runs a program, unless it is refused.
   *
   * @param judged a promise of its violations; null where nobody knows them
   * @param wrote takes what it writes: the stream, "stdout" or "stderr", and the text
   * @returns the result of the API; undefined where it was stopped before it started
   * @throws Problem where it was not started
   */
  async run(program, judged, wrote) {
    this.#leave = new AbortController();
    this.#id = undefined;
    try {
      refuse(await judged);
      this.#leave.signal.throwIfAborted();
      for await (const { name, data } of run(program, this.#leave.signal)) {
        if (name === "started") {
          this.#id = data.id;
        } else if (name === "result") {
          return data;
        } else {
          wrote(name, data.text);
        }
      }
      return { outcome: "lost" };
    } catch (failure) {
      if (this.#id !== undefined) {
        return { outcome: "lost" };
      }
      if (this.#leave.signal.aborted) {
        return undefined;
      }
      throw failure;
    } finally {
      this.#leave = undefined;
    }
  }

  /** Who still waits leaves; what runs is ended, and its result comes as always. */
  stop() {
    if (this.#id === undefined) {
      this.#leave?.abort();
    } else {
      end(this.#id);
    }
  }
}

/** What is refused is not sent: the answer is known. */
function refuse(violations) {
  if (violations !== null && violations.length > 0) {
    throw new Problem(violations[0].rule === "syntax" ? "syntax-error" : "rejected", "", violations);
  }
}
