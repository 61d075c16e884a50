"use strict";

/** Runs before the page is painted: the theme that was chosen, and that the page has scripts. */
{
  const root = document.documentElement;
  root.classList.add("scripted");
  try {
    const theme = localStorage.getItem("safe-python-executor.theme");
    if (theme === "light" || theme === "dark") {
      root.dataset.theme = theme;
    }
  } catch {
    // A browser that keeps nothing shows what the system prefers.
  }
}
