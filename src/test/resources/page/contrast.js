// Every element with text of its own that has less than 4.5:1 to what lies behind it (WCAG 2.2, 1.4.3).
() => {
  const channels = colour => colour.match(/[\d.]+/g).map(Number);
  const opaque = colour => channels(colour).length < 4 || channels(colour)[3] === 1;
  const luminance = colour => {
    const [r, g, b] = channels(colour).map(c => c / 255).map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const behind = element => {
    for (let e = element; e; e = e.parentElement) {
      const colour = getComputedStyle(e).backgroundColor;
      if (colour !== 'rgba(0, 0, 0, 0)' && opaque(colour)) return colour;
    }
    return 'rgb(255, 255, 255)';
  };
  const hasText = e => e.value || [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim());
  return [...document.body.querySelectorAll('*')].filter(e => e.offsetParent && hasText(e)).flatMap(e => {
    const [a, b] = [luminance(getComputedStyle(e).color), luminance(behind(e))];
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    return ratio < 4.5 ? [`${e.tagName}.${e.className}: ${ratio.toFixed(2)}`] : [];
  });
}
