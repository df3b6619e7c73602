// Plays the sound of a document: a piece of some sentences at a time, the next one fetched while one is heard.

const KEPT = 4;  // pieces
const FRAME = 0.016;  // seconds until what is marked now is seen

/** A WAV file of no sound: a phone lets a page play later only what it began to play at a touch. */
const SILENCE = new Blob([new Uint8Array([
  82, 73, 70, 70, 44, 0, 0, 0, 87, 65, 86, 69, 102, 109, 116, 32, 16, 0, 0, 0, 1, 0, 1, 0, 64, 31, 0, 0, 128, 62, 0, 0,
  2, 0, 16, 0, 100, 97, 116, 97, 8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
])], {type: "audio/wav"});

export class Voice {
  /**
   * `load` gives the piece that holds a sentence: {sentences, next, trouble, sound}. `heard` is told of changes:
   * {kind: "playing" | "paused" | "waiting" | "ended" | "failed", error}.
   */
  constructor(sound, load, heard) {
    Object.assign(this, {sound, load, heard});
    this.pieces = [];  // each with a promise, the newest last
    this.piece = null;
    this.wanted = false;  // whether it should play
    this.serial = 0;  // of what was asked for last
    sound.addEventListener("ended", () => this.wanted && this.piece && this.goOn());
    sound.addEventListener("error", () => this.piece && this.fail(new Error("This browser cannot play the sound.")));
    sound.addEventListener("pause", () => {
      if (this.wanted && !sound.ended && this.piece) this.pause();  // by the phone, or by headphones
    });
  }

  /** Fetch the piece of a sentence, so that it plays at once when it is wanted. */
  fetch(at) {
    let found = this.pieces.find((one) => one.ids ? one.ids.has(at) : one.at === at);
    if (found) return found.promise;
    found = {at, ids: null};
    found.promise = this.load(at).then((piece) => {
      piece.url = URL.createObjectURL(piece.sound);
      found.ids = new Set(piece.sentences.map(([id]) => id));
      found.url = piece.url;
      return piece;
    });
    found.promise.catch(() => { this.pieces = this.pieces.filter((one) => one !== found); });
    this.pieces.push(found);
    if (this.pieces.length > KEPT) {
      const old = this.pieces.findIndex((one) => one.url && one.url !== this.piece?.url);
      if (old >= 0) URL.revokeObjectURL(this.pieces.splice(old, 1)[0].url);
    }
    return found.promise;
  }

  /** Play from a sentence on, or `seconds` after its beginning. */
  async play(at, seconds = 0) {
    const serial = ++this.serial;
    this.wanted = true;
    this.unlock();
    let waits = setTimeout(() => serial === this.serial && this.heard({kind: "waiting"}), 400);
    try {
      const piece = await this.fetch(at);
      if (serial !== this.serial) return;
      this.use(piece, piece.sentences.find(([id]) => id === at)?.[1] + seconds || 0);
      await this.sound.play();
      if (serial !== this.serial) return;
      this.heard({kind: "playing"});
      if (piece.next) this.fetch(piece.next).catch(() => {});
    } catch (error) {
      if (serial === this.serial && error.name !== "AbortError") this.fail(error);
    } finally {
      clearTimeout(waits);
    }
  }

  /** Go on at the same sound. */
  async resume() {
    this.wanted = true;
    try {
      await this.sound.play();
      this.heard({kind: "playing"});
    } catch (error) {
      this.fail(error);
    }
  }

  pause() {
    this.serial += 1;
    this.wanted = false;
    this.sound.pause();
    this.heard({kind: "paused"});
  }

  /** Forget what was to be played: it goes on elsewhere. */
  leave() {
    this.serial += 1;
    this.wanted = false;
    this.piece = null;
    this.sound.pause();
  }

  /** What is heard now: the sentence's id, and the characters of the word; null before the first piece. */
  get now() {
    if (!this.piece) return null;
    const time = this.sound.currentTime + FRAME * this.sound.playbackRate;
    const sentence = lastBegun(this.piece.sentences, time, ([, at]) => at) ?? this.piece.sentences[0];
    const word = lastBegun(sentence[2], time, ([at]) => at);
    return {at: sentence[0], start: word ? word[1] : -1, end: word ? word[2] : -1};
  }

  get speed() { return this.sound.playbackRate; }
  set speed(rate) { this.sound.defaultPlaybackRate = this.sound.playbackRate = rate; }

  use(piece, seconds) {
    if (this.piece !== piece) {
      this.piece = piece;
      this.sound.src = piece.url;
    }
    this.sound.currentTime = this.begin = seconds;
  }

  /** Whether anything of it is heard yet: a browser says that it plays before its sound comes out. */
  get sounds() { return this.sound.currentTime !== this.begin; }

  goOn() {
    const next = this.piece.next;
    if (next) return this.play(next);
    this.wanted = false;
    this.heard({kind: "ended"});
  }

  unlock() {
    if (this.unlocked) return;
    this.unlocked = true;
    if (this.sound.src) return;
    this.sound.src = URL.createObjectURL(SILENCE);
    this.sound.play().catch(() => {});
  }

  fail(error) {
    this.wanted = false;
    this.sound.pause();
    this.heard({kind: "failed", error});
  }
}

/** The last of a list that has begun at a time. */
function lastBegun(list, time, begins) {
  let low = 0, high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (begins(list[middle]) <= time) low = middle + 1; else high = middle;
  }
  return list[low - 1];
}
