"""What a person with a screen reader hears of the plain face, key by key: yasr, Fenrir, Orca, and a differ of lines."""

from __future__ import annotations

import os
import re
import shutil
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, cast

import pytest

from tests.e2e.conftest import needs
from tests.heard.full_terminal import NEEDED, listen, listener_of
from tests.heard.listener import DRAWN, QUIET, Listener, played, wait, words
from tests.support.plain_program import UNHEARD
from tui_reader.document.model import Document
from tui_reader.faces.printing import page_text
from tui_reader.formats import read
from tui_reader.paths import bundled

if TYPE_CHECKING:
    from tests.heard.listener import Around

pytestmark = [pytest.mark.e2e, pytest.mark.alone]

Start = Callable[..., Listener]
MEMORANDUM = read(bundled("corpus") / "stevenson-ball.txt")
NUMBER = "NUMBER"
"""Stands for any figures in what is expected."""
OPENING = (
    "Memorandum of Telephone Conversation Between the Permanent Representative to the United Nations (Stevenson) and "
    "the Under Secretary of State (Ball). 23 turns, 2 speakers, 5 notes. h for help. "
)


def require(*programs: str) -> None:
    """Skip where a program is missing; in CI that is a failure."""
    missing = [program for program in programs if not shutil.which(program)]
    if missing:
        (pytest.fail if os.environ.get("CI") else pytest.skip)(f"missing: {', '.join(missing)}")


@pytest.fixture
def start(home: dict[str, str]) -> Iterator[Start]:
    """Starts the reader before a listener: the listener's name, words of the command line, columns.

    The terminal is full of other lines, as that of a shell is. The braille window has an empty one.
    """
    del home["SSH_CONNECTION"]
    with ExitStack() as stack:

        def start(name: str, *line: str, columns: int = 80) -> Listener:
            require(*NEEDED.get(name, ()))
            if name in ("braille", "differ"):
                needs("pyte")
            folder = stack.enter_context(TemporaryDirectory(prefix="h"))  # yasr dies of long paths
            own = {"HOME": folder, "XDG_RUNTIME_DIR": folder, "XDG_DATA_HOME": folder, "XDG_CONFIG_HOME": folder}
            command = [sys.executable, "-c", UNHEARD, "--engine", "quiet", *line]
            if name == "braille":
                return stack.enter_context(closing(listener_of(name)(command, home | own, columns)))
            listener = listen(name, command, home | own, columns)
            stack.callback(listener.close)
            return listener

        yield start


@pytest.fixture(params=NEEDED)
def name(request: pytest.FixtureRequest) -> str:
    """Each listener in turn."""
    return str(request.param)


def turn(number: int, document: Document = MEMORANDUM) -> str:
    """A turn as it is printed."""
    page = next(page for page in document.pages if page.turn and page.turn.number == number)
    return page_text(page, document.short_names)


def hear(listener: Listener, expected: str, echo: str = "") -> list[str]:
    """What is said: every word of what is expected, once, in order, and nothing else; dots at its end stand for more.

    What was typed may still be told beside it, as the `echo`. A screen reader on a busy machine may be given half of a
    word, say it, and go on with the rest.
    """
    cut = "\0"
    pattern = f"[ {cut}]".join(
        r"\d+" if word == NUMBER else f"{cut}?".join(map(re.escape, word)) for word in words(expected)
    )
    more = expected.endswith("...")

    def is_said(told: list[str]) -> bool:
        texts = [" ".join(words(text)) for text in told if not echo.endswith(text)]
        return bool(re.fullmatch(pattern + rf"([ {cut}].*)?" * more, cut.join(filter(None, texts))))

    return listener.said_until(is_said, 1.0 if more else QUIET, expected)


