/** The answers of the API in words. The sentences are the server's own; it gives them to the page. */
export class Words {
  #sentences;

  /** @param sentences by outcome or problem, with places for figures in braces */
  constructor(sentences) {
    this.#sentences = sentences;
  }

  /** What became of a run, by its result. */
  outcome(result) {
    const { outcome, signal, exit_code: exitCode } = result;
    const name = outcome !== "completed" || exitCode === 0 ? outcome : signal ? "signal" : "exit_code";
    return filled(this.#sentences[name], result);
  }

  /** Why nothing was run, by the problem's name. */
  problem({ name, message }) {
    return this.#sentences[name] ?? `Not started: ${message}`;
  }
}

function filled(sentence, values) {
  return sentence.replace(/\{(\w+)\}/g, (place, name) => values[name] ?? place);
}

/** The figures beside an outcome, as name and value. */
export function facts(result) {
  const mebibytes = (bytes) => `${(bytes / (1 << 20)).toFixed(1)} MiB`;
  return [
    ["Exit code", result.exit_code, String],
    ["Time", result.timings_ms?.run, (ms) => `${ms} ms`],
    ["CPU", result.cpu_ms, (ms) => `${ms.toFixed(1)} ms`],
    ["Peak memory", result.memory_peak_bytes, mebibytes],
  ]
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([name, value, shown]) => [name, shown(value)]);
}
