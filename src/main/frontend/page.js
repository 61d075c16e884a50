import { Console } from "./console.js";
import { Editor } from "./editor.js";
import { Form } from "./form.js";
import { Judge } from "./judge.js";
import { draft, keepDraft, keepRun, runs } from "./kept.js";
import { KeptRuns } from "./kept-runs.js";
import { addRecipes } from "./recipe-view.js";
import { Result, violation } from "./result.js";
import { Runner } from "./runner.js";
import { isLink, programOf } from "./share.js";
import { addSharing } from "./share-view.js";
import { addThemeSwitch } from "./theme-switch.js";
import { offerText } from "./texts.js";
import { Words } from "./words.js";

/** Of a run's output, so much is kept with the last runs. */
const KEPT_OUTPUT = 16 * 1024;

const byId = (id) => document.getElementById(id);

const { nonce, sentences, mostBytes, judges, keyed } = byId("page").dataset;
const words = new Words(JSON.parse(sentences));
const runner = new Runner();
const result = new Result();
const output = new Console(byId("output"));
const editor = new Editor(byId("code"), nonce);
const fields = new Form(byId("program"), editor);
const judge = new Judge(judged, judges === "true");
const keptRuns = new KeptRuns(restore);

function changed() {
  const { program } = fields;
  keepDraft(program);
  if (isTooLarge(program)) {
    judge.drop();
    judged([], words.problem({ name: "too-large" }));
  } else {
    judge.ask(() => fields.program);
  }
}

function isTooLarge({ code }) {
  return new TextEncoder().encode(code).length > Number(mostBytes);
}

/** What the policy says of the text as it is; null where it says nothing. */
function judged(violations, sentence = verdict(violations)) {
  editor.mark(violations ?? []);
  byId("refused").replaceChildren(...(violations ?? []).map(violation));
  // Said again only when it is another: it is read out.
  if (byId("judgement").textContent !== sentence) {
    byId("judgement").textContent = sentence;
  }
}

function verdict(violations) {
  if (violations === null) {
    return "The policy cannot be asked at the moment.";
  }
  const { length } = violations;
  return length === 0 ? "The policy accepts this program." : `Refused in ${length} ${length === 1 ? "place" : "places"}:`;
}

async function run() {
  if (runner.isRunning) {
    return;
  }
  const { program } = fields;
  output.clear();
  if (isTooLarge(program)) {
    result.show(words.problem({ name: "too-large" }), "bad");
    return;
  }
  result.show("Waiting for a container …", "");
  byId("outcome").scrollIntoView({ block: "nearest" });
  running(true);
  try {
    const answer = await runner.run(program, judge.verdict(program), {
      started: () => result.show("Running …", ""),
      wrote: (stream, text) => output.write(stream, text),
    });
    output.end();
    ended(program, answer);
  } catch (failure) {
    output.end();
    result.show(words.problem(failure), "bad", { violations: failure.violations });
  } finally {
    running(false);
  }
}

/** Whoever has pressed one of the two buttons by keyboard finds himself on the other: a disabled one has no focus. */
function running(is) {
  const [off, on] = is ? [byId("run"), byId("stop")] : [byId("stop"), byId("run")];
  const hasFocus = document.activeElement === off;
  on.disabled = false;
  off.disabled = true;
  if (hasFocus) {
    on.focus({ preventScroll: true });
  }
  byId("output").setAttribute("aria-busy", is);
}

function ended(program, answer) {
  const sentence = words.outcome(answer);
  const isGood = answer.outcome === "completed" && answer.exit_code === 0;
  result.show(sentence, isGood ? "good" : "bad", { result: answer, notice: output.isEmpty ? "The program wrote nothing." : "" });
  keep(program, sentence);
}

/** Shows another program; the one that was there is put to the last runs, unless it is among them. */
function replace(program) {
  const replaced = fields.program;
  const isKnown = runs().some((run) => JSON.stringify(run.program) === JSON.stringify(replaced));
  if (!isKnown && fields.isTouched) {
    keep(replaced, "Replaced, not run.");
  }
  fields.program = program;
}

function keep(program, sentence) {
  keepRun({ at: Date.now(), program, sentence, output: output.text.slice(0, KEPT_OUTPUT) });
  keptRuns.show();
}

function restore({ program }) {
  output.clear();
  replace(program);
  editor.focus();
}

/** Any link to a line of the program, wherever it is shown. */
function follow(event) {
  const { line, column } = event.target.closest("a[data-line]")?.dataset ?? {};
  if (line !== undefined) {
    event.preventDefault();
    editor.goTo(Number(line), Number(column ?? 1));
  }
}

/** The text of an example comes in by a change that can be undone; nothing that was written is lost. */
function example(event) {
  const { code } = event.target.closest("a[data-code]")?.dataset ?? {};
  if (code !== undefined && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
    event.preventDefault();
    editor.text = code;
    editor.focus();
  }
}

/** What was in the tab comes back, unless somebody has begun to write; what the address asks for goes before it. */
async function open() {
  const kept = draft();
  const isAnswer = byId("outcome").hasAttribute("autofocus");
  if (kept !== null && !fields.isTouched && !isAnswer) {
    const { code } = fields.program;
    fields.program = kept;
    if (asksForExample()) {
      editor.text = code;
    }
  }
  await openLink();
  changed();
  byId("program").dataset.ready = "true";
}

/** A reload shows what was written since, not the example again. */
function asksForExample() {
  const [{ type } = {}] = performance.getEntriesByType("navigation");
  return new URLSearchParams(location.search).has("example") && type === "navigate";
}

async function openLink() {
  const fragment = location.hash;
  if (!isLink(fragment)) {
    return;
  }
  history.replaceState(null, "", location.pathname + location.search);
  try {
    replace(await programOf(fragment));
    result.show("This program came with the link. Read it before you run it.", "");
  } catch {
    result.show("The link holds no program that can be read: it may have been cut.", "bad");
  }
}

byId("program").addEventListener("submit", (event) => {
  event.preventDefault();
  void run();
});
byId("program").addEventListener("input", changed);
byId("stop").addEventListener("click", () => runner.stop());
addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    void run();
  }
});
addEventListener("hashchange", () => void openLink());
document.addEventListener("click", follow);
document.addEventListener("click", example);
offerText("output", "output.txt", () => output.text);
addRecipes(() => fields.program, keyed === "true");
addSharing(() => fields.program);
addThemeSwitch(byId("theme"));
void open();
