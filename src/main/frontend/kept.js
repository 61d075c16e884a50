/** What the browser keeps: for a tab its program, for all tabs the last runs. A browser that keeps nothing is no error. */

const MOST_RUNS = 20;
const DRAFT = "safe-python-executor.draft";
const RUNS = "safe-python-executor.runs";
const THEME = "safe-python-executor.theme";

function read(storage, key) {
  try {
    return JSON.parse(storage().getItem(key));
  } catch {
    return null;
  }
}

function write(storage, key, value) {
  try {
    storage().setItem(key, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}

/** The program of this tab as it was last kept; null where there is none. */
export function draft() {
  const kept = read(() => sessionStorage, DRAFT);
  return typeof kept?.code === "string" ? kept : null;
}

export function keepDraft(program) {
  write(() => sessionStorage, DRAFT, program);
}

/** The last runs of all tabs, the newest first. */
export function runs() {
  const kept = read(() => localStorage, RUNS);
  return Array.isArray(kept) ? kept.filter(isRun).slice(0, MOST_RUNS) : [];
}

/** Whoever writes into this browser's storage may write anything. */
function isRun(run) {
  const texts = [run?.program?.code, run?.sentence, run?.output];
  return texts.every((text) => typeof text === "string") && Number.isFinite(new Date(run.at).getTime()) && typeof run.at === "number";
}

/** Keeps a run; the oldest go where there are too many, or where the browser gives no more room. */
export function keepRun(run) {
  let all = [run, ...runs()].slice(0, MOST_RUNS);
  while (all.length > 0 && !write(() => localStorage, RUNS, all)) {
    all = all.slice(0, -1);
  }
}

export function forgetRuns() {
  write(() => localStorage, RUNS, []);
}

/** The theme that was chosen: "light", "dark", or "" for the system's. */
export function keepTheme(theme) {
  try {
    localStorage.setItem(THEME, theme);
  } catch {
    // It lasts as long as the page.
  }
}
