// The page of a document: its text, the player and its keys. The place is the reader's: each move is asked for there and
// kept there at once, and the full screen and other windows go on from it.

import {keep as keepSettings, listen, restore, showHelp, toggleKeys} from "/controls.js";
import {markSentence, markWord} from "/marks.js";
import {tell, troubled, untell, warn} from "/messages.js";
import {ask} from "/session.js";
import {Text} from "/text.js";
import {Voice} from "/voice.js";

const name = decodeURIComponent(location.pathname.split("/")[2] ?? "");
const get = (id) => document.getElementById(id);
const where = get("where"), speed = get("speed");
const WAITING = "Waiting for the sound.";

let version = "";
let here = null;  // the place: {at, page, name, seconds}
let text = null;
let notes = {};  // by number, the pages of the first mark and of the words
const voice = new Voice(get("sound"), loadPiece, heard);

// What is asked of the reader.

async function loadPiece(at) {
  const wanted = {document: name, version, at};
  const times = await (await ask("times", wanted)).json();
  const sound = await (await ask("sound", wanted)).blob();
  return {...times, sound};
}

const loadChunk = async (number) => (await (await ask("text", {document: name, version, number})).json()).markup;

/** Ask for a command of the reader at a sentence; also a page that is closed meanwhile still does. */
const sendMove = (command, at, values) =>
  ask("move", {document: name, version, at, command, ...values}, {method: "POST", keepalive: true});

/** Do a command of the reader, one after another: what it gives, or null where that could not be asked. */
let asked = Promise.resolve();
function move(command, at, values = {}) {
  const send = async () => {
    try {
      return await (await sendMove(command, at, values)).json();
    } catch (refusal) {
      troubled(refusal);
      return null;
    }
  };
  asked = asked.then(send);
  return asked;
}

// What is shown.

function showWhere() {
  const left = Math.round(here.seconds / voice.speed);
  where.textContent = `${here.name} · ${Math.floor(left / 60)} min ${left % 60} s left`;
  if ("mediaSession" in navigator)
    navigator.mediaSession.metadata = new MediaMetadata({title: here.name, album: document.title});
}

/** Show a place, and mark its sentence. */
async function show(place, {focus = false} = {}) {
  here = place;
  showWhere();
  const element = await text.show(place.page);
  markWord();
  markSentence(place.at, true);
  if (focus && element) {
    const heading = element.querySelector("h1, h2, h3, h4") ?? element;
    heading.tabIndex = -1;
    heading.focus({preventScroll: true});
  }
}

// Playing.

function heard({kind, error}) {
  const playing = kind === "playing" || kind === "waiting";
  get("play").textContent = playing ? "Pause" : "Play";
  if (kind === "playing") {
    untell(WAITING);
    if (voice.piece.trouble) warn(voice.piece.trouble);
    requestAnimationFrame(follow);
  }
  if (kind === "waiting") warn(WAITING);
  if (kind === "ended") tell("The end.");
  if (kind === "failed") troubled(error);
  if (kind === "paused") { keep(); showWhere(); tell(`Stopped. ${where.textContent}`); }
}

/** Mark what is heard, as long as something is; the place goes with it. */
function follow() {
  if (!voice.wanted) return;
  const now = voice.now;
  if (now && now.at !== here.at) {
    here = {...here, at: now.at};
    keep();
    const page = Number(now.at.slice(1).split("-")[0]);
    if (page !== here.page) { here.page = page; text.show(page).then(() => markSentence(here.at)); }
  }
  if (now) markSentence(now.at);
  if (now && voice.sounds) markWord(now.start, now.end);
  requestAnimationFrame(follow);
}

/** The character of a sentence that is heard; 0 where another is. */
function characterAt(at) {
  const now = voice.now;
  return now?.at === at ? Math.max(0, now.start) : 0;
}

let keeping = false, again = false;
/** Keep the place in the library; while that is done only the newest place waits for it. */
async function keep() {
  if (keeping) { again = true; return; }
  keeping = true;
  const at = here.at;
  const place = await move("stay", at, {number: characterAt(at)});
  keeping = false;
  if (place?.at && here.at === at) { here = place; showWhere(); }
  if (again) { again = false; keep(); }
}

// What the person does.

function playOrPause() {
  acted = true;
  if (voice.wanted) return voice.pause();
  if (voice.now?.at === here.at && !voice.sound.ended) return voice.resume();
  return voice.play(here.at);
}

async function go(place, focus = false) {
  acted = true;
  if (!place) return;
  if (!place.at) return warn(place.told);
  const playing = voice.wanted;
  voice.leave();
  const shown = show(place, {focus});
  if (playing) voice.play(place.at);
  else {
    tell(place.name);
    await shown;
    voice.fetch(place.at).catch(() => {});
  }
}

const step = async (command) => go(await move(command, here.at));

function faster(by) {
  setSpeed(voice.speed + by);
  if (!voice.wanted) tell(`Speed ${speed.textContent}`);
  keepSettings({speed: voice.speed});
}

function setSpeed(rate) {
  voice.speed = Math.round(Math.min(4, Math.max(0.5, rate)) * 10) / 10;
  speed.textContent = voice.speed.toFixed(1) + "×";
  if (here) showWhere();
}

