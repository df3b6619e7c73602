// The page of one window: keeps the token out of the address, opens the terminal, gives it every key that the browser
// lets a page have, and says why a window has ended.
"use strict";

// The storage of a session belongs to this address and port, and ends with the tab; a cookie would go to every port.
const query = new URLSearchParams(location.search);
const given = query.get("token");
if (given) sessionStorage.setItem("token", given);
const place = query.get("turn") ? `#turn-${query.get("turn")}` : location.hash;
const turn = /^#turn-([1-9][0-9]{0,8})$/.exec(place);
history.replaceState(null, "", "/reader" + (turn ? turn[0] : ""));
const token = sessionStorage.getItem("token");
const ended = document.getElementById("ended");

function keys() {
  return document.querySelector(".xterm-helper-textarea");
}

function end(reason) {
  document.getElementById("reason").textContent = reason;
  ended.hidden = false;
  document.getElementById("again").focus();
}

// A key that comes while the terminal has no focus, as after a click beside it, is the terminal's all the same.
addEventListener(
  "keydown",
  (event) => {
    const to = keys();
    if (!to || !ended.hidden || !event.isTrusted || document.activeElement === to) return;
    to.focus();
    if (event.key.length === 1 && !event.ctrlKey) return; // the browser types it where the focus is now
    event.preventDefault();
    event.stopPropagation();
    to.dispatchEvent(new KeyboardEvent("keydown", event));
  },
  true,
);
addEventListener("load", () => keys()?.focus()); // the script has opened the terminal by then
addEventListener("hashchange", () => location.reload());

// The script of the terminal opens a WebSocket without subprotocols and drops the reason of its end.
window.WebSocket = class extends WebSocket {
  constructor(address) {
    super(turn ? `${address}&turn=${turn[1]}` : address, ["tui-reader", token]);
    this.addEventListener("message", () => keys().focus(), { once: true });
    this.addEventListener("close", (closed) =>
      end(closed.reason || "There is no connection to the reader. Open the whole address that the program printed."),
    );
  }

  send(message) {
    if (this.readyState === WebSocket.OPEN) super.send(message); // the script sends on after the end
  }
};

document.getElementById("again").addEventListener("click", () => {
  history.replaceState(null, "", "/reader"); // it goes on where it was left
  location.reload();
});
if (token) {
  const terminal = document.getElementById("terminal");
  terminal.dataset.sessionWebsocketUrl = location.origin.replace("http", "ws") + "/ws";
  terminal.className = "textual-terminal"; // the script opens what has this class when the page is loaded
} else {
  end("Open the whole address that the program printed, with its token.");
}
