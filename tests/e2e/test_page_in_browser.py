"""The page in Chromium: it plays, marks words with the sound, obeys keys, is read by a screen reader, needs no scripts.

Needs Debian's chromium, and playwright and axe-playwright-python from PyPI (the extra `e2e`).
"""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.support.corpus import MEMORANDUM
from tui_reader.formats import read

pytestmark = pytest.mark.e2e

Visit = Callable[..., Any]
LATE = 0.050
"""Seconds that a mark may be late, 19 times of 20: another program may hold the processor."""

WATCH = """
() => new Promise((done) => {
  const sound = document.getElementById("sound"), seen = [];
  const started = sound.currentTime;
  new MutationObserver((changes) => {
    for (const change of changes)
      if (change.target.matches(".w.heard") && !(change.oldValue || "").includes("heard"))
        seen.push([Number(change.target.dataset.at) / 1000, sound.currentTime]);
    if (sound.currentTime - started > 8) done(seen);
  }).observe(document.getElementById("text"), {subtree: true, attributeFilter: ["class"], attributeOldValue: true});
  setTimeout(() => done(seen), 20000);
})
"""
"""Gives the time of each word that is marked, and the sound's clock when it was."""


MARKED = """(() => {
  const words = document.querySelectorAll(".w.heard"), sentences = document.querySelectorAll(".s.heard");
  return [words.length, sentences.length, sentences[0].contains(words[0])];
})()"""
"""How many words and sentences are marked, and whether the word is in the sentence."""
IN_VIEW = """(() => {
  const word = document.querySelector(".w.heard").getBoundingClientRect();
  return word.top > 0 && word.bottom < document.getElementById("player").getBoundingClientRect().top;
})()"""
"""Whether the marked word is above the player."""


def export(folder: Path, *words: str) -> None:
    environment = {"HOME": str(folder), "XDG_DATA_HOME": str(folder / "d"), "XDG_CONFIG_HOME": str(folder / "c")}
    source = [] if words[0] == "class" else [str(MEMORANDUM)]
    command = [sys.executable, "-m", "tui_reader", "export", *source, *words]
    subprocess.run(command, check=True, capture_output=True, env=environment, cwd=folder)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Holds page.html with its sound inside, text.html without, beside.html with beside.mp3, and out/index.html."""
    folder = tmp_path_factory.mktemp("pages")
    export(folder, "-o", "page.html")
    export(folder, "-o", "text.html", "--text-only")
    export(folder, "-o", "beside", "--format", "html,mp3", "--until", "2")
    (folder / "class").mkdir()
    (folder / "class" / "talk.txt").write_text(MEMORANDUM.read_text(encoding="utf-8"), encoding="utf-8")
    export(folder, "class", "-o", "out", "--format", "txt,html", "--text-only")
    return folder


@pytest.fixture
def visit(browser: Any, folder: Path) -> Iterator[Visit]:
    """Opens a page of the folder, ready to play; options are those of a browser's context.

    Whatever a page complains of, and whatever it asks the network for, fails the test.
    """
    contexts: list[Any] = []
    complaints: list[str] = []

    def open_page(name: str, **options: Any) -> Any:
        context = browser.new_context(**{"viewport": {"width": 1280, "height": 900}, **options})
        contexts.append(context)
        context.on("weberror", lambda error: complaints.append(str(error.error)))
        context.on("console", lambda message: complaints.append(message.text))
        context.on("request", lambda request: complaints.append(request.url) if is_far(request.url) else None)
        page = context.new_page()
        return ready(page, folder / name)

    yield open_page
    for context in contexts:
        context.close()
    assert complaints == []


def is_far(address: str) -> bool:
    return not address.startswith(("file:", "data:", "blob:"))


def ready(page: Any, path: Path) -> Any:
    """A page that has gone to a file and knows how long its sound is, where it has one that scripts play."""
    page.goto(path.as_uri())
    if page.query_selector("#controls"):
        until(page, "document.getElementById('sound').duration && document.getElementById('place').max > 1")
    return page


def until(page: Any, condition: str) -> None:
    """Wait until something is true; Playwright's own waiting needs a looser policy than the page has."""
    end = time.monotonic() + 60
    while not page.evaluate(condition):
        assert time.monotonic() < end, condition
        page.wait_for_timeout(50)


def clock(page: Any) -> float:
    """The sound's, in seconds."""
    return float(page.evaluate("document.getElementById('sound').currentTime"))


def where(page: Any) -> str:
    return str(page.text_content("#where"))


def plays(page: Any) -> bool:
    return not page.evaluate("document.getElementById('sound').paused")