const COMMANDS = {
  play: playOrPause, slower: () => faster(-0.1), faster: () => faster(0.1), keys: toggleKeys,
  where: () => voice.wanted || tell(where.textContent), go: () => get("where-to").focus(), help: showHelp,
  library: () => get("ways").querySelector("a").click(),
};
const act = (command) => COMMANDS[command] ? COMMANDS[command]() : step(command);

get("go").addEventListener("submit", async (event) => {
  event.preventDefault();
  const words = get("where-to").value.trim();
  if (words) go(await move("go", here.at, {words}), true);
});

/** Play the sentence that is clicked, or the turn whose speaker is. */
get("text").addEventListener("click", async (event) => {
  if (event.target.closest("a, button") || !getSelection().isCollapsed) return;
  const turn = event.target.closest(".who")?.closest(".turn");
  const id = turn ? turn.querySelector(".name[id], .text .s")?.id : event.target.closest(".s, .number")?.id;
  if (!/^s\d+-\d+$/.test(id ?? "")) return;
  const place = await move("stay", id);
  if (!place?.at) return;
  acted = true;
  voice.leave();
  show(place);
  voice.play(id);
});
/** A link to a note, or back to its mark, whose page is not loaded: load that first. */
get("text").addEventListener("click", async (event) => {
  const [, kind, number] = /#([mn])(\d+)$/.exec(event.target.closest("a")?.href ?? "") ?? [];
  if (!notes[number] || document.getElementById(kind + number)) return;
  event.preventDefault();
  await text.show(notes[number][kind === "n" ? 1 : 0]);
  const found = document.getElementById(kind + number);
  if (!found) return;
  found.scrollIntoView({block: "center"});
  if (kind === "n") found.tabIndex = -1;
  found.focus({preventScroll: true});
});

/** Until something is played or gone to, the place is the turn at the top of what is seen: some read by themselves. */
let acted = false, byHand = false, resting;
for (const kind of ["wheel", "touchmove", "pointerdown"]) addEventListener(kind, () => { byHand = true; }, {passive: true});
addEventListener("keydown", ({key}) => { byHand ||= /^(Page|Arrow|Home|End)/.test(key); });
addEventListener("scroll", () => {
  clearTimeout(resting);
  resting = setTimeout(async () => {
    if (acted || !byHand || !here) return;
    const seen = [...document.querySelectorAll("[data-page]")].find((one) => one.getBoundingClientRect().bottom > 60);
    const page = Number(seen?.dataset.page ?? here.page);
    if (page === here.page || scrollY === 0) return;
    const place = await move("stay", seen.querySelector(".text .s")?.id ?? `s${page}-0`);
    if (place?.at && !acted) { here = place; showWhere(); }
  }, 1000);
});

addEventListener("pagehide", () => here && sendMove("stay", here.at, {number: characterAt(here.at)}).catch(() => {}));

// The beginning.

/** The turn that an address names: #turn-12; empty without one. */
const turnOf = (hash) => /^#turn-([1-9]\d{0,8})$/.exec(hash)?.[1] ?? "";

async function begin() {
  const query = new URLSearchParams(location.search);
  const start = turnOf(location.hash) || query.get("turn") || query.get("from") || "";
  const opening = await (await ask("open", {document: name, words: start})).json();
  if (opening.rows) return location.replace("/library?served=1");
  document.title = opening.title;
  Object.assign(document.documentElement, {lang: opening.language, dir: opening.direction});
  get("front").innerHTML = opening.front;  // text in it is escaped by the server
  addContents(opening.contents);
  for (const line of opening.notices) addNotice(line);
  if (!opening.pages) return;
  get("player").hidden = false;
  get("screen").hidden = name !== "";
  version = opening.version;
  text = new Text(opening.pages, opening.chunk, loadChunk);
  const kept = restore();
  setSpeed(opening.speed_given ? opening.speed : kept || opening.speed);
  notes = opening.notes;
  const shown = show(opening.here);
  listen(act);
  await shown;
  document.documentElement.classList.add("plays");
  voice.fetch(here.at).catch(() => {});
  history.replaceState(null, "", location.pathname);  // loaded again, it goes on where it was left
  text.fill();
}

addEventListener("hashchange", async () => {
  const words = turnOf(location.hash);
  if (words && here) go(await move("go", here.at, {words}), true);
});

function addContents(contents) {
  if (contents.length < 2) return;
  const list = document.createElement("ol");
  for (const [heading, page] of contents) {
    const button = Object.assign(document.createElement("button"), {type: "button", textContent: heading, className: "link"});
    button.addEventListener("click", async () => go(await move("stay", `s${page}-0`), true));
    list.appendChild(document.createElement("li")).append(button);
  }
  const nav = get("front").appendChild(document.createElement("nav"));
  nav.setAttribute("aria-label", "Contents");
  nav.append(list);
}

function addNotice(line) {
  get("front").appendChild(Object.assign(document.createElement("p"), {className: "notice", lang: "en", textContent: line}));
}

if ("mediaSession" in navigator) {
  for (const [action, command] of [["previoustrack", "previous_page"], ["nexttrack", "next_page"], ["play", "play"], ["pause", "play"]])
    navigator.mediaSession.setActionHandler(action, () => act(command));
}
begin().catch(troubled);
