// Plays the sound and marks the sentence and the word that are heard. It reads all from the page: what has a time has
// data-at, in milliseconds. Nothing goes over the network; the place is kept in the browser.
"use strict";
(() => {
  const sound = document.getElementById("sound");
  const player = document.getElementById("player");
  const text = document.getElementById("text");
  const STORE = "tui-reader " + text.dataset.document;
  const KEEP_EVERY = 5000;  // milliseconds between two savings of the place while it plays
  const calm = matchMedia("(prefers-reduced-motion: reduce)");

  // What has a time, in the order of time.
  const timed = (selector) => Array.from(document.querySelectorAll(selector), (element) => ({element, at: Number(element.dataset.at)}))
    .sort((one, other) => one.at - other.at);
  const words = timed(".w[data-at]");
  const sentences = timed(".s[data-at], .name[data-at], .number[data-at]");
  const places = [];  // turns, bodies of parts and the front, each where it begins to be heard
  for (const {element, at} of sentences) {
    const place = element.closest(".turn, .body, .front, main");
    if (!places.length || places[places.length - 1].element !== place) places.push({element: place, at});
  }
  const turns = document.querySelectorAll(".turn").length;

  /** The last of a list that has begun at a time in milliseconds, -1 before the first. */
  function indexAt(list, now) {
    let low = 0, high = list.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (list[middle].at <= now) low = middle + 1; else high = middle;
    }
    return low - 1;
  }

  // The controls, which are of use with this script only.
  const controls = document.createElement("div");
  controls.id = "controls";
  const travel = controls.appendChild(document.createElement("div"));
  const manner = controls.appendChild(document.createElement("div"));
  const button = (group, id, words, label, keys, act) => {
    const one = document.createElement("button");
    one.type = "button";
    one.id = id;
    one.textContent = words;
    if (label) one.setAttribute("aria-label", label);
    one.setAttribute("aria-keyshortcuts", keys);
    one.title = (label || words) + " (" + keys + ")";
    one.addEventListener("click", act);
    group.append(one);
    return one;
  };
  const span = (group, id) => group.appendChild(Object.assign(document.createElement("span"), {id}));
  const playButton = button(travel, "play", "Play", "", "Space", toggle);
  button(travel, "before", "‹ Turn", "Turn before", "P", () => step(-1));
  button(travel, "next", "Turn ›", "Next turn", "N", () => step(1));
  button(manner, "slower", "−", "Slower", "-", () => faster(-0.1));
  const speed = span(manner, "speed");
  button(manner, "faster", "+", "Faster", "+", () => faster(0.1));
  const keysButton = button(manner, "keys", "Keys", "Single keys", "K", toggleKeys);
  const where = span(controls, "where");
  const slider = controls.appendChild(Object.assign(document.createElement("input"), {id: "place", type: "range", min: 0, step: 1}));
  slider.setAttribute("aria-label", "Place, in seconds");
  const told = player.appendChild(document.createElement("p"));
  told.id = "told";
  told.setAttribute("role", "status");
  player.prepend(controls);
  sound.removeAttribute("controls");
  sound.hidden = true;
  document.documentElement.classList.add("plays");

  /** Say something to a screen reader; never while the voices are heard. */
  function tell(words) {
    told.textContent = sound.paused ? words : "";
  }

  const now = () => Math.round(sound.currentTime * 1e6) / 1000;  // the clock of the sound, in milliseconds
  const placeNow = () => Math.max(0, indexAt(places, now()));

  /** A place in words: "Turn 6 of 23, Ball", or its heading. */
  function described(place) {
    const {element} = places[place];
    if (element.matches(".turn")) return `Turn ${element.id.slice(1)} of ${turns}, ${element.querySelector(".name").textContent}`;
    const heading = element.querySelector("h1, h2, h3");
    const words = heading ? heading.textContent : "Notes";
    return words.length > 60 ? words.slice(0, 59).trimEnd() + "…" : words;
  }

  function left() {
    const seconds = Math.max(0, Math.round(((sound.duration || 0) - sound.currentTime) / sound.playbackRate));
    return `${Math.floor(seconds / 60)} min ${seconds % 60} s left`;
  }

  // Marking.
  const heard = {word: null, sentence: null, place: null};

  /** Take the mark from what had it and give it to another; say whether it has moved. */
  function move(kind, element) {
    if (heard[kind] === element) return false;
    heard[kind]?.classList.remove("heard");
    element?.classList.add("heard");
    heard[kind] = element;
    return true;
  }

  function visible(element) {
    const box = element.getBoundingClientRect();
    return box.bottom > 0 && box.top < innerHeight - player.offsetHeight;
  }

  function bringIntoView(element) {
    const box = element.getBoundingClientRect();
    const room = innerHeight - player.offsetHeight;
    if (box.top < room * 0.1 || box.bottom > room * 0.85)
      element.scrollIntoView({block: "center", behavior: calm.matches ? "auto" : "smooth"});
  }

  /** Mark what is heard now. Who has scrolled away from it is not pulled back, unless `show`. */
  function mark(show = false) {
    const time = now(), sentence = sentences[indexAt(sentences, time)]?.element || null;
    let word = words[indexAt(words, time)]?.element || null;
    if (word && sentence && !sentence.contains(word)) word = null;
    move("word", word);
    const followed = !heard.sentence || visible(heard.sentence);
    const moved = move("sentence", sentence);
    if (sentence && (show || (moved && followed))) bringIntoView(sentence);
    const place = places[placeNow()]?.element || null;
    if (place !== heard.place) {
      heard.place?.removeAttribute("aria-current");
      place?.setAttribute("aria-current", "true");
      heard.place = place;
      tellWhere();
    }
    if (document.activeElement !== slider) slider.value = sound.currentTime;
  }

  function tellWhere() {
    if (!places.length) return;
    where.textContent = `${described(placeNow())} · ${left()}`;
    slider.setAttribute("aria-valuetext", where.textContent);
    if ("mediaSession" in navigator)
      navigator.mediaSession.metadata = new MediaMetadata({title: described(placeNow()), album: document.title});
  }

  let kept = 0;
  function tick(time) {
    if (sound.paused) return;
    mark();
    if (time - kept > KEEP_EVERY) { keep(); kept = time; }
    requestAnimationFrame(tick);
  }

  // Acting.
  function toggle() {
    if (sound.paused) sound.play().catch(() => tell("This browser cannot play the sound. The text is all here."));
    else sound.pause();
  }

  function goTo(milliseconds) {
    sound.currentTime = milliseconds / 1000;
    mark(true);
    keep();
  }

  function step(by) {
    const place = placeNow() + by;
    if (place < 0 || place >= places.length) return tell(by < 0 ? "This is the first turn." : "This is the last turn.");
    goTo(places[place].at);
    tell(described(place));
  }

  function faster(by) {
    setSpeed(sound.playbackRate + by);
    tell(`Speed ${speed.textContent}`);
    keep();
  }

  function setSpeed(rate) {
    rate = Math.round(Math.min(3, Math.max(0.5, rate)) * 10) / 10;
    sound.defaultPlaybackRate = sound.playbackRate = rate;
    speed.textContent = rate.toFixed(1) + "×";
    tellWhere();
  }

  function toggleKeys() {
    setKeys(keysButton.getAttribute("aria-pressed") === "false");
    keep();
  }

  function setKeys(on) {
    keysButton.setAttribute("aria-pressed", String(on));
  }

  // Keeping: the browser may forbid it, and then nothing is kept.
  function keep() {
    const state = {at: sound.currentTime, speed: sound.playbackRate, keys: keysButton.getAttribute("aria-pressed") !== "false"};
    try { localStorage.setItem(STORE, JSON.stringify(state)); } catch { /* nothing can be kept here */ }
  }

  function keptBefore() {
    try { return JSON.parse(localStorage.getItem(STORE)) || {}; } catch { return {}; }
  }

  sound.addEventListener("play", () => {
    playButton.textContent = "Pause";
    told.textContent = "";
    mark(true);
    requestAnimationFrame(tick);
  });
  sound.addEventListener("pause", () => {
    playButton.textContent = "Play";
    mark();
    keep();
    tellWhere();
    tell(sound.ended ? "The end." : `Stopped. ${where.textContent}`);
  });
  for (const name of ["seeked", "timeupdate"]) sound.addEventListener(name, () => mark());
  sound.addEventListener("error", () => tell("This browser cannot play the sound. The text is all here."));
  slider.addEventListener("input", () => goTo(slider.value * 1000));
  addEventListener("pagehide", keep);
  if ("mediaSession" in navigator) {
    navigator.mediaSession.setActionHandler("previoustrack", () => step(-1));
    navigator.mediaSession.setActionHandler("nexttrack", () => step(1));
  }

  const KEYS = {
    " ": toggle, n: () => step(1), p: () => step(-1), r: () => step(0), k: toggleKeys,
    "-": () => faster(-0.1), "+": () => faster(0.1), "=": () => faster(0.1), w: () => tell(where.textContent),
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || keysButton.getAttribute("aria-pressed") === "false") return;
    if (event.key === " " && event.target.closest("button, a")) return;
    const act = KEYS[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });
  text.addEventListener("click", (event) => {
    if (event.target.closest("a") || !getSelection().isCollapsed) return;
    const element = event.target.closest("[data-at]");
    if (!element) return;
    goTo(Number(element.dataset.at));
    if (sound.paused) toggle();
  });

  function begin() {
    const before = keptBefore();
    slider.max = Math.floor(sound.duration);
    if (before.at > 0 && before.at < sound.duration - 1) sound.currentTime = before.at;
    setKeys(before.keys !== false);
    setSpeed(before.speed || 1);
    mark(before.at > 0);
  }
  setKeys(true);
  setSpeed(1);
  if (sound.readyState > 0) begin(); else sound.addEventListener("loadedmetadata", begin, {once: true});
})();
