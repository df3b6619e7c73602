"""The page that reads aloud, of `tui-reader serve`, in Chromium: it plays, marks, obeys, keeps the place, and is safe.

Needs Debian's chromium, and playwright and axe-playwright-python from PyPI (the extra `e2e`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.e2e.test_served_screen import Window
from tests.support.served_page import CLOCK, asked, at, plays, ready, until, where
from tests.support.served_program import Served

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.e2e

Visit = Callable[..., Any]
LATE = 0.060
"""Seconds that a mark may be late, 19 times of 20."""
WATCH = """
() => new Promise((done) => {
  const sound = document.getElementById("sound"), seen = [];
  let before = "";
  const look = () => {
    const [range] = CSS.highlights.get("word");
    const sentence = document.querySelector(".s.heard");
    if (range && sentence) {
      const start = document.createRange();
      start.setStart(sentence, 0);
      start.setEnd(range.startContainer, range.startOffset);
      const word = [sentence.id, String(range), sound.currentTime];
      if (word.slice(0, 2).join() !== before) seen.push(word);
      before = word.slice(0, 2).join();
    }
    if (seen.length >= 30) done(seen); else requestAnimationFrame(look);
  };
  look();
  setTimeout(() => done(seen), 15000);
})
"""
"""Gives the words that are marked, each with its sentence and the sound's clock when it was first seen so."""


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with Served(tmp_path_factory.mktemp("served")) as process:
        yield process
        process.finish()


@pytest.fixture
def visit(browser: Browser, served: Served) -> Iterator[Visit]:
    """Opens the page at a turn, in a browser of its own, ready to play; options are those of a browser's context.

    Whatever a page complains of, and whatever it asks another server for, fails the test.
    """
    contexts: list[Any] = []
    complaints: list[str] = []

    def open_page(turn: int = 1, page: str = "document", **options: Any) -> Page:
        context = browser.new_context(**{"viewport": {"width": 1280, "height": 900}, **options})
        contexts.append(context)
        context.on("weberror", lambda error: complaints.append(str(error.error)))
        context.on("console", lambda message: complaints.append(message.text))
        context.on("request", lambda asked: complaints.append(asked.url) if is_far(asked.url, served) else None)
        opened = context.new_page()
        opened.goto(f"{served.root}{page}?token={served.token}#turn-{turn}")
        return opened

    yield open_page
    for context in contexts:
        context.close()
    assert complaints == []


def is_far(address: str, served: Served) -> bool:
    return not address.startswith((served.root, "data:", "blob:" + served.root))


