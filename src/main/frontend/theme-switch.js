import { keepTheme } from "./kept.js";

/** A switch that is on when the page is dark. What the system prefers is not written down, so that it can change. */
export function addThemeSwitch(button) {
  const root = document.documentElement;
  const system = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => (root.dataset.theme ?? (system.matches ? "dark" : "light")) === "dark";
  const show = () => button.setAttribute("aria-checked", isDark());

  button.addEventListener("click", () => {
    const wanted = isDark() ? "light" : "dark";
    const preferred = system.matches ? "dark" : "light";
    if (wanted === preferred) {
      delete root.dataset.theme;
    } else {
      root.dataset.theme = wanted;
    }
    keepTheme(root.dataset.theme ?? "");
    show();
  });
  system.addEventListener("change", show);
  show();
}
