import { end, Problem, run } from "./service.js";

/** How long the result of a program that was stopped is waited for. */
const PATIENCE_MS = 3000;

/** One run at a time: its events, its end, and the way to stop it at any moment. */
export class Runner {
  #leave;
  #id;
  #isStopped = false;

  get isRunning() {
    return this.#leave !== undefined;
  }

  /**
   * Runs a program, unless it is refused.
   *
   * @param judged a promise of its violations; null where nobody knows them
   * @param on what happens: `started()`, and `wrote(stream, text)` for each piece of "stdout" or "stderr"
   * @returns the result of the API, or of what is known of it only its outcome
   * @throws Problem where it was not started
   */
  async run(program, judged, on) {
    this.#leave = new AbortController();
    this.#id = undefined;
    this.#isStopped = false;
    const { signal } = this.#leave;
    try {
      refuse(await Promise.race([judged, departure(signal)]));
      return this.#named(await this.#listen(run(program, signal), on));
    } catch (failure) {
      if (signal.aborted) {
        return { outcome: "cancelled" };
      }
      if (this.#id !== undefined) {
        return { outcome: "lost" };
      }
      throw failure;
    } finally {
      this.#leave = undefined;
    }
  }

  async #listen(events, on) {
    for await (const { name, data } of events) {
      if (name === "started") {
        this.#id = data.id;
        on.started();
      } else if (name === "result") {
        return data;
      } else {
        on.wrote(name, data.text);
      }
    }
    return { outcome: "lost" };
  }

  /** The server ends the program of a page that does not keep up with what it writes; nobody here asked for that. */
  #named(result) {
    return result.outcome === "cancelled" && !this.#isStopped ? { ...result, outcome: "unheard" } : result;
  }

  /** Who still waits leaves; what runs is ended, and its result comes as always, or is not waited for any more. */
  stop() {
    const leave = this.#leave;
    this.#isStopped = true;
    if (this.#id === undefined) {
      leave?.abort();
    } else {
      end(this.#id);
      setTimeout(() => leave?.abort(), PATIENCE_MS);
    }
  }
}

/** Fails when somebody leaves. */
function departure(signal) {
  return new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason)));
}

/** What is refused is not sent: the answer is known. */
function refuse(violations) {
  if (violations !== null && violations.length > 0) {
    throw new Problem(violations[0].rule === "syntax" ? "syntax-error" : "rejected", "", violations);
  }
}
