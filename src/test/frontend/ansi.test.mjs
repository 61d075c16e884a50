import assert from "node:assert/strict";
import { test } from "node:test";
import { classes, PLAIN, restyled } from "../../main/frontend/ansi.js";

const shown = (...parameters) => classes(parameters.reduce(restyled, PLAIN));

test("the sixteen colours, before and behind the text", () => {
  assert.equal(shown("31"), "fg-1");
  assert.equal(shown("97"), "fg-15");
  assert.equal(shown("44"), "bg-4");
  assert.equal(shown("100"), "bg-8");
  assert.equal(shown("31", "39"), "");
  assert.equal(shown("44", "49"), "");
});

test("more colours become the nearest of the sixteen", () => {
  assert.equal(shown("38;5;9"), "fg-9");
  assert.equal(shown("38;5;196"), "fg-9");
  assert.equal(shown("38;5;22"), "fg-2");
  assert.equal(shown("38;5;255"), "fg-15");
  assert.equal(shown("38;5;232"), "fg-0");
  assert.equal(shown("48;2;0;0;200"), "bg-12");
  assert.equal(shown("38;2;255;255;0;1"), "bold fg-11");
});

test("weights, and their ends", () => {
  assert.equal(shown("1;3;4;9"), "bold italic underline strike");
  assert.equal(shown("1;3;4;9", "22;23;24;29"), "");
  assert.equal(shown("1;31", ""), "");
  assert.equal(shown("1;31", "0"), "");
});

test("inverse text has its colour behind it", () => {
  assert.equal(shown("7"), "bg-7");
  assert.equal(shown("31;7"), "bg-1");
  assert.equal(shown("31;7", "27"), "fg-1");
});

test("what is not on the list changes nothing", () => {
  for (const parameters of ["5", "8", "2", "10", "58;5;1", "38", "38;5", "38;5;256", "38;2;1;2", "38;2;300;0;0", "999", ";;;", "98", "48;9"]) {
    assert.match(shown(parameters), /^(|fg-0)$/, parameters);
  }
  assert.equal(shown("constructor"), "");
});