class TestPlaying:
    @pytest.mark.alone
    def test_space_plays_and_pauses_and_the_words_are_marked_with_the_sound(self, visit: Visit, served: Served) -> None:
        page = ready(visit(turn=14))
        page.keyboard.press("Space")
        until(page, f"{CLOCK} > 0.1")
        seen = page.evaluate(WATCH)
        page.keyboard.press("Space")
        assert not plays(page) and len(seen) >= 30
        version = asked(served, "open")["version"]
        late, pieces = list[float](), dict[str, Any]()
        for sentence, word, clock in seen[1:]:
            if sentence not in pieces:
                times = asked(served, "times", version=version, at=sentence)
                pieces |= {id: (start, words) for id, start, words in times["sentences"]}
            text = str(page.text_content(f"#{sentence}"))
            begun = [time for time, first, last in pieces[sentence][1] if time <= clock + 0.02]
            assert begun and word in text
            late.append(clock - begun[-1])
        assert sorted(late)[int(0.95 * len(late))] <= LATE, sorted(late)

    def test_it_goes_on_from_turn_to_turn(self, visit: Visit) -> None:
        page = ready(visit(turn=9))
        page.keyboard.press("Space")
        until(page, f"{CLOCK} > 0.1")
        page.evaluate("document.getElementById('sound').currentTime = document.getElementById('sound').duration - 0.5")
        at(page, "Turn 10 of 23")
        until(page, f"{CLOCK} > 0.3 && {CLOCK} < 3")
        assert plays(page) and page.get_attribute("#t10", "aria-current") == "true"

    def test_a_sentence_that_is_clicked_is_played(self, visit: Visit) -> None:
        page = ready(visit(turn=6))
        page.locator("#t6 .s").nth(2).click()
        until(page, f"{CLOCK} > 0.3")
        assert plays(page) and page.locator(".s.heard").get_attribute("id") == page.locator("#t6 .s").nth(
            2
        ).get_attribute("id")

    def test_keys_and_buttons_are_those_of_the_exported_page_and_the_reader(self, visit: Visit) -> None:
        page = ready(visit(turn=1))
        for key, place in (("n", 2), ("n", 3), ("p", 2), ("N", 5), ("P", 2), ("s", 3), ("S", 2)):
            page.keyboard.press(key)
            at(page, f"Turn {place} of 23")
        page.get_by_role("button", name="Next turn").click()
        at(page, "Turn 3 of 23")
        assert page.text_content("[role=status]") == "Turn 3 of 23, Stevenson"
        page.keyboard.press("+")
        page.get_by_role("button", name="Faster").click()
        assert page.text_content("#speed") == "1.2×"
        page.get_by_role("button", name="Single keys").click()
        page.keyboard.press("n")
        page.wait_for_timeout(200)
        assert where(page).startswith("Turn 3 of 23")

    def test_a_place_that_is_typed_is_gone_to_with_the_focus(self, visit: Visit) -> None:
        page = ready(visit(turn=1))
        page.keyboard.press("g")
        page.keyboard.type("20")
        page.keyboard.press("Enter")
        at(page, "Turn 20 of 23")
        until(page, "document.activeElement.id === 't20-who'")
        page.keyboard.press("g")
        page.keyboard.press("Control+a")
        page.keyboard.type("99")
        page.keyboard.press("Enter")
        until(page, "document.getElementById('told').textContent === 'No turn 99. The last is 23.'")

    def test_where_the_engine_fails_a_line_says_so_and_it_goes_on(self, browser: Browser, tmp_path: Path) -> None:
        talk = tmp_path / "talk.vtt"
        talk.write_text(
            "WEBVTT\n\n00:01.000 --> 00:03.000\n<v Ann>One two.\n\n00:03.000 --> 00:04.000\n<v Ben>Three.\n"
        )
        (tmp_path / "talk.wav").write_bytes(b"RIFF no sound")
        with Served(tmp_path, document=talk) as served:
            page = browser.new_page()
            page.goto(served.page)
            ready(page).keyboard.press("Space")
            until(page, f"{CLOCK} > 0.3")
            assert "talk.wav" in str(page.text_content("#told")) and page.locator("#told").is_visible()
            assert "Going on with espeak" in str(page.text_content("#told"))
            page.close()
            served.finish()


