// The text of a document, of which at most so many chunks are in the page at a time: a long one is loaded around the
// place that is read, and the rest when it is scrolled to.

const MOST = 20;  // chunks

export class Text {
  /** `load` gives the markup of a chunk by its number. */
  constructor(pages, size, load) {
    this.size = size;
    this.count = Math.max(1, Math.ceil(pages / size));
    this.load = load;
    this.box = document.getElementById("chunks");
    this.first = 0;  // the chunks in the page: from the first up to the end
    this.end = 0;
    this.work = Promise.resolve();  // one change after another
    this.ends = {earlier: document.getElementById("earlier"), later: document.getElementById("later")};
    for (const [name, button] of Object.entries(this.ends)) {
      button.addEventListener("click", () => this.extend(name));
      const watch = new IntersectionObserver(async ([seen]) => {
        if (!seen.isIntersecting) return;
        await this.extend(name);
        watch.unobserve(button);  // who is watched anew is told again where it is still near
        watch.observe(button);
      }, {rootMargin: "1500px"});
      watch.observe(button);
    }
  }

  /** See to it that a page is in the text; gives its element, or null for a page without any. */
  show(page) {
    return this.then(async () => {
      const chunk = Math.min(this.count - 1, Math.floor(page / this.size));
      if (chunk < this.first || chunk >= this.end) {
        if (chunk === this.end && this.end > this.first) await this.add(chunk, false);
        else {
          const markup = await this.load(chunk);
          this.box.replaceChildren();
          this.first = this.end = chunk;
          await this.add(chunk, false, markup);
        }
      }
      return this.box.querySelector(`[data-page="${page}"]`);
    });
  }

  /** Load more until the whole text is there, or as much of it as may be. */
  async fill() {
    while (this.end - this.first < Math.min(MOST, this.count)) {
      if (this.end < this.count) await this.extend("later");
      if (this.first > 0 && this.end - this.first < MOST) await this.extend("earlier");
    }
  }

  extend(where) {
    return this.then(async () => {
      if (where === "later" && this.end < this.count) await this.add(this.end, false);
      if (where === "earlier" && this.first > 0) await this.add(this.first - 1, true);
    });
  }

  then(change) {
    this.work = this.work.catch(() => {}).then(change);
    return this.work;
  }

  /** Add a chunk at an end. What is seen stays where it is; at the other end a chunk may have to go. */
  async add(chunk, before, markup = null) {
    const made = document.createElement("div");
    const template = document.createElement("template");
    template.innerHTML = markup ?? await this.load(chunk);  // text in it is escaped by the server
    made.append(template.content);
    const kept = before ? this.box.firstElementChild : this.box.lastElementChild;
    this.steady(kept, () => {
      if (before) { this.box.prepend(made); this.first = chunk; } else { this.box.append(made); this.end = chunk + 1; }
      const far = before ? this.box.lastElementChild : this.box.firstElementChild;
      if (this.end - this.first > MOST && !far.contains(document.activeElement)) {
        far.remove();
        if (before) this.end -= 1; else this.first += 1;
      }
      this.ends.earlier.hidden = this.first === 0;
      this.ends.later.hidden = this.end === this.count;
    });
  }

  steady(element, change) {
    const top = element?.getBoundingClientRect().top;
    change();
    if (element?.isConnected) scrollBy({top: element.getBoundingClientRect().top - top, behavior: "instant"});
  }
}
