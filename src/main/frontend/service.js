import { events } from "./stream.js";

/** The calls of the API that the page makes. */

/** What a server answers that does not do what it was asked: with a problem of the API, or with nothing. */
export class Problem extends Error {
  constructor(name, detail, violations = []) {
    super(detail);
    this.name = name;
    this.violations = violations;
  }
}

async function post(path, body, accept, signal) {
  let answer;
  try {
    answer = await fetch(path, {
      method: "POST",
      headers: { "Content-Type": "application/json", Accept: accept },
      body: JSON.stringify(body),
      signal,
    });
  } catch (failure) {
    throw signal?.aborted ? failure : new Problem("unreachable", "");
  }
  if (answer.ok) {
    return answer;
  }
  throw await problem(answer);
}

async function problem(answer) {
  try {
    const { type, detail, violations } = await answer.json();
    return new Problem(type.slice(type.lastIndexOf("/") + 1), detail, violations);
  } catch {
    return new Problem("unreachable", "");
  }
}

/** Judges a program: its violations. */
export async function check(program, signal) {
  const answer = await post("check", program, "application/json", signal);
  return (await answer.json()).violations;
}

/** Runs a program: its events, the result last. */
export async function* run(program, signal) {
  const answer = await post("run", program, "text/event-stream", signal);
  yield* events(answer);
}

/** Ends a program that runs; where that cannot be said, its time limit does. */
export async function end(id) {
  try {
    await fetch("run/" + id, { method: "DELETE" });
  } catch {
    // Its stream tells that the server is gone.
  }
}