SAID = [
    ("n", turn(2)), ("p", turn(1)), ("N", turn(3)), ("P", turn(1)),
    ("f", "Note 1: The Executive Committee meeting."), ("escape", "Back at turn 1."),
    ("w", "Turn 1 of 23, Stevenson. NUMBER percent, NUMBER minutes left."),
    ("k", "2 speakers. 1 Stevenson, 12 turns. 2 Ball, 11 turns. ..."), ("2", turn(2)),
    ("6", "6"), ("g", turn(6)), ("s", "It seems to me highly desirable to liquidate..."),
    ("S", "That is all it amounted to."),
    ("]", "Memorandum From ..."), ("[", turn(1)), ("r", turn(1)),
    ("1", "1"), ("2", "12"), ("g", turn(12)), *[("r", turn(12))] * 6,
    ("9", "9"), ("9", "99"), ("g", "No turn 99. The last is 23."),
    ("b", "Bookmark 1 at turn 12."), ("n", turn(13)), ("'", "Bookmark 1 ..."),
    ("/", "Type words to find, then Enter. Search:"), ("C a s t r o", None),
    ("enter", "6 turns with Castro. Next, turn 12, Stevenson: ..."),
    (".", "Turn 13, Ball: ..."), (",", "Turn 12, Stevenson: ..."),
    ("~", "Unknown key tilde. h for help."), ("z", "Sleep in 15 minutes."),
    ("+", "Speed 1.1."), ("-", "Speed 1."),
    ("?", "Press a key to be told what it does."), ("n", "n: Next turn. Go to the next turn."),
    ("v", "Own voice on."), ("v", "Own voice off. Your screen reader reads."),
    ("h", "Space: Play or pause..."), ("2", "2"), ("3", "23"), ("g", turn(23)), ("]", "Memorandum From ..."),
    ("n", "End of document. 23 turns. q to quit, p to go back to turn 23."), ("q", "Stopped at ..."),
]  # fmt: skip
"""Keys, and what is said for the last of them; None where the reader's own echo of typing is said."""


def test_each_key_says_its_one_message_and_nothing_drawn(start: Start, name: str) -> None:
    listener = start(name, "--plain")
    hear(listener, OPENING + turn(1))
    typed = ""
    for keys, expected in SAID:
        if keys == "escape" and name in ("Fenrir", "Orca"):
            continue  # Fenrir keeps a lone Escape for itself, and Orca says but the key
        listener.press(*keys.split())
        if expected is None or (name == "Orca" and expected == keys):  # its own echo is that figure too
            typed = keys.replace(" ", "")
            told = echo = listener.silence(1.0)
            while echo:
                echo = listener.silence(0.5)
        else:
            told = hear(listener, expected, typed)
        assert not DRAWN.search("".join(told))


def test_after_the_full_screen_and_back_what_is_new_is_said_once(start: Start, name: str) -> None:
    listener = start(name, "--plain")
    listener.said(len(words(OPENING + turn(1))))
    for number in (2, 3):
        listener.press("n")
        hear(listener, turn(number))
        listener.press("T")
        listener.said(len(words(turn(number))), quiet=1.0)
        listener.press("T")
        hear(listener, f"Plain text mode. Turn {number} of 23. {turn(number)}")
    listener.press("n")
    hear(listener, turn(4))


@pytest.mark.parametrize("name", ["yasr", "Fenrir"])
def test_after_a_change_of_the_window_the_next_turn_alone_is_said(start: Start, name: str) -> None:
    listener = cast("Around", start(name, "--plain"))
    listener.said(len(words(OPENING + turn(1))))
    for number, columns in ((2, 60), (3, 100), (4, 40), (5, 80)):
        listener.press("n")
        hear(listener, turn(number))
        listener.program.resize(columns, 24)
        assert listener.silence(1.0) == []


def test_after_sixty_keys_the_last_turn_is_heard_in_full_and_nothing_older_after_it(
    start: Start, name: str, tmp_path: Path
) -> None:
    path = tmp_path / "long.txt"
    turns = [f"{who}: This is my turn {number} of all." for number, who in enumerate(("ANNE", "BEN") * 50, 1)]
    path.write_text("A Talk\n\n" + "\n\n".join(turns))
    listener = start(name, "--plain", str(path))
    listener.said(len(words(f"A Talk. 100 turns, 2 speakers. h for help. {turns[0]}")))
    before = len(listener.messages)
    listener.press(*"n" * 60, gap=0.03)
    last = words(turns[60])

    def is_last() -> bool:
        return words(played(listener.messages[before:], listener.cancels))[-len(last) :] == last

    wait(is_last, "the last turn")
    while listener.silence(1.0):
        pass
    assert is_last()


@pytest.mark.parametrize("face", ["--plain", "--full"])
def test_ten_idle_seconds_say_nothing(start: Start, face: str) -> None:
    listeners = [start(name, face) for name in NEEDED]
    for listener in listeners:
        listener.said()
        while listener.silence(1.0):
            pass
    time.sleep(10)
    assert [listener.silence(0) for listener in listeners] == [[]] * len(listeners)


def test_orca_never_says_blank_on_arrows_and_pages(start: Start) -> None:
    listener = start("Orca", "--plain")
    listener.said(len(words(OPENING + turn(1))))
    for _ in range(2):
        for key, number in (("right", 2), ("down", 3), ("left", 2), ("page_down", 3), ("up", 2), ("left", 1)):
            listener.press(key)
            hear(listener, turn(number))
