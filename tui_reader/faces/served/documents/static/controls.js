// The player's buttons and keys, and what this browser keeps of them: the speed, and whether single keys are on.

const SETTINGS = "tui-reader page";
const KEYS = {
  " ": "play", n: "next_page", p: "previous_page", s: "next_sentence", S: "previous_sentence", N: "next_of_speaker",
  P: "previous_of_speaker", "]": "next_part", "[": "previous_part", r: "repeat", "-": "slower", "+": "faster", "=": "faster",
  k: "keys", w: "where", g: "go", D: "library", h: "help",
};
const keysButton = document.getElementById("keys");
const keysAreOn = () => keysButton.getAttribute("aria-pressed") === "true";
const turnKeys = (on) => keysButton.setAttribute("aria-pressed", String(on));

/** From now on `act` is called with the command of each key and button. */
export function listen(act) {
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.target.closest("input")) return;
    if (!keysAreOn() || !KEYS[event.key] || (event.key === " " && event.target.closest("button, a, summary"))) return;
    event.preventDefault();
    act(KEYS[event.key]);
  });
  for (const button of document.querySelectorAll("[data-command]")) {
    const keys = button.getAttribute("aria-keyshortcuts");
    button.title = (button.getAttribute("aria-label") ?? button.textContent) + (keys ? ` (${keys})` : "");
    button.addEventListener("click", () => act(button.dataset.command));
  }
}

export function toggleKeys() {
  turnKeys(!keysAreOn());
  keep({keys: keysAreOn()});
}

export function showHelp() {
  const help = document.getElementById("help");
  help.open = !help.open;
  help.querySelector("summary").focus();
}

/** Turn the keys on or off as they were; gives the speed that was kept, or undefined. */
export function restore() {
  const {keys, speed} = kept();
  turnKeys(keys !== false);
  return speed;
}

/** Keep some settings; where the browser forbids it, nothing is kept. */
export function keep(some) {
  try { localStorage.setItem(SETTINGS, JSON.stringify({...kept(), ...some})); } catch { /* not here */ }
}

function kept() {
  try { return JSON.parse(localStorage.getItem(SETTINGS)) || {}; } catch { return {}; }
}
