import assert from "node:assert/strict";
import { test } from "node:test";
import { Screen } from "../../main/frontend/screen.js";

function shown(...writes) {
  const screen = new Screen();
  for (const [stream, text] of writes) {
    screen.write(stream, text);
  }
  screen.end();
  return [...screen.head, ...screen.tail].map((line) => `${line.stream}:${line.text}`);
}

const out = (text) => ["stdout", text];
const err = (text) => ["stderr", text];

test("lines are what is between line feeds, however they come", () => {
  assert.deepEqual(shown(out("a\nb"), out("c\n\n"), out("d")), ["stdout:a", "stdout:bc", "stdout:", "stdout:d"]);
  assert.deepEqual(shown(out("")), []);
  assert.deepEqual(shown(out("\n")), ["stdout:"]);
});

test("a stream that interrupts the other begins a line, and so does the other afterwards", () => {
  assert.deepEqual(shown(out("50"), err("warning\n"), out(" %\n")), ["stdout:50", "stderr:warning", "stdout: %"]);
});

test("a carriage return begins the line anew, as progress bars want it", () => {
  assert.deepEqual(shown(out("10 %\r50 %\r100 %\n")), ["stdout:100 %"]);
  assert.deepEqual(shown(out("abcdef\rxy")), ["stdout:xycdef"]);
  assert.deepEqual(shown(out("abcdef\r\u001b[Kxy")), ["stdout:xy"]);
  assert.deepEqual(shown(out("abc\r\ndef\r\n")), ["stdout:abc", "stdout:def"]);
  assert.deepEqual(shown(out("\r\r\r")), []);
});

test("a backspace goes back, not beyond the beginning", () => {
  assert.deepEqual(shown(out("ab\bc")), ["stdout:ac"]);
  assert.deepEqual(shown(out("a\b\b\b\bxyz")), ["stdout:xyz"]);
});

test("parts of a line are erased", () => {
  assert.deepEqual(shown(out("abcdef\b\b\b\u001b[0K")), ["stdout:abc"]);
  assert.deepEqual(shown(out("abcdef\b\b\b\u001b[1K")), ["stdout:   def"]);
  assert.deepEqual(shown(out("abcdef\u001b[2K!")), ["stdout:      !"]);
  assert.deepEqual(shown(out("\u001b[K")), []);
});

test("colours are styles of runs, also where a sequence comes in two parts", () => {
  const screen = new Screen();
  screen.write("stdout", "a\u001b[1;3");
  screen.write("stdout", "1mb\u001b[0mc");
  const [line] = screen.head;
  assert.equal(line.text, "abc");
  assert.deepEqual(
    line.runs.map(({ text, style }) => [text, { ...style }]),
    [
      ["a", {}],
      ["b", { bold: true, colour: 1 }],
      ["c", {}],
    ],
  );
});

test("each stream has a style and a beginning of a sequence of its own", () => {
  const screen = new Screen();
  screen.write("stdout", "\u001b[31mred\u001b");
  screen.write("stderr", "[0mplain");
  screen.write("stdout", "[0mplain");
  assert.deepEqual(
    screen.head.map((line) => line.text),
    ["red", "[0mplain", "plain"],
  );
  assert.deepEqual({ ...screen.head[1].runs[0].style }, {});
});

test("everything else is shown as text", () => {
  assert.deepEqual(shown(out("\u001b[2J\u001b]0;title\u0007\u001b[999D")), ["stdout:␛[2J␛]0;title␇␛[999D"]);
  assert.deepEqual(shown(out("\u0000\u007f\u009b31m")), ["stdout:␀␡\ufffd31m"]);
  assert.deepEqual(shown(out("<b>&amp;\u202e\u2028")), ["stdout:<b>&amp;\u202e\u2028"]);
  assert.deepEqual(shown(out("end\u001b[3")), ["stdout:end␛[3"]);
});

test("a long line is shown as several, and no character is cut", () => {
  const lines = shown(out("🐍".repeat(5000)));
  assert.equal(lines.length, 3);
  assert.equal(lines.map((line) => line.slice("stdout:".length)).join(""), "🐍".repeat(5000));
  assert.ok(lines.every((line) => !/\p{Surrogate}/u.test(line)));
});

test("whatever is written, the beginning and the end are kept and nothing grows without bound", () => {
  const floods = ["x\n", "\n", "x", "\rx", "\u001b[31mx\u001b[32m", "\b", "\u001bx", "\u0000", "\u001b[K", "🐍"];
  for (const flood of floods) {
    const screen = new Screen();
    screen.write("stdout", "first\n");
    const chunk = flood.repeat(60_000);
    for (let i = 0; i < 20; i++) {
      screen.write(i % 2 === 0 ? "stdout" : "stderr", chunk);
    }
    screen.write("stdout", "\nlast\n");
    screen.end();
    const lines = [...screen.head, ...screen.tail];
    assert.equal(lines[0].text, "first");
    assert.equal(lines.at(-1).text, "last");
    assert.ok(lines.length <= 3000, flood);
    assert.ok(lines.reduce((sum, line) => sum + line.length, 0) <= 400_000, flood);
    assert.ok(lines.reduce((sum, line) => sum + line.runs.length, 0) <= 30_000, flood);
  }
});

test("many changes of style in a line do not make it slow", () => {
  const rainbow = Array.from({ length: 4096 }, (_, i) => `\u001b[3${i % 8}mx`).join("");
  for (const flood of ["\r\u001b[1m.", "\rx", "\u001b[K", "\r\u001b[K", "\b\u001b[4my", "\u001b[1K"]) {
    const screen = new Screen();
    screen.write("stdout", rainbow);
    const begin = performance.now();
    screen.write("stdout", flood.repeat(50_000));
    assert.ok(performance.now() - begin < 2000, JSON.stringify(flood));
    assert.ok([...screen.head, ...screen.tail].every((line) => line.runs.length <= 300));
  }
});

test("what is not shown is counted", () => {
  const screen = new Screen();
  screen.write("stdout", "x\n".repeat(10_000));
  assert.equal(screen.head.length + screen.dropped + screen.tail.length, 10_000);
  assert.ok(screen.dropped > 0);
});
