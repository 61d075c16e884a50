/** Offers a text to be copied and to be kept as a file: by the buttons whose ids begin with a name. */
export function offerText(name, file, text) {
  offerCopy(name, text);
  document.getElementById(name + "-download").addEventListener("click", () => download(file, text()));
}

/** Offers a text to be copied. */
export function offerCopy(name, text) {
  const button = document.getElementById(name + "-copy");
  const said = document.createElement("span");
  said.setAttribute("role", "status");
  button.after(said);
  button.addEventListener("click", async () => {
    said.textContent = (await copied(text())) ? "Copied." : "Not copied: select it instead.";
    setTimeout(() => (said.textContent = ""), 3000);
  });
}

/** A page that came without encryption has no clipboard, but for one on this machine. */
async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copiedFromField(text);
  }
}

function copiedFromField(text) {
  const focused = document.activeElement;
  const field = document.createElement("textarea");
  field.className = "out-of-sight";
  field.value = text;
  (document.querySelector("dialog[open]") ?? document.body).append(field);
  field.select();
  const isDone = document.execCommand("copy");
  field.remove();
  focused?.focus();
  return isDone;
}

function download(file, text) {
  const address = URL.createObjectURL(new Blob([text], { type: "text/plain" }));
  Object.assign(document.createElement("a"), { href: address, download: file }).click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}
