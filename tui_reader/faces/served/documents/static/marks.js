// Marks the sentence and the word that are heard. Words are marked as ranges (CSS Custom Highlight API): nothing in the
// text changes for them, so that a screen reader is not disturbed.

const word = window.Highlight ? new Highlight() : new Set();
if (window.Highlight) CSS.highlights.set("word", word);
const calm = matchMedia("(prefers-reduced-motion: reduce)");
const player = document.getElementById("player");
let sentence = null;

/** Mark a sentence by its id; empty for none. Who has scrolled away from it is not pulled back, unless `show`. */
export function markSentence(id, show = false) {
  const element = id ? document.getElementById(id) : null;
  if (element === sentence && !show) return;
  const followed = !sentence?.isConnected || isSeen(sentence);
  if (element !== sentence) {
    sentence?.classList.remove("heard");
    element?.classList.add("heard");
    const before = placeOf(sentence), now = placeOf(element);
    if (before !== now) before?.removeAttribute("aria-current");
    now?.setAttribute("aria-current", "true");
    sentence = element;
  }
  if (element && (show || followed)) bringIntoView(element);
}

/** Mark the characters of the sentence that are a word; none without a start. */
export function markWord(start = -1, end = -1) {
  word.clear();
  if (!sentence || start < 0) return;
  const range = rangeIn(sentence, start, end);
  if (range) word.add(range);
}

function placeOf(element) {
  return element?.closest(".turn, .body, .front, main") ?? null;
}

/** The range of some printed characters: marks of notes are none of them, and the end of a line is one. */
function rangeIn(element, start, end) {
  const range = document.createRange();
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT, (node) =>
    node.nodeType === Node.TEXT_NODE || node.localName === "br" ? NodeFilter.FILTER_ACCEPT
      : node.matches(".noteref, .mark") ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_SKIP);
  let at = 0, begun = false;
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const length = node.nodeType === Node.TEXT_NODE ? node.length : 1;
    if (node.nodeType === Node.TEXT_NODE) {
      if (!begun && start < at + length) { range.setStart(node, start - at); begun = true; }
      if (begun && end <= at + length) { range.setEnd(node, end - at); return range; }
    }
    at += length;
  }
  return null;
}

function isSeen(element) {
  const box = element.getBoundingClientRect();
  return box.bottom > 0 && box.top < innerHeight - player.offsetHeight;
}

function bringIntoView(element) {
  const box = element.getBoundingClientRect();
  const room = innerHeight - player.offsetHeight;
  if (box.top < room * 0.1 || box.bottom > room * 0.85)
    element.scrollIntoView({block: "center", behavior: calm.matches ? "auto" : "smooth"});
}
