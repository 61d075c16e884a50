/** Reads an answer of type text/event-stream: gives each event's name and data as they come. */
export async function* events(answer) {
  const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (let { done, value } = await reader.read(); !done; { done, value } = await reader.read()) {
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

function parsed(block) {
  const fields = Object.fromEntries(
    block
      .split("\n")
      .filter((line) => !line.startsWith(":"))
      .map((line) => [line.slice(0, line.indexOf(":")), line.slice(line.indexOf(":") + 1).trimStart()]),
  );
  return fields.data === undefined ? undefined : { name: fields.event, data: JSON.parse(fields.data) };
}