class TestPlaying:
    @pytest.mark.alone
    def test_each_word_is_marked_while_it_is_heard(self, visit: Visit) -> None:
        page = visit("page.html")
        page.evaluate("document.getElementById('sound').currentTime = 30")
        page.keyboard.press("Space")
        seen = page.evaluate(WATCH)
        assert len(seen) > 15
        late = sorted(heard - at for at, heard in seen[1:])
        assert late[0] >= -0.001 and late[int(0.95 * len(late))] <= LATE, late

    def test_one_word_and_its_sentence_are_marked_and_in_view(self, visit: Visit) -> None:
        page = visit("page.html")
        for _ in range(12):
            page.keyboard.press("n")
        page.keyboard.press("Space")
        until(page, "document.querySelector('#t12 .w.heard')")
        assert page.evaluate(MARKED) == [1, 1, True]
        until(page, IN_VIEW)  # it glides there

    def test_the_sound_is_as_long_as_the_last_word_needs(self, visit: Visit) -> None:
        page = visit("page.html")
        last = page.evaluate("Math.max(...Array.from(document.querySelectorAll('.w'), (w) => w.dataset.at)) / 1000")
        assert last < page.evaluate("document.getElementById('sound').duration") < last + 5

    def test_who_scrolls_away_is_not_pulled_back(self, visit: Visit) -> None:
        page = visit("page.html")
        page.evaluate("document.getElementById('sound').currentTime = 30")
        page.keyboard.press("Space")
        page.wait_for_timeout(800)
        page.evaluate("scrollTo({top: document.body.scrollHeight, behavior: 'instant'})")
        page.wait_for_timeout(200)
        top = page.evaluate("scrollY")
        first = page.get_attribute(".s.heard", "id")
        until(page, f"document.querySelector('.s.heard').id !== '{first}'")
        page.wait_for_timeout(300)
        assert page.evaluate("scrollY") == top

    def test_sound_beside_the_page_is_played(self, visit: Visit, folder: Path) -> None:
        assert {path.name for path in folder.glob("beside*")} == {"beside.html", "beside.mp3"}
        page = visit("beside.html")
        page.keyboard.press("Space")
        until(page, "document.getElementById('sound').currentTime > 0.5")


class TestKeys:
    def test_space_plays_and_pauses(self, visit: Visit) -> None:
        page = visit("page.html")
        page.keyboard.press("Space")
        until(page, "document.getElementById('sound').currentTime > 0.3")
        page.keyboard.press("Space")
        assert not plays(page)

    def test_n_and_p_go_by_turns(self, visit: Visit) -> None:
        page = visit("page.html")
        page.keyboard.press("n")
        assert where(page).startswith("Turn 1 of 23, Stevenson")
        page.keyboard.press("n")
        assert where(page).startswith("Turn 2 of 23, Ball")
        page.keyboard.press("p")
        assert where(page).startswith("Turn 1 of 23, Stevenson")
        assert page.get_attribute("#t1", "aria-current") == "true" and page.locator("[aria-current]").count() == 1

    def test_plus_and_minus_change_the_speed(self, visit: Visit) -> None:
        page = visit("page.html")
        for key, speed in (("+", 1.1), ("=", 1.2), ("-", 1.1)):
            page.keyboard.press(key)
            assert page.evaluate("document.getElementById('sound').playbackRate") == pytest.approx(speed)
        assert page.text_content("#speed") == "1.1×"

    def test_the_keys_can_be_turned_off(self, visit: Visit) -> None:
        page = visit("page.html")
        page.click("#keys")
        page.keyboard.press("n")
        assert not where(page).startswith("Turn")
        assert page.get_attribute("#keys", "aria-pressed") == "false"

    def test_a_word_that_is_clicked_is_played_from(self, visit: Visit) -> None:
        page = visit("page.html")
        word = page.locator("#t6 .w").nth(7)
        at = int(word.get_attribute("data-at")) / 1000
        clicked = time.monotonic()
        word.click()
        until(page, "!document.getElementById('sound').paused")
        assert at - 0.01 <= clock(page) < at + 1 + time.monotonic() - clicked

    def test_the_buttons_do_the_same(self, visit: Visit) -> None:
        page = visit("page.html")
        page.get_by_role("button", name="Next turn").click()
        page.get_by_role("button", name="Faster").click()
        page.get_by_role("button", name="Play").click()
        until(page, "document.getElementById('sound').currentTime > 14")
        page.get_by_role("button", name="Pause").click()
        assert not plays(page) and page.text_content("#speed") == "1.1×"


