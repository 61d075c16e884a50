/** A server that is there says something twice a second. */
const LONGEST_SILENCE_MS = 15_000;

/** Reads an answer of type text/event-stream: gives each event's name and data as they come. */
export async function* events(answer) {
  const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (let { done, value } = await heard(reader); !done; { done, value } = await heard(reader)) {
    const parts = (rest + value).split("\n\n");
    rest = parts.pop();
    for (const part of parts) {
      const event = parsed(part);
      if (event !== undefined) {
        yield event;
      }
    }
  }
}

/** The next piece; fails where none comes for long. */
async function heard(reader) {
  let timer;
  const silence = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error("silence")), LONGEST_SILENCE_MS);
  });
  try {
    return await Promise.race([reader.read(), silence]);
  } finally {
    clearTimeout(timer);
  }
}

function parsed(block) {
  const fields = Object.fromEntries(
    block
      .split("\n")
      .filter((line) => !line.startsWith(":"))
      .map((line) => [line.slice(0, line.indexOf(":")), line.slice(line.indexOf(":") + 1).trimStart()]),
  );
  return fields.data === undefined ? undefined : { name: fields.event, data: JSON.parse(fields.data) };
}
