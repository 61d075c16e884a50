/** A program in the fragment of a link, which browsers send to no server. */

const KEY = "#program=";
/** Many programs cut longer links; some browsers, too. */
export const LONGEST_LINK = 8000;
/** No program is longer; a short link can hold a text without end. */
const MOST_BYTES = 512 * 1024;

/** The link to a page with a program, an object of strings. */
export async function link(page, program) {
  const bytes = new TextEncoder().encode(JSON.stringify(program));
  const packed = await collect(new Blob([bytes]).stream().pipeThrough(new CompressionStream("deflate")), Infinity);
  const text = btoa(Array.from(packed, (byte) => String.fromCharCode(byte)).join(""));
  return page + KEY + text.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

export function isLink(fragment) {
  return fragment.startsWith(KEY);
}

/** The program of a link's fragment; throws where there is none that can be read. */
export async function programOf(fragment) {
  const text = atob(fragment.slice(KEY.length).replaceAll("-", "+").replaceAll("_", "/"));
  const packed = Uint8Array.from(text, (character) => character.charCodeAt(0));
  const bytes = await collect(new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate")), MOST_BYTES);
  const program = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  if (typeof program?.code !== "string") {
    throw new TypeError("no program");
  }
  return program;
}

async function collect(stream, most) {
  const chunks = [];
  let length = 0;
  const reader = stream.getReader();
  for (let { done, value } = await reader.read(); !done; { done, value } = await reader.read()) {
    length += value.length;
    if (length > most) {
      await reader.cancel();
      throw new RangeError("too long");
    }
    chunks.push(value);
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}
