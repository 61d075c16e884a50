import { check } from "./service.js";

const PAUSE_MS = 400;

/** Asks the policy about a program: when typing pauses, or at once; only about what is there now. */
export class Judge {
  #timer = 0;
  #heard;
  #accepted = "";
  #leave = new AbortController();
  #mayAsk;

  /**
   * @param heard takes the violations of what is there; null where nobody judges at the moment
   * @param mayAsk whether the policy answers at all; where not, running a program tells what is wrong
   */
  constructor(heard, mayAsk) {
    this.#heard = heard;
    this.#mayAsk = mayAsk;
  }

  /** Drops what was asked before, and asks when typing pauses. */
  ask(program) {
    this.drop();
    if (!this.#mayAsk) {
      return;
    }
    this.#timer = setTimeout(() => this.#judge(program()), PAUSE_MS);
  }

  /** Asks nothing, and listens to nothing that was asked. */
  drop() {
    clearTimeout(this.#timer);
    this.#leave.abort();
  }

  /** The violations of a program, asked now unless it was accepted before; null where nobody judges at the moment. */
  verdict(program) {
    if (!this.#mayAsk) {
      return Promise.resolve(null);
    }
    if (key(program) === this.#accepted) {
      return Promise.resolve([]);
    }
    this.drop();
    return this.#judge(program);
  }

  async #judge({ code, language, policy }) {
    this.#leave = new AbortController();
    const { signal } = this.#leave;
    let violations = null;
    try {
      violations = await check({ code, language, policy }, signal);
    } catch {
      // Running it tells what is wrong.
    }
    if (!signal.aborted) {
      this.#accepted = violations?.length === 0 ? key({ code, language, policy }) : "";
      this.#heard(violations);
    }
    return violations;
  }
}

function key({ code, language, policy }) {
  return JSON.stringify([code, language, policy]);
}
