"""The page of the command `accessibility`: the manual's page on screen readers, and the keys of plain text mode.

Short lines, plain ASCII, no drawing: it is heard line by line. The keys are those of the one table of commands.
"""

from __future__ import annotations

from tui_reader.faces.plain.plain_words import help_lines
from tui_reader.manual import page as manual_page
from tui_reader.manual.plain_lines import plain_lines
from tui_reader.settings import load_settings
from tui_reader.terminal.keymap import keymap

WIDTH = 76
"""Columns of the widest line: it fits a terminal of 80, and two rows of a braille display of 40 cells."""
_KEYS = "The keys of plain text mode"
_MORE = """\
- A number and then g goes to that turn; g alone asks for a turn, 50%, or part 2.
- D lists the documents of the library: a number opens one, slash finds words in all of them, a adds a folder.
- Question mark and then a key says what the key does.
"""


def page() -> str:
    """The whole page."""
    settings, _ = load_settings()
    keys = help_lines(keymap(settings.keymap, settings.keys).of("plain"))
    return "\n".join(
        [*plain_lines(manual_page("screen-readers"), WIDTH), "", _KEYS, "", *keys, "", *plain_lines(_MORE, WIDTH)]
    )
