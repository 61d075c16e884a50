// Every pair of things to press or to write in that lie over one another, though neither is in the other.
() => {
  const shown = [...document.querySelectorAll('a, button, select, textarea, summary, input, .cm-editor, #output')]
    .filter(e => e.checkVisibility() && !e.closest('.cm-editor .cm-panels, .line'));
  const boxes = shown.map(e => ({ e, box: e.getBoundingClientRect() })).filter(({ box }) => box.width && box.height);
  const over = (a, b) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1;
  return boxes.flatMap(({ e, box }, i) => boxes.slice(i + 1)
    .filter(other => !e.contains(other.e) && !other.e.contains(e) && over(box, other.box))
    .map(other => `${e.id || e.textContent} and ${other.e.id || other.e.textContent}`));
}
