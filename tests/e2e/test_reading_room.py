"""The full screen as a reader goes through it, in a real terminal at three sizes: what each key brings is looked at."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.terminal import Terminal
from tui_reader.settings.setting_words import in_groups
from tui_reader.settings.settings_table import settings_table

pytestmark = [
    pytest.mark.e2e,
    pytest.mark.parametrize("size", [(40, 10), (80, 24), (200, 60)], ids=str),
]

Reader = Callable[..., Terminal]
Home = dict[str, str]
Size = tuple[int, int]


def flat(screen: str) -> str:
    """The words of a screen, one blank between two, without the bar beside the turn."""
    return " ".join(screen.replace("▌", " ").split())


def start(reader: Reader, home: Home, size: Size, *words: str) -> Terminal:
    """The memorandum on a screen of that size."""
    terminal = reader(["--full", "--no-sound", *words], home, *size)
    terminal.wait_for("I wonder if you would care")
    return terminal


def press(terminal: Terminal, *keys: str) -> None:
    """Press keys, none of them Escape."""
    for key in keys:
        terminal.keys(key)


def escape(terminal: Terminal, words: str) -> str:
    """Press Escape once the screen has the words, which it takes away, and return the screen without them.

    A key right behind Escape would be taken for Alt and that key.
    """
    shows(terminal, words)
    terminal.keys("Escape")
    return terminal.wait_for(lambda screen: words not in flat(screen))


def shows(terminal: Terminal, words: str) -> str:
    """The screen, once it has the words somewhere, however its lines are broken."""
    return terminal.wait_for(lambda screen: words in flat(screen))


def test_pages_the_whole_dialogue_and_a_memo(size: Size, reader: Reader, home: Home) -> None:
    terminal = start(reader, home, size)
    press(terminal, "n")
    shows(terminal, "I think the meeting has been called off.")
    if size != (200, 60):  # there the talk around the turn is shown to begin with
        press(terminal, "l")
    screen = terminal.wait_for(lambda screen: any("▌" in line and "I think" in line for line in screen.splitlines()))
    rows = [line for line in screen.splitlines() if "could dictate" in line or "I think the meeting" in line]
    assert ["▌" in rows[0], "GWB" in rows[1], "▌" in rows[1]] == [False, True, True]
    named = next(line for line in screen.splitlines() if "AES" in line and "▌" not in line and "‹" not in line)
    assert named.index("AES") == rows[1].index("GWB")
    press(terminal, "l", "m")
    escape(terminal, "Memorandum From the Permanent Representative")
    shows(terminal, "I think the meeting has been called off.")
    press(terminal, "<")
    shows(terminal, "Memorandum From the Permanent Representative")


def test_search_counts_marks_and_reads_from_a_hit(size: Size, reader: Reader, home: Home) -> None:
    terminal = start(reader, home, size)
    press(terminal, "/", *"castro", "Enter")
    shows(terminal, "12 hits")
    assert "\x1b[7m" in terminal.screen(styled=True) or ";7m" in terminal.screen(styled=True)
    press(terminal, ".", ".", ",")
    shows(terminal, "hit 2 of 12")
    press(terminal, "/", *"@Ball guarantee", "Enter")
    shows(terminal, "2 turns of Ball with guarantee")
    press(terminal, ".")
    shows(terminal, "hit 2 of ")
    press(terminal, "Space")
    shows(terminal, "playing")
    press(terminal, "Space")
    shows(terminal, "stopped")
    escape(terminal, "hit 2 of ")
    press(terminal, "/", *"/guarant.e\\b/", "Enter")
    shows(terminal, "6 hits")
    press(terminal, "/", *"Castor", "Enter")
    shows(terminal, "Nothing found for Castor")


def test_outline_going_to_a_place_and_the_way_back(size: Size, reader: Reader, home: Home) -> None:
    terminal = start(reader, home, size)
    press(terminal, "O", "Down", "Down", "Enter")
    shows(terminal, "3 of 23")
    press(terminal, "g", *"12", "Enter")
    shows(terminal, "12 of 23")
    press(terminal, "g", *"50%", "Enter")
    screen = terminal.wait_for(lambda screen: "12 of 23" not in screen and " of 23" in screen)
    press(terminal, "g", *"part 2", "Enter")
    shows(terminal, "Memorandum From")
    press(terminal, "<")
    terminal.wait_for(lambda now: flat(now).split(" of 23")[0][-2:] == flat(screen).split(" of 23")[0][-2:])
    press(terminal, "<")
    shows(terminal, "12 of 23")
    press(terminal, ">", ">")
    shows(terminal, "Memorandum From")
    press(terminal, "g", *"99", "Enter")
    shows(terminal, "No turn 99. The last is 23.")


def test_bookmarks_with_notes_and_highlights_are_kept_and_exported(
    size: Size, reader: Reader, home: Home, tmp_path: Path
) -> None:
    terminal = start(reader, home, size)
    press(terminal, "g", *"9", "Enter", "b")
    shows(terminal, "Bookmark 1 at turn 9.")
    press(terminal, "'", "n", *"the missiles", "Enter")
    escape(terminal, "Note of bookmark 1 written.")
    press(terminal, "g", *"12", "Enter", "V", "s", "H")
    shows(terminal, "Highlight 2 at turn 12.")
    press(terminal, "q")
    written = tmp_path / "marks.md"
    reader(["bookmarks", "--export", str(written)], home).wait_for("Wrote")
    text = written.read_text()
    assert "the missiles" in text and "No, he has given us a guarantee" in text
    assert "Memorandum of Telephone Conversation" in text and "November 9, 1962" in text


def test_notes_are_followed_and_left(size: Size, reader: Reader, home: Home) -> None:
    terminal = start(reader, home, size)
    press(terminal, "f")
    screen = shows(terminal, "The Executive Committee meeting.")
    if size[0] == 200:  # beside the line of its mark
        assert any("meeting(1) a" in line and "(1) The Executive" in line for line in screen.splitlines())
        shows(terminal, "The notes stand beside the text.")
    else:
        escape(terminal, "The Executive Committee meeting.")
        shows(terminal, "I wonder if you would care")
    press(terminal, "k")
    escape(terminal, "12 turns")
    shows(terminal, "I wonder if you would care")


def test_what_is_copied_is_in_the_buffer_of_a_tmux_as_it_comes(size: Size, reader: Reader, home: Home) -> None:
    terminal = start(reader, home, size)
    press(terminal, "n", "X")
    shows(terminal, "Copied turn 2 with reference, 9 words, to the buffer of tmux.")
    copied = terminal._tmux("show-buffer")
    assert copied.startswith("GWB: I think the meeting has been called off.") and "Memorandum of Telephone" in copied
    press(terminal, "g", *"6", "Enter", "V", "e", "x")
    shows(terminal, "Copied the selection, 2 words, to the buffer of tmux.")
    assert terminal._tmux("show-buffer") == "That is"


def test_a_setting_is_changed_at_once_and_the_help_names_the_keys(size: Size, reader: Reader, home: Home) -> None:
    terminal = start(reader, home, size)
    press(terminal, "h")
    escape(terminal, "Play or pause")
    press(terminal, "u")
    shows(terminal, "Settings.")
    press(
        terminal,
        *["Down"] * [setting.name for setting in in_groups(settings_table())].index("width"),
        "Enter",
        *"30",
        "Enter",
    )
    escape(terminal, "Width of the text: 30 columns.")
    press(terminal, "n", "n")
    screen = shows(terminal, "Maybe you could send it over to")
    assert "Maybe you could send it over to Kennedy" not in screen
    press(terminal, "q")
    terminal = start(reader, {**home, "NO_COLOR": "1"}, size, "--from", "1")
    press(terminal, "n")
    shows(terminal, "I think the meeting has been")
