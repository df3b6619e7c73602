// The page of one window: keeps the token out of the address, opens the terminal, and says why a window has ended.
"use strict";

// The storage of a session belongs to this address and port, and ends with the tab; a cookie would go to every port.
const given = new URLSearchParams(location.search).get("token");
if (given) sessionStorage.setItem("token", given);
history.replaceState(null, "", "/reader");
const token = sessionStorage.getItem("token");

function end(reason) {
  document.getElementById("reason").textContent = reason;
  document.getElementById("ended").hidden = false;
  document.getElementById("again").focus();
}

// The script of the terminal opens a WebSocket without subprotocols and drops the reason of its end.
window.WebSocket = class extends WebSocket {
  constructor(address) {
    super(address, ["tui-reader", token]);
    this.addEventListener("message", () => document.querySelector(".xterm-helper-textarea").focus(), { once: true });
    this.addEventListener("close", (closed) =>
      end(closed.reason || "There is no connection to the reader. Open the whole address that the program printed."),
    );
  }

  send(message) {
    if (this.readyState === WebSocket.OPEN) super.send(message); // the script sends on after the end
  }
};

document.getElementById("again").addEventListener("click", () => location.reload());
if (token) {
  const terminal = document.getElementById("terminal");
  terminal.dataset.sessionWebsocketUrl = location.origin.replace("http", "ws") + "/ws";
  terminal.className = "textual-terminal"; // the script opens what has this class when the page is loaded
} else {
  end("Open the whole address that the program printed, with its token.");
}
