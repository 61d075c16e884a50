import { link, LONGEST_LINK } from "./share.js";
import { offerCopy } from "./texts.js";

/** Makes a link that carries the program, and says where it is too long to be of use. */
export function addSharing(program) {
  const dialog = document.getElementById("sharing");
  const field = document.getElementById("link");
  const note = document.getElementById("link-note");
  document.getElementById("share").addEventListener("click", async () => {
    const address = await link(location.origin + location.pathname, program());
    const isLong = address.length > LONGEST_LINK;
    field.value = isLong ? "" : address;
    note.textContent = isLong
      ? `This program makes a link of ${address.length.toLocaleString("en")} characters. Many programs cut links of more than ${LONGEST_LINK.toLocaleString("en")}: send it as a file instead.`
      : `${address.length.toLocaleString("en")} characters. The program, its input and its arguments are in the link itself; no server keeps them.`;
    document.getElementById("link-copy").disabled = isLong;
    dialog.showModal();
    field.select();
  });
  offerCopy("link", () => field.value);
}
