// What the page says in words beside what it shows.

import {showTrouble} from "/session.js";

const told = document.getElementById("told");

/** Say to a screen reader what others see. */
export function tell(words) {
  told.className = "";
  told.textContent = words;
}

/** Say what nothing else on the page shows, to everybody; what stands there already is said again. */
export function warn(words) {
  const again = told.textContent === words;
  told.className = "seen";
  told.textContent = again ? "" : words;
  if (again) setTimeout(() => { if (told.className) told.textContent = words; });
}

/** Take a line back, or without one what was told last. What everybody was warned of stays until something else is. */
export function untell(words = "") {
  if (!told.className || told.textContent === words) tell("");
}

/** Say what went wrong: where the player is seen, there; what lasts also with a button at the top. */
export function troubled(error) {
  const seen = !document.getElementById("player").hidden;
  if (error.lasting) showTrouble(error.message, seen ? "group" : "alert");
  if (seen || !error.lasting) warn(error.message);
}
