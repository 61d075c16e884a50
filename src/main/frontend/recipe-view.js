import { RECIPES } from "./recipes.js";
import { offerCopy } from "./texts.js";

/** Shows the current run as other programs would ask for it, as long as that part of the page is open. */
export function addRecipes(program, isKeyed) {
  const part = document.getElementById("recipes");
  const kind = document.getElementById("recipe-kind");
  const shown = document.getElementById("recipe");
  kind.append(...Object.keys(RECIPES).map((name) => new Option(name, name)));
  const show = () => {
    if (part.open) {
      shown.textContent = RECIPES[kind.value](new URL("run", document.baseURI).href, program(), isKeyed);
    }
  };

  part.addEventListener("toggle", show);
  kind.addEventListener("input", show);
  document.getElementById("program").addEventListener("input", show);
  offerCopy("recipe", () => shown.textContent);
}