class TestPlace:
    def test_a_page_that_was_left_opens_there_in_the_terminal_and_the_other_way_round(
        self, visit: Visit, served: Served, browser: Browser
    ) -> None:
        page = ready(visit(turn=8))
        page.keyboard.press("n")
        at(page, "Turn 9 of 23")
        page.close()
        terminal = Window(browser.new_page(), served.address)
        terminal.shows("Turn 9 of 23")
        terminal.page.keyboard.press("n")
        terminal.shows("Turn 10 of 23")
        terminal.page.close()
        page = browser.new_page()
        page.goto(served.page)
        at(page, "Turn 10 of 23")
        page.close()

    def test_who_only_scrolls_has_the_turn_at_the_top_as_the_place(self, visit: Visit, served: Served) -> None:
        page = ready(visit(turn=2))
        until(page, "document.querySelector('.s.heard') !== null")
        page.wait_for_timeout(500)  # it is brought into view
        page.mouse.move(600, 300)
        page.mouse.wheel(0, 2000)
        until(page, "!document.getElementById('where').textContent.startsWith('Turn 2 of')")
        assert asked(served, "open")["here"]["name"] in where(page)

    def test_an_edited_document_is_told_and_loaded_again(self, browser: Browser, tmp_path: Path) -> None:
        talk = tmp_path / "talk.txt"
        talk.write_text("ANNE: Good morning.\n\nBEN: Yes.\n\nANNE: Then we walk.\n\nBEN: We do.\n")
        with Served(tmp_path, "--engine=tone", document=talk) as served:
            page = browser.new_page()
            page.goto(served.page)
            ready(page).keyboard.press("n")
            at(page, "Turn 2 of 4")
            talk.write_text(talk.read_text().replace("Yes.", "Yes, certainly."))
            page.keyboard.press("n")
            until(page, "!document.getElementById('trouble').hidden")
            assert "have changed since" in str(page.text_content("#trouble"))
            page.get_by_role("button", name="Load again").click()
            at(page, "Turn 2 of 4")
            assert "Yes, certainly." in str(page.text_content("#t2"))
            page.close()
            served.finish()

    def test_of_two_windows_the_last_wins_and_the_end_of_one_does_not_stop_the_other(
        self, visit: Visit, served: Served
    ) -> None:
        first, second = ready(visit(turn=5)), ready(visit(turn=15))
        second.keyboard.press("Space")
        until(second, f"{CLOCK} > 0.3")
        first.keyboard.press("n")
        at(first, "Turn 6 of 23")
        assert asked(served, "open")["here"]["name"].startswith("Turn 6")
        first.close()
        before = second.evaluate(CLOCK)
        until(second, f"{CLOCK} > {before + 0.5}")
        second.keyboard.press("n")
        at(second, "Turn 16 of 23")
        assert plays(second) and asked(served, "open")["here"]["name"].startswith("Turn 16")


class TestScreenReaders:
    @pytest.mark.parametrize("page_name", ["document", "library"])
    @pytest.mark.parametrize(("width", "colours"), [(1280, "light"), (320, "dark")])
    def test_axe_finds_nothing_and_nothing_is_cut(self, visit: Visit, page_name: str, width: int, colours: str) -> None:
        from axe_playwright_python.base import AXE_SCRIPT

        page = visit(2, page_name, color_scheme=colours, viewport={"width": width, "height": 640}, bypass_csp=True)
        until(page, "document.querySelectorAll('main a, main article').length > 0")
        if page_name == "document":
            ready(page).keyboard.press("n")
            at(page, "Turn 3 of 23")
        page.evaluate(AXE_SCRIPT)
        found = page.evaluate("axe.run()")
        assert [(one["id"], [node["html"][:200] for node in one["nodes"]]) for one in found["violations"]] == []
        assert len(found["passes"]) > 15
        assert page.evaluate("document.documentElement.scrollWidth") <= width

    def test_turns_are_headings_and_nothing_is_announced_while_the_voices_speak(self, visit: Visit) -> None:
        page = ready(visit(turn=1))
        for role in ("banner", "main"):
            assert page.get_by_role(role).count() == 1
        assert page.get_by_role("region", name="Player").count() == 1
        headings = page.get_by_role("heading", name="Stevenson AES")
        headings.nth(11).wait_for()
        assert headings.count() == 12
        page.keyboard.press("Space")
        until(page, f"{CLOCK} > 0.3")
        page.keyboard.press("n")
        at(page, "Turn 2 of 23")
        until(page, f"{CLOCK} > 0.3 && document.getElementById('told').textContent === ''")
        page.keyboard.press("+")
        assert page.text_content("[role=status]") == ""

    def test_the_word_is_marked_in_forced_colours(self, visit: Visit) -> None:
        page = ready(visit(turn=3, forced_colors="active"))
        page.keyboard.press("Space")
        until(page, "CSS.highlights.get('word').size > 0")
        style = "getComputedStyle(document.querySelector('.s.heard'), '::highlight(word)').backgroundColor"
        assert page.evaluate(style) != page.evaluate("getComputedStyle(document.body).backgroundColor")
