"""Bookmarks as Markdown, with the reference of the document."""

from __future__ import annotations

from tests.support.dialogue_builder import Dialogue
from tui_reader.cli.bookmarks_markdown import bookmarks_markdown
from tui_reader.document.model import Document, Position
from tui_reader.formats import read
from tui_reader.library.bookmark_store import Bookmark
from tui_reader.paths import bundled


def talk() -> Document:
    dialogue = Dialogue().turn("ANNE", "Good morning.").turn("BEN", "Yes. *Indeed* [so].").turn("ANNE", "Then we walk.")
    return dialogue.document()._replace(key="talk")


MARKDOWN = """\
# talk\\*.txt

## Turn 2, BEN

> \\*Indeed\\* \\[so\\].

## Turn 3, ANNE

> Then we walk.

1\\. where \\<they\\> go
"""


def test_markdown_has_the_reference_the_place_the_words_and_the_note() -> None:
    marks = [Bookmark(2, Position(1, 5), 14, ""), Bookmark(1, Position(2, 5), 0, "1. where <they> go")]
    assert bookmarks_markdown(talk()._replace(name="talk*.txt"), marks) == MARKDOWN


def test_the_reference_of_the_memorandum_says_where_it_is_from() -> None:
    told = bookmarks_markdown(read(bundled("corpus") / "stevenson-ball.txt"), [])
    assert told.startswith("# Memorandum of Telephone Conversation Between the Permanent Representative")
    assert "\n\nNovember 9, 1962, 4:15 p.m.\n\n" in told
    assert "\n\nSource: Department of State, Ball Files: Lot 74 D 272" in told