def test_it_goes_on_where_it_was(visit: Visit, folder: Path) -> None:
    page = visit("page.html")
    for _ in range(5):
        page.keyboard.press("n")
    page.keyboard.press("+")
    before = clock(page)
    page.close()
    page = ready(page.context.new_page(), folder / "page.html")
    until(page, "document.getElementById('where').textContent.startsWith('Turn 5 of 23')")
    assert clock(page) == pytest.approx(before, abs=0.01) and page.text_content("#speed") == "1.1×"


class TestScreenReaders:
    def test_the_tree_has_every_turn_with_speaker_and_words(self, visit: Visit) -> None:
        page = visit("page.html")
        tree = page.locator("body").aria_snapshot()
        for turn in read(MEMORANDUM).turns:
            article = page.get_by_role("article").nth(turn.number - 1)
            heading = article.get_by_role("heading").first
            name = {"AES": "Stevenson AES", "GWB": "Ball GWB", "GB": "Ball GB"}[turn.label.text]
            assert heading.text_content() == name
            assert f'article "{name}"' in article.aria_snapshot()
            for passage in turn.passages:
                opening = " ".join(passage.text.split()[:3])
                assert opening in article.text_content() and opening in tree
        assert page.get_by_role("article").count() == 23

    def test_landmarks_and_headings_lead_through_it(self, visit: Visit) -> None:
        page = visit("page.html")
        for role in ("banner", "main"):
            assert page.get_by_role(role).count() == 1
        assert page.get_by_role("region", name="Player").count() == 1
        assert page.get_by_role("heading", level=1).count() == 1
        assert page.get_by_role("heading", name="Memorandum From the Permanent Representative").count() == 1

    def test_nothing_is_announced_while_it_plays(self, visit: Visit) -> None:
        page = visit("page.html")
        page.keyboard.press("n")
        assert page.text_content("[role=status]") == "Turn 1 of 23, Stevenson"
        page.keyboard.press("Space")
        until(page, "document.getElementById('sound').currentTime > 20")
        page.keyboard.press("n")
        page.keyboard.press("+")
        assert page.text_content("[role=status]") == ""
        page.keyboard.press("Space")
        until(page, "document.querySelector('[role=status]').textContent.startsWith('Stopped. Turn')")

    @pytest.mark.parametrize("colours", ["light", "dark"])
    @pytest.mark.parametrize("name", ["page.html", "text.html", "out/index.html"])
    @pytest.mark.parametrize("width", [1280, 400])
    def test_axe_finds_nothing(self, visit: Visit, colours: str, name: str, width: int) -> None:
        from axe_playwright_python.base import AXE_SCRIPT

        page = visit(name, color_scheme=colours, viewport={"width": width, "height": 800}, bypass_csp=True)
        page.keyboard.press("n")
        page.wait_for_timeout(100)
        page.evaluate(AXE_SCRIPT)
        found = page.evaluate("axe.run()")
        assert [(one["id"], [node["html"][:200] for node in one["nodes"]]) for one in found["violations"]] == []
        assert len(found["passes"]) > 15


class TestWithoutScripts:
    def test_the_text_is_all_there_and_the_browsers_own_controls_play_it(self, visit: Visit) -> None:
        page = visit("page.html", java_script_enabled=False)
        document = read(MEMORANDUM)
        shown = " ".join(page.locator("main").inner_text().split())
        for turn in document.turns:
            assert " ".join(turn.passages[0].text.split()[-4:]) in shown
        audio = page.locator("audio")
        assert audio.is_visible() and audio.get_attribute("controls") is not None
        assert page.locator("#controls").count() == 0


class TestLooks:
    def test_a_line_is_about_66_characters_and_nothing_is_cut_at_400_pixels(self, visit: Visit) -> None:
        page = visit("page.html")
        block = page.locator("#t14 p").first
        lines = block.evaluate(
            "(p) => new Set(Array.from(p.querySelectorAll('.w'), (w) => w.getBoundingClientRect().top | 0)).size"
        )
        assert 58 <= len(block.text_content()) / lines <= 76
        page = visit("page.html", viewport={"width": 400, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= 400

    def test_the_word_is_marked_in_forced_colours_and_not_in_print(self, visit: Visit) -> None:
        page = visit("page.html", forced_colors="active")
        page.keyboard.press("n")
        style = "getComputedStyle(document.querySelector('.w.heard'))"
        plain = "getComputedStyle(document.querySelector('.w:not(.heard)')).backgroundColor"
        until(page, "document.querySelector('.w.heard')")
        assert page.evaluate(f"{style}.backgroundColor") != page.evaluate(plain)
        page.emulate_media(media="print", forced_colors="none")
        assert page.evaluate(f"{style}.textDecorationLine") == "none"
        assert page.locator("#player").is_hidden() and page.locator("#t6 .who").is_visible()
