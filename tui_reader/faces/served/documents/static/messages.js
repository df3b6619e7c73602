// What the page says in words beside what it shows.

import {showTrouble} from "/session.js";

const told = document.getElementById("told");

/** Say to a screen reader what others see. */
export function tell(words) {
  told.className = "";
  told.textContent = words;
}

/** Say what nothing else on the page shows, to everybody. */
export function warn(words) {
  told.className = "seen";
  told.textContent = words;
}

/** Take a line back, or without one what was told last. What everybody was warned of stays until something else is. */
export function untell(words = "") {
  if (!told.className || told.textContent === words) tell("");
}

/** Say what went wrong. */
export function troubled(error) {
  if (error.lasting) showTrouble(error.message); else warn(error.message);
}
