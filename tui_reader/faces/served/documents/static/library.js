// The list of all documents, of one volume, or of what has some words.

import {ask, showTrouble} from "/session.js";

const get = (id) => document.getElementById(id);
const query = new URLSearchParams(location.search);  // without the token, which session.js has taken out
const volume = query.get("volume") ?? "";
const SOON = 200;  // milliseconds after a key in which no other is pressed

function fill(list, rows) {
  list.replaceChildren(...rows.map(({href, title, about}) => {
    const row = document.createElement("li");
    row.append(Object.assign(document.createElement("a"), {href, textContent: title}));
    if (about) row.append(Object.assign(document.createElement("span"), {className: "about", textContent: about}));
    return row;
  }));
}

let serial = 0;
async function list(words) {
  const own = ++serial;
  let found;
  try {
    found = query.has("served") ? await (await ask("open", {})).json() : await (await ask("library", {words, number: volume})).json();
  } catch (refusal) {
    return showTrouble(refusal.message);
  }
  if (own !== serial) return;
  if (found.title) document.querySelector("h1").textContent = found.title;
  const rows = query.has("served") ? found.rows.filter((row) => row.title.toLowerCase().includes(words.toLowerCase())) : found.rows;
  fill(get("rows"), rows);
  fill(get("places"), found.places ?? []);
  get("found").hidden = !found.places?.length;
  const count = (number, what) => `${number || "No"} ${what}${number === 1 ? "" : "s"}`;
  const places = found.places?.length ? `, ${count(found.places.length, "place")} in their words` : "";
  get("count").textContent = `${count(rows.length, "document")}${places}. ${found.more ?? ""}`;
  document.title = `${document.querySelector("h1").textContent} - tui-reader`;
}

/** List what has the words of the field; who comes back to this page finds them there. */
function find() {
  const words = get("words").value.trim();
  if (words) query.set("words", words); else query.delete("words");
  history.replaceState(null, "", location.pathname + (query.size ? `?${query}` : ""));
  list(words);
}

let waiting;
get("words").addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(find, SOON);
});
get("find").addEventListener("submit", (event) => {
  event.preventDefault();
  find();
});
document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.target.closest("input")) return;
  event.preventDefault();
  get("words").focus();
});
get("whole").hidden = !volume && !query.has("served");
get("words").value = query.get("words") ?? "";
find();
