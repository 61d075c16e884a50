import assert from "node:assert/strict";
import { deflateSync } from "node:zlib";
import { test } from "node:test";
import { isLink, link, programOf } from "../../main/frontend/share.js";

const PAGE = "http://localhost:5000/";
const fragment = (address) => address.slice(PAGE.length);
const packed = (bytes) => "#program=" + deflateSync(bytes).toString("base64url");

test("a program comes back from its link exactly", async () => {
  for (const code of ["print(1)\n", "", "\n\n# é 🐍 \u2028 </script>\r\n", "x".repeat(60_000)]) {
    const program = { code, stdin: "a\nb", args: ["--x", ""], language: "python3", policy: "standard" };
    const address = await link(PAGE, program);
    assert.ok(isLink(fragment(address)));
    assert.match(address, /^http:\/\/localhost:5000\/#program=[\w-]*$/);
    assert.deepEqual(await programOf(fragment(address)), program);
  }
});

test("what is no program is refused", async () => {
  const wrong = [
    "#program=",
    "#program=%%%",
    "#program=abc",
    packed("null"),
    packed("[]"),
    packed('{"code": 1}'),
    packed('{"stdin": ""}'),
    packed("no json"),
    packed(Buffer.from([0x22, 0xff, 0x22])),
  ];
  for (const text of wrong) {
    await assert.rejects(programOf(text), text);
  }
  assert.equal(isLink("#code"), false);
  assert.equal(isLink(""), false);
});

test("a small link cannot hold a text without end", async () => {
  const bomb = packed(JSON.stringify({ code: "x".repeat(50_000_000) }));
  assert.ok(bomb.length < 100_000);
  await assert.rejects(programOf(bomb), RangeError);
});
