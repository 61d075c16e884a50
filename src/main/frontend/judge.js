import { check } from "./service.js";

const PAUSE_MS = 400;

/** Asks the policy about a program: when typing pauses, or at once; only about what is there now, and once about the same. */
export class Judge {
  #timer = 0;
  #heard;
  #asked = "";
  #answer = Promise.resolve(null);
  #leave = new AbortController();

  /** @param heard takes the violations of what is there; null where nobody judges at the moment */
  constructor(heard) {
    this.#heard = heard;
  }

  /** @param program gives the program when the time has come */
  ask(program) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.verdict(program()), PAUSE_MS);
  }

  /** The violations of a program; null where nobody judges at the moment, or where another program was asked about since. */
  verdict({ code, language, policy }) {
    clearTimeout(this.#timer);
    const program = { code, language, policy };
    const asked = JSON.stringify(program);
    if (asked !== this.#asked) {
      this.#leave.abort();
      this.#leave = new AbortController();
      this.#asked = asked;
      this.#answer = this.#judge(program, this.#leave.signal);
    }
    return this.#answer;
  }

  async #judge(program, signal) {
    try {
      const violations = await check(program, signal);
      this.#heard(violations);
      return violations;
    } catch {
      if (!signal.aborted) {
        this.#asked = "";
        this.#heard(null);
      }
      return null;
    }
  }
}
